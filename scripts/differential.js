/**
 * Asks both stores random questions and compares the answers, byte for byte: npm run differential -- [--count N] [--seed S]
 *
 * The same count and seed ask the same of the same graphs. It is the test of `npm test`, for as long as one likes.
 */
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { count: { type: 'string', default: '20000' }, seed: { type: 'string' } },
});
const count = Number(values.count);
const seed = Number(values.seed ?? randomInt(2 ** 31));
if (!(Number.isInteger(count) && count > 0 && Number.isInteger(seed))) {
  console.error('Usage: npm run differential -- [--count N, from 1] [--seed S, a whole number]');
  process.exit(1);
}
const vitest = spawn('npx', ['vitest', 'run', 'tests/store/neo4j/differential.test.ts'], {
  stdio: 'inherit',
  env: {
    ...process.env,
    ENTENTE_REQUIRE_NEO4J: '1',
    ENTENTE_DIFFERENTIAL_COUNT: String(count),
    ENTENTE_DIFFERENTIAL_SEED: String(seed),
  },
});
vitest.once('exit', (code) => (process.exitCode = code ?? 1));
