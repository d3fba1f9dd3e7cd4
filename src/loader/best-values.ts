import { bestClaim, type WeighedClaim } from '../model/best-claim.js';
import { claimWidth } from '../model/claim-width.js';
import { tellsPublication } from '../model/publication.js';
import type { ClaimRecord } from '../model/release.js';
import { groupBy } from './group-by.js';
import type { SeedClaim } from './seed.js';

/** A claim of a seed with its weight. */
export type WeighedSeedClaim = WeighedClaim & Omit<ClaimRecord, 'isBest'> & { readonly seedClaim: SeedClaim };

/**
 * A claim weighed by the sources that it cites; `publishedOn` gives the latest day on which each may be published. When
 * a source was published is itself weighed as if no source were dated.
 */
export function weigh(claim: SeedClaim, id: string, publishedOn: ReadonlyMap<string, string>): WeighedSeedClaim {
  const sources = new Set(claim.citations.map(({ source }) => source));
  const days = tellsPublication({ subject: claim.subject, property: claim.property.name })
    ? []
    : [...sources].map((source) => publishedOn.get(source) ?? '');
  const { subject, property, value, absence, validTime, modality, rank, origin } = claim;
  return {
    id,
    subject,
    property: property.name,
    ...(absence ? { absence } : { value }),
    ...(validTime && { validTime }),
    modality,
    rank,
    origin,
    citations: [],
    width: claimWidth(claim, 'leaf' in property ? property.leaf : undefined),
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
