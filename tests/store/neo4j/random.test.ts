import fc from 'fast-check';
import { parse } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MemoryStore } from '../../../src/store/memory/memory-store.js';
import { Neo4jStore } from '../../../src/store/neo4j/neo4j-store.js';
import { anyDocument } from '../../toy/arbitrary-document.js';
import { anyClaimedRelease, anyMoment, asOfDocument, openCutOff, withoutBindings } from '../../toy/as-of.js';
import { anyRelease } from '../../toy/arbitrary-release.js';
import { anyItemWhere, anyOrderBy, anyWhere } from '../../toy/arbitrary-where.js';
import { holdsForAll } from '../../toy/check.js';
import { toyKinds } from '../../toy/kinds.js';
import { toyOver, type Variables } from '../../toy/toy-graph.js';
import { describeNeo4j, PATIENCE } from './server.js';

/** How many releases are loaded, and how many questions are asked of each. `ENTENTE_RANDOM_RELEASES` asks for more. */
const RELEASES = Number(process.env['ENTENTE_RANDOM_RELEASES'] ?? 4);
const QUESTIONS = 15;

const treaty = toyKinds.find(({ name }) => name === 'Treaty')!;
const parties = treaty.relations.find(({ name }) => name === 'parties')!;

const COLUMNS = `totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { id } }`;
const PAGED = `
  query ($where: TreatyFilter!, $order: [TreatyOrder!]!, $inner: EntityFactFilter!, $innerOrder: [EntityOrder!]!, $first: Int, $last: Int, $after: String, $before: String, $nested: Int) {
    treaties(where: $where, orderBy: $order, first: $first, last: $last, after: $after, before: $before) {
      ${COLUMNS}
      nodes { id parties(where: $inner, orderBy: $innerOrder, first: $nested) { ${COLUMNS.replace('cursor node', 'cursor id node')} } }
    }
  }`;

/** Pages of treaties in any order under any filter, and within each a page of its parties. */
const anyPage = fc.record({
  where: anyWhere(treaty, 2),
  order: anyOrderBy(treaty),
  inner: anyItemWhere(parties, 2),
  innerOrder: anyOrderBy(undefined),
  size: fc.nat(4),
  isBackward: fc.boolean(),
  after: fc.option(fc.nat(6)),
  before: fc.option(fc.nat(6)),
  nested: fc.nat(3),
});

describeNeo4j('Random questions, in Neo4j and in memory', (options) => {
  let store: Neo4jStore;

  beforeAll(async () => {
    store = await Neo4jStore.open({ ...options(), ...PATIENCE }, toyKinds);
  });
  afterAll(() => store?.close());

  test('any document on any release has the same answer', async () => {
    await holdsForAll(
      RELEASES,
      [anyRelease, fc.array(anyDocument, { minLength: QUESTIONS, maxLength: QUESTIONS })],
      async (release, documents) => {
        const memory = new MemoryStore();
        await memory.load(release);
        await store.load(release);
        expect(store.loaded).toEqual(memory.loaded);
        const [inNeo4j, inMemory] = [toyOver(store), toyOver(memory)];
        for (const { source, variables } of documents) {
          const document = parse(source);
          const expected = await inMemory.try(document, variables);
          expect(await inNeo4j.try(document, variables), source).toEqual(expected);
        }
      },
    );
  }, 1_800_000);

  test('any document as of any moment has the answer of the graph from which all else was taken out', async () => {
    await holdsForAll(
      RELEASES,
      [anyClaimedRelease, fc.array(fc.tuple(anyDocument, anyMoment), { minLength: QUESTIONS, maxLength: QUESTIONS })],
      async (release, asked) => {
        const memory = new MemoryStore();
        await memory.load(release);
        await store.load(release);
        const [inNeo4j, inMemory] = [toyOver(store), toyOver(memory)];
        for (const [{ source, variables }, moment] of asked) {
          const document = asOfDocument(source, moment);
          const answer = await inNeo4j.try(document, variables);
          const what = `${JSON.stringify(moment)} ${source}`;
          expect(answer, what).toEqual(await inMemory.try(document, variables));
          const plain = await (await openCutOff(release, moment)).try(source, variables);
          expect(withoutBindings(answer.data?.asOf), what).toEqual(withoutBindings(plain.data));
        }
      },
    );
  }, 1_800_000);

  test('any page as of any moment has the same answer', async () => {
    await holdsForAll(
      RELEASES,
      [anyClaimedRelease, fc.array(fc.tuple(anyPage, anyMoment), { minLength: QUESTIONS, maxLength: QUESTIONS })],
      async (release, asked) => {
        const memory = new MemoryStore();
        await memory.load(release);
        await store.load(release);
        const [inNeo4j, inMemory] = [toyOver(store), toyOver(memory)];
        for (const [{ where, order, inner, innerOrder, size, isBackward, after, nested }, moment] of asked) {
          const document = asOfDocument(PAGED, moment);
          const whole: Variables = { where, order, inner, innerOrder, first: 100, nested };
          const all = await inMemory.try(document, whole);
          expect(await inNeo4j.try(document, whole), JSON.stringify([moment, whole])).toEqual(all);
          const cursors = ((all.data?.asOf.treaties.edges ?? []) as { cursor: string }[]).map(({ cursor }) => cursor);
          const page: Variables = {
            ...whole,
            first: isBackward ? null : size,
            last: isBackward ? size : null,
            [isBackward ? 'before' : 'after']: after === null ? null : (cursors[after] ?? null),
          };
          const expected = await inMemory.try(document, page);
          expect(await inNeo4j.try(document, page), JSON.stringify([moment, page])).toEqual(expected);
        }
      },
    );
  }, 1_800_000);

  test('any page under any filter in any order has the same answer', async () => {
    await holdsForAll(
      RELEASES,
      [anyRelease, fc.array(anyPage, { minLength: QUESTIONS, maxLength: QUESTIONS })],
      async (release, pages) => {
        const memory = new MemoryStore();
        await memory.load(release);
        await store.load(release);
        const [inNeo4j, inMemory] = [toyOver(store), toyOver(memory)];
        for (const { where, order, inner, innerOrder, size, isBackward, after, before, nested } of pages) {
          const whole: Variables = { where, order, inner, innerOrder, first: 100, nested };
          const all = await inMemory.try(PAGED, whole);
          expect(await inNeo4j.try(PAGED, whole), JSON.stringify(whole)).toEqual(all);
          const cursors = ((all.data?.treaties.edges ?? []) as { cursor: string }[]).map(({ cursor }) => cursor);
          const page: Variables = {
            ...whole,
            first: isBackward ? null : size,
            last: isBackward ? size : null,
            after: after === null ? null : (cursors[after] ?? null),
            before: before === null ? null : (cursors[before] ?? null),
          };
          expect(await inNeo4j.try(PAGED, page), JSON.stringify(page)).toEqual(await inMemory.try(PAGED, page));
        }
      },
    );
  }, 1_800_000);
});
