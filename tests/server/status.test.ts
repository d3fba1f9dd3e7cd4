import { describe, expect, it } from 'vitest';
import { ask, codeOf, GRAPHQL, JSON_TYPE, see, serve } from './serve.js';

const deep = (levels: number): string => `{ ${'asOf { '.repeat(levels - 1)} id ${'}'.repeat(levels)}`;
const many = (count: number, write: (index: number) => string): string =>
  `{ ${Array.from({ length: count }, (_, index) => write(index)).join(' ')} }`;

/** The table of OPERATIONS: a query that is refused, its code, and its status for each media type. */
const table: readonly (readonly [string, string, number, number, unknown?])[] = [
  ['{', 'GRAPHQL_PARSE_FAILED', 400, 200],
  ['{ missing }', 'GRAPHQL_VALIDATION_FAILED', 400, 200],
  ['query A { id } query B { id }', 'OPERATION_RESOLUTION_FAILURE', 400, 400],
  ['mutation { __typename }', 'OPERATION_NOT_SUPPORTED', 400, 400],
  ['subscription { __typename }', 'OPERATION_NOT_SUPPORTED', 400, 400],
  [many(1001, () => 'id'), 'DOCUMENT_TOO_LARGE', 400, 400],
  [deep(11), 'QUERY_TOO_DEEP', 400, 400],
  [`{ province(id: "a") { ${many(31, (index) => `a${index}: id`).slice(1, -1)} } }`, 'TOO_MANY_ALIASES', 400, 400],
  [many(1, () => `id ${'... @include(if: true) { id }'.repeat(51)}`), 'TOO_MANY_DIRECTIVES', 400, 400],
  [many(21, () => 'id'), 'TOO_MANY_ROOT_FIELDS', 400, 400],
  ['{ provinces(first: 100) { nodes { provinces(first: 50) { totalCount } } } }', 'QUERY_TOO_COSTLY', 400, 400],
  ['{ provinces(first: 101) { totalCount } }', 'BAD_USER_INPUT', 400, 200],
  ['{ provinces(first: -1) { totalCount } }', 'BAD_USER_INPUT', 400, 200],
  ['query ($id: ID!) { province(id: $id) { id } }', 'BAD_USER_INPUT', 400, 200, { id: null }],
  ['{ large(bytes: 2000001) }', 'RESPONSE_TOO_LARGE', 400, 400],
];

describe('a refused query', () => {
  it.each(table)('%.60s is %s: %i, or %i as application/json', async (query, code, strict, lenient, variables) => {
    const server = await serve();
    expect(codeOf(await ask(server, query as string, variables))).toEqual([strict, code]);
    const answer = await ask(server, query as string, variables, { accept: JSON_TYPE });
    expect(codeOf(answer)).toEqual([lenient, code]);
    expect(answer.body.errors?.[0]?.message).not.toBe('');
    expect(answer.body).not.toHaveProperty('data');
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('says which limit it passed, and by how much', async () => {
    const server = await serve();
    const measured = async (query: string): Promise<unknown> => (await ask(server, query)).body.errors?.[0]?.extensions;
    expect(await measured(deep(12))).toEqual({ code: 'QUERY_TOO_DEEP', limit: 10, actual: 12 });
    expect(await measured(many(22, () => 'id'))).toEqual({ code: 'TOO_MANY_ROOT_FIELDS', limit: 20, actual: 22 });
    expect(await measured('{ provinces(first: 101) { totalCount } }')).toEqual({
      code: 'BAD_USER_INPUT',
      limit: 100,
      actual: 101,
    });
    expect(await measured('{ large(bytes: 2000001) }')).toMatchObject({ limit: 2_000_000, actual: expect.any(Number) });
  });

  it('suggests no names', async () => {
    const { body } = await ask(await serve(), '{ provincs { totalCount } }');
    expect(body.errors?.[0]?.message).toBe('Cannot query field "provincs" on type "Query".');
  });
});

describe('an error while executing', () => {
  it.each([
    ['BAD_USER_INPUT', 'Say it otherwise.', { accepted: ['otherwise'] }],
    ['BAD_CURSOR', 'No such cursor.', {}],
    ['AMBIGUOUS_NAME', 'Two have it.', { candidates: ['a', 'b'] }],
    ['STORE_TIMEOUT', 'The query took too long: ask for less, or in several requests.', {}],
    ['STORE_UNAVAILABLE', 'The graph cannot be read just now: try again in a second.', {}],
  ])('%s is 200 with a path, beside the data', async (code, message, data) => {
    const server = await serve();
    for (const accept of [GRAPHQL, JSON_TYPE]) {
      const { status, body } = await ask(server, `{ id throws(what: "${code}") }`, undefined, { accept });
      expect(status).toBe(200);
      expect(body.data).toEqual({ id: 'query', throws: null });
      expect(body.errors).toMatchObject([{ message, path: ['throws'], extensions: { ...data, code } }]);
    }
  });

  it('is 200 with a path even where it leaves no data', async () => {
    const answer = await ask(await serve(), '{ throwsWhole(what: "STORE_TIMEOUT") }');
    expect(codeOf(answer)).toEqual([200, 'STORE_TIMEOUT']);
    expect(answer.body).toMatchObject({ data: null, errors: [{ path: ['throwsWhole'] }] });
  });

  it('is masked if it is our own, under the request id', async () => {
    const { status, body, headers } = await ask(await serve(), '{ throws(what: "bug") }');
    const requestId = headers.get('x-request-id');
    expect(status).toBe(200);
    expect(body.errors?.[0]?.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', requestId });
    expect(JSON.stringify(body)).not.toContain('secret');
  });

  it('shows no words of a store, and one code for all that it cannot do', async () => {
    const { body } = await ask(await serve(), '{ throws(what: "SNAPSHOT_DAMAGED") }');
    expect(body.errors?.[0]?.extensions).toEqual({ code: 'STORE_UNAVAILABLE' });
    expect(JSON.stringify(body)).not.toContain('secret');
  });

  it('echoes no input of a failed validation', async () => {
    const { body } = await ask(await serve(), '{ throws(what: "validation") }');
    expect(body.errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT' });
    expect(JSON.stringify(body)).not.toContain('secret');
  });

  it('is the caller’s if a variable is null where an argument may not be', async () => {
    const query = 'query ($needed: Boolean = true) { flag(needed: $needed) }';
    const answer = await ask(await serve(), query, { needed: null });
    expect(codeOf(answer)).toEqual([200, 'BAD_USER_INPUT']);
  });

  it('is 500, or 503 with Retry-After, if it comes before any field', async () => {
    const { toyGraph } = await import('./toy-graph.js');
    const { StoreError } = await import('../../src/errors.js');
    const broken = (error: Error) => ({
      ...toyGraph(),
      context: () => {
        throw error;
      },
    });
    const bug = await ask(await serve({}, broken(new TypeError('secret'))), '{ id }');
    expect(codeOf(bug)).toEqual([500, 'INTERNAL_SERVER_ERROR']);
    expect(bug.body.errors?.[0]?.extensions['requestId']).toBe(bug.headers.get('x-request-id'));
    expect(JSON.stringify(bug.body)).not.toContain('secret');
    const down = await ask(await serve({}, broken(new StoreError('STORE_UNAVAILABLE', 'secret'))), '{ id }');
    expect(codeOf(down)).toEqual([503, 'STORE_UNAVAILABLE']);
    expect(down.headers.get('retry-after')).toBe('1');
  });
});

describe('an answer', () => {
  it('tells how many reads ran', async () => {
    const { body } = await ask(await serve(), '{ a: id b: id province(id: "x") { name } }');
    expect(body.extensions).toEqual({ reads: 3 });
  });

  it('carries the request id that a proxy gave, unless it is no id', async () => {
    const server = await serve();
    const given = await ask(server, '{ id }', undefined, { 'x-request-id': 'abc-123' });
    expect(given.headers.get('x-request-id')).toBe('abc-123');
    const odd = await ask(server, '{ id }', undefined, { 'x-request-id': 'a b;c' });
    expect(odd.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
  });

  it('may be read by any page, without cookies', async () => {
    const { url } = await serve();
    const preflight = await fetch(`${url}/graphql`, { method: 'OPTIONS', headers: { origin: 'https://example.org' } });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-methods')).toBe('GET, POST, OPTIONS');
    const { headers } = await ask({ url }, '{');
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.has('access-control-allow-credentials')).toBe(false);
  });
});

describe('before GraphQL', () => {
  const post = (body: RequestInit['body'], headers: Record<string, string> = {}): RequestInit => ({
    method: 'POST',
    headers: { 'content-type': JSON_TYPE, accept: GRAPHQL, ...headers },
    body,
  });
  const good = JSON.stringify({ query: '{ id }' });

  it.each<[string, RequestInit, number, string]>([
    ['an empty body', post(''), 400, 'BAD_REQUEST'],
    ['a body that is no JSON', post('{'), 400, 'BAD_REQUEST'],
    ['a body that is no object', post('"{ id }"'), 400, 'BAD_REQUEST'],
    ['a body without a query', post('{}'), 400, 'BAD_REQUEST'],
    ['a body that is not UTF-8', post(Buffer.from('{"query":"{ id } # \xff"}', 'latin1')), 400, 'BAD_REQUEST'],
    ['variables that are a list', post('{"query":"{ id }","variables":[]}'), 400, 'BAD_REQUEST'],
    ['an operation name that is a number', post('{"query":"{ id }","operationName":1}'), 400, 'BAD_REQUEST'],
    ['several operations at once', post(`[${good},${good}]`), 400, 'BATCHING_NOT_SUPPORTED'],
    [
      'a persisted query',
      post('{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"0"}}}'),
      400,
      'PERSISTED_QUERY_NOT_SUPPORTED',
    ],
    ['another media type', post(good, { 'content-type': 'text/plain' }), 415, 'UNSUPPORTED_MEDIA_TYPE'],
    [
      'another encoding',
      post(good, { 'content-type': 'application/json; charset=utf-16' }),
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['a compressed body', post(good, { 'content-encoding': 'gzip' }), 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['a body that is too large', post('x'.repeat(131_073)), 413, 'PAYLOAD_TOO_LARGE'],
    ['another method', { method: 'PUT', body: good, headers: { accept: GRAPHQL } }, 405, 'METHOD_NOT_ALLOWED'],
    ['an answer as HTML', post(good, { accept: 'text/html' }), 406, 'NOT_ACCEPTABLE'],
  ])('refuses %s', async (_, init, status, code) => {
    const { url } = await serve();
    expect(codeOf(await see(`${url}/graphql`, init))).toEqual([status, code]);
    if (status === 406) return;
    const lenient = await see(`${url}/graphql`, { ...init, headers: { ...init.headers, accept: JSON_TYPE } });
    expect(codeOf(lenient)).toEqual([status, code]);
  });

  it('names the methods that it takes', async () => {
    const { headers } = await see(`${(await serve()).url}/graphql`, { method: 'DELETE' });
    expect(headers.get('allow')).toBe('GET, POST, OPTIONS');
  });

  it('refuses a GET with another content type, a parameter twice, and what is not encoded', async () => {
    const { url } = await serve();
    const get = (search: string, headers = {}) => see(`${url}/graphql?${search}`, { headers });
    expect(codeOf(await get('query={id}', { 'content-type': 'text/plain' }))).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
    expect(codeOf(await get('query={id}', { 'content-type': 'application/json' }))).toEqual([200, undefined]);
    expect(codeOf(await get('query={id}&query={id}'))).toEqual([400, 'BAD_REQUEST']);
    expect(codeOf(await get('query=%ff'))).toEqual([400, 'BAD_REQUEST']);
    expect(codeOf(await get('query={id}&variables={'))).toEqual([400, 'BAD_REQUEST']);
    expect(codeOf(await get('query={id}&extensions={"persistedQuery":{}}'))).toEqual([
      400,
      'PERSISTED_QUERY_NOT_SUPPORTED',
    ]);
    expect(codeOf(await get('query=mutation{__typename}'))).toEqual([400, 'OPERATION_NOT_SUPPORTED']);
    expect(codeOf(await get(''))).toEqual([400, 'BAD_REQUEST']);
  });

  it('answers everything else with NOT_FOUND', async () => {
    const { url } = await serve();
    for (const path of ['/nothing', '/graphql/', '/health', '/%', '/%00', '/..%2f..%2fetc/passwd']) {
      expect(codeOf(await see(url + path))).toEqual([404, 'NOT_FOUND']);
    }
  });
});
