import { fold } from '../model/fold.js';

/** Text as it is searched for names and figures: folded, and with one kind of quotation mark and apostrophe. */
export function searchable(text: string): string {
  return fold(text.replace(/[‘’ʼ`´]/g, "'").replace(/[“”„«»]/g, '"'));
}

/** Whether words stand in a text, both searchable: as whole words, not as a part of longer ones. */
export function standsIn(words: string, text: string): boolean {
  const escaped = words.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const before = /^[\p{L}\p{M}\p{N}]/u.test(words) ? '(?<![\\p{L}\\p{M}\\p{N}]|\\d[.,/])' : '';
  const after = /[\p{L}\p{M}\p{N}]$/u.test(words) ? '(?![\\p{L}\\p{M}\\p{N}]|[.,/]\\d)' : '';
  return words !== '' && new RegExp(before + escaped + after, 'u').test(text);
}
