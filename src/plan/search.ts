import type { SearchKeys } from '../model/search.js';
import type { Page, Parameter } from './read-plan.js';

/**
 * What a search looks for: the value of a parameter. `written`, `words` (each once), `spaced` and `squeezed` are the
 * text's search keys, as `src/model/search.ts` makes them of a text of 200 characters at most.
 */
export interface Sought extends SearchKeys {
  /** The text as it was given. */
  readonly text: string;
  /** `spaced` and a space. */
  readonly opening: string;
  /** How long `spaced` is, in UTF-16 units. */
  readonly length: number;
  /** For each word, its edit keys; none where it must be met as it is. */
  readonly edits: readonly (readonly string[])[];
  /** The kinds that are looked for, as `EntityKind` names them; null for all. */
  readonly kinds: readonly string[] | null;
  /** The entity that a hit should have to do with, by its id or a folded name; null where none is said. One of many searches only has some. */
  readonly country: { readonly id: string | null; readonly name: string | null } | null;
}

/**
 * **Hits.** The hits of what is sought are the entities of the kinds sought of which a name matches. A name matches in
 * the first of these ways that holds, and has the points of `POINTS`:
 *
 * 1. `written`: its `written` is that of the text.
 * 2. `equal`: its `squeezed` is that of the text.
 * 3. `startsWithWords`: its `spaced` begins with the text's `opening`.
 * 4. `startsWith`: its `spaced` begins with the text's.
 * 5. `hasWords`: each word of the text is one of its words.
 * 6. `hasBeginnings`: each word of the text is one of its words or the beginning of one.
 * 7. `hasWordsNearly`: each word of the text is one of its words, or the beginning of one, or has an edit key in common
 *    with one.
 *
 * In the ways 3 to 7 it has `MOST_COVERAGE` × min(t, n) / n points more, rounded down, where t and n are the lengths of
 * the text's and the name's `spaced` in UTF-16 units. A text without words matches nothing.
 *
 * The name that counts for an entity is the one with the most points; among equals, the first in the order of
 * `searchNamesOf`. A hit has, like a fact, properties of its own: `score`, the points of that name; `matchedOn`, its
 * text; `kind`, the entity's kind; and `isMatch`: the points are those of `equal` or more, and no other hit's are.
 *
 * **Country.** A hit that is the entity sought as `country`, or one of those that have its name, or that has a relation with
 * one that is neither denied nor deprecated, has `COUNTRY_POINTS` more in its `score`. Its property `parts` is the list of
 * both: the points of its name, and those. Where a country is sought, `isMatch` is asked of the hits that have them only.
 */
export interface Matching {
  /** A parameter that is a `Sought`. */
  readonly matching: Parameter;
}

/**
 * Many searches in one read: for each `Sought` of a list, in its order, a row with the columns of the page that it gives,
 * and the text that is sought under each key of `queries`.
 */
export interface MatchesPlan {
  readonly answer: 'matches';
  /** A parameter that is a list of `Sought`. */
  readonly sought: Parameter;
  /** A page along a search. Its parameter `matching` has no value of its own: it is each of the list in turn. */
  readonly page: Page & { readonly along: Matching };
  readonly queries: readonly string[];
}
