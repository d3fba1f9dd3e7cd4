import { describe, expect, test } from 'vitest';
import { vocabularyOf } from '../../src/model/vocabulary.js';
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
});
