import { NAMESAKES, TYPE_KEY, type Parameters, type ReadPlan, type Shapes } from '../../plan/read-plan.js';
import type { MatchesPlan, Sought } from '../../plan/search.js';
import { emptyRow } from '../../plan/row.js';
import type { Example } from '../../model/release.js';
import type { Loaded } from '../store.js';
import { block, cypher, join, lines, name, place as number, textOf, where, type Cypher } from './cypher.js';
import type { Scope } from './filter.js';
import { compileGroups } from './groups.js';
import {
  CLASS_LABEL,
  CLASS_TYPE,
  FOUND_CLASSES,
  LONGEST_NAME_KEY,
  slotLabel,
  type Model,
  type RecordClass,
  type Slot,
} from './layout.js';
import { compileNeighbourhood } from './neighbourhood.js';
import { compileHits, compilePage } from './page.js';
import { StatementParameters } from './parameters.js';
import { compilePaths } from './paths.js';
import { subquery, Variables, type Place } from './place.js';
import { isThere, momentOf } from './presence.js';
import { compileNamesakes, compileReferred } from './referred.js';
import { Columns, compileShapes, type Make } from './shape.js';

/** A plan as one statement for one slot. */
export interface Statement {
  readonly text: string;
  /** The parameters to send. */
  values(parameters: Parameters): Record<string, unknown>;
  /** The answer, of what came back under `answer`. */
  decode(answer: unknown, parameters: Parameters, release: ReleaseFacts): unknown;
}

/** What is known of a release without asking. */
export interface ReleaseFacts {
  readonly loaded: Loaded;
  readonly examples: readonly Example[];
}

/**
 * Compiles a plan. The statement returns one row: the answer as nested lists, and the generation of the release that
 * lies in the slot when all else has been read.
 *
 *     { province(id: "province/tay-ninh") { name } }
 *
 *     CALL () {
 *       CALL () {
 *         MATCH (n1:Entity_A {id: $p1})
 *         RETURN collect([n1.names, n1.kind]) AS entity
 *       }
 *       RETURN [entity] AS answer
 *     }
 *     MATCH (release:Release_A)
 *     RETURN answer, release.generation AS generation
 */
export function compile(plan: ReadPlan, model: Model, slot: Slot): Statement {
  const parameters = new StatementParameters();
  const moment = plan.asOf && momentOf(plan.asOf, parameters);
  const scope: Scope = { model, slot, variables: new Variables(), parameters, ...(moment && { moment }) };
  const { body, decode } = compileAnswer(plan, scope);
  const text = textOf(
    lines(
      subquery([], body),
      cypher`MATCH (release:${slotLabel('Release', slot)})`,
      cypher`RETURN answer, release.generation AS generation`,
    ),
  );
  return { text, values: (given) => parameters.values(given), decode };
}

interface CompiledAnswer {
  /** Clauses that return `answer`. */
  readonly body: Cypher;
  readonly decode: Statement['decode'];
}

type Lists = readonly (readonly unknown[])[];

const ANSWER = name('answer');

function compileAnswer(plan: ReadPlan, scope: Scope): CompiledAnswer {
  switch (plan.answer) {
    case 'page':
      return compilePage(plan.page, ANSWER, scope);
    case 'column': {
      const { body, decode } = compilePage(plan.page, ANSWER, scope);
      const { as } = plan.page.columns[0]!;
      return { body, decode: (answer, parameters) => decode(answer, parameters)[as] };
    }
    case 'matches':
      return compileMatches(plan, scope);
    case 'about':
      return compileAbout(plan, scope);
    case 'node': {
      const { id, types, shapes } = plan;
      const wanted =
        types === 'any' ? shapes : Object.fromEntries(Object.entries(shapes).filter(([type]) => types.includes(type)));
      const parts = lookups(
        wanted,
        scope,
        (label, variable, type) => cypher`MATCH (${variable}:${label} {id: ${scope.parameters.of(id, type)}})`,
      );
      return {
        body: bodyOf(parts),
        decode: (answer, parameters) => {
          for (const [index, { make }] of parts.entries()) {
            const [list] = (answer as readonly Lists[])[index]!;
            if (list) return make(list, parameters);
          }
          return null;
        },
      };
    }
    case 'nodes': {
      const { ids, shapes } = plan;
      const index = name('i');
      const parts = lookups(
        shapes,
        scope,
        (label, variable, type) => {
          const list = scope.parameters.of(ids, type);
          return lines(
            cypher`UNWIND range(0, size(${list}) - 1) AS ${index}`,
            cypher`MATCH (${variable}:${label} {id: ${list}[${index}]})`,
          );
        },
        index,
      );
      return {
        body: bodyOf(parts),
        decode: (answer, parameters) => {
          const rows: unknown[] = (parameters[ids.parameter] as readonly string[]).map(() => null);
          const isFound = new Set<number>();
          for (const [part, { make, indexAt }] of parts.entries()) {
            for (const list of (answer as readonly Lists[])[part]!) {
              const at = Number(list[indexAt!]);
              if (!isFound.has(at)) rows[at] = make(list, parameters);
              isFound.add(at);
            }
          }
          return rows;
        },
      };
    }
    case 'named':
      return compileNamed(plan, scope);
    case 'groups':
      return compileGroups(plan, ANSWER, scope);
    case 'paths':
      return compilePaths(plan, ANSWER, scope);
    case 'neighbourhood':
      return compileNeighbourhood(plan, ANSWER, scope);
    case 'graph':
      return compileGraph(plan, scope);
  }
}

interface Lookup {
  readonly clause: Cypher;
  readonly answer: Cypher;
  readonly make: Make;
  readonly indexAt?: number;
}

/** A lookup for each class of records that shapes speak of, entities first. */
function lookups(
  shapes: Shapes,
  scope: Scope,
  match: (label: Cypher, variable: Cypher, type: 'text' | 'factId') => Cypher,
  index?: Cypher,
): readonly Lookup[] {
  const parts: Lookup[] = [];
  for (const recordClass of FOUND_CLASSES) {
    const own = Object.entries(shapes).filter(([type]) => (CLASS_TYPE[type] ?? 'entity') === recordClass);
    if (own.length === 0) continue;
    const variable = scope.variables.next('n');
    const answer = name(recordClass);
    const columns = new Columns();
    const indexAt = index && columns.place(index);
    const make = compileShapes(Object.fromEntries(own), { recordClass, variable }, columns, scope);
    const label = slotLabel(CLASS_LABEL[recordClass], scope.slot);
    const clause = subquery(
      [],
      lines(
        match(label, variable, recordClass === 'relation' ? 'factId' : 'text'),
        where(isThere({ recordClass, variable }, scope)),
        columns.subqueries,
        cypher`RETURN collect(${columns.list}) AS ${answer}`,
      ),
    );
    parts.push({ clause, answer, make, ...(indexAt !== undefined && { indexAt }) });
  }
  return parts;
}

function bodyOf(parts: readonly Lookup[]): Cypher {
  return lines(
    parts.map(({ clause }) => clause),
    cypher`RETURN [${join(parts.map(({ answer }) => answer))}] AS ${ANSWER}`,
  );
}

function compileNamed({ name: folded, shapes }: Extract<ReadPlan, { answer: 'named' }>, scope: Scope): CompiledAnswer {
  const entity: Place = { recordClass: 'entity', variable: scope.variables.next('n') };
  const wanted = scope.parameters.of(folded, 'text');
  const columns = new Columns();
  const make = compileShapes(shapes, entity, columns, scope);
  const { variable } = entity;
  return {
    body: lines(
      cypher`MATCH (:${slotLabel('Name', scope.slot)} {folded: left(${wanted}, ${number(LONGEST_NAME_KEY)})})-[:NAMES]->(${variable})`,
      where([cypher`${wanted} IN ${variable}.names_folded`, ...isThere(entity, scope)]),
      cypher`WITH DISTINCT ${variable} ORDER BY ${variable}.names_sort, ${variable}.id LIMIT ${number(NAMESAKES)}`,
      columns.subqueries,
      cypher`RETURN collect(${columns.list}) AS ${ANSWER}`,
    ),
    decode: (answer, parameters) => (answer as Lists).map((list) => make(list, parameters)),
  };
}

function compileMatches({ sought, page, queries }: MatchesPlan, scope: Scope): CompiledAnswer {
  const list = scope.parameters.of(sought, 'sought');
  const [index, one, row] = [scope.variables.next('i'), scope.variables.next('sought'), scope.variables.next('v')];
  const { body, decode } = compileHits(page, one, row, scope);
  return {
    body: lines(
      cypher`UNWIND range(0, size(${list}) - 1) AS ${index}`,
      cypher`WITH ${index}, ${list}[${index}] AS ${one}`,
      subquery([one], body),
      cypher`WITH ${index}, ${row} ORDER BY ${index}`,
      cypher`RETURN collect(${row}) AS ${ANSWER}`,
    ),
    decode: (answer, parameters) => {
      const all = parameters[sought.parameter] as readonly Sought[];
      return (answer as readonly unknown[]).map((each, place) => {
        const made = decode(each, parameters);
        for (const key of queries) made[key] = all[place]!.text;
        return made;
      });
    },
  };
}

function compileAbout({ refs, page }: Extract<ReadPlan, { answer: 'about' }>, scope: Scope): CompiledAnswer {
  const [starts, found, named] = [scope.variables.next('l'), scope.variables.next('v'), scope.variables.next('v')];
  const referred = compileReferred(refs, starts, scope);
  const compiled = compilePage(page, found, scope, { recordClass: 'entity', variable: starts });
  const namesakes = compileNamesakes(refs, named, scope);
  return {
    body: lines(
      subquery([], referred),
      subquery([starts], compiled.body),
      subquery([], namesakes.body),
      cypher`RETURN [${found}, ${named}] AS ${ANSWER}`,
    ),
    decode: (answer, parameters) => {
      const [pageAnswer, namesakesAnswer] = answer as readonly [unknown, unknown];
      return {
        page: compiled.decode(pageAnswer, parameters),
        namesakes: namesakes.decode(namesakesAnswer, parameters),
      };
    },
  };
}

/** Of the graph itself, only its sources are asked for: all else is known. */
function compileGraph({ shape }: Extract<ReadPlan, { answer: 'graph' }>, scope: Scope): CompiledAnswer {
  const clauses: Cypher[] = [];
  const answers: Cypher[] = [];
  const makes = shape.reads.map(
    (read): readonly [string, (answer: readonly Lists[], parameters: Parameters, release: ReleaseFacts) => unknown] => {
      if (read.read === 'property' && read.property === 'counts' && scope.moment) {
        const at = answers.push(countsAsOf(scope)) - 1;
        return [read.as, (answer, _, { loaded }) => countsOf(loaded, answer[at]! as readonly unknown[])];
      }
      if (read.read === 'property')
        return [read.as, (_answer, _parameters, release) => graphProperty(read.property, release)];
      if (read.read !== 'list' || read.link !== 'sources') throw new Error(`The graph itself has no ${read.as}.`);
      const columns = new Columns();
      const variable = scope.variables.next('n');
      const source: Place = { recordClass: 'entity', variable, kind: 'Source' };
      const make = compileShapes(read.shapes, source, columns, scope);
      const sources = scope.variables.next('v');
      clauses.push(
        subquery(
          [],
          lines(
            cypher`MATCH (${variable}:${slotLabel('Source', scope.slot)})`,
            where(isThere(source, scope)),
            cypher`WITH ${variable} ORDER BY ${variable}.id`,
            columns.subqueries,
            cypher`RETURN collect(${columns.list}) AS ${sources}`,
          ),
        ),
      );
      const at = answers.push(sources) - 1;
      return [read.as, (answer, parameters) => answer[at]!.map((list) => make(list, parameters))];
    },
  );
  return {
    body: lines(clauses, cypher`RETURN [${join(answers)}] AS ${ANSWER}`),
    decode: (answer, parameters, release) => {
      const row = emptyRow();
      for (const [as, make] of makes) row[as] = make(answer as readonly Lists[], parameters, release);
      row[TYPE_KEY] = 'GraphInfo';
      return row;
    },
  };
}

function graphProperty(property: string, { loaded, examples }: ReleaseFacts): unknown {
  switch (property) {
    case 'release':
      return loaded.id;
    case 'date':
      return loaded.date;
    case 'examples':
      return examples;
    case 'counts':
      return countsOf(loaded, [...Object.values(loaded.entities), loaded.relations, loaded.claims]);
    default:
      return null;
  }
}

/** How many there are of each kind that a release counts, and of relations and claims. */
function countsOf({ entities }: Loaded, counts: readonly unknown[]) {
  return [...Object.keys(entities), 'Relation', 'Claim'].map((key, place) => ({ key, count: Number(counts[place]) }));
}

/** How many are there, in the order of a release's own counts. */
function countsAsOf(scope: Scope): Cypher {
  const count = (recordClass: RecordClass, label: string) => {
    const variable = scope.variables.next('n');
    const match = cypher`MATCH (${variable}:${slotLabel(label, scope.slot)})`;
    return block(cypher`COUNT`, lines(match, where(isThere({ recordClass, variable }, scope))));
  };
  const kinds = scope.model.declarations.map((kind) => count('entity', kind.name));
  return cypher`[${join([...kinds, count('relation', 'Relation'), count('claim', 'Claim')])}]`;
}
