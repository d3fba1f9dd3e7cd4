import { getArgumentValues, Kind, type FieldNode, type GraphQLField } from 'graphql';
import { RequestError } from '../errors.js';
import type { Parameter, Parameters, ParameterValue } from '../plan/read-plan.js';
import type { Moment } from './moment.js';

/** Variables of a request, as graphql-js coerced them. */
export type Variables = Readonly<Record<string, unknown>>;

/** A field of a document whose arguments are read. */
interface Asked {
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
}

type ValueOf = (
  argumentsOf: (asked: Asked) => Readonly<Record<string, unknown>>,
  values: Record<string, ParameterValue>,
  moment: Moment,
) => ParameterValue;

/**
 * The parameters of one plan: each knows how to get its value out of the arguments of a field, so that a plan that was
 * made for one request serves every request of the same document and shape.
 */
export class ParameterList {
  readonly #valuesOf: ValueOf[] = [];
  readonly #constants = new Map<string, Parameter>();

  constructor(readonly variables: Variables) {}

  /** The arguments given to a field. */
  argumentsOf(field: GraphQLField<unknown, unknown>, node: FieldNode): Given {
    const values = getArgumentValues(field, node, this.variables);
    return new Given(this, { field, node }, [], values);
  }

  /** A parameter whose value is computed of those before it. */
  computed(compute: (values: Parameters) => ParameterValue): Parameter {
    return this.add((_, values) => compute(values));
  }

  /** A parameter of a value that no request gives: one for all places that want the same. */
  constant(value: ParameterValue): Parameter {
    const key = JSON.stringify(value);
    const known = this.#constants.get(key) ?? this.computed(() => value);
    this.#constants.set(key, known);
    return known;
  }

  /** A parameter whose value tells of the moment as of which the request asks. */
  ofMoment(valueOf: (moment: Moment) => ParameterValue): Parameter {
    return this.add((_argumentsOf, _values, moment) => valueOf(moment));
  }

  add(valueOf: ValueOf): Parameter {
    return { parameter: `p${this.#valuesOf.push(valueOf)}` };
  }

  /**
   * The values of all parameters for a request.
   *
   * @throws RequestError where a value is not acceptable, such as a page of more than 100.
   */
  values(variables: Variables, moment: Moment): Parameters {
    const known = new Map<FieldNode, Readonly<Record<string, unknown>>>();
    const argumentsOf = ({ field, node }: Asked) => {
      let values = known.get(node);
      if (!values) known.set(node, (values = getArgumentValues(field, node, variables)));
      return values;
    };
    const values: Record<string, ParameterValue> = {};
    this.#valuesOf.forEach((valueOf, index) => (values[`p${index + 1}`] = valueOf(argumentsOf, values, moment)));
    return values;
  }
}

/** A value given for an argument, or a part of one. */
export class Given {
  constructor(
    readonly list: ParameterList,
    readonly asked: Asked,
    readonly path: readonly (string | number)[],
    /** The value in this request. A plan may depend on its shape (keys, booleans, enumerations), not on texts and numbers. */
    readonly value: unknown,
  ) {}

  /** The value's name for messages: `where.concludedOn.year`. */
  get name(): string {
    return this.path.join('.');
  }

  /** A part of the value; `undefined` where it was left out. */
  at(key: string): Given | undefined {
    const value = (this.value as Readonly<Record<string, unknown>>)[key];
    return value === undefined ? undefined : new Given(this.list, this.asked, [...this.path, key], value);
  }

  /**
   * The parts of an input object that were given, by key.
   *
   * @throws RequestError where one is null: a condition that is null would silently constrain nothing.
   */
  entries(): readonly (readonly [key: string, part: Given])[] {
    return Object.keys(this.value as object).flatMap((key) => {
      const part = this.at(key);
      return part ? [[key, part.required()] as const] : [];
    });
  }

  /** The items of a list. */
  items(): readonly Given[] {
    return (this.value as readonly unknown[]).map((value, index) =>
      new Given(this.list, this.asked, [...this.path, index], value).required(),
    );
  }

  /** Itself. @throws RequestError where the value is null. */
  required(): Given {
    if (this.value !== null) return this;
    throw new RequestError(
      'BAD_USER_INPUT',
      `${this.name} is null. Leave it out to constrain nothing; isNull: true asks for what has no value.`,
      {
        argument: this.name,
      },
    );
  }

  /** The value as a parameter, converted to what stores compare. */
  parameter<Value>(convert: (value: Value) => ParameterValue = (value) => value as ParameterValue): Parameter {
    const { asked, path } = this;
    return this.list.add((argumentsOf) => {
      const value = path.reduce<unknown>(
        (part, key) => (part as Readonly<Record<string | number, unknown>>)[key],
        argumentsOf(asked),
      );
      return convert(value as Value);
    });
  }

  /** The value as a parameter that is a list, each item converted. */
  listParameter<Item>(convert: (item: Item) => string | number): Parameter {
    return this.parameter((items: readonly Item[]) => items.map(convert));
  }

  /** Whether the document itself gives this argument, so that no default speaks. */
  isExplicit(name: string): boolean {
    const argument = this.asked.node.arguments?.find((candidate) => candidate.name.value === name);
    if (!argument || argument.value.kind === Kind.NULL) return false;
    return argument.value.kind !== Kind.VARIABLE || this.list.variables[argument.value.name.value] != null;
  }
}
