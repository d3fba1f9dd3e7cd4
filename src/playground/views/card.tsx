import './card.css';
import { useContext, useEffect, useRef, type ReactNode, type RefObject } from 'react';
import { FootnoteList } from '../footnote-list.js';
import { exploredLink } from '../link.js';
import { LanguageContext, type Language } from '../words.js';
import { Written } from '../written.js';
import { nameOfKind } from './kinds.js';
import { KindMark, LinkText } from './marks.js';
import { dayText, keyOfMoment, momentText, type Moment } from './moments.js';
import { usePictureWords, type PictureWords } from './picture-words.js';
import { useStated, useTold, type Stated, type Told } from './stated.js';
import type { Dated, EntityNode, FactLink, Subgraph } from './subgraph.js';
import { useTell } from './use-tell.js';

/** What the reader chose, in words: an entity with its fields, a fact, or an entry of a timeline, each with its sources. */
export function Card(props: {
  subgraph: Subgraph;
  selected: string;
  onSelect: (id: string | undefined) => void;
  /** What more one can do with an entity. */
  actions?: ReactNode;
}) {
  const { subgraph, selected, onSelect } = props;
  const words = usePictureWords();
  const head = useRef<HTMLHeadingElement>(null);
  const entity = subgraph.entities.get(selected);
  const link = entity ? undefined : subgraph.links.find(({ id }) => id === selected);
  const entry = entity || link ? undefined : subgraph.dates.find(({ fact }) => fact === selected);
  const found = (entity ?? link ?? entry) !== undefined;
  // Those who came by the keyboard go on from here. A link or a click into the drawing leaves the focus alone.
  const card = useRef<HTMLElement>(null);
  const opener = useRef<HTMLElement>(null);
  // What is pressed in a card goes with it, and the focus would be nowhere.
  const isFromHere = useRef(false);
  useEffect(() => {
    const before = document.activeElement;
    if (!found || !(before instanceof HTMLElement)) return;
    if (before === document.body && !isFromHere.current) return;
    if (before !== document.body && !card.current?.contains(before)) opener.current = before;
    isFromHere.current = false;
    head.current?.focus();
  }, [selected, found]);
  if (!found) return null;
  const choose = (id: string) => {
    isFromHere.current = card.current?.contains(document.activeElement) ?? false;
    onSelect(id);
  };
  const close = () => {
    onSelect(undefined);
    // What was pressed is gone; the reader goes on where the card was opened.
    setTimeout(() => opener.current?.focus());
  };
  return (
    <section
      ref={card}
      className="card"
      aria-labelledby="card-title"
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <button type="button" className="card-close" aria-label={words.close} onClick={close}>
        ×
      </button>
      {entity && (
        <EntityCard
          key={entity.id}
          entity={entity}
          subgraph={subgraph}
          onSelect={choose}
          headRef={head}
          actions={props.actions}
        />
      )}
      {link && <FactCard key={link.id} link={link} subgraph={subgraph} onSelect={choose} headRef={head} />}
      {entry && <EntryCard key={entry.fact} entry={entry} subgraph={subgraph} onSelect={choose} headRef={head} />}
    </section>
  );
}

type HeadRef = RefObject<HTMLHeadingElement | null>;

function EntityCard(props: {
  entity: EntityNode;
  subgraph: Subgraph;
  onSelect: (id: string) => void;
  headRef: HeadRef;
  actions: ReactNode;
}) {
  const { entity, subgraph } = props;
  const words = usePictureWords();
  const language = useContext(LanguageContext);
  const tell = useTell();
  const links = subgraph.links.filter(({ from, to }) => from === entity.id || to === entity.id);
  return (
    <>
      <p className="card-kind">
        <KindMark kind={entity.kind} /> {nameOfKind(entity.kind, language)}
        {entity.isPlanned && <span className="standing planned">{words.planned}</span>}
        {entity.isDisputed && <span className="standing disputed">{words.disputed}</span>}
      </p>
      <h3 id="card-title" tabIndex={-1} ref={props.headRef}>
        {entity.name}
      </h3>
      <p className="code muted">{entity.id}</p>
      <AsOf moments={momentsOf(entity)} />
      <p className="card-actions">
        <a href={exploredLink({ entity: entity.id })}>{words.openPage}</a>
        {props.actions}
      </p>
      <Rows
        rows={entity.details.map((detail) => {
          const [label, text] = tell.detail(entity.kind, detail);
          // Of several moments each says which.
          return [label, detail.length < 3 ? text : `${text} (${momentText(detail[2], words, language)})`];
        })}
      />
      <StatedOf entity={entity} dates={subgraph.dates} />
      {links.length > 0 && (
        <details open={links.length <= 12}>
          <summary>
            {words.relationsHere} ({links.length})
          </summary>
          <ul className="plain-list">
            {links.map((link) => (
              <li key={link.id}>
                <button type="button" className="entry" onClick={() => props.onSelect(link.id)}>
                  <LinkText link={link} subgraph={subgraph} seenFrom={entity.id} />
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

const RELEASE = [undefined];

const momentsOf = ({ moments }: EntityNode): readonly (Moment | undefined)[] => moments ?? RELEASE;

/** The moments as of which the answer tells of what is chosen, where that is not the release. */
function AsOf({ moments }: { moments: readonly (Moment | undefined)[] }) {
  const words = usePictureWords();
  const language = useContext(LanguageContext);
  if (moments.every((moment) => moment === undefined)) return null;
  return (
    <p className="as-of">
      {words.toldAs} {moments.map((moment) => momentText(moment, words, language)).join('; ')}
    </p>
  );
}

/** On whose word the values of an entity stand that the answer shows. */
function StatedOf({ entity, dates }: { entity: EntityNode; dates: readonly Dated[] }) {
  const words = usePictureWords();
  const language = useContext(LanguageContext);
  const tell = useTell();
  const moments = momentsOf(entity);
  const own = dates.filter((dated) => dated.entity === entity.id && dated.fact === undefined);
  const shown = new Map([
    ...own.map(({ property, text }) => [property, text] as const),
    ...entity.details.map(([label, text]) => [label, text] as const),
  ]);
  const stated = useStated(entity.id, shown, moments);
  if (shown.size === 0 || (typeof stated === 'object' && stated.length === 0)) return null;
  return (
    <>
      <h4>{words.sources}</h4>
      {stated === 'asking' && <p className="muted">{words.loadingSources}</p>}
      {stated === 'failed' && <p className="notice">{words.unreachable}</p>}
      {typeof stated === 'object' && (
        <ul className="plain-list stated">
          {stated.map((claim) => {
            const [label, text] = tell.detail(entity.kind, [claim.property, claim.text]);
            return (
              <li key={`${claim.id} ${keyOfMoment(claim.moment)}`}>
                <p>
                  {label}: <b>{text}</b> <StandingOf stated={claim} />
                  {moments.length > 1 && <span className="muted"> · {momentText(claim.moment, words, language)}</span>}
                </p>
                <FootnoteList footnotes={claim.footnotes} />
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}

/** How a value is stated and ranked, in a line. */
function StandingOf({ stated: { modality, rank, rankReason } }: { stated: Stated }) {
  const words = usePictureWords();
  const isDisputed = rank === 'DEPRECATED' || modality === 'DENIED';
  return (
    <span className="muted">
      {words.modalities[modality] ?? modality} ·{' '}
      <span className={isDisputed ? 'standing disputed' : undefined}>
        {words.rank} {words.ranks[rank] ?? rank}
      </span>
      {rankReason && (
        <>
          . <Written text={rankReason} />
        </>
      )}
    </span>
  );
}

function FactCard(props: { link: FactLink; subgraph: Subgraph; onSelect: (id: string) => void; headRef: HeadRef }) {
  const { link, subgraph } = props;
  const words = usePictureWords();
  const language = useContext(LanguageContext);
  const tell = useTell();
  const told = useTold(link.type === undefined ? undefined : link.id, link.moment);
  const name = (id: string) => subgraph.entities.get(id)?.name ?? id;
  return (
    <>
      {link.standing !== 'stated' && (
        <p className="card-kind">
          <span className={`standing ${link.standing}`}>{words[link.standing]}</span>
        </p>
      )}
      <h3 id="card-title" tabIndex={-1} ref={props.headRef}>
        <button type="button" className="link" onClick={() => props.onSelect(link.from)}>
          {name(link.from)}
        </button>{' '}
        <span className="relation">{tell.relation(link)}</span>{' '}
        <button type="button" className="link" onClick={() => props.onSelect(link.to)}>
          {name(link.to)}
        </button>
      </h3>
      <AsOf moments={[link.moment]} />
      <Rows
        rows={[
          ...standingRows(words, language, { ...link, time: typeof told === 'object' ? told.time : undefined }),
          ...link.details.map((detail) => tell.detail(link.type, detail)),
        ]}
      />
      {link.type === undefined ? (
        <p className="muted">{words.nesting}</p>
      ) : (
        <Sources known={link.footnotes} told={told} />
      )}
      {link.isReference && <p className="muted">{words.reference}</p>}
    </>
  );
}

/** An entry of a timeline, or a value with its date: what it says, how it is stated, and on whose word. */
function EntryCard(props: { entry: Dated; subgraph: Subgraph; onSelect: (id: string) => void; headRef: HeadRef }) {
  const { entry, subgraph } = props;
  const words = usePictureWords();
  const language = useContext(LanguageContext);
  const tell = useTell();
  const told = useTold(entry.fact, entry.moment);
  const entity = subgraph.entities.get(entry.entity);
  const other = subgraph.dates.filter(({ fact }) => fact === entry.fact);
  return (
    <>
      {entity && (
        <p className="card-kind">
          <KindMark kind={entity.kind} /> {nameOfKind(entity.kind, language)}
        </p>
      )}
      <h3 id="card-title" tabIndex={-1} ref={props.headRef}>
        {entry.title ?? entity?.name ?? entry.entity}
      </h3>
      <AsOf moments={[entry.moment]} />
      <Rows
        rows={[
          ...other.map(({ property, text }) => [tell.property(entity?.kind, property), text] as const),
          ...(typeof told === 'object' ? standingRows(words, language, { ...told, time: undefined }) : []),
        ]}
      />
      <Sources known={[]} told={told} />
      {typeof told === 'object' && told.isReference && <p className="muted">{words.reference}</p>}
      {entity && (
        <p>
          <button type="button" className="entry" onClick={() => props.onSelect(entity.id)}>
            <KindMark kind={entity.kind} /> {entity.name}
          </button>
        </p>
      )}
    </>
  );
}

/** When a fact held, how it is stated and ranked. */
function standingRows(
  words: PictureWords,
  language: Language,
  fact: {
    readonly time: string | undefined;
    readonly modality?: string | undefined;
    readonly rank?: string | undefined;
    readonly rankReason?: string | undefined;
    readonly isCurrent?: boolean | undefined;
    readonly moment?: Moment | undefined;
  },
): Row[] {
  // What “now” means there.
  const day = fact.moment?.validAt ?? fact.moment?.knownAt;
  return [
    [words.time, fact.time],
    [words.statedAs, fact.modality && (words.modalities[fact.modality] ?? fact.modality)],
    [words.rank, fact.rank && (words.ranks[fact.rank] ?? fact.rank)],
    [words.reason, fact.rankReason && <Written text={fact.rankReason} />],
    [
      day === undefined ? words.holds : words.holdsOn(dayText(day, language)),
      fact.isCurrent === undefined ? undefined : fact.isCurrent ? words.yes : words.no,
    ],
  ];
}

type Row = readonly [label: string, text: ReactNode, moment?: Moment | undefined];

function Rows({ rows }: { rows: readonly Row[] }) {
  const told = rows.filter(([, text]) => text);
  if (told.length === 0) return null;
  return (
    <dl>
      {told.map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The footnotes of a fact: those of the answer at once, else those asked for. */
function Sources({ known, told }: { known: readonly string[]; told: Told | 'asking' | 'failed' }) {
  const words = usePictureWords();
  const footnotes = known.length > 0 || typeof told === 'string' ? known : told.footnotes;
  return (
    <>
      <h4>{words.sources}</h4>
      {footnotes.length === 0 && told === 'asking' && <p className="muted">{words.loadingSources}</p>}
      {footnotes.length === 0 && told === 'failed' && <p className="notice">{words.unreachable}</p>}
      {footnotes.length === 0 && typeof told === 'object' && <p className="muted">{words.noSources}</p>}
      <FootnoteList footnotes={footnotes} />
    </>
  );
}
