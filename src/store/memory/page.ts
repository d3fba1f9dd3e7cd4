import type { Along, Column, CursorPosition, Page, Parameters } from '../../plan/read-plan.js';
import { candidatesOf, predicateOf, type Predicate } from './filter.js';
import { classAlong, itemsAlong, type Items } from './items.js';
import { orderOf, type Order } from './order.js';
import { reachOf, type Reach } from './reach.js';
import type { RecordClass, Records } from './records.js';
import { compileShape, compileShapes, emptyRow, type MakeRow, type MakeRows } from './shape.js';

/** What an evaluation carries along. */
export interface Reading {
  readonly parameters: Parameters;
  /** Predicates made for this reading, by page: their parameters are bound. */
  readonly predicates: Map<Page, Predicate | undefined>;
  /** Gives way to others now and then; rejects when nobody waits for the answer any more. */
  breathe(): Promise<void> | undefined;
}

/** The record that a page starts at. */
export interface Start {
  readonly recordClass: RecordClass;
  readonly record: number;
}

/** Answers a page, from a record where the page starts at one. */
export type MakePage = (reading: Reading, start?: Start) => Record<string, unknown>;

/** A page in parts, so that a long one can give way between them. */
export interface CompiledPage {
  readonly make: MakePage;
  readonly makeSlowly: (reading: Reading) => Promise<Record<string, unknown>>;
}

/** How many items are looked at between two breaths. */
const BREATH = 2048;

/** Lists that are found among more items than this keep the order they were put in, for the next page. */
const WORTH_KEEPING = 256;

/** Makes what answers a page. @param from The class of the record that the page starts at, if it does at one. */
export function compilePage(page: Page, records: Records, from?: RecordClass): CompiledPage {
  const nodeClass = classAlong(page.along, from, records);
  const order = orderOf(page.order, nodeClass, records);
  const columns = page.columns.map((column) => compileColumn(column, page.along, nodeClass, order, records));
  const wanted = wantedOf(page.columns);
  const sorted = sortedItems(page, order, records, from);
  const candidates = candidateItems(page, order, records);

  const predicateFor = (reading: Reading): Predicate | undefined => {
    if (!page.filter) return undefined;
    let predicate = reading.predicates.get(page);
    if (!predicate)
      reading.predicates.set(page, (predicate = predicateOf(page.filter, nodeClass, records, reading.parameters)));
    return predicate;
  };
  function* cut(reading: Reading, start?: Start): Generator<void, Cut> {
    const holds = predicateFor(reading);
    const cutOf = (items: Items, reach: Reach, allowance: number) =>
      cutPage(items, reach, page, order, holds, wanted, reading, allowance);
    const among = candidates?.(reading);
    // Where many are candidates, the first of the whole list are often found sooner than all of them are put in order.
    const isWorthTrying = among && among.atMost > WORTH_KEEPING && !wanted.count;
    if (!among || isWorthTrying) {
      const items = sorted(start);
      const reach = reachOf(items, page.filter, page.order[0]!, records, reading.parameters);
      const found = yield* cutOf(items, reach, among ? among.atMost : Infinity);
      if (found) return found;
    }
    const items = among!.inOrder();
    return (yield* cutOf(items, { from: 0, to: items.nodes.length }, Infinity))!;
  }
  return {
    make: (reading, start) => {
      const items = finish(cut(reading, start));
      return Object.fromEntries(columns.map(({ as, make }) => [as, make(items, reading)]));
    },
    makeSlowly: async (reading) => {
      const items = await finishSlowly(cut(reading), reading);
      const answer = emptyRow();
      for (const { as, make, makeEach } of columns) {
        answer[as] = makeEach ? await listSlowly(items, makeEach, reading) : make(items, reading);
      }
      return answer;
    },
  };
}

/** Runs a search to its end at once. */
function finish<Result>(search: Generator<void, Result>): Result {
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
  }
}

/** Runs a search to its end, giving way where it offers to. */
async function finishSlowly<Result>(search: Generator<void, Result>, reading: Reading): Promise<Result> {
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
    const breath = reading.breathe();
    if (breath) await breath;
  }
}

async function listSlowly(
  cut: Cut,
  makeEach: NonNullable<CompiledColumn['makeEach']>,
  reading: Reading,
): Promise<unknown[]> {
  const list: unknown[] = [];
  for (let place = 0; place < cut.nodes.length; place++) {
    list.push(makeEach(cut, place, reading));
    const breath = reading.breathe();
    if (breath) await breath;
  }
  return list;
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

/** For a filter that an index may answer: the items among which it looks, and how many there are at most. */
function candidateItems({ along, filter }: Page, order: Order, records: Records) {
  if (!('every' in along) || !filter) return undefined;
  const kind = records.graph.kinds.indexOf(along.every);
  const { kindOf } = records.graph.entities;
  return ({ parameters }: Reading) => {
    const found = candidatesOf(filter, records, parameters);
    return (
      found && {
        atMost: found.atMost,
        inOrder: () =>
          order.sort({ nodeClass: 'entity', nodes: found.list().filter((entity) => kindOf[entity] === kind) }),
      }
    );
  };
}

/** The items of one page, and what is wanted to know about those around it. */
interface Cut {
  readonly nodes: readonly number[];
  readonly facts: readonly number[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly totalCount: number;
  readonly binding: string;
}

interface Wanted {
  readonly next: boolean;
  readonly previous: boolean;
  readonly count: boolean;
}

function wantedOf(columns: readonly Column[]): Wanted {
  const fields = columns.flatMap((column) =>
    column.column === 'pageInfo' ? column.fields.map(({ field }) => field) : [],
  );
  return {
    next: fields.includes('hasNextPage'),
    previous: fields.includes('hasPreviousPage'),
    count: columns.some(({ column }) => column === 'totalCount'),
  };
}

/** Cuts a page out of a part of a list; `undefined` where that takes looking at more items than are allowed. */
function* cutPage(
  { nodes, facts }: Items,
  reach: Reach,
  page: Page,
  order: Order,
  holds: Predicate | undefined,
  wanted: Wanted,
  { parameters }: Reading,
  allowance: number,
): Generator<void, Cut | undefined> {
  const length = nodes.length;
  let looked = 0;
  const factAt = (place: number) => (facts ? facts[place]! : -1);
  /** The places between two, the last excluded, whose items satisfy the filter: at most so many, from the start or from the end. */
  function* matching(first: number, last: number, most: number, backward = false): Generator<void, number[]> {
    const [from, to] = [Math.max(first, reach.from), Math.min(last, reach.to)];
    const places: number[] = [];
    for (let step = 0; step < to - from && places.length < most && looked < allowance; step++, looked++) {
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
  const past = places.length > 0 ? places.at(-1)! + 1 : start;
  const first = places.length > 0 ? places[0]! : end;
  const cut: Cut = {
    nodes: places.map((place) => nodes[place]!),
    facts: places.map(factAt),
    hasNextPage: wanted.next && (yield* matching(past, length, 1)).length > 0,
    hasPreviousPage: wanted.previous && (yield* matching(0, first, 1, true)).length > 0,
    totalCount: !wanted.count ? 0 : holds ? (yield* matching(0, length, length)).length : length,
    binding: parameters[page.binding.parameter] as string,
  };
  return looked < allowance ? cut : undefined;
}

interface CompiledColumn {
  readonly as: string;
  readonly make: (cut: Cut, reading: Reading) => unknown;
  /** For a column that is a list: one row of it. */
  readonly makeEach?: (cut: Cut, place: number, reading: Reading) => unknown;
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
  const listOf = (makeEach: NonNullable<CompiledColumn['makeEach']>): CompiledColumn => ({
    as,
    makeEach,
    make: (cut, reading) => cut.nodes.map((_, place) => makeEach(cut, place, reading)),
  });
  switch (column.column) {
    case 'totalCount':
      return { as, make: ({ totalCount }) => totalCount };
    case 'pageInfo':
      return {
        as,
        make: (cut) =>
          Object.fromEntries(
            column.fields.map((each) => {
              if (each.field === 'hasNextPage' || each.field === 'hasPreviousPage') return [each.as, cut[each.field]];
              if (cut.nodes.length === 0) return [each.as, null];
              return [each.as, cursor(cut, each.field === 'startCursor' ? 0 : cut.nodes.length - 1)];
            }),
          ),
      };
    case 'nodes': {
      const make = compileShapes(column.shapes, nodeClass, records);
      return listOf((cut, place, reading) => make(cut.nodes[place]!, reading));
    }
    case 'edges': {
      const { cursors, nodes, fact } = column.edge;
      const ends: readonly (readonly [string, MakeRows])[] = nodes.map((end) => [
        end.as,
        compileShapes(end.shapes, nodeClass, records),
      ]);
      const makeFact: MakeRow = compileShape(fact, 'relation', records);
      const direction = 'relation' in along ? along.direction : 'out';
      const { to } = records.graph.relations;
      const isForward = (relation: number, node: number) =>
        direction === 'both' ? to[relation] === node : direction === 'out';
      return listOf((cut, place, reading) => {
        const node = cut.nodes[place]!;
        const row =
          cut.facts[place]! < 0 ? emptyRow() : makeFact(cut.facts[place]!, reading, isForward(cut.facts[place]!, node));
        for (const key of cursors) row[key] = cursor(cut, place);
        for (const [key, make] of ends) row[key] = make(node, reading);
        return row;
      });
    }
  }
}
