import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { AMOUNTS, DATES, NUMBERS, TEXTS, UNITS } from '../toy/arbitrary-release.js';
import { anyOrderBy, anyWhere } from '../toy/arbitrary-where.js';
import { BruteForce, cut } from '../toy/brute-force.js';
import { holdsForAll } from '../toy/check.js';
import { told, toyKinds } from '../toy/kinds.js';
import { amount, date, entity, names, passage, relation, releaseOf, span, type ToyRelease } from '../toy/release.js';
import { openToy, type Toy } from '../toy/toy-graph.js';

/**
 * Long lists: a store may keep their orders, and search in them where a filter and an order speak of the same property.
 * One graph, asked again and again, so that what was kept for one question is there at the next.
 */

const SIZE = 700;

/** Values in a fixed mixture, absent here and there. */
function mixed<Value>(values: readonly Value[], number: number, stride: number): Value | undefined {
  const place = (number * stride) % (values.length + 2);
  return place < values.length ? values[place] : undefined;
}

function longRelease(): ToyRelease {
  const cities = Array.from({ length: SIZE }, (_, number) =>
    entity(`city/${number}`, 'City', names(`vi:${mixed(TEXTS, number, 7) ?? 'Xã'}`, `~Làng ${number % 9}`), {
      population: mixed([...NUMBERS, number], number, 5),
      size: mixed(['HAMLET', 'TOWN', 'METROPOLIS'], number, 3),
      foundedOn: mixed(
        DATES.map((edtf) => date(edtf)),
        number,
        11,
      ),
      existed: mixed(
        [span('1991'), span(undefined, '2004-02-29'), span('199X', '2005-06-30'), span('1990-12-31', '1991-10')],
        number,
        5,
      ),
      area: mixed(
        AMOUNTS.map((value, place) =>
          amount(value, UNITS[place % 3]!, (['OVER', 'EXACTLY', 'ABOUT', 'UNDER'] as const)[place % 4]),
        ),
        number,
        3,
      ),
      isCapital: mixed([true, false], number, 3),
      motto: mixed(TEXTS, number, 4),
    }),
  );
  const facts = Array.from({ length: SIZE * 2 }, (_, number) =>
    relation(`twinned/${number}`, 'TWINNED', `city/${number % 5}`, `city/${(number * 31) % SIZE}`),
  );
  return releaseOf({
    passages: [passage('source/gazette', 1)],
    entities: [entity('source/gazette', 'Source', names('Gazette')), ...cities],
    relations: facts,
  });
}

let toy: Toy;
let world: BruteForce;

beforeAll(async () => {
  const release = longRelease();
  toy = await openToy(release);
  world = new BruteForce(release);
});

const city = told(toyKinds[0]!);
const anyCut = fc.oneof(
  fc.record({ first: fc.integer({ min: 0, max: 60 }) }),
  fc.record({ last: fc.integer({ min: 0, max: 60 }) }),
);
const COLUMNS = 'totalCount pageInfo { hasNextPage hasPreviousPage } edges { cursor node { id } }';
const ARGUMENTS = 'orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before';
const VARIABLES = '$orderBy: [CityOrder!], $first: Int, $after: String, $last: Int, $before: String';

interface Found {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
  readonly totalCount: number;
}

/** Asks for a page, and then for the one after or before one of its items. */
async function checkPages(
  ask: (page: object) => Promise<Found>,
  expected: readonly string[],
  cutting: { first?: number; last?: number },
  place: number,
) {
  const check = async (page: object, after?: number, before?: number): Promise<Found> => {
    const found = await ask({ ...cutting, ...page });
    const wanted = cut(expected, cutting, after, before);
    expect(found.edges.map(({ node }) => node.id)).toEqual(wanted.items.map((key) => key.split(' ').at(-1)));
    expect(found.totalCount).toBe(expected.length);
    expect(found.pageInfo).toEqual({ hasNextPage: wanted.hasNextPage, hasPreviousPage: wanted.hasPreviousPage });
    return found;
  };
  const { edges } = await check({});
  if (edges.length === 0) return;
  const at = place % edges.length;
  const start = cutting.first !== undefined ? 0 : expected.length - edges.length;
  await check({ after: edges[at]!.cursor }, start + at);
  await check({ before: edges[at]!.cursor }, undefined, start + at);
}

test('a long list of entities is filtered, ordered and cut as brute force does', () =>
  holdsForAll(
    200,
    [anyWhere(city, 0), anyOrderBy(city), anyCut, fc.nat(60)],
    async (where, orderBy, cutting, place) => {
      const question = `query ($where: CityFilter, ${VARIABLES}) { found: cities(where: $where, ${ARGUMENTS}) { ${COLUMNS} } }`;
      const ask = async (page: object): Promise<Found> => (await toy.ask(question, { where, orderBy, ...page })).found;
      await checkPages(
        ask,
        world.every(city, where, orderBy).map(({ node }) => node.id),
        cutting,
        place,
      );
    },
  ));

const numbers = fc.constantFrom('population', 'foundedOn', 'area');

test('a long list that is filtered by what it is ordered by is cut as brute force does', () =>
  holdsForAll(
    200,
    [
      numbers.chain((property) => {
        const { leaf } = city.properties.find(({ name }) => name === property)!;
        return fc
          .tuple(
            anyWhere(
              { ...city, properties: city.properties.filter(({ name }) => name === property), relations: [] },
              0,
            ),
            fc.constantFrom('ASC' as const, 'DESC' as const),
          )
          .map(([where, way]) => ({ where, orderBy: [{ [property]: way }], family: leaf.family }));
      }),
      anyCut,
      fc.nat(60),
    ],
    async ({ where, orderBy }, cutting, place) => {
      const question = `query ($where: CityFilter, ${VARIABLES}) { found: cities(where: $where, ${ARGUMENTS}) { ${COLUMNS} } }`;
      const ask = async (page: object): Promise<Found> => (await toy.ask(question, { where, orderBy, ...page })).found;
      await checkPages(
        ask,
        world.every(city, where, orderBy).map(({ node }) => node.id),
        cutting,
        place,
      );
    },
  ));

test('a long list of facts is ordered and cut as brute force does, for one node after another', () =>
  holdsForAll(
    150,
    [fc.integer({ min: 0, max: 5 }), anyWhere(city, 0), anyOrderBy(city), anyCut, fc.nat(60)],
    async (number, node, orderBy, cutting, place) => {
      const question = `query ($id: ID!, $where: CityFactFilter, ${VARIABLES}) { city(id: $id) { found: twins(where: $where, ${ARGUMENTS}) { ${COLUMNS} } } }`;
      const id = `city/${number}`;
      const ask = async (page: object): Promise<Found> =>
        (await toy.ask(question, { id, where: { node }, orderBy, ...page })).city.found;
      const twins = city.relations.find(({ name }) => name === 'twins')!;
      const expected = world
        .along(world.entity(id)!, twins, { node }, orderBy)
        .map((item) => `${item.fact!.id} ${item.node.id}`);
      await checkPages(ask, expected, cutting, place);
    },
  ));
