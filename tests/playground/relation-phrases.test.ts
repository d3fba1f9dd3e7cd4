import { expect, test } from 'vitest';
import { declarationsOf, relationshipTypes } from '../../src/model/declare.js';
import { phraseOf, relationPhrases } from '../../src/playground/explore/relation-phrases.js';
import { kinds } from '../../src/schema/index.js';

test('an entity page tells each relation as the graph declares it', () => {
  const declared = relationshipTypes(declarationsOf(kinds)).flatMap(({ type, phrases }) =>
    phrases ? [[type, phrases]] : [],
  );
  expect(relationPhrases).toEqual(Object.fromEntries(declared));
});

test('a relation is read from either end, and one that nothing is declared of by its type', () => {
  expect(phraseOf('PARTY_TO', true, 'en')).toBe('is a party to');
  expect(phraseOf('PARTY_TO', false, 'en')).toBe('has as a party');
  expect(phraseOf('TOOK_OVER', true, 'vi')).toBe('→ took over');
  expect(phraseOf('TOOK_OVER', false, 'vi')).toBe('← took over');
});
