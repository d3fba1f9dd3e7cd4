import { getArgumentValues, type GraphQLFieldResolver, type GraphQLResolveInfo } from 'graphql';
import type { KindDeclaration, PropertyDeclaration, RelationDeclaration } from '../../src/model/declare.js';
import { fold } from '../../src/model/fold.js';
import type { Interval } from '../../src/model/interval.js';
import type { Leaf } from '../../src/model/leaf.js';
import { nameIn } from '../../src/model/name.js';
import { readPartialDate, type Language, type PartialDate } from '../../src/model/partial-date.js';
import type { Quantity } from '../../src/model/quantity.js';
import type {
  CitationRecord,
  ClaimRecord,
  ConflictRecord,
  EntityRecord,
  EntryRecord,
  FactParts,
  PassageRecord,
  RelationRecord,
} from '../../src/model/release.js';
import { sortKey } from '../../src/model/sort-key.js';
import { valueTypes } from '../../src/model/value-types.js';
import {
  bruteCommonTime,
  bruteHoldTogether,
  bruteNeighbourhood,
  brutePaths,
  bruteRelated,
  bruteSentence,
  type BruteHop,
  type BruteSubgraph,
} from './brute-connections.js';
import { featuresOf } from '../../src/model/derive/search.js';
import { bruteFeatures, bruteKinds, bruteSearch, type BruteFeature, type BruteHit } from './brute-force-search.js';
import { vocabularyOf } from '../../src/model/vocabulary.js';
import { toyKinds } from './kinds.js';
import type { ToyRelease } from './release.js';

/**
 * Answers by brute force, straight from what DESIGN.md §4 says, on the records of a release: no index, no plan, no
 * facet. It is slow and plain on purpose. It knows nothing of src/query and src/store.
 */

/** One item of a list: a node, and the fact by which it was reached. */
export interface Item {
  readonly node: EntityRecord;
  readonly fact?: RelationRecord;
  /** The fact was followed from its start to its end. */
  readonly forward?: boolean;
}

export type Where = Readonly<Record<string, any>>;
export type OrderBy = readonly Readonly<Record<string, 'ASC' | 'DESC'>>[];

export interface Cut {
  readonly first?: number;
  readonly last?: number;
}

/** What is found on a page of a list. */
export interface Cutting<Each> {
  readonly items: readonly Each[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly totalCount: number;
}

const kindOf = (entity: EntityRecord): KindDeclaration => toyKinds.find(({ name }) => name === entity.kind)!;

/** Text by code point, one character after another. */
export function byCodePoint(one: string, other: string): number {
  const [mine, theirs] = [[...one], [...other]];
  for (let place = 0; place < Math.min(mine.length, theirs.length); place++) {
    const difference = mine[place]!.codePointAt(0)! - theirs[place]!.codePointAt(0)!;
    if (difference !== 0) return difference;
  }
  return mine.length - theirs.length;
}

const byId = (one: { readonly id: string }, other: { readonly id: string }) => byCodePoint(one.id, other.id);

/** A release, asked by brute force. */
export class BruteForce {
  constructor(readonly release: ToyRelease) {}

  /** All entities of a kind that satisfy a filter, in an order. */
  every(kind: KindDeclaration, where: Where = {}, orderBy: OrderBy = []): readonly Item[] {
    const items = this.release.entities.filter((entity) => entity.kind === kind.name).map((node): Item => ({ node }));
    return this.#sorted(
      items.filter(({ node }) => this.holds(kind, where, node)),
      orderBy,
      kind.properties,
    );
  }

  /** All items along a relation of an entity that satisfy a filter, in an order. */
  along(
    entity: EntityRecord,
    relation: RelationDeclaration,
    where: Where = {},
    orderBy: OrderBy = [],
  ): readonly Item[] {
    const items = this.#items(entity, relation).filter((item) => this.#itemHolds(relation, where, item));
    return this.#sorted(items, orderBy, relation.targets.length === 1 ? relation.targets[0]!.properties : []);
  }

  /** How many treaties have each thing that a key names. */
  treatyGroups(by: string, where: Where = {}): readonly (readonly [string, number])[] {
    const treaty = toyKinds.find(({ name }) => name === 'Treaty')!;
    const ends = (relation: string, entity: EntityRecord) =>
      this.#items(
        entity,
        treaty.relations.find(({ name }) => name === relation)!,
      ).map(({ node }) => node);
    const thingsOf: Readonly<Record<string, (entity: EntityRecord) => readonly string[]>> = {
      YEAR: ({ properties }) => {
        const reading = readPartialDate((properties['concludedOn'] as PartialDate | undefined)?.edtf ?? '');
        const years = reading ? [reading.earliest.slice(0, 4), reading.latest.slice(0, 4)] : [];
        return years[0] === years[1] ? years.slice(0, 1) : [];
      },
      CITY: (entity) => ends('parties', entity).flatMap(({ id, kind }) => (kind === 'City' ? [id] : [])),
      PERSON: (entity) => ends('parties', entity).flatMap(({ id, kind }) => (kind === 'Person' ? [id] : [])),
      TREATY: (entity) => ends('supplements', entity).map(({ id }) => id),
      SOURCE: (entity) => this.sourcesOfEntity(entity).map(({ id }) => id),
      STATUS: ({ properties }) => [properties['status']].flatMap((status) => (status ? [String(status)] : [])),
    };
    const counts = new Map<string, number>();
    for (const { node } of this.every(treaty, where)) {
      const things = new Set(thingsOf[by]!(node));
      for (const thing of things.size > 0 ? things : ['']) counts.set(thing, (counts.get(thing) ?? 0) + 1);
    }
    return [...counts].sort(([one, most], [other, least]) => least - most || byCodePoint(one, other));
  }

  entity(id: string): EntityRecord | undefined {
    return this.release.entities.find((entity) => entity.id === id);
  }

  /** Whether an entity satisfies a filter. `kind` is undefined where only what all kinds have can be said. */
  holds(kind: KindDeclaration | undefined, where: Where, entity: EntityRecord): boolean {
    return Object.entries(where).every(([key, given]) => {
      if (key === 'and') return given.every((inner: Where) => this.holds(kind, inner, entity));
      if (key === 'or') return given.some((inner: Where) => this.holds(kind, inner, entity));
      if (key === 'not') return !this.holds(kind, given, entity);
      if (key === 'id') return equalsOne(given, entity.id);
      if (key === 'kind') return equalsOne(given, kindOf(entity).kind);
      if (key === 'name') return nameHolds(given, entity);
      const property = kind?.properties.find(({ name }) => name === key);
      if (property) return valueHolds(property.leaf, given, entity.properties[key]);
      const relation = kind?.relations.find(({ name }) => name === key);
      if (relation) return this.#relationHolds(relation, given, entity);
      throw new Error(`What is ${key}?`);
    });
  }

  #relationHolds(relation: RelationDeclaration, given: Where, entity: EntityRecord): boolean {
    const items = this.#items(entity, relation);
    return Object.entries(given).every(([key, part]) => {
      if (key === 'some') return items.some((item) => this.#itemHolds(relation, part, item));
      if (key === 'none') return !items.some((item) => this.#itemHolds(relation, part, item));
      if (key === 'every') return items.every((item) => this.#itemHolds(relation, part, item));
      if (key === 'exists') return items.length > 0 === part;
      if (key === 'count') return numberHolds(part, items.length);
      throw new Error(`What is ${key}?`);
    });
  }

  #itemHolds(relation: RelationDeclaration, where: Where, item: Item): boolean {
    const target = relation.targets.length === 1 ? relation.targets[0] : undefined;
    return Object.entries(where).every(([key, given]) => {
      if (key === 'and') return given.every((inner: Where) => this.#itemHolds(relation, inner, item));
      if (key === 'or') return given.some((inner: Where) => this.#itemHolds(relation, inner, item));
      if (key === 'not') return !this.#itemHolds(relation, given, item);
      if (key === 'node') return this.holds(target, given, item.node);
      if (key === 'fact') return this.factHolds(given, item.fact!);
      throw new Error(`What is ${key}?`);
    });
  }

  /** Whether a relation or claim satisfies a filter on facts. */
  factHolds(where: Where, fact: RelationRecord | ClaimRecord): boolean {
    const sources = this.sourcesOf(fact.citations);
    return Object.entries(where).every(([key, given]) => {
      switch (key) {
        case 'and':
          return given.every((inner: Where) => this.factHolds(inner, fact));
        case 'or':
          return given.some((inner: Where) => this.factHolds(inner, fact));
        case 'not':
          return !this.factHolds(given, fact);
        case 'validAt':
          return mayHold(fact.validTime, given);
        case 'isCurrent':
          return mayHold(fact.validTime, this.release.date) === given;
        case 'modality':
        case 'rank':
        case 'origin':
          return enumerationHolds(given, fact[key]);
        case 'citedIn':
          return Object.entries(given as Where).every(([operator, value]) =>
            sources.some((source) => equalsOne({ [operator]: value }, source)),
          );
        case 'minSources':
          return sources.length >= given;
        case 'type':
          return enumerationHolds(given, (fact as RelationRecord).type);
        case 'subject':
        case 'property':
          return equalsOne(given, (fact as ClaimRecord)[key]);
        case 'value':
          return maybeHolds(given, writtenValue(fact as ClaimRecord), textHolds);
        case 'absence':
          return maybeHolds(given, (fact as ClaimRecord).absence, enumerationHolds);
        case 'isBest':
          return (fact as ClaimRecord).isBest === given;
      }
      const declared = toyKinds.flatMap(({ relations }) =>
        relations.flatMap(({ relationship }) => relationship.properties),
      );
      return valueHolds(
        declared.find(({ name }) => name === key)!.leaf,
        given,
        (fact as RelationRecord).properties[key],
      );
    });
  }

  /** The facts of a relation from an entity, each with its other end. A fact from an entity to itself is one item. */
  #items(entity: EntityRecord, { relationship, direction, targets }: RelationDeclaration): readonly Item[] {
    const facts = this.release.relations.filter(({ type }) => type === relationship.type);
    const items: Item[] = [];
    for (const fact of facts) {
      if (direction !== 'in' && fact.from === entity.id)
        items.push({ node: this.entity(fact.to)!, fact, forward: true });
      else if (direction !== 'out' && fact.to === entity.id)
        items.push({ node: this.entity(fact.from)!, fact, forward: false });
    }
    return items.filter(({ node }) => targets.some(({ name }) => name === node.kind));
  }

  sourcesOf(citations: readonly CitationRecord[]): readonly string[] {
    const found = citations.map(({ passage }) => this.release.passages.find(({ id }) => id === passage)!.source);
    return [...new Set(found)].sort(byCodePoint);
  }

  #sorted(items: readonly Item[], orderBy: OrderBy, properties: readonly PropertyDeclaration[]): readonly Item[] {
    const keys = orderBy.length > 0 ? orderBy : [{ name: 'ASC' as const }];
    return [...items].sort((one, other) => {
      for (const order of keys) {
        const [key, way] = Object.entries(order)[0]!;
        const [mine, theirs] = [orderValues(key, one, properties), orderValues(key, other, properties)];
        for (const [place, value] of mine.entries()) {
          const compared = absentLast(value, theirs[place], way === 'DESC');
          if (compared !== 0) return compared;
        }
      }
      return byId(one.node, other.node) || (one.fact && other.fact ? byId(one.fact, other.fact) : 0);
    });
  }

  // ——— What else there is of records ———

  claimsOf(entity: EntityRecord, where: Where = {}): readonly ClaimRecord[] {
    return this.claims({ and: [{ subject: { eq: entity.id } }, where] });
  }

  claims(where: Where = {}): readonly ClaimRecord[] {
    return this.release.claims.filter((claim) => this.factHolds(where, claim)).sort(byId);
  }

  /** Entries of the timeline in their order. `about` is by id or name; a name that nothing has matches nothing. */
  timeline({ about, kinds, between, certainty = 'POSSIBLE' }: Where = {}): readonly EntryRecord[] {
    const wanted = about && this.#referredTo(about);
    const listed = this.release.entries.filter(
      (entry) =>
        entry.isBest &&
        (!wanted || [entry.entity, ...entry.involved.map((each) => each.entity)].some((id) => wanted.has(id))) &&
        (!kinds || entry.kinds.some((kind) => kinds.includes(kind))) &&
        (!between || entryHolds(entry, between, certainty === 'CERTAIN')),
    );
    const bounds = ({ date: { edtf } }: EntryRecord) => readPartialDate(edtf)!;
    return listed.sort(
      (one, other) =>
        byCodePoint(bounds(one).earliest, bounds(other).earliest) ||
        byCodePoint(bounds(one).latest, bounds(other).latest) ||
        byId(one, other),
    );
  }

  /** Whether an entity is one that is referred to, or has a fact with one that is neither denied nor deprecated. */
  hasToDoWith({ id }: EntityRecord, { id: wanted, name }: Where): boolean {
    const isWanted = (each: string) =>
      wanted !== undefined
        ? each === wanted
        : this.entity(each)!.names.some(({ text }) => fold(text) === fold(name as string));
    const others = this.release.relations.flatMap(({ from, to, rank, modality }) =>
      rank === 'DEPRECATED' || modality === 'DENIED' ? [] : from === id ? [to] : to === id ? [from] : [],
    );
    return [id, ...others].some(isWanted);
  }

  conflicts(about?: readonly Where[]): readonly ConflictRecord[] {
    const wanted = about && this.#referredTo(about);
    return this.release.conflicts
      .filter(({ subjects }) => !wanted || subjects.some((subject) => wanted.has(subject)))
      .sort(
        (one, other) =>
          byCodePoint(one.subjects[0], other.subjects[0]) ||
          byCodePoint(one.property, other.property) ||
          byId(one, other),
      );
  }

  /** The fact that an entry shows. */
  factOf({ fact }: EntryRecord): RelationRecord | ClaimRecord {
    return [...this.release.relations, ...this.release.claims].find(({ id }) => id === fact)!;
  }

  #referredTo(refs: readonly Where[]): ReadonlySet<string> {
    const found = this.release.entities.filter(({ id, names }) =>
      refs.some(
        (ref) => ref['id'] === id || names.some(({ text }) => 'name' in ref && fold(ref['name']) === fold(text)),
      ),
    );
    return new Set(found.map(({ id }) => id));
  }

  passage(id: string): PassageRecord {
    return this.release.passages.find((passage) => passage.id === id)!;
  }

  passagesOf(source: EntityRecord): readonly PassageRecord[] {
    return this.release.passages
      .filter((passage) => passage.source === source.id)
      .sort((one, other) => absentLast(one.paragraph, other.paragraph, false) || byId(one, other));
  }

  /** Claims or relations that cite one of these passages. */
  citing<Fact extends FactParts>(facts: readonly Fact[], passages: readonly PassageRecord[]): readonly Fact[] {
    return facts
      .filter(({ citations }) => citations.some(({ passage }) => passages.some(({ id }) => id === passage)))
      .sort(byId);
  }

  /** The sources cited for an entity, its claims and its relations. */
  sourcesOfEntity(entity: EntityRecord): readonly EntityRecord[] {
    const told = [
      entity,
      ...this.release.claims.filter(({ subject }) => subject === entity.id),
      ...this.release.relations.filter(({ from, to }) => from === entity.id || to === entity.id),
    ];
    return this.sourcesOf(told.flatMap(({ citations }) => citations)).map((id) => this.entity(id)!);
  }
}

/** What went on from some day of its date to some day of its end; what has no end took one day, unless it is open. */
function entryHolds({ date, end, isOpen }: EntryRecord, between: Where, certain: boolean): boolean {
  if (end || isOpen) return intervalHolds({ overlaps: between }, { from: date, ...(end && { to: end }) }, certain);
  return dateHolds({ within: between }, date, certain);
}

/** A page of a list, by slicing it. */
export function cut<Each>(
  list: readonly Each[],
  { first = 20, last }: Cut,
  after = -1,
  before = list.length,
): Cutting<Each> {
  const start = after + 1;
  const within = list.slice(start, Math.max(start, before));
  const items = last === undefined ? within.slice(0, first) : last === 0 ? [] : within.slice(-last);
  const from = items.length > 0 ? list.indexOf(items[0]!) : before;
  const to = items.length > 0 ? list.indexOf(items.at(-1)!) + 1 : start;
  return { items, hasNextPage: to < list.length, hasPreviousPage: from > 0, totalCount: list.length };
}

// ——— Values ———

function orderValues(
  key: string,
  { node }: Item,
  properties: readonly PropertyDeclaration[],
): readonly (string | number | undefined)[] {
  if (key === 'id') return [node.id];
  if (key === 'name') return [sortKey(nameIn(node.names, 'vi'))];
  const { leaf } = properties.find(({ name }) => name === key)!;
  const stored = node.properties[key];
  switch (leaf.family) {
    case 'text':
      return [stored === undefined ? undefined : sortKey(stored as string)];
    case 'boolean':
      return [stored === undefined ? undefined : Number(stored)];
    case 'date':
      return datesOf(stored as PartialDate | undefined);
    case 'interval':
      return [...datesOf((stored as Interval | undefined)?.from), ...datesOf((stored as Interval | undefined)?.to)];
    case 'quantity':
      return [stored === undefined ? undefined : Number((stored as Quantity).amount)];
    default:
      return [stored as string | number | undefined];
  }
}

function datesOf(date: PartialDate | undefined): readonly [earliest: string | undefined, latest: string | undefined] {
  const reading = date && readPartialDate(date.edtf);
  return [reading?.earliest, reading?.latest];
}

function absentLast(one: string | number | undefined, other: string | number | undefined, descending: boolean): number {
  if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
  const compared = typeof one === 'string' ? byCodePoint(one, other as string) : one - (other as number);
  return descending ? -compared : compared;
}

function valueHolds(leaf: Leaf, given: Where, stored: unknown): boolean {
  const { isNull, certainty = 'POSSIBLE', ...operators } = given;
  if (isNull !== undefined && isNull !== (stored === undefined)) return false;
  if (stored === undefined) return Object.keys(operators).length === 0;
  const certain = certainty === 'CERTAIN';
  switch (leaf.family) {
    case 'text':
      return textHolds(operators, stored as string);
    case 'integer':
      return numberHolds(operators, stored as number);
    case 'date':
      return dateHolds(operators, stored as PartialDate, certain);
    case 'interval':
      return intervalHolds(operators, stored as Interval, certain);
    case 'quantity':
      return quantityHolds(operators, stored as Quantity, certain);
    default:
      return equalsOne(operators, stored);
  }
}

/** The same of a value that may not be there: then nothing holds but that it is null, or nothing at all. */
function maybeHolds(given: Where, value: string | undefined, holds: (given: Where, value: string) => boolean): boolean {
  if (value !== undefined) return holds(given, value);
  return Object.entries(given).every(([operator, wanted]) => operator === 'isNull' && wanted === true);
}

function enumerationHolds({ isNull, ...given }: Where, value: string): boolean {
  return isNull !== true && equalsOne(given, value);
}

/** Whether a value that is always there is the one that is asked for. */
function equalsOne(given: Where, value: unknown): boolean {
  return Object.entries(given).every(([operator, wanted]) => {
    if (operator === 'isNull') return wanted === false;
    return operator === 'in' ? wanted.includes(value) : wanted === value;
  });
}

/** Each operator is satisfied by one of the names; what is before and after is told by the Vietnamese one. */
function nameHolds({ isNull, ...given }: Where, { names }: EntityRecord): boolean {
  if (isNull === true) return false;
  return Object.entries(given).every(([operator, wanted]) =>
    ['gt', 'gte', 'lt', 'lte'].includes(operator)
      ? textHolds({ [operator]: wanted }, nameIn(names, 'vi'))
      : names.some(({ text }) => textHolds({ [operator]: wanted }, text)),
  );
}

function textHolds({ isNull, ...given }: Where, text: string): boolean {
  if (isNull === true) return false;
  const folded = fold(text);
  return Object.entries(given).every(([operator, wanted]) => {
    switch (operator) {
      case 'eq':
        return folded === fold(wanted);
      case 'in':
        return wanted.map(fold).includes(folded);
      case 'contains':
        return folded.includes(fold(wanted));
      case 'startsWith':
        return folded.startsWith(fold(wanted));
      default:
        return ordered(operator, byCodePoint(sortKey(text), sortKey(wanted)));
    }
  });
}

function ordered(operator: string, compared: number): boolean {
  if (operator === 'gt') return compared > 0;
  if (operator === 'gte') return compared >= 0;
  if (operator === 'lt') return compared < 0;
  return compared <= 0;
}

function numberHolds({ isNull, ...given }: Where, number: number): boolean {
  if (isNull === true) return false;
  return Object.entries(given).every(([operator, wanted]) => {
    if (operator === 'eq') return number === wanted;
    if (operator === 'in') return wanted.includes(number);
    return ordered(operator, number - wanted);
  });
}

/** POSSIBLE: some day that the date can mean satisfies it. CERTAIN: every such day does. */
function dateHolds(given: Where, { edtf }: PartialDate, certain: boolean): boolean {
  const { earliest, latest } = readPartialDate(edtf)!;
  const within = (from: string, to: string) =>
    certain ? earliest >= from && latest <= to : latest >= from && earliest <= to;
  return Object.entries(given).every(([operator, wanted]) => {
    switch (operator) {
      case 'on':
        return within(wanted, wanted);
      case 'before':
        return (certain ? latest : earliest) < wanted;
      case 'after':
        return (certain ? earliest : latest) > wanted;
      case 'year':
        return within(`${String(wanted).padStart(4, '0')}-01-01`, `${String(wanted).padStart(4, '0')}-12-31`);
      default:
        return within(wanted.from ?? '0000-01-01', wanted.to ?? '9999-12-31');
    }
  });
}

const FIRST_DAY = '0000-01-01';
const LAST_DAY = '9999-12-31';

/** An end that is absent may be any day; no interval ends before it begins. */
function intervalHolds(given: Where, { from, to }: Interval, certain: boolean): boolean {
  const begins = from ? readPartialDate(from.edtf)! : { earliest: FIRST_DAY, latest: LAST_DAY };
  const ends = to ? readPartialDate(to.edtf)! : { earliest: FIRST_DAY, latest: LAST_DAY };
  return Object.entries(given).every(([operator, wanted]) => {
    const first = operator === 'includes' ? wanted : (wanted.from ?? FIRST_DAY);
    const last = operator === 'includes' ? wanted : (wanted.to ?? LAST_DAY);
    if (!certain) return begins.earliest <= last && ends.latest >= first;
    const latestBegin = begins.latest < ends.latest ? begins.latest : ends.latest;
    const earliestEnd = ends.earliest > begins.earliest ? ends.earliest : begins.earliest;
    return latestBegin <= last && earliestEnd >= first;
  });
}

/** Whether nothing that is known of its time rules out that a fact holds on a day. */
function attestation(fact: RelationRecord | ClaimRecord, world: BruteForce, day: string): string {
  if (!fact.validTime) return 'NO_TIME';
  const [from, to] = [fact.validTime.from, fact.validTime.to].map((end) => end && readPartialDate(end.edtf)!);
  if (from && day < from.earliest) return 'BEFORE';
  if (to && day > to.latest) return 'AFTER';
  const isCertain = from && to && from.latest <= day && day <= to.earliest;
  if (isCertain) return 'STATED';
  const published = world.sourcesOf(fact.citations).map((source) => {
    const date = world.entity(source)!.properties['publishedOn'] as PartialDate | undefined;
    return date && readPartialDate(date.edtf)!.latest;
  });
  return published.length > 0 && published.every((latest) => latest && latest < day) ? 'BEYOND_SOURCES' : 'POSSIBLE';
}

export function mayHold(validTime: Interval | undefined, day: string): boolean {
  return validTime === undefined || intervalHolds({ includes: day }, validTime, false);
}

/** “Over 10” may be any number from 10; “about 84” is taken for 84. */
function quantityHolds({ unit, ...given }: Where, stored: Quantity, certain: boolean): boolean {
  if (unit !== undefined && fold(unit) !== fold(stored.unit)) return false;
  const amount = Number(stored.amount);
  const lower = ['UNDER', 'AT_MOST', 'NEARLY'].includes(stored.comparator) ? -Infinity : amount;
  const upper = ['OVER', 'AT_LEAST'].includes(stored.comparator) ? Infinity : amount;
  return Object.entries(given).every(([operator, value]) => {
    const wanted = Number(value);
    if (operator === 'eq') return certain ? lower === wanted && upper === wanted : lower <= wanted && upper >= wanted;
    const isAbove = operator.startsWith('g');
    return ordered(operator, (isAbove === certain ? lower : upper) - wanted);
  });
}

function writtenValue({ subject, property, value, absence }: ClaimRecord): string | undefined {
  if (absence) return undefined;
  const kind = toyKinds.find(({ singular }) => subject.startsWith(`${singular}/`))!;
  return kind.properties.find(({ name }) => name === property)!.leaf.write(value);
}

// ——— The naive walk: graphql-js, one field after another ———

interface Thing {
  readonly '@type': string;
  readonly record: any;
  readonly item?: Item;
  readonly hit?: BruteHit;
}

interface Listed {
  readonly edgeType: string;
  readonly hits?: readonly BruteHit[];
  readonly cutting: Cutting<Thing>;
}

/** A resolver of fields that walks from record to record, and the context that answers root fields. */
export function naiveWalk(world: BruteForce): {
  readonly fieldResolver: GraphQLFieldResolver<any, any>;
  readonly context: object;
} {
  const thing = (entity: EntityRecord): Thing => ({ '@type': entity.kind, record: entity });
  const found = (id: string): Thing | null => {
    const { entities, relations, claims, passages } = world.release;
    const entity = entities.find((each) => each.id === id);
    if (entity) return thing(entity);
    const relation = relations.find((each) => each.id === id.replace(/[<>]$/, ''));
    if (relation) return { '@type': 'Relation', record: relation };
    const claim = claims.find((each) => each.id === id);
    if (claim) return { '@type': 'Claim', record: claim };
    const entry = world.release.entries.find((each) => each.id === id);
    if (entry) return { '@type': 'TimelineEntry', record: entry };
    const conflict = world.release.conflicts.find((each) => each.id === id);
    if (conflict) return { '@type': 'Conflict', record: conflict };
    const passage = passages.find((each) => each.id === id);
    return passage ? { '@type': 'Passage', record: passage } : null;
  };
  const hitThing = (hit: BruteHit): Thing => ({ ...thing(hit.entity), hit });
  const page = (things: readonly Thing[], args: Cut): Listed => ({
    edgeType: '',
    cutting: cut(things, { first: args.first ?? 20, ...(args.last != null && { last: args.last }) }),
  });
  const items = (list: readonly Item[], args: Cut): Listed =>
    page(
      list.map((item) => ({ '@type': item.node.kind, record: item.node, item })),
      args,
    );
  const typed = (type: string, records: readonly unknown[]): readonly Thing[] =>
    records.map((record) => ({ '@type': type, record }));

  const root = (info: GraphQLResolveInfo): unknown => {
    const args: any = getArgumentValues(
      info.parentType.getFields()[info.fieldName]!,
      info.fieldNodes[0]!,
      info.variableValues,
    );
    switch (info.fieldName) {
      case 'node':
        return found(args.id);
      case 'nodes':
        return args.ids.map(found);
      case 'entity':
        return world.entity(args.ref.id) ? found(args.ref.id) : null;
      case 'claims':
        return page(typed('Claim', world.claims(args.where)), args);
      case 'groups':
        return world
          .treatyGroups(args.by, args.where?.treaties)
          .slice(0, args.first ?? 100)
          .map(([key, count]) => ({ key, count, node: found(key) }));
      case 'search': {
        const hits = bruteSearch(world.release.entities, args);
        return { ...page(hits.map(hitThing), args), hits };
      }
      case 'suggest':
        return bruteSearch(world.release.entities, { text: args.prefix, kinds: args.kinds, asTyped: true })
          .slice(0, args.first ?? 8)
          .map(hitThing);
      case 'match':
        return args.queries.map(({ name, kinds, country }: any) => ({
          query: name,
          candidates: bruteSearch(world.release.entities, {
            text: name,
            kinds,
            isOfCountry: country && ((entity) => world.hasToDoWith(entity, country)),
          })
            .slice(0, args.first ?? 5)
            .map(hitThing),
        }));
      case 'timeline':
        return page(typed('TimelineEntry', world.timeline(args)), args);
      case 'conflicts':
        return page(typed('Conflict', world.conflicts(args.about)), args);
      case 'graph':
        return {};
      case 'paths':
        return brutePaths(world.release, args).map((hops) => ({ hops }));
      case 'neighbourhood':
        return bruteNeighbourhood(world.release, args);
    }
    const one = toyKinds.find(({ singular }) => singular === info.fieldName);
    if (one) {
      const entity = found(args.id);
      return entity?.['@type'] === one.name ? entity : null;
    }
    const many = toyKinds.find(({ plural }) => plural === info.fieldName)!;
    return items(world.every(many, args.where, args.orderBy), args);
  };

  const ofEntity = (entity: EntityRecord, field: string, args: any): unknown => {
    const kind = kindOf(entity);
    switch (field) {
      case 'id':
      case 'names':
      case 'externalIds':
        return entity[field];
      case 'kind':
        return kind.kind;
      case 'name':
        return nameIn(entity.names, args.lang);
      case 'description':
        return entity.descriptions[args.lang as Language] ?? entity.descriptions.en ?? entity.descriptions.vi;
      case 'citations':
        return entity.citations;
      case 'sources':
        return world.sourcesOfEntity(entity).map(thing);
      case 'claims':
        return page(typed('Claim', world.claimsOf(entity, args.where)), args);
      case 'related': {
        const related = bruteRelated(world.release, entity, args);
        const holding = related.filter((each) => world.factHolds(args.fact ?? {}, each));
        return page(typed('Relation', holding), args);
      }
      case 'timeline':
        return page(typed('TimelineEntry', world.timeline({ ...args, about: [{ id: entity.id }] })), args);
      case 'conflicts':
        return typed('Conflict', world.conflicts([{ id: entity.id }]));
      case 'passages':
        return page(typed('Passage', world.passagesOf(entity)), args);
      case 'statements':
        return page(typed('Claim', world.citing(world.claims(args.where), world.passagesOf(entity))), args);
      case 'facts': {
        const relations = world.release.relations.filter((each) => world.factHolds(args.where ?? {}, each));
        return page(typed('Relation', world.citing(relations, world.passagesOf(entity))), args);
      }
    }
    const relation = kind.relations.find(({ name }) => name === field);
    return relation ? items(world.along(entity, relation, args.where, args.orderBy), args) : entity.properties[field];
  };

  const ofFact = (fact: RelationRecord | ClaimRecord, field: string, args: any): unknown => {
    switch (field) {
      case 'isCurrent':
        return mayHold(fact.validTime, world.release.date);
      case 'attestation':
        return attestation(fact, world, args.on ?? world.release.date);
      case 'from':
      case 'to':
        return found((fact as RelationRecord)[field]);
      case 'subject':
        return found((fact as ClaimRecord).subject);
      case 'value':
        return writtenValue(fact as ClaimRecord);
      case 'date':
      case 'quantity': {
        const { value } = fact as ClaimRecord & { readonly value: any };
        return (field === 'date' ? value?.edtf : value?.amount) === undefined ? null : value;
      }
    }
    return (fact as any)[field] ?? (fact as RelationRecord).properties?.[field];
  };

  const ofEntry = (entry: EntryRecord, field: string, args: any): unknown => {
    switch (field) {
      case 'id':
      case 'date':
      case 'end':
        return entry[field];
      case 'factId':
        return entry.fact;
      case 'title':
        return entry.titles[args.lang === 'en' ? 'en' : 'vi'];
      case 'entity':
        return found(entry.entity);
      case 'involved':
        return [...new Set(entry.involved.map((each) => each.entity))].sort(byCodePoint).map(found);
    }
    return ofFact(world.factOf(entry), field, args);
  };

  const ofConflict = (conflict: ConflictRecord, field: string, args: any): unknown => {
    switch (field) {
      case 'subject':
        return found(conflict.subjects[0]);
      case 'claims':
        return conflict.claims.map(found);
      case 'relations':
        return conflict.relations.map(found);
      case 'preferred':
        return conflict.preferred ? found(conflict.preferred) : null;
      case 'reason':
        return conflict.reasons[args.lang === 'en' ? 'en' : 'vi'];
    }
    return conflict[field as 'id' | 'property' | 'kind'];
  };

  const ofPassage = (passage: PassageRecord, field: string, args: any): unknown => {
    switch (field) {
      case 'source':
        return found(passage.source);
      case 'text':
        return null;
      case 'claims':
        return page(typed('Claim', world.citing(world.claims(args.where), [passage])), args);
      case 'relations': {
        const relations = world.release.relations.filter((each) => world.factHolds(args.where ?? {}, each));
        return page(typed('Relation', world.citing(relations, [passage])), args);
      }
    }
    return passage[field as keyof PassageRecord];
  };

  const ofPath = (hops: readonly BruteHop[], field: string, args: any): unknown => {
    switch (field) {
      case 'length':
        return hops.length;
      case 'nodes':
        return [hops[0]!.from, ...hops.map(({ to }) => to)].map(found);
      case 'validTime':
        return bruteCommonTime(hops);
      case 'holdsTogether':
        return bruteHoldTogether(hops);
      case 'sentence':
        return bruteSentence(world.release, hops, args.lang);
    }
    return hops;
  };

  const ofHop = ({ fact, from, to }: BruteHop, field: string): unknown => {
    if (field === 'relation') return found(fact.id);
    return field === 'forward' ? fact.from === from : found(field === 'from' ? from : to);
  };

  const ofSubgraph = ({ nodes, links, omitted }: BruteSubgraph, field: string): unknown => {
    if (field === 'nodes') return nodes.map(found);
    if (field === 'links') return typed('Relation', links);
    return field === 'omitted' ? omitted : omitted.length > 0;
  };

  const ofHit = (source: Thing, field: string): unknown => {
    const { kind, points, country, matchedOn, isMatch } = source.hit!;
    const answers = {
      kind,
      score: (points + country) / 1000,
      matchedOn,
      text: matchedOn,
      isMatch,
      features: bruteFeatures(points, country),
    };
    return field === 'node' || field === 'entity' ? source : (answers as any)[field];
  };

  const ofFeature = ({ name, points, of }: BruteFeature, field: string, lang: Language): unknown => {
    if (field === 'name') return name;
    if (field === 'score') return points / 1000;
    const { reason } = featuresOf(of).find((each) => each.name === name)!;
    return reason[lang] ?? reason.en;
  };

  const fieldResolver: GraphQLFieldResolver<any, any> = (source, args, _context, info) => {
    const { fieldName: field, parentType } = info;
    const type = parentType.name;
    if (type.endsWith('Connection')) {
      const { items: listed, ...counted } = (source as Listed).cutting;
      if (field === 'kinds') return bruteKinds((source as Listed).hits!);
      if (field === 'pageInfo')
        return {
          ...counted,
          startCursor: listed.length > 0 ? 'cursor' : null,
          endCursor: listed.length > 0 ? 'cursor' : null,
        };
      return field === 'totalCount' ? counted.totalCount : listed;
    }
    if (['SearchEdge', 'Suggestion', 'MatchCandidate'].includes(type) && field !== 'cursor')
      return ofHit(source as Thing, field);
    if (type === 'MatchFeature') return ofFeature(source, field, args.lang);
    if (type.endsWith('Edge')) {
      const { item } = source as Thing;
      if (field === 'cursor') return 'cursor';
      if (field === 'node') return source;
      if (field === 'id') return `${item!.fact!.id}${item!.forward ? '>' : '<'}`;
      return ofFact(item!.fact!, field, args);
    }
    if (toyKinds.some(({ name }) => name === type)) return ofEntity(source.record, field, args);
    if (type === 'Relation' || type === 'Claim') return ofFact(source.record, field, args);
    if (type === 'TimelineEntry') return ofEntry(source.record, field, args);
    if (type === 'Conflict') return ofConflict(source.record, field, args);
    if (type === 'Passage') return ofPassage(source.record, field, args);
    if (type === 'Path') return ofPath(source.hops, field, args);
    if (type === 'Hop') return ofHop(source, field);
    if (type === 'Subgraph') return ofSubgraph(source, field);
    if (type === 'Citation') {
      const citation = source as CitationRecord;
      if (field === 'start' || field === 'end') return citation[field];
      return field === 'passage' ? found(citation.passage) : ofPassage(world.passage(citation.passage), field, args);
    }
    const valueType = valueTypes.find(({ name }) => name === type);
    if (valueType) return valueType.fields[field]!.value(source as never, args as never);
    if (type === 'GraphInfo') {
      const { id, date, examples, entities, relations, claims } = world.release;
      const counts = [
        ...toyKinds.map(({ name }) => ({ key: name, count: entities.filter(({ kind }) => kind === name).length })),
        { key: 'Relation', count: relations.length },
        { key: 'Claim', count: claims.length },
      ];
      const sources = entities
        .filter(({ kind }) => kind === 'Source')
        .sort(byId)
        .map(thing);
      return ({ release: id, date, examples, counts, sources, vocabulary: vocabularyOf(toyKinds) } as any)[field];
    }
    // Khmer is put into Vietnamese words.
    if (/^(Value|Property|Relation)Term$/.test(type) && 'lang' in args)
      return (source as any)[field][(args as any).lang === 'en' ? 'en' : 'vi'];
    return source[field];
  };
  return { fieldResolver, context: { read: root } };
}
