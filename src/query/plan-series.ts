import { RequestError } from '../errors.js';
import type { KindDeclaration } from '../model/declare.js';
import type { FieldPlan } from '../model/field-plan.js';
import { fold } from '../model/fold.js';
import type { Modality } from '../model/leaf.js';
import { dateReadingOf, dayNumber, type PartialDate } from '../model/partial-date.js';
import type { Quantity } from '../model/quantity.js';
import type { EdgeShape, Filter, Page, Parameter, Shape, Shapes } from '../plan/read-plan.js';
import { emptyRow } from '../plan/row.js';
import type { Row } from '../store/store.js';
import { alongOf } from './filters.js';
import type { Given } from './given.js';

/**
 * A series is a page of figures, put together when it has come: by period and modality, the best first. What is computed
 * of several figures is computed here, once, whatever the store.
 */

/** How many figures of one indicator there may be. */
const MOST_FIGURES = 500;

/** What is selected of a series: under which keys, and of figures which shape. */
export interface SeriesSelection {
  readonly series: readonly { readonly as: string; readonly field: SeriesField; readonly shapes?: Shapes }[];
  readonly points: readonly {
    /** The key of the list that they belong to. */
    readonly of: string;
    readonly as: string;
    readonly field: PointField;
    readonly shapes?: Shapes;
  }[];
}

export type SeriesField = Extract<FieldPlan, { readonly series: unknown }>['series'];
export type PointField = Extract<FieldPlan, { readonly point: unknown }>['point'];

/** Where a figure is found in the row of an edge, for a field that selects of it. */
const figureKey = (...path: readonly string[]) => path.join('@');

/** What is needed of each figure besides what is selected. */
const OWN = '@figure';
const OWN_SHAPE: Shape = {
  reads: [
    { as: 'id', read: 'property', property: 'id' },
    { as: 'period', read: 'property', property: 'period' },
    { as: 'modality', read: 'property', property: 'modality' },
    { as: 'quantity', read: 'property', property: 'quantity' },
    {
      as: 'sources',
      read: 'list',
      link: 'sources',
      shapes: { Source: { reads: [{ as: 'id', read: 'property', property: 'id' }] } },
    },
  ],
};

/** The page of all figures of a series. @param computed Makes a parameter of a value that is not given. */
export function seriesPage(
  given: Given,
  figure: KindDeclaration,
  selection: SeriesSelection,
  computed: (value: number | string) => Parameter,
): Page {
  const shapes: EdgeShape['nodes'] = [
    { as: OWN, shapes: { [figure.name]: OWN_SHAPE } },
    ...selection.series.flatMap(({ as, shapes: of }) => (of ? [{ as: figureKey(as), shapes: of }] : [])),
    ...selection.points.flatMap(({ of, as, shapes: each }) => (each ? [{ as: figureKey(of, as), shapes: each }] : [])),
  ];
  return {
    along: { every: figure.name },
    filter: filterOf(given, figure),
    order: [{ on: 'node', property: 'id', facet: 'value', descending: false }],
    backward: false,
    size: computed(MOST_FIGURES),
    binding: computed(''),
    columns: [
      { as: 'edges', column: 'edges', edge: { cursors: [], nodes: shapes, fact: { reads: [] } } },
      { as: 'pageInfo', column: 'pageInfo', fields: [{ as: 'hasMore', field: 'hasNextPage' }] },
    ],
  };
}

function filterOf(given: Given, figure: KindDeclaration): Filter {
  const test = (part: Given, property: string, facet: string): Filter => ({
    test: { on: 'node', property, facet },
    by: '=',
    value: part.parameter(fold),
  });
  const along = alongOf(figure.relations.find(({ name }) => name === 'about')!);
  const about = given.at('about')?.required().items() ?? [];
  const modality = given.at('modality')?.required();
  const unit = given.at('unit')?.required();
  return {
    and: [
      test(given.at('indicator')!, 'indicator', 'folded'),
      ...(unit ? [test(unit, 'quantity', 'unit')] : []),
      ...(modality
        ? [
            {
              test: { on: 'node', property: 'modality', facet: 'value' },
              by: 'in',
              value: modality.parameter(),
            } as const,
          ]
        : []),
      ...about.map((ref): Filter => ({ some: refFilter(ref), along })),
    ],
  };
}

/** The entity that a reference means. */
function refFilter(ref: Given): Filter {
  const id = ref.at('id');
  return id
    ? { test: { on: 'node', property: 'id', facet: 'value' }, by: '=', value: id.parameter() }
    : {
        test: { on: 'node', property: 'names', facet: 'folded' },
        by: '=',
        value: ref.at('name')!.parameter(fold),
      };
}

interface Figure {
  readonly id: string;
  readonly period: PartialDate | null;
  readonly modality: Modality;
  readonly quantity: Quantity | null;
  readonly sources: number;
  /** The edge's row: what was selected of it, by field. */
  readonly row: Row;
}

/**
 * Puts the figures of a series together.
 *
 * @throws RequestError where they are of several units, or too many.
 */
export function seriesOf(answer: unknown, indicator: string, { series, points }: SeriesSelection): Row {
  const { edges, pageInfo } = answer as { readonly edges: readonly Row[]; readonly pageInfo: { hasMore: boolean } };
  if (pageInfo.hasMore) {
    throw new RequestError(
      'QUERY_TOO_COSTLY',
      `There are more than ${MOST_FIGURES} such figures. Say what they are about.`,
      {
        argument: 'about',
        limit: MOST_FIGURES,
      },
    );
  }
  const figures = edges.map(figureOf);
  const units = [...new Set(figures.flatMap(({ quantity }) => quantity?.unit ?? []))].sort();
  if (new Set(units.map(fold)).size > 1) {
    throw new RequestError('BAD_USER_INPUT', `The figures are of several units. Say one: ${units.join(', ')}.`, {
      argument: 'unit',
      accepted: units,
    });
  }
  const made = pointsOf(figures);
  const row = emptyRow();
  for (const { as, field } of series) {
    switch (field) {
      case 'indicator':
        row[as] = indicator;
        break;
      case 'unit':
        row[as] = units[0] ?? null;
        break;
      case 'undated':
        row[as] = figures.filter(({ period }) => !period).map((figure) => figure.row[figureKey(as)]);
        break;
      case 'points': {
        const own = points.filter(({ of }) => of === as);
        row[as] = made.map((point) => pointRow(point, own));
      }
    }
  }
  return row;
}

function figureOf(row: Row): Figure {
  const own = row[OWN] as Row;
  return {
    id: own['id'] as string,
    period: own['period'] as PartialDate | null,
    modality: (own['modality'] as Modality | null) ?? 'REPORTED',
    quantity: own['quantity'] as Quantity | null,
    sources: (own['sources'] as readonly unknown[]).length,
    row,
  };
}

interface Point {
  readonly period: PartialDate;
  readonly modality: Modality;
  /** The best first. */
  readonly figures: readonly Figure[];
  readonly change: number | null;
  readonly changeOn: PartialDate | null;
}

/** In what order points of one period come. */
const MODALITIES: readonly Modality[] = ['REPORTED', 'ESTIMATED', 'PLANNED', 'TARGET', 'DENIED'];

function pointsOf(figures: readonly Figure[]): readonly Point[] {
  const byPoint = new Map<string, [Figure, ...Figure[]]>();
  for (const figure of figures) {
    if (!figure.period) continue;
    const key = `${figure.period.edtf} ${figure.modality}`;
    const known = byPoint.get(key);
    if (known) known.push(figure);
    else byPoint.set(key, [figure]);
  }
  const points = [...byPoint.values()]
    .map((group) => ({
      period: group[0].period!,
      modality: group[0].modality,
      figures: group.sort(compareFigures),
    }))
    .sort(comparePoints);
  let before: (typeof points)[number] | undefined;
  return points.map((point) => {
    const isStated = point.modality === 'REPORTED' || point.modality === 'ESTIMATED';
    const change = isStated && before ? changeOf(before.figures[0], point.figures[0]) : null;
    const made = { ...point, change, changeOn: change === null ? null : before!.period };
    if (isStated) before = point;
    return made;
  });
}

function compareFigures(one: Figure, other: Figure): number {
  return (
    Number(other.quantity?.comparator === 'EXACTLY') - Number(one.quantity?.comparator === 'EXACTLY') ||
    other.sources - one.sources ||
    (one.id < other.id ? -1 : 1)
  );
}

function comparePoints(one: Omit<Point, 'change' | 'changeOn'>, other: Omit<Point, 'change' | 'changeOn'>): number {
  const [mine, theirs] = [dateReadingOf(one.period.edtf), dateReadingOf(other.period.edtf)];
  return (
    dayNumber(mine.earliest) - dayNumber(theirs.earliest) ||
    dayNumber(mine.latest) - dayNumber(theirs.latest) ||
    MODALITIES.indexOf(one.modality) - MODALITIES.indexOf(other.modality) ||
    (one.period.edtf < other.period.edtf ? -1 : 1)
  );
}

/** Units of which no percentage makes sense: a share changes by points, a rank by places. */
const NO_PERCENTAGE = new Set(['%', 'rank']);

function changeOf(before: Figure | undefined, now: Figure | undefined): number | null {
  if (!before?.quantity || !now?.quantity || NO_PERCENTAGE.has(now.quantity.unit)) return null;
  const [was, is] = [Number(before.quantity.amount), Number(now.quantity.amount)];
  return was > 0 ? Math.round(((is - was) / was) * 10_000) / 100 : null;
}

function pointRow(point: Point, fields: SeriesSelection['points']): Row {
  const row = emptyRow();
  for (const { of, as, field } of fields) {
    const selected = point.figures.map((figure) => figure.row[figureKey(of, as)]);
    if (field === 'best') row[as] = selected[0];
    else if (field === 'alternatives') row[as] = selected.slice(1);
    else row[as] = point[field];
  }
  return row;
}
