import type { Along, Comparison, FacetPath, Filter } from '../../plan/read-plan.js';
import { block, cypher, join, lines, where, type Cypher } from './cypher.js';
import { alongRelated } from './connections.js';
import type { Model, Slot } from './layout.js';
import type { StatementParameters } from './parameters.js';
import { alongRelation, type Place, type Variables, type Way } from './place.js';
import { alongLinkAsOf, propertyAsOf, wayAsOf, type Moment } from './presence.js';
import { alongEach } from './referred.js';

/** What every part of a compilation needs. */
export interface Scope {
  readonly model: Model;
  readonly slot: Slot;
  readonly variables: Variables;
  readonly parameters: StatementParameters;
  /** The moment of the plan, if it has one. */
  readonly moment?: Moment;
}

/** An item that a condition speaks of. */
export interface Item {
  readonly node: Place;
  readonly fact?: Place;
}

/** A condition; `isCertain` where it is never null. */
interface Condition {
  readonly expression: Cypher;
  readonly isCertain: boolean;
}

/**
 * The conditions of a filter, all of which must hold. In Cypher a comparison with what is absent is null. That is as
 * good as false as long as nothing negates it: so every negation first makes its condition two-valued.
 */
export function conditionsOf(filter: Filter | undefined, item: Item, scope: Scope): readonly Cypher[] {
  if (!filter) return [];
  if ('and' in filter) return filter.and.flatMap((inner) => conditionsOf(inner, item, scope));
  return [conditionOf(filter, item, scope).expression];
}

function conditionOf(filter: Filter, item: Item, scope: Scope): Condition {
  if ('and' in filter) return connected(filter.and, cypher` AND `, cypher`true`, item, scope);
  if ('or' in filter) return connected(filter.or, cypher` OR `, cypher`false`, item, scope);
  if ('not' in filter) {
    const { expression, isCertain } = conditionOf(filter.not, item, scope);
    return certainly(isCertain ? cypher`NOT ${expression}` : cypher`NOT coalesce(${expression}, false)`);
  }
  if ('test' in filter) return test(filter, item, scope);
  if ('has' in filter) {
    const place = placeOf(filter.has.on, item);
    return certainly(cypher`${propertyAsOf(place, filter.has.property, scope).value(place.variable)} IS NOT NULL`);
  }
  if ('some' in filter) return certainly(some(filter.along, filter.some, item, scope));
  const count = countAlong(wayAlong(filter.count, item.node, scope));
  const bound = scope.parameters.of(filter.value, 'integer');
  return certainly(comparison(count, filter.by, bound));
}

function certainly(expression: Cypher): Condition {
  return { expression, isCertain: true };
}

function connected(filters: readonly Filter[], by: Cypher, ofNone: Cypher, item: Item, scope: Scope): Condition {
  const conditions = filters.map((filter) => conditionOf(filter, item, scope));
  if (conditions.length === 0) return certainly(ofNone);
  if (conditions.length === 1) return conditions[0]!;
  const expression = cypher`(${join(
    conditions.map((condition) => condition.expression),
    by,
  )})`;
  return { expression, isCertain: conditions.every(({ isCertain }) => isCertain) };
}

function test(
  { test: path, by, value }: Extract<Filter, { readonly test: FacetPath }>,
  item: Item,
  scope: Scope,
): Condition {
  const place = placeOf(path.on, item);
  const { expression, isList, isCertain, type } = propertyAsOf(place, path.property, scope).facet(
    place.variable,
    path.facet,
  );
  const bound = scope.parameters.of(value, type);
  if (!isList) return { expression: comparison(expression, by, bound), isCertain };
  if (by === '=') return { expression: cypher`${bound} IN ${expression}`, isCertain };
  const each = scope.variables.next('x');
  return { expression: cypher`any(${each} IN ${expression} WHERE ${comparison(each, by, bound)})`, isCertain };
}

function comparison(expression: Cypher, by: Comparison | 'in', bound: Cypher): Cypher {
  return cypher`${expression} ${OPERATORS[by]} ${bound}`;
}

const OPERATORS: Readonly<Record<Comparison | 'in', Cypher>> = {
  '=': cypher`=`,
  '<': cypher`<`,
  '<=': cypher`<=`,
  '>': cypher`>`,
  '>=': cypher`>=`,
  contains: cypher`CONTAINS`,
  startsWith: cypher`STARTS WITH`,
  in: cypher`IN`,
};

function some(along: Along, inner: Filter, item: Item, scope: Scope): Cypher {
  const way = wayAlong(along, item.node, scope);
  const conditions = conditionsAlong(way, inner, scope);
  if (conditions.length === 0 && way.pattern) return cypher`EXISTS { ${way.pattern} }`;
  return block(cypher`EXISTS`, lines(way.match, where(conditions)));
}

/** The conditions on the items along a way: those of the way itself, and those of a filter. */
export function conditionsAlong(way: Way, filter: Filter | undefined, scope: Scope): readonly Cypher[] {
  return [...(way.condition ? [way.condition] : []), ...conditionsOf(filter, itemOf(way), scope)];
}

/** How many items lie along a way. */
export function countAlong({ pattern, match, condition }: Way): Cypher {
  return pattern
    ? cypher`COUNT { ${pattern} }`
    : block(cypher`COUNT`, lines(match, where(condition ? [condition] : [])));
}

/** The way that a page or condition goes, from a record where it starts at one. */
export function wayAlong(along: Along, start: Place | undefined, scope: Scope): Way {
  const { variables, slot, model } = scope;
  if ('relation' in along) return wayAsOf(alongRelation(start!.variable, along, variables, slot), scope);
  if ('link' in along && along.of) return alongEach(start!, along.link, scope);
  if ('link' in along) return alongLinkAsOf(start!, along.link, scope);
  if ('related' in along) return wayAsOf(alongRelated(start!.variable, along, variables, { model, slot }), scope);
  throw new Error('Only relations and links start at a record.');
}

export function itemOf({ end, fact }: Way): Item {
  return { node: end, ...(fact && { fact }) };
}

export function placeOf(on: 'node' | 'fact', { node, fact }: Item): Place {
  if (on === 'node') return node;
  if (!fact) throw new Error('A page that goes along no relation has no facts.');
  return fact;
}
