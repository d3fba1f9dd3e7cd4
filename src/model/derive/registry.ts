import {
  Arg,
  type ClassType,
  Extensions,
  Field,
  Float,
  ID,
  InputType,
  Int,
  InterfaceType,
  ObjectType,
  registerEnumType,
} from 'type-graphql';
import { ModelError } from '../../errors.js';
import { EXTENSION, type FieldPlan } from '../field-plan.js';
import { DateScalar, DecimalScalar, GeometryScalar } from '../scalars.js';

/** A type in type-graphql's terms. */
export interface TypeReference {
  readonly type: () => ClassType | [ClassType];
  readonly options: { readonly nullable: boolean | 'items' | 'itemsAndList' };
}

/** An argument of a field. */
export interface Argument {
  readonly name: string;
  /** As SDL writes it: `[EntityKind!]`. */
  readonly type: string;
  readonly description: string;
  readonly defaultValue?: unknown;
}

/** Types by name, and the one way to tell type-graphql of a field in SDL's words. */
export class Registry {
  readonly #types = new Map<string, ClassType>([
    ['String', String],
    ['Boolean', Boolean],
    ['Int', Int],
    ['Float', Float],
    ['ID', ID],
    ['Date', DateScalar],
    ['Decimal', DecimalScalar],
    ['Geometry', GeometryScalar],
  ] as unknown as [string, ClassType][]);

  #of(name: string): ClassType {
    const type = this.#types.get(name);
    if (!type) throw new ModelError(`There is no type ${name}.`);
    return type;
  }

  object(name: string, description: string, interfaces: readonly string[] = [], extension?: unknown): ClassType {
    const type = this.#declare(name);
    ObjectType(name, { description, simpleResolvers: true, implements: interfaces.map((it) => this.#of(it)) })(type);
    if (extension) Extensions({ [EXTENSION]: extension })(type);
    return type;
  }

  interface(name: string, description: string, interfaces: readonly string[] = []): ClassType {
    const type = this.#declare(name);
    const resolveType = (row: { readonly '@type': string }) => row['@type'];
    InterfaceType(name, { description, resolveType, implements: interfaces.map((it) => this.#of(it)) })(type as never);
    return type;
  }

  input(name: string, description: string, fields: readonly Argument[], extension?: unknown): void {
    const type = this.#declare(name);
    InputType(name, { description })(type);
    if (extension) Extensions({ [EXTENSION]: extension })(type);
    for (const field of fields) {
      const { type: named, options } = this.reference(field.type);
      Field(named, { ...options, description: field.description, ...defaultOf(field) })(type.prototype, field.name);
    }
  }

  enumeration(
    name: string,
    description: string,
    values: Readonly<Record<string, string>>,
    stored = (value: string) => value,
  ) {
    const members = Object.fromEntries(Object.keys(values).map((value) => [value, stored(value)]));
    const valuesConfig = Object.fromEntries(
      Object.entries(values).map(([value, meaning]) => [value, { description: meaning }]),
    );
    registerEnumType(members, { name, description, valuesConfig });
    this.#types.set(name, members as never);
  }

  field(
    on: ClassType,
    name: string,
    type: string,
    description: string,
    plan?: FieldPlan,
    args: readonly Argument[] = [],
  ) {
    const { type: named, options } = this.reference(type);
    Field(named, { ...options, description })(on.prototype, name);
    args.forEach((argument, index) => this.argument(on.prototype, name, index, argument));
    if (plan) Extensions({ [EXTENSION]: plan })(on.prototype, name);
  }

  argument(prototype: object, method: string, index: number, argument: Argument): void {
    const { type, options } = this.reference(argument.type);
    const settings = { ...options, description: argument.description, ...defaultOf(argument) };
    Arg(argument.name, type, settings)(prototype, method, index);
  }

  #declare(name: string): ClassType {
    if (this.#types.has(name)) throw new ModelError(`Two types are named ${name}.`);
    const type = { [name]: class {} }[name]!;
    this.#types.set(name, type);
    return type;
  }

  reference(sdl: string): TypeReference {
    const [, list, name, inner, outer] = /^(\[)?(\w+)(!)?\]?(!)?$/.exec(sdl) as unknown as [
      string,
      ...(string | undefined)[],
    ];
    const required = list ? outer : inner;
    const nullable = list && !inner ? (required ? 'items' : 'itemsAndList') : !required;
    return {
      type: () => (list ? [this.#of(name!)] : this.#of(name!)),
      options: { nullable },
    };
  }
}

/** The default of an argument, as type-graphql wants it. */
export function defaultOf({ defaultValue }: Argument) {
  return defaultValue === undefined ? {} : { defaultValue: defaultValue as never };
}

/** A field of an object type with the way in which it is answered. */
export interface PlannedField {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly plan?: FieldPlan;
  readonly args?: readonly Argument[];
}

/** Tells type-graphql of several fields of a type. */
export function addFields(registry: Registry, on: ClassType, fields: readonly PlannedField[]) {
  for (const { name, type, description, plan, args } of fields) registry.field(on, name, type, description, plan, args);
}
