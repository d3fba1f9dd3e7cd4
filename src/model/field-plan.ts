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
  /** A field of a connection. */
  | { readonly connection: 'edges' | 'nodes' | 'pageInfo' | 'totalCount' }
  /** A field of an edge. */
  | { readonly edge: 'cursor' | 'node' }
  /** A field of `PageInfo`. */
  | { readonly pageInfo: 'hasNextPage' | 'hasPreviousPage' | 'startCursor' | 'endCursor' }
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
  | { readonly root: 'graph' }
  /** All root fields again, as of a moment; it reads nothing itself. */
  | { readonly root: 'asOf' };

/** What the items of a page of records, which are no entities of one kind, are. */
export type ItemType = 'claims' | 'relations' | 'passages';
