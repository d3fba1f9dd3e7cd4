import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../src/store/store.js';
import { withBestValues } from '../toy/as-of.js';
import {
  absent,
  amount,
  claim,
  date,
  entity,
  names,
  passage,
  relation,
  releaseOf,
  type ToyRelease,
} from '../toy/release.js';
import { toyOver, type Toy } from '../toy/toy-graph.js';

const cite = (...passages: readonly string[]) => ({
  citations: passages.map((each) => ({ passage: `passage/${each}` })),
});

/**
 * What a gazette of 1995 and a herald of March 2001 state, and state to be absent. Both peace and trade were concluded
 * at some time; the border treaty has no claim at all.
 */
const release: ToyRelease = withBestValues(
  releaseOf({
    passages: [passage('source/gazette', 1), passage('source/herald', 1)],
    entities: [
      entity('source/gazette', 'Source', names('vi:Công báo'), { publishedOn: date('1995') }),
      entity('source/herald', 'Source', names('vi:Tin tức'), { publishedOn: date('2001-03') }),
      entity('city/hue', 'City', names('vi:Huế')),
      entity('city/da-nang', 'City', names('vi:Đà Nẵng')),
      entity('city/ha-noi', 'City', names('vi:Hà Nội')),
      entity('treaty/peace', 'Treaty', names('vi:Hoà bình')),
      entity('treaty/trade', 'Treaty', names('vi:Thương mại')),
      entity('treaty/border', 'Treaty', names('vi:Biên giới')),
    ],
    relations: [
      relation('about/1', 'ABOUT', 'treaty/peace', 'city/hue', cite('herald/1')),
      relation('twinned/1', 'TWINNED', 'city/da-nang', 'city/hue', cite('herald/1')),
      relation('twinned/2', 'TWINNED', 'city/ha-noi', 'city/hue', cite('gazette/1')),
    ],
    claims: [
      claim('claim/gazette/date', 'source/gazette', 'publishedOn', date('1995'), cite('gazette/1')),
      claim('claim/herald/date', 'source/herald', 'publishedOn', date('2001-03'), cite('gazette/1')),
      // The herald has one who knows, besides what the gazette has.
      absent(
        'claim/peace/concludedOn/unknown',
        'treaty/peace',
        'concludedOn',
        'UNKNOWN',
        cite('gazette/1', 'herald/1'),
      ),
      claim('claim/peace/concludedOn/1991', 'treaty/peace', 'concludedOn', date('1991'), cite('herald/1')),
      // Two deny what one says, so that they count.
      absent('claim/peace/lapsedOn/none', 'treaty/peace', 'lapsedOn', 'NONE', cite('gazette/1', 'herald/1')),
      claim('claim/peace/lapsedOn/1999', 'treaty/peace', 'lapsedOn', date('1999-01-01'), cite('gazette/1')),
      absent('claim/peace/about/none', 'treaty/peace', 'about', 'NONE', cite('gazette/1')),
      absent('claim/trade/concludedOn/unknown', 'treaty/trade', 'concludedOn', 'UNKNOWN', cite('gazette/1')),
      claim('claim/da-nang/area', 'city/da-nang', 'area', amount('84', '%', 'ABOUT'), cite('gazette/1')),
      claim('claim/hue/area', 'city/hue', 'area', amount('16', '%', 'ABOUT'), cite('gazette/1')),
      claim('claim/ha-noi/area', 'city/ha-noi', 'area', amount('40', '%'), cite('gazette/1')),
      claim('claim/trade/articles/1', 'treaty/trade', 'articles', 12, cite('gazette/1')),
      claim('claim/trade/articles/2', 'treaty/trade', 'articles', 13, cite('gazette/1', 'herald/1')),
      claim('claim/trade/lapsedOn/1', 'treaty/trade', 'lapsedOn', date('1998'), cite('gazette/1')),
      claim('claim/trade/title', 'treaty/trade', 'title', 'Thương mại', cite('gazette/1')),
      claim('claim/hue/founded/1', 'city/hue', 'foundedOn', date('1306'), cite('gazette/1')),
      claim('claim/hue/founded/2', 'city/hue', 'foundedOn', date('1307'), cite('gazette/1', 'herald/1')),
    ],
  }),
);

/**
 * What every store must do with stated absences, with complements, and with what is the best claim of some moment.
 *
 * @param open Opens a store that holds nothing yet.
 */
export function describeStatements(name: string, open: () => Promise<Store>): void {
  describe(name, () => {
    let store: Store;
    let toy: Toy;

    beforeAll(async () => {
      store = await open();
      await store.load(release);
      toy = toyOver(store);
    });

    afterAll(() => store.close());

    const asOf = async (day: string, question: string) =>
      (await toy.ask(`{ asOf(knownAt: "${day}") { ${question} } }`)).asOf;

    test('a stated absence is a claim without a value; where nothing is stated there is no claim', async () => {
      const claims =
        'claims(where: { property: { eq: "concludedOn" } }) { nodes { value absence date { edtf } isBest } }';
      expect(
        await toy.ask(
          `{ trade: treaty(id: "treaty/trade") { concludedOn { edtf } ${claims} } border: treaty(id: "treaty/border") { concludedOn { edtf } ${claims} } }`,
        ),
      ).toEqual({
        trade: {
          concludedOn: null,
          claims: { nodes: [{ value: null, absence: 'UNKNOWN', date: null, isBest: true }] },
        },
        border: { concludedOn: null, claims: { nodes: [] } },
      });
    });

    test('that nobody knows gives way to what somebody does; that there is none counts as a value does', async () => {
      expect(await toy.ask('{ treaty(id: "treaty/peace") { concludedOn { edtf } lapsedOn { edtf } } }')).toEqual({
        treaty: { concludedOn: { edtf: '1991' }, lapsedOn: null },
      });
      expect(
        await asOf(
          '1999-12-31',
          'treaty(id: "treaty/peace") { concludedOn { edtf } lapsedOn { edtf } claims(where: { isBest: true, property: { in: ["concludedOn", "about"] } }) { nodes { id } } }',
        ),
      ).toEqual({
        treaty: {
          concludedOn: null,
          // One source each now: the smaller id.
          lapsedOn: { edtf: '1999-01-01' },
          claims: { nodes: [{ id: 'claim/peace/about/none' }, { id: 'claim/peace/concludedOn/unknown' }] },
        },
      });
    });

    test('filters tell what is stated to be absent from what is not stated', async () => {
      const data = await toy.ask(`{
        null: treaties(where: { concludedOn: { isNull: true } }) { nodes { id } }
        unknown: claims(where: { absence: { eq: UNKNOWN }, isBest: true }) { nodes { id } }
        either: claims(where: { absence: { isNull: false } }) { totalCount }
        without: claims(where: { value: { isNull: true } }) { totalCount }
        valued: claims(where: { absence: { isNull: true } }) { totalCount }
        not: claims(where: { not: { absence: { eq: NONE } } }) { totalCount }
      }`);
      expect(data).toEqual({
        null: { nodes: [{ id: 'treaty/border' }, { id: 'treaty/trade' }] },
        unknown: { nodes: [{ id: 'claim/trade/concludedOn/unknown' }] },
        either: { totalCount: 4 },
        without: { totalCount: 4 },
        valued: { totalCount: release.claims.length - 4 },
        not: { totalCount: release.claims.length - 2 },
      });
    });

    test('a stated none contradicts a value and a relation, a stated unknown neither', async () => {
      const { conflicts } = await toy.ask(
        '{ conflicts(about: [{ id: "treaty/peace" }]) { nodes { property kind reason claims { id } relations { id } subject { id } } } }',
      );
      expect(conflicts.nodes).toEqual([
        {
          property: 'about',
          kind: 'CONTRADICTION',
          reason: 'none and Huế: one says that there is none.',
          claims: [{ id: 'claim/peace/about/none' }],
          relations: [{ id: 'about/1' }],
          subject: { id: 'treaty/peace' },
        },
        {
          property: 'concludedOn',
          kind: 'COMPATIBLE',
          reason: '1991 and not known: one says that it is not known.',
          claims: [{ id: 'claim/peace/concludedOn/1991' }, { id: 'claim/peace/concludedOn/unknown' }],
          relations: [],
          subject: { id: 'treaty/peace' },
        },
        {
          property: 'lapsedOn',
          kind: 'CONTRADICTION',
          reason: '1 January 1999 and none: one says that there is none.',
          claims: [{ id: 'claim/peace/lapsedOn/1999' }, { id: 'claim/peace/lapsedOn/none' }],
          relations: [],
          subject: { id: 'treaty/peace' },
        },
      ]);
    });

    test('complements that make up the whole are compatible, others contradict, and both are told of either end', async () => {
      const conflicts =
        'conflicts { property kind reason subject { id } claims { id subject { id } } relations { id } }';
      const { hue, daNang, all } = await toy.ask(
        `{ hue: city(id: "city/hue") { ${conflicts} } daNang: city(id: "city/da-nang") { ${conflicts} } all: conflicts(about: [{ id: "city/hue" }, { id: "city/da-nang" }]) { totalCount } }`,
      );
      const complement = {
        property: 'area',
        kind: 'COMPATIBLE',
        reason: 'about 84% and about 16%: each is what the other leaves of the whole.',
        subject: { id: 'city/da-nang' },
        claims: [
          { id: 'claim/da-nang/area', subject: { id: 'city/da-nang' } },
          { id: 'claim/hue/area', subject: { id: 'city/hue' } },
        ],
        relations: [{ id: 'twinned/1' }],
      };
      expect(daNang.conflicts).toEqual([complement]);
      expect(hue.conflicts).toEqual([
        complement,
        expect.objectContaining({ property: 'area', kind: 'CONTRADICTION', relations: [{ id: 'twinned/2' }] }),
        expect.objectContaining({ property: 'foundedOn' }),
      ]);
      expect(all.totalCount).toBe(3);
    });

    test('a conflict is there only while the relation is by which it is one', async () => {
      const ids = async (day: string) => {
        const { conflicts } = await asOf(day, 'conflicts { nodes { property relations { id } } }');
        return conflicts.nodes
          .filter(({ property }: any) => property === 'about' || property === 'area')
          .map(({ relations }: any) => relations.map(({ id }: any) => id as string).join());
      };
      // Of each the claims are known at both times.
      expect(await ids('1999-12-31')).toEqual(['twinned/2']);
      expect(await ids('2001-03-01')).toEqual(['twinned/1', 'twinned/2', 'about/1']);
    });

    test('the timeline and conflicts show which claim is the best one of the moment', async () => {
      const founded = `
        timeline(about: [{ id: "city/hue" }], kinds: [CITY]) { nodes { date { edtf } factId } }
        conflicts(about: [{ id: "treaty/trade" }]) { nodes { claims { id isBest } } }
        treaty(id: "treaty/trade") { articles }`;
      expect(await toy.ask(`{ ${founded} }`)).toEqual({
        timeline: { nodes: [{ date: { edtf: '1307' }, factId: 'claim/hue/founded/2' }] },
        conflicts: {
          nodes: [
            {
              claims: [
                { id: 'claim/trade/articles/1', isBest: false },
                { id: 'claim/trade/articles/2', isBest: true },
              ],
            },
          ],
        },
        treaty: { articles: 13 },
      });
      expect(await asOf('1999-12-31', founded)).toEqual({
        timeline: { nodes: [{ date: { edtf: '1306' }, factId: 'claim/hue/founded/1' }] },
        // Each has one known source, and the smaller id decides.
        conflicts: {
          nodes: [
            {
              claims: [
                { id: 'claim/trade/articles/1', isBest: true },
                { id: 'claim/trade/articles/2', isBest: false },
              ],
            },
          ],
        },
        treaty: { articles: 12 },
      });
    });
  });
}
