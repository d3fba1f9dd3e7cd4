import { buildSchema, getOperationAST, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/server/config.js';
import { checkOperation } from '../../src/server/limits.js';
import { measureOperation, type Measure } from '../../src/server/measure.js';
import { checkTokens } from '../../src/server/tokens.js';
import { toyGraph } from './toy-graph.js';

const { limits } = readConfig();
const { schema } = toyGraph();

function measure(query: string, variables: Readonly<Record<string, unknown>> = {}, of = schema): Measure {
  const document = parse(query, { noLocation: true });
  const fragments = new Map(
    document.definitions.flatMap((node) => (node.kind === 'FragmentDefinition' ? [[node.name.value, node]] : [])),
  );
  return measureOperation({ schema: of, operation: getOperationAST(document)!, fragments, variables, limits });
}

function check(query: string, variables: Readonly<Record<string, unknown>> = {}): void {
  const document = parse(query);
  checkOperation(
    { schema, document, operation: getOperationAST(document, 'A') ?? getOperationAST(document)!, variables },
    limits,
  );
}

describe('depth', () => {
  it('counts fields, and neither fragments nor __typename', () => {
    expect(measure('{ id }').depth).toBe(1);
    expect(
      measure('{ ... on Query { ... { ...F } } } fragment F on Query { provinces { nodes { __typename } } }').depth,
    ).toBe(2);
    expect(measure('{ provinces { nodes { name } } }').depth).toBe(3);
  });

  it('exempts introspection', () => {
    expect(measure('{ __schema { types { ofType { ofType { ofType { name } } } } } }').depth).toBe(0);
    expect(measure('{ __type(name: "Query") { fields { type { name } } } }').depth).toBe(0);
  });
});

describe('selections and root fields', () => {
  it('count a fragment as often as it is spread', () => {
    const query =
      '{ ...F asOf { ...F } } fragment F on Query { id provinces { nodes { ...G } } } fragment G on Province { id name }';
    expect(measure(query)).toMatchObject({ selections: 11, rootFields: 5 });
  });

  it('stop at the largest exact number', () => {
    const doubled = Array.from(
      { length: 90 },
      (_, index) => `fragment F${index} on Query { ...F${index + 1} asOf { ...F${index + 1} } }`,
    );
    const { selections } = measure(`{ ...F0 } ${doubled.join(' ')} fragment F90 on Query { id }`);
    expect(selections).toBe(Number.MAX_SAFE_INTEGER);
  });
});

describe('cost', () => {
  it.each<[string, Record<string, unknown>, number]>([
    ['{ provinces { totalCount } }', {}, 20],
    ['{ provinces(first: 7) { totalCount } }', {}, 7],
    ['{ provinces(last: 30) { totalCount } }', {}, 30],
    ['{ provinces(first: null) { totalCount } }', {}, 20],
    ['{ search(text: "x") { totalCount } }', {}, 20],
    ['{ suggest(prefix: "x") { totalCount } }', {}, 8],
    ['{ match(queries: ["a", "b"]) { name } }', {}, 10],
    ['query ($all: [String!]!) { match(queries: $all, first: 3) { name } }', { all: ['a', 'b', 'c'] }, 9],
    ['{ provinces(first: 0) { nodes { provinces(first: 5) { totalCount } } } }', {}, 6],
    ['query ($n: Int) { provinces(first: $n) { totalCount } }', { n: 9 }, 9],
    ['query ($n: Int) { provinces(first: $n) { totalCount } }', {}, 20],
    ['{ provinces(first: 10) { nodes { provinces(first: 5) { totalCount } } } }', {}, 60],
    ['{ a: provinces(first: 10) { totalCount } b: provinces(first: 5) { totalCount } }', {}, 15],
    [
      '{ provinces(first: 3) { nodes { ...F } } } fragment F on Province { provinces(first: 4) { totalCount } }',
      {},
      15,
    ],
    ['{ nodes(ids: ["a", "b"]) { provinces(first: 4) { totalCount } } }', {}, 8],
    ['query ($ids: [ID!]!) { nodes(ids: $ids) { provinces(first: 4) { totalCount } } }', { ids: ['a', 'b', 'c'] }, 12],
    ['{ id province(id: "a") { name } }', {}, 0],
    ['{ paths(from: { id: "a" }) { length } }', {}, 25],
    ['{ paths(from: { id: "a" }, first: 2, maxHops: 6) { length } }', {}, 14],
    ['{ paths(from: { id: "a" }, first: 2, maxHops: 1, notThrough: [{ id: "b" }, { id: "c" }]) { length } }', {}, 4],
    [
      'query ($n: Int) { paths(from: { id: "a" }, maxHops: $n) { nodes { provinces(first: 3) { totalCount } } } }',
      { n: 1 },
      40,
    ],
    ['{ neighbourhood(of: [{ id: "a" }, { id: "b" }]) { truncated } }', {}, 100],
    ['{ neighbourhood(of: [], maxNodes: 10) { nodes { provinces(first: 3) { totalCount } } } }', {}, 40],
  ])('of %s with %j is %i', (query, variables, cost) => {
    expect(measure(query, variables).cost).toBe(cost);
  });

  it('takes the default of a variable', () => {
    expect(() =>
      check('query ($n: Int = 100) { provinces(first: $n) { nodes { provinces(first: $n) { totalCount } } } }'),
    ).toThrow(/10100 nodes/);
  });

  it('lets a tool read the whole schema of three hundred types', async () => {
    const { getIntrospectionQuery } = await import('graphql');
    const types = Array.from({ length: 300 }, (_, index) => `type T${index} { t: T${index} }`).join(' ');
    const large = buildSchema(`type Query { t: T0 } ${types}`);
    const { cost, selections } = measure(getIntrospectionQuery(), {}, large);
    expect(cost).toBeLessThan(limits.cost);
    expect(selections).toBeLessThan(limits.selections);
  });
});

describe('aliases and directives', () => {
  const aliases = Array.from({ length: 30 }, (_, index) => `a${index}: id`).join(' ');

  it('count as written, a fragment once', () => {
    const half = Array.from({ length: 16 }, (_, index) => `a${index}: name`).join(' ');
    const spread = `{ provinces { nodes { ...F ... { ...F } } } } fragment F on Province { ${half} }`;
    expect(() => check(spread)).not.toThrow();
    expect(() => check(`{ ${aliases} ...F } fragment F on Query { last: id }`)).toThrow(/31 aliases/);
  });

  it('count in the operation that runs, and in no other of the document', () => {
    expect(() => check(`query A { id } query B { ${aliases} more: id }`)).not.toThrow();
  });
});

describe('tokens', () => {
  it('are no brackets inside strings and comments', () => {
    const quiet = `{ search(text: "${'{'.repeat(100)}") { totalCount } } # ${'('.repeat(100)}`;
    expect(() => checkTokens(quiet, limits)).not.toThrow();
    expect(() => checkTokens(`{ search(text: """${'{'.repeat(100)}""") { totalCount } }`, limits)).not.toThrow();
  });

  it('are counted to ten times the limit', () => {
    expect(() => checkTokens('a '.repeat(1000), limits)).not.toThrow();
    expect(() => checkTokens('a '.repeat(1001), limits)).toThrow(
      'The document has 1001 tokens; at most 1000 are accepted.',
    );
    expect(() => checkTokens('a '.repeat(60_000), limits)).toThrow(/has 10000 tokens/);
  });

  it('that are none are left to the parser', () => {
    expect(() => checkTokens('{ "unclosed', limits)).not.toThrow();
  });
});
