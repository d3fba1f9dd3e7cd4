import cytoscape, {
  type EdgeSingular,
  type ElementDefinition,
  type NodeSingular,
  type StylesheetStyle,
} from 'cytoscape';
import fcose from 'cytoscape-fcose';
import { useEffect, useMemo, useRef, type RefObject } from 'react';
import { fillCanvas } from './graph-fill.js';
import { fittingWords, placeNames, squareOf, boxAt, type Named } from './graph-labels.js';
import { arrangeLayers, layersOf, type Arrangement } from './graph-layers.js';
import { startingPoint, type GraphDrawing, type Point } from './graph-model.js';
import { lineOf, radiusOf, type Palette } from './graph-look.js';
import { labelsOf, linesOf } from './graph-names.js';
import type { Scene } from './graph-svg.js';
import { styleOf } from './kinds.js';
import type { Tell } from './tell.js';

cytoscape.use(fcose);

/** With more relations than this, what they say shows only where the reader looks. */
const WORDED_AT_MOST = 40;

/** The letters of a name where the drawing is as large as the canvas, in pixels, and the smallest that are read. */
const LETTERS = 12;
const SMALLEST = 9.2;
const LINE_HEIGHT = 1.15;
const FAMILY = '"Inter Variable", "Noto Sans Khmer Variable", system-ui, sans-serif';

/** How wide a name is set. */
const NAME_WIDTH = 162;

/** A drawing within an element of the page. */
export interface GraphCanvas {
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly zoom: (factor: number) => void;
  readonly fit: () => void;
  /** What is seen, but for the marks of what is chosen. */
  readonly scene: () => Promise<Scene> | undefined;
  readonly png: () => Promise<Blob | null> | undefined;
}

/** Draws a graph. The drawing lives outside of React: it keeps its places while the reader chooses. */
export function useGraphCanvas(
  drawing: GraphDrawing,
  tell: Tell,
  palette: Palette,
  selected: string | undefined,
  onSelect: (id: string | undefined) => void,
): GraphCanvas {
  const frame = useRef<HTMLDivElement>(null);
  const drawn = useRef<Drawn>(undefined);
  useEffect(() => {
    const one = draw(frame.current!, drawing, tell, onSelect);
    drawn.current = one;
    return () => {
      one.end();
      drawn.current = undefined;
    };
  }, [drawing, tell, onSelect]);
  useEffect(() => void drawn.current?.cy.style(stylesheet(palette)), [drawing, tell, palette, onSelect]);
  useEffect(() => drawn.current?.choose(selected), [drawing, tell, selected, onSelect]);
  return useMemo(
    () => ({
      frame,
      zoom: (factor) => drawn.current?.zoom(factor),
      fit: () => drawn.current?.fit(),
      scene: () => drawn.current?.scene(),
      png: () => drawn.current?.png(palette),
    }),
    [palette],
  );
}

type Drawn = ReturnType<typeof draw>;

function draw(container: HTMLElement, drawing: GraphDrawing, tell: Tell, onSelect: (id: string | undefined) => void) {
  const { nodes, links } = drawing;
  const degrees = new Map<string, number>();
  for (const { from, to } of links) for (const end of [from, to]) degrees.set(end, (degrees.get(end) ?? 0) + 1);
  const degreeOf = (id: string) => degrees.get(id) ?? 0;
  const labels = labelsOf(nodes.map(({ name }) => name));
  const entities = new Map(nodes.map((node) => [node.id, node]));
  const facts = new Map(links.map((link) => [link.id, link]));
  const byDegree = nodes.toSorted((a, b) => degreeOf(b.id) - degreeOf(a.id)).map(({ id }) => id);
  const layers =
    drawing.ends &&
    layersOf(
      nodes.map(({ id }) => id),
      links,
      drawing.ends,
    );

  const cy = cytoscape({
    container,
    elements: elementsOf(drawing, degreeOf, tell),
    layout: { name: 'preset' },
    minZoom: 0.08,
    maxZoom: 4,
    boxSelectionEnabled: false,
    autounselectify: true,
  });

  /** What the layout of forces makes of it, once. */
  let forced: ReadonlyMap<string, Point> | undefined;
  let arranged: Arrangement | undefined;
  let names = new Map<string, { lines: readonly string[]; width: number; height: number; times: number }>();
  let chosen: string | undefined;
  /** The canvas that there is for each node. */
  let pixels = Infinity;
  const radiusAt = (id: string) => radiusOf(degreeOf(id), pixels);

  const setNames = (width: number) => {
    names = new Map(
      nodes.map(({ id, name }) => {
        // What many facts lead to is still read from afar.
        const times = 1 + Math.max(0, Math.min(degreeOf(id), 14) - 3) / 40;
        const lines = linesOf(labels.get(name)!, width / times, measure);
        return [
          id,
          {
            ...{ lines, times },
            width: Math.max(...lines.map(measure)) * times,
            height: lines.length * LETTERS * LINE_HEIGHT * times,
          },
        ];
      }),
    );
  };

  const force = (): ReadonlyMap<string, Point> => {
    cy.nodes().forEach((node) => void node.data('label', names.get(node.id())!.lines.join('\n')));
    cy.layout({
      name: 'fcose',
      animate: false,
      randomize: false,
      quality: 'proof',
      nodeSeparation: 110,
      idealEdgeLength: 105,
      nodeRepulsion: 22_000,
      nodeDimensionsIncludeLabels: true,
      fit: false,
    } as cytoscape.LayoutOptions).run();
    return new Map(cy.nodes().map((node) => [node.id(), { ...node.position() }]));
  };

  const arrangement = (canvas: { width: number; height: number }): Arrangement => {
    if (layers) {
      const needed = arrangeLayers(layers, canvas).height;
      container.parentElement!.style.setProperty('--drawing-height', `${Math.ceil(needed)}px`);
      // Where the canvas cannot be that tall, all of it is seen smaller.
      const times = Math.max(1, needed / canvas.height);
      const { nameWidth, ...rest } = arrangeLayers(layers, { width: canvas.width * times, height: needed });
      setNames(nameWidth);
      return rest;
    }
    setNames(NAME_WIDTH);
    pixels = (canvas.width * canvas.height) / nodes.length;
    forced ??= force();
    const sized = byDegree.map((id) => ({
      ...{ id, ...forced!.get(id)!, radius: radiusAt(id) },
      nameWidth: names.get(id)!.width,
      nameHeight: names.get(id)!.height,
    }));
    return fillCanvas(sized, links, canvas);
  };

  const arrange = () => {
    cy.resize();
    const canvas = { width: cy.width(), height: cy.height() };
    if (canvas.width < 60 || canvas.height < 60) return;
    arranged = arrangement(canvas);
    cy.batch(() => {
      cy.nodes().positions((node) => ({ ...arranged!.places.get((node as NodeSingular).id())! }));
      cy.nodes().forEach((node) => {
        node.data({ label: names.get(node.id())!.lines.join('\n'), size: 2 * radiusAt(node.id()) });
      });
      for (const [id, bends] of arranged!.bends) bend(cy.getElementById(id) as EdgeSingular, bends);
    });
    fit();
  };

  const fit = () => {
    if (!arranged) return;
    const zoom = Math.min(cy.width() / arranged.width, cy.height() / arranged.height);
    const pan = { x: (cy.width() - arranged.width * zoom) / 2, y: (cy.height() - arranged.height * zoom) / 2 };
    cy.viewport({ zoom, pan });
    name();
  };

  /** The nodes with their names as they are seen, the most important first. */
  const seen = (): Named[] => {
    const zoom = cy.zoom();
    const first = new Set(chosen === undefined ? [] : [chosen, ...cy.elements('.beside').map((one) => one.id())]);
    const ids =
      first.size === 0
        ? byDegree
        : [...first, ...byDegree.filter((id) => !first.has(id))].filter((id) => entities.has(id));
    return ids.map((id) => {
      const { x, y } = cy.getElementById(id).position();
      const times = lettersAt(zoom) / LETTERS;
      const { width, height } = names.get(id)!;
      return {
        id,
        x: x * zoom,
        y: y * zoom,
        radius: radiusAt(id) * zoom,
        width: width * times,
        height: height * times,
      };
    });
  };

  /** Says of which nodes and lines there is room to tell what they are, at this zoom. */
  const name = () => {
    if (!arranged) return;
    const zoom = cy.zoom();
    const letters = lettersAt(zoom);
    const named = seen();
    const at = new Map(named.map((node) => [node.id, node]));
    const within = { left: 4, top: 4, right: arranged.width * zoom - 4, bottom: arranged.height * zoom - 4 };
    const scaled = ({ x, y }: Point) => ({ x: x * zoom, y: y * zoom });
    const lines = links.flatMap(({ id, from, to }) => {
      const through = [at.get(from)!, ...(arranged!.bends.get(id) ?? []).map(scaled), at.get(to)!];
      return through.slice(1).map((next, index) => [through[index]!, next] as const);
    });
    const sides = placeNames(named, lines, within);
    const taken = named.flatMap((node) => [
      squareOf(node),
      ...(sides.has(node.id) ? [boxAt(node, sides.get(node.id)!)] : []),
    ]);
    const asked = cy.edges('.chosen, .beside').toArray() as EdgeSingular[];
    const others =
      links.length <= WORDED_AT_MOST ? (cy.edges().not('.chosen, .beside, .bent').toArray() as EdgeSingular[]) : [];
    const wording = [...asked, ...others].map((edge) => {
      const size = wordLettersAt(zoom);
      return {
        id: edge.id(),
        from: scaled(edge.sourceEndpoint()),
        to: scaled(edge.targetEndpoint()),
        middle: scaled(edge.midpoint()),
        width: (measure(edge.data('label') as string) * size) / LETTERS,
        height: size * LINE_HEIGHT,
      };
    });
    const worded = fittingWords(wording, taken);
    cy.batch(() => {
      cy.nodes().forEach((node) => {
        const side = sides.get(node.id());
        const by = 4 / zoom;
        node.removeClass('above right left unnamed').addClass(side ?? 'unnamed');
        node.data({
          letters: (letters * names.get(node.id())!.times) / zoom,
          dx: side === 'right' ? by : side === 'left' ? -by : 0,
          dy: side === 'above' ? -by : side === 'right' || side === 'left' ? 0 : by,
        });
      });
      cy.edges().forEach((edge) => {
        edge.toggleClass('worded', worded.has(edge.id()) || edge.id() === chosen);
        edge.data('letters', wordLettersAt(zoom) / zoom);
      });
    });
  };

  const mark = () => {
    cy.elements().removeClass('chosen beside faded near');
    const one = chosen === undefined ? cy.collection() : cy.getElementById(chosen);
    const around = one.union(one.neighborhood()).union(one.connectedNodes());
    if (one.nonempty()) cy.elements().not(around).addClass('faded');
    around.addClass('beside');
    one.addClass('chosen');
    return { one, around };
  };

  const choose = (id: string | undefined) => {
    chosen = id;
    const { one, around } = mark();
    name();
    if (one.nonempty() && arranged) {
      const { x1, y1, x2, y2 } = one.renderedBoundingBox({ includeLabels: false });
      const isOut = x1 < 0 || y1 < 0 || x2 > cy.width() || y2 > cy.height();
      // Nodes are hardly told apart below this; nearer by there is more room for a name.
      if (isOut || cy.zoom() < 0.5 || one.hasClass('unnamed')) {
        const duration = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 250;
        cy.animate({ fit: { eles: around, padding: 60 } }, { duration });
      }
    }
  };

  cy.on('tap', 'node, edge', (event) => onSelect((event.target as NodeSingular).id()));
  cy.on('tap', (event) => event.target === cy && onSelect(undefined));
  cy.on('mouseover', 'node, edge', (event) => {
    const target = event.target as NodeSingular | EdgeSingular;
    target.union(target.isNode() ? target.connectedEdges() : target.connectedNodes()).addClass('near');
    container.title = entities.get(target.id())?.name ?? tell.relation(facts.get(target.id())!);
  });
  cy.on('mouseout', 'node, edge', () => {
    cy.elements().removeClass('near');
    container.title = '';
  });
  let waiting = 0;
  cy.on('zoom dragfree', () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(name);
  });

  let settling: ReturnType<typeof setTimeout> | undefined;
  const watch = new ResizeObserver(() => {
    if (layers || !arranged) return arrange();
    // While the reader moves the edge of a window, all is only seen larger or smaller.
    cy.resize();
    fit();
    clearTimeout(settling);
    settling = setTimeout(arrange, 150);
  });
  watch.observe(container);
  let isGone = false;
  const text = nodes.map((node) => node.name).join('');
  if (!document.fonts.check(`${LETTERS}px ${FAMILY}`, text))
    void document.fonts.load(`${LETTERS}px ${FAMILY}`, text).then(() => isGone || arrange());

  return {
    cy,
    choose,
    fit,
    zoom: (factor: number) => {
      const one = chosen === undefined ? cy.collection() : cy.getElementById(chosen);
      const middle = { x: cy.width() / 2, y: cy.height() / 2 };
      cy.zoom({
        level: cy.zoom() * factor,
        renderedPosition: one.nonempty() && one.isNode() ? one.renderedPosition() : middle,
      });
    },
    scene: async (): Promise<Scene> => {
      const { sceneOf } = await import('./graph-scene.js');
      const nodes = seen().map((one) => {
        const { lines, times } = names.get(one.id)!;
        return { ...one, node: entities.get(one.id)!, lines, letters: lettersAt(cy.zoom()) * times };
      });
      return sceneOf(cy, nodes, facts, wordLettersAt(cy.zoom()));
    },
    png: async ({ paper }: Palette): Promise<Blob | null> => {
      const { withMargin } = await import('./graph-scene.js');
      cy.elements().removeClass('chosen beside faded near');
      const image = cy.png({ output: 'blob', full: true, scale: 2 * cy.zoom(), maxWidth: 6000, maxHeight: 6000 });
      mark();
      return withMargin(image as unknown as Blob, paper);
    },
    end: () => {
      isGone = true;
      cancelAnimationFrame(waiting);
      clearTimeout(settling);
      watch.disconnect();
      cy.destroy();
    },
  };
}

/** The letters of names at a zoom, in pixels: never too small to be read, and larger more slowly than the drawing. */
const lettersAt = (zoom: number): number => (zoom < 1 ? Math.max(SMALLEST, LETTERS * zoom) : LETTERS * Math.sqrt(zoom));

/** Those of the words on lines. */
const wordLettersAt = (zoom: number): number => Math.max(SMALLEST, lettersAt(zoom) - 1.5);

/** The width of a text in letters of names, in pixels. */
const measure = (() => {
  let context: CanvasRenderingContext2D | null | undefined;
  return (text: string): number => {
    context ??= document.createElement('canvas').getContext('2d')!;
    context.font = `${LETTERS}px ${FAMILY}`;
    return context.measureText(text).width;
  };
})();

/** Leads a line through points, wherever its ends go. */
function bend(edge: EdgeSingular, points: readonly Point[]): void {
  const [from, to] = [edge.source().position(), edge.target().position()];
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  edge.addClass('bent').data({
    weights: points.map(({ x, y }) => ((x - from.x) * dx + (y - from.y) * dy) / length ** 2).join(' '),
    distances: points.map(({ x, y }) => ((y - from.y) * dx - (x - from.x) * dy) / -length).join(' '),
  });
}

function elementsOf({ nodes, links }: GraphDrawing, degreeOf: (id: string) => number, tell: Tell): ElementDefinition[] {
  return [
    ...nodes.map((node, index) => ({
      data: {
        id: node.id,
        kind: node.kind,
        label: '',
        size: 2 * radiusOf(degreeOf(node.id)),
        letters: LETTERS,
        dx: 0,
        dy: 4,
      },
      position: { ...startingPoint(index) },
      classes: [node.isPlanned && 'planned', node.isDisputed && 'disputed'].filter(Boolean).join(' '),
    })),
    ...links.map((link) => ({
      data: { id: link.id, source: link.from, target: link.to, label: tell.relation(link), letters: LETTERS },
      classes: `${link.standing}${link.isCurrent === false ? ' past' : ''}`,
    })),
  ];
}

/** The look of nodes and edges, in cytoscape's own selectors. */
function stylesheet(palette: Palette): StylesheetStyle[] {
  return [
    {
      selector: 'node',
      style: {
        'font-family': FAMILY,
        width: 'data(size)',
        height: 'data(size)',
        label: 'data(label)',
        color: palette.ink,
        'font-size': 'data(letters)',
        'text-wrap': 'wrap',
        'text-valign': 'bottom',
        'text-margin-x': 'data(dx)',
        'text-margin-y': 'data(dy)',
        'line-height': LINE_HEIGHT,
        'text-background-color': palette.paper,
        'text-background-opacity': 0.8,
        'text-background-padding': '1px',
        'background-color': (node: { data: (key: string) => string }) =>
          styleOf(node.data('kind')).colour[palette.theme],
        ...shapeStyle,
      } as unknown as StylesheetStyle['style'],
    },
    { selector: 'node.above', style: { 'text-valign': 'top' } },
    { selector: 'node.right', style: { 'text-valign': 'center', 'text-halign': 'right' } },
    { selector: 'node.left', style: { 'text-valign': 'center', 'text-halign': 'left' } },
    { selector: 'node.unnamed', style: { label: '' } },
    {
      selector: 'node.planned',
      style: {
        'background-opacity': 0.35,
        'border-width': 1.5,
        'border-style': 'dashed',
        'border-color': palette.accent,
      },
    },
    { selector: 'node.disputed', style: { 'border-width': 3, 'border-color': palette.bad } },
    {
      selector: 'edge',
      style: {
        'font-family': FAMILY,
        width: 1.4,
        'curve-style': 'bezier',
        'line-color': palette.muted,
        'target-arrow-color': palette.muted,
        'target-arrow-shape': 'triangle',
        'arrow-scale': 0.8,
        'font-size': 'data(letters)',
        color: palette.muted,
        'text-background-color': palette.paper,
        'text-background-opacity': 0.85,
        'text-rotation': 'autorotate',
      } as unknown as StylesheetStyle['style'],
    },
    {
      selector: 'edge.bent',
      style: {
        'curve-style': 'round-segments',
        'edge-distances': 'node-position',
        'segment-weights': 'data(weights)',
        'segment-distances': 'data(distances)',
        'segment-radii': 24,
      } as unknown as StylesheetStyle['style'],
    },
    ...(['planned', 'estimated', 'disputed'] as const).map((standing) => {
      const { colour, dash } = lineOf(standing, palette);
      return {
        selector: `edge.${standing}`,
        style: {
          'line-color': colour,
          'target-arrow-color': colour,
          'line-style': 'dashed' as const,
          'line-dash-pattern': [...dash],
        },
      };
    }),
    { selector: 'edge.past', style: { 'line-opacity': 0.55 } },
    { selector: 'edge.worded, edge.near', style: { label: 'data(label)' } },
    { selector: '.faded', style: { opacity: 0.22 } },
    {
      selector: '.near',
      style: {
        label: 'data(label)',
        'text-background-opacity': 1,
        opacity: 1,
        'z-index': 9,
        'z-index-compare': 'manual',
      },
    },
    {
      selector: 'node.chosen',
      style: { 'overlay-color': palette.accent, 'overlay-opacity': 0.2, 'overlay-padding': 6 },
    },
    {
      selector: 'edge.chosen',
      style: { width: 3, 'line-color': palette.accent, 'target-arrow-color': palette.accent },
    },
  ];
}

/** Corners must be given where no polygon is drawn, too. */
const UNUSED = [[-1, -1], [1, -1], [1, 1]]; // prettier-ignore

/** The shapes of the legend, as cytoscape wants them. */
const shapeStyle = {
  shape: (node: { data: (key: string) => string }) => {
    const { shape } = styleOf(node.data('kind'));
    return shape === 'round' ? 'ellipse' : shape === 'sheet' ? 'round-rectangle' : 'polygon';
  },
  'shape-polygon-points': (node: { data: (key: string) => string }) => {
    const { shape } = styleOf(node.data('kind'));
    return (typeof shape === 'string' ? UNUSED : shape).flat().join(' ');
  },
};
