import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MemoryStore } from '../../../src/store/memory/memory-store.js';
import { readSnapshot, writeSnapshot } from '../../../src/store/memory/snapshot.js';
import { toyKinds } from '../../toy/kinds.js';
import { toyOver } from '../../toy/toy-graph.js';
import { compiledChild } from '../compiled-child.js';
import { crowd, PEOPLE, spokenOf } from '../crowd.js';

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'entente-snapshot-'))));
afterEach(async () => void (await rm(folder, { recursive: true, force: true })));

/** What a folder keeps, as its answers say. */
async function kept(): Promise<string> {
  const snapshot = await readSnapshot(folder, toyKinds);
  const store = new MemoryStore();
  store.hold(snapshot!.graph, toyKinds);
  const said = spokenOf(await toyOver(store).ask(PEOPLE));
  expect(said).toBe(`200 ${String(snapshot!.mark)}`);
  expect(snapshot!.graph.info.id).toBe(snapshot!.mark);
  return String(snapshot!.mark);
}

test('a load that is killed at any moment, a hundred times, leaves the former release or the new one, whole', async () => {
  const script = await compiledChild(new URL('load-child.ts', import.meta.url));
  await writeSnapshot(crowd('release-0', 200), folder, 'release-0');
  let last = 0;
  const outcomes = { former: 0, new: 0 };
  // Each process is killed several times as long as a load takes, at random; so that few start for nothing.
  for (let kills = 0; kills < 100; kills++) {
    const child = spawn(process.execPath, [script, folder, String(last + 1)], { stdio: ['ignore', 'pipe', 'inherit'] });
    let told = '';
    const [chunk] = (await once(child.stdout, 'data')) as [Buffer];
    told += chunk.toString();
    child.stdout.on('data', (more: Buffer) => (told += more.toString()));
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 40));
    child.kill('SIGKILL');
    await once(child, 'close');
    const whole = Number(told.trimEnd().split('\n').at(-1));
    const found = Number((await kept()).replace('release-', ''));
    expect([whole, whole + 1]).toContain(found);
    outcomes[found === whole ? 'former' : 'new']++;
    last = found;
  }
  expect(outcomes.former + outcomes.new).toBe(100);
  // What the killed ones left aside goes with the next load.
  await writeSnapshot(crowd('release-x', 200), folder, 'release-x');
  expect(await readdir(folder)).toEqual(['graph.snapshot']);
}, 600_000);

test('two loads at once do not interleave', async () => {
  const ids = ['release-1', 'release-2', 'release-3', 'release-4'];
  await Promise.all(ids.map((id) => writeSnapshot(crowd(id, 200), folder, id)));
  expect(ids).toContain(await kept());
  expect(await readdir(folder)).toEqual(['graph.snapshot']);
});

test('a byte that is flipped, wherever it is, and a file that is torn are detected', async () => {
  await writeSnapshot(crowd('release-0', 200), folder, 'release-0');
  const path = join(folder, 'graph.snapshot');
  const whole = await readFile(path);
  const damaged = { code: 'SNAPSHOT_DAMAGED', message: expect.stringContaining(`entente load --data ${folder}`) };
  for (let turn = 0; turn < 60; turn++) {
    const flipped = Buffer.from(whole);
    const at = turn < 30 ? turn * 10 : Math.floor(Math.random() * whole.length);
    flipped[at]! ^= 1 << (turn % 8);
    await writeFile(path, flipped);
    await expect(readSnapshot(folder, toyKinds), `byte ${at}`).rejects.toMatchObject(damaged);
    await writeFile(path, whole.subarray(0, Math.floor(Math.random() * whole.length)));
    await expect(readSnapshot(folder, toyKinds)).rejects.toMatchObject(damaged);
  }
});

test('a disk that is full is told in words, and leaves the former release', async () => {
  await writeSnapshot(crowd('release-0', 200), folder, 'release-0');
  const script = await compiledChild(new URL('load-child.ts', import.meta.url));
  // A limit on the size of files is a disk that is full after 16 kB.
  const limited = `trap '' XFSZ; ulimit -f 16; exec "$0" "$1" "$2" 1`;
  const { stderr } = await promisify(execFile)('bash', ['-c', limited, process.execPath, script, folder]).catch(
    (error: { stderr: string }) => error,
  );
  expect(stderr).toMatch(/The snapshot cannot be written in .* \(EFBIG\)\./);
  expect(await kept()).toBe('release-0');
  expect(await readdir(folder)).toEqual(['graph.snapshot']);
});
