import type { KindDeclaration } from '../../model/declare.js';
import type { Absence } from '../../model/leaf.js';
import type { Example, ReleaseInfo } from '../../model/release.js';
import type { Name } from '../../model/name.js';
import type { Publication } from '../../model/publication.js';

/**
 * A release as it lies in memory: records as numbers, relations as sorted adjacency, values in columns. Plain arrays
 * and typed arrays only, so that a snapshot is this value written to disk.
 *
 * Entities, relations, claims, passages, entries and conflicts are numbered in the order of their ids, so comparing two numbers compares
 * the ids.
 */
export interface PackedGraph {
  readonly info: ReleaseInfo;
  readonly kinds: readonly string[];
  readonly examples: readonly Example[];
  readonly entities: PackedEntities;
  readonly relations: PackedRelations;
  readonly claims: PackedClaims;
  readonly passages: PackedPassages;
  readonly entries: PackedEntries;
  readonly conflicts: PackedConflicts;
}

/** Values of one property, by the number of the record; absent values are `undefined`. */
export type Values = unknown[];

/** Lists of numbers by the number of a record: those of `i` are `items[offsets[i] … offsets[i + 1]]`. */
export interface Lists {
  readonly offsets: Uint32Array;
  readonly items: Uint32Array;
}

/** Lists of relations by entity, and the entity at the other end of each; by type, then name and id of that entity. */
export interface Adjacency extends Lists {
  readonly ends: Uint32Array;
}

export interface PackedEntities {
  readonly ids: string[];
  /** The kind of each, as a place in `PackedGraph.kinds`. */
  readonly kindOf: Uint8Array;
  /** The place of each among the entities of its kind. */
  readonly placeInKind: Uint32Array;
  readonly names: (readonly Name[])[];
  readonly sortKeys: string[];
  /** The place of each in the order of names; the same for equal names. */
  readonly nameRank: Uint32Array;
  readonly descriptions: Values;
  readonly externalIds: Values;
  /** For each kind, values by property and place in kind. */
  readonly properties: Readonly<Record<string, Values>>[];
  readonly citations: Lists;
  /** 1 for a hub. */
  readonly isHub: Uint8Array;
  /** When each was published that is a source: what is known on a day follows from it. */
  readonly published: readonly (Publication | undefined)[];
}

/** What relations and claims have in common. */
export interface PackedFacts {
  readonly ids: string[];
  readonly validTime: Values;
  readonly modality: string[];
  readonly rank: string[];
  readonly rankReason: Values;
  readonly origin: string[];
  readonly citations: Lists;
}

export interface PackedRelations extends PackedFacts {
  readonly types: readonly string[];
  readonly typeOf: Uint8Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly properties: Readonly<Record<string, Values>>;
  /** Of derived relations: the valid time and the citations of the fact that each rests on. */
  readonly basisValidTime: Values;
  readonly basisCitations: Lists;
  readonly out: Adjacency;
  readonly in: Adjacency;
}

export interface PackedClaims extends PackedFacts {
  readonly subject: Uint32Array;
  readonly property: string[];
  /** The value as its leaf stores it, and as a text; neither where an absence is stated. */
  readonly stored: Values;
  readonly text: (string | undefined)[];
  readonly absence: (Absence | undefined)[];
  readonly isBest: Uint8Array;
  readonly ofEntity: Lists;
}

/** Passages, and the citations that point at them: a citation is a passage with a range. */
export interface PackedPassages {
  readonly ids: string[];
  readonly source: Uint32Array;
  readonly paragraph: Values;
  readonly locator: string[];
  readonly digest: Values;
  readonly footnote: string[];
  readonly citationPassage: Uint32Array;
  readonly citationStart: Values;
  readonly citationEnd: Values;
}

/** Entries of the timeline. All that they have of their fact is read there. */
export interface PackedEntries {
  readonly ids: string[];
  /** 1 where the fact is a relation, 0 where it is a claim. */
  readonly isRelation: Uint8Array;
  readonly fact: Uint32Array;
  readonly isBest: Uint8Array;
  readonly date: Values;
  readonly end: Values;
  readonly isOpen: Uint8Array;
  readonly titles: Values;
  readonly entity: Uint32Array;
  /** The kinds of what is dated, as a place in `kindLists`. */
  readonly kindsOf: Uint8Array;
  readonly kindLists: readonly (readonly string[])[];
  /** Who had a part in each, and at the same place the relation that says so; an entity comes once for each relation. */
  readonly involved: Lists;
  readonly involvedBy: Uint32Array;
  /** By entity: the entries of it, and those in which it had a part. */
  readonly ofEntity: Lists;
}

/** Conflicts between facts. */
export interface PackedConflicts {
  readonly ids: string[];
  readonly subject: Uint32Array;
  readonly property: string[];
  readonly kind: string[];
  readonly claims: Lists;
  readonly relations: Lists;
  /** The claim that is preferred; as many as there are claims where none is. */
  readonly preferred: Uint32Array;
  readonly reasons: Values;
  readonly ofEntity: Lists;
}

/** The part of a list of numbers that belongs to a record. */
export function listOf({ offsets, items }: Lists, record: number): Uint32Array {
  return items.subarray(offsets[record], offsets[record + 1]);
}

/** Groups numbers 0 … count-1 by a record each belongs to, keeping their order within a record. */
export function groupBy(count: number, records: number, recordOf: (item: number) => number): Lists {
  const offsets = new Uint32Array(records + 1);
  for (let item = 0; item < count; item++) offsets[recordOf(item) + 1]!++;
  for (let record = 0; record < records; record++) offsets[record + 1]! += offsets[record]!;
  const next = offsets.slice();
  const items = new Uint32Array(count);
  for (let item = 0; item < count; item++) items[next[recordOf(item)]!++] = item;
  return { offsets, items };
}

/** The leaves of a kind's properties and of all relationships' own properties, which a store needs to make facets. */
export type Declarations = readonly KindDeclaration[];
