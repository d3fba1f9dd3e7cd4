import { execute, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { anyDocument } from '../toy/arbitrary-document.js';
import { anyRelease } from '../toy/arbitrary-release.js';
import { BruteForce, naiveWalk } from '../toy/brute-force.js';
import { holdsForAll } from '../toy/check.js';
import { openToy, toySchema } from '../toy/toy-graph.js';

/** Cursors are opaque: here it only counts where one is and where none is. */
function withoutCursors(data: unknown): unknown {
  return JSON.parse(
    JSON.stringify(data, (key, value) => (key.startsWith('cursor') && value !== null ? 'cursor' : value)),
  );
}

test('any valid document has the answer of a walk from record to record, in one read for each root field', async () => {
  let documents = 0;
  let rich = 0;
  await holdsForAll(300, [anyRelease, anyDocument], async (release, { source, variables }) => {
    const document = parse(source);
    expect(validate(toySchema, document)).toEqual([]);
    const toy = await openToy(release);
    const answer = await toy.try(document, variables);
    const { fieldResolver, context } = naiveWalk(new BruteForce(release));
    const expected = await execute({
      schema: toySchema,
      document,
      variableValues: variables,
      contextValue: context,
      fieldResolver,
    });
    expect(answer.errors).toEqual([]);
    expect(expected.errors ?? []).toEqual([]);
    expect(withoutCursors(answer.data)).toEqual(withoutCursors(expected.data));
    expect(Object.keys(answer.data)).toEqual(Object.keys(expected.data!));
    expect(answer.reads).toBeLessThanOrEqual(Object.keys(answer.data).length);
    documents++;
    if (JSON.stringify(answer.data).length > 200) rich++;
  });
  // The generator is of use only while many answers hold something.
  expect(rich).toBeGreaterThan(documents / 5);
});
