import type { Parameters } from '../../plan/read-plan.js';
import type { GroupsPlan } from '../../plan/groups.js';
import { emptyRow } from '../../plan/row.js';
import { matchAll } from './anchor.js';
import { cypher, lines, where, type Cypher } from './cypher.js';
import { conditionsAlong, wayAlong, type Scope } from './filter.js';
import { decodeNative } from './layout.js';
import { subquery, type Place } from './place.js';
import { isThere, propertyAsOf } from './presence.js';
import { Columns, compileShapes } from './shape.js';

/** What counts are compiled to: clauses that return `answer`, and what makes the rows of it. */
export interface CompiledGroups {
  readonly body: Cypher;
  readonly decode: (answer: unknown, parameters: Parameters) => unknown;
}

/**
 * Compiles counts by group. Agreements by province become
 *
 *     MATCH (n1:Agreement_A)
 *     CALL (n1) {
 *       MATCH (n1)<-[f2:PARTY_TO]-(n3) WHERE (n3:Province_A)
 *       RETURN collect(DISTINCT n3) AS v4
 *     }
 *     UNWIND CASE WHEN size(v4) = 0 THEN [null] ELSE v4 END AS v5
 *     WITH v5, coalesce(v5.id, '') AS v6, count(*) AS v7
 *     ORDER BY v7 DESC, v6 LIMIT $p1
 *     RETURN collect([v6, v7]) AS answer
 */
export function compileGroups(plan: GroupsPlan, answer: Cypher, scope: Scope): CompiledGroups {
  const { variables } = scope;
  const counted = { recordClass: 'entity', variable: variables.next('n'), kind: plan.every } as const;
  const [value, key, count] = [variables.next('v'), variables.next('v'), variables.next('v')];
  const group: Place = { recordClass: 'entity', variable: value, ...onlyKind(plan) };
  const ofNode = new Columns();
  const node = variables.next('v');
  const [KEY_AT, COUNT_AT, NODE_AT] = [0, 1, 2];
  const makes = plan.columns.map(({ as, ...column }) => {
    if (column.column === 'node' && !('along' in plan.by)) return [as, () => null] as const;
    if (column.column === 'node') {
      const make = compileShapes(column.shapes, group, ofNode, scope);
      return [
        as,
        (list: readonly unknown[], parameters: Parameters) =>
          list[NODE_AT] === null ? null : make(list[NODE_AT] as readonly unknown[], parameters),
      ] as const;
    }
    const at = column.column === 'key' ? KEY_AT : COUNT_AT;
    return [as, (list: readonly unknown[]) => decodeNative(list[at])] as const;
  });
  const hasNode = 'along' in plan.by && plan.columns.some(({ column }) => column === 'node');
  const body = lines(
    matchAll(counted, plan.filter, isThere(counted, scope), scope),
    valuesOf(plan, counted, value, key, count, scope),
    cypher`ORDER BY ${count} DESC, ${key} LIMIT ${scope.parameters.of(plan.most, 'integer')}`,
    // Of a group without an entity nothing is read.
    hasNode
      ? subquery(
          [value],
          lines(
            cypher`WITH ${value} WHERE ${value} IS NOT NULL`,
            ofNode.subqueries,
            cypher`RETURN ${ofNode.list} AS ${node}`,
          ),
          true,
        )
      : undefined,
    cypher`RETURN collect([${key}, ${count}${hasNode ? cypher`, ${node}` : cypher``}]) AS ${answer}`,
  );
  const decode = (found: unknown, parameters: Parameters): unknown =>
    (found as readonly (readonly unknown[])[]).map((list) => {
      const row = emptyRow();
      for (const [as, make] of makes) row[as] = make(list, parameters);
      return row;
    });
  return { body, decode };
}

/** The kind of the entities that groups are made by, where it can only be one. */
function onlyKind({ by }: GroupsPlan): Pick<Place, 'kind'> {
  if (!('along' in by)) return {};
  if ('link' in by.along) return { kind: 'Source' };
  return 'kinds' in by.along && by.along.kinds?.length === 1 ? { kind: by.along.kinds[0]! } : {};
}

function valuesOf({ by }: GroupsPlan, counted: Place, value: Cypher, key: Cypher, count: Cypher, scope: Scope): Cypher {
  if (!('along' in by)) {
    const expression =
      'facet' in by
        ? propertyAsOf(counted, by.facet.property, scope).facet(counted.variable, by.facet.facet).expression
        : propertyAsOf(counted, by.property, scope).value(counted.variable);
    return cypher`WITH coalesce(toString(${expression}), '') AS ${key}, count(*) AS ${count}`;
  }
  const way = wayAlong(by.along, counted, scope);
  const ends = scope.variables.next('v');
  return lines(
    subquery(
      [counted.variable],
      lines(
        way.match,
        where(conditionsAlong(way, undefined, scope)),
        cypher`RETURN collect(DISTINCT ${way.end.variable}) AS ${ends}`,
      ),
    ),
    cypher`UNWIND CASE WHEN size(${ends}) = 0 THEN [null] ELSE ${ends} END AS ${value}`,
    cypher`WITH ${value}, coalesce(${value}.id, '') AS ${key}, count(*) AS ${count}`,
  );
}
