import type { Language } from '../model/partial-date.js';
import type { Example } from '../model/release.js';
import { LANGUAGES } from './check-entity.js';
import { checkKeys, checkMap, checkText } from './check-leaf.js';
import { plain, type Located } from './located.js';
import type { Report } from './report.js';

const KEYS = ['id', 'theme', 'title', 'query', 'variables'];

/** One question of `examples.yaml`: `{ id, theme, title: { vi, en }, query, variables }`. */
export function checkExample(item: Located, report: Report): Example | undefined {
  const map = checkMap(item, `an example: { ${KEYS.join(', ')} }`, report);
  if (!map) return undefined;
  checkKeys(map, KEYS, 'An example', report);
  const textAt = (key: string): string | undefined => {
    const given = map.entries.get(key)?.value;
    if (!given) report(map.place, 'MISSING_REQUIRED', `The example has no “${key}”; it has ${KEYS.join(', ')}.`);
    return given && checkText(given, report);
  };
  const [id, theme, query] = [textAt('id'), textAt('theme'), textAt('query')];
  const titles = checkTitles(map.entries.get('title')?.value, report);
  if (Object.keys(titles).length === 0) {
    report(map.place, 'MISSING_NAME', 'The example has no title; write title: { vi: …, en: … }.');
  }
  const given = map.entries.get('variables')?.value;
  const variables = given && checkMap(given, 'the variables as a map: { id: agreement/… }', report);
  if (id === undefined || theme === undefined || query === undefined) return undefined;
  return { id, theme, titles, query, ...(variables && { variables: JSON.stringify(plain(variables)) }) };
}

function checkTitles(located: Located | undefined, report: Report): Readonly<Partial<Record<Language, string>>> {
  const map = located && checkMap(located, 'a title for each language: { vi: …, en: … }', report);
  if (!map) return {};
  checkKeys(map, LANGUAGES, 'The title', report);
  const entries = LANGUAGES.flatMap((language) => {
    const given = map.entries.get(language)?.value;
    const title = given && checkText(given, report);
    return title === undefined ? [] : [[language, title] as const];
  });
  return Object.fromEntries(entries);
}
