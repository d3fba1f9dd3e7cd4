/** Where progress is shown: standard error, usually. */
export interface ProgressOutput {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** How progress is counted, and where it is shown. */
export interface ProgressOptions {
  readonly output?: ProgressOutput;
  /** What is counted, for the rate: `MB` counts bytes. */
  readonly unit?: string;
  /** For how many milliseconds nothing is shown, so that a short task passes in silence. */
  readonly silence?: number;
  /** Milliseconds since any moment. */
  readonly clock?: () => number;
}

/** How often a bar is drawn, in milliseconds. */
const DRAWN_EVERY = 200;

/**
 * Shows how far a task is, how fast it goes, and how long it will still take:
 *
 *     Loading ███████████░░░░░ 68 %  41,200 records/s  0:08 left
 *
 * A bar that is drawn over on a terminal, a line for each tenth elsewhere.
 */
export function showProgress(
  what: string,
  { output = process.stderr, unit = 'records', silence = 0, clock = () => performance.now() }: ProgressOptions = {},
): (done: number, total: number) => void {
  const started = clock();
  let [shown, drawnAt, hasEnded] = [-1, -Infinity, false];
  let first: { readonly done: number; readonly now: number } | undefined;
  return (done, total) => {
    const percent = total === 0 ? 100 : Math.floor((100 * done) / total);
    const now = clock();
    if (now - started < silence) return;
    hasEnded &&= percent < 100;
    if (output.isTTY) {
      if (hasEnded || (percent < 100 && now - drawnAt < DRAWN_EVERY)) return;
    } else {
      const tenth = Math.floor(percent / 10) * 10;
      if (tenth === shown) return;
      shown = tenth;
    }
    drawnAt = now;
    hasEnded = percent === 100;
    first ??= { done, now };
    const rate = ((done - first.done) / (now - first.now)) * 1000;
    const speed = speedText(rate, done < total ? (total - done) / rate : undefined, (now - started) / 1000, unit);
    if (!output.isTTY) {
      output.write(`${what}: ${shown} %${speed}\n`);
      return;
    }
    const columns = (output.columns ?? 80) - 1;
    const width = Math.max(10, Math.min(40, columns - what.length - speed.length - 7));
    const filled = Math.round((width * percent) / 100);
    const line = `${what} ${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${percent} %${speed}`;
    output.write(`\r${line.slice(0, columns).padEnd(columns)}${hasEnded ? '\n' : ''}`);
  };
}

/** `  41,200 records/s  0:08 left`, at the end how long it took; nothing before there is anything to tell. */
function speedText(rate: number, left: number | undefined, seconds: number, unit: string): string {
  if (!(rate > 0 && rate < Infinity)) return '';
  const shownRate = unit === 'MB' ? (rate / 1e6).toFixed(1) : Math.round(rate).toLocaleString('en');
  const time = left === undefined ? `in ${timeText(seconds)}` : `${timeText(left)} left`;
  return `  ${shownRate} ${unit}/s  ${time}`;
}

/** `0:08`, `12:30`, `1:02:30`. */
function timeText(seconds: number): string {
  const whole = Math.ceil(seconds);
  const two = (part: number) => String(part).padStart(2, '0');
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(whole % 60)}`;
}
