import type { RelationshipDeclaration } from '../declare.js';
import { commonTime, holdTogether, pathSentence, type ToldPath } from '../told-path.js';
import type { Compute } from '../field-plan.js';
import { lang } from './arguments.js';
import { addFields, type Registry } from './registry.js';

/** Computes a field of what is told of a path. */
function told(compute: (path: ToldPath, args: Parameters<Compute>[1]) => unknown) {
  return { path: 'told', compute: compute as Compute } as const;
}

/** Defines `Path`, `Hop` and `Subgraph`. */
export function definePaths(registry: Registry, relationships: readonly RelationshipDeclaration[]) {
  const phrases = new Map(
    relationships.flatMap(({ type, phrases: declared }) => (declared ? [[type, declared] as const] : [])),
  );
  addFields(registry, registry.object('Hop', 'One step of a path: a fact, followed one way or the other.'), [
    {
      name: 'relation',
      type: 'Relation!',
      description: 'The fact, with its citations.',
      plan: { hop: 'relation' },
    },
    { name: 'from', type: 'Entity!', description: 'Where the step begins.', plan: { hop: 'from' } },
    { name: 'to', type: 'Entity!', description: 'Where it leads.', plan: { hop: 'to' } },
    {
      name: 'forward',
      type: 'Boolean!',
      description: 'The fact is followed from its own start to its end; false where it is followed the other way.',
      plan: { hop: 'forward' },
    },
  ]);
  addFields(
    registry,
    registry.object('Path', 'A way from one entity to another by facts, through no entity more than once.'),
    [
      { name: 'length', type: 'Int!', description: 'How many hops it has, one at least.', plan: { path: 'length' } },
      {
        name: 'nodes',
        type: '[Entity!]!',
        description: 'The entities from start to end, both included.',
        plan: { path: 'nodes' },
      },
      { name: 'hops', type: '[Hop!]!', description: 'The steps from start to end.', plan: { path: 'hops' } },
      {
        name: 'validTime',
        type: 'Interval',
        description:
          'The time that the facts have in common, as far as it is stated. Null where no time is stated of any, and where they did not hold together.',
        plan: told(({ hops }) => commonTime(hops.map(({ validTime }) => validTime))),
      },
      {
        name: 'holdsTogether',
        type: 'Boolean!',
        description: 'Nothing that is stated rules out that there was a day on which all the facts held.',
        plan: told(({ hops }) => holdTogether(hops.map(({ validTime }) => validTime))),
      },
      {
        name: 'sentence',
        type: 'String!',
        description: 'The path in words, hop by hop. Khmer names are put into Vietnamese words.',
        plan: told((path, { lang: language }) => pathSentence(path, language, phrases)),
        args: [lang('vi')],
      },
    ],
  );
  addFields(registry, registry.object('Subgraph', 'What lies around some entities.'), [
    {
      name: 'nodes',
      type: '[Entity!]!',
      description: 'The entities: those asked about, then the others by distance, then id.',
      plan: { subgraph: 'nodes' },
    },
    {
      name: 'links',
      type: '[Relation!]!',
      description:
        'All facts between two of the nodes, by id; also facts that are denied or deprecated, by which nothing is reached.',
      plan: { subgraph: 'links' },
    },
    {
      name: 'truncated',
      type: 'Boolean!',
      description: 'More entities lie within the depth than are returned: `omitted` tells how many.',
      plan: { subgraph: 'truncated' },
    },
    {
      name: 'omitted',
      type: '[Count!]!',
      description:
        'How many entities lie within the depth and are not returned, by type (`Agreement`): the most first, then by key.',
      plan: { subgraph: 'omitted' },
    },
  ]);
}
