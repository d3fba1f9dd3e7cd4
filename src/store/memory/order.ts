import type { Facet } from '../../model/leaf.js';
import type { CursorPosition, OrderKey } from '../../plan/read-plan.js';
import type { Items } from './items.js';
import type { RecordClass, Records } from './records.js';

/** An order of items. */
export interface Order {
  /** The values of its keys at an item; null where absent. */
  position(node: number, fact: number): CursorPosition;
  /** Puts items in this order. */
  sort(items: Items): Items;
  /** Compares an item with a position: negative where the item comes before it. */
  compare(node: number, fact: number, position: CursorPosition): number;
}

/** Makes an order of its keys. */
export function orderOf(
  keys: readonly OrderKey[],
  nodeClass: RecordClass,
  factClass: RecordClass,
  records: Records,
): Order {
  const accesses = keys.map((key) => accessOf(key, key.on === 'node' ? nodeClass : factClass, records));
  const isByName = keys.every(
    ({ property, descending, on }, place) =>
      !descending && property === (place === 0 ? 'names' : 'id') && (place !== 1 || on === 'node'),
  );
  const isById = keys.length === 1 && keys[0]!.property === 'id' && !keys[0]!.descending;
  const compareItems = (one: number, oneFact: number, other: number, otherFact: number): number => {
    for (const { rank, descending } of accesses) {
      const compared = compareFacets(rank(one, oneFact), rank(other, otherFact), descending);
      if (compared !== 0) return compared;
    }
    return 0;
  };
  return {
    position: (node, fact) => accesses.map(({ value }) => value(node, fact) ?? null),
    sort: (items) => ((isByName && items.byName) || (isById && items.byId) ? items : sortItems(items, compareItems)),
    compare: (node, fact, position) => {
      for (const [place, { value, descending }] of accesses.entries()) {
        const compared = compareFacets(value(node, fact), position[place] ?? undefined, descending);
        if (compared !== 0) return compared;
      }
      return 0;
    },
  };
}

/** Absent values come last, whichever way the others go. */
export function compareFacets(one: Facet | undefined, other: Facet | undefined, descending: boolean): number {
  if (one === other) return 0;
  if (one === undefined) return 1;
  if (other === undefined) return -1;
  return one < other === descending ? 1 : -1;
}

interface Access {
  readonly descending: boolean;
  value(node: number, fact: number): Facet | undefined;
  /** Compares as the value does, and faster. */
  rank(node: number, fact: number): Facet | undefined;
}

function accessOf({ on, property, facet, descending }: OrderKey, recordClass: RecordClass, records: Records): Access {
  const facetOf = records.property(recordClass, property).facet(facet) as (record: number) => Facet | undefined;
  const { nameRank } = records.graph.entities;
  const rankOf =
    property === 'names'
      ? (record: number) => nameRank[record]
      : property === 'id'
        ? (record: number) => record
        : facetOf;
  return on === 'node'
    ? { descending, value: (node) => facetOf(node), rank: (node) => rankOf(node) }
    : { descending, value: (_, fact) => facetOf(fact), rank: (_, fact) => rankOf(fact) };
}

function sortItems(
  { nodeClass, nodes, facts }: Items,
  compare: (one: number, oneFact: number, other: number, otherFact: number) => number,
): Items {
  const places = Uint32Array.from(nodes, (_, place) => place).sort((one, other) =>
    compare(nodes[one]!, facts ? facts[one]! : -1, nodes[other]!, facts ? facts[other]! : -1),
  );
  return {
    nodeClass,
    nodes: places.map((place) => nodes[place]!),
    ...(facts && {
      facts: Array.isArray(facts) ? Array.from(places, (place) => facts[place]!) : places.map((place) => facts[place]!),
    }),
  };
}
