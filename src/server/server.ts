import { createServer as createHttpServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import type { OpenGraph } from '../query/open-graph.js';
import { refuse, type Code } from './codes.js';
import { readConfig, type Config } from './config.js';
import { answerError, createHandler } from './handler.js';
import { openLog, type Log } from './log.js';
import { routes, type Phase } from './routes.js';

/** A server that listens. */
export interface RunningServer {
  /** Where it listens, without a slash at the end. */
  readonly url: string;
  /** Answers what has been asked, then stops, and closes the graph. Called again, it waits for the same end. */
  close(): Promise<void>;
}

/**
 * Serves a graph over HTTP: the handler at `/graphql`, health, limits, the schema and the playground.
 *
 * @throws Error with one line that says why it cannot listen.
 */
export async function startServer(
  graph: OpenGraph,
  config: Config = readConfig(),
  log: Log = openLog(config.log),
): Promise<RunningServer> {
  const { limits } = config;
  const phase: Phase = { draining: false };
  const handler = createHandler(graph, config, log);
  const app = routes(graph, config, handler, phase);
  const listener = getRequestListener(app.fetch, {
    overrideGlobalObjects: false,
    hostname: 'localhost',
    errorHandler: () =>
      answerError(refuse('BAD_REQUEST', 'The address or the Host header is not valid.'), 'application/json'),
  });
  const http = createHttpServer(
    {
      headersTimeout: limits.headersTimeout,
      requestTimeout: limits.requestTimeout,
      connectionsCheckingInterval: limits.timeoutCheck,
      keepAliveTimeout: limits.keepAlive,
      maxHeaderSize: limits.headerBytes,
      // Node would answer without a body: the listener refuses it in the shape of every other error.
      requireHostHeader: false,
    },
    (incoming, outgoing) => {
      // Health checks of HTTP/1.0 name no host; every later version must.
      const nameless = incoming.httpVersion !== '1.0' && !incoming.headers.host;
      if (nameless) answerBroken({ code: 'NO_HOST' }, incoming.socket);
      else void listener(incoming, outgoing);
    },
  );
  http.maxConnections = limits.connections;
  http.on('clientError', answerBroken);
  await listen(http, config).catch(async (error: unknown) => {
    await handler.close();
    throw error;
  });

  async function stop(): Promise<void> {
    phase.draining = true;
    await wait(limits.lameDuck);
    await acceptWaiting(http);
    // This closes idle connections too.
    const closed = new Promise<void>((resolve) => http.close(() => resolve()));
    const timer = new AbortController();
    const late = wait(limits.grace, 'late', { signal: timer.signal }).catch(() => 'closed');
    if ((await Promise.race([closed, late])) === 'late') {
      await handler.close();
      // What was cut short says so before its connection goes.
      await Promise.race([closed, wait(LAST_ANSWERS)]);
      http.closeAllConnections();
    }
    timer.abort();
    await closed;
    await handler.close();
    await graph.close();
  }

  let stopped: Promise<void> | undefined;
  return { url: urlOf(http, config.host), close: () => (stopped ??= stop()) };
}

const LAST_ANSWERS = 500;

/**
 * Waits until some turns of the event loop bring no connection. A turn accepts one, and the system resets those that
 * nobody has accepted when a server stops listening, with the requests that they have brought.
 */
async function acceptWaiting(http: HttpServer): Promise<void> {
  let quiet = 0;
  const accept = (): void => void (quiet = 0);
  http.on('connection', accept);
  for (let turn = 0; quiet < QUIET_TURNS && turn < MOST_TURNS; turn += 1) {
    quiet += 1;
    await nextTurn();
  }
  http.off('connection', accept);
}

const QUIET_TURNS = 10;
const MOST_TURNS = 1000;

function listen(http: HttpServer, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', (error: NodeJS.ErrnoException) => {
      const why = REASONS[error.code ?? ''] ?? error.message;
      reject(new Error(`Cannot listen on port ${port} of ${host}: ${why}`, { cause: error }));
    });
    http.listen(port, host, resolve);
  });
}

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program does. Stop it, or set ENTENTE_PORT to a free port.',
  EACCES: 'it is not allowed. Set ENTENTE_PORT to a port from 1024 on.',
  EADDRNOTAVAIL: 'this machine has no such address. Set ENTENTE_HOST to one of its own, or to 0.0.0.0.',
  ENOTFOUND: 'no such host is known. Set ENTENTE_HOST to an address of this machine.',
};

/** An address to click on: what listens on this machine or on all addresses is at localhost. */
function urlOf(http: HttpServer, host: string): string {
  const { port } = http.address() as AddressInfo;
  const local = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host);
  return `http://${local ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`;
}

const BROKEN: Readonly<Record<string, readonly [Code, string, string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: ['REQUEST_TIMEOUT', '408 Request Timeout', 'The request took too long to arrive.'],
  NO_HOST: ['BAD_REQUEST', '400 Bad Request', 'The Host header is missing.'],
  HPE_HEADER_OVERFLOW: [
    'HEADERS_TOO_LARGE',
    '431 Request Header Fields Too Large',
    'The headers are too large: send long queries by POST.',
  ],
};

/** Answers what is no HTTP, or never became a request: in the shape of every other error. */
function answerBroken(error: { readonly code?: string }, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const [code, status, message] = BROKEN[error.code ?? ''] ?? ['BAD_REQUEST', '400 Bad Request', 'This is not HTTP.'];
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  const type = 'content-type: application/json; charset=utf-8';
  const length = `content-length: ${Buffer.byteLength(body)}`;
  socket.end(`HTTP/1.1 ${status}\r\n${type}\r\n${length}\r\nconnection: close\r\n\r\n${body}`);
}
