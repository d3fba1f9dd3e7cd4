import assert from 'node:assert/strict';
import { execute, getOperationAST, Kind, type DocumentNode, type ExecutionResult } from 'graphql';
import type { OpenGraph, RequestContext } from '../../src/query/open-graph.js';

/**
 * Answers a valid document at once and by graphql-js, out of the same reads: where there are no errors both must be the
 * same bytes, and where there are, or the schema itself is asked for, it is left to graphql-js.
 */
export async function bothWays(
  graph: OpenGraph,
  context: RequestContext,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>> = {},
  operationName?: string,
): Promise<ExecutionResult> {
  const operation = getOperationAST(document, operationName);
  const atOnce = operation ? await context.answer({ document, operation, variables }) : undefined;
  const answer = await execute({
    schema: graph.schema,
    document,
    contextValue: context,
    fieldResolver: graph.fieldResolver as never,
    variableValues: variables as never,
    operationName,
  });
  if (answer.errors || asksForSchema(document)) assert.equal(atOnce, undefined);
  else assert.equal(JSON.stringify(atOnce), JSON.stringify(answer.data));
  return answer;
}

function asksForSchema({ definitions }: DocumentNode): boolean {
  return definitions.some(
    (definition) =>
      definition.kind === Kind.OPERATION_DEFINITION &&
      definition.selectionSet.selections.some(
        (each) => each.kind === Kind.FIELD && /^__(schema|type)$/.test(each.name.value),
      ),
  );
}
