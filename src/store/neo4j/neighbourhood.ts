import type { NeighbourhoodPlan, SubgraphRead } from '../../plan/paths.js';
import { compareText } from '../../model/best-claim.js';
import type { Parameters } from '../../plan/read-plan.js';
import { emptyRow } from '../../plan/row.js';
import { carries, isOfKinds, namesakeRows, resolve, typesOf } from './connections.js';
import { cypher, join, lines, name, place as number, where, type Cypher } from './cypher.js';
import type { Scope } from './filter.js';
import { subquery } from './place.js';
import { isThere } from './presence.js';
import { Columns, compileShapes, type Make } from './shape.js';

/** The greatest depth that a plan can ask for. */
const DEEPEST = 3;

const [NODES, OMITTED] = ['nodes', 'omitted'].map(name) as [Cypher, Cypher];

/**
 * Compiles a plan of a neighbourhood. Each step goes from all entities that the last one reached, also back to nearer
 * ones; the least number of steps by which one is reached is its distance.
 *
 *     CALL (reached0) {
 *       UNWIND reached0 AS n
 *       MATCH (n)-[f:PARTY_TO|SIGNED]-(m)
 *       WHERE $depth >= 1 AND …
 *       RETURN collect(DISTINCT m) AS reached1
 *     }
 */
export function compileNeighbourhood(plan: NeighbourhoodPlan, answer: Cypher, scope: Scope) {
  const { parameters } = scope;
  const size = parameters.of(plan.size, 'integer');
  const levels = Array.from({ length: DEEPEST + 1 }, (_, distance) => name(`reached${distance}`));
  const compiled = plan.reads.map((read) => [read.as, compileRead(read, plan, scope)] as const);
  const answers = compiled.flatMap(([, { answer: part }]) => (part ? [part] : []));
  const steps = levels.slice(1).map((level, index) => step(levels[index]!, level, index + 1, plan, scope));
  const body = lines(
    resolve(plan.references, scope),
    cypher`WITH namesakes, [r IN references WHERE namesakes IS NULL | r[1][0]] AS ${levels[0]!}`,
    steps,
    subquery(
      levels,
      lines(
        cypher`UNWIND range(0, ${number(DEEPEST)}) AS distance`,
        cypher`WITH distance, [${join(levels)}][distance] AS level`,
        cypher`UNWIND range(0, size(level) - 1) AS place`,
        cypher`WITH level[place] AS n, min([distance, CASE distance WHEN 0 THEN place ELSE 0 END]) AS near`,
        cypher`WITH n ORDER BY near[0], near[1], n.id`,
        cypher`RETURN collect(n) AS around`,
      ),
    ),
    cypher`WITH namesakes, around[0..${size}] AS ${NODES}, around[${size}..] AS ${OMITTED}`,
    compiled.flatMap(([, { clause }]) => (clause ? [clause] : [])),
    cypher`RETURN [namesakes, ${join([cypher`size(${OMITTED}) > 0`, ...answers])}] AS ${answer}`,
  );
  const decode = (value: unknown, values: Parameters) => {
    const [namesakes, truncated, ...parts] = value as [readonly [string, string][] | null, boolean, ...unknown[]];
    if (namesakes) return { namesakes: namesakeRows(namesakes, scope.model) };
    const found = emptyRow();
    let at = 0;
    for (const [as, { answer: part, make }] of compiled) found[as] = part ? make(parts[at++], values) : truncated;
    return { found };
  };
  return { body, decode };
}

/** Goes one step further from what the last one reached. */
function step(last: Cypher, next: Cypher, distance: number, plan: NeighbourhoodPlan, scope: Scope): Cypher {
  const depth = scope.parameters.of(plan.depth, 'integer');
  const kinds = plan.kinds && isOfKinds(name('m'), plan.kinds, scope.slot);
  const conditions = [...carries(name('f'), scope), ...(kinds ? [kinds] : [])];
  if (plan.types?.length === 0) return cypher`WITH *, [] AS ${next}`;
  return subquery(
    [last],
    lines(
      cypher`WITH ${last} WHERE ${depth} >= ${number(distance)}`,
      cypher`UNWIND ${last} AS n`,
      cypher`MATCH (n)-[f:${typesOf(plan.types, scope.model)}]-(m)`,
      where(conditions),
      cypher`RETURN collect(DISTINCT m) AS ${next}`,
    ),
  );
}

interface CompiledRead {
  readonly clause?: Cypher;
  /** What it comes back as; nothing for what comes back in any case. */
  readonly answer?: Cypher;
  readonly make: (value: unknown, parameters: Parameters) => unknown;
}

function compileRead(read: SubgraphRead, plan: NeighbourhoodPlan, scope: Scope): CompiledRead {
  if (read.subgraph === 'truncated') return { make: (truncated) => truncated };
  const answer = scope.variables.next('v');
  switch (read.subgraph) {
    case 'nodes': {
      const [variable, index, columns] = [scope.variables.next('n'), scope.variables.next('i'), new Columns()];
      const make = compileShapes(read.shapes, { recordClass: 'entity', variable }, columns, scope);
      const body = lines(
        cypher`UNWIND range(0, size(${NODES}) - 1) AS ${index}`,
        cypher`WITH ${index}, ${NODES}[${index}] AS ${variable} ORDER BY ${index}`,
        columns.subqueries,
        cypher`RETURN collect(${columns.list}) AS ${answer}`,
      );
      return { clause: subquery([NODES], body), answer, make: each(make) };
    }
    case 'links': {
      const [fact, to, columns] = [scope.variables.next('f'), scope.variables.next('n'), new Columns()];
      const followed = { to, direction: 'out' } as const;
      const make = compileShapes(read.shapes, { recordClass: 'relation', variable: fact, followed }, columns, scope);
      if (plan.types?.length === 0) return { answer: cypher`[]`, make: () => [] };
      const body = lines(
        cypher`UNWIND ${NODES} AS n`,
        cypher`MATCH (n)-[${fact}:${typesOf(plan.types, scope.model)}]->(${to})`,
        where([cypher`${to} IN ${NODES}`, ...isThere({ recordClass: 'relation', variable: fact }, scope)]),
        cypher`WITH ${fact}, ${to} ORDER BY ${fact}.id`,
        columns.subqueries,
        cypher`RETURN collect(${columns.list}) AS ${answer}`,
      );
      return { clause: subquery([NODES], body), answer, make: each(make) };
    }
    case 'omitted': {
      const body = lines(
        cypher`UNWIND ${OMITTED} AS n`,
        cypher`WITH n.kind AS kind, count(*) AS count`,
        cypher`RETURN collect([kind, count]) AS ${answer}`,
      );
      const keys = new Map(scope.model.declarations.map(({ kind, name: key }) => [kind, key]));
      return {
        clause: subquery([OMITTED], body),
        answer,
        make: (counts) =>
          (counts as readonly [string, unknown][])
            .map(([kind, count]) => ({ key: keys.get(kind)!, count: Number(count) }))
            .sort((one, other) => other.count - one.count || compareText(one.key, other.key)),
      };
    }
  }
}

function each(make: Make): CompiledRead['make'] {
  return (lists, parameters) => (lists as readonly (readonly unknown[])[]).map((list) => make(list, parameters));
}
