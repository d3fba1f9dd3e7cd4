import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyRelease } from '../toy/arbitrary-release.js';
import { anyItemWhere, anyOrderBy, anyWhere } from '../toy/arbitrary-where.js';
import { BruteForce, cut, type Item } from '../toy/brute-force.js';
import { holdsForAll } from '../toy/check.js';
import { told, toyKinds } from '../toy/kinds.js';
import { openToy } from '../toy/toy-graph.js';

/** Random lists in random orders, walked in pages: every way of walking must give the same sequence. */

interface Connection {
  readonly totalCount: number;
  readonly edges: readonly {
    readonly cursor: string;
    readonly node: { readonly id: string };
    readonly fact?: string;
  }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

type Asking = (page: Readonly<Record<string, unknown>>) => Promise<Connection>;

const COLUMNS = 'totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
const PAGE = '$first: Int, $after: String, $last: Int, $before: String';
const ARGUMENTS = 'where: $where, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before';

const keyOf = (edge: Connection['edges'][number]) => `${edge.fact ?? ''} ${edge.node.id}`;
const keyOfItem = ({ node, fact, forward }: Item) => `${fact ? fact.id + (forward ? '>' : '<') : ''} ${node.id}`;

async function walk(
  ask: Asking,
  size: number,
  way: 'forwards' | 'backwards',
  length: number,
): Promise<readonly string[]> {
  const seen: string[] = [];
  let cursor: string | null = null;
  for (let pages = 0; ; pages++) {
    const forwards: boolean = way === 'forwards';
    const page: Connection = await ask(
      forwards ? { first: size, ...(cursor && { after: cursor }) } : { last: size, ...(cursor && { before: cursor }) },
    );
    const keys = page.edges.map(keyOf);
    seen.splice(forwards ? seen.length : 0, 0, ...keys);
    expect(page.totalCount).toBe(length);
    expect(forwards ? page.pageInfo.hasNextPage : page.pageInfo.hasPreviousPage).toBe(seen.length < length);
    expect(forwards ? page.pageInfo.hasPreviousPage : page.pageInfo.hasNextPage).toBe(pages > 0);
    expect([page.pageInfo.startCursor, page.pageInfo.endCursor]).toEqual([
      page.edges[0]?.cursor ?? null,
      page.edges.at(-1)?.cursor ?? null,
    ]);
    if (keys.length === 0 || seen.length >= length) return seen;
    cursor = forwards ? page.pageInfo.endCursor : page.pageInfo.startCursor;
  }
}

/** Asks a list in every way, and compares with the expected sequence. */
async function checkList(
  ask: Asking,
  items: readonly Item[],
  size: number,
  [low, high]: readonly [number, number],
): Promise<void> {
  const keys = items.map(keyOfItem);
  const whole = await ask({ first: 100 });
  expect(whole.edges.map(keyOf)).toEqual(keys);
  expect(await walk(ask, size, 'forwards', keys.length)).toEqual(keys);
  expect(await walk(ask, size, 'backwards', keys.length)).toEqual(keys);
  if (keys.length === 0) return;
  const [after, before] = [low % keys.length, high % keys.length];
  for (const cutting of [{ first: size }, { last: size }]) {
    const expected = cut(keys, cutting, after, before);
    const found = await ask({ ...cutting, after: whole.edges[after]!.cursor, before: whole.edges[before]!.cursor });
    expect(found.edges.map(keyOf)).toEqual(expected.items);
    expect(found.totalCount).toBe(keys.length);
    if (after < before) {
      expect(found.pageInfo.hasNextPage).toBe(expected.hasNextPage);
      expect(found.pageInfo.hasPreviousPage).toBe(expected.hasPreviousPage);
    }
  }
}

const anyBounds = fc.tuple(fc.nat(40), fc.nat(40));

test('entities come in the order of brute force, whole, forwards, backwards and between two cursors', () =>
  holdsForAll(
    150,
    [
      anyRelease,
      fc
        .constantFrom(...toyKinds.map(told))
        .chain((kind) => fc.tuple(fc.constant(kind), anyWhere(kind, 1), anyOrderBy(kind))),
      fc.integer({ min: 1, max: 4 }),
      anyBounds,
    ],
    async (release, [kind, where, orderBy], size, bounds) => {
      const toy = await openToy(release);
      const question = `query ($where: ${kind.name}Filter, $orderBy: [${kind.name}Order!], ${PAGE}) {
        found: ${kind.plural}(${ARGUMENTS}) { ${COLUMNS} edges { cursor node { id } } }
      }`;
      const ask: Asking = async (page) => (await toy.ask(question, { where, orderBy, ...page })).found;
      await checkList(ask, new BruteForce(release).every(kind, where, orderBy), size, bounds);
    },
  ));

const anyRelation = fc.constantFrom(
  ...toyKinds.flatMap((kind) =>
    kind.relations.map((relation) => told({ kind, relation, name: `${kind.name}.${relation.name}` })),
  ),
);

test('facts come in the order of brute force, whole, forwards, backwards and between two cursors', () =>
  holdsForAll(
    150,
    [
      anyRelease.filter(({ relations }) => relations.length > 0),
      anyRelation.chain((of) => {
        const { targets } = of.relation;
        return fc.tuple(
          fc.constant(of),
          anyItemWhere(of.relation, 0),
          anyOrderBy(targets.length === 1 ? targets[0] : undefined),
        );
      }),
      fc.integer({ min: 1, max: 3 }),
      anyBounds,
    ],
    async (release, [{ kind, relation }, where, orderBy], size, bounds) => {
      const toy = await openToy(release);
      const target = relation.targets.length === 1 ? relation.targets[0]!.name : 'Entity';
      const question = `query ($id: ID!, $where: ${target}FactFilter, $orderBy: [${target}Order!], ${PAGE}) {
        of: ${kind.singular}(id: $id) { found: ${relation.name}(${ARGUMENTS}) { ${COLUMNS} edges { cursor fact: id node { id } } } }
      }`;
      const world = new BruteForce(release);
      for (const { node } of world.every(kind)) {
        const ask: Asking = async (page) =>
          (await toy.ask(question, { id: node.id, where, orderBy, ...page })).of.found;
        await checkList(ask, world.along(node, relation, where, orderBy), size, bounds);
      }
    },
  ));
