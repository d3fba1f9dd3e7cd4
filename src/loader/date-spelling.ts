import { dateReadingOf, membersOf, type PartialDate } from '../model/partial-date.js';

/**
 * The ways in which Vietnamese and English texts spell a date, as one pattern for searchable text, in which dashes are
 * spaces and marks are gone: 23/10/1991, 23 10 1991, 23 thang 10 nam 1991, 23/10 where the year is inferred.
 *
 * A date is spelled as exactly as it is stated: `1991` does not stand in “10/1991”. Where a part of it was inferred, the
 * rest must stand there.
 */
export function dateSpelling({ edtf, inferred }: PartialDate): RegExp {
  const { earliest, precision } = dateReadingOf(edtf);
  const [year, month, day] = earliest.split('-').map(Number) as [number, number, number];
  const spellings = {
    DAY: () => daySpellings(day, month, year, inferred !== undefined),
    MONTH: () => monthSpellings(month, year, inferred !== undefined),
    SEASON: () => partSpellings(`mua ${['xuan', 'he', 'thu'][(month - 3) / 3]}`, year, inferred !== undefined),
    QUARTER: () => {
      const quarter = (month + 2) / 3;
      return partSpellings(`quy (?:${quarter}|${['i', 'ii', 'iii', 'iv'][quarter - 1]})`, year, inferred !== undefined);
    },
    HALF_YEAR: () => {
      const half = month === 1 ? 'dau' : 'cuoi';
      return partSpellings(`(?:(?:6|sau) thang ${half}(?: cua)?|(?:nua )?${half})`, year, inferred !== undefined);
    },
    YEAR: () => [alone(inferred === undefined ? `${year}` : `(?:\\d{1,2}[/.]){0,2}${year}`)],
    DECADE: () => [`(?:thap (?:ky|nien)|nhung nam)(?: cua)? (?:${year}|${year % 100})(?!\\d)`, alone(`${year}s`)],
    // Every one of them stands somewhere in the text.
    SET: () => [
      `^${membersOf(edtf)
        .map((member) => `(?=.*(?:${dateSpelling({ edtf: member }).source}))`)
        .join('')}`,
    ],
    CENTURY: () => [`the ky (?:thu )?(?:${year / 100 + 1}|${roman(year / 100 + 1)})(?![\\p{L}\\d])`],
  }[precision]();
  return new RegExp(spellings.join('|'), 'u');
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ');

/** What may stand between the ends of a span: `23 24/4`, `23 den ngay 24/4`. */
const UNTIL = '(?: va| den| toi| to|,)?(?: ngay)? ';

function daySpellings(day: number, month: number, year: number, yearIsInferred: boolean): string[] {
  const [d, m, name] = [`0?${day}`, `0?${month}`, MONTHS[month - 1]!];
  const separator = '[/. ]';
  const full = [
    alone(`${d}${separator}${m}${separator}${year}`),
    alone(`${year} 0?${month} 0?${day}`),
    alone(`${d} thang ${m}(?: nam |[/, ]+)${year}`),
    // The beginning of a span, whose month or year stands at its end: 23-24/4/2023, 23/4-2/5/2023.
    alone(`${d}${UNTIL}\\d{1,2}[/.]${m}[/.]${year}`),
    alone(`${d}[/.]${m}${UNTIL}\\d{1,2}[/.]\\d{1,2}[/.]${year}`),
    alone(`${d} ${name},? ${year}`),
    alone(`${name} ${d},? ${year}`),
  ];
  if (!yearIsInferred) return full;
  const noYear = '(?! nam \\d|,? \\d{4}(?!\\d))';
  return [
    ...full,
    alone(`${d}[/.]${m}`),
    alone(`${d} thang ${m}`) + noYear,
    alone(`${d}${UNTIL}\\d{1,2}[/.]${m}`),
    alone(`${d}${UNTIL}\\d{1,2} thang ${m}`) + noYear,
    alone(`${d} ${name}`) + noYear,
    alone(`${name} ${d}`) + noYear,
  ];
}

function monthSpellings(month: number, year: number, isInferred: boolean): string[] {
  const [m, name] = [`0?${month}`, MONTHS[month - 1]!];
  const full = [
    alone(`${m}[/.]${year}`),
    alone(`thang ${m}(?: nam |[/., ]+)${year}`),
    // The first of several months of one year: tháng 10 và 11/2021.
    alone(`thang ${m}(?: va|,| den)?(?: thang)? \\d{1,2}(?: nam |[/.])${year}`),
    alone(`${name} ${year}`),
  ];
  return isInferred
    ? [
        ...full,
        `${alone(`thang ${m}`)}(?! nam \\d| \\d{4})`,
        alone(`\\d{1,2}[/.]${m}`),
        alone(name),
        alone(`nam ${year}`),
      ]
    : full;
}

function partSpellings(part: string, year: number, isInferred: boolean): string[] {
  const full = alone(`${part}(?: nam|/|,)? ?${year}`);
  return isInferred ? [full, alone(part)] : [full];
}

/** The pattern where it is no part of a longer figure, date or word. */
function alone(pattern: string): string {
  return `(?<![\\p{L}\\d]|\\d[/.,])(?:${pattern})(?![\\p{L}\\d]|[/.,]\\d)`;
}

function roman(figure: number): string {
  return `${'x'.repeat(Math.floor(figure / 10))}${['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'][figure % 10]}`;
}
