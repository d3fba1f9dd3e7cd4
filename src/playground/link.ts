import type { Question } from './api.js';

/** What a link carries: a question, the view to show its answer in, and the entity or fact chosen there. */
export interface Link extends Question {
  readonly view?: string | undefined;
  readonly selected?: string | undefined;
}

/**
 * Reads the question out of an address: `#query=…&variables=…&operationName=…&view=…&selected=…`, or the same after `?`.
 * The fragment wins, as it never reaches the server's logs. `undefined` when there is none.
 */
export function readLink(address: string): Link | undefined {
  const { hash, search } = new URL(address);
  for (const parameters of [new URLSearchParams(hash.slice(1)), new URLSearchParams(search)]) {
    const query = parameters.get('query');
    if (query?.trim())
      return {
        query,
        variables: parameters.get('variables') ?? '',
        operationName: parameters.get('operationName') ?? undefined,
        view: parameters.get('view') ?? undefined,
        selected: parameters.get('selected') ?? undefined,
      };
  }
  return undefined;
}

/** The address that opens a question, in the names GraphiQL gives the parameters. */
export function writeLink(address: string, { query, variables, operationName, view, selected }: Link): string {
  const parameters = new URLSearchParams({ query });
  if (variables.trim()) parameters.set('variables', variables);
  if (operationName) parameters.set('operationName', operationName);
  if (view) parameters.set('view', view);
  if (selected) parameters.set('selected', selected);
  const link = new URL(address);
  link.search = '';
  link.hash = parameters.toString();
  return link.href;
}
