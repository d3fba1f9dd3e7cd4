import { post } from './api.js';
import { shapeOf, type IntrospectedType, type SchemaShape } from './schema-shape.js';

/** Introspection without descriptions and arguments, a thirtieth of the whole. */
const SHAPE_QUERY = `query SchemaShape {
  __schema {
    types { name fields { name type { ...reference } } interfaces { name } possibleTypes { name } }
  }
}
fragment reference on __Type { name ofType { name ofType { name ofType { name } } } }`;

let asked: Promise<SchemaShape> | undefined;

/** The shape of the schema behind this page, asked once. Throws where the server does not tell it. */
export function fetchSchemaShape(): Promise<SchemaShape> {
  asked ??= post({ query: SHAPE_QUERY }).then(({ data, errors }) => {
    const types = (data as { __schema?: { types: IntrospectedType[] } } | null | undefined)?.__schema?.types;
    if (!types) throw new Error(errors?.[0]?.message ?? 'The server does not tell its schema');
    return shapeOf(types);
  });
  // What failed may succeed when asked again.
  asked.catch(() => (asked = undefined));
  return asked;
}
