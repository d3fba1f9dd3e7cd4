import type { Phrase } from '../declare.js';
import type { Language } from '../partial-date.js';
import { lang } from './arguments.js';
import { FACT_FIELDS, ID_FIELD } from './entity-fields.js';
import { defineConnection, defineEdge } from './pages.js';
import { addFields, type Registry } from './registry.js';

/** A phrase in the language asked for; Khmer readers are given the Vietnamese one. */
const phraseIn = ((phrase: Phrase, args: { readonly lang: Language }) =>
  phrase[args.lang === 'en' ? 'en' : 'vi']) as never;

/** Defines `TimelineEntry` and `Conflict` with their pages. */
export function defineTimeline(registry: Registry) {
  addFields(
    registry,
    registry.object(
      'TimelineEntry',
      'A fact seen as a moment or a period: a date of an entity, or a relation with a valid time. Its citations, modality and rank are those of the fact.',
      ['Fact', 'Node'],
    ),
    [
      ...FACT_FIELDS,
      {
        name: 'factId',
        type: 'ID!',
        description: 'The id of the claim or relation that it shows.',
        plan: { read: 'property', property: 'fact' },
      },
      {
        name: 'date',
        type: 'PartialDate!',
        description: 'When it took place or began.',
        plan: { read: 'property', property: 'date' },
      },
      {
        name: 'end',
        type: 'PartialDate',
        description: 'When it ended; null for what took place on one day, and for what has no stated end.',
        plan: { read: 'property', property: 'end' },
      },
      {
        name: 'title',
        type: 'String!',
        description: 'What it is, in words.',
        plan: { read: 'property', property: 'titles', compute: phraseIn },
        args: [lang('vi')],
      },
      {
        name: 'entity',
        type: 'Entity!',
        description: 'What is dated: the meeting, the agreement; for an office the person who held it.',
        plan: { read: 'one', link: 'entity' },
      },
      {
        name: 'involved',
        type: '[Entity!]!',
        description:
          'Who and what had a part in it, by id: parties, participants, places; for an office also its body.',
        plan: { read: 'list', link: 'involved' },
      },
    ],
  );
  addFields(
    registry,
    registry.object(
      'Conflict',
      'Two facts that say something else: two claims of one property, or one that there is none and a relation.',
      ['Node'],
    ),
    [
      ID_FIELD,
      {
        name: 'subject',
        type: 'Entity!',
        description: 'Of what they speak; of two figures that are complements the first by id.',
        plan: { read: 'one', link: 'subject' },
      },
      {
        name: 'property',
        type: 'String!',
        description:
          'The property of which they state values: `concludedOn`; where an absence meets relations, the field of these.',
        plan: { read: 'property', property: 'property' },
      },
      {
        name: 'kind',
        type: 'ConflictKind!',
        description: 'Whether both can be true.',
        plan: { read: 'property', property: 'kind' },
      },
      {
        name: 'claims',
        type: '[Claim!]!',
        description: 'The two claims, by id of their subject and id; one, where it stands against a relation.',
        plan: { read: 'list', link: 'claims' },
      },
      {
        name: 'relations',
        type: '[Relation!]!',
        description:
          'The relation that there is though a claim says that there is none, or by which two figures are complements. Mostly none.',
        plan: { read: 'list', link: 'relations' },
      },
      {
        name: 'preferred',
        type: 'Claim',
        description: 'The one that editors prefer, or that alone is not deprecated; null where nothing decides.',
        plan: { read: 'one', link: 'preferred' },
      },
      {
        name: 'reason',
        type: 'String!',
        description: 'Why they can both be true or cannot, and what the editors say.',
        plan: { read: 'property', property: 'reasons', compute: phraseIn },
        args: [lang('en')],
      },
    ],
  );
  defineEdge(registry, 'TimelineEdge', 'TimelineEntry', 'An entry of the timeline with its place in a list.');
  defineConnection(registry, 'TimelineConnection', 'TimelineEdge', 'TimelineEntry', 'A page of a timeline.');
  defineEdge(registry, 'ConflictEdge', 'Conflict', 'A conflict with its place in a list.');
  defineConnection(registry, 'ConflictConnection', 'ConflictEdge', 'Conflict', 'A page of conflicts.');
}
