import { beforeAll, describe, expect, test } from 'vitest';
import { openToy, type Toy } from '../toy/toy-graph.js';

describe('groups', () => {
  let toy: Toy;

  beforeAll(async () => {
    toy = await openToy();
  });

  test('says what treaties have in common, and how many of them have it, in one read', async () => {
    const { data, reads } = await toy.try('{ groups(kind: TREATY, by: CITY) { key count node { id name } } }');
    expect(data.groups).toEqual([
      { key: '', count: 2, node: null },
      { key: 'city/hue', count: 2, node: { id: 'city/hue', name: 'Huế' } },
      { key: 'city/da-nang', count: 1, node: { id: 'city/da-nang', name: 'Đà Nẵng' } },
    ]);
    expect(reads).toBe(1);
  });

  test('sums to the total count where each entity has one value at most', async () => {
    const { groups, treaties } = await toy.ask(
      '{ groups(kind: TREATY, by: STATUS) { count } treaties { totalCount } }',
    );
    const sum = (groups as { count: number }[]).reduce((total, { count }) => total + count, 0);
    expect(sum).toBe(treaties.totalCount);
  });

  test('keeps two aliases of one group field apart', async () => {
    const answer = await toy.ask(
      '{ groups(kind: PERSON, by: YEAR, first: 1) { a: key b: key n: node { id } m: node { name } } }',
    );
    expect(answer.groups).toEqual([{ a: '', b: '', n: null, m: null }]);
  });

  test('counts only what the filter of the kind holds for', async () => {
    const answer = await toy.ask(
      `query ($where: GroupFilter) { groups(kind: TREATY, by: YEAR, where: $where) { key count } }`,
      { where: { treaties: { name: { eq: 'hoa binh' } } } },
    );
    expect(answer.groups).toEqual([{ key: '1991', count: 1 }]);
  });

  test.each([
    ['by: STATUS', '{ groups(kind: CITY, by: STATUS) { key } }', /cannot be grouped by STATUS.*SIZE/],
    ['where of another kind', '{ groups(kind: CITY, by: SIZE, where: { treaties: {} }) { key } }', /where\.cities/],
    ['where: null', 'query ($w: GroupFilter) { groups(kind: CITY, by: SIZE, where: $w) { key } }', /where is null/],
    ['first: 101', '{ groups(kind: CITY, by: SIZE, first: 101) { key } }', /0 to 100/],
    ['first: -1', '{ groups(kind: CITY, by: SIZE, first: -1) { key } }', /0 to 100/],
  ])('refuses %s, saying what it accepts', async (_, question, message) => {
    const { errors } = await toy.try(question, { w: null });
    expect(errors).toMatchObject([{ code: 'BAD_USER_INPUT', message: expect.stringMatching(message) }]);
  });
});
