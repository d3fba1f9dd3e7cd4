import './timeline.css';
import { useContext, useMemo, useState } from 'react';
import { LanguageContext } from '../words.js';
import { Card } from './card.js';
import { KindMark, kindFill } from './marks.js';
import { inLegendOrder, nameOfKind } from './kinds.js';
import { usePictureWords } from './picture-words.js';
import { Picture } from './picture.js';
import type { Subgraph } from './subgraph.js';
import { useTell } from './use-tell.js';
import { timelineOf, type TimelineItem } from './timeline-model.js';
import { timeline } from './timeline.js';
import type { ViewProps } from './view.js';

/** The dates of an answer on one line, as exact as the sources made them. */
export default function TimelineView(props: ViewProps) {
  const language = useContext(LanguageContext);
  return (
    <Picture {...props} draws="dates" needs={timeline.needs[language]} isDrawable={({ dates }) => dates.length > 0}>
      {(subgraph) => <Line subgraph={subgraph} selected={props.selected} onSelect={props.onSelect} />}
    </Picture>
  );
}

function Line(props: { subgraph: Subgraph; selected: string | undefined; onSelect: (id: string | undefined) => void }) {
  const { subgraph, selected, onSelect } = props;
  const words = usePictureWords();
  const language = useContext(LanguageContext);
  const { items, ticks } = useMemo(() => timelineOf(subgraph), [subgraph]);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [isGrouped, setGrouped] = useState(false);
  const kinds = inLegendOrder(items.map(({ kind }) => kind));
  const shown = items.filter(({ kind }) => !hidden.has(kind));
  const groups = isGrouped ? kinds.map((kind) => shown.filter((item) => item.kind === kind)) : [shown];
  const toggle = (kind: string) => {
    const next = new Set(hidden);
    if (!next.delete(kind)) next.add(kind);
    setHidden(next);
  };
  return (
    <div className="picture">
      <div className="picture-main">
        <div className="view-bar">
          <p className="muted" role="status">
            {words.dates(shown.length, items.length)}
          </p>
          {kinds.length > 1 && (
            <label className="choice">
              <input type="checkbox" checked={isGrouped} onChange={() => setGrouped(!isGrouped)} /> {words.groupByKind}
            </label>
          )}
        </div>
        {kinds.length > 1 && (
          <div className="legend" role="group" aria-label={words.showKinds}>
            {kinds.map((kind) => (
              <button key={kind} type="button" aria-pressed={!hidden.has(kind)} onClick={() => toggle(kind)}>
                <KindMark kind={kind} /> {nameOfKind(kind, language)} (
                {items.filter((item) => item.kind === kind).length})
              </button>
            ))}
          </div>
        )}
        <div className="timeline-scroll">
          <div className="timeline-axis" aria-hidden="true">
            <span className="timeline-label" />
            <span className="timeline-track">
              {ticks.map(({ at, label }) => (
                <b key={label} style={{ left: `${at * 100}%` }}>
                  {label}
                </b>
              ))}
            </span>
          </div>
          {groups.map((group, index) => (
            <section key={index} aria-label={isGrouped ? nameOfKind(kinds[index]!, language) : undefined}>
              {isGrouped && group.length > 0 && (
                <h3 className="timeline-kind">
                  <KindMark kind={kinds[index]!} /> {nameOfKind(kinds[index]!, language)}
                </h3>
              )}
              <ol className="timeline" aria-label={words.timelineLabel}>
                {group.map((item) => (
                  <li key={item.key}>
                    <Row
                      item={item}
                      subgraph={subgraph}
                      ticks={ticks}
                      isChosen={item.id === selected}
                      onSelect={onSelect}
                    />
                  </li>
                ))}
              </ol>
            </section>
          ))}
        </div>
        <p className="picture-note">{words.precisionKey}</p>
      </div>
      {selected !== undefined && (
        <div className="picture-side">
          <Card subgraph={subgraph} selected={selected} onSelect={onSelect} />
        </div>
      )}
    </div>
  );
}

function Row(props: {
  item: TimelineItem;
  subgraph: Subgraph;
  ticks: readonly { at: number }[];
  isChosen: boolean;
  onSelect: (id: string) => void;
}) {
  const { item, subgraph } = props;
  const words = usePictureWords();
  const tell = useTell();
  const about = item.link
    ? `${tell.relation(item.link, item.link.to)} ${subgraph.entities.get(item.link.from)?.name ?? item.link.from}`
    : item.property && tell.property(item.kind, item.property);
  const notes = [
    item.isInferred && words.inferred,
    item.standing !== 'stated' && words[item.standing],
    (item.opensAtStart || item.opensAtEnd) && words.open,
  ].filter((note) => typeof note === 'string');
  const mark = [
    item.mark,
    item.standing,
    item.isInferred && 'inferred',
    item.opensAtStart && 'opens-left',
    item.opensAtEnd && 'opens-right',
  ];
  return (
    <button
      type="button"
      className="timeline-row"
      aria-current={props.isChosen ? 'true' : undefined}
      title={`${item.label}: ${item.text}`}
      onClick={() => props.onSelect(item.id)}
    >
      <span className="timeline-label">
        <b>{item.text}</b> {item.label} <small>{[about, ...notes].filter(Boolean).join(' · ')}</small>
      </span>
      <span className="timeline-track" aria-hidden="true">
        {props.ticks.map(({ at }) => (
          <i key={at} style={{ left: `${at * 100}%` }} />
        ))}
        <span
          className={mark.filter(Boolean).join(' ')}
          style={{
            left: `${item.start * 100}%`,
            width: `${(item.end - item.start) * 100}%`,
            color: kindFill(item.kind),
          }}
        />
      </span>
    </button>
  );
}
