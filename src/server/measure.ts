import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isListType,
  getNullableType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  type ValueNode,
} from 'graphql';
import { refuse } from './codes.js';
import type { Limits } from './config.js';

/** How large an operation is with its fragments expanded. Every number stops at the largest that is exact. */
export interface Measure {
  /** Fields from the root to the deepest leaf; `__typename` and introspection are free. */
  readonly depth: number;
  /** Fields, as often as they are written once fragments are expanded. */
  readonly selections: number;
  /** Fields of the query type: each is a read of its own. */
  readonly rootFields: number;
  /** Nodes that the page sizes allow: a page of 20, with pages of 10 inside, is 20 + 20 × 10. */
  readonly cost: number;
}

const NOTHING: Measure = { depth: 0, selections: 0, rootFields: 0, cost: 0 };

/** Sizes of introspection's lists, on average; its data are at hand, so a hundred of its nodes cost as five. */
const INTROSPECTION_LISTS: Readonly<Record<string, number>> = {
  args: 2,
  enumValues: 10,
  fields: 10,
  inputFields: 10,
  interfaces: 10,
  possibleTypes: 10,
};
const INTROSPECTION_SHARE = 20;

/** A valid operation, and all that is needed to measure it. */
export interface Measurable {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly limits: Pick<Limits, 'page' | 'pageMaximum'>;
}

/**
 * Measures a valid operation in time linear in its document: each fragment is measured once, however often it is spread.
 *
 * @throws GraphQLError BAD_USER_INPUT for a page that is negative or larger than allowed.
 */
export function measureOperation(measurable: Measurable): Measure {
  const { schema, operation, fragments } = measurable;
  const known = new Map<string, Measure>();

  function measureSet(set: SelectionSetNode, parent: GraphQLCompositeType): Measure {
    return set.selections
      .map((selection) => {
        if (selection.kind === Kind.FIELD) return measureField(selection, parent);
        if (selection.kind === Kind.FRAGMENT_SPREAD) return measureFragment(selection.name.value);
        return measureSet(selection.selectionSet, typeNamed(selection.typeCondition?.name.value) ?? parent);
      })
      .reduce(add, NOTHING);
  }

  function measureFragment(name: string): Measure {
    const fragment = fragments.get(name);
    if (!fragment) return NOTHING;
    const measured = known.get(name) ?? measureSet(fragment.selectionSet, compositeNamed(fragment));
    known.set(name, measured);
    return measured;
  }

  function measureField(node: FieldNode, parent: GraphQLCompositeType): Measure {
    const field = fieldOf(schema, node.name.value, parent);
    if (!field) return { ...NOTHING, selections: 1 };
    const type = getNamedType(field.type);
    const inner = node.selectionSet && isCompositeType(type) ? measureSet(node.selectionSet, type) : NOTHING;
    const introspects = type.name.startsWith('__');
    return saturate({
      depth: introspects ? 0 : inner.depth + 1,
      selections: inner.selections + 1,
      rootFields: inner.rootFields + (parent === schema.getQueryType() ? 1 : 0),
      cost: introspects ? introspectionCost(node, field, inner.cost) : costOf(node, field, inner.cost),
    });
  }

  function costOf(node: FieldNode, field: GraphQLField<unknown, unknown>, inner: number): number {
    const page = pageSizeOf(node, field, measurable);
    const times = isListType(getNullableType(field.type)) ? longestList(node, field, measurable.variables) : 1;
    const hops = numberOf(node, field, 'maxHops', measurable.variables);
    if (hops !== undefined) return times * (page ?? 1) * (hops + 1) * (1 + inner);
    return page === undefined ? times * inner : times * page * (1 + inner);
  }

  function introspectionCost(node: FieldNode, field: GraphQLField<unknown, unknown>, inner: number): number {
    if (field === SchemaMetaFieldDef || field === TypeMetaFieldDef) return inner / INTROSPECTION_SHARE;
    const name = node.name.value;
    const size = name === 'types' ? Object.keys(schema.getTypeMap()).length : INTROSPECTION_LISTS[name];
    return size === undefined ? inner : size * (1 + inner);
  }

  function typeNamed(name: string | undefined): GraphQLCompositeType | undefined {
    const type = name === undefined ? undefined : schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  }

  function compositeNamed(fragment: FragmentDefinitionNode): GraphQLCompositeType {
    const name = fragment.typeCondition.name.value;
    const type = typeNamed(name);
    if (!type) throw new Error(`Fragment on ${name}, which validation lets pass only if it is composite.`);
    return type;
  }

  const root = schema.getRootType(operation.operation);
  return root ? measureSet(operation.selectionSet, root) : NOTHING;
}

function fieldOf(
  schema: GraphQLSchema,
  name: string,
  parent: GraphQLCompositeType,
): GraphQLField<unknown, unknown> | undefined {
  if (name === SchemaMetaFieldDef.name && parent === schema.getQueryType()) return SchemaMetaFieldDef;
  if (name === TypeMetaFieldDef.name && parent === schema.getQueryType()) return TypeMetaFieldDef;
  return 'getFields' in parent ? parent.getFields()[name] : undefined;
}

function add(left: Measure, right: Measure): Measure {
  return saturate({
    depth: Math.max(left.depth, right.depth),
    selections: left.selections + right.selections,
    rootFields: left.rootFields + right.rootFields,
    cost: left.cost + right.cost,
  });
}

function saturate({ depth, selections, rootFields, cost }: Measure): Measure {
  const most = Number.MAX_SAFE_INTEGER;
  return {
    depth,
    selections: Math.min(selections, most),
    rootFields: Math.min(rootFields, most),
    cost: Math.min(cost, most),
  };
}

/** The size of a field's page, at least 1; undefined for a field without `first` or `last`. */
function pageSizeOf(
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
  measurable: Measurable,
): number | undefined {
  const paging = field.args.filter(({ name }) => name === 'first' || name === 'last');
  // Facts between two of the nodes come on top; they are about as many.
  const around = numberOf(node, field, 'maxNodes', measurable.variables);
  if (around !== undefined) return around;
  if (paging.length === 0) return undefined;
  const given = paging.map((argument) => valueOf(node, argument, measurable.variables));
  const sizes = given.filter((value) => typeof value === 'number');
  const { page, pageMaximum } = measurable.limits;
  for (const size of sizes) {
    if (size >= 0 && size <= pageMaximum) continue;
    throw refuse('BAD_USER_INPUT', `A page of "${field.name}" has from 0 to ${pageMaximum} nodes, not ${size}.`, {
      limit: pageMaximum,
      actual: size,
    });
  }
  return Math.max(1, ...(sizes.length > 0 ? sizes : [page]));
}

/** The value of an argument that is a whole number, at least 1; undefined for a field without it. */
function numberOf(
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
  name: string,
  variables: Measurable['variables'],
): number | undefined {
  const argument = field.args.find((candidate) => candidate.name === name);
  const value = argument && valueOf(node, argument, variables);
  return typeof value === 'number' ? Math.max(1, value) : undefined;
}

/** The longest list among a field's arguments, such as the ids of `nodes(ids:)`: each brings a node. References bring none. */
function longestList(
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
  variables: Measurable['variables'],
): number {
  const lists = field.args.filter(
    ({ type }) =>
      isListType(getNullableType(type)) && !isEnumType(getNamedType(type)) && getNamedType(type).name !== 'EntityRef',
  );
  const lengths = lists
    .map((argument) => valueOf(node, argument, variables))
    .map((value) => (Array.isArray(value) ? value.length : 1));
  return Math.max(1, ...lengths);
}

/** What an argument comes to: its literal, its variable, the variable's default or its own; a list as far as its length. */
function valueOf(node: FieldNode, argument: GraphQLArgument, variables: Measurable['variables']): unknown {
  const written = node.arguments?.find(({ name }) => name.value === argument.name)?.value;
  const value = written && literalOf(written, variables);
  return value ?? argument.defaultValue;
}

function literalOf(value: ValueNode, variables: Measurable['variables']): unknown {
  if (value.kind === Kind.VARIABLE) return variables[value.name.value];
  if (value.kind === Kind.INT) return Number(value.value);
  if (value.kind === Kind.LIST) return value.values;
  return undefined;
}
