import 'reflect-metadata';
import { GraphQLNonNull, isInputObjectType, isObjectType, type GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import type { KindDeclaration } from '../model/declare.js';
import { deriveTypes } from '../model/derive/derive-types.js';
import { EXTENSION, type RootPlan } from '../model/field-plan.js';
import { createQueryResolver } from './query-resolver.js';

/** The GraphQL schema that follows from a list of kinds: their types, and the questions one may ask of them. */
export function createSchema(kinds: readonly KindDeclaration[]): GraphQLSchema {
  const schema = buildSchemaSync({ resolvers: [createQueryResolver(deriveTypes(kinds))], validate: false });
  for (const type of Object.values(schema.getTypeMap())) {
    // type-graphql knows no OneOf input objects yet (graphql-js does, since 16.9).
    if (isInputObjectType(type) && isOneOf(type.extensions[EXTENSION])) type.isOneOf = true;
    if (isObjectType(type) && type === schema.getQueryType()) {
      type.description = 'What one may ask. Every root field is answered by one read of the graph.';
      for (const field of Object.values(type.getFields())) {
        const plan = field.extensions[EXTENSION] as RootPlan | undefined;
        if (plan?.root === 'asOf') field.type = new GraphQLNonNull(type);
      }
    }
  }
  return schema;
}

function isOneOf(extension: unknown): boolean {
  return typeof extension === 'object' && extension !== null && 'oneOf' in extension;
}
