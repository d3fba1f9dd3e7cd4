import { latestDay, type Attested } from '../../model/attestation.js';
import type { Interval } from '../../model/interval.js';
import type { Leaf, Facet } from '../../model/leaf.js';
import { fold } from '../../model/fold.js';
import { absence, boolean, identifier, interval, partialDate, text } from '../../model/leaf.js';
import type { KindDeclaration } from '../../model/declare.js';
import { relationshipTypes } from '../../model/declare.js';
import { KeptOrders } from './kept-orders.js';
import { groupBy, listOf, type Lists, type PackedFacts, type PackedGraph } from './packed-graph.js';
import { hits, nameIndexInUse } from './search.js';

/**
 * The records of a packed graph as plans speak of them: by class and number, with properties, facets and links. What is
 * derived here is made on first use and kept.
 */

/** A class of records. Citations are records too, though nothing finds them by id, and so are the hits of a search. */
export type RecordClass = 'entity' | 'relation' | 'claim' | 'passage' | 'citation' | 'hit' | 'entry' | 'conflict';

/** The classes of records that have an id. */
export const FOUND_CLASSES = ['entity', 'relation', 'claim', 'passage', 'entry', 'conflict'] as const;

type FoundClass = (typeof FOUND_CLASSES)[number];

/** A property of the records of a class. */
export interface Property {
  /** The stored value; `undefined` where absent. */
  value(record: number): unknown;
  /** A facet of the value: one, several, or `undefined` where absent. */
  facet(name: string): (record: number) => Facet | readonly Facet[] | undefined;
}

/** Where a link leads. */
export interface Link {
  readonly to: RecordClass;
  /** The records at its end, in the order of the link. */
  follow(record: number): Uint32Array | readonly number[];
}

/** A record, found by its id. */
export interface Found {
  readonly recordClass: RecordClass;
  readonly record: number;
}

/** All that an evaluation looks up. */
export class Records {
  readonly #entityById: ReadonlyMap<string, number>;
  readonly #properties = new Map<string, Property>();
  readonly orders = new KeptOrders();
  readonly #links: Readonly<Record<RecordClass, Readonly<Record<string, Link>>>>;
  #ofKind: readonly Uint32Array[] | undefined;
  #byName: ReadonlyMap<string, readonly number[]> | undefined;

  constructor(
    readonly graph: PackedGraph,
    readonly declarations: readonly KindDeclaration[],
  ) {
    this.#entityById = new Map(graph.entities.ids.map((id, number) => [id, number]));
    this.#links = linksOf(this);
  }

  /** How many records of a class there are. */
  count(recordClass: FoundClass): number {
    return this.#idsOf(recordClass).length;
  }

  /** The type of a record, as plans name it. */
  typeOf(recordClass: RecordClass, record: number): string {
    return recordClass === 'entity' ? this.graph.kinds[this.graph.entities.kindOf[record]!]! : TYPES[recordClass];
  }

  /** The record with an id; `undefined` where there is none. An edge's id finds its relation. */
  find(id: string): Found | undefined {
    const entity = this.#entityById.get(id);
    if (entity !== undefined) return { recordClass: 'entity', record: entity };
    for (const recordClass of FOUND_CLASSES.slice(1)) {
      const record = search(this.#idsOf(recordClass), recordClass === 'relation' ? id.replace(/[<>]$/, '') : id);
      if (record !== undefined) return { recordClass, record };
    }
    return undefined;
  }

  entity(id: string): number | undefined {
    return this.#entityById.get(id);
  }

  /** The entities of a kind, by id. */
  ofKind(kind: string): Uint32Array {
    const { kindOf } = this.graph.entities;
    this.#ofKind ??= this.graph.kinds.map((_, number) =>
      Uint32Array.from([...kindOf.keys()].filter((entity) => kindOf[entity] === number)),
    );
    return this.#ofKind[this.graph.kinds.indexOf(kind)] ?? new Uint32Array();
  }

  /** The entities of which one of the names, folded, is this, by number. */
  named(folded: string): readonly number[] {
    if (!this.#byName) {
      const byName = new Map<string, number[]>();
      this.graph.entities.names.forEach((names, entity) => {
        for (const name of new Set(names.map((each) => fold(each.text)))) {
          const known = byName.get(name);
          if (known) known.push(entity);
          else byName.set(name, [entity]);
        }
      });
      this.#byName = byName;
    }
    return this.#byName.get(folded) ?? [];
  }

  /** A link of a class of records. */
  link(recordClass: RecordClass, name: string): Link {
    const link = this.#links[recordClass][name];
    if (!link) throw new Error(`A ${recordClass} has no link ${name}.`);
    return link;
  }

  /** A property of a class of records. */
  property(recordClass: RecordClass, name: string): Property {
    const key = `${recordClass} ${name}`;
    let property = this.#properties.get(key);
    if (!property) this.#properties.set(key, (property = withFacetsKept(this.#make(recordClass, name))));
    return property;
  }

  #idsOf(recordClass: FoundClass): readonly string[] {
    const { entities, relations, claims, passages, entries, conflicts } = this.graph;
    const columns = { entity: entities, relation: relations, claim: claims, passage: passages, entry: entries };
    return { ...columns, conflict: conflicts }[recordClass].ids;
  }

  #make(recordClass: RecordClass, name: string): Property {
    switch (recordClass) {
      case 'entity':
        return this.#entityProperty(name);
      case 'relation':
      case 'claim':
        return this.#factProperty(recordClass, name);
      case 'passage':
        return this.#passageProperty(name, (passage) => passage);
      case 'citation':
        return this.#citationProperty(name);
      case 'hit':
        return this.#hitProperty(name);
      case 'entry':
        return this.#entryProperty(name);
      case 'conflict':
        return this.#conflictProperty(name);
    }
  }

  #hitProperty(name: string): Property {
    const index = () => nameIndexInUse(this.graph);
    switch (name) {
      case 'score':
        return { value: hits.score, facet: () => hits.score };
      case 'parts':
        return column(undefined, hits.parts);
      case 'isMatch':
        return column(undefined, hits.isMatch);
      case 'matchedOn':
        return column(undefined, (hit) => index().text(hits.name(hit)));
      case 'kind': {
        const { value } = this.property('entity', 'kind');
        return column(undefined, (hit) => value(index().entityOf[hits.name(hit)]!));
      }
    }
    return column(undefined, () => undefined);
  }

  #entityProperty(name: string): Property {
    const { entities, kinds } = this.graph;
    switch (name) {
      case 'id':
        return column(identifier, (entity) => entities.ids[entity]);
      case 'kind': {
        const values = kinds.map((kind) => this.declarations.find((declaration) => declaration.name === kind)!.kind);
        return column(identifier, (entity) => values[entities.kindOf[entity]!]);
      }
      case 'names':
        return {
          value: (entity) => entities.names[entity],
          facet: (facet) =>
            facet === 'sort'
              ? (entity) => entities.sortKeys[entity]
              : kept(this.count('entity'), (entity) => entities.names[entity]!.map((each) => fold(each.text))),
        };
      case 'descriptions':
        return column(undefined, (entity) => entities.descriptions[entity]);
      case 'externalIds':
        return column(undefined, (entity) => entities.externalIds[entity]);
    }
    const columns = entities.properties.map((properties) => properties[name]);
    const leaves = this.declarations.flatMap(({ properties }) =>
      properties.filter((property) => property.name === name),
    );
    const leafOf = kinds.map(
      (kind) =>
        this.declarations.find((each) => each.name === kind)!.properties.find((property) => property.name === name)
          ?.leaf,
    );
    const value = (entity: number) => columns[entities.kindOf[entity]!]?.[entities.placeInKind[entity]!];
    if (leaves.length === 0) return column(undefined, () => undefined);
    return {
      value,
      facet: (facet) =>
        kept(this.count('entity'), (entity) => {
          const stored = value(entity);
          return stored === undefined ? undefined : leafOf[entities.kindOf[entity]!]!.facets(stored)[facet];
        }),
    };
  }

  #factProperty(recordClass: 'relation' | 'claim', name: string): Property {
    const facts: PackedFacts = recordClass === 'relation' ? this.graph.relations : this.graph.claims;
    switch (name) {
      case 'id':
        return column(identifier, (fact) => facts.ids[fact]);
      case 'validTime':
        return indexed(interval, facts.ids.length, (fact) => facts.validTime[fact]);
      case 'modality':
      case 'rank':
      case 'origin':
        return column(identifier, (fact) => facts[name][fact]);
      case 'rankReason':
        return indexed(text, facts.ids.length, (fact) => facts.rankReason[fact]);
      case 'sources': {
        const sources = (fact: number) => this.#sourcesCited(facts.citations, fact);
        return {
          value: sources,
          facet: (facet) => (facet === 'count' ? (fact) => sources(fact).length : sources),
        };
      }
    }
    if (name === 'attested') return column(undefined, (fact) => this.#attested(facts, fact));
    return recordClass === 'relation' ? this.#relationProperty(name) : this.#claimProperty(name);
  }

  #attested({ validTime, citations }: PackedFacts, fact: number): Attested {
    const { entities, passages } = this.graph;
    const days = Array.from(listOf(citations, fact), (citation) => {
      return entities.published[passages.source[passages.citationPassage[citation]!]!]?.latest;
    });
    return { validTime: validTime[fact] as Interval | undefined, until: latestDay(days) };
  }

  #relationProperty(name: string): Property {
    const { relations } = this.graph;
    if (name === 'type') return column(identifier, (relation) => relations.types[relations.typeOf[relation]!]);
    const values = relations.properties[name];
    const leaf = relationshipTypes(this.declarations)
      .flatMap(({ properties }) => properties)
      .find((property) => property.name === name)?.leaf;
    return indexed(leaf, relations.ids.length, (relation) => values?.[relation]);
  }

  #claimProperty(name: string): Property {
    const { claims, entities } = this.graph;
    switch (name) {
      case 'subject':
        return column(identifier, (claim) => entities.ids[claims.subject[claim]!]);
      case 'property':
        return column(identifier, (claim) => claims.property[claim]);
      case 'value':
        return indexed(text, claims.ids.length, (claim) => claims.text[claim]);
      case 'absence':
        return column(absence, (claim) => claims.absence[claim]);
      case 'isBest':
        return column(boolean as Leaf, (claim) => claims.isBest[claim] === 1);
      case 'date':
        return column(undefined, (claim) => this.#ofFamily(claim, 'date'));
      case 'quantity':
        return column(undefined, (claim) => this.#ofFamily(claim, 'quantity'));
    }
    return column(undefined, () => undefined);
  }

  #entryProperty(name: string): Property {
    const { entries } = this.graph;
    const dates = (value: (entry: number) => unknown) => indexed(partialDate as Leaf, entries.ids.length, value);
    switch (name) {
      case 'id':
        return column(identifier, (entry) => entries.ids[entry]);
      case 'isBest':
        return column(boolean as Leaf, (entry) => entries.isBest[entry] === 1);
      case 'date':
        return dates((entry) => entries.date[entry]);
      case 'end':
        return dates((entry) => entries.end[entry]);
      case 'until':
        return dates((entry) =>
          entries.isOpen[entry] === 1 ? undefined : (entries.end[entry] ?? entries.date[entry]),
        );
      case 'titles':
        return column(undefined, (entry) => entries.titles[entry]);
      case 'kinds': {
        const kinds = (entry: number) => entries.kindLists[entries.kindsOf[entry]!];
        return { value: kinds, facet: () => kinds };
      }
    }
    if (name === 'fact') return this.#entryFactId();
    const [ofClaim, ofRelation] = [this.property('claim', name), this.property('relation', name)];
    const factOf = (entry: number) => (entries.isRelation[entry] === 1 ? ofRelation : ofClaim);
    return {
      value: (entry) => factOf(entry).value(entries.fact[entry]!),
      facet: (facet) => {
        const [facetOfClaim, facetOfRelation] = [ofClaim.facet(facet), ofRelation.facet(facet)];
        return (entry) => (entries.isRelation[entry] === 1 ? facetOfRelation : facetOfClaim)(entries.fact[entry]!);
      },
    };
  }

  #entryFactId(): Property {
    const { entries, claims, relations } = this.graph;
    return column(
      identifier,
      (entry) => (entries.isRelation[entry] === 1 ? relations : claims).ids[entries.fact[entry]!],
    );
  }

  #conflictProperty(name: string): Property {
    const { conflicts, entities } = this.graph;
    switch (name) {
      case 'id':
        return column(identifier, (conflict) => conflicts.ids[conflict]);
      case 'subject':
        return column(identifier, (conflict) => entities.ids[conflicts.subject[conflict]!]);
      case 'property':
      case 'kind':
        return column(identifier, (conflict) => conflicts[name][conflict]);
      case 'reasons':
        return column(undefined, (conflict) => conflicts.reasons[conflict]);
    }
    return column(undefined, () => undefined);
  }

  #ofFamily(claim: number, family: string): unknown {
    const { claims, entities } = this.graph;
    const kind = this.declarations[entities.kindOf[claims.subject[claim]!]!]!;
    const property = kind.properties.find((candidate) => candidate.name === claims.property[claim]);
    return property?.leaf.family === family ? claims.stored[claim] : undefined;
  }

  #passageProperty(name: string, passageOf: (record: number) => number): Property {
    const { passages } = this.graph;
    switch (name) {
      case 'id':
      case 'passage':
        return column(identifier, (record) => passages.ids[passageOf(record)]);
      case 'paragraph':
        return {
          value: (record) => passages.paragraph[passageOf(record)],
          facet: () => (record) => passages.paragraph[passageOf(record)] as number | undefined,
        };
      case 'locator':
      case 'digest':
      case 'footnote':
        return column(undefined, (record) => passages[name][passageOf(record)]);
    }
    return column(undefined, () => undefined);
  }

  #citationProperty(name: string): Property {
    const { citationPassage, citationStart, citationEnd } = this.graph.passages;
    if (name === 'start') return column(undefined, (citation) => citationStart[citation]);
    if (name === 'end') return column(undefined, (citation) => citationEnd[citation]);
    return this.#passageProperty(name, (citation) => citationPassage[citation]!);
  }

  #sourcesCited(citations: Lists, record: number): readonly string[] {
    const { citationPassage, source } = this.graph.passages;
    const sources = new Set<number>();
    for (const citation of listOf(citations, record)) sources.add(source[citationPassage[citation]!]!);
    return [...sources].sort((one, other) => one - other).map((entity) => this.graph.entities.ids[entity]!);
  }
}

const TYPES = {
  relation: 'Relation',
  claim: 'Claim',
  passage: 'Passage',
  citation: 'Citation',
  hit: 'Hit',
  entry: 'TimelineEntry',
  conflict: 'Conflict',
} as const;

/** The property, asking for each facet once: some take an array over all records to make. */
function withFacetsKept({ value, facet }: Property): Property {
  const known = new Map<string, ReturnType<Property['facet']>>();
  return {
    value,
    facet: (name) => {
      let found = known.get(name);
      if (!found) known.set(name, (found = facet(name)));
      return found;
    },
  };
}

/** A property whose facets are made when they are wanted. */
function column(leaf: Leaf | undefined, value: (record: number) => unknown): Property {
  return {
    value,
    facet: (facet) => (record) => {
      const stored = value(record);
      return stored === undefined || !leaf ? undefined : leaf.facets(stored)[facet];
    },
  };
}

/** A property whose facets are made once and kept. */
function indexed(leaf: Leaf | undefined, count: number, value: (record: number) => unknown): Property {
  const property = column(leaf, value);
  return { value, facet: (facet) => kept(count, property.facet(facet)) };
}

function kept<Value>(count: number, make: (record: number) => Value): (record: number) => Value {
  let values: Value[] | undefined;
  return (record) => (values ??= Array.from({ length: count }, (_, each) => make(each)))[record]!;
}

/** The place of an id in a list of ids in order. */
function search(ids: readonly string[], id: string): number | undefined {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ids[middle]! < id) low = middle + 1;
    else high = middle;
  }
  return ids[low] === id ? low : undefined;
}

function linksOf(records: Records): Readonly<Record<RecordClass, Readonly<Record<string, Link>>>> {
  const { entities, relations, claims, passages, entries, conflicts } = records.graph;
  const citations = (lists: Lists): Link => ({ to: 'citation', follow: (record) => listOf(lists, record) });
  const one = (to: RecordClass, numbers: Uint32Array): Link => ({
    to,
    follow: (record) => numbers.subarray(record, record + 1),
  });
  const citing = (lists: Lists, count: number) => once(() => citingPassage(records.graph, lists, count));
  const claimsCiting = citing(claims.citations, claims.ids.length);
  const relationsCiting = citing(relations.citations, relations.ids.length);
  const ofSource = once(() =>
    groupBy(passages.ids.length, entities.ids.length, (passage) => passages.source[passage]!),
  );
  const isClaim = (claim: number) => claim < claims.ids.length;
  const across = (source: number, lists: () => Lists): number[] => {
    const found = new Set<number>();
    for (const passage of listOf(ofSource(), source)) for (const record of listOf(lists(), passage)) found.add(record);
    return [...found].sort((first, second) => first - second);
  };
  const sourcesOf = (entity: number): number[] => {
    const found = new Set<number>();
    const add = (lists: Lists, record: number) => {
      for (const citation of listOf(lists, record)) found.add(passages.source[passages.citationPassage[citation]!]!);
    };
    add(entities.citations, entity);
    for (const claim of listOf(claims.ofEntity, entity)) add(claims.citations, claim);
    for (const lists of [relations.out, relations.in])
      for (const relation of listOf(lists, entity)) add(relations.citations, relation);
    return [...found].sort((first, second) => first - second);
  };
  return {
    entity: {
      citations: citations(entities.citations),
      sources: { to: 'entity', follow: sourcesOf },
      claims: { to: 'claim', follow: (entity) => listOf(claims.ofEntity, entity) },
      passages: { to: 'passage', follow: (source) => listOf(ofSource(), source) },
      statements: { to: 'claim', follow: (source) => across(source, claimsCiting) },
      facts: { to: 'relation', follow: (source) => across(source, relationsCiting) },
      timeline: { to: 'entry', follow: (entity) => listOf(entries.ofEntity, entity) },
      conflicts: { to: 'conflict', follow: (entity) => listOf(conflicts.ofEntity, entity) },
    },
    relation: {
      citations: citations(relations.citations),
      from: one('entity', relations.from),
      to: one('entity', relations.to),
    },
    claim: { citations: citations(claims.citations), subject: one('entity', claims.subject) },
    passage: {
      source: one('entity', passages.source),
      claims: { to: 'claim', follow: (passage) => listOf(claimsCiting(), passage) },
      relations: { to: 'relation', follow: (passage) => listOf(relationsCiting(), passage) },
    },
    citation: {
      passage: one('passage', passages.citationPassage),
      source: { to: 'entity', follow: (citation) => [passages.source[passages.citationPassage[citation]!]!] },
    },
    hit: {},
    entry: {
      citations: {
        to: 'citation',
        follow: (entry) =>
          listOf((entries.isRelation[entry] === 1 ? relations : claims).citations, entries.fact[entry]!),
      },
      entity: one('entity', entries.entity),
      // They are in the order of their ids, those of one entity together.
      involved: { to: 'entity', follow: (entry) => [...new Set(listOf(entries.involved, entry))] },
    },
    conflict: {
      subject: one('entity', conflicts.subject),
      claims: { to: 'claim', follow: (conflict) => listOf(conflicts.claims, conflict) },
      relations: { to: 'relation', follow: (conflict) => listOf(conflicts.relations, conflict) },
      preferred: {
        to: 'claim',
        follow: (conflict) => conflicts.preferred.subarray(conflict, conflict + 1).filter(isClaim),
      },
    },
  };
}

/** For each passage, the records that cite it, each once. */
function citingPassage(graph: PackedGraph, citations: Lists, count: number): Lists {
  const pairs: [passage: number, record: number][] = [];
  for (let record = 0; record < count; record++) {
    const cited = new Set<number>();
    for (const citation of listOf(citations, record)) cited.add(graph.passages.citationPassage[citation]!);
    for (const passage of cited) pairs.push([passage, record]);
  }
  const { offsets, items } = groupBy(pairs.length, graph.passages.ids.length, (pair) => pairs[pair]![0]);
  return { offsets, items: items.map((pair) => pairs[pair]![1]) };
}

function once<Value>(make: () => Value): () => Value {
  let value: Value | undefined;
  return () => (value ??= make());
}
