import type { KindDeclaration } from '../declare.js';
import type { Compute } from '../field-plan.js';
import type { Label } from '../leaf.js';
import {
  vocabularyOf,
  type KindTerm,
  type PropertyTerm,
  type RelationTerm,
  type ValueTerm,
  type Vocabulary,
} from '../vocabulary.js';
import { lang } from './arguments.js';
import { addFields, type PlannedField, type Registry } from './registry.js';

/** Defines `GraphInfo`. */
export function defineGraphInfo(registry: Registry, kinds: readonly KindDeclaration[]) {
  const vocabulary = vocabularyOf(kinds);
  const term = <Term>(name: keyof Term & string, type: string, description: string): PlannedField => ({
    name,
    type,
    description,
    plan: { value: ((stored: Term) => stored[name]) as never },
  });
  const label = <Term>(name: keyof Term & string, description: string): PlannedField => ({
    name,
    type: 'String!',
    description,
    plan: {
      // Khmer is put into Vietnamese words, as in sentences.
      value: ((stored: Term, args) => (stored[name] as Label)[args.lang === 'en' ? 'en' : 'vi']) as Compute,
    },
    args: [lang('vi')],
  });
  addFields(registry, registry.object('ValueTerm', 'One value of an enumeration, and what it means.'), [
    term<ValueTerm>('value', 'String!', 'The value.'),
    term<ValueTerm>('description', 'String!', 'What it means.'),
    label<ValueTerm>('label', 'What to call it before a reader.'),
  ]);
  addFields(registry, registry.object('PropertyTerm', 'A property that has values, and what it means.'), [
    term<PropertyTerm>('name', 'String!', 'The name of the field, and of the property of its claims.'),
    term<PropertyTerm>('description', 'String!', 'What it means.'),
    label<PropertyTerm>('label', 'What to call it before a reader.'),
    term<PropertyTerm>('values', '[ValueTerm!]!', 'Where it is an enumeration, its values; else none.'),
  ]);
  addFields(registry, registry.object('KindTerm', 'A kind of entity, and what it means.'), [
    term<KindTerm>('kind', 'EntityKind!', 'The kind.'),
    term<KindTerm>('description', 'String!', 'What it means.'),
    term<KindTerm>('one', 'String!', 'The field of `Query` for one of them, by id.'),
    term<KindTerm>('many', 'String!', 'The field of `Query` for many of them, by filter.'),
    term<KindTerm>('properties', '[PropertyTerm!]!', 'The properties whose values are stated of them.'),
  ]);
  addFields(registry, registry.object('RelationTerm', 'A type of relationship, and what it means.'), [
    term<RelationTerm>('type', 'RelationType!', 'The type.'),
    term<RelationTerm>('description', 'String!', 'What it means.'),
    term<RelationTerm>('from', '[EntityKind!]!', 'Of what kinds the entities are at which such relationships start.'),
    term<RelationTerm>('to', '[EntityKind!]!', 'Of what kinds the entities are at which they end.'),
    label<RelationTerm>('forward', 'How it reads from its start to its end: “is a party to”.'),
    label<RelationTerm>('backward', 'How it reads from its end to its start: “has as a party”.'),
    term<RelationTerm>('properties', '[PropertyTerm!]!', 'What such a relationship itself may have.'),
  ]);
  addFields(registry, registry.object('Vocabulary', 'The words of the graph.'), [
    term<Vocabulary>('kinds', '[KindTerm!]!', 'The kinds of entities.'),
    term<Vocabulary>('relations', '[RelationTerm!]!', 'The types of relationships, by name.'),
  ]);
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
      name: 'vocabulary',
      type: 'Vocabulary!',
      description:
        'The words of the graph: kinds and types of relationships. Indicators of figures are groups of them.',
      plan: { read: 'property', property: 'release', compute: () => vocabulary },
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
