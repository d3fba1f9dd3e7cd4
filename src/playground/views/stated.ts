import { useContext, useEffect, useState } from 'react';
import { post } from '../api.js';
import { LanguageContext, words, type Absence, type Language } from '../words.js';

/** What is asked for once a fact is chosen: a picture of hundreds of facts does without. */
export interface Told {
  readonly time: string | undefined;
  readonly modality: string | undefined;
  readonly rank: string | undefined;
  readonly rankReason: string | undefined;
  readonly isReference: boolean;
  readonly footnotes: readonly string[];
}

/** A value of an entity, on whose word. */
export interface Stated {
  readonly id: string;
  readonly property: string;
  readonly text: string;
  readonly modality: string;
  readonly rank: string;
  readonly rankReason: string | null;
  readonly footnotes: readonly string[];
}

type Asked<T> = T | 'asking' | 'failed';

/** When a fact held, how it is stated and on whose word, asked for by its id. Nothing is asked where there is none. */
export function useTold(id: string | undefined): Asked<Told> {
  return useAsked(id, fetchTold);
}

/**
 * The claims of an entity behind the fields that an answer shows of it: those of the same property, or, where a field
 * has another key in the answer, of the same text.
 */
export function useStated(id: string, shown: ReadonlyMap<string, string>): Asked<readonly Stated[]> {
  const asked = useAsked(shown.size === 0 ? undefined : id, fetchStated);
  if (typeof asked === 'string') return asked;
  const texts = new Set(shown.values());
  return asked.filter(({ property, text }) => shown.has(property) || texts.has(text));
}

function useAsked<T>(
  id: string | undefined,
  fetchIt: (id: string, language: Language, signal: AbortSignal) => Promise<T>,
): Asked<T> {
  const language = useContext(LanguageContext);
  const [asked, setAsked] = useState<Asked<T>>('asking');
  useEffect(() => {
    if (id === undefined) return;
    const controller = new AbortController();
    fetchIt(id, language, controller.signal).then(setAsked, () => {
      if (!controller.signal.aborted) setAsked('failed');
    });
    return () => controller.abort();
  }, [id, language, fetchIt]);
  return asked;
}

const TOLD_QUERY = `query ToldOfFact($id: ID!, $lang: Language!) {
  node(id: $id) {
    ... on Fact {
      modality rank rankReason origin
      validTime { from { text(lang: $lang) } to { text(lang: $lang) } }
      citations { footnote }
    }
  }
}`;

interface Cited {
  readonly citations?: readonly { readonly footnote: string }[];
}

interface ToldRow extends Cited {
  readonly modality?: string;
  readonly rank?: string;
  readonly rankReason?: string | null;
  readonly origin?: string;
  readonly validTime?: {
    readonly from: { readonly text: string } | null;
    readonly to: { readonly text: string } | null;
  } | null;
}

async function fetchTold(id: string, language: Language, signal: AbortSignal): Promise<Told> {
  const { node } = await answerOf<{ node: ToldRow | null }>(TOLD_QUERY, id, language, signal);
  const { validTime, modality, rank, rankReason, origin } = node ?? {};
  return {
    time: validTime ? `${validTime.from?.text ?? '…'} – ${validTime.to?.text ?? '…'}` : undefined,
    modality,
    rank,
    rankReason: rankReason ?? undefined,
    isReference: origin === 'REFERENCE',
    footnotes: footnotesOf(node ?? {}),
  };
}

const STATED_QUERY = `query StatedOfEntity($id: ID!, $lang: Language!) {
  claims(first: 60, where: { subject: { eq: $id } }) {
    nodes {
      id property value absence modality rank rankReason
      date { text(lang: $lang) }
      quantity { text(lang: $lang) }
      citations { footnote }
    }
  }
}`;

interface StatedRow extends Cited, Omit<Stated, 'text' | 'footnotes'> {
  readonly value: string | null;
  readonly absence: Absence | null;
  readonly date: { readonly text: string } | null;
  readonly quantity: { readonly text: string } | null;
}

async function fetchStated(id: string, language: Language, signal: AbortSignal): Promise<readonly Stated[]> {
  const { claims } = await answerOf<{ claims: { nodes: readonly StatedRow[] } }>(STATED_QUERY, id, language, signal);
  return claims.nodes.map((row) => ({
    ...row,
    text: row.absence
      ? words[language].absences[row.absence]
      : (row.date?.text ?? row.quantity?.text ?? row.value ?? ''),
    footnotes: footnotesOf(row),
  }));
}

async function answerOf<T>(query: string, id: string, language: Language, signal: AbortSignal): Promise<T> {
  const { data, errors } = await post({ query, variables: { id, lang: language.toUpperCase() } }, signal);
  if (errors?.length || !data) throw new Error(errors?.[0]?.message);
  return data as T;
}

const footnotesOf = ({ citations = [] }: Cited): string[] => citations.map(({ footnote }) => footnote);
