import { describe, expect, test } from 'vitest';
import { declarationsOf } from '../../src/model/declare.js';
import { vocabularyOf } from '../../src/model/vocabulary.js';
import { kinds as shippedKinds } from '../../src/schema/index.js';
import { toyKinds } from '../toy/kinds.js';

describe('a vocabulary', () => {
  const { kinds, relations } = vocabularyOf(toyKinds);

  test('has every kind, in the order of the declarations, with its fields', () => {
    expect(kinds.map(({ kind, one, many }) => [kind, one, many])).toEqual([
      ['CITY', 'city', 'cities'],
      ['PERSON', 'person', 'people'],
      ['TREATY', 'treaty', 'treaties'],
      ['SOURCE', 'source', 'sources'],
    ]);
  });

  test('tells between which kinds each type leads, whoever declares it', () => {
    expect(relations.map(({ type, from, to }) => [type, from.join(), to.join()])).toEqual([
      ['ABOUT', 'PERSON,TREATY', 'CITY'],
      ['KNOWS', 'PERSON', 'PERSON'],
      ['LIVES_IN', 'PERSON', 'CITY'],
      ['PARTY_TO', 'CITY,PERSON', 'TREATY'],
      ['SIGNED', 'PERSON', 'TREATY'],
      ['SUPPLEMENTS', 'TREATY', 'TREATY'],
      ['TWINNED', 'CITY', 'CITY'],
    ]);
  });

  test('says how a relation reads from either end, by its type where nothing is declared', () => {
    const read = (type: string) => {
      const { forward, backward } = relations.find((relation) => relation.type === type)!;
      return [forward.en, backward.vi];
    };
    expect(read('LIVES_IN')).toEqual(['lives in', 'là nơi sống của']);
    expect(read('PARTY_TO')).toEqual(['party to', 'party to']);
  });

  test('has the properties of kinds and of relations, by their names in words where no label is declared', () => {
    const { properties } = relations.find(({ type }) => type === 'SIGNED')!;
    expect(properties.map(({ name, label }) => [name, label.vi])).toContainEqual(['isFirst', 'is first']);
    const size = kinds[0]!.properties.find(({ name }) => name === 'size')!;
    expect(size.values.map(({ value, label }) => [value, label.en])).toEqual([
      ['HAMLET', 'hamlet'],
      ['TOWN', 'town'],
      ['METROPOLIS', 'metropolis'],
    ]);
  });
});

describe('the graph that ships', () => {
  const { kinds, relations } = vocabularyOf(declarationsOf(shippedKinds));
  const properties = [...kinds, ...relations].flatMap((term) => term.properties);

  test('names every relation, property and value in Vietnamese as well as in English', () => {
    const labels = [
      ...relations.flatMap(({ type, forward, backward }) => [
        [`${type} →`, forward] as const,
        [`${type} ←`, backward] as const,
      ]),
      ...properties.map(({ name, label }) => [name, label] as const),
      ...properties.flatMap(({ values }) => values.map(({ value, label }) => [value, label] as const)),
    ];
    expect(labels.length).toBeGreaterThan(150);
    expect(labels.filter(([, { vi, en }]) => vi === en || !vi.trim() || !en.trim()).map(([name]) => name)).toEqual([]);
  });
});
