import './map.css';
import {
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
} from 'react';
import { LanguageContext, type Language } from '../words.js';
import { Card } from './card.js';
import { bestPeriod, mapDrawing, periodsOf, type Arc, type Period, type Place, type Size } from './map-model.js';
import { map } from './map.js';
import { fetchOutlines, type OutlinedProvince } from './outlines.js';
import { usePictureWords } from './picture-words.js';
import { Picture, useSettled } from './picture.js';
import type { Subgraph } from './subgraph.js';
import type { ViewProps } from './view.js';

/** The provinces of an answer on a map, with the agreements between them. */
export default function MapView(props: ViewProps) {
  const language = useContext(LanguageContext);
  return (
    <Picture
      {...props}
      draws="places"
      needs={map.needs[language]}
      extra="parties"
      isLate
      isDrawable={({ entities }) => [...entities.values()].some(({ kind }) => kind === 'PROVINCE')}
    >
      {(subgraph) => <Outlined {...props} subgraph={subgraph} />}
    </Picture>
  );
}

interface Props extends Pick<ViewProps, 'selected' | 'onSelect' | 'onSettled'> {
  readonly subgraph: Subgraph;
}

/** Waits for the outlines, which come from the graph itself. */
function Outlined(props: Props) {
  const words = usePictureWords();
  const language = useContext(LanguageContext);
  const [asked, setAsked] = useState<{
    language: Language;
    provinces?: readonly OutlinedProvince[];
    reason?: string;
  }>();
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isGone = false;
    fetchOutlines(language).then(
      (provinces) => isGone || setAsked({ language, provinces }),
      (error: unknown) =>
        isGone || setAsked({ language, reason: error instanceof Error ? error.message : String(error) }),
    );
    return () => void (isGone = true);
  }, [language, round]);
  useSettled(asked !== undefined, props.onSettled);
  if (asked?.provinces) return <ProvinceMap {...props} provinces={asked.provinces} />;
  if (asked?.reason === undefined)
    return (
      <p className="message" role="status">
        {words.loadingOutlines}
      </p>
    );
  return (
    <div className="message bad" role="alert">
      <h3>{words.unreachable}</h3>
      <p className="code">{asked.reason}</p>
      <button type="button" className="quiet" onClick={() => setRound(round + 1)}>
        {words.again}
      </button>
    </div>
  );
}

/** The part of the drawing that is in the frame. */
interface Frame {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

const WHOLE: Frame = { x: 0, y: 0, scale: 1 };

function ProvinceMap(props: Props & { provinces: readonly OutlinedProvince[] }) {
  const { subgraph, provinces, selected, onSelect } = props;
  const words = usePictureWords();
  const language = useContext(LanguageContext);
  const periods = useMemo(() => periodsOf(provinces), [provinces]);
  const [chosen, choose] = useState<Period>();
  const period = chosen ?? bestPeriod(subgraph, provinces);
  const [sheet, size] = useSize();
  const drawing = useMemo(() => mapDrawing(subgraph, provinces, period, size), [subgraph, provinces, period, size]);
  const [frame, setFrame] = useState<Frame>(WHOLE);
  const ours = drawing.places.filter(({ isAnswer }) => isAnswer).toSorted((a, b) => a.name.localeCompare(b.name, 'vi'));
  const agreements = drawing.arcs.filter((arc) => arc.agreements.length > 0);
  const others = drawing.arcs.filter((arc) => arc.agreements.length === 0);
  const name = (id: string) => subgraph.entities.get(id)?.name ?? id;
  const pair = selected === undefined ? undefined : agreements.find(({ id }) => id === selected);
  return (
    <div className="picture">
      <div className="picture-main">
        <div className="view-bar">
          <label className="choice muted">
            {words.outlines}{' '}
            <select
              value={periods.findIndex(({ from }) => from === period.from)}
              onChange={(event) => choose(periods[Number(event.target.value)])}
            >
              {periods.map((one, index) => (
                <option key={index} value={index}>
                  {periodText(one, language, words)}
                </option>
              ))}
            </select>
          </label>
          <button
            type="button"
            className="quiet"
            aria-label={words.zoomIn}
            title={words.zoomIn}
            onClick={() => setFrame(zoomed(frame, size, 1.4))}
          >
            +
          </button>
          <button
            type="button"
            className="quiet"
            aria-label={words.zoomOut}
            title={words.zoomOut}
            onClick={() => setFrame(zoomed(frame, size, 1 / 1.4))}
          >
            −
          </button>
          <button type="button" className="quiet" onClick={() => setFrame(WHOLE)}>
            {words.fit}
          </button>
        </div>
        <Sheet
          svg={sheet}
          size={size}
          label={words.mapLabel(ours.length, agreements.length)}
          frame={frame}
          onFrame={setFrame}
          places={drawing.places}
          arcs={[...others, ...agreements]}
          selected={selected}
          onSelect={onSelect}
          titleOf={(arc) =>
            `${name(arc.from)} – ${name(arc.to)}${arc.agreements.length > 0 ? `: ${words.agreementsBetween(arc.agreements.length)}` : ''}`
          }
        />
        <p className="picture-note">
          {drawing.missing.length > 0 && <strong>{words.noOutline(drawing.missing.join(', '))} </strong>}
          {agreements.length > 0 && `${words.arcKey} `}
          {others.length > 0 && `${words.bordersKey} `}
          {words.mapsNote}
        </p>
      </div>
      <div className="picture-side">
        {pair && <PairCard pair={pair} subgraph={subgraph} onSelect={onSelect} />}
        {selected !== undefined && <Card subgraph={subgraph} selected={selected} onSelect={onSelect} />}
        <details open>
          <summary>
            {words.provinces} ({ours.length})
          </summary>
          <ul className="plain-list">
            {ours.map((place) => (
              <li key={place.id}>
                <button
                  type="button"
                  className="entry"
                  aria-current={place.id === selected ? 'true' : undefined}
                  onClick={() => onSelect(place.id)}
                >
                  {name(place.id)}
                </button>
              </li>
            ))}
          </ul>
        </details>
        {agreements.length > 0 && (
          <details open>
            <summary>
              {words.pairs} ({agreements.length})
            </summary>
            <ul className="plain-list">
              {agreements.map((arc) => (
                <li key={arc.id}>
                  <button
                    type="button"
                    className="entry"
                    aria-current={arc.id === selected ? 'true' : undefined}
                    onClick={() => onSelect(arc.id)}
                  >
                    {name(arc.from)} – {name(arc.to)}{' '}
                    <span className="relation">{words.agreementsBetween(arc.agreements.length)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </div>
  );
}

/** The drawing itself: dragged with the pointer, moved with the arrow keys, zoomed with + and −. */
function Sheet(props: {
  svg: RefObject<SVGSVGElement | null>;
  size: Size;
  label: string;
  frame: Frame;
  onFrame: (frame: Frame) => void;
  places: readonly Place[];
  arcs: readonly Arc[];
  selected: string | undefined;
  onSelect: (id: string | undefined) => void;
  titleOf: (arc: Arc) => string;
}) {
  const { svg, size, frame, onFrame, places, arcs, selected, onSelect } = props;
  const drag = useRef<{ x: number; y: number; frame: Frame }>(undefined);
  const down = (event: PointerEvent) => {
    if (event.pointerType === 'mouse') drag.current = { x: event.clientX, y: event.clientY, frame };
  };
  const move = (event: PointerEvent) => {
    const from = drag.current;
    if (!from) return;
    const unit = 1 / from.frame.scale;
    onFrame({
      ...from.frame,
      x: from.frame.x - (event.clientX - from.x) * unit,
      y: from.frame.y - (event.clientY - from.y) * unit,
    });
  };
  const up = () => (drag.current = undefined);
  const press = (event: KeyboardEvent) => {
    const step = 60 / frame.scale;
    const moved: Readonly<Record<string, Frame>> = {
      ArrowLeft: { ...frame, x: frame.x - step },
      ArrowRight: { ...frame, x: frame.x + step },
      ArrowUp: { ...frame, y: frame.y - step },
      ArrowDown: { ...frame, y: frame.y + step },
      '+': zoomed(frame, size, 1.4),
      '-': zoomed(frame, size, 1 / 1.4),
    };
    const next = moved[event.key];
    if (!next) return;
    event.preventDefault();
    onFrame(next);
  };
  const isBeside = (id: string) =>
    id === selected || arcs.some((arc) => touches(arc) && [arc.from, arc.to].includes(id));
  const touches = (arc: Arc) =>
    selected !== undefined && [arc.id, arc.from, arc.to, ...arc.agreements].includes(selected);
  const near = arcs.some(touches) || places.some(({ id }) => id === selected);
  const box = `${frame.x} ${frame.y} ${size.width / frame.scale} ${size.height / frame.scale}`;
  return (
    <svg
      ref={svg}
      className={near ? 'map has-chosen' : 'map'}
      viewBox={box}
      style={{ '--scale': frame.scale } as CSSProperties}
      role="img"
      aria-label={props.label}
      tabIndex={0}
      onKeyDown={press}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerLeave={up}
    >
      {places.map((place) => (
        <g
          key={place.id}
          className={`place ${place.isAnswer ? 'ours' : ''} ${place.country === 'country/kh' ? 'kh' : 'vn'} ${isBeside(place.id) ? 'chosen' : ''}`}
          onClick={() => place.isAnswer && onSelect(place.id)}
        >
          <title>{place.name}</title>
          {place.path ? <path d={place.path} /> : <circle cx={place.centre[0]} cy={place.centre[1]} r={6} />}
        </g>
      ))}
      {arcs.map((arc) => (
        <g
          key={arc.id}
          className={`arc ${arc.agreements.length > 0 ? 'agreed' : ''} ${touches(arc) ? 'chosen' : ''}`}
          onClick={() => onSelect(arc.id)}
        >
          <title>{props.titleOf(arc)}</title>
          <path className="arc-reach" d={arc.path} />
          <path d={arc.path} strokeWidth={arc.agreements.length > 0 ? 1.4 + arc.agreements.length : 1} />
        </g>
      ))}
      {places.map(
        (place) =>
          place.isAnswer && (
            <text
              key={place.id}
              className={isBeside(place.id) ? 'chosen' : undefined}
              x={place.label[0]}
              y={place.label[1] + 4}
            >
              {place.name}
            </text>
          ),
      )}
    </svg>
  );
}

/** The size that the page gives a drawing: one unit is one pixel, so that names are as large as other text. */
function useSize(): [RefObject<SVGSVGElement | null>, Size] {
  const svg = useRef<SVGSVGElement>(null);
  const [size, setSize] = useState<Size>({ width: 800, height: 640 });
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect;
      if (width > 0 && height > 0) setSize({ width: Math.round(width), height: Math.round(height) });
    });
    watch.observe(svg.current!);
    return () => watch.disconnect();
  }, []);
  return [svg, size];
}

/** The agreements of two provinces. */
function PairCard(props: { pair: Arc; subgraph: Subgraph; onSelect: (id: string | undefined) => void }) {
  const { pair, subgraph, onSelect } = props;
  const words = usePictureWords();
  const name = (id: string) => subgraph.entities.get(id)?.name ?? id;
  return (
    <section className="card" aria-labelledby="pair-title">
      <button type="button" className="card-close" aria-label={words.close} onClick={() => onSelect(undefined)}>
        ×
      </button>
      <h3 id="pair-title">
        {name(pair.from)} – {name(pair.to)}
      </h3>
      <ul className="plain-list">
        {pair.agreements.map((id) => (
          <li key={id}>
            <button type="button" className="entry" onClick={() => onSelect(id)}>
              {name(id)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Zooms around the middle of the frame. */
function zoomed(frame: Frame, { width, height }: Size, factor: number): Frame {
  const scale = Math.min(Math.max(frame.scale * factor, 0.3), 12);
  return {
    scale,
    x: frame.x + width / frame.scale / 2 - width / scale / 2,
    y: frame.y + height / frame.scale / 2 - height / scale / 2,
  };
}

function periodText({ from, until }: Period, language: Language, words: ReturnType<typeof usePictureWords>): string {
  const text = (date: string) =>
    new Date(`${date}T00:00:00Z`).toLocaleDateString(language === 'vi' ? 'vi' : 'en-GB', {
      dateStyle: 'long',
      timeZone: 'UTC',
    });
  if (from === undefined) return until === undefined ? words.always : words.before(text(until));
  return until === undefined ? words.since(text(from)) : words.between(text(from), text(until));
}
