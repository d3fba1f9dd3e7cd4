import type { Argument } from '../model/derive/registry.js';
import { AFTER, FIRST, pageArguments } from '../model/derive/arguments.js';
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

const KINDS: Argument = { name: 'kinds', type: '[EntityKind!]', description: 'Of which kinds; of all if not said.' };

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
    name: 'search',
    type: 'SearchConnection!',
    description:
      'Entities by any of their names and variants, in any language: with or without marks, tones, spaces and hyphens, by whole words or beginnings, and with one wrong letter in a word of five letters or more. The best first, then by Vietnamese name.',
    plan: { root: 'search' },
    args: [
      { name: 'text', type: 'String!', description: 'What to look for, 200 characters at most.' },
      KINDS,
      FIRST,
      AFTER,
    ],
  },
  {
    name: 'suggest',
    type: '[Suggestion!]!',
    description:
      'Entities to offer while somebody types: like `search`, but a word with a wrong letter finds nothing. Each entity once, the best first.',
    plan: { root: 'suggest' },
    args: [
      { name: 'prefix', type: 'String!', description: 'What was typed so far, 200 characters at most.' },
      KINDS,
      { name: 'first', type: 'Int', description: 'How many to offer, 100 at most.', defaultValue: 8 },
    ],
  },
  {
    name: 'match',
    type: '[MatchResult!]!',
    description:
      'What each of a list of names may mean, so that a table of names can be tied to the graph: one result for each, in their order.',
    plan: { root: 'match' },
    args: [
      { name: 'queries', type: '[MatchInput!]!', description: 'The names, 50 at most.' },
      { name: 'first', type: 'Int', description: 'How many candidates for each, 100 at most.', defaultValue: 5 },
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
