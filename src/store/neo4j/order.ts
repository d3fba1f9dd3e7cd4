import type { OrderKey } from '../../plan/read-plan.js';
import { cypher, join, type Cypher } from './cypher.js';
import { placeOf, type Item, type Scope } from './filter.js';
import type { FacetType } from './layout.js';
import { propertyAsOf } from './presence.js';

/** One key of an order, in Cypher. */
export interface Key {
  readonly expression: Cypher;
  readonly descending: boolean;
  /** It is never absent. */
  readonly isCertain: boolean;
  readonly type: FacetType;
}

export function keysOf(order: readonly OrderKey[], item: Item, scope: Scope): readonly Key[] {
  return order.map(({ on, property, facet, descending }) => {
    const place = placeOf(on, item);
    const { expression, isCertain, type } = propertyAsOf(place, property, scope).facet(place.variable, facet);
    return { expression, descending, isCertain, type };
  });
}

/** Absent values come last, so backwards first. Left to itself, Cypher puts them last ascending and first descending. */
export function orderBy(keys: readonly Key[], backward: boolean): Cypher {
  const terms = keys.flatMap(({ expression, descending, isCertain }) => {
    const goesDown = descending !== backward;
    const term = goesDown ? cypher`${expression} DESC` : expression;
    if (isCertain || goesDown === backward) return [term];
    return [cypher`${expression} IS NULL${backward ? cypher` DESC` : cypher``}`, term];
  });
  return join(terms);
}

/**
 * Whether an item comes after a position in an order.
 *
 * Where a key is never absent it is written `n.k >= $c AND (n.k <> $c OR …)`, of which the first part is a range of an
 * index, read in its order. Of `n.k > $c OR …` Neo4j would rather make a union of several ranges, whole and without an
 * order. That absent values come last is spelled out for the others.
 *
 * @param phase Only items that have the first key, or have it not, are looked at; of what comes before, the position is
 *   one of them.
 */
export function isAfter(
  keys: readonly Key[],
  values: readonly Cypher[],
  phase?: 'present' | 'absent',
): readonly Cypher[] {
  return beyond(keys, values, true, phase);
}

export function isBefore(
  keys: readonly Key[],
  values: readonly Cypher[],
  phase?: 'present' | 'absent',
): readonly Cypher[] {
  return beyond(keys, values, false, phase);
}

function beyond(
  [key, ...keys]: readonly Key[],
  [value, ...values]: readonly Cypher[],
  after: boolean,
  phase?: 'present' | 'absent',
): readonly Cypher[] {
  const { expression, descending, isCertain } = key!;
  const rest = keys.length > 0 ? conjunction(beyond(keys, values, after)) : undefined;
  const [strictly, orEqual] = descending === after ? [cypher`<`, cypher`<=`] : [cypher`>`, cypher`>=`];
  const range = rest
    ? [cypher`${expression} ${orEqual} ${value!}`, cypher`(${expression} <> ${value!} OR ${rest})`]
    : [cypher`${expression} ${strictly} ${value!}`];
  if (isCertain) return range;
  const isAbsent = cypher`${value!} IS NULL`;
  if (phase === 'present') return range;
  const together = rest ?? cypher`false`;
  if (phase === 'absent') return [after ? cypher`(${value!} IS NOT NULL OR ${together})` : together];
  const equal = cypher`(${expression} = ${value!} OR (${expression} IS NULL AND ${isAbsent}))`;
  const past = after
    ? cypher`(${expression} IS NULL AND ${value!} IS NOT NULL)`
    : cypher`(${expression} IS NOT NULL AND ${isAbsent})`;
  const apart = cypher`${expression} ${strictly} ${value!} OR ${past}`;
  return [rest ? cypher`(${apart} OR (${equal} AND ${rest}))` : cypher`(${apart})`];
}

function conjunction(conditions: readonly Cypher[]): Cypher {
  return conditions.length === 1 ? conditions[0]! : cypher`(${join(conditions, cypher` AND `)})`;
}
