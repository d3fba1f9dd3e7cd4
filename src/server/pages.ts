import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { compress } from 'hono/compress';

/** All that the playground needs and nothing else: no other host, no eval, no inline script. The editor sets styles. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "worker-src 'self'",
  "connect-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A name with Vite's hash, such as `/assets/index-DiwrgTda.js`: its content never changes. */
const HASHED = /^\/assets\/.+-[\w-]{8}\.\w+$/;

/** Serves the built playground at `/`, or a plain page while it has not been built. */
export function pages(folder: string): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    if (context.res.status === 404) return;
    context.header('content-security-policy', CONTENT_SECURITY_POLICY);
    context.header('referrer-policy', 'no-referrer');
    context.header('x-content-type-options', 'nosniff');
    const hashed = context.res.ok && HASHED.test(context.req.path);
    context.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  });
  if (existsSync(join(folder, 'index.html'))) {
    app.use(compress());
    app.use(serveStatic({ root: folder }));
  } else {
    app.get('/', (context) => context.html(PLAIN_PAGE));
  }
  return app;
}

const PLAIN_PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Entente</title>
<style>
  :root { color-scheme: light dark; font: 1rem/1.6 system-ui, sans-serif }
  body { max-width: 42rem; margin: 3rem auto; padding: 0 1rem }
  pre { overflow: auto; padding: 1rem; border: 1px solid; border-radius: .5rem }
</style>
<h1>Entente</h1>
<p>A GraphQL knowledge graph: who agreed what with whom, when, where, and on whose word.</p>
<p>The playground has not been built: <code>npm run build</code> makes it. Everything else works. Send a query to
<a href="/graphql?query=%7B__typename%7D"><code>/graphql</code></a> with any GraphQL client, or by hand:</p>
<pre>curl --json '{"query": "{ __schema { queryType { fields { name description } } } }"}' \\
  http://localhost:4000/graphql</pre>
<ul>
  <li><a href="/schema.graphql">The schema</a></li>
  <li><a href="/limits">The limits of a query</a></li>
  <li><a href="/health/ready">The release that is loaded</a></li>
</ul>
</html>
`;
