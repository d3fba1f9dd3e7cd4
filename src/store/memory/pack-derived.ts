import { compareText } from '../../model/best-claim.js';
import type { Release } from '../../model/release.js';
import { groupBy, type Lists, type PackedConflicts, type PackedEntries } from './packed-graph.js';

/** The numbers of records by their ids. */
export interface Numbers {
  readonly entity: ReadonlyMap<string, number>;
  readonly relations: readonly string[];
  readonly claims: readonly string[];
}

/** Packs the timeline of a release. */
export function packEntries(release: Release, { entity, relations, claims }: Numbers): PackedEntries {
  const records = [...release.entries].sort((one, other) => compareText(one.id, other.id));
  const kindLists: (readonly string[])[] = [];
  const numberOfKinds = new Map<string, number>();
  const kindsOf = Uint8Array.from(records, ({ kinds }) => {
    const key = kinds.join();
    let number = numberOfKinds.get(key);
    if (number === undefined) numberOfKinds.set(key, (number = kindLists.push(kinds) - 1));
    return number;
  });
  const entityOf = Uint32Array.from(records, (record) => entity.get(record.entity)!);
  const involved = listsOf(records.map((record) => record.involved.map((each) => entity.get(each.entity)!)));
  return {
    ids: records.map(({ id }) => id),
    isRelation: Uint8Array.from(records, (record) => Number(record.of === 'relation')),
    fact: Uint32Array.from(records, ({ of, fact }) => placeOf(of === 'relation' ? relations : claims, fact)),
    isBest: Uint8Array.from(records, ({ isBest }) => Number(isBest)),
    date: records.map(({ date }) => date),
    end: records.map(({ end }) => end),
    isOpen: Uint8Array.from(records, ({ isOpen }) => Number(isOpen ?? false)),
    titles: records.map(({ titles }) => titles),
    entity: entityOf,
    kindsOf,
    kindLists,
    involved,
    involvedBy: Uint32Array.from(
      records.flatMap((record) => record.involved.map(({ fact }) => placeOf(relations, fact))),
    ),
    ofEntity: entriesByEntity(entityOf, involved, entity.size),
  };
}

/** Packs the conflicts of a release. */
export function packConflicts(release: Release, { entity, relations, claims }: Numbers): PackedConflicts {
  const records = [...release.conflicts].sort((one, other) => compareText(one.id, other.id));
  const subjects = listsOf(records.map((record) => record.subjects.map((each) => entity.get(each)!)));
  return {
    ids: records.map(({ id }) => id),
    subject: Uint32Array.from(records, (record) => entity.get(record.subjects[0])!),
    property: records.map(({ property }) => property),
    kind: records.map(({ kind }) => kind),
    claims: listsOf(records.map((record) => record.claims.map((claim) => placeOf(claims, claim)))),
    relations: listsOf(records.map((record) => record.relations.map((relation) => placeOf(relations, relation)))),
    preferred: Uint32Array.from(records, ({ preferred }) =>
      preferred === undefined ? claims.length : placeOf(claims, preferred),
    ),
    reasons: records.map(({ reasons }) => reasons),
    ofEntity: inOrderOf(
      byOwner(subjects, entity.size),
      (one, other) => compareText(records[one]!.property, records[other]!.property) || one - other,
    ),
  };
}

function listsOf(lists: readonly (readonly number[])[]): Lists {
  const offsets = new Uint32Array(lists.length + 1);
  lists.forEach((list, record) => (offsets[record + 1] = offsets[record]! + list.length));
  return { offsets, items: Uint32Array.from(lists.flat()) };
}

/** The records by each of the entities that a list of them tells. */
function byOwner({ offsets, items: owners }: Lists, entities: number): Lists {
  const records = new Uint32Array(owners.length);
  for (let record = 0; record + 1 < offsets.length; record++)
    records.fill(record, offsets[record], offsets[record + 1]);
  const { offsets: starts, items } = groupBy(owners.length, entities, (pair) => owners[pair]!);
  return { offsets: starts, items: items.map((pair) => records[pair]!) };
}

/** Each entry once for an entity, whether it is of it or has it among those involved, and however often. */
export function entriesByEntity(entityOf: Uint32Array, involved: Lists, entities: number): Lists {
  const [owners, entries]: [number[], number[]] = [[], []];
  for (let entry = 0; entry < entityOf.length; entry++) {
    const met = new Set(involved.items.subarray(involved.offsets[entry], involved.offsets[entry + 1]));
    for (const owner of met.add(entityOf[entry]!)) {
      owners.push(owner);
      entries.push(entry);
    }
  }
  const { offsets, items } = groupBy(owners.length, entities, (pair) => owners[pair]!);
  return { offsets, items: items.map((pair) => entries[pair]!) };
}

function inOrderOf({ offsets, items }: Lists, compare: (one: number, other: number) => number): Lists {
  for (let record = 0; record + 1 < offsets.length; record++)
    items.subarray(offsets[record], offsets[record + 1]).sort(compare);
  return { offsets, items };
}

/** The place of an id in a list of ids in order. */
function placeOf(ids: readonly string[], id: string): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ids[middle]! < id) low = middle + 1;
    else high = middle;
  }
  if (ids[low] !== id) throw new Error(`The release speaks of ${id}, which it does not have.`);
  return low;
}
