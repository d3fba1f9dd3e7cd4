import type { Language } from './words.js';

const MARKED = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/iu;

/**
 * The language of a sentence that says none: Vietnamese where more than a third of its words bear Vietnamese marks, else
 * English. A name or two in a sentence in English are fewer.
 */
export function languageOf(text: string): Language {
  const words = text.normalize('NFC').match(/\p{L}+/gu) ?? [];
  return words.filter((word) => MARKED.test(word)).length * 3 > words.length ? 'vi' : 'en';
}
