import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GroupBy, GroupColumn, GroupsPlan } from '../../src/plan/groups.js';
import type {
  Along,
  Column,
  EdgeShape,
  Filter,
  OrderKey,
  Page,
  Parameters,
  ParameterValue,
  Read,
  ReadPlan,
  Shapes,
} from '../../src/plan/read-plan.js';
import { NAMESAKES, TYPE_KEY } from '../../src/plan/read-plan.js';
import { fold } from '../../src/model/fold.js';
import { sortKey } from '../../src/model/sort-key.js';
import type { Store } from '../../src/store/store.js';
import { describeSearch } from './search-contract.js';
import { entity, names, passage, relation, releaseOf, toyRelease, type ToyRelease } from '../toy/release.js';

/**
 * What every store must do: the paragraphs of src/plan/read-plan.ts and src/store/store.ts, one test each. Plans are
 * written out by hand here, so that a store is tested without the planner.
 *
 * @param open Opens a store that holds nothing yet. Each store that is opened is closed again.
 */
export function describeStore(name: string, open: () => Promise<Store>): void {
  describe(name, () => {
    describe('reads', () => {
      let store: Store;

      beforeAll(async () => {
        store = await open();
        await store.load(toyRelease);
      });

      afterAll(() => store.close());

      describeNodes(() => store);
      describePages(() => store);
      describeFilters(() => store);
      describeGroups(() => store);
      describeDerived(() => store);
    });

    describeSearch(open);

    describe('loads', () => {
      describeLoads(open);
    });
  });
}

// ——— Plans by hand ———

const never = new AbortController().signal;

const P = (parameter: string) => ({ parameter });

const property = (name: string, as = name): Read => ({ as, read: 'property', property: name });

const ID_ONLY = { reads: [property('id')] };

/** Shapes that ask for the id, for each of these types. */
const ids = (...types: string[]): Shapes => Object.fromEntries(types.map((type) => [type, ID_ONLY]));

const KINDS = ['City', 'Person', 'Treaty', 'Source'];
const ANY = ids(...KINDS, 'Relation', 'Claim', 'Passage');

const nodeId: OrderKey = { on: 'node', property: 'id', facet: 'value', descending: false };
const factId: OrderKey = { on: 'fact', property: 'id', facet: 'value', descending: false };
const nodeName: OrderKey = { on: 'node', property: 'names', facet: 'sort', descending: false };

const by = (property: string, facet: string, descending = false, on: 'node' | 'fact' = 'node'): OrderKey => ({
  on,
  property,
  facet,
  descending,
});

const NODES: Column = { as: 'nodes', column: 'nodes', shapes: ids(...KINDS) };

function pageOf(along: Along, parts: Partial<Page> = {}): Page {
  const order = 'relation' in along ? [nodeName, nodeId, factId] : [nodeId];
  return { along, order, backward: false, size: P('size'), binding: P('binding'), columns: [NODES], ...parts };
}

const planOf = (page: Page): ReadPlan => ({ answer: 'page', page });

const given = (parameters: Parameters = {}): Parameters => ({ size: 100, binding: 'bound', ...parameters });

const TYPES: Readonly<Record<string, string>> = {
  city: 'City',
  person: 'Person',
  treaty: 'Treaty',
  source: 'Source',
  passage: 'Passage',
};

type Any = any;

async function pageFrom(store: Store, page: Page, parameters: Parameters = {}): Promise<Any> {
  return store.read(planOf(page), given(parameters), never);
}

/** The ids along a way from a node, without their prefixes. */
async function along(store: Store, id: string, page: Page, parameters: Parameters = {}): Promise<Any> {
  const shape = { reads: [{ as: 'page', read: 'page', page } as Read] };
  const plan: ReadPlan = { answer: 'node', id: P('id'), types: 'any', shapes: { [TYPES[id.split('/')[0]!]!]: shape } };
  return ((await store.read(plan, given({ id, ...parameters }), never)) as Any).page;
}

const slugs = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id.replace(/^[^/]+\//, ''));

/** Rows have no prototype that would matter. */
const plain = (value: unknown): Any => JSON.parse(JSON.stringify(value));

// ——— Records by id ———

function describeNodes(store: () => Store): void {
  const find = async (id: string, types: readonly string[] | 'any', shapes: Shapes = ANY) =>
    plain(await store().read({ answer: 'node', id: P('id'), types, shapes }, { id }, never));

  test('tells what is loaded', () => {
    expect(store().loaded).toEqual({
      id: 'release-1',
      date: '2005-06-30',
      entities: { City: 5, Person: 4, Treaty: 4, Source: 3 },
      relations: 22,
      claims: 8,
    });
    expect(Object.keys(store().loaded!.entities)).toEqual(KINDS);
  });

  test('node is the record with the id, of any class, with its type', async () => {
    for (const [id, type] of [
      ['city/hue', 'City'],
      ['knows/1', 'Relation'],
      ['claim/peace/worth', 'Claim'],
      ['passage/gazette/1', 'Passage'],
    ]) {
      expect(await find(id!, 'any')).toEqual({ id, [TYPE_KEY]: type });
    }
  });

  test('node is null where no record has the id, or none of the types', async () => {
    expect(await find('nothing', 'any')).toBeNull();
    expect(await find('', 'any')).toBeNull();
    expect(await find('city/hue', ['Person', 'Treaty'])).toBeNull();
    expect(await find('city/hue', [])).toBeNull();
    expect(await find('city/hue', ['Person', 'City'])).toEqual({ id: 'city/hue', [TYPE_KEY]: 'City' });
    expect(await find('knows/1', ['City'])).toBeNull();
    expect(await find('City/hue', 'any')).toBeNull();
  });

  test('an edge id finds the relation, and nothing else has one', async () => {
    expect(await find('knows/1>', 'any')).toEqual({ id: 'knows/1', [TYPE_KEY]: 'Relation' });
    expect(await find('knows/1<', 'any')).toEqual({ id: 'knows/1', [TYPE_KEY]: 'Relation' });
    for (const id of ['city/hue>', 'claim/peace/worth<', 'passage/gazette/1>', '>', 'knows/1>>'])
      expect(await find(id, 'any')).toBeNull();
  });

  test('nodes is as long as the list of ids, in its order, with null where nothing has the id', async () => {
    const read = async (wanted: readonly string[]) =>
      plain(await store().read({ answer: 'nodes', ids: P('ids'), shapes: ANY }, { ids: wanted }, never));
    expect(await read(['knows/1', 'none', 'city/hue', 'city/hue'])).toEqual([
      { id: 'knows/1', [TYPE_KEY]: 'Relation' },
      null,
      { id: 'city/hue', [TYPE_KEY]: 'City' },
      { id: 'city/hue', [TYPE_KEY]: 'City' },
    ]);
    expect(await read([])).toEqual([]);
  });

  test('named is all entities of the folded name, by sort key of the name and id', async () => {
    const read = async (name: string, shapes = ids(...KINDS)) =>
      plain(await store().read({ answer: 'named', name: P('name'), shapes }, { name: fold(name) }, never));
    expect(slugs(await read('an'))).toEqual(['an', 'an-2']);
    expect(slugs(await read('Thuận Hóa'))).toEqual(['hue']);
    expect(slugs(await read('ស្វាយរៀង'))).toEqual(['svay-rieng']);
    // A source and a person: by their Vietnamese names, Đức before Herald.
    expect(await read('herald')).toEqual([
      { id: 'person/đức', [TYPE_KEY]: 'Person' },
      { id: 'source/herald', [TYPE_KEY]: 'Source' },
    ]);
    expect(await read('hu')).toEqual([]);
  });

  test('stored values come as they were loaded, absent ones as null', async () => {
    const properties = [
      'population',
      'area',
      'size',
      'foundedOn',
      'existed',
      'location',
      'isCapital',
      'motto',
      'names',
      'descriptions',
      'externalIds',
      'kind',
    ];
    const shapes = { City: { reads: properties.map((each) => property(each)) } };
    const hue = toyRelease.entities.find(({ id }) => id === 'city/hue')!;
    expect(await find('city/hue', ['City'], shapes)).toEqual({
      ...hue.properties,
      names: hue.names,
      descriptions: hue.descriptions,
      externalIds: hue.externalIds,
      kind: 'CITY',
      [TYPE_KEY]: 'City',
    });
    expect(
      await find('city/svay-rieng', ['City'], {
        City: { reads: [property('population'), property('existed'), property('isCapital')] },
      }),
    ).toEqual({
      population: null,
      existed: null,
      isCapital: null,
      [TYPE_KEY]: 'City',
    });
  });

  test('one property may be returned under several keys, and hostile keys are keys', async () => {
    const keys = ['a', 'b', '__proto__', 'constructor', 'toString'];
    const row = (await store().read(
      { answer: 'node', id: P('id'), types: 'any', shapes: { City: { reads: keys.map((as) => property('id', as)) } } },
      { id: 'city/hue' },
      never,
    )) as Any;
    for (const key of keys) expect(Object.getOwnPropertyDescriptor(row, key)?.value).toBe('city/hue');
  });

  test('facts have their parts, relations and claims their own', async () => {
    const parts = ['validTime', 'modality', 'rank', 'rankReason', 'origin'].map((each) => property(each));
    expect(
      await find('party-to/2', 'any', {
        Relation: { reads: [...parts, property('type'), property('role'), property('seat'), property('share')] },
      }),
    ).toEqual({
      validTime: null,
      modality: 'REPORTED',
      rank: 'DEPRECATED',
      rankReason: 'A misprint.',
      origin: 'DOCUMENT',
      type: 'PARTY_TO',
      role: 'Khách',
      seat: 2,
      share: null,
      [TYPE_KEY]: 'Relation',
    });
    const own = ['property', 'value', 'date', 'quantity', 'isBest'].map((each) => property(each));
    expect(await find('claim/peace/worth', 'any', { Claim: { reads: [...own, property('validTime')] } })).toEqual({
      property: 'worth',
      value: 'over 10000000000 USD',
      date: null,
      quantity: { amount: '10000000000', unit: 'USD', comparator: 'OVER' },
      isBest: true,
      validTime: { from: { edtf: '1991' }, to: { edtf: '1999' } },
      [TYPE_KEY]: 'Claim',
    });
    expect(await find('claim/peace/concludedOn', 'any', { Claim: { reads: own } })).toMatchObject({
      value: '1991-10-23',
      date: { edtf: '1991-10-23' },
      quantity: null,
    });
    expect(await find('claim/hue/population/2', 'any', { Claim: { reads: own } })).toMatchObject({
      value: '300000',
      isBest: false,
    });
  });

  test('one follows a link to its end, list to all its ends in order', async () => {
    expect(
      await find('knows/2', 'any', {
        Relation: {
          reads: [
            { as: 'start', read: 'one', link: 'from', shapes: ids(...KINDS) },
            { as: 'end', read: 'one', link: 'to', shapes: ids('City') },
          ],
        },
      }),
    ).toEqual({ start: { id: 'person/bình', [TYPE_KEY]: 'Person' }, end: null, [TYPE_KEY]: 'Relation' });
    const citations: Read = {
      as: 'citations',
      read: 'list',
      link: 'citations',
      shapes: {
        Citation: {
          reads: [
            property('start'),
            property('end'),
            property('locator'),
            property('passage'),
            { as: 'source', read: 'one', link: 'source', shapes: ids('Source') },
          ],
        },
      },
    };
    const sources: Read = { as: 'sources', read: 'list', link: 'sources', shapes: ids('Source') };
    const found = await find('city/hue', 'any', { City: { reads: [citations, sources] } });
    expect(found.citations).toEqual([
      {
        start: 3,
        end: 6,
        locator: '¶1',
        passage: 'passage/gazette/1',
        source: { id: 'source/gazette', [TYPE_KEY]: 'Source' },
        [TYPE_KEY]: 'Citation',
      },
      {
        start: null,
        end: null,
        locator: 'whole',
        passage: 'passage/atlas/whole',
        source: { id: 'source/atlas', [TYPE_KEY]: 'Source' },
        [TYPE_KEY]: 'Citation',
      },
    ]);
    expect(slugs(found.sources)).toEqual(['atlas', 'gazette', 'herald']);
  });

  test('passages, claims and relations are reached by links', async () => {
    expect(
      slugs(
        (
          await along(
            store(),
            'source/gazette',
            pageOf(
              { link: 'passages' },
              {
                columns: [{ as: 'nodes', column: 'nodes', shapes: ids('Passage') }],
                order: [by('paragraph', 'value'), nodeId],
              },
            ),
          )
        ).nodes,
      ),
    ).toEqual(['gazette/1', 'gazette/2', 'gazette/10']);
    const claims: Column = { as: 'nodes', column: 'nodes', shapes: ids('Claim') };
    const relations: Column = { as: 'nodes', column: 'nodes', shapes: ids('Relation') };
    expect(slugs((await along(store(), 'city/hue', pageOf({ link: 'claims' }, { columns: [claims] }))).nodes)).toEqual([
      'hue/population/1',
      'hue/population/2',
    ]);
    expect(
      slugs((await along(store(), 'source/herald', pageOf({ link: 'statements' }, { columns: [claims] }))).nodes),
    ).toEqual(['hue/population/2', 'peace/concludedOn']);
    expect(
      slugs((await along(store(), 'source/herald', pageOf({ link: 'facts' }, { columns: [relations] }))).nodes),
    ).toEqual(['2', '3']);
    expect(
      slugs((await along(store(), 'passage/herald/1', pageOf({ link: 'claims' }, { columns: [claims] }))).nodes),
    ).toEqual(['hue/population/2', 'peace/concludedOn']);
    expect(
      slugs(
        (await along(store(), 'passage/atlas/whole', pageOf({ link: 'relations' }, { columns: [relations] }))).nodes,
      ),
    ).toEqual(['1']);
  });

  test('the graph has a record of its own', async () => {
    const reads: Read[] = [
      property('release'),
      property('date'),
      property('counts', 'n'),
      property('examples'),
      { as: 'sources', read: 'list', link: 'sources', shapes: ids('Source') },
    ];
    const row = plain(await store().read({ answer: 'graph', shape: { reads } }, {}, never));
    expect(row).toEqual({
      release: 'release-1',
      date: '2005-06-30',
      n: [
        { key: 'City', count: 5 },
        { key: 'Person', count: 4 },
        { key: 'Treaty', count: 4 },
        { key: 'Source', count: 3 },
        { key: 'Relation', count: 22 },
        { key: 'Claim', count: 8 },
      ],
      examples: toyRelease.examples,
      sources: ['source/atlas', 'source/gazette', 'source/herald'].map((id) => ({ id, [TYPE_KEY]: 'Source' })),
      [TYPE_KEY]: 'GraphInfo',
    });
  });
}

// ——— Pages ———

function describePages(store: () => Store): void {
  const twinsEdge: EdgeShape = {
    cursors: ['c'],
    nodes: [{ as: 'node', shapes: ids('City') }],
    fact: { reads: [property('edgeId', 'id'), property('origin')] },
  };
  const EDGES: Column = { as: 'edges', column: 'edges', edge: twinsEdge };
  const INFO: Column = {
    as: 'info',
    column: 'pageInfo',
    fields: [
      { as: 'next', field: 'hasNextPage' },
      { as: 'previous', field: 'hasPreviousPage' },
      { as: 'start', field: 'startCursor' },
      { as: 'end', field: 'endCursor' },
    ],
  };
  const COUNT: Column = { as: 'count', column: 'totalCount' };

  test('every kind, all claims and all relations', async () => {
    expect(slugs((await pageFrom(store(), pageOf({ every: 'City' }))).nodes)).toEqual([
      'da-nang',
      'ha-noi',
      'hue',
      'phnom-penh',
      'svay-rieng',
    ]);
    const claims = pageOf(
      { all: 'claims' },
      { columns: [{ as: 'nodes', column: 'nodes', shapes: ids('Claim') }, COUNT] },
    );
    expect(await pageFrom(store(), claims).then(({ nodes, count }) => [nodes.length, count])).toEqual([8, 8]);
    const relations = pageOf(
      { all: 'relations' },
      { columns: [{ as: 'nodes', column: 'nodes', shapes: ids('Relation') }, COUNT] },
    );
    expect(slugs((await pageFrom(store(), relations, { size: 2 })).nodes)).toEqual(['1', '2']);
  });

  test('along a relation out, in and either way, each fact an item', async () => {
    const edges = async (id: string, way: Along) =>
      (
        await along(
          store(),
          id,
          pageOf(way, {
            columns: [{ ...EDGES, edge: { ...twinsEdge, nodes: [{ as: 'node', shapes: ids(...KINDS) }] } }],
          }),
        )
      ).edges.map(({ id: fact, node }: Any) => `${fact} ${node.id}`);
    expect(await edges('city/hue', { relation: 'PARTY_TO', direction: 'out' })).toEqual([
      'party-to/1> treaty/peace',
      'party-to/2> treaty/peace',
      'party-to/5> treaty/trade',
    ]);
    expect(await edges('treaty/peace', { relation: 'PARTY_TO', direction: 'in' })).toEqual([
      'party-to/3< person/an',
      'party-to/1< city/hue',
      'party-to/2< city/hue',
    ]);
    expect(await edges('city/hue', { relation: 'TWINNED', direction: 'both' })).toEqual([
      'twinned/1> city/da-nang',
      'twinned/2< city/phnom-penh',
    ]);
    expect(await edges('person/an', { relation: 'KNOWS', direction: 'both' })).toEqual([
      'knows/1> person/bình',
      'knows/2< person/bình',
      'knows/4> person/đức',
    ]);
    expect(await edges('city/hue', { relation: 'PARTY_TO', direction: 'in' })).toEqual([]);
    expect(await edges('city/hue', { relation: 'SIGNED', direction: 'both' })).toEqual([]);
  });

  test('a fact from a node to itself is one item, whichever way it is followed', async () => {
    const edges = async (id: string, way: Along) =>
      await along(store(), id, pageOf(way, { columns: [{ ...EDGES, edge: { ...twinsEdge, nodes: [] } }, COUNT] }));
    expect(await edges('treaty/blank', { relation: 'SUPPLEMENTS', direction: 'out' })).toMatchObject({
      count: 1,
      edges: [{ id: 'supplements/3>' }],
    });
    expect(await edges('treaty/blank', { relation: 'SUPPLEMENTS', direction: 'in' })).toMatchObject({
      count: 1,
      edges: [{ id: 'supplements/3<' }],
    });
    expect(await edges('person/đức', { relation: 'KNOWS', direction: 'both' })).toMatchObject({
      count: 2,
      edges: [{ id: 'knows/4<' }, { id: 'knows/3>' }],
    });
  });

  test('with kinds, only the ends that are of one of them', async () => {
    const about = async (kinds?: readonly string[]) =>
      slugs(
        (await along(store(), 'city/hue', pageOf({ relation: 'ABOUT', direction: 'in', ...(kinds && { kinds }) })))
          .nodes,
      );
    expect(await about()).toEqual(['border', 'bình', 'peace']);
    expect(await about(['Treaty'])).toEqual(['border', 'peace']);
    expect(await about(['Person'])).toEqual(['bình']);
    expect(await about(['City'])).toEqual([]);
    const treaties: Along = { relation: 'ABOUT', direction: 'in', kinds: ['Treaty'] };
    const filter: Filter = { count: treaties, by: '=', value: P('two') };
    expect(slugs((await pageFrom(store(), pageOf({ every: 'City' }, { filter }), { two: 2 })).nodes)).toEqual(['hue']);
    const some: Filter = {
      some: { test: { on: 'node', property: 'id', facet: 'value' }, by: '=', value: P('id') },
      along: treaties,
    };
    expect(
      slugs((await pageFrom(store(), pageOf({ every: 'City' }, { filter: some }), { id: 'person/bình' })).nodes),
    ).toEqual([]);
  });

  test('the first ones, or the last ones if backward, in order either way', async () => {
    const page = pageOf({ every: 'City' });
    expect(slugs((await pageFrom(store(), page, { size: 2 })).nodes)).toEqual(['da-nang', 'ha-noi']);
    expect(slugs((await pageFrom(store(), { ...page, backward: true }, { size: 2 })).nodes)).toEqual([
      'phnom-penh',
      'svay-rieng',
    ]);
    expect((await pageFrom(store(), page, { size: 0 })).nodes).toEqual([]);
    expect((await pageFrom(store(), { ...page, backward: true }, { size: 0 })).nodes).toEqual([]);
  });

  const bounds = async (parts: Partial<Page>, parameters: Parameters) => {
    const { nodes, info, count } = await pageFrom(
      store(),
      pageOf({ every: 'City' }, { columns: [NODES, INFO, COUNT], ...parts }),
      parameters,
    );
    return [slugs(nodes).join(' '), info.previous, info.next, count];
  };

  test('after and before are positions and exclude what is at them; absent ones bound nothing', async () => {
    const both = { after: P('after'), before: P('before') };
    expect(await bounds({ after: P('after') }, { after: ['city/ha-noi'] })).toEqual([
      'hue phnom-penh svay-rieng',
      true,
      false,
      5,
    ]);
    expect(await bounds({ before: P('before') }, { before: ['city/hue'] })).toEqual(['da-nang ha-noi', false, true, 5]);
    expect(await bounds(both, { after: ['city/da-nang'], before: ['city/phnom-penh'] })).toEqual([
      'ha-noi hue',
      true,
      true,
      5,
    ]);
    expect(await bounds({ after: P('after') }, { after: ['city/h'] })).toEqual([
      'ha-noi hue phnom-penh svay-rieng',
      true,
      false,
      5,
    ]);
    expect(await bounds({ before: P('before'), backward: true }, { before: ['city/phnom-penh'], size: 1 })).toEqual([
      'hue',
      true,
      true,
      5,
    ]);
  });

  test('an empty page tells what lies after its after and before its before', async () => {
    expect(await bounds({ after: P('after') }, { after: ['city/svay-rieng'] })).toEqual(['', true, false, 5]);
    expect(await bounds({ before: P('before') }, { before: ['city/da-nang'] })).toEqual(['', false, true, 5]);
    expect(await bounds({}, { size: 0 })).toEqual(['', true, true, 5]);
    expect(await bounds({ filter: { or: [] } }, {})).toEqual(['', false, false, 0]);
  });

  test('around a page only what the filter holds for counts', async () => {
    const filter: Filter = { test: { on: 'node', property: 'population', facet: 'value' }, by: '>', value: P('least') };
    expect(await bounds({ filter, after: P('after') }, { least: 1_000_000, after: ['city/a'], size: 1 })).toEqual([
      'da-nang',
      false,
      true,
      2,
    ]);
    expect(await bounds({ filter, after: P('after') }, { least: 1_000_000, after: ['city/da-nang'], size: 1 })).toEqual(
      ['ha-noi', true, false, 2],
    );
  });

  test('orders by several keys either way, absent values last both ways, the id deciding at last', async () => {
    const order = async (...keys: OrderKey[]) =>
      slugs((await pageFrom(store(), pageOf({ every: 'City' }, { order: [...keys, nodeId] }))).nodes);
    expect(await order(by('population', 'value'))).toEqual(['hue', 'da-nang', 'ha-noi', 'phnom-penh', 'svay-rieng']);
    expect(await order(by('population', 'value', true))).toEqual([
      'ha-noi',
      'da-nang',
      'hue',
      'phnom-penh',
      'svay-rieng',
    ]);
    expect(await order(by('isCapital', 'value', true), by('size', 'value', true))).toEqual([
      'ha-noi',
      'phnom-penh',
      'hue',
      'da-nang',
      'svay-rieng',
    ]);
    expect(await order({ ...nodeName, descending: true })).toEqual([
      'svay-rieng',
      'phnom-penh',
      'hue',
      'ha-noi',
      'da-nang',
    ]);
    expect(await order(by('foundedOn', 'earliest', true), by('foundedOn', 'latest', true))).toEqual([
      'hue',
      'ha-noi',
      'da-nang',
      'phnom-penh',
      'svay-rieng',
    ]);
  });

  test('orders items by a facet of their fact', async () => {
    const page = pageOf(
      { relation: 'PARTY_TO', direction: 'out' },
      {
        order: [by('seat', 'value', true, 'fact'), nodeId, factId],
        columns: [{ ...EDGES, edge: { ...twinsEdge, nodes: [] } }],
      },
    );
    expect((await along(store(), 'city/hue', page)).edges.map(({ id }: Any) => id)).toEqual([
      'party-to/2>',
      'party-to/1>',
      'party-to/5>',
    ]);
  });

  test('along a relation, keys after the name count', async () => {
    const page = pageOf(
      { relation: 'PARTY_TO', direction: 'out' },
      {
        order: [nodeName, { ...factId, descending: true }, nodeId],
        columns: [{ ...EDGES, edge: { ...twinsEdge, nodes: [] } }],
      },
    );
    expect((await along(store(), 'city/hue', page)).edges.map(({ id }: Any) => id)).toEqual([
      'party-to/2>',
      'party-to/1>',
      'party-to/5>',
    ]);
  });

  test('a cursor is the binding and the values of the keys, null where absent, and leads on from there', async () => {
    const order = [by('population', 'value'), nodeId];
    const columns: Column[] = [
      {
        as: 'edges',
        column: 'edges',
        edge: { cursors: ['c', 'd'], nodes: [{ as: 'n', shapes: ids('City') }], fact: { reads: [] } },
      },
      INFO,
    ];
    const page = pageOf({ every: 'City' }, { order, columns });
    const { edges, info } = await pageFrom(store(), page, { binding: 'a binding' });
    expect(edges[0].c).toEqual(['a binding', 350000, 'city/hue']);
    expect(edges[0].d).toEqual(edges[0].c);
    expect(edges[4].c).toEqual(['a binding', null, 'city/svay-rieng']);
    expect([info.start, info.end]).toEqual([edges[0].c, edges[4].c]);
    for (const [place, edge] of edges.entries()) {
      const after = await pageFrom(
        store(),
        { ...page, after: P('after') },
        { after: edge.c.slice(1) as ParameterValue },
      );
      expect(after.edges.map(({ n }: Any) => n.id)).toEqual(edges.slice(place + 1).map(({ n }: Any) => n.id));
      const before = await pageFrom(
        store(),
        { ...page, before: P('before') },
        { before: edge.c.slice(1) as ParameterValue },
      );
      expect(before.edges.map(({ n }: Any) => n.id)).toEqual(edges.slice(0, place).map(({ n }: Any) => n.id));
    }
  });

  test('a cursor along a relation holds the name, the node and the fact', async () => {
    const { edges } = await along(
      store(),
      'city/hue',
      pageOf({ relation: 'TWINNED', direction: 'both' }, { columns: [EDGES] }),
    );
    expect(edges[0].c).toEqual(['bound', sortKey('Đà Nẵng'), 'city/da-nang', 'twinned/1']);
  });

  test('cursors of an empty page are null', async () => {
    const { info } = await pageFrom(store(), pageOf({ every: 'City' }, { columns: [INFO] }), { size: 0 });
    expect(plain(info)).toEqual({ next: true, previous: true, start: null, end: null });
  });

  test('an edge has the row of its node under each key, and in the same row what is asked of the fact', async () => {
    const edge: EdgeShape = {
      cursors: [],
      nodes: [
        { as: 'a', shapes: ids('City') },
        { as: 'b', shapes: { City: { reads: [property('size')] } } },
      ],
      fact: { reads: [property('rank'), property('type', '__proto__')] },
    };
    const { edges } = await along(
      store(),
      'city/hue',
      pageOf({ relation: 'TWINNED', direction: 'both' }, { columns: [{ as: 'edges', column: 'edges', edge }] }),
    );
    expect(
      JSON.stringify(edges.map(({ a, b, rank, ...rest }: Any) => [a.id, b.size, rank, Object.entries(rest)])),
    ).toBe(
      JSON.stringify([
        ['city/da-nang', 'METROPOLIS', 'NORMAL', [['__proto__', 'TWINNED']]],
        ['city/phnom-penh', null, 'PREFERRED', [['__proto__', 'TWINNED']]],
      ]),
    );
  });

  test('pages lie within pages, each with parameters of its own', async () => {
    const inner = pageOf(
      { relation: 'LIVES_IN', direction: 'in' },
      {
        size: P('innerSize'),
        binding: P('innerBinding'),
        columns: [{ ...EDGES, edge: { ...twinsEdge, nodes: [{ as: 'node', shapes: ids('Person') }] } }, COUNT],
      },
    );
    const columns: Column[] = [
      {
        as: 'nodes',
        column: 'nodes',
        shapes: { City: { reads: [property('id'), { as: 'residents', read: 'page', page: inner }] } },
      },
    ];
    const { nodes } = await pageFrom(store(), pageOf({ every: 'City' }, { columns }), {
      size: 3,
      innerSize: 1,
      innerBinding: 'inner',
    });
    expect(
      nodes.map(({ id, residents }: Any) => [
        id,
        residents.count,
        residents.edges.map(({ node, c }: Any) => [node.id, c[0]]),
      ]),
    ).toEqual([
      ['city/da-nang', 0, []],
      ['city/ha-noi', 1, [['person/an', 'inner']]],
      ['city/hue', 2, [['person/an', 'inner']]],
    ]);
  });
}

// ——— Filters ———

function describeFilters(store: () => Store): void {
  const cities = async (filter: Filter, parameters: Parameters = {}) =>
    slugs((await pageFrom(store(), pageOf({ every: 'City' }, { filter }), parameters)).nodes).join(' ');
  const ALL = 'da-nang ha-noi hue phnom-penh svay-rieng';
  const test_ = (
    name: string,
    facet: string,
    comparison: Any,
    value: ParameterValue,
    on: 'node' | 'fact' = 'node',
  ): [Filter, Parameters] => [{ test: { on, property: name, facet }, by: comparison, value: P('v') }, { v: value }];

  test('and of none is true, or of none false, not the exact complement', async () => {
    expect(await cities({ and: [] })).toBe(ALL);
    expect(await cities({ or: [] })).toBe('');
    expect(await cities({ not: { and: [] } })).toBe('');
    const [large, parameters] = test_('population', 'value', '>', 1_000_000);
    expect(await cities({ not: large }, parameters)).toBe('hue phnom-penh svay-rieng');
    expect(await cities({ not: { not: large } }, parameters)).toBe('da-nang ha-noi');
    expect(await cities({ and: [large, { not: large }] }, parameters)).toBe('');
    expect(await cities({ or: [large, { not: large }] }, parameters)).toBe(ALL);
  });

  test('numbers compare as numbers', async () => {
    for (const [comparison, expected] of [
      ['=', 'da-nang'],
      ['<', 'hue'],
      ['<=', 'da-nang hue'],
      ['>', 'ha-noi'],
      ['>=', 'da-nang ha-noi'],
    ]) {
      expect(await cities(...test_('population', 'value', comparison, 1_200_000))).toBe(expected);
    }
    expect(await cities(...test_('area', 'amount', '<', 266.47))).toBe('hue');
    expect(await cities(...test_('foundedOn', 'earliest', '=', 10100101))).toBe('ha-noi');
  });

  test('strings compare by code point, and contain and start with strings', async () => {
    expect(await cities(...test_('motto', 'folded', 'contains', 'chay da'))).toBe('hue');
    expect(await cities(...test_('motto', 'folded', 'startsWith', 'nuoc'))).toBe('hue');
    expect(await cities(...test_('motto', 'folded', 'startsWith', 'chay'))).toBe('');
    expect(await cities(...test_('id', 'value', '<', 'city/hue'))).toBe('da-nang ha-noi');
    expect(await cities(...test_('id', 'value', '>=', 'city/hue'))).toBe('hue phnom-penh svay-rieng');
    expect(await cities(...test_('kind', 'value', '=', 'CITY'))).toBe(ALL);
  });

  test('of several values, one satisfies it', async () => {
    expect(await cities(...test_('names', 'folded', '=', 'tourane'))).toBe('da-nang');
    expect(await cities(...test_('names', 'folded', 'in', ['hue', 'hanoi', 'none']))).toBe('ha-noi hue');
    expect(await cities(...test_('names', 'folded', 'contains', 'a n'))).toBe('da-nang ha-noi');
    expect(await cities(...test_('names', 'sort', '<', sortKey('Huế')))).toBe('da-nang ha-noi');
  });

  test('in is one of the list, and of an empty list nothing', async () => {
    expect(await cities(...test_('population', 'value', 'in', [350000, 8000000, 1]))).toBe('ha-noi hue');
    expect(await cities(...test_('population', 'value', 'in', []))).toBe('');
    expect(await cities(...test_('id', 'value', 'in', []))).toBe('');
  });

  test('a facet that is absent compares with nothing; has tells whether a value is there', async () => {
    expect(await cities(...test_('area', 'upper', '>', 0))).toBe('hue');
    expect(await cities({ has: { on: 'node', property: 'area' } })).toBe('ha-noi hue');
    expect(await cities({ has: { on: 'node', property: 'location' } })).toBe('hue');
    expect(await cities({ not: { has: { on: 'node', property: 'isCapital' } } })).toBe('svay-rieng');
    expect(await cities(...test_('isCapital', 'value', '=', 0))).toBe('da-nang hue');
  });

  test('some holds of node and fact of one item', async () => {
    const node: Filter = { test: { on: 'node', property: 'id', facet: 'value' }, by: '=', value: P('id') };
    const fact: Filter = { test: { on: 'fact', property: 'seat', facet: 'value' }, by: '=', value: P('seat') };
    const treaties: Along = { relation: 'PARTY_TO', direction: 'out' };
    expect(await cities({ some: { and: [node, fact] }, along: treaties }, { id: 'treaty/peace', seat: 2 })).toBe('hue');
    expect(await cities({ some: { and: [node, fact] }, along: treaties }, { id: 'treaty/trade', seat: 2 })).toBe('');
    expect(
      await cities(
        {
          and: [
            { some: node, along: treaties },
            { some: fact, along: treaties },
          ],
        },
        { id: 'treaty/trade', seat: 2 },
      ),
    ).toBe('hue');
    expect(await cities({ some: { has: { on: 'fact', property: 'validTime' } }, along: treaties })).toBe('da-nang');
    expect(await cities({ not: { some: { and: [] }, along: treaties } })).toBe('ha-noi phnom-penh svay-rieng');
  });

  test('some goes as deep as one likes, and along links too', async () => {
    const deep: Filter = {
      some: {
        some: {
          some: { test: { on: 'node', property: 'id', facet: 'value' }, by: '=', value: P('id') },
          along: { relation: 'LIVES_IN', direction: 'out' },
        },
        along: { relation: 'SIGNED', direction: 'in' },
      },
      along: { relation: 'PARTY_TO', direction: 'out' },
    };
    expect(await cities(deep, { id: 'city/ha-noi' })).toBe('hue');
    const claimed: Filter = {
      some: { test: { on: 'node', property: 'property', facet: 'value' }, by: '=', value: P('p') },
      along: { link: 'claims' },
    };
    expect(await cities(claimed, { p: 'population' })).toBe('hue');
    expect(await cities(claimed, { p: 'motto' })).toBe('');
  });

  test('count compares the number of items', async () => {
    const treaties: Along = { relation: 'PARTY_TO', direction: 'out' };
    const count = (comparison: Any, value: ParameterValue): [Filter, Parameters] => [
      { count: treaties, by: comparison, value: P('v') },
      { v: value },
    ];
    expect(await cities(...count('=', 3))).toBe('hue');
    expect(await cities(...count('=', 0))).toBe('ha-noi phnom-penh svay-rieng');
    expect(await cities(...count('in', [1, 3]))).toBe('da-nang hue');
    expect(await cities(...count('in', []))).toBe('');
    expect(await cities({ count: { relation: 'KNOWS', direction: 'both' }, by: '>=', value: P('v') }, { v: 0 })).toBe(
      ALL,
    );
  });

  test('facts are filtered by their parts and sources', async () => {
    const edge: EdgeShape = { cursors: [], nodes: [], fact: { reads: [property('id')] } };
    const homes = async (filter: Filter, parameters: Parameters) =>
      slugs(
        (
          await along(
            store(),
            'person/an',
            pageOf(
              { relation: 'LIVES_IN', direction: 'out' },
              { filter, columns: [{ as: 'edges', column: 'edges', edge }], order: [factId, nodeId] },
            ),
            parameters,
          )
        ).edges,
      ).join(' ');
    expect(await homes(...test_('sources', 'count', '>=', 2, 'fact'))).toBe('2');
    expect(await homes(...test_('sources', 'value', '=', 'source/herald', 'fact'))).toBe('2');
    expect(await homes(...test_('validTime', 'toLatest', '<', 19760101, 'fact'))).toBe('1');
    expect(await homes(...test_('modality', 'value', 'in', ['REPORTED'], 'fact'))).toBe('1 2');
    expect(await homes(...test_('type', 'value', '=', 'LIVES_IN', 'fact'))).toBe('1 2');
  });

  test('claims are filtered by what they say', async () => {
    const claims = async (filter: Filter, parameters: Parameters) =>
      slugs(
        (
          await pageFrom(
            store(),
            pageOf({ all: 'claims' }, { filter, columns: [{ as: 'nodes', column: 'nodes', shapes: ids('Claim') }] }),
            parameters,
          )
        ).nodes,
      ).join(' ');
    expect(await claims(...test_('subject', 'value', '=', 'city/hue'))).toBe('hue/population/1 hue/population/2');
    expect(await claims(...test_('isBest', 'value', '=', 0))).toBe('an/nickname hue/population/2 trade/concludedOn/2');
    expect(await claims(...test_('value', 'folded', 'contains', 'usd'))).toBe('peace/worth');
    expect(await claims(...test_('rank', 'value', '=', 'DEPRECATED'))).toBe('an/nickname');
  });

  test('one plan serves many parameters at once', async () => {
    const plan = planOf(
      pageOf(
        { every: 'City' },
        { filter: { test: { on: 'node', property: 'population', facet: 'value' }, by: '>=', value: P('v') } },
      ),
    );
    const least = [0, 350001, 1200001, 8000001];
    const answers = await Promise.all(least.map((v) => store().read(plan, given({ v }), never)));
    expect(answers.map((answer: Any) => answer.nodes.length)).toEqual([3, 2, 1, 0]);
  });
}

// ——— Entries and conflicts ———

function describeDerived(store: () => Store): void {
  const BY_DATE = [by('date', 'earliest'), by('date', 'latest'), nodeId];
  const columnsOf = (type: string): Column[] => [
    { as: 'nodes', column: 'nodes', shapes: ids(type) },
    { as: 'count', column: 'totalCount' },
  ];
  const entries = (alongWay: Along, parts: Partial<Page> = {}): Page =>
    pageOf(alongWay, { order: BY_DATE, columns: columnsOf('TimelineEntry'), ...parts });
  const conflicts = (alongWay: Along): Page =>
    pageOf(alongWay, {
      order: [by('subject', 'value'), by('property', 'value'), nodeId],
      columns: columnsOf('Conflict'),
    });
  const IN_ORDER = [
    'lives-in/1',
    'lives-in/2',
    'claim/trade/concludedOn/1',
    'claim/peace/concludedOn',
    'claim/trade/concludedOn/2',
  ];
  const NODES_OF_ENTRIES: Column = { as: 'nodes', column: 'nodes', shapes: ids('TimelineEntry') };
  const PAGE_INFO: Column = {
    as: 'info',
    column: 'pageInfo',
    fields: [
      { as: 'next', field: 'hasNextPage' },
      { as: 'previous', field: 'hasPreviousPage' },
      { as: 'end', field: 'endCursor' },
    ],
  };

  const refs = { ids: P('ids'), names: P('names') };
  const about = async (page: Page, refer: Parameters) =>
    plain(await store().read({ answer: 'about', refs, page }, given({ ids: [], names: [], ...refer }), never));

  test('all entries lie in the order of the bounds of their dates, and forwards and backwards in the same', async () => {
    const whole = await pageFrom(store(), entries({ all: 'entries' }));
    expect(slugs(whole.nodes)).toEqual(IN_ORDER);
    expect(whole.count).toBe(5);
    const last = await pageFrom(store(), entries({ all: 'entries' }, { backward: true }), { size: 2 });
    expect(slugs(last.nodes)).toEqual(IN_ORDER.slice(-2));
    const after = await pageFrom(store(), entries({ all: 'entries' }, { after: P('after') }), {
      size: 2,
      after: [19750101, 19751231, 'entry/lives-in/2'],
    });
    expect(slugs(after.nodes)).toEqual(IN_ORDER.slice(2, 4));
  });

  test('an entry has the parts of its fact, and its own', async () => {
    const own = ['fact', 'date', 'end', 'until', 'titles', 'isBest', 'kinds'].map((each) => property(each));
    const parts = ['modality', 'rank', 'rankReason', 'origin', 'validTime', 'sources', 'attested'].map((each) =>
      property(each),
    );
    const reads: Read[] = [
      ...own,
      ...parts,
      { as: 'entity', read: 'one', link: 'entity', shapes: ids(...KINDS) },
      { as: 'involved', read: 'list', link: 'involved', shapes: ids(...KINDS) },
      { as: 'citations', read: 'list', link: 'citations', shapes: { Citation: { reads: [property('passage')] } } },
    ];
    const find = async (id: string) =>
      plain(
        await store().read(
          { answer: 'node', id: P('id'), types: 'any', shapes: { TimelineEntry: { reads } } },
          { id },
          never,
        ),
      );
    expect(await find('entry/claim/trade/concludedOn/1')).toEqual({
      fact: 'claim/trade/concludedOn/1',
      date: { edtf: '1991-10' },
      end: { edtf: '2001' },
      until: { edtf: '2001' },
      titles: { vi: 'Thương mại', en: 'Trade' },
      isBest: true,
      kinds: ['TREATY'],
      modality: 'PLANNED',
      rank: 'NORMAL',
      rankReason: null,
      origin: 'DOCUMENT',
      validTime: { from: { edtf: '1991' } },
      sources: ['source/gazette'],
      attested: { validTime: { from: { edtf: '1991' } }, until: '2004-12-31' },
      entity: { id: 'treaty/trade', [TYPE_KEY]: 'Treaty' },
      involved: ['city/da-nang', 'city/hue'].map((id) => ({ id, [TYPE_KEY]: 'City' })),
      citations: [{ passage: 'passage/gazette/2', [TYPE_KEY]: 'Citation' }],
      [TYPE_KEY]: 'TimelineEntry',
    });
    expect(await find('entry/lives-in/2')).toMatchObject({
      date: { edtf: '1975' },
      end: null,
      until: null,
      kinds: ['PERSON', 'CITY'],
      validTime: { from: { edtf: '1975' } },
      sources: ['source/gazette', 'source/herald'],
      citations: [{ passage: 'passage/gazette/1' }, { passage: 'passage/herald/1' }],
    });
    expect(await find('entry/claim/peace/concludedOn')).toMatchObject({ end: null, until: { edtf: '1991-10-23' } });
  });

  test('entries are filtered by their facets', async () => {
    const found = async (filter: Filter, parameters: Parameters) =>
      slugs((await pageFrom(store(), entries({ all: 'entries' }, { filter }), parameters)).nodes);
    const test_ = (name: string, facet: string, comparison: '=' | '<=' | '>=' | 'in', value: Parameters[string]) =>
      [{ test: { on: 'node', property: name, facet }, by: comparison, value: P('v') } as Filter, { v: value }] as const;
    expect(await found(...test_('isBest', 'value', '=', 0))).toEqual(['claim/trade/concludedOn/2']);
    expect(await found(...test_('kinds', 'value', 'in', ['CITY', 'SOURCE']))).toEqual(IN_ORDER.slice(0, 2));
    expect(await found(...test_('kinds', 'value', 'in', []))).toEqual([]);
    expect(await found(...test_('date', 'latest', '<=', 19751231))).toEqual(IN_ORDER.slice(0, 2));
    expect(await found(...test_('until', 'latest', '>=', 19920101))).toEqual([IN_ORDER[2], IN_ORDER[4]]);
    expect(await found(...test_('until', 'earliest', '>=', 0))).toEqual(IN_ORDER.filter((id) => id !== 'lives-in/2'));
    expect(await found(...test_('modality', 'value', '=', 'PLANNED'))).toEqual(['claim/trade/concludedOn/1']);
    expect(await found({ has: { on: 'node', property: 'end' } }, {})).toHaveLength(3);
  });

  test('the timeline of an entity has what dates it and what it had a part in, each once', async () => {
    const of = async (id: string) => slugs((await along(store(), id, entries({ link: 'timeline' }))).nodes);
    expect(await of('treaty/peace')).toEqual(['claim/peace/concludedOn']);
    expect(await of('city/hue')).toEqual([IN_ORDER[0], ...IN_ORDER.slice(2)]);
    expect(await of('city/svay-rieng')).toEqual([]);
  });

  test('a page begins at entities that are referred to, by id and by name, and has each record once', async () => {
    const page = entries({ link: 'timeline', of: refs });
    const read = async (refer: Parameters) => {
      const answer = await about(page, refer);
      expect(answer.page.count).toBe(answer.page.nodes.length);
      return slugs(answer.page.nodes);
    };
    expect(await read({ ids: ['treaty/peace'] })).toEqual(['claim/peace/concludedOn']);
    expect(await read({ ids: ['treaty/trade', 'city/da-nang', 'treaty/trade'] })).toEqual([IN_ORDER[2], IN_ORDER[4]]);
    expect(await read({ ids: ['city/ha-noi'], names: [fold('Đà Nẵng')] })).toEqual([
      IN_ORDER[1],
      IN_ORDER[2],
      IN_ORDER[4],
    ]);
    expect(await read({ names: ['hue', 'thuan hoa'] })).toEqual([IN_ORDER[0], ...IN_ORDER.slice(2)]);
    expect(await read({ ids: ['nothing', ''], names: ['nobody'] })).toEqual([]);
    expect(await read({})).toEqual([]);
  });

  test('a page of referred entities is cut like any other', async () => {
    const page = entries({ link: 'timeline', of: refs }, { after: P('after'), columns: [NODES_OF_ENTRIES, PAGE_INFO] });
    const { page: cut } = await about(page, {
      ids: ['treaty/trade', 'person/an'],
      size: 2,
      after: [19500501, 19500531, 'entry/lives-in/1'],
    });
    expect(slugs(cut.nodes)).toEqual(IN_ORDER.slice(1, 3));
    expect(cut.info).toEqual({
      next: true,
      previous: true,
      end: ['bound', 19911001, 19911031, 'entry/claim/trade/concludedOn/1'],
    });
  });
  test('whom each name names is told in the same answer, as named finds them', async () => {
    const { namesakes } = await about(entries({ link: 'timeline', of: refs }), { names: ['herald', 'nobody', 'an'] });
    expect(namesakes).toEqual([
      [
        { '@id': 'person/đức', [TYPE_KEY]: 'Person' },
        { '@id': 'source/herald', [TYPE_KEY]: 'Source' },
      ],
      [],
      [
        { '@id': 'person/an', [TYPE_KEY]: 'Person' },
        { '@id': 'person/an-2', [TYPE_KEY]: 'Person' },
      ],
    ]);
    expect((await about(entries({ link: 'timeline', of: refs }), {})).namesakes).toEqual([]);
  });

  test('conflicts lie in the order of subject and property, with their claims', async () => {
    const all = await pageFrom(store(), conflicts({ all: 'conflicts' }));
    expect(all.count).toBe(2);
    const [ofHue, ofTrade] = all.nodes.map(({ id }: Any) => id);
    const claim: Shapes = ids('Claim');
    const reads: Read[] = [
      property('property'),
      property('kind'),
      property('reasons'),
      { as: 'subject', read: 'one', link: 'subject', shapes: ids(...KINDS) },
      { as: 'claims', read: 'list', link: 'claims', shapes: claim },
      { as: 'preferred', read: 'one', link: 'preferred', shapes: claim },
    ];
    const plan: ReadPlan = { answer: 'nodes', ids: P('ids'), shapes: { Conflict: { reads } } };
    const rows = plain(await store().read(plan, { ids: [ofTrade, ofHue] }, never));
    expect(rows[1]).toEqual({
      property: 'population',
      kind: 'COMPATIBLE',
      reasons: { vi: '350000 và 300000: một bên là ước tính.', en: '350000 and 300000: one is an estimate.' },
      subject: { id: 'city/hue', [TYPE_KEY]: 'City' },
      claims: ['claim/hue/population/1', 'claim/hue/population/2'].map((id) => ({ id, [TYPE_KEY]: 'Claim' })),
      preferred: null,
      [TYPE_KEY]: 'Conflict',
    });
    expect(rows[0]).toMatchObject({ subject: { id: 'treaty/trade' }, preferred: null });
    const { page } = await about(conflicts({ link: 'conflicts', of: refs }), { ids: ['treaty/trade'] });
    expect(page.nodes.map(({ id }: Any) => id)).toEqual([ofTrade]);
    const list: Read = { as: 'conflicts', read: 'list', link: 'conflicts', shapes: ids('Conflict') };
    const city: ReadPlan = { answer: 'node', id: P('id'), types: 'any', shapes: { City: { reads: [list] } } };
    expect(plain(await store().read(city, { id: 'city/hue' }, never)).conflicts).toMatchObject([{ id: ofHue }]);
    expect(plain(await store().read(city, { id: 'city/da-nang' }, never)).conflicts).toEqual([]);
  });
}

// ——— Loads ———

// ——— Groups ———

/** Shapes that ask also for the sources, which are found by a list of the entity. */
function withSources(shapes: Shapes): Shapes {
  const sources: Read = { as: 'sources', read: 'list', link: 'sources', shapes: ids('Source') };
  return Object.fromEntries(Object.entries(shapes).map(([type, { reads }]) => [type, { reads: [...reads, sources] }]));
}

function describeGroups(store: () => Store): void {
  const treatiesBy = async (
    by: GroupBy,
    parts: Partial<GroupsPlan> = {},
    parameters: Parameters = {},
  ): Promise<Any> => {
    const columns: readonly GroupColumn[] = [
      { as: 'key', column: 'key' },
      { as: 'count', column: 'count' },
      { as: 'node', column: 'node', shapes: withSources(ids('City', 'Person', 'Treaty', 'Source')) },
    ];
    const plan: GroupsPlan = { answer: 'groups', every: 'Treaty', by, most: P('most'), columns, ...parts };
    const rows = plain(await store().read(plan, { most: 100, ...parameters }, never));
    return rows.map(({ key, count, node }: Any) => [key, count, ...(node ? [node.id, node[TYPE_KEY]] : [])]);
  };

  test('counts by a facet, what has none under the empty text; the larger group first, then by key', async () => {
    expect(await treatiesBy({ facet: { property: 'concludedOn', facet: 'year' } })).toEqual([
      ['1991', 2],
      ['', 1],
      ['1992', 1],
    ]);
  });

  test('counts an entity with each node along a way, once however many facts lead there', async () => {
    const parties: Along = { relation: 'PARTY_TO', direction: 'in', kinds: ['City'] };
    expect(await treatiesBy({ along: parties })).toEqual([
      ['', 2],
      ['city/hue', 2, 'city/hue', 'City'],
      ['city/da-nang', 1, 'city/da-nang', 'City'],
    ]);
    expect(await treatiesBy({ along: { link: 'sources' } })).toEqual([
      ['source/gazette', 4, 'source/gazette', 'Source'],
      ['source/herald', 1, 'source/herald', 'Source'],
    ]);
  });

  test('counts what the filter holds for, and returns the first groups', async () => {
    const filter: Filter = {
      not: { test: { on: 'node', property: 'status', facet: 'value' }, by: '=', value: P('status') },
    };
    expect(await treatiesBy({ property: 'status' }, { filter }, { status: 'DRAFT' })).toEqual([
      ['', 2],
      ['IN_FORCE', 1],
    ]);
    expect(await treatiesBy({ property: 'status' }, {}, { most: 1 })).toEqual([['', 2]]);
    expect(await treatiesBy({ property: 'status' }, {}, { most: 0 })).toEqual([]);
  });
}

const ALL_CITIES = planOf(pageOf({ every: 'City' }, { columns: [NODES, { as: 'count', column: 'totalCount' }] }));

function describeLoads(open: () => Promise<Store>): void {
  const opened: Store[] = [];
  const fresh = async (...releases: readonly ToyRelease[]): Promise<Store> => {
    const store = await open();
    opened.push(store);
    for (const release of releases) await store.load(release);
    return store;
  };

  afterAll(() => Promise.all(opened.map((store) => store.close())));

  const cities = async (store: Store): Promise<string[]> =>
    slugs(((await store.read(ALL_CITIES, given(), never)) as Any).nodes);

  const smaller = releaseOf({
    ...toyRelease,
    id: 'release-2',
    entities: toyRelease.entities.filter(({ id }) => id !== 'city/svay-rieng'),
    hubs: toyRelease.hubs.filter((id) => id !== 'city/svay-rieng'),
    claims: [],
  });

  test('nothing is loaded before the first load, and a read says so', async () => {
    const store = await fresh();
    expect(store.loaded).toBeUndefined();
    await expect(store.read(ALL_CITIES, given(), never)).rejects.toMatchObject({
      name: 'StoreError',
      code: 'STORE_UNAVAILABLE',
    });
  });

  test('a load replaces all that was there, also for plans that were read before', async () => {
    const store = await fresh(toyRelease);
    expect(await cities(store)).toHaveLength(5);
    await store.load(smaller);
    expect(store.loaded).toMatchObject({ id: 'release-2', entities: { City: 4 }, claims: 0 });
    expect(await cities(store)).toEqual(['da-nang', 'ha-noi', 'hue', 'phnom-penh']);
    const gone: ReadPlan = { answer: 'nodes', ids: P('ids'), shapes: ANY };
    expect(await store.read(gone, { ids: ['city/svay-rieng', 'claim/peace/worth'] }, never)).toEqual([null, null]);
  });

  test('loading twice, or in another order, gives the same answers', async () => {
    const everything = async (store: Store) => {
      const relations = planOf(
        pageOf(
          { all: 'relations' },
          {
            columns: [
              {
                as: 'nodes',
                column: 'nodes',
                shapes: {
                  Relation: {
                    reads: [
                      property('id'),
                      property('type'),
                      property('sources'),
                      { as: 'to', read: 'one', link: 'to', shapes: ids(...KINDS) },
                    ],
                  },
                },
              },
            ],
          },
        ),
      );
      return plain([
        store.loaded,
        await store.read(ALL_CITIES, given(), never),
        await store.read(relations, given(), never),
      ]);
    };
    const once = await everything(await fresh(toyRelease));
    expect(await everything(await fresh(toyRelease, toyRelease))).toEqual(once);
    const turned = {
      ...toyRelease,
      entities: [...toyRelease.entities].reverse(),
      relations: [...toyRelease.relations].reverse(),
      passages: [...toyRelease.passages].reverse(),
      entries: [...toyRelease.entries].reverse(),
      conflicts: [...toyRelease.conflicts].reverse(),
    };
    expect(await everything(await fresh(turned))).toEqual(once);
  });

  test.each(['passages', 'entities', 'relations', 'claims', 'entries', 'conflicts'] as const)(
    'a load whose %s fail midway leaves the former graph',
    async (part) => {
      const store = await fresh(toyRelease);
      const before = await cities(store);
      function* failing() {
        yield* [...smaller[part]].slice(0, 2) as never[];
        throw new Error('The disk is gone.');
      }
      await expect(store.load({ ...smaller, [part]: failing() })).rejects.toThrow();
      expect(store.loaded).toMatchObject({ id: 'release-1', relations: 22, claims: 8 });
      expect(await cities(store)).toEqual(before);
      await store.load(smaller);
      expect(store.loaded).toMatchObject({ id: 'release-2' });
    },
  );

  test('a release is read as a stream: iterables that can be read once will do', async () => {
    const store = await fresh();
    await store.load({
      ...toyRelease,
      passages: toyRelease.passages.values(),
      entities: toyRelease.entities.values(),
      relations: toyRelease.relations.values(),
      claims: toyRelease.claims.values(),
      entries: toyRelease.entries.values(),
      conflicts: toyRelease.conflicts.values(),
    });
    expect(await cities(store)).toHaveLength(5);
    expect(store.loaded).toMatchObject({ relations: 22, claims: 8 });
  });

  test('an empty release is a release', async () => {
    const store = await fresh(releaseOf({}));
    expect(store.loaded).toMatchObject({ entities: { City: 0, Person: 0 }, relations: 0, claims: 0 });
    expect(await store.read(ALL_CITIES, given(), never)).toMatchObject({ nodes: [], count: 0 });
  });

  test('reads during a load see the former graph or the new one, never half of one', async () => {
    const many = (id: string, size: number) =>
      releaseOf({
        id,
        passages: [passage('source/gazette', 1)],
        entities: [
          entity('source/gazette', 'Source', names('Gazette')),
          ...Array.from({ length: size }, (_, number) => entity(`city/${number}`, 'City', names(`${id} ${number}`))),
        ],
        relations: Array.from({ length: size - 1 }, (_, number) =>
          relation(`twinned/${number}`, 'TWINNED', `city/${number}`, `city/${number + 1}`),
        ),
      });
    const store = await fresh(many('old', 300));
    const twins: Read = {
      as: 'twins',
      read: 'page',
      page: pageOf(
        { relation: 'TWINNED', direction: 'both' },
        { columns: [{ as: 'count', column: 'totalCount' }], size: P('size') },
      ),
    };
    const plan = planOf(
      pageOf(
        { every: 'City' },
        {
          columns: [
            { as: 'nodes', column: 'nodes', shapes: { City: { reads: [property('names'), twins] } } },
            { as: 'count', column: 'totalCount' },
          ],
        },
      ),
    );
    const seen = new Set<string>();
    const look = async () => {
      const { nodes, count } = (await store.read(plan, given(), never)) as Any;
      const release = String(nodes[0].names[0].text).split(' ')[0]!;
      expect(nodes.every(({ names }: Any) => names[0].text.startsWith(`${release} `))).toBe(true);
      expect(nodes.every(({ twins }: Any) => twins.count > 0)).toBe(true);
      expect(count).toBe(release === 'old' ? 300 : 200);
      seen.add(release);
    };
    await look();
    let done = false;
    const loading = store.load(many('new', 200)).then(() => (done = true));
    while (!done) {
      await look();
      await new Promise((resolve) => setImmediate(resolve));
    }
    await loading;
    await look();
    expect([...seen]).toEqual(['old', 'new']);
  });

  test('progress goes up to the total', async () => {
    const steps: (readonly [number, number])[] = [];
    const store = await fresh();
    await store.load(toyRelease, (done, total) => steps.push([done, total]));
    expect(steps.length).toBeGreaterThan(0);
    expect(steps.map(([done]) => done)).toEqual([...steps.map(([done]) => done)].sort((one, other) => one - other));
    expect(steps.at(-1)![0]).toBe(steps.at(-1)![1]);
  });

  test('named lists twenty at most', async () => {
    const alike = Array.from({ length: NAMESAKES + 5 }, (_, number) =>
      entity(`city/${number}`, 'City', names('vi:Tân Lập')),
    );
    const store = await fresh(
      releaseOf({
        passages: [passage('source/gazette', 1)],
        entities: [entity('source/gazette', 'Source', names('G')), ...alike],
      }),
    );
    expect(
      await store.read({ answer: 'named', name: P('name'), shapes: ids('City') }, { name: 'tan lap' }, never),
    ).toHaveLength(NAMESAKES);
  });

  test('strings compare by code point, not by UTF-16 unit', async () => {
    // U+F8FF comes before U+21A38 by code point, and after its first surrogate.
    const store = await fresh(
      releaseOf({
        passages: [passage('source/gazette', 1)],
        entities: [
          entity('source/gazette', 'Source', names('G')),
          entity('city/1', 'City', names('𨡸')),
          entity('city/2', 'City', names('\uf8ff')),
        ],
      }),
    );
    expect(
      slugs(
        ((await store.read(planOf(pageOf({ every: 'City' }, { order: [nodeName, nodeId] })), given(), never)) as Any)
          .nodes,
      ),
    ).toEqual(['2', '1']);
  });

  describe('a long read', () => {
    const people = 6000;
    const crowd = releaseOf({
      passages: [passage('source/gazette', 1)],
      entities: [
        entity('source/gazette', 'Source', names('Gazette')),
        ...Array.from({ length: people }, (_, number) =>
          entity(`person/${number}`, 'Person', names(`Người ${number}`)),
        ),
      ],
      relations: Array.from({ length: people * 8 }, (_, number) =>
        relation(`knows/${number}`, 'KNOWS', `person/${number % people}`, `person/${(number * 7919) % people}`),
      ),
    });
    const knows: Along = { relation: 'KNOWS', direction: 'both' };
    const columns: Column[] = [
      { as: 'nodes', column: 'nodes', shapes: ids('Person', 'Relation') },
      { as: 'count', column: 'totalCount' },
    ];
    /** Sixty questions that nobody satisfies, so that all of them are asked of everybody. */
    const sixty = Array.from({ length: 60 }, (_, number) => P(`v${number}`));
    const values = Object.fromEntries(sixty.map(({ parameter }, number) => [parameter, number]));
    const impossible = (value: { readonly parameter: string }): Filter => ({
      some: { test: { on: 'node', property: 'medals', facet: 'value' }, by: '=', value },
      along: knows,
    });
    let store: Store;

    beforeAll(async () => {
      store = await fresh(crowd);
    });

    const root: ReadPlan = planOf(pageOf({ every: 'Person' }, { filter: { or: sixty.map(impossible) }, columns }));

    test('ends with STORE_TIMEOUT when the signal was aborted before', async () => {
      await expect(store.read(root, given(values), AbortSignal.abort())).rejects.toMatchObject({
        name: 'StoreError',
        code: 'STORE_TIMEOUT',
      });
    });

    const abortedOnTheWay = (plan: ReadPlan, parameters: Parameters): Promise<unknown> => {
      const controller = new AbortController();
      const reading = store.read(plan, given(parameters), controller.signal);
      setTimeout(() => controller.abort(), 1);
      return reading;
    };

    test('ends with STORE_TIMEOUT when the signal is aborted on the way, and the store goes on', async () => {
      await expect(abortedOnTheWay(root, values)).rejects.toMatchObject({ name: 'StoreError', code: 'STORE_TIMEOUT' });
      const quick = planOf(pageOf({ every: 'Person' }, { columns: [{ as: 'count', column: 'totalCount' }] }));
      expect(await store.read(quick, given(), never)).toEqual(expect.objectContaining({ count: people }));
    });

    test('ends with STORE_TIMEOUT also within a page of one node', async () => {
      const said = (value: { readonly parameter: string }): Filter => ({
        test: { on: 'node', property: 'rankReason', facet: 'folded' },
        by: 'contains',
        value,
      });
      const texts = Object.fromEntries(sixty.map(({ parameter }) => [parameter, parameter]));
      const facts: Read = {
        as: 'facts',
        read: 'page',
        page: pageOf({ link: 'facts' }, { filter: { or: sixty.map(said) }, columns }),
      };
      const plan: ReadPlan = { answer: 'node', id: P('id'), types: 'any', shapes: { Source: { reads: [facts] } } };
      await expect(abortedOnTheWay(plan, { id: 'source/gazette', ...texts })).rejects.toMatchObject({
        code: 'STORE_TIMEOUT',
      });
    });
  });
}
