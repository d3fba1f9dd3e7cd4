import { getOperationAST, graphql, parse } from 'graphql';
import type { OpenGraph } from '../../src/query/open-graph.js';
import { readConfig } from '../../src/server/config.js';
import { checkOperation } from '../../src/server/limits.js';
import { checkTokens } from '../../src/server/tokens.js';

type Variables = Readonly<Record<string, unknown>>;

/**
 * Answers a question as the server would, and as plain JSON.
 *
 * @throws where it exceeds a limit of the server, or has an error.
 */
export async function ask({ schema, fieldResolver, context }: OpenGraph, source: string, variables: Variables = {}) {
  const { limits } = readConfig();
  checkTokens(source, limits);
  const document = parse(source);
  checkOperation({ schema, document, operation: getOperationAST(document)!, variables }, limits);
  const contextValue = context(AbortSignal.timeout(limits.deadline));
  const { data, errors } = await graphql({ schema, fieldResolver, contextValue, source, variableValues: variables });
  if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
  return JSON.parse(JSON.stringify(data)) as Variables;
}

/** The values of a key, wherever it stands in an answer. */
export function valuesOf(key: string, answer: unknown): readonly unknown[] {
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.entries(answer).flatMap(([name, value]) => [...(name === key ? [value] : []), ...valuesOf(key, value)]);
}

/** Whether an answer says something: no empty list, no null alone. */
export function saysSomething(answer: unknown): boolean {
  if (typeof answer !== 'object' || answer === null) return answer !== null;
  return Object.values(answer).some(saysSomething);
}
