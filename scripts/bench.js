// Measures loads and questions on generated graphs, on both stores:
//
//     npm run bench -- load  [--facts 10000,100000,1000000] [--stores memory,neo4j]
//     npm run bench -- query [--facts 10000,100000,1000000] [--stores memory,neo4j] [--shapes a,b] [--seconds 1]
//
// A load is what `entente load` does: the files of a generated folder are read, checked, resolved and loaded. Questions
// are asked in several ways: by the whole path in this process (graphql-js, plan, store, resolvers); of the store alone;
// by hand-written Cypher over the bare driver; and of the floor, hand-written JavaScript over the release's records. All
// answers are compared before anything is timed, and the ways take turns, so that a busy machine slows all alike.
//
// Each store and size has a process of its own. Neo4j is started for it, unless ENTENTE_TEST_NEO4J_URI (with _USER and
// _PASSWORD) names a server; --json FILE keeps the numbers.
import { fork } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadTable, questionTable, throughputTable } from './bench/table.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    facts: { type: 'string', default: '10000,100000,1000000' },
    stores: { type: 'string', default: 'memory,neo4j' },
    shapes: { type: 'string' },
    seconds: { type: 'string', default: '1' },
    json: { type: 'string' },
  },
});
const [what] = positionals;
if (positionals.length !== 1 || !['load', 'query'].includes(what)) {
  console.error(
    'Usage: npm run bench -- load|query [--facts N,…] [--stores memory,neo4j] [--shapes a,b] [--seconds S]',
  );
  process.exit(1);
}

/** How many facts a generated graph has for each node. */
const FACTS_OF_A_NODE = 6.81;

const results = [];
for (const facts of values.facts.split(',').map(Number)) {
  for (const store of values.stores.split(',')) {
    console.error(`${facts.toLocaleString('en')} facts, ${store} …`);
    const task = { store, nodes: Math.round(facts / FACTS_OF_A_NODE), shapes: values.shapes?.split(',') };
    results.push(await inProcess(what, { ...task, seconds: Number(values.seconds) }));
    if (values.json) await writeFile(values.json, `${JSON.stringify(results, null, 2)}\n`);
  }
}
const [{ model }] = cpus();
const memory = Math.round(totalmem() / 2 ** 30);
console.log(`Node ${process.version}, ${process.platform}, ${cpus().length} × ${model}, ${memory} GB.\n`);
if (what === 'load') console.log(loadTable(results));
else {
  console.log('Medians in milliseconds. Every answer was equal to the floor’s.\n');
  for (const store of values.stores.split(',')) {
    const ofStore = results.filter((result) => result.store === store);
    console.log(questionTable(ofStore));
    console.log(throughputTable(ofStore));
  }
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
