import type { Language } from './words.js';

/** What relations, properties and values are called, as the graph declares it. Owners are kinds and types of relations. */
export interface Vocabulary {
  /** How a fact of a type reads, seen from its start or from its end: `is a party to`. */
  phrase(type: string, isForth: boolean, language: Language): string;
  /** What a property is called; `undefined` where none is called so. Any owner's where the owner is not known. */
  property(owner: string | undefined, name: string, language: Language): string | undefined;
  /** What a value of a property is called; the text itself where the property is no enumeration. */
  value(owner: string | undefined, name: string, text: string, language: Language): string;
}

type Label = Readonly<Record<Language, string>>;

interface PropertyRow extends Label {
  readonly name: string;
  readonly values: readonly (Label & { readonly value: string })[];
}

/** The vocabulary as the page asks for it. */
export interface VocabularyRow {
  readonly kinds: readonly { readonly kind: string; readonly properties: readonly PropertyRow[] }[];
  readonly relations: readonly (Label & {
    readonly type: string;
    readonly viBack: string;
    readonly enBack: string;
    readonly properties: readonly PropertyRow[];
  })[];
}

/** The words that an answer to the question for the vocabulary holds. */
export function vocabularyOf({ kinds, relations }: VocabularyRow): Vocabulary {
  const phrases = new Map(relations.map((relation) => [relation.type, relation]));
  const owners = new Map<string, Map<string, PropertyRow>>();
  const anywhere = new Map<string, PropertyRow>();
  for (const { properties, ...owner } of [...kinds, ...relations]) {
    owners.set('kind' in owner ? owner.kind : owner.type, new Map(properties.map((one) => [one.name, one])));
    for (const one of properties) if (!anywhere.has(one.name)) anywhere.set(one.name, one);
  }
  const find = (owner: string | undefined, name: string) =>
    (owner === undefined ? anywhere : owners.get(owner))?.get(name);
  return {
    phrase: (type, isForth, language) => {
      const known = phrases.get(type);
      if (!known) return `${isForth ? '→' : '←'} ${inWords(type)}`;
      return isForth ? known[language] : known[`${language}Back`];
    },
    property: (owner, name, language) => find(owner, name)?.[language],
    value: (owner, name, text, language) =>
      find(owner, name)?.values.find(({ value }) => value === text)?.[language] ?? text,
  };
}

/** `concludedOn` as `concluded on`, `PARTY_TO` as `party to`. */
export const inWords = (name: string): string =>
  name
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .replaceAll('_', ' ')
    .toLowerCase();
