import fc from 'fast-check';
import {
  astFromValue,
  getNamedType,
  isAbstractType,
  isEnumType,
  isLeafType,
  print,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { KindDeclaration } from '../../src/model/declare.js';
import { anyClaimWhere, anyFactWhere, anyItemWhere, anyOrderBy, anyWhere } from './arbitrary-where.js';
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
  'none',
];

const toyWorld: World = { schema: toySchema, kinds: toyKinds, ids: IDS };

function anyArgument(
  parent: string,
  field: string,
  { name, type }: GraphQLArgument,
  { kinds, ids }: World,
): fc.Arbitrary<unknown> {
  const kind = kinds.find((each) => each.name === parent);
  const relation = kind?.relations.find((each) => each.name === field);
  const many = kinds.find((each) => each.plural === field);
  switch (name) {
    case 'id':
      return fc.constantFrom(...ids);
    case 'ref':
      return fc.constantFrom<unknown>(...ids.map((id) => ({ id })), { name: 'nobody at all' });
    case 'ids':
      return fc.array(fc.constantFrom(...ids), { maxLength: 4 });
    case 'lang':
      return fc.constantFrom('vi', 'en', 'km');
    case 'first':
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

function anyGiven(
  parent: string,
  field: GraphQLField<unknown, unknown>,
  world: World,
): fc.Arbitrary<readonly GivenArgument[]> {
  const usable = field.args.filter(({ name }) => name !== 'after' && name !== 'before');
  const each = usable.map((argument) =>
    fc
      .tuple(anyArgument(parent, field.name, argument, world), fc.boolean(), fc.integer({ min: 0, max: 2 }))
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
    /Connection$|^(Citation|Entity|Source|Passage|Relation|Claim)$/.test(type.name) &&
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
    const fields = Object.values(type.getFields()).filter((field) => hops > 0 || !isHop(field));
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
      const rich = others.filter(
        ({ name }) => kinds.some(({ plural }) => plural === name) || ['edges', 'nodes', 'node'].includes(name),
      );
      const other = fc
        .constantFrom(...others, ...rich, ...rich, ...rich)
        .chain((field) => anyField(type, field, hops, world));
      one.push(other, other, other);
    }
    one.push(fragment);
    return fc.array(fc.oneof(...one), { minLength: 1, maxLength: 4, size: 'max' });
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
