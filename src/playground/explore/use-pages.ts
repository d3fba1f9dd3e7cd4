import { useContext, useRef, useState } from 'react';
import { ask } from '../api.js';
import { LanguageContext } from '../words.js';
import { moreQuestion, type EntityRow, type PageOf } from './questions.js';

/** What has come of a connection so far. */
export interface Pages<Row> {
  readonly nodes: readonly Row[];
  readonly totalCount: number;
  readonly state: 'more' | 'asking' | 'failed' | 'whole';
  /** Asks for the next page. */
  readonly next: () => void;
}

/** The facts or claims of an entity: its first page, and those that the reader asks for after it. */
export function usePages<Of extends 'related' | 'claims'>(
  entity: EntityRow,
  of: Of,
): Pages<EntityRow[Of]['nodes'][number]> {
  type Row = EntityRow[Of]['nodes'][number];
  const language = useContext(LanguageContext);
  const first = entity[of] as PageOf<Row>;
  const [added, setAdded] = useState<{ to: PageOf<Row>; pages: readonly PageOf<Row>[]; hasFailed: boolean }>();
  const [asking, setAsking] = useState<PageOf<Row>>();
  const current = useRef(first);
  current.current = first;
  const pages = added?.to === first ? [first, ...added.pages] : [first];
  const { hasNextPage, endCursor } = pages.at(-1)!.pageInfo;
  const next = () => {
    if (!hasNextPage || endCursor === null || asking === first) return;
    setAsking(first);
    void ask(moreQuestion(of, entity.id, endCursor, language), new AbortController().signal).then((outcome) => {
      setAsking(undefined);
      // The language, and with it the page, may have changed meanwhile.
      if (current.current !== first) return;
      const told = outcome.state === 'answered' ? (outcome.answer.data as { entity?: EntityRow } | null) : undefined;
      const page = told?.entity?.[of] as PageOf<Row> | undefined;
      setAdded({ to: first, pages: [...pages.slice(1), ...(page ? [page] : [])], hasFailed: !page });
    });
  };
  return {
    nodes: pages.flatMap(({ nodes }) => nodes),
    totalCount: first.totalCount,
    state:
      asking === first ? 'asking' : added?.to === first && added.hasFailed ? 'failed' : hasNextPage ? 'more' : 'whole',
    next,
  };
}
