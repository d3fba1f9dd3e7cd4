import type { Question } from './api.js';

/** What a link carries: a question, the view to show its answer in, and the entity or fact chosen there. */
export interface Link extends Question {
  readonly view?: string | undefined;
  readonly selected?: string | undefined;
  /** The entities whose neighbours were added to the graph. */
  readonly expanded?: readonly string[] | undefined;
}

/**
 * Reads the question out of an address: `#query=…&variables=…&operationName=…&view=…&selected=…&expanded=…`, or the same after `?`.
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
        expanded: readExpanded(parameters),
      };
  }
  return undefined;
}

/** The address that opens a question, in the names GraphiQL gives the parameters. */
export function writeLink(
  address: string,
  { query, variables, operationName, view, selected, expanded = [] }: Link,
): string {
  const parameters = new URLSearchParams({ query });
  if (variables.trim()) parameters.set('variables', variables);
  if (operationName) parameters.set('operationName', operationName);
  if (view) parameters.set('view', view);
  if (selected) parameters.set('selected', selected);
  if (expanded.length > 0) parameters.set('expanded', expanded.join(','));
  const link = new URL(address);
  link.search = '';
  link.hash = parameters.toString();
  return link.href;
}

/** Ids hold no comma. */
const readExpanded = (parameters: URLSearchParams): readonly string[] | undefined =>
  parameters.get('expanded')?.split(',').filter(Boolean);

/** What Explore shows: the page of an entity, or the ways between two. Ends that are not chosen yet are undefined. */
export type Explored =
  | {
      readonly entity: string;
      /** `facts` unless said. */
      readonly view?: 'graph' | 'timeline' | undefined;
      readonly selected?: string | undefined;
      readonly expanded?: readonly string[] | undefined;
    }
  | {
      readonly entity?: undefined;
      readonly from: string | undefined;
      readonly to: string | undefined;
      /** Only ways by facts of this type. */
      readonly via?: string | undefined;
      readonly selected?: string | undefined;
      readonly expanded?: readonly string[] | undefined;
    };

/** Reads what to explore out of an address: `#entity=…&view=…`, or `#from=…&to=…&via=…`. */
export function readExplored(address: string): Explored | undefined {
  const parameters = new URLSearchParams(new URL(address).hash.slice(1));
  const textOf = (key: string) => parameters.get(key) || undefined;
  const selected = textOf('selected');
  const expanded = readExpanded(parameters);
  const entity = textOf('entity');
  if (entity !== undefined) {
    const view = textOf('view');
    return { entity, view: view === 'graph' || view === 'timeline' ? view : undefined, selected, expanded };
  }
  if (!parameters.has('from') && !parameters.has('to')) return undefined;
  return { from: textOf('from'), to: textOf('to'), via: textOf('via'), selected, expanded };
}

/** The fragment that opens it, to be used as the address of an `<a>`. */
export function exploredLink(explored: Explored): string {
  const parameters = new URLSearchParams(
    explored.entity === undefined ? { from: explored.from ?? '', to: explored.to ?? '' } : { entity: explored.entity },
  );
  const rest =
    explored.entity === undefined
      ? { via: explored.via, selected: explored.selected }
      : { view: explored.view, selected: explored.selected };
  for (const [key, value] of Object.entries(rest)) if (value !== undefined) parameters.set(key, value);
  if (explored.expanded?.length) parameters.set('expanded', explored.expanded.join(','));
  return `#${parameters.toString().replaceAll('%2F', '/').replaceAll('%2C', ',')}`;
}
