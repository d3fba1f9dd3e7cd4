import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGraph, type OpenGraph } from '../../src/index.js';
import { GRAPHQL, JSON_TYPE, see, serve, type Seen } from './serve.js';

describe('a request that asks to cite', () => {
  let graph: OpenGraph;

  beforeAll(async () => {
    graph = await openGraph();
  });

  const ask = async (query: string, extensions: unknown = { cite: true }): Promise<Seen> => {
    // Closing the server closes its graph, which others still need here.
    const { url } = await serve({}, { ...graph, context: graph.context.bind(graph), close: async () => undefined });
    return see(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': JSON_TYPE, accept: GRAPHQL },
      body: JSON.stringify({ query, extensions }),
    });
  };

  afterAll(() => graph.close());

  it('is told the documents that its answer rests on, in the order of their first use, each with every place', async () => {
    const { body } = await ask(`{
      first: agreement(id: "agreement/tay-ninh-svay-rieng-2026") { concludedOn { edtf } manner }
      second: agreement(id: "agreement/supplementary-treaty-2005") { concludedOn { edtf } }
      third: agreement(id: "agreement/tay-ninh-prey-veng-2026") { parties(first: 1) { nodes { name } } }
    }`);
    expect(body.extensions).toMatchObject({ reads: 3 });
    const sources = body.extensions!['sources'] as { id: string; footnote: string; passages: string[] }[];
    expect(sources.map(({ id }) => id)).toEqual(['source/party-meeting-2026', 'source/briefing-2009']);
    expect(sources[0]!.footnote).toMatch(/Tiền Phong Online, 6 February 2026, ¶\d+(, ¶\d+)*$/);
    for (const { passages, footnote } of sources) {
      expect(footnote.match(/¶/g)).toHaveLength(passages.length);
    }
    expect(body.extensions).not.toHaveProperty('coverage');
  });

  it('has the same data as one that does not', async () => {
    const query =
      '{ provinces(first: 5) { totalCount nodes { name agreements { edges { citations { footnote } node { manner } } } } } }';
    const [cited, plain] = [await ask(query), await ask(query, {})];
    expect(cited.body.data).toEqual(plain.body.data);
    expect(plain.body.extensions).toEqual({ reads: 1 });
  });

  it('is told what was looked in where the answer rests on nothing', async () => {
    const { body } = await ask('{ agreements(where: { name: { eq: "Treaty of Nowhere" } }) { nodes { name } } }');
    expect(body.extensions).toMatchObject({ reads: 1, sources: [], coverage: { date: graph.release.date } });
    const { documents } = body.extensions!['coverage'] as { documents: { id: string; footnote: string }[] };
    expect(documents.map(({ id }) => id)).toEqual([
      'source/achievements-2022',
      'source/briefing-2009',
      'source/conference-2023',
      'source/party-meeting-2026',
      'source/spokesperson-2020',
    ]);
    expect(documents.every(({ footnote }) => footnote !== '')).toBe(true);
  });

  it('is refused where it says neither true nor false', async () => {
    const { status, body } = await ask('{ __typename }', { cite: 'yes' });
    expect([status, body.errors?.[0]?.extensions['code']]).toEqual([400, 'BAD_REQUEST']);
  });

  it('may be a GET, with its extensions in the address', async () => {
    const { url } = await serve({}, { ...graph, context: graph.context.bind(graph), close: async () => undefined });
    const search = new URLSearchParams({
      query: '{ country(id: "country/vn") { name } }',
      extensions: '{"cite":true}',
    });
    const { body } = await see(`${url}/graphql?${search}`);
    expect(body.extensions!['sources']).not.toEqual([]);
  });
});
