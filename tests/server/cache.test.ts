import { describe, expect, it } from 'vitest';
import { ask, GRAPHQL, JSON_TYPE, serve } from './serve.js';
import { toyGraph } from './toy-graph.js';

describe('a GET', () => {
  const get = (url: string, headers = {}) => fetch(`${url}/graphql?query={id}`, { headers });

  it('is tagged by the release, and by the media type it is answered in', async () => {
    const { url } = await serve();
    const [plain, strict] = [await get(url), await get(url, { accept: GRAPHQL })];
    expect(plain.headers.get('etag')).toMatch(/^"[\w-]{16}-json"$/);
    expect(strict.headers.get('etag')).not.toBe(plain.headers.get('etag'));
    expect(plain.headers.get('vary')).toBe('Accept');
    expect(plain.headers.get('cache-control')).toBe('public, max-age=60');
    const next = await serve({}, toyGraph('release-2'));
    expect((await get(next.url)).headers.get('etag')).not.toBe(plain.headers.get('etag'));
  });

  it('is 304 without a read while the release is the same', async () => {
    const graph = toyGraph();
    const { url } = await serve({}, graph);
    const etag = (await get(url)).headers.get('etag') ?? '';
    for (const held of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const again = await get(url, { 'if-none-match': held });
      expect(again.status).toBe(304);
      expect(again.headers.get('etag')).toBe(etag);
      expect(again.headers.get('access-control-allow-origin')).toBe('*');
      expect(await again.text()).toBe('');
    }
    expect(graph.signals).toHaveLength(1);
    expect((await get(url, { 'if-none-match': '"other"' })).status).toBe(200);
    expect((await get(url, { 'if-none-match': etag, accept: GRAPHQL })).status).toBe(200);
  });

  it('takes variables and an operation name from its address', async () => {
    const { url } = await serve();
    const search = new URLSearchParams({
      query: 'query A { id } query B($id: ID!) { province(id: $id) { name } }',
      operationName: 'B',
      variables: '{"id":"province/toy"}',
    });
    expect(await (await fetch(`${url}/graphql?${search}`)).json()).toMatchObject({
      data: { province: { name: 'Toy' } },
    });
  });

  it('that fails, in whole or in part, is not to be kept', async () => {
    const { url } = await serve();
    for (const query of ['{', '{ throws(what: "STORE_TIMEOUT") id }']) {
      const { headers } = await fetch(`${url}/graphql?query=${encodeURIComponent(query)}`);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.has('etag')).toBe(false);
    }
  });
});

it('tags no answer to a POST', async () => {
  const { headers } = await ask(await serve(), '{ id }', undefined, { accept: JSON_TYPE });
  expect(headers.has('etag')).toBe(false);
  expect(headers.get('cache-control')).toBe('no-store');
});

it('gives a new tag once another release is loaded', async () => {
  const graph = toyGraph();
  const { url } = await serve({}, graph);
  const tag = async () => (await fetch(`${url}/graphql?query={id}`)).headers.get('etag');
  const before = await tag();
  Object.assign(graph, { release: { ...graph.release, id: 'release-2' } });
  expect(await tag()).not.toBe(before);
  expect(await (await fetch(`${url}/health/ready`)).json()).toMatchObject({ release: { id: 'release-2' } });
});
