import { isObjectType, type GraphQLSchema } from 'graphql';
import { RequestError } from '../errors.js';
import type { KindDeclaration } from '../model/declare.js';
import { isValue, keyOf } from '../model/derive/groups.js';
import { EXTENSION } from '../model/field-plan.js';
import type { GroupBy } from '../plan/groups.js';
import { alongOf } from './filters.js';

/** The kinds of a schema, as they are declared. */
export function kindsOf(schema: GraphQLSchema): readonly KindDeclaration[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    const extension = isObjectType(type) && type.extensions[EXTENSION];
    return extension ? [extension as KindDeclaration] : [];
  });
}

/**
 * What a key groups the entities of a kind by.
 *
 * @throws RequestError where entities of the kind have nothing of it: the message lists what they have.
 */
export function groupByOf(key: string, kind: KindDeclaration, kinds: readonly KindDeclaration[]): GroupBy {
  const ways = groupWays(kind, kinds);
  const by = ways.get(key);
  if (by) return by;
  const accepted = [...ways.keys()];
  throw new RequestError(
    'BAD_USER_INPUT',
    `${kind.plural} cannot be grouped by ${key}: they have nothing of it. They can be by ${accepted.join(', ')}.`,
    { argument: 'by', accepted },
  );
}

function groupWays(kind: KindDeclaration, kinds: readonly KindDeclaration[]): ReadonlyMap<string, GroupBy> {
  const date = kind.properties.find(({ leaf }) => leaf.family === 'date');
  return new Map<string, GroupBy>([
    ...(date ? [['YEAR', { facet: { property: date.name, facet: 'year' } }] as const] : []),
    ...kinds.flatMap((target) => {
      const relation = kind.relations.find(({ targets }) => targets.includes(target));
      return relation ? [[target.kind, { along: { ...alongOf(relation), kinds: [target.name] } }] as const] : [];
    }),
    ['SOURCE', { along: { link: 'sources' } }] as const,
    ...kind.properties.filter(isValue).map(({ name }) => [keyOf(name), { property: name }] as const),
  ]);
}
