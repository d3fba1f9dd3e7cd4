import { StoreError } from '../errors.js';

/** The time that a request has. */
export interface Deadline {
  /** Aborts when time is up, the client has gone or the server stops; its reason tells which. */
  readonly signal: AbortSignal;
  abort(reason: Error): void;
  /** The request is answered: nothing is waited for any more. */
  end(): void;
}

/**
 * Starts the time of one request. A controller of its own, because `AbortSignal.any` over a signal that lives as long
 * as the server keeps every request in memory on Node 20.
 */
export function startDeadline(client: AbortSignal, milliseconds: number): Deadline {
  const controller = new AbortController();
  const expire = (): void => controller.abort(new StoreError('STORE_TIMEOUT', `No answer within ${milliseconds} ms.`));
  const leave = (): void => controller.abort(client.reason);
  const timer = setTimeout(expire, milliseconds);
  if (client.aborted) leave();
  client.addEventListener('abort', leave, { once: true });
  return {
    signal: controller.signal,
    abort: (reason) => controller.abort(reason),
    end() {
      clearTimeout(timer);
      client.removeEventListener('abort', leave);
    },
  };
}
