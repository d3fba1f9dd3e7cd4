/**
 * A key that sorts by code point as a Vietnamese dictionary sorts: a, ă, â, b, c, d, đ, e, ê …, a syllable without a
 * tone before huyền, hỏi, ngã, sắc and nặng, and letters before tones. Other scripts keep their code points.
 *
 * The key is stored at load, so that every store gives the same order, whatever collation it has. `Đồng Nai` has the
 * key `d{o|ng nai`, then the places of its tones.
 */
export function sortKey(text: string): string {
  let letters = '';
  let tones = '';
  for (const character of text.normalize('NFD').toLowerCase()) {
    const tone = TONES.indexOf(character);
    if (tone >= 0) tones = tones.slice(0, -1) + (tone + 1);
    else if (MARKS[character]) letters += MARKS[character];
    else if (/[\u0300-\u036f]/.test(character)) continue;
    else {
      letters += character === 'đ' ? 'd{' : /[\s\p{P}]/u.test(character) ? ' ' : beyond(character) + character;
      tones += '0';
    }
  }
  return `${letters.replace(/ +/g, ' ').trim()}\u0001${tones.replace(/0+$/, '')}`;
}

/** What keeps a character of two UTF-16 units after all others, so that keys compare alike by unit and by code point. */
function beyond(character: string): string {
  return character.length > 1 ? '\uffff' : '';
}

/** Huyền, hỏi, ngã, sắc and nặng: tones in dictionary order. */
const TONES = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];

/** Breve, circumflex and horn: what makes ă â ê ô ơ ư of a e o u. They sort after every letter, in dictionary order. */
const MARKS: Readonly<Record<string, string>> = { '\u0306': '{', '\u0302': '|', '\u031b': '}' };
