import type { SeedFault } from '../errors.js';
import { digestOf, fileClaimOf, type Documents } from './documents.js';
import type { Place } from './located.js';
import { indexNames } from './name-index.js';
import { inOrder } from './report.js';
import type { Seed, SeedCitation } from './seed.js';
import { claimStatedIn, entityStatedIn, factStatedIn, type Objection } from './stated-in.js';

/** What can be wrong between a seed and the documents. */
export type VerifyCode =
  /** The file is not there or says something else than when its source was entered. */
  | 'MISSING_DOCUMENT'
  | 'CHANGED_DOCUMENT'
  /** The document has fewer paragraphs. */
  | 'MISSING_PARAGRAPH'
  /** The paragraph is not in digests.yaml, or is not what it was. */
  | 'MISSING_DIGEST'
  | 'CHANGED_PARAGRAPH'
  /** The paragraph is shorter than the range of characters. */
  | 'BAD_RANGE'
  /** The paragraph does not say what it is cited for. */
  | 'NAME_NOT_THERE'
  | 'FACT_NOT_THERE'
  | 'VALUE_NOT_THERE';

/** One document as the table shows it. */
export interface DocumentRow {
  /** The id of the source. */
  readonly source: string;
  readonly entities: number;
  readonly facts: number;
  readonly claims: number;
  readonly paragraphs: number;
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
  for (const { id, names: own, citations } of seed.entities.values()) {
    for (const citation of citations) {
      tally.check(citation, 'entities', 'NAME_NOT_THERE', (paragraph) => entityStatedIn(id, own, paragraph));
    }
  }
  const names = indexNames(seed.entities.values());
  for (const fact of seed.facts) {
    const to = seed.entities.get(fact.to)!;
    for (const citation of fact.citations) {
      tally.check(citation, 'facts', 'FACT_NOT_THERE', (paragraph) => factStatedIn(fact, to, names, paragraph));
    }
  }
  for (const claim of seed.claims) {
    const isAboutFile = documents.has(claim.subject) && ['file', 'digest'].includes(claim.property.name);
    for (const citation of claim.citations) {
      // What file holds a document is known from outside of it.
      tally.check(citation, 'claims', 'VALUE_NOT_THERE', (paragraph) =>
        isAboutFile && claim.as.length === 0 ? undefined : claimStatedIn(claim, paragraph),
      );
    }
  }
  return tally.verification();
}

type Counted = 'entities' | 'facts' | 'claims';

interface Row {
  entities: number;
  facts: number;
  claims: number;
  failures: number;
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
      this.#rows.set(source, { entities: 0, facts: 0, claims: 0, failures: 0, cited: new Set() });
    }
  }

  /** The file is there, and is the one whose digest the source gives. */
  checkDocument(source: string): void {
    const document = this.documents.get(source)!;
    const place = (fileClaimOf(this.seed, source) ?? this.seed.entities.get(source)!).place;
    if (typeof document === 'string') {
      this.#fail(source, place, 'MISSING_DOCUMENT', document);
      return;
    }
    for (const { subject, property, value, rank, place: at } of this.seed.claims) {
      if (subject !== source || property.name !== 'digest' || rank === 'DEPRECATED' || value === document.digest)
        continue;
      this.#fail(source, at, 'CHANGED_DOCUMENT', `The file of ${source} now has the SHA-256 ${document.digest}.`);
    }
  }

  check(
    citation: SeedCitation,
    counted: Counted,
    code: VerifyCode,
    objectionTo: (paragraph: string) => Objection,
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

  verification(): Verification {
    const rows = [...this.#rows].map(([source, { cited, ...row }]): DocumentRow => {
      const document = this.documents.get(source)!;
      return {
        source,
        ...row,
        paragraphs: typeof document === 'string' ? 0 : document.paragraphs.length,
        cited: cited.size,
      };
    });
    return { rows, failures: inOrder(this.#failures), references: this.#references };
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
