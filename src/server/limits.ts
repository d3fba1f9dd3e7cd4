import {
  Kind,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { refuse, type Code } from './codes.js';
import type { Limits } from './config.js';
import { measureOperation } from './measure.js';
import { checkStrings } from './strings.js';

/** A valid document, the operation of it that is to run, and the values of its variables as they were sent. */
export interface Asked {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Refuses an operation that is larger than the limits allow. It runs once the operation is known and never as a rule
 * of validation: Apollo skips those for documents that it remembers, and then variables would escape them.
 *
 * @throws GraphQLError with `extensions: { code, limit, actual }`.
 */
export function checkOperation(asked: Asked, limits: Limits): void {
  const { schema, document, operation } = asked;
  if (operation.operation !== 'query') {
    throw refuse('OPERATION_NOT_SUPPORTED', `The graph is read only: send a query, not a ${operation.operation}.`);
  }
  const variables = { ...defaultsOf(operation), ...asked.variables };
  const fragments = new Map(document.definitions.filter(isFragment).map((node) => [node.name.value, node]));
  const written = countWritten(operation, fragments);
  checkLimit('TOO_MANY_ALIASES', 'aliases', written.aliases, limits.aliases);
  checkLimit('TOO_MANY_DIRECTIVES', 'directives', written.directives, limits.directives);
  const measure = measureOperation({ schema, operation, fragments, variables, limits });
  checkLimit('TOO_MANY_ROOT_FIELDS', 'fields of Query', measure.rootFields, limits.rootFields);
  checkLimit('QUERY_TOO_DEEP', 'levels of fields', measure.depth, limits.depth);
  checkLimit('DOCUMENT_TOO_LARGE', 'fields once fragments are expanded', measure.selections, limits.selections);
  checkLimit(
    'QUERY_TOO_COSTLY',
    'nodes by its page sizes (ask for smaller ones)',
    Math.ceil(measure.cost),
    limits.cost,
  );
  checkStrings(schema, document, operation, asked.variables, limits);
}

function isFragment(node: DocumentNode['definitions'][number]): node is FragmentDefinitionNode {
  return node.kind === Kind.FRAGMENT_DEFINITION;
}

/** Page sizes and lists among the defaults of variables, as far as the measures need them. */
function defaultsOf(operation: OperationDefinitionNode): Record<string, unknown> {
  const defaults: Record<string, unknown> = {};
  for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
    if (defaultValue?.kind === Kind.INT) defaults[variable.name.value] = Number(defaultValue.value);
    if (defaultValue?.kind === Kind.LIST) defaults[variable.name.value] = defaultValue.values;
  }
  return defaults;
}

/** Aliases and directives as they are written, in the operation and in each fragment that it reaches, once. */
function countWritten(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): { readonly aliases: number; readonly directives: number } {
  let aliases = 0;
  let directives = 0;
  const reached = new Set<string>();
  const waiting: (OperationDefinitionNode | FragmentDefinitionNode)[] = [operation];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    visit(node, {
      Field: ({ alias }) => void (aliases += alias ? 1 : 0),
      Directive: () => void (directives += 1),
      FragmentSpread: ({ name }) => {
        const fragment = fragments.get(name.value);
        if (!fragment || reached.has(name.value)) return;
        reached.add(name.value);
        waiting.push(fragment);
      },
    });
  }
  return { aliases, directives };
}

function checkLimit(code: Code, what: string, actual: number, limit: number): void {
  if (actual <= limit) return;
  throw refuse(code, `The operation has ${actual} ${what}; at most ${limit} are accepted.`, { limit, actual });
}
