import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  printSchema,
  validateSchema,
  type GraphQLInputObjectType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { declarationsOf } from '../../src/model/declare.js';
import { createSchema } from '../../src/resolvers/create-schema.js';
import { kinds } from '../../src/schema/index.js';
import { toyKinds } from '../toy/kinds.js';
import { toySchema } from '../toy/toy-graph.js';

const schema = createSchema(declarationsOf(kinds));

/** What of a schema has no description, by its coordinate. */
function undescribed(of: GraphQLSchema): readonly string[] {
  const missing: string[] = [];
  const check = (coordinate: string, { description }: { readonly description?: string | null | undefined }) => {
    if (!description?.trim()) missing.push(coordinate);
  };
  for (const type of Object.values(of.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    check(type.name, type);
    if (isEnumType(type)) for (const value of type.getValues()) check(`${type.name}.${value.name}`, value);
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) check(`${type.name}.${field.name}`, field);
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      check(`${type.name}.${field.name}`, field);
      for (const argument of field.args) check(`${type.name}.${field.name}(${argument.name}:)`, argument);
    }
  }
  return missing;
}

describe.each([
  ['of the shipped kinds', schema],
  ['of the toy kinds', toySchema],
])('the schema %s', (_name, of) => {
  test('is valid', () => {
    expect(validateSchema(of)).toEqual([]);
  });

  test('describes every type, field, argument, value and input field', () => {
    expect(undescribed(of)).toEqual([]);
  });

  test('gives every connection its four fields, and every edge a cursor and a node', () => {
    const types = Object.values(of.getTypeMap()).filter(isObjectType);
    for (const type of types.filter(({ name }) => name.endsWith('Connection')))
      expect(Object.keys(type.getFields()).slice(0, 4)).toEqual(['edges', 'nodes', 'pageInfo', 'totalCount']);
    for (const type of types.filter(({ name }) => name.endsWith('Edge'))) {
      const { cursor, node } = type.getFields();
      expect([String(cursor!.type), String(node!.type).endsWith('!')]).toEqual(['String!', true]);
      expect(type.getInterfaces().map(({ name }) => name)).toEqual(
        type.name.endsWith('FactEdge') ? ['Fact', 'Node'] : [],
      );
    }
  });

  test('gives every filter its connectives, and every order exactly one key', () => {
    const inputs = Object.values(of.getTypeMap()).filter(isInputObjectType);
    for (const input of inputs.filter(({ name }) => name.endsWith('Order'))) expect(input.isOneOf).toBe(true);
    expect((of.getType('EntityRef') as GraphQLInputObjectType).isOneOf).toBe(true);
    for (const name of ['EntityFilter', 'EntityFactFilter', 'FactFilter', 'ClaimFilter', 'SourceFilter']) {
      const { and, or, not } = (of.getType(name) as GraphQLInputObjectType).getFields();
      expect([and, or, not].map((field) => String(field!.type))).toEqual([`[${name}!]`, `[${name}!]`, name]);
    }
  });

  test('takes no null where a list has items, and no argument of a page has a default but first', () => {
    for (const type of Object.values(of.getTypeMap()).filter(isInputObjectType)) {
      for (const field of Object.values(type.getFields()))
        expect([field.name, String(field.type)]).toEqual([field.name, expect.not.stringMatching(/\[\w+\]/)]);
    }
    const { first, last, after, before } = Object.fromEntries(
      of
        .getQueryType()!
        .getFields()
        ['sources']!.args.map((argument) => [argument.name, argument.defaultValue]),
    );
    expect([first, last, after, before]).toEqual([20, undefined, undefined, undefined]);
  });
});

test('every kind has a field for one and a field for many, and a type that is Entity and Node', () => {
  for (const kind of declarationsOf(kinds)) {
    const { [kind.singular]: one, [kind.plural]: many } = schema.getQueryType()!.getFields();
    expect([String(one!.type), String(many!.type)]).toEqual([kind.name, `${kind.name}Connection!`]);
    const type = schema.getType(kind.name) as GraphQLObjectType;
    expect(type.getInterfaces().map(({ name }) => name)).toEqual(['Entity', 'Node']);
    for (const { name } of [...kind.properties, ...kind.relations]) expect(type.getFields()).toHaveProperty(name);
  }
});

test('no kind declares a property or relation under a name that is every entity’s, or twice', () => {
  const taken = Object.keys((schema.getType('Entity') as GraphQLObjectType).getFields());
  for (const kind of [...declarationsOf(kinds), ...toyKinds]) {
    const names = [...kind.properties, ...kind.relations].map(({ name }) => name);
    expect(names.filter((name) => taken.includes(name) || ['and', 'or', 'not'].includes(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  }
});

test('two schemas live beside each other in one process, and making one again gives the same', () => {
  expect(printSchema(createSchema(declarationsOf(kinds)))).toBe(printSchema(schema));
  expect(schema.getType('Treaty')).toBeUndefined();
  expect(toySchema.getType('Agreement')).toBeUndefined();
});

/** Each kind may be imported first: with circular imports and emitted decorators, some order would fail. */
const built = fileURLToPath(new URL('../../dist/schema/', import.meta.url));

test.runIf(existsSync(built))('the kinds may be imported in any order', () => {
  for (const file of readdirSync(built).filter((name) => name.endsWith('.js'))) {
    const script = `await import('reflect-metadata').catch(() => undefined); const { kinds } = await import('./index.js'); if (kinds.some((kind) => kind === undefined)) throw new Error('undefined');`;
    expect(() =>
      execFileSync(process.execPath, ['--input-type=module', '--eval', `await import('./${file}'); ${script}`], {
        cwd: built,
        stdio: 'pipe',
      }),
    ).not.toThrow();
  }
});
