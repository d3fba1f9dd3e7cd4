import type { KindDeclaration } from '../model/declare.js';
import { intervalText } from '../model/interval.js';
import type { CheckedEntity } from './check-entity.js';
import { plainFactId } from './fact-ids.js';
import type { Place } from './located.js';
import type { Report } from './report.js';
import {
  citationsOf,
  writtenOf,
  type Seed,
  type SeedCitation,
  type SeedClaim,
  type SeedFact,
  type Statement,
} from './seed.js';

/** What an entry refers to, and what is known once all files are read. */
export interface Known {
  readonly kinds: readonly KindDeclaration[];
  readonly dataSets: ReadonlySet<string>;
  /** The seed has such an entity. */
  has(id: string): boolean;
  /** Such an entity stands in a file that could not be read. */
  isDamaged(id: string): boolean;
}

/** What can only be told of an entry once all files are read: what it refers to. */
export function checkReferences({ entity, claims, facts }: CheckedEntity, known: Known, report: Report): void {
  for (const fact of facts) checkTarget(fact, known, report);
  for (const { citations } of [entity, ...claims, ...facts]) {
    for (const citation of citations) {
      if (known.has(citation.source)) checkLocator(citation, known, report);
      else if (!known.isDamaged(citation.source)) {
        const message = `There is no ${citation.source}; write it in sources.yaml, or correct the citation.`;
        report(citation.place, 'UNKNOWN_SOURCE', message);
      }
    }
  }
}

/** No two claims of one entity say the same. */
export function checkClaimsOnce(claims: readonly SeedClaim[], report: Report): void {
  const known = new Map<string, Place>();
  for (const claim of claims) {
    const { name } = claim.property;
    const key = [name, writtenOf(claim), ...circumstances(claim)].join('\n');
    checkOnce(known, key, claim.place, 'DUPLICATE_CLAIM', `“${name}” of ${claim.subject} has this value`, report);
  }
}

/** No two facts say the same. @param facts Those of which one may say the same as another, in the order of the files. */
export function checkFactsOnce(facts: Iterable<SeedFact>, report: Report): void {
  const known = new Map<string, Place>();
  for (const fact of facts) {
    const { relation, subject, to, place } = fact;
    const key = [plainFactId(fact), ...circumstances(fact)].join('\n');
    checkOnce(known, key, place, 'DUPLICATE_FACT', `“${relation.name}” of ${subject} leads to ${to}`, report);
  }
}

/** Every passage of a document that is cited lacks nothing but its digest: noted once for each, by strict checks only. */
export function checkDigestsComplete(seed: Seed, report: Report): void {
  const noted = new Set<string>();
  for (const { source, paragraph, place } of citationsOf(seed)) {
    const key = `${source}#${paragraph}`;
    if (seed.dataSets.has(source) || seed.digests.has(key) || noted.has(key)) continue;
    noted.add(key);
    report(
      place,
      'MISSING_DIGEST',
      `digests.yaml has no digest of this paragraph; run entente verify --documents DIR --write-digests.`,
    );
  }
}

function checkTarget({ relation, subject, to, toPlace, properties }: SeedFact, known: Known, report: Report): void {
  const isKnown = (id: string) => known.has(id) || known.isDamaged(id);
  const prefix = to.split('/')[0];
  const kind = known.kinds.find(({ singular }) => singular === prefix);
  const accepted = relation.targets.map(({ singular }) => singular).join(', ');
  if (!kind) {
    report(toPlace, 'UNKNOWN_KIND', `There is no kind “${prefix}”; “${relation.name}” leads to: ${accepted}.`);
  } else if (!relation.targets.includes(kind)) {
    report(toPlace, 'WRONG_TARGET', `“${relation.name}” does not lead to a ${prefix}; it leads to: ${accepted}.`);
  } else if (!isKnown(to)) {
    report(toPlace, 'DANGLING_REFERENCE', `There is no ${to}; write it in ${kind.plural}.yaml, or correct the id.`);
  } else if (to === subject) {
    report(
      toPlace,
      'WRONG_TARGET',
      `“${relation.name}” of ${subject} leads to itself; it leads to another of: ${accepted}.`,
    );
  }
  for (const { name, leaf } of relation.relationship.properties) {
    const id = properties[name];
    if (leaf.family === 'id' && typeof id === 'string' && !isKnown(id)) {
      report(toPlace, 'DANGLING_REFERENCE', `There is no ${id}, which “${name}” names here; write ${leaf.accepts}.`);
    }
  }
}

function checkLocator(
  { source, place, paragraph, start, end }: SeedCitation,
  { dataSets }: Known,
  report: Report,
): void {
  if (dataSets.has(source)) return;
  if (paragraph === undefined) {
    const accepted = 'the number of a non-empty line, counted from 1, such as #8 or #8[12:40]';
    report(place, 'BAD_CITATION', `${source} is a document; after # write ${accepted}.`);
  } else if (start !== undefined && start >= end!) {
    report(place, 'BAD_CITATION', `The range [${start}:${end}] is empty; its start is included, its end is not.`);
  }
}

function checkOnce(
  known: Map<string, Place>,
  key: string,
  place: Place,
  code: 'DUPLICATE_CLAIM' | 'DUPLICATE_FACT',
  what: string,
  report: Report,
): void {
  const first = known.get(key);
  if (!first) known.set(key, place);
  else {
    const where = `${first.file}:${first.line}:${first.column}`;
    report(
      place,
      code,
      `${what} already at ${where}; cite both sources there, or tell them apart by validTime or modality.`,
    );
  }
}

/** What sets the same said twice apart: when it held, in what way it is said, and whether by reference data. */
function circumstances({ validTime, modality, origin }: Statement): readonly string[] {
  return [validTime ? intervalText(validTime) : '', modality, origin];
}
