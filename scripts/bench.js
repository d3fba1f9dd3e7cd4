// Measures the memory store on generated graphs: npm run bench -- [--sizes 1000,10000,100000] [--json FILE]
//
// Each shape of question is answered in three ways: the whole path in this process (graphql-js, plan, store, resolvers),
// the store alone, and by hand-written JavaScript over the release's records: the floor. All answers are compared before
// anything is timed. Times are medians; the ways take turns, so that a busy machine slows all alike.
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { measureGraph } from './bench/measure.js';
import { heapTable, timeTable } from './bench/table.js';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,100000' },
    shapes: { type: 'string' },
    seconds: { type: 'string', default: '1' },
    json: { type: 'string' },
  },
});

const sizes = values.sizes.split(',').map(Number);
const results = [];
for (const nodes of sizes) {
  console.error(`${nodes.toLocaleString('en')} nodes …`);
  results.push(await measureGraph(nodes, { seconds: Number(values.seconds), only: values.shapes?.split(',') }));
}
console.log(
  `Node ${process.version}, ${process.platform}. Milliseconds, medians. Every answer was equal to the floor’s.\n`,
);
console.log(heapTable(results));
console.log(timeTable(results));
if (values.json) await writeFile(values.json, `${JSON.stringify(results, null, 2)}\n`);
