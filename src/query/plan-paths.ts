import { getNamedType, type FieldNode, type GraphQLField, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { RequestError } from '../errors.js';
import { EXTENSION, type FieldPlan } from '../model/field-plan.js';
import { fold } from '../model/fold.js';
import type { HopRead, NeighbourhoodPlan, PathRead, PathsPlan, References, SubgraphRead } from '../plan/paths.js';
import type { Along, Parameter, Shapes } from '../plan/read-plan.js';
import { CITED_HOPS } from './citing.js';
import type { Given } from './given.js';
import { checkText } from './limits.js';
import { kindsOf } from './plan-groups.js';

/** How many entities an argument may refer to. */
export const MOST_REFERENCES = 100;

/** What the plan of a path or neighbourhood needs to know of the selection below it. */
export interface Below {
  readonly schema: GraphQLSchema;
  /** The selected fields of an object type by response key. */
  fields(type: GraphQLObjectType, nodes: readonly FieldNode[]): Iterable<readonly [key: string, FieldNode[]]>;
  /** What is selected of the records that a field leads to. */
  shapes(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>, nodes: readonly FieldNode[]): Shapes;
}

/** A field with what is selected of it. */
interface Selected {
  readonly field: GraphQLField<unknown, unknown>;
  readonly nodes: readonly FieldNode[];
}

/**
 * Plans `paths`.
 *
 * @param cite Whether to read also what the answer rests on: the relations, whatever is selected of a path.
 * @throws RequestError where an argument is not acceptable.
 */
export function planPaths(given: Given, selected: Selected, below: Below, cite: boolean): PathsPlan {
  const avoided = given.at('notThrough')?.required().items() ?? [];
  return {
    answer: 'paths',
    references: references([given.at('from')!, given.at('to')!, ...atMost('notThrough', avoided)], given),
    ...typesOf(given),
    throughHubs: given.at('throughHubs')?.required().value === true,
    longest: bounded(given, 'maxHops', 0, 6),
    size: bounded(given, 'first', 0, 20),
    reads: [...(cite ? [CITED_HOPS] : []), ...pathReads(selected, below)],
  };
}

function pathReads(selected: Selected, below: Below): readonly PathRead[] {
  return partsOf(selected, below).map(([as, plan, part]): PathRead => {
    if (!('path' in plan)) throw new Error(`${part.field.name} is no field of a path.`);
    switch (plan.path) {
      case 'length':
      case 'told':
        return { as, path: plan.path };
      case 'nodes':
        return { as, path: 'nodes', shapes: part.shapes() };
      case 'hops':
        return { as, path: 'hops', hop: hopOf(part, below) };
    }
  });
}

function hopOf(selected: Selected, below: Below): readonly HopRead[] {
  return partsOf(selected, below).map(([as, plan, part]): HopRead => {
    if (!('hop' in plan)) throw new Error(`${part.field.name} is no field of a hop.`);
    return plan.hop === 'forward' ? { as, hop: 'forward' } : { as, hop: plan.hop, shapes: part.shapes() };
  });
}

/** Plans `neighbourhood`. @throws RequestError where an argument is not acceptable. */
export function planNeighbourhood(given: Given, selected: Selected, below: Below): NeighbourhoodPlan {
  return {
    answer: 'neighbourhood',
    references: references(atMost('of', given.at('of')!.items()), given),
    ...typesOf(given),
    ...kindsWanted(given, below.schema),
    depth: bounded(given, 'depth', 0, 3),
    size: bounded(given, 'maxNodes', 1, 300),
    reads: partsOf(selected, below).map(([as, plan, part]): SubgraphRead => {
      if (!('subgraph' in plan)) throw new Error(`${part.field.name} is no field of a neighbourhood.`);
      return plan.subgraph === 'nodes' || plan.subgraph === 'links'
        ? { as, subgraph: plan.subgraph, shapes: part.shapes() }
        : { as, subgraph: plan.subgraph };
    }),
  };
}

/** Where the relations of `Entity.related` come from. */
export function alongRelated(given: Given, schema: GraphQLSchema): Along {
  return { related: typesOf(given).types ?? 'any', ...kindsWanted(given, schema) };
}

/** The fields selected of an object, each with its plan. */
function partsOf({ field, nodes }: Selected, below: Below) {
  const type = getNamedType(field.type) as GraphQLObjectType;
  return [...below.fields(type, nodes)].flatMap(([as, partNodes]) => {
    const part = type.getFields()[partNodes[0]!.name.value];
    if (!part) return [];
    const selected = { field: part, nodes: partNodes, shapes: () => below.shapes(type, part, partNodes) };
    return [[as, part.extensions[EXTENSION] as FieldPlan, selected] as const];
  });
}

function references(refs: readonly Given[], { list }: Given): References {
  const parameters = refs.map((ref) => {
    const id = ref.at('id');
    return {
      text: id
        ? id.parameter((value: string) => checkText(value))
        : ref.at('name')!.parameter((name: string) => fold(checkText(name))),
      isName: Number(!id),
    };
  });
  return {
    values: list.computed((values) => parameters.map(({ text }) => values[text.parameter] as string)),
    named: list.constant(parameters.map(({ isName }) => isName)),
  };
}

function typesOf(given: Given): { readonly types?: readonly string[] } {
  const via = given.at('via')?.required();
  return via ? { types: distinct(via) } : {};
}

function kindsWanted(given: Given, schema: GraphQLSchema): { readonly kinds?: readonly string[] } {
  const wanted = given.at('kinds')?.required();
  if (!wanted) return {};
  const declared = kindsOf(schema);
  return { kinds: distinct(wanted).map((value) => declared.find(({ kind }) => kind === value)!.name) };
}

/** Values of an enumeration in one order, so that a list that says the same makes the same plan. */
function distinct(list: Given): readonly string[] {
  return [...new Set(list.items().map(({ value }) => value as string))].sort();
}

function atMost(argument: string, refs: readonly Given[]): readonly Given[] {
  if (refs.length <= MOST_REFERENCES) return refs;
  throw new RequestError(
    'BAD_USER_INPUT',
    `${argument} refers to ${MOST_REFERENCES} entities at most; ${refs.length} are given.`,
    { argument, limit: MOST_REFERENCES, actual: refs.length },
  );
}

/** A whole number within bounds, as a parameter; null is as good as the argument's default. */
function bounded(given: Given, argument: string, least: number, most: number): Parameter {
  const otherwise = given.asked.field.args.find(({ name }) => name === argument)!.defaultValue as number;
  const value = given.at(argument);
  if (!value) return given.list.constant(otherwise);
  return value.parameter((number: number | null) => {
    const actual = number ?? otherwise;
    if (actual >= least && actual <= most) return actual;
    throw new RequestError('BAD_USER_INPUT', `${argument} is ${actual}. It is from ${least} to ${most}.`, {
      argument,
      limit: actual < least ? least : most,
      actual,
    });
  });
}
