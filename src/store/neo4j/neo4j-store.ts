import { StoreError } from '../../errors.js';
import type { KindDeclaration } from '../../model/declare.js';
import type { Example, Release } from '../../model/release.js';
import type { Parameters, ReadPlan } from '../../plan/read-plan.js';
import type { Loaded, Store } from '../store.js';
import { compile, type ReleaseFacts, type Statement } from './compile.js';
import { Connection, type Neo4jOptions } from './connection.js';
import { Model, type Slot } from './layout.js';
import { loadRelease } from './load.js';

export type { Neo4jOptions } from './connection.js';

/** The release that is served, and where it lies. */
interface Held extends ReleaseFacts {
  readonly slot: Slot;
  readonly generation: number;
}

/**
 * A store that keeps a release in Neo4j. Each plan is one Cypher statement, compiled once and kept as long as the plan.
 *
 * A reading ends by telling which release lay in its slot at the end. Where that is another than the one at the
 * beginning, because a load has replaced it meanwhile, it is done again.
 */
export class Neo4jStore implements Store {
  readonly #connection: Connection;
  readonly #model: Model;
  readonly #statements: Readonly<Record<Slot, WeakMap<ReadPlan, Statement>>> = { A: new WeakMap(), B: new WeakMap() };
  #held: Held | undefined;

  private constructor(connection: Connection, model: Model) {
    this.#connection = connection;
    this.#model = model;
  }

  /**
   * Connects to Neo4j and looks what is loaded.
   *
   * @param kinds The kinds that a release is to be of. One that was loaded with others is not served.
   * @throws StoreError `STORE_UNAVAILABLE` where Neo4j cannot be reached or refuses the password.
   */
  static async open(options: Neo4jOptions, kinds: readonly KindDeclaration[]): Promise<Neo4jStore> {
    const store = new Neo4jStore(new Connection(options), new Model(kinds));
    try {
      await store.refresh();
      return store;
    } catch (error) {
      await store.close();
      throw error;
    }
  }

  get loaded(): Loaded | undefined {
    return this.#held?.loaded;
  }

  /** Looks what is loaded now: another process may have loaded. */
  async refresh(signal?: AbortSignal): Promise<Loaded | undefined> {
    this.#held = await this.#look(signal);
    return this.loaded;
  }

  async read(plan: ReadPlan, parameters: Parameters, signal: AbortSignal): Promise<unknown> {
    // A second look is needed after a load, a third where a second load ends meanwhile.
    for (let look = 1; look <= 3; look++) {
      if (look > 1 || !this.#held) await this.refresh(signal);
      const held = this.#held;
      if (!held) throw new StoreError('STORE_UNAVAILABLE', 'Nothing is loaded yet.');
      const statement = this.#statementOf(plan, held.slot);
      const rows = await this.#connection.read(statement.text, statement.values(parameters), signal);
      const [answer, generation] = rows[0] ?? [];
      if (Number(generation) === held.generation) return statement.decode(answer, parameters, held);
    }
    throw new StoreError('STORE_UNAVAILABLE', 'Releases are loaded faster than they can be read.');
  }

  async load(release: Release, progress?: (done: number, total: number) => void): Promise<void> {
    const model = new Model(release.kinds);
    if (model.digest !== this.#model.digest)
      throw new StoreError('LOAD_FAILED', 'The release is of other kinds than the store was opened for.');
    await loadRelease(release, model, this.#connection, progress);
    await this.refresh();
  }

  async close(): Promise<void> {
    await this.#connection.close();
  }

  #statementOf(plan: ReadPlan, slot: Slot): Statement {
    const statements = this.#statements[slot];
    let statement = statements.get(plan);
    if (!statement) statements.set(plan, (statement = compile(plan, this.#model, slot)));
    return statement;
  }

  async #look(signal: AbortSignal | undefined): Promise<Held | undefined> {
    const rows = await this.#connection.read(LOOK, {}, signal, LONGEST_LOOK);
    const [row] = rows;
    if (!row) return undefined;
    const [id, date, generation, slot, model, entities, relations, claims, examples] = row;
    if (model !== this.#model.digest) return undefined;
    return {
      slot: slot as Slot,
      generation: Number(generation),
      loaded: {
        id: id as string,
        date: date as string,
        entities: JSON.parse(entities as string) as Record<string, number>,
        relations: Number(relations),
        claims: Number(claims),
      },
      examples: JSON.parse(examples as string) as readonly Example[],
    };
  }
}

/** How long looking what is loaded may take, in milliseconds: a server that has just started is slow. */
const LONGEST_LOOK = 30_000;

const LOOK = `MATCH (release:Release)
RETURN release.id, release.date, release.generation, release.slot, release.model,
       release.entities, release.relations, release.claims, release.examples`;
