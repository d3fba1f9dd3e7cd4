/**
 * Does what the containers of docker-compose.yml do, without an engine: npm run check:container
 *
 * The commands of the Dockerfile run in empty folders, one for each stage, with only what it copies; Neo4j comes from the
 * jars (`scripts/neo4j/start.js`). Then what a person with only Docker would see: an empty database is loaded, the health
 * check of the image turns good, and the first question of the README is answered; a second start with an older release
 * in the database replaces it, one with a newer leaves it.
 */
import { execFile, spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual, promisify } from 'node:util';
import neo4j from 'neo4j-driver';
import { parse as parseYaml } from 'yaml';
import { startNeo4j } from './neo4j/start.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const work = await mkdtemp(join(tmpdir(), 'entente-container-'));
const server = await startNeo4j();
try {
  const image = await buildImage(await readFile(join(root, 'Dockerfile'), 'utf8'));
  const { services } = parseYaml(await readFile(join(root, 'docker-compose.yml'), 'utf8'));
  const environment = { ...image.environment, ...services.entente.environment, NEO4J_URI: server.uri };
  Object.assign(environment, { NEO4J_PASSWORD: server.password, ENTENTE_PORT: String(await freePort()) });
  const [question, answer] = firstQuestion(await readFile(join(root, 'README.md'), 'utf8'));

  const first = await inContainer(image, environment, async (url) => {
    console.log('An empty database was loaded, and the health check is good.');
    const { data } = await asked(url, question);
    if (!isDeepStrictEqual(data, answer))
      throw new Error(`The README's question has another answer: ${JSON.stringify(data)}`);
    console.log('The question of the README has the answer of the README.');
    return releaseOf(url);
  });
  await setRelease('older', '1999-12-31');
  await inContainer(image, environment, async (url) => {
    if ((await releaseOf(url)) !== first) throw new Error('An older release was not replaced.');
    console.log('An older release was replaced.');
  });
  await setRelease('newer', '2999-12-31');
  await inContainer(image, environment, async (url) => {
    if ((await releaseOf(url)) !== 'newer') throw new Error('A newer release was replaced.');
    console.log('A newer release was left.');
  });
} finally {
  await server.stop();
  await rm(work, { recursive: true, force: true });
}

/** Runs the instructions of a Dockerfile. @returns The last stage: its folder, environment, command and health check. */
async function buildImage(text) {
  const instructions = text
    .replaceAll(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => /^[A-Z]+ /.test(line))
    .map((line) => /^([A-Z]+)\s+(.*)$/.exec(line).slice(1));
  const stages = new Map();
  let stage;
  for (const [instruction, rest] of instructions) {
    switch (instruction) {
      case 'FROM': {
        const name = / AS (\w+)$/.exec(rest)?.[1] ?? 'image';
        stage = { folder: join(work, name), environment: {}, command: [], health: [] };
        stages.set(name, stage);
        await mkdir(stage.folder);
        break;
      }
      case 'ENV':
        for (const [, key, value] of rest.matchAll(/(\w+)=(\S+)/g)) stage.environment[key] = value;
        break;
      case 'COPY': {
        const [, from, files] = /^(?:--from=(\w+) )?(.*)$/.exec(rest);
        const names = files.split(/\s+/);
        const target = names.pop();
        for (const name of names) {
          const source = from ? join(stages.get(from).folder, name.replace(/^\/app\//, '')) : join(root, name);
          const isFolder = (await stat(source)).isDirectory();
          await cp(source, join(stage.folder, isFolder ? target : join(target, basename(name))), { recursive: true });
        }
        break;
      }
      case 'RUN':
        console.log(rest);
        await promisify(execFile)('sh', ['-c', rest], { cwd: stage.folder, maxBuffer: 2 ** 24 });
        break;
      case 'HEALTHCHECK':
        stage.health = JSON.parse(/CMD (\[.*\])/.exec(rest)[1]);
        break;
      case 'CMD':
        stage.command = JSON.parse(rest);
        break;
      case 'WORKDIR':
      case 'USER':
      case 'EXPOSE':
        break;
      default:
        throw new Error(`${instruction} is not understood.`);
    }
  }
  return stage;
}

/** Runs the command of an image until its health check is good, uses it, and ends it as a container is ended. */
async function inContainer({ folder, command, health }, environment, use) {
  const [program, ...args] = command;
  const child = spawn(program, args, {
    cwd: folder,
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const port = environment.ENTENTE_PORT;
  const [checker, ...checks] = health.map((part) => part.replaceAll(':4000', `:${port}`));
  try {
    const end = Date.now() + 300_000;
    for (;;) {
      if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}.`);
      const isHealthy = await promisify(execFile)(checker, checks).then(
        () => true,
        () => false,
      );
      if (isHealthy) break;
      if (Date.now() > end) throw new Error('The health check is not good after five minutes.');
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    return await use(`http://127.0.0.1:${port}`);
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

/** The first question of a page that has its answer below it. */
function firstQuestion(page) {
  const [, question, answer] = /^```graphql\n([\s\S]*?)^```\s+```json\n([\s\S]*?)^```$/m.exec(page);
  return [question, JSON.parse(answer)];
}

async function asked(url, query) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

async function releaseOf(url) {
  const { data } = await asked(url, '{ graph { release } }');
  return data.graph.release;
}

async function setRelease(id, date) {
  const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.user, server.password));
  await driver.executeQuery('MATCH (release:Release) SET release.id = $id, release.date = $date', { id, date });
  await driver.close();
}

function freePort() {
  return new Promise((resolve) => {
    const listening = createServer().listen(0, '127.0.0.1', () => {
      const { port } = listening.address();
      listening.close(() => resolve(port));
    });
  });
}
