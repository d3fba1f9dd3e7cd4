import { mayInclude } from './interval.js';
import type { ClaimRecord } from './release.js';

/** What is needed to weigh a claim against another of the same property. */
export interface WeighedClaim extends Omit<ClaimRecord, 'isBest'> {
  /** How wide the value is: 0 for an exact one, days for a date. */
  readonly width: number;
  /** How many sources say it. */
  readonly sources: number;
  /** The day of the latest of them, `YYYY-MM-DD`; empty where none is dated. */
  readonly latestSource: string;
}

const RANKS = ['PREFERRED', 'NORMAL', 'DEPRECATED'];
const MODALITIES = ['REPORTED', 'ESTIMATED', 'PLANNED', 'TARGET', 'DENIED'];

/**
 * The claim whose value a plain field gives, among the claims of one property of one entity.
 *
 * A claim that holds now comes before one that does not; then, in order: the editors' rank; reported before estimated
 * before planned; the more exact; the more sources; the later source; the smaller id. A deprecated claim is never best.
 *
 * @param now The release's own date, `YYYY-MM-DD`.
 */
export function bestClaim<Claim extends WeighedClaim>(claims: readonly Claim[], now: string): Claim | undefined {
  const candidates = claims.filter((claim) => claim.rank !== 'DEPRECATED' && claim.modality !== 'DENIED');
  return candidates.sort((one, other) => compareClaims(one, other, now))[0];
}

function compareClaims(one: WeighedClaim, other: WeighedClaim, now: string): number {
  return (
    Number(mayInclude(other.validTime, now)) - Number(mayInclude(one.validTime, now)) ||
    RANKS.indexOf(one.rank) - RANKS.indexOf(other.rank) ||
    MODALITIES.indexOf(one.modality) - MODALITIES.indexOf(other.modality) ||
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
