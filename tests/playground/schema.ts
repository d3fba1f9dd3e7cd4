import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, introspectionFromSchema } from 'graphql';
import { shapeOf, type IntrospectedType } from '../../src/playground/schema-shape.js';

/** The schema that Entente serves, as it is checked in. */
export const schema = buildSchema(readFileSync(join(import.meta.dirname, '../../schema.graphql'), 'utf8'));

/** Its shape, as the page learns it. */
export const shape = shapeOf(introspectionFromSchema(schema).__schema.types as unknown as IntrospectedType[]);
