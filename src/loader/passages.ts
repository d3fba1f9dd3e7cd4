import { compareText } from '../model/best-claim.js';
import { footnoteOf, type DescribedSource } from '../model/footnote.js';
import type { CitationRecord, PassageRecord } from '../model/release.js';
import { readCitation } from './check-citations.js';
import { passageId, withDistinctIds } from './ids.js';
import type { Seed, SeedCitation } from './seed.js';

/** The passages that a seed cites, and the citations of them as a release has them. */
export interface Passages {
  /** Those of each source in the order of their ids. */
  records(): Iterable<PassageRecord>;
  /** Citations as records: each once, in the order of source and paragraph. */
  cite(citations: readonly SeedCitation[]): readonly CitationRecord[];
}

/** Collects the passages that a seed cites; `sourceOf` describes a source as the release does. */
export function collectPassages(
  { cited, dataSets, digests }: Pick<Seed, 'cited' | 'dataSets' | 'digests'>,
  sourceOf: (id: string) => DescribedSource,
): Passages {
  const isParagraph = ({ source, paragraph }: Cited) => paragraph !== undefined && !dataSets.has(source);
  const locatorOf = (citation: Cited) => (isParagraph(citation) ? String(citation.paragraph) : citation.locator);
  const ids = new Map([...cited].map(([source, locators]) => [source, passageIds(source, locators, locatorOf)]));
  const idOf = ({ source, locator }: Cited): string => ids.get(source)!.get(locator)!;

  return {
    *records() {
      for (const source of [...ids.keys()].sort(compareText)) {
        const described = sourceOf(source);
        const locators = [...ids.get(source)!].sort(([, one], [, other]) => compareText(one, other));
        let last: string | undefined;
        for (const [written, id] of locators) {
          if (id === last) continue;
          last = id;
          const citation = citedAt(source, written);
          const { paragraph } = citation;
          const locator = isParagraph(citation) ? `¶${paragraph}` : written;
          const digest = isParagraph(citation) && digests.get(`${source}#${paragraph}`)?.digest;
          yield {
            id,
            source,
            ...(isParagraph(citation) && { paragraph: paragraph! }),
            locator,
            ...(digest && { digest }),
            footnote: footnoteOf(described, locator),
          };
        }
      }
    },
    cite(citations) {
      const distinct = new Map<string, Ordered>();
      for (const citation of citations) {
        const record = citationRecord(idOf(citation), citation, isParagraph(citation));
        const paragraph = isParagraph(citation) ? citation.paragraph! : 0;
        distinct.set(`${record.passage}[${record.start}:${record.end}]`, {
          source: citation.source,
          paragraph,
          record,
        });
      }
      return [...distinct.values()].sort(compareCitations).map(({ record }) => record);
    },
  };
}

type Cited = Omit<SeedCitation, 'place'>;

interface Ordered {
  readonly source: string;
  readonly paragraph: number;
  readonly record: CitationRecord;
}

/** The ids of the passages of one source, by the locators as they are written. */
function passageIds(
  source: string,
  locators: ReadonlySet<string>,
  locatorOf: (citation: Cited) => string,
): ReadonlyMap<string, string> {
  const texts = [...locators].map((written) => [written, locatorOf(citedAt(source, written))] as const);
  const idOf = withDistinctIds(
    texts,
    ([, text]) => passageId(source, text),
    ([, text]) => ({ written: text }),
  );
  return new Map(texts.map((text) => [text[0], idOf(text)]));
}

function citedAt(source: string, locator: string): Cited {
  return readCitation(`${source.slice('source/'.length)}#${locator}`)!;
}

function compareCitations(one: Ordered, other: Ordered): number {
  return (
    compareText(one.source, other.source) ||
    one.paragraph - other.paragraph ||
    compareText(one.record.passage, other.record.passage) ||
    (one.record.start ?? 0) - (other.record.start ?? 0) ||
    (one.record.end ?? 0) - (other.record.end ?? 0)
  );
}

function citationRecord(passage: string, { start, end }: SeedCitation, isParagraph: boolean): CitationRecord {
  return isParagraph && start !== undefined && end !== undefined ? { passage, start, end } : { passage };
}
