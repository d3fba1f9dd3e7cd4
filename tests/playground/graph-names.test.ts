import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { labelsOf, linesOf, wordsOf } from '../../src/playground/views/graph-names.js';

const agreement = (one: string, other: string) =>
  `Cooperation Agreement between the People's Committee of ${one} and the ${other} Provincial Administration`;
const AGREEMENTS = [
  agreement('Dong Nai', 'Kratie'),
  agreement('Dong Nai', 'Tbong Khmum'),
  agreement('Dong Nai', 'Mondulkiri'),
  agreement('Tay Ninh', 'Tbong Khmum'),
  agreement('Tay Ninh', 'Prey Veng'),
];

/** Labels as they are read. */
const labels = (names: readonly string[]) => {
  const found = labelsOf(names);
  return names.map((name) => found.get(name)!.replaceAll('\u00a0', ' '));
};

describe('labelsOf', () => {
  test('keeps of names that begin alike what tells them apart', () => {
    expect(labels(AGREEMENTS)).toEqual([
      'Cooperation Agreement … Dong Nai … Kratie …',
      'Cooperation Agreement … Dong Nai … Tbong Khmum …',
      'Cooperation Agreement … Dong Nai … Mondulkiri …',
      'Cooperation Agreement … Tay Ninh … Tbong Khmum …',
      'Cooperation Agreement … Tay Ninh … Prey Veng …',
    ]);
  });

  test('does so in Vietnamese', () => {
    const vietnamese = (one: string, other: string) =>
      `Thỏa thuận hợp tác giữa Ủy ban nhân dân tỉnh ${one} và chính quyền tỉnh ${other}`;
    expect(labels([vietnamese('Tây Ninh', 'Tbong Khmum'), vietnamese('Đồng Nai', 'Tbong Khmum')])).toEqual([
      'Thỏa thuận … Tây Ninh …',
      'Thỏa thuận … Đồng Nai …',
    ]);
  });

  test('leaves out what all in the drawing share, however rare it is elsewhere', () => {
    expect(labels(AGREEMENTS.slice(0, 3))).toEqual([
      'Cooperation Agreement … Kratie …',
      'Cooperation Agreement … Tbong Khmum …',
      'Cooperation Agreement … Mondulkiri …',
    ]);
  });

  test('cuts a name at its end that begins like no other, and leaves a short one alone', () => {
    const protocol = 'Protocol on the Demarcation of the Viet Nam–Cambodia Land Border and the Planting of Markers';
    expect(labels([protocol, 'Kratie', ...AGREEMENTS]).slice(0, 2)).toEqual([
      'Protocol on the Demarcation of the Viet …',
      'Kratie',
    ]);
  });

  test('says a dropped word that is as short as the dots', () => {
    const names = [
      'Ministry of Cults and Religion of the Kingdom of Cambodia',
      'Ministry of Ethnic and Religious Affairs of Viet Nam',
      'Ministry of Posts and Telecommunications of Cambodia',
    ];
    expect(labels(names)[0]).toBe('Ministry of Cults and Religion of the Kingdom …');
  });

  test('gives the whole names where they would be cut alike', () => {
    const long = (end: string) => `The same ${'very long and different beginning '.repeat(3)}${end}`;
    const names = [long('x'), long('x x'), long('x x x')];
    expect(new Set(labels(names)).size).toBe(3);
  });

  test('gives different labels to different names, made of their own words in their order', () => {
    const word = fc.constantFrom('Hiệp', 'định', 'hợp', 'tác', 'giữa', 'tỉnh', 'Tây', 'Ninh', 'and', 'of', 'the', 'ខេត្តត្បូងឃ្មុំ', 'Administration'); // prettier-ignore
    const name = fc.array(word, { minLength: 1, maxLength: 24 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 20 }), (names) => {
        const found = labels(names);
        expect(new Set(found).size).toBe(names.length);
        names.forEach((one, index) => {
          let rest = one;
          for (const part of found[index]!.split(/ ?… ?/)) {
            expect(rest).toContain(part);
            rest = rest.slice(rest.indexOf(part) + part.length);
          }
        });
        expect(labels(names)).toEqual(found);
      }),
    );
  });
});

describe('linesOf', () => {
  test('breaks between words, never within one', () => {
    expect(linesOf('Thỏa thuận hợp tác giữa', 11)).toEqual(['Thỏa thuận', 'hợp tác', 'giữa']);
    expect(linesOf('Administration', 5)).toEqual(['Administration']);
  });

  test('does not break what stands between two dots, nor before dots', () => {
    const [label] = labelsOf(AGREEMENTS).values();
    expect(linesOf(label!, 28).map((line) => line.replaceAll('\u00a0', ' '))).toEqual([
      'Cooperation Agreement …',
      'Dong Nai … Kratie …',
    ]);
  });

  test('breaks Khmer between its words, and leaves every cluster whole', () => {
    const name = 'កិច្ចព្រមព្រៀងសហប្រតិបត្តិការរវាងខេត្តត្បូងឃ្មុំ';
    const lines = linesOf(name, 20);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join('')).toBe(name);
    const clusters = (text: string) => [...new Intl.Segmenter('km').segment(text)].map(({ segment }) => segment);
    expect(lines.flatMap(clusters)).toEqual(clusters(name));
    expect(wordsOf(`${name} Tây Ninh`).join('')).toBe(`${name} Tây Ninh`);
  });
});
