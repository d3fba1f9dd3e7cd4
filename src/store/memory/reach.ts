import type { Filter, OrderKey, Parameters } from '../../plan/read-plan.js';
import type { Items } from './items.js';
import type { Records } from './records.js';

/** A part of a list: from a place up to another, not included. */
export interface Reach {
  readonly from: number;
  readonly to: number;
}

/** The greatest value so far, at each place of a list: from its start, and from its end. */
interface Extremes {
  readonly fromStart: Float64Array;
  readonly fromEnd: Float64Array;
}

const known = new WeakMap<Items, Map<string, Extremes>>();

/**
 * The part of a list outside which no item satisfies a filter, where the filter bounds the numbers that the list is
 * ordered by: “after 2015” of a list by date begins where the latest day so far is past 2015.
 *
 * @param items A list of entities that is kept, since what is found out about it is kept with it.
 */
export function reachOf(
  items: Items,
  filter: Filter | undefined,
  { property }: OrderKey,
  records: Records,
  parameters: Parameters,
): Reach {
  let [from, to] = [0, items.nodes.length];
  for (const condition of conditionsOf(filter)) {
    if (!('test' in condition) || condition.test.on !== 'node' || condition.test.property !== property) continue;
    const bound = parameters[condition.value.parameter];
    const sign = condition.by.startsWith('>') ? 1 : condition.by.startsWith('<') ? -1 : 0;
    if (sign === 0 || typeof bound !== 'number') continue;
    const { fromStart, fromEnd } = extremesOf(items, condition.test.property, condition.test.facet, sign, records);
    from = Math.max(from, firstPlace(items.nodes.length, (place) => fromStart[place]! >= bound * sign));
    to = Math.min(to, firstPlace(items.nodes.length, (place) => fromEnd[place]! < bound * sign));
  }
  return { from: Math.min(from, to), to };
}

/** The conditions that must all hold. */
function conditionsOf(filter: Filter | undefined): readonly Filter[] {
  if (!filter) return [];
  return 'and' in filter ? filter.and.flatMap(conditionsOf) : [filter];
}

function extremesOf(items: Items, property: string, facet: string, sign: number, records: Records): Extremes {
  const key = `${facet} ${sign}`;
  let ofItems = known.get(items);
  if (!ofItems) known.set(items, (ofItems = new Map()));
  let extremes = ofItems.get(key);
  if (!extremes) {
    const facetOf = records.property(items.nodeClass, property).facet(facet);
    const values = Float64Array.from(items.nodes, (node) => Number(facetOf(node) ?? NaN) * sign);
    extremes = { fromStart: running(values), fromEnd: running(values.toReversed()).reverse() };
    ofItems.set(key, extremes);
  }
  return extremes;
}

/** The greatest of the values up to each place; what is no number is passed over. */
function running(values: Float64Array): Float64Array {
  let greatest = -Infinity;
  return values.map((value) => (greatest = value > greatest ? value : greatest));
}

/** The first place at which something holds that then holds to the end; the number of places where it nowhere does. */
function firstPlace(places: number, holds: (place: number) => boolean): number {
  let [low, high] = [0, places];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
