import type { Along, Column, CursorPosition, Page, Parameters } from '../../plan/read-plan.js';
import { countsOf } from '../../model/count.js';
import type { Sought } from '../../plan/search.js';
import { emptyRow, type Row } from '../../plan/row.js';
import { candidatesOf, predicateOf, type Predicate } from './filter.js';
import { classAlong, entitiesReferredTo, factClassOf, itemsAlong, type Items } from './items.js';
import { orderOf, type Order } from './order.js';
import type { RecordClass, Records } from './records.js';
import { relatedToCountry } from './connections.js';
import { nameIndexOf } from './search.js';
import { compileShape, compileShapes } from './shape.js';
import { made, type Making, type Steps } from './steps.js';

/** What an evaluation carries along. */
export interface Reading {
  readonly parameters: Parameters;
  /** Predicates made for this reading, by page: their parameters are bound. */
  readonly predicates: Map<Page, Predicate | undefined>;
}

/** The record that a page starts at. */
export interface Start {
  readonly recordClass: RecordClass;
  readonly record: number;
}

/** Answers a page, from a record where the page starts at one. */
export type MakePage = (reading: Reading, start?: Start) => Steps<Row>;

/** How many items are looked at, or rows made, between two places where others may run. */
const BREATH = 128;

/** Lists that are found among more items than this keep the order they were put in, for the next page. */
const WORTH_KEEPING = 32;

/** From more candidates than these, an order of all is worth making: the next page has it. */
const MANY = 256;

/** Makes what answers a page. @param from The class of the record that the page starts at, if it does at one. */
export function compilePage(page: Page, records: Records, from?: RecordClass): MakePage {
  const nodeClass = classAlong(page.along, from, records);
  const order = orderOf(page.order, nodeClass, factClassOf(page.along), records);
  const columns = page.columns.map((column) => compileColumn(column, page.along, nodeClass, order, records));
  const wanted = wantedOf(page.columns);
  const sorted = sortedItems(page, order, records, from);
  const candidates = referredItems(page, order, records, sorted) ?? candidateItems(page, order, records, sorted);

  const predicateFor = (reading: Reading): Predicate | undefined => {
    if (!page.filter) return undefined;
    let predicate = reading.predicates.get(page);
    if (!predicate)
      reading.predicates.set(page, (predicate = predicateOf(page.filter, nodeClass, records, reading.parameters)));
    return predicate;
  };
  const kindOf = records.property('entity', 'kind').value as (entity: number) => string;
  const itemsFor = function* (reading: Reading, start?: Start): Steps<Items> {
    if ('matching' in page.along) {
      const sought = reading.parameters[page.along.matching.parameter] as Sought;
      const index = yield* nameIndexOf(records.graph);
      return order.sort(yield* index.hits(sought, kindOf, relatedToCountry(sought, records)));
    }
    return candidates?.(reading) ?? sorted(start);
  };
  return function* (reading, start) {
    const found = yield* itemsFor(reading, start);
    const items = yield* cutPage(found, page, order, predicateFor(reading), wanted, kindOf, reading);
    const row = emptyRow();
    for (const { as, making } of columns) row[as] = yield* made(making, items, reading);
    return row;
  };
}

/** The items of a page in its order. Orders of long lists are kept. */
function sortedItems(page: Page, order: Order, records: Records, from?: RecordClass): (start?: Start) => Items {
  const way = JSON.stringify([from, page.along, page.order]);
  return (start) => {
    const key = start?.record ?? -1;
    const known = records.orders.get(way, key);
    if (known) return known;
    const found = itemsAlong(page.along, records, start);
    const items = order.sort(found);
    if ((found.among ?? found.nodes.length) > WORTH_KEEPING) records.orders.keep(way, key, items);
    return items;
  };
}

/** For a page that starts at entities that are referred to: makes its items, in the page's order. */
function referredItems(
  { along }: Page,
  order: Order,
  records: Records,
  fromOne: (start: Start) => Items,
): ((reading: Reading) => Items) | undefined {
  if (!('link' in along) || !along.of) return undefined;
  const { of } = along;
  const { to, follow } = records.link('entity', along.link);
  return ({ parameters }) => {
    const found = entitiesReferredTo(of, records, parameters);
    if (found.length === 1) return fromOne({ recordClass: 'entity', record: found[0]! });
    const nodes = Uint32Array.from(new Set(found.flatMap((entity) => [...follow(entity)])));
    return order.sort({ nodeClass: to, nodes });
  };
}

/** For a filter that an index may answer: makes the items among which all that satisfy it are, in the page's order. */
function candidateItems(
  { along, filter }: Page,
  order: Order,
  records: Records,
  whole: () => Items,
): ((reading: Reading) => Items | undefined) | undefined {
  if (!('every' in along) || !filter) return undefined;
  const kind = records.graph.kinds.indexOf(along.every);
  const { kindOf } = records.graph.entities;
  return ({ parameters }) => {
    const candidates = candidatesOf(filter, records, parameters)?.filter((entity) => kindOf[entity] === kind);
    if (!candidates) return undefined;
    if (candidates.length <= MANY) return order.sort({ nodeClass: 'entity', nodes: candidates });
    // Many are put in order by their places in the whole list: numbers are sorted faster than what they stand for.
    const items = whole();
    const places = placesIn(items, records.count('entity'));
    const inOrder = Uint32Array.from(candidates, (entity) => places[entity]!).sort();
    return { nodeClass: 'entity', nodes: inOrder.map((place) => items.nodes[place]!) };
  };
}

const knownPlaces = new WeakMap<Items, Uint32Array>();

/** The place of each entity in a list that has each once, by the number of the entity. */
function placesIn(items: Items, entities: number): Uint32Array {
  let places = knownPlaces.get(items);
  if (!places) {
    knownPlaces.set(items, (places = new Uint32Array(entities)));
    for (let place = 0; place < items.nodes.length; place++) places[items.nodes[place]!] = place;
  }
  return places;
}

/** The items of one page, and what is wanted to know about those around it. */
interface Cut {
  readonly nodes: readonly number[];
  readonly facts: readonly number[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly totalCount: number;
  /** Of how many items the nodes are of each kind; nothing where that is not wanted. */
  readonly kinds: ReadonlyMap<string, number>;
  readonly binding: string;
}

interface Wanted {
  readonly next: boolean;
  readonly previous: boolean;
  readonly count: boolean;
  readonly kinds: boolean;
}

function wantedOf(columns: readonly Column[]): Wanted {
  const fields = columns.flatMap((column) =>
    column.column === 'pageInfo' ? column.fields.map(({ field }) => field) : [],
  );
  return {
    next: fields.includes('hasNextPage'),
    previous: fields.includes('hasPreviousPage'),
    count: columns.some(({ column }) => column === 'totalCount'),
    kinds: columns.some(({ column }) => column === 'kinds'),
  };
}

function* cutPage(
  { nodes, facts }: Items,
  page: Page,
  order: Order,
  holds: Predicate | undefined,
  wanted: Wanted,
  kindOf: (entity: number) => string,
  { parameters }: Reading,
): Steps<Cut> {
  const length = nodes.length;
  const factAt = (place: number) => (facts ? facts[place]! : -1);
  /** The places between two, the last excluded, whose items satisfy the filter: at most so many, from the start or from the end. */
  function* matching(from: number, to: number, most: number, backward = false): Steps<number[]> {
    const places: number[] = [];
    for (let step = 0; step < to - from && places.length < most; step++) {
      const place = backward ? to - 1 - step : from + step;
      if (!holds || holds(nodes[place]!, factAt(place))) places.push(place);
      if (step % BREATH === BREATH - 1) yield;
    }
    return backward ? places.reverse() : places;
  }
  /** How many items come before a position, itself included or not. */
  const countBefore = (position: CursorPosition, included: boolean): number => {
    let low = 0;
    let high = length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const compared = order.compare(nodes[middle]!, factAt(middle), position);
      if (compared < 0 || (included && compared === 0)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const start = page.after ? countBefore(parameters[page.after.parameter] as CursorPosition, true) : 0;
  const end = page.before ? countBefore(parameters[page.before.parameter] as CursorPosition, false) : length;
  const places = yield* matching(start, end, parameters[page.size.parameter] as number, page.backward);
  const kinds = new Map<string, number>();
  for (const place of wanted.kinds ? yield* matching(0, length, length) : []) {
    const kind = kindOf(nodes[place]!);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  const past = places.length > 0 ? places.at(-1)! + 1 : start;
  const first = places.length > 0 ? places[0]! : end;
  return {
    nodes: places.map((place) => nodes[place]!),
    facts: places.map(factAt),
    hasNextPage: wanted.next && (yield* matching(past, length, 1)).length > 0,
    hasPreviousPage: wanted.previous && (yield* matching(0, first, 1, true)).length > 0,
    totalCount: !wanted.count ? 0 : holds ? (yield* matching(0, length, length)).length : length,
    kinds,
    binding: parameters[page.binding.parameter] as string,
  };
}

interface CompiledColumn {
  readonly as: string;
  readonly making: Making<[cut: Cut, reading: Reading], unknown>;
}

function compileColumn(
  column: Column,
  along: Along,
  nodeClass: RecordClass,
  order: Order,
  records: Records,
): CompiledColumn {
  const { as } = column;
  const cursor = (cut: Cut, place: number) => [cut.binding, ...order.position(cut.nodes[place]!, cut.facts[place]!)];
  switch (column.column) {
    case 'totalCount':
      return { as, making: { atOnce: ({ totalCount }) => totalCount } };
    case 'kinds':
      return { as, making: { atOnce: ({ kinds }) => countsOf(kinds) } };
    case 'pageInfo':
      return {
        as,
        making: {
          atOnce: (cut) => {
            const row = emptyRow();
            for (const each of column.fields) {
              if (each.field === 'hasNextPage' || each.field === 'hasPreviousPage') row[each.as] = cut[each.field];
              else if (cut.nodes.length === 0) row[each.as] = null;
              else row[each.as] = cursor(cut, each.field === 'startCursor' ? 0 : cut.nodes.length - 1);
            }
            return row;
          },
        },
      };
    case 'nodes': {
      const making = compileShapes(column.shapes, nodeClass, records);
      return {
        as,
        making: listOf(function* (cut, place, reading) {
          return yield* made(making, cut.nodes[place]!, reading);
        }),
      };
    }
    case 'edges': {
      const { cursors, nodes, fact } = column.edge;
      const ends = nodes.map((end) => [end.as, compileShapes(end.shapes, nodeClass, records)] as const);
      const factMaking = compileShape(fact, factClassOf(along), records);
      const direction = 'relation' in along ? along.direction : 'out';
      const { to } = records.graph.relations;
      const isForward = (relation: number, node: number) =>
        direction === 'both' ? to[relation] === node : direction === 'out';
      return {
        as,
        making: listOf(function* (cut, place, reading) {
          const node = cut.nodes[place]!;
          const relation = cut.facts[place]!;
          const row = relation < 0 ? emptyRow() : yield* made(factMaking, relation, reading, isForward(relation, node));
          for (const key of cursors) row[key] = cursor(cut, place);
          for (const [key, making] of ends) row[key] = yield* made(making, node, reading);
          return row;
        }),
      };
    }
  }
}

/** A column that is a list with a row for each item. */
function listOf(makeEach: (cut: Cut, place: number, reading: Reading) => Steps<unknown>): CompiledColumn['making'] {
  return {
    *inSteps(cut, reading) {
      const rows: unknown[] = [];
      for (let place = 0; place < cut.nodes.length; place++) {
        rows.push(yield* makeEach(cut, place, reading));
        if (place % BREATH === BREATH - 1) yield;
      }
      return rows;
    },
  };
}
