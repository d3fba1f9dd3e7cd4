import { fold } from './fold.js';
import type { Geometry } from './geometry.js';
import { intervalText, type Interval } from './interval.js';
import { dateReadingOf, dayNumber, readPartialDate, type PartialDate } from './partial-date.js';
import type { Point } from './point.js';
import { plainDecimal, quantityBounds, type Comparator, type Quantity } from './quantity.js';
import { sortKey } from './sort-key.js';

/**
 * Leaf types: what a literal property may hold. A leaf says how its values are read from a seed, written as text, and
 * which comparable parts (facets) a store keeps of them. Filters and orders speak of facets only, so a store needs to
 * know strings and numbers, and nothing of dates or quantities.
 */

/** A comparable part of a value. Strings compare by code point, numbers as numbers. */
export type Facet = string | number;

/** The operators that a property of a leaf can be filtered by. */
export type FilterFamily =
  'id' | 'text' | 'enumeration' | 'integer' | 'boolean' | 'date' | 'interval' | 'quantity' | 'none';

/** The values of a leaf that is an enumeration, with what each means. */
export interface Enumeration {
  readonly name: string;
  readonly description: string;
  readonly values: Readonly<Record<string, string>>;
  /** What to call a value before a reader. */
  readonly labels: Readonly<Record<string, Label>>;
}

/** What something is called before a reader: a noun phrase in lower case, in the languages of the documentation. */
export type Label = Readonly<Record<'vi' | 'en', string>>;

/** One leaf type. */
export interface Leaf<Stored = unknown> {
  /** The GraphQL type: a scalar, a value type (`PartialDate`) or the enumeration's own name. */
  readonly type: string;
  readonly family: FilterFamily;
  readonly enumeration?: Enumeration;
  /** What a seed may give, for messages: `an EDTF date, such as 1991-10`. */
  readonly accepts: string;
  /** Reads a value of a seed (or of a variable); `undefined` where it is not of this leaf. */
  read(value: unknown): Stored | undefined;
  /** The value as text, the same for equal values. */
  write(stored: Stored): string;
  /** The comparable parts of a value, by name; a part that the value leaves open is absent. */
  facets(stored: Stored): Readonly<Record<string, Facet>>;
  /** The facets by which values are put in order, the first deciding; none where the leaf has no order. */
  readonly order: readonly string[];
}

/** A text in one language or in none: a name, a term. Compared folded, ordered as a Vietnamese dictionary does. */
export const text: Leaf<string> = {
  type: 'String',
  family: 'text',
  accepts: 'a text',
  read: (value) => (typeof value === 'string' && value.trim() !== '' ? value.normalize('NFC') : undefined),
  write: (stored) => stored,
  facets: (stored) => ({ folded: fold(stored), sort: sortKey(stored) }),
  order: ['sort'],
};

/** The id of a node. Compared exactly. */
export const identifier: Leaf<string> = {
  type: 'ID',
  family: 'id',
  accepts: 'the id of an entity, such as province/tay-ninh',
  read: (value) => (typeof value === 'string' && /^[A-Za-z-]+\/\S+$/.test(value) ? value : undefined),
  write: (stored) => stored,
  facets: (stored) => ({ value: stored }),
  order: ['value'],
};

/** A whole number that a 32-bit GraphQL Int can hold. */
export const integer: Leaf<number> = {
  type: 'Int',
  family: 'integer',
  accepts: 'a whole number',
  read: (value) => (Number.isInteger(value) && Math.abs(value as number) < 2 ** 31 ? (value as number) : undefined),
  write: String,
  facets: (stored) => ({ value: stored }),
  order: ['value'],
};

/** Yes or no. Its facet is 1 or 0. */
export const boolean: Leaf<boolean> = {
  type: 'Boolean',
  family: 'boolean',
  accepts: 'true or false',
  read: (value) => (typeof value === 'boolean' ? value : undefined),
  write: String,
  facets: (stored) => ({ value: stored ? 1 : 0 }),
  order: ['value'],
};

/** A date as exact as its source. Ordered by its bounds, the earliest day first; `year` is absent where it may lie in several. */
export const partialDate: Leaf<PartialDate> = {
  type: 'PartialDate',
  family: 'date',
  accepts: 'an EDTF date, such as 1991, 1991-10, 1991-10-23, 199X, 1991~ or [2018,2019]',
  read: (value) => {
    const edtf = typeof value === 'number' && value > 999 ? String(value) : value;
    return typeof edtf === 'string' && readPartialDate(edtf) ? { edtf } : undefined;
  },
  write: (stored) => stored.edtf,
  facets: (stored) => {
    const { earliest, latest } = dateBounds(stored);
    const year = Math.floor(earliest / 10_000);
    return { earliest, latest, ...(year === Math.floor(latest / 10_000) && { year }) };
  },
  order: ['earliest', 'latest'],
};

/** The first and the last day that a date may mean. */
function dateBounds({ edtf }: PartialDate): { readonly earliest: number; readonly latest: number } {
  const { earliest, latest } = dateReadingOf(edtf);
  return { earliest: dayNumber(earliest), latest: dayNumber(latest) };
}

/** A span of time. Ordered by the bounds of its beginning, then of its end. */
export const interval: Leaf<Interval> = {
  type: 'Interval',
  family: 'interval',
  accepts: '{ from: <EDTF date>, to: <EDTF date> }, either of which may be left out',
  read: (value) => {
    if (!isRecord(value) || Object.keys(value).some((key) => key !== 'from' && key !== 'to')) return undefined;
    const from = value['from'] == null ? undefined : partialDate.read(value['from']);
    const to = value['to'] == null ? undefined : partialDate.read(value['to']);
    if ((value['from'] != null && !from) || (value['to'] != null && !to) || (!from && !to)) return undefined;
    if (from && to && dateReadingOf(from.edtf).earliest > dateReadingOf(to.edtf).latest) return undefined;
    return { ...(from && { from }), ...(to && { to }) };
  },
  write: intervalText,
  facets: ({ from, to }) => ({
    ...(from && withPrefix('from', dateBounds(from))),
    ...(to && withPrefix('to', dateBounds(to))),
  }),
  order: ['fromEarliest', 'fromLatest', 'toEarliest', 'toLatest'],
};

const COMPARATORS: Readonly<Record<string, Comparator>> = {
  exactly: 'EXACTLY',
  over: 'OVER',
  'at least': 'AT_LEAST',
  under: 'UNDER',
  'at most': 'AT_MOST',
  about: 'ABOUT',
  nearly: 'NEARLY',
};

/** A stated quantity. Its facets are IEEE doubles, for comparing only; the amount itself stays exact. */
export const quantity: Leaf<Quantity> = {
  type: 'Quantity',
  family: 'quantity',
  accepts: `{ amount: <number>, unit: <text>, comparator: ${Object.keys(COMPARATORS).join(' | ')} }`,
  read: (value) => {
    if (!isRecord(value)) return undefined;
    const amount = plainDecimal(String(value['amount']));
    const word = String(value['comparator'] ?? 'exactly');
    const comparator = Object.hasOwn(COMPARATORS, word) ? COMPARATORS[word] : undefined;
    const unit = value['unit'];
    return amount && comparator && typeof unit === 'string' && unit ? { amount, unit, comparator } : undefined;
  },
  write: ({ amount, unit, comparator }) =>
    comparator === 'EXACTLY' ? `${amount} ${unit}` : `${comparator.toLowerCase().replace('_', ' ')} ${amount} ${unit}`,
  facets: (stored) => {
    // “About 84” is compared as 84: the statement sets no bound, but it does not say just anything either.
    const about = stored.comparator === 'ABOUT';
    const { lower, upper } = about ? { lower: stored.amount, upper: stored.amount } : quantityBounds(stored);
    return {
      amount: Number(stored.amount),
      unit: fold(stored.unit),
      ...(lower !== undefined && { lower: Number(lower) }),
      ...(upper !== undefined && { upper: Number(upper) }),
    };
  },
  order: ['amount'],
};

/** A point for a map. It can be asked for, not compared. */
export const point: Leaf<Point> = {
  type: 'Point',
  family: 'none',
  accepts: '{ latitude: <degrees>, longitude: <degrees> }',
  read: (value) => {
    if (!isRecord(value)) return undefined;
    const { latitude, longitude } = value as Partial<Point>;
    if (typeof latitude !== 'number' || typeof longitude !== 'number') return undefined;
    return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined;
  },
  write: ({ latitude, longitude }) => `${latitude},${longitude}`,
  facets: () => ({}),
  order: [],
};

/** An outline for a map. It can be asked for, not compared. */
export const geometry: Leaf<Geometry> = {
  type: 'Geometry',
  family: 'none',
  accepts: 'a GeoJSON Polygon or MultiPolygon',
  read: (value) =>
    isRecord(value) && /^(Multi)?Polygon$/.test(String(value['type'])) && Array.isArray(value['coordinates'])
      ? ({ type: value['type'], coordinates: value['coordinates'] } as Geometry)
      : undefined,
  write: (stored) => JSON.stringify(stored),
  facets: () => ({}),
  order: [],
};

/** A leaf whose values are the members of an enumeration. */
export function enumeration<Value extends string>(
  name: string,
  description: string,
  values: Readonly<Record<Value, string>>,
  labels?: Readonly<Partial<Record<Value, Label>>>,
): Leaf<string> {
  return {
    type: name,
    family: 'enumeration',
    enumeration: { name, description, values, labels: (labels ?? {}) as Readonly<Record<string, Label>> },
    accepts: `one of ${Object.keys(values).join(', ')}`,
    read: (value) => (typeof value === 'string' && Object.hasOwn(values, value) ? value : undefined),
    write: (stored) => stored,
    facets: (stored) => ({ value: stored }),
    order: ['value'],
  };
}

/** In what way something is stated. */
export const modality = enumeration(
  'Modality',
  'In what way something is stated.',
  {
    REPORTED: 'As something that is or was so.',
    ESTIMATED: 'As an estimate.',
    PLANNED: 'As planned; whether it came about is another fact.',
    TARGET: 'As a target.',
    DENIED: 'As not so.',
  },
  {
    REPORTED: { vi: 'đã nêu', en: 'reported' },
    ESTIMATED: { vi: 'ước tính', en: 'estimated' },
    PLANNED: { vi: 'dự kiến', en: 'planned' },
    TARGET: { vi: 'mục tiêu', en: 'target' },
    DENIED: { vi: 'bị bác bỏ', en: 'denied' },
  },
);

/** How editors rank a value among others of the same property. */
export const rank = enumeration('Rank', 'How editors rank a fact among others that say something else.', {
  PREFERRED: 'To be preferred; the reason is given.',
  NORMAL: 'As good as any other.',
  DEPRECATED: 'Known to be wrong or outdated, kept because a source says it; the reason is given.',
});

/** Where a fact comes from. */
export const origin = enumeration('Origin', 'Where a fact comes from.', {
  DOCUMENT: 'The documents that the graph was read out of.',
  REFERENCE: 'Reference data added to them: codes, coordinates, outlines, names in other languages.',
});

/** What a source states in place of a value. */
export const absence = enumeration('Absence', 'What a source states of something in place of a value of it.', {
  UNKNOWN: 'That it is not known.',
  NONE: 'That there is none.',
});

/** The ways in which the `Modality`, `Rank` and `Origin` of a fact and the `Absence` of a claim are stored. */
export type Modality = 'REPORTED' | 'ESTIMATED' | 'PLANNED' | 'TARGET' | 'DENIED';
export type Rank = 'PREFERRED' | 'NORMAL' | 'DEPRECATED';
export type Origin = 'DOCUMENT' | 'REFERENCE';
export type Absence = 'UNKNOWN' | 'NONE';

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function withPrefix(prefix: string, facets: Readonly<Record<string, Facet>>): Record<string, Facet> {
  return Object.fromEntries(
    Object.entries(facets).map(([name, facet]) => [prefix + name[0]!.toUpperCase() + name.slice(1), facet]),
  );
}
