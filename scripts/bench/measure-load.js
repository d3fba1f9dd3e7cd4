// Loads a generated folder into one store, as `entente load` does, and tells how long each part took and how much memory.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeGenerated } from '../../dist/loader/generate.js';
import { loadSeedVisibly } from '../../dist/loader/load-seed.js';
import { showProgress } from '../../dist/loader/progress.js';
import { declarationsOf } from '../../dist/model/declare.js';
import { kinds as allKinds } from '../../dist/schema/index.js';
import { MemoryStore } from '../../dist/store/memory/memory-store.js';
import { Neo4jStore } from '../../dist/store/neo4j/neo4j-store.js';
import { openServer } from './server.js';

const { store: storeName, nodes } = JSON.parse(process.argv[2]);
const kinds = declarationsOf(allKinds);
const folder = await mkdtemp(join(tmpdir(), 'entente-bench-'));
const server = storeName === 'neo4j' ? await openServer() : undefined;
const store = server ? await Neo4jStore.open({ ...server, readTimeout: 60_000 }, kinds) : new MemoryStore();
try {
  const folders = await writeGenerated(nodes, folder);
  const before = heap();
  const start = performance.now();
  let release = await loadSeedVisibly(folders, kinds);
  const checked = performance.now();
  const peakOfChecking = await peak();
  await store.load(release, showProgress('Loading'));
  const loaded = performance.now();
  const facts = release.relations.length + release.claims.length;
  const records = facts + release.entities.length + release.passages.length;
  const peakOfAll = await peak();
  release = undefined;
  process.send({
    store: storeName,
    nodes,
    facts,
    records,
    checkSeconds: (checked - start) / 1000,
    loadSeconds: (loaded - checked) / 1000,
    peakOfChecking,
    peakOfAll,
    bytesPerFact: storeName === 'memory' ? (heap() - before) / facts : undefined,
  });
} finally {
  await store.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
}

/** The most memory that this process has had resident, in MB. */
async function peak() {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
  return Math.round(Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? process.resourceUsage().maxRSS) / 1024);
}

/** Bytes in use, typed arrays included. */
function heap() {
  globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
