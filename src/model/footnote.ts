import { nameIn, type Name } from './name.js';
import { dateText, type PartialDate } from './partial-date.js';

/** What a footnote says of a source. */
export interface DescribedSource {
  readonly names: readonly Name[];
  readonly properties: Readonly<Record<string, unknown>>;
}

/** `Viet Nam–Cambodia relations, Ministry of Foreign Affairs, October 2009, ¶8`, of as much as is known. */
export function footnoteOf({ names, properties }: DescribedSource, locator?: string): string {
  const publishedOn = properties['publishedOn'] as PartialDate | null | undefined;
  const parts = [
    nameIn(names, 'en'),
    properties['publisher'],
    publishedOn && dateText(publishedOn.edtf, 'en'),
    locator,
  ];
  return parts.filter((part) => typeof part === 'string').join(', ');
}
