import type {
  KindDeclaration,
  PropertyDeclaration,
  RelationDeclaration,
  RelationshipDeclaration,
} from '../model/declare.js';
import { fold } from '../model/fold.js';
import type { FilterFamily } from '../model/leaf.js';
import { dayNumber } from '../model/partial-date.js';
import { factProperties } from '../model/records.js';
import { sortKey } from '../model/sort-key.js';
import type { Along, Comparison, Filter, Parameter, ParameterValue } from '../plan/read-plan.js';
import { type Given } from './given.js';

/**
 * What filters of a request mean, in the words of a plan. All that a filter says of dates, quantities and texts becomes
 * comparisons of facets here, once, so that stores compare strings and numbers and nothing else.
 */

type On = 'node' | 'fact';

/** What a filter on an entity may speak of: what is declared of its kind, or nothing more than every entity has. */
export type Filterable = Pick<KindDeclaration, 'properties' | 'relations'>;

/** What every filter needs to know besides what was given. */
export interface FilterScope {
  /** The relationships whose own properties a filter on a fact may speak of. */
  readonly relationships: readonly RelationshipDeclaration[];
  /** The day of the release, as a parameter. */
  readonly now: () => Parameter;
}

const TRUE: Filter = { and: [] };
const FALSE: Filter = { or: [] };

/** A filter on an entity: `AgreementFilter`, or `EntityFilter`. */
export function nodeFilter(given: Given, kind: Filterable, scope: FilterScope): Filter {
  return all(given, (key, part) => {
    const property = kind.properties.find(({ name }) => name === key);
    if (property) return propertyFilter(part, 'node', property);
    const relation = kind.relations.find(({ name }) => name === key);
    if (relation) return relationFilter(part, relation, scope);
    if (key === 'id') return familyFilter(part, 'id', 'node', 'id');
    if (key === 'name') return familyFilter(part, 'text', 'node', 'names');
    if (key === 'kind') return familyFilter(part, 'enumeration', 'node', 'kind');
    return connective(key, part, (inner) => nodeFilter(inner, kind, scope));
  });
}

/** A filter on a fact and where it leads: `AgreementFactFilter`. */
export function itemFilter(given: Given, kind: Filterable, scope: FilterScope): Filter {
  return all(given, (key, part) => {
    if (key === 'node') return nodeFilter(part, kind, scope);
    if (key === 'fact') return factFilter(part, 'fact', scope);
    return connective(key, part, (inner) => itemFilter(inner, kind, scope));
  });
}

/** A filter on a fact, be it the fact of an edge or an item of its own: `FactFilter`, `ClaimFilter`. */
export function factFilter(given: Given, on: On, scope: FilterScope): Filter {
  return all(given, (key, part) => {
    switch (key) {
      case 'validAt':
        return mayInclude(on, 'validTime', () => part.parameter(dayNumber));
      case 'isCurrent': {
        const current = mayInclude(on, 'validTime', scope.now);
        return part.value ? current : { not: current };
      }
      case 'citedIn':
        return familyFilter(part, 'id', on, 'sources');
      case 'minSources':
        return { test: { on, property: 'sources', facet: 'count' }, by: '>=', value: part.parameter() };
      case 'subject':
      case 'property':
      case 'type':
        return familyFilter(part, 'id', on, key);
      case 'value':
        return familyFilter(part, 'text', on, key);
      case 'absence':
        return familyFilter(part, 'enumeration', on, key);
      case 'isBest':
        return { test: { on, property: key, facet: 'value' }, by: '=', value: part.parameter(Number) };
    }
    const property = [...factProperties, ...scope.relationships.flatMap(({ properties }) => properties)].find(
      ({ name }) => name === key,
    );
    if (property) return propertyFilter(part, on, property);
    return connective(key, part, (inner) => factFilter(inner, on, scope));
  });
}

/** Where a relation leads, in the words of a plan. */
export function alongOf({ relationship, direction, targets, sharesType }: RelationDeclaration): Along {
  return { relation: relationship.type, direction, ...(sharesType && { kinds: targets.map(({ name }) => name) }) };
}

/** What may be said of the entities to which a relation leads. */
export function filterableOf({ targets }: RelationDeclaration): Filterable {
  return targets.length === 1 ? targets[0]! : { properties: [], relations: [] };
}

function relationFilter(given: Given, relation: RelationDeclaration, scope: FilterScope): Filter {
  const along = alongOf(relation);
  const item = (part: Given) => itemFilter(part, filterableOf(relation), scope);
  return all(given, (key, part) => {
    switch (key) {
      case 'some':
        return { some: item(part), along };
      case 'none':
        return { not: { some: item(part), along } };
      case 'every':
        return { not: { some: { not: item(part) }, along } };
      case 'exists':
        return part.value ? { some: TRUE, along } : { not: { some: TRUE, along } };
      default:
        return all(part, (operator, value) => {
          if (operator === 'isNull') return value.value ? FALSE : TRUE;
          return operator === 'in'
            ? { count: along, by: 'in', value: value.parameter() }
            : { count: along, by: COMPARISONS[operator] as '=', value: value.parameter() };
        });
    }
  });
}

function all(given: Given, conditionOf: (key: string, part: Given) => Filter): Filter {
  const conditions = given.entries().map(([key, part]) => conditionOf(key, part));
  return conditions.length === 1 ? conditions[0]! : { and: conditions };
}

function connective(key: string, part: Given, filterOf: (inner: Given) => Filter): Filter {
  switch (key) {
    case 'and':
      return { and: part.items().map(filterOf) };
    case 'or':
      return { or: part.items().map(filterOf) };
    case 'not':
      return { not: filterOf(part) };
    default:
      throw new Error(`No filter has the key ${key}.`);
  }
}

function propertyFilter(given: Given, on: On, { name, leaf }: PropertyDeclaration): Filter {
  return familyFilter(given, leaf.family, on, name);
}

const COMPARISONS: Readonly<Record<string, Comparison>> = { eq: '=', gt: '>', gte: '>=', lt: '<', lte: '<=' };

function familyFilter(given: Given, family: FilterFamily, on: On, property: string): Filter {
  const certain = given.at('certainty')?.value === 'CERTAIN';
  return all(given, (operator, part) => {
    if (operator === 'certainty') return TRUE;
    if (operator === 'isNull') return part.value ? { not: { has: { on, property } } } : { has: { on, property } };
    switch (family) {
      case 'text':
        return textCondition(operator, part, on, property);
      case 'date':
        return dateCondition(operator, part, on, property, certain);
      case 'interval':
        return intervalCondition(operator, part, on, property, certain);
      case 'quantity':
        return quantityCondition(operator, part, on, property, certain);
      case 'boolean':
        return { test: { on, property, facet: 'value' }, by: '=', value: part.parameter(Number) };
      default:
        return plainCondition(operator, part, on, property);
    }
  });
}

function plainCondition(operator: string, part: Given, on: On, property: string): Filter {
  const test = { on, property, facet: 'value' };
  if (operator === 'in') return { test, by: 'in', value: part.parameter() };
  return { test, by: COMPARISONS[operator]!, value: part.parameter() };
}

function textCondition(operator: string, part: Given, on: On, property: string): Filter {
  const folded = { on, property, facet: 'folded' };
  switch (operator) {
    case 'in':
      return { test: folded, by: 'in', value: part.listParameter(fold) };
    case 'eq':
      return { test: folded, by: '=', value: part.parameter(fold) };
    case 'contains':
    case 'startsWith':
      return { test: folded, by: operator, value: part.parameter(fold) };
    default:
      return { test: { on, property, facet: 'sort' }, by: COMPARISONS[operator]!, value: part.parameter(sortKey) };
  }
}

/** A date may be any day from its earliest to its latest. */
function dateCondition(operator: string, part: Given, on: On, property: string, certain: boolean): Filter {
  const earliest = { on, property, facet: 'earliest' };
  const latest = { on, property, facet: 'latest' };
  const within = (from: Parameter, to: Parameter): Filter =>
    certain
      ? { and: [compare(earliest, '>=', from), compare(latest, '<=', to)] }
      : { and: [compare(latest, '>=', from), compare(earliest, '<=', to)] };
  switch (operator) {
    case 'on':
      return within(part.parameter(dayNumber), part.parameter(dayNumber));
    case 'before':
      return compare(certain ? latest : earliest, '<', part.parameter(dayNumber));
    case 'after':
      return compare(certain ? earliest : latest, '>', part.parameter(dayNumber));
    case 'year':
      return within(
        part.parameter((year: number) => year * 10_000 + 101),
        part.parameter((year: number) => year * 10_000 + 1231),
      );
    default:
      return within(...rangeOf(part));
  }
}

/** An interval reaches from some day of its beginning to some day of its end; an end that is absent may be any day. */
function intervalCondition(operator: string, part: Given, on: On, property: string, certain: boolean): Filter {
  const overlaps = (from: () => Parameter, to: () => Parameter): Filter =>
    certain
      ? {
          // It begins before the span is over if it even ends before; and it ends after the span began if it even begins after.
          and: [
            {
              or: [
                compare({ on, property, facet: 'fromLatest' }, '<=', to()),
                compare({ on, property, facet: 'toLatest' }, '<=', to()),
              ],
            },
            {
              or: [
                compare({ on, property, facet: 'toEarliest' }, '>=', from()),
                compare({ on, property, facet: 'fromEarliest' }, '>=', from()),
              ],
            },
          ],
        }
      : { and: [{ has: { on, property } }, mayOverlap(on, property, from, to)] };
  if (operator === 'includes') {
    const day = () => part.parameter(dayNumber);
    return overlaps(day, day);
  }
  const [from, to] = rangeOf(part);
  return overlaps(
    () => from,
    () => to,
  );
}

/** Nothing that is known of an interval rules out that it includes a day; of no interval, nothing is known. */
function mayInclude(on: On, property: string, day: () => Parameter): Filter {
  return mayOverlap(on, property, day, day);
}

function mayOverlap(on: On, property: string, from: () => Parameter, to: () => Parameter): Filter {
  return {
    and: [
      { not: compare({ on, property, facet: 'fromEarliest' }, '>', to()) },
      { not: compare({ on, property, facet: 'toLatest' }, '<', from()) },
    ],
  };
}

/** The bounds of a `DateRange`; an end that is left out is open. */
function rangeOf(part: Given): readonly [from: Parameter, to: Parameter] {
  const bound = (key: string, open: ParameterValue) =>
    part.at(key)?.required().parameter(dayNumber) ?? part.list.constant(open);
  return [bound('from', 0), bound('to', 9999_12_31)];
}

/** A stated quantity may be anything between its bounds; a bound that is absent is open. */
function quantityCondition(operator: string, part: Given, on: On, property: string, certain: boolean): Filter {
  if (operator === 'unit') return { test: { on, property, facet: 'unit' }, by: '=', value: part.parameter(fold) };
  const lower = { on, property, facet: 'lower' };
  const upper = { on, property, facet: 'upper' };
  const value = () => part.parameter(Number);
  const possibly = (...ruledOut: readonly Filter[]): Filter => ({
    and: [{ has: { on, property } }, ...ruledOut.map((not) => ({ not }))],
  });
  switch (operator) {
    case 'gt':
      return certain ? compare(lower, '>', value()) : possibly(compare(upper, '<=', value()));
    case 'gte':
      return certain ? compare(lower, '>=', value()) : possibly(compare(upper, '<', value()));
    case 'lt':
      return certain ? compare(upper, '<', value()) : possibly(compare(lower, '>=', value()));
    case 'lte':
      return certain ? compare(upper, '<=', value()) : possibly(compare(lower, '>', value()));
    default:
      return certain
        ? { and: [compare(lower, '=', value()), compare(upper, '=', value())] }
        : possibly(compare(lower, '>', value()), compare(upper, '<', value()));
  }
}

function compare(
  test: { readonly on: On; readonly property: string; readonly facet: string },
  by: Comparison,
  value: Parameter,
): Filter {
  return { test, by, value };
}
