import { StoreError } from '../../errors.js';
import type { KindDeclaration } from '../../model/declare.js';
import { sortKey } from '../../model/sort-key.js';
import { nameIn } from '../../model/name.js';
import { compareText } from '../../model/best-claim.js';
import { NAMESAKES, TYPE_KEY, type Parameters, type ReadPlan, type Shape, type Shapes } from '../../plan/read-plan.js';
import type { Release } from '../../model/release.js';
import type { Loaded, Row, Store } from '../store.js';
import { pack } from './pack.js';
import type { PackedGraph } from './packed-graph.js';
import { compilePage, type Reading } from './page.js';
import { Records, type RecordClass } from './records.js';
import { compileShapes, type MakeRows } from './shape.js';

/**
 * A store that holds a release in this process. It is read-only between loads, so reads need no locks; a plan is
 * compiled once into functions over the packed graph, and they go when the plan or the release does.
 */
export class MemoryStore implements Store {
  #held: Held | undefined;

  get loaded(): Loaded | undefined {
    return this.#held?.loaded;
  }

  async load(release: Release, progress?: (done: number, total: number) => void): Promise<void> {
    this.hold(pack(release, progress), release.kinds);
  }

  /** Serves a graph that is packed already. */
  hold(graph: PackedGraph, kinds: readonly KindDeclaration[]): void {
    const records = new Records(graph, kinds);
    this.#held = { records, loaded: loadedOf(graph, records), compiled: new WeakMap() };
  }

  async read(plan: ReadPlan, parameters: Parameters, signal: AbortSignal): Promise<unknown> {
    const held = this.#held;
    if (!held) throw new StoreError('STORE_UNAVAILABLE', 'Nothing is loaded yet.');
    let answer = held.compiled.get(plan);
    if (!answer) held.compiled.set(plan, (answer = compile(plan, held)));
    return answer({ parameters, predicates: new Map(), breathe: breather(signal) });
  }

  async close(): Promise<void> {
    this.#held = undefined;
  }
}

interface Held {
  readonly records: Records;
  readonly loaded: Loaded;
  readonly compiled: WeakMap<ReadPlan, Answer>;
}

type Answer = (reading: Reading) => unknown;

function compile(plan: ReadPlan, { records, loaded }: Held): Answer {
  switch (plan.answer) {
    case 'page': {
      const page = compilePage(plan.page, records);
      return (reading) => page.makeSlowly(reading);
    }
    case 'node': {
      const make = compileAny(plan.shapes, records);
      return ({ parameters, ...reading }) => {
        const found = records.find(parameters[plan.id.parameter] as string);
        const isWanted =
          found && (plan.types === 'any' || plan.types.includes(records.typeOf(found.recordClass, found.record)));
        return isWanted ? make(found.recordClass, found.record, { parameters, ...reading }) : null;
      };
    }
    case 'nodes': {
      const make = compileAny(plan.shapes, records);
      return async (reading) => {
        const rows: unknown[] = [];
        for (const id of reading.parameters[plan.ids.parameter] as readonly string[]) {
          const found = records.find(id);
          rows.push(found ? make(found.recordClass, found.record, reading) : null);
          await reading.breathe();
        }
        return rows;
      };
    }
    case 'named': {
      const make = compileShapes(plan.shapes, 'entity', records);
      const sortKeyOf = (entity: number) => sortKey(nameIn(records.graph.entities.names[entity]!, 'vi'));
      return (reading) =>
        records
          .named(reading.parameters[plan.name.parameter] as string)
          .toSorted((one, other) => compareText(sortKeyOf(one), sortKeyOf(other)) || one - other)
          .slice(0, NAMESAKES)
          .map((entity) => make(entity, reading));
    }
    case 'graph':
      return graphAnswer(plan.shape, records, loaded);
  }
}

/** Shapes of records of any class, compiled for the classes that they speak of. */
function compileAny(shapes: Shapes, records: Records) {
  const classes: Readonly<Record<string, RecordClass>> = { Relation: 'relation', Claim: 'claim', Passage: 'passage' };
  const compiled = new Map<RecordClass, MakeRows>();
  for (const recordClass of ['entity', 'relation', 'claim', 'passage'] as const) {
    const own = Object.entries(shapes).filter(([type]) => (classes[type] ?? 'entity') === recordClass);
    if (own.length > 0) compiled.set(recordClass, compileShapes(Object.fromEntries(own), recordClass, records));
  }
  return (recordClass: RecordClass, record: number, reading: Reading) =>
    compiled.get(recordClass)?.(record, reading) ?? null;
}

function graphAnswer({ reads }: Shape, records: Records, loaded: Loaded): Answer {
  const { info, examples } = records.graph;
  const counts = [...Object.entries(loaded.entities), ['Relation', loaded.relations], ['Claim', loaded.claims]];
  const properties: Readonly<Record<string, unknown>> = {
    release: info.id,
    date: info.date,
    examples,
    counts: counts.map(([key, count]) => ({ key, count })),
  };
  const entries = reads.map((read) => {
    if (read.read === 'property') return [read.as, () => properties[read.property] ?? null] as const;
    if (read.read !== 'list') throw new Error(`The graph itself has no ${read.as}.`);
    const make = compileShapes(read.shapes, 'entity', records);
    return [
      read.as,
      (reading: Reading) => Array.from(records.ofKind('Source'), (source) => make(source, reading)),
    ] as const;
  });
  return (reading): Row => ({
    ...Object.fromEntries(entries.map(([as, make]) => [as, make(reading)])),
    [TYPE_KEY]: 'GraphInfo',
  });
}

function loadedOf({ info, kinds }: PackedGraph, records: Records): Loaded {
  return {
    ...info,
    entities: Object.fromEntries(kinds.map((kind) => [kind, records.ofKind(kind).length])),
    relations: records.count('relation'),
    claims: records.count('claim'),
  };
}

/** How long an evaluation runs before it gives way, in milliseconds. */
const LONGEST_RUN = 10;

/** Lets others run when an evaluation has taken its time, and ends it when nobody waits any more. */
function breather(signal: AbortSignal): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < LONGEST_RUN) return undefined;
    return new Promise((resolve, reject) => {
      setImmediate(() => {
        since = performance.now();
        if (signal.aborted) reject(new StoreError('STORE_TIMEOUT', 'The answer took too long.'));
        else resolve();
      });
    });
  };
}
