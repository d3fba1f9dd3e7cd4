import { compareText } from '../model/best-claim.js';
import { Conflicts } from '../model/conflicts.js';
import { hubsOf } from '../model/hubs.js';
import type {
  ClaimRecord,
  ConflictRecord,
  EntityRecord,
  EntryRecord,
  FactParts,
  PassageRecord,
  RelationRecord,
  Release,
} from '../model/release.js';
import type { Subject } from '../model/subject.js';
import { Timeline, withInvolved } from '../model/timeline.js';
import { bestOf, weigh, type WeighedSeedClaim } from './best-values.js';
import { deriveActingFor } from './derive-acting-for.js';
import { circumstancesOf, endsOf, plainFactId } from './fact-ids.js';
import { groupBy } from './group-by.js';
import { claimId, withDistinctIds } from './ids.js';
import { collectPassages, type Passages } from './passages.js';
import { publicationDays, releaseDate } from './release-date.js';
import { ReleaseId } from './release-id.js';
import { writtenOf, type Seed, type SeedClaim, type SeedFact, type SeedSubject, type Statement } from './seed.js';
import { Spool, SpooledRecords } from './spool.js';

/** The records of a release, and how many there are of each. */
export interface ResolvedRelease extends Release {
  readonly passages: SpooledRecords<PassageRecord>;
  readonly entities: SpooledRecords<EntityRecord>;
  readonly relations: SpooledRecords<RelationRecord>;
  readonly claims: SpooledRecords<ClaimRecord>;
  readonly entries: SpooledRecords<EntryRecord>;
  readonly conflicts: SpooledRecords<ConflictRecord>;
}

/**
 * Makes the release of a checked seed: ids, best values, derived facts. Entity by entity, in the order of their ids; what
 * is made is kept on disk where it is much, and read anew by each who asks.
 *
 * @param progress Told how many entities are resolved, of how many.
 */
export function resolveSeed(seed: Seed, progress?: (done: number, total: number) => void): ResolvedRelease {
  const date = releaseDate(seed);
  const days = publicationDays(seed, (source) => resolveClaims(source, new Map(), date).properties);
  const passages = collectPassages(seed, (source) => {
    const subject = seed.subjects.of(source)!;
    return { names: subject.entity.names, properties: resolveClaims(subject, days, date).properties };
  });

  const id = new ReleaseId();
  const lists = {
    passages: new Spool(),
    entities: new Spool(),
    relations: new Spool(),
    claims: new Spool(),
    entries: new Spool(),
    conflicts: new Spool(),
  };
  const add = (list: keyof typeof lists, record: unknown) => lists[list].add(id.add(list, record));
  id.add('date', date);
  for (const example of seed.examples) id.add('examples', example);
  for (const passage of passages.records()) add('passages', passage);
  const resolve = (subject: SeedSubject): Subject => {
    const { properties, claims } = resolveClaims(subject, days, date);
    return {
      entity: entityRecord(subject, properties, passages),
      claims: claims.map(({ isBest, ...weighed }) => claimRecord(weighed, isBest, passages)),
      relations: resolveFacts(subject.facts, seed.severally, passages),
    };
  };
  const timeline = new Timeline(seed.kinds);
  const conflicts = new Conflicts(seed.kinds);
  const others = new Recent((other: string) => {
    const subject = seed.subjects.of(other);
    return subject && resolve(subject);
  });
  // Entries wait for the facts that are derived of all others: those may involve somebody too.
  const entries = new Spool();
  let done = 0;
  for (const each of seed.subjects) {
    const subject = resolve(each);
    add('entities', subject.entity);
    for (const claim of subject.claims) add('claims', claim);
    for (const relation of subject.relations) add('relations', relation);
    for (const conflict of conflicts.of(subject, (other) => others.of(other))) add('conflicts', conflict);
    for (const entry of timeline.entriesOf(subject, (other) => others.of(other))) entries.add(JSON.stringify(entry));
    progress?.(++done, seed.subjects.size);
  }
  const relations = new SpooledRecords<RelationRecord>(lists.relations);
  for (const conflict of conflicts.ofAbsences(relations, (other) => others.of(other))) add('conflicts', conflict);
  const derived = deriveActingFor(relations, seed.kinds);
  for (const relation of derived) add('relations', relation);
  const ofEntity = groupBy(
    derived.flatMap((relation) => [relation.from, relation.to].map((end) => ({ end, relation }))),
    ({ end }) => end,
  );
  const kindOf = new Map(seed.kinds.map(({ singular, name }) => [singular, name]));
  for (const entry of new SpooledRecords<EntryRecord>(entries)) {
    const facts = entry.of === 'claim' ? (ofEntity.get(entry.entity) ?? []) : [];
    const kind = kindOf.get(entry.entity.slice(0, entry.entity.indexOf('/')))!;
    const more = timeline.involvedIn(
      { id: entry.entity, kind },
      facts.map(({ relation }) => relation),
    );
    add('entries', withInvolved(entry, more));
  }

  const entities = new SpooledRecords<EntityRecord>(lists.entities);

  return {
    id: id.toString(),
    date,
    kinds: seed.kinds,
    examples: seed.examples,
    passages: new SpooledRecords(lists.passages),
    entities,
    relations,
    claims: new SpooledRecords(lists.claims),
    hubs: hubsOf(seed.kinds, entities, relations),
    entries: new SpooledRecords(lists.entries),
    conflicts: new SpooledRecords(lists.conflicts),
  };
}

/** How many of what was looked up last is kept. */
const MOST_RECENT = 1000;

/** What is looked up by key, kept for a while: the same offices are asked for again and again. */
class Recent<Value> {
  readonly #known = new Map<string, Value>();

  constructor(readonly find: (key: string) => Value) {}

  of(key: string): Value {
    if (this.#known.has(key)) return this.#known.get(key)!;
    const value = this.find(key);
    if (this.#known.size >= MOST_RECENT) this.#known.clear();
    this.#known.set(key, value);
    return value;
  }
}

/** The claims of one entity, by id, and the values of those that are best. */
function resolveClaims({ claims }: SeedSubject, days: ReadonlyMap<string, string>, date: string) {
  const idOf = withDistinctIds(claims, plainClaimId, (claim) => ({
    written: writtenOf(claim),
    circumstances: circumstancesOf(claim),
  }));
  const weighed = claims.map((claim) => weigh(claim, idOf(claim), days)).sort(byId);
  const best = bestOf(weighed, date);
  return {
    claims: weighed.map((claim) => ({ ...claim, isBest: best.has(claim.id) })),
    properties: Object.fromEntries(
      weighed.filter(({ id, absence }) => best.has(id) && !absence).map(({ property, value }) => [property, value]),
    ),
  };
}

function entityRecord(
  { entity }: SeedSubject,
  properties: Readonly<Record<string, unknown>>,
  passages: Passages,
): EntityRecord {
  const { id, kind, names, descriptions, externalIds, citations } = entity;
  return { id, kind: kind.name, names, descriptions, externalIds, properties, citations: passages.cite(citations) };
}

function claimRecord({ id, seedClaim }: WeighedSeedClaim, isBest: boolean, passages: Passages): ClaimRecord {
  const { subject, property, value, absence } = seedClaim;
  const said = absence ? { absence } : { value };
  return { ...factParts(id, seedClaim, passages), subject, property: property.name, ...said, isBest };
}

function resolveFacts(
  facts: readonly SeedFact[],
  severally: ReadonlySet<string>,
  passages: Passages,
): readonly RelationRecord[] {
  const resolved = facts.map((fact): RelationRecord => {
    const plain = plainFactId(fact);
    const circumstances = severally.has(plain) && circumstancesOf(fact);
    const id = circumstances ? `${plain}/${circumstances}` : plain;
    const type = fact.relation.relationship.type;
    return { ...factParts(id, fact, passages), type, ...endsOf(fact), properties: fact.properties };
  });
  return resolved.sort(byId);
}

function plainClaimId(claim: SeedClaim): string {
  return claimId(claim.subject, claim.property.name, writtenOf(claim), claim.validTime);
}

function factParts(id: string, statement: Statement, passages: Passages): FactParts {
  const { validTime, modality, rank, rankReason, origin, citations } = statement;
  return {
    id,
    ...(validTime && { validTime }),
    modality,
    rank,
    ...(rankReason !== undefined && { rankReason }),
    origin,
    citations: passages.cite(citations),
  };
}

function byId(one: { readonly id: string }, other: { readonly id: string }): number {
  return compareText(one.id, other.id);
}
