import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';

const folder = fileURLToPath(new URL('./', import.meta.url));

/** The kinds of questions, each with the least number that the list must have of it. */
export const categories = {
  'one-hop': 10,
  'multi-hop': 10,
  path: 5,
  temporal: 8,
  aggregate: 8,
  provenance: 6,
  conflict: 4,
  search: 6,
  negative: 5,
} as const;

const questions = z.array(
  z.strictObject({
    /** The name of the file, and a number. */
    id: z.string().regex(/^[a-z-]+-\d\d$/),
    question: z.strictObject({ vi: z.string().endsWith('?'), en: z.string().regex(/[?.]$/) }),
    /** Where the answer stands in the documents: the slug of a source, and a paragraph. */
    read: z.array(z.string().regex(/^[a-z0-9-]+#[1-9]\d*$/)).min(1),
    query: z.string(),
    /** The whole `data` of the answer, as somebody who has read the documents writes it down. */
    answer: z.record(z.string(), z.unknown()),
  }),
);

/** A question that the documents answer, with that answer. */
export type Question = z.infer<typeof questions>[number];

/** The files of questions, by category. */
export function questionFiles(): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.replace(/\.yaml$/, ''))
    .sort();
}

/**
 * The questions of a category.
 *
 * @throws where the file has another form than the list wants.
 */
export function questionsOf(category: string): readonly Question[] {
  return questions.parse(parse(readFileSync(`${folder}${category}.yaml`, 'utf8')));
}
