import cytoscape, { type Core, type ElementDefinition, type StylesheetStyle } from 'cytoscape';
import fcose from 'cytoscape-fcose';
import { useContext, useEffect, useMemo, useRef, type ReactNode, type RefObject } from 'react';
import { ThemeContext } from '../preferences.js';
import { LanguageContext } from '../words.js';
import { Card } from './card.js';
import { graphDrawing, linesOf, shortName, startingPoint, type GraphDrawing } from './graph-model.js';
import { lineOf, radiusOf, type Palette } from './graph-look.js';
import { graph } from './graph.js';
import { inLegendOrder, nameOfKind, styleOf } from './kinds.js';
import { AddNeighbours } from './add-neighbours.js';
import { KindMark, LinkText } from './marks.js';
import { useExpanded } from './neighbours.js';
import { usePictureWords } from './picture-words.js';
import { Picture } from './picture.js';
import { saveFile } from './save.js';
import type { Tell } from './tell.js';
import { useTell } from './use-tell.js';
import type { Standing, Subgraph } from './subgraph.js';
import type { ViewProps } from './view.js';

cytoscape.use(fcose);

/** With more relations than this, their names show only where the reader looks. */
const NAMED_AT_MOST = 40;

/** The graph of an answer: the drawing, and beside it the card of what is chosen and the list of all. */
export default function GraphView(props: ViewProps) {
  const language = useContext(LanguageContext);
  return (
    <Picture {...props} draws="facts" needs={graph.needs[language]} isDrawable={({ links }) => links.length > 0}>
      {(subgraph) => <Expandable {...props} subgraph={subgraph} />}
    </Picture>
  );
}

interface Props {
  readonly subgraph: Subgraph;
  readonly selected: string | undefined;
  readonly onSelect: (id: string | undefined) => void;
}

/** The answer, and the neighbours that the reader adds to it. */
function Expandable({
  subgraph,
  selected,
  onSelect,
  expanded,
  onExpand,
}: Props & Pick<ViewProps, 'expanded' | 'onExpand'>) {
  const { whole, around, again } = useExpanded(subgraph, expanded);
  return (
    <Drawing
      subgraph={whole}
      selected={selected}
      onSelect={onSelect}
      actions={(id) => (
        <AddNeighbours
          key={id}
          id={id}
          subgraph={subgraph}
          around={around.get(id)}
          onAdd={() => (expanded.includes(id) ? again() : onExpand(id))}
        />
      )}
    />
  );
}

function Drawing({ subgraph, selected, onSelect, actions }: Props & { actions: (id: string) => ReactNode }) {
  const words = usePictureWords();
  const language = useContext(LanguageContext);
  const theme = useContext(ThemeContext);
  const drawing = useMemo(() => graphDrawing(subgraph), [subgraph]);
  const tell = useTell();
  const [frame, core] = useCytoscape(drawing, tell, theme, selected, onSelect);
  const isWhole = drawing.nodes.length === drawing.allNodes;
  const kinds = inLegendOrder(drawing.nodes.map(({ kind }) => kind));
  const standings = (['planned', 'estimated', 'disputed'] as const).filter((one) =>
    drawing.links.some(({ standing }) => standing === one),
  );
  const zoom = (factor: number) => {
    const cy = core();
    if (!cy) return;
    const chosen = selected === undefined ? cy.collection() : cy.getElementById(selected);
    const centre =
      chosen.nonempty() && chosen.isNode() ? chosen.renderedPosition() : { x: cy.width() / 2, y: cy.height() / 2 };
    cy.zoom({ level: cy.zoom() * factor, renderedPosition: centre });
  };
  const saveSvg = async () => {
    const { graphSvg } = await import('./graph-svg.js');
    const cy = core();
    if (!cy) return;
    const positions = new Map(cy.nodes().map((node) => [node.id(), roundPoint(node.position())]));
    const kindName = (kind: string) => nameOfKind(kind, language);
    const text = graphSvg(drawing, positions, paletteOf(theme), {
      title: 'Entente',
      credit: 'Entente',
      kindName,
      relation: (link) => tell.relation(link),
    });
    saveFile('entente-graph.svg', new Blob([text], { type: 'image/svg+xml' }));
  };
  const savePng = () => {
    const blob = core()?.png({
      output: 'blob',
      full: true,
      scale: 2,
      maxWidth: 6000,
      maxHeight: 6000,
      bg: paletteOf(theme).paper,
    });
    if (blob) saveFile('entente-graph.png', blob as unknown as Blob);
  };
  return (
    <div className="picture">
      <div className="picture-main">
        <div className="view-bar">
          <p className="muted" role="status">
            {words.drawn(drawing.nodes.length, drawing.allNodes, drawing.links.length, drawing.allLinks)}
            {!isWhole && `. ${words.restInList}`}
          </p>
          <button
            type="button"
            className="quiet"
            aria-label={words.zoomIn}
            title={words.zoomIn}
            onClick={() => zoom(1.35)}
          >
            +
          </button>
          <button
            type="button"
            className="quiet"
            aria-label={words.zoomOut}
            title={words.zoomOut}
            onClick={() => zoom(1 / 1.35)}
          >
            −
          </button>
          <button type="button" className="quiet" onClick={() => core()?.fit(undefined, 24)}>
            {words.fit}
          </button>
          <button type="button" className="quiet" aria-label={words.save('PNG')} onClick={savePng}>
            {words.savePng}
          </button>
          <button type="button" className="quiet" aria-label={words.save('SVG')} onClick={() => void saveSvg()}>
            {words.saveSvg}
          </button>
        </div>
        <div className="canvas" role="img" aria-label={words.graphLabel(drawing.nodes.length, drawing.links.length)}>
          <div ref={frame} className="canvas-frame" />
        </div>
        <ul className="legend" aria-label={words.legend}>
          {kinds.map((kind) => (
            <li key={kind}>
              <KindMark kind={kind} /> {nameOfKind(kind, language)}
            </li>
          ))}
          {standings.map((standing) => (
            <li key={standing}>
              <LineMark standing={standing} /> {words[standing]}
            </li>
          ))}
        </ul>
      </div>
      <div className="picture-side">
        {selected !== undefined && (
          <Card subgraph={subgraph} selected={selected} onSelect={onSelect} actions={actions(selected)} />
        )}
        <Lists subgraph={subgraph} drawing={drawing} selected={selected} onSelect={onSelect} />
      </div>
    </div>
  );
}

/** All entities and facts of the answer, also those that are not drawn. */
function Lists({ subgraph, drawing, selected, onSelect }: Props & { drawing: GraphDrawing }) {
  const words = usePictureWords();
  const language = useContext(LanguageContext);
  const drawn = useMemo(() => new Set(drawing.nodes.map(({ id }) => id)), [drawing]);
  const entities = [...subgraph.entities.values()];
  return (
    <>
      {inLegendOrder(entities.map(({ kind }) => kind)).map((kind) => {
        const ofKind = entities.filter((entity) => entity.kind === kind);
        return (
          <details key={kind} open={entities.length <= 60}>
            <summary>
              <KindMark kind={kind} /> {nameOfKind(kind, language)} ({ofKind.length})
            </summary>
            <ul className="plain-list">
              {ofKind.map(({ id, name }) => (
                <li key={id}>
                  <button
                    type="button"
                    className="entry"
                    aria-current={id === selected ? 'true' : undefined}
                    onClick={() => onSelect(id)}
                  >
                    {name} {!drawn.has(id) && <span className="standing">{words.notDrawn}</span>}
                  </button>
                </li>
              ))}
            </ul>
          </details>
        );
      })}
      <details open={subgraph.links.length <= 40}>
        <summary>
          {words.facts} ({subgraph.links.length})
        </summary>
        <ul className="plain-list">
          {subgraph.links.map((link) => (
            <li key={link.id}>
              <button
                type="button"
                className="entry"
                aria-current={link.id === selected ? 'true' : undefined}
                onClick={() => onSelect(link.id)}
              >
                <LinkText link={link} subgraph={subgraph} />
              </button>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

function LineMark({ standing }: { standing: Standing }) {
  return (
    <svg className={`line-mark ${standing}`} viewBox="0 0 24 6" width="24" height="6" aria-hidden="true">
      <line x1="1" y1="3" x2="23" y2="3" />
    </svg>
  );
}

/** Draws into the element of the ref. The drawing lives outside of React: it keeps its places while the reader chooses. */
function useCytoscape(
  drawing: GraphDrawing,
  tell: Tell,
  theme: 'light' | 'dark',
  selected: string | undefined,
  onSelect: (id: string | undefined) => void,
): [RefObject<HTMLDivElement | null>, () => Core | undefined] {
  const frame = useRef<HTMLDivElement>(null);
  const core = useRef<Core>(undefined);
  useEffect(() => {
    const cy = cytoscape({
      container: frame.current,
      elements: elementsOf(drawing, tell),
      minZoom: 0.08,
      maxZoom: 2.5,
      boxSelectionEnabled: false,
      autounselectify: true,
    });
    core.current = cy;
    cy.on('tap', 'node, edge', (event) => onSelect(event.target.id()));
    cy.on('tap', (event) => event.target === cy && onSelect(undefined));
    cy.on('mouseover', 'node, edge', (event) => {
      event.target.addClass('near');
      event.target.connectedEdges?.().addClass('near');
    });
    cy.on('mouseout', 'node, edge', () => cy.elements().removeClass('near'));
    const options = {
      name: 'fcose',
      animate: false,
      randomize: false,
      quality: 'proof',
      padding: 24,
      nodeSeparation: 110,
      idealEdgeLength: 105,
      nodeRepulsion: 22_000,
      packComponents: true,
      nodeDimensionsIncludeLabels: true,
    };
    cy.layout(options).run();
    const watch = new ResizeObserver(() => {
      cy.resize();
      cy.fit(undefined, 24);
    });
    watch.observe(frame.current!);
    return () => {
      watch.disconnect();
      cy.destroy();
      core.current = undefined;
    };
  }, [drawing, tell, onSelect]);

  useEffect(() => void core.current?.style(stylesheet(paletteOf(theme))), [drawing, tell, theme, onSelect]);

  useEffect(() => {
    const cy = core.current;
    if (!cy) return;
    cy.elements().removeClass('chosen beside faded');
    const chosen = selected === undefined ? cy.collection() : cy.getElementById(selected);
    if (chosen.empty()) return;
    const around = chosen.union(chosen.neighborhood()).union(chosen.connectedNodes());
    cy.elements().not(around).addClass('faded');
    around.addClass('beside');
    chosen.addClass('chosen');
    const { x1, y1, x2, y2 } = chosen.renderedBoundingBox();
    const isOut = x1 < 0 || y1 < 0 || x2 > cy.width() || y2 > cy.height();
    // Names are no longer read below this.
    if (isOut || cy.zoom() < 0.8) {
      const duration = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 250;
      cy.animate({ fit: { eles: around, padding: 40 } }, { duration });
    }
  }, [drawing, tell, selected, onSelect]);

  return [frame, () => core.current];
}

function elementsOf({ nodes, links }: GraphDrawing, tell: Tell): ElementDefinition[] {
  const degrees = new Map<string, number>();
  for (const { from, to } of links) for (const end of [from, to]) degrees.set(end, (degrees.get(end) ?? 0) + 1);
  return [
    ...nodes.map((node, index) => ({
      data: {
        id: node.id,
        kind: node.kind,
        label: linesOf(shortName(node.name)).join('\n'),
        size: 2 * radiusOf(degrees.get(node.id) ?? 0),
        // What many facts lead to is still read from afar.
        letters: Math.min(11 + (degrees.get(node.id) ?? 0) / 2, 18),
      },
      position: { ...startingPoint(index) },
      classes: [node.isPlanned && 'planned', node.isDisputed && 'disputed'].filter(Boolean).join(' '),
    })),
    ...links.map((link) => ({
      data: { id: link.id, source: link.from, target: link.to, label: tell.relation(link) },
      classes: `${link.standing}${link.isCurrent === false ? ' past' : ''}${links.length <= NAMED_AT_MOST ? ' named' : ''}`,
    })),
  ];
}

/** The look of nodes and edges, in cytoscape's own selectors. */
function stylesheet(palette: Palette): StylesheetStyle[] {
  const font = { 'font-family': 'Inter Variable, Noto Sans Khmer Variable, system-ui, sans-serif' };
  return [
    {
      selector: 'node',
      style: {
        ...font,
        width: 'data(size)',
        height: 'data(size)',
        label: 'data(label)',
        color: palette.ink,
        'font-size': 'data(letters)',
        'text-wrap': 'wrap',
        'text-valign': 'bottom',
        'text-margin-y': 4,
        'line-height': 1.15,
        'text-background-color': palette.paper,
        'text-background-opacity': 0.8,
        'text-background-padding': '1px',
        'min-zoomed-font-size': 4,
        'background-color': (node: { data: (key: string) => string }) =>
          styleOf(node.data('kind')).colour[palette.theme],
        ...shapeStyle,
      } as StylesheetStyle['style'],
    },
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
        ...font,
        width: 1.4,
        'curve-style': 'bezier',
        'line-color': palette.muted,
        'target-arrow-color': palette.muted,
        'target-arrow-shape': 'triangle',
        'arrow-scale': 0.8,
        'font-size': 9,
        color: palette.muted,
        'text-background-color': palette.paper,
        'text-background-opacity': 0.85,
        'text-rotation': 'autorotate',
        'min-zoomed-font-size': 7,
      },
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
    { selector: 'edge.named, edge.near, edge.beside', style: { label: 'data(label)' } },
    { selector: '.faded', style: { opacity: 0.22 } },
    {
      selector: 'node.chosen',
      style: {
        'overlay-color': palette.accent,
        'overlay-opacity': 0.2,
        'overlay-padding': 6,
        'text-background-opacity': 1,
      },
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

/** The page's colours, where CSS does not reach. */
function paletteOf(theme: 'light' | 'dark'): Palette {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    theme,
    paper: colour('paper'),
    ink: colour('ink'),
    muted: colour('muted'),
    line: colour('line'),
    bad: colour('bad'),
    accent: colour('accent'),
  };
}

const roundPoint = ({ x, y }: { x: number; y: number }) => ({ x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 });
