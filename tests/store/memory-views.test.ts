import { expect, test } from 'vitest';
import { Views } from '../../src/store/memory/views.js';
import type { Steps } from '../../src/store/memory/steps.js';

const moment = (day: number) => ({ knownAt: `2000-01-${String(day).padStart(2, '0')}`, now: '2000-01-01' });
const refusal = () => new Error('Nobody waits.');

/** Views that are only their day and made in some steps, and which of them were made. */
function watched({ size = 1, steps = 3 } = {}) {
  const made: string[] = [];
  let begun = 0;
  const views = new Views<string>(
    function* ({ knownAt }): Steps<string> {
      begun++;
      for (let step = 0; step < steps; step++) yield;
      made.push(knownAt!);
      return knownAt!;
    },
    () => size,
    (signal) => () =>
      new Promise((resolve, reject) => setImmediate(() => (signal.aborted ? reject(refusal()) : resolve()))),
  );
  const at = (day: number, signal = new AbortController().signal) => views.at(moment(day), signal, refusal);
  return { at, made, begun: () => begun };
}

test('a view is made once for all who ask for it at the same time, and kept', async () => {
  const { at, made } = watched();
  expect(await Promise.all([at(1), at(1), at(2)])).toEqual(['2000-01-01', '2000-01-01', '2000-01-02']);
  await at(1);
  expect(made).toHaveLength(2);
});

test('of more than eight views the one that was not asked for the longest goes', async () => {
  const { at, made } = watched();
  for (let day = 1; day <= 8; day++) await at(day);
  await at(1);
  await at(9);
  expect(made).toHaveLength(9);
  await at(1);
  expect(made).toHaveLength(9);
  await at(2);
  expect(made).toHaveLength(10);
});

test('large views leave room for fewer, but the last one is always kept', async () => {
  const { at, made } = watched({ size: 1_500_000 });
  await at(1);
  await at(1);
  expect(made).toHaveLength(1);
  await at(2);
  await at(2);
  await at(1);
  expect(made).toHaveLength(3);
});

test('who does not wait any more is refused at once; the view is made as long as another one waits', async () => {
  const { at, made } = watched({ steps: 20 });
  const [leaving, staying] = [new AbortController(), new AbortController()];
  const [left, stayed] = [at(1, leaving.signal), at(1, staying.signal)];
  leaving.abort();
  await expect(left).rejects.toThrow('Nobody waits.');
  expect(made).toEqual([]);
  expect(await stayed).toBe('2000-01-01');
});

test('a view for which nobody waits any more is given up, and begun anew for who comes later', async () => {
  const { at, made, begun } = watched({ steps: 20 });
  const leaving = new AbortController();
  const left = at(1, leaving.signal);
  leaving.abort();
  await expect(left).rejects.toThrow();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(made).toEqual([]);
  expect(await at(1)).toBe('2000-01-01');
  expect(begun()).toBe(2);
});
