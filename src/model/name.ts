import type { Language } from './partial-date.js';

/** One name of an entity. */
export interface Name {
  readonly text: string;
  /** Absent where a name belongs to no language, such as an abbreviation that all use. */
  readonly language?: Language;
  /** The name to show in its language; the others are variants that find the entity. */
  readonly preferred: boolean;
}

/** Languages in the order in which a name is looked for when the wanted one is missing. */
const FALLBACK: readonly Language[] = ['vi', 'en', 'km'];

/** The name to show in a language, else in Vietnamese, English or Khmer: in its own script, so the fallback is seen. */
export function nameIn(names: readonly Name[], language: Language): string {
  for (const wanted of [language, ...FALLBACK]) {
    const name = names.find((candidate) => candidate.preferred && candidate.language === wanted);
    if (name) return name.text;
  }
  return names[0]!.text;
}
