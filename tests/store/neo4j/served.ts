import { parse, validate } from 'graphql';
import { declarationsOf, relationshipTypes } from '../../../src/model/declare.js';
import { createGraph } from '../../../src/query/graph.js';
import type { OpenGraph } from '../../../src/query/open-graph.js';
import { createSchema } from '../../../src/resolvers/create-schema.js';
import { kinds } from '../../../src/schema/index.js';
import type { Store } from '../../../src/store/store.js';
import { bothWays } from '../../toy/both-ways.js';

/** The kinds, and the schema, that are served. */
export const declarations = declarationsOf(kinds);
export const schema = createSchema(declarations);
export const relationships = relationshipTypes(declarations);

/** A graph of these kinds over a store that is loaded. */
export function graphOver(store: Store): OpenGraph {
  return createGraph({ schema, relationships, store });
}

/** Answers a question as the server would, as bytes. */
export async function ask(
  graph: OpenGraph,
  source: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const document = parse(source);
  const faults = validate(schema, document);
  if (faults.length > 0) throw new Error(`${source}\n${faults.join('\n')}`);
  const answer = await bothWays(graph, graph.context(new AbortController().signal), document, variables);
  return JSON.stringify(answer, null, 1);
}
