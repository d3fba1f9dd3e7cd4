import { pageArguments } from './arguments.js';
import type { KindDeclaration, PropertyDeclaration, RelationDeclaration, RelationshipDeclaration } from '../declare.js';
import { article, distinct } from './distinct.js';
import { ENTITY_FIELDS, FACT_FIELDS } from './entity-fields.js';
import { propertyField } from './facts.js';
import { filterTypeOf, connectives } from './filters.js';
import { CURSOR, defineConnection, defineEdge } from './pages.js';
import { type PlannedField, type Registry, addFields } from './registry.js';
import { SOURCE_FIELDS } from './sources.js';

/** Defines the types of one kind. */
export function defineKind(registry: Registry, kind: KindDeclaration, kinds: readonly KindDeclaration[]) {
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

/** The field of a relation: a page of facts and of where they lead. */
export function relationField(relation: RelationDeclaration): PlannedField {
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
export function defineTarget(
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
