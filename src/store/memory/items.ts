import type { Along, EntityRefs, Parameters } from '../../plan/read-plan.js';
import { relationsOf } from './connections.js';
import { listOf, type Adjacency } from './packed-graph.js';
import type { RecordClass, Records } from './records.js';

/** The items of a page before filter and cut: nodes, and where they were reached along a relation or found by a search, the facts or hits. */
export interface Items {
  readonly nodeClass: RecordClass;
  readonly nodes: Uint32Array | readonly number[];
  readonly facts?: Uint32Array | readonly number[];
  /** They are in the order of names, then node id, then fact id. */
  readonly byName?: boolean;
  /** They are in the order of ids. */
  readonly byId?: boolean;
  /** Among how many they were found, where that is more than there are. */
  readonly among?: number;
}

/** The class of the nodes that lie along a way from a record of a class. */
export function classAlong(along: Along, from: RecordClass | undefined, records: Records): RecordClass {
  if ('every' in along || 'relation' in along || 'matching' in along) return 'entity';
  if ('all' in along) return CLASS_OF[along.all];
  return 'related' in along ? 'relation' : records.link(along.of ? 'entity' : from!, along.link).to;
}

/** The class of what stands in place of a fact on a page. */
export function factClassOf(along: Along): 'relation' | 'hit' {
  return 'matching' in along ? 'hit' : 'relation';
}

const CLASS_OF = { claims: 'claim', relations: 'relation', entries: 'entry', conflicts: 'conflict' } as const;

/** The items that lie along a way, from a record where the way starts at one. */
export function itemsAlong(
  along: Along,
  records: Records,
  from?: { readonly recordClass: RecordClass; readonly record: number },
): Items {
  if ('matching' in along) throw new Error('A search is no way from a record.');
  if ('every' in along) return { nodeClass: 'entity', nodes: records.ofKind(along.every), byId: true };
  if ('all' in along) {
    const nodeClass = CLASS_OF[along.all];
    return {
      nodeClass,
      nodes: Uint32Array.from({ length: records.count(nodeClass) }, (_, record) => record),
      byId: true,
    };
  }
  if ('link' in along) {
    const { to, follow } = records.link(from!.recordClass, along.link);
    return { nodeClass: to, nodes: follow(from!.record), byId: true };
  }
  if ('related' in along) return { nodeClass: 'relation', nodes: relatedTo(from!.record, along, records), byId: true };
  const { out, in: into, types, typeOf } = records.graph.relations;
  const type = types.indexOf(along.relation);
  const run = (adjacency: Adjacency) => ofKinds(runOf(adjacency, from!.record, type, typeOf), along.kinds, records);
  if (along.direction !== 'both')
    return { nodeClass: 'entity', ...run(along.direction === 'out' ? out : into), byName: true };
  const [forward, back] = [run(out), run(into)];
  // A fact that ends where it starts is in both runs, and is one item.
  const isOther = (_: number, place: number) => back.nodes[place] !== from!.record;
  return {
    nodeClass: 'entity',
    nodes: Uint32Array.from([...forward.nodes, ...back.nodes.filter(isOther)]),
    facts: Uint32Array.from([...forward.facts, ...back.facts.filter(isOther)]),
  };
}

/** The relations of some types of an entity, whose other ends are of some kinds. */
function relatedTo(entity: number, { related, kinds }: Extract<Along, { related: unknown }>, records: Records) {
  const { from, to, types, typeOf } = records.graph.relations;
  const isOfType = types.map((type) => related === 'any' || related.includes(type));
  const isOfKind = records.graph.kinds.map((kind) => !kinds || kinds.includes(kind));
  const { kindOf } = records.graph.entities;
  return relationsOf(entity, records).filter((relation) => {
    const other = from[relation] === entity ? to[relation]! : from[relation]!;
    return isOfType[typeOf[relation]!] && isOfKind[kindOf[other]!];
  });
}

/** The entities with one of some ids, or one of whose folded names is one of some names; each once. */
export function entitiesReferredTo(
  { ids, names }: EntityRefs,
  records: Records,
  parameters: Parameters,
): readonly number[] {
  const textsOf = ({ parameter }: EntityRefs['ids']) => parameters[parameter] as readonly string[];
  const found = [
    ...textsOf(ids).flatMap((id) => records.entity(id) ?? []),
    ...textsOf(names).flatMap((name) => records.named(name)),
  ];
  return [...new Set(found)];
}

/** The part of a run that leads to entities of some kinds; all of it where none are said. */
function ofKinds(
  run: { readonly nodes: Uint32Array; readonly facts: Uint32Array },
  kinds: readonly string[] | undefined,
  { graph }: Records,
) {
  if (!kinds) return run;
  const numbers = new Set(kinds.map((kind) => graph.kinds.indexOf(kind)));
  const isOne = (_: number, place: number) => numbers.has(graph.entities.kindOf[run.nodes[place]!]!);
  return { nodes: run.nodes.filter(isOne), facts: run.facts.filter(isOne), among: run.nodes.length };
}

/** The part of an entity's relations that is of one type; they lie together. */
function runOf(adjacency: Adjacency, entity: number, type: number, typeOf: Uint8Array) {
  const relations = listOf(adjacency, entity);
  const start = firstAt(relations, (relation) => typeOf[relation]! >= type);
  const end = firstAt(relations, (relation) => typeOf[relation]! > type);
  const offset = adjacency.offsets[entity]!;
  return { facts: relations.subarray(start, end), nodes: adjacency.ends.subarray(offset + start, offset + end) };
}

function firstAt(items: Uint32Array, reached: (item: number) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (reached(items[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
