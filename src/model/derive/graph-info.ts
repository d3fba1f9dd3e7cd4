import { type Registry, addFields } from './registry.js';

/** Defines `GraphInfo`. */
export function defineGraphInfo(registry: Registry) {
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
