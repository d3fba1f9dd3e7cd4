import { memo, Suspense, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { fetchSources, type Question, type Sources } from './api.js';
import type { Graph } from './app.js';
import { footnotesOf } from './citations.js';
import { CopyButton } from './copy.js';
import { Faults } from './faults.js';
import { hasData, isEmptyAnswer } from './empty.js';
import { useFootnotes } from './footnotes.js';
import { writeLink } from './link.js';
import { LoadBoundary } from './load-boundary.js';
import { Tabs } from './tabs.js';
import type { Answered, Asking } from './use-asking.js';
import { views } from './views/index.js';
import type { Offer } from './views/view.js';
import { LanguageContext, useWords } from './words.js';
import { Written } from './written.js';

interface Props {
  readonly asking: Asking;
  readonly title: string | undefined;
  readonly graph: Graph;
  readonly viewId: string | undefined;
  readonly onView: (id: string) => void;
  readonly selected: string | undefined;
  readonly onSelect: (id: string | undefined) => void;
  readonly expanded: readonly string[];
  readonly onExpand: (id: string) => void;
  /** Whether the answer also takes the place of the question. */
  readonly isWide: boolean;
  readonly onWide: (isWide: boolean) => void;
  readonly onOpen: (question: Question) => void;
  /** Says that the view of an answer is drawn, or cannot be. */
  readonly onSettled: (answered: Answered) => void;
  readonly onRetry: () => void;
  readonly onShow: (line: number, column: number) => void;
}

/** The answer to the last question, or why there is none. */
export const ResultPane = memo(function ResultPane(props: Props) {
  const { asking, graph } = props;
  const words = useWords();
  const answered = asking.state === 'answered' ? asking : asking.state === 'running' ? asking.before : undefined;
  const isRunning = asking.state === 'running' || (asking.state === 'idle' && graph.state === 'loading');
  const unreachable =
    asking.state === 'unreachable'
      ? asking
      : asking.state === 'idle' && graph.state === 'unreachable'
        ? graph
        : undefined;
  return (
    <section id="answer" className="pane result" aria-labelledby="answer-title" aria-busy={isRunning} tabIndex={-1}>
      <div className="pane-head">
        <h2 id="answer-title">{props.title ?? (asking.state === 'idle' ? words.answer : words.ownQuestion)}</h2>
        <p role="status" className="muted time">
          {isRunning ? words.running : answered ? words.milliseconds(answered.milliseconds) : ''}
        </p>
      </div>
      {isRunning && <div className="progress" />}
      {unreachable && (
        <div className="message bad" role="alert">
          <h3>{words.unreachable}</h3>
          <p>{words.unreachableHint}</p>
          <p className="code">{unreachable.reason}</p>
          <button type="button" className="primary" onClick={props.onRetry}>
            {words.retry}
          </button>
        </div>
      )}
      {asking.state === 'unsendable' && (
        <div className="message bad" role="alert">
          <h3>{words.unsendable}</h3>
          <p className="code">{asking.reason}</p>
        </div>
      )}
      {asking.state === 'stopped' && (
        <div className="message" role="status">
          <p>{words.stopped}</p>
          <button type="button" className="quiet" onClick={props.onRetry}>
            {words.runAgain}
          </button>
        </div>
      )}
      {answered && <Shown {...props} answered={answered} isOld={isRunning} />}
    </section>
  );
});

/** An answer: its faults, the views of it, and its sources. */
function Shown(props: Props & { answered: Answered; isOld: boolean }) {
  const { answered, isOld, graph, viewId, onView, onShow, selected, onSelect, isWide } = props;
  const { answer, question } = answered;
  const words = useWords();
  const language = useContext(LanguageContext);
  const [isCiting, setCiting] = useState(false);
  const isEmpty = useMemo(() => isEmptyAnswer(answer), [answer]);
  const offer = useOffer(answered);
  const able = useMemo(() => new Set(views.filter((view) => view.canShow(answered, offer))), [answered, offer]);
  const view =
    views.find(({ id }) => id === viewId) ?? views.find((one) => able.has(one) && !one.isPicture) ?? views[0]!;
  const faults = answer.errors ?? [];
  const isDrawn = able.has(view) || (view.isPicture && hasData(answer));
  const { onSettled } = props;
  const link = () => writeLink(location.href, { ...question, view: view.id, selected, expanded: props.expanded });
  const settle = useCallback(() => onSettled(answered), [onSettled, answered]);
  const isLate = isDrawn && view.isPicture;
  useEffect(() => {
    if (!isLate) settle();
  }, [isLate, settle]);
  return (
    <div className={isOld ? 'shown old' : 'shown'}>
      {faults.length > 0 && (
        <Faults faults={faults} query={question.query} isPartial={hasData(answer)} onShow={onShow} />
      )}
      {isEmpty && (
        <div className="message" role="status">
          <h3>{words.empty}</h3>
          <p>{words.emptyHint}</p>
        </div>
      )}
      <div className="result-bar">
        <Tabs
          name="view"
          label={words.views}
          tabs={views.map((one) => ({
            id: one.id,
            isUnable: !able.has(one),
            title: one.title[language],
            hint: able.has(one) ? undefined : words.notShown(one.needs[language]),
          }))}
          current={view.id}
          onChoose={onView}
        />
        <span className="result-actions">
          {hasData(answer) && (
            <button
              type="button"
              className="quiet"
              aria-expanded={isCiting}
              aria-controls="citations"
              onClick={() => setCiting(!isCiting)}
            >
              {words.cite}
            </button>
          )}
          {isWide && (
            <button type="button" className="quiet widen" onClick={() => props.onWide(false)}>
              {words.narrow}
            </button>
          )}
          <CopyButton label={words.share} done={words.linkCopied} text={() => share(link())} />
        </span>
      </div>
      {isCiting && hasData(answer) && (
        <Citations answered={answered} release={graph.state === 'known' ? graph.info : undefined} />
      )}
      <div id="view-panel" role="tabpanel" aria-labelledby={`view-tab-${view.id}`} className="view">
        <LoadBoundary key={view.id} onFail={settle} onRetry={() => share(link())}>
          <Suspense
            fallback={
              <p className="muted drawing" role="status">
                {words.drawing}
              </p>
            }
          >
            {isDrawn ? (
              <view.Component
                answered={answered}
                selected={selected}
                onSelect={onSelect}
                expanded={props.expanded}
                onExpand={props.onExpand}
                onOpen={props.onOpen}
                onSettled={settle}
              />
            ) : (
              // Where nothing came at all, that has been said.
              !isEmpty && faults.length === 0 && <p className="message">{words.notShown(view.needs[language])}</p>
            )}
          </Suspense>
        </LoadBoundary>
      </div>
    </div>
  );
}

/** What the question may have to draw, known a moment after its answer: the page reads the schema's shape first. */
function useOffer({ question }: Answered): Offer | undefined {
  const [known, setKnown] = useState<{ question: Question; offer: Offer }>();
  useEffect(() => {
    let isGone = false;
    import('./views/offer.js')
      .then(({ offerOf }) => offerOf(question))
      .then(
        (offer) => isGone || setKnown({ question, offer }),
        // Then the pictures say for themselves what they miss.
        () => undefined,
      );
    return () => void (isGone = true);
  }, [question]);
  return known?.question === question ? known.offer : undefined;
}

/** The sources that an answer rests on, as the server tells them once asked; until then, those that the answer names. */
function useSources({ question, answer }: Answered): { state: 'asking' | 'told' | 'untold'; told: Sources } {
  const named = useMemo(
    () => ({ sources: footnotesOf(answer.data).map((footnote) => ({ id: footnote, footnote })) }),
    [answer],
  );
  const [known, setKnown] = useState<{ question: Question; told: Sources | undefined }>();
  useEffect(() => {
    const controller = new AbortController();
    fetchSources(question, controller.signal).then(
      (told) => setKnown({ question, told }),
      () => controller.signal.aborted || setKnown({ question, told: undefined }),
    );
    return () => controller.abort();
  }, [question]);
  if (known?.question !== question) return { state: 'asking', told: named };
  return known.told ? { state: 'told', told: known.told } : { state: 'untold', told: named };
}

/** The sources of an answer in the order of their first use, and the release it was read from. */
function Citations(props: { answered: Answered; release: { release: string; date: string } | undefined }) {
  const { release } = props;
  const words = useWords();
  const { state, told } = useSources(props.answered);
  const footnoteIn = useFootnotes();
  const { sources, coverage } = told;
  const looked = sources.length === 0 ? (coverage?.documents ?? []) : [];
  const listed = looked.length > 0 ? looked : sources;
  const graphLine =
    release && `${words.citedRelease(release.release)}${release.date === release.release ? '' : ` (${release.date})`}.`;
  const text = () =>
    [
      ...(looked.length > 0 ? [words.lookedIn] : []),
      ...listed.map(({ footnote }, index) => `[${index + 1}] ${footnoteIn(footnote)}`),
      ...(graphLine ? [graphLine] : []),
    ].join('\n');
  const note =
    state === 'asking'
      ? words.citing
      : looked.length > 0
        ? words.lookedIn
        : state === 'untold'
          ? sources.length === 0
            ? words.sourcesUntold
            : words.citedFromAnswer
          : sources.length === 0
            ? words.noSources
            : undefined;
  return (
    <section id="citations" className="citations" aria-labelledby="citations-title" aria-busy={state === 'asking'}>
      <div className="citations-head">
        <h3 id="citations-title">{words.citations}</h3>
        <CopyButton label={words.copyCitations} text={text} />
      </div>
      <p role="status" className="muted">
        {note}
      </p>
      <ol>
        {listed.map(({ id, footnote }) => (
          <li key={id}>
            <Written text={footnoteIn(footnote)} isNamed={false} />
          </li>
        ))}
      </ol>
      {graphLine && <p className="muted">{graphLine}</p>}
    </section>
  );
}

/** Puts the link into the address bar too, where it can be taken even if copying is refused. */
function share(link: string): string {
  history.replaceState(null, '', link);
  return link;
}
