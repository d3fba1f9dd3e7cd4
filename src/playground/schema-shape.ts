/** What the pictures must know of the schema: the type of each field, and which types are entities and facts. */
export interface SchemaShape {
  /** The named type of a field, without list and non-null. */
  typeOf(type: string, field: string): string | undefined;
  /** The fields of a type with the named type of each. */
  fieldsOf(type: string): ReadonlyMap<string, string>;
  /** Whether values of the type implement the interface, or are of that very type. */
  is(type: string, name: string): boolean;
  /** Whether a field of the type may be of the interface: a type behind `Node` may be an entity. */
  mayBe(type: string, name: string): boolean;
  /** Whether the type has fields of its own. */
  isComposite(type: string): boolean;
}

/** A type as introspection gives it. */
export interface IntrospectedType {
  readonly name: string;
  readonly fields: readonly { readonly name: string; readonly type: TypeReference }[] | null;
  readonly interfaces: readonly { readonly name: string }[] | null;
  readonly possibleTypes: readonly { readonly name: string }[] | null;
}

interface TypeReference {
  readonly name: string | null;
  readonly ofType?: TypeReference | null;
}

/** The shape of the types of a schema. */
export function shapeOf(types: readonly IntrospectedType[]): SchemaShape {
  const fields = new Map(
    types.map((type) => [
      type.name,
      new Map((type.fields ?? []).map((field) => [field.name, nameOf(field.type)] as const)),
    ]),
  );
  const interfaces = new Map(
    types.map((type) => [type.name, new Set([type.name, ...(type.interfaces ?? []).map(({ name }) => name)])]),
  );
  const possible = new Map(types.map((type) => [type.name, (type.possibleTypes ?? []).map(({ name }) => name)]));
  const is = (type: string, name: string) => interfaces.get(type)?.has(name) ?? false;
  return {
    typeOf: (type, field) => fields.get(type)?.get(field),
    fieldsOf: (type) => fields.get(type) ?? new Map(),
    is,
    mayBe: (type, name) => is(type, name) || (possible.get(type) ?? []).some((one) => is(one, name)),
    isComposite: (type) => (fields.get(type)?.size ?? 0) > 0 || (possible.get(type)?.length ?? 0) > 0,
  };
}

const nameOf = (type: TypeReference): string => type.name ?? (type.ofType ? nameOf(type.ofType) : '');
