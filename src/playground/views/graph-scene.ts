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
