import { RequestError } from '../errors.js';
import { fold } from '../model/fold.js';
import { dayNumber } from '../model/partial-date.js';
import type { EntityRefs, Filter, OrderKey, Parameter } from '../plan/read-plan.js';
import { checkText } from './limits.js';
import type { Given } from './given.js';

/**
 * What the arguments of `timeline` and `conflicts` mean, in the words of a plan.
 *
 * An entry is a moment, some day from the earliest to the latest that its date can mean; or a period, from some day of
 * its date to some day of its end. A period without a stated end may end on any day. POSSIBLE: in one of the ways in
 * which it may have been, it has a day in common with `between`. CERTAIN: in each of them it has.
 */

/** The order of a timeline: the earliest first, and of those that may begin on the same day the more exact. */
export const BY_DATE: readonly OrderKey[] = [orderBy('date', 'earliest'), orderBy('date', 'latest'), orderBy('id')];

/** The order of conflicts. */
export const BY_SUBJECT: readonly OrderKey[] = [orderBy('subject'), orderBy('property'), orderBy('id')];

function orderBy(property: string, facet = 'value'): OrderKey {
  return { on: 'node', property, facet, descending: false };
}

/** How many entities `about` takes. */
const MOST_REFS = 100;

/** The entities that `about` refers to; `undefined` where it is left out. */
export function refsOf(given: Given): EntityRefs | undefined {
  const about = given.at('about')?.required();
  if (!about) return undefined;
  type Refs = readonly { readonly id?: string; readonly name?: string }[];
  const textsOf = (key: 'id' | 'name', convert: (text: string) => string) =>
    about.parameter((refs: Refs) => {
      checkLength(refs.length);
      return refs.flatMap((ref) => (ref[key] === undefined ? [] : convert(checkText(ref[key]))));
    });
  return { ids: textsOf('id', (id) => id), names: textsOf('name', fold) };
}

function checkLength(length: number): void {
  if (length <= MOST_REFS) return;
  throw new RequestError('BAD_USER_INPUT', `about takes ${MOST_REFS} entities at most; ${length} are given.`, {
    argument: 'about',
    limit: MOST_REFS,
    actual: length,
  });
}

/** Which entries of a timeline: those that count, of kinds, and within days. */
export function entryFilter(given: Given): Filter {
  const kinds = given.at('kinds')?.required();
  const between = given.at('between')?.required();
  const isCertain = given.at('certainty')?.required().value === 'CERTAIN';
  const conditions: Filter[] = [
    { test: { on: 'node', property: 'isBest', facet: 'value' }, by: '=', value: given.list.constant(1) },
  ];
  if (kinds)
    conditions.push({ test: { on: 'node', property: 'kinds', facet: 'value' }, by: 'in', value: kinds.parameter() });
  if (between) conditions.push(within(between, isCertain));
  return { and: conditions };
}

function within(between: Given, isCertain: boolean): Filter {
  const [from, to] = daysOf(between);
  const test = (property: 'date' | 'until', facet: 'earliest' | 'latest', by: '<=' | '>=' | '<', value: Parameter) => ({
    test: { on: 'node' as const, property, facet },
    by,
    value,
  });
  return isCertain
    ? {
        // It begins before the days are over if it even ends before; it ends after they began if it even begins after.
        and: [
          { or: [test('date', 'latest', '<=', to), test('until', 'latest', '<=', to)] },
          { or: [test('until', 'earliest', '>=', from), test('date', 'earliest', '>=', from)] },
        ],
      }
    : { and: [test('date', 'earliest', '<=', to), { not: test('until', 'latest', '<', from) }] };
}

/** The first and the last day of a `DateRange`; an end that is left out is open. */
function daysOf(between: Given): readonly [from: Parameter, to: Parameter] {
  const day = (key: 'from' | 'to', open: number) =>
    between.at(key)?.required().parameter(dayNumber) ?? between.list.constant(open);
  const [from, last] = [day('from', 0), day('to', 9999_12_31)];
  const to = between.list.computed((values) => {
    const [first, end] = [values[from.parameter] as number, values[last.parameter] as number];
    if (first <= end) return end;
    throw new RequestError(
      'BAD_USER_INPUT',
      `${between.name} ends before it begins: from is the first day, to the last.`,
      {
        argument: between.name,
      },
    );
  });
  return [from, to];
}
