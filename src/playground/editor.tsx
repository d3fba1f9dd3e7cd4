import './editor-workers.js';
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import './editor.css';
import { DOC_EXPLORER_PLUGIN, DocExplorer, DocExplorerStore } from '@graphiql/plugin-doc-explorer';
import { HistoryStore, useHistoryActions } from '@graphiql/plugin-history';
import {
  GraphiQLProvider,
  KeyCode,
  KeyMod,
  QueryEditor,
  Tooltip,
  tryParseJSONC,
  useGraphiQL,
  useGraphiQLActions,
  useMonaco,
  VariableEditor,
} from '@graphiql/react';
import { parse } from 'graphql';
import type { editor as monaco } from 'monaco-editor';
import { useEffect, useImperativeHandle, type Ref, type RefObject } from 'react';
import { createPortal } from 'react-dom';
import { post, type Question } from './api.js';
import { editorThemes } from './editor-themes.js';
import { read, write } from './preferences.js';
import { PastQuestions } from './past-questions.js';
import type { Opened, Reference } from './question-pane.js';
import type { RailTab } from './rail.js';
import type { Asking } from './use-asking.js';
import { useWords } from './words.js';

/** What the page may ask of the editor. */
export interface EditorHandle {
  /** The question as it stands; of several operations the one at the cursor. */
  read(): Question;
  focus(): void;
  /** Puts the cursor to a place in the query, as errors name it: line and column count from 1. */
  reveal(line: number, column: number): void;
  /** Lays out query and variables afresh; false when the query cannot be parsed. */
  format(): Promise<boolean>;
}

interface Props {
  readonly ref: Ref<EditorHandle>;
  readonly opened: Opened;
  readonly draft: RefObject<Question>;
  readonly asking: Asking;
  readonly theme: 'light' | 'dark';
  readonly reference: Reference;
  readonly onReady: () => void;
  readonly onFormat: () => void;
}

const PLUGINS = [DOC_EXPLORER_PLUGIN];

const FONT = '"JetBrains Mono Variable", "Noto Sans Khmer Variable", ui-monospace, monospace';

/** GraphiQL, composed from its parts: query, variables, documentation, history. The page runs the questions. */
export default function Editor(props: Props) {
  const { query, variables } = props.draft.current;
  return (
    <GraphiQLProvider
      fetcher={fetchSchema}
      initialQuery={query}
      initialVariables={variables}
      defaultTheme={props.theme}
      referencePlugin={DOC_EXPLORER_PLUGIN}
      plugins={PLUGINS}
      storage={historyOnly}
    >
      <Tooltip.Provider>
        <HistoryStore>
          <DocExplorerStore>
            <Parts {...props} />
          </DocExplorerStore>
        </HistoryStore>
      </Tooltip.Provider>
    </GraphiQLProvider>
  );
}

function Parts(props: Props) {
  const { draft, opened, reference } = props;
  const words = useWords();
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  useAppearance(props.theme);
  useHistoryOf(props.asking);
  useSchemaOnceReachable(props.asking);
  useReferenceOnClick(reference.onTab);

  useImperativeHandle(props.ref, () => ({
    read: () => questionAt(draft.current, queryEditor),
    focus: () => queryEditor?.focus(),
    reveal(line, column) {
      queryEditor?.setPosition({ lineNumber: line, column });
      queryEditor?.revealLineInCenterIfOutsideViewport(line);
      queryEditor?.focus();
    },
    async format() {
      const { query, variables } = draft.current;
      try {
        replaceText(queryEditor, await formatQuery(query));
        replaceText(variableEditor, formatVariables(variables));
        return true;
      } catch {
        return false;
      }
    },
  }));

  // At first and whenever a question is opened; the draft also holds what was typed into the plain editor meanwhile.
  useEffect(() => {
    if (!queryEditor || !variableEditor) return;
    const { query, variables, operationName } = draft.current;
    replaceText(queryEditor, query);
    replaceText(variableEditor, variables);
    draft.current = { query, variables, operationName };
  }, [opened, queryEditor, variableEditor, draft]);

  useEffect(() => {
    if (!queryEditor || !variableEditor) return;
    const keep = () => {
      draft.current = { query: queryEditor.getValue(), variables: variableEditor.getValue() };
    };
    const listeners = [
      queryEditor.onDidChangeModelContent(keep),
      variableEditor.onDidChangeModelContent(keep),
      // From now on the cursor says which operation is meant, no longer the link.
      queryEditor.onDidChangeCursorPosition(keep),
    ];
    props.onReady();
    return () => listeners.forEach((listener) => listener.dispose());
  }, [queryEditor, variableEditor, draft, props.onReady]);

  useEffect(() => {
    // Each where it can be found: GraphiQL's own keys need a Windows key off the Mac.
    const actions = [queryEditor, variableEditor].map((editor) =>
      editor?.addAction({
        id: 'entente-format',
        label: words.format,
        keybindings: [KeyMod.Shift | KeyMod.Alt | KeyCode.KeyF],
        contextMenuGroupId: 'graphql',
        run: props.onFormat,
      }),
    );
    queryEditor?.updateOptions({ ariaLabel: words.query });
    variableEditor?.updateOptions({ ariaLabel: words.variables });
    return () => actions.forEach((action) => action?.dispose());
  }, [queryEditor, variableEditor, words, props.onFormat]);

  return (
    <div className="graphiql-container editor-parts">
      <QueryEditor role="group" aria-label={words.query} />
      <p className="editor-label">{words.variables}</p>
      <VariableEditor role="group" aria-label={words.variables} />
      {reference.slot && reference.tab === 'schema' && createPortal(<DocExplorer />, reference.slot)}
      {reference.slot &&
        reference.tab === 'history' &&
        createPortal(<PastQuestions onOpen={reference.onOpen} />, reference.slot)}
    </div>
  );
}

/** Replaces the text of an editor, so that Ctrl+Z brings the former back. */
function replaceText(editor: monaco.IStandaloneCodeEditor | undefined, text: string): void {
  const model = editor?.getModel();
  if (!editor || !model || model.getValue() === text) return;
  editor.pushUndoStop();
  editor.executeEdits('entente', [{ range: model.getFullModelRange(), text }]);
  editor.pushUndoStop();
  editor.setPosition({ lineNumber: 1, column: 1 });
  editor.setScrollTop(0);
}

/** Gives the editors the page's colours and type. */
function useAppearance(theme: 'light' | 'dark'): void {
  const monaco = useMonaco((state) => state.monaco);
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  const { setTheme } = useGraphiQLActions();
  useEffect(() => {
    if (!monaco) return;
    for (const [name, data] of Object.entries(editorThemes)) monaco.editor.defineTheme(name, data);
    setTheme(theme);
  }, [monaco, theme, setTheme]);
  useEffect(() => {
    for (const editor of [queryEditor, variableEditor])
      editor?.updateOptions({
        // GraphiQL asks for "Fira Code", which the page does not have, and misplaces accents without it.
        fontFamily: FONT,
        // A string, not `false`: see graphql/graphiql#4040.
        fontLigatures: "'liga' off, 'calt' off",
        fontSize: 13,
        lineHeight: 21,
        wordWrap: 'on',
        padding: { top: 12, bottom: 12 },
        fixedOverflowWidgets: true,
        lineNumbersMinChars: 4,
        lineDecorationsWidth: 12,
        scrollbar: { verticalScrollbarSize: 8, horizontalScrollbarSize: 8, alwaysConsumeMouseWheel: false },
      });
    variableEditor?.updateOptions({ lineNumbers: 'off', folding: false, lineDecorationsWidth: 20 });
    // Only once the Vietnamese letters are there is their width known.
    void Promise.all(['a', 'Đồ'].map((text) => document.fonts.load('13px "JetBrains Mono Variable"', text))).then(() =>
      monaco?.editor.remeasureFonts(),
    );
  }, [queryEditor, variableEditor, monaco]);
}

/** Remembers each question that was sent, those of the examples too. */
function useHistoryOf(asking: Asking): void {
  const { addToHistory } = useHistoryActions();
  // The history opens its store a moment after it is drawn, the editors later still.
  const isOpen = useGraphiQL((state) => state.queryEditor !== undefined);
  const question = asking.state === 'idle' ? undefined : asking.question;
  useEffect(() => {
    if (!question || !isOpen) return;
    const { query, variables, operationName } = question;
    addToHistory({ query, variables, ...(operationName && { operationName }) });
  }, [question, isOpen, addToHistory]);
}

/** Fetches the schema again when the server answers after having been away. */
function useSchemaOnceReachable(asking: Asking): void {
  const { introspect } = useGraphiQLActions();
  const isMissing = useGraphiQL((state) => !state.schema && !state.isIntrospecting && state.fetchError !== null);
  useEffect(() => {
    if (isMissing && asking.state === 'answered') void introspect();
  }, [isMissing, asking, introspect]);
}

/** Opens the documentation in the rail when a name in the query is clicked with Ctrl. */
function useReferenceOnClick(onTab: (tab: RailTab) => void): void {
  const { setVisiblePlugin } = useGraphiQLActions();
  const visiblePlugin = useGraphiQL((state) => state.visiblePlugin);
  useEffect(() => {
    if (visiblePlugin !== DOC_EXPLORER_PLUGIN) return;
    onTab('schema');
    setVisiblePlugin(null);
  }, [visiblePlugin, setVisiblePlugin, onTab]);
}

/** The question to send: of several operations the one that the link names or the cursor stands in; variables without comments. */
function questionAt(draft: Question, editor: monaco.IStandaloneCodeEditor | undefined): Question {
  const question = { query: draft.query, variables: stripComments(draft.variables) };
  const operations = operationsOf(draft.query);
  if (operations.length < 2) return question;
  const position = editor?.getPosition();
  const offset = (position && editor?.getModel()?.getOffsetAt(position)) ?? 0;
  const atCursor = operations.find(({ loc }) => loc && loc.start <= offset && offset <= loc.end) ?? operations[0];
  return { ...question, operationName: draft.operationName ?? atCursor?.name?.value };
}

function operationsOf(query: string) {
  try {
    return parse(query).definitions.filter((definition) => definition.kind === 'OperationDefinition');
  } catch {
    return [];
  }
}

/** Variables without comments, which monaco allows and JSON does not; as they stand where they are JSON, or nothing at all. */
function stripComments(variables: string): string {
  try {
    JSON.parse(variables);
    return variables;
  } catch {
    try {
      return formatVariables(variables);
    } catch {
      return variables;
    }
  }
}

const formatVariables = (variables: string): string =>
  variables.trim() ? JSON.stringify(tryParseJSONC(variables), null, 2) : '';

/** By prettier and not by graphql's `print`, which drops comments. Fetched at its first use. */
async function formatQuery(query: string): Promise<string> {
  const [{ format }, graphql] = await Promise.all([import('prettier/standalone'), import('prettier/plugins/graphql')]);
  return (await format(query, { parser: 'graphql', plugins: [graphql] })).trimEnd();
}

/** GraphiQL asks for the schema only; questions go through the page, which can stop them. */
const fetchSchema = async (parameters: object) => (await post(parameters)) as { data: Record<string, unknown> };

const isHistory = (key: string) => /:(queries|favorites)$/.test(key);

/** A store for GraphiQL that keeps the history and forgets its tabs: the page opens what the link says, or the first example. */
const historyOnly = {
  length: 0,
  clear() {},
  getItem: (key: string) => (isHistory(key) ? read(key) : null),
  setItem: (key: string, value: string) => isHistory(key) && write(key, value),
  removeItem: (key: string) => isHistory(key) && write(key, null),
};
