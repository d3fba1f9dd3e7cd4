import { beforeAll, describe, expect, test } from 'vitest';
import { openToy, type Toy } from '../toy/toy-graph.js';

let toy: Toy;

beforeAll(async () => {
  toy = await openToy();
});

const SEARCH = `query ($text: String!, $kinds: [EntityKind!], $first: Int, $after: String) {
  search(text: $text, kinds: $kinds, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { cursor score matchedOn node { id } }
  }
}`;
const MATCH =
  'query ($queries: [MatchInput!]!, $first: Int) { match(queries: $queries, first: $first) { query candidates { entity { id } } } }';

describe('search', () => {
  test('is one read, however much hangs on what it finds', async () => {
    const { data, reads } = await toy.try(
      '{ search(text: "hue") { kinds { key } edges { node { ... on City { treaties { nodes { parties { totalCount } } } twins { nodes { name } } } } } } }',
    );
    expect(reads).toBe(1);
    expect(data.search.edges).toHaveLength(1);
  });

  test('one document serves every text', async () => {
    const found = async (text: string) => (await toy.ask(SEARCH, { text })).search.edges[0]?.node.id;
    expect([
      await found('hue'),
      await found('Tourane'),
      await found('ភ្នំពេញ'),
      await found('?'),
      await found('hue'),
    ]).toEqual(['city/hue', 'city/da-nang', 'city/phnom-penh', undefined, 'city/hue']);
  });

  test('goes on from a cursor, and refuses one of another text or other kinds', async () => {
    const whole = (await toy.ask(SEARCH, { text: 'h' })).search;
    const first = (await toy.ask(SEARCH, { text: 'h', first: 2 })).search;
    const after = first.pageInfo.endCursor;
    const rest = (await toy.ask(SEARCH, { text: 'h', first: 100, after })).search;
    expect([...first.edges, ...rest.edges].map(({ node }: any) => node.id)).toEqual(
      whole.edges.map(({ node }: any) => node.id),
    );
    for (const other of [{ text: 'ha' }, { text: 'h', kinds: ['CITY'] }, { text: 'h', kinds: [] }])
      expect((await toy.try(SEARCH, { ...other, after })).errors).toMatchObject([{ code: 'BAD_CURSOR' }]);
  });

  test.each([
    ['a long text', { text: 'x'.repeat(201) }, { code: 'BAD_USER_INPUT', message: /^text has 201 characters.* 200/ }],
    ['a large page', { text: 'x', first: 101 }, { code: 'BAD_USER_INPUT', message: /first is 101/ }],
    ['kinds that are null', { text: 'x', kinds: null }, { code: 'BAD_USER_INPUT', message: /kinds is null/ }],
    ['a cursor that is none', { text: 'x', after: 'x' }, { code: 'BAD_CURSOR', message: /cursor/ }],
  ])('refuses %s', async (_, variables, { code, message }) => {
    const { errors } = await toy.try(SEARCH, variables);
    expect(errors).toMatchObject([{ code, message: expect.stringMatching(message) }]);
  });
});

describe('suggest', () => {
  const SUGGEST =
    'query ($prefix: String!, $first: Int) { suggest(prefix: $prefix, first: $first) { text kind entity { id } } }';

  test('offers each entity once, eight at most unless said', async () => {
    const all = (await toy.ask(SUGGEST, { prefix: 'h', first: 100 })).suggest as { entity: { id: string } }[];
    expect(new Set(all.map(({ entity }) => entity.id)).size).toBe(all.length);
    expect((await toy.ask('{ suggest(prefix: "t") { text } }')).suggest.length).toBeLessThanOrEqual(8);
    expect((await toy.ask(SUGGEST, { prefix: 'h', first: null })).suggest).toEqual(all.slice(0, 8));
    expect((await toy.ask(SUGGEST, { prefix: 'h', first: 0 })).suggest).toEqual([]);
  });

  test('takes a word as the beginning of one, not for one with a wrong letter', async () => {
    expect((await toy.ask(SUGGEST, { prefix: 'toura' })).suggest).toMatchObject([{ text: 'Tourane', kind: 'CITY' }]);
    expect((await toy.ask(SUGGEST, { prefix: 'touzane' })).suggest).toEqual([]);
  });

  test('refuses a long prefix', async () => {
    expect((await toy.try(SUGGEST, { prefix: 'x'.repeat(201) })).errors).toMatchObject([
      { code: 'BAD_USER_INPUT', message: expect.stringMatching(/^prefix has 201/) },
    ]);
  });
});

describe('match', () => {
  test('is one read for all names, and gives them back as they came', async () => {
    const queries = [{ name: ' Hue ' }, { name: 'AN', kinds: ['PERSON'] }, { name: '' }, { name: 'An', kinds: [] }];
    const { data, reads } = await toy.try(MATCH, { queries, first: 1 });
    expect(reads).toBe(1);
    expect(
      data.match.map(({ query, candidates }: any) => [query, candidates.map(({ entity }: any) => entity.id)]),
    ).toEqual([
      [' Hue ', ['city/hue']],
      ['AN', ['person/an']],
      ['', []],
      ['An', []],
    ]);
  });

  test('a country puts first what has to do with it, says so, and lets it be taken unseen', async () => {
    const question =
      'query ($queries: [MatchInput!]!) { match(queries: $queries) { candidates { entity { id } score isMatch features { name score reason } } } }';
    const matchOf = async (country: unknown) =>
      (await toy.ask(question, { queries: [{ name: 'an', ...(country ? { country } : {}) }] })).match[0].candidates.map(
        ({ entity, score, isMatch, features }: any) => [entity.id, score, isMatch, features.at(-1)],
      );
    const likeness = expect.objectContaining({ name: 'likeness' });
    expect((await matchOf(undefined)).slice(0, 2)).toEqual([
      ['person/an', 0.9, false, likeness],
      ['person/an-2', 0.9, false, likeness],
    ]);
    const country = {
      name: 'country',
      score: 0.1,
      reason: 'It is the country that is named, or has a relation with it.',
    };
    for (const hint of [{ id: 'city/ha-noi' }, { name: 'ha noi' }])
      expect((await matchOf(hint)).slice(0, 2)).toEqual([
        ['person/an', 1, true, country],
        ['person/an-2', 0.9, false, likeness],
      ]);
    // It shuts out nothing, and does no harm where nothing bears the name.
    expect((await matchOf({ name: 'nowhere' })).map(([id]: [string]) => id)).toEqual(
      (await matchOf(undefined)).map(([id]: [string]) => id),
    );
    for (const [hint, message] of [
      [null, /queries\.0\.country is null/],
      [{ name: 'x'.repeat(201) }, /^queries\.0\.country\.name has 201/],
    ] as const)
      expect((await toy.try(question, { queries: [{ name: 'n', country: hint }] })).errors).toMatchObject([
        { code: 'BAD_USER_INPUT', message: expect.stringMatching(message) },
      ]);
  });

  test('the parts of a score add up to it', async () => {
    const names = ['Hue', 'hue', 'phnom', 'phn', 'hoa thuan', 'mai thuong', 'tourame'];
    const { match } = await toy.ask(
      'query ($queries: [MatchInput!]!) { match(queries: $queries) { candidates { score features { score } } } }',
      { queries: names.flatMap((name) => [{ name }, { name, country: { id: 'city/hue' } }]) },
    );
    for (const { candidates } of match) {
      expect(candidates.length).toBeGreaterThan(0);
      for (const { score, features } of candidates)
        expect(features.reduce((sum: number, feature: any) => sum + feature.score, 0)).toBeCloseTo(score, 10);
    }
  });

  test('takes 50 names at most, each of 200 characters at most', async () => {
    const named = (count: number) => Array.from({ length: count }, (_, index) => ({ name: `n${index}` }));
    expect((await toy.ask(MATCH, { queries: named(50) })).match).toHaveLength(50);
    expect((await toy.try(MATCH, { queries: named(51) })).errors).toMatchObject([
      { code: 'BAD_USER_INPUT', message: expect.stringMatching(/51 names.* 50 at most/) },
    ]);
    expect((await toy.try(MATCH, { queries: [{ name: 'n' }, { name: 'x'.repeat(201) }] })).errors).toMatchObject([
      { code: 'BAD_USER_INPUT', message: expect.stringMatching(/^queries\.1\.name has 201/) },
    ]);
    expect((await toy.try(MATCH, { queries: [{ name: 'n', kinds: null }] })).errors).toMatchObject([
      { code: 'BAD_USER_INPUT', message: expect.stringMatching(/queries\.0\.kinds is null/) },
    ]);
  });
});
