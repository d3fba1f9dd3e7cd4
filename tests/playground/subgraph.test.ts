import { describe, expect, test } from 'vitest';
import { momentsOf } from '../../src/playground/views/moments-of.js';
import { subgraphOf } from '../../src/playground/views/subgraph.js';

const entity = (kind: string, id: string, more: object = {}) => ({
  __typename: kind,
  kind: kind.toUpperCase(),
  id,
  entente_name: id.toUpperCase(),
  ...more,
});
const fact = (id: string, more: object = {}) => ({
  __typename: 'EntityFactEdge',
  id,
  modality: 'REPORTED',
  rank: 'NORMAL',
  rankReason: null,
  isCurrent: true,
  origin: 'DOCUMENT',
  type: 'PARTY_TO',
  ...more,
});
const date = (edtf: string, earliest = edtf, latest = edtf, precision = 'DAY') => ({
  __typename: 'PartialDate',
  edtf,
  earliest,
  latest,
  precision,
  inferred: false,
  entente_text: edtf,
});

const links = (data: unknown) => subgraphOf(data).links.map(({ from, relation, to }) => `${from} -${relation}-> ${to}`);

describe('subgraphOf', () => {
  test('starts a fact at the entity that holds the field, ends it at the node, and calls it by the field', () => {
    const data = { a: entity('Agreement', 'a', { parties: { edges: [fact('f', { node: entity('Country', 'c') })] } }) };
    expect(links(data)).toEqual(['a -parties-> c']);
    expect([...subgraphOf(data).entities.keys()]).toEqual(['a', 'c']);
  });

  test('calls it by the alias where the question gives one', () => {
    const data = { a: entity('Agreement', 'a', { who: { edges: [fact('f', { node: entity('Country', 'c') })] } }) };
    expect(links(data)).toEqual(['a -who-> c']);
  });

  test('draws a fact once that is seen from both ends, and two facts between the same two as two', () => {
    const back = entity('Country', 'c', { agreements: { edges: [fact('f>', { node: entity('Agreement', 'a') })] } });
    const parties = { edges: [fact('f<', { node: back }), fact('g<', { node: entity('Country', 'c') })] };
    expect(links({ a: entity('Agreement', 'a', { parties }) })).toEqual(['a -parties-> c', 'a -parties-> c']);
  });

  test('draws one line for a node that a page gives both by its facts and by its nodes', () => {
    const page = { nodes: [entity('Country', 'c')], edges: [fact('f', { node: entity('Country', 'c') })] };
    expect(links({ a: entity('Agreement', 'a', { parties: page }) })).toEqual(['a -parties-> c']);
  });

  test('dates an entry of a timeline by what it is about, under its title', () => {
    const entry = {
      __typename: 'TimelineEntry',
      id: 'e',
      modality: 'REPORTED',
      rank: 'NORMAL',
      entente_title: 'They met',
      date: {
        __typename: 'PartialDate',
        edtf: '2019',
        earliest: '2019-01-01',
        latest: '2019-12-31',
        precision: 'YEAR',
      },
      entity: entity('Meeting', 'm'),
    };
    const { dates } = subgraphOf({ province: entity('Province', 'p', { timeline: { nodes: [entry] } }) });
    expect(dates).toMatchObject([{ entity: 'm', property: 'date', title: 'They met' }]);
  });

  test('joins the two ends that a relation names itself, and calls it by its type', () => {
    const relation = {
      ...fact('f', { type: 'WITNESSED' }),
      __typename: 'Relation',
      from: entity('Leader', 'l'),
      to: entity('Agreement', 'a'),
    };
    expect(links({ node: { __typename: 'Passage', relations: { nodes: [relation] } } })).toEqual(['l -witnessed-> a']);
  });

  test('tells a mere nesting from a fact', () => {
    const data = { a: entity('Agreement', 'a', { sources: [entity('Source', 's')] }) };
    expect(subgraphOf(data).links).toEqual([
      {
        id: 'a sources s',
        from: 'a',
        to: 's',
        relation: 'sources',
        isForward: true,
        standing: 'stated',
        details: [],
        footnotes: [],
      },
    ]);
  });

  test('does not take the sources of a citation for neighbours', () => {
    const citations = [{ __typename: 'Citation', footnote: 'one', source: entity('Source', 's') }];
    const data = {
      a: entity('Agreement', 'a', { parties: { edges: [fact('f', { citations, node: entity('Country', 'c') })] } }),
    };
    expect(subgraphOf(data).links).toMatchObject([{ id: 'f', footnotes: ['one'] }]);
    expect(subgraphOf(data).entities.has('s')).toBe(false);
  });

  test.each([
    [{ rank: 'DEPRECATED', modality: 'PLANNED' }, 'disputed'],
    [{ modality: 'DENIED' }, 'disputed'],
    [{ modality: 'PLANNED' }, 'planned'],
    [{ modality: 'TARGET' }, 'planned'],
    [{ modality: 'ESTIMATED' }, 'estimated'],
    [{}, 'stated'],
  ])('a fact with %j looks %s', (more, standing) => {
    const data = {
      a: entity('Agreement', 'a', { parties: { edges: [fact('f', { ...more, node: entity('Country', 'c') })] } }),
    };
    expect(subgraphOf(data).links[0]?.standing).toBe(standing);
  });

  test('an entity of which a value was set aside looks disputed, one that is only planned looks planned', () => {
    const claim = { ...fact('k', { rank: 'DEPRECATED' }), __typename: 'Claim', subject: entity('Agreement', 'a') };
    const meeting = entity('Meeting', 'm');
    const data = {
      a: entity('Agreement', 'a', { claims: { nodes: [claim] } }),
      x: entity('Mechanism', 'x', { meetings: { edges: [fact('f', { modality: 'PLANNED', node: meeting })] } }),
    };
    const { entities, links } = subgraphOf(data);
    expect(entities.get('a')).toMatchObject({ isDisputed: true, isPlanned: false });
    expect(entities.get('m')).toMatchObject({ isDisputed: false, isPlanned: true });
    expect(links).toHaveLength(1);
  });

  test('gathers the fields of an entity from wherever it stands, and says dates and quantities in words', () => {
    const data = {
      one: entity('Figure', 'x', { quantity: { text: 'over 10' }, kinds: ['p', 'q'], about: { edges: [] } }),
      other: entity('Figure', 'x', { period: date('2019') }),
    };
    expect(subgraphOf(data).entities.get('x')?.details).toEqual([
      ['quantity', 'over 10'],
      ['kinds', 'p, q'],
      ['period', '2019'],
    ]);
  });

  test('finds the dates of entities and of facts', () => {
    const time = { __typename: 'Interval', from: date('1993'), to: null };
    const holder = fact('f', { validTime: time, node: entity('Leader', 'l') });
    const data = { o: entity('Office', 'o', { founded: date('1990'), holders: { edges: [holder] } }) };
    const { dates } = subgraphOf(data);
    expect(dates.map(({ entity, fact, property, text }) => [entity, fact, property, text])).toEqual([
      ['o', undefined, 'founded', '1990'],
      ['o', 'f', 'validTime', '1993 – …'],
    ]);
  });

  describe('the ends of ways', () => {
    const hop = (from: string, to: string) => ({
      __typename: 'Hop',
      from: entity('Province', from),
      to: entity('Province', to),
      relation: {
        ...fact(`${from}-${to}`),
        __typename: 'Relation',
        from: entity('Province', from),
        to: entity('Province', to),
      },
    });
    const way = (...stops: string[]) => ({
      __typename: 'Path',
      hops: stops.slice(1).map((stop, index) => hop(stops[index]!, stop)),
    });

    test('are what all ways of the answer join', () => {
      expect(subgraphOf({ paths: [way('a', 'b', 'c'), way('a', 'd', 'c')] }).ends).toEqual(['a', 'c']);
    });

    test('are none where ways join others, or where the question leaves their steps out', () => {
      expect(subgraphOf({ one: [way('a', 'b')], other: [way('a', 'c')] }).ends).toBeUndefined();
      expect(subgraphOf({ paths: [{ __typename: 'Path', nodes: [entity('Province', 'a')] }] }).ends).toBeUndefined();
    });
  });

  test.each([[null], [undefined], [{}], [{ graph: { release: '1' } }], [{ provinces: { nodes: [] } }]])(
    'finds nothing in %j',
    (data) => {
      expect(subgraphOf(data)).toEqual({ entities: new Map(), links: [], dates: [] });
    },
  );
});

describe('momentsOf', () => {
  const moments = (query: string, variables = '') => Object.fromEntries(momentsOf({ query, variables }));

  test('tells by response keys as of when a part is asked, from words, variables and their defaults', () => {
    expect(
      moments(
        'query Q($day: Date, $known: Date = "2009-12-31") { asOf(validAt: $day) { a } then: asOf(knownAt: $known) { a } now: asOf { a } b }',
        '{"day": "2005-10-15"}',
      ),
    ).toEqual({ asOf: { validAt: '2005-10-15' }, then: { knownAt: '2009-12-31' } });
  });

  test('within another it replaces the days that it gives, also in a fragment', () => {
    expect(
      moments(
        '{ out: asOf(validAt: "2005-10-15", knownAt: "2009-12-31") { ...more } } fragment more on Query { in: asOf(validAt: "2010-01-01") { a } }',
      ),
    ).toMatchObject({ 'out.in': { validAt: '2010-01-01', knownAt: '2009-12-31' } });
  });

  test('says of each entity as of when the answer tells of it, and keeps texts apart that differ', () => {
    const told = (text: string) => ({ agreement: entity('Agreement', 'a', { status: text }) });
    const { entities } = subgraphOf(
      { then: told('PLANNED'), now: told('SIGNED') },
      new Map([['then', { knownAt: '2009-12-31' }]]),
    );
    expect(entities.get('a')).toMatchObject({
      moments: [{ knownAt: '2009-12-31' }, undefined],
      details: [
        ['status', 'PLANNED', { knownAt: '2009-12-31' }],
        ['status', 'SIGNED', undefined],
      ],
    });
  });
});
