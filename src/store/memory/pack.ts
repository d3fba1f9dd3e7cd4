import { nameIn } from '../../model/name.js';
import { publicationOf } from '../../model/publication.js';
import type { CitationRecord, ClaimRecord, FactParts, Release } from '../../model/release.js';
import { sortKey } from '../../model/sort-key.js';
import { compareText } from '../../model/best-claim.js';
import { relationshipTypes } from '../../model/declare.js';
import { packConflicts, packEntries } from './pack-derived.js';
import {
  groupBy,
  type Adjacency,
  type Lists,
  type PackedEntities,
  type PackedFacts,
  type PackedGraph,
  type PackedPassages,
  type PackedRelations,
  type Values,
} from './packed-graph.js';

/** Packs a release. @param progress Told how many records are packed, of how many. */
export function pack(release: Release, progress: (done: number, total: number) => void = () => undefined): PackedGraph {
  const [entityRecords, relationRecords, claimRecords, passageRecords] = [
    release.entities,
    release.relations,
    release.claims,
    release.passages,
  ].map((records) => [...records].sort(byId)) as unknown as [
    Of<Release['entities']>,
    Of<Release['relations']>,
    Of<Release['claims']>,
    Of<Release['passages']>,
  ];
  const total = entityRecords.length + relationRecords.length + claimRecords.length;
  const entityNumber = numbersOf(entityRecords);
  const citations = new CitationTable(numbersOf(passageRecords));

  const entities = packEntities(release, entityRecords, citations);
  progress(entityRecords.length, total);
  const relations = packRelations(release, relationRecords, entityNumber, citations, entities);
  progress(entityRecords.length + relationRecords.length, total);
  const claims = {
    ...packFacts(claimRecords, citations),
    subject: Uint32Array.from(claimRecords, ({ subject }) => entityNumber.get(subject)!),
    property: claimRecords.map(({ property }) => property),
    stored: claimRecords.map(({ value }) => value),
    text: claimTexts(release, claimRecords),
    absence: claimRecords.map(({ absence }) => absence),
    isBest: Uint8Array.from(claimRecords, ({ isBest }) => Number(isBest)),
  };
  progress(total, total);
  const numbers = { entity: entityNumber, relations: relations.ids, claims: claims.ids };
  return {
    info: { id: release.id, date: release.date },
    kinds: release.kinds.map(({ name }) => name),
    examples: release.examples,
    entities,
    relations,
    claims: {
      ...claims,
      ofEntity: groupBy(claimRecords.length, entityRecords.length, (claim) => claims.subject[claim]!),
    },
    passages: {
      ids: passageRecords.map(({ id }) => id),
      source: Uint32Array.from(passageRecords, ({ source }) => entityNumber.get(source)!),
      paragraph: passageRecords.map(({ paragraph }) => paragraph),
      locator: passageRecords.map(({ locator }) => locator),
      digest: passageRecords.map(({ digest }) => digest),
      footnote: passageRecords.map(({ footnote }) => footnote),
      ...citations.columns(),
    },
    entries: packEntries(release, numbers),
    conflicts: packConflicts(release, numbers),
  };
}

type Of<Records> = Records extends Iterable<infer Each> ? readonly Each[] : never;

const byId = (one: { readonly id: string }, other: { readonly id: string }) => compareText(one.id, other.id);

function numbersOf(records: readonly { readonly id: string }[]): Map<string, number> {
  return new Map(records.map(({ id }, number) => [id, number]));
}

/** Distinct citations, numbered as they are met. */
class CitationTable {
  readonly #numbers = new Map<string, number>();
  readonly #records: CitationRecord[] = [];

  constructor(readonly passages: ReadonlyMap<string, number>) {}

  lists(records: readonly { readonly citations: readonly CitationRecord[] }[]): Lists {
    const offsets = new Uint32Array(records.length + 1);
    const items: number[] = [];
    records.forEach(({ citations }, record) => {
      for (const citation of citations) items.push(this.#number(citation));
      offsets[record + 1] = items.length;
    });
    return { offsets, items: Uint32Array.from(items) };
  }

  columns(): Pick<PackedPassages, 'citationPassage' | 'citationStart' | 'citationEnd'> {
    return {
      citationPassage: Uint32Array.from(this.#records, ({ passage }) => this.passages.get(passage)!),
      citationStart: this.#records.map(({ start }) => start),
      citationEnd: this.#records.map(({ end }) => end),
    };
  }

  #number(citation: CitationRecord): number {
    const key = `${citation.passage} ${citation.start ?? ''}:${citation.end ?? ''}`;
    let number = this.#numbers.get(key);
    if (number === undefined) this.#numbers.set(key, (number = this.#records.push(citation) - 1));
    return number;
  }
}

function packEntities(release: Release, records: Of<Release['entities']>, citations: CitationTable): PackedEntities {
  const kindNumber = new Map(release.kinds.map(({ name }, number) => [name, number]));
  const kindOf = Uint8Array.from(records, ({ kind }) => kindNumber.get(kind)!);
  const placeInKind = new Uint32Array(records.length);
  const sizes = release.kinds.map(() => 0);
  kindOf.forEach((kind, entity) => (placeInKind[entity] = sizes[kind]!++));
  const properties = release.kinds.map((kind): Record<string, Values> =>
    Object.fromEntries(kind.properties.map(({ name }) => [name, []])),
  );
  records.forEach((record, entity) => {
    for (const [name, values] of Object.entries(properties[kindOf[entity]!]!))
      values[placeInKind[entity]!] = record.properties[name];
  });
  const hubs = new Set(release.hubs);
  const sortKeys = records.map(({ names }) => sortKey(nameIn(names, 'vi')));
  const byName = Uint32Array.from(records.keys()).sort((one, other) => compareText(sortKeys[one]!, sortKeys[other]!));
  const nameRank = new Uint32Array(records.length);
  byName.forEach((entity, place) => {
    const before = byName[place - 1];
    nameRank[entity] = before !== undefined && sortKeys[before] === sortKeys[entity] ? nameRank[before]! : place;
  });
  return {
    ids: records.map(({ id }) => id),
    kindOf,
    placeInKind,
    names: records.map(({ names }) => names),
    sortKeys,
    nameRank,
    descriptions: records.map(({ descriptions }) => descriptions),
    externalIds: records.map(({ externalIds }) => externalIds),
    properties,
    citations: citations.lists(records),
    isHub: Uint8Array.from(records, ({ id }) => Number(hubs.has(id))),
    published: records.map(publicationOf),
  };
}

function packFacts(records: readonly FactParts[], citations: CitationTable): PackedFacts {
  return {
    ids: records.map(({ id }) => id),
    validTime: records.map(({ validTime }) => validTime),
    modality: records.map(({ modality }) => modality),
    rank: records.map(({ rank }) => rank),
    rankReason: records.map(({ rankReason }) => rankReason),
    origin: records.map(({ origin }) => origin),
    citations: citations.lists(records),
  };
}

function packRelations(
  release: Release,
  records: Of<Release['relations']>,
  entityNumber: ReadonlyMap<string, number>,
  citations: CitationTable,
  entities: PackedEntities,
): PackedRelations {
  const declared = relationshipTypes(release.kinds);
  const types = declared.map(({ type }) => type);
  const typeNumber = new Map(types.map((type, number) => [type, number]));
  const typeOf = Uint8Array.from(records, ({ type }) => typeNumber.get(type)!);
  const from = Uint32Array.from(records, (record) => entityNumber.get(record.from)!);
  const to = Uint32Array.from(records, (record) => entityNumber.get(record.to)!);
  const names = new Set(declared.flatMap(({ properties }) => properties.map(({ name }) => name)));
  const properties = Object.fromEntries(
    [...names].map((name) => [name, records.map((record) => record.properties[name])]),
  );
  const adjacency = (start: Uint32Array, end: Uint32Array): Adjacency => {
    const { offsets, items } = groupBy(records.length, entities.ids.length, (relation) => start[relation]!);
    for (let entity = 0; entity < entities.ids.length; entity++) {
      items
        .subarray(offsets[entity], offsets[entity + 1])
        .sort(
          (one, other) =>
            typeOf[one]! - typeOf[other]! ||
            entities.nameRank[end[one]!]! - entities.nameRank[end[other]!]! ||
            end[one]! - end[other]! ||
            one - other,
        );
    }
    return { offsets, items, ends: items.map((relation) => end[relation]!) };
  };
  return {
    ...packFacts(records, citations),
    types,
    typeOf,
    from,
    to,
    properties,
    basisValidTime: records.map(({ basis }) => basis?.validTime),
    basisCitations: citations.lists(records.map(({ basis }) => basis ?? { citations: [] })),
    out: adjacency(from, to),
    in: adjacency(to, from),
  };
}

function claimTexts(release: Release, records: readonly ClaimRecord[]): (string | undefined)[] {
  const leaves = new Map(
    release.kinds.flatMap((kind) =>
      kind.properties.map(({ name, leaf }) => [`${kind.singular} ${name}`, leaf] as const),
    ),
  );
  return records.map(({ subject, property, value, absence }) =>
    absence ? undefined : leaves.get(`${subject.slice(0, subject.indexOf('/'))} ${property}`)!.write(value),
  );
}
