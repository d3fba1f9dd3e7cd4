import neo4j, { type Driver, type ManagedTransaction, type Session } from 'neo4j-driver';
import { StoreError } from '../../errors.js';

/** How to reach Neo4j. Times are in milliseconds. */
export interface Neo4jOptions {
  /** `neo4j://host:7687` for a cluster or one server, `bolt://` for just this server, `+s` for TLS. */
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** The server's default database unless said. */
  readonly database?: string | undefined;
  /** Most connections at a time. */
  readonly poolSize?: number;
  /** How long a reading waits for a connection. */
  readonly acquisitionTimeout?: number;
  readonly connectTimeout?: number;
  /** A connection that was idle for longer is tried before it is used. */
  readonly livenessTimeout?: number;
  readonly connectionLifetime?: number;
  /** How long a writing is tried again. */
  readonly retryTime?: number;
  /** How long one reading may run on the server, whatever its signal says. */
  readonly readTimeout?: number;
  /** How long a load waits for another one to end. */
  readonly lockTimeout?: number;
}

const DEFAULTS = {
  poolSize: 20,
  acquisitionTimeout: 2_000,
  connectTimeout: 3_000,
  livenessTimeout: 30_000,
  connectionLifetime: 30 * 60_000,
  retryTime: 5_000,
  readTimeout: 5_000,
  lockTimeout: 5_000,
};

/** One row, its values in the order of the statement's `RETURN`. */
export type ResultRow = readonly unknown[];

/** What the store wants of the driver: one reading, or a series of writings. Its errors are ours. */
export class Connection {
  readonly #driver: Driver;
  readonly #options: Neo4jOptions & typeof DEFAULTS;
  /** What was written last, so that a reading on another member of a cluster sees it. */
  #bookmarks: string[] = [];

  constructor(options: Neo4jOptions) {
    this.#options = { ...DEFAULTS, ...definedOf(options) };
    const {
      uri,
      user,
      password,
      poolSize,
      acquisitionTimeout,
      connectTimeout,
      livenessTimeout,
      connectionLifetime,
      retryTime,
    } = this.#options;
    try {
      this.#driver = neo4j.driver(uri, neo4j.auth.basic(user, password), {
        disableLosslessIntegers: false,
        maxConnectionPoolSize: poolSize,
        connectionAcquisitionTimeout: acquisitionTimeout,
        connectionTimeout: connectTimeout,
        connectionLivenessCheckTimeout: livenessTimeout,
        maxConnectionLifetime: connectionLifetime,
        maxTransactionRetryTime: retryTime,
        notificationFilter: { minimumSeverityLevel: 'OFF' },
        telemetryDisabled: true,
        userAgent: 'entente',
      });
    } catch (cause) {
      throw new StoreError('STORE_UNAVAILABLE', 'The address of Neo4j is not one: neo4j://HOST:7687 would be.', {
        cause,
      });
    }
  }

  get lockTimeout(): number {
    return this.#options.lockTimeout;
  }

  /**
   * Runs one statement that only reads, and once more where that may help.
   *
   * @throws StoreError `STORE_TIMEOUT` when the signal aborts or time is up, else `STORE_UNAVAILABLE`.
   */
  async read(
    text: string,
    parameters: Readonly<Record<string, unknown>>,
    signal?: AbortSignal,
    time = this.#options.readTimeout,
  ): Promise<readonly ResultRow[]> {
    const end = performance.now() + time;
    for (let attempt = 1; ; attempt++) {
      if (signal?.aborted) throw timeout(signal.reason);
      try {
        return await this.#readOnce(text, parameters, Math.ceil(end - performance.now()), signal);
      } catch (cause) {
        if (signal?.aborted) throw timeout(signal.reason);
        if (attempt === 1 && mayPass(cause) && performance.now() < end) continue;
        throw readError(cause);
      }
    }
  }

  async #readOnce(
    text: string,
    parameters: Readonly<Record<string, unknown>>,
    time: number,
    signal: AbortSignal | undefined,
  ): Promise<readonly ResultRow[]> {
    const session = this.#session(neo4j.session.READ);
    let leave: (() => void) | undefined;
    const left = new Promise<never>((_, reject) => {
      leave = () => reject(timeout(signal?.reason));
      signal?.addEventListener('abort', leave, { once: true });
    });
    try {
      const answer = session.run(text, parameters, { timeout: Math.max(1, time) });
      const { records } = await (signal ? Promise.race([answer, left]) : answer);
      return records.map((record) => (record as unknown as { readonly _fields: ResultRow })._fields);
    } finally {
      signal?.removeEventListener('abort', leave!);
      // Closing a session whose statement still runs makes the server end it. Nobody waits for that.
      void session.close().catch(() => undefined);
    }
  }

  /** Opens a transaction that stays open for as long as a load holds the lock. */
  async hold(text: string, wait: number): Promise<{ release(): Promise<void> } | undefined> {
    const session = this.#session(neo4j.session.WRITE);
    let timer: NodeJS.Timeout | undefined;
    const close = () => session.close().catch(() => undefined);
    try {
      const transaction = await session.beginTransaction({ timeout: 0 });
      const isLate = new Promise<true>((resolve) => (timer = setTimeout(() => resolve(true), wait)));
      const taken = transaction.run(text).then(() => false);
      taken.catch(() => undefined);
      if (await Promise.race([taken, isLate])) {
        void close();
        return undefined;
      }
      return {
        release: async () => {
          await transaction.rollback().catch(() => undefined);
          await close();
        },
      };
    } catch (cause) {
      void close();
      throw loadError(cause);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Runs statements that write in one transaction, again where that may help. */
  async write<Result>(work: (run: RunStatement) => Promise<Result>): Promise<Result> {
    const session = this.#session(neo4j.session.WRITE);
    try {
      return await session.executeWrite((transaction) => work(runIn(transaction)), { timeout: 0 });
    } catch (cause) {
      throw cause instanceof StoreError ? cause : loadError(cause);
    } finally {
      this.#bookmarks = session.lastBookmarks();
      void session.close().catch(() => undefined);
    }
  }

  async close(): Promise<void> {
    await this.#driver.close().catch(() => undefined);
  }

  #session(mode: typeof neo4j.session.READ): Session {
    const { database } = this.#options;
    return this.#driver.session({
      defaultAccessMode: mode,
      bookmarks: this.#bookmarks,
      fetchSize: 10_000,
      ...(database && { database }),
    });
  }
}

export type RunStatement = (
  text: string,
  parameters?: Readonly<Record<string, unknown>>,
) => Promise<readonly ResultRow[]>;

function runIn(transaction: ManagedTransaction): RunStatement {
  return async (text, parameters = {}) => {
    const { records } = await transaction.run(text, parameters);
    return records.map((record) => record.keys.map((key) => record.get(key) as unknown));
  };
}

function definedOf(options: Neo4jOptions): Neo4jOptions {
  return Object.fromEntries(
    Object.entries(options).filter(([, value]) => value !== undefined),
  ) as unknown as Neo4jOptions;
}

function timeout(cause: unknown): StoreError {
  return new StoreError('STORE_TIMEOUT', 'The answer took too long.', { cause });
}

function codeOf(cause: unknown): string {
  const code = (cause as { readonly code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : '';
}

/** Neo4j ended a transaction whose time was up, or which we gave up. */
const ENDED = /Transaction(TimedOut|Terminated|Marked)|LockClientStopped/;

function readError(cause: unknown): unknown {
  if (cause instanceof StoreError) return cause;
  const code = codeOf(cause);
  if (ENDED.test(code)) return timeout(cause);
  if (isOurFault(code)) return new Error(`Neo4j refuses a statement of ours (${code}).`, { cause });
  return unavailable(cause);
}

/** What may work the second time: a lost connection, a change of leader, a record that a load deleted meanwhile. */
function mayPass(cause: unknown): boolean {
  return neo4j.isRetryableError(cause) || codeOf(cause).endsWith('EntityNotFound');
}

/** A statement that Neo4j does not understand is no trouble of the store's. */
function isOurFault(code: string): boolean {
  return code.startsWith('Neo.ClientError.Statement') && !code.endsWith('EntityNotFound');
}

function unavailable(cause: unknown): StoreError {
  const code = codeOf(cause);
  const message = code.startsWith('Neo.ClientError.Security')
    ? 'Neo4j refuses the user or password. Check NEO4J_USER and NEO4J_PASSWORD.'
    : isItsFault(code)
      ? `Neo4j cannot answer (${code}).${SEE_LOG}`
      : 'Neo4j cannot be reached.';
  return new StoreError('STORE_UNAVAILABLE', message, { cause });
}

/** Neo4j is there, and in trouble. */
function isItsFault(code: string): boolean {
  return code.startsWith('Neo.DatabaseError');
}

const SEE_LOG = ' Its log says more; see also whether its disk is full.';

function loadError(cause: unknown): StoreError {
  const code = codeOf(cause);
  if (mayNotWrite(code)) {
    const message = `Neo4j lets nobody write there, or not this user (${code}). The former release is still there.`;
    return new StoreError('LOAD_FAILED', message, { cause });
  }
  if (code === 'ServiceUnavailable' || code === 'SessionExpired' || code.startsWith('Neo.ClientError.Security'))
    return unavailable(cause);
  const where = isItsFault(code) ? SEE_LOG : '';
  return new StoreError(
    'LOAD_FAILED',
    `Neo4j did not take the release${code ? ` (${code})` : ''}. The former one is still there.${where}`,
    { cause },
  );
}

/** The database is read-only, or the user may only read. */
function mayNotWrite(code: string): boolean {
  return /ForbiddenOnReadOnlyDatabase|Security\.Forbidden$|WriteOnReadOnlyAccessDatabase|Statement\.AccessMode$/.test(
    code,
  );
}
