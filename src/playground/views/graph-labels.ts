import type { Point } from './graph-model.js';

/** Where a name stands at its node. */
export type Side = 'below' | 'above' | 'right' | 'left';

/** A node and the room that its name takes, in pixels. */
export interface Named extends Point {
  readonly id: string;
  readonly radius: number;
  readonly width: number;
  readonly height: number;
}

/** A rectangle. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Between a node and its name, and around a name. */
const NEAR = 4;
const CLEAR = 2;

/** With more lines than this, names do not go out of their way. */
const LINES_AT_MOST = 150;

const SIDES: readonly Side[] = ['below', 'above', 'right', 'left'];

/** The rectangle of a name at a side of its node. */
export function boxAt({ x, y, radius, width, height }: Named, side: Side): Box {
  const [dx, dy] = { below: [0, 1], above: [0, -1], right: [1, 0], left: [-1, 0] }[side] as [number, number];
  const middle = { x: x + dx * (radius + NEAR + width / 2), y: y + dy * (radius + NEAR + height / 2) };
  return {
    left: middle.x - width / 2,
    right: middle.x + width / 2,
    top: middle.y - height / 2,
    bottom: middle.y + height / 2,
  };
}

/** The square around a node. */
export const squareOf = ({ x, y, radius }: Named): Box => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
});

/** Whether two rectangles have a point in common, or less than some space between them. */
export const touch = (one: Box, other: Box, space = CLEAR): boolean =>
  one.left < other.right + space &&
  other.left < one.right + space &&
  one.top < other.bottom + space &&
  other.top < one.bottom + space;

/**
 * Finds each node a side for its name where it covers no node and no other name, and few lines. The first nodes choose
 * first; one for whose name there is no room is left out.
 */
export function placeNames(
  nodes: readonly Named[],
  lines: readonly (readonly [Point, Point])[],
  within?: Box,
): ReadonlyMap<string, Side> {
  const squares = new Map(nodes.map((node) => [node.id, squareOf(node)]));
  const placed = new Map<string, { side: Side; box: Box }>();
  const free = (node: Named) =>
    SIDES.map((side) => ({ side, box: boxAt(node, side) })).filter(
      ({ box }) =>
        (!within ||
          (box.left >= within.left &&
            box.right <= within.right &&
            box.top >= within.top &&
            box.bottom <= within.bottom)) &&
        nodes.every(({ id }) => {
          const other = id === node.id ? undefined : placed.get(id)?.box;
          return (id === node.id || !touch(box, squares.get(id)!)) && (!other || !touch(box, other));
        }),
    );
  for (const node of nodes) {
    const [first] = free(node);
    if (first) placed.set(node.id, first);
  }
  if (lines.length <= LINES_AT_MOST)
    for (const node of nodes) {
      const cost = ({ side, box }: { side: Side; box: Box }) =>
        lines.filter(([from, to]) => crosses(from, to, box)).length + SIDES.indexOf(side) * 0.3;
      const [best] = free(node).toSorted((a, b) => cost(a) - cost(b));
      if (best) placed.set(node.id, best);
    }
  return new Map([...placed].map(([id, { side }]) => [id, side]));
}

/** Whether a line goes through a rectangle (Liang and Barsky, 1984). */
export function crosses(from: Point, to: Point, { left, top, right, bottom }: Box): boolean {
  let [start, end] = [0, 1];
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  for (const [step, room] of [
    [-dx, from.x - left],
    [dx, right - from.x],
    [-dy, from.y - top],
    [dy, bottom - from.y],
  ] as const) {
    // prettier-ignore
    if (step === 0 && room < 0) return false;
    if (step < 0) start = Math.max(start, room / step);
    if (step > 0) end = Math.min(end, room / step);
  }
  return start < end;
}

/** The words on a line: where it starts and ends, where they stand in its middle, and the room they take, in pixels. */
export interface Worded {
  readonly id: string;
  readonly from: Point;
  readonly to: Point;
  readonly middle: Point;
  readonly width: number;
  readonly height: number;
}

/** The lines whose words fit: no longer than the line, and covering no rectangle, nor the words of a line before. */
export function fittingWords(lines: readonly Worded[], taken: readonly Box[]): ReadonlySet<string> {
  const fitting = new Set<string>();
  const words: Box[] = [];
  for (const { id, from, to, middle, width, height } of lines) {
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    if (length < width + 14) continue;
    const steps = Math.ceil(width / height);
    const own = Array.from({ length: steps }, (_, index): Box => {
      const by = ((index + 0.5) / steps - 0.5) * (width / length);
      const [x, y] = [middle.x + (to.x - from.x) * by, middle.y + (to.y - from.y) * by];
      return { left: x - height / 2, right: x + height / 2, top: y - height / 2, bottom: y + height / 2 };
    });
    if (own.some((box) => taken.some((other) => touch(box, other, 0)) || words.some((other) => touch(box, other, 0))))
      continue;
    fitting.add(id);
    words.push(...own);
  }
  return fitting;
}
