import { lazy, Suspense, useContext, useEffect, useMemo, type ReactNode } from 'react';
import { ThemeContext } from '../preferences.js';
import { LanguageContext } from '../words.js';
import { useGraphCanvas } from './graph-canvas.js';
import { graphDrawing, type GraphDrawing } from './graph-model.js';
import type { Palette } from './graph-look.js';
import { graph } from './graph.js';
import { inLegendOrder, nameOfKind } from './kinds.js';
import { KindMark, LinkText } from './marks.js';
import { useExpanded } from './neighbours.js';
import { usePictureWords } from './picture-words.js';
import { Picture } from './picture.js';
import { saveFile } from './save.js';
import { useTell } from './use-tell.js';
import type { Standing, Subgraph } from './subgraph.js';
import type { ViewProps } from './view.js';

/** What is told of what is chosen comes after the drawing. */
const loadCard = () => import('./card.js');
const loadAddNeighbours = () => import('./add-neighbours.js');
const Card = lazy(async () => ({ default: (await loadCard()).Card }));
const AddNeighbours = lazy(async () => ({ default: (await loadAddNeighbours()).AddNeighbours }));

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
  const palette = useMemo(() => paletteOf(theme), [theme]);
  const { frame, zoom, fit, scene, png } = useGraphCanvas(drawing, tell, palette, selected, onSelect);
  useEffect(() => {
    // A choice that finds neither will say so.
    Promise.all([loadCard(), loadAddNeighbours()]).catch(() => undefined);
  }, []);
  const isWhole = drawing.nodes.length === drawing.allNodes;
  const kinds = inLegendOrder(drawing.nodes.map(({ kind }) => kind));
  const standings = (['planned', 'estimated', 'disputed'] as const).filter((one) =>
    drawing.links.some(({ standing }) => standing === one),
  );
  const saveSvg = async () => {
    const { graphSvg } = await import('./graph-svg.js');
    const seen = await scene();
    if (!seen) return;
    const text = graphSvg(seen, palette, {
      title: 'Entente',
      credit: 'Entente',
      kindName: (kind) => nameOfKind(kind, language),
      relation: (link) => tell.relation(link),
    });
    saveFile('entente-graph.svg', new Blob([text], { type: 'image/svg+xml' }));
  };
  const savePng = async () => {
    const blob = await png();
    if (blob) saveFile('entente-graph.png', blob);
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
          <button type="button" className="quiet" onClick={fit}>
            {words.fit}
          </button>
          <button type="button" className="quiet" aria-label={words.save('PNG')} onClick={() => void savePng()}>
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
          <Suspense>
            <Card subgraph={subgraph} selected={selected} onSelect={onSelect} actions={actions(selected)} />
          </Suspense>
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
