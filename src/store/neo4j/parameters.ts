import type { CursorPosition, Parameter, Parameters } from '../../plan/read-plan.js';
import type { Sought } from '../../plan/search.js';
import { cypher, parameter, type Cypher } from './cypher.js';
import { number, type FacetType } from './layout.js';

/** How a parameter of a plan is sent. A list is sent as a list of this type. */
export type ParameterType = FacetType | 'factId' | 'sought';

/** The parameters of a statement, each with the way to its value. */
export class StatementParameters {
  readonly #valueOf = new Map<string, (parameters: Parameters) => unknown>();
  readonly #types = new Map<string, ParameterType>();

  /** A parameter of the plan. It keeps its name unless it is sent in two ways. */
  of({ parameter: key }: Parameter, type: ParameterType): Cypher {
    let sent = key;
    const known = this.#types.get(key);
    if (known !== undefined && known !== type) sent = `${key}_${type}`;
    this.#types.set(sent, type);
    this.#valueOf.set(sent, (parameters) => sendable(parameters[key], type));
    return parameter(sent);
  }

  /** The values of the order's keys at a cursor: `$p4_0, $p4_1`. */
  position({ parameter: key }: Parameter, types: readonly FacetType[]): readonly Cypher[] {
    return types.map((type, place) => {
      const sent = `${key}_${place}`;
      this.#valueOf.set(sent, (parameters) => sendable((parameters[key] as CursorPosition)[place] ?? null, type));
      return parameter(sent);
    });
  }

  values(parameters: Parameters): Record<string, unknown> {
    const values: Record<string, unknown> = {};
    for (const [sent, valueOf] of this.#valueOf) values[sent] = valueOf(parameters);
    return values;
  }
}

function sendable(value: unknown, type: ParameterType): unknown {
  if (Array.isArray(value)) return value.map((each) => sendable(each, type));
  if (type === 'sought') {
    const { length, ...sought } = value as Sought;
    return { ...sought, length: number(length, true) };
  }
  if (typeof value === 'number') return number(value, type === 'integer');
  if (type === 'factId' && typeof value === 'string') return value.replace(/[<>]$/, '');
  return value;
}

/** A place in a list: `rows[0]`. */
export function at(list: Cypher, index: Cypher): Cypher {
  return cypher`${list}[${index}]`;
}
