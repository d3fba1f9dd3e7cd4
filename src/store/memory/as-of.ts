import { bestClaim, type WeighedClaim } from '../../model/best-claim.js';
import { claimWidth } from '../../model/claim-width.js';
import type { KindDeclaration } from '../../model/declare.js';
import { mayInclude, type Interval } from '../../model/interval.js';
import type { Leaf } from '../../model/leaf.js';
import { isoDay } from '../../model/partial-date.js';
import { tellsPublication } from '../../model/publication.js';
import type { AsOf } from '../../plan/as-of.js';
import type { Parameters } from '../../plan/read-plan.js';
import { entriesByEntity } from './pack-derived.js';
import {
  groupBy,
  listOf,
  type Adjacency,
  type Lists,
  type PackedEntries,
  type PackedFacts,
  type PackedGraph,
} from './packed-graph.js';
import type { Steps } from './steps.js';

/**
 * The graph that is there at a moment (`src/plan/as-of.ts`), packed as the whole one is: every plan is then answered
 * over it as if nothing else had ever been loaded. Records keep their order, and so numbers and adjacency theirs.
 */

/** The days of a moment, as ISO days; one that is absent cuts nothing off. */
export interface Moment {
  readonly validAt?: string | undefined;
  readonly knownAt?: string | undefined;
  readonly now: string;
}

/** The moment of a plan. */
export function momentOf({ validAt, knownAt, now }: AsOf, parameters: Parameters): Moment {
  const day = (parameter: AsOf['now']) => isoDay(parameters[parameter.parameter] as number);
  return { validAt: validAt && day(validAt), knownAt: knownAt && day(knownAt), now: day(now) };
}

/** The numbers of the records that are there, in order. A citation is one that something there may have. */
interface There {
  readonly entities: Uint32Array;
  readonly relations: Uint32Array;
  readonly claims: Uint32Array;
  readonly passages: Uint32Array;
  readonly citations: Uint32Array;
  readonly entries: Uint32Array;
  readonly conflicts: Uint32Array;
}

/** How many records are looked at between two places where others may run. */
const BREATH = 1024;

/** Makes the graph that is there at a moment. */
export function* graphAsOf(graph: PackedGraph, kinds: readonly KindDeclaration[], moment: Moment): Steps<PackedGraph> {
  const there = yield* whatIsThere(graph, moment);
  yield;
  const view = yield* packed(graph, there);
  yield* chooseBest(view, kinds, moment.now);
  return view;
}

/** Which records are there. Whatever else a graph comes to hold: what is not in it there is nowhere. */
function* whatIsThere(
  { entities, relations, claims, passages, entries, conflicts }: PackedGraph,
  { validAt, knownAt }: Moment,
): Steps<There> {
  const isKnownSource = (entity: number) => {
    const publication = entities.published[entity];
    return !publication || knownAt === undefined || publication.earliest <= knownAt;
  };
  const isPassageThere = (passage: number) => isKnownSource(passages.source[passage]!);
  const isCited = (lists: Lists, record: number) => {
    const cited = listOf(lists, record);
    return cited.length === 0 || cited.some((citation) => isPassageThere(passages.citationPassage[citation]!));
  };
  const mayHold = (validTime: unknown) =>
    validAt === undefined || mayInclude(validTime as Interval | undefined, validAt);
  const isRelationKnown = (relation: number) =>
    isCited(relations.citations, relation) &&
    isCited(relations.basisCitations, relation) &&
    isKnownSource(relations.from[relation]!) &&
    isKnownSource(relations.to[relation]!);
  const isClaimKnown = (claim: number) => isCited(claims.citations, claim) && isKnownSource(claims.subject[claim]!);

  const isEntityThere = new Uint8Array(entities.ids.length);
  for (let entity = 0; entity < entities.ids.length; entity++) {
    isEntityThere[entity] = Number(
      entities.published[entity]
        ? isKnownSource(entity)
        : isCitedOrUncited(entity, entities.citations, [claims.ofEntity, relations.out, relations.in], isCited),
    );
  }
  yield;
  const relationsThere = yield* numbersOf(relations.ids.length, (relation) => {
    if (!isRelationKnown(relation)) return false;
    isEntityThere[relations.from[relation]!] = isEntityThere[relations.to[relation]!] = 1;
    return mayHold(relations.validTime[relation]) && mayHold(relations.basisValidTime[relation]);
  });
  const claimsThere = yield* numbersOf(claims.ids.length, (claim) => {
    if (!isClaimKnown(claim)) return false;
    isEntityThere[claims.subject[claim]!] = 1;
    return mayHold(claims.validTime[claim]);
  });
  const isThere = {
    relation: membership(relationsThere, relations.ids.length),
    claim: membership(claimsThere, claims.ids.length),
  };
  const isConflictThere = (conflict: number) =>
    listOf(conflicts.claims, conflict).every((claim) => isThere.claim[claim] === 1) &&
    listOf(conflicts.relations, conflict).every((relation) => isThere.relation[relation] === 1);
  return {
    entities: yield* numbersOf(entities.ids.length, (entity) => isEntityThere[entity] === 1),
    relations: relationsThere,
    claims: claimsThere,
    passages: yield* numbersOf(passages.ids.length, isPassageThere),
    citations: yield* numbersOf(passages.citationPassage.length, (citation) =>
      isPassageThere(passages.citationPassage[citation]!),
    ),
    entries: yield* numbersOf(
      entries.ids.length,
      (entry) => isThere[entries.isRelation[entry] === 1 ? 'relation' : 'claim'][entries.fact[entry]!] === 1,
    ),
    conflicts: yield* numbersOf(conflicts.ids.length, (conflict) => isConflictThere(conflict)),
  };
}

/** 1 for each of some numbers. */
function membership(numbers: Uint32Array, count: number): Uint8Array {
  const isMember = new Uint8Array(count);
  for (const number of numbers) isMember[number] = 1;
  return isMember;
}

/** Whether a known passage is cited for an entity itself, or nothing at all cites it: not itself, and no fact of it. */
function isCitedOrUncited(
  entity: number,
  citations: Lists,
  facts: readonly Lists[],
  isCited: (lists: Lists, record: number) => boolean,
): boolean {
  const isUncited = listOf(citations, entity).length === 0;
  return isUncited ? facts.every((lists) => listOf(lists, entity).length === 0) : isCited(citations, entity);
}

function* numbersOf(count: number, isThere: (record: number) => boolean): Steps<Uint32Array> {
  const numbers = new Uint32Array(count);
  let kept = 0;
  for (let record = 0; record < count; record++) {
    if (isThere(record)) numbers[kept++] = record;
    if (record % BREATH === BREATH - 1) yield;
  }
  return numbers.slice(0, kept);
}

/** Packs the part of a graph that is there. Best values are still those of the whole. */
function* packed(graph: PackedGraph, there: There): Steps<PackedGraph> {
  const { entities, relations, claims, passages, entries, conflicts } = graph;
  const entityNumber = renumbered(there.entities, entities.ids.length);
  const relationNumber = renumbered(there.relations, relations.ids.length);
  const claimNumber = renumbered(there.claims, claims.ids.length);
  const conflictNumber = renumbered(there.conflicts, conflicts.ids.length);
  const passageNumber = renumbered(there.passages, passages.ids.length);
  const citationNumber = renumbered(there.citations, passages.citationPassage.length);
  const citations = (lists: Lists, records: Uint32Array) => listsOf(lists, records, citationNumber);
  const facts = (all: PackedFacts, records: Uint32Array): PackedFacts => ({
    ids: pick(all.ids, records),
    validTime: pick(all.validTime, records),
    modality: pick(all.modality, records),
    rank: pick(all.rank, records),
    rankReason: pick(all.rankReason, records),
    origin: pick(all.origin, records),
    citations: citations(all.citations, records),
  });
  const numbers = (all: Uint32Array, records: Uint32Array, to: Uint32Array) => records.map((each) => to[all[each]!]!);
  const adjacency = (all: Adjacency): Adjacency => {
    const { offsets, items } = listsOf(all, there.entities, relationNumber);
    const whole = all === relations.out ? relations.to : relations.from;
    return { offsets, items, ends: items.map((relation) => entityNumber[whole[there.relations[relation]!]!]!) };
  };

  const kindOf = Uint8Array.from(there.entities, (entity) => entities.kindOf[entity]!);
  const placeInKind = new Uint32Array(kindOf.length);
  const ofKind: number[][] = graph.kinds.map(() => []);
  kindOf.forEach((kind, entity) => {
    placeInKind[entity] = ofKind[kind]!.push(entities.placeInKind[there.entities[entity]!]!) - 1;
  });
  const properties = entities.properties.map((values, kind) =>
    Object.fromEntries(Object.entries(values).map(([name, all]) => [name, pick(all, ofKind[kind]!)])),
  );
  yield;
  const ofRelations = facts(relations, there.relations);
  yield;
  const ofClaims = facts(claims, there.claims);
  const subject = numbers(claims.subject, there.claims, entityNumber);
  yield;
  const dated = numbers(entries.entity, there.entries, entityNumber);
  const involved = involvedIn(entries, there.entries, entityNumber, relationNumber);
  yield;
  return {
    info: graph.info,
    kinds: graph.kinds,
    examples: graph.examples,
    entities: {
      ids: pick(entities.ids, there.entities),
      kindOf,
      placeInKind,
      names: pick(entities.names, there.entities),
      sortKeys: pick(entities.sortKeys, there.entities),
      nameRank: there.entities.map((entity) => entities.nameRank[entity]!),
      descriptions: pick(entities.descriptions, there.entities),
      externalIds: pick(entities.externalIds, there.entities),
      properties,
      citations: citations(entities.citations, there.entities),
      isHub: Uint8Array.from(there.entities, (entity) => entities.isHub[entity]!),
      published: pick(entities.published, there.entities),
    },
    relations: {
      ...ofRelations,
      types: relations.types,
      typeOf: Uint8Array.from(there.relations, (relation) => relations.typeOf[relation]!),
      from: numbers(relations.from, there.relations, entityNumber),
      to: numbers(relations.to, there.relations, entityNumber),
      properties: Object.fromEntries(
        Object.entries(relations.properties).map(([name, values]) => [name, pick(values, there.relations)]),
      ),
      basisValidTime: pick(relations.basisValidTime, there.relations),
      basisCitations: citations(relations.basisCitations, there.relations),
      out: adjacency(relations.out),
      in: adjacency(relations.in),
    },
    claims: {
      ...ofClaims,
      subject,
      property: pick(claims.property, there.claims),
      stored: pick(claims.stored, there.claims),
      text: pick(claims.text, there.claims),
      absence: pick(claims.absence, there.claims),
      isBest: new Uint8Array(subject.length),
      ofEntity: groupBy(subject.length, kindOf.length, (claim) => subject[claim]!),
    },
    passages: {
      ids: pick(passages.ids, there.passages),
      source: numbers(passages.source, there.passages, entityNumber),
      paragraph: pick(passages.paragraph, there.passages),
      locator: pick(passages.locator, there.passages),
      digest: pick(passages.digest, there.passages),
      footnote: pick(passages.footnote, there.passages),
      citationPassage: numbers(passages.citationPassage, there.citations, passageNumber),
      citationStart: pick(passages.citationStart, there.citations),
      citationEnd: pick(passages.citationEnd, there.citations),
    },
    entries: {
      ids: pick(entries.ids, there.entries),
      isRelation: Uint8Array.from(there.entries, (entry) => entries.isRelation[entry]!),
      fact: there.entries.map((entry) => {
        const number = entries.isRelation[entry] === 1 ? relationNumber : claimNumber;
        return number[entries.fact[entry]!]!;
      }),
      isBest: Uint8Array.from(there.entries, (entry) => entries.isRelation[entry]!),
      date: pick(entries.date, there.entries),
      end: pick(entries.end, there.entries),
      isOpen: Uint8Array.from(there.entries, (entry) => entries.isOpen[entry]!),
      titles: pick(entries.titles, there.entries),
      entity: dated,
      kindsOf: Uint8Array.from(there.entries, (entry) => entries.kindsOf[entry]!),
      kindLists: entries.kindLists,
      ...involved,
      ofEntity: entriesByEntity(dated, involved.involved, kindOf.length),
    },
    conflicts: {
      ids: pick(conflicts.ids, there.conflicts),
      subject: numbers(conflicts.subject, there.conflicts, entityNumber),
      property: pick(conflicts.property, there.conflicts),
      kind: pick(conflicts.kind, there.conflicts),
      claims: listsOf(conflicts.claims, there.conflicts, claimNumber),
      relations: listsOf(conflicts.relations, there.conflicts, relationNumber),
      preferred: there.conflicts.map((conflict) => {
        const preferred = conflicts.preferred[conflict]!;
        return preferred === claims.ids.length ? there.claims.length : claimNumber[preferred]!;
      }),
      reasons: pick(conflicts.reasons, there.conflicts),
      ofEntity: listsOf(conflicts.ofEntity, there.entities, conflictNumber),
    },
  };
}

/** Who had a part in the entries that are there, by relations that are. */
function involvedIn(
  entries: PackedEntries,
  there: Uint32Array,
  entityNumber: Uint32Array,
  relationNumber: Uint32Array,
): Pick<PackedEntries, 'involved' | 'involvedBy'> {
  const offsets = new Uint32Array(there.length + 1);
  const [items, by]: [number[], number[]] = [[], []];
  there.forEach((entry, number) => {
    for (let place = entries.involved.offsets[entry]!; place < entries.involved.offsets[entry + 1]!; place++) {
      const relation = relationNumber[entries.involvedBy[place]!]!;
      if (relation === NOT_THERE) continue;
      items.push(entityNumber[entries.involved.items[place]!]!);
      by.push(relation);
    }
    offsets[number + 1] = items.length;
  });
  return { involved: { offsets, items: Uint32Array.from(items) }, involvedBy: Uint32Array.from(by) };
}

/** Stands for the number of a record that is not there. */
const NOT_THERE = 0xffffffff;

/** The new number of each record. */
function renumbered(there: Uint32Array, count: number): Uint32Array {
  const numbers = new Uint32Array(count).fill(NOT_THERE);
  there.forEach((record, number) => (numbers[record] = number));
  return numbers;
}

function pick<Value>(values: readonly Value[], records: Iterable<number>): Value[] {
  return Array.from(records, (record) => values[record]!);
}

/** The lists of the records that are there, without the items that are not. */
function listsOf(lists: Lists, records: Uint32Array, itemNumber: Uint32Array): Lists {
  const offsets = new Uint32Array(records.length + 1);
  const items: number[] = [];
  records.forEach((record, number) => {
    for (const item of listOf(lists, record)) if (itemNumber[item] !== NOT_THERE) items.push(itemNumber[item]!);
    offsets[number + 1] = items.length;
  });
  return { offsets, items: Uint32Array.from(items) };
}

/** Chooses the best values among the claims of a graph, in place. */
function* chooseBest(graph: PackedGraph, kinds: readonly KindDeclaration[], now: string): Steps<void> {
  const { entities, claims, entries } = graph;
  for (let entity = 0; entity < entities.ids.length; entity++) {
    const kind = entities.kindOf[entity]!;
    const properties = new Map(kinds[kind]!.properties.map((property) => [property.name, property]));
    const candidates = candidatesOf(entity, graph);
    const chosen = new Map<string, number>();
    for (const [name, ofName] of candidates) {
      const leaf = properties.get(name)?.leaf;
      const best = bestClaim(
        ofName.map((claim) => weigh(claim, leaf, graph)),
        now,
      )?.claim;
      if (best === undefined) continue;
      claims.isBest[best] = 1;
      chosen.set(name, best);
    }
    for (const { name, required } of properties.values()) {
      const best = chosen.get(name);
      const values = entities.properties[kind]![name]!;
      if (best !== undefined || !required)
        values[entities.placeInKind[entity]!] = best === undefined ? undefined : claims.stored[best];
    }
    if (entity % BREATH === BREATH - 1) yield;
  }
  // The timeline shows the dates that are best now; an office that is held has no rival.
  entries.fact.forEach((fact, entry) => {
    if (entries.isRelation[entry] === 0) entries.isBest[entry] = claims.isBest[fact]!;
  });
}

/** The claims of an entity, by property. */
function candidatesOf(entity: number, { claims }: PackedGraph): ReadonlyMap<string, readonly number[]> {
  const byProperty = new Map<string, number[]>();
  for (const claim of listOf(claims.ofEntity, entity)) {
    const known = byProperty.get(claims.property[claim]!);
    if (known) known.push(claim);
    else byProperty.set(claims.property[claim]!, [claim]);
  }
  return byProperty;
}

function weigh(
  claim: number,
  leaf: Leaf | undefined,
  { entities, claims, passages }: PackedGraph,
): WeighedClaim & { readonly claim: number } {
  const sources = new Set<number>();
  for (const citation of listOf(claims.citations, claim))
    sources.add(passages.source[passages.citationPassage[citation]!]!);
  const about = { subject: entities.ids[claims.subject[claim]!]!, property: claims.property[claim]! };
  const days = tellsPublication(about) ? [] : [...sources].map((source) => entities.published[source]?.latest ?? '');
  const { ids, validTime, modality, rank } = claims;
  const absence = claims.absence[claim];
  return {
    claim,
    id: ids[claim]!,
    ...(validTime[claim] !== undefined && { validTime: validTime[claim] as Interval }),
    modality: modality[claim] as WeighedClaim['modality'],
    rank: rank[claim] as WeighedClaim['rank'],
    width: claimWidth({ value: claims.stored[claim], ...(absence && { absence }) }, leaf),
    sources: sources.size,
    latestSource: days.sort().at(-1) ?? '',
  };
}
