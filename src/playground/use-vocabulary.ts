import { use } from 'react';
import { post } from './api.js';
import { vocabularyOf, type Vocabulary, type VocabularyRow } from './vocabulary.js';

const VOCABULARY_QUERY = `query WordsOfTheGraph {
  graph {
    vocabulary {
      kinds { kind properties { ...property } }
      relations {
        type
        vi: forward(lang: VI)
        en: forward(lang: EN)
        viBack: backward(lang: VI)
        enBack: backward(lang: EN)
        properties { ...property }
      }
    }
  }
}
fragment property on PropertyTerm {
  name
  vi: label(lang: VI)
  en: label(lang: EN)
  values { value vi: label(lang: VI) en: label(lang: EN) }
}`;

let asked: Promise<Vocabulary> | undefined;
let known: Vocabulary | undefined;
let hasFailed = false;

/** The words of the graph behind this page, asked once; none where the server does not tell them, until asked again. */
export function fetchVocabulary(): Promise<Vocabulary> {
  if (!asked || hasFailed) {
    hasFailed = false;
    asked = post({ query: VOCABULARY_QUERY }).then(
      ({ data }) => {
        const told = (data as { graph?: { vocabulary?: VocabularyRow } } | null | undefined)?.graph?.vocabulary;
        return (known = vocabularyOf(told ?? { kinds: [], relations: [] }));
      },
      () => {
        hasFailed = true;
        return vocabularyOf({ kinds: [], relations: [] });
      },
    );
  }
  return asked;
}

/** The words of the graph; the component waits for them, where no other has yet. */
export const useVocabulary = (): Vocabulary => known ?? use(asked ?? fetchVocabulary());
