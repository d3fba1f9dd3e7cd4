import type { Interval } from './interval.js';
import { dateReadingOf } from './partial-date.js';

/** How far the sources of a fact reach when one asks for a day. */
export type Attestation = 'STATED' | 'POSSIBLE' | 'BEYOND_SOURCES' | 'BEFORE' | 'AFTER' | 'NO_TIME';

/** What each means. */
export const ATTESTATIONS: Readonly<Record<Attestation, string>> = {
  STATED: 'The time for which it is stated includes the day.',
  POSSIBLE:
    'It may have held on the day: an end of its time is inexact or not stated, and a source that says so is as late as the day, or undated.',
  BEYOND_SOURCES:
    'Nothing that is stated rules the day out, but every source that says so is older than the day: nobody attests it.',
  BEFORE: 'The day lies before the time for which it is stated: the sources do not say that it held yet.',
  AFTER: 'The day lies after the time for which it is stated: the sources do not say that it still held.',
  NO_TIME: 'No time is stated for it: it was signed, or is so, without a beginning and an end.',
};

/** What is stated of the time of a fact, and how late its sources are. */
export interface Attested {
  readonly validTime?: Interval | undefined;
  /** The latest day on which a source that says so may have been published; absent where one of them is undated. */
  readonly until?: string | undefined;
}

/** How far the sources of a fact reach for a day, `YYYY-MM-DD`. */
export function attestationOn({ validTime, until }: Attested, day: string): Attestation {
  if (!validTime) return 'NO_TIME';
  const from = validTime.from && dateReadingOf(validTime.from.edtf);
  const to = validTime.to && dateReadingOf(validTime.to.edtf);
  if (from && from.earliest > day) return 'BEFORE';
  if (to && to.latest < day) return 'AFTER';
  if (from && to && from.latest <= day && to.earliest >= day) return 'STATED';
  return until !== undefined && until < day ? 'BEYOND_SOURCES' : 'POSSIBLE';
}

/** The latest of the days until which sources were published; absent where one is undated, or there is none. */
export function latestDay(days: readonly (string | undefined)[]): string | undefined {
  return days.every((day) => day) ? (days as string[]).toSorted().at(-1) : undefined;
}
