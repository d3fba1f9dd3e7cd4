import { dateReadingOf, type PartialDate } from './partial-date.js';

/**
 * When sources were published: what decides which of them are known on a day, and which is the later of two. It is read
 * from the best value of the property `publishedOn` of the kind `Source`, once for a release: what is said later about
 * the date of a source does not change when the source came to be known.
 */

/** The declared name of the kind of sources. */
export const SOURCE = 'Source';

/** The property of a source that tells when it was published. */
export const PUBLISHED_ON = 'publishedOn';

/** The days on which a source may have been published, `YYYY-MM-DD`; both empty where that is not dated. */
export interface Publication {
  readonly earliest: string;
  readonly latest: string;
}

/** When a source was published, of the best value of `publishedOn`. */
export function publicationOf(publishedOn: PartialDate | undefined): Publication {
  return publishedOn ? dateReadingOf(publishedOn.edtf) : { earliest: '', latest: '' };
}

/** Whether a claim tells when a source was published. Such claims are weighed as if no source were dated, since dates are read from them. */
export function tellsPublication({ subject, property }: { readonly subject: string; readonly property: string }) {
  return subject.startsWith('source/') && property === PUBLISHED_ON;
}
