import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainDecimal, quantityBounds, quantityText, type Comparator } from '../../src/model/quantity.js';

describe('a plain decimal', () => {
  test.each([
    ['0', '0'],
    ['-0', '0'],
    ['00', '0'],
    ['0.0', '0'],
    ['-0.00', '0'],
    ['007', '7'],
    ['1.50', '1.5'],
    ['1.', '1'],
    ['-2.940', '-2.94'],
    [' 12 ', '12'],
    ['0.001', '0.001'],
    ['12345678901234567890.12345678901234567890', '12345678901234567890.1234567890123456789'],
  ])('%j is %j', (text, plain) => {
    expect(plainDecimal(text)).toBe(plain);
  });

  test.each([
    '',
    '.',
    '-',
    '.5',
    '1e5',
    '1,5',
    '1 000',
    '0x1',
    'NaN',
    'Infinity',
    '+1',
    '--1',
    '1.2.3',
    '１',
    '1_000',
    'null',
  ])('%j is none', (text) => {
    expect(plainDecimal(text)).toBeUndefined();
  });

  test('has the value of what it was written as, and is its own plain form', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.constantFrom('', '-'), digits, fc.option(digits), (sign, whole, fraction) => {
        const plain = plainDecimal(`${sign}${whole}${fraction === null ? '' : `.${fraction}`}`)!;
        expect(plainDecimal(plain)).toBe(plain);
        expect(plain).toMatch(/^(-?(0|[1-9]\d*)(\.\d*[1-9])?)$/);
        expect(Number(plain)).toBeCloseTo(Number(`${sign}${whole}.${fraction ?? 0}`), 6);
      }),
    );
  });
});

test.each<[Comparator, string | undefined, string | undefined]>([
  ['EXACTLY', '10', '10'],
  ['OVER', '10', undefined],
  ['AT_LEAST', '10', undefined],
  ['UNDER', undefined, '10'],
  ['AT_MOST', undefined, '10'],
  ['NEARLY', undefined, '10'],
  ['ABOUT', undefined, undefined],
])('%s sets the bounds %s and %s', (comparator, lower, upper) => {
  expect(quantityBounds({ amount: '10', unit: 'USD', comparator })).toEqual({
    ...(lower && { lower }),
    ...(upper && { upper }),
  });
});

describe('in words', () => {
  test.each<[string, string, Comparator, string, string]>([
    ['10570000000', 'USD', 'OVER', 'trên 10,57 tỷ USD', 'over 10.57 billion USD'],
    ['10000000000', 'USD', 'EXACTLY', '10 tỷ USD', '10 billion USD'],
    ['84', 'km', 'ABOUT', 'khoảng 84 km', 'about 84 km'],
    ['1234', 'km', 'NEARLY', 'gần 1.234 km', 'nearly 1,234 km'],
    ['1234567.5', 'VND', 'AT_LEAST', 'ít nhất 1,2345675 triệu VND', 'at least 1.2345675 million VND'],
    ['999999', 'VND', 'UNDER', 'dưới 999.999 VND', 'under 999,999 VND'],
    ['1000000', 'VND', 'AT_MOST', 'nhiều nhất 1 triệu VND', 'at most 1 million VND'],
    ['1000000000000', 'VND', 'EXACTLY', '1.000 tỷ VND', '1,000 billion VND'],
    ['2.94', '%', 'EXACTLY', '2,94%', '2.94%'],
    ['-1500000', 'USD', 'EXACTLY', '-1,5 triệu USD', '-1.5 million USD'],
    ['1234.56', 'ha', 'EXACTLY', '1.234,56 ha', '1,234.56 ha'],
    ['0', 'USD', 'EXACTLY', '0 USD', '0 USD'],
  ])('%s %s %s is %j and %j', (amount, unit, comparator, vietnamese, english) => {
    expect(quantityText({ amount, unit, comparator }, 'vi')).toBe(vietnamese);
    expect(quantityText({ amount, unit, comparator }, 'en')).toBe(english);
  });
});
