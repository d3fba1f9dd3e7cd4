import { TYPE_KEY, NAMESAKES, type EntityRefs, type Parameters } from '../../plan/read-plan.js';
import { block, cypher, lines, place as number, where, type Cypher } from './cypher.js';
import type { Scope } from './filter.js';
import { LONGEST_NAME_KEY, slotLabel } from './layout.js';
import { subquery, type Place, type Way } from './place.js';
import { alongLinkAsOf, isThere } from './presence.js';

/**
 * The entities that are referred to by id or name, as one list: each page, flag and total begins at it.
 *
 *     MATCH (n1:Entity_A) WHERE n1.id IN ($p1 + COLLECT {
 *       UNWIND $p2 AS name2
 *       MATCH (:Name_A {folded: left(name2, 1000)})-[:NAMES]->(n3) WHERE name2 IN n3.names_folded
 *       RETURN n3.id
 *     })
 *     RETURN collect(n1) AS starts
 */
export function compileReferred({ ids, names }: EntityRefs, starts: Cypher, scope: Scope): Cypher {
  const { variables, parameters, slot } = scope;
  const [start, name, named] = [variables.next('n'), variables.next('name'), variables.next('n')];
  const idsOfNames = block(
    cypher`COLLECT`,
    lines(
      cypher`UNWIND ${parameters.of(names, 'text')} AS ${name}`,
      matchNamed(name, named, scope),
      cypher`RETURN ${named}.id`,
    ),
  );
  const conditions = [
    cypher`${start}.id IN (${parameters.of(ids, 'text')} + ${idsOfNames})`,
    ...isThere({ recordClass: 'entity', variable: start }, scope),
  ];
  return lines(
    cypher`MATCH (${start}:${slotLabel('Entity', slot)})`,
    where(conditions),
    cypher`RETURN collect(${start}) AS ${starts}`,
  );
}

/** Along a link from each of a list of entities, which the place holds. */
export function alongEach(starts: Place, link: string, scope: Scope): Way {
  const variable = scope.variables.next('n');
  const { pattern: _, match, ...way } = alongLinkAsOf({ recordClass: 'entity', variable }, link, scope);
  return { ...way, match: lines(cypher`UNWIND ${starts.variable} AS ${variable}`, match), isRepeating: true };
}

function matchNamed(name: Cypher, entity: Cypher, scope: Scope): Cypher {
  return lines(
    cypher`MATCH (:${slotLabel('Name', scope.slot)} {folded: left(${name}, ${number(LONGEST_NAME_KEY)})})-[:NAMES]->(${entity})`,
    where([cypher`${name} IN ${entity}.names_folded`, ...isThere({ recordClass: 'entity', variable: entity }, scope)]),
  );
}

/** Whom names name: clauses that return a list of ids and kinds for each. */
export function compileNamesakes({ names }: EntityRefs, answer: Cypher, scope: Scope) {
  const { variables, parameters, model } = scope;
  const list = parameters.of(names, 'text');
  const [index, name, entity, found] = [
    variables.next('i'),
    variables.next('name'),
    variables.next('n'),
    variables.next('v'),
  ];
  const typeOf = new Map(model.declarations.map((declaration) => [declaration.kind, declaration.name]));
  return {
    body: lines(
      cypher`UNWIND range(0, size(${list}) - 1) AS ${index}`,
      cypher`WITH ${index}, ${list}[${index}] AS ${name}`,
      subquery(
        [name],
        lines(
          matchNamed(name, entity, scope),
          cypher`WITH DISTINCT ${entity} ORDER BY ${entity}.names_sort, ${entity}.id LIMIT ${number(NAMESAKES)}`,
          cypher`RETURN collect([${entity}.id, ${entity}.kind]) AS ${found}`,
        ),
      ),
      cypher`WITH ${found} ORDER BY ${index}`,
      cypher`RETURN collect(${found}) AS ${answer}`,
    ),
    decode: (value: unknown, parametersOf: Parameters) =>
      (value as readonly (readonly (readonly [id: string, kind: string])[])[])
        .slice(0, (parametersOf[names.parameter] as readonly string[]).length)
        .map((namesakes) => namesakes.map(([id, kind]) => ({ '@id': id, [TYPE_KEY]: typeOf.get(kind) }))),
  };
}
