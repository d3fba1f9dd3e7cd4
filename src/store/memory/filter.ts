import type { Facet } from '../../model/leaf.js';
import type { Along, Comparison, FacetPath, Filter, Parameters, ParameterValue } from '../../plan/read-plan.js';
import { classAlong, itemsAlong } from './items.js';
import type { RecordClass, Records } from './records.js';

/** Whether an item satisfies a filter; `fact` is -1 where the item has none. */
export type Predicate = (node: number, fact: number) => boolean;

/**
 * Makes a predicate of a filter.
 *
 * @param nodeClass The class of the items' nodes; facts are relations.
 */
export function predicateOf(
  filter: Filter,
  nodeClass: RecordClass,
  records: Records,
  parameters: Parameters,
): Predicate {
  const of = (inner: Filter) => predicateOf(inner, nodeClass, records, parameters);
  if ('and' in filter) return conjunction(filter.and.map(of));
  if ('or' in filter) return negation(conjunction(filter.or.map(of).map(negation)));
  if ('not' in filter) return negation(of(filter.not));
  if ('test' in filter) return test(filter, nodeClass, records, parameters);
  if ('has' in filter) {
    const { on, property } = filter.has;
    const { value } = records.property(on === 'node' ? nodeClass : 'relation', property);
    return on === 'node' ? (node) => value(node) !== undefined : (_, fact) => value(fact) !== undefined;
  }
  if ('some' in filter) return some(filter.along, filter.some, nodeClass, records, parameters);
  const compare = comparisonOf(filter.by, parameters[filter.value.parameter]!);
  return (node) => compare(itemsAlong(filter.count, records, { recordClass: nodeClass, record: node }).nodes.length);
}

function conjunction(predicates: readonly Predicate[]): Predicate {
  if (predicates.length === 1) return predicates[0]!;
  return (node, fact) => predicates.every((holds) => holds(node, fact));
}

function negation(holds: Predicate): Predicate {
  return (node, fact) => !holds(node, fact);
}

function test(
  { test: { on, property, facet }, by, value }: Extract<Filter, { readonly test: FacetPath }>,
  nodeClass: RecordClass,
  records: Records,
  parameters: Parameters,
): Predicate {
  const facetOf = records.property(on === 'node' ? nodeClass : 'relation', property).facet(facet);
  const compare = comparisonOf(by, parameters[value.parameter]!);
  const holds = (record: number): boolean => {
    const found = facetOf(record);
    if (found === undefined) return false;
    return typeof found === 'object' ? found.some(compare) : compare(found);
  };
  return on === 'node' ? (node) => holds(node) : (_, fact) => holds(fact);
}

function comparisonOf(by: Comparison | 'in', value: ParameterValue): (facet: Facet) => boolean {
  const bound = value as Facet;
  switch (by) {
    case '=':
      return (facet) => facet === bound;
    case '<':
      return (facet) => facet < bound;
    case '<=':
      return (facet) => facet <= bound;
    case '>':
      return (facet) => facet > bound;
    case '>=':
      return (facet) => facet >= bound;
    case 'contains':
      return (facet) => (facet as string).includes(bound as string);
    case 'startsWith':
      return (facet) => (facet as string).startsWith(bound as string);
    case 'in': {
      const set = new Set(value as readonly Facet[]);
      return (facet) => set.has(facet);
    }
  }
}

function some(
  along: Along,
  inner: Filter,
  nodeClass: RecordClass,
  records: Records,
  parameters: Parameters,
): Predicate {
  const holds = predicateOf(inner, classAlong(along, nodeClass, records), records, parameters);
  const anyFrom = (node: number): boolean => {
    const { nodes, facts } = itemsAlong(along, records, { recordClass: nodeClass, record: node });
    for (let item = 0; item < nodes.length; item++) if (holds(nodes[item]!, facts ? facts[item]! : -1)) return true;
    return false;
  };
  // A node is reached by many ways: what was found of it is kept, so that a condition within conditions stays linear.
  const known = new Map<number, boolean>();
  return (node) => {
    let found = known.get(node);
    if (found === undefined) known.set(node, (found = anyFrom(node)));
    return found;
  };
}

/**
 * Entities among which all that satisfy a filter are, where an index tells; `undefined` where none does. A relation is
 * followed from its other end, so that a question about one province does not look at every agreement.
 */
export function candidatesOf(filter: Filter, records: Records, parameters: Parameters): readonly number[] | undefined {
  if ('and' in filter) {
    const found = filter.and.flatMap((inner) => {
      const candidates = candidatesOf(inner, records, parameters);
      return candidates ? [candidates] : [];
    });
    return found.sort((one, other) => one.length - other.length)[0];
  }
  if ('or' in filter) {
    const found = filter.or.map((inner) => candidatesOf(inner, records, parameters));
    return found.every((candidates) => candidates !== undefined) ? [...new Set(found.flat() as number[])] : undefined;
  }
  if ('test' in filter && filter.test.on === 'node' && (filter.by === '=' || filter.by === 'in')) {
    const values = [parameters[filter.value.parameter]].flat() as readonly Facet[];
    if (filter.test.property === 'id') return unique(values.flatMap((id) => records.entity(String(id)) ?? []));
    if (filter.test.property === 'names') return unique(values.flatMap((name) => records.named(String(name))));
    return undefined;
  }
  if ('some' in filter && 'relation' in filter.along) {
    const ends = candidatesOf(filter.some, records, parameters);
    if (!ends || ends.length > MOST_ENDS) return undefined;
    const { relation, direction } = filter.along;
    const back: Along = { relation, direction: direction === 'out' ? 'in' : direction === 'in' ? 'out' : 'both' };
    return unique(ends.flatMap((record) => [...itemsAlong(back, records, { recordClass: 'entity', record }).nodes]));
  }
  return undefined;
}

/** From more ends than these, looking at every entity is as good as following relations back. */
const MOST_ENDS = 1000;

function unique(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)];
}
