import type { Language } from './words.js';

/** A question as it stands in the editor: the document, and its variables as JSON text. */
export interface Question {
  readonly query: string;
  readonly variables: string;
  readonly operationName?: string | undefined;
}

/** A GraphQL response body (GraphQL specification, section 7). */
export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly Fault[];
  readonly extensions?: unknown;
}

/** One entry of `errors` in a response. */
export interface Fault {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
  readonly extensions?: { readonly code?: string };
}

/** How asking ended. `unreachable`: no GraphQL response came. `unsendable`: the variables are not JSON. */
export type Outcome =
  | { readonly state: 'answered'; readonly answer: Answer; readonly milliseconds: number }
  | { readonly state: 'unreachable'; readonly reason: string }
  | { readonly state: 'unsendable'; readonly reason: string }
  | { readonly state: 'stopped' };

/** An example question, with its title in each language of the page. */
export interface Example extends Question {
  readonly id: string;
  readonly theme: string;
  readonly title: Readonly<Record<Language, string>>;
}

/** What the graph says about itself. */
export interface GraphInfo {
  readonly release: string;
  readonly date: string;
  readonly counts: readonly { readonly key: string; readonly count: number }[];
  readonly examples: readonly Example[];
}

/** The API beside this page, also where both are served under a path. */
const endpoint = new URL('graphql', document.baseURI).href;

/** Sends a request body to the API and returns what it says; throws a `TypeError` when nothing answers. */
export async function post(body: object, signal?: AbortSignal): Promise<Answer> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json' },
    body: JSON.stringify(body),
    signal: signal ?? null,
  });
  const text = await response.text();
  const answer = parseJson(text);
  if (typeof answer !== 'object' || answer === null || !('data' in answer || 'errors' in answer))
    throw new TypeError(`HTTP ${response.status}${response.statusText && ` ${response.statusText}`}`);
  return answer as Answer;
}

/** A source that an answer rests on, with a footnote that names every place in it. */
export interface CitedSource {
  readonly id: string;
  readonly footnote: string;
}

/** What an answer rests on; where that is nothing, what was looked in. */
export interface Sources {
  readonly sources: readonly CitedSource[];
  readonly coverage?: { readonly release: string; readonly date: string; readonly documents: readonly CitedSource[] };
}

/** Asks the same question once more for its sources. `undefined` where the server does not tell them. */
export async function fetchSources(question: Question, signal: AbortSignal): Promise<Sources | undefined> {
  const { query, operationName } = question;
  const variables = question.variables.trim() === '' ? undefined : parseJson(question.variables);
  const { extensions } = await post({ query, variables, operationName, extensions: { cite: true } }, signal);
  const told = extensions as Partial<Sources> | null | undefined;
  return Array.isArray(told?.sources) ? (told as Sources) : undefined;
}

/** Asks a question; every way it can end is an `Outcome`, none an exception. */
export async function ask(question: Question, signal: AbortSignal): Promise<Outcome> {
  let variables: unknown;
  try {
    variables = question.variables.trim() === '' ? undefined : JSON.parse(question.variables);
  } catch (error) {
    return { state: 'unsendable', reason: messageOf(error) };
  }
  const began = performance.now();
  try {
    const answer = await post({ query: question.query, variables, operationName: question.operationName }, signal);
    return { state: 'answered', answer, milliseconds: Math.round(performance.now() - began) };
  } catch (error) {
    return signal.aborted ? { state: 'stopped' } : { state: 'unreachable', reason: messageOf(error) };
  }
}

const GRAPH_QUERY = `{
  graph {
    release
    date
    counts { key count }
    examples { id theme vi: title(lang: VI) en: title(lang: EN) query variables }
  }
}`;

/** Asks the graph about itself: release, counts, example questions. Throws when it does not answer. */
export async function fetchGraphInfo(): Promise<GraphInfo> {
  const { data, errors } = await post({ query: GRAPH_QUERY });
  const graph = (data as { graph?: GraphRow } | null | undefined)?.graph;
  if (!graph) throw new TypeError(errors?.[0]?.message ?? 'The response has no graph');
  return {
    ...graph,
    examples: graph.examples.map(({ vi, en, variables, ...example }) => ({
      ...example,
      variables: indent(variables ?? ''),
      title: { vi, en },
    })),
  };
}

type GraphRow = Omit<GraphInfo, 'examples'> & {
  readonly examples: readonly (Omit<Example, 'title' | 'variables'> & {
    vi: string;
    en: string;
    variables: string | null;
  })[];
};

/** JSON text on lines of its own, to be read and changed; any other text as it is. */
function indent(text: string): string {
  const value = parseJson(text);
  return value === undefined ? text : JSON.stringify(value, null, 2);
}

/** The value of a JSON text, or `undefined` if it is none. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
