import { useContext, useEffect, useMemo, useState } from 'react';
import { post } from '../api.js';
import { NAME } from '../complete.js';
import { LanguageContext, type Language } from '../words.js';
import { subgraphOf, type Subgraph } from './subgraph.js';

/** Neighbours added at once. */
const ADDED_AT_MOST = 40;

const NEIGHBOURS = `query Neighbours($id: ID!, $lang: Language!) {
  neighbourhood(of: [{ id: $id }], depth: 1, maxNodes: ${ADDED_AT_MOST}) {
    nodes { ...named }
    links {
      __typename id type modality rank rankReason isCurrent origin
      from { ...named }
      to { ...named }
    }
    omitted { count }
  }
}
fragment named on Entity { __typename id kind ${NAME}: name(lang: $lang) }`;

interface Neighbours {
  readonly subgraph: Subgraph;
  readonly omitted: number;
}

async function fetchNeighbours(id: string, language: Language): Promise<Neighbours> {
  const { data, errors } = await post({ query: NEIGHBOURS, variables: { id, lang: language.toUpperCase() } });
  if (!data) throw new TypeError(errors?.[0]?.message);
  const { neighbourhood } = data as { neighbourhood: { omitted: readonly { count: number }[] } };
  const omitted = neighbourhood.omitted.reduce((sum, { count }) => sum + count, 0);
  return { subgraph: subgraphOf({ neighbourhood: { ...neighbourhood, omitted: [] } }), omitted };
}

/** One picture with what another has besides; what both have stays as it was. */
export function joined(one: Subgraph, other: Subgraph): Subgraph {
  const known = new Set(one.links.map(({ id }) => id));
  return {
    entities: new Map(
      [...other.entities, ...one.entities].toSorted(
        ([a], [b]) => Number(one.entities.has(b)) - Number(one.entities.has(a)),
      ),
    ),
    links: [...one.links, ...other.links.filter(({ id }) => !known.has(id))],
    dates: one.dates,
  };
}

const asked = new Map<string, Promise<Neighbours>>();

/** What lies around an entity, asked once a language. */
function neighboursOf(id: string, language: Language): Promise<Neighbours> {
  const key = `${language} ${id}`;
  const asking = asked.get(key) ?? fetchNeighbours(id, language);
  asked.set(key, asking);
  // What failed may succeed when asked again.
  asking.catch(() => asked.delete(key));
  return asking;
}

/** How far the neighbours of an entity are. */
export type Around = Neighbours | 'asking' | 'failed';

/** The answer with the neighbours of some entities, as they come, and how far those of each are. */
export function useExpanded(
  subgraph: Subgraph,
  ids: readonly string[],
): { whole: Subgraph; around: ReadonlyMap<string, Around>; again: () => void } {
  const language = useContext(LanguageContext);
  const [round, setRound] = useState(0);
  const [around, setAround] = useState<ReadonlyMap<string, Around>>(new Map());
  useEffect(() => {
    let isGone = false;
    setAround((last) => new Map(ids.map((id) => [id, last.get(id) ?? 'asking'])));
    void Promise.all(
      ids.map((id) =>
        neighboursOf(id, language).then(
          (found) => [id, found] as const,
          () => [id, 'failed'] as const,
        ),
      ),
      // All at once, so that the drawing is laid out once.
    ).then((found) => isGone || setAround(new Map<string, Around>(found)));
    return () => void (isGone = true);
  }, [ids, language, round]);
  const whole = useMemo(
    () =>
      [...around.values()].reduce((sum, one) => (typeof one === 'object' ? joined(sum, one.subgraph) : sum), subgraph),
    [subgraph, around],
  );
  return { whole, around, again: () => setRound((last) => last + 1) };
}
