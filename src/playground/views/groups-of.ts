import { Kind, parse, visit, type ArgumentNode } from 'graphql';
import type { Question } from '../api.js';

/** What a field `groups` counts, and by what, as the question gives them: `AGREEMENT` by `TYPE`. */
export interface Grouping {
  readonly kind: string;
  readonly by: string;
}

/** What the `groups` of a question count, by their response keys. Throws graphql's syntax error where it cannot be parsed. */
export function groupingsOf({ query, variables }: Question): ReadonlyMap<string, Grouping> {
  const values = variables.trim() === '' ? {} : (JSON.parse(variables) as Readonly<Record<string, unknown>>);
  const found = new Map<string, Grouping>();
  const textOf = (value: ArgumentNode['value'] | undefined): string | undefined => {
    if (value?.kind === Kind.ENUM) return value.value;
    const given = value?.kind === Kind.VARIABLE ? values[value.name.value] : undefined;
    return typeof given === 'string' ? given : undefined;
  };
  visit(parse(query, { noLocation: true }), {
    Field({ name, alias, arguments: given = [] }) {
      if (name.value !== 'groups') return;
      const [kind, by] = ['kind', 'by'].map((key) => textOf(given.find((one) => one.name.value === key)?.value));
      if (kind !== undefined && by !== undefined) found.set(alias?.value ?? name.value, { kind, by });
    },
  });
  return found;
}
