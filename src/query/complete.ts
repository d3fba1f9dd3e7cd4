import {
  getArgumentValues,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  visit,
  BREAK,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';
import { EXTENSION, type FieldPlan } from '../model/field-plan.js';
import { TYPE_KEY } from '../plan/read-plan.js';
import type { Row } from '../store/store.js';
import { answerField, computeOf, type FieldArguments } from './answer-field.js';
import { collectSubfields, type Selecting } from './collect-fields.js';
import type { Variables } from './given.js';
import type { RequestContext } from './open-graph.js';

/**
 * Makes the response of a field out of the rows that were read for it: `CompleteValue` of the specification (§6.4.3),
 * compiled once for a selection, so that what rows already have the shape of is not looked up again for every row.
 *
 * It knows only answers without errors. Whatever else comes, a null where none may be or a value that a scalar refuses,
 * is thrown as `NOT_PLAIN`: then graphql-js completes the same rows, and says what is wrong and where.
 */
export type Complete = (value: unknown, request: Completing) => unknown;

/** The request for which a response is made. */
export interface Completing {
  readonly variables: Variables;
  readonly context: RequestContext;
  /** The arguments of fields that depend on variables. */
  readonly given: Map<FieldNode, FieldArguments>;
}

/** Thrown where an answer is not plain. */
export const NOT_PLAIN = new Error('The answer is left to graphql-js.');

/** Compiles what a type of which fields select something comes to. */
export function compileCompletion(
  type: GraphQLOutputType,
  fields: readonly FieldNode[],
  selecting: Selecting,
): Complete {
  if (isNonNullType(type)) {
    const complete = compileCompletion(type.ofType as GraphQLOutputType, fields, selecting);
    return (value, request) => {
      const completed = complete(value, request);
      if (completed === null) throw NOT_PLAIN;
      return completed;
    };
  }
  if (isListType(type)) {
    const complete = compileCompletion(type.ofType as GraphQLOutputType, fields, selecting);
    return orNull((value, request) => {
      if (!Array.isArray(value)) throw NOT_PLAIN;
      return value.map((item) => complete(item, request));
    });
  }
  if (isLeafType(type)) {
    return orNull((value) => {
      const serialized: unknown = type.serialize(value);
      if (serialized === undefined || serialized === null) throw NOT_PLAIN;
      return serialized;
    });
  }
  if (isAbstractType(type)) {
    const byType = new Map<string, Complete>();
    const possible = new Map(selecting.schema.getPossibleTypes(type).map((each) => [each.name, each]));
    return orNull((value, request) => {
      const name = (value as Row)[TYPE_KEY] as string;
      let complete = byType.get(name);
      if (!complete) {
        const concrete = possible.get(name);
        if (!concrete) throw NOT_PLAIN;
        byType.set(name, (complete = compileObject(concrete, fields, selecting)));
      }
      return complete(value, request);
    });
  }
  return orNull(compileObject(type, fields, selecting));
}

function orNull(complete: Complete): Complete {
  return (value, request) => (value === null || value === undefined ? null : complete(value, request));
}

/** One entry of an object. */
interface Entry {
  readonly key: string;
  readonly make: (row: Row, request: Completing) => unknown;
}

function compileObject(type: GraphQLObjectType, fields: readonly FieldNode[], selecting: Selecting): Complete {
  const entries = [...collectSubfields(selecting, type, fields)].flatMap(([key, nodes]) =>
    compileEntry(type, key, nodes, selecting),
  );
  // An object made in the ordinary way is the faster one, but would take this key for its prototype.
  const isOrdinary = entries.every(({ key }) => key !== '__proto__');
  return (value, request) => {
    const made: Record<string, unknown> = isOrdinary ? {} : (Object.create(null) as Record<string, unknown>);
    for (const { key, make } of entries) made[key] = make(value as Row, request);
    return made;
  };
}

function compileEntry(
  type: GraphQLObjectType,
  key: string,
  nodes: readonly FieldNode[],
  selecting: Selecting,
): readonly Entry[] {
  const [node] = nodes as readonly [FieldNode];
  if (node.name.value === '__typename') return [{ key, make: () => type.name }];
  const field = type.getFields()[node.name.value];
  if (!field) return [];
  const plan = field.extensions[EXTENSION] as FieldPlan | undefined;
  const answer = answerField(plan);
  const complete = compileCompletion(field.type, nodes, selecting);
  const argumentsOf = computeOf(plan) ? compileArguments(field, node) : () => NO_ARGUMENTS;
  return [
    {
      key,
      make: (row, request) => complete(answer(row, key, argumentsOf(request), request.context), request),
    },
  ];
}

const NO_ARGUMENTS: FieldArguments = {};

/** The arguments that a field is given. */
function compileArguments(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
): (request: Completing) => FieldArguments {
  if (!hasVariables(node)) {
    const args = getArgumentValues(field, node);
    return () => args;
  }
  return ({ given, variables }) => {
    let args = given.get(node);
    if (!args) given.set(node, (args = getArgumentValues(field, node, variables)));
    return args;
  };
}

function hasVariables({ arguments: given = [] }: FieldNode): boolean {
  let found = false;
  for (const argument of given) {
    visit(argument, {
      Variable() {
        found = true;
        return BREAK;
      },
    });
  }
  return found;
}
