import { monitorEventLoopDelay } from 'node:perf_hooks';
import { refuse } from './codes.js';
import type { Limits } from './config.js';

/** The gate before execution: too many at once are refused at once, so that those inside are answered in time. */
export interface Admission {
  /**
   * Lets one request in, and returns what lets it out again.
   *
   * @throws GraphQLError SERVER_BUSY.
   */
  enter(): () => void;
  close(): void;
}

/** A reading of how late the event loop runs, in milliseconds. */
export interface LoopDelay {
  read(): number;
  close(): void;
}

/** Opens the gate. It closes while `inFlight` requests run or the event loop runs later than `loopDelay`. */
export function openAdmission(
  { inFlight, loopDelay }: Pick<Limits, 'inFlight' | 'loopDelay'>,
  delay: LoopDelay = watchLoopDelay(),
): Admission {
  let running = 0;
  return {
    enter() {
      if (running >= inFlight) throw busy('requests running', inFlight, running + 1);
      const late = Math.round(delay.read());
      if (late > loopDelay) throw busy('ms of delay', loopDelay, late);
      running += 1;
      return () => void (running -= 1);
    },
    close: () => delay.close(),
  };
}

function busy(what: string, limit: number, actual: number): Error {
  return refuse('SERVER_BUSY', `The server is busy (${actual} ${what}, of ${limit}): try again in a second.`, {
    limit,
    actual,
  });
}

const WINDOW = 5000;
const RESOLUTION = 20;

/** Watches the event loop: the delay that 99 % of its turns kept within, over the last full window of five seconds. */
export function watchLoopDelay(): LoopDelay {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION });
  histogram.enable();
  let delay = 0;
  const timer = setInterval(() => {
    delay = Math.max(0, histogram.percentile(99) / 1e6 - RESOLUTION);
    histogram.reset();
  }, WINDOW).unref();
  return {
    read: () => delay,
    close() {
      clearInterval(timer);
      histogram.disable();
    },
  };
}
