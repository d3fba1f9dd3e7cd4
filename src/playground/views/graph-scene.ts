import type { Core, EdgeSingular } from 'cytoscape';
import type { Point } from './graph-model.js';
import type { Scene, SceneLink, SceneNode } from './graph-svg.js';
import type { FactLink } from './subgraph.js';

/** A drawing of cytoscape as it is seen. */
export function sceneOf(
  cy: Core,
  nodes: readonly Omit<SceneNode, 'side'>[],
  facts: ReadonlyMap<string, FactLink>,
  letters: number,
): Scene {
  return {
    nodes: nodes.map((one) => {
      const node = cy.getElementById(one.id);
      const side = (['above', 'right', 'left'] as const).find((side) => node.hasClass(side)) ?? 'below';
      return { ...one, side: node.hasClass('unnamed') ? undefined : side };
    }),
    links: cy.edges().map((edge) => sceneLinkOf(edge, facts.get(edge.id())!, letters)),
  };
}

function sceneLinkOf(edge: EdgeSingular, link: FactLink, letters: number): SceneLink {
  const zoom = edge.cy().zoom();
  const scaled = ({ x, y }: Point) => ({ x: x * zoom, y: y * zoom });
  const [start, end] = [scaled(edge.sourceEndpoint()), scaled(edge.targetEndpoint())];
  const isCurved = !edge.hasClass('bent') && (edge.controlPoints()?.length ?? 0) > 0;
  const turn = (Math.atan2(end.y - start.y, end.x - start.x) * 180) / Math.PI;
  const angle = Math.abs(turn) > 90 ? turn + 180 : turn;
  return {
    ...{ link, start, end, isCurved },
    through: ((isCurved ? edge.controlPoints() : edge.hasClass('bent') ? edge.segmentPoints() : undefined) ?? []).map(
      scaled,
    ),
    words: edge.hasClass('worded') ? { at: scaled(edge.midpoint()), angle, letters } : undefined,
  };
}

/** An image on paper, with a margin around it. */
export async function withMargin(image: Blob, paper: string, margin = 32): Promise<Blob | null> {
  const bitmap = await createImageBitmap(image);
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [bitmap.width + 2 * margin, bitmap.height + 2 * margin];
  const context = canvas.getContext('2d')!;
  context.fillStyle = paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(bitmap, margin, margin);
  return new Promise((resolve) => canvas.toBlob(resolve));
}
