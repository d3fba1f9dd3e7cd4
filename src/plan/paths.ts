import type { Parameter, Shapes } from './read-plan.js';

/**
 * Plans about how entities hang together: the paths between two, and what lies around some.
 *
 * **References.** Both speak of entities by reference: `values` is a list of texts, and `named` a list as long, with 1
 * where the text is a folded name and 0 where it is an id. An id stands for the entity that has it; a name for the entity
 * of which one of the names, folded, equals it. A reference for which there is none stands for nothing.
 *
 * **Answers.** Where a name fits several entities, the answer is `{ namesakes }`: for the first such reference, a row
 * with `@id` and the type of each of these entities, by sort key of the name, then id; at most `NAMESAKES`. Else it is
 * `{ found }`, as said below.
 *
 * **What carries.** A relation carries if its type is among `types` (any, where none are said), its modality is not
 * DENIED and its rank is not DEPRECATED. It is followed either way. One that ends where it starts leads nowhere.
 */

/** Entities by id or name. */
export interface References {
  readonly values: Parameter;
  readonly named: Parameter;
}

/**
 * The shortest paths between two entities: `found` is a list with one row for each.
 *
 * The references are those of the entity where paths start, the one where they end, and those that they avoid. A path is
 * a sequence of one to `longest` relations that carry, each of which shares an entity with the next, through distinct
 * entities. Two relations between the same two entities make two paths. Neither an entity to avoid nor, unless
 * `throughHubs`, a hub lies between the start and the end; either may be the start or the end. There is none where start
 * and end are the same entity or one of them stands for nothing.
 *
 * The first `size` paths are returned: those of fewer relations first; of two as long, the one whose first hop leads to
 * the smaller id; if to the same entity, that whose first relation has the smaller id; then likewise by the next hop.
 */
export interface PathsPlan {
  readonly answer: 'paths';
  readonly references: References;
  readonly types?: readonly string[];
  readonly throughHubs: boolean;
  readonly longest: Parameter;
  readonly size: Parameter;
  readonly reads: readonly PathRead[];
}

/** One entry of the row of a path, under the key `as`. */
export type PathRead =
  /** The number of its relations. */
  | { readonly as: string; readonly path: 'length' }
  /** The rows of its entities from start to end. */
  | { readonly as: string; readonly path: 'nodes'; readonly shapes: Shapes }
  /** A row for each of its relations from start to end. */
  | { readonly as: string; readonly path: 'hops'; readonly hop: readonly HopRead[] }
  /** What it takes to tell of it: a `ToldPath` of `src/model/told-path.ts`. */
  | { readonly as: string; readonly path: 'told' };

/** One entry of the row of a hop, under the key `as`. */
export type HopRead =
  /** The row of the relation. */
  | { readonly as: string; readonly hop: 'relation'; readonly shapes: Shapes }
  /** The row of the entity that the hop leaves, or reaches. */
  | { readonly as: string; readonly hop: 'from' | 'to'; readonly shapes: Shapes }
  /** Whether the relation is followed from its start to its end. */
  | { readonly as: string; readonly hop: 'forward' };

/**
 * What lies around some entities: `found` is one row.
 *
 * The references are those of the entities to start from; their distance is 0, whatever their kind. Every other entity of
 * `kinds` (of any, where none are said) has as its distance the least number of relations that carry by which it is
 * reached from one of them through entities that have a distance; those of at most `depth` lie around. They are put in
 * order: the starts as they are referred to, each once; the others by distance, then id. The first `size` are the nodes.
 *
 * The links are all relations of `types` (of any) of which both ends are among the nodes, also those that do not carry,
 * by id.
 */
export interface NeighbourhoodPlan {
  readonly answer: 'neighbourhood';
  readonly references: References;
  readonly types?: readonly string[];
  readonly kinds?: readonly string[];
  readonly depth: Parameter;
  readonly size: Parameter;
  readonly reads: readonly SubgraphRead[];
}

/** One entry of the row of a neighbourhood, under the key `as`. */
export type SubgraphRead =
  | { readonly as: string; readonly subgraph: 'nodes' | 'links'; readonly shapes: Shapes }
  /** Whether entities that lie around are not among the nodes. */
  | { readonly as: string; readonly subgraph: 'truncated' }
  /** How many these are by kind as declared, `{ key, count }`: the most first, then by key. */
  | { readonly as: string; readonly subgraph: 'omitted' };
