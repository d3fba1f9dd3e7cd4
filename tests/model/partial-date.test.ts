// @ts-expect-error It has no types.
import edtf from 'edtf';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayInclude, intervalText } from '../../src/model/interval.js';
import { dateReadingOf, dateText, dayNumber, isDay, readPartialDate } from '../../src/model/partial-date.js';

describe('a partial date', () => {
  test.each([
    ['1991-10-23', '1991-10-23', '1991-10-23', 'DAY'],
    ['1991-10', '1991-10-01', '1991-10-31', 'MONTH'],
    ['1991-02', '1991-02-01', '1991-02-28', 'MONTH'],
    ['2000-02', '2000-02-01', '2000-02-29', 'MONTH'],
    ['1900-02', '1900-02-01', '1900-02-28', 'MONTH'],
    ['1991', '1991-01-01', '1991-12-31', 'YEAR'],
    ['1991-XX', '1991-01-01', '1991-12-31', 'YEAR'],
    ['1991-XX-XX', '1991-01-01', '1991-12-31', 'YEAR'],
    ['1991-10-XX', '1991-10-01', '1991-10-31', 'MONTH'],
    ['199X', '1990-01-01', '1999-12-31', 'DECADE'],
    ['19XX', '1900-01-01', '1999-12-31', 'CENTURY'],
    ['1991-21', '1991-03-01', '1991-05-31', 'SEASON'],
    ['1991-22', '1991-06-01', '1991-08-31', 'SEASON'],
    ['1991-23', '1991-09-01', '1991-11-30', 'SEASON'],
    ['1991-33', '1991-01-01', '1991-03-31', 'QUARTER'],
    ['1991-34', '1991-04-01', '1991-06-30', 'QUARTER'],
    ['1991-35', '1991-07-01', '1991-09-30', 'QUARTER'],
    ['1991-36', '1991-10-01', '1991-12-31', 'QUARTER'],
    ['2012-40', '2012-01-01', '2012-06-30', 'HALF_YEAR'],
    ['2012-41', '2012-07-01', '2012-12-31', 'HALF_YEAR'],
  ])('%s is from %s to %s, to the %s', (text, earliest, latest, precision) => {
    expect(readPartialDate(text)).toEqual({ earliest, latest, precision, approximate: false, uncertain: false });
  });

  test.each([
    ['1991~', true, false],
    ['1991?', false, true],
    ['1991-10%', true, true],
    ['199X~', true, false],
  ])('%s may be approximate or uncertain', (text, approximate, uncertain) => {
    expect(readPartialDate(text)).toMatchObject({ approximate, uncertain });
  });

  test.each([
    '',
    '91',
    '191',
    '19911',
    '1991-',
    '1991-1',
    '1991-00',
    '1991-13',
    '1991-20',
    '1991-37',
    '1991-42',
    '1991-99',
    '1991-10-00',
    '1991-10-32',
    '1991-02-29',
    '1900-02-29',
    '1991-04-31',
    '1991-02-30',
    '1991-40-01',
    '1991-XX-01',
    '199X-10',
    '19XX-XX-01',
    '1X91',
    'XXXX',
    '1XXX',
    '1991/1992',
    '1991..',
    '-1991',
    ' 1991',
    '1991 ',
    '1991~~',
    '~1991',
    '23/10/1991',
    '1991-10-23T00:00',
    '__proto__',
    '１９９１',
  ])('%j is none', (text) => {
    expect(readPartialDate(text)).toBeUndefined();
    expect(() => dateReadingOf(text)).toThrow(RangeError);
  });

  test('what it says stays the same when asked again', () => {
    expect(dateReadingOf('1991-10')).toBe(dateReadingOf('1991-10'));
  });

  test('bounds are those of the edtf package, where it has them', () => {
    const two = (number: number) => String(number).padStart(2, '0');
    const years = fc.integer({ min: 1000, max: 2999 }).map(String);
    const forms = fc.oneof(
      years,
      fc.tuple(years, fc.integer({ min: 0, max: 14 })).map(([year, month]) => `${year}-${two(month)}`),
      fc
        .tuple(years, fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 33 }))
        .map(([year, month, day]) => `${year}-${two(month)}-${two(day)}`),
      years.map((year) => `${year.slice(0, 3)}X`),
      years.map((year) => `${year.slice(0, 2)}XX`),
      fc.tuple(years, fc.integer({ min: 0, max: 13 })).map(([year, month]) => `${year}-${two(month)}-XX`),
      years.map((year) => `${year}-XX`),
    );
    // EDTF level 1 does not qualify what has unspecified digits; we do.
    const qualified = fc
      .tuple(forms, fc.constantFrom('', '', '~', '?', '%'))
      .map(([form, qualifier]) => (form.includes('X') ? form : form + qualifier));
    fc.assert(
      fc.property(qualified, (text) => {
        let theirs: { min: number; max: number } | undefined;
        try {
          theirs = edtf(text) as { min: number; max: number };
        } catch {
          theirs = undefined;
        }
        const ours = readPartialDate(text);
        const day = (time: number) => new Date(time).toISOString().slice(0, 10);
        // Theirs takes 29 February of any year for a day, and means the 1st of March.
        if (theirs && /^\d{4}-\d\d-\d\d/.test(text) && day(theirs.min) !== text.slice(0, 10)) theirs = undefined;
        expect([text, ours?.earliest, ours?.latest]).toEqual([
          text,
          theirs && day(theirs.min),
          theirs && day(theirs.max),
        ]);
      }),
      { numRuns: 3000 },
    );
  });
});

test('a day is one that the calendar has', () => {
  for (const day of ['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31']) expect(isDay(day)).toBe(true);
  for (const day of [
    '2023-02-29',
    '1900-02-29',
    '2023-04-31',
    '2023-00-10',
    '2023-10-00',
    '2023-10',
    '2023-1-1',
    '',
    '2023-10-10 ',
  ])
    expect(isDay(day)).toBe(false);
});

test('days compare as their numbers do', () => {
  expect(dayNumber('1991-10-23')).toBe(19911023);
  expect(dayNumber('0999-12-31')).toBeLessThan(dayNumber('1000-01-01'));
});

describe('in words', () => {
  test.each([
    ['1991-10-23', '23/10/1991', '23 October 1991'],
    ['1991-10', 'tháng 10/1991', 'October 1991'],
    ['1991', 'năm 1991', '1991'],
    ['199X', 'thập niên 1990', 'the 1990s'],
    ['19XX', 'thế kỷ 20', 'the 20th century'],
    ['20XX', 'thế kỷ 21', 'the 21st century'],
    ['10XX', 'thế kỷ 11', 'the 11th century'],
    ['12XX', 'thế kỷ 13', 'the 13th century'],
    ['1991-21', 'mùa xuân 1991', 'spring 1991'],
    ['1991-22', 'mùa hè 1991', 'summer 1991'],
    ['1991-23', 'mùa thu 1991', 'autumn 1991'],
    ['1991-33', 'quý 1/1991', 'quarter 1 of 1991'],
    ['1991-36', 'quý 4/1991', 'quarter 4 of 1991'],
    ['2012-40', 'nửa đầu năm 2012', 'first half of 2012'],
    ['2012-41', 'nửa cuối năm 2012', 'second half of 2012'],
    ['1991~', 'khoảng năm 1991', 'about 1991'],
    ['1991-10?', 'tháng 10/1991 (?)', 'October 1991 (?)'],
    ['1991-10-23%', 'khoảng 23/10/1991 (?)', 'about 23 October 1991 (?)'],
  ])('%s is %j and %j', (text, vietnamese, english) => {
    expect(dateText(text, 'vi')).toBe(vietnamese);
    expect(dateText(text, 'en')).toBe(english);
  });
});

describe('an interval', () => {
  test.each([
    [undefined, '1991-01-01', true],
    [{}, '1991-01-01', true],
    [{ from: { edtf: '1991' } }, '1990-12-31', false],
    [{ from: { edtf: '1991' } }, '1991-01-01', true],
    [{ from: { edtf: '1991' } }, '2999-01-01', true],
    [{ to: { edtf: '1991-10' } }, '1991-10-31', true],
    [{ to: { edtf: '1991-10' } }, '1991-11-01', false],
    [{ to: { edtf: '1991-10' } }, '0001-01-01', true],
    [{ from: { edtf: '199X' }, to: { edtf: '1995' } }, '1990-01-01', true],
    [{ from: { edtf: '199X' }, to: { edtf: '1995' } }, '1996-01-01', false],
  ])('%j may include %s: %s', (interval, day, expected) => {
    expect(mayInclude(interval, day)).toBe(expected);
  });

  test('is written as EDTF writes one', () => {
    expect([
      intervalText({ from: { edtf: '1979-01-07' } }),
      intervalText({ to: { edtf: '199X' } }),
      intervalText({ from: { edtf: '1991' }, to: { edtf: '1992' } }),
    ]).toEqual(['1979-01-07/..', '../199X', '1991/1992']);
  });
});
