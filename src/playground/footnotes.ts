import { useContext, useEffect, useState } from 'react';
import { post } from './api.js';
import { LanguageContext, type Language } from './words.js';

/** What is asked of the sources of the graph, to tell a footnote in Vietnamese. */
interface SourceRow {
  readonly en: string;
  readonly vi: string;
  readonly publisher: string | null;
  readonly publishedOn: { readonly en: string; readonly vi: string } | null;
}

const SOURCES_QUERY = `query NamesOfSources {
  sources(first: 100) {
    nodes {
      publisher
      en: name(lang: EN)
      vi: name(lang: VI)
      publishedOn { en: text(lang: EN) vi: text(lang: VI) }
    }
  }
}`;

/** Puts a footnote into another language as far as the graph has the words; else leaves it as it is. */
export type Footnotes = (footnote: string) => string;

const asTheyAre: Footnotes = (footnote) => footnote;

/**
 * Footnotes are told in English: name, publisher and date of a source, then the place in it. In Vietnamese the graph has
 * the name and the date:
 *
 *     Briefing on relations between Viet Nam and Cambodia (2009), 2009, ¶13
 *     →  Tóm tắt về quan hệ Việt Nam-Campuchia (2009), 2009, ¶13
 */
export function footnotesIn(sources: readonly SourceRow[], language: Language): Footnotes {
  if (language === 'en') return asTheyAre;
  const headIn = (source: SourceRow, of: Language) =>
    [source[of], source.publisher, source.publishedOn?.[of]].filter((part) => part != null).join(', ');
  const heads = sources
    .map((source) => [headIn(source, 'en'), headIn(source, language)] as const)
    // Of two sources whose names begin alike the longer is meant.
    .toSorted(([one], [other]) => other.length - one.length);
  return (footnote) => {
    const found = heads.find(([head]) => footnote === head || footnote.startsWith(`${head}, `));
    return found ? found[1] + footnote.slice(found[0].length) : footnote;
  };
}

let asked: Promise<readonly SourceRow[]> | undefined;

/** The names of the sources of the graph, asked once; none where the server does not tell them, until asked again. */
function fetchSourceNames(): Promise<readonly SourceRow[]> {
  asked ??= post({ query: SOURCES_QUERY }).then(
    ({ data }) => (data as { sources?: { nodes: readonly SourceRow[] } } | null | undefined)?.sources?.nodes ?? [],
    () => {
      asked = undefined;
      return [];
    },
  );
  return asked;
}

/** Tells footnotes in the language of the page; as they are until the names of the sources have come. */
export function useFootnotes(): Footnotes {
  const language = useContext(LanguageContext);
  const [tell, setTell] = useState<Footnotes>(() => asTheyAre);
  useEffect(() => {
    let isGone = false;
    if (language === 'en') setTell(() => asTheyAre);
    else
      void fetchSourceNames().then((sources) => {
        if (!isGone) setTell(() => footnotesIn(sources, language));
      });
    return () => void (isGone = true);
  }, [language]);
  return tell;
}
