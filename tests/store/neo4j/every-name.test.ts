import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadSeed } from '../../../src/loader/load-seed.js';
import { declarationsOf, relationshipTypes } from '../../../src/model/declare.js';
import type { EntityRecord } from '../../../src/model/release.js';
import { createGraph } from '../../../src/query/graph.js';
import type { OpenGraph } from '../../../src/query/open-graph.js';
import { createSchema } from '../../../src/resolvers/create-schema.js';
import { kinds } from '../../../src/schema/index.js';
import { Neo4jStore } from '../../../src/store/neo4j/neo4j-store.js';
import { candidatesOf, casesOf, expectFirst, expectFirstButFor, wrongCasesOf } from '../../query/every-name.js';
import { describeNeo4j, PATIENCE } from './server.js';

describeNeo4j('Every name and variant in the graph that ships, in Neo4j', (options) => {
  let graph: OpenGraph;
  let entities: readonly EntityRecord[];

  beforeAll(async () => {
    const declarations = declarationsOf(kinds);
    const release = await loadSeed(['graph-seed'], declarations);
    const store = await Neo4jStore.open({ ...options(), ...PATIENCE }, declarations);
    await store.load(release);
    graph = createGraph({
      schema: createSchema(declarations),
      relationships: relationshipTypes(declarations),
      store,
    });
    entities = [...release.entities];
  }, 300_000);

  afterAll(() => graph?.close());

  test('finds its entity first, however it is written', async () => {
    // Two ways to write a name are mostly the same text: each is looked for once.
    const cases = new Map(casesOf(entities).map((each) => [`${each.entity.id} ${each.text}`, each]));
    for await (const [each, candidates] of candidatesOf(graph, [...cases.values()])) expectFirst(each, candidates);
  }, 600_000);

  test('finds its entity first with a wrong letter, but for what the text says as it is', async () => {
    const cases = wrongCasesOf(entities);
    let outdone = 0;
    for await (const [each, candidates] of candidatesOf(graph, cases))
      outdone += Number(expectFirstButFor(each, candidates));
    expect(outdone).toBeLessThan(cases.length / 100);
  }, 600_000);
});
