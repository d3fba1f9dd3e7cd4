import { auditServer } from 'graphql-http';
import { expect, it } from 'vitest';
import { serve } from './serve.js';

/**
 * Where the `application/json` of old differs from the specification: variables that cannot be coerced, and documents
 * that cannot be parsed or are not valid, should be 200. They are; the list of exceptions is empty.
 */
const EXCEPTIONS: readonly string[] = [];

it('passes every audit of GraphQL over HTTP', async () => {
  const { url } = await serve();
  const results = await auditServer({ url: `${url}/graphql` });
  const failed = results.filter(({ status }) => status !== 'ok');
  expect(failed.map(({ id, name }) => `${id} ${name}`)).toEqual(EXCEPTIONS);
  expect(results.length).toBeGreaterThan(60);
});
