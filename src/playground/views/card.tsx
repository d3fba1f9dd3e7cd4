import { useContext, useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { post } from '../api.js';
import { exploredLink } from '../link.js';
import { LanguageContext, type Language } from '../words.js';
import { nameOfKind, pathOf, styleOf } from './kinds.js';
import { usePictureWords } from './picture-words.js';
import type { EntityNode, FactLink, Subgraph } from './subgraph.js';

/** The mark of a kind, as in the drawing. */
export function KindMark({ kind }: { kind: string }) {
  const { shape } = styleOf(kind);
  return (
    <svg className={`kind-mark kind-${kind}`} viewBox="-10 -10 20 20" width="14" height="14" aria-hidden="true">
      <path d={pathOf(shape, 0, 0, 9)} style={{ fill: kindFill(kind) }} />
    </svg>
  );
}

/** The colour of a kind in both themes, for CSS. */
export const kindFill = (kind: string): string => {
  const { light, dark } = styleOf(kind).colour;
  return `light-dark(${light}, ${dark})`;
};

/** What the reader chose, in words: an entity with its fields, or a fact with its sources. */
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
  const found = entity !== undefined || link !== undefined;
  // Those who came by the keyboard go on from here. A link or a click into the drawing leaves the focus alone.
  useEffect(() => {
    if (found && document.activeElement !== document.body) head.current?.focus();
  }, [selected, found]);
  if (!entity && !link) return null;
  return (
    <section className="card" aria-labelledby="card-title">
      <button type="button" className="card-close" aria-label={words.close} onClick={() => onSelect(undefined)}>
        ×
      </button>
      {entity && (
        <EntityCard entity={entity} subgraph={subgraph} onSelect={onSelect} headRef={head} actions={props.actions} />
      )}
      {link && <FactCard key={link.id} link={link} subgraph={subgraph} onSelect={onSelect} headRef={head} />}
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
      <p className="card-actions">
        <a href={exploredLink({ entity: entity.id })}>{words.openPage}</a>
        {props.actions}
      </p>
      {entity.details.length > 0 && (
        <dl>
          {entity.details.map(([label, text]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
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

/** A fact in a line: both ends, or the far one where one end is plain from the context. */
export function LinkText(props: { link: FactLink; subgraph: Subgraph; seenFrom?: string }) {
  const { link, subgraph, seenFrom } = props;
  const words = usePictureWords();
  const name = (id: string) => subgraph.entities.get(id)?.name ?? id;
  const standing = link.standing !== 'stated' && (
    <span className={`standing ${link.standing}`}>{words[link.standing]}</span>
  );
  if (seenFrom === undefined)
    return (
      <>
        {name(link.from)} <span className="relation">{link.relation}</span> {name(link.to)} {standing}
      </>
    );
  const isForward = link.from === seenFrom;
  return (
    <>
      <span className="relation">{isForward ? `${link.relation} →` : `← ${link.relation}`}</span>{' '}
      {name(isForward ? link.to : link.from)} {standing}
    </>
  );
}

function FactCard(props: { link: FactLink; subgraph: Subgraph; onSelect: (id: string) => void; headRef: HeadRef }) {
  const { link, subgraph } = props;
  const words = usePictureWords();
  const told = useTold(link);
  const name = (id: string) => subgraph.entities.get(id)?.name ?? id;
  const rows: (readonly [string, string | undefined])[] = [
    [words.time, typeof told === 'object' ? told.time : undefined],
    [words.statedAs, link.modality && (words.modalities[link.modality] ?? link.modality)],
    [words.rank, link.rank && (words.ranks[link.rank] ?? link.rank)],
    [words.reason, link.rankReason],
    [words.holds, link.isCurrent === undefined ? undefined : link.isCurrent ? words.yes : words.no],
    ...link.details,
  ];
  return (
    <>
      <p className="card-kind">
        {link.type?.toLowerCase().replaceAll('_', ' ')}
        {link.standing !== 'stated' && <span className={`standing ${link.standing}`}>{words[link.standing]}</span>}
      </p>
      <h3 id="card-title" tabIndex={-1} ref={props.headRef}>
        <button type="button" className="link" onClick={() => props.onSelect(link.from)}>
          {name(link.from)}
        </button>{' '}
        <span className="relation">{link.relation}</span>{' '}
        <button type="button" className="link" onClick={() => props.onSelect(link.to)}>
          {name(link.to)}
        </button>
      </h3>
      <dl>
        {rows.map(
          ([label, text]) =>
            text && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{text}</dd>
              </div>
            ),
        )}
      </dl>
      {link.type === undefined ? <p className="muted">{words.nesting}</p> : <Sources link={link} told={told} />}
      {link.isReference && <p className="muted">{words.reference}</p>}
    </>
  );
}

/** What is asked for once a fact is chosen. */
interface Told {
  readonly time: string | undefined;
  readonly footnotes: readonly string[];
}

/** When a fact held and on whose word, asked for by its id: a picture of hundreds of facts does without. */
function useTold({ id, type }: FactLink): Told | 'asking' | 'failed' {
  const language = useContext(LanguageContext);
  const [told, setTold] = useState<Told | 'asking' | 'failed'>('asking');
  useEffect(() => {
    if (type === undefined) return;
    const controller = new AbortController();
    fetchTold(id, language, controller.signal).then(setTold, () => {
      if (!controller.signal.aborted) setTold('failed');
    });
    return () => controller.abort();
  }, [id, type, language]);
  return told;
}

const TOLD_QUERY = `query ToldOfFact($id: ID!, $lang: Language!) {
  node(id: $id) {
    ... on Fact {
      validTime { from { text(lang: $lang) } to { text(lang: $lang) } }
      citations { footnote }
    }
  }
}`;

interface ToldRow {
  readonly validTime?: {
    readonly from: { readonly text: string } | null;
    readonly to: { readonly text: string } | null;
  } | null;
  readonly citations?: readonly { readonly footnote: string }[];
}

async function fetchTold(id: string, language: Language, signal: AbortSignal): Promise<Told> {
  const { data, errors } = await post({ query: TOLD_QUERY, variables: { id, lang: language.toUpperCase() } }, signal);
  if (errors?.length) throw new Error(errors[0]!.message);
  const { validTime, citations = [] } = (data as { node?: ToldRow | null } | null | undefined)?.node ?? {};
  return {
    time: validTime ? `${validTime.from?.text ?? '…'} – ${validTime.to?.text ?? '…'}` : undefined,
    footnotes: citations.map(({ footnote }) => footnote),
  };
}

/** The footnotes of a fact: those of the answer at once, else those asked for. */
function Sources({ link, told }: { link: FactLink; told: Told | 'asking' | 'failed' }) {
  const words = usePictureWords();
  const footnotes = link.footnotes.length > 0 || typeof told === 'string' ? link.footnotes : told.footnotes;
  return (
    <>
      <h4>{words.sources}</h4>
      {footnotes.length === 0 && told === 'asking' && <p className="muted">{words.loadingSources}</p>}
      {footnotes.length === 0 && told === 'failed' && <p className="notice">{words.unreachable}</p>}
      {footnotes.length === 0 && typeof told === 'object' && <p className="muted">{words.noSources}</p>}
      {footnotes.length > 0 && (
        <ol className="footnotes">
          {footnotes.map((footnote) => (
            <li key={footnote}>{footnote}</li>
          ))}
        </ol>
      )}
    </>
  );
}
