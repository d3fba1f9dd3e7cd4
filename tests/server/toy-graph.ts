import { buildSchema, type GraphQLFieldResolver } from 'graphql';
import { RequestError, StoreError } from '../../src/errors.js';
import type { OpenGraph, RequestContext } from '../../src/query/open-graph.js';

/** The shapes that the server has to know apart, and fields that fail in every way. */
const schema = buildSchema(`
  type Query {
    id: ID
    asOf: Query!
    province(id: ID!): Province
    provinces(where: ProvinceFilter, first: Int = 20, last: Int): ProvinceConnection!
    nodes(ids: [ID!]!): [Province]!
    search(text: String!, first: Int): ProvinceConnection!
    suggest(prefix: String!, first: Int = 8): ProvinceConnection!
    match(queries: [String!]!, first: Int = 5): [Province]!
    paths(from: EntityRef!, notThrough: [EntityRef!], maxHops: Int = 4, first: Int = 5): [Path!]!
    neighbourhood(of: [EntityRef!]!, maxNodes: Int = 100): Subgraph!
    throws(what: String!): String
    throwsWhole(what: String!): String!
    large(bytes: Int!): String
    slow(ms: Int!): String
    hangs: String
    flag(needed: Boolean!): Boolean
  }
  input ProvinceFilter { id: ID name: String and: [ProvinceFilter!] }
  input EntityRef { id: ID name: String }
  type Path { length: Int! nodes: [Province!]! }
  type Subgraph { nodes: [Province!]! truncated: Boolean! }
  type Province { id: ID! name: String! provinces(first: Int = 20): ProvinceConnection! }
  type ProvinceConnection { nodes: [Province!]! totalCount: Int! }
`);

const thrown: Readonly<Record<string, () => Error>> = {
  BAD_USER_INPUT: () => new RequestError('BAD_USER_INPUT', 'Say it otherwise.', { accepted: ['otherwise'] }),
  BAD_CURSOR: () => new RequestError('BAD_CURSOR', 'No such cursor.'),
  AMBIGUOUS_NAME: () => new RequestError('AMBIGUOUS_NAME', 'Two have it.', { candidates: ['a', 'b'] }),
  STORE_TIMEOUT: () => new StoreError('STORE_TIMEOUT', 'secret driver words'),
  STORE_UNAVAILABLE: () => new StoreError('STORE_UNAVAILABLE', 'secret driver words'),
  SNAPSHOT_DAMAGED: () => new StoreError('SNAPSHOT_DAMAGED', 'secret path'),
  bug: () => new TypeError('secret: cannot read properties of undefined'),
  validation: () =>
    Object.assign(new Error('secret'), {
      name: 'ArgumentValidationError',
      extensions: { code: 'BAD_USER_INPUT', secret: 1 },
    }),
};

const province = { id: 'province/toy', name: 'Toy' };
const connection = { nodes: [province], totalCount: 1 };

type Arguments = Readonly<{
  what: string;
  bytes: number;
  ms: number;
  ids: readonly string[];
  queries: readonly string[];
}>;

const answers: Readonly<Record<string, (args: Arguments, context: RequestContext) => unknown>> = {
  id: () => 'query',
  asOf: () => ({}),
  province: () => province,
  provinces: () => connection,
  nodes: ({ ids }) => ids.map(() => province),
  search: () => connection,
  suggest: () => connection,
  match: ({ queries }) => queries.map(() => province),
  throws: ({ what }) => fail(what),
  throwsWhole: ({ what }) => fail(what),
  large: ({ bytes }) => 'x'.repeat(bytes),
  slow: ({ ms }, { signal }) => pause(ms, signal),
  hangs: () => new Promise(() => undefined),
  flag: () => true,
};

function fail(what: string): never {
  throw thrown[what]?.() ?? new Error(what);
}

let running = 0;

/** Ends early, with the reason of the signal, as a store does. */
function pause(ms: number, signal: AbortSignal): Promise<string> {
  running += 1;
  return new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => resolve('done'), ms);
    signal.addEventListener('abort', () => (clearTimeout(timer), reject(signal.reason as Error)), { once: true });
  }).finally(() => (running -= 1));
}

const fieldResolver: GraphQLFieldResolver<unknown, RequestContext> = (source, args, context, info) => {
  const { fieldName } = info;
  const given = (source as Record<string, unknown> | undefined)?.[fieldName];
  if (given !== undefined) return given;
  if (info.path.prev === undefined) void context.read(info);
  return answers[fieldName]?.(args as Arguments, context);
};

/** A graph that counts how often it was read and closed. */
export interface ToyGraph extends OpenGraph {
  readonly signals: AbortSignal[];
  closed: number;
  /** Whether a read still ran when the graph was closed. */
  closedEarly: boolean;
}

/** Opens a toy graph; `id` is its release. */
export function toyGraph(id = 'release-1'): ToyGraph {
  return {
    schema,
    fieldResolver,
    release: { id, date: '2024-01-01', entities: 1210, facts: 900, sources: 5 },
    signals: [],
    closed: 0,
    closedEarly: false,
    context(signal) {
      this.signals.push(signal);
      const context = {
        signal,
        reads: 0,
        read: () => (context.reads += 1),
        answer: async () => undefined,
        sources: () => [],
      };
      return context as unknown as RequestContext;
    },
    async coverage() {
      return { release: id, date: '2024-01-01', documents: [] };
    },
    async close() {
      this.closed += 1;
      this.closedEarly = running > 0;
    },
  };
}
