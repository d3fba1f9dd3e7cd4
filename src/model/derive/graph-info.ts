import type { KindDeclaration } from '../declare.js';
import { vocabularyOf, type KindTerm, type RelationTerm, type Vocabulary } from '../vocabulary.js';
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
  addFields(registry, registry.object('KindTerm', 'A kind of entity, and what it means.'), [
    term<KindTerm>('kind', 'EntityKind!', 'The kind.'),
    term<KindTerm>('description', 'String!', 'What it means.'),
    term<KindTerm>('one', 'String!', 'The field of `Query` for one of them, by id.'),
    term<KindTerm>('many', 'String!', 'The field of `Query` for many of them, by filter.'),
  ]);
  addFields(registry, registry.object('RelationTerm', 'A type of relationship, and what it means.'), [
    term<RelationTerm>('type', 'RelationType!', 'The type.'),
    term<RelationTerm>('description', 'String!', 'What it means.'),
    term<RelationTerm>('from', '[EntityKind!]!', 'Of what kinds the entities are at which such relationships start.'),
    term<RelationTerm>('to', '[EntityKind!]!', 'Of what kinds the entities are at which they end.'),
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
