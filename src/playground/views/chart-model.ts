import { boundsOf } from './subgraph.js';
import { axisOf, type Tick } from './timeline-model.js';

/** One stated figure. */
export interface ChartFigure {
  readonly id: string;
  /** The stated value in words, such as “over 10.57 billion USD”. */
  readonly text: string;
  readonly amount: number;
  /** The bounds of what the statement says; an open side is undefined. */
  readonly lower: number | undefined;
  readonly upper: number | undefined;
  readonly modality: string;
  /** For which period, in words and in days since 1970: its middle. Absent where none is stated. */
  readonly period: { readonly text: string; readonly day: number } | undefined;
  /** Another figure is preferred for the same period. */
  readonly isAlternative: boolean;
}

/** The figures of one indicator and unit. */
export interface FigureChart {
  readonly indicator: string;
  readonly unit: string;
  readonly figures: readonly ChartFigure[];
}

/** One group of counted entities. */
export interface Bar {
  readonly key: string;
  /** The entity by which they are grouped, where they are by one. */
  readonly id: string | undefined;
  readonly count: number;
}

/** The groups of one field. */
export interface BarChart {
  readonly title: string;
  readonly bars: readonly Bar[];
}

/** What an answer has to chart. */
export interface Charts {
  readonly figures: readonly FigureChart[];
  readonly bars: readonly BarChart[];
}

type Value = Readonly<Record<string, unknown>>;

/** Reads figures and groups out of the answer to a completed question; a figure that stands there twice is one. */
export function chartsOf(data: unknown): Charts {
  const charts = new Map<string, FigureChart & { figures: ChartFigure[] }>();
  const bars: BarChart[] = [];
  const known = new Set<string>();

  const visit = (value: unknown, key: string): void => {
    if (Array.isArray(value)) {
      const groups = value.filter((one): one is Value => isObject(one) && one['__typename'] === 'Group');
      if (groups.length > 0) bars.push({ title: key, bars: inOrder(groups.map(barOf)) });
      else value.forEach((item) => visit(item, key));
      return;
    }
    if (!isObject(value)) return;
    if (value['__typename'] === 'Figure') addFigure(value, key === 'alternatives');
    // What is preferred comes first, whatever the question names first.
    for (const [field, child] of Object.entries(value).toSorted(
      ([a], [b]) => Number(b === 'best') - Number(a === 'best'),
    ))
      visit(child, field);
  };

  const addFigure = (value: Value, isAlternative: boolean): void => {
    const { id, indicator, quantity, period } = value;
    if (typeof id !== 'string' || known.has(id) || typeof indicator !== 'string' || !isObject(quantity)) return;
    const amount = numberOf(quantity['amount']);
    if (amount === undefined) return;
    known.add(id);
    const unit = String(quantity['unit']);
    const chart = charts.get(`${indicator} ${unit}`) ?? { indicator, unit, figures: [] };
    charts.set(`${indicator} ${unit}`, chart);
    chart.figures.push({
      id,
      text: String(quantity['entente_text'] ?? amount),
      amount,
      lower: numberOf(quantity['lower']),
      upper: numberOf(quantity['upper']),
      modality: String(value['modality'] ?? 'REPORTED'),
      period: periodOf(period),
      isAlternative,
    });
  };

  visit(data, '');
  const byTime = (figure: ChartFigure) => figure.period?.day ?? Infinity;
  return {
    figures: [...charts.values()].map(({ figures, ...chart }) => ({
      ...chart,
      figures: figures.toSorted((a, b) => (byTime(a) < byTime(b) ? -1 : byTime(a) > byTime(b) ? 1 : 0)),
    })),
    bars,
  };
}

function barOf({ key, count, node }: Value): Bar {
  const id = isObject(node) && typeof node['id'] === 'string' ? node['id'] : undefined;
  return { key: String(key), id, count: Number(count) };
}

/** Years in their order, all else as it came: the largest group first. */
const inOrder = (bars: readonly Bar[]): readonly Bar[] =>
  bars.every(({ key }) => key === '' || /^\d{4}$/.test(key))
    ? bars.toSorted((a, b) => (a.key || '9999').localeCompare(b.key || '9999'))
    : bars;

function periodOf(value: unknown): ChartFigure['period'] {
  const bounds = boundsOf(value);
  if (!bounds) return undefined;
  const [from, to] = [Date.parse(bounds.earliest), Date.parse(bounds.latest)];
  return Number.isNaN(from + to) ? undefined : { text: bounds.text, day: (from + to) / 2 / 86_400_000 };
}

/** Decimals travel as text. */
function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' || typeof value === 'number' ? Number(value) : NaN;
  return Number.isNaN(number) ? undefined : number;
}

const isObject = (value: unknown): value is Value =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A figure in the frame: shares of its width and height, from the left and from the top. */
export interface PlacedFigure {
  readonly figure: ChartFigure;
  readonly x: number;
  readonly y: number;
  /** The bar of what the value may be; a side that is open reaches to the edge. Absent where it is one value. */
  readonly span: { readonly top: number; readonly bottom: number; readonly isOpen: boolean } | undefined;
}

/** A chart over time. */
export interface Plot {
  readonly placed: readonly PlacedFigure[];
  /** The line through what was reported, alternatives left out. */
  readonly line: readonly PlacedFigure[];
  readonly ticks: readonly Tick[];
  readonly levels: readonly { readonly at: number; readonly value: number }[];
}

/** Places the figures of a chart in a frame; `undefined` where there are not two with periods of their own. */
export function plotOf({ figures }: FigureChart): Plot | undefined {
  const dated = figures.flatMap((figure) => (figure.period ? [{ figure, day: figure.period.day }] : []));
  if (new Set(dated.map(({ day }) => day)).size < 2) return undefined;
  const days = dated.map(({ day }) => day);
  const { first, last, ticks } = axisOf(Math.min(...days), Math.max(...days));
  const values = dated.flatMap(({ figure: { amount, lower, upper } }) => [amount, lower ?? amount, upper ?? amount]);
  const levels = levelsOf(Math.min(0, ...values), Math.max(0, ...values));
  const [low, high] = [levels[0]!, levels.at(-1)!];
  const heightOf = (value: number) => (high - value) / (high - low || 1);
  const placed = dated.map(({ figure, day }): PlacedFigure => {
    const { amount, lower, upper } = figure;
    const isExact = lower === amount && upper === amount;
    return {
      figure,
      x: (day - first) / (last - first),
      y: heightOf(amount),
      span: isExact
        ? undefined
        : {
            top: upper === undefined ? 0 : heightOf(upper),
            bottom: lower === undefined ? 1 : heightOf(lower),
            isOpen: upper === undefined || lower === undefined,
          },
    };
  });
  return {
    placed,
    line: placed.filter(({ figure }) => !figure.isAlternative && !isAhead(figure.modality)),
    ticks: ticks.map(([day, label]) => ({ at: (day - first) / (last - first), label })),
    levels: levels.map((value) => ({ at: heightOf(value), value })),
  };
}

/** Words that lead to what tells figures of one indicator apart: a year, a day. */
const LEADING = new Set(['năm', 'tháng', 'ngày', 'đến', 'trong', 'của', 'in', 'on', 'by', 'of', 'for', 'at']);

/**
 * What the names of some figures have in common, as a name of what they measure; `undefined` where that is less than three
 * words. An indicator is told in English; the names of its figures in more languages.
 *
 *     Kim ngạch thương mại hai chiều năm 2006, … năm 2022  →  Kim ngạch thương mại hai chiều
 */
export function commonName(names: readonly string[]): string | undefined {
  const [first = [], ...others] = names.map((name) => name.split(' '));
  let shared = 0;
  while (shared < first.length && others.every((words) => words[shared] === first[shared])) shared++;
  if (others.length > 0) while (LEADING.has(first[shared - 1]!)) shared--;
  return shared < 3 ? undefined : first.slice(0, shared).join(' ');
}

/** Whether a figure says what shall be, not what is. */
export const isAhead = (modality: string): boolean => modality === 'TARGET' || modality === 'PLANNED';

/** Four to seven round values around two. */
function levelsOf(min: number, max: number): number[] {
  const rough = (max - min || 1) / 5;
  const unit = 10 ** Math.floor(Math.log10(rough));
  const step = unit * ([1, 2, 5].find((factor) => factor * unit >= rough) ?? 10);
  const [from, to] = [Math.floor(min / step), Math.ceil(max / step)];
  return Array.from({ length: to - from + 1 }, (_, index) => (from + index) * step);
}
