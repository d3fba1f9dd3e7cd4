import type { Along, FacetPath, Filter, Parameter, Shapes } from './read-plan.js';

/**
 * How many entities of a kind there are by what they have or lead to.
 *
 * Each entity of the kind for which the filter holds is counted once in the group of each of its values: of the
 * property or facet, or of the entities that lie along the way, each of which is one value however many facts lead to it. An entity without
 * a value is counted in the group whose key is the empty text. The groups come in the order of their counts, the largest
 * first, then of their keys by code point; the first `most` of them are returned.
 */
export interface GroupsPlan {
  readonly answer: 'groups';
  /** A kind, by its declared name. */
  readonly every: string;
  readonly filter?: Filter;
  readonly by: GroupBy;
  readonly most: Parameter;
  readonly columns: readonly GroupColumn[];
}

/** What groups are made by. */
export type GroupBy =
  /** A property that has one value at most: a text or a member of an enumeration as it is stored. */
  | { readonly property: string }
  /** A facet of such a property. */
  | { readonly facet: Omit<FacetPath, 'on'> }
  /** The entities that lie along a way. */
  | { readonly along: Along };

/** One entry of the row of a group, under the key `as`. */
export type GroupColumn =
  /** The value as text, or the id of the entity; the empty text where there is none. */
  | { readonly as: string; readonly column: 'key' }
  /** The row of the entity at the end of the way; null where there is none. */
  | { readonly as: string; readonly column: 'node'; readonly shapes: Shapes }
  | { readonly as: string; readonly column: 'count' };
