import { readBody } from './body.js';
import { refuse } from './codes.js';

/** What a client asks: the parameters of a GraphQL request. An absent one is left out, since Apollo refuses `undefined`. */
export interface Parameters {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/**
 * Reads the parameters from the address of a GET or from the body of a POST.
 *
 * @throws GraphQLError BAD_REQUEST, UNSUPPORTED_MEDIA_TYPE, PAYLOAD_TOO_LARGE, BATCHING_NOT_SUPPORTED or
 * PERSISTED_QUERY_NOT_SUPPORTED.
 */
export async function readParameters(request: Request, bodyBytes: number): Promise<Parameters> {
  const sent = request.method === 'GET' ? readAddress(request) : parseJson(await readBody(request, bodyBytes), 'body');
  return checkParameters(sent);
}

/** The same four names as in a body; `variables` and `extensions` are JSON. */
function readAddress(request: Request): Record<string, unknown> {
  const type = request.headers.get('content-type');
  if (type !== null && mediaTypeOf(type) !== 'application/json') {
    throw refuse('UNSUPPORTED_MEDIA_TYPE', 'A GET has no Content-Type, or application/json.');
  }
  const { search, searchParams } = new URL(request.url);
  if (!isDecodable(search)) throw refuse('BAD_REQUEST', 'The address is not percent-encoded UTF-8.');
  const sent: Record<string, unknown> = {};
  for (const name of ['query', 'operationName', 'variables', 'extensions']) {
    const [value, ...others] = searchParams.getAll(name);
    if (others.length > 0) throw refuse('BAD_REQUEST', `The parameter "${name}" is given more than once.`);
    if (value === undefined || value === '') continue;
    sent[name] = name === 'variables' || name === 'extensions' ? parseJson(value, `parameter "${name}"`) : value;
  }
  return sent;
}

/** The type of a `Content-Type` header, without its parameters. */
function mediaTypeOf(header: string): string {
  return (header.split(';')[0] ?? '').trim().toLowerCase();
}

function isDecodable(search: string): boolean {
  try {
    decodeURIComponent(search);
    return true;
  } catch {
    return false;
  }
}

function parseJson(source: string, place: string): unknown {
  try {
    return JSON.parse(source) as unknown;
  } catch {
    throw refuse('BAD_REQUEST', `The ${place} is not JSON. ${EXAMPLE}`);
  }
}

const EXAMPLE = 'A request looks like {"query": "{ __typename }", "variables": {}}.';

function checkParameters(sent: unknown): Parameters {
  if (Array.isArray(sent))
    throw refuse('BATCHING_NOT_SUPPORTED', 'Send one operation in a request, not a list of them.');
  if (!isRecord(sent)) throw refuse('BAD_REQUEST', `A request is a JSON object. ${EXAMPLE}`);
  const { query, variables, operationName, extensions } = sent;
  if (!isAbsent(variables) && !isRecord(variables)) throw refuse('BAD_REQUEST', '"variables" is an object.');
  if (!isAbsent(extensions) && !isRecord(extensions)) throw refuse('BAD_REQUEST', '"extensions" is an object.');
  if (!isAbsent(operationName) && typeof operationName !== 'string') {
    throw refuse('BAD_REQUEST', '"operationName" is a string.');
  }
  if (isRecord(extensions) && !isAbsent(extensions['cite']) && typeof extensions['cite'] !== 'boolean') {
    throw refuse('BAD_REQUEST', '"extensions.cite" is true or false.');
  }
  if (isRecord(extensions) && extensions['persistedQuery'] !== undefined) {
    // Apollo Client knows this message, and sends the whole query then.
    throw refuse('PERSISTED_QUERY_NOT_SUPPORTED', 'PersistedQueryNotSupported');
  }
  if (typeof query !== 'string' || query === '')
    throw refuse('BAD_REQUEST', `"query" is a GraphQL document. ${EXAMPLE}`);
  return {
    query,
    ...(isRecord(variables) && { variables }),
    ...(typeof operationName === 'string' && operationName !== '' && { operationName }),
    ...(isRecord(extensions) && { extensions }),
  };
}

function isAbsent(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
