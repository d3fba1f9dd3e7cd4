import { execute, parse } from 'graphql';
import { expect } from 'vitest';
import { fold } from '../../src/model/fold.js';
import type { EntityRecord } from '../../src/model/release.js';
import type { OpenGraph } from '../../src/query/open-graph.js';

/** Every name of every entity of a graph, written in every way in which people may write it. */

const TONES = '\u0300\u0301\u0303\u0309\u0323';

const decomposed = (text: string, change: (text: string) => string) => change(text.normalize('NFD')).normalize('NFC');

/** Ways to write a name that leave it the same name. */
export const FORMS: Readonly<Record<string, (name: string) => string>> = {
  'as it is': (name) => name,
  'without marks': (name) =>
    decomposed(name, (text) =>
      text
        .replace(/[\u0300-\u036f]/g, '')
        .replace(/đ/g, 'd')
        .replace(/Đ/g, 'D'),
    ),
  'in NFD': (name) => name.normalize('NFD'),
  'in upper case': (name) => name.toUpperCase(),
  'with old tone placement': (name) =>
    decomposed(name, (text) => text.replace(new RegExp(`([ou])([${TONES}])([aey])`, 'gi'), '$1$3$2')),
  'with new tone placement': (name) =>
    decomposed(name, (text) => text.replace(new RegExp(`([ou])([aey])([${TONES}])`, 'gi'), '$1$3$2')),
  'without spaces': (name) => name.replace(/\s/g, ''),
  'with hyphens': (name) => name.replace(/\s/g, '-'),
};

const wordsOf = (text: string): readonly string[] => fold(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
const squeezed = (text: string) => wordsOf(text).join('');

/** The name, folded, with another letter in the middle of its first word of five letters or more; nothing where it has none. */
export function withWrongLetter(name: string): string | undefined {
  const words = [...wordsOf(name)];
  const place = words.findIndex((word) => /^[a-z]{5,40}$/.test(word));
  if (place < 0) return undefined;
  const word = words[place]!;
  const middle = Math.floor(word.length / 2);
  const wrong = String.fromCharCode(((word.charCodeAt(middle) - 97 + 1) % 26) + 97);
  return words.with(place, word.slice(0, middle) + wrong + word.slice(middle + 1)).join(' ');
}

/** A text to look for, and the entity that it has to find. */
interface Case {
  readonly entity: EntityRecord;
  readonly text: string;
  readonly form: string;
}

interface Candidate {
  readonly score: number;
  readonly matchedOn: string;
  readonly entity: { readonly id: string };
}

const QUESTION = parse(
  'query ($queries: [MatchInput!]!) { match(queries: $queries, first: 40) { query candidates { score matchedOn entity { id } } } }',
);
const MOST = 50;

/** Looks for texts as `match` does, many at a time. */
export async function* candidatesOf<Each extends { readonly text: string }>(
  graph: OpenGraph,
  cases: readonly Each[],
): AsyncGenerator<readonly [Each, readonly Candidate[]]> {
  for (let start = 0; start < cases.length; start += MOST) {
    const batch = cases.slice(start, start + MOST);
    const { data, errors } = (await execute({
      schema: graph.schema,
      document: QUESTION,
      contextValue: graph.context(new AbortController().signal),
      fieldResolver: graph.fieldResolver as never,
      variableValues: { queries: batch.map(({ text }) => ({ name: text })) },
    })) as { readonly data: any; readonly errors?: readonly Error[] };
    if (errors) throw errors[0]!;
    for (const [place, each] of batch.entries()) {
      expect(data.match[place].query).toBe(each.text);
      yield [each, data.match[place].candidates];
    }
  }
}

/** Every name in every form. Names too long to look for are left out. */
export function casesOf(entities: Iterable<EntityRecord>): readonly Case[] {
  const cases: Case[] = [];
  for (const entity of entities) {
    for (const { text: name } of entity.names) {
      for (const [form, write] of Object.entries(FORMS)) {
        const text = write(name);
        if (text.length <= 200) cases.push({ entity, text, form });
      }
    }
  }
  return cases;
}

/**
 * The entity is first, or shares the first score with entities that bear the same name but for case, marks, spaces,
 * hyphens and punctuation.
 */
export function expectFirst({ entity, text, form }: Case, candidates: readonly Candidate[]): void {
  const told = `${entity.id} by ${JSON.stringify(text)}, ${form}`;
  const best = candidates.filter(({ score }) => score === candidates[0]!.score);
  expect(
    best.map((each) => each.entity.id),
    told,
  ).toContain(entity.id);
  for (const { matchedOn } of best) expect(squeezed(matchedOn), told).toBe(squeezed(text));
}

/** Every name with one wrong letter, where it has a word that is long enough. */
export function wrongCasesOf(entities: Iterable<EntityRecord>): readonly Case[] {
  return [...entities].flatMap((entity) =>
    entity.names.flatMap(({ text: name }): Case[] => {
      const text = withWrongLetter(name);
      return text && text.length <= 200 ? [{ entity, text, form: `${name} with a wrong letter` }] : [];
    }),
  );
}

/**
 * The entity is among the equally best, except for entities that the text finds as it is: each of its words is, or
 * begins, a word of their names. Returns whether there are any.
 */
export function expectFirstButFor({ entity, text, form }: Case, candidates: readonly Candidate[]): boolean {
  const told = `${entity.id} by ${JSON.stringify(text)}, ${form}`;
  const isAsTyped = ({ matchedOn }: Candidate) =>
    wordsOf(text).every((word) => wordsOf(matchedOn).some((each) => each.startsWith(word)));
  const others = candidates.filter((each) => each.entity.id === entity.id || !isAsTyped(each));
  const best = others.filter(({ score }) => score === others[0]!.score);
  expect(
    best.map((each) => each.entity.id),
    told,
  ).toContain(entity.id);
  return others.length < candidates.length;
}
