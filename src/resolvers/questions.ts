import type { Argument } from '../model/derive/registry.js';
import { pageArguments } from '../model/derive/arguments.js';
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
    name: 'graph',
    type: 'GraphInfo!',
    description: 'What is loaded: the release, its sources, how much of what, and questions to begin with.',
    plan: { root: 'graph' },
  },
  {
    name: 'asOf',
    type: 'Query!',
    description:
      'All questions again, as of a moment: what was not valid on a day, or not yet known on one, is not there, in lists, counts and filters alike, and the best values are chosen among what is. Under two aliases it compares two moments. Within another asOf it replaces the days that it gives. Cut by neither, it is the whole graph.',
    plan: { root: 'asOf' },
    args: [
      {
        name: 'validAt',
        type: 'Date',
        description:
          'Only facts that may hold on this day are there. It is “now” then; without it, now is the day of the release or, if that is earlier, knownAt.',
      },
      {
        name: 'knownAt',
        type: 'Date',
        description:
          'Only what sources say that may have been published by this day is there; undated sources are. Editors’ ranks, names and descriptions stay as they are.',
      },
    ],
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
