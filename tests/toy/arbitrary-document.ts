import fc from 'fast-check';
import {
  astFromValue,
  getNamedType,
  isAbstractType,
  isEnumType,
  isLeafType,
  print,
  type GraphQLArgument,
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { KindDeclaration } from '../../src/model/declare.js';
import { isValue, keyOf } from '../../src/model/derive/groups.js';
import { TEXTS, UNITS } from './arbitrary-release.js';
import { anySoughtText } from './arbitrary-search.js';
import { anyClaimWhere, anyFactWhere, anyItemWhere, anyOrderBy, anyWhere, DAYS } from './arbitrary-where.js';
import { toyKinds } from './kinds.js';
import { toySchema } from './toy-graph.js';

/** Random valid documents with their variables, over the toy schema or another that is derived of kinds. */

export interface Asked {
  readonly source: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What documents may speak of. */
export interface World {
  readonly schema: GraphQLSchema;
  readonly kinds: readonly KindDeclaration[];
  /** Ids to ask for. */
  readonly ids: readonly string[];
  /** Names to refer to entities by. */
  readonly names: readonly string[];
  /** Kinds whose entities are grouped. */
  readonly grouped: readonly KindDeclaration[];
  /** How many root fields or fragments a document has at most: each root field is a statement of its own. */
  readonly rootFields: number;
}

type Composite = GraphQLObjectType | GraphQLInterfaceType;

interface GivenArgument {
  readonly argument: GraphQLArgument;
  readonly value: unknown;
  readonly asVariable: boolean;
}

type Condition =
  { readonly directive: 'skip' | 'include'; readonly if: boolean; readonly asVariable: boolean } | undefined;

type Selection =
  | {
      readonly field: GraphQLField<unknown, unknown> | '__typename';
      readonly given: readonly GivenArgument[];
      /** The field is written twice under one key, each time with a part of what is selected. */
      readonly split: boolean;
      readonly condition: Condition;
      readonly inner: readonly Selection[];
    }
  | {
      readonly on: string | undefined;
      readonly named: boolean;
      readonly condition: Condition;
      readonly inner: readonly Selection[];
    };

const IDS = [
  'city/0',
  'city/1',
  'person/0',
  'person/1',
  'treaty/0',
  'treaty/1',
  'source/a',
  'claim/99',
  'about/98',
  'knows/99>',
  'passage/a/1',
  'passage/b/whole',
  'entry/claim/98',
  'entry/signed/97',
  'none',
];

const toyWorld: World = {
  schema: toySchema,
  kinds: toyKinds,
  ids: IDS,
  names: ['nobody at all'],
  // Treaties have something of everything that one can group by.
  grouped: toyKinds.filter(({ name }) => name === 'Treaty'),
  rootFields: 4,
};

function anyRefOf({ kinds, ids, names }: World): fc.Arbitrary<unknown> {
  const ofEntities = ids.filter((id) => kinds.some(({ singular }) => id.startsWith(`${singular}/`)));
  // Mostly entities, so that something is found.
  return fc.constantFrom<unknown>(...[...ids, ...ofEntities].map((id) => ({ id })), ...names.map((name) => ({ name })));
}

function anyValueOf(enumeration: string, { schema }: World): fc.Arbitrary<string> {
  return fc.constantFrom(...valuesOf(enumeration, schema));
}

/** Some values of an enumeration; most of them, so that something is found. */
function someOf(enumeration: string, { schema }: World): fc.Arbitrary<readonly string[]> {
  const values = valuesOf(enumeration, schema);
  const most = fc.subarray(values, { minLength: Math.max(0, values.length - 3) });
  return fc.oneof(fc.constant(values), most, fc.subarray(values));
}

function valuesOf(enumeration: string, schema: GraphQLSchema): string[] {
  return (schema.getType(enumeration) as GraphQLEnumType).getValues().map(({ name }) => name);
}

/** A few kinds. */
function fewKinds({ kinds }: World): fc.Arbitrary<readonly string[]> {
  return fc.uniqueArray(fc.constantFrom(...kinds.map(({ kind }) => kind)), { maxLength: 4 });
}

/** A span of days, open at one end or both. */
const anyDays = fc
  .tuple(fc.constantFrom(...DAYS), fc.constantFrom(...DAYS), fc.boolean(), fc.boolean())
  .map(([one, other, isFrom, isTo]) => ({
    ...(isFrom && { from: one < other ? one : other }),
    ...(isTo && { to: one < other ? other : one }),
  }));

function anyArgument(
  parent: string,
  field: string,
  { name, type }: GraphQLArgument,
  world: World,
): fc.Arbitrary<unknown> {
  const { kinds, ids } = world;
  const kind = kinds.find((each) => each.name === parent);
  const relation = kind?.relations.find((each) => each.name === field);
  const many = kinds.find((each) => each.plural === field);
  const anyRef = anyRefOf(world);
  switch (name) {
    case 'id':
      return fc.constantFrom(...ids);
    case 'ref':
    case 'from':
    case 'to':
      return anyRef;
    case 'ids':
      return fc.array(fc.constantFrom(...ids), { maxLength: 4 });
    case 'about':
    case 'of':
    case 'notThrough':
      return fc.array(anyRef, { maxLength: 3 });
    case 'text':
    case 'prefix':
      return anySoughtText;
    case 'queries': {
      const query = fc.record(
        { name: anySoughtText, kinds: fewKinds(world), country: anyRef },
        { requiredKeys: ['name'] },
      );
      return fc.array(query, { maxLength: 3 });
    }
    case 'kinds':
      return field === 'neighbourhood' ? someOf('EntityKind', world) : fewKinds(world);
    case 'via':
      return someOf('RelationType', world);
    case 'between':
      return anyDays;
    case 'certainty':
      return anyValueOf('Certainty', world);
    case 'lang':
      return fc.constantFrom('vi', 'en', 'km');
    case 'indicator':
      return fc.constantFrom(...TEXTS);
    case 'unit':
      return fc.constantFrom(...UNITS);
    case 'modality':
      return someOf('Modality', world);
    case 'throughHubs':
      return fc.boolean();
    case 'maxHops':
      return fc.constantFrom(0, 1, 2, 3, 4, 5);
    case 'depth':
      return fc.constantFrom(0, 1, 2, 3);
    case 'maxNodes':
      return fc.constantFrom(1, 2, 5, 300);
    case 'on':
      return fc.constantFrom('1900-01-01', '1991-10-23', '1992-03-01', '2005-06-30', '2999-01-01');
    case 'first':
      if (field === 'paths') return fc.constantFrom(0, 1, 2, 5, 20);
      return fc.constantFrom(0, 1, 2, 3, 5, 5, 100);
    case 'last':
      return fc.constantFrom(0, 1, 2, 3, 5, 5, 100);
    case 'orderBy':
      if (relation) return anyOrderBy(relation.targets.length === 1 ? relation.targets[0] : undefined);
      return anyOrderBy(many);
  }
  if (relation) return anyItemWhere(relation, 1, kinds);
  const filter = getNamedType(type).name;
  if (filter === 'ClaimFilter') return anyClaimWhere(1, kinds);
  return filter === 'FactFilter' ? anyFactWhere(undefined, 1, kinds) : anyWhere(many, 1, kinds);
}

/** Arguments of `groups`, which must fit each other. */
function anyGroupArgument(name: string, kind: KindDeclaration, kinds: readonly KindDeclaration[]) {
  if (name === 'kind') return fc.constant(kind.kind);
  if (name === 'by') return fc.constantFrom(...groupKeysOf(kind));
  return name === 'first'
    ? fc.constantFrom(0, 1, 2, 100)
    : anyWhere(kind, 1, kinds).map((where) => ({ [kind.plural]: where }));
}

/** What entities of a kind have that they can be grouped by. */
function groupKeysOf({ properties, relations }: KindDeclaration): readonly string[] {
  return [
    'SOURCE',
    ...(properties.some(({ leaf }) => leaf.family === 'date') ? ['YEAR'] : []),
    ...relations.flatMap(({ targets }) => targets.map(({ kind }) => kind)),
    ...properties.filter(isValue).map(({ name }) => keyOf(name)),
  ];
}

function anyGiven(
  parent: string,
  field: GraphQLField<unknown, unknown>,
  world: World,
): fc.Arbitrary<readonly GivenArgument[]> {
  if (parent !== 'Query' || field.name !== 'groups')
    return given(field, (argument) => anyArgument(parent, field.name, argument, world));
  const { kinds, grouped } = world;
  return fc
    .constantFrom(...grouped)
    .chain((kind) => given(field, ({ name }) => anyGroupArgument(name, kind, kinds) as fc.Arbitrary<unknown>));
}

function given(
  field: GraphQLField<unknown, unknown>,
  anyValue: (argument: GraphQLArgument) => fc.Arbitrary<unknown>,
): fc.Arbitrary<readonly GivenArgument[]> {
  const usable = field.args.filter(({ name }) => name !== 'after' && name !== 'before');
  const each = usable.map((argument) =>
    fc
      .tuple(anyValue(argument), fc.boolean(), fc.integer({ min: 0, max: 2 }))
      .map(([value, asVariable, whether]): readonly GivenArgument[] =>
        argument.type.toString().endsWith('!') || whether === 0 ? [{ argument, value, asVariable }] : [],
      ),
  );
  return fc.tuple(...each).map((given) => {
    const all = given.flat();
    const isBackward = all.some(({ argument }) => argument.name === 'last');
    return isBackward ? all.filter(({ argument }) => argument.name !== 'first') : all;
  });
}

const anyCondition: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 11, arbitrary: fc.constant(undefined) },
  {
    weight: 1,
    arbitrary: fc.record({ directive: fc.constantFrom('skip', 'include'), if: fc.boolean(), asVariable: fc.boolean() }),
  },
) as fc.Arbitrary<Condition>;

/** Fields that cost a hop: they lead from a record to others. */
function isHop(field: GraphQLField<unknown, unknown>): boolean {
  const type = getNamedType(field.type);
  return (
    /Connection$|^(Citation|Entity|Source|Passage|Relation|Claim|Path|Hop|Subgraph|Conflict)$/.test(type.name) &&
    !['edges', 'nodes', 'node'].includes(field.name)
  );
}

function anyField(
  type: Composite,
  field: GraphQLField<unknown, unknown>,
  hops: number,
  world: World,
): fc.Arbitrary<Selection> {
  const named = getNamedType(field.type);
  const left = hops - Number(isHop(field));
  const inner = isLeafType(named) ? fc.constant([]) : anySelections(named as Composite, left, world);
  return fc
    .tuple(anyGiven(type.name, field, world), inner, fc.boolean(), anyCondition)
    .map(([given, selected, split, condition]) => ({
      field,
      given,
      inner: selected,
      split: split && selected.length > 1,
      condition,
    }));
}

function anySelections(type: Composite, hops: number, world: World): fc.Arbitrary<readonly Selection[]> {
  const { schema, kinds } = world;
  return fc.constant(undefined).chain(() => {
    // A question as of a moment is any question put within `asOf`: tests/toy/as-of.ts does.
    const fields = Object.values(type.getFields()).filter(
      (field) => field.name !== 'asOf' && (hops > 0 || !isHop(field)),
    );
    const leaves = fields.filter((field) => isLeafType(getNamedType(field.type)));
    const others = fields.filter((field) => !leaves.includes(field));
    const typename: Selection = { field: '__typename', given: [], inner: [], split: false, condition: undefined };
    const conditions = isAbstractType(type)
      ? [type, ...schema.getPossibleTypes(type), ...abstractsAbove(type, schema)]
      : [type, ...type.getInterfaces()];
    const fragment = fc.constantFrom(...conditions).chain((on) =>
      fc
        .tuple(
          hops > 0 ? anySelections(on, isAbstractType(type) ? hops - 1 : 0, world) : fc.constant([typename]),
          fc.boolean(),
          fc.boolean(),
          anyCondition,
        )
        .map(([inner, named, isSame, condition]): Selection => ({
          on: on === type && isSame && !named ? undefined : on.name,
          named,
          condition,
          inner,
        })),
    );
    const one: fc.Arbitrary<Selection>[] = [fc.constant(typename)];
    if (leaves.length > 0) {
      const leaf = fc.constantFrom(...leaves).chain((field) => anyField(type, field, hops, world));
      one.push(leaf, leaf);
    }
    if (others.length > 0) {
      const isRich = ({ name }: GraphQLField<unknown, unknown>) =>
        type === schema.getQueryType()
          ? kinds.every(({ singular }) => singular !== name)
          : kinds.some(({ plural }) => plural === name) || ['edges', 'nodes', 'node'].includes(name);
      const rich = others.filter(isRich);
      const other = fc
        .constantFrom(...others, ...rich, ...rich, ...rich)
        .chain((field) => anyField(type, field, hops, world));
      one.push(other, other, other);
    }
    one.push(fragment);
    const maxLength = type === schema.getQueryType() ? world.rootFields : 4;
    return fc.array(fc.oneof(...one), { minLength: 1, maxLength, size: 'max' });
  });
}

/** Interfaces that share objects with this one, so that a fragment on them may apply. */
function abstractsAbove(type: Composite, schema: GraphQLSchema): readonly GraphQLInterfaceType[] {
  return ['Node', 'Entity', 'Fact']
    .map((name) => schema.getType(name) as GraphQLInterfaceType)
    .filter((other) =>
      schema.getPossibleTypes(other).some((possible) => isAbstractType(type) && schema.isSubType(type, possible)),
    );
}

/** A random document of a world. Keys of cursors begin with `cursor`. */
export function anyDocumentOf(world: World): fc.Arbitrary<Asked> {
  return anySelections(world.schema.getQueryType()!, 4, world).map(write);
}

/** A random document over the toy schema. */
export const anyDocument: fc.Arbitrary<Asked> = anyDocumentOf(toyWorld);

function write(selections: readonly Selection[]): Asked {
  const variables: Record<string, unknown> = {};
  const definitions: string[] = [];
  const fragments: string[] = [];
  let keys = 0;
  const variable = (type: string, value: unknown): string => {
    const name = `v${definitions.length}`;
    definitions.push(`$${name}: ${type}`);
    variables[name] = value;
    return `$${name}`;
  };
  const directive = (condition: Condition): string =>
    condition
      ? ` @${condition.directive}(if: ${condition.asVariable ? variable('Boolean!', condition.if) : condition.if})`
      : '';
  const argument = ({ argument: { name, type }, value, asVariable }: GivenArgument): string => {
    const named = getNamedType(type);
    const isLanguage = isEnumType(named) && named.name === 'Language';
    const given = isLanguage ? String(value).toUpperCase() : value;
    if (asVariable) return `${name}: ${variable(type.toString(), given)}`;
    return `${name}: ${isLanguage ? given : print(astFromValue(value, type)!)}`;
  };
  const set = (inner: readonly Selection[]): string =>
    inner.length === 0 ? '' : ` { ${inner.map(selection).join(' ')} }`;
  const selection = (each: Selection): string => {
    const condition = directive(each.condition);
    if ('on' in each) {
      if (!each.named) return `...${each.on ? ` on ${each.on}` : ''}${condition}${set(each.inner)}`;
      const name = `F${fragments.length}`;
      fragments.push('');
      fragments[Number(name.slice(1))] = `fragment ${name} on ${each.on}${set(each.inner)}`;
      return `...${name}${condition}`;
    }
    if (each.field === '__typename') return '__typename';
    const key = `${/cursor/i.test(each.field.name) ? 'cursor' : 'k'}${keys++}`;
    const given = each.given.length > 0 ? `(${each.given.map(argument).join(', ')})` : '';
    const head = `${key}: ${each.field.name}${given}${condition}`;
    if (!each.split) return head + set(each.inner);
    return `${head}${set(each.inner.slice(0, 1))} ${head}${set(each.inner.slice(1))}`;
  };
  const body = set(selections);
  const header = definitions.length > 0 ? `query (${definitions.join(', ')})` : 'query';
  return { source: [header + body, ...fragments].join('\n'), variables };
}
