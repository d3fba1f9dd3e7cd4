import neo4j from 'neo4j-driver';
import { StoreError } from '../../errors.js';
import { mayBeBest, standing } from '../../model/best-claim.js';
import { claimWidth } from '../../model/claim-width.js';
import { relationshipTypes, type PropertyDeclaration } from '../../model/declare.js';
import { fold } from '../../model/fold.js';
import { interval, text, type Leaf } from '../../model/leaf.js';
import { nameIn } from '../../model/name.js';
import { tellsPublication } from '../../model/publication.js';
import { entryProperties } from '../../model/records.js';
import type {
  CitationRecord,
  ClaimRecord,
  ConflictRecord,
  EntityRecord,
  EntryRecord,
  FactParts,
  PassageRecord,
  RelationRecord,
  Release,
} from '../../model/release.js';
import { editKeysOf, searchNamesOf, type SearchName } from '../../model/search.js';
import { sortKey } from '../../model/sort-key.js';
import { publicationNumbers, type CitedFact } from './cited-sources.js';
import {
  claimAbsence,
  claimValue,
  encodeProperty,
  LONGEST_NAME_KEY,
  number as encodeNumber,
  type Model,
  type Slot,
} from './layout.js';

/** What records are in Neo4j, whichever way they get there: over Bolt (`load.ts`) or as files (`import-files.ts`). */

/** The properties of a node or relationship: texts, booleans, whole numbers as the driver's `Integer`, others as numbers, and lists. */
export type Properties = Record<string, unknown>;

/** The properties of a passage but `known_from`; the one that ties it to its source is `source_id`. */
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

/** A name as a node, and the words under which it is found. */
export interface EncodedName {
  readonly properties: Properties;
  readonly words: readonly string[];
}

/** An entity as a node, with its names and the edit keys of their words that no entity before it had. */
export interface EncodedEntity {
  readonly properties: Properties;
  readonly names: readonly EncodedName[];
  readonly edits: readonly (readonly [word: string, keys: readonly string[]])[];
}

/** Makes the nodes of entities; for what is cited for each, the properties have what is known before facts go by. */
export function entityEncoder({ kinds }: Model): (entity: EntityRecord) => EncodedEntity {
  const editable = new Set<string>();
  return ({ id, kind, names, descriptions, externalIds, properties, citations }) => {
    const declaration = kinds.get(kind);
    if (!declaration) throw new StoreError('LOAD_FAILED', `${id} is of the kind ${kind}, which is not declared.`);
    const stored: Properties = {
      id,
      kind: declaration.kind,
      names: JSON.stringify(names),
      names_folded: names.map((each) => fold(each.text)),
      names_sort: sortKey(nameIn(names, 'vi')),
      descriptions: JSON.stringify(descriptions),
      externalIds: JSON.stringify(externalIds),
      sources: [],
      known_from: neo4j.int(publicationNumbers({ kind, properties })?.from ?? 0),
      ...citationProperties(citations),
    };
    for (const property of declaration.properties)
      Object.assign(stored, encodeProperty(property, properties[property.name]));
    const sought = searchNamesOf(names);
    const edits = sought.flatMap(({ words }) =>
      words.flatMap((word) => {
        const keys = editable.has(word) ? [] : editKeysOf(word);
        if (keys.length === 0) return [];
        editable.add(word);
        return [[word, keys] as const];
      }),
    );
    return { properties: stored, names: sought.map(encodeName), edits };
  };
}

function encodeName({ name: { text }, written, squeezed, spaced, words }: SearchName, placeAmong: number): EncodedName {
  return {
    properties: {
      place: neo4j.int(placeAmong),
      text,
      written,
      folded: fold(text).slice(0, LONGEST_NAME_KEY),
      // A name without words is not found, not even by a text without words.
      ...(squeezed !== '' && { squeezed: squeezed.slice(0, LONGEST_NAME_KEY) }),
      spaced,
      length: neo4j.int(spaced.length),
      words,
    },
    words: [...new Set(words.map((word) => word.slice(0, LONGEST_NAME_KEY)))],
  };
}

const VALID_TIME: PropertyDeclaration = { name: 'validTime', leaf: interval, description: '', required: false };
const RANK_REASON: PropertyDeclaration = { name: 'rankReason', leaf: text, description: '', required: false };
const CLAIM_VALUE: PropertyDeclaration = { name: 'value', leaf: text, description: '', required: true };

function factProperties(
  { id, validTime, modality, rank, rankReason, origin, citations }: FactParts,
  { sources, presence }: CitedFact,
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
    ...presence,
  };
}

/** Makes the properties of relations, which their relationship and their node share. */
export function relationEncoder({ declarations }: Model): (relation: RelationRecord, cited: CitedFact) => Properties {
  const declared = new Map(relationshipTypes(declarations).map(({ type, properties }) => [type, properties]));
  return (relation, cited) => {
    const stored = factProperties(relation, cited);
    for (const property of declared.get(relation.type) ?? [])
      Object.assign(stored, encodeProperty(property, relation.properties[property.name]));
    return stored;
  };
}

/** Makes the properties of claims. */
export function claimEncoder({ declarations }: Model): (claim: ClaimRecord, cited: CitedFact) => Properties {
  const leaves = new Map(
    declarations.flatMap((kind) =>
      kind.properties.map(({ name, leaf }) => [`${kind.singular} ${name}`, leaf] as const),
    ),
  );
  return (claim, cited) => {
    const { subject, property, value, absence, isBest } = claim;
    const leaf = leaves.get(`${subject.slice(0, subject.indexOf('/'))} ${property}`);
    if (!leaf && !absence)
      throw new StoreError('LOAD_FAILED', `${claim.id} is about ${property} of ${subject}, which is not declared.`);
    return {
      ...factProperties(claim, cited),
      subject,
      property,
      ...(absence ? { absence, [claimAbsence(property)]: absence } : encodeClaimValue(property, leaf!, value)),
      width: encodeNumber(claimWidth(claim, leaf), true),
      ...(mayBeBest(claim) && { standing: neo4j.int(standing(claim)) }),
      ...(tellsPublication(claim) && { tells_publication: true }),
      isBest,
    };
  };
}

/** The value of a claim: as a text, as an entity of the kind has it, and as it is asked for. */
function encodeClaimValue(property: string, leaf: Leaf, value: unknown): Properties {
  return {
    ...encodeProperty(CLAIM_VALUE, leaf.write(value)),
    ...encodeProperty({ name: claimValue(property), leaf, description: '', required: true }, value),
    ...((leaf.family === 'date' || leaf.family === 'quantity') && { [leaf.family]: JSON.stringify(value) }),
  };
}

/** What tells whether a fact is there at a moment. */
export const PRESENCE = ['known_from', 'holds_from', 'holds_to'] as const;

/** What an entry has of its fact: each property with its facets. */
export const OF_FACT = [
  'validTime',
  'validTime_fromEarliest',
  'validTime_fromLatest',
  'validTime_toEarliest',
  'validTime_toLatest',
  'modality',
  'rank',
  'rankReason',
  'rankReason_folded',
  'rankReason_sort',
  'origin',
  'sources',
  'sources_count',
  'sources_from',
  'sources_latest',
  'citations',
  'citations_start',
  'citations_end',
  ...PRESENCE,
] as const;

const [DATE, END, UNTIL] = ['date', 'end', 'until'].map((each) =>
  entryProperties.find((property) => property.name === each),
) as [PropertyDeclaration, PropertyDeclaration, PropertyDeclaration];

/** The properties of an entry that are its own. Those of `OF_FACT` it has besides. */
export function entryPropertiesOf({ id, fact, of, isBest, date, end, isOpen, titles, kinds }: EntryRecord): Properties {
  return {
    id,
    fact,
    of,
    isBest,
    ...encodeProperty(DATE, date),
    ...encodeProperty(END, end),
    ...encodeProperty(UNTIL, isOpen ? undefined : (end ?? date)),
    titles: JSON.stringify(titles),
    kinds,
  };
}

/** The properties of a conflict. */
export function conflictPropertiesOf({
  id,
  subjects,
  property,
  kind,
  claims,
  relations,
  preferred,
  reasons,
}: ConflictRecord): Properties {
  return {
    id,
    subject: subjects[0],
    property,
    kind,
    claims,
    relations,
    ...(preferred && { preferred }),
    reasons: JSON.stringify(reasons),
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

/** How many records a release has, as far as it is known beforehand. */
export function lengthOf({ passages, entities, relations, claims, entries, conflicts }: Release): number {
  const parts = [passages, entities, relations, claims, entries, conflicts];
  return parts.reduce((sum, part) => sum + (part.length ?? 0), 0);
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
