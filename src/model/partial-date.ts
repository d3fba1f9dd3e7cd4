/**
 * Dates as exact as a source made them, in EDTF (ISO 8601-2) level 0 and 1, with the quarters, halves and sets of level
 * 2: `1991`, `1991-10`, `1991-10-23`, `199X`, `19XX`, `1991-XX`, `1991~`, `1991?`, `2012-40` (first half of 2012),
 * `[2018,2019]` (one of the two).
 */

/** A date as it is stored. Its bounds and precision follow from `edtf`. */
export interface PartialDate {
  readonly edtf: string;
  /** Why an editor supplied a part that the source leaves out; absent where nothing was supplied. */
  readonly inferred?: string;
}

/** How exact a date is. */
export type DatePrecision =
  'DAY' | 'MONTH' | 'SEASON' | 'QUARTER' | 'HALF_YEAR' | 'YEAR' | 'DECADE' | 'CENTURY' | 'SET';

/** What an EDTF date says: its bounds as ISO days, both included, and how sure it is. */
export interface DateReading {
  readonly earliest: string;
  readonly latest: string;
  readonly precision: DatePrecision;
  readonly approximate: boolean;
  readonly uncertain: boolean;
}

/** A language in which the graph names and tells things. */
export type Language = 'vi' | 'en' | 'km';

/** Reads an EDTF date; `undefined` where the text is none, or names a day that no calendar has. */
export function readPartialDate(edtf: string): DateReading | undefined {
  if (edtf.startsWith('[') && edtf.endsWith(']')) return readSet(membersOf(edtf));
  const match = FORM.exec(edtf);
  if (!match) return undefined;
  const [, year, month, day, qualifier] = match as unknown as [string, string, string?, string?, string?];
  const bounds = boundsOf(year, month, day);
  return bounds && { ...bounds, approximate: /[~%]/.test(qualifier ?? ''), uncertain: /[?%]/.test(qualifier ?? '') };
}

/** The dates of a set: `2018` and `2019` of `[2018,2019]`. */
export function membersOf(set: string): readonly string[] {
  return set.slice(1, -1).split(',');
}

function readSet(members: readonly string[]): DateReading | undefined {
  const readings = members.map((member) => FORM.test(member) && readPartialDate(member));
  if (members.length < 2 || !readings.every((reading) => reading !== undefined && reading !== false)) return undefined;
  return {
    earliest: readings.map(({ earliest }) => earliest).sort()[0]!,
    latest: readings
      .map(({ latest }) => latest)
      .sort()
      .at(-1)!,
    precision: 'SET',
    approximate: readings.some(({ approximate }) => approximate),
    uncertain: readings.some(({ uncertain }) => uncertain),
  };
}

/**
 * What an EDTF date that was checked at load says.
 *
 * @throws RangeError where the text is no EDTF date.
 */
export function dateReadingOf(edtf: string): DateReading {
  const known = readings.get(edtf);
  if (known) return known;
  const reading = readPartialDate(edtf);
  if (!reading) throw new RangeError(`${edtf} is not an EDTF date.`);
  if (readings.size >= MOST_READINGS) readings.clear();
  readings.set(edtf, reading);
  return reading;
}

/** A date in words: `tháng 10/1991`, `October 1991`. Khmer is given the Vietnamese figures, which Khmer readers share. */
export function dateText(edtf: string, language: Language): string {
  const reading = dateReadingOf(edtf);
  if (reading.precision === 'SET') {
    return membersOf(edtf)
      .map((member) => dateText(member, language))
      .join(language === 'en' ? ' or ' : ' hoặc ');
  }
  const dated = { earliest: reading.earliest, precision: reading.precision };
  const plain = language === 'en' ? englishDate(dated) : vietnameseDate(dated);
  const about = reading.approximate ? (language === 'en' ? `about ${plain}` : `khoảng ${plain}`) : plain;
  return reading.uncertain ? `${about} (?)` : about;
}

/** An ISO day as the number YYYYMMDD, which compares as the day does. */
export function dayNumber(isoDay: string): number {
  return Number(isoDay.replaceAll('-', ''));
}

/** The ISO day that a number YYYYMMDD stands for. */
export function isoDay(day: number): string {
  return String(day)
    .padStart(8, '0')
    .replace(/(....)(..)(..)/, '$1-$2-$3');
}

/** Whether a text is a day that the calendar has, as `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return month >= 1 && month <= 12 && day >= 1 && day <= lastDay(year, month);
}

const FORM = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?([~?%])?$/;

const MOST_READINGS = 100_000;
const readings = new Map<string, DateReading>();

/** The parts of a year that EDTF numbers past the months: first month, last month, and what they are. */
const PARTS: Readonly<Record<number, readonly [first: number, last: number, precision: DatePrecision]>> = {
  21: [3, 5, 'SEASON'],
  22: [6, 8, 'SEASON'],
  23: [9, 11, 'SEASON'],
  33: [1, 3, 'QUARTER'],
  34: [4, 6, 'QUARTER'],
  35: [7, 9, 'QUARTER'],
  36: [10, 12, 'QUARTER'],
  40: [1, 6, 'HALF_YEAR'],
  41: [7, 12, 'HALF_YEAR'],
};

type Bounds = Pick<DateReading, 'earliest' | 'latest' | 'precision'>;

function boundsOf(year: string, month = 'XX', day = 'XX'): Bounds | undefined {
  if (year.includes('X')) {
    if (month !== 'XX' || day !== 'XX') return undefined;
    const precision = year.endsWith('XX') ? 'CENTURY' : 'DECADE';
    return { earliest: `${year.replaceAll('X', '0')}-01-01`, latest: `${year.replaceAll('X', '9')}-12-31`, precision };
  }
  if (month === 'XX') return day === 'XX' ? span(year, 1, 12, 'YEAR') : undefined;
  const part = PARTS[Number(month)];
  if (part) return day === 'XX' ? span(year, ...part) : undefined;
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  if (day === 'XX') return span(year, Number(month), Number(month), 'MONTH');
  const date = `${year}-${month}-${day}`;
  return isDay(date) ? { earliest: date, latest: date, precision: 'DAY' } : undefined;
}

function span(year: string, first: number, last: number, precision: DatePrecision): Bounds {
  const two = (figure: number) => String(figure).padStart(2, '0');
  return {
    earliest: `${year}-${two(first)}-01`,
    latest: `${year}-${two(last)}-${two(lastDay(Number(year), last))}`,
    precision,
  };
}

function lastDay(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

type PlainReading = Pick<DateReading, 'earliest'> & { readonly precision: Exclude<DatePrecision, 'SET'> };

function vietnameseDate({ earliest, precision }: PlainReading): string {
  const [year, month, day] = earliest.split('-').map(Number) as [number, number, number];
  switch (precision) {
    case 'DAY':
      return `${day}/${month}/${year}`;
    case 'MONTH':
      return `tháng ${month}/${year}`;
    case 'SEASON':
      return `mùa ${['xuân', 'hè', 'thu'][(month - 3) / 3]} ${year}`;
    case 'QUARTER':
      return `quý ${(month + 2) / 3}/${year}`;
    case 'HALF_YEAR':
      return `nửa ${month === 1 ? 'đầu' : 'cuối'} năm ${year}`;
    case 'YEAR':
      return `năm ${year}`;
    case 'DECADE':
      return `thập niên ${year}`;
    case 'CENTURY':
      return `thế kỷ ${year / 100 + 1}`;
  }
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

function englishDate({ earliest, precision }: PlainReading): string {
  const [year, month, day] = earliest.split('-').map(Number) as [number, number, number];
  switch (precision) {
    case 'DAY':
      return `${day} ${MONTHS[month - 1]} ${year}`;
    case 'MONTH':
      return `${MONTHS[month - 1]} ${year}`;
    case 'SEASON':
      return `${['spring', 'summer', 'autumn'][(month - 3) / 3]} ${year}`;
    case 'QUARTER':
      return `quarter ${(month + 2) / 3} of ${year}`;
    case 'HALF_YEAR':
      return `${month === 1 ? 'first' : 'second'} half of ${year}`;
    case 'YEAR':
      return `${year}`;
    case 'DECADE':
      return `the ${year}s`;
    case 'CENTURY':
      return `the ${ordinal(year / 100 + 1)} century`;
  }
}

function ordinal(figure: number): string {
  const last = figure % 100 > 10 && figure % 100 < 14 ? 0 : figure % 10;
  return `${figure}${['th', 'st', 'nd', 'rd'][last] ?? 'th'}`;
}
