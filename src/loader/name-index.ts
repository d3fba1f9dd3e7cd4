import { searchable } from './folded-text.js';
import type { SeedEntity } from './seed.js';

/** Finds the entities that words name. */
export interface NameIndex {
  /** The ids of the entities of one kind whose names stand in the words. */
  namedIn(words: string, singular: string): ReadonlySet<string>;
}

/** Indexes all names of entities, so that the names in a few words are found without a look at each entity. */
export function indexNames(entities: Iterable<SeedEntity>): NameIndex {
  const ids = new Map<string, Set<string>>();
  let longest = 0;
  for (const { id, names } of entities) {
    for (const { text } of names) {
      const words = wordsOf(text);
      longest = Math.max(longest, words.length);
      const key = words.join(' ');
      const known = ids.get(key);
      if (known) known.add(id);
      else ids.set(key, new Set([id]));
    }
  }
  return {
    namedIn: (text, singular) => {
      const words = wordsOf(text);
      const found = new Set<string>();
      for (let start = 0; start < words.length; start++) {
        for (let end = start + 1; end <= Math.min(words.length, start + longest); end++) {
          for (const id of ids.get(words.slice(start, end).join(' ')) ?? []) {
            if (id.startsWith(`${singular}/`)) found.add(id);
          }
        }
      }
      return found;
    },
  };
}

function wordsOf(text: string): readonly string[] {
  return searchable(text)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
}
