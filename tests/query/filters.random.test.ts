import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyRelease } from '../toy/arbitrary-release.js';
import { anyClaimWhere, anyItemWhere, anyWhere } from '../toy/arbitrary-where.js';
import { BruteForce, type Where } from '../toy/brute-force.js';
import { holdsForAll } from '../toy/check.js';
import { told, toyKinds } from '../toy/kinds.js';
import { openToy, type Toy } from '../toy/toy-graph.js';

/** Random filters on random releases: what must hold of any filter, and what brute force answers. */

const kinds = toyKinds.map(told);
const anyKind = fc.constantFrom(...kinds);
const anyKindAndWhere = anyKind.chain((kind) => fc.tuple(fc.constant(kind), anyWhere(kind, 3)));
const anyRelation = fc.constantFrom(
  ...toyKinds.flatMap((kind) =>
    kind.relations.map((relation) => told({ kind, relation, name: `${kind.name}.${relation.name}` })),
  ),
);
const filterTypeOf = ({ targets }: (typeof toyKinds)[number]['relations'][number]) =>
  `${targets.length === 1 ? targets[0]!.name : 'Entity'}FactFilter`;

async function idsOf(toy: Toy, kind: (typeof toyKinds)[number], where: Where): Promise<readonly string[]> {
  const { found } = await toy.ask(
    `query ($where: ${kind.name}Filter) { found: ${kind.plural}(where: $where, first: 100) { nodes { id } } }`,
    { where },
  );
  return found.nodes.map(({ id }: { id: string }) => id);
}

test('a filter on entities finds what brute force finds', () =>
  holdsForAll(200, [anyRelease, anyKindAndWhere], async (release, [kind, where]) => {
    const toy = await openToy(release);
    expect(await idsOf(toy, kind, where)).toEqual(
      new BruteForce(release).every(kind, where).map(({ node }) => node.id),
    );
  }));

test('a filter along a relation finds the facts that brute force finds', () =>
  holdsForAll(
    200,
    [anyRelease, anyRelation.chain((of) => fc.tuple(fc.constant(of), anyItemWhere(of.relation, 2)))],
    async (release, [{ kind, relation }, where]) => {
      const toy = await openToy(release);
      const question = `query ($where: ${filterTypeOf(relation)}) {
      found: ${kind.plural}(first: 100, orderBy: { id: ASC }) { nodes { id facts: ${relation.name}(where: $where, first: 100) { totalCount edges { id node { id } } } } }
    }`;
      const { found } = await toy.ask(question, { where });
      const world = new BruteForce(release);
      const expected = world.every(kind, {}, [{ id: 'ASC' }]).map(({ node }) => {
        const items = world.along(node, relation, where);
        const edges = items.map((item) => ({
          id: `${item.fact!.id}${item.forward ? '>' : '<'}`,
          node: { id: item.node.id },
        }));
        return { id: node.id, facts: { totalCount: items.length, edges } };
      });
      expect(found.nodes).toEqual(expected);
    },
  ));

test('a filter on claims finds what brute force finds', () =>
  holdsForAll(200, [anyRelease, anyClaimWhere(2)], async (release, where) => {
    const toy = await openToy(release);
    const { claims } = await toy.ask(
      'query ($where: ClaimFilter) { claims(where: $where, first: 100) { totalCount nodes { id } } }',
      { where },
    );
    const expected = new BruteForce(release).claims(where).map(({ id }) => ({ id }));
    expect(claims).toEqual({ totalCount: expected.length, nodes: expected });
  }));

test('not is an exact complement, and twice not is nothing', () =>
  holdsForAll(100, [anyRelease, anyKindAndWhere], async (release, [kind, where]) => {
    const toy = await openToy(release);
    const [all, found, others, again] = await Promise.all(
      [{}, where, { not: where }, { not: { not: where } }].map((each) => idsOf(toy, kind, each)),
    );
    expect([...found!, ...others!].sort()).toEqual([...all!].sort());
    expect(again).toEqual(found);
  }));

test('De Morgan: not (a and b) is (not a) or (not b), and the other way', () =>
  holdsForAll(
    100,
    [anyRelease, anyKind.chain((kind) => fc.tuple(fc.constant(kind), anyWhere(kind, 2), anyWhere(kind, 2)))],
    async (release, [kind, a, b]) => {
      const toy = await openToy(release);
      expect(await idsOf(toy, kind, { not: { and: [a, b] } })).toEqual(
        await idsOf(toy, kind, { or: [{ not: a }, { not: b }] }),
      );
      expect(await idsOf(toy, kind, { not: { or: [a, b] } })).toEqual(
        await idsOf(toy, kind, { and: [{ not: a }, { not: b }] }),
      );
    },
  ));

test('none is not some, and every is none that does not', () =>
  holdsForAll(
    150,
    [anyRelease, anyRelation.chain((of) => fc.tuple(fc.constant(of), anyItemWhere(of.relation, 2)))],
    async (release, [{ kind, relation }, item]) => {
      const toy = await openToy(release);
      const { name } = relation;
      expect(await idsOf(toy, kind, { [name]: { none: item } })).toEqual(
        await idsOf(toy, kind, { not: { [name]: { some: item } } }),
      );
      expect(await idsOf(toy, kind, { [name]: { every: item } })).toEqual(
        await idsOf(toy, kind, { [name]: { none: { not: item } } }),
      );
      expect(await idsOf(toy, kind, { [name]: { exists: true } })).toEqual(
        await idsOf(toy, kind, { [name]: { count: { gte: 1 } } }),
      );
      expect(await idsOf(toy, kind, { [name]: { exists: false } })).toEqual(
        await idsOf(toy, kind, { [name]: { count: { eq: 0 } } }),
      );
    },
  ));

test('several keys of one filter all hold, as in and', () =>
  holdsForAll(100, [anyRelease, anyKindAndWhere], async (release, [kind, where]) => {
    const toy = await openToy(release);
    const apart = Object.entries(where).map(([key, given]) => ({ [key]: given }));
    expect(await idsOf(toy, kind, { and: apart })).toEqual(await idsOf(toy, kind, where));
  }));
