import { useContext, useState } from 'react';
import { post } from '../api.js';
import { NAME } from '../complete.js';
import { LanguageContext, type Language } from '../words.js';
import { usePictureWords } from './picture-words.js';
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

/** Draws what the graph holds around an entity, besides what the answer does. */
export function AddNeighbours(props: { id: string; subgraph: Subgraph; onAdd: (subgraph: Subgraph) => void }) {
  const { id, subgraph } = props;
  const words = usePictureWords();
  const language = useContext(LanguageContext);
  const [done, setDone] = useState<string>();
  const add = () =>
    fetchNeighbours(id, language).then(
      ({ subgraph: around, omitted }) => {
        setDone(words.added([...around.entities.keys()].filter((one) => !subgraph.entities.has(one)).length, omitted));
        props.onAdd(around);
      },
      () => setDone(words.unreachable),
    );
  return (
    <>
      <button type="button" className="link" onClick={add}>
        {words.addNeighbours}
      </button>
      <span role="status" className="muted">
        {done}
      </span>
    </>
  );
}
