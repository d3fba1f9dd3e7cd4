import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { lexicographicSortSchema, printSchema } from 'graphql';
import type { OpenGraph } from '../query/open-graph.js';
import { refuse } from './codes.js';
import { limits, type Config } from './config.js';
import { answerError, type Handler } from './handler.js';
import { pages } from './pages.js';

/** What a server is doing: whether it takes requests, or is about to stop. */
export interface Phase {
  draining: boolean;
}

/** Every route of the server. Only pages are HTML; all else, and every error, is JSON. */
export function routes(graph: OpenGraph, config: Config, handler: Handler, phase: Phase): Hono {
  const app = new Hono();
  const sdl = `${printSchema(lexicographicSortSchema(graph.schema))}\n`;

  app.use(async (context, next) => {
    await next();
    // A client that is told so opens its next connection elsewhere.
    if (phase.draining) context.header('connection', 'close');
  });
  // Answers shrink to a tenth, for clients that accept it; those below a kilobyte are left as they are.
  app.use('/graphql', compress());
  app.all('/graphql', (context) => handler(context.req.raw));
  app.get('/health/live', (context) => context.json({ status: 'live' }, 200, NO_STORE));
  app.get('/health/ready', (context) =>
    phase.draining
      ? context.json({ status: 'draining' }, 503, { ...NO_STORE, 'retry-after': '1' })
      : context.json({ status: 'ready', release: graph.release }, 200, NO_STORE),
  );
  app.get('/limits', (context) => context.json({ limits: limitRows(config) }));
  app.get('/schema.graphql', (context) => context.text(sdl));
  app.route('/', pages(config.playground));
  app.notFound((context) =>
    answerPlain('NOT_FOUND', `There is nothing at ${context.req.path}. Queries go to /graphql.`),
  );
  app.onError((error) => answerError(error, 'application/json'));
  return app;
}

const NO_STORE = { 'cache-control': 'no-store' };

function answerPlain(code: 'NOT_FOUND', message: string): Response {
  return answerError(refuse(code, message), 'application/json');
}

/** Every limit and its value in force. */
function limitRows(config: Config): readonly object[] {
  return Object.entries(limits).map(([name, { variable, default: preset, unit, meaning }]) => ({
    name,
    variable,
    value: config.limits[name as keyof typeof limits],
    default: preset,
    unit,
    meaning,
  }));
}
