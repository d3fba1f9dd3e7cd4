import type { PropertyDeclaration, RelationDeclaration } from '../model/declare.js';
import type { Absence } from '../model/leaf.js';
import { checkKeys } from './check-leaf.js';
import { checkStatement, choice, STATEMENT_KEYS, type StatementContext } from './check-statement.js';
import type { Located, LocatedMap } from './located.js';
import type { SeedAbsence } from './seed.js';

/** The absences as a seed writes them. */
export const ABSENCES = ['unknown', 'none'] as const;

/** The map of a stated absence; `undefined` where something else stands there. */
export function absenceIn(located: Located): LocatedMap | undefined {
  return located.form === 'map' && located.entries.has('absence') ? located : undefined;
}

/** One stated absence: `{ absence, cite, … }`. `undefined`, with faults, where it is none, or there must be a value. */
export function checkAbsence(
  property: PropertyDeclaration | RelationDeclaration,
  map: LocatedMap,
  context: StatementContext,
): SeedAbsence | undefined {
  const { report, subject } = context;
  const what = `“${property.name}” of ${subject}`;
  checkKeys(map, ['absence', ...STATEMENT_KEYS], `A stated absence of ${what}`, report);
  const { inferred: _, ...statement } = checkStatement(map, what, true, context);
  const { keyPlace, value } = map.entries.get('absence')!;
  const word = choice(value, ABSENCES, 'BAD_ABSENCE', report);
  if (!word) return undefined;
  if ('required' in property && property.required) {
    report(keyPlace, 'BAD_ABSENCE', `${what} must have a value; write value: ${property.leaf.accepts}.`);
    return undefined;
  }
  return { ...statement, property, absence: word.toUpperCase() as Absence };
}
