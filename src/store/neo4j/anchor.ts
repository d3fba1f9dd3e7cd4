import type { Along, Filter, Parameter } from '../../plan/read-plan.js';
import { cypher, join, lines, name, place as number, where, type Cypher } from './cypher.js';
import type { Scope } from './filter.js';
import { LONGEST_NAME_KEY, slotLabel } from './layout.js';
import { subquery } from './place.js';

/**
 * Where the entities that satisfy a filter can be reached from: those that an index finds by an id or a name, and the
 * relations back from there. Of `parties: { some: { node: { id: { in: $p1 } } } }` that is
 *
 *     MATCH (n2:Entity_A) WHERE n2.id IN $p1
 *     MATCH (n2)-[:PARTY_TO]-(n1)
 *
 * Neo4j plans a condition with `EXISTS` as a test of each agreement, and never the other way round.
 */
export interface Anchor {
  /** Clauses that find the entities, one row for each way to them. Among them are all that satisfy the filter. */
  readonly match: Cypher;
  /** How many relations lie between. */
  readonly steps: number;
}

/** The nearest anchor of a filter for the entities of a variable; `undefined` where it has none. */
export function anchorOf(filter: Filter | undefined, entity: Cypher, scope: Scope): Anchor | undefined {
  if (!filter) return undefined;
  if ('and' in filter)
    return filter.and
      .flatMap((inner) => anchorOf(inner, entity, scope) ?? [])
      .toSorted((one, other) => one.steps - other.steps)[0];
  if ('or' in filter) return anyOf(filter.or, entity, scope);
  if ('test' in filter && filter.test.on === 'node' && (filter.by === '=' || filter.by === 'in'))
    return found(filter.test.property, filter.by, filter.value, entity, scope);
  if (!('some' in filter) || !('relation' in filter.along)) return undefined;
  const end = scope.variables.next('n');
  const anchor = anchorOf(filter.some, end, scope);
  if (!anchor) return undefined;
  // What is reached by several ways is gone on from once.
  const once = anchor.steps > 0 && cypher`WITH DISTINCT ${end}`;
  return {
    match: lines(anchor.match, once || undefined, back(end, filter.along, entity)),
    steps: anchor.steps + 1,
  };
}

/** One of several holds: each needs an anchor. */
function anyOf(filters: readonly Filter[], entity: Cypher, scope: Scope): Anchor | undefined {
  const anchors = filters.flatMap((filter) => anchorOf(filter, entity, scope) ?? []);
  if (anchors.length === 0 || anchors.length < filters.length) return undefined;
  const found = anchors.map(({ match }) => lines(match, cypher`RETURN ${entity}`));
  return {
    match: subquery([], join(found, cypher`\nUNION\n`)),
    steps: Math.max(...anchors.map(({ steps }) => steps)),
  };
}

/** Clauses that find the entities of a kind for which conditions hold, those of a filter among them; each once. */
export function matchAll(
  kind: string,
  entity: Cypher,
  filter: Filter | undefined,
  conditions: readonly Cypher[],
  scope: Scope,
): Cypher {
  const ofKind = cypher`${entity}:${slotLabel(kind, scope.slot)}`;
  const anchor = anchorOf(filter, entity, scope);
  return anchor
    ? lines(anchor.match, cypher`WITH DISTINCT ${entity}`, where([ofKind, ...conditions]))
    : lines(cypher`MATCH (${ofKind})`, where(conditions));
}

/** By an id or a name, of which there are indexes. */
function found(property: string, by: '=' | 'in', value: Parameter, entity: Cypher, scope: Scope): Anchor | undefined {
  const { parameters, slot, variables } = scope;
  const sent = parameters.of(value, 'text');
  if (property === 'id') {
    const condition = by === '=' ? cypher`${entity}.id = ${sent}` : cypher`${entity}.id IN ${sent}`;
    return { match: cypher`MATCH (${entity}:${slotLabel('Entity', slot)}) WHERE ${condition}`, steps: 0 };
  }
  if (property !== 'names') return undefined;
  const text = variables.next('text');
  return {
    match: lines(
      cypher`UNWIND ${by === '=' ? cypher`[${sent}]` : sent} AS ${text}`,
      cypher`MATCH (:${slotLabel('Name', slot)} {folded: left(${text}, ${number(LONGEST_NAME_KEY)})})-[:NAMES]->(${entity})`,
    ),
    steps: 0,
  };
}

/** From the end of a relation back to where the filter stands. */
function back(end: Cypher, { relation, direction }: Extract<Along, { readonly relation: string }>, entity: Cypher) {
  const type = name(relation);
  if (direction === 'both') return cypher`MATCH (${end})-[:${type}]-(${entity})`;
  return direction === 'out'
    ? cypher`MATCH (${end})<-[:${type}]-(${entity})`
    : cypher`MATCH (${end})-[:${type}]->(${entity})`;
}
