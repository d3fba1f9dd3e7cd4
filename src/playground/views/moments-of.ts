import { Kind, parse, type FragmentDefinitionNode, type SelectionSetNode, type ValueNode } from 'graphql';
import type { Question } from '../api.js';
import type { Moment, Moments } from './moments.js';

/**
 * The moments of a question, by the response keys that lead to them:
 *
 *     { then: asOf(validAt: "2005-10-15") { … }  now: asOf { … } }  →  then: { validAt: '2005-10-15' }
 *
 * Throws graphql's syntax error where the question cannot be parsed.
 */
export function momentsOf({ query, variables, operationName }: Question): Moments {
  const { definitions } = parse(query, { noLocation: true });
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const one of definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);
  const operations = definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  const operation = operations.find(({ name }) => name?.value === operationName) ?? operations[0];
  const values = variables.trim() === '' ? {} : (JSON.parse(variables) as Readonly<Record<string, unknown>>);
  const found = new Map<string, Moment>();

  const dayOf = (value: ValueNode | undefined): string | undefined => {
    if (value?.kind === Kind.STRING) return value.value;
    const name = value?.kind === Kind.VARIABLE ? value.name.value : undefined;
    const preset = operation?.variableDefinitions?.find(({ variable }) => variable.name.value === name)?.defaultValue;
    const given = name === undefined ? undefined : (values[name] ?? (preset && dayOf(preset)));
    return typeof given === 'string' ? given : undefined;
  };
  const visit = (set: SelectionSetNode, path: readonly string[], around: Moment): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) visit(selection.selectionSet, path, around);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(selection.name.value);
        if (fragment) visit(fragment.selectionSet, path, around);
      } else if (selection.name.value === 'asOf' && selection.selectionSet) {
        const day = (name: string) => dayOf(selection.arguments?.find((one) => one.name.value === name)?.value);
        // Within another, an asOf replaces the days that it gives.
        const moment = {
          validAt: day('validAt') ?? around.validAt,
          knownAt: day('knownAt') ?? around.knownAt,
        };
        const inner = [...path, selection.alias?.value ?? selection.name.value];
        if (moment.validAt !== undefined || moment.knownAt !== undefined) found.set(inner.join('.'), moment);
        visit(selection.selectionSet, inner, moment);
      }
    }
  };
  if (operation) visit(operation.selectionSet, [], {});
  return found;
}
