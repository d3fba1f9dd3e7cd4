import { createHash } from 'node:crypto';
import { fold } from '../model/fold.js';
import type { Interval } from '../model/interval.js';

/** The id of a relation: `party-to/country.vn/agreement.border-trade-2022`, with its valid time where it has one. */
export function relationId(type: string, from: string, to: string, validTime: Interval | undefined): string {
  return `${type.toLowerCase().replaceAll('_', '-')}/${dotted(from)}/${dotted(to)}${validTimePart(validTime)}`;
}

/** The id of a claim: `claim/agreement.border-trade-2022/concludedOn/2022-11`, with its valid time where it has one. */
export function claimId(subject: string, property: string, written: string, validTime: Interval | undefined): string {
  return `claim/${dotted(subject)}/${property}/${slugOf(written)}${validTimePart(validTime)}`;
}

/** The id of a passage: `passage/briefing-2009/8`. */
export function passageId(source: string, locator: string): string {
  return `passage/${source.slice('source/'.length)}/${slugOf(locator)}`;
}

/** Text as a part of an id: folded, with hyphens; a long one is cut and told apart by a digest of the whole. */
export function slugOf(text: string): string {
  const slug = fold(text)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  if (slug !== '' && slug.length <= MOST_CHARACTERS) return slug;
  return `${slug.slice(0, MOST_CHARACTERS)}-${shortDigest(text)}`.replace(/^-|(?<=-)-/g, '');
}

/** What tells things apart that would have the same id. */
export interface Distinction {
  /** The whole text of which the id shows a slug. */
  readonly written: string;
  /** How it is stated, empty for what a document reports: `planned`, `reference`. */
  readonly circumstances?: string;
}

/**
 * Gives things ids that differ. Most have one of their own. Where two texts have the same slug a digest of each is
 * added, and where the same is stated in several ways, how: `…/2023-04-25/planned`. Their order changes nothing.
 */
export function withDistinctIds<Thing>(
  things: Iterable<Thing>,
  idOf: (thing: Thing) => string,
  distinctionOf: (thing: Thing) => Distinction,
): (thing: Thing) => string {
  const known = new Map<string, { readonly written: Set<string>; readonly circumstances: Set<string> }>();
  for (const thing of things) {
    const id = idOf(thing);
    const { written, circumstances = '' } = distinctionOf(thing);
    const ofId = known.get(id) ?? { written: new Set(), circumstances: new Set() };
    ofId.written.add(written);
    ofId.circumstances.add(circumstances);
    known.set(id, ofId);
  }
  return (thing) => {
    const id = idOf(thing);
    const { written, circumstances = '' } = distinctionOf(thing);
    const ofId = known.get(id)!;
    const digest = ofId.written.size > 1 ? `/${shortDigest(written)}` : '';
    return id + digest + (ofId.circumstances.size > 1 && circumstances ? `/${circumstances}` : '');
  };
}

const MOST_CHARACTERS = 48;

function shortDigest(text: string): string {
  return createHash('sha256').update(text.normalize('NFC')).digest('hex').slice(0, 8);
}

function dotted(id: string): string {
  return id.replace('/', '.');
}

function validTimePart(validTime: Interval | undefined): string {
  return validTime ? `/${validTime.from?.edtf ?? ''}..${validTime.to?.edtf ?? ''}` : '';
}
