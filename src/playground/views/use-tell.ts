import { useContext, useMemo } from 'react';
import { useVocabulary } from '../use-vocabulary.js';
import { LanguageContext } from '../words.js';
import { tellIn, type Tell } from './tell.js';

/** Tells in the words of this page's graph, in its language. */
export function useTell(): Tell {
  const vocabulary = useVocabulary();
  const language = useContext(LanguageContext);
  return useMemo(() => tellIn(vocabulary, language), [vocabulary, language]);
}
