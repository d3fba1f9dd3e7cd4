import { ModelError } from '../../errors.js';
import type { KindDeclaration } from '../declare.js';
import { AFTER, CLAIMS_ARGUMENTS, FIRST, RELATIONS_ARGUMENTS } from './arguments.js';
import { ID_FIELD } from './entity-fields.js';
import { defineConnection, defineEdge } from './pages.js';
import { type PlannedField, type Registry, addFields } from './registry.js';

/** The fields of a passage that a citation has too. */
export const PASSAGE_FIELDS: readonly PlannedField[] = [
  { name: 'source', type: 'Source!', description: 'The document or data set.', plan: { read: 'one', link: 'source' } },
  {
    name: 'paragraph',
    type: 'Int',
    description: 'The number of the paragraph, counting non-empty lines from 1; null for a data set.',
    plan: { read: 'property', property: 'paragraph' },
  },
  {
    name: 'locator',
    type: 'String!',
    description: 'Where in the source: `¶8`, or the key or path of a record in a data set.',
    plan: { read: 'property', property: 'locator' },
  },
  {
    name: 'digest',
    type: 'String',
    description: 'SHA-256 of the NFC text of the paragraph, in hexadecimal; null for a data set.',
    plan: { read: 'property', property: 'digest' },
  },
  {
    name: 'text',
    type: 'String',
    description: 'The paragraph itself, where the server has the documents at hand; else null.',
    plan: {
      read: 'property',
      property: 'passage',
      compute: ((passage: string, _args: unknown, context: { passageText(id: string): string | undefined }) =>
        context.passageText(passage)) as never,
    },
  },
  {
    name: 'footnote',
    type: 'String!',
    description: 'Ready for a footnote: source, publisher, date and locator.',
    plan: { read: 'property', property: 'footnote' },
  },
];

/** Defines `Citation` and `Passage`. */
export function defineSources(registry: Registry, kinds: readonly KindDeclaration[]) {
  if (!kinds.some(({ name }) => name === 'Source'))
    throw new ModelError('There is no kind Source: facts could not be cited.');
  addFields(registry, registry.object('Citation', 'A place in a source that says so.'), [
    {
      name: 'passage',
      type: 'Passage!',
      description: 'The paragraph or record, and what else it is cited for.',
      plan: { read: 'one', link: 'passage' },
    },
    ...PASSAGE_FIELDS,
    {
      name: 'start',
      type: 'Int',
      description: 'The first character meant, counted in code points from 0; null where the whole is.',
      plan: { read: 'property', property: 'start' },
    },
    {
      name: 'end',
      type: 'Int',
      description: 'The character after the last one meant; null where the whole is.',
      plan: { read: 'property', property: 'end' },
    },
  ]);
  addFields(
    registry,
    registry.object('Passage', 'One paragraph of a document, or one record of a data set, that something cites.', [
      'Node',
    ]),
    [
      ID_FIELD,
      ...PASSAGE_FIELDS,
      {
        name: 'claims',
        type: 'ClaimConnection!',
        description: 'Claims that cite it.',
        plan: { read: 'link', link: 'claims', items: 'claims' },
        args: CLAIMS_ARGUMENTS,
      },
      {
        name: 'relations',
        type: 'RelationConnection!',
        description: 'Relations that cite it.',
        plan: { read: 'link', link: 'relations', items: 'relations' },
        args: RELATIONS_ARGUMENTS,
      },
    ],
  );
  defineEdge(registry, 'PassageEdge', 'Passage', 'A passage with its place in a list.');
  defineConnection(registry, 'PassageConnection', 'PassageEdge', 'Passage', 'A page of passages.');
}

export const SOURCE_FIELDS: readonly PlannedField[] = [
  {
    name: 'passages',
    type: 'PassageConnection!',
    description: 'Its paragraphs or records that something cites, in order.',
    plan: { read: 'link', link: 'passages', items: 'passages' },
    args: [FIRST, AFTER],
  },
  {
    name: 'statements',
    type: 'ClaimConnection!',
    description: 'Claims that cite it; its own claims are those about it.',
    plan: { read: 'link', link: 'statements', items: 'claims' },
    args: CLAIMS_ARGUMENTS,
  },
  {
    name: 'facts',
    type: 'RelationConnection!',
    description: 'Relations that cite it.',
    plan: { read: 'link', link: 'facts', items: 'relations' },
    args: RELATIONS_ARGUMENTS,
  },
];
