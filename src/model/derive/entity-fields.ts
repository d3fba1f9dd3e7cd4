import { attestationOn, type Attested } from '../attestation.js';
import type { FieldPlan } from '../field-plan.js';
import { type Interval, mayInclude } from '../interval.js';
import { nameIn } from '../name.js';
import type { Language } from '../partial-date.js';
import { AFTER, BETWEEN, CLAIMS_ARGUMENTS, FIRST, lang, RELATED_ARGUMENTS } from './arguments.js';
import type { PlannedField } from './registry.js';

/** The field `id` of every node. */
export const ID_FIELD: PlannedField = {
  name: 'id',
  type: 'ID!',
  description: 'Global and readable: `agreement/border-trade-2022`. It stays the same from release to release.',
  plan: { read: 'property', property: 'id' },
};

/** The fields of every entity. */
export const ENTITY_FIELDS: readonly PlannedField[] = [
  ID_FIELD,
  {
    name: 'kind',
    type: 'EntityKind!',
    description: 'Of what kind it is.',
    plan: { read: 'property', property: 'kind' },
  },
  {
    name: 'name',
    type: 'String!',
    description: 'Its preferred name in the language, else in Vietnamese, English or Khmer: the script shows which.',
    plan: { read: 'property', property: 'names', compute: (names: never, args) => nameIn(names, args.lang) },
    args: [lang('vi')],
  },
  {
    name: 'names',
    type: '[Name!]!',
    description: 'All names and variants by which it is found.',
    plan: { read: 'property', property: 'names' },
  },
  {
    name: 'description',
    type: 'String',
    description: 'A line on what it is, by the editors.',
    plan: {
      read: 'property',
      property: 'descriptions',
      compute: (texts: Readonly<Partial<Record<Language, string>>>, args: { readonly lang: Language }) =>
        texts[args.lang] ?? texts.en ?? texts.vi,
    } as FieldPlan,
    args: [lang('en')],
  },
  {
    name: 'externalIds',
    type: '[ExternalId!]!',
    description: 'Ids that it has elsewhere, such as Wikidata and ISO 3166.',
    plan: { read: 'property', property: 'externalIds' },
  },
  {
    name: 'citations',
    type: '[Citation!]!',
    description: 'Where sources name it. What they say of it is cited on its claims and edges.',
    plan: { read: 'list', link: 'citations' },
  },
  {
    name: 'sources',
    type: '[Source!]!',
    description: 'The sources cited for it and for any of its claims and relations, by id.',
    plan: { read: 'list', link: 'sources' },
  },
  {
    name: 'claims',
    type: 'ClaimConnection!',
    description: 'All stated values of its properties, also those that the plain fields pass over, by property.',
    plan: { read: 'link', link: 'claims', items: 'claims' },
    args: CLAIMS_ARGUMENTS,
  },
  {
    name: 'related',
    type: 'RelationConnection!',
    description: 'All relationships with other entities as facts, whichever way they lead, by id.',
    plan: { read: 'related' },
    args: RELATED_ARGUMENTS,
  },
  {
    name: 'conflicts',
    type: '[Conflict!]!',
    description: 'Where two claims of one of its properties say something else, by property.',
    plan: { read: 'list', link: 'conflicts' },
  },
  {
    name: 'timeline',
    type: 'TimelineConnection!',
    description: 'What happened to it, and what it had a part in, the earliest first.',
    plan: { read: 'link', link: 'timeline', items: 'entries' },
    args: [BETWEEN, FIRST, AFTER],
  },
];

/** The fields of every fact. */
export const FACT_FIELDS: readonly PlannedField[] = [
  ID_FIELD,
  {
    name: 'citations',
    type: '[Citation!]!',
    description: 'On whose word: the places in the sources that say so, one or more.',
    plan: { read: 'list', link: 'citations' },
  },
  {
    name: 'validTime',
    type: 'Interval',
    description: 'When it held, as far as it is stated; null where no time is stated.',
    plan: { read: 'property', property: 'validTime' },
  },
  {
    name: 'isCurrent',
    type: 'Boolean!',
    description:
      'Nothing that is stated rules out that it holds now: on the day of the release (`graph { date }`), or of the `asOf` around it.',
    plan: {
      read: 'property',
      property: 'validTime',
      compute: ((validTime: Interval | null, _args: unknown, context: { readonly now: string }) =>
        mayInclude(validTime ?? undefined, context.now)) as never,
    },
  },
  {
    name: 'attestation',
    type: 'Attestation!',
    description:
      'How far its sources reach for a day: whether the stated time includes it, may include it, or does not, and whether any source is as late as the day. An office that a document attests for its own day is stated for that day, and for no later one.',
    plan: {
      read: 'property',
      property: 'attested',
      compute: ((attested: Attested, args: { readonly on?: string | null }, context: { readonly now: string }) =>
        attestationOn(attested, args.on ?? context.now)) as never,
    },
    args: [
      {
        name: 'on',
        type: 'Date',
        description: 'The day; if not said, that of `asOf(validAt:)` around it, else the day that “now” means.',
      },
    ],
  },
  {
    name: 'modality',
    type: 'Modality!',
    description: 'In what way it is stated.',
    plan: { read: 'property', property: 'modality' },
  },
  {
    name: 'rank',
    type: 'Rank!',
    description: 'How editors rank it among others.',
    plan: { read: 'property', property: 'rank' },
  },
  {
    name: 'rankReason',
    type: 'String',
    description: 'Why editors rank it so; null for a normal rank.',
    plan: { read: 'property', property: 'rankReason' },
  },
  {
    name: 'origin',
    type: 'Origin!',
    description: 'Whether it comes from the documents or from reference data.',
    plan: { read: 'property', property: 'origin' },
  },
];
