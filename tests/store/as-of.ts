import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../src/store/store.js';
import { cutOff, withBestValues } from '../toy/as-of.js';
import { claim, date, entity, names, passage, relation, releaseOf, span, type ToyRelease } from '../toy/release.js';
import { toyOver, type Toy } from '../toy/toy-graph.js';

const cite = (...passages: readonly string[]) => ({
  citations: passages.map((each) => ({ passage: `passage/${each}` })),
});

/**
 * A graph of three sources: the gazette of 1995, the herald of March 2001, and an atlas that is not dated. Huế had 300
 * inhabitants by the gazette and 350 by the herald; An lived there until 1998, and in Hội An, which only the herald
 * knows, from then on. Huế is a party to the peace through its council, as the herald says.
 */
const release: ToyRelease = withBestValues(
  releaseOf({
    passages: [
      passage('source/gazette', 1),
      passage('source/herald', 1),
      passage('source/herald', 2),
      passage('source/atlas'),
    ],
    entities: [
      entity('source/gazette', 'Source', names('vi:Công báo'), { publishedOn: date('1995') }),
      entity('source/herald', 'Source', names('vi:Tin tức'), { publishedOn: date('2001-03') }, cite('gazette/1')),
      entity('source/atlas', 'Source', names('vi:Tập bản đồ'), {}, cite('atlas/whole')),
      entity('city/hue', 'City', names('vi:Huế', '~Hue')),
      entity('city/hoi-an', 'City', names('vi:Hội An'), {}, cite('herald/1')),
      entity('city/da-nang', 'City', names('vi:Đà Nẵng'), {}, cite('atlas/whole')),
      entity('person/an', 'Person', names('vi:An')),
      entity('treaty/peace', 'Treaty', names('vi:Hoà bình'), {}, cite('herald/1')),
    ],
    relations: [
      relation('lives-in/1', 'LIVES_IN', 'person/an', 'city/hue', {
        validTime: span('1990', '1998'),
        ...cite('gazette/1', 'herald/1'),
      }),
      relation('lives-in/2', 'LIVES_IN', 'person/an', 'city/hoi-an', { validTime: span('1998'), ...cite('herald/1') }),
      relation('party-to/1', 'PARTY_TO', 'city/hue', 'treaty/peace', {
        ...cite('gazette/1'),
        basis: { id: 'administers/1', validTime: span('1993', '1996'), ...cite('herald/2') },
      }),
      relation('twinned/1', 'TWINNED', 'city/hue', 'city/da-nang', cite('atlas/whole')),
    ],
    claims: [
      claim('claim/hue/population/1', 'city/hue', 'population', 300, cite('gazette/1', 'atlas/whole')),
      claim('claim/hue/population/2', 'city/hue', 'population', 350, cite('gazette/1', 'herald/1', 'atlas/whole')),
      claim('claim/hue/motto/1', 'city/hue', 'motto', 'Nước chảy', cite('gazette/1')),
      claim('claim/hue/motto/2', 'city/hue', 'motto', 'Đá mòn', cite('herald/1')),
      claim('claim/hue/size/1', 'city/hue', 'size', 'TOWN', {
        ...cite('gazette/1'),
        validTime: span(undefined, '1996'),
      }),
      claim('claim/hue/size/2', 'city/hue', 'size', 'METROPOLIS', { ...cite('gazette/1'), validTime: span('1997') }),
      claim('claim/peace/articles', 'treaty/peace', 'articles', 12, cite('herald/2')),
      claim('claim/gazette/date', 'source/gazette', 'publishedOn', date('1995'), cite('gazette/1')),
      claim('claim/herald/date', 'source/herald', 'publishedOn', date('2001-03'), cite('gazette/1')),
    ],
  }),
);

/**
 * What every store must do of `src/plan/as-of.ts`, one sentence after the other.
 *
 * @param open Opens a store that holds nothing yet.
 */
export function describeAsOf(name: string, open: () => Promise<Store>): void {
  describe(name, () => {
    let store: Store;
    let toy: Toy;

    beforeAll(async () => {
      store = await open();
      await store.load(release);
      toy = toyOver(store);
    });

    afterAll(() => store.close());

    const before = async (question: string) => (await toy.ask(`{ asOf(knownAt: "1999-12-31") { ${question} } }`)).asOf;
    const on = async (day: string, question: string) =>
      (await toy.ask(`{ asOf(validAt: "${day}") { ${question} } }`)).asOf;

    test('a source is known from the first day on which it may have been published, and so are its passages', async () => {
      const question = '{ sources { nodes { id passages { nodes { id } } } } }';
      const ids = async (day: string) => {
        const data = await toy.ask(question.replace('{', `{ asOf(knownAt: "${day}") {`) + ' }');
        return data.asOf.sources.nodes.map(({ id }: { id: string }) => id);
      };
      expect(await ids('1994-12-31')).toEqual(['source/atlas']);
      expect(await ids('1995-01-01')).toEqual(['source/gazette', 'source/atlas']);
      expect(await ids('2001-02-28')).toEqual(['source/gazette', 'source/atlas']);
      expect(await ids('2001-03-01')).toEqual(['source/gazette', 'source/atlas', 'source/herald']);
      const known = await before(
        'herald: node(id: "passage/herald/1") { id } gazette: node(id: "passage/gazette/1") { id }',
      );
      expect(known).toEqual({ herald: null, gazette: { id: 'passage/gazette/1' } });
    });

    test('what no known source says is nowhere: by id, by name, in lists, totals, filters, counts and links', async () => {
      expect(
        await before(`
          node(id: "lives-in/2") { id } edge: node(id: "lives-in/2>") { id } city(id: "city/hoi-an") { id }
          nodes(ids: ["city/hoi-an", "city/hue", "claim/peace/articles"]) { id }
          entity(ref: { name: "Hội An" }) { id } treaties { totalCount }
          cities { totalCount nodes { id } pageInfo { hasNextPage } }
          person(id: "person/an") { home { totalCount nodes { id } edges { id } } }
          settled: people(where: { home: { count: { eq: 1 } } }) { nodes { id } }
          elsewhere: people(where: { home: { some: { node: { id: { eq: "city/hoi-an" } } } } }) { nodes { id } }
          passage: node(id: "passage/gazette/1") { ... on Passage { relations { nodes { id } } claims { totalCount } } }
          graph { counts { key count } sources { id } }`),
      ).toEqual({
        node: null,
        edge: null,
        city: null,
        nodes: [null, { id: 'city/hue' }, null],
        entity: null,
        treaties: { totalCount: 0 },
        cities: {
          totalCount: 2,
          nodes: [{ id: 'city/da-nang' }, { id: 'city/hue' }],
          pageInfo: { hasNextPage: false },
        },
        person: { home: { totalCount: 1, nodes: [{ id: 'city/hue' }], edges: [{ id: 'lives-in/1>' }] } },
        settled: { nodes: [{ id: 'person/an' }] },
        elsewhere: { nodes: [] },
        passage: { relations: { nodes: [{ id: 'lives-in/1' }] }, claims: { totalCount: 6 } },
        graph: {
          counts: [
            { key: 'City', count: 2 },
            { key: 'Person', count: 1 },
            { key: 'Treaty', count: 0 },
            { key: 'Source', count: 2 },
            { key: 'Relation', count: 2 },
            { key: 'Claim', count: 6 },
          ],
          sources: [{ id: 'source/atlas' }, { id: 'source/gazette' }],
        },
      });
    });

    test('citations and sources are those that are known, and so is their number', async () => {
      expect(
        await before(`
          person(id: "person/an") {
            sources { id }
            home { edges { citations { source { id } } } }
            twice: home(where: { fact: { minSources: 2 } }) { totalCount }
            herald: home(where: { fact: { citedIn: { eq: "source/herald" } } }) { totalCount }
          }`),
      ).toEqual({
        person: {
          sources: [{ id: 'source/gazette' }],
          home: { edges: [{ citations: [{ source: { id: 'source/gazette' } }] }] },
          twice: { totalCount: 0 },
          herald: { totalCount: 0 },
        },
      });
    });

    test('best values are chosen anew, wherever they are read, compared and put in order', async () => {
      const question = `
        city(id: "city/hue") { population motto claims(where: { isBest: true, property: { eq: "population" } }) { nodes { id isBest } } }
        large: cities(where: { population: { gt: 300 } }) { totalCount }
        known: cities(where: { population: { isNull: false } }, orderBy: [{ population: DESC }]) { nodes { id } }`;
      expect(await toy.ask(`{ ${question} }`)).toEqual({
        // Of two mottos the herald’s is the later one.
        city: { population: 350, motto: 'Đá mòn', claims: { nodes: [{ id: 'claim/hue/population/2', isBest: true }] } },
        large: { totalCount: 1 },
        known: { nodes: [{ id: 'city/hue' }] },
      });
      expect(await before(question)).toEqual({
        city: {
          population: 300,
          motto: 'Nước chảy',
          claims: { nodes: [{ id: 'claim/hue/population/1', isBest: true }] },
        },
        large: { totalCount: 0 },
        known: { nodes: [{ id: 'city/hue' }] },
      });
      expect((await toy.ask(`{ asOf(knownAt: "9999-12-31") { ${question} } }`)).asOf).toEqual(
        await toy.ask(`{ ${question} }`),
      );
      const unknown = await toy.ask(
        '{ asOf(knownAt: "1990-01-01") { city(id: "city/hue") { population size claims { nodes { property } } } } }',
      );
      // The atlas is not dated, so it is known.
      expect(unknown.asOf.city).toEqual({
        population: 300,
        size: null,
        claims: { nodes: [{ property: 'population' }, { property: 'population' }] },
      });
    });

    test('a day keeps what may hold on it, and makes it now', async () => {
      const question = `
        city(id: "city/hue") { size claims(where: { property: { eq: "size" } }) { nodes { value isBest isCurrent } } }
        person(id: "person/an") { home { nodes { id } } current: home(where: { fact: { isCurrent: true } }) { totalCount } }`;
      expect(await on('1996-06-30', question)).toEqual({
        city: { size: 'TOWN', claims: { nodes: [{ value: 'TOWN', isBest: true, isCurrent: true }] } },
        person: { home: { nodes: [{ id: 'city/hue' }] }, current: { totalCount: 1 } },
      });
      expect(await on('1998-06-30', question)).toMatchObject({
        city: { size: 'METROPOLIS' },
        person: { home: { nodes: [{ id: 'city/hoi-an' }, { id: 'city/hue' }] }, current: { totalCount: 2 } },
      });
    });

    test('where no day is given, now is the earlier one of what is known and the release', async () => {
      const question = 'person(id: "person/an") { home { edges { node { id } isCurrent } } }';
      expect((await toy.ask(`{ asOf(knownAt: "1996-06-30") { ${question} } }`)).asOf.person.home.edges).toEqual([
        { node: { id: 'city/hue' }, isCurrent: true },
      ]);
      expect((await toy.ask(`{ asOf(knownAt: "9999-12-31") { ${question} } }`)).asOf.person.home.edges).toEqual([
        { node: { id: 'city/hoi-an' }, isCurrent: true },
        { node: { id: 'city/hue' }, isCurrent: false },
      ]);
    });

    test('a derived fact is there only where the fact that it rests on is', async () => {
      const parties = async (moment: string) =>
        (await toy.ask(`{ asOf(${moment}) { city(id: "city/hue") { treaties { nodes { id articles } } } } }`)).asOf.city
          .treaties.nodes;
      expect(await parties('knownAt: "2000-01-01"')).toEqual([]);
      expect(await parties('knownAt: "2001-03-01"')).toEqual([{ id: 'treaty/peace', articles: 12 }]);
      expect(await parties('validAt: "1994-01-01"')).toEqual([{ id: 'treaty/peace', articles: 12 }]);
      expect(await parties('validAt: "1997-01-01"')).toEqual([]);
    });

    test('two moments stand side by side, each in one read a root field, and the plain answer beside them', async () => {
      const city = 'city(id: "city/hue") { population }';
      const { data, reads } = await toy.try(
        `{ then: asOf(knownAt: "1999-12-31") { ${city} cities { totalCount } } later: asOf(knownAt: "2002-01-01") { ${city} } ${city} }`,
      );
      expect(data).toEqual({
        then: { city: { population: 300 }, cities: { totalCount: 2 } },
        later: { city: { population: 350 } },
        city: { population: 350 },
      });
      expect(reads).toBe(4);
    });

    test('within another one it replaces the days that it gives', async () => {
      const data = await toy.ask(`{
        asOf(knownAt: "1999-12-31", validAt: "1996-06-30") {
          city(id: "city/hue") { population size }
          asOf(knownAt: "2002-01-01") { city(id: "city/hue") { population size } }
        }
      }`);
      expect(data.asOf).toEqual({
        city: { population: 300, size: 'TOWN' },
        asOf: { city: { population: 350, size: 'TOWN' } },
      });
    });

    test('an entry is there if its fact is, with the known sources of that; involved are those by facts that are there', async () => {
      const entries =
        'timeline { nodes { id attestation(on: "1998-06-30") citations { source { id } } involved { id } } } city(id: "city/hue") { timeline { nodes { id } } }';
      const first = { id: 'entry/lives-in/1', involved: [{ id: 'city/hue' }] };
      const known = await before(entries);
      expect(known.timeline.nodes).toEqual([
        { ...first, attestation: 'BEYOND_SOURCES', citations: [{ source: { id: 'source/gazette' } }] },
      ]);
      expect(known.city.timeline.nodes).toEqual([{ id: 'entry/lives-in/1' }]);
      expect((await toy.ask(`{ ${entries} }`)).timeline.nodes).toEqual([
        expect.objectContaining({ ...first, attestation: 'POSSIBLE' }),
        expect.objectContaining({ id: 'entry/lives-in/2' }),
      ]);
      expect(await on('1989-12-31', entries)).toEqual({
        timeline: { nodes: [] },
        city: { timeline: { nodes: [] } },
      });
    });

    test('a conflict is there if both its claims are', async () => {
      const conflicts =
        'conflicts { totalCount nodes { claims { id } } } city(id: "city/hue") { conflicts { property } }';
      const ids = ({ conflicts: { nodes } }: any): string[] =>
        nodes.flatMap(({ claims }: any) => claims.map(({ id }: any) => id as string));
      expect(ids(await toy.ask(`{ ${conflicts} }`))).toContain('claim/hue/motto/2');
      const known = await before(conflicts);
      expect(ids(known)).toEqual(['claim/hue/population/1', 'claim/hue/population/2']);
      expect(known.city.conflicts).toEqual([{ property: 'population' }]);
    });

    test('nothing is found, reached or counted in groups that is not there', async () => {
      const question = `
        search(text: "Hội An") { nodes { id } }
        paths(from: { id: "person/an" }, to: { id: "city/hoi-an" }) { length }
        neighbourhood(of: [{ id: "person/an" }]) { nodes { id } links { id } }`;
      expect(await toy.ask(`{ ${question} }`)).toMatchObject({
        search: { nodes: [{ id: 'city/hoi-an' }] },
        paths: [{ length: 1 }],
      });
      expect(await before(question)).toEqual({
        search: { nodes: [] },
        paths: [],
        neighbourhood: { nodes: [{ id: 'person/an' }, { id: 'city/hue' }], links: [{ id: 'lives-in/1' }] },
      });
    });

    test('without a day it is the whole graph; a day that is null is refused', async () => {
      const question =
        'query ($day: Date) { asOf(validAt: $day) { cities { edges { cursor node { id population } } } } }';
      expect((await toy.ask(question)).asOf).toEqual(
        await toy.ask('{ cities { edges { cursor node { id population } } } }'),
      );
      const { errors } = await toy.try(question, { day: null });
      expect(errors).toMatchObject([{ code: 'BAD_USER_INPUT', message: expect.stringContaining('validAt is null') }]);
    });

    test('a cursor belongs to its moment', async () => {
      const page = (moment: string, after?: string) =>
        toy.try(
          `{ asOf(${moment}) { cities(first: 1${after ? `, after: "${after}"` : ''}) { pageInfo { endCursor } nodes { id } } } }`,
        );
      const { data } = await page('knownAt: "1999-12-31"');
      const cursor = data.asOf.cities.pageInfo.endCursor as string;
      expect((await page('knownAt: "1999-12-31"', cursor)).data.asOf.cities.nodes).toEqual([{ id: 'city/hue' }]);
      for (const other of [
        'knownAt: "1999-12-30"',
        'validAt: "1999-12-31"',
        'knownAt: "1999-12-31", validAt: "1999-12-31"',
      ])
        expect((await page(other, cursor)).errors).toMatchObject([{ code: 'BAD_CURSOR' }]);
      expect((await toy.try(`{ cities(after: "${cursor}") { totalCount } }`)).errors).toMatchObject([
        { code: 'BAD_CURSOR' },
      ]);
    });

    test('one plan serves every moment that gives the same days', async () => {
      const question =
        'query ($known: Date, $valid: Date) { asOf(knownAt: $known, validAt: $valid) { city(id: "city/hue") { population size } } }';
      const city = async (variables: Record<string, string>) => (await toy.ask(question, variables)).asOf.city;
      expect(await city({ known: '1999-12-31' })).toEqual({ population: 300, size: 'METROPOLIS' });
      expect(await city({ known: '2002-01-01' })).toEqual({ population: 350, size: 'METROPOLIS' });
      expect(await city({ known: '2002-01-01', valid: '1996-01-01' })).toEqual({ population: 350, size: 'TOWN' });
      expect(await city({ valid: '1996-01-01' })).toEqual({ population: 350, size: 'TOWN' });
      expect(await city({})).toEqual({ population: 350, size: 'METROPOLIS' });
    });

    test('a fact says how far its sources reach for a day', async () => {
      const home = async (day: string) => {
        const data = await toy.ask(
          `{ person(id: "person/an") { home { edges { node { id } attestation(on: "${day}") } } } }`,
        );
        return data.person.home.edges.map((edge: { attestation: string }) => edge.attestation);
      };
      expect(await home('1989-12-31')).toEqual(['BEFORE', 'BEFORE']);
      expect(await home('1995-06-30')).toEqual(['BEFORE', 'STATED']);
      expect(await home('1998-06-30')).toEqual(['POSSIBLE', 'POSSIBLE']);
      expect(await home('2001-03-31')).toEqual(['POSSIBLE', 'AFTER']);
      expect(await home('2001-04-01')).toEqual(['BEYOND_SOURCES', 'AFTER']);
      const timeless = await toy.ask('{ node(id: "claim/peace/articles") { ... on Claim { attestation } } }');
      expect(timeless.node.attestation).toBe('NO_TIME');
      expect(await on('2004-01-01', 'person(id: "person/an") { home { edges { attestation } } }')).toEqual({
        person: { home: { edges: [{ attestation: 'BEYOND_SOURCES' }] } },
      });
    });

    test('how far sources reach is told of those that are known', async () => {
      // The gazette is of 1995, the herald of 2001.
      const reach = 'node(id: "lives-in/1") { ... on Relation { attestation(on: "1998-06-30") } }';
      expect(await toy.ask(`{ ${reach} }`)).toEqual({ node: { attestation: 'POSSIBLE' } });
      expect(await before(reach)).toEqual({ node: { attestation: 'BEYOND_SOURCES' } });
    });

    test('it is what is left when all else is taken out beforehand', async () => {
      const question = `{
        cities(orderBy: [{ population: DESC }]) { totalCount nodes { id population size residents { nodes { id sources { id } } } sources { id } } }
        claims { nodes { id isBest citations { footnote } } }
      }`;
      for (const moment of [
        { knownAt: '1999-12-31' },
        { validAt: '1994-06-30' },
        { knownAt: '2001-03-01', validAt: '1998-12-31' },
      ]) {
        const given = Object.entries(moment).map(([key, day]) => `${key}: "${day}"`);
        const { asOf } = await toy.ask(`{ asOf(${given.join(', ')}) ${question} }`);
        const other = await open();
        try {
          await other.load(cutOff(release, moment));
          expect(asOf).toEqual(await toyOver(other).ask(question));
        } finally {
          await other.close();
          await store.load(release);
        }
      }
    });
  });
}
