import { dateReadingOf, type PartialDate } from './partial-date.js';
import type { ClaimRecord, EntityRecord } from './release.js';

/**
 * When sources were published: what decides which of them are known on a day, and which is the later of two. It is read
 * from the best value of the property `publishedOn` of the kind `Source`, once for a release: what is said later about
 * the date of a source does not change when the source came to be known.
 */

const SOURCE = 'Source';

/** The property of a source that tells when it was published. */
export const PUBLISHED_ON = 'publishedOn';

/** The days on which a source may have been published, `YYYY-MM-DD`; both empty where it is not dated. */
export interface Publication {
  readonly earliest: string;
  readonly latest: string;
}

/** When an entity was published; `undefined` where it is no source. */
export function publicationOf({
  kind,
  properties,
}: Pick<EntityRecord, 'kind' | 'properties'>): Publication | undefined {
  if (kind !== SOURCE) return undefined;
  const { edtf } = (properties[PUBLISHED_ON] ?? {}) as Partial<PartialDate>;
  const { earliest, latest } = edtf === undefined ? UNDATED : dateReadingOf(edtf);
  return { earliest, latest };
}

const UNDATED: Publication = { earliest: '', latest: '' };

/**
 * Whether a claim tells when a source was published. Such claims are weighed as if no source were dated, since dates are
 * read from them.
 */
export function tellsPublication({ subject, property }: Pick<ClaimRecord, 'subject' | 'property'>): boolean {
  return subject.startsWith('source/') && property === PUBLISHED_ON;
}
