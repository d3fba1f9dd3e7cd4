/**
 * Every error class, sorted by who can mend it. A code is a field, so is the data; the message says what would be
 * accepted. What is thrown and is none of these is our own fault: it is masked on its way out.
 */

/** The developer can mend it: the kinds are declared wrongly. Thrown at start. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
  readonly code = 'MODEL_INVALID';
}

/** One fault in a seed file, at its place. Line and column count from 1. */
export interface SeedFault {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly message: string;
}

/** The editor of a seed can mend it: every fault of the folder, at once. */
export class SeedError extends Error {
  override readonly name = 'SeedError';
  readonly code = 'SEED_INVALID';

  constructor(readonly faults: readonly SeedFault[]) {
    super(faults.map(faultLine).join('\n'));
  }
}

/** A fault as compilers print one: `file:line:column CODE message`. */
export function faultLine({ file, line, column, code, message }: SeedFault): string {
  return `${file}:${line}:${column} ${code} ${message}`;
}

/** The codes that a caller may be answered with by the query layer. */
export type RequestCode = 'BAD_USER_INPUT' | 'BAD_CURSOR' | 'AMBIGUOUS_NAME' | 'QUERY_TOO_COSTLY';

/** The caller can mend it: the message says what would be accepted. */
export class RequestError extends Error {
  override readonly name = 'RequestError';

  constructor(
    readonly code: RequestCode,
    message: string,
    readonly data: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }

  /** What graphql-js passes on to the client. */
  get extensions(): Readonly<Record<string, unknown>> {
    return { code: this.code, ...this.data };
  }
}

/** The codes of a store that cannot answer. */
export type StoreCode = 'STORE_UNAVAILABLE' | 'STORE_TIMEOUT' | 'SNAPSHOT_DAMAGED' | 'LOAD_FAILED';

/** The operator can mend it. A client is told the code, never the words of a driver. */
export class StoreError extends Error {
  override readonly name = 'StoreError';

  constructor(
    readonly code: StoreCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
