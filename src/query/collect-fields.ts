import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionNode,
} from 'graphql';

/** What collecting the fields of a selection needs to know of the request. */
export interface Selecting {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The field nodes of a selection by response key, in the order of the answer: CollectFields of the specification (§6.3.2). */
export type CollectedFields = ReadonlyMap<string, readonly FieldNode[]>;

/** Collects what several fields of one response key select of an object type, fragments and directives applied. */
export function collectSubfields(
  selecting: Selecting,
  type: GraphQLObjectType,
  fields: readonly FieldNode[],
): CollectedFields {
  const collected = new Map<string, FieldNode[]>();
  const visited = new Set<string>();
  for (const { selectionSet } of fields) {
    if (selectionSet) collect(selecting, type, selectionSet.selections, collected, visited);
  }
  return collected;
}

function collect(
  selecting: Selecting,
  type: GraphQLObjectType,
  selections: readonly SelectionNode[],
  collected: Map<string, FieldNode[]>,
  visited: Set<string>,
): void {
  for (const selection of selections) {
    if (!isIncluded(selection, selecting.variables)) continue;
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value;
      const same = collected.get(key);
      if (same) same.push(selection);
      else collected.set(key, [selection]);
      continue;
    }
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD ? unvisited(selection.name.value, selecting, visited) : selection;
    if (fragment && applies(fragment.typeCondition?.name.value, type, selecting.schema)) {
      collect(selecting, type, fragment.selectionSet.selections, collected, visited);
    }
  }
}

function isIncluded(selection: SelectionNode, variables: Readonly<Record<string, unknown>>): boolean {
  if (!selection.directives?.length) return true;
  if (getDirectiveValues(GraphQLSkipDirective, selection, variables)?.['if'] === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, selection, variables)?.['if'] !== false;
}

function unvisited(name: string, { fragments }: Selecting, visited: Set<string>): FragmentDefinitionNode | undefined {
  if (visited.has(name)) return undefined;
  visited.add(name);
  return fragments[name];
}

function applies(condition: string | undefined, type: GraphQLObjectType, schema: GraphQLSchema): boolean {
  if (condition === undefined || condition === type.name) return true;
  const conditional = schema.getType(condition);
  return isAbstractType(conditional) && schema.isSubType(conditional, type);
}
