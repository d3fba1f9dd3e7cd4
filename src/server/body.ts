import { refuse } from './codes.js';

/**
 * Reads the body of a POST: plain JSON in UTF-8, and never more of it than allowed.
 *
 * @throws GraphQLError UNSUPPORTED_MEDIA_TYPE, PAYLOAD_TOO_LARGE or BAD_REQUEST.
 */
export async function readBody(request: Request, most: number): Promise<string> {
  checkHeaders(request.headers, most);
  if (request.bodyUsed) {
    throw refuse('BAD_REQUEST', 'The body was read before: mount this handler ahead of any parser of bodies.');
  }
  const bytes = await readBytes(request, most);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refuse('BAD_REQUEST', 'The body is not UTF-8.');
  }
}

function checkHeaders(headers: Headers, most: number): void {
  const encoding = headers.get('content-encoding');
  if (encoding !== null && encoding.toLowerCase() !== 'identity') {
    throw refuse('UNSUPPORTED_MEDIA_TYPE', 'The body is compressed: send it as it is, without Content-Encoding.');
  }
  if (!isJson(headers.get('content-type') ?? '')) {
    throw refuse('UNSUPPORTED_MEDIA_TYPE', 'The body is application/json, in UTF-8: say so in Content-Type.');
  }
  const length = Number(headers.get('content-length') ?? 0);
  if (length > most) throw tooLarge(most, length);
}

function isJson(contentType: string): boolean {
  const [type = '', ...parameters] = contentType
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length);
  return type === 'application/json' && (charset === undefined || /^"?utf-?8"?$/.test(charset));
}

async function readBytes(request: Request, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read().catch(() => {
      throw refuse('BAD_REQUEST', 'The body ended too early.');
    });
    if (done) break;
    length += value.byteLength;
    if (length > most) {
      reader.cancel().catch(() => undefined);
      throw tooLarge(most, length);
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks);
}

function tooLarge(limit: number, actual: number): Error {
  return refuse('PAYLOAD_TOO_LARGE', `The body has more than ${limit} bytes.`, { limit, actual });
}
