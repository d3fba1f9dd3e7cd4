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
} from 'graphql';
import { anySoughtText } from './arbitrary-search.js';
import { anyClaimWhere, anyFactWhere, anyItemWhere, anyOrderBy, anyWhere, DAYS } from './arbitrary-where.js';
import { toyKinds } from './kinds.js';
import { toySchema } from './toy-graph.js';

/** Random valid documents over the toy schema, with their variables. */

export interface Asked {
  readonly source: string;
  readonly variables: Readonly<Record<string, unknown>>;
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

const anyRef = fc.constantFrom<unknown>(
  ...IDS.map((id) => ({ id })),
  ...['city/1', 'person/0', 'person/1', 'treaty/1'].map((id) => ({ id })),
  { name: 'nobody at all' },
);

/** Some values of an enumeration; most of them, so that something is found. */
function anyOf(enumeration: string): fc.Arbitrary<readonly string[]> {
  const type = toySchema.getType(enumeration) as GraphQLEnumType;
  const values = type.getValues().map(({ name }) => name);
  return fc.oneof(fc.constant(values), fc.subarray(values, { minLength: values.length - 3 }), fc.subarray(values));
}

const anyKinds = fc.uniqueArray(fc.constantFrom(...toyKinds.map(({ kind }) => kind)), { maxLength: 4 });

/** A span of days, open at one end or both. */
export const anyDays = fc
  .tuple(fc.constantFrom(...DAYS), fc.constantFrom(...DAYS), fc.boolean(), fc.boolean())
  .map(([one, other, isFrom, isTo]) => ({
    ...(isFrom && { from: one < other ? one : other }),
    ...(isTo && { to: one < other ? other : one }),
  }));

function anyArgument(parent: string, field: string, { name, type }: GraphQLArgument): fc.Arbitrary<unknown> {
  const kind = toyKinds.find((each) => each.name === parent);
  const relation = kind?.relations.find((each) => each.name === field);
  const many = toyKinds.find((each) => each.plural === field);
  switch (name) {
    case 'id':
      return fc.constantFrom(...IDS);
    case 'ref':
      return fc.constantFrom<unknown>(...IDS.map((id) => ({ id })), { name: 'nobody at all' });
    case 'ids':
      return fc.array(fc.constantFrom(...IDS), { maxLength: 4 });
    case 'text':
    case 'prefix':
      return anySoughtText;
    case 'kinds':
      return anyKinds;
    case 'queries':
      return fc.array(
        fc.oneof(fc.record({ name: anySoughtText }), fc.record({ name: anySoughtText, kinds: anyKinds })),
        { maxLength: 3 },
      );
    case 'about':
      return fc.array(fc.constantFrom<unknown>(...IDS.map((each) => ({ id: each })), { name: 'nobody at all' }), {
        maxLength: 3,
      });
    case 'between':
      return anyDays;
    case 'certainty':
      return fc.constantFrom('POSSIBLE', 'CERTAIN');
    case 'lang':
      return fc.constantFrom('vi', 'en', 'km');
    case 'from':
    case 'to':
      return anyRef;
    case 'of':
    case 'notThrough':
      return fc.array(anyRef, { maxLength: 3 });
    case 'via':
      return anyOf('RelationType');
    case 'kinds':
      return anyOf('EntityKind');
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
  if (field === 'groups') return anyGroupArgument(name);
  if (relation) return anyItemWhere(relation, 1);
  const filter = getNamedType(type).name;
  if (filter === 'ClaimFilter') return anyClaimWhere(1);
  return filter === 'FactFilter' ? anyFactWhere(undefined, 1) : anyWhere(many, 1);
}

/** Treaties have something of everything that one can group by. */
function anyGroupArgument(name: string): fc.Arbitrary<unknown> {
  if (name === 'kind') return fc.constant('TREATY');
  if (name === 'by') return fc.constantFrom('YEAR', 'CITY', 'PERSON', 'TREATY', 'SOURCE', 'STATUS');
  return anyWhere(
    toyKinds.find((each) => each.name === 'Treaty'),
    1,
  ).map((treaties) => ({ treaties }));
}

function anyGiven(parent: string, field: GraphQLField<unknown, unknown>): fc.Arbitrary<readonly GivenArgument[]> {
  const usable = field.args.filter(({ name }) => name !== 'after' && name !== 'before');
  const each = usable.map((argument) =>
    fc
      .tuple(anyArgument(parent, field.name, argument), fc.boolean(), fc.integer({ min: 0, max: 2 }))
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

function anyField(type: Composite, field: GraphQLField<unknown, unknown>, hops: number): fc.Arbitrary<Selection> {
  const named = getNamedType(field.type);
  const inner = isLeafType(named) ? fc.constant([]) : anySelections(named as Composite, hops - Number(isHop(field)));
  return fc
    .tuple(anyGiven(type.name, field), inner, fc.boolean(), anyCondition)
    .map(([given, selected, split, condition]) => ({
      field,
      given,
      inner: selected,
      split: split && selected.length > 1,
      condition,
    }));
}

function anySelections(type: Composite, hops: number): fc.Arbitrary<readonly Selection[]> {
  return fc.constant(undefined).chain(() => {
    // A question as of a moment is any question put within `asOf`: tests/toy/as-of.ts does.
    const fields = Object.values(type.getFields()).filter(
      (field) => field.name !== 'asOf' && (hops > 0 || !isHop(field)),
    );
    const leaves = fields.filter((field) => isLeafType(getNamedType(field.type)));
    const others = fields.filter((field) => !leaves.includes(field));
    const typename: Selection = { field: '__typename', given: [], inner: [], split: false, condition: undefined };
    const conditions = isAbstractType(type)
      ? [type, ...toySchema.getPossibleTypes(type), ...abstractsAbove(type)]
      : [type, ...type.getInterfaces()];
    const fragment = fc.constantFrom(...conditions).chain((on) =>
      fc
        .tuple(
          hops > 0 ? anySelections(on, isAbstractType(type) ? hops - 1 : 0) : fc.constant([typename]),
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
      const leaf = fc.constantFrom(...leaves).chain((field) => anyField(type, field, hops));
      one.push(leaf, leaf);
    }
    if (others.length > 0) {
      const rich = others.filter(
        ({ name }) => toyKinds.some(({ plural }) => plural === name) || ['edges', 'nodes', 'node'].includes(name),
      );
      const other = fc.constantFrom(...others, ...rich, ...rich, ...rich).chain((field) => anyField(type, field, hops));
      one.push(other, other, other);
    }
    one.push(fragment);
    return fc.array(fc.oneof(...one), { minLength: 1, maxLength: 4, size: 'max' });
  });
}

/** Interfaces that share objects with this one, so that a fragment on them may apply. */
function abstractsAbove(type: Composite): readonly GraphQLInterfaceType[] {
  return ['Node', 'Entity', 'Fact']
    .map((name) => toySchema.getType(name) as GraphQLInterfaceType)
    .filter((other) =>
      toySchema.getPossibleTypes(other).some((possible) => isAbstractType(type) && toySchema.isSubType(type, possible)),
    );
}

/** A random document. Keys of cursors begin with `cursor`. */
export const anyDocument: fc.Arbitrary<Asked> = anySelections(toySchema.getQueryType()!, 4).map(write);

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
