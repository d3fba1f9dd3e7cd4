import { Kind, Property } from '../model/declare.js';
import { enumeration, partialDate, text } from '../model/leaf.js';
import type { PartialDate } from '../model/partial-date.js';

/** What a source is. */
export const sourceType = enumeration('SourceType', 'What a source is.', {
  ARTICLE: 'An article in a newspaper or on a news site.',
  BRIEFING: 'A briefing by a ministry or another authority.',
  DATASET: 'A public data set, used for reference data.',
});

@Kind('A document or data set on whose word the graph rests.')
export class Source {
  @Property(sourceType, 'What it is.')
  readonly type?: string | null;

  @Property(text, 'Who published it.')
  readonly publisher?: string | null;

  @Property(text, 'Who wrote it, where it is named.')
  readonly author?: string | null;

  @Property(partialDate, 'When it was published.')
  readonly publishedOn?: PartialDate | null;

  @Property(text, 'The file under which it is kept, or the package and version in which a data set was read.')
  readonly file?: string | null;

  @Property(text, 'The SHA-256 of that file, in hexadecimal.')
  readonly digest?: string | null;

  @Property(
    text,
    'The paragraphs that belong to the document itself, as ranges; the others are furniture of the page, such as teasers.',
  )
  readonly body?: string | null;

  @Property(text, 'The licence under which a data set may be used.')
  readonly licence?: string | null;
}
