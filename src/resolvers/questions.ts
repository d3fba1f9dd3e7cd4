import type { Argument } from '../model/derive/registry.js';
import { ABOUT, AFTER, BETWEEN, FIRST, pageArguments, VIA } from '../model/derive/arguments.js';
import { CERTAINTY } from '../model/derive/filters.js';
import type { KindDeclaration } from '../model/declare.js';
import { figureKind } from '../model/derive/series.js';
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
    name: 'groups',
    type: '[Group!]!',
    description:
      'How many entities of a kind there are by what they have in common, the largest groups first, then by key. An entity that has several such things is counted with each.',
    plan: { root: 'groups' },
    args: [
      { name: 'kind', type: 'EntityKind!', description: 'Of what kind the entities are that are counted.' },
      { name: 'by', type: 'GroupKey!', description: 'What they have in common.' },
      { name: 'where', type: 'GroupFilter', description: 'Which of them; all if not said.' },
      { name: 'first', type: 'Int', description: 'How many groups to return, 100 at most.', defaultValue: 100 },
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
          'Whether paths may go through hubs: the hundredth of all entities that has the most relations, if these are a hundred or more. They may always begin and end there.',
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

/** The question that figures answer together; none where there are no figures. */
export function questionsOfFigures(kinds: readonly KindDeclaration[]): readonly Question[] {
  const figure = figureKind(kinds);
  if (!figure) return [];
  return [
    {
      name: 'series',
      type: 'FigureSeries!',
      description:
        'What is stated of an indicator over time: a point for each period and modality, with the best figure and the others. `groups(kind: FIGURE, by: INDICATOR)` lists the indicators.',
      plan: { root: 'series', figure },
      args: [
        {
          name: 'indicator',
          type: 'String!',
          description: 'The indicator, such as “two-way trade”; case and marks do not count.',
        },
        {
          name: 'about',
          type: '[EntityRef!]',
          description: 'Only figures about every one of these; a reference that nothing answers to leaves none.',
        },
        { name: 'modality', type: '[Modality!]', description: 'Only figures stated in one of these ways.' },
        { name: 'unit', type: 'String', description: 'Only figures of this unit; needed where there are several.' },
      ],
    },
  ];
}

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
