import { describe, expect, it } from 'vitest';
import { dateSpelling } from '../../src/loader/date-spelling.js';
import { searchable, standsIn } from '../../src/loader/folded-text.js';
import { quantitySpelling } from '../../src/loader/quantity-spelling.js';
import type { Quantity } from '../../src/model/quantity.js';

function saysDate(text: string, edtf: string, inferred?: string): boolean {
  return dateSpelling({ edtf, ...(inferred && { inferred }) }).test(searchable(text));
}

function saysQuantity(
  text: string,
  amount: string,
  comparator: Quantity['comparator'] = 'EXACTLY',
  unit = 'USD',
): boolean {
  return quantitySpelling({ amount, unit, comparator }).test(searchable(text));
}

describe('a date', () => {
  it.each([
    [
      '1991-10-23',
      [
        'ngày 23/10/1991',
        '23-10-1991',
        '23.10.1991',
        'Ngày 23 tháng 10 năm 1991',
        '1991-10-23',
        '23 October 1991',
        'October 23, 1991',
        '22-23/10/1991',
      ],
    ],
    ['2023-04-23', ['từ ngày 23-24/4/2023', '23/4-2/5/2023', '23 đến 24/4/2023']],
    [
      '1991-10',
      ['tháng 10/1991', '10/1991', 'tháng 10 năm 1991', 'Tháng 10-1991', 'October 1991', 'tháng 10 và 11/1991'],
    ],
    ['1991-02', ['tháng 2/1991', 'tháng 02/1991']],
    ['1991', ['năm 1991', '1990-1991', '(1991)', '1991~'.replace('~', '.')]],
    ['1991~', ['khoảng năm 1991']],
    ['2012-40', ['6 tháng đầu năm 2012', 'sáu tháng đầu năm 2012', 'nửa đầu năm 2012']],
    ['2023-33', ['quý I/2023', 'quý 1 năm 2023']],
    ['199X', ['thập niên 1990', 'những năm 90']],
    ['19XX', ['thế kỷ XX', 'thế kỷ 20']],
  ] as const)('%s stands in its spellings', (edtf, texts) => {
    for (const text of texts) expect(saysDate(text, edtf), text).toBe(true);
  });

  it.each([
    ['1991-10-23', ['24/10/1991', '23/11/1991', '23/10/1992', '123/10/1991', '23/10', 'tháng 10/1991']],
    ['1991-10', ['23/10/1991', 'tháng 11/1991', 'tháng 1/1991', 'tháng 10/19911']],
    ['1991', ['10/1991', '23/10/1991', '11991', '1991,5', '19.91']],
    ['2023-33', ['quý II/2023']],
  ] as const)('%s does not stand in others', (edtf, texts) => {
    for (const text of texts) expect(saysDate(text, edtf), text).toBe(false);
  });

  it('needs only its stated part where the rest was inferred', () => {
    expect(saysDate('Ngày 19/11, họp báo', '2020-11-19', 'x')).toBe(true);
    expect(saysDate('ngày 19 tháng 11', '2020-11-19', 'x')).toBe(true);
    expect(saysDate('từ ngày 23-24/4', '2023-04-23', 'x')).toBe(true);
    expect(saysDate('19/11/2019', '2020-11-19', 'x')).toBe(false);
    expect(saysDate('ngày 19 tháng 11 năm 2019', '2020-11-19', 'x')).toBe(false);
    expect(saysDate('18/11', '2020-11-19', 'x')).toBe(false);
  });
});

describe('a quantity', () => {
  it('stands in its spellings', () => {
    expect(saysQuantity('đạt 10,57 tỷ USD', '10570000000')).toBe(true);
    expect(saysQuantity('10.57 tỉ', '10570000000')).toBe(true);
    expect(saysQuantity('10.570 triệu', '10570000000')).toBe(true);
    expect(saysQuantity('950 triệu USD', '950000000')).toBe(true);
    expect(saysQuantity('1.137.000 người', '1137000')).toBe(true);
    expect(saysQuantity('2,0 tỷ', '2000000000')).toBe(true);
    expect(saysQuantity('tăng 84 %', '84', 'EXACTLY', '%')).toBe(true);
    expect(saysQuantity('30 nghìn tỷ đồng', '30000000000000')).toBe(true);
  });

  it('does not stand in another figure', () => {
    expect(saysQuantity('10,57 tỷ', '1057000000')).toBe(false);
    expect(saysQuantity('10,5 tỷ', '10570000000')).toBe(false);
    expect(saysQuantity('10 tỷ', '10')).toBe(false);
    expect(saysQuantity('110 triệu', '10000000')).toBe(false);
    expect(saysQuantity('84%', '84')).toBe(false);
    expect(saysQuantity('84 người', '84', 'EXACTLY', '%')).toBe(false);
  });

  it('needs the word of its comparator, and none where it is exact', () => {
    expect(saysQuantity('trên 10 tỷ', '10000000000', 'OVER')).toBe(true);
    expect(saysQuantity('over 10 billion', '10000000000', 'OVER')).toBe(true);
    expect(saysQuantity('vượt mức 10 tỷ', '10000000000', 'OVER')).toBe(true);
    expect(saysQuantity('gần 11%', '11', 'NEARLY', '%')).toBe(true);
    expect(saysQuantity('khoảng 84%', '84', 'ABOUT', '%')).toBe(true);
    expect(saysQuantity('10 tỷ', '10000000000', 'OVER')).toBe(false);
    expect(saysQuantity('trên 10 tỷ', '10000000000')).toBe(false);
  });
});

describe('a name', () => {
  it('stands in a text whatever its case, tones, dashes and Unicode form, as whole words', () => {
    expect(standsIn(searchable('Uỷ ban Nhân dân'), searchable('ủy Ban   nhân-dân'.normalize('NFD')))).toBe(true);
    expect(standsIn(searchable('Việt Nam'), searchable('quan hệ Việt Nam–Campuchia'))).toBe(true);
    expect(standsIn(searchable('People’s Party (CPP)'), searchable("the People's Party (CPP)."))).toBe(true);
    expect(standsIn(searchable('Lan'), searchable('Thái Lanka'))).toBe(false);
    expect(standsIn('', 'anything')).toBe(false);
  });
});
