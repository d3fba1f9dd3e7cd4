import { bestClaim, type WeighedClaim } from '../model/best-claim.js';
import type { Interval } from '../model/interval.js';
import type { Leaf } from '../model/leaf.js';
import { dateReadingOf, type PartialDate } from '../model/partial-date.js';
import type { Quantity } from '../model/quantity.js';
import { groupBy } from './group-by.js';
import type { SeedClaim } from './seed.js';

/** How wide an end of an interval counts that is left out, in days: wider than any that is given. */
const OPEN = 10_000_000;

/** How wide a value is: 0 for an exact one, days for a date; an approximate or uncertain date is a little wider. */
export function widthOf(leaf: Leaf, value: unknown): number {
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

/** A claim of a seed with its weight. */
export type WeighedSeedClaim = WeighedClaim & { readonly seedClaim: SeedClaim };

/** A claim weighed by the sources that it cites; `publishedOn` gives the latest day on which each may be published. */
export function weigh(claim: SeedClaim, id: string, publishedOn: ReadonlyMap<string, string>): WeighedSeedClaim {
  const sources = new Set(claim.citations.map(({ source }) => source));
  const days = [...sources].map((source) => publishedOn.get(source) ?? '');
  const { subject, property, value, validTime, modality, rank, origin } = claim;
  return {
    id,
    subject,
    property: property.name,
    value,
    ...(validTime && { validTime }),
    modality,
    rank,
    origin,
    citations: [],
    width: widthOf(property.leaf, value),
    sources: sources.size,
    latestSource: days.sort().at(-1) ?? '',
    seedClaim: claim,
  };
}

/** The ids of the best claims, one at most for each property of each entity. */
export function bestOf(claims: readonly WeighedSeedClaim[], now: string): ReadonlySet<string> {
  const byProperty = groupBy(claims, ({ subject, property }) => `${subject} ${property}`);
  return new Set([...byProperty.values()].flatMap((candidates) => bestClaim(candidates, now)?.id ?? []));
}

function dateWidth({ edtf }: PartialDate): number {
  const { earliest, latest, approximate, uncertain } = dateReadingOf(edtf);
  return (Date.parse(latest) - Date.parse(earliest)) / 86_400_000 + (approximate || uncertain ? 1 : 0);
}
