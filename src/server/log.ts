import { pino, type Logger } from 'pino';
import type { LogLevel } from './config.js';

/** Where lines are logged, one JSON object each. */
export type Log = Logger;

/** Opens the log of a process, on standard output. */
export function openLog(level: LogLevel): Log {
  return pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
}
