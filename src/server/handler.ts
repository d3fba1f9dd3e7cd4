import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { GraphQLError, lexicographicSortSchema, printSchema } from 'graphql';
import type { OpenGraph } from '../query/open-graph.js';
import { openAdmission } from './admission.js';
import { isCode, refuse, statusOf, type Code } from './codes.js';
import { readConfig, type Config } from './config.js';
import { startDeadline, type Deadline } from './deadline.js';
import { createExecutor, wantsSources, type Executed } from './execute.js';
import { causeOf, exposeError, isOurFault } from './expose.js';
import { openLog, type Log } from './log.js';
import { preferredMediaType, type MediaType } from './media-type.js';
import { readParameters } from './parameters.js';
import { checkTokens } from './tokens.js';

/** Answers GraphQL over HTTP, in the terms of the Fetch API: it can be mounted in any server that knows those. */
export interface Handler {
  (request: Request): Promise<Response>;
  /** From now on every request is refused, and those that run are cut short: each is answered SHUTTING_DOWN. */
  close(): Promise<void>;
}

/** Once a request is aborted, its reads may still say so in an answer with a path: so long. */
const LAST_WORDS = 250;

/** There are no cookies and nothing to change, so any page may ask. */
const CORS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, Retry-After, X-Request-Id',
};

/**
 * Makes a handler of POST, GET and OPTIONS.
 *
 * @example
 * export const handler = createHandler(graph);
 * export { handler as GET, handler as POST, handler as OPTIONS };
 */
export function createHandler(
  graph: OpenGraph,
  config: Config = readConfig(),
  log: Log = openLog(config.log),
): Handler {
  const { limits } = config;
  const executor = createExecutor(graph, limits, log);
  const admission = openAdmission(limits);
  const running = new Set<Deadline>();
  const tag = tagOf(graph);
  let closing = false;

  async function handle(request: Request): Promise<Response> {
    const started = performance.now();
    const requestId = requestIdOf(request);
    const accepted = preferredMediaType(request.headers.get('accept'));
    const mediaType = accepted ?? 'application/json';
    let operationName: string | undefined;

    async function answer(): Promise<Response> {
      if (request.method === 'OPTIONS') return preflight();
      if (request.method !== 'GET' && request.method !== 'POST') {
        throw refuse('METHOD_NOT_ALLOWED', 'Send a GET or a POST.');
      }
      if (!accepted) {
        throw refuse('NOT_ACCEPTABLE', 'Accept application/graphql-response+json or application/json.');
      }
      const parameters = await readParameters(request, limits.bodyBytes);
      const cacheable: Record<string, string> =
        request.method === 'GET' ? { etag: tag(mediaType), 'cache-control': cacheControl(limits.cacheAge) } : {};
      if (cacheable['etag'] && matches(request.headers.get('if-none-match'), cacheable['etag'])) {
        return new Response(null, { status: 304, headers: cacheable });
      }
      if (closing) throw shuttingDown();
      checkTokens(parameters.query, limits);
      const executed = await run(request.signal, (signal) =>
        executor.execute({
          requestId,
          mediaType,
          parameters,
          context: graph.context(signal, { cite: wantsSources(parameters) }),
        }),
      );
      operationName = executed.operationName;
      checkSize(executed.body, limits.answerBytes);
      return json(executed.body, executed.status, mediaType, executed.complete ? cacheable : {});
    }

    const response = await answer().catch((error: unknown) => {
      if (isOurFault(error) && !request.signal.aborted) log.error({ requestId, err: causeOf(error) }, 'failed');
      return answerError(error, mediaType, requestId);
    });
    finish(response, requestId);
    const { method } = request;
    const { status } = response;
    const ms = Math.round(performance.now() - started);
    log.info({ requestId, method, status, ms, ...(operationName && { operationName }) }, 'graphql');
    return response;
  }

  /** Runs within the limits of number and time. It counts as running until it has really ended. */
  async function run(client: AbortSignal, work: (signal: AbortSignal) => Promise<Executed>): Promise<Executed> {
    const leave = admission.enter();
    const deadline = startDeadline(client, limits.deadline);
    running.add(deadline);
    const ended = (async () => work(deadline.signal))().finally(() => {
      deadline.end();
      running.delete(deadline);
      leave();
    });
    return Promise.race([ended, cutShort(deadline.signal)]);
  }

  async function close(): Promise<void> {
    closing = true;
    for (const deadline of running) deadline.abort(shuttingDown());
    admission.close();
    await executor.stop();
  }

  return Object.assign(handle, { close });
}

/** Rejects with the reason of an abort, a little later than the abort itself. */
function cutShort(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const speak = (): void => void wait(LAST_WORDS).then(() => reject(signal.reason as Error));
    if (signal.aborted) speak();
    else signal.addEventListener('abort', speak, { once: true });
  });
}

function shuttingDown(): GraphQLError {
  return refuse('SHUTTING_DOWN', 'The server is shutting down: try again in a second.');
}

const REQUEST_ID = /^[\w.-]{1,64}$/;

/** The id that a proxy gave to a request, or a new one. */
function requestIdOf(request: Request): string {
  const given = request.headers.get('x-request-id') ?? '';
  return REQUEST_ID.test(given) ? given : randomUUID();
}

/**
 * An answer is a function of its address, the release and the schema; so its tag needs no look at the answer. The
 * release may change while the server runs.
 */
function tagOf(graph: OpenGraph): (mediaType: MediaType) => string {
  const printed = printSchema(lexicographicSortSchema(graph.schema));
  const schemaHash = createHash('sha256').update(printed).digest();
  return (mediaType) => {
    const hash = createHash('sha256').update(schemaHash).update(graph.release.id).digest('base64url').slice(0, 16);
    return `"${hash}-${mediaType === 'application/json' ? 'json' : 'graphql'}"`;
  };
}

function matches(ifNoneMatch: string | null, etag: string): boolean {
  const tags = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}

function cacheControl(seconds: number): string {
  return seconds === 0 ? 'public, no-cache' : `public, max-age=${seconds}`;
}

function checkSize(body: string, limit: number): void {
  const actual = Buffer.byteLength(body);
  if (actual <= limit) return;
  const message = `The answer has ${actual} bytes; at most ${limit} are sent: ask for less, or page by page.`;
  throw refuse('RESPONSE_TOO_LARGE', message, { limit, actual });
}

function json(body: string, status: number, mediaType: MediaType, headers: Readonly<Record<string, string>>): Response {
  return new Response(body, {
    status,
    headers: {
      'cache-control': 'no-store',
      ...headers,
      'content-type': `${mediaType}; charset=utf-8`,
      'content-length': String(Buffer.byteLength(body)),
    },
  });
}

/** The one shape of every error: `{"errors":[{"message","extensions":{"code"}}]}`, with the status of its code. */
export function answerError(error: unknown, mediaType: MediaType, requestId?: string): Response {
  const { message, extensions } = exposeError(error instanceof GraphQLError ? error.toJSON() : { message: '' }, error);
  const code: Code = isCode(extensions?.['code']) ? extensions['code'] : 'INTERNAL_SERVER_ERROR';
  const named = code === 'INTERNAL_SERVER_ERROR' && requestId !== undefined ? { ...extensions, requestId } : extensions;
  const status = statusOf(code, mediaType);
  return json(JSON.stringify({ errors: [{ message, extensions: named }] }), status, mediaType, {
    ...(code === 'METHOD_NOT_ALLOWED' && { allow: 'GET, POST, OPTIONS' }),
  });
}

function preflight(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      allow: 'GET, POST, OPTIONS',
      'access-control-allow-methods': 'GET, POST, OPTIONS',
      'access-control-allow-headers': '*',
      'access-control-max-age': '86400',
    },
  });
}

/** Headers of every answer, whatever it says. */
function finish(response: Response, requestId: string): void {
  for (const [name, value] of Object.entries(CORS)) response.headers.set(name, value);
  response.headers.set('vary', 'Accept');
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('x-request-id', requestId);
  if (response.status === 503) response.headers.set('retry-after', '1');
}
