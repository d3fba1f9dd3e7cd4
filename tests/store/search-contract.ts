import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COUNTRY_POINTS, editKeysOf, POINTS, searchKeysOf } from '../../src/model/search.js';
import type { Column, OrderKey, Page, Parameters, ReadPlan } from '../../src/plan/read-plan.js';
import type { Sought } from '../../src/plan/search.js';
import type { Store } from '../../src/store/store.js';
import { bruteSearch } from '../toy/brute-force-search.js';
import { entity, names, passage, relation, releaseOf } from '../toy/release.js';

/** What every store must do with searches: the paragraphs of src/plan/search.ts. Plans are written out by hand. */

const never = new AbortController().signal;
const P = (parameter: string) => ({ parameter });

const score: OrderKey = { on: 'fact', property: 'score', facet: 'value', descending: true };
const name: OrderKey = { on: 'node', property: 'names', facet: 'sort', descending: false };
const id: OrderKey = { on: 'node', property: 'id', facet: 'value', descending: false };

const ID = { reads: [{ as: 'id', read: 'property', property: 'id' } as const] };
const SHAPES = { City: ID, Person: ID, Treaty: ID, Source: ID };

const EDGES: Column = {
  as: 'hits',
  column: 'edges',
  edge: {
    cursors: ['cursor'],
    nodes: [{ as: 'node', shapes: SHAPES }],
    fact: {
      reads: ['score', 'parts', 'matchedOn', 'kind', 'isMatch'].map((property) => ({
        as: property,
        read: 'property',
        property,
      })),
    },
  },
};

const page = (parts: Partial<Page> = {}): Page & { along: { matching: { parameter: string } } } => ({
  order: [score, name, id],
  backward: false,
  size: P('size'),
  binding: P('binding'),
  columns: [EDGES],
  ...parts,
  along: { matching: P('sought') },
});

/** What a text looks for. */
function sought(
  text: string,
  more: { readonly kinds?: readonly string[]; readonly asTyped?: boolean; readonly country?: Sought['country'] } = {},
): Sought {
  const keys = searchKeysOf(text);
  const words = [...new Set(keys.words)];
  return {
    text,
    ...keys,
    words,
    opening: `${keys.spaced} `,
    length: keys.spaced.length,
    edits: words.map((word) => (more.asTyped ? [] : editKeysOf(word))),
    kinds: more.kinds ?? null,
    country: more.country ?? null,
  };
}

const release = releaseOf({
  passages: [passage('source/gazette', 1)],
  entities: [
    entity('source/gazette', 'Source', names('en:Gazette')),
    entity('city/hue', 'City', names('vi:Huế', 'en:Hue', '~Thuận Hoá')),
    entity('city/ha-noi', 'City', names('vi:Hà Nội', 'en:Hanoi')),
    entity('city/hanoi-2', 'City', names('en:HANOI')),
    entity('city/hanover', 'City', names('en:Hanover Town')),
    entity('city/svay-rieng', 'City', names('km:ស្វាយរៀង', 'en:Svay Rieng')),
    entity('city/svay', 'City', names('km:ស្វាយ')),
    entity('city/nameless', 'City', names('en:…')),
    entity('person/long', 'Person', names(`en:${'x'.repeat(3000)} ${'word '.repeat(300)}`)),
    entity('person/hue', 'Person', names('~hue', 'vi:Hoa Huệ')),
    entity('person/hoa', 'Person', names('vi:Hoa', '~Hoà', '~hóa')),
    entity('treaty/town', 'Treaty', names('en:Treaty of the Town of Hanover', 'vi:Hiệp ước Hanover (1991)')),
    entity('treaty/twin', 'Treaty', names('en:Treaty of the Town of Hanover')),
  ],
  relations: [
    relation('party-to/1', 'PARTY_TO', 'city/hue', 'treaty/town'),
    relation('party-to/2', 'PARTY_TO', 'city/hanover', 'treaty/town', { modality: 'DENIED' }),
    relation('party-to/3', 'PARTY_TO', 'city/hanover', 'treaty/twin', { rank: 'DEPRECATED' }),
    relation('twinned/1', 'TWINNED', 'city/hanoi-2', 'city/hue'),
  ],
});

/** @param open Opens a store that holds nothing yet. */
export function describeSearch(open: () => Promise<Store>): void {
  describe('searches', () => {
    let store: Store;

    beforeAll(async () => {
      store = await open();
      await store.load(release);
    });

    afterAll(() => store.close());

    const read = async (plan: ReadPlan, parameters: Parameters) =>
      JSON.parse(
        JSON.stringify(await store.read(plan, { size: 100, binding: 'bound', ...parameters }, never)),
      ) as never;
    const find = async (
      text: string,
      more: Parameters & { readonly kinds?: readonly string[]; readonly asTyped?: boolean } = {},
      parts: Partial<Page> = {},
    ): Promise<any> => read({ answer: 'page', page: page(parts) }, { sought: sought(text, more), ...more });
    const told = async (text: string, more: { readonly kinds?: readonly string[]; readonly asTyped?: boolean } = {}) =>
      (await find(text, more)).hits.map((hit: any) => `${hit.node.id} ${hit.score} ${hit.matchedOn}`);

    test('tells each way of matching by its points', async () => {
      expect(await told('Hanover Town')).toEqual([
        `city/hanover ${POINTS.written} Hanover Town`,
        `treaty/town ${POINTS.hasWords + 20} Treaty of the Town of Hanover`,
        `treaty/twin ${POINTS.hasWords + 20} Treaty of the Town of Hanover`,
      ]);
      expect(await told('hanoi')).toEqual([`city/ha-noi ${POINTS.equal} Hanoi`, `city/hanoi-2 ${POINTS.equal} HANOI`]);
      expect(await told('hano')).toEqual([
        `city/ha-noi ${POINTS.startsWith + 39} Hanoi`,
        `city/hanoi-2 ${POINTS.startsWith + 39} HANOI`,
        `city/hanover ${POINTS.startsWith + 16} Hanover Town`,
        `treaty/town ${POINTS.hasBeginnings + 9} Hiệp ước Hanover (1991)`,
        `treaty/twin ${POINTS.hasBeginnings + 6} Treaty of the Town of Hanover`,
      ]);
      expect(await told('treaty of the')).toEqual([
        `treaty/town ${POINTS.startsWithWords + 21} Treaty of the Town of Hanover`,
        `treaty/twin ${POINTS.startsWithWords + 21} Treaty of the Town of Hanover`,
      ]);
      expect(await told('tow hanobver')).toEqual([
        `city/hanover ${POINTS.hasWordsNearly + 49} Hanover Town`,
        `treaty/town ${POINTS.hasWordsNearly + 20} Treaty of the Town of Hanover`,
        `treaty/twin ${POINTS.hasWordsNearly + 20} Treaty of the Town of Hanover`,
      ]);
    });

    test.each([
      ['a letter too many', 'hannover', true],
      ['a letter too few', 'hanver', true],
      ['another letter', 'hanofer', true],
      ['two letters changed round', 'hanvoer', true],
      ['two wrong letters', 'hamofer', false],
      ['a wrong letter in a word of four', 'tovn', false],
      ['a wrong digit', '1981', false],
    ])('%s in a word finds it: %s, %s', async (_, text, isFound) => {
      expect(await told(text)).toHaveLength(isFound ? 3 : 0);
    });

    test('a word must be met as it is where it has no edit keys', async () => {
      expect(await told('hannover', { asTyped: true })).toEqual([]);
      expect(await told('hanove', { asTyped: true })).toHaveLength(3);
    });

    test('case, marks, Unicode form, spaces, hyphens and punctuation make no difference', async () => {
      for (const text of [
        'HÀ NỘI',
        'ha noi',
        'Hà Nội'.normalize('NFD').toLowerCase(),
        'ha-noi',
        '«Hà – Nội»',
        'h a n o i',
      ])
        expect((await find(text)).hits[0], text).toMatchObject({ score: POINTS.equal, node: { id: 'city/ha-noi' } });
    });

    test('the name that counts is the best one, then the preferred one, then the first by text', async () => {
      expect(await told('hoa', { kinds: ['PERSON'] })).toEqual([
        `person/hoa ${POINTS.equal} Hoa`,
        `person/hue ${POINTS.startsWithWords + 21} Hoa Huệ`,
      ]);
      expect(await told('hóa', { kinds: ['PERSON'] })).toEqual([
        `person/hoa ${POINTS.written} hóa`,
        `person/hue ${POINTS.startsWithWords + 21} Hoa Huệ`,
      ]);
      expect(await told('hoá', { kinds: ['PERSON'] })).toEqual([
        `person/hoa ${POINTS.equal} Hoa`,
        `person/hue ${POINTS.startsWithWords + 21} Hoa Huệ`,
      ]);
    });

    test('Khmer is found as it is written, and from its beginning', async () => {
      expect(await told('ស្វាយ')).toEqual([
        `city/svay ${POINTS.written} ស្វាយ`,
        `city/svay-rieng ${POINTS.startsWith + 30} ស្វាយរៀង`,
      ]);
      expect(await told('ស្វាយរៀក')).toEqual([]);
      expect(await told('ស្វយរៀង')).toEqual([]);
    });

    test.each(['', ' ', '…', '–', '"', '+ -', '*', '()', '\u0000', '\u200b'])(
      'a text without words, %j, finds nothing',
      async (text) => {
        expect(await told(text)).toEqual([]);
      },
    );

    test.each([
      'C++',
      '/hue',
      'hue~1',
      '"hue',
      'hue AND',
      '(hue',
      'hue*',
      "hue' OR 1=1 //",
      '$p1',
      '`hue`',
      '\\u0027hue',
    ])('a text that means something elsewhere, %j, is a text', async (text) => {
      const expected = bruteSearch(release.entities, { text });
      expect((await find(text)).hits.map((hit: any) => [hit.node.id, hit.score])).toEqual(
        expected.map(({ entity: found, points }) => [found.id, points]),
      );
    });

    test('only the kinds sought are found, and none where none are', async () => {
      expect(await told('hanover', { kinds: ['TREATY', 'PERSON'] })).toHaveLength(2);
      expect(await told('hanover', { kinds: ['CITY'] })).toHaveLength(1);
      expect(await told('hanover', { kinds: [] })).toEqual([]);
    });

    test('counts the hits, and those of each kind, whatever the page', async () => {
      const columns: Column[] = [
        { as: 'total', column: 'totalCount' },
        { as: 'kinds', column: 'kinds' },
      ];
      expect(await find('hanover', { size: 1 }, { columns })).toEqual({
        total: 3,
        kinds: [
          { key: 'TREATY', count: 2 },
          { key: 'CITY', count: 1 },
        ],
      });
      expect(await find('h', { size: 0 }, { columns })).toEqual({
        total: 8,
        kinds: [
          { key: 'CITY', count: 4 },
          { key: 'PERSON', count: 2 },
          { key: 'TREATY', count: 2 },
        ],
      });
      expect(await find('nothing', {}, { columns })).toEqual({ total: 0, kinds: [] });
    });

    test('goes from page to page by cursor, and the flags are exact', async () => {
      const whole = (await find('h')).hits as any[];
      expect(whole.map((hit) => hit.node.id)).toHaveLength(8);
      const columns: Column[] = [
        EDGES,
        {
          as: 'info',
          column: 'pageInfo',
          fields: ['hasNextPage', 'hasPreviousPage'].map((field) => ({ as: field, field }) as never),
        },
      ];
      for (const size of [1, 2, 3, 8]) {
        const seen: any[] = [];
        let after: readonly unknown[] | undefined;
        for (;;) {
          const cut = { size, ...(after && { after }) } as Parameters;
          const { hits, info } = await find('h', cut, { columns, ...(after && { after: P('after') }) });
          expect(info.hasPreviousPage).toBe(seen.length > 0);
          seen.push(...hits);
          expect(info.hasNextPage).toBe(seen.length < whole.length);
          if (!info.hasNextPage) break;
          after = hits.at(-1).cursor.slice(1);
        }
        expect(seen).toEqual(whole);
      }
    });

    test('a hit can be taken unseen where it alone has an equal name', async () => {
      const isMatch = async (text: string, kinds?: readonly string[]) =>
        (await find(text, kinds ? { kinds } : {})).hits.map((hit: any) => hit.isMatch);
      expect(await isMatch('Hanover Town')).toEqual([true, false, false]);
      expect(await isMatch('hanoi')).toEqual([false, false]);
      expect(await isMatch('Hà Nội')).toEqual([false, false]);
      expect(await isMatch('thuận-hoá')).toEqual([true]);
      expect(await isMatch('hue', ['CITY'])).toEqual([true]);
      expect(await isMatch('Hue')).toEqual([false, false]);
      expect(await isMatch('hanove')).toEqual([false, false, false]);
    });

    test('what has to do with the country sought has more points, and may be a match where others are as equal', async () => {
      const told = async (text: string, country: Sought['country']) => {
        const [row]: any = await read(
          { answer: 'matches', sought: P('all'), page: page(), queries: [] },
          { all: [sought(text, { country })] },
        );
        return row.hits.map((hit: any) => [hit.node.id, hit.score, hit.parts, hit.isMatch]);
      };
      const [equal, more] = [POINTS.equal, POINTS.equal + COUNTRY_POINTS];
      const hue = { id: 'city/hue', name: null };
      const withHue = [
        ['city/hanoi-2', more, [equal, COUNTRY_POINTS], true],
        ['city/ha-noi', equal, [equal, 0], false],
      ];
      expect(await told('hanoi', hue)).toEqual(withHue);
      expect(await told('hanoi', { id: null, name: 'thuan hoa' })).toEqual(withHue);
      // Two bear the name: what has to do with either has the points.
      expect(await told('hanoi', { id: null, name: 'hue' })).toEqual(withHue);
      const without = (ids: readonly string[]) => ids.map((id) => [id, equal, [equal, 0], false]);
      for (const nobody of [
        { id: 'person/hoa', name: null },
        { id: 'none', name: null },
        { id: null, name: 'nobody' },
      ])
        expect(await told('hanoi', nobody)).toEqual(without(['city/ha-noi', 'city/hanoi-2']));
      // Nothing has to do with anything by what is denied or deprecated.
      const [town, hanover] = [
        await told('treaty of the town of hanover', hue),
        await told('treaty of the town of hanover', { id: 'city/hanover', name: null }),
      ];
      expect(town.map(([id, , , isMatch]: any) => [id, isMatch])).toEqual([
        ['treaty/town', true],
        ['treaty/twin', false],
      ]);
      expect(hanover).toEqual(without(['treaty/town', 'treaty/twin']));
      // It is itself the country.
      expect(await told('thuan hoa', hue)).toEqual([['city/hue', more, [equal, COUNTRY_POINTS], true]]);
    });

    test('what stands in the only column of a page is answered by itself', async () => {
      const hits: any = await read(
        { answer: 'column', page: page() },
        { sought: sought('hano', { asTyped: true }), size: 2 },
      );
      expect(hits.map((hit: any) => hit.node.id)).toEqual(['city/ha-noi', 'city/hanoi-2']);
    });

    test('many searches are answered in their order, each with its text', async () => {
      const all = ['Hanover Town', '', 'hoa', 'Hanover Town'].map((text) => sought(text));
      const answer: any = await read(
        { answer: 'matches', sought: P('all'), page: page(), queries: ['query', 'again'] },
        { all: [...all, sought('hue', { kinds: ['PERSON'] })], size: 1 },
      );
      expect(answer.map((row: any) => [row.query, row.again, row.hits.map((hit: any) => hit.node.id)])).toEqual([
        ['Hanover Town', 'Hanover Town', ['city/hanover']],
        ['', '', []],
        ['hoa', 'hoa', ['person/hoa']],
        ['Hanover Town', 'Hanover Town', ['city/hanover']],
        ['hue', 'hue', ['person/hue']],
      ]);
      expect(await read({ answer: 'matches', sought: P('all'), page: page(), queries: [] }, { all: [] })).toEqual([]);
    });

    test('a name far longer than any text is found by its words', async () => {
      expect((await find('word')).hits[0]).toMatchObject({ node: { id: 'person/long' }, score: POINTS.hasWords });
      expect((await find('x'.repeat(200))).hits[0]).toMatchObject({ node: { id: 'person/long' } });
    });
  });
}
