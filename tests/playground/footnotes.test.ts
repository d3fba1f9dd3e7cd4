import { describe, expect, test, vi } from 'vitest';

// What the page knows of itself, as the modules read it when they are imported.
vi.stubGlobal('document', { baseURI: 'http://localhost/' });
const { footnotesIn } = await import('../../src/playground/footnotes.js');
const { languageOf } = await import('../../src/playground/language-of.js');

describe('footnotesIn', () => {
  const briefing = {
    en: 'Briefing',
    vi: 'Tóm tắt',
    publisher: 'MOFA',
    publishedOn: { en: 'October 2009', vi: 'tháng 10/2009' },
  };
  const longer = {
    ...briefing,
    publishedOn: null,
    en: 'Briefing, MOFA, October 2009, second part',
    vi: 'Tóm tắt, phần hai',
  };
  const tell = footnotesIn([briefing, longer], 'vi');

  test('tells name and date in Vietnamese, and leaves the places', () => {
    expect(tell('Briefing, MOFA, October 2009, ¶8, ¶9')).toBe('Tóm tắt, MOFA, tháng 10/2009, ¶8, ¶9');
  });

  test('takes the longer of two names that begin alike', () => {
    expect(tell('Briefing, MOFA, October 2009, second part, MOFA, ¶1')).toBe('Tóm tắt, phần hai, MOFA, ¶1');
  });

  test('leaves a footnote that it does not know, and all on an English page', () => {
    expect(tell('Briefings, ¶8')).toBe('Briefings, ¶8');
    expect(footnotesIn([briefing], 'en')('Briefing, MOFA, October 2009')).toBe('Briefing, MOFA, October 2009');
  });
});

describe('languageOf', () => {
  test.each([
    ['A misprint for 2005. No source tells of a treaty in 2015.', 'en'],
    ['Tô Lâm was in Tây Ninh when it was signed in the presence of both sides.', 'en'],
    ['Bài về phát biểu của Người Phát ngôn Bộ Ngoại giao Lê Thị Thu Hằng, dangcongsan.vn, ¶5', 'vi'],
    ['¶5', 'en'],
  ])('takes “%s” for %s', (text, language) => expect(languageOf(text)).toBe(language));
});
