import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  editKeysOf,
  MOST_COVERAGE,
  partsOfPoints,
  POINTS,
  searchKeysOf,
  searchNamesOf,
} from '../../src/model/search.js';
import { areWithinOneEdit } from '../toy/brute-force-search.js';
import { names } from '../toy/release.js';

describe('search keys', () => {
  test.each([
    ['Tỉnh Đồng–Nai (cũ)', ['tinh', 'dong', 'nai', 'cu']],
    ['Uỷ ban/Ủy ban', ['uy', 'ban', 'uy', 'ban']],
    ['S.R.V. 1985', ['s', 'r', 'v', '1985']],
    ['ស្វាយរៀង', ['ស្វាយរៀង']],
    ['C++', ['c']],
    ['+-/ "', []],
    ['', []],
  ])('of %j are its words, folded: %j', (text, words) => {
    const keys = searchKeysOf(text);
    expect(keys).toMatchObject({ words, spaced: words.join(' '), squeezed: words.join('') });
  });

  test('keep how a text is written, but for its Unicode form and the spaces around it', () => {
    expect(searchKeysOf(` ${'Hà  Nội'.normalize('NFD')}\n`).written).toBe('Hà  Nội');
  });
});

test('preferred names come first, then names by text', () => {
  const inOrder = searchNamesOf(names('~b', 'en:c', '~a', 'vi:d')).map(({ name }) => name.text);
  expect(inOrder).toEqual(['c', 'd', 'a', 'b']);
});

describe('edit keys', () => {
  const near = (one: string, other: string) => {
    const mine = new Set(editKeysOf(one));
    return editKeysOf(other).some((key) => mine.has(key));
  };

  test('of a word are itself and itself without each letter', () => {
    expect(editKeysOf('hanoi')).toEqual(['hanoi', 'anoi', 'hnoi', 'haoi', 'hani', 'hano']);
    expect(editKeysOf('aaaaa')).toEqual(['aaaaa', 'aaaa']);
  });

  test.each(['hano', '19850', 'hano1', 'ស្វាយរៀង', 'x'.repeat(41), 'москва', ''])('%j has none', (word) => {
    expect(editKeysOf(word)).toEqual([]);
  });

  test('two words share one exactly if they are equal when at most one letter of each is left out', () => {
    const anyWord = fc.string({ unit: fc.constantFrom('a', 'b', 'n'), minLength: 4, maxLength: 8 });
    fc.assert(
      fc.property(anyWord, anyWord, (one, other) => near(one, other) === areWithinOneEdit(one, other)),
      { numRuns: 3000 },
    );
  });
});

test('points are taken apart into the way of matching and what the text covers', () => {
  for (const [likeness, least] of Object.entries(POINTS)) {
    expect(partsOfPoints(least)).toEqual({ likeness, coverage: 0 });
    if (least < POINTS.equal)
      expect(partsOfPoints(least + MOST_COVERAGE)).toEqual({ likeness, coverage: MOST_COVERAGE });
  }
});
