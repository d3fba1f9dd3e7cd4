import type { Language } from '../words.js';
import type { PictureWords } from './picture-words.js';

/** The days as of which a part of a question is asked. ISO dates. */
export interface Moment {
  readonly validAt?: string | undefined;
  readonly knownAt?: string | undefined;
}

/** Where an answer tells of other days than its release: a moment for each `asOf`, by its response keys joined with dots. */
export type Moments = ReadonlyMap<string, Moment>;

/** A moment as a key; that of the release itself is empty. */
export const keyOfMoment = (moment: Moment | undefined): string =>
  moment ? `${moment.validAt ?? ''} ${moment.knownAt ?? ''}` : '';

/** A moment in words: `as of 15 October 2005`. */
export function momentText(moment: Moment | undefined, words: PictureWords, language: Language): string {
  if (!moment) return words.asOfRelease;
  const { validAt, knownAt } = moment;
  return [
    validAt !== undefined && words.asOf(dayText(validAt, language)),
    knownAt !== undefined && words.asKnown(dayText(knownAt, language)),
  ]
    .filter((part) => typeof part === 'string')
    .join(', ');
}

/** A day in words; as it is where it is none. */
export function dayText(day: string, language: Language): string {
  const date = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(date.getTime())
    ? day
    : date.toLocaleDateString(language === 'vi' ? 'vi' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' });
}
