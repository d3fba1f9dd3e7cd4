import type { KindDeclaration, Phrase } from './declare.js';
import type { Interval } from './interval.js';
import type { Absence, Modality, Origin, Rank } from './leaf.js';
import type { Name } from './name.js';
import type { Language, PartialDate } from './partial-date.js';

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

/** One stated value of a property of an entity, or one stated absence of it. */
export interface ClaimRecord extends FactParts {
  readonly subject: string;
  /** The property; of an absence perhaps a relation, by the name of its field. */
  readonly property: string;
  /** The value, as the property's leaf reads it; left out where an absence is stated. */
  readonly value?: unknown;
  /** What is stated in place of a value. */
  readonly absence?: Absence;
  /** It is the one that counts: the value that the plain field gives, or why it gives none. */
  readonly isBest: boolean;
}

/**
 * A fact seen as a moment or a period: a claim that dates its subject, or a relation with a valid time. Its other parts
 * are those of the fact. A deprecated or denied fact has none.
 */
export interface EntryRecord {
  /** `entry/` and the id of the fact. */
  readonly id: string;
  readonly of: 'claim' | 'relation';
  /** The id of the claim or relation. */
  readonly fact: string;
  /** The fact is one that counts: the best of the claims of its property, or a relation. */
  readonly isBest: boolean;
  readonly date: PartialDate;
  /** Absent for what took place on one day, and for what has no stated end. */
  readonly end?: PartialDate;
  /** It went on, and no end is stated. */
  readonly isOpen?: true;
  readonly titles: Phrase;
  /** The id of what is dated; for a relation where it starts. */
  readonly entity: string;
  /** The values of `EntityKind` of what is dated; for a relation of both its ends. */
  readonly kinds: readonly string[];
  /** The ids of the entities that had a part in it, each with that of the relation that says so; by both. */
  readonly involved: readonly { readonly entity: string; readonly fact: string }[];
}

/** Whether what two facts say can both be true. */
export type ConflictKind = 'CONTRADICTION' | 'COMPATIBLE';

/**
 * Two facts that say something else: two claims of one property of one entity or of two that are complements, or a
 * claim that a relation leads nowhere, and a relation.
 */
export interface ConflictRecord {
  readonly id: string;
  /** The ids of the entities of which it is told, first the one that comes first. */
  readonly subjects: readonly [string, ...string[]];
  /** The property, or the relation that is said to lead nowhere. */
  readonly property: string;
  readonly kind: ConflictKind;
  /** The ids of the claims, in the order of their subjects and ids. */
  readonly claims: readonly string[];
  /** The ids of the relations without which it is none: what speaks against an absence, or says that two are complements. */
  readonly relations: readonly string[];
  /** The id of the claim that editors prefer; absent where nothing decides. */
  readonly preferred?: string;
  readonly reasons: Phrase;
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
  /** The ids of the hubs (`hubsOf`), in order. */
  readonly hubs: readonly string[];
  /** What follows from the others: `src/model/timeline.ts` says how. */
  readonly entries: Records<EntryRecord>;
  /** What follows from the others: `src/model/conflicts.ts` says how. */
  readonly conflicts: Records<ConflictRecord>;
}
