import { connect } from 'node:net';
import { afterEach } from 'vitest';
import { readConfig, type Environment } from '../../src/server/config.js';
import { startServer, type RunningServer } from '../../src/server/server.js';
import type { OpenGraph } from '../../src/query/open-graph.js';
import { toyGraph } from './toy-graph.js';

const open: RunningServer[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

/** Starts a silent server on a free port; it is closed when the test ends. */
export async function serve(environment: Environment = {}, graph: OpenGraph = toyGraph()): Promise<RunningServer> {
  const quiet = { ENTENTE_PORT: '0', ENTENTE_LOG: 'silent', ENTENTE_LAME_DUCK: '0', ENTENTE_GRACE: '0' };
  const server = await startServer(graph, readConfig({ ...quiet, ENTENTE_PLAYGROUND: '/nowhere', ...environment }));
  open.push(server);
  return server;
}

/** What a client sees of an answer. */
export interface Seen {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {
    readonly data?: unknown;
    readonly errors?: readonly {
      readonly message: string;
      readonly path?: readonly unknown[];
      readonly extensions: Readonly<Record<string, unknown>>;
    }[];
    readonly extensions?: Readonly<Record<string, unknown>>;
  };
}

export const GRAPHQL = 'application/graphql-response+json';
export const JSON_TYPE = 'application/json';

/** Posts a query. */
export function ask(
  { url }: { readonly url: string },
  query: string,
  variables?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Seen> {
  return see(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': JSON_TYPE, accept: GRAPHQL, ...headers },
    body: JSON.stringify({ query, ...(variables !== undefined && { variables }) }),
  });
}

/** Sends any request and reads its answer as JSON, which every answer of an error is. */
export async function see(url: string, init: RequestInit = {}): Promise<Seen> {
  const response = await fetch(url, init);
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? {} : (JSON.parse(text) as Seen['body']),
  };
}

/** The status of an answer and the code of its first error. */
export function codeOf({ status, body }: Seen): readonly [number, unknown] {
  return [status, body.errors?.[0]?.extensions['code']];
}

/** Writes bytes to a socket, and returns all that came back once it is closed. */
export function exchange({ url }: { readonly url: string }, ...parts: readonly (string | Buffer)[]): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    let received = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => (received += chunk));
    socket.on('error', () => undefined).on('close', () => resolve(received));
    for (const part of parts) socket.write(part);
  });
}
