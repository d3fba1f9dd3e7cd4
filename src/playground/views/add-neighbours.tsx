import type { Around } from './neighbours.js';
import { usePictureWords } from './picture-words.js';
import type { Subgraph } from './subgraph.js';

/** Draws what the graph holds around an entity, besides what the answer does. */
export function AddNeighbours(props: {
  id: string;
  subgraph: Subgraph;
  around: Around | undefined;
  onAdd: () => void;
}) {
  const { id, subgraph, around } = props;
  const words = usePictureWords();
  const added = typeof around === 'object' ? around.subgraph.entities : undefined;
  const isNew = (one: string) => one !== id && !subgraph.entities.has(one);
  return (
    <>
      {typeof around !== 'object' && (
        <button type="button" className="link" onClick={props.onAdd}>
          {words.addNeighbours}
        </button>
      )}
      <span role="status" className="muted">
        {around === 'asking' && words.asking}
        {around === 'failed' && words.unreachable}
        {added && typeof around === 'object' && words.added([...added.keys()].filter(isNew).length, around.omitted)}
      </span>
    </>
  );
}
