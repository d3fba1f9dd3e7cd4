import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { anyDocument } from '../toy/arbitrary-document.js';
import { anyClaimedRelease, anyMoment, asOfDocument, cutOff, openCutOff, withoutBindings } from '../toy/as-of.js';
import { holdsForAll } from '../toy/check.js';
import { openToy } from '../toy/toy-graph.js';

test('any document as of any moment has the answer of the graph from which all else was taken out', async () => {
  let cut = 0;
  let runs = 0;
  await holdsForAll(
    300,
    [anyClaimedRelease, anyDocument, anyMoment],
    async (release, { source, variables }, moment) => {
      const [toy, expected] = [await openToy(release), await openCutOff(release, moment)];
      const answer = await toy.try(asOfDocument(source, moment), variables);
      const plain = await expected.try(parse(source), variables);
      expect(answer.errors.map(({ message }) => message)).toEqual(plain.errors.map(({ message }) => message));
      expect(withoutBindings(answer.data.asOf)).toEqual(withoutBindings(plain.data));
      expect(answer.reads).toBe(plain.reads);
      runs++;
      if (cutOff(release, moment).claims.length < release.claims.length) cut++;
    },
  );
  expect(cut).toBeGreaterThan(runs / 3);
});

test('as of a moment that cuts nothing off, any document has its plain answer', async () => {
  await holdsForAll(100, [anyClaimedRelease, anyDocument], async (release, { source, variables }) => {
    const toy = await openToy(release);
    const answer = await toy.try(asOfDocument(source, { knownAt: '9999-12-31' }), variables);
    const plain = await toy.try(parse(source), variables);
    expect(withoutBindings(answer.data.asOf)).toEqual(withoutBindings(plain.data));
    const neither = await toy.try(asOfDocument(source, {}), variables);
    expect(neither.data.asOf).toEqual(plain.data);
  });
});
