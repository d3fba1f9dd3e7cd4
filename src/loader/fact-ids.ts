import { relationId } from './ids.js';
import type { SeedFact, Statement } from './seed.js';

/** The ends of a fact in the relationship's own direction; one without direction goes from the smaller id. */
export function endsOf({ subject, to, relation }: SeedFact): { readonly from: string; readonly to: string } {
  const turned = relation.direction === 'in' || (relation.direction === 'both' && to < subject);
  return turned ? { from: to, to: subject } : { from: subject, to };
}

/** The id of a fact, but for how it is stated. */
export function plainFactId(fact: SeedFact): string {
  const { from, to } = endsOf(fact);
  return relationId(fact.relation.relationship.type, from, to, fact.validTime);
}

/** How something is stated, as an id shows it; empty for what a document reports. */
export function circumstancesOf({ modality, origin }: Statement): string {
  const parts = [modality === 'REPORTED' ? '' : modality, origin === 'DOCUMENT' ? '' : origin];
  return parts
    .filter((part) => part !== '')
    .join('-')
    .toLowerCase();
}

/**
 * Finds the entries in which a fact may stand that another, or the same, has as well: of each fact a digest is
 * remembered, not its id, so that two that only seem the same are among them.
 */
export class RepeatedFacts {
  /** The first entry for each digest. */
  readonly #first = new Map<number, number>();
  readonly #entries = new Set<number>();

  add(fact: SeedFact, entry: number): void {
    const digest = digestOf(plainFactId(fact));
    const first = this.#first.get(digest);
    if (first === undefined) this.#first.set(digest, entry);
    else this.#entries.add(first).add(entry);
  }

  /** The numbers of those entries, in the order in which they were read. */
  entries(): readonly number[] {
    return [...this.#entries].sort((one, other) => one - other);
  }
}

/** A digest of a text, of 53 bits: two multiplicative hashes of 32 bits side by side. */
function digestOf(text: string): number {
  let [high, low] = [0x9e3779b1, 0x85ebca6b];
  for (let place = 0; place < text.length; place++) {
    const unit = text.charCodeAt(place);
    high = Math.imul(high ^ unit, 0x27d4eb2f);
    low = Math.imul(low ^ unit, 0x165667b1);
    low ^= low >>> 13;
  }
  high = Math.imul(high ^ (high >>> 15), 0x2c1b3c6d) ^ (low >>> 12);
  return ((high ^ (high >>> 16)) >>> 11) * 2 ** 32 + (low >>> 0);
}
