import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { fetchGraphInfo, type GraphInfo, type Question } from './api.js';
import type { EditorHandle } from './editor.js';
import { EntityBox } from './entity-box.js';
import { Header } from './header.js';
import { exploredLink, readExplored, readLink, type Explored } from './link.js';
import { LoadBoundary } from './load-boundary.js';
import { ThemeContext, useLanguage, useMedia, useTheme } from './preferences.js';
import { QuestionPane, type Opened } from './question-pane.js';
import { Rail, type RailTab } from './rail.js';
import { ResultPane } from './result-pane.js';
import { useAsking, type Answered } from './use-asking.js';
import { views } from './views/index.js';
import { LanguageContext, words } from './words.js';

/** The pages of entities and the ways between them, fetched when first looked at. */
const Explore = lazy(() => import('./explore/explore-view.js'));

/** What is known of the graph behind the API. */
export type Graph =
  | { readonly state: 'loading' }
  | { readonly state: 'known'; readonly info: GraphInfo }
  | { readonly state: 'unreachable'; readonly reason: string };

/** Asked where the graph brings no example of its own. */
const FIRST_QUESTION: Question = { query: '{\n  graph {\n    release\n    date\n  }\n}', variables: '' };

/** The playground: questions to choose from, the answer, and the question in GraphQL. */
export function App() {
  const [language, setLanguage] = useLanguage();
  const colours = useTheme();
  const [graph, loadGraph] = useGraph();
  const { asking, start, stop } = useAsking();
  const [opened, setOpened] = useState<Opened>();
  const [viewId, setViewId] = useState<string>();
  const [selected, setSelected] = useState<string>();
  const [expanded, setExpanded] = useState<readonly string[]>([]);
  const [explored, setExplored] = useState<Explored>();
  const [isWide, setWide] = useState(false);
  const [settled, setSettled] = useState<Answered>();
  const [railTab, setRailTab] = useState<RailTab>('examples');
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  const editor = useRef<EditorHandle>(null);
  const draft = useRef<Question>(FIRST_QUESTION);
  const hasRoom = useMedia('(min-width: 820px)');

  const open = useCallback(
    (question: Question) => {
      draft.current = question;
      leaveExplore();
      setExplored(undefined);
      setSelected(undefined);
      setExpanded([]);
      setOpened((last) => ({ question, revision: (last?.revision ?? 0) + 1 }));
      void start(question);
    },
    [start],
  );
  const run = useCallback(() => {
    const question = editor.current?.read() ?? draft.current;
    setOpened((last) => last ?? { question, revision: 0 });
    void start(question);
  }, [start]);
  const show = useCallback((line: number, column: number) => editor.current?.reveal(line, column), []);
  const retry = useCallback(() => {
    if (graph.state !== 'known') void loadGraph();
    if (opened) run();
  }, [graph, loadGraph, opened, run]);

  const openIn = useCallback(
    (question: Question, view?: string) => {
      setViewId(view);
      open(question);
    },
    [open],
  );
  const explore = useCallback((next: Explored) => {
    const isSamePage = pageOf(next) === pageOf(readExplored(location.href));
    // What is chosen on a page is no page of its own to go back to.
    history[isSamePage ? 'replaceState' : 'pushState'](null, '', exploredLink(next));
    setExplored(next);
  }, []);
  const widen = useCallback((wanted: boolean) => {
    setWide(wanted);
    // The button pressed is gone; the other one does the opposite.
    setTimeout(() => document.querySelector<HTMLElement>('.widen')?.focus());
  }, []);
  const hide = useCallback(() => widen(true), [widen]);
  const expand = useCallback((id: string) => setExpanded((last) => [...last, id]), []);
  const closeExplore = useCallback(() => {
    leaveExplore();
    setExplored(undefined);
  }, []);

  useEffect(() => {
    const openLink = (address: string) => {
      const place = readExplored(address);
      setExplored(place);
      const link = place ? undefined : readLink(address);
      if (!link) return;
      setViewId(link.view);
      open({ query: link.query, variables: link.variables, operationName: link.operationName });
      // After the question: browsers send six requests at a time.
      views.find(({ id }) => id === link.view)?.prepare?.();
      setSelected(link.selected);
      setExpanded(link.expanded ?? []);
    };
    openLink(location.href);
    // By now the address may be another one, of a question that was asked meanwhile.
    const follow = ({ newURL }: HashChangeEvent) => openLink(newURL);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [open]);

  useEffect(() => {
    const { href } = location;
    if (graph.state === 'known' && !opened && !explored && !readExplored(href) && !readLink(href))
      open(graph.info.examples[0] ?? FIRST_QUESTION);
  }, [graph, opened, explored, open]);

  useEffect(() => {
    const runOnKeys = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      event.stopPropagation();
      run();
    };
    // In the capturing phase, before the editor makes it a new line.
    addEventListener('keydown', runOnKeys, true);
    return () => removeEventListener('keydown', runOnKeys, true);
  }, [run]);

  const examples = graph.state === 'known' ? graph.info.examples : [];
  const asked = asking.state === 'idle' ? undefined : asking.question;
  useEffect(() => {
    const link = readLink(location.href);
    // An address that no longer says what the page shows would mislead at the next reload.
    if (asked && link && !isSame(link, asked)) history.replaceState(null, '', location.pathname);
  }, [asked]);
  // By far the heaviest part of the page comes when nothing that was asked for is still to come.
  const isSettled =
    asking.state === 'answered' ? settled === asking : asking.state !== 'idle' && asking.state !== 'running';
  const example = asked && examples.find((one) => isSame(one, asked));
  return (
    <LanguageContext value={language}>
      <ThemeContext value={colours.theme}>
        <a className="skip" href="#answer" onClick={focusAnswer}>
          {words[language].skipToResult}
        </a>
        <Header language={language} onLanguage={setLanguage} theme={colours.choice} onTheme={colours.choose}>
          <EntityBox
            label={words[language].search}
            hint={words[language].searchHint}
            clears
            onChoose={({ id }) => explore({ entity: id })}
          />
          <a className="quiet" href={exploredLink({ from: undefined, to: undefined, via: 'PARTY_TO' })}>
            {words[language].connect}
          </a>
        </Header>
        <main className={explored ? 'exploring' : isWide ? 'wide' : undefined}>
          <Rail
            graph={graph.state === 'known' ? graph.info : undefined}
            current={example?.id}
            onOpen={open}
            tab={railTab}
            onTab={setRailTab}
            onSlot={setSlot}
          />
          {explored ? (
            <LoadBoundary>
              <Suspense fallback={<p className="message">{words[language].running}</p>}>
                <Explore explored={explored} onExplore={explore} onOpen={openIn} onClose={closeExplore} />
              </Suspense>
            </LoadBoundary>
          ) : (
            <ResultPane
              asking={asking}
              title={example?.title[language]}
              graph={graph}
              viewId={viewId}
              onView={setViewId}
              selected={selected}
              onSelect={setSelected}
              expanded={expanded}
              onExpand={expand}
              isWide={isWide}
              onWide={widen}
              onOpen={open}
              onSettled={setSettled}
              onRetry={retry}
              onShow={show}
            />
          )}
          <QuestionPane
            opened={opened}
            draft={draft}
            asking={asking}
            theme={colours.theme}
            editor={editor}
            isEditorWanted={railTab !== 'examples' || (hasRoom && !explored && isSettled)}
            reference={{ tab: railTab, slot, onTab: setRailTab, onOpen: open }}
            onRun={run}
            onStop={stop}
            isHidden={isWide}
            onHide={hide}
          />
        </main>
      </ThemeContext>
    </LanguageContext>
  );
}

/** Asks the graph about itself, at once and whenever asked again. */
function useGraph(): [Graph, () => Promise<void>] {
  const [graph, setGraph] = useState<Graph>({ state: 'loading' });
  const load = useCallback(
    () =>
      fetchGraphInfo().then(
        (info) => setGraph({ state: 'known', info }),
        (error: unknown) =>
          setGraph({ state: 'unreachable', reason: error instanceof Error ? error.message : String(error) }),
      ),
    [],
  );
  useEffect(() => void load(), [load]);
  return [graph, load];
}

const isSame = (one: Question, other: Question): boolean =>
  one.query.trim() === other.query.trim() && one.variables.trim() === other.variables.trim();

/** The page of Explore, whatever is chosen on it. */
const pageOf = (explored: Explored | undefined): string | undefined =>
  explored && exploredLink({ ...explored, selected: undefined, expanded: undefined });

/** Takes Explore out of the address, as a step that one can go back from. */
function leaveExplore(): void {
  if (readExplored(location.href)) history.pushState(null, '', location.pathname);
}

/** Moves the focus without touching the fragment, which may hold a linked question. */
function focusAnswer(event: { preventDefault: () => void }): void {
  event.preventDefault();
  document.getElementById('answer')?.focus();
}
