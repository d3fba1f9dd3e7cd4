import { beforeAll, describe, expect, test } from 'vitest';
import { loadSeed } from '../../src/loader/load-seed.js';
import { declarationsOf, relationshipTypes } from '../../src/model/declare.js';
import type { EntityRecord } from '../../src/model/release.js';
import { createGraph } from '../../src/query/graph.js';
import type { OpenGraph } from '../../src/query/open-graph.js';
import { createSchema } from '../../src/resolvers/create-schema.js';
import { kinds } from '../../src/schema/index.js';
import { MemoryStore } from '../../src/store/memory/memory-store.js';
import {
  candidatesOf,
  casesOf,
  expectFirst,
  expectFirstButFor,
  FORMS,
  withWrongLetter,
  wrongCasesOf,
} from './every-name.js';

describe('every name and variant in the graph that ships', () => {
  let graph: OpenGraph;
  let entities: readonly EntityRecord[];

  beforeAll(async () => {
    const declarations = declarationsOf(kinds);
    const release = await loadSeed(['graph-seed'], declarations);
    const store = new MemoryStore();
    await store.load(release);
    graph = createGraph({
      schema: createSchema(declarations),
      relationships: relationshipTypes(declarations),
      store,
    });
    entities = [...release.entities];
  });

  test.each(Object.keys(FORMS))('finds its entity first, %s', async (form) => {
    const cases = casesOf(entities).filter((each) => each.form === form);
    expect(cases.length).toBeGreaterThan(entities.length);
    for await (const [each, candidates] of candidatesOf(graph, cases)) expectFirst(each, candidates);
  });

  test('finds its entity first with a wrong letter, but for what the text says as it is', async () => {
    const cases = wrongCasesOf(entities);
    expect(cases.length).toBeGreaterThan(entities.length / 2);
    let outdone = 0;
    for await (const [each, candidates] of candidatesOf(graph, cases))
      outdone += Number(expectFirstButFor(each, candidates));
    expect(outdone).toBeLessThan(cases.length / 100);
  });

  test.each([
    ['UBHH', 'mechanism/joint-committee'],
    ['LHQ', 'mechanism/united-nations'],
    ['CPP', 'party/cpp'],
    ['MRC', 'mechanism/mekong-river-commission'],
  ])('the abbreviation %s finds %s', async (text, id) => {
    for await (const [, candidates] of candidatesOf(graph, [{ text }, { text: text.toLowerCase() }]))
      expect(candidates[0]!.entity.id).toBe(id);
  });

  test('short names find no others by a wrong letter: each word of the text is, or begins, a word of what it finds', async () => {
    const short = entities.flatMap(({ names }) =>
      names.filter(({ text }) => withWrongLetter(text) === undefined).map(({ text }) => ({ text })),
    );
    expect(short.length).toBeGreaterThan(100);
    for await (const [{ text }, candidates] of candidatesOf(graph, short)) {
      for (const { score, matchedOn } of candidates)
        expect(score, `${text} and ${matchedOn}`).toBeGreaterThanOrEqual(0.5);
    }
  });
});

describe('the forms of a name', () => {
  test.each([
    ['without marks', 'Đà Nẵng', 'Da Nang'],
    ['in upper case', 'Uỷ ban', 'UỶ BAN'],
    ['with old tone placement', 'Ủy ban hòa bình', 'Uỷ ban hoà bình'],
    ['with new tone placement', 'Uỷ ban hoà bình', 'Ủy ban hòa bình'],
    ['without spaces', 'Hà Nội', 'HàNội'],
    ['with hyphens', 'Hà Nội', 'Hà-Nội'],
  ])('%s, %s is %s', (form, name, written) => {
    expect(FORMS[form]!(name)).toBe(written);
  });

  test.each([
    ['Campuchia', 'campvchia'],
    ['Hà Nội', undefined],
    ['Tây Ninh – Tboung', 'tay ninh tbovng'],
  ])('with a wrong letter, %s is %s', (name, written) => {
    expect(withWrongLetter(name)).toBe(written);
  });
});
