import { FACT_FIELDS } from './entity-fields.js';
import { distinct } from './distinct.js';
import type { PropertyDeclaration, RelationshipDeclaration } from '../declare.js';
import { defineConnection, defineEdge } from './pages.js';
import { type PlannedField, type Registry, addFields } from './registry.js';

/** The field of a declared property. */
export function propertyField({ name, leaf, description, required }: PropertyDeclaration): PlannedField {
  return { name, type: leaf.type + (required ? '!' : ''), description, plan: { read: 'property', property: name } };
}

/** Defines `Relation` and `Claim` with their pages. */
export function defineFacts(registry: Registry, relationships: readonly RelationshipDeclaration[]) {
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
    registry.object('Claim', 'One stated value of a property of an entity, or one stated absence of it, as a fact.', [
      'Fact',
      'Node',
    ]),
    [
      ...FACT_FIELDS,
      { name: 'subject', type: 'Entity!', description: 'What it is about.', plan: { read: 'one', link: 'subject' } },
      {
        name: 'property',
        type: 'String!',
        description:
          'The property of which it states a value: `concludedOn`. A stated absence may be of a relation: `witnesses`.',
        plan: { read: 'property', property: 'property' },
      },
      {
        name: 'value',
        type: 'String',
        description: 'The value as text: a date in EDTF, a quantity with its unit. Null where an absence is stated.',
        plan: { read: 'property', property: 'value' },
      },
      {
        name: 'absence',
        type: 'Absence',
        description:
          'What the source states in place of a value: that it is not known, or that there is none. Null where it gives a value.',
        plan: { read: 'property', property: 'absence' },
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
        description:
          'It is the claim that counts of its property: its value is the one that the plain field gives; if it states an absence, the field is null.',
        plan: { read: 'property', property: 'isBest' },
      },
    ],
  );
  for (const name of ['Claim', 'Relation']) {
    defineEdge(registry, `${name}Edge`, name, `A ${name.toLowerCase()} with its place in a list.`);
    defineConnection(registry, `${name}Connection`, `${name}Edge`, name, `A page of ${name.toLowerCase()}s.`);
  }
}
