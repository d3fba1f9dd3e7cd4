import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';

/**
 * Makes the id of a release while its records go by, in any order: the first 16 hexadecimal digits of the SHA-256 of
 * the sum, modulo 2^256, of the SHA-256 of each. The order of files, keys and statements in a seed, and its formatting,
 * change nothing.
 */
export class ReleaseId {
  #sum = 0n;

  /** Adds a record of a list, and gives it as JSON with sorted keys. */
  add(list: string, record: unknown): string {
    const json = canonicalJson(record);
    const digest = createHash('sha256').update(`${list}\n${json}`).digest('hex');
    this.#sum = BigInt.asUintN(256, this.#sum + BigInt(`0x${digest}`));
    return json;
  }

  toString(): string {
    return createHash('sha256').update(this.#sum.toString(16)).digest('hex').slice(0, 16);
  }
}
