import type { SeedFault } from '../errors.js';
import { digestOf, sourceClaimOf, type Documents } from './documents.js';
import type { Place } from './located.js';
import { indexNames } from './name-index.js';
import { includesParagraph, readParagraphRanges, type ParagraphRange } from './paragraph-ranges.js';
import { inOrder } from './report.js';
import type { PartialDate } from '../model/partial-date.js';
import type { Seed, SeedCitation, SeedEntity, Statement } from './seed.js';
import { claimStatedIn, entityStatedIn, factStatedIn, validTimeStatedIn, type Objection } from './stated-in.js';

/** What can be wrong between a seed and the documents. */
export type VerifyCode =
  /** The file is not there or says something else than when its source was entered. */
  | 'MISSING_DOCUMENT'
  | 'CHANGED_DOCUMENT'
  /** The document has fewer paragraphs. */
  | 'MISSING_PARAGRAPH'
  /** What the source says is its body is no list of paragraphs. */
  | 'BAD_BODY'
  /** The paragraph is furniture of the page: it does not belong to the document itself. */
  | 'OFF_TOPIC'
  /** The paragraph is not in digests.yaml, or is not what it was. */
  | 'MISSING_DIGEST'
  | 'CHANGED_PARAGRAPH'
  /** The paragraph is shorter than the range of characters. */
  | 'BAD_RANGE'
  /** The paragraph does not say what it is cited for. */
  | 'NAME_NOT_THERE'
  | 'FACT_NOT_THERE'
  | 'VALUE_NOT_THERE'
  /** No cited paragraph says the time for which something is said to hold. */
  | 'TIME_NOT_THERE';

/** One document as the table shows it. */
export interface DocumentRow {
  /** The id of the source. */
  readonly source: string;
  readonly entities: number;
  readonly facts: number;
  readonly claims: number;
  readonly paragraphs: number;
  /** How many of them belong to the document itself, as its source says. */
  readonly onTopic: number;
  readonly cited: number;
  readonly failures: number;
}

/** What came of holding a seed against the documents. */
export interface Verification {
  readonly rows: readonly DocumentRow[];
  /** Each at the citation that fails, by file and line. */
  readonly failures: readonly SeedFault[];
  /** How many citations are of data sets, which are not checked. */
  readonly references: number;
}

/**
 * Holds every citation of a document against the document: the digest of the paragraph, the range of characters, and
 * that what is cited stands there. Facts that Entente derives have the citations of those they follow from, and are not
 * asked again.
 */
export function verifySeed(seed: Seed, documents: Documents): Verification {
  const tally = new Tally(seed, documents);
  for (const source of documents.keys()) tally.checkDocument(source);
  const names = indexNames(entitiesOf(seed));
  for (const { entity, facts, claims } of seed.subjects) {
    const { id } = entity;
    for (const citation of entity.citations) {
      tally.check(citation, 'entities', 'NAME_NOT_THERE', (paragraph) => entityStatedIn(id, entity.names, paragraph));
    }
    for (const fact of facts) {
      const to = seed.subjects.of(fact.to)!.entity;
      for (const citation of fact.citations) {
        tally.check(citation, 'facts', 'FACT_NOT_THERE', (paragraph) => factStatedIn(fact, to, names, paragraph));
      }
      tally.checkValidTime(fact);
    }
    for (const claim of claims) {
      const isAboutFile = documents.has(id) && ['file', 'digest', 'body'].includes(claim.property.name);
      for (const citation of claim.citations) {
        // What file holds a document, and which part of it, is known from outside of it.
        tally.check(
          citation,
          'claims',
          'VALUE_NOT_THERE',
          (paragraph) => (isAboutFile && claim.as.length === 0 ? undefined : claimStatedIn(claim, paragraph)),
          // Who published a page is said by its furniture.
          citation.source === id,
        );
      }
      tally.checkValidTime(claim);
    }
  }
  return tally.verification();
}

function* entitiesOf({ subjects }: Seed): Generator<SeedEntity> {
  for (const { entity } of subjects) yield entity;
}

type Counted = 'entities' | 'facts' | 'claims';

interface Row {
  entities: number;
  facts: number;
  claims: number;
  failures: number;
  /** The paragraphs that belong to the document; all of them where its source does not say. */
  body: readonly ParagraphRange[] | undefined;
  readonly cited: Set<number>;
}

class Tally {
  readonly #rows = new Map<string, Row>();
  readonly #failures: SeedFault[] = [];
  readonly #checked = new Set<string>();
  #references = 0;

  constructor(
    readonly seed: Seed,
    readonly documents: Documents,
  ) {
    for (const source of documents.keys()) {
      this.#rows.set(source, { entities: 0, facts: 0, claims: 0, failures: 0, body: undefined, cited: new Set() });
    }
  }

  /** The file is there, and is the one whose digest the source gives. */
  checkDocument(source: string): void {
    const document = this.documents.get(source)!;
    const place = (sourceClaimOf(this.seed, source, 'file') ?? this.seed.subjects.of(source)!.entity).place;
    if (typeof document === 'string') {
      this.#fail(source, place, 'MISSING_DOCUMENT', document);
      return;
    }
    for (const { property, value, absence, rank, place: at } of this.seed.subjects.of(source)!.claims) {
      if (property.name !== 'digest' || absence || rank === 'DEPRECATED' || value === document.digest) continue;
      this.#fail(source, at, 'CHANGED_DOCUMENT', `The file of ${source} now has the SHA-256 ${document.digest}.`);
    }
    this.#readBody(source, document.paragraphs.length);
  }

  check(
    citation: SeedCitation,
    counted: Counted,
    code: VerifyCode,
    objectionTo: (paragraph: string) => Objection,
    isAboutSource = false,
  ): void {
    const { source, paragraph: number, start, end, place } = citation;
    const document = this.documents.get(source);
    if (document === undefined || number === undefined) {
      this.#references += 1;
      return;
    }
    const row = this.#rows.get(source)!;
    row[counted] += 1;
    row.cited.add(number);
    if (typeof document === 'string') return;

    const paragraph = document.paragraphs[number - 1];
    if (paragraph === undefined) {
      this.#fail(
        source,
        place,
        'MISSING_PARAGRAPH',
        `${source} has ${document.paragraphs.length} paragraphs, and no ¶${number}.`,
      );
      return;
    }
    if (row.body && !isAboutSource && !includesParagraph(row.body, number)) {
      const message = `¶${number} of ${source} does not belong to the document itself, which its body says is ${bodyText(row.body)}.`;
      this.#fail(source, place, 'OFF_TOPIC', message);
      return;
    }
    this.#checkDigest(citation, paragraph);
    const characters = [...paragraph];
    if (end !== undefined && end > characters.length) {
      this.#fail(
        source,
        place,
        'BAD_RANGE',
        `¶${number} of ${source} has ${characters.length} characters; [${start}:${end}] leads past its end.`,
      );
      return;
    }
    const objection = objectionTo(end === undefined ? paragraph : characters.slice(start, end).join(''));
    if (objection) this.#fail(source, place, code, objection);
  }

  /** The time for which a statement of documents is said to hold is said by one of them. */
  checkValidTime(statement: Statement): void {
    const { validTime, citations, place } = statement;
    const cited = citations.flatMap(({ source, paragraph }) => {
      const document = this.documents.get(source);
      const text =
        typeof document === 'object' && paragraph !== undefined ? document.paragraphs[paragraph - 1] : undefined;
      return text === undefined ? [] : [{ source, text }];
    });
    if (!validTime || cited.length === 0) return;
    const published = cited.flatMap(({ source }) =>
      this.seed.subjects
        .of(source)!
        .claims.flatMap(({ property, value }) =>
          property.name === 'publishedOn' && value !== undefined ? [value as PartialDate] : [],
        ),
    );
    const objection = validTimeStatedIn(
      statement,
      cited.map(({ text }) => text),
      published,
    );
    if (objection) this.#fail(cited[0]!.source, place, 'TIME_NOT_THERE', objection);
  }

  verification(): Verification {
    const rows = [...this.#rows].map(([source, { cited, body, ...row }]): DocumentRow => {
      const document = this.documents.get(source)!;
      const paragraphs = typeof document === 'string' ? [] : [...document.paragraphs.keys()];
      const onTopic = paragraphs.filter((place) => !body || includesParagraph(body, place + 1));
      return { source, ...row, paragraphs: paragraphs.length, onTopic: onTopic.length, cited: cited.size };
    });
    return { rows, failures: inOrder(this.#failures), references: this.#references };
  }

  #readBody(source: string, paragraphs: number): void {
    const claim = sourceClaimOf(this.seed, source, 'body');
    if (!claim) return;
    const ranges = readParagraphRanges(String(claim.value));
    const past = ranges?.find(([, last]) => last > paragraphs);
    if (!ranges || past) {
      const said = past
        ? `${source} has ${paragraphs} paragraphs, and no ¶${past[1]}`
        : `${claim.value} is no list of paragraphs`;
      this.#fail(source, claim.place, 'BAD_BODY', `${said}; write body: { value: '1-7, 9', … }.`);
    }
    this.#rows.get(source)!.body = ranges;
  }

  /** Once for each paragraph. */
  #checkDigest({ source, paragraph, place }: SeedCitation, text: string): void {
    const key = `${source}#${paragraph}`;
    if (this.#checked.has(key)) return;
    this.#checked.add(key);
    const known = this.seed.digests.get(key);
    if (!known) {
      this.#fail(
        source,
        place,
        'MISSING_DIGEST',
        `digests.yaml has no digest of ¶${paragraph}; run with --write-digests.`,
      );
    } else if (known.digest !== digestOf(text)) {
      this.#fail(
        source,
        known.place,
        'CHANGED_PARAGRAPH',
        `¶${paragraph} of ${source} is not what it was when it was cited.`,
      );
    }
  }

  #fail(source: string, { file, line, column }: Place, code: VerifyCode, message: string): void {
    this.#rows.get(source)!.failures += 1;
    this.#failures.push({ file, line, column, code, message });
  }
}

function bodyText(body: readonly ParagraphRange[]): string {
  return body.map(([first, last]) => (first === last ? `¶${first}` : `¶${first}–${last}`)).join(', ');
}
