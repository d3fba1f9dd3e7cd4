import { dateReadingOf, type PartialDate } from '../model/partial-date.js';
import { PUBLISHED_ON, publicationOf } from '../model/publication.js';
import type { Seed, SeedClaim, SeedSubject, SeedValue } from './seed.js';

/** What `now` means where no source is dated: after everything, so that whatever has an end is over. */
const UNDATED = '9999-12-31';

/**
 * The latest day on which each source may have been published, by its id.
 *
 * @param propertiesOf The best values of a source.
 */
export function publicationDays(
  seed: Seed,
  propertiesOf: (source: SeedSubject) => Readonly<Record<string, unknown>>,
): ReadonlyMap<string, string> {
  const days = new Map<string, string>();
  for (const source of seed.subjects.ofKind('source')) {
    const { id, kind } = source.entity;
    const latest = publicationOf({ kind: kind.name, properties: propertiesOf(source) })?.latest;
    if (latest) days.set(id, latest);
  }
  return days;
}

/**
 * The release's own date: the day of its latest document, or of its latest data set where no document is dated. A date
 * that an editor inferred and that is no single day says too little to count.
 */
export function releaseDate(seed: Seed): string {
  const published = publicationsIn(seed);
  const ofDocuments = published.filter(({ subject }) => !seed.dataSets.has(subject));
  return latestDay(ofDocuments) ?? latestDay(published) ?? UNDATED;
}

function latestDay(published: readonly SeedValue[]): string | undefined {
  const days = published.flatMap(({ value }) => {
    const { edtf, inferred } = value as PartialDate;
    const { latest, precision } = dateReadingOf(edtf);
    return inferred !== undefined && precision !== 'DAY' ? [] : latest;
  });
  return days.sort().at(-1);
}

function publicationsIn({ subjects }: Seed): readonly SeedValue[] {
  return [...subjects.ofKind('source')].flatMap(({ claims }) => claims.filter(isPublication));
}

function isPublication(claim: SeedClaim): claim is SeedValue {
  return (
    claim.property.name === PUBLISHED_ON &&
    !claim.absence &&
    claim.property.leaf.family === 'date' &&
    claim.rank !== 'DEPRECATED' &&
    claim.modality !== 'DENIED'
  );
}
