import type { Argument } from '../model/derive/registry.js';
import { ABOUT, AFTER, BETWEEN, FIRST, pageArguments } from '../model/derive/arguments.js';
import { CERTAINTY } from '../model/derive/filters.js';
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
    description:
      'Whatever has this id: an entity, a relation, a claim, a passage, an entry of the timeline or a conflict; null where nothing has.',
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
    name: 'timeline',
    type: 'TimelineConnection!',
    description:
      'What happened, the earliest first: whatever has a date, and offices held. Of dates that disagree the best one is shown.',
    plan: { root: 'timeline' },
    args: [
      ABOUT,
      {
        name: 'kinds',
        type: '[EntityKind!]',
        description: 'Of these kinds: MEETING for meetings, OFFICE for who held which; of any if not said.',
      },
      BETWEEN,
      CERTAINTY,
      ...pageArguments,
    ],
  },
  {
    name: 'conflicts',
    type: 'ConflictConnection!',
    description:
      'Where two claims of one property of one entity say something else, and whether both can be true; by the id of the entity, then property.',
    plan: { root: 'conflicts' },
    args: [ABOUT, FIRST, AFTER],
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
