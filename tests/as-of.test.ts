import { execute, parse } from 'graphql';
import { beforeAll, expect, test } from 'vitest';
import { openGraph, type OpenGraph } from '../src/index.js';

/** The graph that ships, as of moments. */

let graph: OpenGraph;

beforeAll(async () => {
  graph = await openGraph();
}, 60_000);

async function ask(question: string): Promise<any> {
  const { data, errors } = await execute({
    schema: graph.schema,
    document: parse(question),
    contextValue: graph.context(new AbortController().signal),
    fieldResolver: graph.fieldResolver as never,
  });
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data));
}

test('by the end of 2009 the briefing is the only document that is known', async () => {
  const { asOf } = await ask(
    '{ asOf(knownAt: "2009-12-31") { sources(where: { publishedOn: { isNull: false } }) { nodes { id } } claims(first: 100, where: { origin: { eq: DOCUMENT } }) { totalCount nodes { citations { source { id } } } } } }',
  );
  expect(asOf.sources.nodes).toEqual([{ id: 'source/briefing-2009' }]);
  expect(asOf.claims.totalCount).toBeGreaterThan(10);
  for (const { citations } of asOf.claims.nodes)
    expect(citations.map(({ source }: any) => source.id)).toEqual(citations.map(() => 'source/briefing-2009'));
});

test('a meeting of which only a later document tells is not there, nor counted', async () => {
  const question = 'meetings { totalCount } visits { totalCount } leader(id: "leader/hun-manet") { id }';
  const { now, then } = await ask(`{ now: asOf { ${question} } then: asOf(knownAt: "2009-12-31") { ${question} } }`);
  expect(then.meetings.totalCount).toBeLessThan(now.meetings.totalCount);
  expect(now.leader).toEqual({ id: 'leader/hun-manet' });
  expect(then.leader).toBeNull();
});

test('a year that a later document got wrong is not among the values known before it', async () => {
  const question =
    'agreement(id: "agreement/supplementary-treaty-2005") { concludedOn { edtf } claims(where: { property: { eq: "concludedOn" } }) { nodes { value isBest } } }';
  const { then, now } = await ask(
    `{ then: asOf(knownAt: "2009-12-31") { ${question} } now: asOf(knownAt: "2026-02-06") { ${question} } }`,
  );
  expect(then.agreement).toEqual({
    concludedOn: { edtf: '2005-10' },
    claims: { nodes: [{ value: '2005-10', isBest: true }] },
  });
  expect(now.agreement.claims.nodes).toContainEqual({ value: '2015', isBest: false });
});

test('on a day those hold an office whose time may include it; of others the answer says how far the sources reach', async () => {
  const { then, edges } = await ask(`{
    then: asOf(validAt: "2005-10-15") { office(id: "office/kh-prime-minister") { holders(where: { fact: { origin: { eq: DOCUMENT } } }) { edges { attestation node { id } } } } }
    edges: office(id: "office/kh-prime-minister") { holders(where: { fact: { origin: { eq: DOCUMENT } } }) { edges { attestation(on: "2012-01-01") } } }
  }`);
  expect(then.office.holders.edges).toEqual([{ attestation: 'POSSIBLE', node: { id: 'leader/hun-sen' } }]);
  const reached = edges.holders.edges.map(({ attestation }: any) => attestation as string);
  // The documents name a holder in 2005 and again from 2018 on: of the years between they say nothing.
  expect(new Set(reached)).toEqual(new Set(['BEFORE', 'AFTER']));
});

test('as of the day of the release, with all known, it has the plain values of what still holds', async () => {
  const question = 'provinces(first: 100) { nodes { id level outline: exists { from { edtf } } } }';
  const plain = await ask(`{ ${question} }`);
  const { asOf } = await ask(`{ asOf(validAt: "${graph.release.date}") { ${question} } }`);
  expect(asOf).toEqual(plain);
});

test('every root field is there again within asOf, and a moment that cuts nothing off changes no answer', async () => {
  const { data } = await execute({
    schema: graph.schema,
    document: parse(
      '{ __schema { queryType { name fields { name } } } asOf { __typename __schema { queryType { name } } } }',
    ),
    contextValue: graph.context(new AbortController().signal),
    fieldResolver: graph.fieldResolver as never,
  });
  expect(data!['asOf']).toMatchObject({ __typename: 'Query', __schema: { queryType: { name: 'Query' } } });
  const kinds = 'agreements events figures provinces leaders offices organizations meetings'.split(' ');
  const question = kinds
    .map(
      (kind) =>
        `${kind}(first: 50) { totalCount nodes { id name sources { id } claims(first: 20) { nodes { id isBest value } } } }`,
    )
    .join(' ');
  const whole = await ask(`{ ${question} }`);
  const { asOf } = await ask(`{ asOf(knownAt: "9999-12-31") { ${question} } }`);
  expect(asOf).toEqual(whole);
});

/** The same question on the graph that ships, and as of the beginning of 2010, when only the briefing was out. */
const nowAndIn2010 = (question: string) =>
  ask(`{ now: asOf { ${question} } then: asOf(knownAt: "2010-01-01") { ${question} } }`);

test('a contradiction is not there before the document that makes it', async () => {
  const { now, then } = await nowAndIn2010(
    'conflicts(about: [{ id: "agreement/supplementary-treaty-2005" }]) { nodes { kind } }',
  );
  expect(now.conflicts.nodes).toContainEqual({ kind: 'CONTRADICTION' });
  expect(then.conflicts.nodes).toEqual([]);
});

test('a timeline has no entry of which only a later document tells', async () => {
  const { now, then } = await nowAndIn2010(
    'timeline(about: [{ id: "agreement/supplementary-treaty-2005" }]) { totalCount nodes { id date { edtf } } }',
  );
  const ids = ({ timeline }: any): string[] => timeline.nodes.map(({ id }: any) => id as string);
  const [of2005, of2019] = [
    'supplementary-treaty-2005/concludedOn/2005-10',
    'supplementary-treaty-2019/concludedOn/2019-10',
  ];
  expect(ids(now)).toEqual([`entry/claim/agreement.${of2005}`, `entry/claim/agreement.${of2019}`]);
  expect(ids(then)).toEqual([`entry/claim/agreement.${of2005}`]);
});

test('a search finds nobody whom only a later document names', async () => {
  const { now, then } = await nowAndIn2010('search(text: "Hun Manet") { totalCount nodes { id } }');
  expect(now.search.nodes).toContainEqual({ id: 'leader/hun-manet' });
  expect(then.search).toEqual({ totalCount: 0, nodes: [] });
});

test('no path and no neighbourhood leads through what only a later document says', async () => {
  const { now, then } = await nowAndIn2010(`
    paths(from: { id: "agreement/supplementary-treaty-2005" }, to: { id: "agreement/supplementary-treaty-2019" }) { length }
    neighbourhood(of: [{ id: "agreement/supplementary-treaty-2005" }]) { nodes { id } }`);
  expect(now.paths[0]).toEqual({ length: 1 });
  expect(then.paths).toEqual([]);
  expect(now.neighbourhood.nodes).toContainEqual({ id: 'agreement/supplementary-treaty-2019' });
  expect(then.neighbourhood.nodes).not.toContainEqual({ id: 'agreement/supplementary-treaty-2019' });
  expect(then.neighbourhood.nodes.length).toBeGreaterThan(1);
});
