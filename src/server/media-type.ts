import { parseAccept } from 'hono/utils/accept';

/** The two media types of answers, of https://graphql.github.io/graphql-over-http/draft/. */
export type MediaType = 'application/graphql-response+json' | 'application/json';

const offered = new Map<string, MediaType>([
  ['application/graphql-response+json', 'application/graphql-response+json'],
  ['application/json', 'application/json'],
  ['application/*', 'application/json'],
  ['*/*', 'application/json'],
]);

/** The media type to answer with, by the `Accept` header; undefined if it accepts neither. */
export function preferredMediaType(accept: string | null): MediaType | undefined {
  if (!accept?.trim()) return 'application/json';
  const ranges = parseAccept(accept).map(({ type, q }) => ({ range: type.toLowerCase(), weight: q }));
  const refused = new Set(ranges.filter(({ weight }) => weight === 0).map(({ range }) => range));
  const wanted = ranges
    .filter(({ range, weight }) => weight > 0 && !refused.has(offered.get(range) ?? ''))
    .sort((left, right) => right.weight - left.weight || stars(left.range) - stars(right.range));
  return wanted.map(({ range }) => offered.get(range)).find((type) => type !== undefined);
}

function stars(range: string): number {
  return range.split('*').length;
}
