import { useContext, useEffect, useState } from 'react';
import { post } from '../api.js';
import { LanguageContext, words, type Absence, type Language } from '../words.js';
import { keyOfMoment, type Moment } from './moments.js';

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
  /** The moment as of which it is there. */
  readonly moment: Moment | undefined;
  readonly id: string;
  readonly property: string;
  readonly text: string;
  readonly modality: string;
  readonly rank: string;
  readonly rankReason: string | null;
  readonly footnotes: readonly string[];
}

type Asked<T> = T | 'asking' | 'failed';

/**
 * When a fact held, how it is stated and on whose word, asked for by its id, as of the moment that the answer tells of.
 * Nothing is asked where there is no id.
 */
export function useTold(id: string | undefined, moment: Moment | undefined): Asked<Told> {
  return useAsked(id, [moment], fetchTold);
}

/**
 * The claims of an entity behind the fields that an answer shows of it: those of the same property, or, where a field
 * has another key in the answer, of the same text. Of several moments, those of each.
 */
export function useStated(
  id: string,
  shown: ReadonlyMap<string, string>,
  moments: readonly (Moment | undefined)[],
): Asked<readonly Stated[]> {
  const asked = useAsked(shown.size === 0 ? undefined : id, moments, fetchStated);
  if (typeof asked === 'string') return asked;
  const texts = new Set(shown.values());
  return asked.filter(({ property, text }) => shown.has(property) || texts.has(text));
}

function useAsked<T>(
  id: string | undefined,
  moments: readonly (Moment | undefined)[],
  fetchIt: (
    id: string,
    moments: readonly (Moment | undefined)[],
    language: Language,
    signal: AbortSignal,
  ) => Promise<T>,
): Asked<T> {
  const language = useContext(LanguageContext);
  const [asked, setAsked] = useState<Asked<T>>('asking');
  const at = moments.map(keyOfMoment).join();
  useEffect(() => {
    if (id === undefined) return;
    const controller = new AbortController();
    fetchIt(id, moments, language, controller.signal).then(setAsked, () => {
      if (!controller.signal.aborted) setAsked('failed');
    });
    return () => controller.abort();
  }, [id, at, language, fetchIt]);
  return asked;
}

const TOLD = `node(id: $id) {
  ... on Fact {
    modality rank rankReason origin
    validTime { from { text(lang: $lang) } to { text(lang: $lang) } }
    citations { footnote }
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

async function fetchTold(
  id: string,
  [moment]: readonly (Moment | undefined)[],
  language: Language,
  signal: AbortSignal,
): Promise<Told> {
  const { node } = await answerOf<{ node: ToldRow | null }>('ToldOfFact', TOLD, id, moment, language, signal);
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

const STATED = `claims(first: 60, where: { subject: { eq: $id } }) {
  nodes {
    id property value absence modality rank rankReason
    date { text(lang: $lang) }
    quantity { text(lang: $lang) }
    citations { footnote }
  }
}`;

interface StatedRow extends Cited, Omit<Stated, 'text' | 'footnotes' | 'moment'> {
  readonly value: string | null;
  readonly absence: Absence | null;
  readonly date: { readonly text: string } | null;
  readonly quantity: { readonly text: string } | null;
}

async function fetchStated(
  id: string,
  moments: readonly (Moment | undefined)[],
  language: Language,
  signal: AbortSignal,
): Promise<readonly Stated[]> {
  const ofEach = await Promise.all(
    moments.map(async (moment) => {
      type Row = { claims: { nodes: readonly StatedRow[] } };
      const { claims } = await answerOf<Row>('StatedOfEntity', STATED, id, moment, language, signal);
      return claims.nodes.map((row) => ({
        ...row,
        moment,
        text: row.absence
          ? words[language].absences[row.absence]
          : (row.date?.text ?? row.quantity?.text ?? row.value ?? ''),
        footnotes: footnotesOf(row),
      }));
    }),
  );
  return ofEach.flat();
}

/** Asks for some fields of `Query`, of `$id` in the language `$lang`, as of a moment. */
async function answerOf<T>(
  name: string,
  fields: string,
  id: string,
  moment: Moment | undefined,
  language: Language,
  signal: AbortSignal,
): Promise<T> {
  const variables = { id, lang: language.toUpperCase() };
  const { data, errors } = await post(
    moment
      ? {
          query: `query ${name}($id: ID!, $lang: Language!, $validAt: Date, $knownAt: Date) { asOf(validAt: $validAt, knownAt: $knownAt) { ${fields} } }`,
          variables: { ...variables, ...moment },
        }
      : { query: `query ${name}($id: ID!, $lang: Language!) { ${fields} }`, variables },
    signal,
  );
  if (errors?.length || !data) throw new Error(errors?.[0]?.message);
  return (moment ? (data as { asOf: T }).asOf : data) as T;
}

const footnotesOf = ({ citations = [] }: Cited): string[] => citations.map(({ footnote }) => footnote);
