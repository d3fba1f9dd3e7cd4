import type { Argument } from '../model/derive/registry.js';
import { pageArguments, VIA } from '../model/derive/arguments.js';
import type { KindDeclaration } from '../model/declare.js';
import type { RootPlan } from '../model/field-plan.js';

/** A question that one may ask: a root field. It says by its `RootPlan` how it is answered. */
export interface Question {
  readonly name: string;
  /** The type, as SDL writes it. */
  readonly type: string;
  readonly description: string;
  readonly plan: RootPlan;
  readonly args?: readonly Argument[];
}

const ID: Argument = { name: 'id', type: 'ID!', description: 'The id.' };

/** The questions that do not depend on what kinds there are. */
export const generalQuestions: readonly Question[] = [
  {
    name: 'node',
    type: 'Node',
    description: 'Whatever has this id: an entity, a relation, a claim or a passage; null where nothing has.',
    plan: { root: 'node', types: 'any' },
    args: [ID],
  },
  {
    name: 'nodes',
    type: '[Node]!',
    description: 'Whatever has these ids, in their order, with null where nothing has; 100 at most.',
    plan: { root: 'nodes' },
    args: [{ name: 'ids', type: '[ID!]!', description: 'The ids.' }],
  },
  {
    name: 'entity',
    type: 'Entity',
    description:
      'The entity with this id or name; null where there is none. A name that fits several is an error (`AMBIGUOUS_NAME`) that lists them.',
    plan: { root: 'entity' },
    args: [
      { name: 'ref', type: 'EntityRef!', description: 'Its id, or any of its names and variants in any language.' },
    ],
  },
  {
    name: 'claims',
    type: 'ClaimConnection!',
    description: 'All stated values of all properties of all entities, by id.',
    plan: { root: 'claims' },
    args: [
      { name: 'where', type: 'ClaimFilter', description: 'Which claims.' },
      ...pageArguments.filter(({ name }) => name === 'first' || name === 'after'),
    ],
  },
  {
    name: 'paths',
    type: '[Path!]!',
    description:
      'How two entities are connected: the shortest ways from one to the other by facts, followed either way. Facts that are denied or deprecated are no way. Shorter paths come first; of two as long, the one whose first hop leads to the smaller id, or by the fact of the smaller id, and so on. An empty list where there is no path, where an id or name is unknown, and from an entity to itself. A name that fits several entities is an error (`AMBIGUOUS_NAME`) that lists them.',
    plan: { root: 'paths' },
    args: [
      { name: 'from', type: 'EntityRef!', description: 'Where the paths begin.' },
      { name: 'to', type: 'EntityRef!', description: 'Where they end.' },
      VIA,
      {
        name: 'notThrough',
        type: '[EntityRef!]',
        description: 'Entities that no path goes through, 100 at most; one may begin or end there.',
      },
      {
        name: 'throughHubs',
        type: 'Boolean',
        description:
          'Whether paths may go through hubs: entities of a kind that has to do with everything, such as countries, and the hundredth of all entities that has the most relations. They may always begin and end there.',
        defaultValue: false,
      },
      { name: 'maxHops', type: 'Int', description: 'How many hops a path has at most, from 0 to 6.', defaultValue: 4 },
      { name: 'first', type: 'Int', description: 'How many paths to return, 20 at most.', defaultValue: 5 },
    ],
  },
  {
    name: 'neighbourhood',
    type: 'Subgraph!',
    description:
      'What lies around some entities, the nearest first, and all facts between what is returned. A name that fits several entities is an error (`AMBIGUOUS_NAME`) that lists them; an id or name that is unknown is passed over.',
    plan: { root: 'neighbourhood' },
    args: [
      { name: 'of', type: '[EntityRef!]!', description: 'The entities to begin with, 100 at most.' },
      {
        name: 'depth',
        type: 'Int',
        description:
          'How many facts away, from 0 to 3. Facts are followed either way, but not those that are denied or deprecated.',
        defaultValue: 1,
      },
      VIA,
      {
        name: 'kinds',
        type: '[EntityKind!]',
        description:
          'Only entities of these kinds: others are neither returned nor gone through, but for those to begin with.',
      },
      { name: 'maxNodes', type: 'Int', description: 'How many entities to return, from 1 to 300.', defaultValue: 100 },
    ],
  },
  {
    name: 'graph',
    type: 'GraphInfo!',
    description: 'What is loaded: the release, its sources, how much of what, and questions to begin with.',
    plan: { root: 'graph' },
  },
];

/** The two questions that every kind answers: one by id, and many by filter. */
export function questionsAbout(kind: KindDeclaration): readonly Question[] {
  return [
    {
      name: kind.singular,
      type: kind.name,
      description: `The ${kind.singular} with this id; null where there is none.`,
      plan: { root: 'node', types: [kind.name] },
      args: [ID],
    },
    {
      name: kind.plural,
      type: `${kind.name}Connection!`,
      description: `All ${kind.plural} that satisfy the filter.`,
      plan: { root: 'every', kind },
      args: [
        { name: 'where', type: `${kind.name}Filter`, description: 'Which of them; all if not said.' },
        {
          name: 'orderBy',
          type: `[${kind.name}Order!]`,
          description: 'In what order; by name if not said. The id decides last.',
        },
        ...pageArguments,
      ],
    },
  ];
}
