import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { RequestError, StoreError } from '../errors.js';
import { isCode, type Code } from './codes.js';

const MASKED = 'The server failed. It has been logged under the request id.';

const STORE_WORDS = {
  STORE_TIMEOUT: 'The query took too long: ask for less, or in several requests.',
  STORE_UNAVAILABLE: 'The graph cannot be read just now: try again in a second.',
} as const;

/**
 * Turns an error into what a client may see: the words of refusals, a fixed text for stores, and for all that is our
 * own fault a fixed text that the log explains. Names of the schema are not suggested: the schema itself is open.
 */
export function exposeError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { locations, path } = formatted;
  const place = { ...(locations && { locations }), ...(path && { path }) };
  const cause = causeOf(error);
  if (cause instanceof StoreError) {
    const code = cause.code === 'STORE_TIMEOUT' ? cause.code : 'STORE_UNAVAILABLE';
    return { message: STORE_WORDS[code], ...place, extensions: { code } };
  }
  if (cause instanceof RequestError) {
    return { message: formatted.message || cause.message, ...place, extensions: { ...cause.data, code: cause.code } };
  }
  const code = codeOf(formatted, cause);
  if (code === 'INTERNAL_SERVER_ERROR') return { message: MASKED, ...place, extensions: { code } };
  if (cause.name === 'ArgumentValidationError') {
    // type-graphql puts the whole input into its extensions.
    return { message: 'An argument is not valid.', ...place, extensions: { code: 'BAD_USER_INPUT' } };
  }
  const { limit, actual } = formatted.extensions ?? {};
  const measured = limit === undefined ? {} : { limit, actual };
  return { message: withoutSuggestion(formatted.message), ...place, extensions: { ...measured, code } };
}

/** Whether an error is our own fault, to be logged with all it has. */
export function isOurFault(error: unknown): boolean {
  const cause = causeOf(error);
  if (cause instanceof StoreError) return cause.code !== 'STORE_TIMEOUT';
  if (cause instanceof RequestError) return false;
  return codeOf(error instanceof GraphQLError ? error.toJSON() : { message: '' }, cause) === 'INTERNAL_SERVER_ERROR';
}

/** The error that was thrown, below what graphql-js and Apollo wrapped around it. */
export function causeOf(error: unknown): Error {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause instanceof Error ? cause : new Error(String(cause));
}

function codeOf({ message, extensions }: GraphQLFormattedError, cause: Error): Code {
  if (isCode(extensions?.['code']) && extensions['code'] !== 'INTERNAL_SERVER_ERROR') return extensions['code'];
  // graphql-js refuses null for an argument only when it executes, and gives no code.
  if (cause instanceof GraphQLError && /^Argument "/.test(message)) return 'BAD_USER_INPUT';
  return 'INTERNAL_SERVER_ERROR';
}

function withoutSuggestion(message: string): string {
  return message.replace(/ Did you mean .*\?$/s, '');
}
