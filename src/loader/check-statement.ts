import type { Interval } from '../model/interval.js';
import { interval, type Modality, type Origin, type Rank } from '../model/leaf.js';
import { checkCitations } from './check-citations.js';
import { checkLeaf, checkText, checkTexts, inferredInterval } from './check-leaf.js';
import { shown, type Located, type LocatedMap } from './located.js';
import type { FaultCode, Report } from './report.js';
import type { Statement } from './seed.js';

/** The keys that a claim and a fact have in common. */
export const STATEMENT_KEYS = ['cite', 'as', 'validTime', 'modality', 'rank', 'reason', 'inferred'] as const;

/** The modalities as a seed writes them. */
export const MODALITIES = ['reported', 'estimated', 'planned', 'target', 'denied'] as const;

/** The ranks as a seed writes them. */
export const RANKS = ['preferred', 'normal', 'deprecated'] as const;

/** Whose statement it is: the entity under which it stands, and where that file's facts come from. */
export interface StatementContext {
  readonly subject: string;
  readonly origin: Origin;
  readonly report: Report;
}

/**
 * Checks the parts that a claim and a fact have in common.
 *
 * @param what What the statement is, for messages: `agreement/x parties`.
 * @param inferredIsValidTime `inferred` speaks of the valid time, since the statement has no date of its own.
 */
export function checkStatement(
  map: LocatedMap,
  what: string,
  inferredIsValidTime: boolean,
  { subject, origin, report }: StatementContext,
): Statement & { readonly inferred?: string } {
  const value = (key: string): Located | undefined => map.entries.get(key)?.value;
  const modality = choice(value('modality'), MODALITIES, 'BAD_MODALITY', report) ?? 'reported';
  const rank = choice(value('rank'), RANKS, 'BAD_RANK', report) ?? 'normal';
  const reason = value('reason') && checkText(value('reason')!, report);
  if (rank !== 'normal' && !value('reason')) {
    report(
      value('rank')!.place,
      'MISSING_REASON',
      `${what} is ranked ${rank} without a reason; say why with reason: ….`,
    );
  }
  const inferred = value('inferred') && checkText(value('inferred')!, report);
  const validTime = checkValidTime(value('validTime'), inferredIsValidTime ? inferred : undefined, report);
  if (value('inferred') && inferredIsValidTime && !value('validTime')) {
    const keyPlace = map.entries.get('inferred')!.keyPlace;
    report(
      keyPlace,
      'UNKNOWN_PROPERTY',
      `${what} has no date of which a part could be inferred; leave “inferred” out.`,
    );
  }
  return {
    place: map.place,
    subject,
    origin,
    citations: checkCitations(value('cite'), map.place, what, report),
    as: value('as') ? checkTexts(value('as')!, report) : [],
    ...(validTime && { validTime }),
    modality: modality.toUpperCase() as Modality,
    rank: rank.toUpperCase() as Rank,
    ...(reason && { rankReason: reason }),
    ...(inferred && { inferred }),
  };
}

function checkValidTime(
  located: Located | undefined,
  inferred: string | undefined,
  report: Report,
): Interval | undefined {
  const validTime = located && checkLeaf(interval, located, report);
  return validTime && inferredInterval(validTime, inferred);
}

/** One of some words; a fault that tells them, and `undefined`, where it is none. */
export function choice<Word extends string>(
  located: Located | undefined,
  words: readonly Word[],
  code: FaultCode,
  report: Report,
): Word | undefined {
  if (!located) return undefined;
  const word = located.form === 'scalar' && words.find((candidate) => candidate === located.value);
  if (word) return word;
  report(located.place, code, `${shown(located)} is not accepted here; write one of ${words.join(', ')}.`);
  return undefined;
}
