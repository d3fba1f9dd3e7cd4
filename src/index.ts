import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import type { GraphQLSchema } from 'graphql';
import { StoreError } from './errors.js';
import { passageTexts } from './loader/passage-texts.js';
import { loadSeed } from './loader/load-seed.js';
import { markSeed, type SeedMark } from './loader/seed-mark.js';
import { declarationsOf, relationshipTypes } from './model/declare.js';
import { createGraph } from './query/graph.js';
import type { OpenGraph } from './query/open-graph.js';
import { createSchema } from './resolvers/create-schema.js';
import { kinds as allKinds } from './schema/index.js';
import { MemoryStore } from './store/memory/memory-store.js';
import { pack } from './store/memory/pack.js';
import type { PackedGraph } from './store/memory/packed-graph.js';
import { readSnapshot, writeSnapshot } from './store/memory/snapshot.js';
import { Neo4jStore, type Neo4jOptions } from './store/neo4j/neo4j-store.js';
import type { Store } from './store/store.js';

export { ModelError, RequestError, SeedError, StoreError } from './errors.js';
export type { OpenGraph, RequestContext } from './query/open-graph.js';
export type { Neo4jOptions } from './store/neo4j/neo4j-store.js';

/** Where a graph comes from. */
export interface GraphOptions {
  /** The folder of a seed; if not said, that from which `data` was loaded, else the graph that ships. */
  readonly seed?: string | undefined;
  /** A folder that keeps the packed graph, so that a large one is there at once the next time. */
  readonly data?: string | undefined;
  /** The folder of the cited documents, so that citations have their text. */
  readonly documents?: string | undefined;
  /** Where Neo4j is; if not said, the graph is held in this process. */
  readonly neo4j?: Neo4jOptions;
  /**
   * When the seed is loaded into Neo4j first: never; where nothing is loaded there, which is the default; or also where
   * what is loaded is older than the seed.
   */
  readonly loading?: 'never' | 'if-empty' | 'if-older';
}

/** The seed that ships with Entente. */
export const shippedSeed = fileURLToPath(new URL('../graph-seed', import.meta.url));

const kinds = declarationsOf(allKinds);

/** The GraphQL schema of every kind that Entente declares. */
export const schema: GraphQLSchema = createSchema(kinds);

/**
 * Opens a graph in this process, ready to answer.
 *
 * With `data`, the snapshot there is opened, unless there is none, or the seed has changed since or is another one; then
 * the seed is loaded and the snapshot written.
 *
 * @throws SeedError where the seed has faults; StoreError where the snapshot is damaged or cannot be written.
 */
export async function openGraph(options: GraphOptions = {}): Promise<OpenGraph> {
  const { seed, documents } = options;
  const store = options.neo4j ? await openNeo4j(options.neo4j, options) : await openMemory(options);
  const texts = documents === undefined ? undefined : await passageTexts([seed ?? shippedSeed], kinds, documents);
  return createGraph({
    schema,
    relationships: relationshipTypes(kinds),
    store,
    ...(texts && { passageText: (id) => texts.get(id) }),
  });
}

async function openMemory({ seed, data }: GraphOptions): Promise<Store> {
  const store = new MemoryStore();
  store.hold(await packedGraph(seed, data), kinds);
  return store;
}

async function openNeo4j(
  neo4j: Neo4jOptions,
  { seed = shippedSeed, loading = 'if-empty' }: GraphOptions,
): Promise<Store> {
  const store = await Neo4jStore.open(neo4j, kinds);
  try {
    if (loading === 'if-older' || (loading === 'if-empty' && !store.loaded)) {
      const release = await loadSeed([seed], kinds);
      const { loaded } = store;
      if (!loaded || (loaded.id !== release.id && loaded.date <= release.date)) await store.load(release);
    }
    if (store.loaded) return store;
    throw new StoreError('STORE_UNAVAILABLE', 'Nothing is loaded in Neo4j. Load a seed first: entente load DIR');
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function packedGraph(seed: string | undefined, data: string | undefined): Promise<PackedGraph> {
  if (data === undefined) return pack(await loadSeed([seed ?? shippedSeed], kinds));
  const kept = await readSnapshot(data, kinds);
  const made = kept?.mark as SeedMark | undefined;
  const folders = seed === undefined ? (made?.folders ?? [shippedSeed]) : [seed];
  // Whoever loaded a folder that is gone, and asks for no other, wants what is kept of it.
  const mark = await markSeed(folders).catch((error: unknown) => {
    if (kept && seed === undefined) return made;
    throw error;
  });
  if (kept && mark?.files === made?.files) return kept.graph;
  return writeSnapshot(await loadSeed(folders, kinds), data, mark);
}
