import { pathOf, styleOf } from './kinds.js';
import { usePictureWords } from './picture-words.js';
import type { FactLink, Subgraph } from './subgraph.js';
import { useTell } from './use-tell.js';

/** The mark of a kind, as in the drawing. */
export function KindMark({ kind }: { kind: string }) {
  const { shape } = styleOf(kind);
  return (
    <svg className={`kind-mark kind-${kind}`} viewBox="-10 -10 20 20" width="14" height="14" aria-hidden="true">
      <path d={pathOf(shape, 0, 0, 9)} style={{ fill: kindFill(kind) }} />
    </svg>
  );
}

/** The colour of a kind in both themes, for CSS. */
export const kindFill = (kind: string): string => {
  const { light, dark } = styleOf(kind).colour;
  return `light-dark(${light}, ${dark})`;
};

/** A fact in a line: both ends, or the far one where one end is plain from the context. */
export function LinkText(props: { link: FactLink; subgraph: Subgraph; seenFrom?: string }) {
  const { link, subgraph, seenFrom } = props;
  const words = usePictureWords();
  const tell = useTell();
  const name = (id: string) => subgraph.entities.get(id)?.name ?? id;
  const standing = link.standing !== 'stated' && (
    <span className={`standing ${link.standing}`}>{words[link.standing]}</span>
  );
  if (seenFrom === undefined)
    return (
      <>
        {name(link.from)} <span className="relation">{tell.relation(link)}</span> {name(link.to)} {standing}
      </>
    );
  return (
    <>
      <span className="relation">{tell.relation(link, seenFrom)}</span>{' '}
      {name(link.from === seenFrom ? link.to : link.from)} {standing}
    </>
  );
}
