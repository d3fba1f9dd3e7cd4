import { createHash } from 'node:crypto';
import neo4j from 'neo4j-driver';
import { ModelError } from '../../errors.js';
import { latestDay, type Attested } from '../../model/attestation.js';
import { relationshipTypes, type KindDeclaration, type PropertyDeclaration } from '../../model/declare.js';
import type { Interval } from '../../model/interval.js';
import type { Facet, Leaf } from '../../model/leaf.js';
import { integer } from '../../model/leaf.js';
import { isoDay } from '../../model/partial-date.js';
import {
  claimProperties,
  conflictProperties,
  entityProperties,
  entryProperties,
  factProperties,
  passageProperties,
} from '../../model/records.js';
import { cypher, name, type Cypher } from './cypher.js';

/**
 * How a release lies in Neo4j. What writes it and what reads it both follow this page.
 *
 *     (:Country)-[:PARTY_TO {id, validTime, modality, …}]->(:Agreement)
 *     (:Claim)-[:OF]->(:Agreement)       (:Relation {from_id, to_id, …})-[:CITES]->(:Passage)-[:IN]->(:Source)
 *     (:Claim)-[:CITES]->(:Passage)      (:Name {folded, …})-[:NAMES]->(:Agreement)
 *     (:Word {text})-[:WORD_OF]->(:Name)   (:Edit {key, word})
 *     (:TimelineEntry)-[:DATES]->(:Agreement)    (:TimelineEntry)-[:INVOLVES {fact}]->(:Country)
 *     (:Conflict {claims, relations, preferred})-[:CONCERNS]->(:Agreement)
 *
 * A fact is a relationship, with all that is known of it, so that going along it needs nothing else; and once more a
 * node `Relation`, since relationships can neither be pointed at nor found by id cheaply. An entry has all that its fact
 * has; `fact` is the id of that, and on INVOLVES of the relation by which somebody is involved.
 *
 * **Slots.** A release lies in one of two slots, A and B: each node has besides its plain labels the same ones with the
 * slot's letter, `:Entity:Agreement:Entity_A:Agreement_A`, and indexes are on the latter. Relationships never cross.
 * A load writes into the other slot and then, in one transaction, replaces the one node `Release` by its own; what lay
 * in the former slot is deleted after that. A reading begins at labels of the slot that it knows and ends by asking for
 * `Release_A`: where that is gone or of another generation, it is thrown away and done again in the other slot.
 *
 * **Names.** Each name of an entity is a node, with its `place` in the order in which they are preferred and what a
 * search compares of it: `text`, `written`, `squeezed`, `spaced`, its `length` and its `words`. Each distinct word is a
 * node too, and each edit key of a word is one that tells the word: indexes hold no parts of lists.
 *
 * **Properties.** A property `p` has its stored value under `p`: texts, numbers and booleans as such, other values as
 * JSON. Its facets are `p_earliest`, `p_folded` … ; a facet called `value` is the stored value itself. Citations are
 * `citations`, the ids of passages, and if one has a range `citations_start` and `citations_end`, -1 where it has none.
 *
 * **Moments.** What is there at a moment is told by numbers YYYYMMDD: `known_from`, the first day on which a record may
 * be known, and for facts `holds_from` and `holds_to`, the days between which it may hold, with that of its basis. For
 * each of the `sources` of a fact, `sources_from` and `sources_latest` are the days between which it was published, 0
 * where it is not dated. An entry and its DATES have those of its fact, INVOLVES those of its relation, and a conflict
 * the days on which all its claims and relations are there. For choosing best values a claim about `p` has its value and facets under `stored_p`, its
 * `width`, and its `standing` by rank and modality, unless it cannot be best; one that states an
 * absence has `absent_p` in place of a value.
 */

/** One of two places for a release. */
export type Slot = 'A' | 'B';

/** A class of records. A citation is a passage seen from a record that cites it; a hit is a map that a search made. */
export type RecordClass = 'entity' | 'relation' | 'claim' | 'passage' | 'citation' | 'hit' | 'entry' | 'conflict';

/** The classes of records that have an id. */
export const FOUND_CLASSES = ['entity', 'relation', 'claim', 'passage', 'entry', 'conflict'] as const;

/** The label of the records of a class. */
export const CLASS_LABEL = {
  entity: 'Entity',
  relation: 'Relation',
  claim: 'Claim',
  passage: 'Passage',
  entry: 'TimelineEntry',
  conflict: 'Conflict',
} as const;

/** The label of entities that are hubs. */
export const HUB = 'Hub';

/** Labels that are not of kinds. Those of classes are types of GraphQL, so that no kind can have their names. */
const OWN_LABELS = new Set([HUB, 'Release', 'Load']);

/** Types of relationships that are not declared by kinds. */
const OWN_TYPES = new Set(['OF', 'CITES', 'IN', 'NAMES', 'WORD_OF', 'DATES', 'INVOLVES', 'CONCERNS']);

/** The types of records that are no entities, as plans name them. */
export const CLASS_TYPE: Readonly<Record<string, RecordClass>> = {
  Relation: 'relation',
  Claim: 'claim',
  Passage: 'passage',
  Citation: 'citation',
  TimelineEntry: 'entry',
  Conflict: 'conflict',
};

/** A label in a slot: `Agreement_A`. */
export function slotLabel(label: string, slot: Slot): Cypher {
  return cypher`${name(label)}_${name(slot)}`;
}

/** How long a key of `Name`, `Word` or `Edit` is at most: an index entry has a limit. */
export const LONGEST_NAME_KEY = 1000;

/** Written into a release, so that one of another layout or other kinds is not taken for this one. */
export function modelDigest(kinds: readonly KindDeclaration[]): string {
  const model = kinds.map((kind) => [
    kind.name,
    kind.kind,
    kind.isHub,
    kind.properties.map((property) => [property.name, property.leaf.type, property.leaf.family, property.timeline]),
    kind.relations.map(({ name, relationship, direction }) => [name, relationship.type, direction]),
  ]);
  const own = relationshipTypes(kinds).map(({ type, properties, timeline, involves, complements }) => [
    type,
    timeline,
    involves,
    complements,
    properties.map((property) => [property.name, property.leaf.type]),
  ]);
  return createHash('sha256')
    .update(JSON.stringify(['layout 4', model, own]))
    .digest('hex');
}

// ——— Values ———

const NATIVE = new Set(['id', 'text', 'enumeration', 'integer', 'boolean']);

/** Whether values of a leaf are stored as they are. */
function isNative(leaf: Leaf): boolean {
  return NATIVE.has(leaf.family);
}

/** A value as it is stored. */
export function encodeValue(leaf: Leaf, stored: unknown): unknown {
  if (!isNative(leaf)) return JSON.stringify(stored);
  return typeof stored === 'number' ? number(stored, leaf.family === 'integer') : stored;
}

/** The properties of a record that hold a value and its facets; nothing where the value is absent. */
export function encodeProperty(property: PropertyDeclaration, stored: unknown): Record<string, unknown> {
  if (stored === undefined || stored === null) return {};
  const { name, leaf } = property;
  const encoded: Record<string, unknown> = { [name]: encodeValue(leaf, stored) };
  for (const [facet, value] of Object.entries(leaf.facets(stored))) {
    if (facet !== 'value') encoded[`${name}_${facet}`] = encodeFacet(leaf, value);
  }
  return encoded;
}

function encodeFacet(leaf: Leaf, facet: Facet): unknown {
  return typeof facet === 'number' ? number(facet, leaf.family !== 'quantity') : facet;
}

/** A number for Neo4j, which tells whole numbers and others apart. */
export function number(value: number, isWhole: boolean): unknown {
  return isWhole && Number.isSafeInteger(value) ? neo4j.int(value) : value;
}

/** A value that came back, as it was stored. */
export type Decode = (value: unknown) => unknown;

/** Whole numbers come as pairs of 32 bits; those that a number cannot hold stay exact as a BigInt. */
export function decodeNative(value: unknown): unknown {
  if (neo4j.isInt(value)) return value.inSafeRange() ? value.toNumber() : value.toBigInt();
  if (Array.isArray(value)) return value.map(decodeNative);
  return value ?? null;
}

export function decodeJson(value: unknown): unknown {
  return typeof value === 'string' ? (JSON.parse(value) as unknown) : null;
}

// ——— What records have ———

/** How a property of a record is read, and how it is compared. */
export interface StoredProperty {
  /** The value: `n.concludedOn`. */
  value(record: Cypher): Cypher;
  readonly decode: Decode;
  /** The expression for a facet. */
  facet(record: Cypher, facet: string): FacetExpression;
}

/** A facet in Cypher. */
export interface FacetExpression {
  readonly expression: Cypher;
  /** It is a list of values, one of which has to fit. */
  readonly isList: boolean;
  readonly type: FacetType;
  /** It is never absent. */
  readonly isCertain: boolean;
}

/** The type of a parameter that a facet is compared with. Fixed, since a statement has one plan for each. */
export type FacetType = 'text' | 'integer' | 'float';

/** A property that is stored under its name, with the facets of a leaf. */
export function storedProperty(property: string, leaf: Leaf | undefined, isCertain = false): StoredProperty {
  const key = name(property);
  const isBoolean = leaf?.family === 'boolean';
  return {
    value: (record) => cypher`${record}.${key}`,
    decode: leaf && !isNative(leaf) ? decodeJson : decodeNative,
    facet: (record, facet) => ({
      expression:
        facet !== 'value'
          ? cypher`${record}.${key}_${name(facet)}`
          : isBoolean
            ? cypher`CASE ${record}.${key} WHEN true THEN 1 WHEN false THEN 0 END`
            : cypher`${record}.${key}`,
      isList: false,
      type: facetType(leaf, facet),
      isCertain,
    }),
  };
}

function facetType(leaf: Leaf | undefined, facet: string): FacetType {
  switch (leaf?.family) {
    case 'date':
    case 'interval':
    case 'integer':
    case 'boolean':
      return 'integer';
    case 'quantity':
      return facet === 'unit' ? 'text' : 'float';
    default:
      return 'text';
  }
}

/** The property of a claim that holds its value as an entity holds it. */
export function claimValue(property: string): string {
  return `stored_${property}`;
}

/** The property of a claim that holds what it states in place of a value, so that it tells of which property it is. */
export function claimAbsence(property: string): string {
  return `absent_${property}`;
}

/** A property that holds a list of texts. */
export function listProperty(property: string, sizes: Readonly<Record<string, FacetType>> = {}): StoredProperty {
  const key = name(property);
  return {
    value: (record) => cypher`${record}.${key}`,
    decode: decodeNative,
    facet: (record, facet) =>
      facet in sizes
        ? { expression: cypher`${record}.${key}_${name(facet)}`, isList: false, type: sizes[facet]!, isCertain: true }
        : { expression: cypher`${record}.${key}`, isList: true, type: 'text', isCertain: true },
  };
}

/** The names of an entity: JSON, a list of folded names, and the sort key of the Vietnamese one. */
const namesProperty: StoredProperty = {
  value: (record) => cypher`${record}.names`,
  decode: decodeJson,
  facet: (record, facet) =>
    facet === 'sort'
      ? { expression: cypher`${record}.names_sort`, isList: false, type: 'text', isCertain: true }
      : { expression: cypher`${record}.names_folded`, isList: true, type: 'text', isCertain: true },
};

const jsonProperty = (property: string): StoredProperty => ({
  ...storedProperty(property, undefined),
  decode: decodeJson,
});

/**
 * What is stated of the time of a fact, and how late its sources are.
 *
 * @param latest The list of the days until which its sources were published.
 */
export function attestedProperty(latest: (fact: Cypher) => Cypher): StoredProperty {
  return {
    ...storedProperty('attested', undefined),
    value: (record) => cypher`[${record}.validTime, ${latest(record)}]`,
    decode: (value): Attested => {
      const [validTime, days] = value as readonly [unknown, readonly unknown[]];
      return {
        validTime: (decodeJson(validTime) ?? undefined) as Interval | undefined,
        until: latestDay(days.map((day) => (Number(day) === 0 ? undefined : isoDay(Number(day))))),
      };
    },
  };
}

/** Properties that every record of its class has. */
const CERTAIN = new Set(['id', 'modality', 'rank', 'origin', 'subject', 'property', 'isBest']);

/** Those that every entry has, and every conflict. */
const CERTAIN_OF_ENTRIES = new Set(['fact', 'isBest', 'date']);
const CERTAIN_OF_CONFLICTS = new Set(['id', 'subject', 'property', 'kind']);

const declared = (properties: readonly PropertyDeclaration[], certain: ReadonlySet<string> = new Set()) =>
  properties.map((each) => [each.name, storedProperty(each.name, each.leaf, certain.has(each.name))] as const);

/** What a store must know of the kinds to write and read records. */
export class Model {
  readonly kinds: ReadonlyMap<string, KindDeclaration>;
  readonly digest: string;
  readonly #ofEntities: ReadonlyMap<string, StoredProperty>;
  readonly #ofKind: ReadonlyMap<string, ReadonlyMap<string, StoredProperty>>;
  readonly #ofClass: Readonly<Record<Exclude<RecordClass, 'entity'>, ReadonlyMap<string, StoredProperty>>>;

  /** @throws ModelError where a type of relationship or a kind has the name of one of ours. */
  constructor(readonly declarations: readonly KindDeclaration[]) {
    const taken = relationshipTypes(declarations).find(({ type }) => OWN_TYPES.has(type));
    if (taken)
      throw new ModelError(`Neo4j already has relationships ${taken.type} of Entente's own: choose another type.`);
    const named = declarations.find(({ name: kind }) => OWN_LABELS.has(kind));
    if (named)
      throw new ModelError(`Neo4j already has nodes ${named.name} of Entente's own: choose another name for the kind.`);
    this.kinds = new Map(declarations.map((kind) => [kind.name, kind]));
    this.digest = modelDigest(declarations);
    const ofEntities = new Map([
      ...declared(entityProperties, CERTAIN),
      ['kind', storedProperty('kind', undefined, true)] as const,
      ['names', namesProperty] as const,
      ['descriptions', jsonProperty('descriptions')] as const,
      ['externalIds', jsonProperty('externalIds')] as const,
    ]);
    this.#ofEntities = new Map([...declarations.flatMap(({ properties }) => declared(properties)), ...ofEntities]);
    this.#ofKind = new Map(
      declarations.map((kind) => [kind.name, new Map([...declared(kind.properties), ...ofEntities])]),
    );
    const attested = ['attested', attestedProperty((fact) => cypher`${fact}.sources_latest`)] as const;
    const sources = ['sources', listProperty('sources', { count: 'integer' })] as const;
    const ofPassages = new Map([
      ...declared(passageProperties, CERTAIN),
      ...(['passage', 'locator', 'digest', 'footnote'] as const).map(
        (each) => [each, storedProperty(each === 'passage' ? 'id' : each, undefined)] as const,
      ),
    ]);
    this.#ofClass = {
      relation: new Map([
        ...relationshipTypes(declarations).flatMap(({ properties }) => declared(properties)),
        ...declared(factProperties, CERTAIN),
        ['type', storedProperty('type', undefined, true)] as const,
        sources,
        attested,
      ]),
      claim: new Map([
        ...declared(factProperties, CERTAIN),
        ...declared(claimProperties, CERTAIN),
        ['date', jsonProperty('date')] as const,
        ['quantity', jsonProperty('quantity')] as const,
        sources,
        attested,
      ]),
      entry: new Map([
        ...declared(factProperties, CERTAIN),
        ...declared(entryProperties, CERTAIN_OF_ENTRIES),
        ['titles', jsonProperty('titles')] as const,
        ['kinds', listProperty('kinds')] as const,
        sources,
        attested,
      ]),
      conflict: new Map([
        ...declared(conflictProperties, CERTAIN_OF_CONFLICTS),
        ['reasons', jsonProperty('reasons')] as const,
      ]),
      passage: ofPassages,
      citation: ofPassages,
      hit: new Map([
        ['score', storedProperty('score', integer, true)] as const,
        ['parts', storedProperty('parts', undefined, true)] as const,
        ['matchedOn', storedProperty('matchedOn', undefined, true)] as const,
        ['kind', storedProperty('kind', undefined, true)] as const,
        ['isMatch', storedProperty('isMatch', undefined, true)] as const,
      ]),
    };
  }

  /** A property of the records of a class, or of one kind; one that nothing declares is absent everywhere. */
  property(recordClass: RecordClass, property: string, kind?: string): StoredProperty {
    const known =
      recordClass === 'entity' ? (kind ? this.#ofKind.get(kind)! : this.#ofEntities) : this.#ofClass[recordClass];
    return known.get(property) ?? storedProperty(property, undefined);
  }
}
