import { readFile } from 'node:fs/promises';
import { execute, parse, validate } from 'graphql';
import { beforeAll, afterAll, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { loadSeed } from '../../../src/loader/load-seed.js';
import { declarationsOf, relationshipTypes } from '../../../src/model/declare.js';
import { createGraph } from '../../../src/query/graph.js';
import type { OpenGraph } from '../../../src/query/open-graph.js';
import { createSchema } from '../../../src/resolvers/create-schema.js';
import { kinds } from '../../../src/schema/index.js';
import { MemoryStore } from '../../../src/store/memory/memory-store.js';
import { Neo4jStore } from '../../../src/store/neo4j/neo4j-store.js';
import { describeNeo4j } from './server.js';
import { documents } from './documents.js';

const declarations = declarationsOf(kinds);
const schema = createSchema(declarations);
const relationships = relationshipTypes(declarations);

/** Answers a question as the server would, as bytes. */
async function ask(graph: OpenGraph, source: string, variables: Readonly<Record<string, unknown>>): Promise<string> {
  const document = parse(source);
  const faults = validate(schema, document);
  if (faults.length > 0) throw new Error(`${source}\n${faults.join('\n')}`);
  const answer = await execute({
    schema,
    document,
    contextValue: graph.context(new AbortController().signal),
    fieldResolver: graph.fieldResolver as never,
    variableValues: variables as never,
  });
  return JSON.stringify(answer, null, 1);
}

describeNeo4j('The graph that ships, in Neo4j and in memory', (options) => {
  let neo4j: OpenGraph;
  let memory: OpenGraph;

  beforeAll(async () => {
    const release = await loadSeed(['graph-seed'], declarations);
    const [inNeo4j, inMemory] = [await Neo4jStore.open(options(), declarations), new MemoryStore()];
    expect(inNeo4j.loaded).toBeUndefined();
    await inNeo4j.load(release);
    await inMemory.load(release);
    expect(inNeo4j.loaded).toEqual(inMemory.loaded);
    neo4j = createGraph({ schema, relationships, store: inNeo4j });
    memory = createGraph({ schema, relationships, store: inMemory });
  }, 300_000);

  afterAll(async () => {
    await neo4j?.close();
    await memory?.close();
  });

  test.each(documents.map(({ why, ...document }) => [why, document] as const))(
    '%s',
    async (_, { document, variables = {} }) => {
      const expected = await ask(memory, document, variables);
      expect(expected).not.toContain('"errors"');
      expect(await ask(neo4j, document, variables)).toBe(expected);
    },
  );

  test('examples of the playground', async () => {
    const examples = parseYaml(await readFile('graph-seed/examples.yaml', 'utf8')) as {
      id: string;
      query: string;
      variables?: unknown;
    }[];
    for (const { id, query, variables } of examples) {
      const values = (typeof variables === 'string' ? JSON.parse(variables) : (variables ?? {})) as Record<
        string,
        unknown
      >;
      expect(`${id} ${await ask(neo4j, query, values)}`).toBe(`${id} ${await ask(memory, query, values)}`);
    }
  });

  test('pages forwards, backwards and whole, of every kind and in every order', async () => {
    for (const { plural, name, properties } of declarations) {
      const orders = ['name', 'id', ...properties.filter(({ leaf }) => leaf.order.length > 0).map((each) => each.name)];
      for (const order of orders) {
        for (const direction of ['ASC', 'DESC']) {
          const ask1 = async (graph: OpenGraph, page: string) =>
            (
              JSON.parse(
                await ask(
                  graph,
                  `{ ${plural}(${page}, orderBy: [{ ${order}: ${direction} }]) { edges { cursor node { id } } totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
                  {},
                ),
              ) as { data: Record<string, Page> }
            ).data[plural]!;
          const whole = await ask1(memory, 'first: 100');
          expect(await ask1(neo4j, 'first: 100'), `${name} ${order} ${direction}`).toEqual(whole);
          const cursors = whole.edges.map(({ cursor }) => cursor);
          const middle = cursors[Math.floor(cursors.length / 2)]!;
          const last = cursors.at(-1)!;
          for (const page of [
            'first: 3',
            'last: 3',
            'first: 0',
            `first: 4, after: "${middle}"`,
            `last: 4, before: "${middle}"`,
            `last: 2, after: "${cursors[0]}", before: "${middle}"`,
            `first: 2, after: "${cursors[0]}", before: "${middle}"`,
            `first: 0, after: "${middle}"`,
            `last: 0, before: "${middle}"`,
            `first: 2, after: "${last}"`,
            `last: 2, before: "${last}"`,
            `last: 2, after: "${middle}"`,
          ]) {
            expect(await ask1(neo4j, page), `${name} ${order} ${direction} ${page}`).toEqual(await ask1(memory, page));
          }
        }
      }
    }
  }, 600_000);
});

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
}
