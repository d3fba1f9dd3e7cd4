import type { RelationDeclaration } from '../model/declare.js';
import { checkKeys, checkLeaf, checkMap } from './check-leaf.js';
import { checkStatement, STATEMENT_KEYS, type StatementContext } from './check-statement.js';
import { shown, type Located } from './located.js';
import type { SeedFact } from './seed.js';

/** One fact: `{ to, cite, … }`. `undefined`, with faults, where its other end cannot be told. */
export function checkFact(
  relation: RelationDeclaration,
  located: Located,
  context: StatementContext,
): SeedFact | undefined {
  const { report, subject } = context;
  const what = `“${relation.name}” of ${subject}`;
  const map = checkMap(located, '{ to: <id>, cite: […] }', report);
  if (!map) return undefined;
  const own = relation.relationship.properties;
  checkKeys(map, ['to', ...STATEMENT_KEYS, ...own.map(({ name }) => name)], `A fact of ${what}`, report);

  const { inferred: _, ...statement } = checkStatement(map, what, true, context);
  const properties: Record<string, unknown> = {};
  for (const { name, leaf } of own) {
    const given = map.entries.get(name)?.value;
    const value = given && checkLeaf(leaf, given, report);
    if (value !== undefined) properties[name] = value;
  }
  const to = map.entries.get('to')?.value;
  if (to?.form !== 'scalar' || typeof to.value !== 'string') {
    const said = to ? `${shown(to)} is not the id of an entity` : `${what} does not say where it leads`;
    report((to ?? map).place, to ? 'WRONG_TYPE' : 'MISSING_REQUIRED', `${said}; write to: ${exampleOf(relation)}.`);
    return undefined;
  }
  return { ...statement, relation, to: to.value, toPlace: to.place, properties };
}

function exampleOf({ targets }: RelationDeclaration): string {
  return targets.map(({ singular }) => `${singular}/…`).join(' or ');
}
