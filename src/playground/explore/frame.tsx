import { Suspense, useMemo, type ReactNode } from 'react';
import type { Fault, Outcome, Question } from '../api.js';
import { CopyButton } from '../copy.js';
import { exploredLink, type Explored } from '../link.js';
import type { Answered } from '../use-asking.js';
import { graph } from '../views/graph.js';
import { timeline } from '../views/timeline.js';
import { useWords } from '../words.js';
import { useExploreWords } from './explore-words.js';

/** What Explore is given. */
export interface ExploreProps {
  readonly explored: Explored;
  /** Goes on to another page of Explore, or changes what the address says of this one. */
  readonly onExplore: (explored: Explored) => void;
  /** Puts a question into the editor, asks it, and shows the answer in a view. */
  readonly onOpen: (question: Question, view?: string) => void;
  readonly onClose: () => void;
}

/** A view of the playground, drawn from a question that Explore asks. */
export function Drawn(props: {
  view: 'graph' | 'timeline';
  question: Question;
  selected: string | undefined;
  onSelect: (id: string | undefined) => void;
  expanded: readonly string[] | undefined;
  onExpand: (id: string) => void;
  onOpen: (question: Question) => void;
}) {
  const { question } = props;
  const words = useExploreWords();
  const { Component } = props.view === 'graph' ? graph : timeline;
  // A picture asks the question by itself; what was answered before does not matter to it.
  const answered = useMemo<Answered>(
    () => ({ state: 'answered', question, answer: { data: {} }, milliseconds: 0 }),
    [question],
  );
  return (
    <Suspense fallback={<p className="message">{words.asking}</p>}>
      <Component
        answered={answered}
        selected={props.selected}
        onSelect={props.onSelect}
        expanded={props.expanded ?? NONE}
        onExpand={props.onExpand}
        onOpen={props.onOpen}
      />
    </Suspense>
  );
}

const NONE: readonly string[] = [];

/** What one can do with a page of Explore. */
export function Bar(
  props: Pick<ExploreProps, 'explored' | 'onOpen' | 'onClose'> & { question: Question | undefined; view: string },
) {
  const { question } = props;
  const words = useExploreWords();
  const shell = useWords();
  const link = () => new URL(exploredLink(props.explored), location.href).href;
  return (
    <div className="explore-bar">
      {props.explored.entity !== undefined && (
        <a className="quiet" href={exploredLink({ from: props.explored.entity, to: undefined, via: 'PARTY_TO' })}>
          {words.connectFrom}
        </a>
      )}
      {question && (
        <button type="button" className="quiet" onClick={() => props.onOpen(question, props.view)}>
          {words.showQuery}
        </button>
      )}
      <CopyButton label={words.copyLink} done={shell.linkCopied} text={link} />
      <button type="button" className="quiet" title={words.closeTitle} onClick={props.onClose}>
        {words.close}
      </button>
    </div>
  );
}

/** What was asked for, once it is there; before that, and where it does not come, what is the matter. */
export function Settled(props: {
  asked: Outcome | { readonly state: 'asking' };
  onAgain: () => void;
  children: ReactNode;
}) {
  const { asked } = props;
  const words = useExploreWords();
  if (asked.state === 'asking')
    return (
      <>
        <div className="progress" />
        <p className="message" role="status">
          {words.asking}
        </p>
      </>
    );
  const faults: readonly Fault[] = asked.state === 'answered' ? (asked.answer.errors ?? []) : [];
  if (asked.state === 'answered' && faults.length === 0) return props.children;
  return (
    <div className="message bad" role="alert">
      <h3>{asked.state === 'unreachable' ? words.unreachable : words.refused}</h3>
      {asked.state === 'unreachable' && <p>{words.unreachableHint}</p>}
      {'reason' in asked && <p className="code">{asked.reason}</p>}
      {faults.map(({ message }, index) => (
        <p key={index} className="fault">
          {message}
        </p>
      ))}
      <button type="button" className="primary" onClick={props.onAgain}>
        {words.again}
      </button>
    </div>
  );
}
