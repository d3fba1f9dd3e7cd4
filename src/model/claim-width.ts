import type { Interval } from './interval.js';
import type { Leaf } from './leaf.js';
import { dateReadingOf, type PartialDate } from './partial-date.js';
import type { Quantity } from './quantity.js';
import type { ClaimRecord } from './release.js';

/** How wide an end of an interval counts that is left out, in days: wider than any that is given. */
const OPEN = 10_000_000;

/** How wide it counts that something is not known: wider than any value. */
const UNKNOWN = 3 * OPEN;

/** How wide a claim is: as its value. That there is none is exact. @param leaf That of the property; a relation has none. */
export function claimWidth({ value, absence }: Pick<ClaimRecord, 'value' | 'absence'>, leaf: Leaf | undefined): number {
  if (absence) return absence === 'UNKNOWN' ? UNKNOWN : 0;
  return widthOf(leaf!, value);
}

/** How wide a value is: 0 for an exact one, days for a date; an approximate or uncertain date is a little wider. */
function widthOf(leaf: Leaf, value: unknown): number {
  switch (leaf.family) {
    case 'date':
      return dateWidth(value as PartialDate);
    case 'interval': {
      const { from, to } = value as Interval;
      return (from ? dateWidth(from) : OPEN) + (to ? dateWidth(to) : OPEN);
    }
    case 'quantity':
      return (value as Quantity).comparator === 'EXACTLY' ? 0 : 1;
    default:
      return 0;
  }
}

function dateWidth({ edtf }: PartialDate): number {
  const { earliest, latest, approximate, uncertain } = dateReadingOf(edtf);
  return (Date.parse(latest) - Date.parse(earliest)) / 86_400_000 + (approximate || uncertain ? 1 : 0);
}
