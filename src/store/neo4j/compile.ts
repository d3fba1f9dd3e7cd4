import { NAMESAKES, TYPE_KEY, type Parameters, type ReadPlan, type Shapes } from '../../plan/read-plan.js';
import type { Example } from '../../model/release.js';
import type { Loaded } from '../store.js';
import { cypher, join, lines, name, place as number, textOf, type Cypher } from './cypher.js';
import type { Scope } from './filter.js';
import {
  CLASS_LABEL,
  CLASS_TYPE,
  FOUND_CLASSES,
  LONGEST_NAME_KEY,
  slotLabel,
  type Model,
  type Slot,
} from './layout.js';
import { compilePage } from './page.js';
import { StatementParameters } from './parameters.js';
import { subquery, Variables, type Place } from './place.js';
import { compileNamesakes, compileReferred } from './referred.js';
import { Columns, compileShapes, emptyRow, type Make } from './shape.js';

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
  const scope: Scope = { model, slot, variables: new Variables(), parameters: new StatementParameters() };
  const { body, decode } = compileAnswer(plan, scope);
  const text = textOf(
    lines(
      subquery([], body),
      cypher`MATCH (release:${slotLabel('Release', slot)})`,
      cypher`RETURN answer, release.generation AS generation`,
    ),
  );
  return { text, values: (parameters) => scope.parameters.values(parameters), decode };
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
      cypher`WHERE ${wanted} IN ${variable}.names_folded`,
      cypher`WITH DISTINCT ${variable} ORDER BY ${variable}.names_sort, ${variable}.id LIMIT ${number(NAMESAKES)}`,
      columns.subqueries,
      cypher`RETURN collect(${columns.list}) AS ${ANSWER}`,
    ),
    decode: (answer, parameters) => (answer as Lists).map((list) => make(list, parameters)),
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
      if (read.read === 'property')
        return [read.as, (_answer, _parameters, release) => graphProperty(read.property, release)];
      if (read.read !== 'list' || read.link !== 'sources') throw new Error(`The graph itself has no ${read.as}.`);
      const columns = new Columns();
      const variable = scope.variables.next('n');
      const make = compileShapes(read.shapes, { recordClass: 'entity', variable, kind: 'Source' }, columns, scope);
      const sources = scope.variables.next('v');
      clauses.push(
        subquery(
          [],
          lines(
            cypher`MATCH (${variable}:${slotLabel('Source', scope.slot)})`,
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
      return [
        ...Object.entries(loaded.entities),
        ['Relation', loaded.relations] as const,
        ['Claim', loaded.claims] as const,
      ].map(([key, count]) => ({ key, count }));
    default:
      return null;
  }
}
