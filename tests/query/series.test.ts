import { graphql } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openGraph, type OpenGraph } from '../../src/index.js';
import { folderOf, SOUND } from '../loader/seed-folder.js';

/** A figure: `trade-2019`, in USD and for the year of its name unless said. */
function figure(
  slug: string,
  amount: number,
  {
    period,
    indicator = 'trade',
    unit = 'USD',
    comparator = 'exactly',
    modality = 'REPORTED',
    cite = 'gazette-2020#3',
  } = {} as {
    period?: string;
    indicator?: string;
    unit?: string;
    comparator?: string;
    modality?: string;
    cite?: string;
  },
): string {
  const of = (value: string) => `{ value: ${value}, cite: [${cite}] }`;
  return `
- id: figure/${slug}
  name: { vi: ${slug}, en: ${slug} }
  cite: [${cite}]
  indicator: ${of(indicator)}
  quantity: ${of(`{ amount: ${amount}, unit: '${unit}', comparator: ${comparator} }`)}
  ${period === undefined ? '' : `period: ${of(`'${period}'`)}`}
  modality: ${of(modality)}
  about:
    - { to: country/aland, cite: [${cite}] }
`;
}

const FIGURES = [
  figure('trade-2018', 100, { period: '2018' }),
  figure('trade-2018-again', 101, { period: '2018', cite: 'gazette-2020#4, codes#table' }),
  figure('trade-2018-about', 90, { period: '2018', comparator: 'about', cite: 'gazette-2020#4, codes#table' }),
  figure('trade-2019', 150, { period: '2019' }),
  figure('trade-target-2019', 200, { period: '2019', modality: 'TARGET' }),
  figure('trade-2019-half', 60, { period: '2019-40' }),
  figure('trade-some-day', 500),
  figure('share-2018', 40, { period: '2018', indicator: 'share', unit: '%' }),
  figure('share-2019', 50, { period: '2019', indicator: 'share', unit: '%' }),
  figure('mixed-usd', 1, { period: '2018', indicator: 'mixed' }),
  figure('mixed-tonnes', 2, { period: '2018', indicator: 'mixed', unit: 'tonnes' }),
];

/** Two countries of one name. */
const DOUBLES = ['cland', 'dland']
  .map((slug) => `- id: country/${slug}\n  name: { vi: Nước Đôi, en: ${slug} }\n  cite: [gazette-2020#2]\n`)
  .join('');

describe('series', () => {
  let graph: OpenGraph;

  beforeAll(async () => {
    graph = await openGraph({
      seed: await folderOf({
        ...SOUND,
        'countries.yaml': SOUND['countries.yaml'] + DOUBLES,
        'figures.yaml': FIGURES.join(''),
      }),
    });
  });
  afterAll(() => graph.close());

  const ask = async (source: string, variableValues: Record<string, unknown> = {}) => {
    const contextValue = graph.context(new AbortController().signal);
    const { schema, fieldResolver } = graph;
    const { data, errors } = await graphql({
      schema,
      source,
      contextValue,
      fieldResolver: fieldResolver as never,
      variableValues,
    });
    return { data: JSON.parse(JSON.stringify(data ?? null)), errors, reads: contextValue.reads };
  };

  const pointsOf = async (args: string) => {
    const { data } = await ask(
      `{ series(${args}) { points { period { edtf } modality best { id } alternatives { id } change changeOn { edtf } } } }`,
    );
    return data.series.points.map((point: any) => [
      point.period.edtf,
      point.modality,
      point.best.id.slice('figure/'.length),
      ...point.alternatives.map(({ id }: { id: string }) => id.slice('figure/'.length)),
      ...(point.change === null ? [] : [point.change, point.changeOn.edtf]),
    ]);
  };

  test('has a point for each period and way of stating, by the bounds of the periods, in one read', async () => {
    const { data, reads } = await ask('{ series(indicator: "Trade") { indicator unit points { period { edtf } } } }');
    expect(data.series).toMatchObject({ indicator: 'Trade', unit: 'USD' });
    expect(data.series.points.map((point: any) => point.period.edtf)).toEqual(['2018', '2019-40', '2019', '2019']);
    expect(reads).toBe(1);
  });

  test('prefers the more exact figure, then that of more sources, and keeps the others beside it', async () => {
    const [first] = await pointsOf('indicator: "trade"');
    expect(first).toEqual(['2018', 'REPORTED', 'trade-2018-again', 'trade-2018', 'trade-2018-about']);
  });

  test('computes the change on the point before among what is reported, and none for targets', async () => {
    expect(await pointsOf('indicator: "trade"')).toEqual([
      ['2018', 'REPORTED', 'trade-2018-again', 'trade-2018', 'trade-2018-about'],
      ['2019-40', 'REPORTED', 'trade-2019-half', -40.59, '2018'],
      ['2019', 'REPORTED', 'trade-2019', 150, '2019-40'],
      ['2019', 'TARGET', 'trade-target-2019'],
    ]);
  });

  test('computes no change of a share', async () => {
    expect(await pointsOf('indicator: "share"')).toEqual([
      ['2018', 'REPORTED', 'share-2018'],
      ['2019', 'REPORTED', 'share-2019'],
    ]);
  });

  test('keeps figures without a period apart', async () => {
    const { data } = await ask('{ series(indicator: "trade") { undated { id quantity { amount } } } }');
    expect(data.series.undated).toEqual([{ id: 'figure/trade-some-day', quantity: { amount: '500' } }]);
  });

  test('is of what is asked for: modality, and all that it is about', async () => {
    expect(await pointsOf('indicator: "trade", modality: [TARGET]')).toEqual([['2019', 'TARGET', 'trade-target-2019']]);
    expect(await pointsOf('indicator: "share", about: [{ name: "Nước A" }]')).toHaveLength(2);
    expect(await pointsOf('indicator: "share", about: [{ id: "country/aland" }, { id: "country/beland" }]')).toEqual(
      [],
    );
  });

  test('is empty where nothing is stated', async () => {
    const { data } = await ask('{ series(indicator: "happiness") { unit points { change } undated { id } } }');
    expect(data.series).toEqual({ unit: null, points: [], undated: [] });
  });

  test('keeps two aliases of one field apart, each with its own selection', async () => {
    const { data } = await ask(
      '{ series(indicator: "trade", modality: [TARGET]) { a: points { x: best { id } } b: points { x: best { name } y: best { kind } } } }',
    );
    expect(data.series).toEqual({
      a: [{ x: { id: 'figure/trade-target-2019' } }],
      b: [{ x: { name: 'trade-target-2019' }, y: { kind: 'FIGURE' } }],
    });
  });

  test('asks which unit is meant where there are several', async () => {
    const { errors } = await ask('{ series(indicator: "mixed") { unit } }');
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', accepted: ['USD', 'tonnes'] });
    const { data } = await ask(
      'query ($unit: String) { series(indicator: "mixed", unit: $unit) { unit points { best { id } } } }',
      {
        unit: 'TONNES',
      },
    );
    expect(data.series).toEqual({ unit: 'tonnes', points: [{ best: { id: 'figure/mixed-tonnes' } }] });
  });

  test('asks which entity is meant where a name fits several', async () => {
    const { errors } = await ask('{ series(indicator: "trade", about: [{ name: "Nước Đôi" }]) { unit } }');
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'AMBIGUOUS_NAME',
      candidates: [{ id: 'country/cland' }, { id: 'country/dland' }],
    });
  });

  test('refuses null where a condition is meant', async () => {
    const { errors } = await ask(
      'query ($about: [EntityRef!]) { series(indicator: "trade", about: $about) { unit } }',
      {
        about: null,
      },
    );
    expect(errors?.[0]?.message).toMatch(/about is null/);
  });
});
