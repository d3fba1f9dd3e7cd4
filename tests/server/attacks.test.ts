import { gzipSync } from 'node:zlib';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { ask, codeOf, exchange, JSON_TYPE, see, serve } from './serve.js';
import { toyGraph } from './toy-graph.js';

const head = (...headers: readonly string[]): string =>
  ['POST /graphql HTTP/1.1', 'host: localhost', `content-type: ${JSON_TYPE}`, ...headers, '', ''].join('\r\n');

describe('a body', () => {
  it('that is a gzip bomb is refused without being unpacked', async () => {
    const { url } = await serve();
    const body = gzipSync(Buffer.alloc(20_000_000, ' '));
    expect(body.byteLength).toBeLessThan(131_072);
    const headers = { 'content-type': JSON_TYPE, 'content-encoding': 'gzip' };
    const answer = await see(`${url}/graphql`, { method: 'POST', headers, body });
    expect(codeOf(answer)).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });

  it('of 50 MB is refused by its Content-Length, before it is sent', async () => {
    const server = await serve();
    const answer = await exchange(server, head('content-length: 50000000'));
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('"code":"PAYLOAD_TOO_LARGE"');
  });

  it('of 50 MB without a Content-Length is refused once it passes the limit', async () => {
    const server = await serve();
    const chunk = Buffer.alloc(1_000_000, ' ');
    const framed = Buffer.concat([Buffer.from(`${chunk.byteLength.toString(16)}\r\n`), chunk, Buffer.from('\r\n')]);
    const answer = await exchange(
      server,
      head('transfer-encoding: chunked'),
      ...Array.from({ length: 50 }, () => framed),
    );
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('"limit":131072');
  });

  it('that never ends is answered 408, and its connection closed', async () => {
    const server = await serve({
      ENTENTE_REQUEST_TIMEOUT: '100',
      ENTENTE_HEADERS_TIMEOUT: '100',
      ENTENTE_TIMEOUT_CHECK: '20',
    });
    const answer = await exchange(server, head('content-length: 100'), '{"query":');
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toContain('"code":"REQUEST_TIMEOUT"');
  });

  it('of 50 MB leaves the server as it was', async () => {
    const server = await serve();
    await exchange(server, head('content-length: 50000000'), Buffer.alloc(5_000_000, ' '));
    expect(codeOf(await ask(server, '{ id }'))).toEqual([200, undefined]);
  });
});

describe('headers', () => {
  it('that are no HTTP, too large, or name no host are refused as JSON', async () => {
    const server = await serve();
    expect(await exchange(server, 'nonsense\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 [^]*"code":"BAD_REQUEST"/);
    const large = `GET / HTTP/1.1\r\nhost: a\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`;
    expect(await exchange(server, large)).toMatch(/^HTTP\/1\.1 431 [^]*"code":"HEADERS_TOO_LARGE"/);
    expect(await exchange(server, 'GET / HTTP/1.1\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 [^]*"code":"BAD_REQUEST"/);
    expect(await exchange(server, 'GET / HTTP/1.1\r\nhost: a b\r\nconnection: close\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 400 [^]*"code":"BAD_REQUEST"/,
    );
  });

  it('of HTTP/1.0 need no host, as health checks of load balancers send none', async () => {
    expect(await exchange(await serve(), 'GET /health/ready HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 200 /);
  });
});

describe('a document', () => {
  it('of brackets only is refused before it is parsed', async () => {
    const server = await serve();
    const brackets = { '{ id ': 200, '[': 900, '(': 400 };
    for (const [opening, count] of Object.entries(brackets)) {
      expect(codeOf(await ask(server, `{ province(id: ${opening.repeat(count)}`))).toEqual([400, 'QUERY_TOO_DEEP']);
    }
    expect(codeOf(await ask(server, '{'.repeat(100_000)))).toEqual([400, 'DOCUMENT_TOO_LARGE']);
  });

  it('whose fragments double fourteen times is measured, and refused', async () => {
    const doubled = Array.from(
      { length: 14 },
      (_, index) => `fragment F${index} on Query { ...F${index + 1} asOf { ...F${index + 1} } }`,
    );
    const query = `{ ...F0 } ${doubled.join(' ')} fragment F14 on Query { id }`;
    const answer = await ask(await serve({ ENTENTE_ROOT_FIELDS: '1000000', ENTENTE_DEPTH: '100' }), query);
    expect(answer.body.errors?.[0]?.extensions).toEqual({
      code: 'DOCUMENT_TOO_LARGE',
      limit: 500,
      actual: 2 ** 15 - 1,
    });
  });

  it('cannot hide its cost in variables, nor in a document that was seen before', async () => {
    const server = await serve();
    const query = `query ($n: Int = 1) { provinces(first: $n) { nodes { provinces(first: $n) { nodes { id } } } } }`;
    expect(codeOf(await ask(server, query))).toEqual([200, undefined]);
    expect(codeOf(await ask(server, query, { n: 10 }))).toEqual([200, undefined]);
    expect((await ask(server, query, { n: 100 })).body.errors?.[0]?.extensions).toEqual({
      code: 'QUERY_TOO_COSTLY',
      limit: 5000,
      actual: 10_100,
    });
    expect(codeOf(await ask(server, query, { n: 1_000_000 }))).toEqual([400, 'BAD_USER_INPUT']);
  });

  it('cannot multiply its pages by a list of ids', async () => {
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { provinces(first: 100) { totalCount } } }';
    const ids = Array.from({ length: 51 }, (_, index) => `province/${index}`);
    const answer = await ask(await serve(), query, { ids });
    expect(answer.body.errors?.[0]?.extensions).toEqual({ code: 'QUERY_TOO_COSTLY', limit: 5000, actual: 5100 });
  });

  it('cannot unfold introspection', async () => {
    const server = await serve();
    const once = '__schema { types { fields { type { fields { name } } } } }';
    const aliased = Array.from({ length: 20 }, (_, index) => `a${index}: ${once}`).join(' ');
    expect(codeOf(await ask(server, `{ ${once} }`))).toEqual([200, undefined]);
    expect(codeOf(await ask(await serve({ ENTENTE_COST: '500' }), `{ ${aliased} }`))).toEqual([
      400,
      'QUERY_TOO_COSTLY',
    ]);
    const thrice = '{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }';
    expect(codeOf(await ask(server, thrice))).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
  });
});

describe('a string', () => {
  const query = 'query ($id: ID!) { province(id: $id) { id } }';
  const filter = 'query ($where: ProvinceFilter) { provinces(where: $where) { totalCount } }';
  const search = 'query ($text: String!) { search(text: $text) { totalCount } }';

  it.each<[string, string, unknown, string]>([
    ['half of a surrogate pair', query, { id: '\ud83d' }, 'text'],
    ['NUL', query, { id: 'a\0' }, 'text'],
    ['half of a surrogate pair deep in a filter', filter, { where: { and: [{ name: 'a\udc00' }] } }, 'text'],
    ['NUL written as a literal', '{ province(id: "a\\u0000") { id } }', {}, 'text'],
    ['NUL in a default', 'query ($id: ID! = "\\u0000") { province(id: $id) { id } }', {}, 'text'],
    ['an id of 201 characters', query, { id: 'x'.repeat(201) }, '200'],
    ['an id of 201 characters deep in a filter', filter, { where: { and: [{ id: 'x'.repeat(201) }] } }, '200'],
    ['an id of 201 characters as a literal', `{ province(id: "${'x'.repeat(201)}") { id } }`, {}, '200'],
    ['a search of 201 characters', search, { text: 'x'.repeat(201) }, '200'],
    ['a filter of 10,001 characters', filter, { where: { name: 'x'.repeat(10_001) } }, '10000'],
  ])('with %s is refused', async (_, document, variables, word) => {
    const answer = await ask(await serve(), document, variables);
    expect(codeOf(answer)).toEqual([400, 'BAD_USER_INPUT']);
    expect(answer.body.errors?.[0]?.message).toContain(word);
  });

  it('is accepted at its longest, and with whole surrogate pairs', async () => {
    const server = await serve();
    expect(codeOf(await ask(server, query, { id: '🏛️ Đồng Tháp ស្វាយរៀង' }))).toEqual([200, undefined]);
    expect(codeOf(await ask(server, filter, { where: { name: 'x'.repeat(10_000) } }))).toEqual([200, undefined]);
    expect(codeOf(await ask(server, search, { text: 'x'.repeat(200) }))).toEqual([200, undefined]);
  });

  it('may stand in a query as half of a surrogate pair only to be refused', async () => {
    const { url } = await serve();
    const body = '{"query":"{ province(id: \\"\\ud83d\\") { id } }"}';
    const headers = { 'content-type': JSON_TYPE };
    expect(codeOf(await see(`${url}/graphql`, { method: 'POST', headers, body }))).toEqual([
      200,
      'GRAPHQL_PARSE_FAILED',
    ]);
  });

  it('that nests deeper than anything meant is refused without being walked', async () => {
    const { url } = await serve();
    const where = '{"and":'.repeat(5000) + 'null' + '}'.repeat(5000);
    const body = `{"query":${JSON.stringify(filter)},"variables":{"where":${where}}}`;
    const headers = { 'content-type': JSON_TYPE, accept: 'application/graphql-response+json' };
    expect(codeOf(await see(`${url}/graphql`, { method: 'POST', headers, body }))).toEqual([400, 'BAD_USER_INPUT']);
  });

  it('named __proto__ changes nothing', async () => {
    const { url } = await serve();
    const body = '{"query":"{ id }","__proto__":{"x":1},"variables":{"__proto__":{"polluted":1},"constructor":{}}}';
    const answer = await see(`${url}/graphql`, { method: 'POST', headers: { 'content-type': JSON_TYPE }, body });
    expect(answer.body.data).toEqual({ id: 'query' });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('a request that takes long', () => {
  it('is cut short at the deadline: 200 with a path if its read says so, 504 if nothing does', async () => {
    const server = await serve({ ENTENTE_DEADLINE: '30' });
    expect(codeOf(await ask(server, '{ slow(ms: 10000) }'))).toEqual([200, 'STORE_TIMEOUT']);
    expect(codeOf(await ask(server, '{ hangs }'))).toEqual([504, 'STORE_TIMEOUT']);
  });

  it('is cancelled when its client goes', async () => {
    const graph = toyGraph();
    const server = await serve({ ENTENTE_DEADLINE: '60000' }, graph);
    const body = JSON.stringify({ query: '{ slow(ms: 60000) }' });
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    socket.write(head(`content-length: ${body.length}`) + body);
    while (graph.signals.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(graph.signals[0]?.aborted).toBe(false);
    socket.destroy();
    while (!graph.signals[0]?.aborted) await new Promise((resolve) => setTimeout(resolve, 5));
  });

  it('keeps its place, so that one more is refused, and health is not', async () => {
    const graph = toyGraph();
    const server = await serve({ ENTENTE_IN_FLIGHT: '2' }, graph);
    const running = [ask(server, '{ slow(ms: 300) }'), ask(server, '{ slow(ms: 300) }')];
    while (graph.signals.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    const refused = await ask(server, '{ id }');
    expect(codeOf(refused)).toEqual([503, 'SERVER_BUSY']);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(refused.body.errors?.[0]?.extensions).toMatchObject({ limit: 2, actual: 3 });
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(200);
    expect((await Promise.all(running)).map(codeOf)).toEqual([
      [200, undefined],
      [200, undefined],
    ]);
    expect(codeOf(await ask(server, '{ id }'))).toEqual([200, undefined]);
  });
});
