import { RequestError } from '../errors.js';
import { fold } from '../model/fold.js';
import { editKeysOf, searchKeysOf } from '../model/search.js';
import type { Parameter } from '../plan/read-plan.js';
import type { Sought } from '../plan/search.js';
import type { Given, ParameterList } from './given.js';
import { LONGEST_TEXT } from './limits.js';

/** How many names `match` takes. */
export const MOST_QUERIES = 50;

/**
 * What a question with a text and perhaps kinds looks for.
 *
 * @param options.asTyped A word must be met as it is, whole or as the beginning of one.
 */
export function soughtIn(
  given: Given,
  text: string,
  parameters: ParameterList,
  { asTyped = false }: { readonly asTyped?: boolean } = {},
): Parameter {
  const looked = given.at(text)!.parameter((value: string) => checkSought(value, text));
  const kinds = given.at('kinds')?.required().parameter();
  return parameters.computed((values) =>
    soughtOf(
      values[looked.parameter] as string,
      kinds ? (values[kinds.parameter] as readonly string[]) : null,
      asTyped,
    ),
  );
}

/** What each of a list of `MatchInput` looks for. */
export function allSoughtIn(queries: Given): Parameter {
  for (const query of queries.items()) {
    query.at('kinds')?.required();
    query.at('country')?.required();
  }
  return queries.parameter((inputs: readonly MatchInput[]) => {
    if (inputs.length > MOST_QUERIES) {
      throw new RequestError(
        'BAD_USER_INPUT',
        `${queries.name} has ${inputs.length} names; match takes ${MOST_QUERIES} at most.`,
        { argument: queries.name, limit: MOST_QUERIES, actual: inputs.length },
      );
    }
    return inputs.map(({ name, kinds = null, country }, index) => {
      const at = `${queries.name}.${index}`;
      return {
        ...soughtOf(checkSought(name, `${at}.name`), kinds, false),
        country: country ? countryOf(country, `${at}.country`) : null,
      };
    });
  });
}

interface MatchInput {
  readonly name: string;
  readonly kinds?: readonly string[];
  readonly country?: EntityRef;
}

/** An `EntityRef`, of which one is given. */
interface EntityRef {
  readonly id?: string;
  readonly name?: string;
}

/** A hint, which may fit several entities. */
function countryOf({ id, name }: EntityRef, argument: string): Sought['country'] {
  return name === undefined
    ? { id: checkSought(id!, `${argument}.id`), name: null }
    : { id: null, name: fold(checkSought(name, `${argument}.name`)) };
}

function soughtOf(text: string, kinds: readonly string[] | null, asTyped: boolean): Sought {
  const keys = searchKeysOf(text);
  const words = [...new Set(keys.words)];
  const edits = words.map((word) => (asTyped ? [] : editKeysOf(word)));
  return { text, ...keys, words, opening: `${keys.spaced} `, length: keys.spaced.length, edits, kinds, country: null };
}

function checkSought(text: string, argument: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  throw new RequestError(
    'BAD_USER_INPUT',
    `${argument} has ${text.length} characters; a text to look for has ${LONGEST_TEXT} at most.`,
    { argument, limit: LONGEST_TEXT, actual: text.length },
  );
}
