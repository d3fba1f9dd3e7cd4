import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** The names and values that a process was started with, as in `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** One thing that can be set: by which variable, to what if unset, in which unit, and what it is for. */
export interface Setting<Value = unknown> {
  readonly variable: string;
  readonly default: Value;
  readonly unit: string;
  readonly meaning: string;
  /** What is accepted, in words: ends the line that names a fault. */
  readonly accepted: string;
  readonly type: z.ZodType<Value, string>;
}

/** A setting as the README and `GET /limits` print it. */
export interface SettingRow {
  readonly name: string;
  readonly variable: string;
  readonly default: unknown;
  readonly unit: string;
  readonly meaning: string;
}

const MOST = 1_000_000_000;

function whole(
  variable: string,
  preset: number,
  unit: string,
  meaning: string,
  least = 1,
  most = MOST,
): Setting<number> {
  const accepted = `a whole number from ${least} to ${most}`;
  const type = z
    .string()
    .regex(/^\d{1,10}$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most));
  return { variable, default: preset, unit, meaning, accepted, type };
}

function text(variable: string, preset: string, meaning: string): Setting<string> {
  return { variable, default: preset, unit: '', meaning, accepted: 'any text', type: z.string() };
}

function optional(variable: string, meaning: string): Setting<string | undefined> {
  return { variable, default: undefined, unit: '', meaning, accepted: 'any text', type: z.string() };
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** The level from which lines are logged. */
export type LogLevel = (typeof LOG_LEVELS)[number];

const logLevel: Setting<LogLevel> = {
  variable: 'ENTENTE_LOG',
  default: 'info',
  unit: '',
  meaning: 'Level from which lines are logged.',
  accepted: `one of ${LOG_LEVELS.join(', ')}`,
  type: z.enum(LOG_LEVELS),
};

const LOADING = ['never', 'if-empty', 'if-older'] as const;

const loading: Setting<(typeof LOADING)[number]> = {
  variable: 'ENTENTE_LOAD',
  default: 'if-empty',
  unit: '',
  meaning: 'When the seed is loaded into Neo4j at start: never, if-empty, or also if-older.',
  accepted: `one of ${LOADING.join(', ')}`,
  type: z.enum(LOADING),
};

const neo4jUri: Setting<string | undefined> = {
  variable: 'NEO4J_URI',
  default: undefined,
  unit: '',
  meaning: 'Neo4j to read from, such as neo4j://localhost:7687. Unset: the graph is held in memory.',
  accepted: 'an address that begins with neo4j://, neo4j+s://, neo4j+ssc://, bolt://, bolt+s:// or bolt+ssc://',
  type: z.string().regex(/^(neo4j|bolt)(\+s|\+ssc)?:\/\/\S+$/),
};

/** Where the server listens, and what it opens. */
export const places = {
  port: whole('ENTENTE_PORT', 4000, '', 'Port to listen on; 0 takes a free one.', 0, 65_535),
  host: text('ENTENTE_HOST', '127.0.0.1', 'Address to listen on; 0.0.0.0 for all.'),
  data: optional('ENTENTE_DATA', 'Folder that keeps the packed snapshot. Unset: none is kept.'),
  seed: optional('ENTENTE_SEED', 'Folder of the seed to load. Unset: the graph that ships.'),
  documents: optional('ENTENTE_DOCUMENTS', 'Folder of the cited documents. Unset: passages have no text.'),
  playground: text(
    'ENTENTE_PLAYGROUND',
    fileURLToPath(new URL('../../dist/playground', import.meta.url)),
    'Folder of the built playground; a plain page is served while it is missing.',
  ),
  log: logLevel,
  neo4jUri,
  neo4jUser: text('NEO4J_USER', 'neo4j', 'User of Neo4j; one that can only read is enough to serve.'),
  neo4jPassword: optional('NEO4J_PASSWORD', 'Password of that user.'),
  neo4jDatabase: text('NEO4J_DATABASE', 'neo4j', 'Database of Neo4j.'),
  loading,
} as const;

/** Every limit, with the value that was tried. */
export const limits = {
  bodyBytes: whole('ENTENTE_BODY_BYTES', 131_072, 'bytes', 'Largest body of a request.'),
  tokens: whole('ENTENTE_TOKENS', 1000, 'tokens', 'Longest document.'),
  nesting: whole('ENTENTE_NESTING', 64, 'brackets', 'Deepest nesting of brackets of any kind, before parsing.'),
  depth: whole('ENTENTE_DEPTH', 10, 'fields', 'Deepest field. Fragments and introspection are free.'),
  aliases: whole('ENTENTE_ALIASES', 30, 'aliases', 'Most aliases, as written.', 0),
  directives: whole('ENTENTE_DIRECTIVES', 50, 'directives', 'Most directives, as written.', 0),
  rootFields: whole('ENTENTE_ROOT_FIELDS', 20, 'fields', 'Most fields of Query, fragments expanded.'),
  selections: whole('ENTENTE_SELECTIONS', 500, 'fields', 'Most fields, fragments expanded.'),
  cost: whole('ENTENTE_COST', 5000, 'nodes', 'Most nodes that page sizes allow; nested pages multiply.'),
  page: whole('ENTENTE_PAGE', 20, 'nodes', 'Size of a page that names none and has no default of its own.'),
  pageMaximum: whole('ENTENTE_PAGE_MAXIMUM', 100, 'nodes', 'Largest page; a larger one is refused, not cut.', 1, 100),
  searchLength: whole('ENTENTE_SEARCH_LENGTH', 200, 'characters', 'Longest id, and longest text to search for.'),
  stringLength: whole('ENTENTE_STRING_LENGTH', 10_000, 'characters', 'Longest other string.'),
  answerBytes: whole('ENTENTE_ANSWER_BYTES', 2_000_000, 'bytes', 'Largest answer.'),
  deadline: whole('ENTENTE_DEADLINE', 5000, 'ms', 'Longest time that a request runs.'),
  inFlight: whole('ENTENTE_IN_FLIGHT', 64, 'requests', 'Most requests running at once.'),
  loopDelay: whole('ENTENTE_LOOP_DELAY', 400, 'ms', 'Delay of the event loop (p99) above which requests are shed.'),
  cacheAge: whole('ENTENTE_CACHE_AGE', 60, 's', 'How long a cache may answer a GET before it asks again.', 0),
  headersTimeout: whole('ENTENTE_HEADERS_TIMEOUT', 10_000, 'ms', 'Longest time for the headers of a request.'),
  requestTimeout: whole('ENTENTE_REQUEST_TIMEOUT', 20_000, 'ms', 'Longest time for a whole request to arrive.'),
  timeoutCheck: whole('ENTENTE_TIMEOUT_CHECK', 2000, 'ms', 'How often these two times are checked.'),
  keepAlive: whole('ENTENTE_KEEP_ALIVE', 5000, 'ms', 'How long an idle connection is kept.'),
  headerBytes: whole('ENTENTE_HEADER_BYTES', 16_384, 'bytes', 'Largest headers, the address included.', 1024),
  connections: whole('ENTENTE_CONNECTIONS', 2000, 'connections', 'Most connections at once.'),
  lameDuck: whole('ENTENTE_LAME_DUCK', 300, 'ms', 'How long a closing server still takes requests.', 0),
  grace: whole('ENTENTE_GRACE', 8000, 'ms', 'How long a closing server waits for running requests.', 0),
  neo4jAcquisition: whole('ENTENTE_NEO4J_ACQUISITION', 2000, 'ms', 'Longest wait for a connection of the pool.'),
  neo4jConnect: whole('ENTENTE_NEO4J_CONNECT', 3000, 'ms', 'Longest time to connect to Neo4j.'),
  neo4jRetry: whole('ENTENTE_NEO4J_RETRY', 5000, 'ms', 'Longest time that a transaction is tried again.', 0),
  neo4jLiveness: whole('ENTENTE_NEO4J_LIVENESS', 30_000, 'ms', 'Idle time after which a connection is checked.', 0),
  neo4jLifetime: whole('ENTENTE_NEO4J_LIFETIME', 1_800_000, 'ms', 'Longest life of a connection.'),
  neo4jPool: whole('ENTENTE_NEO4J_POOL', 20, 'connections', 'Most connections to Neo4j.'),
} as const;

type Values<Settings> = {
  readonly [Name in keyof Settings]: Settings[Name] extends Setting<infer Value> ? Value : never;
};

/** The value of every limit. */
export type Limits = Values<typeof limits>;

/** All that a server was told, with every default filled in. */
export type Config = Values<typeof places> & { readonly limits: Limits };

/** The operator can mend it: one line for each variable at fault, all at once. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly code = 'CONFIG_INVALID';

  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'));
  }
}

/**
 * Reads the config of an environment. An empty variable counts as unset, as docker compose passes them.
 *
 * @throws ConfigError such as `ENTENTE_PORT is "many": accepted is a whole number from 0 to 65535.`
 */
export function readConfig(environment: Environment = {}): Config {
  const faults: string[] = [];
  const config = {
    ...readSettings(places, environment, faults),
    limits: readSettings(limits, environment, faults),
  };
  if (faults.length > 0) throw new ConfigError(faults);
  return config;
}

function readSettings<Settings extends Readonly<Record<string, Setting>>>(
  settings: Settings,
  environment: Environment,
  faults: string[],
): Values<Settings> {
  const read = (setting: Setting): unknown => {
    const raw = environment[setting.variable]?.trim();
    if (!raw) return setting.default;
    const result = setting.type.safeParse(raw);
    if (!result.success) faults.push(`${setting.variable} is ${JSON.stringify(raw)}: accepted is ${setting.accepted}.`);
    return result.data;
  };
  return Object.fromEntries(
    Object.entries(settings).map(([name, setting]) => [name, read(setting)]),
  ) as Values<Settings>;
}

/** Every setting as a row, in the order of this file: places, then limits. */
export const settingRows: readonly SettingRow[] = Object.entries<Setting>({ ...places, ...limits }).map(
  ([name, { variable, default: preset, unit, meaning }]) => ({ name, variable, default: preset, unit, meaning }),
);
