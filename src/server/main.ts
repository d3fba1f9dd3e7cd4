import closeWithGrace from 'close-with-grace';
import { SeedError } from '../errors.js';
import type { OpenGraph } from '../query/open-graph.js';
import { readConfig, type Config } from './config.js';
import { openLog } from './log.js';
import { startServer } from './server.js';

/** What `npm start` runs: reads the environment, opens the graph, serves it, and stops when it is told to. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = openLog(config.log);
  const graph = await openConfigured(config);
  const server = await startServer(graph, config, log).catch(async (error: unknown) => {
    await graph.close();
    throw error;
  });
  console.log(announce(server.url, graph.release));
  const { lameDuck, grace } = config.limits;
  closeWithGrace({ delay: lameDuck + grace + 3000, logger: log }, async ({ err, signal }) => {
    if (err) log.fatal({ err }, 'stopping');
    else log.info({ signal }, 'stopping');
    await server.close();
  });
}

/** Only an entry point knows the kinds; they are loaded once the config has been found right. */
async function openConfigured(config: Config): Promise<OpenGraph> {
  const { openGraph } = await import('../index.js');
  const { seed, data, documents, loading, limits } = config;
  const neo4j = config.neo4jUri && {
    uri: config.neo4jUri,
    user: config.neo4jUser,
    password: config.neo4jPassword ?? '',
    database: config.neo4jDatabase,
    poolSize: limits.neo4jPool,
    acquisitionTimeout: limits.neo4jAcquisition,
    connectTimeout: limits.neo4jConnect,
    livenessTimeout: limits.neo4jLiveness,
    connectionLifetime: limits.neo4jLifetime,
    retryTime: limits.neo4jRetry,
    readTimeout: limits.deadline,
  };
  return openGraph({ seed, data, documents, ...(neo4j && { neo4j, loading }) });
}

/** `Entente at http://localhost:4000 — 210 entities, 900 facts from 21 sources, release abc123, ready in 0.8 s` */
function announce(url: string, { entities, facts, sources, id }: OpenGraph['release']): string {
  const [nodes, edges] = [entities, facts].map((count) => count.toLocaleString('en'));
  const seconds = (performance.now() / 1000).toFixed(1);
  return `Entente at ${url} — ${nodes} entities, ${edges} facts from ${sources} sources, release ${id.slice(0, 8)}, ready in ${seconds} s`;
}

main().catch((error: unknown) => {
  const faulty = error instanceof SeedError ? 'The seed has faults:\n' : '';
  console.error(`${faulty}${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});
