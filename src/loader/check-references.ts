import type { KindDeclaration } from '../model/declare.js';
import { intervalText } from '../model/interval.js';
import type { Place } from './located.js';
import type { Report } from './report.js';
import type { Seed, SeedCitation, SeedFact, Statement } from './seed.js';

/** Whatever can only be told once all files are read: what refers to what, and what is said twice. */
export function checkReferences(seed: Seed, isKnown: (id: string) => boolean, report: Report): void {
  for (const fact of seed.facts) checkTarget(fact, seed.kinds, isKnown, report);
  for (const citation of citationsOf(seed)) {
    if (seed.entities.has(citation.source)) checkLocator(citation, seed, report);
    else if (!isKnown(citation.source)) {
      const message = `There is no ${citation.source}; write it in sources.yaml, or correct the citation.`;
      report(citation.place, 'UNKNOWN_SOURCE', message);
    }
  }

  const claims = new Map<string, Place>();
  for (const claim of seed.claims) {
    const { name, leaf } = claim.property;
    const key = [claim.subject, name, leaf.write(claim.value), ...circumstances(claim)].join('\n');
    checkOnce(claims, key, claim.place, 'DUPLICATE_CLAIM', `“${name}” of ${claim.subject} has this value`, report);
  }
  const facts = new Map<string, Place>();
  for (const fact of seed.facts) {
    const { from, to } = endsOf(fact);
    const key = [fact.relation.relationship.type, from, to, ...circumstances(fact)].join('\n');
    checkOnce(
      facts,
      key,
      fact.place,
      'DUPLICATE_FACT',
      `“${fact.relation.name}” of ${fact.subject} leads to ${fact.to}`,
      report,
    );
  }
}

/** The ends of a fact in the relationship's own direction; one without direction goes from the smaller id. */
export function endsOf({ subject, to, relation }: SeedFact): { readonly from: string; readonly to: string } {
  const turned = relation.direction === 'in' || (relation.direction === 'both' && to < subject);
  return turned ? { from: to, to: subject } : { from: subject, to };
}

/** Every citation of a seed. */
export function* citationsOf({ entities, claims, facts }: Seed): Generator<SeedCitation> {
  for (const { citations } of entities.values()) yield* citations;
  for (const { citations } of claims) yield* citations;
  for (const { citations } of facts) yield* citations;
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

function checkTarget(
  { relation, subject, to, toPlace, properties }: SeedFact,
  kinds: readonly KindDeclaration[],
  isKnown: (id: string) => boolean,
  report: Report,
): void {
  const prefix = to.split('/')[0];
  const kind = kinds.find(({ singular }) => singular === prefix);
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
  { dataSets }: Seed,
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
