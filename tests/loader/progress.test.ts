import { describe, expect, it } from 'vitest';
import { showProgress } from '../../src/loader/progress.js';

/** What is written while 200 things are done one by one. */
function written(isTTY: boolean): string {
  let text = '';
  const progress = showProgress('Loading', { isTTY, columns: 60, write: (part) => (text += part) });
  for (let done = 1; done <= 200; done++) progress(done, 200);
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
    expect(text.split('\r').at(-1)).toMatch(/^Loading █+ 100 %\n$/);
    expect(text.split('\r').every((line) => line.trimEnd().length <= 60)).toBe(true);
  });
});
