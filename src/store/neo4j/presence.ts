import type { PropertyDeclaration } from '../../model/declare.js';
import type { AsOf } from '../../plan/as-of.js';
import { block, cypher, join, lines, name, where, type Cypher } from './cypher.js';
import type { Scope } from './filter.js';
import {
  attestedProperty,
  claimAbsence,
  claimValue,
  slotLabel,
  storedProperty,
  type RecordClass,
  type StoredProperty,
} from './layout.js';
import type { StatementParameters } from './parameters.js';
import { alongLink, propertyAt, subquery, type Place, type Way } from './place.js';

/**
 * What is there at the moment of a plan, in Cypher (`src/plan/as-of.ts`). Every part of a statement that meets a record
 * asks here; a plan without a moment is given no conditions at all.
 */

/** The moment of a plan, as parameters. */
export interface Moment {
  readonly validAt?: Cypher;
  readonly knownAt?: Cypher;
  readonly now: Cypher;
}

export function momentOf({ validAt, knownAt, now }: AsOf, parameters: StatementParameters): Moment {
  return {
    ...(validAt && { validAt: parameters.of(validAt, 'integer') }),
    ...(knownAt && { knownAt: parameters.of(knownAt, 'integer') }),
    now: parameters.of(now, 'integer'),
  };
}

/**
 * The conditions under which a record is there: `f.known_from <= $p1`, `f.holds_from <= $p2`, `f.holds_to >= $p2`.
 * Whatever is known is so of a class of records by its `known_from`, and holds by its `holds_from` and `holds_to`.
 */
export function isThere({ recordClass, variable }: Pick<Place, 'recordClass' | 'variable'>, { moment }: Scope) {
  const conditions: Cypher[] = [];
  if (moment?.knownAt) conditions.push(cypher`${variable}.known_from <= ${moment.knownAt}`);
  if (moment?.validAt && mayHold(recordClass)) {
    conditions.push(cypher`${variable}.holds_from <= ${moment.validAt}`);
    conditions.push(cypher`${variable}.holds_to >= ${moment.validAt}`);
  }
  return conditions;
}

/** Whether records of a class have the sources of a fact. */
function isFact(recordClass: RecordClass): boolean {
  return recordClass === 'relation' || recordClass === 'claim' || recordClass === 'entry';
}

/** Whether records of a class hold at some time. */
function mayHold(recordClass: RecordClass): boolean {
  return isFact(recordClass) || recordClass === 'conflict';
}

/** A way, kept to what is there: of a relation the fact, whose ends are there where it is, else the record at its end. */
export function wayAsOf(way: Way, scope: Scope): Way {
  const conditions = isThere(way.fact ?? way.end, scope);
  if (conditions.length === 0) return way;
  const { pattern: _, condition, ...rest } = way;
  return { ...rest, condition: join([...(condition ? [condition] : []), ...conditions], cypher` AND `) };
}

/** Along a link from a record, to what is there. */
export function alongLinkAsOf(start: Place, link: string, scope: Scope): Way {
  const { moment, variables, slot } = scope;
  if (moment && link === 'sources') return citedSources(start, scope);
  if (moment && (link === 'timeline' || link === 'involved')) return takingPart(start, link, scope);
  const way = alongLink(start, link, variables, slot);
  // A citation that is there leads to a passage and a source that are, a conflict to an entity and claims.
  return start.recordClass === 'citation' || start.recordClass === 'conflict' ? way : wayAsOf(way, scope);
}

/** Between entries and those who have a part in them, by facts that are there: with these are both ends. */
function takingPart({ variable }: Place, link: 'timeline' | 'involved', scope: Scope): Way {
  const { variables, slot } = scope;
  const part = variables.next('f');
  const isOfEntity = link === 'timeline';
  const end: Place = isOfEntity
    ? { recordClass: 'entry', variable: variables.next('e') }
    : { recordClass: 'entity', variable: variables.next('n') };
  const conditions = [
    ...isThere({ recordClass: 'relation', variable: part }, scope),
    ...(isOfEntity ? isThere(end, scope) : []),
  ];
  return {
    match: isOfEntity
      ? cypher`MATCH (${variable})<-[${part}:DATES|INVOLVES]-(${end.variable}:${slotLabel('TimelineEntry', slot)})`
      : cypher`MATCH (${variable})-[${part}:INVOLVES]->(${end.variable})`,
    end,
    isRepeating: true,
    order: cypher`${end.variable}.id`,
    ...(conditions.length > 0 && { condition: join(conditions, cypher` AND `) }),
  };
}

/** The sources cited for an entity and for those of its claims and relations that are there. */
function citedSources({ variable }: Place, scope: Scope): Way {
  const { variables, slot } = scope;
  const [end, source, passage, claim, fact] = ['n', 's', 'p', 'c', 'f'].map((prefix) => variables.next(prefix)) as [
    Cypher,
    Cypher,
    Cypher,
    Cypher,
    Cypher,
  ];
  const ofFact = (place: Place, match: Cypher) =>
    lines(
      match,
      where([cypher`${place.variable}.sources IS NOT NULL`, ...isThere(place, scope)]),
      cypher`UNWIND ${propertyAsOf(place, 'sources', scope).value(place.variable)} AS ${source}`,
      cypher`RETURN ${source}`,
    );
  const ofEntity = lines(
    cypher`MATCH (${passage}:${slotLabel('Passage', slot)})`,
    where([
      cypher`${passage}.id IN ${variable}.citations`,
      ...isThere({ recordClass: 'passage', variable: passage }, scope),
    ]),
    cypher`RETURN ${passage}.source_id AS ${source}`,
  );
  const all = lines(
    ofEntity,
    cypher`UNION`,
    ofFact({ recordClass: 'claim', variable: claim }, cypher`MATCH (${variable})<-[:OF]-(${claim})`),
    cypher`UNION`,
    ofFact({ recordClass: 'relation', variable: fact }, cypher`MATCH (${variable})-[${fact}]-()`),
  );
  return {
    match: lines(subquery([variable], all), cypher`MATCH (${end}:${slotLabel('Entity', slot)} {id: ${source}})`),
    end: { recordClass: 'entity', variable: end },
    order: cypher`${end}.id`,
  };
}

/** A property of the record at hand, as it is at the moment. */
export function propertyAsOf(place: Place, property: string, scope: Scope): StoredProperty {
  const stored = propertyAt(place, property, scope.model);
  const { moment, model } = scope;
  if (!moment) return stored;
  if (place.recordClass === 'entity') {
    const declared = place.kind && model.kinds.get(place.kind)?.properties.find((each) => each.name === property);
    return declared ? bestValue(declared, stored, scope) : stored;
  }
  if (property === 'isBest') return isBest(stored, place.recordClass, scope);
  if (isFact(place.recordClass) && moment.knownAt) {
    if (property === 'sources') return knownSources(stored, scope);
    if (property === 'attested') return attestedProperty((fact) => ofKnownSources(fact, 'sources_latest', scope));
  }
  return stored;
}

/** Of a list of a fact, beside that of its sources, what belongs to known ones. */
function ofKnownSources(fact: Cypher, list: 'sources' | 'sources_latest', { moment, variables }: Scope): Cypher {
  const at = variables.next('i');
  return cypher`[${at} IN range(0, size(${fact}.sources) - 1) WHERE ${fact}.sources_from[${at}] <= ${moment!.knownAt!} | ${fact}.${name(list)}[${at}]]`;
}

function countOfKnown(fact: Cypher, { moment, variables }: Scope): Cypher {
  const from = variables.next('x');
  return cypher`size([${from} IN ${fact}.sources_from WHERE ${from} <= ${moment!.knownAt!}])`;
}

/** The sources of a fact that are known, and how many they are. */
function knownSources(stored: StoredProperty, scope: Scope): StoredProperty {
  const known = (fact: Cypher) => ofKnownSources(fact, 'sources', scope);
  return {
    ...stored,
    value: known,
    facet: (fact, facet) => ({
      ...stored.facet(fact, facet),
      expression: facet === 'count' ? countOfKnown(fact, scope) : known(fact),
    }),
  };
}

/** The best value of a property of an entity, among the claims that are there. */
function bestValue(
  { name: key, leaf, required }: PropertyDeclaration,
  whole: StoredProperty,
  scope: Scope,
): StoredProperty {
  const ofClaim = storedProperty(claimValue(key), leaf);
  const best = (entity: Cypher, valueOf: (claim: Cypher) => Cypher, otherwise: Cypher) => {
    const claim = scope.variables.next('c');
    const ofProperty = cypher`(${ofClaim.value(claim)} IS NOT NULL OR ${claim}.${name(claimAbsence(key))} IS NOT NULL)`;
    const found = bestClaim(cypher`MATCH (${entity})<-[:OF]-(${claim})`, claim, ofProperty, valueOf(claim), scope);
    return required ? cypher`(${found} + [${otherwise}])[0]` : cypher`head(${found})`;
  };
  return {
    value: (entity) => best(entity, (claim) => ofClaim.value(claim), whole.value(entity)),
    decode: whole.decode,
    facet: (entity, facet) => {
      const stored = whole.facet(entity, facet);
      return {
        ...stored,
        expression: best(entity, (claim) => ofClaim.facet(claim, facet).expression, stored.expression),
      };
    },
  };
}

/** Whether a claim, or that of an entry, is the best one of its property, among those that are there. */
function isBest(whole: StoredProperty, recordClass: RecordClass, scope: Scope): StoredProperty {
  const isClaimBest = (claim: Cypher) => {
    const subject = scope.variables.next('n');
    const other = scope.variables.next('c');
    const match = lines(cypher`MATCH (${claim})-[:OF]->(${subject})`, cypher`MATCH (${subject})<-[:OF]-(${other})`);
    const ofProperty = cypher`${other}.property = ${claim}.property`;
    return cypher`(${claim}.id IN ${bestClaim(match, other, ofProperty, cypher`${other}.id`, scope)})`;
  };
  const isEntryBest = (entry: Cypher) => {
    const claim = scope.variables.next('c');
    const match = cypher`MATCH (${claim}:${slotLabel('Claim', scope.slot)} {id: ${entry}.fact})`;
    // An office that is held has no rival.
    return cypher`(${entry}.of = 'relation' OR ${block(cypher`EXISTS`, lines(match, where([isClaimBest(claim)])))})`;
  };
  const value = recordClass === 'entry' ? isEntryBest : isClaimBest;
  return {
    value,
    decode: whole.decode,
    facet: (record, facet) => ({
      ...whole.facet(record, facet),
      expression: cypher`CASE WHEN ${value(record)} THEN 1 ELSE 0 END`,
    }),
  };
}

/** A list with something of the best claim, or of none: the order is that of `src/model/best-claim.ts`. */
function bestClaim(match: Cypher, claim: Cypher, ofProperty: Cypher, something: Cypher, scope: Scope): Cypher {
  const { now, knownAt } = scope.moment!;
  const place: Place = { recordClass: 'claim', variable: claim };
  const sources = propertyAsOf(place, 'sources', scope).facet(claim, 'count').expression;
  const [latest, day] = [scope.variables.next('x'), scope.variables.next('x')];
  const days = knownAt ? ofKnownSources(claim, 'sources_latest', scope) : cypher`${claim}.sources_latest`;
  const latestSource = cypher`reduce(${latest} = 0, ${day} IN ${days} | CASE WHEN ${day} > ${latest} THEN ${day} ELSE ${latest} END)`;
  const order = [
    cypher`CASE WHEN ${claim}.holds_from <= ${now} AND ${claim}.holds_to >= ${now} THEN 0 ELSE 1 END`,
    cypher`${claim}.standing`,
    cypher`${claim}.width`,
    cypher`${sources} DESC`,
    cypher`CASE WHEN ${claim}.tells_publication THEN 0 ELSE ${latestSource} END DESC`,
    cypher`${claim}.id`,
  ];
  return block(
    cypher`COLLECT`,
    lines(
      match,
      where([ofProperty, cypher`${claim}.standing IS NOT NULL`, ...isThere(place, scope)]),
      cypher`WITH ${claim} ORDER BY ${join(order)} LIMIT 1`,
      cypher`RETURN ${something}`,
    ),
  );
}
