import { checkMap } from './check-leaf.js';
import { shown, type Located } from './located.js';
import type { Report } from './report.js';
import type { SeedDigest } from './seed.js';

/** The digests of `digests.yaml`, a map from source to paragraph to SHA-256, by `«source id»#«paragraph»`. */
export function* checkDigests(located: Located, report: Report): Generator<readonly [string, SeedDigest]> {
  if (located.form === 'scalar' && located.value === null) return;
  const sources = checkMap(
    located,
    'a map from source to paragraph to SHA-256, as entente verify --write-digests does',
    report,
  );
  for (const [slug, { value }] of sources?.entries ?? []) {
    const paragraphs = checkMap(value, 'a map from paragraph to SHA-256', report);
    for (const [paragraph, { value: digest }] of paragraphs?.entries ?? []) {
      if (digest.form === 'scalar' && typeof digest.value === 'string' && /^[0-9a-f]{64}$/.test(digest.value)) {
        yield [`source/${slug}#${paragraph}`, { place: digest.place, digest: digest.value }];
      } else {
        report(
          digest.place,
          'WRONG_TYPE',
          `${shown(digest)} is not accepted here; write a SHA-256 in lower-case hexadecimal, in quotes.`,
        );
      }
    }
  }
}
