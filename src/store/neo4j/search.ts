import { COUNTRY_POINTS, MOST_COVERAGE, POINTS } from '../../model/search.js';
import type { Column } from '../../plan/read-plan.js';
import { carries, typesOf } from './connections.js';
import { block, cypher, lines, place as number, where, type Cypher } from './cypher.js';
import type { Scope } from './filter.js';
import { slotLabel } from './layout.js';
import { subquery, type Way } from './place.js';
import { isThere } from './presence.js';

/** The hits of a search, found by a part of a statement. */
export interface Hits {
  /** Clauses that bind the list. */
  readonly clause: Cypher;
  /** The variable of a list of maps `{node, kind, score, parts, matchedOn}`, with `isMatch` where it is wanted. */
  readonly list: Cypher;
}

/**
 * Finds the hits of a search.
 *
 * First it looks, by the indexes of `Word` and `Edit`, which words each word of the text may stand for; then it goes to
 * the names of the one that the fewest have, and to those that are equal. Only these are compared.
 *
 * @param sought A parameter that holds a `Sought`, or a variable.
 * @param imports The variable, if it is one: then it is one of many searches, of which some name a country.
 * @param columns What is returned of the page.
 */
export function hitsOf(sought: Cypher, imports: readonly Cypher[], scope: Scope, columns: readonly Column[]): Hits {
  const { variables } = scope;
  const [given, near, name] = [variables.next('sought'), variables.next('near'), variables.next('name')];
  const [covered, points] = [variables.next('covered'), variables.next('points')];
  const [n, best, list] = [variables.next('n'), variables.next('best'), variables.next('hits')];
  const isOneOfMany = imports.length > 0;
  const country = variables.next('country');
  const shorter = cypher`CASE WHEN ${given}.length < ${name}.length THEN ${given}.length ELSE ${name}.length END`;
  const body = lines(
    cypher`WITH ${sought} AS ${given}`,
    nearWords(given, near, scope),
    candidates(given, near, name, scope),
    cypher`WITH ${given}, ${near}, ${name}, ${number(MOST_COVERAGE)} * ${shorter} / ${name}.length AS ${covered}`,
    cypher`WITH ${given}, ${name}, ${pointsOf(name, given, near, covered, scope)} AS ${points}`,
    cypher`WHERE ${points} IS NOT NULL`,
    cypher`MATCH (${name})-[:NAMES]->(${n})`,
    where([
      cypher`(${given}.kinds IS NULL OR ${n}.kind IN ${given}.kinds)`,
      ...isThere({ recordClass: 'entity', variable: n }, scope),
    ]),
    cypher`WITH ${n}, ${name}, ${points} ORDER BY ${points} DESC, ${name}.place`,
    cypher`WITH ${n}, head(collect({score: ${points}, matchedOn: ${name}.text})) AS ${best}`,
    cypher`WITH ${n}, ${best}, ${isOneOfMany ? countryPoints(n, sought, scope) : number(0)} AS ${country}`,
    cypher`WITH collect({node: ${n}, kind: ${n}.kind, score: ${best}.score + ${country}, parts: [${best}.score, ${country}], matchedOn: ${best}.matchedOn}) AS ${list}`,
    columns.some(readsIsMatch) ? withIsMatch(list, sought, scope) : cypher`RETURN ${list}`,
  );
  return { clause: subquery(imports, body), list };
}

/** Binds `near`: for each word of the text, the words that have an edit key in common with it. */
function nearWords(given: Cypher, near: Cypher, { variables, slot }: Scope): Cypher {
  const [i, edit, words] = [variables.next('i'), variables.next('edit'), variables.next('words')];
  const ofWord = lines(
    cypher`MATCH (${edit}:${slotLabel('Edit', slot)}) WHERE ${edit}.key IN ${given}.edits[${i}]`,
    cypher`RETURN collect(DISTINCT ${edit}.word) AS ${words}`,
  );
  return subquery(
    [given],
    lines(
      eachWord(given, i),
      subquery([given, i], ofWord),
      cypher`WITH ${i}, ${words} ORDER BY ${i}`,
      cypher`RETURN collect(${words}) AS ${near}`,
    ),
  );
}

/** Binds `name`, row by row: the names among which all that match are, each once. */
function candidates(given: Cypher, near: Cypher, name: Cypher, { variables, slot }: Scope): Cypher {
  const [i, word, words, count] = [
    variables.next('i'),
    variables.next('word'),
    variables.next('words'),
    variables.next('count'),
  ];
  const label = slotLabel('Word', slot);
  const fitting = lines(
    cypher`MATCH (${word}:${label}) WHERE ${word}.text STARTS WITH ${given}.words[${i}]`,
    cypher`RETURN ${word}`,
    cypher`UNION`,
    cypher`MATCH (${word}:${label}) WHERE ${word}.text IN ${near}[${i}]`,
    cypher`RETURN ${word}`,
  );
  const counted = lines(
    subquery([given, near, i], fitting),
    cypher`RETURN collect(${word}) AS ${words}, sum(COUNT { (${word})-[:WORD_OF]->() }) AS ${count}`,
  );
  return subquery(
    [given, near],
    lines(
      cypher`MATCH (${name}:${slotLabel('Name', slot)}) WHERE ${name}.squeezed = ${given}.squeezed`,
      cypher`RETURN ${name}`,
      cypher`UNION`,
      eachWord(given, i),
      subquery([given, near, i], counted),
      cypher`WITH ${words} ORDER BY ${count}, ${i} LIMIT 1`,
      cypher`UNWIND ${words} AS ${word}`,
      cypher`MATCH (${word})-[:WORD_OF]->(${name})`,
      cypher`RETURN ${name}`,
    ),
  );
}

/** The place of each word of the text, row by row. */
function eachWord(given: Cypher, i: Cypher): Cypher {
  return cypher`UNWIND range(0, size(${given}.words) - 1) AS ${i}`;
}

/** The points of a name; null where it does not match. */
function pointsOf(name: Cypher, given: Cypher, near: Cypher, covered: Cypher, { variables }: Scope): Cypher {
  const [i, word] = [variables.next('i'), variables.next('word')];
  const anyWord = (holds: Cypher) => cypher`any(${word} IN ${name}.words WHERE ${holds})`;
  const ofEach = (holds: Cypher) => cypher`all(${i} IN range(0, size(${given}.words) - 1) WHERE ${holds})`;
  const begins = anyWord(cypher`${word} STARTS WITH ${given}.words[${i}]`);
  const isNear = anyWord(cypher`${word} IN ${near}[${i}]`);
  return lines(
    cypher`CASE`,
    cypher`WHEN ${name}.written = ${given}.written THEN ${number(POINTS.written)}`,
    cypher`WHEN ${name}.squeezed = ${given}.squeezed THEN ${number(POINTS.equal)}`,
    cypher`WHEN ${name}.spaced STARTS WITH ${given}.opening THEN ${number(POINTS.startsWithWords)} + ${covered}`,
    cypher`WHEN ${name}.spaced STARTS WITH ${given}.spaced THEN ${number(POINTS.startsWith)} + ${covered}`,
    cypher`WHEN all(${word} IN ${given}.words WHERE ${word} IN ${name}.words) THEN ${number(POINTS.hasWords)} + ${covered}`,
    cypher`WHEN ${ofEach(begins)} THEN ${number(POINTS.hasBeginnings)} + ${covered}`,
    cypher`WHEN ${ofEach(cypher`${begins} OR ${isNear}`)} THEN ${number(POINTS.hasWordsNearly)} + ${covered}`,
    cypher`END`,
  );
}

function readsIsMatch(column: Column): boolean {
  return (
    column.column === 'edges' &&
    column.edge.fact.reads.some((read) => read.read === 'property' && read.property === 'isMatch')
  );
}

/** The points of an entity for the country sought: it is that one, or has to do with it. */
function countryPoints(entity: Cypher, sought: Cypher, scope: Scope): Cypher {
  const { variables, model, slot } = scope;
  const [fact, other] = [variables.next('f'), variables.next('n')];
  const isCountry = (each: Cypher) =>
    cypher`(${each}.id = ${sought}.country.id OR ${sought}.country.name IN ${each}.names_folded)`;
  const related = lines(
    cypher`MATCH (${entity})-[${fact}:${typesOf(undefined, model)}]-(${other}:${slotLabel('Entity', slot)})`,
    where([isCountry(other), ...carries(fact, scope)]),
  );
  const isOfCountry = cypher`${isCountry(entity)} OR ${block(cypher`EXISTS`, related)}`;
  return cypher`CASE WHEN ${sought}.country IS NULL THEN 0 WHEN ${isOfCountry} THEN ${number(COUNTRY_POINTS)} ELSE 0 END`;
}

/** The hits, each telling whether it can be taken unseen. */
function withIsMatch(hits: Cypher, sought: Cypher, { variables }: Scope): Cypher {
  const [hit, isAlone] = [variables.next('h'), variables.next('isAlone')];
  const isEqual = cypher`(${hit}.parts[0] >= ${number(POINTS.equal)} AND (${sought}.country IS NULL OR ${hit}.parts[1] > 0))`;
  return lines(
    cypher`WITH ${hits}, size([${hit} IN ${hits} WHERE ${isEqual}]) = 1 AS ${isAlone}`,
    cypher`RETURN [${hit} IN ${hits} | ${hit} {.*, isMatch: ${isAlone} AND ${isEqual}}] AS ${hits}`,
  );
}

/** Goes through the hits of a search: each is an entity, and stands itself in place of a fact. */
export function wayAlongHits({ list }: Hits, { variables }: Scope): Way {
  const [hit, node] = [variables.next('h'), variables.next('n')];
  return {
    match: lines(
      cypher`UNWIND ${list} AS ${hit}`,
      cypher`WITH ${hit}, ${hit}.node AS ${node}`,
      cypher`MATCH (${node})`,
    ),
    end: { recordClass: 'entity', variable: node },
    fact: { recordClass: 'hit', variable: hit },
    order: cypher`${node}.id`,
  };
}
