import type { Interval } from '../model/interval.js';
import { interval, partialDate, text, type Leaf } from '../model/leaf.js';
import type { PartialDate } from '../model/partial-date.js';
import { itemsOf, plain, shown, type Located, type LocatedMap } from './located.js';
import type { Report } from './report.js';

/** The value as a leaf reads it; a fault and `undefined` where it is not of that leaf. */
export function checkLeaf<Stored>(leaf: Leaf<Stored>, located: Located, report: Report): Stored | undefined {
  const value = leaf.read(plain(located));
  if (value === undefined) {
    const { form } = located;
    const isDate =
      (leaf.family === 'date' && form === 'scalar' && located.value !== null && typeof located.value !== 'boolean') ||
      (leaf.family === 'interval' && form === 'map');
    const said = isDate && form === 'map' ? whatIsWrongWith(located) : `${shown(located)} is not accepted here`;
    report(located.place, isDate ? 'BAD_DATE' : 'WRONG_TYPE', `${said}; write ${leaf.accepts}.`);
  }
  return value;
}

/** A text that is not empty; a fault and `undefined` otherwise. */
export function checkText(located: Located, report: Report): string | undefined {
  return checkLeaf(text, located, report);
}

/** One text or a list of texts. */
export function checkTexts(located: Located, report: Report): readonly string[] {
  return itemsOf(located).flatMap((item) => checkText(item, report) ?? []);
}

/** The map that stands here; a fault that says what would be accepted, and `undefined`, where something else does. */
export function checkMap(located: Located, accepts: string, report: Report): LocatedMap | undefined {
  if (located.form === 'map') return located;
  report(located.place, 'WRONG_TYPE', `${shown(located)} is not accepted here; write ${accepts}.`);
  return undefined;
}

/** Notes every key of a map that is not among those known. */
export function checkKeys(map: LocatedMap, known: readonly string[], what: string, report: Report): void {
  for (const [key, { keyPlace }] of map.entries) {
    if (!known.includes(key)) {
      report(keyPlace, 'UNKNOWN_PROPERTY', `${what} has no “${key}”; it has ${known.join(', ')}.`);
    }
  }
}

/** A date with the reason why an editor supplied a part of it. */
export function inferredDate(date: PartialDate, inferred: string | undefined): PartialDate {
  return inferred === undefined ? date : { ...date, inferred };
}

/** An interval with the reason why an editor supplied a part of it, on both its ends. */
export function inferredInterval({ from, to }: Interval, inferred: string | undefined): Interval {
  return { ...(from && { from: inferredDate(from, inferred) }), ...(to && { to: inferredDate(to, inferred) }) };
}

function whatIsWrongWith(map: LocatedMap): string {
  for (const end of ['from', 'to']) {
    const value = map.entries.get(end)?.value;
    if (value && partialDate.read(plain(value)) === undefined) return `${shown(value)} is not a date`;
  }
  const strange = [...map.entries.keys()].find((key) => key !== 'from' && key !== 'to');
  if (strange) return `An ${interval.type.toLowerCase()} has no “${strange}”`;
  return map.entries.size === 0 ? 'Neither end is given' : 'It ends before it begins';
}
