import type { KindDeclaration, PropertyDeclaration, RelationDeclaration } from '../model/declare.js';
import type { Interval } from '../model/interval.js';
import type { Absence, Modality, Origin, Rank } from '../model/leaf.js';
import type { Name } from '../model/name.js';
import type { Language } from '../model/partial-date.js';
import type { Example } from '../model/release.js';
import type { Place } from './located.js';

/**
 * A checked seed: what its files say, entity by entity, each statement with its place. `resolveSeed` makes a release of
 * it; `verifySeed` holds it against the documents.
 */

/** A citation as it is written: `briefing-2009#8[12:40]`. */
export interface SeedCitation {
  readonly place: Place;
  /** The id of the source: `source/briefing-2009`. */
  readonly source: string;
  /** What stands after `#`. */
  readonly locator: string;
  /** The paragraph, where the locator has the form of one. */
  readonly paragraph?: number;
  readonly start?: number;
  readonly end?: number;
}

/** What claims and facts have in common. */
export interface Statement {
  readonly place: Place;
  /** The id of the entity under which it is written. */
  readonly subject: string;
  readonly origin: Origin;
  readonly citations: readonly SeedCitation[];
  /** Words of the paragraph that say it; each of them does. Empty where they follow from the value. */
  readonly as: readonly string[];
  readonly validTime?: Interval;
  readonly modality: Modality;
  readonly rank: Rank;
  readonly rankReason?: string;
}

/** One stated value of a property. */
export interface SeedValue extends Statement {
  readonly property: PropertyDeclaration;
  /** As the property's leaf reads it. */
  readonly value: unknown;
  readonly absence?: undefined;
}

/** A statement that a value, or that to which a relation leads, is not known, or that there is none. */
export interface SeedAbsence extends Statement {
  readonly property: PropertyDeclaration | RelationDeclaration;
  readonly value?: undefined;
  readonly absence: Absence;
}

/** One statement on a property. */
export type SeedClaim = SeedValue | SeedAbsence;

/** What a claim says, as a text: no value is written as an absence is. */
export function writtenOf(claim: SeedClaim): string {
  return claim.absence ? `\0${claim.absence.toLowerCase()}` : claim.property.leaf.write(claim.value);
}

/** What a claim says, as messages tell it. */
export function shownOf(claim: SeedClaim): string {
  return claim.absence ? `absence: ${claim.absence.toLowerCase()}` : writtenOf(claim);
}

/** One stated relationship, as written: from the subject by a relation to another entity. */
export interface SeedFact extends Statement {
  readonly relation: RelationDeclaration;
  readonly to: string;
  readonly toPlace: Place;
  /** Values of the relationship's own properties, as their leaves read them. */
  readonly properties: Readonly<Record<string, unknown>>;
}

/** An entity, or what a reference file adds to one. */
export interface SeedEntity {
  readonly place: Place;
  readonly id: string;
  readonly kind: KindDeclaration;
  readonly origin: Origin;
  readonly names: readonly Name[];
  readonly descriptions: Readonly<Partial<Record<Language, string>>>;
  readonly externalIds: readonly { readonly scheme: string; readonly value: string }[];
  readonly citations: readonly SeedCitation[];
}

/** The digest of one paragraph as `digests.yaml` has it. */
export interface SeedDigest {
  readonly place: Place;
  readonly digest: string;
}

/** All that a seed says of one entity, in whichever files. */
export interface SeedSubject {
  readonly entity: SeedEntity;
  readonly claims: readonly SeedClaim[];
  /** The facts that are written at this entity. */
  readonly facts: readonly SeedFact[];
  /** The keys that stand there, whether or not what they hold was accepted. */
  readonly written: ReadonlySet<string>;
}

/** The entities of a seed with what is said of them, read from disk where they are many; in the order of their ids. */
export interface SeedSubjects extends Iterable<SeedSubject> {
  readonly size: number;
  has(id: string): boolean;
  of(id: string): SeedSubject | undefined;
  /** Those of one kind. */
  ofKind(singular: string): Iterable<SeedSubject>;
}

/** All that the files of a seed say. */
export interface Seed {
  readonly kinds: readonly KindDeclaration[];
  readonly subjects: SeedSubjects;
  readonly examples: readonly Example[];
  /** By `«source id»#«paragraph»`. */
  readonly digests: ReadonlyMap<string, SeedDigest>;
  /** The ids of the sources that are data sets; all others are documents. */
  readonly dataSets: ReadonlySet<string>;
  /** What is cited of each source: locators as they are written, by the source's id. */
  readonly cited: ReadonlyMap<string, ReadonlySet<string>>;
  /** The plain ids of facts that are stated in several ways: planned and reported, by a document and by reference data. */
  readonly severally: ReadonlySet<string>;
}

/** Every citation of a seed. */
export function* citationsOf({ subjects }: Pick<Seed, 'subjects'>): Generator<SeedCitation> {
  for (const { entity, claims, facts } of subjects) {
    yield* entity.citations;
    for (const { citations } of claims) yield* citations;
    for (const { citations } of facts) yield* citations;
  }
}
