import type { Interval } from '../model/interval.js';
import type { Name } from '../model/name.js';
import type { PartialDate } from '../model/partial-date.js';
import type { Quantity } from '../model/quantity.js';
import { dateSpelling } from './date-spelling.js';
import { searchable, standsIn } from './folded-text.js';
import { integerSpelling, quantitySpelling } from './quantity-spelling.js';
import type { NameIndex } from './name-index.js';
import { shownOf, type SeedClaim, type SeedEntity, type SeedFact, type Statement } from './seed.js';

/** Why a paragraph does not say what it is cited for; `undefined` where it does. */
export type Objection = string | undefined;

/** An entity is named in a paragraph that it cites: by one of its names, in any language. */
export function entityStatedIn(id: string, names: readonly Name[], paragraph: string): Objection {
  return isNamed(names, searchable(paragraph))
    ? undefined
    : `${id} is not named here, by any of ${listed(names.map(({ text }) => text))}.`;
}

/**
 * A fact stands in a paragraph: by a name of the entity that it leads to, or by its `as` words. Words that name another
 * entity of the same kind, and not this one, do not say it.
 */
export function factStatedIn(fact: SeedFact, to: SeedEntity, names: NameIndex, paragraph: string): Objection {
  const { subject, relation, as, properties } = fact;
  const text = searchable(paragraph);
  const what = `“${relation.name}” of ${subject}`;
  if (as.length === 0 && !isNamed(to.names, text)) {
    return `${what}: no name of ${to.id} stands here; write with as: … the words that say it.`;
  }
  const standing = as.filter((words) => standsIn(searchable(words), text));
  if (as.length > 0 && standing.length === 0 && !isNamed(to.names, text)) {
    return `${what}: neither ${listed(as)} nor a name of ${to.id} stands here.`;
  }
  for (const words of standing) {
    const named = names.namedIn(words, to.kind.singular);
    if (named.size > 0 && !named.has(to.id))
      return `${what}: “${words}” names ${[...named].join(', ')}, and not ${to.id}.`;
  }
  for (const { name, leaf } of relation.relationship.properties) {
    const value = properties[name];
    if (leaf.family === 'integer' && typeof value === 'number' && !integerSpelling(value).test(text)) {
      return `${what}: the ${name} ${value} does not stand here.`;
    }
  }
  return undefined;
}

/**
 * A claim stands in a paragraph: its value in one of its spellings or, where it has them, its `as` words, which must say
 * the value if it is a date or a figure, so that one that was changed is noticed.
 */
export function claimStatedIn(claim: SeedClaim, paragraph: string): Objection {
  const { subject, property, as } = claim;
  const text = searchable(paragraph);
  const written = shownOf(claim);
  const what = `“${property.name}” of ${subject}`;
  if (as.length === 0) {
    if (isSpelled(claim, text)) return undefined;
    return needsWords(claim)
      ? `${what}: write with as: … the words that say ${written}.`
      : `${what}: ${written} does not stand here.`;
  }
  const standing = as.map(searchable).filter((words) => standsIn(words, text));
  if (standing.length === 0) return `${what}: ${listed(as)} does not stand here.`;
  if (standing.some((words) => isSaidBy(claim, words, text))) return undefined;
  return `${what}: ${listed(as)} stands here, but does not say ${written}.`;
}

/**
 * The valid time of a statement stands where it is cited: each end that is given in one of the paragraphs, in one of its
 * spellings; or it is a day on which one of the sources was published, which attests what it says for that day.
 */
export function validTimeStatedIn(
  { subject, validTime }: Pick<Statement, 'subject' | 'validTime'>,
  paragraphs: readonly string[],
  published: readonly PartialDate[],
): Objection {
  const texts = paragraphs.map(searchable);
  const isStated = (end: PartialDate) =>
    texts.some((text) => isDateSpelled(end, text)) || published.some(({ edtf }) => edtf === end.edtf);
  const missing = [validTime?.from, validTime?.to].find((end) => end && !isStated(end));
  return missing && `The valid time of a statement on ${subject}: ${missing.edtf} stands nowhere where it is cited.`;
}

/**
 * Whether words that stand in a text say the value. Terms, and what says an absence, are taken at the editor's word. Words without a figure say a
 * date that stands in the text beside them; of a date that was inferred, words with figures say what was not inferred.
 */
function isSaidBy(claim: SeedClaim, words: string, text: string): boolean {
  if (claim.absence) return true;
  const { property, value } = claim;
  const hasFigures = /\d/.test(words);
  switch (property.leaf.family) {
    case 'date':
    case 'interval': {
      if (isInferred(value)) return !hasFigures || isInferredYear(value) || isSpelled(claim, words);
      return isSpelled(claim, words) || (!hasFigures && isSpelled(claim, text));
    }
    case 'quantity': {
      const quantity = value as Quantity;
      if (!hasFigures) return quantitySpelling(quantity, { numerals: true }).test(words);
      return quantitySpelling(quantity, { anyComparator: true }).test(words) && isSpelled(claim, text);
    }
    case 'integer':
      return isSpelled(claim, words);
    default:
      return true;
  }
}

function isInferred(value: unknown): boolean {
  const { inferred, from, to } = value as Partial<PartialDate & Interval>;
  return [inferred, from?.inferred, to?.inferred].some((reason) => reason !== undefined);
}

function isInferredYear(value: unknown): boolean {
  const { edtf } = value as Partial<PartialDate>;
  return /^[\dX]{4}[~?%]?$/.test(edtf ?? '');
}

/** Whether the value stands in a searchable text, in one of its spellings. */
function isSpelled(claim: SeedClaim, text: string): boolean {
  if (claim.absence) return false;
  const { property, value } = claim;
  switch (property.leaf.family) {
    case 'text':
    case 'id':
      return standsIn(searchable(value as string), text);
    case 'integer':
      return integerSpelling(value as number).test(text);
    case 'date':
      return isDateSpelled(value as PartialDate, text);
    case 'interval': {
      const { from, to } = value as Interval;
      return (!from || isDateSpelled(from, text)) && (!to || isDateSpelled(to, text));
    }
    case 'quantity':
      return quantitySpelling(value as Quantity).test(text);
    default:
      return false;
  }
}

function isDateSpelled(date: PartialDate, text: string): boolean {
  return dateSpelling(date).test(text);
}

/** Whether nothing can be derived from the value that would stand in a text. */
function needsWords(claim: SeedClaim): boolean {
  return claim.absence !== undefined || ['enumeration', 'boolean', 'none'].includes(claim.property.leaf.family);
}

function isNamed(names: readonly Name[], text: string): boolean {
  return names.some((name) => standsIn(searchable(name.text), text));
}

function listed(texts: readonly string[]): string {
  return texts.map((text) => `“${text}”`).join(', ');
}
