import { geoArea, geoMercator, geoPath, type GeoPermissibleObjects } from 'd3-geo';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { OutlinedProvince } from './outlines.js';
import type { Subgraph } from './subgraph.js';

/** A time in which no outline changes: from a day, until the day before the next. */
export interface Period {
  readonly from: string | undefined;
  readonly until: string | undefined;
}

/** A province on the map. */
export interface Place {
  readonly id: string;
  readonly name: string;
  readonly country: string | undefined;
  /** Of this answer, or only there to see where the others lie. */
  readonly isAnswer: boolean;
  /** Its outline as an SVG path; absent for a place of which only the middle is known. */
  readonly path: string | undefined;
  readonly centre: readonly [x: number, y: number];
  /** Where its name stands: at the middle, or below it where another name is in the way. */
  readonly label: readonly [x: number, y: number];
}

/** Two provinces with what joins them: agreements to which both are parties, or one other fact. */
export interface Arc {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** The agreements; empty for another fact, such as a border. */
  readonly agreements: readonly string[];
  readonly path: string;
}

/** A map of an answer at one time. */
export interface MapDrawing {
  readonly places: readonly Place[];
  readonly arcs: readonly Arc[];
  /** Provinces of the answer without an outline at that time. */
  readonly missing: readonly string[];
}

/** The size of a drawing in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The times told apart by the outlines, earliest first: before and after each change. */
export function periodsOf(provinces: readonly OutlinedProvince[]): Period[] {
  const starts = provinces.flatMap(({ outlines }) =>
    outlines.flatMap(({ from }) => (from === undefined ? [] : [from])),
  );
  const changes = [...new Set(starts)].toSorted();
  return [undefined, ...changes].map((from, index) => ({ from, until: changes[index] }));
}

/** The outline that a province has in a period. */
export function outlineAt({ outlines }: OutlinedProvince, { from }: Period): Polygon | MultiPolygon | undefined {
  return outlines.find(
    (outline) =>
      (outline.from === undefined || (from !== undefined && outline.from <= from)) &&
      // ISO dates sort as text.
      (outline.to === undefined || from === undefined || outline.to >= from),
  )?.geometry;
}

/** The latest period in which most provinces of the answer can be drawn. */
export function bestPeriod(subgraph: Subgraph, provinces: readonly OutlinedProvince[]): Period {
  const ours = provinces.filter(({ id }) => subgraph.entities.has(id));
  const drawn = (period: Period) => ours.filter((province) => outlineAt(province, period)).length;
  return periodsOf(provinces).reduce((best, period) => (drawn(period) >= drawn(best) ? period : best));
}

/** Draws the provinces of an answer, with what joins them, as large as the frame allows. */
export function mapDrawing(
  subgraph: Subgraph,
  provinces: readonly OutlinedProvince[],
  period: Period,
  { width, height }: Size,
): MapDrawing {
  const outlined = provinces.flatMap((province) => {
    const outline = outlineAt(province, period);
    const geometry = outline ? clockwise(outline) : pointOf(province);
    return geometry ? [{ province, geometry, isAnswer: subgraph.entities.has(province.id) }] : [];
  });
  const ours = outlined.filter(({ isAnswer }) => isAnswer);
  const projection = geoMercator().fitExtent(
    [
      [width * 0.08, height * 0.08],
      [width * 0.92, height * 0.92],
    ],
    { type: 'GeometryCollection', geometries: (ours.length > 0 ? ours : outlined).map(({ geometry }) => geometry) },
  );
  const path = geoPath(projection).digits(1);
  const centres = new Map(
    outlined.map(({ province, geometry }) => [
      province.id,
      path.centroid(geometry as GeoPermissibleObjects).map(toTenth) as [number, number],
    ]),
  );
  const arcs = [...agreementArcs(subgraph, provinces), ...factArcs(subgraph)].flatMap((arc) => {
    const [from, to] = [centres.get(arc.from), centres.get(arc.to)];
    return from && to ? [{ ...arc, path: arcPath(from, to, arc.agreements.length > 0) }] : [];
  });
  const labels = spreadLabels(ours.map(({ province: { id, name } }) => ({ id, name, at: centres.get(id)! })));
  const places = outlined.map(({ province: { id, name, country }, geometry, isAnswer }): Place => ({
    id,
    name,
    country,
    isAnswer,
    path: geometry.type === 'Point' ? undefined : (path(geometry) ?? undefined),
    centre: centres.get(id)!,
    label: labels.get(id) ?? centres.get(id)!,
  }));
  const placed = new Set(outlined.map(({ province }) => province.id));
  const missing = [...subgraph.entities.values()].filter(({ id, kind }) => kind === 'PROVINCE' && !placed.has(id));
  return { places, arcs, missing: missing.map(({ name }) => name) };
}

/** The height of a line of names, and the width of a letter, on average, in pixels. */
const LETTER = { height: 15, width: 7 };

/** Moves names that would cover each other down, the northern first. */
function spreadLabels(
  labels: readonly { readonly id: string; readonly name: string; readonly at: readonly [number, number] }[],
): Map<string, readonly [number, number]> {
  const placed: { x: number; y: number; half: number }[] = [];
  const found = new Map<string, readonly [number, number]>();
  for (const { id, name, at } of labels.toSorted((a, b) => a.at[1] - b.at[1])) {
    const [x] = at;
    let [, y] = at;
    const half = (name.length * LETTER.width) / 2;
    for (const other of placed)
      if (Math.abs(other.x - x) < other.half + half && Math.abs(other.y - y) < LETTER.height)
        y = other.y + LETTER.height;
    placed.push({ x, y, half });
    found.set(id, [x, y]);
  }
  return found;
}

type Pair = Omit<Arc, 'path'>;

/** Pairs of provinces that are parties to the same agreement: of different countries, where an agreement has such. */
function agreementArcs({ entities, links }: Subgraph, provinces: readonly OutlinedProvince[]): Pair[] {
  const countries = new Map(provinces.map(({ id, country }) => [id, country]));
  const kindOf = (id: string) => entities.get(id)?.kind;
  const parties = new Map<string, Set<string>>();
  for (const { from, to, type } of links) {
    if (type !== undefined && type !== 'PARTY_TO') continue;
    const [agreement, province] = kindOf(from) === 'AGREEMENT' ? [from, to] : [to, from];
    if (kindOf(agreement) !== 'AGREEMENT' || kindOf(province) !== 'PROVINCE') continue;
    parties.set(agreement, (parties.get(agreement) ?? new Set<string>()).add(province));
  }
  const pairs = new Map<string, { from: string; to: string; agreements: string[] }>();
  for (const [agreement, ids] of parties) {
    const all = pairsOf([...ids].toSorted());
    const across = all.filter(([a, b]) => countries.get(a) !== countries.get(b));
    for (const [from, to] of across.length > 0 ? across : all) {
      const pair = pairs.get(`${from} ${to}`) ?? { from, to, agreements: [] };
      pairs.set(`${from} ${to}`, pair);
      pair.agreements.push(agreement);
    }
  }
  return [...pairs].map(([id, pair]) => ({ id, ...pair }));
}

/** Other facts between two provinces, such as borders; the two directions of one are drawn once. */
function factArcs({ entities, links }: Subgraph): Pair[] {
  const isProvince = (id: string) => entities.get(id)?.kind === 'PROVINCE';
  const seen = new Set<string>();
  return links.flatMap(({ id, from, to, type }) => {
    if (type === undefined || !isProvince(from) || !isProvince(to)) return [];
    const key = `${type} ${[from, to].toSorted().join(' ')}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ id, from, to, agreements: [] }];
  });
}

const pairsOf = (ids: readonly string[]): [string, string][] =>
  ids.flatMap((id, index) => ids.slice(index + 1).map((other): [string, string] => [id, other]));

/** A curve for agreements, a straight line for the rest. */
function arcPath([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number], isCurved: boolean): string {
  if (!isCurved) return `M${x1} ${y1}L${x2} ${y2}`;
  const bend = 0.22;
  const [x, y] = [(x1 + x2) / 2 + (y2 - y1) * bend, (y1 + y2) / 2 - (x2 - x1) * bend];
  return `M${x1} ${y1}Q${toTenth(x)} ${toTenth(y)} ${x2} ${y2}`;
}

/** d3 wants outer rings clockwise, GeoJSON (RFC 7946) has them the other way: such a ring would fill the whole globe but itself. */
function clockwise<T extends Polygon | MultiPolygon>(geometry: T): T {
  const turn = (rings: Position[][]): Position[][] =>
    geoArea({ type: 'Polygon', coordinates: rings.slice(0, 1) }) > 2 * Math.PI
      ? rings.map((ring) => ring.toReversed())
      : rings;
  return geometry.type === 'Polygon'
    ? { ...geometry, coordinates: turn(geometry.coordinates) }
    : { ...geometry, coordinates: geometry.coordinates.map(turn) };
}

const pointOf = ({ location, outlines }: OutlinedProvince) =>
  location && outlines.length === 0 ? { type: 'Point' as const, coordinates: [...location] } : undefined;

const toTenth = (value: number): number => Math.round(value * 10) / 10;
