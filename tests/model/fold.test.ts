import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../src/model/fold.js';
import { sortKey } from '../../src/model/sort-key.js';

describe('fold', () => {
  test.each([
    ['HÀ NỘI', 'ha noi'],
    ['Đồng–Nai ', 'dong nai'],
    ['đĐ', 'dd'],
    ['ă â ê ô ơ ư Ă Â Ê Ô Ơ Ư', 'a a e o o u a a e o o u'],
    ['ằ ẳ ẵ ắ ặ ầ ẩ ẫ ấ ậ', 'a a a a a a a a a a'],
    ['Thừa Thiên-Huế', 'thua thien hue'],
    ['a\u00a0b\tc\n d', 'a b c d'],
    ['a‐b‑c–d—e_f', 'a b c d e f'],
    ['  x  ', 'x'],
    ['', ''],
    ['Phnôm Pênh', 'phnom penh'],
    ['café ÅÖÜ', 'cafe aou'],
  ])('%j is %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test.each([
    ['hoá', 'hóa'],
    ['Uỷ ban', 'Ủy ban'],
    ['thuỷ', 'thủy'],
    ['khoẻ', 'khỏe'],
    ['Đà Nẵng', 'DA NANG'],
    ['Bà Rịa–Vũng Tàu', 'Bà Rịa - Vũng Tàu'],
  ])('old and new spelling are one: %j and %j', (old, other) => {
    expect(fold(old)).toBe(fold(other));
  });

  test.each(['ស្វាយរៀង', 'ភ្នំពេញ', 'កម្ពុជា', 'ព្រៃវែង', 'ត្បូងឃ្មុំ'])('leaves Khmer alone: %s', (text) => {
    expect(fold(text)).toBe(text);
  });

  test('keeps Khmer words apart that differ in a vowel or sign only', () => {
    expect(new Set(['កា', 'កិ', 'កុ', 'កែ', 'ក', 'ក់', 'ក្ក'].map(fold)).size).toBe(7);
  });

  test('the form in which a text is composed does not matter', () => {
    const written = ['Uỷ ban Nhân dân tỉnh Đắk Lắk', 'Hiệp ước bổ sung', 'ស្វាយរៀង'];
    for (const text of written)
      for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD']) expect(fold(text.normalize(form))).toBe(fold(text));
  });

  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'aAàẠđĐuơ-–_ \u0301\u0323\u200bកាិ') }),
  );

  test('is done once for all: a folded text is its own fold', () => {
    fc.assert(
      fc.property(anyText, (text) => fold(fold(text)) === fold(text)),
      { numRuns: 2000 },
    );
  });

  test('is the same for a text and for its composed and decomposed forms', () => {
    fc.assert(
      fc.property(
        anyText,
        (text) => fold(text.normalize('NFD')) === fold(text) && fold(text.normalize('NFC')) === fold(text),
      ),
      { numRuns: 2000 },
    );
  });
});

describe('sortKey', () => {
  const sorted = (...texts: string[]) => [...texts].sort((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1));

  /** As a Vietnamese dictionary has them. */
  const DICTIONARY = [
    '1 tháng 10',
    'a',
    'à',
    'ả',
    'ã',
    'á',
    'ạ',
    'an',
    'án',
    'An Giang',
    'ao',
    'ăn',
    'ắn',
    'âm',
    'ấm',
    'ba',
    'bà',
    'bạ',
    'Bà Rịa',
    'bơ',
    'ca',
    'Cà Mau',
    'Cần Thơ',
    'co',
    'cô',
    'cơ',
    'da',
    'dung',
    'dũng',
    'dzz',
    'đá',
    'Đà Nẵng',
    'Đắk Lắk',
    'Đồng Nai',
    'Đồng Tháp',
    'em',
    'ê',
    'ga',
    'Hà Nội',
    'Hải Phòng',
    'hoa',
    'hòa',
    'Huế',
    'Kon Tum',
    'o',
    'ô',
    'ơ',
    'Sóc Trăng',
    'Tây Ninh',
    'u',
    'ư',
    'xã',
    'ý',
  ];

  test('sorts as a Vietnamese dictionary does', () => {
    expect(sorted(...[...DICTIONARY].reverse())).toEqual(DICTIONARY);
  });

  test('all tones of one syllable stand together, in the order huyền, hỏi, ngã, sắc, nặng', () => {
    expect(sorted('mạ', 'má', 'mã', 'mả', 'mà', 'ma', 'mạc', 'mac')).toEqual([
      'ma',
      'mà',
      'mả',
      'mã',
      'má',
      'mạ',
      'mac',
      'mạc',
    ]);
    expect(sorted('ậ', 'ấ', 'ẫ', 'ẩ', 'ầ', 'â', 'ặ', 'ă', 'ạ', 'a')).toEqual([
      'a',
      'ạ',
      'ă',
      'ặ',
      'â',
      'ầ',
      'ẩ',
      'ẫ',
      'ấ',
      'ậ',
    ]);
  });

  test('letters come before tones: a later letter outweighs an earlier tone', () => {
    expect(sorted('Hà Nội', 'Ha Tây', 'Há Nam')).toEqual(['Há Nam', 'Hà Nội', 'Ha Tây']);
  });

  test('a name that begins another comes before it', () => {
    expect(sorted('Đồng Nai', 'Đồng', 'Đông')).toEqual(['Đông', 'Đồng', 'Đồng Nai']);
  });

  test('case, form and punctuation do not matter', () => {
    expect(sortKey('HÀ NỘI')).toBe(sortKey('hà nội'));
    expect(sortKey('Hà Nội'.normalize('NFD'))).toBe(sortKey('Hà Nội'));
    expect(sortKey('Thừa Thiên-Huế')).toBe(sortKey('Thừa Thiên Huế'));
  });

  test('texts that differ in a tone have different keys', () => {
    const tones = ['ma', 'mà', 'mả', 'mã', 'má', 'mạ', 'đa', 'da', 'dă', 'dâ'];
    expect(new Set(tones.map(sortKey)).size).toBe(tones.length);
  });
});
