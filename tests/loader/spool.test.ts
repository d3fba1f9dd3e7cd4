import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { StoreError } from '../../src/errors.js';
import { Spool, SpooledRecords } from '../../src/loader/spool.js';

/** Texts of all lengths, 40 MB together: empty ones, a large one, and characters of up to four bytes. */
function* texts(): Generator<string> {
  for (let number = 0; number < 4000; number++) yield `${number}: Đồng Nai ក 🌏\n`.repeat(number % 400);
  yield 'ể'.repeat(9_000_000);
  yield '';
  yield 'the last';
}

afterEach(() => vi.unstubAllEnvs());

describe('a spool', () => {
  it('gives back what was added, in order and by number, however often it is asked', () => {
    const spool = new Spool();
    const numbers = Array.from(texts(), (text) => spool.add(text));
    expect(spool.length).toBe(4003);
    expect(numbers).toEqual([...numbers.keys()]);
    for (let time = 0; time < 2; time++) {
      const given = spool[Symbol.iterator]();
      for (const text of texts()) if (given.next().value !== text) expect.fail('a text is not what it was');
      expect(given.next().done).toBe(true);
    }
    expect([3999, 7, 4002, 0].map((number) => spool.at(number))).toEqual([
      '3999: Đồng Nai ក 🌏\n'.repeat(399),
      '7: Đồng Nai ក 🌏\n'.repeat(7),
      'the last',
      '',
    ]);
    spool.add('one more');
    expect([...spool].at(-1)).toBe('one more');
  });

  it('holds a little in memory, and leaves no name on disk for what is more', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'entente-spool-'));
    vi.stubEnv('TMPDIR', folder);
    const spool = new Spool();
    for (const text of texts()) spool.add(text);
    expect(spool.at(1)).toBe('1: Đồng Nai ក 🌏\n');
    expect(await readdir(folder)).toEqual([]);
    await rm(folder, { recursive: true });
  });

  it('says where there is no room, and needs none for a little', () => {
    vi.stubEnv('TMPDIR', join(tmpdir(), 'entente-is-not-there'));
    const spool = new Spool();
    spool.add('a little');
    expect([...spool]).toEqual(['a little']);
    const fill = () => {
      for (const text of texts()) spool.add(text);
    };
    expect(fill).toThrow(StoreError);
    expect(fill).toThrow(/cannot be written in .*entente-is-not-there \(ENOENT\); set TMPDIR/);
  });

  it('reads records anew for each who asks', () => {
    const spool = new Spool();
    spool.add('{"id":"a"}');
    const records = new SpooledRecords<{ id: string }>(spool);
    const [[one], [other]] = [[...records], [...records]];
    expect(one).toEqual({ id: 'a' });
    expect(one).not.toBe(other);
    expect(records.length).toBe(1);
  });
});
