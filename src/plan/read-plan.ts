import type { Facet } from '../model/leaf.js';
import type { GroupsPlan } from './groups.js';
import type { NeighbourhoodPlan, PathsPlan } from './paths.js';
import type { Matching, MatchesPlan, Sought } from './search.js';
import type { AsOf } from './as-of.js';

/**
 * A ReadPlan: what one root field of a request asks of the graph, as a frozen value in the words of the graph. It
 * knows neither GraphQL nor Cypher, and holds no value of the request: values are parameters. A store answers a plan
 * in one read. This page is the contract: an evaluator or compiler is written from it alone.
 *
 * **The graph.** Records of six classes: entities (of a kind), relations (facts between two entities), claims (facts
 * about one property of an entity), passages, entries (facts seen as moments or periods) and conflicts (between two
 * claims). Each record has a type: the entity's kind as declared (`Agreement`), else `Relation`, `Claim`, `Passage`,
 * `TimelineEntry` or `Conflict`. It has properties by name, each one stored value or, where said, several, and
 * absent where none is known; `src/model/records.ts` lists those that are not declared by kinds. A fact reached along a
 * relation has also `edgeId`: its id with `>` where it was followed from its start to its end, `<` the other way; `both`
 * follows a fact that starts and ends at one record from its start. An edge id finds the relation. A fact has
 * also `attested`: its `validTime`, and the day `until` which its sources reach, the latest `latest` of their
 * `publishedOn`, absent where one of them is undated. The graph has also one record of its own, of type `GraphInfo`.
 *
 * **Facets.** Filters and orders compare facets: the strings and numbers that the property's leaf keeps of a value
 * (`concludedOn` has `earliest` and `latest`). Strings compare by code point, numbers as numbers; sort keys are
 * made so that UTF-16 units compare the same. The facet of an absent value is absent.
 */
export type ReadPlan = Answer & {
  /** The moment as of which it is answered; if there is none, on the whole graph. */
  readonly asOf?: AsOf;
};

/** What a plan asks for. */
export type Answer =
  /** The record with this id if its type is among `types`, else null. */
  | {
      readonly answer: 'node';
      readonly id: Parameter;
      readonly types: readonly string[] | 'any';
      readonly shapes: Shapes;
    }
  /** A list as long as the parameter's list of ids, in its order, with null where no record has the id. */
  | { readonly answer: 'nodes'; readonly ids: Parameter; readonly shapes: Shapes }
  /** The entities of which one of the names, folded, equals the parameter, by sort key of the name, then id; at most `NAMESAKES`. */
  | { readonly answer: 'named'; readonly name: Parameter; readonly shapes: Shapes }
  /** A page. */
  | { readonly answer: 'page'; readonly page: Page }
  /** Counts by group. */
  | GroupsPlan
  | PathsPlan
  | NeighbourhoodPlan
  /** What stands in the only column of a page. */
  | { readonly answer: 'column'; readonly page: Page }
  | MatchesPlan
  /**
   * A page that speaks of entities that are referred to, and whom their names name: an object of
   * `page`, and `namesakes`, a list with one list for each name, in their order. That list has for each entity of the
   * name, as `named` finds them, a row with its id under `@id` and its type.
   */
  | { readonly answer: 'about'; readonly refs: EntityRefs; readonly page: Page }
  /** The record of the graph itself. */
  | { readonly answer: 'graph'; readonly shape: Shape };

/** How many entities of one name a `named` answer holds at most. */
export const NAMESAKES = 20;

/** Entities, by a list of ids and a list of folded names, as `named` finds them. */
export interface EntityRefs {
  readonly ids: Parameter;
  readonly names: Parameter;
}

/** The name of a value that is given at the time of reading. */
export interface Parameter {
  readonly parameter: string;
}

/** The values of a plan's parameters, by name. A list parameter has a list. */
export type Parameters = Readonly<Record<string, ParameterValue>>;
export type ParameterValue = Facet | boolean | null | readonly Facet[] | CursorPosition | Sought | readonly Sought[];

/** The values of a page's order keys at a cursor, in their order; null where absent. The last is always the id. */
export type CursorPosition = readonly (Facet | null)[];

/** What to return of a record that may be of several types: a shape for each. A record of another type is not returned. */
export type Shapes = Readonly<Record<string, Shape>>;

/** The key under which a row of a record found through `Shapes` tells the type of the record. No GraphQL name has an `@`. */
export const TYPE_KEY = '@type';

/** What to return of a record: a row with one entry for each read, under the key `as`. */
export interface Shape {
  readonly reads: readonly Read[];
}

/** One entry of a row. */
export type Read =
  /** The stored value of a property, all values of a property of several, or null where absent. */
  | { readonly as: string; readonly read: 'property'; readonly property: string }
  /** The one record at the end of a link, or null. */
  | { readonly as: string; readonly read: 'one'; readonly link: string; readonly shapes: Shapes }
  /** All records at the end of a link, in the order of the link. */
  | { readonly as: string; readonly read: 'list'; readonly link: string; readonly shapes: Shapes }
  /** A page of what lies along a relation or link. */
  | { readonly as: string; readonly read: 'page'; readonly page: Page };

/**
 * A page of a list of items, in an order in which no two items are equal.
 *
 * An item is a node, and where the page goes along a relation also the fact by which it was reached: the same node
 * may come several times, by several facts. `size` items are taken of those that `filter` holds for and that lie after
 * `after` and before `before` (both exclusive, both positions in `order`; absent parameters bound nothing): the first
 * ones, or the last ones if `backward`. They are returned in order either way.
 */
export interface Page {
  readonly along: Along;
  readonly filter?: Filter;
  readonly order: readonly OrderKey[];
  readonly backward: boolean;
  readonly size: Parameter;
  readonly after?: Parameter;
  readonly before?: Parameter;
  /** A text that binds the page's cursors to field, filter, order and release. A cursor is returned as a list: this text, then the values of the order's keys. */
  readonly binding: Parameter;
  readonly columns: readonly Column[];
}

/** Where the items of a page come from. */
export type Along =
  /** All entities of a kind. */
  | { readonly every: string }
  /** All claims, relations, entries or conflicts. */
  | { readonly all: 'claims' | 'relations' | 'entries' | 'conflicts' }
  /**
   * From the record at hand, an entity: the other ends of its relations of a type. `out` follows it from its start to
   * its end, `in` the other way, `both` either way; a fact that starts and ends at the record is one item, not two.
   * With `kinds`, only the ends that are of one of them.
   */
  | { readonly relation: string; readonly direction: 'out' | 'in' | 'both'; readonly kinds?: readonly string[] }
  /** From the record at hand, or from entities that are referred to: the records at the end of a link, each once. */
  | { readonly link: string; readonly of?: EntityRefs }
  /**
   * From the record at hand, an entity: as records, the relations of one of `related` (of any type, where it is `any`)
   * that start or end there. With `kinds`, only those whose other end is of one of them. One that starts and ends at the
   * record is one item, and its other end is the record.
   */
  | { readonly related: readonly string[] | 'any'; readonly kinds?: readonly string[] }
  /** The hits of a search: each is an entity, and in place of a fact what is known of the hit. */
  | Matching;

/**
 * What is returned of a page: an object with one entry for each column, under the key `as`.
 *
 * `hasNextPage` tells whether the filtered list has an item after the page's last (after `after` on an empty page, or
 * at all): an item at or past the bound `before` counts. `hasPreviousPage` is its mirror.
 */
export type Column =
  /** A list with one row for each item. */
  | { readonly as: string; readonly column: 'edges'; readonly edge: EdgeShape }
  /** A list with the row of each item's node. */
  | { readonly as: string; readonly column: 'nodes'; readonly shapes: Shapes }
  /** A row with one entry for each field of it that is asked for. */
  | { readonly as: string; readonly column: 'pageInfo'; readonly fields: readonly PageInfoRead[] }
  /** How many items the filter holds for, whatever the page. */
  | { readonly as: string; readonly column: 'totalCount' }
  /** The same by kind of the entity, as `{ key, count }`: the most first, then by key; kinds that none is of are left out. */
  | { readonly as: string; readonly column: 'kinds' };

/** One entry of the row of an item. */
export interface EdgeShape {
  /** Keys under which the item's cursor is returned. */
  readonly cursors: readonly string[];
  /** Keys under which the row of the item's node is returned. */
  readonly nodes: readonly { readonly as: string; readonly shapes: Shapes }[];
  /** What is returned of the fact or hit, in the same row; nothing where the page goes along no relation. */
  readonly fact: Shape;
}

export interface PageInfoRead {
  readonly as: string;
  readonly field: 'hasNextPage' | 'hasPreviousPage' | 'startCursor' | 'endCursor';
}

/** One key of an order. Items without the facet come last, ascending and descending alike; the last key is the node's or fact's id. */
export interface OrderKey extends FacetPath {
  readonly descending: boolean;
}

/** A facet of a property of the node, or of the fact, of an item. */
export interface FacetPath {
  readonly on: 'node' | 'fact';
  readonly property: string;
  readonly facet: string;
}

/**
 * A condition on an item. It is two-valued: every condition is true or false, whatever is absent, and `not` is its
 * exact complement.
 */
export type Filter =
  /** All hold; true of none. */
  | { readonly and: readonly Filter[] }
  /** One holds; false of none. */
  | { readonly or: readonly Filter[] }
  | { readonly not: Filter }
  /** The facet is there and compares so with the parameter; of a property of several values, one does. */
  | { readonly test: FacetPath; readonly by: Comparison; readonly value: Parameter }
  /** The facet equals one of the parameter's list. */
  | { readonly test: FacetPath; readonly by: 'in'; readonly value: Parameter }
  /** The property has a value. */
  | { readonly has: Omit<FacetPath, 'facet'> }
  /** Of the items along the relation or link from the node, at least one satisfies the condition (of the item: node and fact). */
  | { readonly some: Filter; readonly along: Along }
  /** The number of items along the relation from the node compares so with the parameter. */
  | {
      readonly count: Along;
      readonly by: Exclude<Comparison, 'contains' | 'startsWith'> | 'in';
      readonly value: Parameter;
    };

/** `contains` and `startsWith` are of strings. */
export type Comparison = '=' | '<' | '<=' | '>' | '>=' | 'contains' | 'startsWith';
