import {
  GraphQLEnumType,
  GraphQLInputObjectType,
  isListType,
  isNonNullType,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { planRead, type PlannedRead, type PlanOptions, type PlanScope } from './plan-read.js';

/** How many plans are kept for one operation: one for each shape of its variables. */
const MOST_SHAPES = 64;

/**
 * Plans, kept by the operation's own syntax tree, so that they go when the document does, and within it by field and by
 * the shape of the variables: which keys are given, which are null, booleans and enumerations; texts and numbers are
 * values. Which days of a moment are given follows from both.
 */
export class PlanCache {
  readonly #plans = new WeakMap<OperationDefinitionNode, Map<string, PlannedRead>>();

  constructor(readonly scope: PlanScope) {}

  planFor(info: GraphQLResolveInfo, options: PlanOptions = {}): PlannedRead {
    let plans = this.#plans.get(info.operation);
    if (!plans) this.#plans.set(info.operation, (plans = new Map()));
    const key = `${pathOf(info.path)} ${options.cite ? 'cited ' : ''}${variablesShape(info)}`;
    let planned = plans.get(key);
    if (planned) return planned;
    planned = planRead(info, this.scope, options);
    if (plans.size >= MOST_SHAPES) plans.clear();
    plans.set(key, planned);
    return planned;
  }
}

/** `asOf.provinces` */
export function pathOf({ prev, key }: GraphQLResolveInfo['path']): string {
  return prev ? `${pathOf(prev)}.${key}` : String(key);
}

function variablesShape({ operation, schema, variableValues }: GraphQLResolveInfo): string {
  return (operation.variableDefinitions ?? [])
    .map(({ variable, type }) =>
      shapeOf(variableValues[variable.name.value], typeFromAST(schema, type as never) as GraphQLInputType, schema),
    )
    .join(';');
}

function shapeOf(value: unknown, type: GraphQLInputType, schema: GraphQLSchema): string {
  if (value === undefined) return '';
  if (value === null) return 'null';
  if (isNonNullType(type)) return shapeOf(value, type.ofType, schema);
  if (isListType(type)) {
    const item = type.ofType as GraphQLInputType;
    const shapes = (value as readonly unknown[]).map((each) => shapeOf(each, item, schema));
    return shapes.every((shape) => shape === '*') ? '[*]' : `[${shapes.join()}]`;
  }
  if (type instanceof GraphQLInputObjectType) {
    const fields = type.getFields();
    const parts = Object.entries(value as object).map(
      ([key, part]) => `${key}:${shapeOf(part, fields[key]!.type, schema)}`,
    );
    return `{${parts.join()}}`;
  }
  return type instanceof GraphQLEnumType || typeof value === 'boolean' ? String(value) : '*';
}
