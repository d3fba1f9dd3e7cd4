import { relationshipTypes } from '../../model/declare.js';
import type { References } from '../../plan/paths.js';
import { NAMESAKES, TYPE_KEY } from '../../plan/read-plan.js';
import { cypher, join, lines, name, place as number, where, type Cypher } from './cypher.js';
import type { Scope } from './filter.js';
import { LONGEST_NAME_KEY, slotLabel, type Model, type Slot } from './layout.js';
import { subquery, type Way } from './place.js';
import { isThere } from './presence.js';
import type { Along } from '../../plan/read-plan.js';
import type { Variables } from './place.js';

/** `PARTY_TO|SIGNED`: the types of a pattern that goes along relations. Without any, a pattern would go along everything. */
export function typesOf(types: readonly string[] | undefined, model: Model): Cypher {
  const wanted = types ?? relationshipTypes(model.declarations).map(({ type }) => type);
  return join(wanted.map(name), cypher`|`);
}

/** The conditions under which a fact carries: nothing is reached by one that is denied, deprecated or not there. */
export function carries(fact: Cypher, scope: Scope): readonly Cypher[] {
  return [
    cypher`${fact}.modality <> 'DENIED'`,
    cypher`${fact}.rank <> 'DEPRECATED'`,
    ...isThere({ recordClass: 'relation', variable: fact }, scope),
  ];
}

/** Whether an entity is of one of some kinds. */
export function isOfKinds(entity: Cypher, kinds: readonly string[], slot: Slot): Cypher {
  const labels = kinds.map((kind) => cypher`${entity}:${slotLabel(kind, slot)}`);
  return labels.length === 0 ? cypher`false` : cypher`(${join(labels, cypher` OR `)})`;
}

/** From an entity, along its relations of some types as records of their own. */
export function alongRelated(
  start: Cypher,
  { related, kinds }: Extract<Along, { readonly related: unknown }>,
  variables: Variables,
  { model, slot }: { readonly model: Model; readonly slot: Slot },
): Way {
  const fact = variables.next('f');
  const other = variables.next('n');
  const types = related === 'any' ? undefined : related;
  const condition = types?.length === 0 ? cypher`false` : kinds ? isOfKinds(other, kinds, slot) : undefined;
  const pattern = types?.length === 0 ? cypher`` : cypher`:${typesOf(types, model)}`;
  return {
    match: cypher`MATCH (${start})-[${fact}${pattern}]-(${other})`,
    end: { recordClass: 'relation', variable: fact, followed: { to: other, direction: 'both' } },
    order: cypher`${fact}.id`,
    ...(condition ? { condition } : { pattern: cypher`(${start})-[${pattern}]-()` }),
  };
}

/**
 * Clauses that find what references stand for. They return `references`, a list of `[place, entities]` for each reference
 * that stands for something, and `namesakes`, of the first that stands for several; else null.
 */
export function resolve({ values, named }: References, scope: Scope): Cypher {
  const { parameters, slot } = scope;
  const presence = isThere({ recordClass: 'entity', variable: name('n') }, scope);
  const texts = parameters.of(values, 'text');
  const isName = parameters.of(named, 'integer');
  const body = lines(
    cypher`UNWIND range(0, size(${texts}) - 1) AS i`,
    subquery(
      [name('i')],
      lines(
        cypher`MATCH (n:${slotLabel('Entity', slot)} {id: ${texts}[i]})`,
        where([cypher`${isName}[i] = 0`, ...presence]),
        cypher`RETURN n`,
        cypher`UNION`,
        cypher`MATCH (:${slotLabel('Name', slot)} {folded: left(${texts}[i], ${number(LONGEST_NAME_KEY)})})-[:NAMES]->(n)`,
        where([cypher`${isName}[i] = 1`, cypher`${texts}[i] IN n.names_folded`, ...presence]),
        cypher`RETURN n`,
      ),
    ),
    cypher`WITH i, n ORDER BY i, n.names_sort, n.id`,
    cypher`WITH i, collect(n)[0..${number(NAMESAKES)}] AS entities ORDER BY i`,
    cypher`RETURN collect([i, entities]) AS references`,
  );
  return lines(
    subquery([], body),
    cypher`WITH references, head([r IN references WHERE size(r[1]) > 1 | [n IN r[1] | [n.id, n.kind]]]) AS namesakes`,
  );
}

/** The rows of namesakes of what came back for them. */
export function namesakeRows(namesakes: readonly (readonly [id: string, kind: string])[], { declarations }: Model) {
  const types = new Map(declarations.map(({ kind, name: type }) => [kind, type]));
  return namesakes.map(([id, kind]) => ({ '@id': id, [TYPE_KEY]: types.get(kind) }));
}
