import {
  getNamedType,
  getNullableType,
  GraphQLID,
  isInputObjectType,
  isListType,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputType,
  type OperationDefinitionNode,
  typeFromAST,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { refuse } from './codes.js';
import type { Limits } from './config.js';

/** Arguments that hold a text to search for: as short as ids. */
const SEARCH_ARGUMENTS: ReadonlySet<string> = new Set(['text', 'prefix']);

/** Nothing that a client may mean nests deeper, and what does is not walked. */
const DEEPEST_VALUE = 32;

type StringLimits = Pick<Limits, 'searchLength' | 'stringLength'>;

/**
 * Checks every string of a valid document and of its variables: its length by what it is for, and that it is text,
 * which NUL and halves of surrogate pairs are not.
 *
 * @throws GraphQLError BAD_USER_INPUT.
 */
export function checkStrings(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  limits: StringLimits,
): void {
  const types = new TypeInfo(schema);
  const lengthHere = (): number => {
    const searches = SEARCH_ARGUMENTS.has(types.getArgument()?.name ?? '') && types.getParentInputType() === undefined;
    return searches ? limits.searchLength : lengthOf(types.getInputType(), limits);
  };
  visit(
    document,
    visitWithTypeInfo(types, {
      StringValue: ({ value }) => checkString(value, lengthHere(), `"${types.getArgument()?.name ?? 'a string'}"`),
      Variable: ({ name }) => {
        const value = variables[name.value];
        if (typeof value === 'string') checkString(value, lengthHere(), `"$${name.value}"`);
      },
    }),
  );
  for (const { variable, type } of operation.variableDefinitions ?? []) {
    const name = variable.name.value;
    const declared = typeFromAST(schema, type as Parameters<typeof typeFromAST>[1]);
    checkValue(variables[name], isInputType(declared) ? declared : undefined, limits, `"$${name}"`);
  }
}

function lengthOf(type: GraphQLInputType | null | undefined, limits: StringLimits): number {
  return type && getNamedType(type) === GraphQLID ? limits.searchLength : limits.stringLength;
}

function checkValue(
  value: unknown,
  type: GraphQLInputType | undefined,
  limits: StringLimits,
  place: string,
  depth = 0,
): void {
  if (typeof value === 'string') return checkString(value, lengthOf(type, limits), place);
  if (typeof value !== 'object' || value === null) return;
  if (depth === DEEPEST_VALUE)
    throw refuse('BAD_USER_INPUT', `${place} nests more than ${DEEPEST_VALUE} deep.`, {
      limit: DEEPEST_VALUE,
      actual: depth + 1,
    });
  const nullable = type && getNullableType(type);
  const item = isListType(nullable) ? (nullable.ofType as GraphQLInputType) : nullable;
  if (Array.isArray(value)) return value.forEach((entry) => checkValue(entry, item, limits, place, depth + 1));
  const fields = isInputObjectType(nullable) ? nullable.getFields() : {};
  for (const [name, entry] of Object.entries(value)) checkValue(entry, fields[name]?.type, limits, place, depth + 1);
}

function checkString(value: string, limit: number, place: string): void {
  if (value.length > limit) {
    const actual = value.length;
    throw refuse('BAD_USER_INPUT', `${place} has ${actual} characters; at most ${limit} are accepted.`, {
      limit,
      actual,
    });
  }
  if (/\0|\p{Surrogate}/u.test(value)) {
    throw refuse('BAD_USER_INPUT', `${place} is not text: it contains NUL or half of a surrogate pair.`);
  }
}
