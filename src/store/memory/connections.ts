import { compareText } from '../../model/best-claim.js';
import type { References } from '../../plan/paths.js';
import { NAMESAKES, TYPE_KEY, type Parameters } from '../../plan/read-plan.js';
import type { Sought } from '../../plan/search.js';
import type { Row } from '../store.js';
import { listOf } from './packed-graph.js';
import type { Records } from './records.js';

/** The entities of some references, in their order, `undefined` where one stands for nothing; or a name's several entities. */
export type Resolved = { readonly entities: readonly (number | undefined)[] } | { readonly namesakes: readonly Row[] };

/** Finds what references stand for. */
export function resolve({ values, named }: References, records: Records, parameters: Parameters): Resolved {
  const isName = parameters[named.parameter] as readonly number[];
  const entities: (number | undefined)[] = [];
  for (const [place, text] of (parameters[values.parameter] as readonly string[]).entries()) {
    if (!isName[place]) {
      entities.push(records.entity(text));
      continue;
    }
    const namesakes = namesakesOf(text, records);
    if (namesakes.length > 1) {
      const { ids } = records.graph.entities;
      return {
        namesakes: namesakes.map((entity) => ({ '@id': ids[entity], [TYPE_KEY]: records.typeOf('entity', entity) })),
      };
    }
    entities.push(namesakes[0]);
  }
  return { entities };
}

/** The entities of a folded name, as a `named` answer has them: by sort key of the name, then id. */
export function namesakesOf(folded: string, records: Records): readonly number[] {
  const { sortKeys } = records.graph.entities;
  return records
    .named(folded)
    .toSorted((one, other) => compareText(sortKeys[one]!, sortKeys[other]!) || one - other)
    .slice(0, NAMESAKES);
}

/** A step from an entity to another. */
export interface Step {
  readonly to: number;
  readonly relation: number;
}

/** The relations that carry, seen from entities. */
export class Carrying {
  readonly #isOfType: Uint8Array;

  /** @param types Only relations of these types; of any, where none are said. */
  constructor(
    readonly records: Records,
    types: readonly string[] | undefined,
  ) {
    this.#isOfType = Uint8Array.from(records.graph.relations.types, (type) => Number(!types || types.includes(type)));
  }

  /** Whether a relation is of one of the types, whether or not it carries. */
  isOfType(relation: number): boolean {
    return this.#isOfType[this.records.graph.relations.typeOf[relation]!] === 1;
  }

  /** Takes each step from an entity to another one, in no order. Returns how many relations were looked at. */
  forEach(entity: number, take: (to: number, relation: number) => void): number {
    const { relations } = this.records.graph;
    let seen = 0;
    for (const adjacency of [relations.out, relations.in]) {
      const end = adjacency.offsets[entity + 1]!;
      seen += end - adjacency.offsets[entity]!;
      for (let place = adjacency.offsets[entity]!; place < end; place++) {
        const to = adjacency.ends[place]!;
        if (to !== entity && this.#carries(adjacency.items[place]!)) take(to, adjacency.items[place]!);
      }
    }
    return seen;
  }

  #carries(relation: number): boolean {
    const { modality, rank } = this.records.graph.relations;
    return this.isOfType(relation) && modality[relation] !== 'DENIED' && rank[relation] !== 'DEPRECATED';
  }
}

/** Tells whether an entity is the country sought, or has a relation that carries with it; nothing where none is sought. */
export function relatedToCountry({ country }: Sought, records: Records): ((entity: number) => boolean) | undefined {
  if (!country) return undefined;
  const { id, name } = country;
  const countries = new Set(id === null ? records.named(name!) : [records.entity(id) ?? -1]);
  const carrying = new Carrying(records, undefined);
  return (entity) => {
    let isRelated = countries.has(entity);
    if (!isRelated) carrying.forEach(entity, (to) => (isRelated ||= countries.has(to)));
    return isRelated;
  };
}

/** The relations that start or end at an entity, each once, by id. */
export function relationsOf(entity: number, { graph }: Records): Uint32Array {
  const { out, in: into, from, to } = graph.relations;
  const started = listOf(out, entity);
  const ended = listOf(into, entity).filter((relation) => from[relation] !== to[relation]);
  const all = new Uint32Array(started.length + ended.length);
  all.set(started);
  all.set(ended, started.length);
  return all.sort();
}
