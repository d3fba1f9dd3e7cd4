import { readFile } from 'node:fs/promises';
import { beforeAll, afterAll, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { loadSeed } from '../../../src/loader/load-seed.js';
import type { OpenGraph } from '../../../src/query/open-graph.js';
import { MemoryStore } from '../../../src/store/memory/memory-store.js';
import { Neo4jStore } from '../../../src/store/neo4j/neo4j-store.js';
import { describeNeo4j, PATIENCE } from './server.js';
import { documents } from './documents.js';
import { forEachOf } from './at-once.js';
import { ask, declarations, graphOver } from './served.js';

describeNeo4j('The graph that ships, in Neo4j and in memory', (options) => {
  let neo4j: OpenGraph;
  let memory: OpenGraph;

  beforeAll(async () => {
    const release = await loadSeed(['graph-seed'], declarations);
    const [inNeo4j, inMemory] = [await Neo4jStore.open({ ...options(), ...PATIENCE }, declarations), new MemoryStore()];
    expect(inNeo4j.loaded).toBeUndefined();
    await inNeo4j.load(release);
    await inMemory.load(release);
    expect(inNeo4j.loaded).toEqual(inMemory.loaded);
    neo4j = graphOver(inNeo4j);
    memory = graphOver(inMemory);
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
    const families = new Set<string>();
    const orders = declarations.flatMap(({ plural, properties }) => [
      { plural, order: 'name', family: 'text' },
      { plural, order: 'id', family: 'id' },
      ...properties
        .filter(({ leaf }) => leaf.order.length > 0)
        .map(({ name, leaf }) => ({ plural, order: name, family: leaf.family })),
    ]);
    const lists = ['ASC', 'DESC'].flatMap((direction) =>
      orders.map(({ plural, order, family }) => {
        const isFirst = !families.has(`${family} ${direction}`);
        families.add(`${family} ${direction}`);
        return { plural, orderBy: `[{ ${order}: ${direction} }]`, isFirst };
      }),
    );
    await forEachOf(lists, async ({ plural, orderBy, isFirst }) => {
      const askPage = async (graph: OpenGraph, page: string): Promise<Page> => {
        const flags = isFirst ? 'totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }' : '';
        const columns = `edges { cursor node { id } } ${flags}`;
        const answer = await ask(graph, `{ ${plural}(${page}, orderBy: ${orderBy}) { ${columns} } }`, {});
        return (JSON.parse(answer) as { data: Record<string, Page> }).data[plural]!;
      };
      const whole = await askPage(memory, 'first: 100');
      expect(await askPage(neo4j, 'first: 100'), `${plural} ${orderBy}`).toEqual(whole);
      const cursors = whole.edges.map(({ cursor }) => cursor);
      const middle = cursors[Math.floor(cursors.length / 2)]!;
      const [first, last] = [cursors[0]!, cursors.at(-1)!];
      const pages = [`first: 4, after: "${middle}"`, `last: 4, before: "${middle}"`];
      // One list of each family of values is also cut in all other ways.
      if (isFirst)
        pages.push(
          'first: 3',
          'last: 3',
          'first: 0',
          `last: 2, after: "${first}", before: "${middle}"`,
          `first: 2, after: "${first}", before: "${middle}"`,
          `first: 0, after: "${middle}"`,
          `last: 0, before: "${middle}"`,
          `first: 2, after: "${last}"`,
          `last: 2, before: "${last}"`,
          `last: 2, after: "${middle}"`,
        );
      for (const page of pages)
        expect(await askPage(neo4j, page), `${plural} ${orderBy} ${page}`).toEqual(await askPage(memory, page));
    });
  }, 600_000);
});

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
}
