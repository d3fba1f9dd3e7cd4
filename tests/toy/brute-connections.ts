import type { Interval } from '../../src/model/interval.js';
import { nameIn } from '../../src/model/name.js';
import { readPartialDate, type Language, type PartialDate } from '../../src/model/partial-date.js';
import type { EntityRecord, RelationRecord } from '../../src/model/release.js';
import { byCodePoint, mayHold } from './brute-force.js';
import { toyKinds } from './kinds.js';
import type { ToyRelease } from './release.js';

/**
 * Paths and neighbourhoods by brute force, on the records of a release: every way is tried, and what is found is put in
 * order afterwards. It knows nothing of src/query and src/store.
 */

/** How an entity is referred to. Names are for tests of their own. */
export interface Ref {
  readonly id?: string;
  readonly name?: string;
}

export interface PathArguments {
  readonly from: Ref;
  readonly to: Ref;
  readonly via?: readonly string[];
  readonly notThrough?: readonly Ref[];
  readonly throughHubs?: boolean | null;
  readonly maxHops?: number | null;
  readonly first?: number | null;
}

export interface NeighbourhoodArguments {
  readonly of: readonly Ref[];
  readonly depth?: number | null;
  readonly via?: readonly string[];
  readonly kinds?: readonly string[];
  readonly maxNodes?: number | null;
}

export interface BruteHop {
  readonly fact: RelationRecord;
  readonly from: string;
  readonly to: string;
}

export interface BruteSubgraph {
  readonly nodes: readonly string[];
  readonly links: readonly RelationRecord[];
  readonly omitted: readonly { readonly key: string; readonly count: number }[];
}

function carries({ modality, rank, type }: RelationRecord, via: readonly string[] | undefined): boolean {
  return modality !== 'DENIED' && rank !== 'DEPRECATED' && (!via || via.includes(type));
}

/** All steps by facts that carry, both ways. */
function stepsOf({ relations }: ToyRelease, via: readonly string[] | undefined): readonly BruteHop[] {
  const carrying = relations.filter((fact) => carries(fact, via));
  return [
    ...carrying.map((fact) => ({ fact, from: fact.from, to: fact.to })),
    ...carrying.map((fact) => ({ fact, from: fact.to, to: fact.from })),
  ];
}

/** The paths between two entities, each as its hops. */
export function brutePaths(release: ToyRelease, given: PathArguments): readonly (readonly BruteHop[])[] {
  const [start, end] = [given.from.id, given.to.id];
  const ids = release.entities.map(({ id }) => id);
  if (!start || !end || !ids.includes(start) || !ids.includes(end) || start === end) return [];
  const steps = stepsOf(release, given.via);
  const closed = [
    ...(given.notThrough ?? []).map(({ id }) => id),
    ...(given.throughHubs === true ? [] : release.hubs),
    start,
    end,
  ];
  const found: BruteHop[][] = [];
  const follow = (path: readonly BruteHop[], at: string): void => {
    if (path.length >= (given.maxHops ?? 4)) return;
    for (const step of steps.filter(({ from }) => from === at)) {
      if (step.to === end) found.push([...path, step]);
      else if (!closed.includes(step.to) && !path.some(({ to }) => to === step.to)) follow([...path, step], step.to);
    }
  };
  follow([], start);
  found.sort((one, other) => {
    if (one.length !== other.length) return one.length - other.length;
    for (const [place, hop] of one.entries()) {
      const compared = byCodePoint(hop.to, other[place]!.to) || byCodePoint(hop.fact.id, other[place]!.fact.id);
      if (compared !== 0) return compared;
    }
    return 0;
  });
  return found.slice(0, given.first ?? 5);
}

/** What lies around some entities. */
export function bruteNeighbourhood(release: ToyRelease, given: NeighbourhoodArguments): BruteSubgraph {
  const kindOf = new Map(release.entities.map(({ id, kind }) => [id, kind]));
  const kinds = given.kinds && toyKinds.filter(({ kind }) => given.kinds!.includes(kind)).map(({ name }) => name);
  const steps = stepsOf(release, given.via);
  const around = [...new Set(given.of.map(({ id }) => id!).filter((id) => kindOf.has(id)))];
  for (let distance = 0, last = [...around]; distance < (given.depth ?? 1); distance++) {
    const next = steps
      .filter(({ from, to }) => last.includes(from) && !around.includes(to))
      .map(({ to }) => to)
      .filter((id) => !kinds || kinds.includes(kindOf.get(id)!));
    last = [...new Set(next)].sort(byCodePoint);
    around.push(...last);
  }
  const nodes = around.slice(0, given.maxNodes ?? 100);
  const rest = around.slice(nodes.length).map((id) => kindOf.get(id)!);
  const omitted = [...new Set(rest)].map((key) => ({ key, count: rest.filter((kind) => kind === key).length }));
  return {
    nodes,
    links: release.relations
      .filter(({ type }) => !given.via || given.via.includes(type))
      .filter(({ from, to }) => nodes.includes(from) && nodes.includes(to))
      .sort((one, other) => byCodePoint(one.id, other.id)),
    omitted: omitted.sort((one, other) => other.count - one.count || byCodePoint(one.key, other.key)),
  };
}

/** The relations of an entity, to entities of some kinds. */
export function bruteRelated(
  { entities, relations }: ToyRelease,
  entity: EntityRecord,
  given: { readonly kinds?: readonly string[]; readonly via?: readonly string[] },
): readonly RelationRecord[] {
  return relations
    .filter(({ from, to }) => from === entity.id || to === entity.id)
    .filter(({ type }) => !given.via || given.via.includes(type))
    .filter(({ from, to }) => {
      const other = entities.find(({ id }) => id === (from === entity.id ? to : from))!;
      const { kind } = toyKinds.find(({ name }) => name === other.kind)!;
      return !given.kinds || given.kinds.includes(kind);
    })
    .sort((one, other) => byCodePoint(one.id, other.id));
}

/** Whether there is a day on which each fact may have held: it is enough to look at the days on which one may begin. */
export function bruteHoldTogether(hops: readonly BruteHop[]): boolean {
  const times = hops.map(({ fact }) => fact.validTime);
  const days = times.flatMap((time) => (time?.from ? [readPartialDate(time.from.edtf)!.earliest] : []));
  return [...days, '0000-01-01'].some((day) => times.every((time) => mayHold(time, day)));
}

/** The last beginning and the first end that are stated. */
export function bruteCommonTime(hops: readonly BruteHop[]): Interval | null {
  const froms = hops.flatMap(({ fact }) => fact.validTime?.from ?? []);
  const tos = hops.flatMap(({ fact }) => fact.validTime?.to ?? []);
  const bounds = ({ edtf }: PartialDate) => readPartialDate(edtf)!;
  let from: PartialDate | undefined;
  for (const date of froms) {
    const [mine, best] = [bounds(date), from && bounds(from)];
    if (!best || mine.earliest > best.earliest || (mine.earliest === best.earliest && mine.latest < best.latest))
      from = date;
  }
  let to: PartialDate | undefined;
  for (const date of tos) {
    const [mine, best] = [bounds(date), to && bounds(to)];
    if (!best || mine.latest < best.latest || (mine.latest === best.latest && mine.earliest > best.earliest)) to = date;
  }
  if ((!from && !to) || !bruteHoldTogether(hops)) return null;
  return { ...(from && { from }), ...(to && { to }) };
}

const NOTES: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  PLANNED: [' (theo kế hoạch)', ' (planned)'],
  TARGET: [' (mục tiêu)', ' (a target)'],
  ESTIMATED: [' (ước tính)', ' (an estimate)'],
};

export function bruteSentence({ entities }: ToyRelease, hops: readonly BruteHop[], language: Language): string {
  const phrases = new Map(
    toyKinds.flatMap(({ relations }) => relations.map(({ relationship }) => [relationship.type, relationship.phrases])),
  );
  const nameOf = (id: string) => nameIn(entities.find((entity) => entity.id === id)!.names, language);
  const told = hops.map(({ fact, from, to }) => {
    const isForward = fact.from === from;
    const words = phrases.get(fact.type);
    const phrase = words
      ? (language === 'en' ? words.en : words.vi)[isForward ? 0 : 1]
      : isForward
        ? `–${fact.type}→`
        : `←${fact.type}–`;
    const note = NOTES[fact.modality]?.[language === 'en' ? 1 : 0] ?? '';
    return `${nameOf(from)} ${phrase} ${nameOf(to)}${note}`;
  });
  return `${told.join('; ')}.`;
}
