import type { Release, ReleaseInfo } from '../model/release.js';
import type { Parameters, ReadPlan } from '../plan/read-plan.js';

/** A row: what a shape asked of a record, under the keys of its reads. */
export type Row = Readonly<Record<string, unknown>>;

/** The answer of a plan that refers to entities by name: what was found, or the entities of a name that fits several. */
export type Referred = { readonly namesakes: readonly Row[] } | { readonly found: unknown };

/** What is loaded, and how much of it. */
export interface Loaded extends ReleaseInfo {
  /** Entities by kind as declared, in the order of the declarations. */
  readonly entities: Readonly<Record<string, number>>;
  readonly relations: number;
  readonly claims: number;
}

/** Where a graph is held, and the only thing the rest of Entente knows of it. */
export interface Store {
  /** What is loaded; `undefined` before the first load. */
  readonly loaded: Loaded | undefined;

  /**
   * Answers a plan, in one read of one release: a row or null for `node` and `graph`, a list for `nodes` and `named`, an object by
   * columns for `page`, an object of a page and lists for `about`, what `src/plan/paths.ts` says for `paths` and
   * `neighbourhood`.
   *
   * @param plan Frozen; a store may keep what it made of it for as long as it keeps the plan.
   * @throws StoreError `STORE_TIMEOUT` when the signal aborts, `STORE_UNAVAILABLE` when the store cannot be reached.
   */
  read(plan: ReadPlan, parameters: Parameters, signal: AbortSignal): Promise<unknown>;

  /** Replaces what is loaded. Readers see the former release or the new one; a failure leaves the former. */
  load(release: Release, progress?: (done: number, total: number) => void): Promise<void>;

  close(): Promise<void>;
}
