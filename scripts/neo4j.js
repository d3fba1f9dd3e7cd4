/**
 * A Neo4j server to work against: `npm run neo4j`. It prints where it is and stops on Ctrl-C or SIGTERM. Its data are
 * kept in `.neo4j/homes/work` unless `--fresh`.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { missingForNeo4j, startNeo4j } from './neo4j/start.js';

const home = fileURLToPath(new URL('../.neo4j/homes/work', import.meta.url));
const missing = await missingForNeo4j();
if (missing) {
  console.error(`A Neo4j server needs ${missing}, which is not here.`);
  process.exit(1);
}
if (process.argv.includes('--fresh')) await rm(home, { recursive: true, force: true });
await mkdir(home, { recursive: true });
const passwordFile = join(home, 'password');
const password = await readFile(passwordFile, 'utf8').catch(async () => {
  const made = randomBytes(12).toString('hex');
  await writeFile(passwordFile, made, { mode: 0o600 });
  return made;
});
console.log('Starting Neo4j …');
const server = await startNeo4j({ home, password });
console.log(`NEO4J_URI=${server.uri}\nNEO4J_USER=${server.user}\nNEO4J_PASSWORD=${server.password}`);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void server.stop(true));
process.exitCode = (await server.ended) ?? 1;
