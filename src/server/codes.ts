import { GraphQLError } from 'graphql';
import type { MediaType } from './media-type.js';

/**
 * Every code that a client can be answered with, and its status: for `application/graphql-response+json`, then for
 * `application/json`. An error within data that was answered has a `path`, and the status 200.
 */
const statuses = {
  BAD_REQUEST: [400, 400],
  NOT_FOUND: [404, 404],
  METHOD_NOT_ALLOWED: [405, 405],
  NOT_ACCEPTABLE: [406, 406],
  REQUEST_TIMEOUT: [408, 408],
  PAYLOAD_TOO_LARGE: [413, 413],
  UNSUPPORTED_MEDIA_TYPE: [415, 415],
  HEADERS_TOO_LARGE: [431, 431],
  BATCHING_NOT_SUPPORTED: [400, 400],
  PERSISTED_QUERY_NOT_SUPPORTED: [400, 400],
  OPERATION_NOT_SUPPORTED: [400, 400],
  GRAPHQL_PARSE_FAILED: [400, 200],
  GRAPHQL_VALIDATION_FAILED: [400, 200],
  OPERATION_RESOLUTION_FAILURE: [400, 400],
  DOCUMENT_TOO_LARGE: [400, 400],
  QUERY_TOO_DEEP: [400, 400],
  TOO_MANY_ALIASES: [400, 400],
  TOO_MANY_DIRECTIVES: [400, 400],
  TOO_MANY_ROOT_FIELDS: [400, 400],
  QUERY_TOO_COSTLY: [400, 400],
  BAD_USER_INPUT: [400, 200],
  BAD_CURSOR: [400, 200],
  AMBIGUOUS_NAME: [400, 200],
  RESPONSE_TOO_LARGE: [400, 400],
  SERVER_BUSY: [503, 503],
  SHUTTING_DOWN: [503, 503],
  STORE_UNAVAILABLE: [503, 503],
  STORE_TIMEOUT: [504, 504],
  INTERNAL_SERVER_ERROR: [500, 500],
} as const satisfies Readonly<Record<string, readonly [number, number]>>;

/** A code that a client can be answered with. */
export type Code = keyof typeof statuses;

/** Whether a value is a code that clients may see. */
export function isCode(value: unknown): value is Code {
  return typeof value === 'string' && Object.hasOwn(statuses, value);
}

/** The status of an answer that is refused as a whole. */
export function statusOf(code: Code, mediaType: MediaType): number {
  const [strict, lenient] = statuses[code];
  return mediaType === 'application/json' ? lenient : strict;
}

/** A refusal: what is wrong and what would be accepted, with its code and data in `extensions`. */
export function refuse(code: Code, message: string, data: Readonly<Record<string, unknown>> = {}): GraphQLError {
  return new GraphQLError(message, { extensions: { ...data, code } });
}
