import { boxAt, squareOf, type Named, type Side } from './graph-labels.js';
import { lineOf, type Palette } from './graph-look.js';
import type { Point } from './graph-model.js';
import { inLegendOrder, pathOf, styleOf } from './kinds.js';
import type { EntityNode, FactLink } from './subgraph.js';

/** A drawing as it is seen, in pixels. */
export interface Scene {
  readonly nodes: readonly SceneNode[];
  readonly links: readonly SceneLink[];
}

/** A node at its place, with the room of its name. */
export interface SceneNode extends Named {
  readonly node: EntityNode;
  readonly lines: readonly string[];
  /** The size of the letters. */
  readonly letters: number;
  /** Where the name stands; absent where there is no room for it. */
  readonly side?: Side | undefined;
}

/** The line of a fact, from the edge of one node to that of another. */
export interface SceneLink {
  readonly link: FactLink;
  readonly start: Point;
  readonly end: Point;
  /** Where it bends, or what pulls it into a curve. */
  readonly through: readonly Point[];
  readonly isCurved: boolean;
  /** Where its words stand, on a line at this angle in degrees; absent where there is no room for them. */
  readonly words?: { readonly at: Point; readonly angle: number; readonly letters: number } | undefined;
}

const LEGEND_ROW = 22;
const MARGIN = 20;

/** A graph as an SVG document of its own, with its legend and the line that says where it comes from. */
export function graphSvg(
  { nodes, links }: Scene,
  palette: Palette,
  texts: {
    readonly title: string;
    readonly credit: string;
    readonly kindName: (kind: string) => string;
    readonly relation: (link: FactLink) => string;
  },
): string {
  const boxes = nodes.flatMap((node) => [squareOf(node), ...(node.side ? [boxAt(node, node.side)] : [])]);
  const left = Math.floor(Math.min(0, ...boxes.map((box) => box.left)) - MARGIN);
  const top = Math.floor(Math.min(0, ...boxes.map((box) => box.top)) - MARGIN);
  const width = Math.ceil(Math.max(240, ...boxes.map((box) => box.right)) + MARGIN - left);
  const bottom = Math.ceil(Math.max(0, ...boxes.map((box) => box.bottom)) + MARGIN + 10);
  const kinds = inLegendOrder(nodes.map(({ node }) => node.kind));
  const lines = links.map((one) => {
    const { colour, dash } = lineOf(one.link.standing, palette);
    const looks = `${dash.length ? ` stroke-dasharray="${dash.join(' ')}"` : ''}${one.link.isCurrent === false ? ' opacity="0.55"' : ''}`;
    return `<path class="link" d="${routeOf(one)}" fill="none" stroke="${colour}" stroke-width="1.4"${looks} marker-end="url(#to-${one.link.standing})"><title>${escape(texts.relation(one.link))}</title></path>`;
  });
  const words = links.flatMap(({ link, words }) =>
    words
      ? [
          `<text class="words" transform="translate(${round(words.at.x)} ${round(words.at.y)}) rotate(${round(words.angle)})" dy="0.35em" font-size="${round(words.letters)}" fill="${palette.muted}"${outlined(palette)}>${escape(texts.relation(link))}</text>`,
        ]
      : [],
  );
  const drawn = nodes.map((one) => {
    const { node, x, y, radius } = one;
    const { shape, colour } = styleOf(node.kind);
    const looks = `${node.isPlanned ? ` fill-opacity="0.35" stroke="${palette.accent}" stroke-width="1.5" stroke-dasharray="4 3"` : ''}${node.isDisputed ? ` stroke="${palette.bad}" stroke-width="3"` : ''}`;
    return `<g class="node"><title>${escape(`${node.name} (${texts.kindName(node.kind)})`)}</title><path d="${pathOf(shape, round(x), round(y), round(radius))}" fill="${colour[palette.theme]}"${looks}/>${nameOf(one, palette)}</g>`;
  });
  const legend = kinds.map((kind, index) => {
    const y = bottom + index * LEGEND_ROW;
    return `<path d="${pathOf(styleOf(kind).shape, left + 24, y, 7)}" fill="${styleOf(kind).colour[palette.theme]}"/><text x="${left + 40}" y="${y + 4}" text-anchor="start">${escape(texts.kindName(kind))}</text>`;
  });
  const height = bottom + kinds.length * LEGEND_ROW + 30 - top;
  const heads = [...new Set(links.map(({ link }) => link.standing))].map(
    (standing) =>
      `<marker id="to-${standing}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto" markerUnits="userSpaceOnUse"><path d="M0 0L8 4L0 8Z" fill="${lineOf(standing, palette).colour}"/></marker>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} ${top} ${width} ${height}" width="${width}" height="${height}" font-family="Inter, 'Inter Variable', 'Noto Sans', 'Noto Sans Khmer', 'Noto Sans Khmer Variable', system-ui, sans-serif" font-size="11" text-anchor="middle" fill="${palette.ink}">
<title>${escape(texts.title)}</title>
<defs>${heads.join('')}</defs>
<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="${palette.paper}"/>
${[...lines, ...words, ...drawn, ...legend].join('\n')}
<text x="${left + 16}" y="${top + height - 12}" text-anchor="start" fill="${palette.muted}">${escape(texts.credit)}</text>
</svg>
`;
}

/** The name of a node beside it. */
function nameOf(node: SceneNode, palette: Palette): string {
  if (!node.side) return '';
  const box = boxAt(node, node.side);
  const x = { below: node.x, above: node.x, right: box.left, left: box.right }[node.side];
  const anchor = { below: '', above: '', right: ' text-anchor="start"', left: ' text-anchor="end"' }[node.side];
  const step = node.height / node.lines.length;
  const lines = node.lines.map(
    (line, index) => `<tspan x="${round(x)}" y="${round(box.top + step * (index + 0.78))}">${escape(line)}</tspan>`,
  );
  return `<text class="name" font-size="${round(node.letters)}"${anchor}${outlined(palette)}>${lines.join('')}</text>`;
}

/** Letters that lines behind them do not cross. */
const outlined = ({ paper }: Palette): string =>
  ` paint-order="stroke" stroke="${paper}" stroke-width="3" stroke-linejoin="round"`;

/** A line as a path: through its bends, or in curves that what lies between pulls. */
function routeOf({ start, end, through, isCurved }: SceneLink): string {
  const at = ({ x, y }: Point) => `${round(x)} ${round(y)}`;
  if (!isCurved) return `M${[start, ...through, end].map(at).join('L')}`;
  const curves = through.map((pull, index) => {
    const next = through[index + 1];
    return `Q${at(pull)} ${at(next ? { x: (pull.x + next.x) / 2, y: (pull.y + next.y) / 2 } : end)}`;
  });
  return `M${at(start)}${curves.join('')}`;
}

const round = (value: number): number => Math.round(value * 10) / 10;

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
