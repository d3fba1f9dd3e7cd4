import type { ToldPath } from '../../model/told-path.js';
import type { Modality } from '../../model/leaf.js';
import type { Interval } from '../../model/interval.js';
import type { HopRead, PathRead, PathsPlan } from '../../plan/paths.js';
import { emptyRow, type Row } from '../../plan/row.js';
import { Carrying, resolve, type Step } from './connections.js';
import type { Reading } from './page.js';
import type { Records } from './records.js';
import { compileShapes } from './shape.js';
import { made, type AtOnce, type Steps } from './steps.js';

/** A path as it is found: its entities, and between them its relations. */
interface Path {
  readonly nodes: readonly number[];
  readonly relations: readonly number[];
}

/** How many relations are looked at between two places where others may run. */
const BREATH = 1024;

/** Makes what answers a plan of paths. */
export function compilePaths(plan: PathsPlan, records: Records): (reading: Reading) => Steps<unknown> {
  const carrying = new Carrying(records, plan.types);
  const makings = plan.reads.map((read) => [read.as, compilePathRead(read, records)] as const);
  return function* (reading) {
    const { parameters } = reading;
    const resolved = resolve(plan.references, records, parameters);
    if ('namesakes' in resolved) return resolved;
    const [start, end, ...avoided] = resolved.entities;
    const found: Row[] = [];
    if (start === undefined || end === undefined || start === end) return { found };
    const search = new Search(start, end, avoided, plan.throughHubs, carrying);
    const longest = parameters[plan.longest.parameter] as number;
    const size = parameters[plan.size.parameter] as number;
    for (const path of yield* search.shortest(longest, size)) {
      const row = emptyRow();
      for (const [as, make] of makings) row[as] = yield* make(path, reading);
      found.push(row);
    }
    return { found };
  };
}

/** Entities, as sets by how many steps they are away: one entity may be so many steps away by one walk, and more by another. */
type Layers = Set<number>[];

/**
 * Looks for paths of one length after the other.
 *
 * For each length it is first asked where a path can be at each of its steps. Walks grow from both ends, always that which
 * reaches fewer entities, until together they are as long; where they do not meet, there is no path of this length, and no
 * path was tried. Else paths are followed from the start, in order, through entities where walks meet: each step but a few
 * leads on to the end, so that it costs about what is returned.
 */
class Search {
  readonly #fromStart: Layers;
  readonly #fromEnd: Layers;
  readonly #avoided: ReadonlySet<number>;

  constructor(
    readonly start: number,
    readonly end: number,
    avoided: readonly (number | undefined)[],
    readonly throughHubs: boolean,
    readonly carrying: Carrying,
  ) {
    this.#avoided = new Set([start, end, ...avoided.filter((entity) => entity !== undefined)]);
    this.#fromStart = [new Set([start])];
    this.#fromEnd = [new Set([end])];
  }

  *shortest(longest: number, size: number): Steps<readonly Path[]> {
    const paths: Path[] = [];
    for (let length = 1; length <= longest && paths.length < size; length++) {
      const layers = yield* this.#layersOf(length);
      if (layers) yield* this.#follow(layers, { nodes: [this.start], relations: [] }, size, paths);
    }
    return paths;
  }

  /** Whether a path may go through an entity. */
  #isPassable(entity: number): boolean {
    if (this.#avoided.has(entity)) return false;
    return this.throughHubs || this.carrying.records.graph.entities.isHub[entity] === 0;
  }

  /** Where paths of a length can be after each step; nothing where there is none. */
  *#layersOf(length: number): Steps<Layers | undefined> {
    if (length === 1) return [this.#fromStart[0]!, this.#fromEnd[0]!];
    // The last step of each side is left to the other: an end is no place to go through.
    while (this.#fromStart.length + this.#fromEnd.length - 2 < length) {
      const [mine, theirs] = [this.#fromStart, this.#fromEnd];
      const growing = mine.at(-1)!.size <= theirs.at(-1)!.size ? mine : theirs;
      growing.push(yield* this.#around(growing.at(-1)!, (entity) => this.#isPassable(entity)));
    }
    const reached = this.#fromStart.length - 1;
    const layers: Layers = [];
    for (let place = length; place >= 0; place--) {
      const isHere = place > 0 && place < length;
      if (!isHere) layers[place] = place === 0 ? this.#fromStart[0]! : this.#fromEnd[0]!;
      else if (place > reached) layers[place] = this.#fromEnd[length - place]!;
      else if (place === reached && length - place < this.#fromEnd.length)
        layers[place] = common(this.#fromStart[place]!, this.#fromEnd[length - place]!);
      else layers[place] = yield* this.#around(layers[place + 1]!, (entity) => this.#fromStart[place]!.has(entity));
      if (layers[place]!.size === 0) return undefined;
    }
    return layers;
  }

  /** The entities one step away from some. */
  *#around(entities: ReadonlySet<number>, isWanted: (entity: number) => boolean): Steps<Set<number>> {
    const around = new Set<number>();
    let seen = 0;
    for (const entity of entities) {
      seen += this.carrying.forEach(entity, (to) => {
        if (isWanted(to)) around.add(to);
      });
      if (seen < BREATH) continue;
      seen = 0;
      yield;
    }
    return around;
  }

  /** Follows a path on, step by step in order, until there are enough. */
  *#follow(layers: Layers, path: Path, size: number, paths: Path[]): Steps<void> {
    const place = path.relations.length;
    if (place === layers.length - 1) {
      paths.push(path);
      return;
    }
    const steps: Step[] = [];
    this.carrying.forEach(path.nodes[place]!, (to, relation) => {
      if (layers[place + 1]!.has(to) && !path.nodes.includes(to)) steps.push({ to, relation });
    });
    steps.sort((one, other) => one.to - other.to || one.relation - other.relation);
    yield;
    for (const { to, relation } of steps) {
      const longer = { nodes: [...path.nodes, to], relations: [...path.relations, relation] };
      yield* this.#follow(layers, longer, size, paths);
      if (paths.length >= size) return;
    }
  }
}

function common(some: ReadonlySet<number>, others: ReadonlySet<number>): Set<number> {
  const [fewer, more] = some.size < others.size ? [some, others] : [others, some];
  return new Set([...fewer].filter((entity) => more.has(entity)));
}

// ——— Rows ———

type Make = (path: Path, reading: Reading) => Steps<unknown>;

function compilePathRead(read: PathRead, records: Records): Make {
  switch (read.path) {
    case 'length':
      return atOnce(({ relations }) => relations.length);
    case 'told':
      return atOnce((path) => told(path, records));
    case 'nodes': {
      const making = compileShapes(read.shapes, 'entity', records);
      return function* ({ nodes }, reading) {
        const rows: unknown[] = [];
        for (const node of nodes) rows.push(yield* made(making, node, reading));
        return rows;
      };
    }
    case 'hops': {
      const parts = read.hop.map((part) => [part.as, compileHopRead(part, records)] as const);
      return function* (path, reading) {
        const rows: Row[] = [];
        for (const place of path.relations.keys()) {
          const row = emptyRow();
          for (const [as, make] of parts) row[as] = yield* make(path, place, reading);
          rows.push(row);
        }
        return rows;
      };
    }
  }
}

function compileHopRead(
  read: HopRead,
  records: Records,
): (path: Path, place: number, reading: Reading) => Steps<unknown> {
  if (read.hop === 'forward') {
    return function* (path, place) {
      return isForward(path, place, records);
    };
  }
  const making = compileShapes(read.shapes, read.hop === 'relation' ? 'relation' : 'entity', records);
  return function* ({ nodes, relations }, place, reading) {
    const record = read.hop === 'relation' ? relations[place]! : nodes[read.hop === 'from' ? place : place + 1]!;
    return yield* made(making, record, reading);
  };
}

function isForward({ nodes, relations }: Path, place: number, { graph }: Records): boolean {
  return graph.relations.from[relations[place]!] === nodes[place];
}

function told(path: Path, records: Records): ToldPath {
  const { entities, relations } = records.graph;
  return {
    names: path.nodes.map((entity) => entities.names[entity]!),
    hops: path.relations.map((relation, place) => ({
      type: relations.types[relations.typeOf[relation]!]!,
      forward: isForward(path, place, records),
      modality: relations.modality[relation] as Modality,
      validTime: (relations.validTime[relation] as Interval | undefined) ?? null,
    })),
  };
}

function atOnce(make: AtOnce<[Path], unknown>['atOnce']): Make {
  return function* (path) {
    return make(path);
  };
}
