import { describe, expect, test } from 'vitest';
import {
  boolean,
  enumeration,
  geometry,
  identifier,
  integer,
  interval,
  partialDate,
  point,
  quantity,
  text,
  type Leaf,
} from '../../src/model/leaf.js';
import { sortKey } from '../../src/model/sort-key.js';

const size = enumeration('Size', 'How large.', { SMALL: 'Small.', LARGE: 'Large.' });

const polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [105, 11],
      [106, 11],
      [106, 12],
      [105, 11],
    ],
  ],
};

/** What each leaf reads, with what it makes of it and how it writes it. */
const GOOD: readonly (readonly [name: string, leaf: Leaf<never>, given: unknown, stored: unknown, written: string])[] =
  [
    ['text', text, 'Hà Nội', 'Hà Nội', 'Hà Nội'],
    ['text', text, 'Hà Nội'.normalize('NFD'), 'Hà Nội'.normalize('NFC'), 'Hà Nội'.normalize('NFC')],
    ['identifier', identifier, 'province/tay-ninh', 'province/tay-ninh', 'province/tay-ninh'],
    ['integer', integer, 42, 42, '42'],
    ['integer', integer, -2147483647, -2147483647, '-2147483647'],
    ['boolean', boolean, false, false, 'false'],
    ['partial date', partialDate, '1991-10', { edtf: '1991-10' }, '1991-10'],
    ['partial date', partialDate, 1991, { edtf: '1991' }, '1991'],
    ['interval', interval, { from: '1991' }, { from: { edtf: '1991' } }, '1991/..'],
    ['interval', interval, { to: 1991, from: null }, { to: { edtf: '1991' } }, '../1991'],
    [
      'interval',
      interval,
      { from: '1991', to: '1991-01' },
      { from: { edtf: '1991' }, to: { edtf: '1991-01' } },
      '1991/1991-01',
    ],
    [
      'quantity',
      quantity,
      { amount: 10.5, unit: 'USD' },
      { amount: '10.5', unit: 'USD', comparator: 'EXACTLY' },
      '10.5 USD',
    ],
    [
      'quantity',
      quantity,
      { amount: '010', unit: '%', comparator: 'at least' },
      { amount: '10', unit: '%', comparator: 'AT_LEAST' },
      'at least 10 %',
    ],
    ['point', point, { latitude: -90, longitude: 180 }, { latitude: -90, longitude: 180 }, '-90,180'],
    ['geometry', geometry, polygon, polygon, JSON.stringify(polygon)],
    ['enumeration', size, 'SMALL', 'SMALL', 'SMALL'],
  ] as never;

const BAD: readonly (readonly [name: string, leaf: Leaf, given: unknown])[] = [
  ...['', '  ', '\n', 1, null, undefined, {}, ['a']].map((given) => ['text', text, given] as const),
  ...['tay-ninh', '/x', 'province/', 'province/a b', '', 1, null, '__proto__'].map(
    (given) => ['identifier', identifier, given] as const,
  ),
  ...[1.5, '1', NaN, Infinity, 2 ** 31, -(2 ** 31), null, true].map((given) => ['integer', integer, given] as const),
  ...['true', 0, 1, null].map((given) => ['boolean', boolean, given] as const),
  ...['1991-13', '23/10/1991', '', 91, 19911023, 1991.5, null, {}, new Date(0)].map(
    (given) => ['partial date', partialDate, given] as const,
  ),
  ...[
    {},
    { from: null },
    { from: 'x' },
    { from: '1992', to: '1991' },
    { from: '1991', until: '1992' },
    [],
    null,
    '1991/1992',
  ].map((given) => ['interval', interval, given] as const),
  ...[
    { amount: 1 },
    { amount: 1, unit: '' },
    { amount: 'many', unit: 'USD' },
    { amount: 1, unit: 'USD', comparator: 'more than' },
    { amount: 1, unit: 'USD', comparator: 'toString' },
    { amount: null, unit: 'USD' },
    { unit: 'USD' },
    1,
    null,
    [],
  ].map((given) => ['quantity', quantity, given] as const),
  ...[
    { latitude: 91, longitude: 0 },
    { latitude: 0, longitude: -181 },
    { latitude: 0 },
    {},
    null,
    [1, 2],
    { latitude: NaN, longitude: 0 },
    { latitude: '10', longitude: '105' },
  ].map((given) => ['point', point, given] as const),
  ...[{ type: 'Point', coordinates: [1, 2] }, { type: 'Polygon' }, null, [], 'POLYGON'].map(
    (given) => ['geometry', geometry, given] as const,
  ),
  ...['small', 'HUGE', 'toString', '__proto__', 'constructor', 1, null].map(
    (given) => ['enumeration', size, given] as const,
  ),
];

describe('a leaf', () => {
  test.each(GOOD)('%s reads %#: what it accepts, and writes it', (_name, leaf, given, stored, written) => {
    expect(leaf.read(given)).toEqual(stored);
    expect(leaf.write(stored as never)).toBe(written);
  });

  test.each(BAD)('%s does not read %#: %j', (_name, leaf, _given) => {
    expect(leaf.read(_given)).toBeUndefined();
  });

  test('says what it accepts, and orders by facets that it has', () => {
    for (const [, leaf, , stored] of GOOD) {
      expect(leaf.accepts).not.toBe('');
      const facets = leaf.facets(stored as never);
      for (const [, facet] of Object.entries(facets)) expect(['string', 'number']).toContain(typeof facet);
      if (leaf.order.length > 0 && leaf.family !== 'interval')
        expect(Object.keys(facets)).toEqual(expect.arrayContaining([...leaf.order]));
    }
  });
});

describe('facets', () => {
  test('are what is compared', () => {
    expect(text.facets('Đà Nẵng')).toEqual({ folded: 'da nang', sort: sortKey('Đà Nẵng') });
    expect(partialDate.facets({ edtf: '1991-10' })).toEqual({ earliest: 19911001, latest: 19911031, year: 1991 });
    expect(partialDate.facets({ edtf: '199X' })).toEqual({ earliest: 19900101, latest: 19991231 });
    expect(boolean.facets(true)).toEqual({ value: 1 });
    expect(point.facets({ latitude: 1, longitude: 1 })).toEqual({});
  });

  test('of an open interval are absent', () => {
    expect(interval.facets({ to: { edtf: '1991' } })).toEqual({ toEarliest: 19910101, toLatest: 19911231 });
    expect(interval.facets({ from: { edtf: '1991-10-23' } })).toEqual({ fromEarliest: 19911023, fromLatest: 19911023 });
  });

  test('of a quantity are its bounds', () => {
    expect(quantity.facets({ amount: '10', unit: 'USD', comparator: 'OVER' })).toEqual({
      amount: 10,
      unit: 'usd',
      lower: 10,
    });
    expect(quantity.facets({ amount: '10', unit: 'USD', comparator: 'NEARLY' })).toEqual({
      amount: 10,
      unit: 'usd',
      upper: 10,
    });
    expect(quantity.facets({ amount: '10', unit: 'USD', comparator: 'ABOUT' })).toEqual({
      amount: 10,
      unit: 'usd',
      lower: 10,
      upper: 10,
    });
  });
});
