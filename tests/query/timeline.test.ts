import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPartialDate } from '../../src/model/partial-date.js';
import { claim, date, entity, names, passage, releaseOf, span, toyRelease } from '../toy/release.js';
import { holdsForAll } from '../toy/check.js';
import { openToy } from '../toy/toy-graph.js';

const toy = await openToy();

const timeline = async (args: string) =>
  (await toy.ask(`{ timeline${args} { nodes { id } } }`)).timeline.nodes.map(({ id }: { id: string }) =>
    id.replace('entry/', ''),
  );

describe('timeline', () => {
  test('is the whole graph’s, in order, with the best of dates that disagree', async () => {
    expect(await timeline('')).toEqual([
      'lives-in/1',
      'lives-in/2',
      'claim/trade/concludedOn/1',
      'claim/peace/concludedOn',
    ]);
  });

  test('is about entities, by id and by name, of kinds and within days', async () => {
    expect(await timeline('(about: [{ id: "city/ha-noi" }, { name: "hoa binh" }])')).toEqual([
      'lives-in/2',
      'claim/peace/concludedOn',
    ]);
    expect(await timeline('(about: [])')).toEqual([]);
    expect(await timeline('(about: [{ name: "nobody" }, { id: "city/none" }])')).toEqual([]);
    expect(await timeline('(kinds: [TREATY])')).toEqual(['claim/trade/concludedOn/1', 'claim/peace/concludedOn']);
    expect(await timeline('(kinds: [CITY])')).toEqual(['lives-in/1', 'lives-in/2']);
    expect(await timeline('(kinds: [])')).toEqual([]);
    expect(await timeline('(between: { from: "1991-10-24", to: "1991-10-30" })')).toEqual([
      'lives-in/2',
      'claim/trade/concludedOn/1',
    ]);
    expect(await timeline('(between: { from: "1991-01-01" }, certainty: CERTAIN)')).toEqual([
      'claim/trade/concludedOn/1',
      'claim/peace/concludedOn',
    ]);
    expect(await timeline('(between: {})')).toHaveLength(4);
  });

  test('of an entity is what dates it and what it had a part in', async () => {
    const { city, person } = await toy.ask(`{
      city(id: "city/hue") { timeline(first: 1, between: { from: "1990-01-01" }) { totalCount nodes { title(lang: EN) modality end { edtf } entity { id } involved { id } } } }
      person(id: "person/an") { timeline(first: 2) { nodes { title date { text(lang: EN) } isCurrent end { edtf } citations { locator } factId } } }
    }`);
    expect(city.timeline).toEqual({
      totalCount: 2,
      nodes: [
        {
          title: 'Trade',
          modality: 'PLANNED',
          end: { edtf: '2001' },
          entity: { id: 'treaty/trade' },
          involved: [{ id: 'city/da-nang' }, { id: 'city/hue' }],
        },
      ],
    });
    expect(person.timeline.nodes).toEqual([
      {
        title: 'An sống ở Huế',
        date: { text: 'May 1950' },
        isCurrent: false,
        end: { edtf: '1975' },
        citations: [{ locator: '¶1' }],
        factId: 'lives-in/1',
      },
      {
        title: 'An sống ở Hà Nội',
        date: { text: '1975' },
        isCurrent: true,
        end: null,
        citations: [{ locator: '¶1' }, { locator: '¶1' }],
        factId: 'lives-in/2',
      },
    ]);
  });

  test('tells an ambiguous name with whom it may mean, in its one read', async () => {
    const { errors, reads } = await toy.try('{ timeline(about: [{ name: "Huế" }, { name: "An" }]) { totalCount } }');
    expect(reads).toBe(1);
    expect(errors).toMatchObject([
      {
        code: 'AMBIGUOUS_NAME',
        path: ['timeline'],
        extensions: {
          candidates: [
            { id: 'person/an', type: 'Person' },
            { id: 'person/an-2', type: 'Person' },
          ],
        },
      },
    ]);
  });

  test('and conflicts are each one read of one plan, whatever the values', async () => {
    const question =
      'query ($about: [EntityRef!], $days: DateRange) { timeline(about: $about, between: $days) { nodes { id } } conflicts(about: $about) { nodes { id subject { id } } } }';
    const ask = (about: unknown, days?: unknown) => toy.try(question, { about, ...(days !== undefined && { days }) });
    const one = await ask([{ id: 'treaty/trade' }], { from: '1990-01-01' });
    expect(one).toMatchObject({ reads: 2, errors: [] });
    expect(one.data.conflicts.nodes).toMatchObject([{ subject: { id: 'treaty/trade' } }]);
    expect((await ask([{ name: 'Huế' }])).data.conflicts.nodes).toMatchObject([{ subject: { id: 'city/hue' } }]);
    expect((await ask([{ id: 'person/an' }])).data.conflicts.nodes).toEqual([]);
  });

  test.each([
    ['timeline(about: null)', 'about'],
    ['timeline(kinds: null)', 'kinds'],
    ['timeline(between: null)', 'between'],
    ['timeline(between: { from: null })', 'between.from'],
    ['timeline(certainty: null)', 'certainty'],
    ['timeline(between: { from: "2001-01-02", to: "2001-01-01" })', 'between'],
    ['timeline(first: 1, last: 1)', 'last'],
    ['timeline(first: 101)', 'first'],
    [`timeline(about: [${'{ id: "city/hue" } '.repeat(101)}])`, 'about'],
    ['conflicts(about: null)', 'about'],
    ['conflicts(first: -1)', 'first'],
  ])('%s is refused, and the argument is named', async (field, argument) => {
    const { errors } = await toy.try(`{ ${field} { totalCount } }`);
    expect(errors).toMatchObject([{ code: 'BAD_USER_INPUT', extensions: { argument } }]);
  });

  test('a name or id of more than 200 characters is refused', async () => {
    for (const key of ['id', 'name']) {
      const { errors } = await toy.try(`{ timeline(about: [{ ${key}: "${'x'.repeat(201)}" }]) { totalCount } }`);
      expect(errors).toMatchObject([{ code: 'BAD_USER_INPUT' }]);
    }
  });

  test('cursors hold for the same entities, kinds, days and certainty only', async () => {
    const page = (args: string) => `{ timeline(first: 1${args}) { edges { cursor node { id } } } }`;
    const cursorOf = async (args: string) => (await toy.ask(page(args))).timeline.edges[0].cursor as string;
    const asked = [
      '',
      ', about: [{ id: "treaty/trade" }]',
      ', about: [{ id: "treaty/trade" }, { id: "city/hue" }]',
      ', about: [{ name: "Trade" }]',
      ', kinds: [TREATY]',
      ', between: { from: "1900-01-01" }',
      ', between: { from: "1900-01-01" }, certainty: CERTAIN',
    ];
    for (const one of asked) {
      const cursor = await cursorOf(one);
      for (const other of asked) {
        const { errors } = await toy.try(page(`${other}, after: "${cursor}"`));
        expect(errors.map(({ code }) => code)).toEqual(one === other ? [] : ['BAD_CURSOR']);
      }
    }
  });
});

// ——— Days ———

const WINDOW = ['1991-10-20', '1991-11-10'] as const;

/** The days from one to another. */
function daysFrom(first: string, last: string): readonly string[] {
  const days: string[] = [];
  for (let time = Date.parse(first); time <= Date.parse(last); time += 86_400_000)
    days.push(new Date(time).toISOString().slice(0, 10));
  return days;
}

const DAYS = daysFrom(...WINDOW);
const DATES = [...DAYS.filter((_, place) => place % 3 === 0), '1991-10', '1991-11', '1991', '[1991-10-22,1991-10-29]'];

/** Every way in which it may have been: the day on which it began, and that on which it ended. */
function waysOf(from: string, to: string | undefined, isPeriod: boolean): readonly (readonly [string, string])[] {
  const daysOf = (edtf: string) => {
    const { earliest, latest } = readPartialDate(edtf)!;
    return daysFrom(earliest, latest);
  };
  const ends = to ? daysOf(to) : isPeriod ? daysFrom('1991-01-01', '1992-12-31') : undefined;
  return daysOf(from).flatMap((begin) =>
    ends ? ends.filter((end) => end >= begin).map((end) => [begin, end] as const) : [[begin, begin] as const],
  );
}

const anyEdtf = fc.constantFrom(...DATES);

test('an entry lies within days if it does, day by day, in some of the ways in which it may have been, or in all', async () => {
  await holdsForAll(
    60,
    [
      fc.array(fc.tuple(anyEdtf, fc.option(anyEdtf, { nil: undefined }), fc.boolean()), { minLength: 1, maxLength: 6 }),
      fc.array(fc.tuple(fc.constantFrom(...DAYS), fc.constantFrom(...DAYS)), { minLength: 4, maxLength: 4 }),
    ],
    async (dated, ranges) => {
      const things = dated.map(([from, to, isPeriod], number) => {
        // An end that comes before the beginning is none.
        const end = to !== undefined && readPartialDate(to)!.latest >= readPartialDate(from)!.earliest ? to : undefined;
        return { id: isPeriod ? `city/${number}` : `treaty/${number}`, from, end, isPeriod };
      });
      const claims = things.flatMap(({ id, from, end, isPeriod }) =>
        isPeriod
          ? [claim(`claim/${id}`, id, 'existed', span(from, end))]
          : [
              claim(`claim/${id}`, id, 'concludedOn', date(from)),
              ...(end ? [claim(`claim/${id}/end`, id, 'lapsedOn', date(end))] : []),
            ],
      );
      const world = await openToy(
        releaseOf({
          passages: [passage('source/gazette', 1), passage('source/gazette', 2)],
          entities: [
            entity('source/gazette', 'Source', names('G')),
            ...things.map(({ id, isPeriod }) => entity(id, isPeriod ? 'City' : 'Treaty', names(id))),
          ],
          claims,
        }),
      );
      for (const [one, other] of ranges) {
        const [first, last] = one < other ? [one, other] : [other, one];
        const asked = async (certainty: string) => {
          const { timeline: found } = await world.ask(
            `{ timeline(between: { from: "${first}", to: "${last}" }, certainty: ${certainty}) { nodes { entity { id } } } }`,
          );
          return found.nodes.map((node: { entity: { id: string } }) => node.entity.id).sort();
        };
        const within = new Set(daysFrom(first, last));
        const lies = ([begin, end]: readonly [string, string]) => [...within].some((day) => day >= begin && day <= end);
        const idsWhere = (holds: (ways: readonly (readonly [string, string])[]) => boolean) =>
          things
            .filter(({ from, end, isPeriod }) => holds(waysOf(from, end, isPeriod)))
            .map(({ id }) => id)
            .sort();
        const [possible, certain] = [await asked('POSSIBLE'), await asked('CERTAIN')];
        expect(possible).toEqual(idsWhere((ways) => ways.some(lies)));
        expect(certain).toEqual(idsWhere((ways) => ways.every(lies)));
        expect(certain.filter((id: string) => !possible.includes(id))).toEqual([]);
      }
    },
  );
});

test('a page of a timeline goes forwards and backwards through the same sequence', async () => {
  const claims = DATES.map((edtf, number) => claim(`claim/${number}`, 'treaty/trade', 'concludedOn', date(edtf)));
  const world = await openToy(releaseOf({ ...toyRelease, claims }));
  const question = `query ($first: Int, $last: Int, $after: String, $before: String) { timeline(about: [{ id: "treaty/trade" }, { name: "Huế" }], first: $first, last: $last, after: $after, before: $before) { edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
  const whole = (await world.ask(question, { first: 100 })).timeline.edges as { node: { id: string } }[];
  const forwards: unknown[] = [];
  for (let after: string | null = null; ;) {
    const { edges, pageInfo }: any = (await world.ask(question, { first: 3, after })).timeline;
    forwards.push(...edges);
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  const backwards: unknown[] = [];
  for (let before: string | null = null; ;) {
    const { edges, pageInfo }: any = (await world.ask(question, { first: null, last: 3, before })).timeline;
    backwards.unshift(...edges);
    if (!pageInfo.hasPreviousPage) break;
    before = pageInfo.startCursor;
  }
  expect(whole.length).toBeGreaterThan(DATES.length);
  expect(forwards).toEqual(whole);
  expect(backwards).toEqual(whole);
});
