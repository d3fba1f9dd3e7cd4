import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGraph, type OpenGraph } from '../../src/index.js';
import { ask, serve, type Seen } from './serve.js';

describe('an answer', () => {
  let graph: OpenGraph;

  beforeAll(async () => {
    graph = await openGraph();
  });
  afterAll(() => graph.close());

  /** Asks a server of this graph, of which some parts are others. */
  const askOf = async (parts: Partial<OpenGraph>, query: string, variables?: unknown): Promise<Seen> => {
    const own = { context: graph.context.bind(graph), close: async () => undefined };
    return ask(await serve({}, { ...graph, ...own, ...parts }), query, variables);
  };
  const unasked: Partial<OpenGraph> = {
    fieldResolver: () => {
      throw new Error('A field was asked for.');
    },
  };

  it('is made out of its rows at once, without asking for each field', async () => {
    const query = `query ($lang: Language, $first: Int) {
      province(id: "province/tay-ninh") { __typename name(lang: $lang) agreements(first: $first) { totalCount edges { cursor isCurrent node { name concludedOn { text(lang: EN) } } } } }
      asOf(knownAt: "2021-01-01") { graph { date } entity(ref: { id: "country/kh" }) { kind ... on Country { iso3166: externalIds { value } } } }
    }`;
    const answer = await askOf(unasked, query, { lang: 'EN', first: 2 });
    expect(answer.body).toMatchObject({
      data: {
        province: { __typename: 'Province', name: 'Tay Ninh', agreements: { edges: [{}, {}] } },
        asOf: { entity: { kind: 'COUNTRY' } },
      },
      extensions: { reads: 3 },
    });
    expect(answer.body).toEqual(
      (await askOf({ context: leftToGraphqlJs(graph) }, query, { lang: 'EN', first: 2 })).body,
    );
  });

  it('that has an error is left to graphql-js, and nothing is read again for it', async () => {
    const query = '{ ok: country(id: "country/kh") { id } bad: provinces(after: "nowhere") { totalCount } }';
    const { body } = await askOf({}, query);
    expect(body.data).toBeNull();
    expect(body.errors).toMatchObject([{ path: ['bad'], extensions: { code: 'BAD_CURSOR' } }]);
    expect(body.extensions).toEqual({ reads: 1 });
  });

  it('of the schema is left to graphql-js', async () => {
    const { body } = await askOf({}, '{ __schema { queryType { name } } country(id: "country/kh") { id } }');
    expect(body.data).toEqual({ __schema: { queryType: { name: 'Query' } }, country: { id: 'country/kh' } });
  });
});

/** Contexts of a graph that answer nothing at once. */
function leftToGraphqlJs(graph: OpenGraph): OpenGraph['context'] {
  return (...given) => Object.assign(graph.context(...given), { answer: async () => undefined });
}
