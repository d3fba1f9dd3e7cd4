import type { Phrases } from './declare.js';
import type { Interval } from './interval.js';
import type { Modality } from './leaf.js';
import { nameIn, type Name } from './name.js';
import { dateReadingOf, type Language, type PartialDate } from './partial-date.js';

/** What a store tells of a path: the names of its entities from start to end, and what is stated of each relation. */
export interface ToldPath {
  readonly names: readonly (readonly Name[])[];
  readonly hops: readonly ToldHop[];
}

/** One relation of a path as it is told. */
export interface ToldHop {
  readonly type: string;
  /** It is followed from its start to its end. */
  readonly forward: boolean;
  readonly modality: Modality;
  readonly validTime: Interval | null;
}

/** What is said of a relation that is not reported as a fact. None is DENIED: such a relation is no part of a path. */
const RESERVATIONS: Readonly<Record<'vi' | 'en', Readonly<Partial<Record<Modality, string>>>>> = {
  vi: { PLANNED: ' (theo kế hoạch)', TARGET: ' (mục tiêu)', ESTIMATED: ' (ước tính)' },
  en: { PLANNED: ' (planned)', TARGET: ' (a target)', ESTIMATED: ' (an estimate)' },
};

/**
 * A path in words, hop by hop: “An is a party to Peace; Peace has as a party Hue.” Khmer names are put into Vietnamese
 * words.
 *
 * @param phrases The phrases of each type of relationship that has any. For another, the type itself is named.
 */
export function pathSentence(
  { names, hops }: ToldPath,
  language: Language,
  phrases: ReadonlyMap<string, Phrases>,
): string {
  const told = language === 'en' ? 'en' : 'vi';
  const parts = hops.map(({ type, forward, modality }, place) => {
    const [one, other] = [nameIn(names[place]!, language), nameIn(names[place + 1]!, language)];
    const phrase = phrases.get(type)?.[told][forward ? 0 : 1] ?? (forward ? `–${type}→` : `←${type}–`);
    return `${one} ${phrase} ${other}${RESERVATIONS[told][modality] ?? ''}`;
  });
  return `${parts.join('; ')}.`;
}

/** Whether nothing that is stated rules out that there was a day on which all of some intervals held. */
export function holdTogether(intervals: readonly (Interval | null)[]): boolean {
  const { from, to } = narrowest(intervals);
  return !from || !to || dateReadingOf(from.edtf).earliest <= dateReadingOf(to.edtf).latest;
}

/**
 * The time that some intervals have in common: from the last of their beginnings to the first of their ends. `null` where
 * none has either, and where they cannot all have held on one day.
 */
export function commonTime(intervals: readonly (Interval | null)[]): Interval | null {
  const { from, to } = narrowest(intervals);
  if ((!from && !to) || !holdTogether(intervals)) return null;
  return { ...(from && { from }), ...(to && { to }) };
}

/** The beginning that rules out most, and the end: of two that rule out as much, the narrower date, then the first. */
function narrowest(intervals: readonly (Interval | null)[]): Interval {
  const [from] = intervals.flatMap((interval) => interval?.from ?? []).sort((one, other) => later(other, one));
  const [to] = intervals.flatMap((interval) => interval?.to ?? []).sort((one, other) => ending(one, other));
  return { ...(from && { from }), ...(to && { to }) };
}

/** Orders beginnings by the first day that they allow; of two with the same, the wider comes later. */
function later(one: PartialDate, other: PartialDate): number {
  const [mine, theirs] = [dateReadingOf(one.edtf), dateReadingOf(other.edtf)];
  return compare(mine.earliest, theirs.earliest) || compare(theirs.latest, mine.latest);
}

/** Orders ends by the last day that they allow; of two with the same, the narrower comes first. */
function ending(one: PartialDate, other: PartialDate): number {
  const [mine, theirs] = [dateReadingOf(one.edtf), dateReadingOf(other.edtf)];
  return compare(mine.latest, theirs.latest) || compare(theirs.earliest, mine.earliest);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
