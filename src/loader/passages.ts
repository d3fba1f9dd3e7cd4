import { compareText } from '../model/best-claim.js';
import { nameIn } from '../model/name.js';
import { dateText, type PartialDate } from '../model/partial-date.js';
import type { CitationRecord, EntityRecord, PassageRecord } from '../model/release.js';
import { citationsOf } from './check-references.js';
import { passageId, withDistinctIds } from './ids.js';
import type { Seed, SeedCitation } from './seed.js';

/** The passages that a seed cites, and the citations of them as a release has them. */
export interface Passages {
  /** Sorted by id. */
  readonly records: readonly PassageRecord[];
  /** Citations as records: each once, in the order of source and paragraph. */
  cite(citations: readonly SeedCitation[]): readonly CitationRecord[];
}

/** Collects the passages that a seed cites; `entities` are those of the release, where the sources have their dates. */
export function collectPassages(seed: Seed, entities: ReadonlyMap<string, EntityRecord>): Passages {
  const isParagraph = ({ source, paragraph }: SeedCitation) => paragraph !== undefined && !seed.dataSets.has(source);
  const locatorOf = (citation: SeedCitation) => (isParagraph(citation) ? String(citation.paragraph) : citation.locator);
  const idOf = withDistinctIds(
    citationsOf(seed),
    (citation) => passageId(citation.source, locatorOf(citation)),
    (citation) => ({ written: locatorOf(citation) }),
  );
  const records = new Map<string, PassageRecord>();
  for (const citation of citationsOf(seed)) {
    const id = idOf(citation);
    if (records.has(id)) continue;
    const { source, paragraph } = citation;
    const locator = isParagraph(citation) ? `¶${paragraph}` : citation.locator;
    const digest = isParagraph(citation) && seed.digests.get(`${source}#${paragraph}`)?.digest;
    records.set(id, {
      id,
      source,
      ...(isParagraph(citation) && { paragraph: paragraph! }),
      locator,
      ...(digest && { digest }),
      footnote: footnote(entities.get(source)!, locator),
    });
  }
  return {
    records: [...records.values()].sort((one, other) => compareText(one.id, other.id)),
    cite: (citations) =>
      distinctCitations(
        citations.map((citation) => citationRecord(idOf(citation), citation, isParagraph(citation))),
        records,
      ),
  };
}

/** Citations each once, in the order of source, paragraph and range. */
export function distinctCitations(
  citations: readonly CitationRecord[],
  passages: ReadonlyMap<string, PassageRecord>,
): readonly CitationRecord[] {
  const distinct = new Map(
    citations.map((citation) => [`${citation.passage}[${citation.start}:${citation.end}]`, citation]),
  );
  return [...distinct.values()].sort((one, other) => {
    const [first, second] = [passages.get(one.passage)!, passages.get(other.passage)!];
    return (
      compareText(first.source, second.source) ||
      (first.paragraph ?? 0) - (second.paragraph ?? 0) ||
      compareText(first.id, second.id) ||
      (one.start ?? 0) - (other.start ?? 0) ||
      (one.end ?? 0) - (other.end ?? 0)
    );
  });
}

function citationRecord(passage: string, { start, end }: SeedCitation, isParagraph: boolean): CitationRecord {
  return isParagraph && start !== undefined && end !== undefined ? { passage, start, end } : { passage };
}

/** `Viet Nam–Cambodia relations, Ministry of Foreign Affairs, October 2009, ¶8`, of as much as is known. */
function footnote({ names, properties }: EntityRecord, locator: string): string {
  const publishedOn = properties['publishedOn'] as PartialDate | undefined;
  const parts = [
    nameIn(names, 'en'),
    properties['publisher'],
    publishedOn && dateText(publishedOn.edtf, 'en'),
    locator,
  ];
  return parts.filter((part) => typeof part === 'string').join(', ');
}
