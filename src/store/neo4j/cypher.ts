/**
 * Cypher as a language of its own within TypeScript. A piece of it is written in the template `cypher`, which takes
 * other pieces and refuses plain strings, so that no value can become part of a statement: values are parameters.
 */

const CYPHER = Symbol('Cypher');

/** A piece of Cypher. */
export interface Cypher {
  readonly [CYPHER]: string;
}

/**
 * Writes Cypher.
 *
 *     cypher`MATCH (${node}:${name('Agreement')}) RETURN ${node}.id`
 *
 * @throws TypeError where something else than a piece of Cypher is put in.
 */
export function cypher(texts: TemplateStringsArray, ...parts: readonly Cypher[]): Cypher {
  return piece(texts.reduce((text, next, index) => text + textOf(parts[index - 1]!) + next));
}

/** The text of a whole statement. */
export function textOf(part: Cypher): string {
  const text = (part as Partial<Cypher> | undefined)?.[CYPHER];
  if (text === undefined) throw new TypeError('Only Cypher can be put into Cypher: a value is a parameter.');
  return text;
}

/**
 * A name of the model or of ours: a label, type, property, variable.
 *
 * @throws TypeError where it is not made of letters, digits and `_`. Quoting would not do: Neo4j reads `\u0060` within
 *   backticks as a backtick.
 */
export function name(text: string): Cypher {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(text))
    throw new TypeError(`${JSON.stringify(text)} cannot be a name in Cypher.`);
  return piece(text);
}

/** A parameter by its name: `$p1`. */
export function parameter(text: string): Cypher {
  return cypher`$${name(text)}`;
}

/** A whole number that belongs to the shape of a statement, such as a place in a list. */
export function place(number: number): Cypher {
  if (!Number.isSafeInteger(number) || number < 0) throw new TypeError(`${number} is no place in a list.`);
  return piece(String(number));
}

/** Pieces one after the other, with another between them. */
export function join(parts: readonly Cypher[], separator: Cypher = cypher`, `): Cypher {
  return piece(parts.map(textOf).join(textOf(separator)));
}

/** Clauses one below the other; empty ones leave no trace. */
export function lines(...parts: readonly (Cypher | readonly Cypher[] | undefined)[]): Cypher {
  return piece(
    parts
      .flat()
      .flatMap((part) => (part ? [textOf(part as Cypher)] : []))
      .filter((text) => text !== '')
      .join('\n'),
  );
}

/** Clauses within braces, set in: `CALL (n) { … }`. */
export function block(head: Cypher, body: Cypher): Cypher {
  return piece(`${textOf(head)} {\n${textOf(body).replace(/^/gm, '  ')}\n}`);
}

/** Nothing. */
export const nothing = cypher``;

/** All hold. @param conditions Without any, nothing is written. */
export function where(conditions: readonly Cypher[]): Cypher {
  return conditions.length === 0 ? nothing : cypher`WHERE ${join(conditions, cypher` AND `)}`;
}

function piece(text: string): Cypher {
  return Object.freeze({ [CYPHER]: text });
}
