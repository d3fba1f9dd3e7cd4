import './pictures.css';
import { useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { ask, type Fault, type Outcome, type Question } from '../api.js';
import { completeQuestion, type Extra } from '../complete.js';
import { fetchSchemaShape } from '../fetch-schema-shape.js';
import type { Answered } from '../use-asking.js';
import { fetchVocabulary } from '../use-vocabulary.js';
import { LanguageContext, type Language } from '../words.js';
import { momentsOf } from './moments-of.js';
import { usePictureWords } from './picture-words.js';
import { subgraphOf, type Subgraph } from './subgraph.js';
import type { Offer, ViewProps } from './view.js';

interface Props extends ViewProps {
  /** What the picture draws. */
  readonly draws: keyof Offer;
  /** Ends the sentence "the picture needs …". */
  readonly needs: string;
  readonly extra?: Extra;
  readonly isDrawable: (subgraph: Subgraph, data: unknown) => boolean;
  /** Whether the drawing waits for more than the answer, and says itself when it is there. */
  readonly isLate?: boolean;
  readonly children: (subgraph: Subgraph, data: unknown) => ReactNode;
}

type Asked = Outcome | { readonly state: 'asking' } | { readonly state: 'unanswerable'; readonly reason: string };

/** Asks the question as a picture needs it, and draws the answer, or says why it cannot. */
export function Picture(props: Props) {
  const words = usePictureWords();
  const language = useContext(LanguageContext);
  const [asked, stop, again] = useCompleted(props.answered, language, props.extra);
  const { question } = props.answered;
  const isSettled = asked.state !== 'asking' && !(asked.state === 'answered' && props.isLate);
  useSettled(isSettled, props.onSettled);
  const subgraph = useMemo(
    () => (asked.state === 'answered' ? subgraphOf(asked.answer.data, momentsOf(question)) : undefined),
    [asked, question],
  );
  switch (asked.state) {
    case 'asking':
      return (
        <div className="message" role="status">
          <p>{words.asking}</p>
          <button type="button" className="quiet" onClick={stop}>
            {words.stop}
          </button>
        </div>
      );
    case 'stopped':
      return <Failed title={words.stopped} onAgain={again} />;
    case 'unreachable':
      return <Failed title={words.unreachable} reason={asked.reason} onAgain={again} />;
    case 'unsendable':
    case 'unanswerable':
      return <Failed title={words.refused} reason={asked.reason} onAgain={again} />;
    case 'answered':
      break;
  }
  const { data, errors = [] } = asked.answer;
  if (!subgraph || data === null || data === undefined)
    return <Failed title={words.refused} hint={words.refusedHint} faults={errors} onAgain={again} />;
  if (!props.isDrawable(subgraph, data)) return <NothingToDraw {...props} />;
  return (
    <>
      {errors.length > 0 && <p className="message bad">{words.partial}</p>}
      {props.children(subgraph, data)}
    </>
  );
}

/** Says once it is so that a picture is settled. */
export function useSettled(isSettled: boolean, onSettled: (() => void) | undefined): void {
  useEffect(() => {
    if (isSettled) onSettled?.();
  }, [isSettled, onSettled]);
}

/** Says what to ask for, with a button that does where the question has a place for it. */
function NothingToDraw({ answered, draws, needs, onOpen }: Props) {
  const words = usePictureWords();
  const [query, setQuery] = useState<string>();
  useEffect(() => {
    let isGone = false;
    void Promise.all([fetchSchemaShape(), import('./suggest.js')]).then(([shape, { addMissing }]) => {
      if (!isGone) setQuery(addMissing(answered.question.query, shape, draws));
    });
    return () => void (isGone = true);
  }, [answered, draws]);
  return (
    <div className="message" role="status">
      <p>{words.nothingToDraw(needs)}</p>
      {query !== undefined && (
        <button type="button" className="primary" onClick={() => onOpen({ ...answered.question, query })}>
          {words.addToQuestion}
        </button>
      )}
    </div>
  );
}

function Failed(props: {
  title: string;
  hint?: string;
  reason?: string;
  faults?: readonly Fault[];
  onAgain: () => void;
}) {
  const words = usePictureWords();
  return (
    <div className="message bad" role="alert">
      <h3>{props.title}</h3>
      {props.hint && <p>{props.hint}</p>}
      {props.reason && <p className="code">{props.reason}</p>}
      {props.faults?.map(({ message, extensions }, index) => (
        <p key={index} className="fault">
          {message} {extensions?.code && <span className="code-chip">{extensions.code}</span>}
        </p>
      ))}
      <button type="button" className="quiet" onClick={props.onAgain}>
        {words.again}
      </button>
    </div>
  );
}

/** Answers to completed questions, so that going from picture to picture asks once. They go with the answer. */
const known = new WeakMap<Answered, Map<string, Outcome>>();

function useCompleted(
  answered: Answered,
  language: Language,
  extra: Extra | undefined,
): [Asked, () => void, () => void] {
  const key = `${language} ${extra ?? ''}`;
  const [state, setState] = useState<{ of: Answered; key: string; asked: Asked }>();
  const [round, setRound] = useState(0);
  const [running, setRunning] = useState<AbortController>();
  useEffect(() => {
    const controller = new AbortController();
    const settle = (asked: Asked) => setState({ of: answered, key, asked });
    const before = known.get(answered)?.get(key);
    if (before) return settle(before);
    settle({ state: 'asking' });
    setRunning(controller);
    askCompleted(answered.question, language, extra, controller.signal).then(
      (outcome) => {
        if (outcome.state === 'answered')
          known.set(answered, (known.get(answered) ?? new Map<string, Outcome>()).set(key, outcome));
        if (outcome.state !== 'stopped' || !isLeft) settle(outcome);
      },
      (error: unknown) =>
        settle({ state: 'unanswerable', reason: error instanceof Error ? error.message : String(error) }),
    );
    let isLeft = false;
    return () => {
      isLeft = true;
      controller.abort();
    };
  }, [answered, key, language, extra, round]);
  const isOld = state?.of !== answered || state.key !== key;
  return [isOld ? { state: 'asking' } : state.asked, () => running?.abort(), () => setRound((last) => last + 1)];
}

async function askCompleted(
  question: Question,
  language: Language,
  extra: Extra | undefined,
  signal: AbortSignal,
): Promise<Outcome> {
  // The words of the graph come with the first picture.
  const [shape] = await Promise.all([fetchSchemaShape(), fetchVocabulary()]);
  const { query } = completeQuestion(question.query, shape, { language, extra });
  const outcome = await ask({ ...question, query }, signal);
  const isRefused = outcome.state === 'answered' && (outcome.answer.data ?? null) === null;
  // What is added may make it too deep or too costly. The picture is poorer without, but not empty.
  return isRefused && extra ? askCompleted(question, language, undefined, signal) : outcome;
}
