import { ModelError } from '../errors.js';
import type { Label, Leaf } from './leaf.js';

/**
 * How a kind of entity, its literal properties and its relations are declared: once, on a class without behaviour.
 * Decorators only record. `deriveTypes` makes the GraphQL types of what they recorded, and the loader its checks.
 */

/** A class that declares a kind of entity. */
export type KindClass = abstract new () => object;

/** One literal property of a kind or of a relationship. Every value of it is a claim with citations. */
export interface PropertyDeclaration {
  /** The name in GraphQL, in the seed and in the stores: `concludedOn`. */
  readonly name: string;
  readonly leaf: Leaf;
  readonly description: string;
  /** What to call it before a reader; its name in words unless said. */
  readonly label?: Label;
  /** A value must be given for every entity of the kind, so the field is non-null. */
  readonly required: boolean;
  /** Where a value of it dates its entity: each is an entry of the timeline. */
  readonly timeline?: PropertyTimeline;
}

/** A phrase in the languages of the documentation, with names in braces: `{entity} is set up`. */
export type Phrase = Readonly<Record<'vi' | 'en', string>>;

/** How a property that is a date or an interval dates its entity. */
export interface PropertyTimeline {
  /** The property that tells when that ended which began on the date. */
  readonly end?: string;
  /** What happened, with `{entity}` for its name; the name alone unless said. */
  readonly title?: Phrase;
}

/** How a fact of a relationship, by its valid time, dates where it starts. */
export interface RelationshipTimeline {
  /** What happened, with `{from}` and `{to}` for the names of the two ends. */
  readonly title: Phrase;
  /** It happened when the valid time began, and did not go on. */
  readonly isMoment?: boolean;
  /** A type of relationship: where it leads from the end of the fact is involved too, as the body of an office is. */
  readonly beyond?: string;
}

/** A type of relationship between entities, in openCypher's sense: `(:Country)-[:PARTY_TO]->(:Agreement)`. */
export interface RelationshipDeclaration {
  /** The type, in the upper case of openCypher: `PARTY_TO`. */
  readonly type: string;
  readonly description: string;
  /** Literal properties of the relationship itself, such as the ordinal of a session. */
  readonly properties: readonly PropertyDeclaration[];
  /**
   * The type of relationship by which one entity acts for another. At load, a fact of this type that starts at a body
   * is given to those it acts for as well, with its citations and `through` set to the body's id: where a
   * People's Committee (ADMINISTERS a province) is a party, so is the province.
   */
  readonly actingFor?: string;
  /** How a sentence tells it; where it is not said, sentences name the type. */
  readonly phrases?: Phrases;
  /** Where its facts are entries of the timeline. */
  readonly timeline?: RelationshipTimeline;
  /**
   * Its two ends are parts of one whole: the property by which each is so much of it. What two quantities in per cent say
   * is then held against each other as 100 % and what the other leaves of it.
   */
  readonly complements?: string;
  /** False where it leads to what has no part in anything that happens, as to a topic. */
  readonly involves?: boolean;
}

/**
 * The words between the names of the two ends of a relationship: first from its start to its end, then back. “An”
 * `['is a party to', 'has as a party']` “the treaty”.
 */
export type Phrases = Readonly<Record<'vi' | 'en', readonly [forward: string, backward: string]>>;

/** Where a relation leads, seen from the kind that declares it. `both`: the relationship has no direction. */
export type Direction = 'out' | 'in' | 'both';

/** A field of a kind that leads to other entities by facts of one relationship type. */
export interface RelationDeclaration {
  readonly name: string;
  readonly relationship: RelationshipDeclaration;
  readonly direction: Direction;
  /** The kinds it may lead to; several make it abstract, answered as `Entity`. */
  readonly targets: readonly KindDeclaration[];
  readonly description: string;
  /** Declared from the other end: seeds write these facts there. */
  readonly inverse: boolean;
  /** Facts of its type lead from its kind to kinds besides its targets too: those belong to other relations. */
  readonly sharesType: boolean;
}

/** One kind of entity with all that follows from it. */
export interface KindDeclaration {
  /** The GraphQL type: `Agreement`. */
  readonly name: string;
  /** The value of `EntityKind`: `AGREEMENT`. */
  readonly kind: string;
  /** The field for one and the prefix of its ids: `agreement`. */
  readonly singular: string;
  /** The field for many and the name of its seed file: `agreements`. */
  readonly plural: string;
  readonly description: string;
  readonly properties: readonly PropertyDeclaration[];
  readonly relations: readonly RelationDeclaration[];
  /** So much has to do with its entities that to have one in common says little: paths do not go through them unasked. */
  readonly isHub: boolean;
}

/** Marks a property of a class whose facts are edges to entities of `Target`; it holds nothing at run time. */
export type Edges<Target> = readonly Target[];

interface PropertyOptions extends Pick<PropertyDeclaration, 'label' | 'timeline'> {
  readonly required?: boolean;
}

type RelationRecord = {
  readonly name: string;
  readonly description: string;
} & (
  | {
      readonly targets: () => KindClass | readonly KindClass[];
      readonly relationship: RelationshipDeclaration;
      readonly direction: Direction;
    }
  | { readonly inverseOf: () => KindClass; readonly field: string }
);

interface KindRecord {
  kind?: { readonly description: string; readonly plural: string; readonly isHub: boolean };
  readonly properties: PropertyDeclaration[];
  readonly relations: RelationRecord[];
}

const records = new WeakMap<object, KindRecord>();

function recordOf(target: object): KindRecord {
  let record = records.get(target);
  if (!record) records.set(target, (record = { properties: [], relations: [] }));
  return record;
}

/**
 * Declares a kind of entity.
 *
 * @param description What the kind is, shown in the schema.
 * @param plural The root field for many; the singular with an `s` unless said.
 * @param options `hub`: see `KindDeclaration.isHub`.
 */
export function Kind(description: string, plural?: string, { hub = false }: { readonly hub?: boolean } = {}) {
  return (target: KindClass): void => {
    recordOf(target.prototype).kind = { description, plural: plural ?? `${camelCase(target.name)}s`, isHub: hub };
  };
}

/** Declares a literal property; the compiler holds the property's type to the leaf's. */
export function Property<Stored>(leaf: Leaf<Stored>, description: string, options: PropertyOptions = {}) {
  return <Name extends string>(target: { readonly [key in Name]?: Stored | null }, name: Name): void => {
    recordOf(target).properties.push({ name, leaf, description, required: false, ...options });
  };
}

/** Declares a relation from the end whose seed file writes its facts. */
export function Relation(
  targets: () => KindClass | readonly KindClass[],
  relationship: RelationshipDeclaration,
  direction: Direction,
  description: string,
) {
  return (target: object, name: string): void => {
    recordOf(target).relations.push({ name, description, targets, relationship, direction });
  };
}

/** Declares the same relation seen from the other end. */
export function Inverse<Target>(
  kind: () => abstract new () => Target,
  field: keyof Target & string,
  description: string,
) {
  return (target: object, name: string): void => {
    recordOf(target).relations.push({ name, description, inverseOf: kind as () => KindClass, field });
  };
}

/**
 * Declares a type of relationship.
 *
 * @param properties Its own properties: the leaf, what it means, and what to call it before a reader.
 * @param options See `RelationshipDeclaration`.
 */
export function relationship(
  type: string,
  description: string,
  properties: Readonly<Record<string, readonly [leaf: Leaf, description: string, label?: Label]>> = {},
  options: Pick<RelationshipDeclaration, 'actingFor' | 'phrases' | 'timeline' | 'involves' | 'complements'> = {},
): RelationshipDeclaration {
  return {
    type,
    description,
    properties: Object.entries(properties).map(([name, [leaf, meaning, label]]) => ({
      name,
      leaf,
      description: meaning,
      required: false,
      ...(label && { label }),
    })),
    ...options,
  };
}

/**
 * The declarations of a list of kinds, with every relation resolved to its targets.
 *
 * @throws ModelError where a class is not declared with `@Kind`, a relation leads outside the list, an inverse has no
 *   relation to be the inverse of, or what is no date is to be on the timeline.
 */
export function declarationsOf(classes: readonly KindClass[]): readonly KindDeclaration[] {
  const declared = new Map<KindClass, KindDeclaration & { relations: RelationDeclaration[] }>();
  for (const kindClass of classes) {
    const record = recordOf(kindClass.prototype);
    if (!record.kind) throw new ModelError(`${kindClass.name} is listed as a kind, but not declared with @Kind.`);
    declared.set(kindClass, {
      name: kindClass.name,
      kind: kindClass.name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase(),
      singular: camelCase(kindClass.name),
      plural: record.kind.plural,
      description: record.kind.description,
      properties: record.properties,
      relations: [],
      isHub: record.kind.isHub,
    });
  }
  for (const kind of declared.values()) checkTimeline(kind);
  const declarationOf = (kindClass: KindClass, from: string): KindDeclaration => {
    const declaration = declared.get(kindClass);
    if (!declaration) throw new ModelError(`${from} leads to ${kindClass.name}, which is not in the list of kinds.`);
    return declaration;
  };
  for (const [kindClass, declaration] of declared) {
    for (const relation of recordOf(kindClass.prototype).relations) {
      declaration.relations.push(resolve(relation, `${declaration.name}.${relation.name}`, declarationOf));
    }
  }
  const kinds = [...declared.values()];
  for (const kind of kinds) {
    const relations = kind.relations.map((relation) => ({
      ...relation,
      sharesType: sharesType(kind, relation, kinds),
    }));
    kind.relations.splice(0, relations.length, ...relations);
  }
  return kinds;
}

function checkTimeline({ name: kind, properties }: KindDeclaration): void {
  for (const { name, leaf, timeline } of properties) {
    if (!timeline) continue;
    if (leaf.family !== 'date' && leaf.family !== 'interval')
      throw new ModelError(`${kind}.${name} cannot be on the timeline: it is neither a date nor an interval.`);
    const end = timeline.end && properties.find((property) => property.name === timeline.end);
    if (timeline.end && (!end || end.leaf.family !== 'date' || leaf.family !== 'date'))
      throw new ModelError(`${kind}.${name} ends with ${timeline.end}, but they are not two dates of the kind.`);
  }
}

/** Whether facts of the type of a relation, followed as it follows them, lead to kinds besides its targets. */
function sharesType(
  kind: KindDeclaration,
  { relationship, direction, targets }: RelationDeclaration,
  kinds: readonly KindDeclaration[],
): boolean {
  const ends = kinds.flatMap((other) =>
    other.relations
      .filter((relation) => relation.relationship === relationship)
      .flatMap((relation) =>
        relation.targets.flatMap((target) => [
          ...(relation.direction !== 'in' ? [{ from: other, to: target }] : []),
          ...(relation.direction !== 'out' ? [{ from: target, to: other }] : []),
        ]),
      ),
  );
  const reached = [
    ...(direction !== 'in' ? ends.filter(({ from }) => from === kind).map(({ to }) => to) : []),
    ...(direction !== 'out' ? ends.filter(({ to }) => to === kind).map(({ from }) => from) : []),
  ];
  return reached.some((each) => !targets.includes(each));
}

/**
 * The distinct types of relationship of a list of kinds, by type.
 *
 * @throws ModelError where two relationships are declared with one type.
 */
export function relationshipTypes(kinds: readonly KindDeclaration[]): readonly RelationshipDeclaration[] {
  const byType = new Map<string, RelationshipDeclaration>();
  for (const { relationship } of kinds.flatMap((kind) => kind.relations)) {
    const known = byType.get(relationship.type);
    if (known && known !== relationship) throw new ModelError(`${relationship.type} is declared twice.`);
    byType.set(relationship.type, relationship);
  }
  return [...byType.values()].sort((one, other) => (one.type < other.type ? -1 : 1));
}

function resolve(
  relation: RelationRecord,
  from: string,
  declarationOf: (kindClass: KindClass, from: string) => KindDeclaration,
): RelationDeclaration {
  const { name, description } = relation;
  if ('targets' in relation) {
    const targets = [relation.targets()].flat().map((target) => declarationOf(target, from));
    return {
      name,
      description,
      targets,
      relationship: relation.relationship,
      direction: relation.direction,
      inverse: false,
      sharesType: false,
    };
  }
  const other = relation.inverseOf();
  const forward = recordOf(other.prototype).relations.find((candidate) => candidate.name === relation.field);
  if (!forward || !('targets' in forward)) {
    throw new ModelError(
      `${from} is declared the inverse of ${other.name}.${relation.field}, which declares no relation.`,
    );
  }
  return {
    name,
    description,
    targets: [declarationOf(other, from)],
    relationship: forward.relationship,
    direction: forward.direction === 'out' ? 'in' : forward.direction === 'in' ? 'out' : 'both',
    inverse: true,
    sharesType: false,
  };
}

function camelCase(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
