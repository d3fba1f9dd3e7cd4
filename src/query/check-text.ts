import { RequestError } from '../errors.js';

/** The longest id, name or other short text that is looked for, in characters. */
const LONGEST_TEXT = 200;

/**
 * A text of the caller.
 *
 * @throws RequestError where it is longer than an id or name can be.
 */
export function checkText(text: string, limit = LONGEST_TEXT): string {
  if (text.length <= limit) return text;
  throw new RequestError(
    'BAD_USER_INPUT',
    `The text has ${text.length} characters; an id or name has ${limit} at most.`,
    {
      limit,
      actual: text.length,
    },
  );
}
