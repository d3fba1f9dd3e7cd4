import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RelationRecord } from '../../src/model/release.js';
import type { Store } from '../../src/store/store.js';
import { bruteNeighbourhood, brutePaths } from '../toy/brute-connections.js';
import { holdsForAll } from '../toy/check.js';
import { entity, names, passage, relation, releaseOf, span, type ToyRelease } from '../toy/release.js';
import { toyOver, type Toy, type Variables } from '../toy/toy-graph.js';

/**
 * How entities are connected, on every store. The sentences of `src/plan/paths.ts`, one test each, and random graphs
 * against a search that tries every way.
 *
 * @param open Opens a store that holds nothing yet.
 * @param releases How many random graphs are loaded.
 */
export function describeConnections(name: string, open: () => Promise<Store>, releases: number): void {
  // A statement that Neo4j plans for the first time takes it a while.
  describe(name, { timeout: 300_000 }, () => {
    let store: Store;
    let toy: Toy;

    beforeAll(async () => {
      store = await open();
      await store.load(GRAPH);
      toy = toyOver(store);
    });
    afterAll(() => store?.close());

    describePaths(() => toy);
    describeNeighbourhoods(() => toy);
    describeRelated(() => toy);

    test('random graphs have the paths and neighbourhoods that a search of every way finds', async () => {
      let found = 0;
      await holdsForAll(
        releases,
        [anyGraph, fc.array(anyQuestion, { minLength: 8, maxLength: 8 })],
        async (graph, asked) => {
          await store.load(graph);
          const random = toyOver(store);
          for (const question of asked) {
            const { paths, neighbourhood } = await random.ask(RANDOM, question);
            const expected = brutePaths(graph, question);
            expect(paths).toEqual(
              expected.map((hops) => ({
                length: hops.length,
                hops: hops.map(({ fact, from, to }) => ({
                  relation: { id: fact.id },
                  from: { id: from },
                  to: { id: to },
                  forward: fact.from === from,
                })),
              })),
            );
            const { nodes, links, omitted } = bruteNeighbourhood(graph, question);
            expect(neighbourhood).toEqual({
              nodes: nodes.map((id) => ({ id })),
              links: links.map(({ id }) => ({ id })),
              truncated: omitted.length > 0,
              omitted,
            });
            found += expected.length;
          }
        },
      );
      // The graphs are of use only while many questions find something; of a few, chance may leave nothing.
      expect(found).toBeGreaterThan(releases < 100 ? -1 : releases);
    });
  });
}

// ——— A graph known by heart. Cities are hubs. ———
//
//     An –knows/1– Bình –knows/2– Chi     An –signed/1→ Peace ←signed/2– Chi     An –lives/1→ Huế ←lives/2– Chi
//     Bình –knows/3– Bình                 An –knows/4– Chi is denied             Dũng –knows/5– An is deprecated
//     Bình –knows/6– Chi                  Peace –about/1→ Huế                    Em is alone

const person = (slug: string, ...named: string[]) => entity(`person/${slug}`, 'Person', names(...named));

const GRAPH: ToyRelease = releaseOf({
  passages: [passage('source/gazette', 1)],
  entities: [
    entity('source/gazette', 'Source', names('Gazette')),
    person('an', 'vi:An', 'en:Ann'),
    person('binh', 'vi:Bình'),
    person('chi', 'vi:Chi', '~Twin'),
    person('dung', 'vi:Dũng', '~Twin'),
    person('em', 'vi:Em'),
    entity('treaty/peace', 'Treaty', names('vi:Hoà bình', 'en:Peace')),
    entity('city/hue', 'City', names('vi:Huế')),
  ],
  relations: [
    relation('knows/1', 'KNOWS', 'person/an', 'person/binh', { validTime: span('1990', '1999') }),
    relation('knows/2', 'KNOWS', 'person/chi', 'person/binh', { validTime: span('1995-06') }),
    relation('knows/3', 'KNOWS', 'person/binh', 'person/binh'),
    relation('knows/4', 'KNOWS', 'person/an', 'person/chi', { modality: 'DENIED' }),
    relation('knows/5', 'KNOWS', 'person/dung', 'person/an', { rank: 'DEPRECATED', rankReason: 'A misprint.' }),
    relation('knows/6', 'KNOWS', 'person/binh', 'person/chi', { validTime: span('2004'), modality: 'PLANNED' }),
    relation('signed/1', 'SIGNED', 'person/an', 'treaty/peace'),
    relation('signed/2', 'SIGNED', 'person/chi', 'treaty/peace'),
    relation('lives/1', 'LIVES_IN', 'person/an', 'city/hue'),
    relation('lives/2', 'LIVES_IN', 'person/chi', 'city/hue'),
    relation('about/1', 'ABOUT', 'treaty/peace', 'city/hue'),
  ],
});

const AN = { id: 'person/an' };
const CHI = { id: 'person/chi' };

// ——— Paths ———

const PATHS = `
  query ($from: EntityRef!, $to: EntityRef!, $via: [RelationType!], $notThrough: [EntityRef!], $throughHubs: Boolean, $maxHops: Int, $first: Int) {
    paths(from: $from, to: $to, via: $via, notThrough: $notThrough, throughHubs: $throughHubs, maxHops: $maxHops, first: $first) {
      length
      nodes { id }
      hops { relation { id } forward }
    }
  }`;

function describePaths(toy: () => Toy): void {
  /** Each path as the ids of its relations, turned ones with `<`. */
  const paths = async (variables: Variables): Promise<readonly string[]> => {
    const definitions = Object.keys(variables);
    // What is not given is left out, so that defaults speak.
    const head = PATHS.replace(/\(\$.*?\) \{/, (all) =>
      all.replace(/, \$(\w+): [^,)]+/g, (part, key: string) => (definitions.includes(key) ? part : '')),
    ).replace(/paths\(.*?\)/, (all) =>
      all.replace(/, (\w+): \$\w+/g, (part, key: string) => (definitions.includes(key) ? part : '')),
    );
    const { paths: found } = await toy().ask(head, variables);
    for (const { length, nodes, hops } of found) {
      expect(hops).toHaveLength(length);
      expect(nodes).toHaveLength(length + 1);
    }
    return found.map(({ hops }: { hops: { relation: { id: string }; forward: boolean }[] }) =>
      hops.map(({ relation: { id }, forward }) => (forward ? id : `${id}<`)).join(' '),
    );
  };
  const between = (from: object, to: object, more: Variables = {}) => paths({ from, to, ...more });

  test('shorter paths come first, then by the entity reached, then by the relation', async () => {
    expect(await between(AN, CHI)).toEqual(['knows/1 knows/2<', 'knows/1 knows/6', 'signed/1 signed/2<']);
  });

  test('the same paths are found from the other end, turned', async () => {
    expect(await between(CHI, AN)).toEqual(['knows/2 knows/1<', 'knows/6< knows/1<', 'signed/2 signed/1<']);
  });

  test('two facts between the same two entities make two paths', async () => {
    expect(await between({ id: 'person/binh' }, CHI, { maxHops: 1 })).toEqual(['knows/2<', 'knows/6']);
  });

  test('as many are returned as asked for', async () => {
    expect(await between(AN, CHI, { first: 2 })).toEqual(['knows/1 knows/2<', 'knows/1 knows/6']);
    expect(await between(AN, CHI, { first: 0 })).toEqual([]);
    expect(await between(AN, CHI, { first: null, maxHops: null })).toHaveLength(3);
  });

  test('no hub is gone through unless asked, but may be an end', async () => {
    expect(await between(AN, CHI, { throughHubs: true, via: ['LIVES_IN'] })).toEqual(['lives/1 lives/2<']);
    expect(await between(AN, CHI, { throughHubs: false, via: ['LIVES_IN'] })).toEqual([]);
    expect(await between(AN, { id: 'city/hue' }, { maxHops: 2 })).toEqual(['lives/1', 'signed/1 about/1']);
    expect(await between({ id: 'city/hue' }, AN, { maxHops: 2 })).toEqual(['lives/1<', 'about/1< signed/1<']);
  });

  test('a path goes along the types of via only', async () => {
    expect(await between(AN, CHI, { via: ['SIGNED'] })).toEqual(['signed/1 signed/2<']);
    expect(await between(AN, CHI, { via: ['TWINNED', 'ABOUT'] })).toEqual([]);
    expect(await between(AN, CHI, { via: [] })).toEqual([]);
  });

  test('no path goes through what it is not to go through, but it may be an end', async () => {
    expect(await between(AN, CHI, { notThrough: [{ id: 'person/binh' }] })).toEqual(['signed/1 signed/2<']);
    expect(await between(AN, CHI, { notThrough: [{ id: 'person/binh' }, { name: 'Peace' }] })).toEqual([]);
    expect(await between(AN, CHI, { notThrough: [AN, CHI, { id: 'nobody' }, { name: 'nobody' }] })).toHaveLength(3);
  });

  test('what is denied or deprecated carries no path', async () => {
    expect(await between(AN, CHI, { maxHops: 1 })).toEqual([]);
    expect(await between(AN, { id: 'person/dung' }, { throughHubs: true, maxHops: 6 })).toEqual([]);
  });

  test('there is none to what is alone or unknown, from an entity to itself, or of no hops', async () => {
    for (const to of [{ id: 'person/em' }, { id: 'person/nobody' }, { name: 'nobody' }, AN, { name: 'ann' }])
      expect(await between(AN, to, { maxHops: 6, throughHubs: true })).toEqual([]);
    expect(await between({ id: 'person/binh' }, { id: 'person/binh' })).toEqual([]);
    expect(await between({ id: 'knows/1' }, CHI)).toEqual([]);
    expect(await between(AN, CHI, { maxHops: 0 })).toEqual([]);
  });

  test('entities are found by any of their names, folded', async () => {
    expect(await between({ name: 'ANN' }, { name: 'chi' }, { maxHops: 2, first: 1 })).toEqual(['knows/1 knows/2<']);
  });

  test('a name that fits several is an error that lists them, whichever argument has it, in one read', async () => {
    for (const given of [
      'from: { name: "twin" }, to: { id: "person/an" }',
      'from: { id: "person/an" }, to: { name: "TWIN" }',
      'from: { id: "person/an" }, to: { id: "nobody" }, notThrough: [{ id: "nobody" }, { name: "Twin" }]',
    ]) {
      const { errors, reads, data } = await toy().try(`{ paths(${given}) { length } }`);
      expect(data).toBeNull();
      expect(reads).toBe(1);
      expect(errors).toMatchObject([
        {
          code: 'AMBIGUOUS_NAME',
          extensions: {
            candidates: [
              { id: 'person/chi', type: 'Person' },
              { id: 'person/dung', type: 'Person' },
            ],
          },
        },
      ]);
    }
  });

  test('hops and lengths out of bounds are refused with what is accepted', async () => {
    for (const [given, message] of [
      ['maxHops: 7', 'maxHops is 7. It is from 0 to 6.'],
      ['maxHops: -1', 'maxHops is -1. It is from 0 to 6.'],
      ['first: 21', 'first is 21. It is from 0 to 20.'],
      ['via: null', /^via is null/],
      [`notThrough: [${'{ id: "x" } '.repeat(101)}]`, 'notThrough refers to 100 entities at most; 101 are given.'],
    ] as const) {
      const { errors } = await toy().try(`{ paths(from: { id: "a" }, to: { id: "b" }, ${given}) { length } }`);
      expect(errors).toMatchObject([{ code: 'BAD_USER_INPUT', message: expect.stringMatching(message) }]);
    }
  });

  test('a path tells the time that its facts have in common, and itself in words', async () => {
    const { paths: found } = await toy().ask(
      `{ paths(from: { id: "person/an" }, to: { id: "person/chi" }) {
          holdsTogether validTime { from { edtf } to { edtf } } vi: sentence en: sentence(lang: EN) km: sentence(lang: KM)
          hops { from { id } to { id } relation { from { id } to { id } modality } } } }`,
    );
    expect(found[0]).toMatchObject({
      holdsTogether: true,
      validTime: { from: { edtf: '1995-06' }, to: { edtf: '1999' } },
      vi: 'An –KNOWS→ Bình; Bình ←KNOWS– Chi.',
      en: 'Ann –KNOWS→ Bình; Bình ←KNOWS– Chi.',
      km: 'An –KNOWS→ Bình; Bình ←KNOWS– Chi.',
      hops: [
        { from: AN, to: { id: 'person/binh' } },
        { from: { id: 'person/binh' }, to: CHI, relation: { from: CHI, to: { id: 'person/binh' } } },
      ],
    });
    // The first fact ended before the second began, and the second is only planned.
    expect(found[1]).toMatchObject({
      holdsTogether: false,
      validTime: null,
      en: 'Ann –KNOWS→ Bình; Bình –KNOWS→ Chi (planned).',
    });
    expect(found[2]).toMatchObject({ holdsTogether: true, validTime: null });
    const home = await toy().ask(
      '{ paths(from: { id: "person/an" }, to: { id: "person/chi" }, via: [LIVES_IN], throughHubs: true) { vi: sentence en: sentence(lang: EN) } }',
    );
    expect(home.paths).toEqual([
      { vi: 'An sống ở Huế; Huế là nơi sống của Chi.', en: 'Ann lives in Huế; Huế is the home of Chi.' },
    ]);
  });

  test('two paths fields and two aliases of one part are kept apart', async () => {
    const data = await toy().ask(
      `{ a: paths(from: { id: "person/an" }, to: { id: "person/chi" }, first: 1) { x: nodes { id } y: nodes { name } hops { to { id } } again: hops { forward } }
         b: paths(from: { id: "person/an" }, to: { id: "person/binh" }, first: 1) { length nodes { ... on Person { knows(first: 1) { nodes { id } } } } } }`,
    );
    expect(data).toEqual({
      a: [
        {
          x: [AN, { id: 'person/binh' }, CHI],
          y: [{ name: 'An' }, { name: 'Bình' }, { name: 'Chi' }],
          hops: [{ to: { id: 'person/binh' } }, { to: CHI }],
          again: [{ forward: true }, { forward: false }],
        },
      ],
      b: [{ length: 1, nodes: [{ knows: { nodes: [{ id: 'person/binh' }] } }, { knows: { nodes: [AN] } }] }],
    });
  });
}

// ——— Neighbourhoods ———

function describeNeighbourhoods(toy: () => Toy): void {
  const around = async (given: string) => {
    const { neighbourhood } = await toy().ask(
      `{ neighbourhood(${given}) { nodes { id } links { id } truncated omitted { key count } } }`,
    );
    const list = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id).join(' ');
    return { ...neighbourhood, nodes: list(neighbourhood.nodes), links: list(neighbourhood.links) };
  };

  test('the starts come first as they are given, then the others by distance and id', async () => {
    expect(await around('of: [{ id: "person/chi" }]')).toEqual({
      nodes: 'person/chi city/hue person/binh treaty/peace',
      links: 'about/1 knows/2 knows/3 knows/6 lives/2 signed/2',
      truncated: false,
      omitted: [],
    });
    expect(
      await around('of: [{ id: "person/em" }, { name: "peace" }, { id: "nobody" }, { id: "person/em" }]'),
    ).toMatchObject({
      nodes: 'person/em treaty/peace city/hue person/an person/chi',
    });
    expect((await around('of: [{ id: "person/binh" }], depth: 2')).nodes).toBe(
      'person/binh person/an person/chi city/hue treaty/peace',
    );
  });

  test('nothing is reached by what is denied or deprecated, which is a link where both ends are there', async () => {
    const { nodes, links } = await around('of: [{ id: "person/an" }], depth: 2');
    expect(nodes).not.toContain('person/dung');
    expect(links).toContain('knows/4');
    expect((await around('of: [{ id: "person/an" }, { id: "person/dung" }], depth: 0')).links).toBe('knows/5');
  });

  test('depth 0 is the starts alone', async () => {
    expect(await around('of: [{ id: "person/binh" }], depth: 0')).toEqual({
      nodes: 'person/binh',
      links: 'knows/3',
      truncated: false,
      omitted: [],
    });
    expect((await around('of: []')).nodes).toBe('');
  });

  test('entities of other kinds are neither returned nor gone through, but for the starts', async () => {
    expect((await around('of: [{ id: "person/an" }], kinds: [TREATY], depth: 3')).nodes).toBe('person/an treaty/peace');
    expect((await around('of: [{ id: "person/an" }], kinds: [PERSON], depth: 3')).nodes).toBe(
      'person/an person/binh person/chi',
    );
    expect((await around('of: [{ id: "person/an" }], kinds: [], depth: 3')).nodes).toBe('person/an');
  });

  test('only facts of via are followed and returned', async () => {
    expect(await around('of: [{ id: "person/an" }], via: [SIGNED], depth: 3')).toMatchObject({
      nodes: 'person/an treaty/peace person/chi',
      links: 'signed/1 signed/2',
    });
    expect(await around('of: [{ id: "person/binh" }], via: [], depth: 3')).toMatchObject({
      nodes: 'person/binh',
      links: '',
    });
  });

  test('what is cut is counted by kind, the most first', async () => {
    expect(await around('of: [{ id: "person/binh" }], depth: 2, maxNodes: 2')).toEqual({
      nodes: 'person/binh person/an',
      links: 'knows/1 knows/3',
      truncated: true,
      omitted: [
        { key: 'City', count: 1 },
        { key: 'Person', count: 1 },
        { key: 'Treaty', count: 1 },
      ],
    });
    expect(
      await around('of: [{ id: "person/em" }, { id: "person/an" }, { id: "person/chi" }], depth: 0, maxNodes: 1'),
    ).toMatchObject({
      nodes: 'person/em',
      omitted: [{ key: 'Person', count: 2 }],
    });
  });

  test('what is out of bounds is refused, and a name that fits several', async () => {
    for (const [given, message] of [
      ['depth: 4', 'depth is 4. It is from 0 to 3.'],
      ['maxNodes: 301', 'maxNodes is 301. It is from 1 to 300.'],
      ['maxNodes: 0', 'maxNodes is 0. It is from 1 to 300.'],
      ['kinds: null', /^kinds is null/],
    ] as const) {
      const { errors } = await toy().try(`{ neighbourhood(of: [{ id: "a" }], ${given}) { truncated } }`);
      expect(errors).toMatchObject([{ code: 'BAD_USER_INPUT', message: expect.stringMatching(message) }]);
    }
    const { errors, reads } = await toy().try(
      '{ neighbourhood(of: [{ id: "person/an" }, { name: "twin" }]) { truncated } }',
    );
    expect(errors).toMatchObject([{ code: 'AMBIGUOUS_NAME' }]);
    expect(reads).toBe(1);
  });
}

// ——— The relations of an entity ———

function describeRelated(toy: () => Toy): void {
  const related = async (id: string, given = '') => {
    const { entity: found } = await toy().ask(
      `{ entity(ref: { id: "${id}" }) { related${given && `(${given})`} { totalCount pageInfo { hasNextPage endCursor } nodes { id type from { id } to { id } } } } }`,
    );
    const { totalCount, nodes, pageInfo } = found.related;
    return { totalCount, ...pageInfo, ids: nodes.map(({ id: each }: { id: string }) => each).join(' ') };
  };

  test('all relations that start or end at an entity, also denied ones, each once, by id', async () => {
    expect(await related('person/binh')).toMatchObject({ totalCount: 4, ids: 'knows/1 knows/2 knows/3 knows/6' });
    expect(await related('person/an')).toMatchObject({ ids: 'knows/1 knows/4 knows/5 lives/1 signed/1' });
    expect(await related('person/em')).toMatchObject({ totalCount: 0, ids: '' });
  });

  test('only those of via, to kinds, that satisfy the filter', async () => {
    expect(await related('person/an', 'via: [LIVES_IN, SIGNED]')).toMatchObject({ ids: 'lives/1 signed/1' });
    expect(await related('person/an', 'kinds: [TREATY, PERSON]')).toMatchObject({
      ids: 'knows/1 knows/4 knows/5 signed/1',
    });
    expect(await related('person/an', 'kinds: [PERSON], fact: { modality: { eq: DENIED } }')).toMatchObject({
      ids: 'knows/4',
      totalCount: 1,
    });
    expect(await related('person/an', 'fact: { type: { in: [SIGNED] } }')).toMatchObject({ ids: 'signed/1' });
    expect(await related('person/an', 'via: []')).toMatchObject({ totalCount: 0, ids: '' });
    expect(await related('person/an', 'kinds: []')).toMatchObject({ totalCount: 0, ids: '' });
    expect(await related('person/binh', 'kinds: [PERSON], via: [KNOWS]')).toMatchObject({ totalCount: 4 });
  });

  test('pages follow one another, and their cursors are bound to via and kinds', async () => {
    const first = await related('person/an', 'first: 2, via: [KNOWS, SIGNED]');
    expect(first).toMatchObject({ ids: 'knows/1 knows/4', hasNextPage: true, totalCount: 4 });
    const after = `first: 2, after: "${first.endCursor}"`;
    expect(await related('person/an', `${after}, via: [SIGNED, KNOWS]`)).toMatchObject({
      ids: 'knows/5 signed/1',
      hasNextPage: false,
    });
    for (const other of ['via: [KNOWS]', 'via: [KNOWS, SIGNED], kinds: [PERSON]']) {
      const { errors } = await toy().try(`{ person(id: "person/an") { related(${after}, ${other}) { totalCount } } }`);
      expect(errors).toMatchObject([{ code: 'BAD_CURSOR' }]);
    }
  });
}

// ——— Random graphs ———

const ENTITIES = [
  ...['0', '1', '2', '3', '4'].map((slug) => `person/${slug}`),
  ...['0', '1', '2'].map((slug) => `treaty/${slug}`),
  ...['0', '1'].map((slug) => `city/${slug}`),
];

const TYPES = ['KNOWS', 'SIGNED', 'PARTY_TO', 'ABOUT', 'SUPPLEMENTS'];

/** Dense graphs with hubs anywhere. Types of relationships are not held to what kinds declare: stores do not ask. */
const anyGraph = fc
  .record({
    facts: fc.array(
      fc.record({
        type: fc.constantFrom(...TYPES),
        from: fc.constantFrom(...ENTITIES),
        to: fc.constantFrom(...ENTITIES),
        modality: fc.constantFrom<RelationRecord['modality']>('REPORTED', 'REPORTED', 'REPORTED', 'PLANNED', 'DENIED'),
        rank: fc.constantFrom<RelationRecord['rank']>('NORMAL', 'NORMAL', 'NORMAL', 'PREFERRED', 'DEPRECATED'),
      }),
      { minLength: 6, maxLength: 26, size: 'max' },
    ),
    hubs: fc.subarray(ENTITIES, { maxLength: 3 }),
  })
  .map(({ facts, hubs }) => ({
    ...releaseOf({
      id: 'random',
      passages: [passage('source/gazette', 1)],
      entities: [
        entity('source/gazette', 'Source', names('Gazette')),
        ...ENTITIES.map((id) =>
          entity(id, { person: 'Person', treaty: 'Treaty', city: 'City' }[id.split('/')[0]!]!, names(id)),
        ),
      ],
      // Numbered backwards, so that the order of ids is not the order in which they come.
      relations: facts.map(({ type, from, to, ...parts }, number) =>
        relation(`${type.toLowerCase()}/${99 - number}`, type, from, to, parts as Partial<RelationRecord>),
      ),
    }),
    hubs,
  }));

const anyId = fc.constantFrom(...ENTITIES, 'nobody').map((id) => ({ id }));

const anyQuestion = fc.record({
  from: anyId,
  to: anyId,
  via: fc.oneof({ weight: 3, arbitrary: fc.constant(TYPES) }, { weight: 1, arbitrary: fc.subarray(TYPES) }),
  notThrough: fc.array(anyId, { maxLength: 2 }),
  throughHubs: fc.boolean(),
  maxHops: fc.nat(6),
  first: fc.constantFrom(1, 2, 5, 20),
  of: fc.array(anyId, { maxLength: 3 }),
  depth: fc.nat(3),
  kinds: fc.subarray(['PERSON', 'TREATY', 'CITY', 'SOURCE'], { minLength: 1 }),
  maxNodes: fc.integer({ min: 1, max: 12 }),
});

const RANDOM = `
  query ($from: EntityRef!, $to: EntityRef!, $via: [RelationType!]!, $notThrough: [EntityRef!]!, $throughHubs: Boolean!, $maxHops: Int!, $first: Int!, $of: [EntityRef!]!, $depth: Int!, $kinds: [EntityKind!]!, $maxNodes: Int!) {
    paths(from: $from, to: $to, via: $via, notThrough: $notThrough, throughHubs: $throughHubs, maxHops: $maxHops, first: $first) {
      length
      hops { relation { id } from { id } to { id } forward }
    }
    neighbourhood(of: $of, depth: $depth, via: $via, kinds: $kinds, maxNodes: $maxNodes) {
      nodes { id }
      links { id }
      truncated
      omitted { key count }
    }
  }`;
