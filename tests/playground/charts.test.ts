import { describe, expect, test } from 'vitest';
import { chartsOf, commonName, plotOf } from '../../src/playground/views/chart-model.js';
import type { FactLink } from '../../src/playground/views/subgraph.js';
import { tellIn } from '../../src/playground/views/tell.js';
import { vocabularyOf } from '../../src/playground/vocabulary.js';

const figure = (year: number, amount: string, more: Record<string, unknown> = {}) => ({
  __typename: 'Figure',
  id: `figure/${year}-${amount}`,
  indicator: 'trade',
  modality: 'REPORTED',
  period: { edtf: `${year}`, earliest: `${year}-01-01`, latest: `${year}-12-31`, precision: 'YEAR' },
  quantity: { amount, lower: amount, upper: amount, unit: 'USD', entente_text: `${amount} USD` },
  ...more,
});
const over = (amount: string) => ({ quantity: { amount, lower: amount, upper: null, unit: 'USD' } });

describe('chartsOf', () => {
  test('gathers the figures of an indicator and a unit, the earliest first, each once', () => {
    const rank = figure(2020, '1', { id: 'figure/rank', indicator: 'rank', quantity: { amount: '1', unit: 'rank' } });
    const { figures } = chartsOf({
      a: [figure(2022, '3'), figure(2020, '1')],
      b: { best: figure(2020, '1') },
      c: rank,
    });
    expect(figures.map(({ indicator, figures: found }) => [indicator, found.map(({ amount }) => amount)])).toEqual([
      ['trade', [1, 3]],
      ['rank', [1]],
    ]);
  });

  test('tells the best figure of a point from its alternatives', () => {
    const points = [{ alternatives: [figure(2020, '2')], best: figure(2020, '1') }];
    const [chart] = chartsOf({ series: { points } }).figures;
    expect(chart!.figures.map(({ amount, isAlternative }) => [amount, isAlternative])).toEqual([
      [1, false],
      [2, true],
    ]);
  });

  test('leaves groups as they come, and puts years in order', () => {
    const group = (key: string, count: number) => ({ __typename: 'Group', key, count, node: null });
    const { bars } = chartsOf({
      types: [group('TREATY', 5), group('PLAN', 2)],
      years: [group('2026', 9), group('', 3), group('1982', 1)],
    });
    expect(bars.map(({ title, bars: found }) => [title, found.map(({ key }) => key)])).toEqual([
      ['types', ['TREATY', 'PLAN']],
      ['years', ['1982', '2026', '']],
    ]);
  });
});

describe('plotOf', () => {
  const plot = (...figures: ReturnType<typeof figure>[]) => plotOf(chartsOf(figures).figures[0]!);

  test('begins at zero, and places a figure by its time and its amount', () => {
    const { placed, levels } = plot(figure(2000, '5'), figure(2010, '10'))!;
    expect([levels[0]!.value, levels.at(-1)!.value]).toEqual([0, 10]);
    expect(placed.map(({ y }) => y)).toEqual([0.5, 0]);
    expect(placed[0]!.x).toBeLessThan(placed[1]!.x);
  });

  test('lets an open bound reach to the edge, and shows none where the value is exact', () => {
    const { placed } = plot(figure(2000, '5'), figure(2010, '10', over('10')))!;
    expect(placed.map(({ span }) => span)).toEqual([undefined, { top: 0, bottom: 0, isOpen: true }]);
  });

  test('draws its line through what was reported, not through targets and alternatives', () => {
    const { line, placed } = plot(figure(2000, '5'), figure(2005, '9', { modality: 'TARGET' }), figure(2010, '10'))!;
    expect(placed).toHaveLength(3);
    expect(line.map(({ figure: { amount } }) => amount)).toEqual([5, 10]);
  });

  test('needs two times', () => expect(plot(figure(2000, '5'), figure(2000, '6'))).toBeUndefined());
});

describe('commonName', () => {
  test('is what the names of figures begin with, without what leads to the year', () => {
    const names = ['Kim ngạch hai chiều năm 2006', 'Kim ngạch hai chiều năm 2022'];
    expect(commonName(names)).toBe('Kim ngạch hai chiều');
    expect(commonName(['Two-way trade in 2006', 'Investment in 2006'])).toBeUndefined();
    expect(commonName([])).toBeUndefined();
  });
});

describe('tellIn', () => {
  const label = (vi: string, en: string) => ({ vi, en });
  const vocabulary = vocabularyOf({
    kinds: [
      {
        kind: 'AGREEMENT',
        properties: [
          { name: 'type', ...label('loại', 'type'), values: [{ value: 'TREATY', ...label('hiệp ước', 'treaty') }] },
        ],
      },
    ],
    relations: [{ type: 'HOLDS', ...label('giữ chức', 'holds'), viBack: 'do', enBack: 'is held by', properties: [] }],
  });
  const link = (more: Partial<FactLink>): FactLink => ({
    ...{ id: 'l', from: 'office', to: 'leader', relation: 'holders', standing: 'stated', details: [], footnotes: [] },
    type: 'HOLDS',
    isForward: false,
    ...more,
  });

  test('reads a fact from the end that one looks from, whichever way the answer came to it', () => {
    const tell = tellIn(vocabulary, 'en');
    expect(tell.relation(link({}))).toBe('is held by');
    expect(tell.relation(link({}), 'leader')).toBe('holds');
    expect(tell.relation(link({ isForward: true }))).toBe('holds');
    expect(tellIn(vocabulary, 'vi').relation(link({}), 'leader')).toBe('giữ chức');
  });

  test('names what the vocabulary has no word for by its key', () => {
    const tell = tellIn(vocabulary, 'vi');
    expect(tell.detail('AGREEMENT', ['type', 'TREATY'])).toEqual(['loại', 'hiệp ước']);
    expect(tell.detail('AGREEMENT', ['kind_of', 'TREATY'])).toEqual(['kind_of', 'TREATY']);
    expect(tell.relation(link({ type: undefined }), 'leader')).toBe('← holders');
    expect(tell.relation(link({ type: 'TOOK_OVER', isForward: true }))).toBe('→ took over');
  });
});
