import { beforeAll, describe, expect, test } from 'vitest';
import { openToy, type Toy } from '../toy/toy-graph.js';
import { amount, date, entity, names, relation, releaseOf, passage, span } from '../toy/release.js';

let toy: Toy;

beforeAll(async () => {
  toy = await openToy();
});

const slugs = (found: { nodes: { id: string }[] }) => found.nodes.map(({ id }) => id.replace(/^[^/]+\//, ''));

async function cities(where: string): Promise<string[]> {
  return slugs((await toy.ask(`{ found: cities(where: ${where}, orderBy: { id: ASC }) { nodes { id } } }`)).found);
}

async function people(where: string): Promise<string[]> {
  return slugs((await toy.ask(`{ found: people(where: ${where}, orderBy: { id: ASC }) { nodes { id } } }`)).found);
}

async function treaties(where: string): Promise<string[]> {
  return slugs((await toy.ask(`{ found: treaties(where: ${where}, orderBy: { id: ASC }) { nodes { id } } }`)).found);
}

const ALL = ['da-nang', 'ha-noi', 'hue', 'phnom-penh', 'svay-rieng'];

describe('two-valued logic', () => {
  test('an empty filter is true, wherever it stands', async () => {
    expect(await cities('{}')).toEqual(ALL);
    expect(await cities('{ population: {}, name: {}, existed: {}, area: {}, and: [], twins: {} }')).toEqual(ALL);
    expect(await cities('{ and: [{}, {}] }')).toEqual(ALL);
    expect(await cities('{ twins: { some: {} } }')).toEqual(['da-nang', 'hue', 'phnom-penh']);
  });

  test('and of nothing is true, or of nothing is false', async () => {
    expect(await cities('{ and: [] }')).toEqual(ALL);
    expect(await cities('{ or: [] }')).toEqual([]);
    expect(await cities('{ not: { or: [] } }')).toEqual(ALL);
  });

  test('in with an empty list matches nothing, and its negation everything', async () => {
    for (const given of [
      'id: { in: [] }',
      'name: { in: [] }',
      'size: { in: [] }',
      'population: { in: [] }',
      'twins: { count: { in: [] } }',
    ]) {
      expect(await cities(`{ ${given} }`)).toEqual([]);
      expect(await cities(`{ not: { ${given} } }`)).toEqual(ALL);
    }
  });

  test('what has no value satisfies no comparison, and every negation of one', async () => {
    expect(await cities('{ population: { gt: 0 } }')).toEqual(['da-nang', 'ha-noi', 'hue']);
    expect(await cities('{ not: { population: { gt: 0 } } }')).toEqual(['phnom-penh', 'svay-rieng']);
    expect(await cities('{ not: { size: { eq: TOWN } } }')).toEqual(['da-nang', 'ha-noi', 'phnom-penh', 'svay-rieng']);
  });

  test('isNull asks for what has no value, or for what has one', async () => {
    for (const property of ['population', 'area', 'size', 'foundedOn', 'existed', 'location', 'isCapital', 'motto']) {
      const without = await cities(`{ ${property}: { isNull: true } }`);
      const having = await cities(`{ ${property}: { isNull: false } }`);
      expect([...without, ...having].sort()).toEqual(ALL);
      expect(having).toContain('hue');
      expect(without).toContain('svay-rieng');
    }
  });

  test('false is a value', async () => {
    expect(await cities('{ isCapital: { eq: false } }')).toEqual(['da-nang', 'hue']);
    expect(await cities('{ isCapital: { eq: true } }')).toEqual(['ha-noi', 'phnom-penh']);
  });

  test('node and fact inside one some hold for the same edge', async () => {
    const separately =
      '{ home: { some: { node: { id: { eq: "city/hue" } } } }, and: [{ home: { some: { fact: { minSources: 2 } } } }] }';
    expect(await people(separately)).toEqual(['an']);
    expect(await people('{ home: { some: { node: { id: { eq: "city/hue" } }, fact: { minSources: 2 } } } }')).toEqual(
      [],
    );
  });

  test('every holds where there is nothing', async () => {
    expect(await people('{ home: { every: { node: { id: { eq: "city/hue" } } } } }')).toEqual(['an-2', 'bình', 'đức']);
    expect(await people('{ home: { every: { node: { id: { eq: "city/hue" } } }, exists: true } }')).toEqual(['bình']);
  });

  test('count counts facts, not the nodes that they lead to', async () => {
    expect(await cities('{ treaties: { count: { eq: 3 } } }')).toEqual(['hue']);
    expect(await people('{ knows: { count: { eq: 3 } } }')).toEqual(['an']);
    expect(await treaties('{ parties: { count: { gte: 1, lt: 3 } } }')).toEqual(['trade']);
  });

  test('a relation that has no direction is followed either way, and a fact from a node to itself is one', async () => {
    expect(await cities('{ twins: { some: { node: { id: { eq: "city/hue" } } } } }')).toEqual([
      'da-nang',
      'phnom-penh',
    ]);
    expect(await people('{ knows: { some: { node: { id: { eq: "person/đức" } } } } }')).toEqual(['an', 'đức']);
    expect(await people('{ knows: { count: { eq: 2 } } }')).toEqual(['bình', 'đức']);
  });

  test('a relation leads to its own targets only, although another kind shares its type', async () => {
    expect(
      (await toy.ask('{ city(id: "city/hue") { treatiesAbout { totalCount nodes { id } } } }')).city.treatiesAbout,
    ).toEqual({
      totalCount: 2,
      nodes: [{ id: 'treaty/border' }, { id: 'treaty/peace' }],
    });
    expect(
      (await toy.ask('{ city(id: "city/hue") { peopleAbout { totalCount edges { node { id } } } } }')).city.peopleAbout,
    ).toEqual({
      totalCount: 1,
      edges: [{ node: { id: 'person/bình' } }],
    });
    expect(await cities('{ peopleAbout: { count: { eq: 1 } }, treatiesAbout: { count: { eq: 2 } } }')).toEqual(['hue']);
    expect(await cities('{ treatiesAbout: { every: { node: { name: { isNull: false } } } } }')).toEqual(ALL);
  });
});

describe('relations to several kinds', () => {
  test('filter by what every entity has', async () => {
    expect(await treaties('{ parties: { some: { node: { kind: { eq: PERSON } } } } }')).toEqual(['peace']);
    expect(
      await treaties('{ parties: { some: { node: { kind: { in: [CITY, PERSON] }, name: { eq: "da nang" } } } } }'),
    ).toEqual(['trade']);
    expect(await treaties('{ parties: { none: { node: { not: { kind: { eq: CITY } } } }, exists: true } }')).toEqual([
      'trade',
    ]);
    expect(
      await treaties(
        '{ parties: { some: { node: { or: [{ id: { eq: "person/an" } }, { id: { eq: "city/da-nang" } }] } } } }',
      ),
    ).toEqual(['peace', 'trade']);
  });
});

describe('text', () => {
  test('is compared without case, marks, tones, hyphens and spacing, whatever the form', async () => {
    for (const written of ['đà nẵng', 'da nang', 'DA-NANG', 'Đà  Nẵng', 'Đà Nẵng'.normalize('NFD'), 'Dạ Nạng']) {
      expect(await cities(`{ name: { eq: "${written}" } }`)).toEqual(['da-nang']);
    }
    for (const written of ['thuận hoá', 'thuận hóa', 'Thuan Hoa'])
      expect(await cities(`{ name: { eq: "${written}" } }`)).toEqual(['hue']);
  });

  test('a name is any of the names and variants, in any language', async () => {
    for (const written of ['Huế', 'Hue', 'ហ្វេ', 'Thuận Hoá'])
      expect(await cities(`{ name: { eq: "${written}" } }`)).toEqual(['hue']);
    expect(await cities('{ name: { startsWith: "tou" } }')).toEqual(['da-nang']);
    expect(await cities('{ name: { contains: "ស្វាយ" } }')).toEqual(['svay-rieng']);
    expect(await cities('{ name: { in: ["hue", "ភ្នំពេញ", "nowhere"] } }')).toEqual(['hue', 'phnom-penh']);
  });

  test('a Khmer text is not another of which only the vowels differ', async () => {
    expect(await cities('{ name: { eq: "ស្វយរង" } }')).toEqual([]);
    expect(await cities('{ name: { eq: "ភ្នំពញ" } }')).toEqual([]);
  });

  test('comparisons are in Vietnamese order', async () => {
    expect(await cities('{ name: { lt: "Đ" } }')).toEqual([]);
    expect(await cities('{ name: { gte: "Đà Nẵng", lt: "Huế" } }')).toEqual(['da-nang', 'ha-noi']);
    expect(await cities('{ name: { gt: "d" } }')).toEqual(ALL);
    expect(await cities('{ name: { gt: "dz" } }')).toEqual(ALL);
    expect(await cities('{ name: { lte: "Huế" } }')).toEqual(['da-nang', 'ha-noi', 'hue']);
  });

  test('wildcards and patterns are plain characters', async () => {
    for (const pattern of ['.*', '%', '_', '*', '[', '\\\\', '^h', '$'])
      expect(await cities(`{ name: { contains: "x${pattern}" } }`)).toEqual([]);
  });
});

describe('inexact dates', () => {
  test('POSSIBLE: some day that it can mean', async () => {
    expect(await treaties('{ concludedOn: { on: "1991-10-23" } }')).toEqual(['peace', 'trade']);
    expect(await treaties('{ concludedOn: { on: "1991-10-31" } }')).toEqual(['trade']);
    expect(await treaties('{ concludedOn: { before: "1991-10-23" } }')).toEqual(['trade']);
    expect(await treaties('{ concludedOn: { after: "1992-06-29" } }')).toEqual(['border']);
    expect(await treaties('{ concludedOn: { after: "1992-06-30" } }')).toEqual([]);
    expect(await treaties('{ concludedOn: { year: 1992 } }')).toEqual(['border']);
    expect(await treaties('{ concludedOn: { within: { from: "1991-10-24", to: "1992-01-01" } } }')).toEqual([
      'border',
      'trade',
    ]);
    expect(await treaties('{ concludedOn: { within: { from: "1992-01-01" } } }')).toEqual(['border']);
    expect(await treaties('{ concludedOn: { within: { to: "1991-10-01" } } }')).toEqual(['trade']);
    expect(await treaties('{ concludedOn: { within: {} } }')).toEqual(['border', 'peace', 'trade']);
  });

  test('CERTAIN: every day that it can mean', async () => {
    expect(await treaties('{ concludedOn: { on: "1991-10-23", certainty: CERTAIN } }')).toEqual(['peace']);
    expect(await treaties('{ concludedOn: { before: "1991-10-31", certainty: CERTAIN } }')).toEqual(['peace']);
    expect(await treaties('{ concludedOn: { before: "1991-11-01", certainty: CERTAIN } }')).toEqual(['peace', 'trade']);
    expect(await treaties('{ concludedOn: { year: 1991, certainty: CERTAIN } }')).toEqual(['peace', 'trade']);
    expect(await treaties('{ concludedOn: { within: { from: "1991-10-02" }, certainty: CERTAIN } }')).toEqual([
      'border',
      'peace',
    ]);
  });

  test('certainty alone constrains nothing', async () => {
    expect(await treaties('{ concludedOn: { certainty: CERTAIN } }')).toEqual(['blank', 'border', 'peace', 'trade']);
  });
});

describe('intervals', () => {
  test('an end that is open or not stated may be any day', async () => {
    expect(await treaties('{ period: { includes: "1995-01-01" } }')).toEqual(['peace', 'trade']);
    expect(await treaties('{ period: { includes: "1900-01-01" } }')).toEqual(['trade']);
    expect(await treaties('{ period: { overlaps: { from: "2002-01-01" } } }')).toEqual(['peace']);
    expect(await cities('{ existed: { includes: "1497-12-31" } }')).toEqual(['hue', 'phnom-penh']);
  });

  test('CERTAIN: whichever days its ends are', async () => {
    expect(await cities('{ existed: { includes: "1450-01-01", certainty: CERTAIN } }')).toEqual(['phnom-penh']);
    expect(await cities('{ existed: { includes: "1434-06-01", certainty: CERTAIN } }')).toEqual([]);
    expect(
      await cities('{ existed: { overlaps: { from: "1306-01-01", to: "1306-12-31" }, certainty: CERTAIN } }'),
    ).toEqual(['hue']);
    expect(await treaties('{ period: { overlaps: { from: "2001-01-01" }, certainty: CERTAIN } }')).toEqual(['trade']);
    expect(await treaties('{ period: { includes: "1991-10-23", certainty: CERTAIN } }')).toEqual(['peace']);
  });
});

describe('quantities', () => {
  test('a comparator sets bounds; about is taken for the number itself', async () => {
    expect(await treaties('{ worth: { gt: "20000000000" } }')).toEqual(['peace']);
    expect(await treaties('{ worth: { gt: "20000000000", certainty: CERTAIN } }')).toEqual([]);
    expect(await treaties('{ worth: { gte: 10000000000, certainty: CERTAIN } }')).toEqual(['peace']);
    expect(await treaties('{ worth: { eq: 84, certainty: CERTAIN } }')).toEqual(['trade']);
    expect(await treaties('{ worth: { lt: "84.5" } }')).toEqual(['trade']);
    expect(await cities('{ area: { gt: 300, unit: "KM²" } }')).toEqual(['ha-noi']);
    expect(await cities('{ area: { unit: "ha" } }')).toEqual([]);
  });
});

describe('facts', () => {
  const homes = async (fact: string) => {
    const { people: found } = await toy.ask(
      `{ people(orderBy: { id: ASC }) { nodes { home(where: { fact: ${fact} }) { edges { id } } } } }`,
    );
    return found.nodes.flatMap((node: any) => node.home.edges.map(({ id }: { id: string }) => id));
  };

  test('validAt keeps what may have held on the day', async () => {
    expect((await homes('{ validAt: "1960-01-01" }')).sort()).toEqual(['lives-in/1>', 'lives-in/3>']);
    expect((await homes('{ validAt: "1975-06-01" }')).sort()).toEqual(['lives-in/1>', 'lives-in/2>', 'lives-in/3>']);
  });

  test('isCurrent is about the day of the release, and says what the field says', async () => {
    expect((await homes('{ isCurrent: true }')).sort()).toEqual(['lives-in/2>', 'lives-in/3>']);
    expect(await homes('{ isCurrent: false }')).toEqual(['lives-in/1>']);
    const { person } = await toy.ask(
      '{ person(id: "person/an") { home(orderBy: { id: ASC }) { edges { id isCurrent } } } }',
    );
    expect(person.home.edges).toEqual([
      { id: 'lives-in/2>', isCurrent: true },
      { id: 'lives-in/1>', isCurrent: false },
    ]);
  });

  test('modality, rank, origin, sources and type', async () => {
    expect(await homes('{ modality: { eq: PLANNED } }')).toEqual(['lives-in/3>']);
    expect(await homes('{ minSources: 2 }')).toEqual(['lives-in/2>']);
    expect(await homes('{ citedIn: { eq: "source/herald" } }')).toEqual(['lives-in/2>']);
    expect(await homes('{ type: { eq: KNOWS } }')).toEqual([]);
    expect(await cities('{ twins: { some: { fact: { origin: { eq: REFERENCE } } } } }')).toEqual(['da-nang', 'hue']);
    expect(await cities('{ twins: { some: { fact: { rank: { eq: PREFERRED } } } } }')).toEqual(['hue', 'phnom-penh']);
  });

  test('properties of the relationship itself, of every family', async () => {
    expect(await treaties('{ parties: { some: { fact: { role: { startsWith: "chu" } } } } }')).toEqual(['peace']);
    expect(await treaties('{ parties: { some: { fact: { seat: { gt: 1 } } } } }')).toEqual(['peace']);
    expect(await treaties('{ parties: { some: { fact: { share: { gte: 6 } } } } }')).toEqual(['peace']);
    expect(await treaties('{ parties: { some: { fact: { status: { eq: IN_FORCE } } } } }')).toEqual(['peace']);
    expect(
      await treaties(
        '{ signatories: { some: { fact: { isFirst: { eq: true }, during: { includes: "1992-01-01" } } } } }',
      ),
    ).toEqual(['peace']);
    expect(
      await treaties('{ signatories: { every: { fact: { isFirst: { isNull: false } } }, exists: true } }'),
    ).toEqual(['peace']);
    expect(await people('{ knows: { some: { fact: { since: { before: "1975-01-01" } } } } }')).toEqual(['an', 'bình']);
  });

  test('claims by subject, property, value and whether they are the best', async () => {
    const claims = async (where: string) =>
      (await toy.ask(`{ claims(where: ${where}) { nodes { id } } }`)).claims.nodes.map((node: any) => node.id);
    expect(await claims('{ subject: { eq: "city/hue" }, isBest: false }')).toEqual(['claim/hue/population/2']);
    expect(await claims('{ property: { in: ["worth", "nickname"] } }')).toEqual([
      'claim/an/nickname',
      'claim/peace/worth',
    ]);
    expect(await claims('{ value: { contains: "usd" } }')).toEqual(['claim/peace/worth']);
    expect(await claims('{ value: { eq: "anh" } }')).toEqual(['claim/an/nickname']);
    expect(await claims('{ minSources: 2 }')).toEqual(['claim/peace/concludedOn']);
    expect(await claims('{ not: { isBest: true } }')).toEqual([
      'claim/an/nickname',
      'claim/hue/population/2',
      'claim/trade/concludedOn/2',
    ]);
  });
});

describe('null', () => {
  const cases: readonly (readonly [where: string, name: string])[] = [
    ['{ population: { eq: null } }', 'where.population.eq'],
    ['{ population: null }', 'where.population'],
    ['{ motto: { in: null } }', 'where.motto.in'],
    ['{ not: null }', 'where.not'],
    ['{ and: null }', 'where.and'],
    ['{ or: [{ foundedOn: { year: null } }] }', 'where.or.0.foundedOn.year'],
    ['{ foundedOn: { within: null } }', 'where.foundedOn.within'],
    ['{ foundedOn: { within: { from: null } } }', 'where.foundedOn.within.from'],
    ['{ foundedOn: { certainty: null } }', 'where.foundedOn.certainty'],
    ['{ existed: { overlaps: { to: null } } }', 'where.existed.overlaps.to'],
    ['{ area: { isNull: null } }', 'where.area.isNull'],
    ['{ twins: { some: null } }', 'where.twins.some'],
    ['{ twins: { exists: null } }', 'where.twins.exists'],
    ['{ twins: { count: { gt: null } } }', 'where.twins.count.gt'],
    ['{ twins: { some: { node: null } } }', 'where.twins.some.node'],
    ['{ twins: { some: { fact: { validAt: null } } } }', 'where.twins.some.fact.validAt'],
    ['{ twins: { some: { fact: { isCurrent: null } } } }', 'where.twins.some.fact.isCurrent'],
    ['{ twins: { some: { fact: { minSources: null } } } }', 'where.twins.some.fact.minSources'],
    ['{ id: { eq: null } }', 'where.id.eq'],
    ['{ name: { contains: null } }', 'where.name.contains'],
  ];

  test.each(cases)('an explicit null is refused by its name, written out: %s', async (where, name) => {
    const { errors, reads } = await toy.try(`{ cities(where: ${where}) { nodes { id } } }`);
    expect(errors).toMatchObject([{ code: 'BAD_USER_INPUT' }]);
    expect(errors[0]!.message).toContain(`${name} is null`);
    expect(reads).toBe(0);
  });

  test.each(cases)('an explicit null is refused by its name, in a variable: %s', async (where, name) => {
    const variables = { where: JSON.parse(where.replace(/(\w+):/g, '"$1":')) };
    const { errors } = await toy.try(
      'query ($where: CityFilter) { cities(where: $where) { nodes { id } } }',
      variables,
    );
    expect(errors).toMatchObject([{ code: 'BAD_USER_INPUT' }]);
    expect(errors[0]!.message).toContain(`${name} is null`);
  });

  test('a variable for an operator that is null is refused, one that is not given constrains nothing', async () => {
    const question = 'query ($least: Int) { cities(where: { population: { gt: $least } }) { totalCount } }';
    expect((await toy.ask(question, {})).cities.totalCount).toBe(5);
    expect((await toy.ask(question, { least: 1000000 })).cities.totalCount).toBe(2);
    expect((await toy.try(question, { least: null })).errors).toMatchObject([{ code: 'BAD_USER_INPUT' }]);
  });

  test('where and orderBy that are null are refused, pages that are null are as if left out', async () => {
    expect((await toy.try('{ cities(where: null) { totalCount } }')).errors).toMatchObject([
      { code: 'BAD_USER_INPUT' },
    ]);
    expect((await toy.try('{ cities(orderBy: null) { totalCount } }')).errors).toMatchObject([
      { code: 'BAD_USER_INPUT' },
    ]);
    const paged = await toy.ask('{ cities(first: null, after: null, last: null, before: null) { nodes { id } } }');
    expect(paged.cities.nodes).toHaveLength(5);
  });
});

test('an index gives what looking at everything gives', async () => {
  // The same question, once so that an index of ids and names answers it, once so that none does.
  const wanted = '{ node: { parties: { some: { node: { name: { eq: "hue" } } } } } }';
  expect(await cities(`{ treaties: { some: ${wanted} } }`)).toEqual(
    await cities(`{ not: { treaties: { none: ${wanted} } } }`),
  );
  expect(await cities('{ or: [{ id: { eq: "city/hue" } }, { name: { eq: "hanoi" } }] }')).toEqual(['ha-noi', 'hue']);
  expect(await cities('{ id: { in: ["city/hue", "city/hue", "treaty/peace"] } }')).toEqual(['hue']);
  expect(await cities('{ name: { eq: "an" } }')).toEqual([]);
});

test('a date that was inferred is compared as any other', async () => {
  const release = releaseOf({
    passages: [passage('source/gazette', 1)],
    entities: [
      entity('source/gazette', 'Source', names('Gazette')),
      entity('treaty/a', 'Treaty', names('A'), {
        concludedOn: date('1991', 'It stands beside another of that year.'),
        worth: amount('1', 'USD'),
      }),
      entity('treaty/b', 'Treaty', names('B'), { period: span('1991') }),
    ],
    relations: [relation('supplements/1', 'SUPPLEMENTS', 'treaty/a', 'treaty/b')],
  });
  const inferred = await openToy(release);
  const { treaties: found } = await inferred.ask(
    '{ treaties(where: { concludedOn: { year: 1991 } }) { nodes { id concludedOn { edtf inferred reason } } } }',
  );
  expect(found.nodes).toEqual([
    { id: 'treaty/a', concludedOn: { edtf: '1991', inferred: true, reason: 'It stands beside another of that year.' } },
  ]);
});
