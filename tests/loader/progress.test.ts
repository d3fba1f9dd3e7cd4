import { describe, expect, it } from 'vitest';
import { showProgress } from '../../src/loader/progress.js';

/** What is written while 200 things are done one by one, each in a time of its own. */
function written(isTTY: boolean, milliseconds = 0, columns = 60): string {
  let [text, now] = ['', 0];
  const output = { isTTY, columns, write: (part: string) => (text += part) };
  const progress = showProgress('Loading', { output, unit: 'records', clock: () => now });
  for (let done = 1; done <= 200; done++) {
    now += milliseconds;
    progress(done, 200);
  }
  return text;
}

describe('progress', () => {
  it('is a line for each tenth where there is no terminal', () => {
    expect(written(false).split('\n')).toEqual([
      ...[0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100].map((part) => `Loading: ${part} %`),
      '',
    ]);
  });

  it('is one bar, drawn over, on a terminal', () => {
    const text = written(true);
    expect(text.split('\n')).toHaveLength(2);
    expect(text.split('\r').at(-1)).toMatch(/^Loading █+ 100 % *\n$/);
    expect(text.split('\r').every((line) => line.trimEnd().length <= 60)).toBe(true);
  });

  it('tells the rate and the time that is left, and at the end the time it took', () => {
    expect(written(false, 100).split('\n').slice(5, 7)).toEqual([
      'Loading: 50 %  10 records/s  0:10 left',
      'Loading: 60 %  10 records/s  0:08 left',
    ]);
    expect(written(true, 60_000).split('\r').at(-2)).toMatch(/^Loading █+░* 99 % {2}0 records\/s {2}1:00 left *$/);
    expect(written(true, 60_000).split('\r').at(-1)).toMatch(/^Loading █+ 100 % {2}0 records\/s {2}in 3:20:00 *\n$/);
  });

  it('draws a bar no more than five times a second, and within a narrow terminal', () => {
    expect(written(true, 20).split('\r').length).toBeLessThan(25);
    expect(
      written(true, 20, 30)
        .split('\r')
        .every((line) => line.trimEnd().length <= 30),
    ).toBe(true);
  });
});
