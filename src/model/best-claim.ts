import { mayInclude } from './interval.js';
import type { FactParts } from './release.js';

/** What is needed to weigh a claim against another of the same property. */
export interface WeighedClaim extends Pick<FactParts, 'id' | 'validTime' | 'modality' | 'rank'> {
  /** How wide the value is: 0 for an exact one, days for a date. */
  readonly width: number;
  /** How many sources say it. */
  readonly sources: number;
  /** The day of the latest of them, `YYYY-MM-DD`; empty where none is dated. */
  readonly latestSource: string;
}

const RANKS = ['PREFERRED', 'NORMAL', 'DEPRECATED'];
const MODALITIES = ['REPORTED', 'ESTIMATED', 'PLANNED', 'TARGET', 'DENIED'];

/** Whether a claim may be the best at all: what is known to be wrong, or denied, never is. */
export function mayBeBest({ rank, modality }: Pick<FactParts, 'rank' | 'modality'>): boolean {
  return rank !== 'DEPRECATED' && modality !== 'DENIED';
}

/** The place of a claim among others by rank and, if those are equal, by modality: the smaller comes first. */
export function standing({ rank, modality }: Pick<FactParts, 'rank' | 'modality'>): number {
  return RANKS.indexOf(rank) * MODALITIES.length + MODALITIES.indexOf(modality);
}

/**
 * The claim whose value a plain field gives, among the claims of one property of one entity.
 *
 * A claim that holds now comes before one that does not; then, in order: the editors' rank; reported before estimated
 * before planned; the more exact; the more sources; the later source; the smaller id. A deprecated claim is never best.
 *
 * @param now The release's own date, `YYYY-MM-DD`.
 */
export function bestClaim<Claim extends WeighedClaim>(claims: readonly Claim[], now: string): Claim | undefined {
  return claims.filter(mayBeBest).sort((one, other) => compareClaims(one, other, now))[0];
}

function compareClaims(one: WeighedClaim, other: WeighedClaim, now: string): number {
  return (
    Number(mayInclude(other.validTime, now)) - Number(mayInclude(one.validTime, now)) ||
    standing(one) - standing(other) ||
    one.width - other.width ||
    other.sources - one.sources ||
    compareText(other.latestSource, one.latestSource) ||
    compareText(one.id, other.id)
  );
}

/** Compares two texts by code point. */
export function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
