import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillCanvas, type Sized } from '../../src/playground/views/graph-fill.js';
import {
  boxAt,
  crosses,
  fittingWords,
  placeNames,
  squareOf,
  touch,
  type Named,
} from '../../src/playground/views/graph-labels.js';
import { arrangeLayers, crossingsOf, layersOf } from '../../src/playground/views/graph-layers.js';

const line = (from: string, to: string) => ({ id: `${from}-${to}`, from, to });
const CANVAS = { width: 640, height: 400 };

describe('layersOf', () => {
  test('has the ends outside, and what lies between in columns by distance', () => {
    const lines = [line('s', 'a'), line('b', 'a'), line('c', 'a'), line('b', 'd'), line('c', 'd'), line('e', 'd')];
    const { columns, routes } = layersOf(['s', 'e', 'd', 'c', 'b', 'a'], lines, ['s', 'e'])!;
    expect(columns.map((column) => column.toSorted())).toEqual([['s'], ['a'], ['b', 'c'], ['d'], ['e']]);
    expect(routes.size).toBe(0);
  });

  test('bends a line in each column that it only goes through', () => {
    const { columns, routes } = layersOf(['s', 'a', 'b', 'e'], [line('s', 'a'), line('a', 'b'), line('b', 'e'), line('e', 's')], ['s', 'e'])!; // prettier-ignore
    expect([...routes]).toEqual([['e-s', ['e', 'e-s 2', 'e-s 1', 's']]]);
    expect(columns).toEqual([['s'], ['a', 'e-s 1'], ['b', 'e-s 2'], ['e']]);
  });

  test('orders the rows so that lines need not cross', () => {
    const pairs = [['1', 'd'], ['2', 'c'], ['3', 'b'], ['4', 'a']] as const; // prettier-ignore
    const lines = pairs.flatMap(([left, right]) => [line('s', left), line(left, right), line(right, 'e')]);
    const { columns } = layersOf(['s', '1', '2', '3', '4', 'a', 'b', 'c', 'd', 'e'], lines, ['s', 'e'])!;
    expect(crossingsOf(columns, pairs)).toBe(0);
    expect(crossingsOf([['1', '2'], ['a', 'b']], [['1', 'b'], ['2', 'a']])).toBe(1); // prettier-ignore
  });

  test('keeps the ends outermost where something hangs on a way', () => {
    const lines = [line('s', 'a'), line('a', 'e'), line('a', 'x'), line('x', 'y')];
    const { columns } = layersOf(['s', 'a', 'x', 'y', 'e'], lines, ['s', 'e'])!;
    expect(columns[0]).toEqual(['s']);
    expect(columns.at(-1)).toEqual(['e']);
  });

  test('is not for what does not lie between the ends', () => {
    expect(layersOf(['s', 'e', 'x'], [line('s', 'e')], ['s', 'e'])).toBeUndefined();
    expect(layersOf(['s'], [], ['s', 'e'])).toBeUndefined();
  });

  const ways = fc
    .array(fc.uniqueArray(fc.integer({ min: 0, max: 7 }), { maxLength: 4 }), { minLength: 1, maxLength: 10 })
    .map((all) => {
      const hops = all.flatMap((way) => {
        const stops = ['s', ...way.map(String), 'e'];
        return stops.slice(1).map((stop, index) => line(stops[index]!, stop));
      });
      return {
        ids: ['s', ...new Set(all.flat().map(String)), 'e'],
        lines: [...new Map(hops.map((hop) => [hop.id, hop])).values()],
      };
    });

  test('puts each once, the ends outermost, and the two ends of a line into different columns', () => {
    fc.assert(
      fc.property(ways, ({ ids, lines }) => {
        const { columns, routes } = layersOf(ids, lines, ['s', 'e'])!;
        const bends = new Set([...routes.values()].flatMap((route) => route.slice(1, -1)));
        expect(columns.flat().filter((id) => !bends.has(id)).toSorted()).toEqual(ids.toSorted()); // prettier-ignore
        const columnOf = (id: string) => columns.findIndex((column) => column.includes(id));
        expect([columnOf('s'), columnOf('e')]).toEqual([0, columns.length - 1]);
        for (const { id, from, to } of lines) {
          expect(columnOf(from)).not.toBe(columnOf(to));
          const route = (routes.get(id) ?? [from, to]).map(columnOf);
          for (const [index, at] of route.slice(1).entries()) expect(Math.abs(at - route[index]!)).toBe(1);
        }
      }),
    );
  });

  test('gives every node room: columns from left to right, on a phone from top to bottom', () => {
    fc.assert(
      fc.property(ways, fc.constantFrom(CANVAS, { width: 390, height: 420 }), ({ ids, lines }, canvas) => {
        const { places, width, height, nameWidth } = arrangeLayers(layersOf(ids, lines, ['s', 'e'])!, canvas);
        expect(nameWidth).toBeGreaterThan(60);
        expect(width).toBe(canvas.width);
        const [start, end] = [places.get('s')!, places.get('e')!];
        expect(start.y === end.y ? start.x < end.x : start.y < end.y).toBe(true);
        const all = [...places.values()];
        for (const [index, one] of all.entries()) {
          expect(one.x > 0 && one.x < width && one.y > 0 && one.y < height).toBe(true);
          for (const other of all.slice(index + 1))
            expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(32);
        }
      }),
    );
  });
});

const node = (id: string, x: number, y: number, more: Partial<Named> = {}): Named => ({
  ...{ id, x, y, radius: 10, width: 60, height: 12 },
  ...more,
});

describe('placeNames', () => {
  test('puts a name below its node where nothing is in the way, else where least is', () => {
    expect([...placeNames([node('a', 0, 0)], [])]).toEqual([['a', 'below']]);
    expect([...placeNames([node('a', 0, 0)], [[{ x: 0, y: 0 }, { x: 0, y: 90 }]])]).toEqual([['a', 'above']]); // prettier-ignore
    expect(placeNames([node('a', 0, 0), node('b', 0, 20)], []).get('a')).toBe('above');
  });

  test('leaves out the name of a later node where there is no room', () => {
    const around = [node('b', 30, 0), node('c', -30, 0), node('d', 0, 30), node('e', 0, -30)];
    expect(placeNames([...around, node('a', 0, 0)], []).has('a')).toBe(false);
    expect(placeNames([node('a', 0, 0, { width: 30 })], [], { left: -12, right: 12, top: -50, bottom: 50 }).size).toBe(
      0,
    );
  });

  const crowd = fc.array(
    fc.record({
      ...{ x: fc.integer({ max: 600, min: 0 }), y: fc.integer({ max: 400, min: 0 }) },
      ...{ radius: fc.integer({ min: 4, max: 20 }), width: fc.integer({ min: 10, max: 140 }) },
      height: fc.constantFrom(11, 22, 33),
    }),
    { maxLength: 40 },
  );

  test('covers no node and no other name with a name, and no rectangle with the words of a line', () => {
    fc.assert(
      fc.property(crowd, (all) => {
        const nodes = all.map((one, index) => ({ id: String(index), ...one }));
        const sides = placeNames(nodes, []);
        const names = nodes.flatMap((one) =>
          sides.has(one.id) ? [{ id: one.id, box: boxAt(one, sides.get(one.id)!) }] : [],
        );
        for (const { id, box } of names) {
          for (const other of nodes) if (other.id !== id) expect(touch(box, squareOf(other), 0)).toBe(false);
          for (const other of names) if (other.id !== id) expect(touch(box, other.box, 0)).toBe(false);
        }
        const lines = nodes.slice(1).map((to, index) => {
          const from = nodes[index]!;
          return {
            id: to.id,
            from,
            to,
            middle: { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 },
            width: 60,
            height: 10,
          };
        });
        const taken = [...nodes.map(squareOf), ...names.map(({ box }) => box)];
        for (const id of fittingWords(lines, taken)) {
          const { from, to, middle } = lines.find((one) => one.id === id)!;
          const length = Math.hypot(to.x - from.x, to.y - from.y);
          const at = (by: number) => ({
            x: middle.x + ((to.x - from.x) * by) / length,
            y: middle.y + ((to.y - from.y) * by) / length,
          });
          expect(taken.filter((box) => crosses(at(-30), at(30), box))).toEqual([]);
        }
      }),
    );
  });
});

test('the words of a line shorter than they are do not fit', () => {
  const words = { id: 'f', from: { x: 0, y: 0 }, middle: { x: 40, y: 0 }, width: 60, height: 10 };
  expect([...fittingWords([{ ...words, to: { x: 80, y: 0 } }], [])]).toEqual(['f']);
  expect([...fittingWords([{ ...words, to: { x: 70, y: 0 } }], [])]).toEqual([]);
});

describe('fillCanvas', () => {
  const sized = (id: string, x: number, y: number, nameWidth = 80, nameHeight = 24): Sized => ({
    ...{ id, x, y, radius: 10 },
    ...{ nameWidth, nameHeight },
  });
  /** A ring of nodes, as a layout may leave it. */
  const ring = (name: string, count: number, size: number) =>
    Array.from({ length: count }, (_, index) => {
      const angle = (2 * Math.PI * index) / count;
      return sized(`${name}${index}`, size * Math.cos(angle), size * Math.sin(angle));
    });
  const joined = (nodes: readonly Sized[]) =>
    nodes.slice(1).map(({ id }, index) => ({ from: nodes[index]!.id, to: id }));

  test('reaches from side to side of the canvas', () => {
    const nodes = ring('a', 12, 50);
    const { places, width, height } = fillCanvas(nodes, joined(nodes), CANVAS);
    const [xs, ys] = [[...places.values()].map(({ x }) => x), [...places.values()].map(({ y }) => y)];
    expect(Math.max(...xs) - Math.min(...xs)).toBeGreaterThan(0.75 * width);
    expect(Math.max(...ys) - Math.min(...ys)).toBeGreaterThan(0.7 * height);
    expect(width / height).toBeCloseTo(CANVAS.width / CANVAS.height);
  });

  test('turns a tall layout for a wide canvas', () => {
    const nodes = Array.from({ length: 6 }, (_, index) => sized(`n${index}`, (index % 2) * 30, index * 100));
    const { places } = fillCanvas(nodes, joined(nodes), CANVAS);
    const xs = nodes.map(({ id }) => places.get(id)!.x);
    expect(xs).toEqual(xs.toSorted((a, b) => a - b));
  });

  test('puts components beside each other, none within another', () => {
    const parts = [ring('a', 5, 60), ring('b', 5, 60), ring('c', 3, 30)];
    const { places } = fillCanvas(parts.flat(), parts.flatMap(joined), CANVAS);
    const boxes = parts.map((part) => {
      const at = part.map(({ id }) => places.get(id)!);
      return {
        left: Math.min(...at.map(({ x }) => x)),
        right: Math.max(...at.map(({ x }) => x)),
        top: Math.min(...at.map(({ y }) => y)),
        bottom: Math.max(...at.map(({ y }) => y)),
      };
    });
    for (const [index, box] of boxes.entries())
      for (const other of boxes.slice(index + 1)) expect(touch(box, other, 0)).toBe(false);
  });

  test('puts many components into rows', () => {
    const parts = Array.from({ length: 9 }, (_, index) => ring(`p${index}-`, 3, 30));
    const { places, height } = fillCanvas(parts.flat(), parts.flatMap(joined), CANVAS);
    const middles = parts.map((part) => part.reduce((sum, { id }) => sum + places.get(id)!.y, 0) / part.length);
    expect(Math.max(...middles) - Math.min(...middles)).toBeGreaterThan(height / 2);
  });

  test('keeps nodes apart with their names, and the nodes alone where there is no room for names', () => {
    const apart = (count: number, isNamed: boolean) => {
      const nodes = ring('a', count, 300);
      const { places } = fillCanvas(nodes, joined(nodes), CANVAS);
      const boxes = nodes.flatMap((one) => {
        const named = { ...one, ...places.get(one.id)!, width: one.nameWidth, height: one.nameHeight };
        return isNamed ? [squareOf(named), boxAt(named, 'below')] : [squareOf(named)];
      });
      return boxes.every((box, index) =>
        boxes.slice(index + 1).every((other, at) => (isNamed && index % 2 === 0 && at === 0) || !touch(box, other, 0)),
      );
    };
    expect(apart(30, true)).toBe(true);
    expect(apart(120, false)).toBe(true);
    expect(apart(300, false)).toBe(true);
  });

  test('draws the same again, and anything at all', () => {
    const any = fc.array(fc.record({ x: fc.integer(), y: fc.integer() }), { maxLength: 12 });
    fc.assert(
      fc.property(any, (points) => {
        const nodes = points.map(({ x, y }, index) => sized(String(index), x, y));
        const drawn = fillCanvas(nodes, joined(nodes.slice(0, 5)), CANVAS);
        expect(fillCanvas(nodes, joined(nodes.slice(0, 5)), CANVAS)).toEqual(drawn);
        for (const { x, y } of drawn.places.values()) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(drawn.width);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(drawn.height);
        }
      }),
      { numRuns: 40 },
    );
  });
});
