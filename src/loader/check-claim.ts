import type { PropertyDeclaration } from '../model/declare.js';
import type { Interval } from '../model/interval.js';
import type { PartialDate } from '../model/partial-date.js';
import { absenceIn, checkAbsence } from './check-absence.js';
import { checkKeys, checkLeaf, checkMap, inferredDate, inferredInterval } from './check-leaf.js';
import { checkStatement, STATEMENT_KEYS, type StatementContext } from './check-statement.js';
import type { Located } from './located.js';
import type { SeedClaim } from './seed.js';

/** One claim: `{ value, cite, … }` or `{ absence, cite, … }`. `undefined`, with faults, where it cannot be told what it says. */
export function checkClaim(
  property: PropertyDeclaration,
  located: Located,
  context: StatementContext,
): SeedClaim | undefined {
  const absent = absenceIn(located);
  if (absent) return checkAbsence(property, absent, context);
  const { report, subject } = context;
  const what = `“${property.name}” of ${subject}`;
  const map = checkMap(located, `{ value: ${property.leaf.accepts}, cite: […] }`, report);
  if (!map) return undefined;
  checkKeys(map, ['value', ...STATEMENT_KEYS], `A claim of ${what}`, report);

  const { family } = property.leaf;
  const isDated = family === 'date' || family === 'interval';
  const { inferred, ...statement } = checkStatement(map, what, !isDated, context);
  const given = map.entries.get('value')?.value;
  if (!given) {
    report(map.place, 'MISSING_REQUIRED', `${what} has no value; write value: ${property.leaf.accepts}.`);
    return undefined;
  }
  const read = checkLeaf(property.leaf, given, report);
  if (read === undefined) return undefined;
  const value =
    family === 'date'
      ? inferredDate(read as PartialDate, inferred)
      : family === 'interval'
        ? inferredInterval(read as Interval, inferred)
        : read;
  return { ...statement, property, value };
}
