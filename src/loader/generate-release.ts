import { compareText } from '../model/best-claim.js';
import { conflictsOf } from '../model/conflicts.js';
import { declarationsOf, type KindDeclaration } from '../model/declare.js';
import { hubsOf } from '../model/hubs.js';
import type { Interval } from '../model/interval.js';
import { interval, type Modality } from '../model/leaf.js';
import { dateReadingOf, type PartialDate } from '../model/partial-date.js';
import type {
  CitationRecord,
  ClaimRecord,
  EntityRecord,
  FactParts,
  PassageRecord,
  RelationRecord,
  Release,
} from '../model/release.js';
import { timelineOf } from '../model/timeline.js';
import { kinds as allKinds } from '../schema/index.js';
import { deriveActingFor } from './derive-acting-for.js';
import { generateEntries, type Entry, type EntryStatement } from './generate.js';
import { groupBy } from './group-by.js';
import { claimId, passageId, relationId } from './ids.js';
import { collectPassages } from './passages.js';
import type { SeedCitation } from './seed.js';

/**
 * A generated graph as a release. It holds what the generated folder holds, under an id of its own, and is made without
 * reading, checking and weighing, which take longer than all else. (A test loads the folder and compares.)
 */
export function generateRelease(nodes: number, seed = 1): Release {
  const kinds = declarationsOf(allKinds);
  const cited = new Citations();
  const entities: EntityRecord[] = [];
  const claims: ClaimRecord[] = [];
  const stated: RelationRecord[] = [];
  for (const [plural, entry] of generateEntries(nodes, seed)) {
    const kind = kinds.find((candidate) => candidate.plural === plural)!;
    const ofEntity = claimsOf(entry, kind, cited);
    const best = ofEntity.filter(({ isBest }) => isBest).map(({ property, value }) => [property, value] as const);
    entities.push({
      id: entry.id,
      kind: kind.name,
      names: (['vi', 'en'] as const).map((language) => ({ text: entry.name[language], language, preferred: true })),
      descriptions: {},
      externalIds: [],
      properties: Object.fromEntries(best),
      citations: cited.records(entry.cite),
    });
    claims.push(...ofEntity);
    stated.push(...relationsOf(entry, kind, cited));
  }
  const relations = [...stated, ...deriveActingFor(stated, kinds)].sort(compareIds);
  return {
    id: `generated-${nodes}-${seed}`,
    date: latestPublication(claims),
    kinds,
    examples: [],
    passages: cited.passages(new Map(entities.map((entity) => [entity.id, entity]))),
    entities: entities.sort(compareIds),
    relations,
    claims: claims.sort(compareIds),
    hubs: hubsOf(kinds, entities, relations),
    entries: timelineOf({ kinds, entities, relations, claims }),
    conflicts: conflictsOf({ kinds, entities, relations, claims }),
  };
}

function claimsOf(entry: Entry, kind: KindDeclaration, cited: Citations): ClaimRecord[] {
  return kind.properties.flatMap(({ name, leaf }) =>
    statementsOf(entry, name).map((statement, place): ClaimRecord => {
      const value = leaf.read(statement.value);
      const id = claimId(entry.id, name, leaf.write(value), undefined);
      // Of two that disagree the second is an estimate.
      return { ...factParts(id, statement, cited), subject: entry.id, property: name, value, isBest: place === 0 };
    }),
  );
}

function relationsOf(entry: Entry, kind: KindDeclaration, cited: Citations): RelationRecord[] {
  return kind.relations.flatMap(({ name, direction, relationship: { type, properties } }) =>
    statementsOf(entry, name).map((statement): RelationRecord => {
      const to = statement.to!;
      const isTurned = direction === 'in' || (direction === 'both' && to < entry.id);
      const ends = isTurned ? { from: to, to: entry.id } : { from: entry.id, to };
      const validTime = statement['validTime'] && interval.read(statement['validTime']);
      const id = relationId(type, ends.from, ends.to, validTime || undefined);
      const own = properties.flatMap((property) =>
        property.name in statement ? [[property.name, statement[property.name]] as const] : [],
      );
      return {
        ...factParts(id, statement, cited, validTime || undefined),
        type,
        ...ends,
        properties: Object.fromEntries(own),
      };
    }),
  );
}

function statementsOf(entry: Entry, key: string): readonly EntryStatement[] {
  return key in entry ? ([entry[key]].flat() as EntryStatement[]) : [];
}

function factParts(id: string, { modality, cite }: EntryStatement, cited: Citations, validTime?: Interval): FactParts {
  return {
    id,
    ...(validTime && { validTime }),
    modality: ((modality as string | undefined)?.toUpperCase() ?? 'REPORTED') as Modality,
    rank: 'NORMAL',
    origin: 'DOCUMENT',
    citations: cited.records(cite),
  };
}

/** What is cited, each place once. */
class Citations {
  readonly #known = new Map<string, { readonly place: SeedCitation; readonly record: CitationRecord }>();

  records(written: readonly string[]): readonly CitationRecord[] {
    const known = written.map((citation) => this.#one(citation));
    known.sort(
      ({ place: one }, { place: other }) => compareText(one.source, other.source) || one.paragraph! - other.paragraph!,
    );
    return known.map(({ record }) => record);
  }

  passages(entities: ReadonlyMap<string, EntityRecord>): readonly PassageRecord[] {
    const places = groupBy(
      [...this.#known.values()].map(({ place }) => place),
      ({ source }) => source,
    );
    const cited = new Map(
      [...places].map(([source, ofSource]) => [source, new Set(ofSource.map(({ locator }) => locator))]),
    );
    const nothing = { digests: new Map(), dataSets: new Set<string>() };
    return [...collectPassages({ cited, ...nothing }, (source) => entities.get(source)!).records()];
  }

  #one(written: string) {
    let known = this.#known.get(written);
    if (!known) {
      const [slug, locator] = written.split('#') as [string, string];
      const place = { place: NOWHERE, source: `source/${slug}`, locator, paragraph: Number(locator) };
      known = { place, record: { passage: passageId(place.source, locator) } };
      this.#known.set(written, known);
    }
    return known;
  }
}

const NOWHERE = { file: 'generated', line: 1, column: 1 };

function latestPublication(claims: readonly ClaimRecord[]): string {
  const days = claims.flatMap(({ property, value }) =>
    property === 'publishedOn' ? dateReadingOf((value as PartialDate).edtf).latest : [],
  );
  return days.sort().at(-1)!;
}

function compareIds(one: { readonly id: string }, other: { readonly id: string }): number {
  return compareText(one.id, other.id);
}
