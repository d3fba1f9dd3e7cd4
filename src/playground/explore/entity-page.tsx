import { useContext, type RefObject } from 'react';
import { FootnoteList } from '../footnote-list.js';
import { exploredLink } from '../link.js';
import { KindMark } from '../views/marks.js';
import { nameOfKind } from '../views/kinds.js';
import { useVocabulary } from '../use-vocabulary.js';
import { inWords } from '../vocabulary.js';
import { LanguageContext, useWords } from '../words.js';
import { Written } from '../written.js';
import { useExploreWords } from './explore-words.js';
import { usePages, type Pages } from './use-pages.js';
import type { ClaimRow, ConflictRow, EntityRow, Named, RelatedRow } from './questions.js';

/** What an entity is called, and what it is. */
export function EntityHead({ entity, headRef }: { entity: EntityRow; headRef: RefObject<HTMLHeadingElement | null> }) {
  const words = useExploreWords();
  const language = useContext(LanguageContext);
  const others = [...new Map(entity.names.map((name) => [name.text, name])).values()].filter(
    ({ text }) => text !== entity.name,
  );
  return (
    <div className="explore-head">
      <p className="card-kind">
        <KindMark kind={entity.kind} /> {nameOfKind(entity.kind, language)}
      </p>
      <h2 tabIndex={-1} ref={headRef}>
        {entity.name}
      </h2>
      {others.length > 0 && (
        <p className="muted">
          {words.alsoCalled}{' '}
          {others.map(({ text, language: of }, index) => (
            <span key={text}>
              {index > 0 && ' · '}
              <span lang={of?.toLowerCase()}>{text}</span>
            </span>
          ))}
        </p>
      )}
      {entity.description && (
        <p>
          <Written text={entity.description} />
        </p>
      )}
    </div>
  );
}

/** All that is stated of an entity, each with its sources: disagreements first, then relations, then values. */
export function EntityFacts({ entity }: { entity: EntityRow }) {
  const words = useExploreWords();
  const language = useContext(LanguageContext);
  const vocabulary = useVocabulary();
  const { conflicts } = entity;
  const related = usePages(entity, 'related');
  const claims = usePages(entity, 'claims');
  const isForth = (fact: RelatedRow) => fact.from.id === entity.id;
  const byRelation = [...groupBy(related.nodes, (fact) => vocabulary.phrase(fact.type, isForth(fact), language))]
    // What documents say before what reference data fills in.
    .toSorted(([, one], [, other]) => Number(isReference(one)) - Number(isReference(other)));
  const byProperty = groupBy(claims.nodes, ({ property }) => property);
  if (related.nodes.length + claims.nodes.length === 0) return <p className="message">{words.noFacts}</p>;
  return (
    <>
      {conflicts.length > 0 && (
        <section aria-labelledby="explore-conflicts">
          <h3 id="explore-conflicts">{words.disagreements}</h3>
          {conflicts.map((conflict) => (
            <Disagreement key={conflict.id} kind={entity.kind} conflict={conflict} />
          ))}
        </section>
      )}
      {related.nodes.length > 0 && (
        <section aria-labelledby="explore-relations">
          <h3 id="explore-relations">{words.relations}</h3>
          {byRelation.map(([phrase, facts]) => (
            <Relation key={phrase} phrase={phrase} facts={facts} isForth={isForth} />
          ))}
          <More pages={related} />
        </section>
      )}
      {claims.nodes.length > 0 && (
        <section aria-labelledby="explore-values">
          <h3 id="explore-values">{words.values}</h3>
          {[...byProperty].map(([property, stated]) => (
            <div key={property} className="explore-group">
              <h4>{vocabulary.property(entity.kind, property, language) ?? inWords(property)}</h4>
              <ul>
                {stated.map((claim) => (
                  <li key={claim.id}>
                    <ClaimValue kind={entity.kind} claim={claim} isAlone={stated.length === 1} />
                    <Sources citations={claim.citations} />
                  </li>
                ))}
              </ul>
            </div>
          ))}
          <More pages={claims} />
        </section>
      )}
    </>
  );
}

/** Says how much of a list is shown, and brings the next of it. */
function More({ pages: { nodes, totalCount, state, next } }: { pages: Pages<unknown> }) {
  const words = useExploreWords();
  if (totalCount <= nodes.length) return null;
  return (
    <p className="explore-more">
      <span className="muted" role="status">
        {words.shownOf(nodes.length, totalCount)}
        {state === 'failed' && ` ${words.unreachable}.`}
      </span>{' '}
      <button type="button" className="quiet" onClick={next}>
        {state === 'asking' ? words.asking : words.more}
      </button>
    </p>
  );
}

const isReference = (facts: readonly RelatedRow[]): boolean => facts.every(({ origin }) => origin === 'REFERENCE');

function Relation(props: { phrase: string; facts: readonly RelatedRow[]; isForth: (fact: RelatedRow) => boolean }) {
  const { facts } = props;
  const words = useExploreWords();
  return (
    <div className="explore-group">
      <h4>{props.phrase}</h4>
      <ul>
        {facts.map((fact) => (
          <li key={fact.id} className={fact.rank === 'DEPRECATED' ? 'set-aside' : undefined}>
            <EntityLink entity={props.isForth(fact) ? fact.to : fact.from} />
            {fact.role && (
              <span className="muted">
                <Written text={fact.role} isNamed={false} />
              </span>
            )}
            <Time fact={fact} />
            <Standing fact={fact} />
            {!fact.isCurrent && <span className="standing">{words.past}</span>}
            <Sources citations={fact.citations} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The name of an entity, which leads to its page. */
export function EntityLink({ entity }: { entity: Named }) {
  return (
    <a href={exploredLink({ entity: entity.id })} className="entity-link">
      <KindMark kind={entity.kind} /> {entity.name}
    </a>
  );
}

function Time({ fact: { validTime } }: { fact: RelatedRow }) {
  const words = useExploreWords();
  if (!validTime?.from && !validTime?.to) return null;
  const { from, to } = validTime;
  const text =
    from && to
      ? from.text === to.text
        ? from.text
        : `${from.text} – ${to.text}`
      : from
        ? words.since(from.text)
        : words.until(to!.text);
  return <span className="muted">{text}</span>;
}

/** What sets a statement apart from a plain report that stands. */
function Standing({ fact }: { fact: Pick<RelatedRow, 'modality' | 'rank' | 'rankReason'> }) {
  const words = useExploreWords();
  const modality = words.modalities[fact.modality];
  return (
    <>
      {modality && <span className="standing planned">{modality}</span>}
      {fact.rank === 'DEPRECATED' && <span className="standing disputed">{words.setAside}</span>}
      {fact.rankReason && (
        <span className="muted">
          <Written text={fact.rankReason} />
        </span>
      )}
    </>
  );
}

function ClaimValue({ kind, claim, isAlone }: { kind: string; claim: ClaimRow; isAlone: boolean }) {
  const valueText = useValueText(kind);
  const text = claim.date?.text ?? claim.quantity?.text ?? valueText(claim);
  return (
    <>
      <span className={claim.isBest && !isAlone ? 'best' : undefined}>{text}</span>
      <Standing fact={claim} />
    </>
  );
}

/** Two or more values of one property, side by side, each on whose word. */
function Disagreement({ kind, conflict }: { kind: string; conflict: ConflictRow }) {
  const words = useExploreWords();
  const language = useContext(LanguageContext);
  const vocabulary = useVocabulary();
  const valueText = useValueText(kind);
  return (
    <article className="disagreement">
      <h4>
        {vocabulary.property(kind, conflict.property, language) ?? inWords(conflict.property)}{' '}
        <span className={conflict.kind === 'CONTRADICTION' ? 'standing disputed' : 'standing'}>
          {words.kinds[conflict.kind]}
        </span>
      </h4>
      <p>{withoutReasons(conflict)}</p>
      <div className="sides">
        {conflict.claims.map((claim) => (
          <div key={claim.id} className={claim.id === conflict.preferred?.id ? 'side preferred' : 'side'}>
            <p className="side-value">{valueText({ property: conflict.property, ...claim })}</p>
            {claim.id === conflict.preferred?.id && <p className="standing">{words.best}</p>}
            {claim.rank === 'DEPRECATED' && <p className="standing disputed">{words.setAside}</p>}
            {claim.rankReason && (
              <p className="muted">
                <Written text={claim.rankReason} />
              </p>
            )}
            <FootnoteList footnotes={claim.citations.map(({ footnote }) => footnote)} />
          </div>
        ))}
      </div>
    </article>
  );
}

/** Why values can or cannot both be true, without what the editors say of each: that stands beside it. */
function withoutReasons({ reason, claims }: ConflictRow): string {
  const ends = claims.flatMap(({ rankReason }) => (rankReason ? [rankReason] : [])).map((said) => reason.indexOf(said));
  const found = ends.filter((end) => end > 0);
  if (found.length === 0) return reason;
  // Before what they say stands who says it: “The editors say:”.
  const before = reason.slice(0, Math.min(...found)).trimEnd();
  return before.slice(0, before.lastIndexOf('. ') + 1) || reason;
}

/** On whose word, folded until one asks. */
export function Sources({ citations }: { citations: readonly { readonly footnote: string }[] }) {
  const words = useExploreWords();
  if (citations.length === 0) return <span className="muted">{words.noSource}</span>;
  return (
    <details className="sources">
      <summary>{words.sources(citations.length)}</summary>
      <FootnoteList footnotes={citations.map(({ footnote }) => footnote)} />
    </details>
  );
}

/** Items by what a function says of them, in the order in which they come. */
function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}

/** What a value of an entity of a kind is called; an outline is no text to read. */
function useValueText(kind: string): (claim: Pick<ClaimRow, 'property' | 'value' | 'absence'>) => string {
  const words = useExploreWords();
  const { absences } = useWords();
  const language = useContext(LanguageContext);
  const vocabulary = useVocabulary();
  return ({ property, value, absence }) => {
    if (absence) return absences[absence];
    const text = value ?? '';
    return text.startsWith('{') ? words.outline : vocabulary.value(kind, property, text, language);
  };
}
