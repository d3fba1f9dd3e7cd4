import type { Point } from './graph-model.js';

/** A drawing's nodes at their places, in a frame that begins at 0, 0. */
export interface Arrangement {
  readonly places: ReadonlyMap<string, Point>;
  readonly width: number;
  readonly height: number;
  /** Where the line of a fact bends, by its id. */
  readonly bends: ReadonlyMap<string, readonly Point[]>;
}

/** What lies between two ends: from one end to the other, in columns. */
export interface Layers {
  /** Ids of nodes, and of the bends of lines that go on to a column further; those of a column in the order of rows. */
  readonly columns: readonly (readonly string[])[];
  /** Of a line that goes on to a column further: the ids of its start, its bends and its end. */
  readonly routes: ReadonlyMap<string, readonly string[]>;
}

interface Line {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/** Room for a node with its name: a row of a column, and what is too narrow for a name. */
const ROW = 84;
const NARROW = 92;

/** How near to a node a line is led past it. */
const NODE = 26;

/** The widest that a name is set. */
const WIDEST = 164;

/**
 * Sorts what lies between two ends into columns, each entity as far along as it is on its way, and rows so that lines
 * cross little (the barycentre heuristic of Sugiyama, Tagawa and Toda, 1981). `undefined` where something does not lie between.
 */
export function layersOf(
  ids: readonly string[],
  lines: readonly Line[],
  ends: readonly [string, string],
): Layers | undefined {
  const [fromStart, fromEnd] = [distancesFrom(ends[0], lines), distancesFrom(ends[1], lines)];
  if (ids.some((id) => !fromStart.has(id) || !fromEnd.has(id)) || ends.some((end) => !ids.includes(end)))
    return undefined;
  const column = columnsOf(ids, lines, ends, (id) => [fromStart.get(id)! - fromEnd.get(id)!, fromStart.get(id)!]);
  const used = [...new Set(column.values())].toSorted((a, b) => a - b);
  for (const [id, at] of column) column.set(id, used.indexOf(at));
  const columns = used.map((_, at) => ids.filter((id) => column.get(id) === at));
  const routes = new Map<string, string[]>();
  const pieces: [left: string, right: string][] = [];
  for (const { id, from, to } of lines) {
    const [low, high] = [Math.min(column.get(from)!, column.get(to)!), Math.max(column.get(from)!, column.get(to)!)];
    if (low === high) continue;
    const between = columns.slice(low + 1, high).map((_, index) => `${id} ${low + 1 + index}`);
    between.forEach((bend, index) => columns[low + 1 + index]!.push(bend));
    const isForward = column.get(from) === low;
    const chain = [isForward ? from : to, ...between, isForward ? to : from];
    chain.slice(1).forEach((right, index) => pieces.push([chain[index]!, right]));
    if (between.length > 0) routes.set(id, isForward ? chain : chain.toReversed());
  }
  return { columns: inOrder(columns, pieces), routes };
}

/**
 * A column for each, so that every line leads to another column: of two that a line joins, the one further on its way is
 * further right, and each stands in the middle of where it may.
 */
function columnsOf(
  ids: readonly string[],
  lines: readonly Line[],
  [start, end]: readonly [string, string],
  progressOf: (id: string) => readonly [number, number],
): Map<string, number> {
  const rank = (id: string) => (id === start ? -Infinity : id === end ? Infinity : progressOf(id)[0]);
  const order = ids.toSorted((a, b) => Math.sign(rank(a) - rank(b)) || progressOf(a)[1] - progressOf(b)[1]);
  /** For each the most lines in a row that lead to it from the first; the last is beyond all. */
  const longest = (sorted: readonly string[]) => {
    const steps = new Map<string, number>();
    sorted.forEach((id, index) => {
      const before = lines.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : []));
      const reached = index === sorted.length - 1 ? [...steps.values()] : before.map((other) => steps.get(other) ?? 0);
      steps.set(id, index === 0 ? 0 : Math.max(0, ...reached) + 1);
    });
    return steps;
  };
  const earliest = longest(order);
  const latest = longest(order.toReversed());
  const last = earliest.get(end)!;
  return new Map(ids.map((id) => [id, Math.floor((earliest.get(id)! + last - latest.get(id)!) / 2)]));
}

/** Steps from one entity to all that can be reached. */
function distancesFrom(start: string, lines: readonly Line[]): Map<string, number> {
  const distances = new Map([[start, 0]]);
  for (const [id, distance] of distances)
    for (const { from, to } of lines)
      for (const [near, far] of [
        [from, to],
        [to, from],
      ] as const)
        // prettier-ignore
        if (near === id && !distances.has(far)) distances.set(far, distance + 1);
  return distances;
}

/** The columns with their rows in the order in which fewest lines cross, of some tries. */
function inOrder(columns: readonly (readonly string[])[], pieces: readonly (readonly [string, string])[]): string[][] {
  let best = columns.map((column) => [...column]);
  let fewest = crossingsOf(best, pieces);
  let tried = best;
  for (let round = 0; round < 12 && fewest > 0; round++) {
    const side = round % 2;
    const order = tried.map((_, index) => (side === 0 ? index : tried.length - 1 - index));
    tried = [...tried];
    for (const at of order) {
      const beside = rowsOf(tried[side === 0 ? at - 1 : at + 1] ?? []);
      const middle = new Map(
        tried[at]!.map((id, row) => {
          const rows = pieces.filter((piece) => piece[1 - side] === id).map((piece) => beside.get(piece[side]!)!);
          return [
            id,
            rows.length > 0 ? rows.reduce((sum, one) => sum + one, 0) / rows.length : (row + 0.5) / tried[at]!.length,
          ];
        }),
      );
      tried[at] = tried[at]!.toSorted((a, b) => middle.get(a)! - middle.get(b)!);
    }
    const crossings = crossingsOf(tried, pieces);
    if (crossings < fewest) [best, fewest] = [tried, crossings];
  }
  return best;
}

/** How far down its column each is, from 0 to 1. */
const rowsOf = (column: readonly string[]): Map<string, number> =>
  new Map(column.map((id, row) => [id, (row + 0.5) / column.length]));

/** How often two lines between the same two columns cross. */
export function crossingsOf(
  columns: readonly (readonly string[])[],
  pieces: readonly (readonly [string, string])[],
): number {
  const rows = columns.map(rowsOf);
  return rows.slice(1).reduce((sum, right, at) => {
    const here = pieces.flatMap(([a, b]) =>
      right.has(b) && rows[at]!.has(a) ? [[rows[at]!.get(a)!, right.get(b)!] as const] : [],
    );
    return (
      sum +
      here.reduce(
        (all, [a, b], index) => all + here.slice(index + 1).filter(([c, d]) => (a - c) * (b - d) < 0).length,
        0,
      )
    );
  }, 0);
}

/**
 * Places layers in a canvas: columns from left to right, or from top to bottom where they would be too narrow to read;
 * then what stands beside each other is staggered, so that names have room. Tells how wide a name may be, and how tall
 * the canvas should be.
 */
export function arrangeLayers(
  { columns, routes }: Layers,
  canvas: { readonly width: number; readonly height: number },
): Arrangement & { readonly nameWidth: number } {
  const isTall = canvas.width / columns.length < NARROW;
  /** How wide names may be in a row of a tall drawing, staggered over some lanes. */
  const roomIn = ({ length }: readonly string[], lanes: number) =>
    (lanes * (canvas.width - 12) - 8 * (length - 1)) / (length - 1 + lanes);
  const lanesOf = (column: readonly string[]) => {
    let lanes = 1;
    while (isTall && lanes < column.length && roomIn(column, lanes) < NARROW) lanes++;
    return lanes;
  };
  const nameWidth = Math.min(
    WIDEST,
    ...columns.map((column) => (isTall ? roomIn(column, lanesOf(column)) : canvas.width / columns.length - 10)),
  );
  const most = Math.max(...columns.map(({ length }) => length));
  const all = columns.reduce((sum, column) => sum + lanesOf(column), 0);
  const height = Math.max(canvas.height, isTall ? ROW * 1.15 * all : ROW * most);
  const places = new Map<string, Point>();
  let lane = 0;
  for (const column of columns) {
    const lanes = lanesOf(column);
    column.forEach((id, row) => {
      const along = (lane + (row % lanes) + 0.5) / all;
      const across = isTall ? row / (column.length - 1 || 1) : (row + 0.5) / column.length;
      const x = column.length > 1 ? 6 + nameWidth / 2 + across * (canvas.width - 12 - nameWidth) : canvas.width / 2;
      places.set(id, isTall ? { x, y: along * height - 12 } : { x: along * canvas.width, y: across * height - 12 });
    });
    lane += lanes;
  }
  const bends = new Set([...routes.values()].flatMap((route) => route.slice(1, -1)));
  return {
    ...{ places, width: canvas.width, height, nameWidth },
    bends: new Map(
      [...routes].flatMap(([id, route]) => {
        const points = route.map((one) => places.get(one)!);
        const isFree = columns
          .flat()
          .every((one) => bends.has(one) || !isNear(places.get(one)!, points[0]!, points.at(-1)!));
        return isFree ? [] : [[id, points.slice(1, -1)] as const];
      }),
    ),
  };
}

/** Whether a node stands in the way of a straight line. */
function isNear({ x, y }: Point, from: Point, to: Point): boolean {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const along = ((x - from.x) * dx + (y - from.y) * dy) / length;
  return along > 1 && along < length - 1 && Math.abs((x - from.x) * dy - (y - from.y) * dx) / length < NODE;
}
