import fc from 'fast-check';
import type {
  KindDeclaration,
  PropertyDeclaration,
  RelationDeclaration,
  RelationshipDeclaration,
} from '../../src/model/declare.js';
import { relationshipTypes } from '../../src/model/declare.js';
import { AMOUNTS, NUMBERS, TEXTS, UNITS, WORDS } from './arbitrary-release.js';
import type { OrderBy, Where } from './brute-force.js';
import { toyKinds } from './kinds.js';

/** Random filters and orders, as a request gives them: over the toy kinds, or over those that are given. */

export const DAYS = [
  '1000-01-01',
  '1990-12-31',
  '1991-01-01',
  '1991-10-23',
  '1991-10-31',
  '1991-12-31',
  '1992-06-30',
  '2004-02-29',
  '2005-06-30',
  '2100-12-31',
];
const PIECES = [...TEXTS, 'h', 'n', 'nẵng', '', 'ស្វាយ', 'a b', 'zz'];

const anyText = fc.constantFrom(...PIECES);
const anyDay = fc.constantFrom(...DAYS);
const anyRange = fc
  .tuple(fc.option(anyDay, { nil: undefined }), fc.option(anyDay, { nil: undefined }))
  .map(([one, other]) =>
    one && other && one > other ? { from: other, to: one } : { ...(one && { from: one }), ...(other && { to: other }) },
  );
const certainty = fc.constantFrom('POSSIBLE', 'CERTAIN');
const isNull = fc.boolean();
const few = <Value>(value: fc.Arbitrary<Value>) => fc.array(value, { maxLength: 3 });

function some(operators: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<Where> {
  if (Object.keys(operators).length === 0) return fc.constant({});
  return fc
    .uniqueArray(fc.constantFrom(...Object.keys(operators)), { maxLength: 2 })
    .chain((keys) => fc.record(Object.fromEntries(keys.map((key) => [key, operators[key]!]))));
}

/** Filters on the id of an entity of one of these kinds. */
function ids(kinds: readonly KindDeclaration[]): fc.Arbitrary<Where> {
  const id = fc.constantFrom(
    ...kinds.flatMap(({ singular }) => [0, 1, 2].map((number) => `${singular}/${number}`)),
    'source/a',
    'none',
  );
  return some({ eq: id, in: few(id) });
}

const FAMILIES: Readonly<Record<string, fc.Arbitrary<Where>>> = {
  id: some({ eq: fc.constantFrom(...WORDS), in: few(fc.constantFrom(...WORDS)) }),
  text: some({
    eq: anyText,
    in: few(anyText),
    contains: anyText,
    startsWith: anyText,
    gt: anyText,
    gte: anyText,
    lt: anyText,
    lte: anyText,
    isNull,
  }),
  integer: integers(),
  boolean: some({ eq: fc.boolean(), isNull }),
  date: some({
    on: anyDay,
    before: anyDay,
    after: anyDay,
    within: anyRange,
    year: fc.constantFrom(1990, 1991, 1992, 2004),
    isNull,
    certainty,
  }),
  interval: some({ includes: anyDay, overlaps: anyRange, isNull, certainty }),
  quantity: quantities(),
  none: some({ isNull }),
};

function integers(): fc.Arbitrary<Where> {
  const number = fc.constantFrom(...NUMBERS);
  return some({ eq: number, in: few(number), gt: number, gte: number, lt: number, lte: number, isNull });
}

function quantities(): fc.Arbitrary<Where> {
  const number = fc.constantFrom(...AMOUNTS, '9.5');
  return some({
    unit: fc.constantFrom(...UNITS),
    eq: number,
    gt: number,
    gte: number,
    lt: number,
    lte: number,
    isNull,
    certainty,
  });
}

function anyValueFilter({ leaf }: PropertyDeclaration): fc.Arbitrary<Where> {
  if (leaf.family !== 'enumeration') return FAMILIES[leaf.family]!;
  return enumerations(Object.keys(leaf.enumeration!.values));
}

function enumerations(values: readonly string[]): fc.Arbitrary<Where> {
  const value = fc.constantFrom(...values);
  return some({ eq: value, in: few(value), isNull });
}

function connectives(inner: fc.Arbitrary<Where>): Readonly<Record<string, fc.Arbitrary<unknown>>> {
  return { and: few(inner), or: few(inner), not: inner };
}

/** Filters on an entity of a kind; of any kind where none is given. */
export function anyWhere(
  kind: KindDeclaration | undefined,
  depth: number,
  kinds: readonly KindDeclaration[] = toyKinds,
): fc.Arbitrary<Where> {
  const leaves: Record<string, fc.Arbitrary<unknown>> = { id: ids(kinds), name: FAMILIES['text']! };
  if (!kind) leaves['kind'] = enumerations(kinds.map((each) => each.kind));
  for (const property of kind?.properties ?? []) leaves[property.name] = anyValueFilter(property);
  if (depth === 0) return some(leaves);
  const inner = fc.constant(undefined).chain(() => anyWhere(kind, depth - 1, kinds));
  const relations = Object.fromEntries(
    (kind?.relations ?? []).map((relation) => [relation.name, anyRelationFilter(relation, depth - 1, kinds)]),
  );
  return fc.oneof(
    some(leaves),
    some(connectives(inner)),
    kind ? some(relations) : some(leaves),
    some({ ...leaves, ...relations, ...connectives(inner) }),
  );
}

function anyRelationFilter(
  relation: RelationDeclaration,
  depth: number,
  kinds: readonly KindDeclaration[],
): fc.Arbitrary<Where> {
  return fc.constant(undefined).chain(() => {
    const item = anyItemWhere(relation, depth, kinds);
    return some({ some: item, none: item, every: item, exists: fc.boolean(), count: integers() });
  });
}

/** Filters on what lies along a relation: on the fact, on where it leads, or on both. */
export function anyItemWhere(
  relation: RelationDeclaration,
  depth: number,
  kinds: readonly KindDeclaration[] = toyKinds,
): fc.Arbitrary<Where> {
  const target = relation.targets.length === 1 ? relation.targets[0] : undefined;
  const parts = { node: anyWhere(target, depth, kinds), fact: anyFactWhere(relation.relationship, depth, kinds) };
  if (depth === 0) return some(parts);
  const inner = fc.constant(undefined).chain(() => anyItemWhere(relation, depth - 1, kinds));
  return some({ ...parts, ...connectives(inner) });
}

const FACTS = {
  validAt: anyDay,
  isCurrent: fc.boolean(),
  modality: enumerations(['REPORTED', 'ESTIMATED', 'PLANNED', 'TARGET', 'DENIED']),
  rank: enumerations(['PREFERRED', 'NORMAL', 'DEPRECATED']),
  origin: enumerations(['DOCUMENT', 'REFERENCE']),
  citedIn: some({
    eq: fc.constantFrom('source/a', 'source/b', 'source/c'),
    in: few(fc.constantFrom('source/a', 'source/b')),
  }),
  minSources: fc.constantFrom(0, 1, 2, 3),
};

/** Filters on a relation. */
export function anyFactWhere(
  relationship: RelationshipDeclaration | undefined,
  depth: number,
  kinds: readonly KindDeclaration[] = toyKinds,
): fc.Arbitrary<Where> {
  const properties = relationship?.properties ?? relationshipTypes(kinds).flatMap((each) => each.properties);
  const leaves = {
    ...FACTS,
    type: enumerations(relationshipTypes(kinds).map(({ type }) => type)),
    ...Object.fromEntries(properties.map((property) => [property.name, anyValueFilter(property)])),
  };
  if (depth === 0) return some(leaves);
  const inner = fc.constant(undefined).chain(() => anyFactWhere(relationship, depth - 1, kinds));
  return some({ ...leaves, ...connectives(inner) });
}

/** Filters on a claim. */
export function anyClaimWhere(depth: number, kinds: readonly KindDeclaration[] = toyKinds): fc.Arbitrary<Where> {
  const property = fc.constantFrom(...kinds.flatMap(({ properties }) => properties.map(({ name }) => name)));
  const leaves = {
    ...FACTS,
    subject: ids(kinds),
    property: some({ eq: property, in: few(property) }),
    value: FAMILIES['text']!,
    absence: enumerations(['UNKNOWN', 'NONE']),
    isBest: fc.boolean(),
  };
  if (depth === 0) return some(leaves);
  return some({ ...leaves, ...connectives(fc.constant(undefined).chain(() => anyClaimWhere(depth - 1, kinds))) });
}

/** Orders of entities of a kind, by several keys. */
export function anyOrderBy(kind: KindDeclaration | undefined): fc.Arbitrary<OrderBy> {
  const keys = [
    'id',
    'name',
    ...(kind?.properties ?? []).filter(({ leaf }) => leaf.order.length > 0).map(({ name }) => name),
  ];
  return fc
    .array(fc.tuple(fc.constantFrom(...keys), fc.constantFrom('ASC' as const, 'DESC' as const)), { maxLength: 3 })
    .map((written) => written.map(([key, way]) => ({ [key]: way })));
}
