import { Kind, Property } from '../model/declare.js';
import { enumeration, partialDate, text } from '../model/leaf.js';
import type { PartialDate } from '../model/partial-date.js';

/** What a source is. */
export const sourceType = enumeration(
  'SourceType',
  'What a source is.',
  {
    ARTICLE: 'An article in a newspaper or on a news site.',
    BRIEFING: 'A briefing by a ministry or another authority.',
    DATASET: 'A public data set, used for reference data.',
  },
  {
    ARTICLE: { vi: 'bài báo', en: 'article' },
    BRIEFING: { vi: 'thông tin của cơ quan nhà nước', en: 'briefing' },
    DATASET: { vi: 'bộ dữ liệu', en: 'data set' },
  },
);

@Kind('A document or data set on whose word the graph rests.')
export class Source {
  @Property(sourceType, 'What it is.', { label: { vi: 'loại nguồn', en: 'type' } })
  readonly type?: string | null;

  @Property(text, 'Who published it.', { label: { vi: 'nơi xuất bản', en: 'publisher' } })
  readonly publisher?: string | null;

  @Property(text, 'Who wrote it, where it is named.', { label: { vi: 'tác giả', en: 'author' } })
  readonly author?: string | null;

  @Property(partialDate, 'When it was published.', { label: { vi: 'ngày xuất bản', en: 'published on' } })
  readonly publishedOn?: PartialDate | null;

  @Property(text, 'The file under which it is kept, or the package and version in which a data set was read.', {
    label: { vi: 'tệp', en: 'file' },
  })
  readonly file?: string | null;

  @Property(text, 'The SHA-256 of that file, in hexadecimal.', { label: { vi: 'mã băm SHA-256', en: 'SHA-256 hash' } })
  readonly digest?: string | null;

  @Property(
    text,
    'The paragraphs that belong to the document itself, as ranges; the others are furniture of the page, such as teasers.',
    { label: { vi: 'các đoạn thuộc văn bản', en: 'paragraphs of the document itself' } },
  )
  readonly body?: string | null;

  @Property(text, 'The licence under which a data set may be used.', { label: { vi: 'giấy phép', en: 'licence' } })
  readonly licence?: string | null;
}
