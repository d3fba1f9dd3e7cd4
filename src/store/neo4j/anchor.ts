import type { Filter, Parameter } from '../../plan/read-plan.js';
import { cypher, join, lines, place as number, where, type Cypher } from './cypher.js';
import { conditionsAlong, conditionsOf, wayAlong, type Scope } from './filter.js';
import { LONGEST_NAME_KEY, slotLabel } from './layout.js';
import { subquery, type Place } from './place.js';

/**
 * Where the entities that satisfy a filter can be reached from: those that an index finds by an id or a name, and the
 * relations back from there. Of `parties: { some: { node: { id: { in: $p1 } } } }` that is
 *
 *     MATCH (n3:Entity_A) WHERE n3.id IN $p1
 *     MATCH (n1)<-[f2:PARTY_TO]-(n3)
 *
 * Neo4j plans a condition with `EXISTS` as a test of each agreement, and never the other way round.
 */
export interface Anchor {
  /** Clauses that find the entities that satisfy all but the rest of the filter, one row for each way to them. */
  readonly match: Cypher;
  /** What of the filter is still to be tested. */
  readonly rest: readonly Filter[];
  /** How many relations lie between. */
  readonly steps: number;
}

/** The nearest anchor of a filter for an entity; `undefined` where it has none. */
export function anchorOf(filter: Filter | undefined, entity: Place, scope: Scope): Anchor | undefined {
  if (!filter) return undefined;
  if ('and' in filter) return oneOf(filter.and, entity, scope);
  if ('or' in filter) return anyOf(filter.or, entity, scope);
  if ('test' in filter && filter.test.on === 'node' && (filter.by === '=' || filter.by === 'in'))
    return found(filter.test.property, filter.by, filter.value, entity, scope);
  if (!('some' in filter) || !('relation' in filter.along)) return undefined;
  const way = wayAlong(filter.along, entity, scope);
  const anchor = anchorOf(filter.some, way.end, scope);
  if (!anchor) return undefined;
  // What is reached by several ways is gone on from once.
  const once = anchor.steps > 0 && cypher`WITH DISTINCT ${way.end.variable}`;
  const rest = conditionsAlong(way, { and: anchor.rest }, scope);
  return { match: lines(anchor.match, once || undefined, way.match, where(rest)), rest: [], steps: anchor.steps + 1 };
}

/** All hold: the nearest anchor of one will do, and the others are tested. */
function oneOf(filters: readonly Filter[], entity: Place, scope: Scope): Anchor | undefined {
  const anchors = filters.flatMap((filter) => {
    const anchor = anchorOf(filter, entity, scope);
    return anchor ? [{ ...anchor, rest: [...anchor.rest, ...filters.filter((other) => other !== filter)] }] : [];
  });
  return anchors.toSorted((one, other) => one.steps - other.steps)[0];
}

/** One of several holds: each needs an anchor. */
function anyOf(filters: readonly Filter[], entity: Place, scope: Scope): Anchor | undefined {
  const anchors = filters.flatMap((filter) => anchorOf(filter, entity, scope) ?? []);
  if (anchors.length === 0 || anchors.length < filters.length) return undefined;
  const { variable } = entity;
  const ways = anchors.map(({ match, rest }) =>
    lines(
      match,
      rest.length > 0 ? cypher`WITH ${variable}` : undefined,
      where(conditionsOf({ and: rest }, { node: entity }, scope)),
      cypher`RETURN ${variable}`,
    ),
  );
  return {
    match: subquery([], join(ways, cypher`\nUNION\n`)),
    rest: [],
    steps: Math.max(...anchors.map(({ steps }) => steps)),
  };
}

/** By an id or a name, of which there are indexes. */
function found(
  property: string,
  by: '=' | 'in',
  value: Parameter,
  { variable }: Place,
  { parameters, slot, variables }: Scope,
): Anchor | undefined {
  const sent = parameters.of(value, 'text');
  if (property === 'id') {
    const condition = by === '=' ? cypher`${variable}.id = ${sent}` : cypher`${variable}.id IN ${sent}`;
    return { match: cypher`MATCH (${variable}:${slotLabel('Entity', slot)}) WHERE ${condition}`, rest: [], steps: 0 };
  }
  if (property !== 'names') return undefined;
  const text = variables.next('text');
  const key = cypher`{folded: left(${text}, ${number(LONGEST_NAME_KEY)})}`;
  return {
    match: lines(
      cypher`UNWIND ${by === '=' ? cypher`[${sent}]` : sent} AS ${text}`,
      cypher`MATCH (:${slotLabel('Name', slot)} ${key})-[:NAMES]->(${variable}) WHERE ${text} IN ${variable}.names_folded`,
    ),
    rest: [],
    steps: 0,
  };
}

/** Clauses that find the entities of a kind that satisfy a filter and conditions, each once. */
export function matchAll(
  { variable, kind }: Place & { readonly kind: string },
  filter: Filter | undefined,
  conditions: readonly Cypher[],
  scope: Scope,
): Cypher {
  const ofKind = cypher`${variable}:${slotLabel(kind, scope.slot)}`;
  const entity: Place = { recordClass: 'entity', variable, kind };
  const anchor = anchorOf(filter, entity, scope);
  const tested = (rest: Filter | undefined) => conditionsOf(rest, { node: entity }, scope);
  return anchor
    ? lines(
        anchor.match,
        cypher`WITH DISTINCT ${variable}`,
        where([ofKind, ...tested({ and: anchor.rest }), ...conditions]),
      )
    : lines(cypher`MATCH (${ofKind})`, where([...tested(filter), ...conditions]));
}
