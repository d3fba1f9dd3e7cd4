import { StoreError } from '../../errors.js';
import type { KindDeclaration } from '../../model/declare.js';
import { TYPE_KEY, type Parameters, type ReadPlan, type Shape, type Shapes } from '../../plan/read-plan.js';
import type { MatchesPlan, Sought } from '../../plan/search.js';
import { emptyRow } from '../../plan/row.js';
import type { Release } from '../../model/release.js';
import type { Loaded, Store } from '../store.js';
import { graphAsOf, momentOf } from './as-of.js';
import { compileNeighbourhood } from './neighbourhood.js';
import { namesakesOf } from './connections.js';
import { pack } from './pack.js';
import type { PackedGraph } from './packed-graph.js';
import { compileGroups } from './groups.js';
import { compilePage, type Reading } from './page.js';
import { compilePaths } from './paths.js';
import { FOUND_CLASSES, Records, type Found, type RecordClass } from './records.js';
import { compileShapes, type RowsMaking } from './shape.js';
import { made, takeSteps, type Steps } from './steps.js';
import { Views } from './views.js';

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
    const views = new Views<View>(
      function* (moment) {
        return viewOf(yield* graphAsOf(graph, kinds, moment), kinds);
      },
      ({ records }) => RECORD_CLASSES.reduce((sum, each) => sum + records.count(each), 0),
      breather,
    );
    this.#held = { ...viewOf(graph, kinds), views };
  }

  async read(plan: ReadPlan, parameters: Parameters, signal: AbortSignal): Promise<unknown> {
    const held = this.#held;
    if (!held) throw new StoreError('STORE_UNAVAILABLE', 'Nothing is loaded yet.');
    if (signal.aborted) throw timedOut();
    const { asOf } = plan;
    const view = asOf ? await held.views.at(momentOf(asOf, parameters), signal, timedOut) : held;
    let answer = view.compiled.get(plan);
    if (!answer) view.compiled.set(plan, (answer = compile(plan, view)));
    return takeSteps(answer({ parameters, predicates: new Map() }), breather(signal));
  }

  async close(): Promise<void> {
    this.#held = undefined;
  }
}

/** A graph to answer over: the whole one, or what is there of it at a moment. */
interface View {
  readonly records: Records;
  readonly loaded: Loaded;
  readonly compiled: WeakMap<ReadPlan, Answer>;
}

interface Held extends View {
  readonly views: Views<View>;
}

const RECORD_CLASSES = ['entity', 'relation', 'claim', 'passage'] as const;

function viewOf(graph: PackedGraph, kinds: readonly KindDeclaration[]): View {
  const records = new Records(graph, kinds);
  return { records, loaded: loadedOf(graph, records), compiled: new WeakMap() };
}

type Answer = (reading: Reading) => Steps<unknown>;

function compile(plan: ReadPlan, { records, loaded }: View): Answer {
  switch (plan.answer) {
    case 'page':
      return compilePage(plan.page, records);
    case 'column': {
      const makePage = compilePage(plan.page, records);
      const { as } = plan.page.columns[0]!;
      return function* (reading) {
        return (yield* makePage(reading))[as];
      };
    }
    case 'matches':
      return matchesAnswer(plan, records);
    case 'node': {
      const make = compileAny(plan.shapes, records);
      return function* (reading) {
        const found = records.find(reading.parameters[plan.id.parameter] as string);
        const isWanted =
          found && (plan.types === 'any' || plan.types.includes(records.typeOf(found.recordClass, found.record)));
        return isWanted ? yield* make(found, reading) : null;
      };
    }
    case 'nodes': {
      const make = compileAny(plan.shapes, records);
      return function* (reading) {
        const rows: unknown[] = [];
        for (const id of reading.parameters[plan.ids.parameter] as readonly string[]) {
          const found = records.find(id);
          rows.push(found ? yield* make(found, reading) : null);
          yield;
        }
        return rows;
      };
    }
    case 'named': {
      const making = compileShapes(plan.shapes, 'entity', records);
      return function* (reading) {
        const rows: unknown[] = [];
        const namesakes = namesakesOf(reading.parameters[plan.name.parameter] as string, records);
        for (const entity of namesakes) rows.push(yield* made(making, entity, reading));
        return rows;
      };
    }
    case 'about': {
      const makePage = compilePage(plan.page, records);
      const rowOf = (entity: number) => ({
        '@id': records.graph.entities.ids[entity],
        [TYPE_KEY]: records.typeOf('entity', entity),
      });
      return function* (reading) {
        const names = reading.parameters[plan.refs.names.parameter] as readonly string[];
        const namesakes = names.map((name) => namesakesOf(name, records).map(rowOf));
        return { page: yield* makePage(reading), namesakes };
      };
    }
    case 'groups':
      return compileGroups(plan, records);
    case 'paths':
      return compilePaths(plan, records);
    case 'neighbourhood':
      return compileNeighbourhood(plan, records);
    case 'graph':
      return graphAnswer(plan.shape, records, loaded);
  }
}

/** Shapes of records of any class, compiled for the classes that they speak of. */
function compileAny(shapes: Shapes, records: Records): (found: Found, reading: Reading) => Steps<unknown> {
  const classes: Readonly<Record<string, RecordClass>> = {
    Relation: 'relation',
    Claim: 'claim',
    Passage: 'passage',
    TimelineEntry: 'entry',
    Conflict: 'conflict',
  };
  const compiled = new Map<RecordClass, RowsMaking>();
  for (const recordClass of FOUND_CLASSES) {
    const own = Object.entries(shapes).filter(([type]) => (classes[type] ?? 'entity') === recordClass);
    if (own.length > 0) compiled.set(recordClass, compileShapes(Object.fromEntries(own), recordClass, records));
  }
  return function* ({ recordClass, record }, reading) {
    const making = compiled.get(recordClass);
    return making ? yield* made(making, record, reading) : null;
  };
}

function matchesAnswer({ sought, page, queries }: MatchesPlan, records: Records): Answer {
  const makePage = compilePage(page, records);
  const each = page.along.matching.parameter;
  return function* (reading) {
    const rows: unknown[] = [];
    for (const one of reading.parameters[sought.parameter] as readonly Sought[]) {
      const row = yield* makePage({ ...reading, parameters: { ...reading.parameters, [each]: one } });
      for (const key of queries) row[key] = one.text;
      rows.push(row);
    }
    return rows;
  };
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
  const columns = reads.map((read): { as: string; value: unknown } | { as: string; making: RowsMaking } => {
    if (read.read === 'property') return { as: read.as, value: properties[read.property] ?? null };
    if (read.read === 'list') return { as: read.as, making: compileShapes(read.shapes, 'entity', records) };
    throw new Error(`The graph itself has no ${read.as}.`);
  });
  return function* (reading) {
    const row = emptyRow();
    for (const column of columns) {
      if ('value' in column) row[column.as] = column.value;
      else {
        const sources: unknown[] = [];
        for (const source of records.ofKind('Source')) sources.push(yield* made(column.making, source, reading));
        row[column.as] = sources;
      }
    }
    row[TYPE_KEY] = 'GraphInfo';
    return row;
  };
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
        if (signal.aborted) reject(timedOut());
        else resolve();
      });
    });
  };
}

function timedOut(): StoreError {
  return new StoreError('STORE_TIMEOUT', 'The answer took too long.');
}
