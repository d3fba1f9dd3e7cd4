// Measures loads and questions on generated graphs, on both stores, and how fast the playground opens:
//
//     npm run bench -- load  [--facts 10000,100000,1000000] [--stores memory,neo4j]
//     npm run bench -- query [--facts 10000,100000,1000000] [--stores memory,neo4j] [--shapes a,b] [--seconds 1]
//     npm run bench -- playground [--networks full,fast-3g,slow,cpu] [--views table,graph,map] [--loads 5]
//
// A load is what `entente load` does: the files of a generated folder are read, checked, resolved and loaded. Questions
// are asked in several ways: by the whole path in this process (graphql-js, plan, store, resolvers); of the store alone;
// by hand-written Cypher over the bare driver; and of the floor, hand-written JavaScript over the release's records. All
// answers are compared before anything is timed, and the ways take turns, so that a busy machine slows all alike.
//
// The playground is opened at a linked answer on the graph that ships, in Chromium with nothing cached, with the network
// or the processor slowed down. It is to be built before: `npm run build`.
//
// Each store and size, and each network, has a process of its own. Neo4j is started for it, unless ENTENTE_TEST_NEO4J_URI (with _USER and
// _PASSWORD) names a server; --json FILE keeps the numbers.
import { fork } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadTable, playgroundTable, questionTable, throughputTable } from './bench/table.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    facts: { type: 'string', default: '10000,100000,1000000' },
    stores: { type: 'string', default: 'memory,neo4j' },
    shapes: { type: 'string' },
    seconds: { type: 'string', default: '1' },
    networks: { type: 'string', default: 'full,fast-3g,slow,cpu' },
    views: { type: 'string', default: 'table,graph,map' },
    loads: { type: 'string', default: '5' },
    json: { type: 'string' },
  },
});
const [what] = positionals;
if (positionals.length !== 1 || !['load', 'query', 'playground'].includes(what)) {
  console.error(`Usage: npm run bench -- load|query [--facts N,…] [--stores memory,neo4j] [--shapes a,b] [--seconds S]
       npm run bench -- playground [--networks full,fast-3g,slow,cpu] [--views table,graph,map] [--loads N]`);
  process.exit(1);
}

/** How many facts a generated graph has for each node. */
const FACTS_OF_A_NODE = 6.81;

/** What the playground is opened over: bits a second, and milliseconds before the first byte of each answer. */
const NETWORKS = {
  full: { name: 'full speed' },
  'fast-3g': { name: '1.6 Mbit/s, 150 ms', down: 1_600_000, up: 750_000, latency: 150 },
  slow: { name: '400 kbit/s, 400 ms', down: 400_000, up: 400_000, latency: 400 },
  cpu: { name: 'processor 4 × slower', cpu: 4 },
};

const results = [];
for (const [label, task] of tasksOf(what)) {
  console.error(`${label} …`);
  results.push(await inProcess(what, task));
  if (values.json) await writeFile(values.json, `${JSON.stringify(results, null, 2)}\n`);
}
const [{ model }] = cpus();
const memory = Math.round(totalmem() / 2 ** 30);
console.log(`Node ${process.version}, ${process.platform}, ${cpus().length} × ${model}, ${memory} GB.\n`);
if (what === 'load') console.log(loadTable(results));
else if (what === 'playground') {
  console.log(`Medians of ${values.loads} loads with nothing cached.\n`);
  console.log(playgroundTable(results));
} else {
  console.log('Medians in milliseconds. Every answer was equal to the floor’s.\n');
  for (const store of values.stores.split(',')) {
    const ofStore = results.filter((result) => result.store === store);
    console.log(questionTable(ofStore));
    console.log(throughputTable(ofStore));
  }
}

/** What is measured one after the other, each with what to say of it meanwhile. */
function tasksOf(measurement) {
  if (measurement === 'playground')
    return values.networks.split(',').map((network) => {
      const { [network]: conditions } = NETWORKS;
      if (!conditions) throw new Error(`No network ${network}: there are ${Object.keys(NETWORKS).join(', ')}.`);
      return [conditions.name, { network: conditions, views: values.views.split(','), loads: Number(values.loads) }];
    });
  return values.facts.split(',').flatMap((text) => {
    const facts = Number(text);
    const task = { nodes: Math.round(facts / FACTS_OF_A_NODE), shapes: values.shapes?.split(',') };
    return values.stores
      .split(',')
      .map((store) => [
        `${facts.toLocaleString('en')} facts, ${store}`,
        { ...task, store, seconds: Number(values.seconds) },
      ]);
  });
}

/** Runs a measurement in a process of its own, so that its memory is its own. */
function inProcess(name, task) {
  const script = fileURLToPath(new URL(`bench/measure-${name}.js`, import.meta.url));
  const child = fork(script, [JSON.stringify(task)], { execArgv: ['--expose-gc', '--max-old-space-size=10000'] });
  return new Promise((resolve, reject) => {
    let result;
    child.on('message', (message) => (result = message));
    child.on('exit', (code) => {
      if (result && code === 0) resolve(result);
      else reject(new Error(`Measuring ${name} of ${JSON.stringify(task)} ended with ${code}.`));
    });
  });
}
