import type { EntityNode, FactLink, Subgraph } from './subgraph.js';

/** Nodes drawn at once: more can neither be laid out nor read. */
export const DRAWN_AT_MOST = 300;

/** What is drawn of a subgraph, and how much is not. */
export interface GraphDrawing {
  readonly nodes: readonly EntityNode[];
  readonly links: readonly FactLink[];
  readonly allNodes: number;
  readonly allLinks: number;
  /** What the answer joins by ways, where all of it does. */
  readonly ends?: Subgraph['ends'];
}

/**
 * Chooses the entities to draw: those with most facts first, of equals those that the answer names first. Every fact
 * between two of them is drawn.
 */
export function graphDrawing({ entities, links, ends }: Subgraph, limit = DRAWN_AT_MOST): GraphDrawing {
  const degrees = new Map<string, number>();
  for (const { from, to } of links)
    for (const end of new Set([from, to])) degrees.set(end, (degrees.get(end) ?? 0) + 1);
  const all = [...entities.values()];
  const drawn = new Set(
    (all.length <= limit
      ? all
      : all.toSorted((a, b) => (degrees.get(b.id) ?? 0) - (degrees.get(a.id) ?? 0)).slice(0, limit)
    ).map(({ id }) => id),
  );
  return {
    nodes: all.filter(({ id }) => drawn.has(id)),
    links: links.filter(({ from, to }) => drawn.has(from) && drawn.has(to)),
    allNodes: all.length,
    allLinks: links.length,
    ends,
  };
}

/** A point of a drawing. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a layout begins: on a spiral in the order of the answer, so that the same answer is always drawn the same. */
export function startingPoint(index: number): Point {
  const angle = index * 2.399963;
  const radius = 40 * Math.sqrt(index + 0.5);
  return { x: Math.round(radius * Math.cos(angle)), y: Math.round(radius * Math.sin(angle)) };
}
