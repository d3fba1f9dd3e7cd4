import type { KindDeclaration, RelationDeclaration } from './declare.js';
import type { Language } from './partial-date.js';

/**
 * What `deriveTypes` leaves in the `extensions` of the schema, under `entente`: how each field is read. The planner
 * reads it from the built schema, so it never has to know the list of kinds.
 */
export const EXTENSION = 'entente';

/** How a field of a type is answered. */
export type FieldPlan =
  /** A stored property, perhaps with something computed of it and of the arguments. */
  | { readonly read: 'property'; readonly property: string; readonly compute?: Compute }
  /** The one record at the end of a link. */
  | { readonly read: 'one'; readonly link: string }
  /** All records at the end of a link. */
  | { readonly read: 'list'; readonly link: string }
  /** A page of other entities, by facts. */
  | { readonly read: 'relation'; readonly relation: RelationDeclaration }
  /** A page of records at the end of a link. */
  | { readonly read: 'link'; readonly link: string; readonly items: ItemType }
  /** A page of the relations that start or end at the entity. */
  | { readonly read: 'related' }
  /** A part of a path. */
  | { readonly path: 'length' | 'nodes' | 'hops' }
  /** Something computed of what is told of a path. */
  | { readonly path: 'told'; readonly compute: Compute }
  /** A part of a hop. */
  | { readonly hop: 'relation' | 'from' | 'to' | 'forward' }
  /** A part of a neighbourhood. */
  | { readonly subgraph: 'nodes' | 'links' | 'truncated' | 'omitted' }
  /** A field of a connection. */
  | { readonly connection: 'edges' | 'nodes' | 'pageInfo' | 'totalCount' | 'kinds' }
  /** A field of an edge. */
  | { readonly edge: 'cursor' | 'node' }
  /** A field of the result of one search among many. */
  | { readonly result: 'query' | 'candidates' }
  /** A field of `PageInfo`. */
  | { readonly pageInfo: 'hasNextPage' | 'hasPreviousPage' | 'startCursor' | 'endCursor' }
  /** A field of a series of figures, and of one of its points. */
  | { readonly series: 'indicator' | 'unit' | 'points' | 'undated' }
  | { readonly point: 'period' | 'modality' | 'best' | 'alternatives' | 'change' | 'changeOn' }
  /** A field of a group. */
  | { readonly group: 'key' | 'node' | 'count' }
  /** A field of a value type, computed of the stored value alone. */
  | { readonly value: Compute };

/** Computes an answer of a stored value and the arguments of a field. */
export type Compute = (stored: never, args: { readonly lang: Language }, context: never) => unknown;

/** How a root field is answered. */
export type RootPlan =
  | { readonly root: 'node'; readonly types: readonly string[] | 'any' }
  | { readonly root: 'nodes' }
  | { readonly root: 'entity' }
  | { readonly root: 'every'; readonly kind: KindDeclaration }
  | { readonly root: 'claims' }
  | { readonly root: 'groups' }
  | { readonly root: 'series'; readonly figure: KindDeclaration }
  | { readonly root: 'paths' }
  | { readonly root: 'neighbourhood' }
  | { readonly root: 'search' }
  | { readonly root: 'suggest' }
  | { readonly root: 'match' }
  | { readonly root: 'timeline' }
  | { readonly root: 'conflicts' }
  | { readonly root: 'graph' }
  /** All root fields again, as of a moment; it reads nothing itself. */
  | { readonly root: 'asOf' };

/** What the items of a page of records, which are no entities of one kind, are. */
export type ItemType = 'claims' | 'relations' | 'passages' | 'entries' | 'conflicts';
