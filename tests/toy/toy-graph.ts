import { parse, validate, type DocumentNode, type ExecutionResult } from 'graphql';
import { relationshipTypes } from '../../src/model/declare.js';
import type { Release } from '../../src/model/release.js';
import { createGraph } from '../../src/query/graph.js';
import type { OpenGraph } from '../../src/query/open-graph.js';
import { createSchema } from '../../src/resolvers/create-schema.js';
import { MemoryStore } from '../../src/store/memory/memory-store.js';
import type { Store } from '../../src/store/store.js';
import { bothWays } from './both-ways.js';
import { toyKinds } from './kinds.js';
import { toyRelease } from './release.js';

/** The schema of the toy kinds, made once. */
export const toySchema = createSchema(toyKinds);

/** Questions that were found valid. */
const known = new Set<string | DocumentNode>();

export type Variables = Readonly<Record<string, unknown>>;

/** What came back for a question. */
export interface Answer {
  /** Plain JSON. */
  readonly data: any;
  readonly errors: readonly {
    readonly message: string;
    readonly path: unknown;
    readonly code: unknown;
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
  readonly reads: number;
}

export interface Toy {
  readonly graph: OpenGraph;
  readonly store: Store;
  /** Answers a question without fault, and gives its data. */
  ask(question: string | DocumentNode, variables?: Variables, operation?: string): Promise<any>;
  /** Answers a question, whatever comes of it. */
  try(question: string | DocumentNode, variables?: Variables, operation?: string): Promise<Answer>;
}

/** Opens a toy over a store that is loaded. */
export function toyOver(store: Store): Toy {
  const graph = createGraph({
    schema: toySchema,
    relationships: relationshipTypes(toyKinds),
    store,
    passageText: (id) => (id === 'passage/gazette/1' ? 'Text of the first paragraph.' : undefined),
  });
  const attempt: Toy['try'] = async (question, variables, operation) => {
    const document = typeof question === 'string' ? parse(question) : question;
    const invalid = known.has(question) ? [] : validate(graph.schema, document);
    if (invalid.length === 0) known.add(question);
    const context = graph.context(new AbortController().signal);
    const { data, errors = [] }: ExecutionResult =
      invalid.length > 0
        ? { data: null, errors: invalid }
        : await bothWays(graph, context, document, variables, operation);
    return {
      data: JSON.parse(JSON.stringify(data ?? null)),
      errors: errors.map(({ message, path, extensions }) => ({ message, path, code: extensions['code'], extensions })),
      reads: context.reads,
    };
  };
  return {
    graph,
    store,
    try: attempt,
    ask: async (question, variables, operation) => {
      const { data, errors } = await attempt(question, variables, operation);
      if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
      return data;
    },
  };
}

/** Opens a toy over a release held in memory. */
export async function openToy(release: Release = toyRelease): Promise<Toy> {
  const store = new MemoryStore();
  await store.load(release);
  return toyOver(store);
}
