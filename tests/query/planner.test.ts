import { parse } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Parameters, ReadPlan } from '../../src/plan/read-plan.js';
import { MemoryStore } from '../../src/store/memory/memory-store.js';
import { toyRelease } from '../toy/release.js';
import { openToy, toyOver, type Toy } from '../toy/toy-graph.js';

let toy: Toy;

beforeAll(async () => {
  toy = await openToy();
});

describe('aliases', () => {
  test('keeps two aliases of one relation apart', async () => {
    const { city } = await toy.ask(`{
      city(id: "city/hue") {
        first: treaties(first: 1) { nodes { id } }
        last: treaties(last: 1) { nodes { id } }
        peace: treaties(where: { node: { id: { eq: "treaty/peace" } } }) { totalCount }
        treaties { totalCount }
      }
    }`);
    expect(city).toEqual({
      first: { nodes: [{ id: 'treaty/peace' }] },
      last: { nodes: [{ id: 'treaty/trade' }] },
      peace: { totalCount: 2 },
      treaties: { totalCount: 3 },
    });
  });

  test('keeps two root fields of one name apart', async () => {
    const { a, b, reads } = await toy
      .try('{ a: city(id: "city/hue") { id } b: city(id: "city/da-nang") { id: name } }')
      .then(({ data, reads }) => ({ ...data, reads }));
    expect([a, b, reads]).toEqual([{ id: 'city/hue' }, { id: 'Đà Nẵng' }, 2]);
  });

  test('an alias may be the name of another field', async () => {
    const { city } = await toy.ask(
      '{ city(id: "city/hue") { name: id, id: kind, kind: name(lang: EN), names: motto, motto: names { text } } }',
    );
    expect(city).toEqual({
      name: 'city/hue',
      id: 'CITY',
      kind: 'Hue',
      names: 'Nước chảy đá mòn',
      motto: [{ text: 'Huế' }, { text: 'Hue' }, { text: 'ហ្វេ' }, { text: 'Thuận Hoá' }],
    });
  });

  test('one field in several languages is read once each', async () => {
    const { city } = await toy.ask(
      '{ city(id: "city/hue") { vi: name en: name(lang: EN) km: name(lang: KM) a: description b: description(lang: VI) c: description(lang: KM) } }',
    );
    expect(city).toEqual({
      vi: 'Huế',
      en: 'Hue',
      km: 'ហ្វេ',
      a: 'A former capital.',
      b: 'Cố đô.',
      c: 'A former capital.',
    });
  });

  test('every column of a connection may be asked under two keys', async () => {
    const { cities } = await toy.ask(`{
      cities(first: 1) {
        a: edges { x: cursor y: cursor n: node { id } m: node { name } }
        b: edges { node { kind } }
        c: nodes { id }
        d: nodes { name }
        e: pageInfo { p: hasNextPage q: hasNextPage s: endCursor t: startCursor }
        f: pageInfo { hasPreviousPage }
        g: totalCount
        h: totalCount
      }
    }`);
    const { x, y, ...ends } = cities.a[0];
    expect(x).toBe(y);
    expect(cities.e).toEqual({ p: true, q: true, s: x, t: x });
    expect([ends, cities.b, cities.c, cities.d, cities.f, cities.g, cities.h]).toEqual([
      { n: { id: 'city/da-nang' }, m: { name: 'Đà Nẵng' } },
      [{ node: { kind: 'CITY' } }],
      [{ id: 'city/da-nang' }],
      [{ name: 'Đà Nẵng' }],
      { hasPreviousPage: false },
      5,
      5,
    ]);
  });

  test('the same key written twice is one field with both selections', async () => {
    const { city } = await toy.ask(`{
      city(id: "city/hue") { twins(first: 1) { nodes { id } } twins(first: 1) { nodes { name } totalCount } }
      city(id: "city/hue") { motto twins(first: 1) { nodes { kind } } }
    }`);
    expect(city).toEqual({
      twins: { nodes: [{ id: 'city/da-nang', name: 'Đà Nẵng', kind: 'CITY' }], totalCount: 2 },
      motto: 'Nước chảy đá mòn',
    });
  });
});

describe('fragments', () => {
  test('named and inline, on objects and interfaces, apply where the type is of theirs', async () => {
    const { nodes } = await toy.ask(`
      query {
        nodes(ids: ["city/hue", "person/an", "claim/an/nickname", "party-to/2", "passage/gazette/2", "source/herald"]) {
          __typename
          ...Named
          ... on Node { node: id }
          ... on Fact { modality rank origin }
          ... on City { size }
          ... on Claim { property subject { name ... on Person { medals } } }
          ... on Relation { type from { id } to { ...Named } role seat }
          ... on Passage { locator source { id } }
        }
      }
      fragment Named on Entity { id name ...More }
      fragment More on Entity { kind ... on Source { publisher } }
    `);
    const fact = { modality: 'REPORTED', origin: 'DOCUMENT', rank: 'DEPRECATED' };
    expect(nodes).toEqual([
      { __typename: 'City', id: 'city/hue', name: 'Huế', kind: 'CITY', node: 'city/hue', size: 'TOWN' },
      { __typename: 'Person', id: 'person/an', name: 'An', kind: 'PERSON', node: 'person/an' },
      {
        __typename: 'Claim',
        node: 'claim/an/nickname',
        ...fact,
        property: 'nickname',
        subject: { name: 'An', medals: 3 },
      },
      {
        __typename: 'Relation',
        node: 'party-to/2',
        ...fact,
        type: 'PARTY_TO',
        from: { id: 'city/hue' },
        to: { id: 'treaty/peace', name: 'Hoà bình', kind: 'TREATY' },
        role: 'Khách',
        seat: 2,
      },
      { __typename: 'Passage', node: 'passage/gazette/2', locator: '¶2', source: { id: 'source/gazette' } },
      {
        __typename: 'Source',
        id: 'source/herald',
        name: 'Herald',
        kind: 'SOURCE',
        publisher: null,
        node: 'source/herald',
      },
    ]);
  });

  test('edges are facts: a fragment on Fact or Node applies to them', async () => {
    const { city } = await toy.ask(`{
      city(id: "city/hue") { twins(first: 1) { edges { __typename ... on Fact { origin citations { locator } } ... on Node { id } ...E node { id } } } }
    }
    fragment E on CityFactEdge { since { edtf } type isCurrent }`);
    expect(city.twins.edges).toEqual([
      {
        __typename: 'CityFactEdge',
        origin: 'REFERENCE',
        citations: [{ locator: 'whole' }],
        id: 'twinned/1>',
        since: null,
        type: 'TWINNED',
        isCurrent: true,
        node: { id: 'city/da-nang' },
      },
    ]);
  });

  test('relations to several kinds give each its own fields', async () => {
    const { treaty } = await toy.ask(`{
      treaty(id: "treaty/peace") { parties(orderBy: { id: DESC }) { nodes { __typename id ... on City { size } ... on Person { medals home { totalCount } } } edges { seat node { ... on City { population } } } } }
    }`);
    expect(treaty.parties.nodes).toEqual([
      { __typename: 'Person', id: 'person/an', medals: 3, home: { totalCount: 2 } },
      { __typename: 'City', id: 'city/hue', size: 'TOWN' },
      { __typename: 'City', id: 'city/hue', size: 'TOWN' },
    ]);
    expect(treaty.parties.edges).toEqual([
      { seat: null, node: {} },
      { seat: 1, node: { population: 350000 } },
      { seat: 2, node: { population: 350000 } },
    ]);
  });

  test('the type name is told anywhere, and costs nothing alone', async () => {
    const { __typename, cities, city, graph, node, none } = await toy.ask(`{
      __typename
      graph { __typename counts { t: __typename } }
      node(id: "knows/1") { __typename }
      none: node(id: "nothing") { __typename }
      cities(first: 1) { t: __typename edges { __typename node { __typename } } nodes { __typename } pageInfo { __typename } }
      city(id: "city/hue") { __typename location { __typename } citations { __typename passage { __typename } source { __typename } } existed { __typename from { __typename } } names { __typename } }
    }`);
    expect([__typename, graph.__typename, node.__typename, none]).toEqual(['Query', 'GraphInfo', 'Relation', null]);
    expect(cities).toEqual({
      t: 'CityConnection',
      edges: [{ __typename: 'CityEdge', node: { __typename: 'City' } }],
      nodes: [{ __typename: 'City' }],
      pageInfo: { __typename: 'PageInfo' },
    });
    expect(city.citations[0]).toEqual({
      __typename: 'Citation',
      passage: { __typename: 'Passage' },
      source: { __typename: 'Source' },
    });
    expect(city.existed).toEqual({ __typename: 'Interval', from: { __typename: 'PartialDate' } });
  });
});

describe('directives', () => {
  const question = `query ($skip: Boolean!, $with: Boolean!) {
    city(id: "city/hue") { id name @skip(if: $skip) ...More @include(if: $with) ... @skip(if: $skip) { kind } twins(first: 1) @include(if: $with) { totalCount @skip(if: $skip) nodes { id } } }
  }
  fragment More on City { motto }`;

  test('skip and include follow their variables, whatever plan is known', async () => {
    const document = parse(question);
    const keys = async (skip: boolean, include: boolean) =>
      Object.keys((await toy.ask(document, { skip, with: include })).city);
    for (let round = 0; round < 2; round++) {
      expect(await keys(false, true)).toEqual(['id', 'name', 'motto', 'kind', 'twins']);
      expect(await keys(true, true)).toEqual(['id', 'motto', 'twins']);
      expect(await keys(true, false)).toEqual(['id']);
      expect(await keys(false, false)).toEqual(['id', 'name', 'kind']);
    }
  });

  test('a root field that is left out is not read', async () => {
    const { data, reads } = await toy.try(
      'query ($no: Boolean = false) { city(id: "city/hue") @include(if: $no) { id } cities @skip(if: true) { totalCount } }',
    );
    expect([data, reads]).toEqual([{}, 0]);
  });
});

describe('variables', () => {
  test('give the answer of the same values written out', async () => {
    const literal = await toy.ask(
      `{ cities(where: { or: [{ population: { gt: 1000000 }, size: { in: [METROPOLIS] } }, { foundedOn: { before: "1400-01-01", certainty: CERTAIN } }], twins: { exists: true } }, orderBy: [{ isCapital: DESC }], first: 3) { nodes { id } } }`,
    );
    const whole = await toy.ask(
      'query ($where: CityFilter, $by: [CityOrder!], $first: Int) { cities(where: $where, orderBy: $by, first: $first) { nodes { id } } }',
      {
        where: {
          or: [
            { population: { gt: 1000000 }, size: { in: ['METROPOLIS'] } },
            { foundedOn: { before: '1400-01-01', certainty: 'CERTAIN' } },
          ],
          twins: { exists: true },
        },
        by: [{ isCapital: 'DESC' }],
        first: 3,
      },
    );
    const parts = await toy.ask(
      `query ($least: Int!, $size: CitySize!, $day: Date!, $sure: Certainty, $has: Boolean!, $way: OrderDirection!) {
        cities(where: { or: [{ population: { gt: $least }, size: { in: [$size] } }, { foundedOn: { before: $day, certainty: $sure } }], twins: { exists: $has } }, orderBy: [{ isCapital: $way }], first: 3) { nodes { id } }
      }`,
      { least: 1000000, size: 'METROPOLIS', day: '1400-01-01', sure: 'CERTAIN', has: true, way: 'DESC' },
    );
    expect(literal.cities.nodes).toEqual([{ id: 'city/da-nang' }, { id: 'city/hue' }]);
    expect(whole).toEqual(literal);
    expect(parts).toEqual(literal);
  });

  test('one document answers each request by its own values and shape, in any order of asking', async () => {
    const document = parse(
      'query ($where: CityFilter, $by: [CityOrder!], $first: Int, $id: ID!) { cities(where: $where, orderBy: $by, first: $first) { nodes { id } } city(id: $id) { id } }',
    );
    const requests: readonly Readonly<Record<string, unknown>>[] = [
      { id: 'city/hue' },
      { id: 'city/da-nang', first: 1 },
      { id: 'nothing', first: 2 },
      { id: 'x', where: {} },
      { id: 'x', where: { isCapital: { eq: true } } },
      { id: 'x', where: { isCapital: { eq: false } } },
      { id: 'x', where: { isCapital: { isNull: true } } },
      { id: 'x', where: { isCapital: { isNull: false } } },
      { id: 'x', where: { twins: { exists: true } } },
      { id: 'x', where: { twins: { exists: false } } },
      { id: 'x', where: { size: { in: [] } } },
      { id: 'x', where: { size: { in: ['TOWN'] } } },
      { id: 'x', where: { size: { in: ['TOWN', 'METROPOLIS'] } } },
      { id: 'x', where: { population: { in: [1, 2] } } },
      { id: 'x', where: { population: { in: [350000] } } },
      { id: 'x', where: { or: [] } },
      { id: 'x', where: { or: [{ id: { eq: 'city/hue' } }] } },
      { id: 'x', where: { or: [{ id: { eq: 'city/hue' } }, { name: { eq: 'hanoi' } }] } },
      { id: 'x', where: { or: [{ name: { eq: 'hanoi' } }, { id: { eq: 'city/hue' } }] } },
      { id: 'x', where: { and: [{ or: [{}] }, { not: { or: [] } }] } },
      { id: 'x', where: { foundedOn: { year: 1306, certainty: 'POSSIBLE' } } },
      { id: 'x', where: { foundedOn: { before: '1306-06-01', certainty: 'CERTAIN' } } },
      { id: 'x', where: { foundedOn: { before: '1306-06-01', certainty: 'POSSIBLE' } } },
      { id: 'x', where: { twins: { some: { fact: { isCurrent: true } } } } },
      { id: 'x', where: { twins: { some: { fact: { isCurrent: false } } } } },
      { id: 'x', by: [] },
      { id: 'x', by: [{ id: 'DESC' }] },
      { id: 'x', by: [{ id: 'ASC' }] },
      { id: 'x', by: [{ population: 'DESC' }, { id: 'DESC' }] },
      { id: 'x', first: null },
      { id: 'x', first: 0 },
    ];
    const alone = await Promise.all(requests.map(async (variables) => (await openToy()).ask(document, variables)));
    for (const order of [requests, [...requests].reverse(), requests]) {
      for (const variables of order)
        expect(await toy.ask(document, variables)).toEqual(alone[requests.indexOf(variables)]);
    }
    expect(new Set(alone.map((answer) => JSON.stringify(answer))).size).toBeGreaterThan(15);
  });

  test('more shapes of one document than are kept are answered all the same', async () => {
    const document = parse(
      'query ($where: CityFilter) { cities(where: $where, orderBy: { id: ASC }) { nodes { id } } }',
    );
    for (let round = 0; round < 2; round++) {
      for (let length = 1; length < 80; length++) {
        const or = Array.from({ length }, (_, place) => ({
          id: { eq: place === length - 1 ? 'city/hue' : `none/${place}` },
        }));
        expect((await toy.ask(document, { where: { or } })).cities.nodes).toEqual([{ id: 'city/hue' }]);
      }
    }
  });

  test('a default of the document counts as given', async () => {
    const question =
      'query ($first: Int = 1, $where: CityFilter = { isCapital: { eq: true } }) { cities(first: $first, where: $where) { nodes { id } totalCount } }';
    expect((await toy.ask(question)).cities).toEqual({ nodes: [{ id: 'city/ha-noi' }], totalCount: 2 });
    expect((await toy.ask(question, { first: 3, where: {} })).cities.totalCount).toBe(5);
  });

  test('two operations of one document have a plan each', async () => {
    const document = parse(
      'query A { cities(first: 1) { nodes { id } } } query B { cities(last: 1) { nodes { name } } }',
    );
    expect((await toy.ask(document, {}, 'A')).cities.nodes).toEqual([{ id: 'city/da-nang' }]);
    expect((await toy.ask(document, {}, 'B')).cities.nodes).toEqual([{ name: 'ស្វាយរៀង' }]);
    expect((await toy.ask(document, {}, 'A')).cities.nodes).toEqual([{ id: 'city/da-nang' }]);
  });

  test('a plan of a release that is gone is not used for the next', async () => {
    const store = new MemoryStore();
    await store.load(toyRelease);
    const over = toyOver(store);
    const document = parse(
      '{ cities(where: { twins: { some: { fact: { isCurrent: true } } } }) { totalCount edges { cursor } } graph { release date } }',
    );
    const before = await over.ask(document);
    await store.load({
      ...toyRelease,
      id: 'release-2',
      date: '2006-01-01',
      entities: toyRelease.entities.filter(({ id }) => id !== 'city/svay-rieng'),
    });
    const after = await over.ask(document);
    expect(after.graph).toEqual({ release: 'release-2', date: '2006-01-01' });
    expect(after.cities.edges[0].cursor).not.toBe(before.cities.edges[0].cursor);
  });
});

describe('reads', () => {
  test('one for each root field, whatever the depth', async () => {
    const { reads, errors } = await toy.try(`{
      a: city(id: "city/hue") {
        treaties { nodes { parties { nodes { ... on City { twins { nodes { residents { nodes { knows { nodes { home { nodes { id } } } } } } } } } } } } }
        sources { passages { nodes { claims { nodes { subject { id } } } } } }
      }
      b: cities { nodes { treaties { edges { citations { source { facts { nodes { from { id } } } } } } } } }
      c: entity(ref: { name: "hue" }) { claims { nodes { citations { footnote } } } }
      d: nodes(ids: ["city/hue", "person/an"]) { ... on Entity { sources { statements { totalCount } } } }
      e: claims { totalCount }
      f: graph { sources { passages { totalCount } } }
      __typename
    }`);
    expect([reads, errors]).toEqual([6, []]);
  });

  test('a bad argument anywhere is found before anything is read', async () => {
    const { reads, errors } = await toy.try(
      '{ city(id: "city/hue") { twins { nodes { treaties(first: 1000) { totalCount } } } } }',
    );
    expect([reads, errors.map(({ code }) => code)]).toEqual([0, ['BAD_USER_INPUT']]);
  });
});

describe('a plan', () => {
  /** Keeps the plans that pass by; everything else is the real store. */
  class Watched extends MemoryStore {
    readonly plans: { readonly plan: ReadPlan; readonly parameters: Parameters }[] = [];

    override read(plan: ReadPlan, parameters: Parameters, signal: AbortSignal): Promise<unknown> {
      this.plans.push({ plan, parameters });
      return super.read(plan, parameters, signal);
    }
  }

  async function watched() {
    const store = new Watched();
    await store.load(toyRelease);
    return { store, over: toyOver(store) };
  }

  function everyPart(value: unknown): unknown[] {
    return typeof value === 'object' && value !== null ? [value, ...Object.values(value).flatMap(everyPart)] : [value];
  }

  const canaries = `{
    cities(
      where: { id: { in: ["canary/1"] }, name: { eq: "Canary", contains: "canary", in: ["canary"], gt: "canary" }, motto: { startsWith: "canary" }, population: { gt: 424242, in: [424242] }, foundedOn: { year: 4242, on: "4242-04-24", within: { from: "4242-04-24" } }, area: { unit: "canary", gt: "424242" }, existed: { includes: "4242-04-24" }, twins: { count: { eq: 424242 }, some: { fact: { citedIn: { eq: "canary/1" }, minSources: 424242, validAt: "4242-04-24", since: { after: "4242-04-24" } } } }, size: { eq: TOWN } }
      first: 42
    ) { nodes { id treaties(first: 42, where: { node: { title: { eq: "canary" } } }) { totalCount } claims(where: { value: { eq: "canary" } }) { totalCount } } }
    node(id: "canary/1") { id }
    nodes(ids: ["canary/1"]) { id }
    entity(ref: { name: "canary" }) { id }
  }`;

  test('is frozen to the last part, and holds no value of the request', async () => {
    const { store, over } = await watched();
    await over.ask(canaries);
    expect(store.plans).toHaveLength(4);
    for (const { plan, parameters } of store.plans) {
      const parts = everyPart(plan);
      expect(parts.filter((part) => typeof part === 'object' && part !== null && !Object.isFrozen(part))).toEqual([]);
      expect(parts.filter((part) => /canary|4242|^42$|TOWN/i.test(String(part)))).toEqual([]);
      expect(JSON.stringify(parameters)).toMatch(/canary/i);
    }
  });

  test('is the same object for other values, and another for another shape', async () => {
    const { store, over } = await watched();
    const document = parse(
      'query ($where: CityFilter, $first: Int) { cities(where: $where, first: $first) { totalCount } }',
    );
    await over.ask(document, { where: { name: { eq: 'a' } }, first: 1 });
    await over.ask(document, { where: { name: { eq: 'b' } }, first: 2 });
    await over.ask(document, { where: { name: { contains: 'b' } }, first: 2 });
    await over.ask(document, { where: { name: { in: ['a', 'b'] } }, first: 2 });
    await over.ask(document, { where: { name: { in: ['c'] } }, first: 2 });
    const [first, second, third, fourth, fifth] = store.plans.map(({ plan }) => plan);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
    expect(fourth).not.toBe(third);
    expect(fifth).toBe(fourth);
  });

  test('asks for the count only where it is selected', async () => {
    const { store, over } = await watched();
    await over.ask('{ cities { nodes { id } } }');
    await over.ask('{ cities { totalCount } }');
    const columns = store.plans.map(({ plan }) =>
      plan.answer === 'page' ? plan.page.columns.map(({ column }) => column) : [],
    );
    expect(columns).toEqual([['nodes'], ['totalCount']]);
  });

  test('names parameters in the order in which they are met, so that equal questions have equal plans', async () => {
    const { store, over } = await watched();
    await over.ask('{ cities(where: { name: { eq: "a" } }, first: 3) { nodes { id } } }');
    await over.ask('{ cities(where: { name: { eq: "b" } }, first: 4) { nodes { id } } }');
    expect(store.plans[0]!.plan).toEqual(store.plans[1]!.plan);
  });
});

describe('entities by name', () => {
  test('one that a name fits is found, in any language, with or without marks', async () => {
    for (const name of ['Huế', 'hue', 'ហ្វេ', 'thuan hoa', 'Thuận Hóa']) {
      expect(
        (await toy.ask('query ($name: String!) { entity(ref: { name: $name }) { id __typename } }', { name })).entity,
      ).toEqual({ id: 'city/hue', __typename: 'City' });
    }
  });

  test('a name that fits several is an error that lists them', async () => {
    const { data, errors } = await toy.try('{ entity(ref: { name: "an" }) { name } }');
    expect(data.entity).toBeNull();
    expect(errors).toMatchObject([
      {
        code: 'AMBIGUOUS_NAME',
        extensions: {
          candidates: [
            { id: 'person/an', type: 'Person' },
            { id: 'person/an-2', type: 'Person' },
          ],
        },
      },
    ]);
    expect(errors[0]!.message).toContain('person/an, person/an-2');
  });

  test('absence is null', async () => {
    const { data, errors } = await toy.try(
      '{ a: entity(ref: { name: "nobody" }) { id } b: entity(ref: { id: "city/none" }) { id } c: city(id: "person/an") { id } d: node(id: "none") { id } e: nodes(ids: ["none", "city/hue", "none", "city/hue"]) { id } f: nodes(ids: []) { id } }',
    );
    expect([data, errors]).toEqual([
      { a: null, b: null, c: null, d: null, e: [null, { id: 'city/hue' }, null, { id: 'city/hue' }], f: [] },
      [],
    ]);
  });

  test('a fact is no entity, and an edge is found as its relation', async () => {
    expect(await toy.ask('{ entity(ref: { id: "knows/1" }) { id } node(id: "knows/1<") { id __typename } }')).toEqual({
      entity: null,
      node: { id: 'knows/1', __typename: 'Relation' },
    });
  });

  test('exactly one of id and name', async () => {
    for (const ref of ['{}', '{ id: "city/hue", name: "Huế" }', '{ id: null }', '{ name: null }']) {
      expect((await toy.try(`{ entity(ref: ${ref}) { id } }`)).errors).not.toEqual([]);
    }
    expect(
      (await toy.try('query ($ref: EntityRef!) { entity(ref: $ref) { id } }', { ref: { id: 'city/hue', name: 'x' } }))
        .errors,
    ).not.toEqual([]);
  });

  test('nodes takes a hundred ids', async () => {
    const ids = (length: number) => ({ ids: Array.from({ length }, (_, place) => `none/${place}`) });
    const question = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    expect((await toy.ask(question, ids(100))).nodes).toHaveLength(100);
    expect((await toy.try(question, ids(101))).errors).toMatchObject([
      { code: 'BAD_USER_INPUT', extensions: { limit: 100, actual: 101 } },
    ]);
  });
});

test('citations, passages and sources lead to each other', async () => {
  const { city, source, graph } = await toy.ask(`{
    city(id: "city/hue") { citations { start end paragraph locator digest footnote text passage { id } source { name(lang: EN) } } sources { id } }
    source(id: "source/herald") { passages { nodes { id paragraph claims { nodes { id } } relations { nodes { id } } } } statements { totalCount } facts { nodes { id } } }
    graph { date counts { key count } sources { id } examples { id title(lang: EN) variables } }
  }`);
  expect(city.citations).toEqual([
    {
      start: 3,
      end: 6,
      paragraph: 1,
      locator: '¶1',
      digest: '1'.padStart(64, '0'),
      footnote: 'gazette, 1',
      text: 'Text of the first paragraph.',
      passage: { id: 'passage/gazette/1' },
      source: { name: 'Gazette' },
    },
    {
      start: null,
      end: null,
      paragraph: null,
      locator: 'whole',
      digest: null,
      footnote: 'atlas, whole',
      text: null,
      passage: { id: 'passage/atlas/whole' },
      source: { name: 'Atlas' },
    },
  ]);
  expect(city.sources).toEqual([{ id: 'source/atlas' }, { id: 'source/gazette' }, { id: 'source/herald' }]);
  expect(source).toEqual({
    passages: {
      nodes: [
        {
          id: 'passage/herald/1',
          paragraph: 1,
          claims: { nodes: [{ id: 'claim/hue/population/2' }, { id: 'claim/peace/concludedOn' }] },
          relations: { nodes: [{ id: 'lives-in/2' }, { id: 'party-to/3' }] },
        },
      ],
    },
    statements: { totalCount: 2 },
    facts: { nodes: [{ id: 'lives-in/2' }, { id: 'party-to/3' }] },
  });
  expect(graph.date).toBe('2005-06-30');
  expect(graph.counts).toEqual([
    { key: 'City', count: 5 },
    { key: 'Person', count: 4 },
    { key: 'Treaty', count: 4 },
    { key: 'Source', count: 3 },
    { key: 'Relation', count: 22 },
    { key: 'Claim', count: 8 },
  ]);
  expect(graph.examples).toEqual([
    { id: 'cities', title: 'All cities', variables: null },
    { id: 'one', title: 'One city', variables: '{"id":"city/hue"}' },
  ]);
});

test('passages of a source come by paragraph, as numbers', async () => {
  const { source } = await toy.ask('{ source(id: "source/gazette") { passages { nodes { paragraph } } } }');
  expect(source.passages.nodes).toEqual([{ paragraph: 1 }, { paragraph: 2 }, { paragraph: 10 }]);
});
