import {
  Component,
  lazy,
  memo,
  Suspense,
  useCallback,
  useEffect,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from 'react';
import type { Question } from './api.js';
import type { EditorHandle } from './editor.js';
import type { RailTab } from './rail.js';
import type { Asking } from './use-asking.js';
import { useWords } from './words.js';

/** Monaco and GraphiQL, by far the heaviest part of the page. */
const Editor = lazy(() => import('./editor.js'));

/** A question put into the editor from outside; a new revision replaces what stands there. */
export interface Opened {
  readonly question: Question;
  readonly revision: number;
}

/** The part of the rail that the editor draws: schema and history. */
export interface Reference {
  readonly tab: RailTab;
  readonly slot: HTMLElement | null;
  readonly onTab: (tab: RailTab) => void;
  readonly onOpen: (question: Question) => void;
}

interface Props {
  readonly opened: Opened | undefined;
  /** What stands in the editor now, kept up with every key stroke and without drawing the page again. */
  readonly draft: RefObject<Question>;
  readonly asking: Asking;
  readonly theme: 'light' | 'dark';
  readonly editor: RefObject<EditorHandle | null>;
  readonly isEditorWanted: boolean;
  readonly isHidden: boolean;
  readonly reference: Reference;
  readonly onRun: () => void;
  readonly onStop: () => void;
  /** Gives the place of the question to the answer. */
  readonly onHide: () => void;
}

/** The question in GraphQL: plain text at once, the full editor in its place when it has come. */
export const QuestionPane = memo(function QuestionPane(props: Props) {
  const { opened, draft, asking, editor } = props;
  const words = useWords();
  const [isAskedFor, setAskedFor] = useState(false);
  const [progress, setProgress] = useState<'plain' | 'ready' | 'failed'>('plain');
  const [isUnformatted, setUnformatted] = useState(false);
  const plain = useRef<HTMLDivElement>(null);
  // Once wanted it stays, whatever the window's width does afterwards.
  useEffect(() => {
    if (props.isEditorWanted) setAskedFor(true);
  }, [props.isEditorWanted]);

  const onReady = useCallback(() => {
    if (plain.current?.contains(document.activeElement)) editor.current?.focus();
    setProgress('ready');
  }, [editor]);
  const onFail = useCallback(() => setProgress('failed'), []);
  const format = useCallback(() => {
    void editor.current?.format().then((isDone) => setUnformatted(!isDone));
  }, [editor]);

  const isReady = progress === 'ready';
  return (
    <section className="pane question" aria-labelledby="question-title">
      <div className="pane-head">
        <h2 id="question-title">{words.question}</h2>
        <div className="question-actions">
          {isUnformatted && (
            <span role="status" className="notice">
              {words.notFormatted}
            </span>
          )}
          {!props.isHidden && (
            <button type="button" className="quiet widen" aria-label={words.widen} onClick={props.onHide}>
              {words.widenShort}
            </button>
          )}
          {isReady && (
            <button type="button" className="quiet" onClick={format}>
              {words.format}
            </button>
          )}
          {asking.state === 'running' ? (
            <button type="button" className="primary" onClick={props.onStop}>
              <span aria-hidden="true">■ </span>
              {words.stop}
            </button>
          ) : (
            <button type="button" className="primary" onClick={props.onRun}>
              <span aria-hidden="true">▸ </span>
              {words.run}
            </button>
          )}
        </div>
      </div>
      <div className="editors">
        {!isReady && (
          <div ref={plain} className="plain">
            <PlainEditor key={opened?.revision} draft={draft} />
          </div>
        )}
        {isAskedFor && opened && progress !== 'failed' && (
          <EditorBoundary onFail={onFail}>
            <Suspense fallback={null}>
              <div className={isReady ? 'full' : 'full coming'}>
                <Editor
                  ref={editor}
                  opened={opened}
                  draft={draft}
                  asking={asking}
                  theme={props.theme}
                  reference={props.reference}
                  onReady={onReady}
                  onFormat={format}
                />
              </div>
            </Suspense>
          </EditorBoundary>
        )}
      </div>
      <p className="keys">
        {progress === 'failed' && <span className="notice">{words.editorFailed} </span>}
        {(isReady ? words.keys : words.keysPlain).map(([key, what]) => (
          <span key={key}>
            <kbd>{key}</kbd> {what}
          </span>
        ))}
        {!isAskedFor && (
          <button type="button" className="quiet" onClick={() => setAskedFor(true)}>
            {words.openEditor}
          </button>
        )}
      </p>
    </section>
  );
});

/** Two text areas: enough to read, change and run a question. */
function PlainEditor({ draft }: { draft: RefObject<Question> }) {
  const words = useWords();
  const { query, variables } = draft.current;
  const change = (part: Partial<Question>) => {
    draft.current = { ...draft.current, ...part, operationName: undefined };
  };
  return (
    <>
      <textarea
        aria-label={words.query}
        className="query"
        spellCheck={false}
        autoCapitalize="off"
        defaultValue={query}
        onChange={(event) => change({ query: event.target.value })}
      />
      <label htmlFor="plain-variables">{words.variables}</label>
      <textarea
        id="plain-variables"
        className="variables"
        spellCheck={false}
        autoCapitalize="off"
        defaultValue={variables}
        onChange={(event) => change({ variables: event.target.value })}
      />
    </>
  );
}

/** Keeps the plain editor where the full one cannot be fetched. */
class EditorBoundary extends Component<{ onFail: () => void; children: ReactNode }> {
  override state = { hasFailed: false };
  static getDerivedStateFromError() {
    return { hasFailed: true };
  }
  override componentDidCatch() {
    this.props.onFail();
  }
  override render() {
    return this.state.hasFailed ? null : this.props.children;
  }
}
