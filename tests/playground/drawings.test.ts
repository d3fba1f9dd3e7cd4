import { describe, expect, test } from 'vitest';
import { graphDrawing } from '../../src/playground/views/graph-model.js';
import { graphSvg, type SceneLink, type SceneNode } from '../../src/playground/views/graph-svg.js';
import { inLegendOrder, styleOf } from '../../src/playground/views/kinds.js';
import { bestPeriod, mapDrawing, outlineAt, periodsOf } from '../../src/playground/views/map-model.js';
import type { OutlinedProvince } from '../../src/playground/views/outlines.js';
import type { Dated, DateBounds, EntityNode, FactLink, Subgraph } from '../../src/playground/views/subgraph.js';
import { timelineOf } from '../../src/playground/views/timeline-model.js';

const node = (id: string, kind = 'PROVINCE'): EntityNode => ({
  id,
  kind,
  name: id,
  details: [],
  isDisputed: false,
  isPlanned: false,
});
const link = (from: string, to: string, type = 'PARTY_TO'): FactLink => ({
  id: `${from}>${to}`,
  from,
  to,
  relation: 'r',
  type,
  isForward: true,
  standing: 'stated',
  details: [],
  footnotes: [],
});
const subgraph = (
  nodes: readonly EntityNode[],
  links: readonly FactLink[] = [],
  dates: readonly Dated[] = [],
): Subgraph => ({
  entities: new Map(nodes.map((one) => [one.id, one])),
  links,
  dates,
});

describe('graphDrawing', () => {
  test('draws all there is up to the limit, in the order of the answer', () => {
    const drawing = graphDrawing(subgraph([node('a'), node('b')], [link('a', 'b'), link('b', 'a'), link('a', 'a')]));
    expect(drawing.nodes.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(drawing.links).toHaveLength(3);
  });

  test('above it draws those of most facts, every fact between two of them, and says how many there are', () => {
    const nodes = Array.from({ length: 2000 }, (_, index) => node(`n${index}`));
    const links = nodes.slice(0, -1).map(({ id }, index) => (index % 2 ? link(id, 'n1999') : link('n1999', id)));
    const drawing = graphDrawing(subgraph(nodes, links));
    expect(drawing).toMatchObject({ allNodes: 2000, allLinks: 1999 });
    expect(drawing.nodes).toHaveLength(300);
    expect(drawing.nodes.map(({ id }) => id)).toContain('n1999');
    expect(drawing.links).toHaveLength(299);
  });
});

test('kinds are told apart by shape and by colour', () => {
  const kinds = inLegendOrder(['COUNTRY', 'PROVINCE', 'PARTY', 'LEADER', 'OFFICE', 'ORGANIZATION', 'AGREEMENT', 'MECHANISM', 'MEETING', 'VISIT', 'EVENT', 'FIGURE', 'TOPIC', 'SOURCE']); // prettier-ignore
  const looks = (look: (kind: string) => unknown) => new Set(kinds.map((kind) => JSON.stringify(look(kind)))).size;
  expect(looks((kind) => styleOf(kind).shape)).toBe(kinds.length);
  expect(looks((kind) => styleOf(kind).colour.light)).toBe(kinds.length);
  expect(looks((kind) => styleOf(kind).colour.dark)).toBe(kinds.length);
});

describe('a saved graph', () => {
  const palette = {
    theme: 'light',
    paper: '#fff',
    ink: '#000',
    muted: '#666',
    line: '#ccc',
    bad: '#a00',
    accent: '#086',
  } as const;
  const nodeAt = (one: EntityNode, x: number, more: Partial<SceneNode> = {}): SceneNode => ({
    ...{ node: one, id: one.id, x, y: 0, radius: 10, width: 40, height: 12, letters: 11 },
    ...{ lines: [one.name], side: 'below' as const },
    ...more,
  });
  const linkAt = (one: FactLink, more: Partial<SceneLink> = {}): SceneLink => ({
    ...{ link: one, start: { x: 10, y: 0 }, end: { x: 90, y: 0 }, through: [], isCurved: false },
    ...more,
  });
  const save = (nodes: readonly SceneNode[], links: readonly SceneLink[]) =>
    graphSvg({ nodes, links }, palette, {
      title: 'T',
      credit: 'C',
      kindName: (kind) => kind,
      relation: ({ relation }) => relation,
    });

  test('names its nodes and kinds, and lets no name break out of the text', () => {
    const bad = 'Đồng <b> & "Nai"';
    const svg = save([nodeAt(node('b', 'COUNTRY'), 0), nodeAt(node(bad), 100)], [linkAt(link('b', bad))]);
    expect(svg).toContain('Đồng &lt;b&gt; &amp; &quot;Nai&quot; (PROVINCE)');
    expect(svg).not.toContain('<b>');
    expect(svg.match(/class="link"/g)).toHaveLength(1);
    expect(svg).toContain('COUNTRY</text>');
  });

  test('has the whole name of a node of which there is no room for a name', () => {
    const svg = save([nodeAt({ ...node('p'), name: 'Cooperation … Tây Ninh' }, 0, { side: undefined })], []);
    expect(svg).toContain('<title>Cooperation … Tây Ninh (PROVINCE)</title>');
    expect(svg).not.toContain('class="name"');
  });

  test('leads a line as it is seen: straight, through its bends, or in curves', () => {
    const through = [{ x: 50, y: 40 }];
    const routes = (more: Partial<SceneLink>) =>
      /class="link" d="([^"]*)"/.exec(save([], [linkAt(link('a', 'b'), more)]))![1];
    expect(routes({})).toBe('M10 0L90 0');
    expect(routes({ through })).toBe('M10 0L50 40L90 0');
    expect(routes({ through, isCurved: true })).toBe('M10 0Q50 40 90 0');
    expect(routes({ through: [...through, { x: 70, y: 20 }], isCurved: true })).toBe('M10 0Q50 40 60 30Q70 20 90 0');
  });

  test('shows what is planned and what is disputed as the drawing does', () => {
    const svg = save(
      [nodeAt({ ...node('p'), isPlanned: true }, 0), nodeAt({ ...node('d'), isDisputed: true }, 90)],
      [linkAt({ ...link('p', 'd'), standing: 'disputed' }), linkAt({ ...link('d', 'p'), standing: 'planned' })],
    );
    expect(svg).toMatch(/fill-opacity="0.35" stroke="#086"/);
    expect(svg).toMatch(/stroke="#a00" stroke-width="3"/);
    expect(svg).toMatch(/stroke="#a00" stroke-width="1.4" stroke-dasharray="2 3" marker-end="url\(#to-disputed\)"/);
    expect(svg).toMatch(/stroke="#086" stroke-width="1.4" stroke-dasharray="7 4" marker-end="url\(#to-planned\)"/);
  });
});

const bounds = (edtf: string, earliest = edtf, latest = edtf, precision = 'DAY'): DateBounds => ({
  edtf,
  earliest,
  latest,
  precision,
  isInferred: false,
  text: edtf,
});
const dated = (property: string, from: DateBounds | undefined, more: Partial<Dated> = {}): Dated => ({
  entity: 'm',
  property,
  from,
  to: undefined,
  isInterval: false,
  text: from?.text ?? '',
  isDisputed: false,
  ...more,
});

describe('timelineOf', () => {
  const of = (...dates: Dated[]) =>
    timelineOf(subgraph([node('m', 'MEETING'), node('o', 'OFFICE')], [link('o', 'm')], dates));

  test('draws a day as a dot and a year as a bar of that year', () => {
    const { items, ticks } = of(
      dated('year', bounds('2000', '2000-01-01', '2000-12-31', 'YEAR')),
      dated('day', bounds('2004-01-01')),
    );
    expect(ticks.map(({ label }) => label)).toEqual(['2000', '2001', '2002', '2003', '2004', '2005']);
    expect(items.map(({ mark }) => mark)).toEqual(['bar', 'dot']);
    const at = (label: string) => ticks.find((tick) => tick.label === label)!.at;
    expect(items[0]).toMatchObject({ start: 0, end: at('2001') });
    expect(items[1]).toMatchObject({ start: at('2004'), end: at('2004') });
  });

  test('names months where all is within a few', () => {
    expect(
      of(dated('a', bounds('2023-04-25')), dated('b', bounds('2023-06-02'))).ticks.map(({ label }) => label),
    ).toEqual(['4/2023', '5/2023', '6/2023', '7/2023']);
  });

  test('makes one bar of a date and an end, and lets an end that is not stated open', () => {
    const { items } = of(dated('date', bounds('2001-01-01')), dated('end', bounds('2002-01-01')));
    expect(items).toMatchObject([{ property: 'date', mark: 'bar', text: '2001-01-01 – 2002-01-01' }]);
    const [open] = of(dated('exists', bounds('1979', '1979-01-01', '1979-12-31', 'YEAR'), { isInterval: true })).items;
    expect(open).toMatchObject({ opensAtStart: false, opensAtEnd: true, end: 1 });
  });

  test('puts the time of a fact under the name of where it leads', () => {
    const time = dated('validTime', bounds('2001-01-01'), { entity: 'o', fact: 'o>m', isInterval: true });
    expect(of(time).items).toMatchObject([
      { id: 'o>m', label: 'm', kind: 'MEETING', link: { relation: 'r', from: 'o' } },
    ]);
  });

  test('shows a date once that the answer holds twice, and sorts by time', () => {
    const { items } = of(
      dated('b', bounds('2002-01-01')),
      dated('a', bounds('2001-01-01')),
      dated('b', bounds('2002-01-01')),
    );
    expect(items.map(({ property }) => property)).toEqual(['a', 'b']);
  });

  test('has no line without dates', () => expect(of()).toEqual({ items: [], ticks: [] }));
});

describe('the map', () => {
  const square = (x: number, y: number) => ({
    type: 'Polygon' as const,
    // Counter-clockwise, as RFC 7946 has it.
    coordinates: [[[x, y], [x + 1, y], [x + 1, y + 1], [x, y + 1], [x, y]]], // prettier-ignore
  });
  const province = (id: string, country: string, outlines: OutlinedProvince['outlines']): OutlinedProvince => ({
    id,
    name: id,
    country,
    location: [105, 11],
    outlines,
  });
  const always = (x: number, y: number) => [{ from: undefined, to: undefined, geometry: square(x, y) }];
  const provinces = [
    province('kept', 'vn', [
      { from: '2025-07-01', to: undefined, geometry: square(105, 10) },
      { from: undefined, to: '2025-06-30', geometry: square(106, 10) },
    ]),
    province('gone', 'vn', [{ from: undefined, to: '2025-06-30', geometry: square(105, 10) }]),
    province('other', 'kh', always(104, 11)),
    province('third', 'kh', always(104, 12)),
  ];
  const size = { width: 800, height: 600 };
  const [before, since] = periodsOf(provinces) as [ReturnType<typeof periodsOf>[0], ReturnType<typeof periodsOf>[0]];

  test('tells the times before and after a merger apart', () => {
    expect(periodsOf(provinces)).toEqual([
      { from: undefined, until: '2025-07-01' },
      { from: '2025-07-01', until: undefined },
    ]);
    expect(outlineAt(provinces[0]!, before)).toEqual(square(106, 10));
    expect(outlineAt(provinces[0]!, since)).toEqual(square(105, 10));
    expect(outlineAt(provinces[1]!, since)).toBeUndefined();
    expect(outlineAt(provinces[2]!, before)).toEqual(outlineAt(provinces[2]!, since));
  });

  test('begins with the latest time in which most provinces of the answer can be drawn', () => {
    expect(bestPeriod(subgraph([node('kept')]), provinces)).toEqual(since);
    expect(bestPeriod(subgraph([node('kept'), node('gone')]), provinces)).toEqual(before);
  });

  test('says which provinces it cannot draw', () => {
    const { missing, places } = mapDrawing(
      subgraph([node('kept'), node('gone'), node('unknown')]),
      provinces,
      since,
      size,
    );
    expect(missing).toEqual(['gone', 'unknown']);
    expect(places.filter(({ isAnswer }) => isAnswer).map(({ id }) => id)).toEqual(['kept']);
  });

  test('fills an outline and not the globe around it, and keeps north up', () => {
    const { places } = mapDrawing(subgraph([node('kept'), node('third')]), provinces, since, size);
    const centre = (id: string) => places.find((place) => place.id === id)!.centre;
    for (const { centre } of places.filter(({ isAnswer }) => isAnswer)) {
      expect(centre[0]).toBeGreaterThan(0);
      expect(centre[0]).toBeLessThan(size.width);
    }
    expect(centre('third')[1]).toBeLessThan(centre('kept')[1]);
    expect(centre('third')[0]).toBeLessThan(centre('kept')[0]);
  });

  test('joins provinces of different countries by their agreements, as thick as there are', () => {
    const nodes = [node('kept'), node('other'), node('third'), node('a', 'AGREEMENT'), node('b', 'AGREEMENT')];
    const links = [link('a', 'kept'), link('a', 'other'), link('a', 'third'), link('kept', 'b'), link('other', 'b')];
    const { arcs } = mapDrawing(subgraph(nodes, links), provinces, since, size);
    expect(arcs.map(({ id, agreements }) => [id, agreements])).toEqual([
      ['kept other', ['a', 'b']],
      ['kept third', ['a']],
    ]);
  });

  test('joins two provinces once by a fact that goes both ways, and not by witnessing', () => {
    const nodes = [node('kept'), node('other'), node('a', 'AGREEMENT')];
    const links = [
      link('kept', 'other', 'BORDERS'),
      link('other', 'kept', 'BORDERS'),
      link('a', 'kept', 'WITNESSED'),
      link('a', 'other', 'WITNESSED'),
    ];
    expect(mapDrawing(subgraph(nodes, links), provinces, since, size).arcs).toMatchObject([
      { id: 'kept>other', agreements: [] },
    ]);
  });
});
