import type { PropertyDeclaration } from './declare.js';
import {
  absence,
  boolean,
  identifier,
  integer,
  interval,
  modality,
  origin,
  partialDate,
  rank,
  text,
  type Leaf,
} from './leaf.js';

/**
 * The properties that records have besides those that kinds and relationships declare, and that filters and orders can
 * speak of. Stores keep the facets of all of them.
 */

const property = (name: string, leaf: Leaf, description: string): PropertyDeclaration => ({
  name,
  leaf,
  description,
  required: false,
});

/** A text of which only the folded and the sorted form are compared, and of which there may be several. */
const names: Leaf = { ...text, accepts: 'names' };

/** Properties of every entity. `names` has several values; its facet `sort` is one, of the Vietnamese name. */
export const entityProperties: readonly PropertyDeclaration[] = [
  property('id', identifier, 'Global id.'),
  property('names', names, 'Any of its names and variants.'),
];

/** Properties of every relation and claim. `sources` has several values, the ids of the sources cited; its facet `count` is their number. */
export const factProperties: readonly PropertyDeclaration[] = [
  property('id', identifier, 'Global id.'),
  property('validTime', interval, 'When it held; null where no time is stated.'),
  property('modality', modality, 'In what way it is stated.'),
  property('rank', rank, 'How editors rank it among others.'),
  property('rankReason', text, 'Why editors rank it so; null for a normal rank.'),
  property('origin', origin, 'Whether it comes from the documents or from reference data.'),
  property('sources', identifier, 'The ids of the sources cited.'),
];

/** Properties of a claim besides those of every fact. */
export const claimProperties: readonly PropertyDeclaration[] = [
  property('subject', identifier, 'The id of the entity that the claim is about.'),
  property('property', identifier, 'The property of which it states a value.'),
  property('value', text, 'The value as text; absent where an absence is stated.'),
  property('absence', absence, 'What is stated in place of a value.'),
  property('isBest', boolean, 'It is the one that counts of its property.'),
];

/** Properties of a relation besides those of every fact; those of its relationship type come on top. */
export const relationProperties: readonly PropertyDeclaration[] = [property('type', identifier, 'Its type.')];

/**
 * Properties of an entry of the timeline besides those of every fact, which are those of the claim or relation that it
 * shows. `kinds` has several values. `until` is the end, or the date itself of what took place on one day: it is absent
 * where no end is stated.
 */
export const entryProperties: readonly PropertyDeclaration[] = [
  property('fact', identifier, 'The id of the claim or relation that it shows.'),
  property('isBest', boolean, 'The fact is one that counts: the best claim of its property, or a relation.'),
  property('date', partialDate, 'When it took place or began.'),
  property('end', partialDate, 'When it ended.'),
  property('until', partialDate, 'The last date that is known of it.'),
  property('kinds', identifier, 'The kinds of what is dated, as values of EntityKind.'),
];

/** Properties of a conflict. */
export const conflictProperties: readonly PropertyDeclaration[] = [
  property('id', identifier, 'Global id.'),
  property('subject', identifier, 'The id of the entity of which the claims speak.'),
  property('property', identifier, 'The property of which they state values.'),
  property('kind', identifier, 'Whether both can be true.'),
];

/** Properties of a passage. */
export const passageProperties: readonly PropertyDeclaration[] = [
  property('id', identifier, 'Global id.'),
  property('paragraph', integer, 'The number of the paragraph.'),
];
