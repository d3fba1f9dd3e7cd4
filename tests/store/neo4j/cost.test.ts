import neo4j, { type Driver } from 'neo4j-driver';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generateRelease } from '../../../src/loader/generate-release.js';
import type { Parameters, ReadPlan } from '../../../src/plan/read-plan.js';
import { compile } from '../../../src/store/neo4j/compile.js';
import { Model, type Slot } from '../../../src/store/neo4j/layout.js';
import { MemoryStore } from '../../../src/store/memory/memory-store.js';
import { Neo4jStore } from '../../../src/store/neo4j/neo4j-store.js';
import type { Store } from '../../../src/store/store.js';
import { ask, declarations as kinds, graphOver } from './served.js';
import { describeNeo4j, PATIENCE } from './server.js';

const SMALL = 1_000;
const LARGE = 4_000;

const ordered = (direction: 'ASC' | 'DESC') => `query ($after: String, $before: String, $first: Int, $last: Int) {
  page: agreements(orderBy: [{ concludedOn: ${direction} }], first: $first, after: $after, last: $last, before: $before) {
    nodes { id name concludedOn { edtf } } pageInfo { hasNextPage endCursor } } }`;

const AGREEMENTS = ordered('ASC');

/** The agreements of one party, which is named or given by its id, from some day on. */
const ofParty = (by: 'id' | 'name') => `query ($party: ${by === 'id' ? 'ID' : 'String'}!) {
  page: agreements(
    where: { concludedOn: { after: "1960-01-01" }, parties: { some: { node: { ${by}: { eq: $party } } } } }
    orderBy: [{ concludedOn: ASC }], first: 20
  ) { totalCount nodes { id name } } }`;

describeNeo4j('What a question costs Neo4j', (options) => {
  let store: Neo4jStore;
  let driver: Driver;
  const asked: (readonly [ReadPlan, Parameters])[] = [];
  /** The store, and what it was asked. */
  const watched: Store = {
    get loaded() {
      return store.loaded;
    },
    read: (plan, parameters, signal) => {
      asked.push([plan, parameters]);
      return store.read(plan, parameters, signal);
    },
    load: () => Promise.reject(new Error('It is loaded.')),
    close: async () => undefined,
  };

  beforeAll(async () => {
    const { uri, user, password } = options();
    store = await Neo4jStore.open({ ...options(), ...PATIENCE }, kinds);
    driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  });
  afterAll(async () => {
    await driver?.close();
    await store?.close();
  });

  /** Loads a graph, and gives what its answers cost: how often Neo4j looked at something that is stored. */
  const costsOf = async (nodes: number): Promise<Readonly<Record<string, number>>> => {
    await store.load(generateRelease(nodes));
    const graph = graphOver(watched);
    const cost = async (question: string, variables: Readonly<Record<string, unknown>> = {}) => {
      asked.length = 0;
      const answer = JSON.parse(await ask(graph, question, variables)) as { data: any; errors?: unknown };
      expect(answer.errors).toBeUndefined();
      return { data: answer.data, hits: await hitsOf(asked[0]!, driver) };
    };
    const { data } = await cost(AGREEMENTS, { first: Math.min(100, nodes / 20) });
    const { endCursor } = data.page.pageInfo as { endCursor: string };
    const one = (data.page.nodes as readonly { id: string }[])[0]!;
    const hits = async (...question: Question) => (await cost(...question)).hits;
    const { data: ofFour } = await cost(`{
      provinces(where: { agreements: { count: { eq: 4 } } }, first: 1) { nodes { id name } } }`);
    const party = ofFour.provinces.nodes[0] as { id: string; name: string };
    return {
      'one by id': await hits('query ($id: ID!) { agreement(id: $id) { id name concludedOn { edtf } } }', {
        id: one.id,
      }),
      'the first page of a list': await hits(AGREEMENTS, { first: 20 }),
      'the latest of a list': await hits(ordered('DESC'), { first: 20 }),
      'a page in its middle': await hits(AGREEMENTS, { first: 20, after: endCursor }),
      'the page before it': await hits(AGREEMENTS, { last: 20, before: endCursor }),
      'the agreements of a party': await hits(ofParty('id'), { party: party.id }),
      'the agreements of a party that is named': await hits(ofParty('name'), { party: party.name }),
    };
  };

  test('a page costs what it holds, not what the graph does', async () => {
    const small = await costsOf(SMALL);
    const large = await costsOf(LARGE);
    for (const [question, hits] of Object.entries(large)) {
      expect(hits, question).toBeLessThan(600);
      expect(hits, question).toBeLessThan(2 * small[question]!);
    }
  }, 600_000);

  test('where more ways lead to agreements than are worth going, they are found along their order', async () => {
    const release = generateRelease(LARGE);
    await store.load(release);
    const memory = new MemoryStore();
    await memory.load(release);
    const provinces = [...release.entities].filter(({ kind }) => kind === 'Province');
    // A name that is written in several ways leads to the same province several times.
    const parties = provinces.flatMap(({ names: [{ text } = { text: '' }] }) => [
      ...[text, text.toUpperCase(), text.toLowerCase(), text.normalize('NFD')],
      ...[text.toUpperCase().normalize('NFD'), ` ${text} `],
    ]);
    const graph = graphOver(watched);
    for (const page of [
      'orderBy: [{ concludedOn: ASC }], first: 20',
      'orderBy: [{ concludedOn: DESC }], last: 20',
      'first: 9',
    ]) {
      const question = `query ($parties: [String!]!) {
        agreements(where: { parties: { some: { node: { name: { in: $parties } } } } }, ${page}) {
          nodes { id concludedOn { edtf } } pageInfo { hasNextPage hasPreviousPage } } }`;
      asked.length = 0;
      expect(await ask(graph, question, { parties })).toBe(await ask(graphOver(memory), question, { parties }));
      const scanned = rowsOf('NodeIndexScan', await profileOf(asked[0]!, driver));
      expect(scanned, page).toBeGreaterThan(0);
      expect(scanned, page).toBeLessThan(200);
    }
  }, 600_000);
});

type Question = [question: string, variables?: Readonly<Record<string, unknown>>];

/** How many hits PROFILE counts. */
async function hitsOf(asked: readonly [ReadPlan, Parameters], driver: Driver): Promise<number> {
  return hitsIn(await profileOf(asked, driver));
}

async function profileOf([plan, parameters]: readonly [ReadPlan, Parameters], driver: Driver): Promise<Profiled> {
  const session = driver.session();
  try {
    const { records } = await session.run('MATCH (release:Release) RETURN release.slot');
    const { text, values } = compile(plan, new Model(kinds), records[0]!.get(0) as Slot);
    const { summary } = await session.run(`PROFILE ${text}`, values(parameters));
    return summary.profile as Profiled;
  } finally {
    await session.close();
  }
}

interface Profiled {
  readonly operatorType: string;
  readonly rows: number;
  readonly dbHits: number;
  readonly children: readonly Profiled[];
}

function hitsIn({ dbHits, children }: Profiled): number {
  return children.reduce((sum, child) => sum + hitsIn(child), dbHits);
}

/** How many rows operators of a type gave. */
function rowsOf(type: string, { operatorType, rows, children }: Profiled): number {
  return children.reduce((sum, child) => sum + rowsOf(type, child), operatorType.startsWith(type) ? rows : 0);
}
