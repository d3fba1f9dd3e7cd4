import { beforeAll, describe, expect, test } from 'vitest';
import { entity, names, passage, releaseOf, relation, toyRelease } from '../toy/release.js';
import { openToy, type Toy } from '../toy/toy-graph.js';

/** For every way in which a name or a value gets in, an attempt to break out. */

let toy: Toy;

beforeAll(async () => {
  toy = await openToy();
});

const VALUES = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '@type',
  '@id',
  '',
  ' ',
  "'",
  '"',
  '`',
  '\\',
  '\\u0027 OR 1=1 //',
  "city/hue' OR 1=1 RETURN *",
  '}) MATCH (n) DETACH DELETE n //',
  '$p1',
  '{{p1}}',
  '${process.env}',
  '../../etc/passwd',
  'city/hue>',
  'city/hue<',
  'knows/1><',
  '<>',
  '\u0000',
  '\ud800',
  '\u202e',
  '\uffff',
  '𨡸',
  'a'.repeat(200),
  '('.repeat(200),
  '(a+)+$',
];

describe('a hostile value', () => {
  test.each(VALUES)('as an id finds nothing: %j', async (id) => {
    const { data, errors } = await toy.try(
      'query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } city(id: $id) { id } entity(ref: { id: $id }) { id } cities(where: { id: { eq: $id } }) { nodes { id } } }',
      { id },
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({ node: null, nodes: [null], city: null, entity: null, cities: { nodes: [] } });
  });

  test.each(VALUES)('as a name or text is a text like any other: %j', async (text) => {
    const { data, errors } = await toy.try(
      `query ($text: String!) {
        entity(ref: { name: $text }) { id }
        eq: cities(where: { name: { eq: $text } }) { totalCount }
        in: cities(where: { motto: { in: [$text] } }) { totalCount }
        gt: cities(where: { or: [{ name: { gt: $text } }, { name: { lte: $text } }] }) { totalCount }
        contains: cities(where: { name: { contains: $text, startsWith: $text } }) { totalCount }
        unit: cities(where: { area: { unit: $text } }) { totalCount }
        role: treaties(where: { parties: { some: { fact: { role: { contains: $text } } } } }) { totalCount }
        claims(where: { value: { contains: $text } }) { totalCount }
      }`,
      { text },
    );
    expect(errors).toEqual([]);
    expect([data.entity, data.eq, data.in, data.gt, data.unit]).toEqual([
      null,
      { totalCount: 0 },
      { totalCount: 0 },
      { totalCount: 5 },
      { totalCount: 0 },
    ]);
  });

  test.each(VALUES)('as a property or source of a claim finds nothing: %j', async (id) => {
    const question =
      'query ($id: ID!) { claims(where: { or: [{ property: { eq: $id } }, { subject: { eq: $id } }, { citedIn: { eq: $id } }] }) { totalCount } }';
    expect((await toy.ask(question, { id })).claims.totalCount).toBe(0);
  });

  test.each(VALUES)('as a cursor is refused: %j', async (cursor) => {
    const { errors } = await toy.try(
      'query ($cursor: String) { cities(after: $cursor) { totalCount } city(id: "city/hue") { twins(before: $cursor) { totalCount } } }',
      { cursor },
    );
    expect(errors.map(({ code }) => code)).toEqual(['BAD_CURSOR', 'BAD_CURSOR']);
  });

  test('that is too long is refused', async () => {
    const id = 'x'.repeat(201);
    const { errors } = await toy.try(
      'query ($id: ID!, $name: String!) { node(id: $id) { id } entity(ref: { name: $name }) { id } nodes(ids: [$id]) { id } }',
      { id, name: id },
    );
    expect(errors.map(({ code }) => code)).toEqual(['BAD_USER_INPUT', 'BAD_USER_INPUT', 'BAD_USER_INPUT']);
    expect(
      (
        await toy.try('query ($cursor: String) { cities(after: $cursor) { totalCount } }', {
          cursor: 'x'.repeat(100_000),
        })
      ).errors,
    ).toMatchObject([{ code: 'BAD_USER_INPUT' }]);
  });

  test.each(['2022-02-30', '2022-13-01', '22-01-01', '', '__proto__', '2022-01-01T00:00:00Z', "2022-01-01' OR 1"])(
    'is no day: %j',
    async (day) => {
      const { errors } = await toy.try(
        'query ($day: Date) { treaties(where: { concludedOn: { on: $day } }) { totalCount } }',
        { day },
      );
      expect(errors).toHaveLength(1);
      expect(errors[0]!.message).toContain('YYYY-MM-DD');
    },
  );

  test.each(['NaN', 'Infinity', '1e309', '0x10', '', '1,5', '__proto__'])('is no number: %j', async (number) => {
    const { errors } = await toy.try(
      'query ($number: Decimal) { treaties(where: { worth: { gt: $number } }) { totalCount } }',
      { number },
    );
    expect(errors).toHaveLength(1);
  });

  test('as a year out of range is answered', async () => {
    for (const year of [-2147483648, -1, 0, 10000, 2147483647]) {
      expect(
        (
          await toy.ask('query ($year: Int) { treaties(where: { concludedOn: { year: $year } }) { totalCount } }', {
            year,
          })
        ).treaties.totalCount,
      ).toBe(0);
    }
  });

  test('as a key of an input object is refused', async () => {
    for (const key of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '@type', 'and.or', 'kind']) {
      const where = JSON.parse(`{ ${JSON.stringify(key)}: { "eq": "x" } }`);
      expect(
        (await toy.try('query ($where: CityFilter) { cities(where: $where) { totalCount } }', { where })).errors,
      ).toHaveLength(1);
      const by = JSON.parse(`[{ ${JSON.stringify(key)}: "ASC" }]`);
      expect(
        (await toy.try('query ($by: [CityOrder!]) { cities(orderBy: $by) { totalCount } }', { by })).errors,
      ).not.toEqual([]);
    }
  });
});

describe('a hostile key', () => {
  const KEYS = [
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'valueOf',
    'then',
    'prototype',
    '__defineGetter__',
    'toJSON',
    'length',
    '_type',
    '__typename_',
    'reads',
    'as',
  ];

  test.each(KEYS)('%s answers wherever a key may stand', async (key) => {
    const { data, errors } = await toy.try(`{
      ${key}: city(id: "city/hue") { ${key}: id }
      property: city(id: "city/hue") { ${key}: name }
      object: city(id: "city/hue") { ${key}: location { ${key}: latitude } }
      list: city(id: "city/hue") { ${key}: citations { ${key}: source { ${key}: id } } }
      page: city(id: "city/hue") { ${key}: twins(first: 1) { ${key}: nodes { ${key}: id } } }
      count: city(id: "city/hue") { ${key}: twins(first: 1) { ${key}: totalCount } }
      info: cities(first: 1) { ${key}: pageInfo { ${key}: hasNextPage } }
      edges: city(id: "city/hue") { twins(first: 1) { ${key}: edges { ${key}: node { ${key}: id } } } }
      fact: city(id: "city/hue") { twins(first: 1) { edges { ${key}: id } } }
      type: node(id: "city/hue") { ${key}: __typename }
      any: nodes(ids: ["city/hue", "knows/1"]) { ${key}: id }
      named: entity(ref: { name: "hue" }) { ${key}: id }
      graph { ${key}: release }
    }`);
    expect(errors).toEqual([]);
    // `__proto__` is an own key here, as JSON.parse makes it.
    const keyed = (value: unknown) => JSON.parse(`{ ${JSON.stringify(key)}: ${JSON.stringify(value)} }`);
    const expected = {
      property: keyed('Huế'),
      object: keyed(keyed(16.4637)),
      list: keyed([keyed(keyed('source/gazette')), keyed(keyed('source/atlas'))]),
      page: keyed(keyed([keyed('city/da-nang')])),
      count: keyed(keyed(2)),
      info: keyed(keyed(true)),
      edges: { twins: keyed([keyed(keyed('city/da-nang'))]) },
      fact: { twins: { edges: [keyed('twinned/1>')] } },
      type: keyed('City'),
      any: [keyed('city/hue'), keyed('knows/1')],
      named: keyed('city/hue'),
      graph: keyed('release-1'),
    };
    expect(JSON.stringify(data)).toBe(JSON.stringify({ ...keyed(keyed('city/hue')), ...expected }));
  });

  test('a cursor under a hostile key is a cursor', async () => {
    for (const key of KEYS) {
      const { cities } = await toy.ask(
        `{ cities(first: 1) { edges { ${key}: cursor } pageInfo { ${key}: endCursor } } }`,
      );
      const cursor = Object.entries(cities.edges[0])[0]![1];
      expect(Object.entries(cities.pageInfo)).toEqual([[key, cursor]]);
      expect(
        (
          await toy.ask('query ($after: String) { cities(first: 1, after: $after) { nodes { id } } }', {
            after: cursor,
          })
        ).cities.nodes,
      ).toEqual([{ id: 'city/ha-noi' }]);
    }
  });

  test.each(['__proto__', 'constructor', 'toString'])(
    '%s as the name of a variable, fragment or operation',
    async (name) => {
      const question = `query ${name}($${name}: ID!) { city(id: $${name}) { ...${name} } } fragment ${name} on City { id }`;
      const variables = JSON.parse(`{ "${name}": "city/hue" }`);
      const { data, errors } = await toy.try(question, variables);
      // graphql-js itself may refuse __proto__; it must not answer with something else.
      if (errors.length === 0) expect(data).toEqual({ city: { id: 'city/hue' } });
      else expect(name).toBe('__proto__');
    },
  );

  test('nothing is left behind in the prototype of objects', () => {
    expect(({} as Record<string, unknown>)['id']).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe('a graph that holds hostile names and values', () => {
  test('is answered as it is', async () => {
    const hostile = ['__proto__', 'constructor', 'toString', '\u0000', '𨡸', 'O\'Brien \\ " `'];
    const world = await openToy(
      releaseOf({
        passages: [passage('source/gazette', 1)],
        entities: [
          entity('source/gazette', 'Source', names('Gazette')),
          ...hostile.map((text, number) =>
            entity(`city/${text}`, 'City', [{ text, preferred: true }], { motto: text, population: number }),
          ),
        ],
        relations: hostile.map((text) => relation(`twinned/${text}`, 'TWINNED', 'city/__proto__', `city/${text}`)),
      }),
    );
    for (const text of hostile) {
      const id = `city/${text}`;
      const question =
        'query ($id: ID!, $text: String!) { city(id: $id) { name motto twins { totalCount } } cities(where: { motto: { eq: $text } }) { nodes { id } } node(id: $id) { id } }';
      const { city, cities, node } = await world.ask(question, { id, text });
      expect([city.name, city.motto, node.id]).toEqual([text, text, id]);
      expect(cities.nodes).toContainEqual({ id });
    }
    expect((await world.ask('{ city(id: "city/__proto__") { twins { totalCount } } }')).city.twins.totalCount).toBe(
      hostile.length,
    );
  });
});

test('an error tells the caller nothing of how the server is built', async () => {
  const attempts = [
    '{ cities(first: 1000) { totalCount } }',
    '{ cities(where: { population: { eq: null } }) { totalCount } }',
    '{ cities(after: "x") { totalCount } }',
    '{ entity(ref: { name: "an" }) { id } }',
  ];
  for (const attempt of attempts) {
    const { errors } = await toy.try(attempt);
    expect(JSON.stringify(errors)).not.toMatch(/\/src\/|node_modules|\bat .*:\d+:\d+|stack/);
  }
  expect(toyRelease.entities).toHaveLength(16);
});
