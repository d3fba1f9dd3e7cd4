import { fold } from './fold.js';
import type { Name } from './name.js';

/**
 * What a search compares of a text and of a name. It is made here, once: when a release is loaded, of each name, and
 * when a question is read, of its text; so all that a store does is compare.
 */

/** A text as a search compares it. `Tỉnh Đồng–Nai (cũ)` has the words `tinh`, `dong`, `nai` and `cu`. */
export interface SearchKeys {
  /** As it is written, in one Unicode form, without spaces at its ends. */
  readonly written: string;
  /** Its words, folded: runs of letters, marks and digits. Whatever stands between them is left out. */
  readonly words: readonly string[];
  /** Its words with one space between two. */
  readonly spaced: string;
  /** Its words with nothing between them: `Hà Nội`, `Hanoi` and `ha-noi` are one. */
  readonly squeezed: string;
}

/** The search keys of a text. */
export function searchKeysOf(text: string): SearchKeys {
  const words = fold(text).match(WORD) ?? [];
  return { written: text.normalize('NFC').trim(), words, spaced: words.join(' '), squeezed: words.join('') };
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** A name of an entity with what a search compares of it. */
export interface SearchName extends SearchKeys {
  readonly name: Name;
}

/**
 * The names of an entity in the order in which they are preferred where several match equally well: those to show in
 * their languages first, then by text.
 */
export function searchNamesOf(names: readonly Name[]): readonly SearchName[] {
  return names
    .toSorted((one, other) => Number(other.preferred) - Number(one.preferred) || compareText(one.text, other.text))
    .map((name) => ({ name, ...searchKeysOf(name.text) }));
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/**
 * What two words must have in common to be within one edit of each other: the word, and the word without each one of
 * its letters. So one letter may be missing, too many, another one, or in its neighbour's place.
 *
 * Only words of 5 to 40 Latin letters have any: a shorter word with a wrong letter is another word, and so is a number,
 * and Khmer is written without spaces and with several marks to a letter.
 */
export function editKeysOf(word: string): readonly string[] {
  if (!EDITABLE.test(word)) return [];
  const letters = [...word];
  return [...new Set([word, ...letters.map((_, place) => letters.toSpliced(place, 1).join(''))])];
}

const EDITABLE = /^\p{Script=Latin}{5,40}$/u;

/**
 * How well a name matches a text, in thousandths, from the best. A name that matches in one of the ways of `covering`
 * has so much and up to 49 more: the part of its length that the text has.
 */
export const POINTS = {
  written: 1000,
  equal: 900,
  startsWithWords: 750,
  startsWith: 700,
  hasWords: 550,
  hasBeginnings: 500,
  hasWordsNearly: 300,
} as const;

/** How many points more a name has that is no longer than the text. */
export const MOST_COVERAGE = 49;

/** How many points more an entity has that has to do with the country sought: more than any part of a name that is covered. */
export const COUNTRY_POINTS = 100;

/** A way in which a name matches a text. */
export type Likeness = keyof typeof POINTS;

/** What points are made of: the way in which the name matches, and what was added for the part that the text covers. */
export function partsOfPoints(points: number): { readonly likeness: Likeness; readonly coverage: number } {
  const [likeness, least] = (Object.entries(POINTS) as [Likeness, number][]).find(([, each]) => each <= points)!;
  return { likeness, coverage: points - least };
}
