import 'reflect-metadata';
import { writeSnapshot } from '../../../src/store/memory/snapshot.js';
import { crowd } from '../crowd.js';

/**
 * A process that loads one release after the other into a folder until it is killed: `node load-child.js DIR FIRST`. It
 * tells which is whole.
 */
const [directory, first] = process.argv.slice(2) as [string, string];
for (let release = Number(first); ; release++) {
  await writeSnapshot(crowd(`release-${release}`, 200), directory, `release-${release}`);
  process.stdout.write(`${release}\n`);
}
