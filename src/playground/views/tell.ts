import type { Vocabulary } from '../vocabulary.js';
import type { Language } from '../words.js';
import type { Detail, FactLink } from './subgraph.js';

/** Puts what an answer holds into the words of the graph, in one language. */
export interface Tell {
  /** What joins the two ends of a link, seen from its start unless said: `is a party to`. */
  relation(link: FactLink, seenFrom?: string): string;
  /** What a field of the answer is called; its response key where the graph has no word for it. */
  property(owner: string | undefined, key: string): string;
  /** A field of an entity of a kind, or of a fact of a type, with what it says. */
  detail(owner: string | undefined, detail: Detail): Detail;
}

/** Tells in the words of a vocabulary. */
export function tellIn(vocabulary: Vocabulary, language: Language): Tell {
  const property = (owner: string | undefined, key: string) => vocabulary.property(owner, key, language) ?? key;
  return {
    relation: (link, seenFrom = link.from) => {
      const isFromStart = seenFrom === link.from;
      if (link.type === undefined) return isFromStart ? link.relation : `← ${link.relation}`;
      return vocabulary.phrase(link.type, isFromStart === link.isForward, language);
    },
    property,
    detail: (owner, [key, text]) => [property(owner, key), vocabulary.value(owner, key, text, language)],
  };
}
