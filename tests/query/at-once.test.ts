import { getOperationAST, parse } from 'graphql';
import { expect, test } from 'vitest';
import { relationshipTypes } from '../../src/model/declare.js';
import { createGraph } from '../../src/query/graph.js';
import type { Store } from '../../src/store/store.js';
import { bothWays } from '../toy/both-ways.js';
import { toyKinds } from '../toy/kinds.js';
import { openToy, toySchema } from '../toy/toy-graph.js';

/** A graph whose store answers every plan with the same rows, as a store with a fault would. */
function graphAnswering(rows: unknown) {
  const loaded = { id: 'release', date: '2026-01-01', entities: {}, relations: 0, claims: 0 };
  const store = { loaded, read: async () => rows, close: async () => undefined } as unknown as Store;
  return createGraph({ schema: toySchema, relationships: relationshipTypes(toyKinds), store });
}

const city = { '@type': 'City', id: 'city/hue' };

test.each([
  [
    'a null where none may be',
    '{ cities { nodes { id } } }',
    { nodes: [{ ...city, id: null }] },
    ['cities', 'nodes', 0, 'id'],
  ],
  ['no row where one must be', '{ cities { nodes { id } } }', { nodes: [null] }, ['cities', 'nodes', 0]],
  ['no list where one must be', '{ cities { nodes { id } } }', { nodes: 7 }, ['cities', 'nodes']],
  ['a type that the schema does not have', '{ node(id: "x") { id } }', { ...city, '@type': 'Moon' }, ['node']],
  [
    'a value that its scalar refuses',
    '{ city(id: "x") { population } }',
    { ...city, population: 'many' },
    ['city', 'population'],
  ],
  ['a value of which nothing can be computed', '{ city(id: "x") { name } }', { ...city, name: 7 }, ['city', 'name']],
])('%s is left to graphql-js, which says where', async (_, question, rows, path) => {
  const graph = graphAnswering(rows);
  const context = graph.context(new AbortController().signal);
  const { errors } = await bothWays(graph, context, parse(question));
  expect(errors?.map((error) => error.path)).toEqual([path]);
  expect(context.reads).toBe(1);
});

test('one root field that fails leaves the others as they were read', async () => {
  const { graph } = await openToy();
  const context = graph.context(new AbortController().signal);
  const document = parse(
    '{ good: cities(first: 1) { totalCount } bad: city(id: "city/hue") { treaties(after: "x") { totalCount } } }',
  );
  const operation = getOperationAST(document)!;
  expect(await context.answer({ document, operation, variables: {} })).toBeUndefined();
  expect((await bothWays(graph, context, document)).errors).toMatchObject([{ path: ['bad'] }]);
  expect(context.reads).toBe(1);
});

test('a mutation, and variables that do not fit, are left to graphql-js', async () => {
  const { graph } = await openToy();
  const answer = (source: string, variables: Record<string, unknown> = {}) => {
    const document = parse(source);
    const operation = getOperationAST(document)!;
    return graph.context(new AbortController().signal).answer({ document, operation, variables });
  };
  expect(await answer('mutation { __typename }')).toBeUndefined();
  const question = 'query ($id: ID!) { city(id: $id) { id } }';
  expect(await answer(question, { id: null })).toBeUndefined();
  expect(await answer(question, { id: 'city/hue' })).toEqual({ city: { id: 'city/hue' } });
});
