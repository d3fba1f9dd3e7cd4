import { ModelError } from '../../errors.js';
import type { KindDeclaration } from '../declare.js';
import { addFields, type Registry } from './registry.js';

/** Defines `Group`, `GroupKey` and `GroupFilter`. */
export function defineGroups(registry: Registry, kinds: readonly KindDeclaration[]): void {
  addFields(registry, registry.object('Group', 'How many entities have one thing in common.'), [
    {
      name: 'key',
      type: 'String!',
      description: 'What they have in common: a year, a value, or the id of `node`; empty for those that have none.',
      plan: { group: 'key' },
    },
    {
      name: 'node',
      type: 'Entity',
      description: 'The entity that they lead to, where they are grouped by one.',
      plan: { group: 'node' },
    },
    { name: 'count', type: 'Int!', description: 'How many there are.', plan: { group: 'count' } },
  ]);
  registry.enumeration(
    'GroupKey',
    'By what to group entities. Each kind accepts those that it has something of.',
    groupKeys(kinds),
  );
  registry.input(
    'GroupFilter',
    'Which entities to count: a filter for the kind that is grouped.',
    kinds.map(({ plural, name }) => ({
      name: plural,
      type: `${name}Filter`,
      description: `Which ${plural}.`,
    })),
    { oneOf: true },
  );
}

/** What one may group by: the kinds that relations lead to, and what is one value of an entity. */
function groupKeys(kinds: readonly KindDeclaration[]): Readonly<Record<string, string>> {
  const keys: Record<string, string> = {};
  const add = (key: string, description: string) => {
    if (key in keys) throw new ModelError(`Groups could be made by two things named ${key}.`);
    keys[key] = description;
  };
  add('YEAR', 'The year of their first date, such as `concludedOn`; empty where it may lie in several.');
  for (const { kind, plural } of kinds) {
    add(
      kind,
      kind === 'SOURCE'
        ? 'The sources cited for them, and for their claims and relations.'
        : `The ${plural} to which the first of their relations that leads to such leads: for agreements, that is \`parties\` where parties can be ${plural}.`,
    );
  }
  const values = new Set(kinds.flatMap(({ properties }) => properties.filter(isValue).map(({ name }) => keyOf(name))));
  for (const key of values) add(key, `The value of their property \`${propertyOf(key)}\`.`);
  return keys;
}

/** Whether entities can be grouped by the values of a property: few that many share, such as an indicator. */
export function isValue({ leaf, required }: KindDeclaration['properties'][number]): boolean {
  return leaf.family === 'enumeration' || (leaf.family === 'text' && required);
}

/** A property as a key: `sourceType` becomes `SOURCE_TYPE`. */
export function keyOf(property: string): string {
  return property.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
}

function propertyOf(key: string): string {
  return key.toLowerCase().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
