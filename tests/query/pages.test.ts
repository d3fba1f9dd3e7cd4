import { beforeAll, describe, expect, test } from 'vitest';
import { entity, names, passage, relation, releaseOf, toyRelease } from '../toy/release.js';
import { openToy, type Toy } from '../toy/toy-graph.js';

let toy: Toy;

beforeAll(async () => {
  toy = await openToy();
});

describe('size', () => {
  const many = () =>
    openToy(
      releaseOf({
        passages: [passage('source/gazette', 1)],
        entities: [
          entity('source/gazette', 'Source', names('Gazette')),
          ...Array.from({ length: 130 }, (_, number) =>
            entity(`city/${number}`, 'City', names(`vi:Làng ${number}`), { population: number }),
          ),
        ],
        relations: Array.from({ length: 129 }, (_, number) =>
          relation(`twinned/${number}`, 'TWINNED', 'city/0', `city/${number + 1}`),
        ),
      }),
    );

  test('twenty if not said, a hundred at most', async () => {
    const village = await many();
    expect((await village.ask('{ cities { nodes { id } totalCount } }')).cities.nodes).toHaveLength(20);
    expect((await village.ask('{ cities(first: 100) { nodes { id } } }')).cities.nodes).toHaveLength(100);
    expect((await village.ask('{ city(id: "city/0") { twins { nodes { id } } } }')).city.twins.nodes).toHaveLength(20);
    expect(
      (await village.ask('{ city(id: "city/0") { twins(last: 100) { nodes { id } totalCount } } }')).city.twins,
    ).toMatchObject({ totalCount: 129 });
  });

  test.each(['first: 101', 'first: -1', 'last: 101', 'last: -1', 'first: 2147483647'])(
    '%s is refused, and the answer says what is accepted',
    async (size) => {
      for (const question of [
        `{ cities(${size}) { totalCount } }`,
        `{ city(id: "city/hue") { twins(${size}) { totalCount } } }`,
      ]) {
        const { errors, reads } = await toy.try(question);
        expect(errors).toMatchObject([{ code: 'BAD_USER_INPUT', extensions: { limit: 100 } }]);
        expect(errors[0]!.message).toContain('from 0 to 100');
        expect(reads).toBe(0);
      }
    },
  );

  test('a size that is too large is refused in a variable too, also when the plan is known', async () => {
    const question = 'query ($size: Int) { cities(first: $size) { nodes { id } } }';
    expect((await toy.ask(question, { size: 2 })).cities.nodes).toHaveLength(2);
    expect((await toy.try(question, { size: 101 })).errors).toMatchObject([{ code: 'BAD_USER_INPUT' }]);
    expect((await toy.ask(question, { size: 3 })).cities.nodes).toHaveLength(3);
  });

  test('first and last together are refused', async () => {
    expect((await toy.try('{ cities(first: 1, last: 1) { totalCount } }')).errors).toMatchObject([
      { code: 'BAD_USER_INPUT' },
    ]);
    const question =
      'query ($first: Int, $last: Int) { cities(first: $first, last: $last, orderBy: { id: ASC }) { nodes { id } } }';
    expect((await toy.try(question, { first: 1, last: 1 })).errors).toMatchObject([{ code: 'BAD_USER_INPUT' }]);
    expect((await toy.ask(question, { first: 1, last: null })).cities.nodes).toEqual([{ id: 'city/da-nang' }]);
    expect((await toy.ask(question, { last: 1 })).cities.nodes).toEqual([{ id: 'city/svay-rieng' }]);
    expect((await toy.ask(question, { first: null, last: 1 })).cities.nodes).toEqual([{ id: 'city/svay-rieng' }]);
  });

  test('a page of none still tells what is around it', async () => {
    const { cities } = await toy.ask(
      '{ cities(first: 0) { nodes { id } totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }',
    );
    expect(cities).toEqual({
      nodes: [],
      totalCount: 5,
      pageInfo: { hasNextPage: true, hasPreviousPage: true, startCursor: null, endCursor: null },
    });
  });
});

describe('order', () => {
  const order = async (orderBy: string) =>
    (await toy.ask(`{ cities(orderBy: ${orderBy}) { nodes { id } } }`)).cities.nodes.map(({ id }: { id: string }) =>
      id.slice(5),
    );

  test('is by the Vietnamese name if not said, in Vietnamese order', async () => {
    expect(await order('[]')).toEqual(['da-nang', 'ha-noi', 'hue', 'phnom-penh', 'svay-rieng']);
  });

  test('puts what has no value last, both ways', async () => {
    expect(await order('{ population: ASC }')).toEqual(['hue', 'da-nang', 'ha-noi', 'phnom-penh', 'svay-rieng']);
    expect(await order('{ population: DESC }')).toEqual(['ha-noi', 'da-nang', 'hue', 'phnom-penh', 'svay-rieng']);
  });

  test('breaks ties by the next key, and at last by the id', async () => {
    expect(await order('[{ isCapital: DESC }, { population: ASC }]')).toEqual([
      'ha-noi',
      'phnom-penh',
      'hue',
      'da-nang',
      'svay-rieng',
    ]);
    expect(await order('[{ size: ASC }]')).toEqual(['da-nang', 'ha-noi', 'hue', 'phnom-penh', 'svay-rieng']);
    expect(await order('[{ size: ASC }, { id: DESC }]')).toEqual([
      'ha-noi',
      'da-nang',
      'hue',
      'svay-rieng',
      'phnom-penh',
    ]);
  });

  test('along a relation goes on to the keys after the name', async () => {
    const twins = await openToy(
      releaseOf({
        ...toyRelease,
        entities: [
          ...toyRelease.entities,
          entity('city/x-1', 'City', names('vi:Xá'), { population: 1 }),
          entity('city/x-2', 'City', names('vi:Xá'), { population: 2 }),
        ],
        relations: [
          relation('about/8', 'ABOUT', 'person/an', 'city/x-1'),
          relation('about/9', 'ABOUT', 'person/an', 'city/x-2'),
        ],
      }),
    );
    const question =
      '{ person(id: "person/an") { about(orderBy: [{ name: ASC }, { population: DESC }]) { nodes { id } } } }';
    expect((await twins.ask(question)).person.about.nodes).toEqual([{ id: 'city/x-2' }, { id: 'city/x-1' }]);
  });

  test('takes exactly one key at a time', async () => {
    expect((await toy.try('{ cities(orderBy: [{ name: ASC, id: ASC }]) { totalCount } }')).errors).not.toEqual([]);
    expect((await toy.try('{ cities(orderBy: [{}]) { totalCount } }')).errors).not.toEqual([]);
    const question = 'query ($by: [CityOrder!]) { cities(orderBy: $by) { totalCount } }';
    expect((await toy.try(question, { by: [{ name: 'ASC', id: 'ASC' }] })).errors).not.toEqual([]);
    expect((await toy.try(question, { by: [{ name: null }] })).errors).not.toEqual([]);
    expect((await toy.try(question, { by: [null] })).errors).not.toEqual([]);
  });
});

describe('cursors', () => {
  const cursorOf = async (list: string, of = toy): Promise<string> => {
    const data = await of.ask(`{ city(id: "city/hue") { id } ${list} }`);
    const connection = data.found ?? data.of.found;
    return connection.pageInfo.endCursor;
  };
  const info = '{ pageInfo { endCursor } }';
  const lists: Readonly<Record<string, string>> = {
    'all cities': `found: cities(first: 1 CURSOR) ${info}`,
    'cities by population': `found: cities(first: 1, orderBy: { population: ASC } CURSOR) ${info}`,
    'cities by population, the other way': `found: cities(first: 1, orderBy: { population: DESC } CURSOR) ${info}`,
    'some cities': `found: cities(first: 1, where: { population: { gt: 1 } } CURSOR) ${info}`,
    'some other cities': `found: cities(first: 1, where: { population: { gt: 2 } } CURSOR) ${info}`,
    'cities with few': `found: cities(first: 1, where: { population: { lt: 9000000 } } CURSOR) ${info}`,
    'all people': `found: people(first: 1 CURSOR) ${info}`,
    twins: `of: city(id: "city/hue") { found: twins(first: 1 CURSOR) ${info} }`,
    'treaties of a city': `of: city(id: "city/hue") { found: treaties(first: 1 CURSOR) ${info} }`,
    'treaties about a city': `of: city(id: "city/hue") { found: treatiesAbout(first: 1 CURSOR) ${info} }`,
    'people about a city': `of: city(id: "city/hue") { found: peopleAbout(first: 1 CURSOR) ${info} }`,
    'treaties that supplement': `of: treaty(id: "treaty/trade") { found: supplementedBy(first: 1 CURSOR) ${info} }`,
    'treaties supplemented': `of: treaty(id: "treaty/trade") { found: supplements(first: 1 CURSOR) ${info} }`,
    'all claims': `found: claims(first: 1 CURSOR) ${info}`,
    'claims of a city': `of: city(id: "city/hue") { found: claims(first: 1 CURSOR) ${info} }`,
    'facts of a source': `of: source(id: "source/gazette") { found: facts(first: 1 CURSOR) ${info} }`,
    'passages of a source': `of: source(id: "source/gazette") { found: passages(first: 1 CURSOR) ${info} }`,
  };
  const write = (list: string, cursor = '') => lists[list]!.replace('CURSOR', cursor);

  test.each(Object.keys(lists))('of %s are of use there and nowhere else', async (list) => {
    const cursor = await cursorOf(write(list));
    expect(cursor).toBeTypeOf('string');
    for (const other of Object.keys(lists)) {
      const { errors } = await toy.try(`{ city(id: "city/hue") { id } ${write(other, `, after: "${cursor}"`)} }`);
      expect([other, errors.map(({ code }) => code)]).toEqual([other, other === list ? [] : ['BAD_CURSOR']]);
    }
  });

  test('of another release are refused', async () => {
    const cursor = await cursorOf(write('all cities'));
    const other = await openToy({ ...toyRelease, id: 'release-2' });
    expect((await other.try(`{ ${write('all cities', `, after: "${cursor}"`)} }`)).errors).toMatchObject([
      { code: 'BAD_CURSOR' },
    ]);
  });

  test('hold for another page size, for the other direction, and for a filter given another way', async () => {
    const cursor = await cursorOf(write('some cities'));
    const question =
      'query ($least: Int, $after: String) { cities(first: 5, where: { population: { gt: $least } }, after: $after) { totalCount } }';
    expect((await toy.ask(question, { least: 1, after: cursor })).cities.totalCount).toBe(3);
    expect((await toy.try(question, { least: 3, after: cursor })).errors).toMatchObject([{ code: 'BAD_CURSOR' }]);
    const before = await cursorOf(write('all cities'));
    expect((await toy.ask(`{ cities(last: 3, before: "${before}") { totalCount } }`)).cities.totalCount).toBe(5);
  });

  const forged = [
    '',
    'x',
    '!!!!',
    'null',
    Buffer.from('null').toString('base64url'),
    Buffer.from('[]').toString('base64url'),
    Buffer.from('{}').toString('base64url'),
    Buffer.from('["a","b","c"]').toString('base64url'),
    Buffer.from('["a"').toString('base64url'),
    Buffer.from('[{"__proto__":1},null,null]').toString('base64url'),
    'ạ́',
    '\u0000',
  ];

  test.each(forged)('made up are refused: %j', async (cursor) => {
    for (const bound of ['after', 'before']) {
      const { errors } = await toy.try(`query ($cursor: String) { cities(${bound}: $cursor) { totalCount } }`, {
        cursor,
      });
      expect(errors).toMatchObject([{ code: 'BAD_CURSOR' }]);
    }
  });

  test('with a right binding and wrong values give a page or an error of the caller, never a crash', async () => {
    const [binding] = JSON.parse(
      Buffer.from(await cursorOf(write('cities by population')), 'base64url').toString(),
    ) as [string];
    for (const values of [
      [null, null],
      ['a', 1],
      [1e308, 'x'],
      [-1, ''],
      [1, 2],
      ['', 'city/hue'],
    ]) {
      const cursor = Buffer.from(JSON.stringify([binding, ...values])).toString('base64url');
      const { errors } = await toy.try(`{ ${write('cities by population', `, after: "${cursor}"`)} }`);
      expect(errors.map(({ code }) => code).filter((code) => code !== 'BAD_CURSOR')).toEqual([]);
    }
  });

  test('stay of use when an item before or at them is gone: they are positions, not counts', async () => {
    const question = '{ cities(first: 2, orderBy: { id: ASC }) { pageInfo { endCursor } } }';
    const { endCursor } = (await toy.ask(question)).cities.pageInfo;
    const fewer = await openToy(
      releaseOf({
        ...toyRelease,
        entities: toyRelease.entities.filter(({ id }) => id !== 'city/ha-noi'),
        relations: [],
      }),
    );
    const next = await fewer.ask(`{ cities(first: 1, orderBy: { id: ASC }, after: "${endCursor}") { nodes { id } } }`);
    expect(next.cities.nodes).toEqual([{ id: 'city/hue' }]);
  });

  test('of nodes with long names are accepted where they were given', async () => {
    for (const long of ['Hiệp định '.repeat(90), 'ស្វាយរៀង '.repeat(90)]) {
      const world = await openToy(
        releaseOf({
          passages: [passage('source/gazette', 1)],
          entities: [
            entity('source/gazette', 'Source', names('G')),
            entity('city/a', 'City', names(`${long}a`)),
            entity('city/b', 'City', names(`${long}b`)),
          ],
        }),
      );
      const { endCursor } = (await world.ask('{ cities(first: 1) { pageInfo { endCursor } } }')).cities.pageInfo;
      const next = await world.ask('query ($after: String) { cities(first: 1, after: $after) { nodes { id } } }', {
        after: endCursor,
      });
      expect(next.cities.nodes).toEqual([{ id: 'city/b' }]);
    }
  });

  test('of two pages within one another are each their own', async () => {
    const inner = async (after: string, id: string) =>
      (
        await toy.ask(
          `{ city(id: "${id}") { treaties(first: 1 ${after}) { edges { cursor id } pageInfo { hasNextPage } } } }`,
        )
      ).city.treaties;
    const first = await inner('', 'city/hue');
    const second = await inner(`, after: "${first.edges[0].cursor}"`, 'city/hue');
    const third = await inner(`, after: "${second.edges[0].cursor}"`, 'city/hue');
    expect([first, second, third].map((page) => page.edges[0].id)).toEqual([
      'party-to/1>',
      'party-to/2>',
      'party-to/5>',
    ]);
    expect([first, second, third].map((page) => page.pageInfo.hasNextPage)).toEqual([true, true, false]);
  });
});
