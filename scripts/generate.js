// Writes a graph that nobody stated, as a folder in the load format: npm run generate -- --nodes 100000 --out DIR
import { parseArgs } from 'node:util';
import { writeGenerated } from '../dist/loader/generate.js';

const { values } = parseArgs({
  options: {
    nodes: { type: 'string', default: '1000' },
    out: { type: 'string', default: 'generated-seed' },
    seed: { type: 'string', default: '1' },
  },
});
const [nodes, seed] = [Number(values.nodes), Number(values.seed)];
if (!(nodes >= 100) || !Number.isInteger(seed)) {
  console.error('Usage: npm run generate -- [--nodes N, from 100] [--out DIR] [--seed S]');
  process.exit(1);
}
const folders = await writeGenerated(nodes, values.out, seed);
console.log(`Written. Load it by: entente load ${folders.join(' ')}`);
