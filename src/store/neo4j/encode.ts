import neo4j from 'neo4j-driver';
import { StoreError } from '../../errors.js';
import { compareText } from '../../model/best-claim.js';
import { relationshipTypes, type PropertyDeclaration } from '../../model/declare.js';
import { fold } from '../../model/fold.js';
import { interval, text } from '../../model/leaf.js';
import { nameIn } from '../../model/name.js';
import type {
  CitationRecord,
  ClaimRecord,
  EntityRecord,
  FactParts,
  PassageRecord,
  RelationRecord,
  Release,
} from '../../model/release.js';
import { sortKey } from '../../model/sort-key.js';
import { encodeProperty, LONGEST_NAME_KEY, type Model, type Slot } from './layout.js';

/** What records are in Neo4j, whichever way they get there: over Bolt (`load.ts`) or as files (`import-files.ts`). */

/** The properties of a node or relationship: texts, booleans, whole numbers as the driver's `Integer`, others as numbers, and lists. */
export type Properties = Record<string, unknown>;

/** The properties of a passage; the one that ties it to its source is `source_id`. */
export function passageProperties({ id, source, paragraph, locator, digest, footnote }: PassageRecord): Properties {
  return {
    id,
    ...(paragraph !== undefined && { paragraph: neo4j.int(paragraph) }),
    locator,
    ...(digest !== undefined && { digest }),
    footnote,
    source_id: source,
  };
}

/** Makes the properties of entities, all but the sources that they are cited from, and the keys of their names. */
export function entityEncoder({
  kinds,
}: Model): (entity: EntityRecord) => { readonly properties: Properties; readonly nameKeys: readonly string[] } {
  return ({ id, kind, names, descriptions, externalIds, properties, citations }) => {
    const declaration = kinds.get(kind);
    if (!declaration) throw new StoreError('LOAD_FAILED', `${id} is of the kind ${kind}, which is not declared.`);
    const folded = names.map((each) => fold(each.text));
    const stored: Properties = {
      id,
      kind: declaration.kind,
      names: JSON.stringify(names),
      names_folded: folded,
      names_sort: sortKey(nameIn(names, 'vi')),
      descriptions: JSON.stringify(descriptions),
      externalIds: JSON.stringify(externalIds),
      sources: [],
      ...citationProperties(citations),
    };
    for (const property of declaration.properties)
      Object.assign(stored, encodeProperty(property, properties[property.name]));
    return { properties: stored, nameKeys: [...new Set(folded.map((each) => each.slice(0, LONGEST_NAME_KEY)))] };
  };
}

const VALID_TIME: PropertyDeclaration = { name: 'validTime', leaf: interval, description: '', required: false };
const RANK_REASON: PropertyDeclaration = { name: 'rankReason', leaf: text, description: '', required: false };
const CLAIM_VALUE: PropertyDeclaration = { name: 'value', leaf: text, description: '', required: true };

function factProperties(
  { id, validTime, modality, rank, rankReason, origin, citations }: FactParts,
  sources: readonly string[],
): Properties {
  return {
    id,
    ...encodeProperty(VALID_TIME, validTime),
    modality,
    rank,
    ...encodeProperty(RANK_REASON, rankReason),
    origin,
    sources,
    sources_count: neo4j.int(sources.length),
    ...citationProperties(citations),
  };
}

/** Makes the properties of relations, which their relationship and their node share. */
export function relationEncoder({
  declarations,
}: Model): (relation: RelationRecord, sources: readonly string[]) => Properties {
  const declared = new Map(relationshipTypes(declarations).map(({ type, properties }) => [type, properties]));
  return (relation, sources) => {
    const stored = factProperties(relation, sources);
    for (const property of declared.get(relation.type) ?? [])
      Object.assign(stored, encodeProperty(property, relation.properties[property.name]));
    return stored;
  };
}

/** Makes the properties of claims. */
export function claimEncoder({ declarations }: Model): (claim: ClaimRecord, sources: readonly string[]) => Properties {
  const leaves = new Map(
    declarations.flatMap((kind) =>
      kind.properties.map(({ name, leaf }) => [`${kind.singular} ${name}`, leaf] as const),
    ),
  );
  return (claim, sources) => {
    const { subject, property, value, isBest } = claim;
    const leaf = leaves.get(`${subject.slice(0, subject.indexOf('/'))} ${property}`);
    if (!leaf)
      throw new StoreError('LOAD_FAILED', `${claim.id} is about ${property} of ${subject}, which is not declared.`);
    return {
      ...factProperties(claim, sources),
      subject,
      property,
      ...encodeProperty(CLAIM_VALUE, leaf.write(value)),
      isBest,
      ...((leaf.family === 'date' || leaf.family === 'quantity') && { [leaf.family]: JSON.stringify(value) }),
    };
  };
}

/** Citations as lists; ranges only where there are any. */
function citationProperties(citations: readonly CitationRecord[]): Properties {
  const offsets = (end: 'start' | 'end') =>
    citations.some((citation) => citation[end] !== undefined) && {
      [`citations_${end}`]: citations.map((citation) => neo4j.int(citation[end] ?? -1)),
    };
  return { citations: citations.map(({ passage }) => passage), ...offsets('start'), ...offsets('end') };
}

/** The passages cited, each once. */
export function passagesOf(citations: readonly CitationRecord[]): readonly string[] {
  return [...new Set(citations.map(({ passage }) => passage))];
}

/** Which sources each fact and each entity is cited from, gathered while a release goes by. */
export class CitedSources {
  readonly #sourceOf = new Map<string, string>();
  readonly #ofEntity = new Map<string, Set<string>>();

  passage({ id, source }: PassageRecord): void {
    this.#sourceOf.set(id, source);
  }

  /** The sources cited, each once, by id. */
  of(citations: readonly CitationRecord[]): readonly string[] {
    const sources = new Set<string>();
    for (const { passage } of citations) {
      const source = this.#sourceOf.get(passage);
      if (source === undefined)
        throw new StoreError('LOAD_FAILED', `The release cites ${passage}, which it does not have.`);
      sources.add(source);
    }
    return sources.size < 2 ? [...sources] : [...sources].sort(compareText);
  }

  add(entity: string, citations: readonly CitationRecord[]): void {
    this.addAll(entity, this.of(citations));
  }

  addAll(entity: string, sources: readonly string[]): void {
    if (sources.length === 0) return;
    const known = this.#ofEntity.get(entity);
    if (known) for (const source of sources) known.add(source);
    else this.#ofEntity.set(entity, new Set(sources));
  }

  /** The sources from which an entity and its facts are cited. */
  sourcesOf(entity: string): readonly string[] {
    return [...(this.#ofEntity.get(entity) ?? [])].sort(compareText);
  }

  *byEntity(): Generator<readonly [string, readonly string[]]> {
    for (const entity of this.#ofEntity.keys()) yield [entity, this.sourcesOf(entity)];
  }
}

/** How much of what a release holds. */
export interface Counts {
  readonly entities: Map<string, number>;
  relations: number;
  claims: number;
}

/** Counts before anything is counted. */
export function noneCounted({ declarations }: Model): Counts {
  return { entities: new Map(declarations.map((kind) => [kind.name, 0])), relations: 0, claims: 0 };
}

/** The properties of the one node `Release`, which says what is served and where it lies. */
export function releaseProperties(
  { id, date, examples }: Pick<Release, 'id' | 'date' | 'examples'>,
  { entities, relations, claims }: Counts,
  { slot, generation, model }: { readonly slot: Slot; readonly generation: number; readonly model: Model },
): Properties {
  return {
    id,
    date,
    generation: neo4j.int(generation),
    slot,
    model: model.digest,
    entities: JSON.stringify(Object.fromEntries(entities)),
    relations: neo4j.int(relations),
    claims: neo4j.int(claims),
    examples: JSON.stringify(examples),
  };
}
