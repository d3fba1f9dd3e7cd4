import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { ReadPlan } from '../../../src/plan/read-plan.js';
import { compile } from '../../../src/store/neo4j/compile.js';
import { cypher, name, parameter, textOf, type Cypher } from '../../../src/store/neo4j/cypher.js';
import { Model } from '../../../src/store/neo4j/layout.js';
import { toyKinds } from '../../toy/kinds.js';
import { MemoryStore } from '../../../src/store/memory/memory-store.js';
import { toyRelease } from '../../toy/release.js';
import { toyOver, type Variables } from '../../toy/toy-graph.js';

const folder = fileURLToPath(new URL('../../cases/toy/', import.meta.url));
const model = new Model(toyKinds);

/** The plans of a question, in the order in which they are read. */
async function plansOf(question: string, variables?: Variables): Promise<ReadPlan[]> {
  const plans: ReadPlan[] = [];
  class Watched extends MemoryStore {
    override async read(...reading: Parameters<MemoryStore['read']>): Promise<unknown> {
      plans.push(reading[0]);
      return super.read(...reading);
    }
  }
  const store = new Watched();
  await store.load(toyRelease);
  await toyOver(store).ask(question, variables);
  return plans;
}

const statementsOf = async (question: string, variables?: Variables) =>
  (await plansOf(question, variables)).map((plan) => `${compile(plan, model, 'A').text};\n`).join('\n');

const typical: Readonly<Record<string, string>> = {
  'one-by-id': '{ city(id: "city/hue") { id name population foundedOn { edtf } } }',
  'any-by-id': '{ node(id: "city/hue") { __typename id ... on City { name } ... on Claim { value } } }',
  'several-by-id': '{ nodes(ids: ["city/hue", "x/y"]) { id } }',
  'by-name': '{ entity(ref: { name: "Huế" }) { id name } }',
  'first-page': '{ cities(first: 3) { nodes { id name } pageInfo { hasNextPage } } }',
  'by-date': '{ treaties(first: 3, orderBy: [{ concludedOn: DESC }]) { totalCount nodes { id } } }',
  nested:
    '{ cities(first: 5) { nodes { id treaties(first: 5, orderBy: [{ concludedOn: ASC }]) { nodes { id parties { nodes { id name } } } } } } }',
  'all-of-a-fact':
    '{ city(id: "city/hue") { treaties { edges { cursor id role seat validTime { from { edtf } } citations { paragraph source { id } } node { id } } } } }',
  filtered:
    '{ treaties(where: { parties: { some: { node: { id: { eq: "city/hue" } }, fact: { modality: { eq: REPORTED } } } }, not: { status: { eq: LAPSED } } }) { totalCount } }',
  search:
    '{ search(text: "hue", first: 3) { totalCount kinds { key count } pageInfo { hasNextPage } edges { cursor score matchedOn node { id name } } } }',
  suggest: '{ suggest(prefix: "hu") { text kind entity { id } } }',
  match: '{ match(queries: [{ name: "hue" }]) { query candidates { isMatch score entity { id } } } }',
  timeline:
    '{ timeline(first: 3, kinds: [TREATY], between: { from: "1991-01-01" }, certainty: CERTAIN) { totalCount nodes { id title date { edtf } involved { id } } } }',
  'timeline-about':
    '{ timeline(first: 3, about: [{ id: "city/hue" }, { name: "Hue" }]) { nodes { id entity { id } } } }',
  'timeline-of-one': '{ city(id: "city/hue") { timeline(first: 3) { totalCount nodes { id } } conflicts { id } } }',
  conflicts: '{ conflicts(first: 3) { nodes { id kind claims { value } preferred { id } } } }',
  'as-of':
    '{ asOf(validAt: "1991-10-23", knownAt: "2000-01-01") { cities(first: 3, orderBy: [{ population: DESC }]) { nodes { id population sources { id } treaties { edges { citations { paragraph } node { id } } } } } } }',
  'as-of-known':
    '{ asOf(knownAt: "2000-01-01") { claims(where: { isBest: true, minSources: 2 }) { totalCount } node(id: "city/hue") { id } graph { counts { key count } } } }',
  graph: '{ graph { release counts { key count } sources { id } } }',
};

for (const [title, question] of Object.entries(typical)) {
  test(`compiles ${title}`, async () => {
    await expect(await statementsOf(question)).toMatchFileSnapshot(`./cases/${title}.cypher`);
  });
}

for (const file of readdirSync(folder).filter((each) => each.endsWith('.graphql'))) {
  test(`compiles ${file}`, async () => {
    const statements = await statementsOf(readFileSync(folder + file, 'utf8'));
    await expect(statements).toMatchFileSnapshot(`./cases/toy-${file.replace('.graphql', '.cypher')}`);
  });
}

test('a statement is the same whatever the values are, and has none of them', async () => {
  const question = `query ($id: ID!, $text: String!, $day: Date!, $n: Int!, $after: String) {
    cities(first: $n, after: $after, where: { id: { eq: $id }, name: { contains: $text }, foundedOn: { before: $day }, population: { gt: $n } }) { nodes { id } } }`;
  const one = await statementsOf(question, { id: 'city/canary', text: 'canary', day: '1871-03-04', n: 77 });
  const other = await statementsOf(question, { id: "'}) //", text: '`$p1`', day: '2000-01-01', n: 3 });
  expect(one).toBe(other);
  expect(one).not.toMatch(/canary|1871|77/);
});

test('what is asked of entities of any kind is compiled once, so that each level adds as much as the one before', async () => {
  const nested = (level: number): string =>
    level === 0
      ? 'id'
      : `related(first: 2) { nodes { to { id timeline(first: 1) { totalCount } ${nested(level - 1)} } } }`;
  const lengthOf = async (level: number) => {
    const statements = await statementsOf(`{ entity(ref: { id: "city/hue" }) { ${nested(level)} } }`);
    return statements.split('\n').length;
  };
  const [one, two, three, four] = await Promise.all([1, 2, 3, 4].map(lengthOf));
  expect(three! - two!).toBe(two! - one!);
  expect(four! - three!).toBe(two! - one!);
});

test('a statement never has a constant that is text, but for the ways of an edge and what carries nothing', async () => {
  for (const question of Object.values(typical)) {
    const texts = (await statementsOf(question)).match(/'[^']*'/g) ?? [];
    expect(texts.every((each) => ["'>'", "'<'", "'DENIED'", "'DEPRECATED'"].includes(each))).toBe(true);
  }
});

test('values cannot be put into Cypher', () => {
  expect(() => cypher`RETURN ${'x' as unknown as Cypher}`).toThrow(TypeError);
  expect(() => cypher`RETURN ${1 as unknown as Cypher}`).toThrow(TypeError);
  expect(() => cypher`RETURN ${{} as unknown as Cypher}`).toThrow(TypeError);
  for (const bad of ['', 'a b', 'a`b', 'a\\u0060b', '1a', 'ä', 'a.b', '$a']) {
    expect(() => name(bad)).toThrow(TypeError);
    expect(() => parameter(bad)).toThrow(TypeError);
  }
  expect(textOf(cypher`MATCH (n:${name('City')} {id: ${parameter('p1')}})`)).toBe('MATCH (n:City {id: $p1})');
});
