/** Where progress is shown: standard error, usually. */
export interface ProgressOutput {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Shows how far a task is: a bar that is drawn over on a terminal, a line for each tenth elsewhere. */
export function showProgress(
  what: string,
  output: ProgressOutput = process.stderr,
): (done: number, total: number) => void {
  let shown = -1;
  return (done, total) => {
    const percent = total === 0 ? 100 : Math.floor((100 * done) / total);
    const step = output.isTTY ? percent : Math.floor(percent / 10) * 10;
    if (step === shown) return;
    shown = step;
    if (!output.isTTY) {
      output.write(`${what}: ${step} %\n`);
      return;
    }
    const width = Math.max(10, Math.min(40, (output.columns ?? 80) - what.length - 10));
    const filled = Math.round((width * percent) / 100);
    const bar = '█'.repeat(filled) + '░'.repeat(width - filled);
    output.write(`\r${what} ${bar} ${percent} %${percent === 100 ? '\n' : ''}`);
  };
}
