import { dateReadingOf, dayNumber, type PartialDate } from './partial-date.js';

/** A span of time between two partial dates; an end that is absent is open or unknown. */
export interface Interval {
  readonly from?: PartialDate;
  readonly to?: PartialDate;
}

/** Whether an interval may include a day: neither end rules it out. No interval rules out nothing. */
export function mayInclude(interval: Interval | undefined, isoDay: string): boolean {
  const day = dayNumber(isoDay);
  if (interval?.from && dayNumber(dateReadingOf(interval.from.edtf).earliest) > day) return false;
  return !(interval?.to && dayNumber(dateReadingOf(interval.to.edtf).latest) < day);
}

/** The interval as EDTF writes one: `1979-01-07/..`. */
export function intervalText({ from, to }: Interval): string {
  return `${from?.edtf ?? '..'}/${to?.edtf ?? '..'}`;
}
