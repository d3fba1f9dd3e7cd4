import { ModelError } from '../../errors.js';
import { ATTESTATIONS } from '../attestation.js';
import type { KindDeclaration, PropertyDeclaration, RelationshipDeclaration } from '../declare.js';
import { absence, type Enumeration, modality, origin, rank } from '../leaf.js';
import type { ValueType } from '../value-types.js';
import { lang } from './arguments.js';
import { type Registry } from './registry.js';

/** The languages in which names and texts are kept. */
export const LANGUAGES = { VI: 'Vietnamese.', EN: 'English.', KM: 'Khmer.' };

/** Defines every enumeration, and returns the names of those that a filter can compare. */
export function defineEnumerations(
  registry: Registry,
  kinds: readonly KindDeclaration[],
  relationships: readonly RelationshipDeclaration[],
): readonly string[] {
  registry.enumeration('Language', 'A language in which the graph names and tells things.', LANGUAGES, (value) =>
    value.toLowerCase(),
  );
  const kindValues = Object.fromEntries(kinds.map(({ kind, description }) => [kind, description]));
  registry.enumeration('EntityKind', 'The kinds of entities.', kindValues);
  const typeValues = Object.fromEntries(relationships.map(({ type, description }) => [type, description]));
  registry.enumeration('RelationType', 'The types of relationships.', typeValues);
  registry.enumeration('OrderDirection', 'Which way to order. What has no value comes last either way.', {
    ASC: 'The smallest, earliest or alphabetically first one first.',
    DESC: 'The largest, latest or alphabetically last one first.',
  });
  registry.enumeration('Certainty', 'How sure a comparison with an inexact value must be.', {
    POSSIBLE: 'The value may satisfy it: some day or number that it can mean does.',
    CERTAIN: 'The value satisfies it whichever day or number it means.',
  });
  registry.enumeration('ConflictKind', 'Whether two facts that say something else can both be true.', {
    CONTRADICTION: 'They cannot.',
    COMPATIBLE:
      'They can: one is less exact, rounded, planned, of another date, what the other leaves of a whole, or leaves it open.',
  });
  registry.enumeration('Attestation', 'How far the sources of a fact reach when one asks for a day.', ATTESTATIONS);
  registry.enumeration('DatePrecision', 'How exact a date is.', {
    DAY: 'A day.',
    MONTH: 'A month.',
    SEASON: 'A season.',
    QUARTER: 'A quarter of a year.',
    HALF_YEAR: 'A half of a year.',
    YEAR: 'A year.',
    DECADE: 'A decade.',
    CENTURY: 'A century.',
    SET: 'One of several dates.',
  });
  registry.enumeration('Comparator', 'How a stated number stands to the real one.', {
    EXACTLY: 'It is the real one, as far as it is stated.',
    OVER: 'The real one is larger.',
    AT_LEAST: 'The real one is this or larger.',
    UNDER: 'The real one is smaller.',
    AT_MOST: 'The real one is this or smaller.',
    ABOUT: 'The real one is near it, on either side.',
    NEARLY: 'The real one is a little smaller.',
  });
  const leaves = [modality, rank, origin, absence, ...propertiesOf(kinds, relationships).map(({ leaf }) => leaf)];
  const enumerations = new Map<string, Enumeration>();
  for (const { enumeration } of leaves) {
    if (!enumeration) continue;
    const known = enumerations.get(enumeration.name);
    if (known && known !== enumeration) throw new ModelError(`Two enumerations are named ${enumeration.name}.`);
    enumerations.set(enumeration.name, enumeration);
  }
  for (const { name, description, values } of enumerations.values()) registry.enumeration(name, description, values);
  return ['EntityKind', 'RelationType', ...enumerations.keys()];
}

/** All properties that kinds and relationships declare. */
export function propertiesOf(kinds: readonly KindDeclaration[], relationships: readonly RelationshipDeclaration[]) {
  return [...kinds, ...relationships].flatMap((declaration): readonly PropertyDeclaration[] => declaration.properties);
}

/** Defines the object type of a value, such as `PartialDate`. */
export function defineValueType(registry: Registry, { name, description, fields }: ValueType) {
  const type = registry.object(name, description);
  for (const [field, { type: sdl, description: meaning, lang: language, value }] of Object.entries(fields)) {
    registry.field(type, field, sdl, meaning, { value: value as never }, language ? [lang(language)] : []);
  }
}
