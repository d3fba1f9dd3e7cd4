import { itemsOf, shown, type Located, type Place } from './located.js';
import type { Report } from './report.js';
import type { SeedCitation } from './seed.js';

const FORM = /^([a-z0-9]+(?:-[a-z0-9]+)*)#(\S(?:.*\S)?)$/;
const PARAGRAPH = /^([1-9]\d{0,8})(?:\[(\d{1,9}):(\d{1,9})\])?$/;

const ACCEPTS = '“<source>#<paragraph>”, such as briefing-2009#8 or briefing-2009#8[12:40], or “<data set>#<key>”';

/**
 * The citations of a statement, by form alone: whether their sources are there is asked once all files are read.
 *
 * A statement without any is UNCITED, at `place`.
 */
export function checkCitations(
  located: Located | undefined,
  place: Place,
  what: string,
  report: Report,
): readonly SeedCitation[] {
  const items = located ? itemsOf(located) : [];
  if (items.length === 0 || (located?.form === 'scalar' && located.value === null)) {
    report(place, 'UNCITED', `${what} has no citation; write cite: [${ACCEPTS}].`);
    return [];
  }
  return items.flatMap((item) => checkCitation(item, report) ?? []);
}

function checkCitation(located: Located, report: Report): SeedCitation | undefined {
  const { place } = located;
  const read = located.form === 'scalar' && typeof located.value === 'string' ? readCitation(located.value) : undefined;
  if (read) return { place, ...read };
  report(place, 'BAD_CITATION', `${shown(located)} is not a citation; write ${ACCEPTS}.`);
  return undefined;
}

/** The parts of a citation, as it is written; `undefined` where it has not the form of one. */
export function readCitation(written: string): Omit<SeedCitation, 'place'> | undefined {
  const match = FORM.exec(written);
  if (!match) return undefined;
  const [, slug, locator] = match as unknown as [string, string, string];
  const [, paragraph, start, end] = PARAGRAPH.exec(locator) ?? [];
  return {
    source: `source/${slug}`,
    locator,
    ...(paragraph && { paragraph: Number(paragraph) }),
    ...(start && end && { start: Number(start), end: Number(end) }),
  };
}
