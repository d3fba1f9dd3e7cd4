import { linesOf, shortName, type GraphDrawing, type Point } from './graph-model.js';
import { lineOf, radiusOf, type Palette } from './graph-look.js';
import { inLegendOrder, pathOf, styleOf } from './kinds.js';
import type { FactLink } from './subgraph.js';

const LEGEND_ROW = 22;

/** A graph as an SVG document of its own, with its legend and the line that says where it comes from. */
export function graphSvg(
  { nodes, links }: GraphDrawing,
  positions: ReadonlyMap<string, Point>,
  palette: Palette,
  texts: {
    readonly title: string;
    readonly credit: string;
    readonly kindName: (kind: string) => string;
    readonly relation: (link: FactLink) => string;
  },
): string {
  const degrees = new Map<string, number>();
  for (const { from, to } of links) for (const end of [from, to]) degrees.set(end, (degrees.get(end) ?? 0) + 1);
  const placed = nodes.flatMap((node) => {
    const at = positions.get(node.id);
    return at ? [{ node, at, radius: radiusOf(degrees.get(node.id) ?? 0) }] : [];
  });
  const xs = placed.map(({ at }) => at.x);
  const ys = placed.map(({ at }) => at.y);
  const left = Math.min(0, ...xs) - 90;
  const top = Math.min(0, ...ys) - 60;
  const width = Math.max(...xs, 0) + 90 - left;
  const bottom = Math.max(...ys, 0) + 80;
  const kinds = inLegendOrder(nodes.map(({ kind }) => kind));
  const radii = new Map(placed.map(({ node, radius }) => [node.id, radius]));
  const lines = links.map((link) => {
    const from = positions.get(link.from);
    const to = positions.get(link.to);
    if (!from || !to) return '';
    const { colour, dash } = lineOf(link.standing, palette);
    const [start, end] = shorten(from, to, radii.get(link.from) ?? 0, (radii.get(link.to) ?? 0) + 5);
    return `<line x1="${start.x}" y1="${start.y}" x2="${end.x}" y2="${end.y}" stroke="${colour}"${dash.length ? ` stroke-dasharray="${dash.join(' ')}"` : ''} marker-end="url(#to)"><title>${escape(texts.relation(link))}</title></line>`;
  });
  const drawn = placed.map(({ node, at, radius }) => {
    const { shape, colour } = styleOf(node.kind);
    const names = linesOf(shortName(node.name)).map(
      (line, index) => `<tspan x="${at.x}" dy="${index === 0 ? 0 : 13}">${escape(line)}</tspan>`,
    );
    return `<g><title>${escape(`${node.name} (${texts.kindName(node.kind)})`)}</title><path d="${pathOf(shape, at.x, at.y, radius)}" fill="${colour[palette.theme]}"${node.isPlanned ? ' fill-opacity="0.35"' : ''}${node.isDisputed ? ` stroke="${palette.bad}" stroke-width="3"` : ''}/><text x="${at.x}" y="${at.y + radius + 13}">${names.join('')}</text></g>`;
  });
  const legend = kinds.map((kind, index) => {
    const y = bottom + index * LEGEND_ROW;
    return `<path d="${pathOf(styleOf(kind).shape, left + 24, y, 7)}" fill="${styleOf(kind).colour[palette.theme]}"/><text x="${left + 40}" y="${y + 4}" text-anchor="start">${escape(texts.kindName(kind))}</text>`;
  });
  const height = bottom + kinds.length * LEGEND_ROW + 30 - top;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} ${top} ${width} ${height}" width="${width}" height="${height}" font-family="Inter, 'Noto Sans', 'Noto Sans Khmer', system-ui, sans-serif" font-size="11" text-anchor="middle" fill="${palette.ink}">
<title>${escape(texts.title)}</title>
<defs><marker id="to" viewBox="0 0 8 8" refX="5" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8Z" fill="${palette.muted}"/></marker></defs>
<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="${palette.paper}"/>
${[...lines, ...drawn, ...legend].join('\n')}
<text x="${left + 16}" y="${top + height - 12}" text-anchor="start" fill="${palette.muted}">${escape(texts.credit)}</text>
</svg>
`;
}

/** A line without the parts within the two nodes. */
function shorten(from: Point, to: Point, atStart: number, atEnd: number): [Point, Point] {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const along = (point: Point, by: number): Point => ({
    x: Math.round((point.x + ((to.x - from.x) / length) * by) * 10) / 10,
    y: Math.round((point.y + ((to.y - from.y) / length) * by) * 10) / 10,
  });
  return [along(from, atStart), along(to, -atEnd)];
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
