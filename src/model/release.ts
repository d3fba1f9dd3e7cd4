import type { KindDeclaration } from './declare.js';
import type { Interval } from './interval.js';
import type { Modality, Origin, Rank } from './leaf.js';
import type { Name } from './name.js';
import type { Language } from './partial-date.js';

/**
 * A release: one checked load of a seed, as a loader hands it to a store. Everything refers to everything else by id,
 * so that it can be streamed; entities come in no promised order.
 */

/** A place in a source. */
export interface CitationRecord {
  /** The id of the passage: `passage/briefing-2009/8`. */
  readonly passage: string;
  /** The range of characters within the paragraph, in code points of its NFC text; the end is not included. */
  readonly start?: number;
  readonly end?: number;
}

/** A paragraph of a document, or a record of a data set, that something cites. */
export interface PassageRecord {
  readonly id: string;
  /** The id of the source entity. */
  readonly source: string;
  /** The number of the paragraph, from 1; absent for a data set. */
  readonly paragraph?: number;
  /** Where in the source, as a person would write it: `¶8`, or the key or path of a record. */
  readonly locator: string;
  /** SHA-256 of the NFC text of the paragraph, in hexadecimal; absent for a data set. */
  readonly digest?: string;
  /** Ready for a footnote: source, publisher, date and locator. */
  readonly footnote: string;
}

/** An entity with the best value of each of its properties. */
export interface EntityRecord {
  readonly id: string;
  /** The declared name of its kind: `Agreement`. */
  readonly kind: string;
  readonly names: readonly Name[];
  readonly descriptions: Readonly<Partial<Record<Language, string>>>;
  readonly externalIds: readonly { readonly scheme: string; readonly value: string }[];
  /** Stored values by property name, as the property's leaf reads them. */
  readonly properties: Readonly<Record<string, unknown>>;
  readonly citations: readonly CitationRecord[];
}

/** What every fact has: on whose word, for what time, in what way, and how it ranks. */
export interface FactParts {
  readonly id: string;
  readonly validTime?: Interval;
  readonly modality: Modality;
  readonly rank: Rank;
  readonly rankReason?: string;
  readonly origin: Origin;
  readonly citations: readonly CitationRecord[];
}

/** One relationship between two entities. */
export interface RelationRecord extends FactParts {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  /** Stored values of the relationship's own properties. */
  readonly properties: Readonly<Record<string, unknown>>;
  /** For a fact that was derived: the other fact that it rests on, so that it is there only where that is there too. */
  readonly basis?: Basis;
}

/** The fact that a derived one rests on besides what it cites itself. */
export type Basis = Pick<FactParts, 'id' | 'validTime' | 'citations'>;

/** One stated value of a property of an entity. */
export interface ClaimRecord extends FactParts {
  readonly subject: string;
  readonly property: string;
  /** The value, as the property's leaf reads it. */
  readonly value: unknown;
  /** It is the value that the plain field gives. */
  readonly isBest: boolean;
}

/** A question that the graph answers, to begin with. */
export interface Example {
  readonly id: string;
  readonly theme: string;
  readonly titles: Readonly<Partial<Record<Language, string>>>;
  readonly query: string;
  /** Variables as JSON text. */
  readonly variables?: string;
}

/** What identifies a release. */
export interface ReleaseInfo {
  /** A hash of everything that was loaded: the same seed gives the same id. */
  readonly id: string;
  /** The release's own date, which is what `now` means: the day of its latest document. */
  readonly date: string;
}

/** Records that can be gone through as often as needed, be they in memory or read from disk each time. */
export interface Records<Each> extends Iterable<Each> {
  /** How many there are, where that is known before the end. */
  readonly length?: number;
}

/** One checked load of a seed. */
export interface Release extends ReleaseInfo {
  readonly kinds: readonly KindDeclaration[];
  readonly examples: readonly Example[];
  readonly passages: Records<PassageRecord>;
  readonly entities: Records<EntityRecord>;
  readonly relations: Records<RelationRecord>;
  readonly claims: Records<ClaimRecord>;
}
