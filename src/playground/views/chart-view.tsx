import './chart.css';
import { useContext, useMemo } from 'react';
import type { Question } from '../api.js';
import { useMedia } from '../preferences.js';
import { useVocabulary } from '../use-vocabulary.js';
import { inWords, type Vocabulary } from '../vocabulary.js';
import { kindName, LanguageContext, type Language } from '../words.js';
import { Written } from '../written.js';
import { Card } from './card.js';
import { KindMark, kindFill } from './marks.js';
import {
  chartsOf,
  commonName,
  isAhead,
  plotOf,
  type BarChart,
  type ChartFigure,
  type FigureChart,
  type PlacedFigure,
  type Plot,
} from './chart-model.js';
import { chart } from './chart.js';
import { groupingsOf, type Grouping } from './groups-of.js';
import { nameOfKind } from './kinds.js';
import { usePictureWords, type PictureWords } from './picture-words.js';
import { Picture } from './picture.js';
import type { Subgraph } from './subgraph.js';
import type { ViewProps } from './view.js';

/** The figures of an answer over time, as they are stated, and its counts as bars. */
export default function ChartView(props: ViewProps) {
  const language = useContext(LanguageContext);
  return (
    <Picture
      {...props}
      draws="values"
      extra="figures"
      needs={chart.needs[language]}
      isDrawable={(_, data) => {
        const { figures, bars } = chartsOf(data);
        return figures.length + bars.length > 0;
      }}
    >
      {(subgraph, data) => (
        <AllCharts
          subgraph={subgraph}
          data={data}
          question={props.answered.question}
          selected={props.selected}
          onSelect={props.onSelect}
        />
      )}
    </Picture>
  );
}

interface Props {
  readonly subgraph: Subgraph;
  readonly selected: string | undefined;
  readonly onSelect: (id: string | undefined) => void;
}

function AllCharts({ data, question, ...props }: Props & { data: unknown; question: Question }) {
  const words = usePictureWords();
  const { figures, bars } = useMemo(() => chartsOf(data), [data]);
  const groupings = useMemo(() => groupingsOf(question), [question]);
  const count = figures.reduce((sum, one) => sum + one.figures.length, 0);
  return (
    <div className="picture">
      <div className="picture-main">
        <div className="view-bar">
          <p className="muted" role="status">
            {words.charted(
              count,
              bars.reduce((sum, one) => sum + one.bars.length, 0),
            )}
          </p>
        </div>
        <div className="charts">
          {figures.map((one) => (
            <Figures key={`${one.indicator} ${one.unit}`} chart={one} {...props} />
          ))}
          {bars.map((one, index) => (
            <Bars key={index} chart={one} grouping={groupings.get(one.title)} {...props} />
          ))}
        </div>
        {figures.length > 0 && <p className="picture-note">{words.chartKey}</p>}
      </div>
      {props.selected !== undefined && (
        <div className="picture-side">
          <Card subgraph={props.subgraph} selected={props.selected} onSelect={props.onSelect} />
        </div>
      )}
    </div>
  );
}

/** The figures of an indicator: drawn where there are two times, and as a list, each a button, always. */
function Figures({ chart: one, ...props }: Props & { chart: FigureChart }) {
  const language = useContext(LanguageContext);
  const plot = useMemo(() => plotOf(one), [one]);
  // What is planned is named in other words.
  const said = one.figures.filter(({ modality }) => !isAhead(modality));
  const names = (said.length > 0 ? said : one.figures).flatMap(({ id }) => props.subgraph.entities.get(id)?.name ?? []);
  const title = (language === 'en' ? undefined : commonName(names)) ?? one.indicator;
  return (
    <section className="chart" aria-label={title}>
      <h3>
        <Written text={title} isNamed={false} /> <small className="muted">{one.unit}</small>
      </h3>
      {plot && <Drawn plot={plot} title={title} {...props} />}
      <ul className="plain-list chart-list">
        {one.figures.map((figure) => (
          <li key={figure.id}>
            <button
              type="button"
              className="entry"
              aria-current={figure.id === props.selected ? 'true' : undefined}
              onClick={() => props.onSelect(figure.id)}
            >
              <FigureMark figure={figure} /> <FigureText figure={figure} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function FigureText({ figure }: { figure: ChartFigure }) {
  const words = usePictureWords();
  return (
    <>
      <b>{figure.text}</b>
      {figure.period && ` · ${figure.period.text}`}
      {figure.modality !== 'REPORTED' && (
        <span className={isAhead(figure.modality) ? 'standing planned' : 'standing'}>
          {words.modalities[figure.modality] ?? figure.modality}
        </span>
      )}
      {figure.isAlternative && <span className="standing">{words.alternative}</span>}
    </>
  );
}

const markOf = ({ modality, isAlternative }: ChartFigure): string =>
  `chart-mark ${isAhead(modality) ? 'ahead' : modality === 'DENIED' ? 'denied' : 'said'}${isAlternative ? ' other' : ''}`;

/** What is reported is a dot, what shall be a diamond, open in the middle. */
const MARK = { said: 'M-5 0A5 5 0 1 1 5 0A5 5 0 1 1 -5 0Z', ahead: 'M0 -6.5L6.5 0L0 6.5L-6.5 0Z' };

function FigureMark({ figure }: { figure: ChartFigure }) {
  return (
    <svg className="kind-mark" viewBox="-9 -9 18 18" width="14" height="14" aria-hidden="true">
      <path className={markOf(figure)} d={isAhead(figure.modality) ? MARK.ahead : MARK.said} />
    </svg>
  );
}

/** In pixels; on a phone narrower, so that its letters stay as large as those around it. */
const SIZE = { wide: { width: 720, height: 300 }, narrow: { width: 358, height: 250 } };
const MARGIN = { left: 46, right: 20, top: 26, bottom: 30 };

function Drawn({ plot, title, selected, onSelect }: Props & { plot: Plot; title: string }) {
  const words = usePictureWords();
  const language = useContext(LanguageContext);
  const number = useMemo(
    () => new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 2 }),
    [language],
  );
  const { width, height } = useMedia('(max-width: 700px)') ? SIZE.narrow : SIZE.wide;
  const labelled = useMemo(() => labelsOf(plot.placed, selected, width, height), [plot, selected, width, height]);
  const x = (share: number) => MARGIN.left + share * (width - MARGIN.left - MARGIN.right);
  const y = (share: number) => MARGIN.top + share * (height - MARGIN.top - MARGIN.bottom);
  const at = ({ x: across, y: down }: { x: number; y: number }) => `${x(across).toFixed(1)} ${y(down).toFixed(1)}`;
  return (
    <svg
      className="chart-plot"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={words.chartLabel(title, plot.placed.length)}
    >
      {plot.levels.map(({ at: share, value }) => (
        <g key={value} className="chart-level">
          <line x1={x(0)} x2={x(1)} y1={y(share)} y2={y(share)} />
          <text x={x(0) - 8} y={y(share) + 4} textAnchor="end">
            {number.format(value)}
          </text>
        </g>
      ))}
      {plot.ticks.map(({ at: share, label }) => (
        <g key={label} className="chart-tick">
          <line x1={x(share)} x2={x(share)} y1={y(1)} y2={y(1) + 5} />
          <text x={x(share)} y={height - 8} textAnchor="middle">
            {label}
          </text>
        </g>
      ))}
      {plot.line.length > 1 && <path className="chart-line" d={`M${plot.line.map(at).join('L')}`} />}
      {plot.placed.map(({ figure, x: across, y: down, span }) => (
        <g
          key={figure.id}
          className={figure.id === selected ? 'chart-point chosen' : 'chart-point'}
          onClick={() => onSelect(figure.id)}
        >
          <title>{`${figure.text}${figure.period ? ` · ${figure.period.text}` : ''}`}</title>
          {span && (
            <line
              className={span.isOpen ? 'chart-span open' : 'chart-span'}
              x1={x(across)}
              x2={x(across)}
              y1={y(span.top)}
              y2={y(span.bottom)}
            />
          )}
          <circle className="chart-reach" cx={x(across)} cy={y(down)} r="15" />
          <path
            className={markOf(figure)}
            d={isAhead(figure.modality) ? MARK.ahead : MARK.said}
            transform={`translate(${at({ x: across, y: down })})`}
          />
          {labelled.has(figure.id) && (
            <text
              x={x(across)}
              y={y(down) - 12}
              textAnchor={across > 0.75 ? 'end' : across < 0.25 ? 'start' : 'middle'}
            >
              {figure.text}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}

/** The figures whose text has room: the chosen one, then the latest first, as it is what one looks for. The list has the text of all. */
function labelsOf(
  placed: readonly PlacedFigure[],
  selected: string | undefined,
  width: number,
  height: number,
): ReadonlySet<string> {
  const taken: { left: number; right: number; y: number }[] = [];
  return new Set(
    placed
      .toReversed()
      .toSorted((a, b) => Number(b.figure.id === selected) - Number(a.figure.id === selected))
      .flatMap(({ figure, x, y }) => {
        const half = figure.text.length * 3.7;
        const middle = x * width + (x > 0.75 ? -half : x < 0.25 ? half : 0);
        const box = { left: middle - half, right: middle + half, y: y * height };
        if (taken.some((one) => one.left < box.right && one.right > box.left && Math.abs(one.y - box.y) < 24))
          return [];
        taken.push(box);
        return [figure.id];
      }),
  );
}

/** What groups are called: `Agreements by type`. */
function titleOf({ kind, by }: Grouping, words: PictureWords, vocabulary: Vocabulary, language: Language): string {
  const property = vocabulary.property(kind, propertyOf(by), language);
  const what = kindName(kind, language);
  const name = property ?? (by === 'YEAR' ? words.year : nameOfKind(by, language));
  return words.groupedBy(what.charAt(0).toUpperCase() + what.slice(1), name);
}

/** The property that a key of groups stands for: `SOURCE_TYPE` for `sourceType`. */
const propertyOf = (by: string): string =>
  by.toLowerCase().replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

function Bars(props: Props & { chart: BarChart; grouping: Grouping | undefined }) {
  const { subgraph, selected, onSelect, grouping } = props;
  const { bars } = props.chart;
  const words = usePictureWords();
  const language = useContext(LanguageContext);
  const vocabulary = useVocabulary();
  const title = grouping ? titleOf(grouping, words, vocabulary, language) : inWords(props.chart.title);
  const nameOf = (key: string) => {
    const known = grouping && vocabulary.value(grouping.kind, propertyOf(grouping.by), key, language);
    return known !== undefined && known !== key ? known : /^[A-Z_]+$/.test(key) ? inWords(key) : key;
  };
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <section className="chart" aria-label={title}>
      <h3>{title}</h3>
      <ul className="bars">
        {bars.map(({ key, id, count }) => {
          const entity = id === undefined ? undefined : subgraph.entities.get(id);
          const name = entity?.name ?? (key === '' ? words.noGroup : nameOf(key));
          const row = (
            <>
              <span className="bar-name">
                {entity && <KindMark kind={entity.kind} />}{' '}
                {grouping?.by === 'INDICATOR' ? <Written text={name} isNamed={false} /> : name}
              </span>
              <span className="bar-track" aria-hidden="true">
                <span
                  className={key === '' ? 'bar none' : 'bar'}
                  style={{ width: `${(count / most) * 100}%`, ...(entity && { background: kindFill(entity.kind) }) }}
                />
              </span>
              <b className="bar-count">{count}</b>
            </>
          );
          return (
            <li key={key}>
              {entity ? (
                <button
                  type="button"
                  className="bar-row"
                  aria-current={id === selected ? 'true' : undefined}
                  onClick={() => onSelect(id)}
                >
                  {row}
                </button>
              ) : (
                <span className="bar-row">{row}</span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
