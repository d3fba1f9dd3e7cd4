import { expect, it } from 'vitest';
import { preferredMediaType } from '../../src/server/media-type.js';

it.each<[string | null, string | undefined]>([
  [null, 'application/json'],
  ['*/*', 'application/json'],
  ['application/*', 'application/json'],
  ['application/json; charset=utf-8', 'application/json'],
  ['application/graphql-response+json', 'application/graphql-response+json'],
  ['application/graphql-response+json, application/json;q=0.9', 'application/graphql-response+json'],
  ['application/json;q=0.5, APPLICATION/GraphQL-Response+JSON', 'application/graphql-response+json'],
  ['*/*, application/graphql-response+json', 'application/graphql-response+json'],
  ['text/html, application/xhtml+xml, */*;q=0.8', 'application/json'],
  ['application/json;q=0, application/graphql-response+json;q=0.1', 'application/graphql-response+json'],
  ['text/html', undefined],
  ['*/*;q=0', undefined],
  ['application/json;q=0', undefined],
])('answers Accept: %s with %s', (accept, type) => {
  expect(preferredMediaType(accept)).toBe(type);
});
