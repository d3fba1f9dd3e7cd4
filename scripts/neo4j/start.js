import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/**
 * A Neo4j Community server without Docker: jars from Maven Central, kept in `.neo4j/lib`, started with Java 17 or 21
 * on a free port with a password of its own. Its data go when it stops.
 */

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../.neo4j', import.meta.url));
const lib = join(root, 'lib');
const pom = fileURLToPath(new URL('pom.xml', import.meta.url));

/** What is missing to run a server here; `undefined` where nothing is. */
export async function missingForNeo4j() {
  if (!(await runs('java', '-version'))) return 'Java (17 or 21)';
  if (!existsSync(lib) && !(await runs('mvn', '-v'))) return 'Maven';
  return undefined;
}

/**
 * Starts a server.
 *
 * @param {{ home?: string, port?: number, password?: string, heap?: string, pageCache?: string, detached?: boolean, importFrom?: string, settings?: readonly string[] }} [options] A
 *   home to start again in, with its port and password; else one is made, and removed when the server stops. A detached
 *   server outlives the process that started it. The database is first filled from the files that `entente export
 *   --format neo4j-import` wrote into the folder `importFrom`. Settings are further lines of neo4j.conf.
 * @returns {Promise<{ uri: string, user: string, password: string, home: string, port: number, pid: number, ended: Promise<number | null>, stop(keep?: boolean): Promise<void> }>}
 */
export async function startNeo4j(options = {}) {
  await ensureJars();
  await mkdir(join(root, 'homes'), { recursive: true });
  const home = options.home ?? (await mkdtemp(join(root, 'homes', 'server-')));
  const port = options.port ?? (await freePort());
  const password = options.password ?? randomBytes(12).toString('hex');
  const configuration = join(home, 'conf');
  const isNew = !existsSync(configuration);
  await mkdir(configuration, { recursive: true });
  await writeFile(
    join(configuration, 'neo4j.conf'),
    [
      'server.default_listen_address=127.0.0.1',
      `server.bolt.listen_address=127.0.0.1:${port}`,
      `server.bolt.advertised_address=127.0.0.1:${port}`,
      'server.http.enabled=false',
      `server.memory.pagecache.size=${options.pageCache ?? '64m'}`,
      'dbms.usage_report.enabled=false',
      ...(options.settings ?? []),
      '',
    ].join('\n'),
  );
  const env = { ...process.env, NEO4J_HOME: home, NEO4J_CONF: configuration };
  const classes = ['-cp', join(lib, '*')];
  // The importer leaves its report where it runs.
  const administer = (...args) => run('java', [...classes, 'org.neo4j.cli.AdminTool', ...args], { env, cwd: home });
  if (isNew) await administer('dbms', 'set-initial-password', password);
  if (options.importFrom)
    await administer(
      'database',
      'import',
      'full',
      'neo4j',
      // Else the importer leaves its report in the folder where this process runs.
      `--report-file=${join(home, 'import.report')}`,
      `@${join(options.importFrom, 'import.args')}`,
    );
  const opened = ['java.base/java.nio', 'java.base/java.io', 'java.base/sun.nio.ch'].map(
    (each) => `--add-opens=${each}=ALL-UNNAMED`,
  );
  const server = spawn(
    'java',
    [
      ...classes,
      '-Xms256m',
      `-Xmx${options.heap ?? '768m'}`,
      ...opened,
      'org.neo4j.server.CommunityEntryPoint',
      `--home-dir=${home}`,
      `--config-dir=${configuration}`,
    ],
    { env, stdio: 'ignore', detached: options.detached === true },
  );
  const ended = new Promise((resolve) => server.once('exit', (code) => resolve(code)));
  const stop = async (keep = options.home !== undefined) => {
    server.kill('SIGTERM');
    await ended;
    if (!keep) await rm(home, { recursive: true, force: true });
  };
  if (options.detached) server.unref();
  const isThere = await answers(port, ended);
  if (!isThere) {
    await stop(true);
    throw new Error(`Neo4j did not start. Its logs are in ${join(home, 'logs')}.`);
  }
  return { uri: `bolt://127.0.0.1:${port}`, user: 'neo4j', password, home, port, pid: server.pid, ended, stop };
}

/** Copies the jars, once: aside first, so that a copy that was broken off is not taken for whole. */
async function ensureJars() {
  if (existsSync(lib) && (await readdir(lib)).length > 0) return;
  const aside = join(root, `lib.${process.pid}`);
  await mkdir(root, { recursive: true });
  await run('mvn', ['-q', '-B', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${aside}`]);
  await rename(aside, lib).catch(() => rm(aside, { recursive: true, force: true }));
}

/** @param {string} command @param {string[]} args */
async function runs(command, ...args) {
  return run(command, args).then(
    () => true,
    () => false,
  );
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

/** Whether Bolt answers before the server ends or five minutes are over. */
async function answers(port, ended) {
  let isOver = false;
  void ended.then(() => (isOver = true));
  const end = Date.now() + 300_000;
  while (!isOver && Date.now() < end) {
    if (await shakesHands(port)) return true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return false;
}

/** Offers Bolt 5.4; a server that is ready says which version it takes. */
function shakesHands(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const end = (result) => {
      socket.destroy();
      resolve(result);
    };
    socket.once('error', () => end(false));
    socket.once('data', (bytes) => end(bytes.length >= 4 && bytes.readUInt32BE(0) !== 0));
    socket.once('close', () => end(false));
    socket.once('connect', () => socket.write(Buffer.from('6060b01700000405000000000000000000000000', 'hex')));
    setTimeout(() => end(false), 2_000).unref();
  });
}
