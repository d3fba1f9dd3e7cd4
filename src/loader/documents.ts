import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Seed, SeedValue } from './seed.js';

/** A document at hand. */
export interface SourceDocument {
  /** The paragraphs in their order: the first is number 1. */
  readonly paragraphs: readonly string[];
  /** SHA-256 of the file's bytes, in hexadecimal. */
  readonly digest: string;
}

/** The documents of a seed by the id of their source; one that could not be read is its reason. */
export type Documents = ReadonlyMap<string, SourceDocument | string>;

/** The paragraphs of a document: its non-empty lines, without the spaces around them, in NFC. */
export function paragraphsOf(text: string): readonly string[] {
  return text
    .normalize('NFC')
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The digest of a paragraph: SHA-256 of its NFC text, in hexadecimal. */
export function digestOf(paragraph: string): string {
  return createHash('sha256').update(paragraph.normalize('NFC')).digest('hex');
}

/** The claim of a property of a source that counts; the preferred one where there are several. */
export function sourceClaimOf({ subjects }: Seed, source: string, name: 'file' | 'body'): SeedValue | undefined {
  const candidates = (subjects.of(source)?.claims ?? []).filter(
    (claim): claim is SeedValue => claim.property.name === name && !claim.absence && claim.rank !== 'DEPRECATED',
  );
  return candidates.find(({ rank }) => rank === 'PREFERRED') ?? candidates[0];
}

/** Reads the documents among the sources of a seed from a folder, by their `file` property. */
export async function readDocuments(seed: Seed, directory: string): Promise<Documents> {
  const documents = new Map<string, SourceDocument | string>();
  for (const { entity } of seed.subjects.ofKind('source')) {
    if (!seed.dataSets.has(entity.id)) documents.set(entity.id, await readDocument(seed, entity.id, directory));
  }
  return documents;
}

async function readDocument(seed: Seed, source: string, directory: string): Promise<SourceDocument | string> {
  const file = sourceClaimOf(seed, source, 'file')?.value;
  if (typeof file !== 'string')
    return `${source} does not say in which file it is kept; write file: { value: …, cite: […] }.`;
  const path = join(directory, file);
  try {
    const bytes = await readFile(path);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { paragraphs: paragraphsOf(text), digest: createHash('sha256').update(bytes).digest('hex') };
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? (cause as Error).message;
    return `${path}, the file of ${source}, cannot be read (${reason}).`;
  }
}
