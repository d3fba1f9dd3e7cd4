import { createHash } from 'node:crypto';
import type { Release } from '../model/release.js';

/** What a release holds, without its id. */
export type ReleaseContent = Omit<Release, 'id' | 'kinds'>;

/**
 * The id of a release: the first 16 hexadecimal digits of the SHA-256 of all its records, each as JSON with sorted keys
 * in the order of their ids. The order of files, keys and statements in a seed, and its formatting, change nothing.
 */
export function releaseId({ date, examples, passages, entities, relations, claims }: ReleaseContent): string {
  const hash = createHash('sha256').update(date);
  const sorted = [...examples].sort((one, other) => (one.id < other.id ? -1 : 1));
  for (const [name, records] of Object.entries({ examples: sorted, passages, entities, relations, claims })) {
    hash.update(`\n# ${name}\n`);
    for (const record of records) hash.update(`${canonicalJson(record)}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}
