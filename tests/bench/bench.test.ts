import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
// @ts-expect-error The bench is plain JavaScript.
import { prepare, recording } from '../../scripts/bench/answers.js';
// @ts-expect-error The bench is plain JavaScript.
import { openFloor } from '../../scripts/bench/floor.js';
// @ts-expect-error The bench is plain JavaScript.
import { shapes } from '../../scripts/bench/shapes.js';
import { schema } from '../../src/index.js';
import { generateRelease } from '../../src/loader/generate-release.js';
import { writeGenerated } from '../../src/loader/generate.js';
import { loadSeed } from '../../src/loader/load-seed.js';
import { relationshipTypes } from '../../src/model/declare.js';
import { fold } from '../../src/model/fold.js';
import { nameIn } from '../../src/model/name.js';
import { dateReadingOf, dayNumber } from '../../src/model/partial-date.js';
import { sortKey } from '../../src/model/sort-key.js';
import { encodeCursor } from '../../src/query/cursor.js';
import { createGraph } from '../../src/query/graph.js';
import { MemoryStore } from '../../src/store/memory/memory-store.js';

const byId = (records: Iterable<{ readonly id: string }>) =>
  [...records].sort((one, other) => (one.id < other.id ? -1 : 1));

describe('a generated graph', () => {
  const folder = mkdtempSync(join(tmpdir(), 'entente-generated-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const filesOf = (name: string) => readdirSync(join(folder, name)).map((file) => [file, read(name, file)]);
  const read = (name: string, file: string) => readFileSync(join(folder, name, file), 'utf8');

  test('is the same each time it is made, and another for another seed', async () => {
    for (const [name, seed] of [
      ['one', 7],
      ['again', 7],
      ['other', 8],
    ] as const)
      await writeGenerated(200, join(folder, name), seed);
    expect(filesOf('again')).toEqual(filesOf('one'));
    expect(filesOf('other')).not.toEqual(filesOf('one'));
  });

  test('has no faults as a folder, and is the same as a release made directly', async () => {
    await writeGenerated(200, join(folder, 'seed'));
    const loaded = await loadSeed([join(folder, 'seed')]);
    const made = generateRelease(200);
    expect(made.date).toBe(loaded.date);
    for (const part of ['passages', 'entities', 'relations', 'claims', 'entries', 'conflicts'] as const)
      expect(byId(made[part])).toEqual(byId(loaded[part]));
  });

  test('has as many nodes as are asked for, some with far more facts than most', () => {
    const { entities, relations } = generateRelease(1000);
    const degrees = new Map<string, number>();
    for (const { from, to } of relations) for (const id of [from, to]) degrees.set(id, (degrees.get(id) ?? 0) + 1);
    const sorted = [...degrees.values()].sort((one, other) => other - one);
    expect([...entities]).toHaveLength(1000);
    expect(sorted[0]).toBeGreaterThan(20 * sorted[500]!);
  });
});

describe('the floor of the bench and the memory store', () => {
  const store = new MemoryStore();
  const { recorder, lastAsked } = recording(store);
  const release = generateRelease(500);
  const floor = openFloor(release, { fold, sortKey, nameIn, dateReadingOf, dayNumber });
  beforeAll(() => store.load(release));

  test.each(shapes as { key: string; what: string }[])('agree on $key: $what', async (shape) => {
    const graph = createGraph({ schema, relationships: relationshipTypes(release.kinds), store: recorder });
    const { differs, bytes } = await prepare(shape, { graph, store, lastAsked, floor, encodeCursor });
    expect(differs).toBeUndefined();
    expect(bytes).toBeGreaterThan(50);
  });
});
