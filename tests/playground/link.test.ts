import { expect, test } from 'vitest';
import { footnotesOf } from '../../src/playground/citations.js';
import { isEmptyAnswer } from '../../src/playground/empty.js';
import { exploredLink, readExplored, readLink, writeLink } from '../../src/playground/link.js';

const QUESTION = {
  query: '{ province(id: "Đắk & Lắk#1") { name } }',
  variables: '{\n  "a": "+ %20"\n}',
  operationName: undefined,
  view: 'table',
};

test('reads back the link it wrote', () => {
  expect(readLink(writeLink('https://entente.example/?query=old#query=older', QUESTION))).toEqual(QUESTION);
});

test('reads a question from the query string, as GraphiQL writes it', () => {
  expect(readLink('https://entente.example/?query=%7Bgraph%7Brelease%7D%7D&variables=%7B%7D')?.query).toBe(
    '{graph{release}}',
  );
});

test('prefers the fragment to the query string', () => {
  expect(readLink('https://entente.example/?query=one#query=two')?.query).toBe('two');
});

test.each([
  'https://entente.example/',
  'https://entente.example/#answer',
  'https://entente.example/?query=&view=table',
])('finds no question in %s', (address) => expect(readLink(address)).toBeUndefined());

test('names each footnote once, wherever it stands', () => {
  const data = {
    a: [{ citations: [{ footnote: 'one' }, { footnote: 'two' }] }],
    b: { cited: [{ footnote: 'one', paragraph: 1 }] },
  };
  expect(footnotesOf(data)).toEqual(['one', 'two']);
});

test.each([
  [{ province: null }, true],
  [{ agreements: { nodes: [], totalCount: 0, pageInfo: { hasNextPage: false } } }, true],
  [{ agreements: { totalCount: 3 } }, false],
  [{ paths: [{ length: 0 }] }, false],
  [{ province: { name: 'P' } }, false],
])('%j is nothing: %s', (data, expected) => expect(isEmptyAnswer({ data })).toBe(expected));

test('keeps in a link what is chosen and what was added, of answers and of Explore', () => {
  const link = {
    query: '{ a }',
    variables: '',
    view: 'graph',
    selected: 'leader/a',
    expanded: ['leader/a', 'office/b'],
  };
  expect(readLink(writeLink('https://entente.example/', link))).toMatchObject(link);
  const page = { entity: 'province/a', view: 'graph' as const, selected: 'province/b', expanded: ['province/b'] };
  expect(readExplored(`https://entente.example/${exploredLink(page)}`)).toEqual(page);
});
