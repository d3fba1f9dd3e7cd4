import type { Arrangement } from './graph-layers.js';
import type { Point } from './graph-model.js';

/** A node where a layout left it, with the room that it takes: its own radius, and the name below it. */
export interface Sized extends Point {
  readonly id: string;
  readonly radius: number;
  readonly nameWidth: number;
  readonly nameHeight: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Between two nodes with their names, and around the whole drawing. */
const GAP = 6;
const MARGIN = 14;

/** Frames to try, in canvases: a larger one is seen smaller. */
const FRAMES = [0.85, 0.95, 1.05, 1.15, 1.3];

/** Names may take this share of a frame before the next one is tried. */
const FULL = 0.5;

/**
 * Makes a drawing of a layout that fills a canvas: components beside each other, stretched to its shape, and nodes with
 * their names so far apart that none covers another. Where there is no room for all names, those of the last nodes get
 * none, and where there is none for the nodes, the frame is larger than the canvas.
 */
export function fillCanvas(
  nodes: readonly Sized[],
  links: readonly { readonly from: string; readonly to: string }[],
  canvas: Size,
): Arrangement {
  const packed = pack(componentsOf(nodes, links), canvas);
  const index = new Map(nodes.map(({ id }, at) => [id, at]));
  const lines = links.flatMap(({ from, to }): (readonly [number, number])[] =>
    from === to ? [] : [[index.get(from)!, index.get(to)!]],
  );
  const tryFrame = (times: number, named: number, isLast = false): Arrangement | undefined => {
    const frame = { width: canvas.width * times, height: canvas.height * times };
    const boxes = nodes.map((node, at) => boxOf(node, packed.get(node.id)!, at < named));
    const area = boxes.reduce((sum, box) => sum + areaOf(box), 0);
    if (
      !isLast &&
      area > FULL * frame.width * frame.height * (named < nodes.length || times === FRAMES.at(-1) ? 1.5 : 1)
    )
      return undefined;
    stretch(boxes, frame);
    if (!separate(boxes, lines, frame) && !isLast) return undefined;
    return {
      places: new Map(nodes.map(({ id }, at) => [id, { x: boxes[at]!.x, y: boxes[at]!.y }])),
      ...frame,
      bends: new Map(),
    };
  };
  for (const times of FRAMES) {
    const found = tryFrame(times, nodes.length);
    if (found) return found;
  }
  const largest = FRAMES.at(-1)!;
  for (let named = Math.floor(nodes.length * 0.94); named > 2; named = Math.floor(named * 0.92)) {
    const found = tryFrame(largest, named);
    if (found) return found;
  }
  for (let times = largest; times < 5; times *= 1.2) {
    const found = tryFrame(times, 0);
    if (found) return found;
  }
  return tryFrame(5, 0, true)!;
}

/** A node with its name: its place, how far it reaches from there. */
interface Box {
  x: number;
  y: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly radius: number;
}

function boxOf({ radius: own, nameWidth, nameHeight }: Sized, { x, y }: Point, isNamed: boolean): Box {
  // A node without a name stands a little further off: there may be room for the name at its side.
  const radius = isNamed ? own : own + 5;
  const half = isNamed ? Math.max(radius, nameWidth / 2) : radius;
  return { x, y, left: half, right: half, top: radius, bottom: radius + (isNamed ? nameHeight + 4 : 0), radius };
}

/** What a box takes of a frame. */
const areaOf = ({ left, bottom, radius }: Box): number =>
  (2 * radius + GAP) ** 2 + (2 * left + GAP) * Math.max(0, bottom - radius + GAP);

/** Nodes that facts join, each group in the order of the drawing. */
function componentsOf(
  nodes: readonly Sized[],
  links: readonly { readonly from: string; readonly to: string }[],
): Sized[][] {
  const groups = new Map(nodes.map((node) => [node.id, [node]]));
  for (const { from, to } of links) {
    const [one, other] = [groups.get(from)!, groups.get(to)!];
    if (one === other) continue;
    one.push(...other);
    for (const { id } of other) groups.set(id, one);
  }
  return [...new Set(groups.values())];
}

/** Components in rows, tallest first, so that the whole has about the shape of the canvas. Each lies as the canvas does. */
function pack(components: readonly (readonly Sized[])[], { width, height }: Size): Map<string, Point> {
  const parts = components.map((component) => {
    const [xs, ys] = [component.map(({ x }) => x), component.map(({ y }) => y)];
    const [left, top] = [Math.min(...xs), Math.min(...ys)];
    const [across, down] = [Math.max(...xs) - left, Math.max(...ys) - top];
    const isTurned = across > down !== width > height;
    const [w, h] = isTurned ? [down, across] : [across, down];
    const reach = Math.max(...component.map(({ radius, nameWidth }) => Math.max(radius, nameWidth / 2)));
    const at = ({ x, y }: Sized): Point =>
      isTurned ? { x: y - top + reach, y: x - left } : { x: x - left + reach, y: y - top };
    return { component, at, w: w + 2 * reach + 30, h: h + 80 };
  });
  parts.sort((a, b) => b.h - a.h);
  const total = parts.reduce((sum, { w }) => sum + w, 0);
  const widest = Math.max(...parts.map(({ w }) => w));
  let best: { places: Map<string, Point>; size: number } | undefined;
  for (let share = 0; share <= 12; share++) {
    const limit = widest + ((total - widest) * share) / 12;
    const places = new Map<string, Point>();
    let [x, y, row, reached] = [0, 0, 0, 0];
    for (const { component, at, w, h } of parts) {
      if (x > 0 && x + w > limit + 1) [x, y, row] = [0, y + row, 0];
      for (const node of component) places.set(node.id, { x: x + at(node).x, y: y + at(node).y });
      [x, row] = [x + w, Math.max(row, h)];
      reached = Math.max(reached, x);
    }
    const size = Math.max(reached / width, (y + row) / height);
    if (!best || size < best.size - 1e-9) best = { places, size };
  }
  return best?.places ?? new Map<string, Point>();
}

/** Moves boxes so that together they reach from side to side of a frame. */
function stretch(boxes: readonly Box[], frame: Size): void {
  for (const [at, before, after, room] of [
    ['x', 'left', 'right', frame.width],
    ['y', 'top', 'bottom', frame.height],
  ] as const) {
    const places = boxes.map((box) => box[at]);
    const [low, high] = [Math.min(...places), Math.max(...places)];
    const start = MARGIN + Math.max(...boxes.filter((box) => box[at] <= low + 1).map((box) => box[before]));
    const end = room - MARGIN - Math.max(...boxes.filter((box) => box[at] >= high - 1).map((box) => box[after]));
    for (const box of boxes)
      box[at] = high > low && end > start ? start + ((box[at] - low) / (high - low)) * (end - start) : room / 2;
  }
}

/** Pushes boxes apart within a frame, and nodes off lines that lead elsewhere. Whether no two boxes overlap then. */
function separate(boxes: readonly Box[], lines: readonly (readonly [number, number])[], frame: Size): boolean {
  const rounds = boxes.length > 100 ? 60 : 240;
  for (let round = 0; round < rounds; round++) {
    if (round < rounds / 2 && lines.length * boxes.length < 20_000) pushOffLines(boxes, lines);
    let isClear = true;
    for (let i = 0; i < boxes.length; i++)
      for (let j = i + 1; j < boxes.length; j++) if (pushApart(boxes[i]!, boxes[j]!)) isClear = false;
    for (const box of boxes) {
      box.x = Math.max(MARGIN + box.left, Math.min(box.x, frame.width - MARGIN - box.right));
      box.y = Math.max(MARGIN + box.top, Math.min(box.y, frame.height - MARGIN - box.bottom));
    }
    if (isClear && round >= rounds / 8) return true;
  }
  return boxes.every((one, i) => boxes.slice(i + 1).every((other) => overlapOf(one, other, 1) === undefined));
}

/** A rectangle of a box, the node itself or its name, and the box. */
const partsOf = (box: Box) => [
  { left: box.x - box.radius, right: box.x + box.radius, top: box.y - box.top, bottom: box.y + box.radius },
  { left: box.x - box.left, right: box.x + box.right, top: box.y + box.radius, bottom: box.y + box.bottom },
];

/** How to move the second of two boxes, and the first the other way, so that they are no longer in each other; nothing where they are not. */
function overlapOf(one: Box, other: Box, gap: number): Point | undefined {
  if (
    Math.abs(one.x - other.x) >= one.right + other.left + gap ||
    one.y - other.y >= other.bottom + one.top + gap ||
    other.y - one.y >= one.bottom + other.top + gap
  )
    return undefined;
  let most: Point | undefined;
  for (const a of partsOf(one))
    for (const b of partsOf(other)) {
      const right = a.right + gap - b.left;
      const left = b.right + gap - a.left;
      const down = a.bottom + gap - b.top;
      const up = b.bottom + gap - a.top;
      if (Math.min(right, left, down, up) <= 0.5) continue;
      const [x, y] = [right <= left ? right : -left, down <= up ? down : -up];
      const move = Math.abs(x) < Math.abs(y) ? { x, y: 0 } : { x: 0, y };
      if (!most || Math.hypot(move.x, move.y) > Math.hypot(most.x, most.y)) most = move;
    }
  return most;
}

function pushApart(one: Box, other: Box): boolean {
  const move = overlapOf(one, other, GAP);
  if (!move) return false;
  one.x -= move.x / 2;
  other.x += move.x / 2;
  one.y -= move.y / 2;
  other.y += move.y / 2;
  return true;
}

function pushOffLines(boxes: readonly Box[], lines: readonly (readonly [number, number])[]): void {
  for (const [from, to] of lines) {
    const [a, b] = [boxes[from]!, boxes[to]!];
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const length = Math.hypot(dx, dy) || 1;
    boxes.forEach((box, index) => {
      if (index === from || index === to) return;
      const along = ((box.x - a.x) * dx + (box.y - a.y) * dy) / length;
      const off = ((box.x - a.x) * dy - (box.y - a.y) * dx) / length;
      const missing = box.radius + 6 - Math.abs(off);
      if (missing <= 0 || along < 0 || along > length) return;
      const by = ((off < 0 ? -1 : 1) * missing) / 3 / length;
      box.x += dy * by;
      box.y -= dx * by;
    });
  }
}
