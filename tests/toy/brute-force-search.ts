import { fold } from '../../src/model/fold.js';
import { nameIn } from '../../src/model/name.js';
import type { EntityRecord } from '../../src/model/release.js';
import { sortKey } from '../../src/model/sort-key.js';
import { byCodePoint } from './brute-force.js';
import { toyKinds } from './kinds.js';

/**
 * A search by brute force: every name of every entity is compared with the text, one way of matching after the other, as
 * src/plan/search.ts has them in words. It knows no keys and no index.
 */

/** An entity that was found. */
export interface BruteHit {
  readonly entity: EntityRecord;
  readonly kind: string;
  readonly points: number;
  /** Points for the country. */
  readonly country: number;
  readonly matchedOn: string;
  readonly isMatch: boolean;
}

export interface BruteSearch {
  readonly text: string;
  readonly kinds?: readonly string[] | null | undefined;
  /** Words must be met as they are. */
  readonly asTyped?: boolean;
  /** The entity that is the country sought, or has to do with it. */
  readonly isOfCountry?: ((entity: EntityRecord) => boolean) | undefined;
}

const wordsOf = (text: string): readonly string[] =>
  fold(text)
    .split(/[^\p{L}\p{M}\p{N}]/u)
    .filter((word) => word !== '');

const isLatinLetter = (letter: string) => /^\p{Script=Latin}$/u.test(letter);
const mayHaveWrongLetter = (word: string) =>
  [...word].length >= 5 && [...word].length <= 40 && [...word].every(isLatinLetter);

/** All texts that are left of a word when one letter is left out, or none. */
const leavings = (word: string): readonly string[] =>
  [...word, ''].map((_, place) => [...word].filter((__, other) => other !== place).join(''));

/** Whether two words become equal by leaving out at most one letter of each. */
export function areWithinOneEdit(one: string, other: string): boolean {
  if (!mayHaveWrongLetter(one) || !mayHaveWrongLetter(other)) return false;
  return leavings(one).some((mine) => leavings(other).includes(mine));
}

/** How well one name matches, in thousandths; 0 where it does not. */
export function brutePoints(text: string, name: string, asTyped = false): number {
  const [mine, theirs] = [wordsOf(text), wordsOf(name)];
  if (mine.length === 0) return 0;
  if (text.normalize('NFC').trim() === name.normalize('NFC').trim()) return 1000;
  if (mine.join('') === theirs.join('')) return 900;
  const [wanted, whole] = [mine.join(' '), theirs.join(' ')];
  const covered = Math.floor((49 * Math.min(wanted.length, whole.length)) / whole.length);
  if (whole.startsWith(`${wanted} `)) return 750 + covered;
  if (whole.startsWith(wanted)) return 700 + covered;
  if (mine.every((word) => theirs.includes(word))) return 550 + covered;
  const begins = (word: string) => theirs.some((each) => each.startsWith(word));
  if (mine.every(begins)) return 500 + covered;
  const isNear = (word: string) => !asTyped && theirs.some((each) => areWithinOneEdit(word, each));
  return mine.every((word) => begins(word) || isNear(word)) ? 300 + covered : 0;
}

/** What is found, the best first. */
export function bruteSearch(
  entities: readonly EntityRecord[],
  { text, kinds, asTyped, isOfCountry }: BruteSearch,
): readonly BruteHit[] {
  const found = entities.flatMap((entity): Omit<BruteHit, 'isMatch'>[] => {
    const { kind } = toyKinds.find(({ name }) => name === entity.kind)!;
    if (kinds && !kinds.includes(kind)) return [];
    const [best] = entity.names
      .map((name) => ({ name, points: brutePoints(text, name.text, asTyped) }))
      .sort(
        (one, other) =>
          other.points - one.points ||
          Number(other.name.preferred) - Number(one.name.preferred) ||
          byCodePoint(one.name.text, other.name.text),
      );
    return best && best.points > 0
      ? [{ entity, kind, points: best.points, country: isOfCountry?.(entity) ? 100 : 0, matchedOn: best.name.text }]
      : [];
  });
  const isEqual = ({ points, country }: Omit<BruteHit, 'isMatch'>) => points >= 900 && (!isOfCountry || country > 0);
  const equal = found.filter(isEqual).length;
  return found
    .map((hit) => ({ ...hit, isMatch: isEqual(hit) && equal === 1 }))
    .sort(
      (one, other) =>
        other.points + other.country - one.points - one.country ||
        byCodePoint(sortKey(nameIn(one.entity.names, 'vi')), sortKey(nameIn(other.entity.names, 'vi'))) ||
        byCodePoint(one.entity.id, other.entity.id),
    );
}

/** How many were found of each kind, the most first. */
export function bruteKinds(found: readonly BruteHit[]): readonly { readonly key: string; readonly count: number }[] {
  const keys = [...new Set(found.map(({ kind }) => kind))];
  return keys
    .map((key) => ({ key, count: found.filter(({ kind }) => kind === key).length }))
    .sort((one, other) => other.count - one.count || byCodePoint(one.key, other.key));
}

const LEAST = [1000, 900, 750, 700, 550, 500, 300];

/** One part of the points of a hit. */
export interface BruteFeature {
  readonly name: string;
  readonly points: number;
  /** Of which parts. */
  readonly of: readonly [points: number, country: number];
}

/** What the points of a hit are made of: the way of matching, and below a full match the part that is covered. */
export function bruteFeatures(points: number, country: number): readonly BruteFeature[] {
  const least = LEAST.find((each) => each <= points)!;
  const of = [points, country] as const;
  return [
    { name: 'likeness', points: least, of },
    ...(least < 900 ? [{ name: 'coverage', points: points - least, of }] : []),
    ...(country > 0 ? [{ name: 'country', points: country, of }] : []),
  ];
}
