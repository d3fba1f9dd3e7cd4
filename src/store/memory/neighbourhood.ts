import { compareText } from '../../model/best-claim.js';
import type { NeighbourhoodPlan, SubgraphRead } from '../../plan/paths.js';
import { emptyRow } from '../../plan/row.js';
import { Carrying, relationsOf, resolve } from './connections.js';
import type { Reading } from './page.js';
import type { Records } from './records.js';
import { compileShapes } from './shape.js';
import { made, type Steps } from './steps.js';

/** What lies around some entities. */
interface Neighbourhood {
  readonly nodes: readonly number[];
  readonly omitted: readonly number[];
}

/** How many relations are looked at, or rows made, between two places where others may run. */
const BREATH = 1024;

/** Makes what answers a plan of a neighbourhood. */
export function compileNeighbourhood(plan: NeighbourhoodPlan, records: Records): (reading: Reading) => Steps<unknown> {
  const carrying = new Carrying(records, plan.types);
  const kinds = plan.kinds && new Set(plan.kinds.map((kind) => records.graph.kinds.indexOf(kind)));
  const isOfKind = (entity: number) => !kinds || kinds.has(records.graph.entities.kindOf[entity]!);
  const makings = plan.reads.map((read) => [read.as, compileRead(read, carrying)] as const);
  return function* (reading) {
    const { parameters } = reading;
    const resolved = resolve(plan.references, records, parameters);
    if ('namesakes' in resolved) return resolved;
    const starts = resolved.entities.filter((entity) => entity !== undefined);
    const around = yield* within(parameters[plan.depth.parameter] as number, starts, carrying, isOfKind);
    const size = parameters[plan.size.parameter] as number;
    const neighbourhood = { nodes: around.slice(0, size), omitted: around.slice(size) };
    const found = emptyRow();
    for (const [as, make] of makings) found[as] = yield* make(neighbourhood, reading);
    return { found };
  };
}

/** Some entities and those around them, the nearest first. */
function* within(
  depth: number,
  starts: readonly number[],
  carrying: Carrying,
  isWanted: (entity: number) => boolean,
): Steps<readonly number[]> {
  const reached = new Set(starts);
  let last: Iterable<number> = starts;
  for (let distance = 1; distance <= depth; distance++) {
    const next = new Set<number>();
    let seen = 0;
    for (const entity of last) {
      seen += carrying.forEach(entity, (to) => {
        if (!reached.has(to) && isWanted(to)) next.add(to);
      });
      if (seen < BREATH) continue;
      seen = 0;
      yield;
    }
    last = Uint32Array.from(next).sort();
    for (const entity of last) reached.add(entity);
  }
  return [...reached];
}

type Make = (neighbourhood: Neighbourhood, reading: Reading) => Steps<unknown>;

function compileRead(read: SubgraphRead, carrying: Carrying): Make {
  const { records } = carrying;
  switch (read.subgraph) {
    case 'nodes':
    case 'links': {
      const making = compileShapes(read.shapes, read.subgraph === 'nodes' ? 'entity' : 'relation', records);
      return function* ({ nodes }, reading) {
        const rows: unknown[] = [];
        const wanted = read.subgraph === 'nodes' ? nodes : yield* linksBetween(nodes, carrying);
        for (const record of wanted) {
          rows.push(yield* made(making, record, reading));
          yield;
        }
        return rows;
      };
    }
    case 'truncated':
      return function* ({ omitted }) {
        return omitted.length > 0;
      };
    case 'omitted':
      return function* ({ omitted }) {
        return countsByKind(omitted, records);
      };
  }
}

/** All relations of the types between some entities, by id. */
function* linksBetween(nodes: readonly number[], carrying: Carrying): Steps<Uint32Array> {
  const { from, to } = carrying.records.graph.relations;
  const isNode = new Set(nodes);
  const links = new Set<number>();
  for (const node of nodes) {
    for (const relation of relationsOf(node, carrying.records)) {
      if (carrying.isOfType(relation) && isNode.has(from[relation]!) && isNode.has(to[relation]!)) links.add(relation);
    }
    yield;
  }
  return Uint32Array.from(links).sort();
}

function countsByKind(entities: readonly number[], { graph }: Records): readonly { key: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const entity of entities) {
    const key = graph.kinds[graph.entities.kindOf[entity]!]!;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .map(([key, count]) => ({ key, count }))
    .sort((one, other) => other.count - one.count || compareText(one.key, other.key));
}
