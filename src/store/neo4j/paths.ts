import type { ToldHop } from '../../model/told-path.js';
import type { HopRead, PathRead, PathsPlan } from '../../plan/paths.js';
import type { Parameters } from '../../plan/read-plan.js';
import { carries, namesakeRows, resolve, typesOf } from './connections.js';
import { cypher, join, lines, name, place as number, textOf, where, type Cypher } from './cypher.js';
import type { Scope } from './filter.js';
import { decodeJson, HUB, slotLabel } from './layout.js';
import { subquery } from './place.js';
import { Columns, compileShapes, emptyRow, type Make } from './shape.js';

/** The longest path that a plan can ask for. */
const LONGEST = 6;

const [START, END, AVOIDED, FOUND] = ['start', 'end', 'avoided', 'found'].map(name) as [Cypher, Cypher, Cypher, Cypher];
const [NODES, FACTS] = ['nodes', 'facts'].map(name) as [Cypher, Cypher];

/**
 * Compiles a plan of paths. For each length there is a subquery that looks for all paths of that length, if there are not
 * enough of the shorter ones yet:
 *
 *     CALL (start, end, avoided, found) {
 *       WITH start, end, avoided, found WHERE size(found) < $size AND $longest >= 2 AND start <> end
 *       MATCH (start)-[f1:PARTY_TO|SIGNED]-(n1)-[f2:PARTY_TO|SIGNED]-(end)
 *       WHERE …
 *       WITH n1, f1, f2 ORDER BY n1.id, f1.id, f2.id LIMIT $size
 *       RETURN collect([[start, n1, end], [f1, f2]]) AS more
 *     }
 *     WITH start, end, avoided, namesakes, found + more AS found
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
    cypher`WITH namesakes, head(${ofReference(cypher`r[0] = 0`)}) AS ${START}, head(${ofReference(cypher`r[0] = 1`)}) AS ${END}, ${ofReference(cypher`r[0] > 1`)} AS ${AVOIDED}, [] AS ${FOUND}`,
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

/** Looks for the paths of one length. */
function stage(length: number, plan: PathsPlan, scope: Scope): Cypher {
  const facts = Array.from({ length }, (_, index) => name(`f${index + 1}`));
  const inner = facts.slice(1).map((_, index) => name(`n${index + 1}`));
  const nodes = [START, ...inner, END];
  const types = typesOf(plan.types, scope.model);
  const pattern = facts.map((fact, index) => cypher`-[${fact}:${types}]-(${nodes[index + 1]!})`);
  const distinct = inner.flatMap((node, index) =>
    [START, END, ...inner.slice(0, index)].map((other) => cypher`${node} <> ${other}`),
  );
  const passable = inner.flatMap((node) => [
    ...(plan.throughHubs ? [] : [cypher`NOT ${node}:${slotLabel(HUB, scope.slot)}`]),
    cypher`NOT ${node} IN ${AVOIDED}`,
  ]);
  const order = facts.flatMap((fact, index) => [
    ...(inner[index] ? [cypher`${inner[index]}.id`] : []),
    cypher`${fact}.id`,
  ]);
  const size = scope.parameters.of(plan.size, 'integer');
  const longest = scope.parameters.of(plan.longest, 'integer');
  const bound = [START, END, AVOIDED, FOUND];
  return lines(
    subquery(
      bound,
      lines(
        cypher`WITH ${join(bound)} WHERE size(${FOUND}) < ${size} AND ${longest} >= ${number(length)} AND ${START} <> ${END}`,
        cypher`MATCH (${START})${join(pattern, cypher``)}`,
        where([...facts.map(carries), ...passable, ...distinct]),
        cypher`WITH ${join([START, END, ...inner, ...facts])} ORDER BY ${join(order)} LIMIT ${size}`,
        cypher`RETURN collect([[${join(nodes)}], [${join(facts)}]]) AS more`,
      ),
    ),
    cypher`WITH namesakes, ${join([START, END, AVOIDED])}, ${FOUND} + more AS ${FOUND}`,
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
