import type { DateBounds, Dated, FactLink, Standing, Subgraph } from './subgraph.js';

/** One date or interval on the line. Places are shares of the whole line: 0 is its start, 1 its end. */
export interface TimelineItem {
  readonly key: string;
  /** What is chosen with it: the fact or entry whose time it is, else the entity. */
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  /** The response key of the date; empty where the label says what happened. */
  readonly property: string;
  /** The fact whose time it is, where it leads from one entity to another. */
  readonly link: FactLink | undefined;
  readonly text: string;
  /** A day is a dot, all else a bar as long as what it may mean. */
  readonly mark: 'dot' | 'bar';
  readonly start: number;
  readonly end: number;
  readonly opensAtStart: boolean;
  readonly opensAtEnd: boolean;
  readonly isInferred: boolean;
  readonly standing: Standing;
}

/** A line at a round date. */
export interface Tick {
  readonly at: number;
  readonly label: string;
}

/** The dates of an answer on one line, earliest first. */
export interface Timeline {
  readonly items: readonly TimelineItem[];
  readonly ticks: readonly Tick[];
}

/** A date or interval in days since 1970; an end that is not stated is undefined. */
interface Span {
  readonly dated: Dated;
  readonly start: number | undefined;
  readonly end: number | undefined;
}

const TICKS_AT_MOST = 7;
const YEAR_STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500];
const MONTH_STEPS = [1, 3, 6];

/** Puts the dates of an answer on a line, from the earliest day that one may mean to the latest. */
export function timelineOf({ entities, links, dates }: Subgraph): Timeline {
  const spans = [...new Map(joinEnds(dates).map((dated) => [keyOf(dated), dated])).values()].map(spanOf);
  const days = spans.flatMap(({ start, end }) => [start, end]).filter((day) => day !== undefined);
  if (days.length === 0) return { items: [], ticks: [] };
  const { first, last, ticks } = axisOf(Math.min(...days), Math.max(...days));
  const at = (day: number) => (day - first) / (last - first);
  const facts = new Map(links.map((link) => [link.id, link]));
  const items = spans.map(({ dated, start, end }): TimelineItem => {
    const link = dated.fact === undefined ? undefined : facts.get(dated.fact);
    const subject = entities.get(link?.to ?? dated.entity);
    const isDay = !dated.isInterval && dated.from?.precision === 'DAY';
    return {
      key: keyOf(dated),
      id: dated.fact || dated.entity,
      kind: subject?.kind ?? '',
      label: dated.title ?? subject?.name ?? dated.entity,
      property: dated.title === undefined ? dated.property : '',
      link,
      text: dated.text,
      mark: isDay ? 'dot' : 'bar',
      start: start === undefined ? 0 : at(start),
      end: end === undefined ? 1 : at(end),
      opensAtStart: start === undefined,
      opensAtEnd: end === undefined,
      isInferred: (dated.from?.isInferred ?? false) || (dated.to?.isInferred ?? false),
      standing: dated.isDisputed ? 'disputed' : (link?.standing ?? (subject?.isPlanned ? 'planned' : 'stated')),
    };
  });
  return {
    items: items.toSorted((a, b) => a.start - b.start || a.end - b.end),
    ticks: ticks.map(([day, label]) => ({ at: at(day), label })),
  };
}

/** A `date` and an `end` of one entity, asked for as two fields, are one stretch of time. */
function joinEnds(dates: readonly Dated[]): Dated[] {
  const isOf = (one: Dated, other: Dated) => one.entity === other.entity && one.fact === other.fact;
  return dates.flatMap((dated): Dated[] => {
    if (dated.isInterval) return [dated];
    if (dated.property === 'end' && dates.some((one) => one.property === 'date' && isOf(one, dated))) return [];
    const end = dated.property === 'date' ? dates.find((one) => one.property === 'end' && isOf(one, dated)) : undefined;
    return [end ? { ...dated, to: end.from, isInterval: true, text: `${dated.text} – ${end.text}` } : dated];
  });
}

const keyOf = ({ entity, fact, property, text }: Dated): string => [entity, fact, property, text].join(' ');

function spanOf(dated: Dated): Span {
  const { from, to, isInterval } = dated;
  return {
    dated,
    start: dayOf(from, 'earliest'),
    // A bar reaches to the end of the last day that it may mean.
    end: endOf(isInterval ? to : from, isInterval || from?.precision !== 'DAY'),
  };
}

const endOf = (bounds: DateBounds | undefined, isBar: boolean): number | undefined => {
  const day = dayOf(bounds, 'latest');
  return day === undefined || !isBar ? day : day + 1;
};

function dayOf(bounds: DateBounds | undefined, side: 'earliest' | 'latest'): number | undefined {
  const time = bounds ? Date.parse(`${bounds[side]}T00:00:00Z`) : NaN;
  return Number.isNaN(time) ? undefined : time / 86_400_000;
}

/** Days since 1970. Round years, or months where all is within a few years, around the dates. */
export function axisOf(
  min: number,
  max: number,
): { first: number; last: number; ticks: [day: number, label: string][] } {
  const [from, to] = [monthOf(min), monthOf(max) + 1];
  const steps = [...MONTH_STEPS, ...YEAR_STEPS.map((years) => 12 * years)];
  const step = steps.find((months) => (to - from) / months < TICKS_AT_MOST) ?? steps.at(-1)!;
  const ticks: [number, string][] = [];
  for (let month = Math.floor(from / step) * step; ; month += step) {
    ticks.push([dayOfMonth(month), labelOf(month, step)]);
    if (month >= to) break;
  }
  return { first: ticks[0]![0], last: ticks.at(-1)![0], ticks };
}

/** Months since the year 0. */
const monthOf = (day: number): number => {
  const date = new Date(day * 86_400_000);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};

function dayOfMonth(month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(Math.floor(month / 12), month % 12, 1);
  return date.getTime() / 86_400_000;
}

const labelOf = (month: number, step: number): string =>
  step >= 12 ? String(month / 12) : `${(month % 12) + 1}/${Math.floor(month / 12)}`;
