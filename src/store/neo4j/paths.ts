import type { ToldHop } from '../../model/told-path.js';
import type { HopRead, PathRead, PathsPlan } from '../../plan/paths.js';
import type { Parameters } from '../../plan/read-plan.js';
import { emptyRow } from '../../plan/row.js';
import { carries, namesakeRows, resolve, typesOf } from './connections.js';
import { cypher, join, lines, name, place as number, textOf, where, type Cypher } from './cypher.js';
import type { Scope } from './filter.js';
import { decodeJson, HUB, slotLabel } from './layout.js';
import { subquery } from './place.js';
import { Columns, compileShapes, type Make } from './shape.js';

/** The longest path that a plan can ask for. */
const LONGEST = 6;

const [START, END, AVOIDED, FOUND] = ['start', 'end', 'avoided', 'found'].map(name) as [Cypher, Cypher, Cypher, Cypher];
const [FORTH, BACK] = ['forth', 'back'].map(name) as [Cypher, Cypher];
const [FROM_START, FROM_END] = ['fromStart', 'fromEnd'].map(name) as [Cypher, Cypher];
const STATE = [START, END, AVOIDED, FOUND, FORTH, BACK, FROM_START, FROM_END];
const [NODES, FACTS] = ['nodes', 'facts'].map(name) as [Cypher, Cypher];

/**
 * Compiles a plan of paths. As in memory, walks grow from both ends, always from the side that has fewer relations to
 * look at, and for each length, as long as there are not enough paths, it is asked where they meet. The places where they
 * can be after each step lie in the lists `forth` and `back`; a walk that meets is followed to both ends through them.
 *
 * Each step is a pattern of one relationship, so that a hub at one end is never gone through, and Neo4j has little to
 * plan: a pattern of six took it seconds, and began at either end as it guessed.
 */
export function compilePaths(plan: PathsPlan, answer: Cypher, scope: Scope) {
  const { parameters, variables } = scope;
  const columns = new Columns();
  const makes = plan.reads.map((read) => [read.as, compilePathRead(read, columns, scope)] as const);
  const size = parameters.of(plan.size, 'integer');
  const ofReference = (condition: Cypher) => cypher`[r IN references WHERE ${condition} | r[1][0]]`;
  const rows = variables.next('rows');
  const stages =
    plan.types?.length === 0 ? [] : Array.from({ length: LONGEST }, (_, index) => stage(index + 1, plan, scope));
  const body = lines(
    resolve(plan.references, scope),
    // Where a name is not clear nothing is looked for.
    cypher`WITH namesakes, CASE WHEN namesakes IS NULL THEN references ELSE [] END AS references`,
    cypher`WITH namesakes, head(${ofReference(cypher`r[0] = 0`)}) AS ${START}, head(${ofReference(cypher`r[0] = 1`)}) AS ${END}, ${ofReference(cypher`r[0] > 1`)} AS ${AVOIDED}`,
    cypher`WITH namesakes, ${START}, ${END}, ${AVOIDED} + [${START}, ${END}] AS ${AVOIDED}, [] AS ${FOUND}, [[${START}]] AS ${FORTH}, [[${END}]] AS ${BACK}, COUNT { (${START})--() } AS ${FROM_START}, COUNT { (${END})--() } AS ${FROM_END}`,
    stages,
    subquery(
      [FOUND],
      lines(
        cypher`UNWIND ${FOUND}[0..${size}] AS path`,
        cypher`WITH path[0] AS ${NODES}, path[1] AS ${FACTS}`,
        columns.subqueries,
        cypher`RETURN collect(${columns.list}) AS ${rows}`,
      ),
    ),
    cypher`RETURN [namesakes, ${rows}] AS ${answer}`,
  );
  const decode = (value: unknown, values: Parameters) => {
    const [namesakes, found] = value as [readonly [string, string][] | null, readonly (readonly unknown[])[]];
    if (namesakes) return { namesakes: namesakeRows(namesakes, scope.model) };
    return {
      found: found.map((list) => {
        const row = emptyRow();
        for (const [as, make] of makes) row[as] = make(list, values);
        return row;
      }),
    };
  };
  return { body, decode };
}

/** Looks for the paths of one length, where there are not enough shorter ones. */
function stage(length: number, plan: PathsPlan, scope: Scope): Cypher {
  const size = scope.parameters.of(plan.size, 'integer');
  const longest = scope.parameters.of(plan.longest, 'integer');
  const isWanted = cypher`size(${FOUND}) < ${size} AND ${longest} >= ${number(length)} AND ${START} <> ${END}`;
  const types = typesOf(plan.types, scope.model);
  const fact = name('f');
  const isPassable = [
    ...(plan.throughHubs ? [] : [cypher`NOT m:${slotLabel(HUB, scope.slot)}`]),
    cypher`NOT m IN ${AVOIDED}`,
  ];
  // The side whose last places have fewer relations is the one from which is looked.
  const isForth = cypher`${FROM_START} <= ${FROM_END}`;
  const nearer = lines(
    cypher`WITH * WHERE ${isWanted}`,
    cypher`UNWIND CASE WHEN ${isForth} THEN last(${FORTH}) ELSE last(${BACK}) END AS n`,
  );
  const grow = lines(
    subquery(
      STATE,
      lines(
        nearer,
        cypher`MATCH (n)-[f:${types}]-(m)`,
        where([...carries(fact, scope), ...isPassable]),
        cypher`WITH DISTINCT m`,
        cypher`RETURN collect(m) AS grown, sum(COUNT { (m)--() }) AS weight`,
      ),
    ),
    cypher`WITH namesakes, ${join([START, END, AVOIDED, FOUND])}, CASE WHEN ${isForth} THEN [${FORTH} + [grown], ${BACK}, weight, ${FROM_END}] ELSE [${FORTH}, ${BACK} + [grown], ${FROM_START}, weight] END AS sides`,
    cypher`WITH namesakes, ${join([START, END, AVOIDED, FOUND])}, sides[0] AS ${FORTH}, sides[1] AS ${BACK}, sides[2] AS ${FROM_START}, sides[3] AS ${FROM_END}`,
  );
  const meet = lines(
    nearer,
    cypher`MATCH (n)-[f:${types}]-(m)`,
    where([
      cypher`m IN CASE WHEN ${isForth} THEN last(${BACK}) ELSE last(${FORTH}) END`,
      cypher`n <> m`,
      ...carries(fact, scope),
    ]),
    cypher`WITH ${FORTH}, ${BACK}, CASE WHEN ${isForth} THEN [n, m] ELSE [m, n] END AS ${NODES}, [f] AS ${FACTS}`,
  );
  // The first steps lead from where the walks meet to the start, the others to the end.
  const follow = Array.from({ length: length - 1 }, (_, index) => {
    const toStart = cypher`${number(index + 1)} < size(${FORTH})`;
    return lines(
      cypher`WITH ${FORTH}, ${BACK}, ${NODES}, ${FACTS}, CASE WHEN ${toStart} THEN head(${NODES}) ELSE last(${NODES}) END AS n, CASE WHEN ${toStart} THEN ${FORTH}[size(${FORTH}) - ${number(index + 2)}] ELSE ${BACK}[${number(length - index - 2)}] END AS places`,
      cypher`MATCH (n)-[f:${types}]-(m)`,
      where([cypher`m IN places`, cypher`NOT m IN ${NODES}`, ...carries(fact, scope)]),
      cypher`WITH ${FORTH}, ${BACK}, CASE WHEN ${toStart} THEN [m] + ${NODES} ELSE ${NODES} + [m] END AS ${NODES}, CASE WHEN ${toStart} THEN [f] + ${FACTS} ELSE ${FACTS} + [f] END AS ${FACTS}`,
    );
  });
  const order = Array.from({ length }, (_, index) => [
    cypher`${NODES}[${number(index + 1)}].id`,
    cypher`${FACTS}[${number(index)}].id`,
  ]).flat();
  return lines(
    length > 1 ? grow : undefined,
    subquery(
      STATE,
      lines(
        meet,
        follow,
        cypher`WITH ${NODES}, ${FACTS} ORDER BY ${join(order)} LIMIT ${size}`,
        cypher`RETURN collect([${NODES}, ${FACTS}]) AS more`,
      ),
    ),
    cypher`WITH namesakes, ${join(STATE.filter((each) => each !== FOUND))}, ${FOUND} + more AS ${FOUND}`,
  );
}

// ——— Rows ———

function compilePathRead(read: PathRead, columns: Columns, scope: Scope): Make {
  switch (read.path) {
    case 'length': {
      const at = columns.place(cypher`size(${FACTS})`);
      return (list) => Number(list[at]);
    }
    case 'told': {
      const names = columns.place(cypher`[n IN ${NODES} | n.names]`);
      const told = columns.place(
        cypher`[i IN range(0, size(${FACTS}) - 1) | [type(${FACTS}[i]), startNode(${FACTS}[i]) = ${NODES}[i], ${FACTS}[i].modality, ${FACTS}[i].validTime]]`,
      );
      return (list) => ({
        names: (list[names] as readonly unknown[]).map(decodeJson),
        hops: (list[told] as readonly (readonly unknown[])[]).map(
          ([type, forward, modality, validTime]) =>
            ({ type, forward, modality, validTime: decodeJson(validTime) }) as ToldHop,
        ),
      });
    }
    case 'nodes':
      return compileEach(columns, scope, NODES, (index, inner) => {
        const variable = scope.variables.next('n');
        const make = compileShapes(read.shapes, { recordClass: 'entity', variable }, inner, scope);
        return { bindings: [cypher`${NODES}[${index}] AS ${variable}`], make };
      });
    case 'hops':
      return compileEach(columns, scope, FACTS, (index, inner) => {
        const [fact, from, to] = ['f', 'n', 'n'].map((prefix) => scope.variables.next(prefix)) as [
          Cypher,
          Cypher,
          Cypher,
        ];
        const bindings = [
          cypher`${FACTS}[${index}] AS ${fact}`,
          cypher`${NODES}[${index}] AS ${from}`,
          cypher`${NODES}[${index} + 1] AS ${to}`,
        ];
        const makes = read.hop.map(
          (part) => [part.as, compileHopRead(part, { fact, from, to }, inner, scope)] as const,
        );
        const make: Make = (list, parameters) => {
          const row = emptyRow();
          for (const [as, makePart] of makes) row[as] = makePart(list, parameters);
          return row;
        };
        return { bindings, make };
      });
  }
}

function compileHopRead(
  read: HopRead,
  { fact, from, to }: { readonly fact: Cypher; readonly from: Cypher; readonly to: Cypher },
  columns: Columns,
  scope: Scope,
): Make {
  switch (read.hop) {
    case 'forward': {
      const at = columns.place(cypher`startNode(${fact}) = ${from}`);
      return (list) => list[at];
    }
    case 'relation': {
      const followed = { to, direction: 'both' } as const;
      return compileShapes(read.shapes, { recordClass: 'relation', variable: fact, followed }, columns, scope);
    }
    case 'from':
    case 'to':
      return compileShapes(
        read.shapes,
        { recordClass: 'entity', variable: read.hop === 'from' ? from : to },
        columns,
        scope,
      );
  }
}

/** Compiles what is returned of each item of a list, as a list. */
function compileEach(
  columns: Columns,
  { variables }: Scope,
  items: Cypher,
  compileItem: (index: Cypher, columns: Columns) => { readonly bindings: readonly Cypher[]; readonly make: Make },
): Make {
  const answer = variables.next('v');
  const [at, make] = columns.nested(textOf(answer), () => {
    const index = variables.next('i');
    const inner = new Columns();
    const { bindings, make: makeItem } = compileItem(index, inner);
    const body = lines(
      cypher`UNWIND range(0, size(${items}) - 1) AS ${index}`,
      cypher`WITH ${index}, ${join(bindings)} ORDER BY ${index}`,
      inner.subqueries,
      cypher`RETURN collect(${inner.list}) AS ${answer}`,
    );
    return { subquery: subquery([NODES, FACTS], body), answer, decode: makeItem };
  });
  return (list, parameters) => (list[at] as readonly (readonly unknown[])[]).map((item) => make(item, parameters));
}
