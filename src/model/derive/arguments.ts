import type { Language } from '../partial-date.js';
import { LANG } from '../value-types.js';
import type { Argument } from './registry.js';

/** The argument that chooses a language. */
export function lang(defaultValue: Language): Argument {
  return { name: 'lang', type: 'Language', description: LANG, defaultValue };
}

/** How many from the start. */
export const FIRST: Argument = {
  name: 'first',
  type: 'Int',
  description: 'How many to return from the start, 100 at most.',
  defaultValue: 20,
};
/** After which cursor. */
export const AFTER: Argument = { name: 'after', type: 'String', description: 'Return what comes after this cursor.' };
/** How many from the end. */
export const LAST: Argument = {
  name: 'last',
  type: 'Int',
  description: 'How many to return from the end instead, 100 at most.',
};
/** Before which cursor. */
export const BEFORE: Argument = {
  name: 'before',
  type: 'String',
  description: 'Return what comes before this cursor.',
};

/** Within which days. */
export const BETWEEN: Argument = {
  name: 'between',
  type: 'DateRange',
  description: 'Within these days: it has a day in common with them.',
};

/** The entities that something is about. */
export const ABOUT: Argument = {
  name: 'about',
  type: '[EntityRef!]',
  description:
    'About one of these, 100 at most; about anything if not said. A name that fits several is an error (`AMBIGUOUS_NAME`) that lists them.',
};

/** The arguments of every page. */
export const pageArguments: readonly Argument[] = [FIRST, AFTER, LAST, BEFORE];

/** The arguments of a page of claims. */
export const CLAIMS_ARGUMENTS: readonly Argument[] = [
  { name: 'where', type: 'ClaimFilter', description: 'Which claims.' },
  FIRST,
  AFTER,
];

/** Which types of relationship to follow. */
export const VIA: Argument = {
  name: 'via',
  type: '[RelationType!]',
  description: 'Only facts of these types; of any, if not said.',
};

/** The arguments of a page of the relations of an entity. */
export const RELATED_ARGUMENTS: readonly Argument[] = [
  { name: 'kinds', type: '[EntityKind!]', description: 'Only where the other end is of one of these kinds.' },
  VIA,
  { name: 'fact', type: 'FactFilter', description: 'Which facts.' },
  FIRST,
  AFTER,
];

/** The arguments of a page of relations. */
export const RELATIONS_ARGUMENTS: readonly Argument[] = [
  { name: 'where', type: 'FactFilter', description: 'Which facts.' },
  FIRST,
  AFTER,
];
