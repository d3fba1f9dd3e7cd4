import {
  Arg,
  Extensions,
  Field,
  Float,
  ID,
  InputType,
  Int,
  InterfaceType,
  ObjectType,
  registerEnumType,
  type ClassType,
} from 'type-graphql';
import { ModelError } from '../errors.js';
import {
  relationshipTypes,
  type KindDeclaration,
  type PropertyDeclaration,
  type RelationDeclaration,
  type RelationshipDeclaration,
} from './declare.js';
import { EXTENSION, type FieldPlan } from './field-plan.js';
import type { Enumeration, Leaf } from './leaf.js';
import { modality, origin, rank } from './leaf.js';
import { mayInclude, type Interval } from './interval.js';
import { nameIn } from './name.js';
import type { Language } from './partial-date.js';
import { DateScalar, DecimalScalar, GeometryScalar } from './scalars.js';
import { LANG, valueTypes, type ValueType } from './value-types.js';

/** The types that follow from a list of kinds, by their GraphQL names: what a resolver names in `() => types.of('Agreement')`. */
export interface DerivedTypes {
  readonly kinds: readonly KindDeclaration[];
  /** What type-graphql wants to know of a type that SDL writes so: `[Agreement!]!`. */
  reference(sdl: string): TypeReference;
  /** Gives a method of a resolver class an argument, in SDL's words. */
  argument(prototype: object, method: string, index: number, argument: Argument): void;
}

/** A type in type-graphql's terms. */
export interface TypeReference {
  readonly type: () => ClassType | [ClassType];
  readonly options: { readonly nullable: boolean | 'items' | 'itemsAndList' };
}

/** An argument of a field. */
export interface Argument {
  readonly name: string;
  /** As SDL writes it: `[EntityKind!]`. */
  readonly type: string;
  readonly description: string;
  readonly defaultValue?: unknown;
}

/**
 * Tells type-graphql of every type that follows from the kinds: object, edge, connection, filter and order types, and
 * the enumerations. Each field carries its `FieldPlan` in its extensions.
 *
 * Agreement becomes `Agreement`, `AgreementConnection`, `AgreementEdge`, `AgreementFactConnection`,
 * `AgreementFactEdge`, `AgreementFilter`, `AgreementFactFilter`, `AgreementRelationFilter` and `AgreementOrder`.
 */
export function deriveTypes(kinds: readonly KindDeclaration[]): DerivedTypes {
  const registry = new Registry();
  const relationships = relationshipTypes(kinds);
  const comparable = defineEnumerations(registry, kinds, relationships);
  for (const valueType of valueTypes) defineValueType(registry, valueType);
  defineInterfaces(registry);
  definePages(registry);
  defineFacts(registry, relationships);
  defineSources(registry, kinds);
  defineGraphInfo(registry);
  defineFilters(registry, relationships, comparable);
  for (const kind of kinds) defineKind(registry, kind, kinds);
  defineTarget(registry, 'Entity', [], relationships);
  return {
    kinds,
    reference: (sdl) => registry.reference(sdl),
    argument: (prototype, method, index, argument) => registry.argument(prototype, method, index, argument),
  };
}

/** Types by name, and the one way to tell type-graphql of a field in SDL's words. */
class Registry {
  readonly #types = new Map<string, ClassType>([
    ['String', String],
    ['Boolean', Boolean],
    ['Int', Int],
    ['Float', Float],
    ['ID', ID],
    ['Date', DateScalar],
    ['Decimal', DecimalScalar],
    ['Geometry', GeometryScalar],
  ] as unknown as [string, ClassType][]);

  #of(name: string): ClassType {
    const type = this.#types.get(name);
    if (!type) throw new ModelError(`There is no type ${name}.`);
    return type;
  }

  object(name: string, description: string, interfaces: readonly string[] = [], extension?: unknown): ClassType {
    const type = this.#declare(name);
    ObjectType(name, { description, simpleResolvers: true, implements: interfaces.map((it) => this.#of(it)) })(type);
    if (extension) Extensions({ [EXTENSION]: extension })(type);
    return type;
  }

  interface(name: string, description: string, interfaces: readonly string[] = []): ClassType {
    const type = this.#declare(name);
    const resolveType = (row: { readonly '@type': string }) => row['@type'];
    InterfaceType(name, { description, resolveType, implements: interfaces.map((it) => this.#of(it)) })(type as never);
    return type;
  }

  input(name: string, description: string, fields: readonly Argument[], extension?: unknown): void {
    const type = this.#declare(name);
    InputType(name, { description })(type);
    if (extension) Extensions({ [EXTENSION]: extension })(type);
    for (const field of fields) {
      const { type: named, options } = this.reference(field.type);
      Field(named, { ...options, description: field.description, ...defaultOf(field) })(type.prototype, field.name);
    }
  }

  enumeration(
    name: string,
    description: string,
    values: Readonly<Record<string, string>>,
    stored = (value: string) => value,
  ) {
    const members = Object.fromEntries(Object.keys(values).map((value) => [value, stored(value)]));
    const valuesConfig = Object.fromEntries(
      Object.entries(values).map(([value, meaning]) => [value, { description: meaning }]),
    );
    registerEnumType(members, { name, description, valuesConfig });
    this.#types.set(name, members as never);
  }

  field(
    on: ClassType,
    name: string,
    type: string,
    description: string,
    plan?: FieldPlan,
    args: readonly Argument[] = [],
  ) {
    const { type: named, options } = this.reference(type);
    Field(named, { ...options, description })(on.prototype, name);
    args.forEach((argument, index) => this.argument(on.prototype, name, index, argument));
    if (plan) Extensions({ [EXTENSION]: plan })(on.prototype, name);
  }

  argument(prototype: object, method: string, index: number, argument: Argument): void {
    const { type, options } = this.reference(argument.type);
    const settings = { ...options, description: argument.description, ...defaultOf(argument) };
    Arg(argument.name, type, settings)(prototype, method, index);
  }

  #declare(name: string): ClassType {
    if (this.#types.has(name)) throw new ModelError(`Two types are named ${name}.`);
    const type = { [name]: class {} }[name]!;
    this.#types.set(name, type);
    return type;
  }

  reference(sdl: string): TypeReference {
    const [, list, name, inner, outer] = /^(\[)?(\w+)(!)?\]?(!)?$/.exec(sdl) as unknown as [
      string,
      ...(string | undefined)[],
    ];
    const required = list ? outer : inner;
    const nullable = list && !inner ? (required ? 'items' : 'itemsAndList') : !required;
    return {
      type: () => (list ? [this.#of(name!)] : this.#of(name!)),
      options: { nullable },
    };
  }
}

function defaultOf({ defaultValue }: Argument) {
  return defaultValue === undefined ? {} : { defaultValue: defaultValue as never };
}

// ——— Enumerations and value types ———

const LANGUAGES = { VI: 'Vietnamese.', EN: 'English.', KM: 'Khmer.' };

/** Defines every enumeration, and returns the names of those that a filter can compare. */
function defineEnumerations(
  registry: Registry,
  kinds: readonly KindDeclaration[],
  relationships: readonly RelationshipDeclaration[],
): readonly string[] {
  registry.enumeration('Language', 'A language in which the graph names and tells things.', LANGUAGES, (value) =>
    value.toLowerCase(),
  );
  const kindValues = Object.fromEntries(kinds.map(({ kind, description }) => [kind, description]));
  registry.enumeration('EntityKind', 'The kinds of entities.', kindValues);
  const typeValues = Object.fromEntries(relationships.map(({ type, description }) => [type, description]));
  registry.enumeration('RelationType', 'The types of relationships.', typeValues);
  registry.enumeration('OrderDirection', 'Which way to order. What has no value comes last either way.', {
    ASC: 'The smallest, earliest or alphabetically first one first.',
    DESC: 'The largest, latest or alphabetically last one first.',
  });
  registry.enumeration('Certainty', 'How sure a comparison with an inexact value must be.', {
    POSSIBLE: 'The value may satisfy it: some day or number that it can mean does.',
    CERTAIN: 'The value satisfies it whichever day or number it means.',
  });
  registry.enumeration('DatePrecision', 'How exact a date is.', {
    DAY: 'A day.',
    MONTH: 'A month.',
    SEASON: 'A season.',
    QUARTER: 'A quarter of a year.',
    HALF_YEAR: 'A half of a year.',
    YEAR: 'A year.',
    DECADE: 'A decade.',
    CENTURY: 'A century.',
    SET: 'One of several dates.',
  });
  registry.enumeration('Comparator', 'How a stated number stands to the real one.', {
    EXACTLY: 'It is the real one, as far as it is stated.',
    OVER: 'The real one is larger.',
    AT_LEAST: 'The real one is this or larger.',
    UNDER: 'The real one is smaller.',
    AT_MOST: 'The real one is this or smaller.',
    ABOUT: 'The real one is near it, on either side.',
    NEARLY: 'The real one is a little smaller.',
  });
  const leaves = [modality, rank, origin, ...propertiesOf(kinds, relationships).map(({ leaf }) => leaf)];
  const enumerations = new Map<string, Enumeration>();
  for (const { enumeration } of leaves) {
    if (!enumeration) continue;
    const known = enumerations.get(enumeration.name);
    if (known && known !== enumeration) throw new ModelError(`Two enumerations are named ${enumeration.name}.`);
    enumerations.set(enumeration.name, enumeration);
  }
  for (const { name, description, values } of enumerations.values()) registry.enumeration(name, description, values);
  return ['EntityKind', 'RelationType', ...enumerations.keys()];
}

function propertiesOf(kinds: readonly KindDeclaration[], relationships: readonly RelationshipDeclaration[]) {
  return [...kinds, ...relationships].flatMap((declaration): readonly PropertyDeclaration[] => declaration.properties);
}

function lang(defaultValue: Language): Argument {
  return { name: 'lang', type: 'Language', description: LANG, defaultValue };
}

function defineValueType(registry: Registry, { name, description, fields }: ValueType) {
  const type = registry.object(name, description);
  for (const [field, { type: sdl, description: meaning, lang: language, value }] of Object.entries(fields)) {
    registry.field(type, field, sdl, meaning, { value: value as never }, language ? [lang(language)] : []);
  }
}

// ——— Interfaces ———

interface PlannedField {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly plan?: FieldPlan;
  readonly args?: readonly Argument[];
}

function addFields(registry: Registry, on: ClassType, fields: readonly PlannedField[]) {
  for (const { name, type, description, plan, args } of fields) registry.field(on, name, type, description, plan, args);
}

const ID_FIELD: PlannedField = {
  name: 'id',
  type: 'ID!',
  description: 'Global and readable: `agreement/border-trade-2022`. It stays the same from release to release.',
  plan: { read: 'property', property: 'id' },
};

const FIRST: Argument = {
  name: 'first',
  type: 'Int',
  description: 'How many to return from the start, 100 at most.',
  defaultValue: 20,
};
const AFTER: Argument = { name: 'after', type: 'String', description: 'Return what comes after this cursor.' };
const LAST: Argument = {
  name: 'last',
  type: 'Int',
  description: 'How many to return from the end instead, 100 at most.',
};
const BEFORE: Argument = { name: 'before', type: 'String', description: 'Return what comes before this cursor.' };

/** The arguments of every page. */
export const pageArguments: readonly Argument[] = [FIRST, AFTER, LAST, BEFORE];

const CLAIMS_ARGUMENTS: readonly Argument[] = [
  { name: 'where', type: 'ClaimFilter', description: 'Which claims.' },
  FIRST,
  AFTER,
];

const RELATIONS_ARGUMENTS: readonly Argument[] = [
  { name: 'where', type: 'FactFilter', description: 'Which facts.' },
  FIRST,
  AFTER,
];

const ENTITY_FIELDS: readonly PlannedField[] = [
  ID_FIELD,
  {
    name: 'kind',
    type: 'EntityKind!',
    description: 'Of what kind it is.',
    plan: { read: 'property', property: 'kind' },
  },
  {
    name: 'name',
    type: 'String!',
    description: 'Its preferred name in the language, else in Vietnamese, English or Khmer: the script shows which.',
    plan: { read: 'property', property: 'names', compute: (names: never, args) => nameIn(names, args.lang) },
    args: [lang('vi')],
  },
  {
    name: 'names',
    type: '[Name!]!',
    description: 'All names and variants by which it is found.',
    plan: { read: 'property', property: 'names' },
  },
  {
    name: 'description',
    type: 'String',
    description: 'A line on what it is, by the editors.',
    plan: {
      read: 'property',
      property: 'descriptions',
      compute: (texts: Readonly<Partial<Record<Language, string>>>, args: { readonly lang: Language }) =>
        texts[args.lang] ?? texts.en ?? texts.vi,
    } as FieldPlan,
    args: [lang('en')],
  },
  {
    name: 'externalIds',
    type: '[ExternalId!]!',
    description: 'Ids that it has elsewhere, such as Wikidata and ISO 3166.',
    plan: { read: 'property', property: 'externalIds' },
  },
  {
    name: 'citations',
    type: '[Citation!]!',
    description: 'Where sources name it. What they say of it is cited on its claims and edges.',
    plan: { read: 'list', link: 'citations' },
  },
  {
    name: 'sources',
    type: '[Source!]!',
    description: 'The sources cited for it and for any of its claims and relations, by id.',
    plan: { read: 'list', link: 'sources' },
  },
  {
    name: 'claims',
    type: 'ClaimConnection!',
    description: 'All stated values of its properties, also those that the plain fields pass over, by property.',
    plan: { read: 'link', link: 'claims', items: 'claims' },
    args: CLAIMS_ARGUMENTS,
  },
];

const FACT_FIELDS: readonly PlannedField[] = [
  ID_FIELD,
  {
    name: 'citations',
    type: '[Citation!]!',
    description: 'On whose word: the places in the sources that say so, one or more.',
    plan: { read: 'list', link: 'citations' },
  },
  {
    name: 'validTime',
    type: 'Interval',
    description: 'When it held, as far as it is stated; null where no time is stated.',
    plan: { read: 'property', property: 'validTime' },
  },
  {
    name: 'isCurrent',
    type: 'Boolean!',
    description: 'Nothing that is stated rules out that it holds on the day of the release (`graph { date }`).',
    plan: {
      read: 'property',
      property: 'validTime',
      compute: ((validTime: Interval | null, _args: unknown, context: { readonly now: string }) =>
        mayInclude(validTime ?? undefined, context.now)) as never,
    },
  },
  {
    name: 'modality',
    type: 'Modality!',
    description: 'In what way it is stated.',
    plan: { read: 'property', property: 'modality' },
  },
  {
    name: 'rank',
    type: 'Rank!',
    description: 'How editors rank it among others.',
    plan: { read: 'property', property: 'rank' },
  },
  {
    name: 'rankReason',
    type: 'String',
    description: 'Why editors rank it so; null for a normal rank.',
    plan: { read: 'property', property: 'rankReason' },
  },
  {
    name: 'origin',
    type: 'Origin!',
    description: 'Whether it comes from the documents or from reference data.',
    plan: { read: 'property', property: 'origin' },
  },
];

function defineInterfaces(registry: Registry) {
  addFields(registry, registry.interface('Node', 'Anything with a global id.'), [ID_FIELD]);
  addFields(registry, registry.interface('Entity', 'A thing that the graph tells of.', ['Node']), ENTITY_FIELDS);
  addFields(
    registry,
    registry.interface(
      'Fact',
      'Something stated: a relation between two entities, or a value of a property. Every fact is cited.',
      ['Node'],
    ),
    FACT_FIELDS,
  );
}

// ——— Pages ———

function definePages(registry: Registry) {
  const pageInfo = registry.object('PageInfo', 'Where a page stands in its list (Relay).');
  addFields(registry, pageInfo, [
    {
      name: 'hasNextPage',
      type: 'Boolean!',
      description: 'Something comes after the page.',
      plan: { pageInfo: 'hasNextPage' },
    },
    {
      name: 'hasPreviousPage',
      type: 'Boolean!',
      description: 'Something comes before the page.',
      plan: { pageInfo: 'hasPreviousPage' },
    },
    {
      name: 'startCursor',
      type: 'String',
      description: 'The cursor of the first edge; null on an empty page.',
      plan: { pageInfo: 'startCursor' },
    },
    {
      name: 'endCursor',
      type: 'String',
      description: 'The cursor of the last edge; null on an empty page.',
      plan: { pageInfo: 'endCursor' },
    },
  ]);
}

const CURSOR: PlannedField = {
  name: 'cursor',
  type: 'String!',
  description: 'Its place in this list, for `after` and `before` of the same field with the same filter and order.',
  plan: { edge: 'cursor' },
};

function defineConnection(registry: Registry, name: string, edge: string, node: string, description: string) {
  addFields(registry, registry.object(name, description), [
    {
      name: 'edges',
      type: `[${edge}!]!`,
      description: 'The items of the page, each with its cursor.',
      plan: { connection: 'edges' },
    },
    {
      name: 'nodes',
      type: `[${node}!]!`,
      description: 'The items of the page without their edges.',
      plan: { connection: 'nodes' },
    },
    {
      name: 'pageInfo',
      type: 'PageInfo!',
      description: 'Where the page stands in the list.',
      plan: { connection: 'pageInfo' },
    },
    {
      name: 'totalCount',
      type: 'Int!',
      description: 'How many there are, whatever the page.',
      plan: { connection: 'totalCount' },
    },
  ]);
}

function defineEdge(registry: Registry, name: string, node: string, description: string) {
  addFields(registry, registry.object(name, description), [
    CURSOR,
    { name: 'node', type: `${node}!`, description: 'The item.', plan: { edge: 'node' } },
  ]);
}

// ——— Facts and sources ———

function propertyField({ name, leaf, description, required }: PropertyDeclaration): PlannedField {
  return { name, type: leaf.type + (required ? '!' : ''), description, plan: { read: 'property', property: name } };
}

function defineFacts(registry: Registry, relationships: readonly RelationshipDeclaration[]) {
  addFields(
    registry,
    registry.object('Relation', 'One relationship between two entities, as a fact.', ['Fact', 'Node']),
    [
      ...FACT_FIELDS,
      {
        name: 'type',
        type: 'RelationType!',
        description: 'Of what type it is.',
        plan: { read: 'property', property: 'type' },
      },
      { name: 'from', type: 'Entity!', description: 'Where it starts.', plan: { read: 'one', link: 'from' } },
      { name: 'to', type: 'Entity!', description: 'Where it ends.', plan: { read: 'one', link: 'to' } },
      ...distinct(relationships.flatMap(({ properties }) => properties)).map(propertyField),
    ],
  );
  addFields(
    registry,
    registry.object('Claim', 'One stated value of a property of an entity, as a fact.', ['Fact', 'Node']),
    [
      ...FACT_FIELDS,
      { name: 'subject', type: 'Entity!', description: 'What it is about.', plan: { read: 'one', link: 'subject' } },
      {
        name: 'property',
        type: 'String!',
        description: 'The property of which it states a value: `concludedOn`.',
        plan: { read: 'property', property: 'property' },
      },
      {
        name: 'value',
        type: 'String!',
        description: 'The value as text: a date in EDTF, a quantity with its unit.',
        plan: { read: 'property', property: 'value' },
      },
      {
        name: 'date',
        type: 'PartialDate',
        description: 'The value, where it is a date.',
        plan: { read: 'property', property: 'date' },
      },
      {
        name: 'quantity',
        type: 'Quantity',
        description: 'The value, where it is a quantity.',
        plan: { read: 'property', property: 'quantity' },
      },
      {
        name: 'isBest',
        type: 'Boolean!',
        description: 'It is the value that the plain field gives.',
        plan: { read: 'property', property: 'isBest' },
      },
    ],
  );
  for (const name of ['Claim', 'Relation']) {
    defineEdge(registry, `${name}Edge`, name, `A ${name.toLowerCase()} with its place in a list.`);
    defineConnection(registry, `${name}Connection`, `${name}Edge`, name, `A page of ${name.toLowerCase()}s.`);
  }
}

const PASSAGE_FIELDS: readonly PlannedField[] = [
  { name: 'source', type: 'Source!', description: 'The document or data set.', plan: { read: 'one', link: 'source' } },
  {
    name: 'paragraph',
    type: 'Int',
    description: 'The number of the paragraph, counting non-empty lines from 1; null for a data set.',
    plan: { read: 'property', property: 'paragraph' },
  },
  {
    name: 'locator',
    type: 'String!',
    description: 'Where in the source: `¶8`, or the key or path of a record in a data set.',
    plan: { read: 'property', property: 'locator' },
  },
  {
    name: 'digest',
    type: 'String',
    description: 'SHA-256 of the NFC text of the paragraph, in hexadecimal; null for a data set.',
    plan: { read: 'property', property: 'digest' },
  },
  {
    name: 'text',
    type: 'String',
    description: 'The paragraph itself, where the server has the documents at hand; else null.',
    plan: {
      read: 'property',
      property: 'passage',
      compute: ((passage: string, _args: unknown, context: { passageText(id: string): string | undefined }) =>
        context.passageText(passage)) as never,
    },
  },
  {
    name: 'footnote',
    type: 'String!',
    description: 'Ready for a footnote: source, publisher, date and locator.',
    plan: { read: 'property', property: 'footnote' },
  },
];

function defineSources(registry: Registry, kinds: readonly KindDeclaration[]) {
  if (!kinds.some(({ name }) => name === 'Source'))
    throw new ModelError('There is no kind Source: facts could not be cited.');
  addFields(registry, registry.object('Citation', 'A place in a source that says so.'), [
    {
      name: 'passage',
      type: 'Passage!',
      description: 'The paragraph or record, and what else it is cited for.',
      plan: { read: 'one', link: 'passage' },
    },
    ...PASSAGE_FIELDS,
    {
      name: 'start',
      type: 'Int',
      description: 'The first character meant, counted in code points from 0; null where the whole is.',
      plan: { read: 'property', property: 'start' },
    },
    {
      name: 'end',
      type: 'Int',
      description: 'The character after the last one meant; null where the whole is.',
      plan: { read: 'property', property: 'end' },
    },
  ]);
  addFields(
    registry,
    registry.object('Passage', 'One paragraph of a document, or one record of a data set, that something cites.', [
      'Node',
    ]),
    [
      ID_FIELD,
      ...PASSAGE_FIELDS,
      {
        name: 'claims',
        type: 'ClaimConnection!',
        description: 'Claims that cite it.',
        plan: { read: 'link', link: 'claims', items: 'claims' },
        args: CLAIMS_ARGUMENTS,
      },
      {
        name: 'relations',
        type: 'RelationConnection!',
        description: 'Relations that cite it.',
        plan: { read: 'link', link: 'relations', items: 'relations' },
        args: RELATIONS_ARGUMENTS,
      },
    ],
  );
  defineEdge(registry, 'PassageEdge', 'Passage', 'A passage with its place in a list.');
  defineConnection(registry, 'PassageConnection', 'PassageEdge', 'Passage', 'A page of passages.');
}

function defineGraphInfo(registry: Registry) {
  addFields(registry, registry.object('GraphInfo', 'What is loaded.'), [
    {
      name: 'release',
      type: 'String!',
      description: 'A hash of everything that was loaded: the same seed gives the same release.',
      plan: { read: 'property', property: 'release' },
    },
    {
      name: 'date',
      type: 'Date!',
      description: 'The day of the release, which is what “now” means: that of its latest document, never the clock.',
      plan: { read: 'property', property: 'date' },
    },
    {
      name: 'counts',
      type: '[Count!]!',
      description: 'How many entities of each kind, relations and claims there are.',
      plan: { read: 'property', property: 'counts' },
    },
    {
      name: 'sources',
      type: '[Source!]!',
      description: 'All sources, by id.',
      plan: { read: 'list', link: 'sources' },
    },
    {
      name: 'examples',
      type: '[Example!]!',
      description: 'Questions to begin with.',
      plan: { read: 'property', property: 'examples' },
    },
  ]);
}

/** What a source has besides what is declared of it: its passages and the facts that cite it. */
const SOURCE_FIELDS: readonly PlannedField[] = [
  {
    name: 'passages',
    type: 'PassageConnection!',
    description: 'Its paragraphs or records that something cites, in order.',
    plan: { read: 'link', link: 'passages', items: 'passages' },
    args: [FIRST, AFTER],
  },
  {
    name: 'statements',
    type: 'ClaimConnection!',
    description: 'Claims that cite it; its own claims are those about it.',
    plan: { read: 'link', link: 'statements', items: 'claims' },
    args: CLAIMS_ARGUMENTS,
  },
  {
    name: 'facts',
    type: 'RelationConnection!',
    description: 'Relations that cite it.',
    plan: { read: 'link', link: 'facts', items: 'relations' },
    args: RELATIONS_ARGUMENTS,
  },
];

// ——— Kinds ———

function defineKind(registry: Registry, kind: KindDeclaration, kinds: readonly KindDeclaration[]) {
  const type = registry.object(kind.name, kind.description, ['Entity', 'Node'], kind);
  addFields(registry, type, ENTITY_FIELDS);
  addFields(registry, type, kind.properties.map(propertyField));
  for (const relation of kind.relations) addFields(registry, type, [relationField(relation)]);
  if (kind.name === 'Source') addFields(registry, type, SOURCE_FIELDS);
  defineEdge(registry, `${kind.name}Edge`, kind.name, `A ${kind.singular} with its place in a list.`);
  defineConnection(registry, `${kind.name}Connection`, `${kind.name}Edge`, kind.name, `A page of ${kind.plural}.`);
  const leadingHere = kinds
    .flatMap(({ relations }) => relations)
    .filter(({ targets }) => targets.length === 1 && targets[0] === kind)
    .map(({ relationship }) => relationship);
  defineTarget(registry, kind.name, kind.properties, [...new Set(leadingHere)], kind.relations);
}

function relationField(relation: RelationDeclaration): PlannedField {
  const target = targetOf(relation);
  return {
    name: relation.name,
    type: `${target}FactConnection!`,
    description: relation.description,
    plan: { read: 'relation', relation },
    args: [
      {
        name: 'where',
        type: `${target}FactFilter`,
        description: 'Which of them: a filter on the entity, on the fact, or on both.',
      },
      {
        name: 'orderBy',
        type: `[${target}Order!]`,
        description: 'In what order; by name if not said. The id decides last.',
      },
      ...pageArguments,
    ],
  };
}

/** The name of the type to which a relation leads: the one kind, or `Entity` where there are several. */
export function targetOf({ targets }: RelationDeclaration): string {
  return targets.length === 1 ? targets[0]!.name : 'Entity';
}

/** What there is of every type to which relations lead: its fact edges, filters and orders. */
function defineTarget(
  registry: Registry,
  name: string,
  properties: readonly PropertyDeclaration[],
  relationships: readonly RelationshipDeclaration[],
  relations: readonly RelationDeclaration[] = [],
) {
  const edge = registry.object(`${name}FactEdge`, `A fact that leads to ${article(name)}, seen from the other end.`, [
    'Fact',
    'Node',
  ]);
  addFields(registry, edge, [
    CURSOR,
    { name: 'node', type: `${name}!`, description: 'Where the fact leads.', plan: { edge: 'node' } },
    ...FACT_FIELDS,
    {
      name: 'type',
      type: 'RelationType!',
      description: 'Of what type the fact is.',
      plan: { read: 'property', property: 'type' },
    },
    ...distinct(relationships.flatMap((relationship) => relationship.properties)).map(propertyField),
  ]);
  defineConnection(
    registry,
    `${name}FactConnection`,
    `${name}FactEdge`,
    name,
    `A page of facts that lead to ${article(name)}.`,
  );

  const filterable = properties.map((property) => ({
    name: property.name,
    type: filterTypeOf(property.leaf),
    description: property.description,
  }));
  const related = relations.map((relation) => ({
    name: relation.name,
    type: `${targetOf(relation)}RelationFilter`,
    description: relation.description,
  }));
  const kindFilter =
    name === 'Entity' ? [{ name: 'kind', type: 'EntityKindFilter', description: 'Of what kind.' }] : [];
  registry.input(`${name}Filter`, `A condition on ${article(name)}. All that is given must hold; {} always does.`, [
    { name: 'id', type: 'IdFilter', description: 'The id.' },
    { name: 'name', type: 'TextFilter', description: 'Any of its names and variants, in any language.' },
    ...kindFilter,
    ...filterable,
    ...related,
    ...connectives(`${name}Filter`),
  ]);
  registry.input(
    `${name}FactFilter`,
    `A condition on a fact and ${article(name)} to which it leads: both hold for the same edge.`,
    [
      { name: 'node', type: `${name}Filter`, description: 'On where the fact leads.' },
      { name: 'fact', type: 'FactFilter', description: 'On the fact itself.' },
      ...connectives(`${name}FactFilter`),
    ],
  );
  registry.input(
    `${name}RelationFilter`,
    `A condition on all facts of a relation that lead to ${name === 'Entity' ? 'entities' : `kind ${name}`}.`,
    [
      { name: 'some', type: `${name}FactFilter`, description: 'At least one satisfies it.' },
      { name: 'none', type: `${name}FactFilter`, description: 'Not one satisfies it.' },
      { name: 'every', type: `${name}FactFilter`, description: 'Each satisfies it, or there is none.' },
      { name: 'count', type: 'IntFilter', description: 'How many there are.' },
      { name: 'exists', type: 'Boolean', description: 'Whether there is any.' },
    ],
  );
  const orderable = properties.filter(({ leaf }) => leaf.order.length > 0);
  registry.input(
    `${name}Order`,
    `By what to order: exactly one key. What has no value comes last either way.`,
    [
      { name: 'id', description: 'By id.' },
      { name: 'name', description: 'By the Vietnamese name, in Vietnamese order.' },
      ...orderable,
    ].map(({ name: key, description }) => ({ name: key, type: 'OrderDirection', description })),
    { oneOf: true },
  );
}

// ——— Filters ———

const FAMILY_FILTERS = {
  id: 'IdFilter',
  text: 'TextFilter',
  integer: 'IntFilter',
  boolean: 'BooleanFilter',
  date: 'DateFilter',
  interval: 'IntervalFilter',
  quantity: 'QuantityFilter',
  none: 'PresenceFilter',
} as const;

function filterTypeOf({ family, type }: Leaf): string {
  return family === 'enumeration' ? `${type}Filter` : FAMILY_FILTERS[family];
}

function connectives(filter: string): readonly Argument[] {
  return [
    { name: 'and', type: `[${filter}!]`, description: 'All of these hold; [] always does.' },
    { name: 'or', type: `[${filter}!]`, description: 'One of these holds; [] never does.' },
    { name: 'not', type: filter, description: 'This does not hold.' },
  ];
}

const IS_NULL: Argument = { name: 'isNull', type: 'Boolean', description: 'true: no value is known. false: one is.' };
const CERTAINTY: Argument = {
  name: 'certainty',
  type: 'Certainty',
  description: 'How sure it must be, where the value is inexact.',
  defaultValue: 'POSSIBLE',
};

function comparisons(type: string, what: string): readonly Argument[] {
  return [
    { name: 'gt', type, description: `${what} this one.`.replace('%', 'after, or larger than,') },
    { name: 'gte', type, description: `${what} this one, or equal.`.replace('%', 'after, or larger than,') },
    { name: 'lt', type, description: `${what} this one.`.replace('%', 'before, or smaller than,') },
    { name: 'lte', type, description: `${what} this one, or equal.`.replace('%', 'before, or smaller than,') },
  ];
}

function equalities(type: string): readonly Argument[] {
  return [
    { name: 'eq', type, description: 'It is this one.' },
    { name: 'in', type: `[${type}!]`, description: 'It is one of these; [] matches nothing.' },
  ];
}

function defineFilters(
  registry: Registry,
  relationships: readonly RelationshipDeclaration[],
  enumerations: readonly string[],
) {
  const about = 'All operators that are given must hold; one that is left out constrains nothing.';
  registry.input('IdFilter', `A condition on an id. ${about}`, equalities('ID'));
  registry.input('TextFilter', `A condition on a text, compared without case, marks, tones and spacing. ${about}`, [
    ...equalities('String'),
    { name: 'contains', type: 'String', description: 'It contains this.' },
    { name: 'startsWith', type: 'String', description: 'It begins with this.' },
    ...comparisons('String', 'In Vietnamese order it comes %'),
    IS_NULL,
  ]);
  registry.input('IntFilter', `A condition on a whole number. ${about}`, [
    ...equalities('Int'),
    ...comparisons('Int', 'It is %'),
    IS_NULL,
  ]);
  registry.input('BooleanFilter', `A condition on yes or no. ${about}`, [
    { name: 'eq', type: 'Boolean', description: 'It is this.' },
    IS_NULL,
  ]);
  registry.input('DateRange', 'A span of days; an end that is left out is open.', [
    { name: 'from', type: 'Date', description: 'The first day.' },
    { name: 'to', type: 'Date', description: 'The last day.' },
  ]);
  registry.input('DateFilter', `A condition on a date that may be inexact. ${about}`, [
    { name: 'on', type: 'Date', description: 'It is this day.' },
    { name: 'before', type: 'Date', description: 'It is before this day.' },
    { name: 'after', type: 'Date', description: 'It is after this day.' },
    { name: 'within', type: 'DateRange', description: 'It lies within this span.' },
    { name: 'year', type: 'Int', description: 'It lies within this year.' },
    IS_NULL,
    CERTAINTY,
  ]);
  registry.input(
    'IntervalFilter',
    `A condition on a span of time; an end that is open or not stated may be any day. ${about}`,
    [
      { name: 'includes', type: 'Date', description: 'It includes this day.' },
      { name: 'overlaps', type: 'DateRange', description: 'It has a day in common with this span.' },
      IS_NULL,
      CERTAINTY,
    ],
  );
  registry.input('QuantityFilter', `A condition on a stated quantity, which a comparator may make inexact. ${about}`, [
    { name: 'unit', type: 'String', description: 'Its unit is this one.' },
    { name: 'eq', type: 'Decimal', description: 'It is this number.' },
    ...comparisons('Decimal', 'It is %'),
    IS_NULL,
    CERTAINTY,
  ]);
  registry.input('PresenceFilter', 'A condition on whether a value is known.', [IS_NULL]);
  for (const name of enumerations) {
    registry.input(`${name}Filter`, `A condition on the value. ${about}`, [...equalities(name), IS_NULL]);
  }
  registry.input(
    'EntityRef',
    'An entity, by exactly one of its id and its name.',
    [
      { name: 'id', type: 'ID', description: 'Its id.' },
      {
        name: 'name',
        type: 'String',
        description: 'Any of its names and variants, in any language, with or without marks.',
      },
    ],
    { oneOf: true },
  );
  const factFilters: readonly Argument[] = [
    {
      name: 'validAt',
      type: 'Date',
      description: 'It may have held on this day: nothing that is stated rules it out.',
    },
    { name: 'isCurrent', type: 'Boolean', description: 'It may hold on the day of the release.' },
    { name: 'modality', type: 'ModalityFilter', description: 'In what way it is stated.' },
    { name: 'rank', type: 'RankFilter', description: 'How editors rank it.' },
    { name: 'origin', type: 'OriginFilter', description: 'Where it comes from.' },
    { name: 'citedIn', type: 'IdFilter', description: 'A source that it cites, by id.' },
    { name: 'minSources', type: 'Int', description: 'It cites at least so many different sources.' },
  ];
  registry.input('FactFilter', `A condition on a fact. ${about}`, [
    ...factFilters,
    { name: 'type', type: 'RelationTypeFilter', description: 'Of what type it is.' },
    ...distinct(relationships.flatMap(({ properties }) => properties)).map((property) => ({
      name: property.name,
      type: filterTypeOf(property.leaf),
      description: property.description,
    })),
    ...connectives('FactFilter'),
  ]);
  registry.input('ClaimFilter', `A condition on a claim. ${about}`, [
    { name: 'subject', type: 'IdFilter', description: 'The entity that it is about, by id.' },
    { name: 'property', type: 'IdFilter', description: 'The property, such as `concludedOn`.' },
    { name: 'value', type: 'TextFilter', description: 'The value as text.' },
    { name: 'isBest', type: 'Boolean', description: 'It is the value that the plain field gives.' },
    ...factFilters,
    ...connectives('ClaimFilter'),
  ]);
}

function distinct(properties: readonly PropertyDeclaration[]): readonly PropertyDeclaration[] {
  const byName = new Map<string, PropertyDeclaration>();
  for (const property of properties) {
    const known = byName.get(property.name);
    if (known && known.leaf !== property.leaf)
      throw new ModelError(`Relationships disagree on what ${property.name} is.`);
    if (!known) byName.set(property.name, property);
  }
  return [...byName.values()];
}

function article(name: string): string {
  const word = name === 'Entity' ? 'entity' : name.toLowerCase();
  return /^[aeio]/.test(word) ? `an ${word}` : `a ${word}`;
}
