import { compareText } from './best-claim.js';
import type { KindDeclaration, Phrase, PropertyTimeline, RelationshipTimeline } from './declare.js';
import { relationshipTypes } from './declare.js';
import type { Interval } from './interval.js';
import { nameIn, type Name } from './name.js';
import { dateReadingOf, type PartialDate } from './partial-date.js';
import type { ClaimRecord, EntityRecord, EntryRecord, RelationRecord, Release } from './release.js';
import { subjectsOf, type Subject, type SubjectOf } from './subject.js';

/**
 * The timeline of a release: which facts are moments or periods, of what, and who had a part in them. It follows from
 * the other records, once, when a release is made.
 *
 * **Which.** Each claim of a property that its kind declares to date it, and each relation with a valid time whose
 * relationship declares that it dates where it starts; but none that is deprecated or denied, and none of which no
 * beginning is stated.
 *
 * **When.** A date, and the end if there is one: that of an interval, or the best value of the property that the
 * declaration names for it; an end before the date is none. An interval or a relation without an end is open, a date
 * without one is a moment.
 *
 * **Who.** Where relations lead that the kind of the dated entity declares itself, with a direction, and that do not say
 * that they involve nobody; those of a body that acted for another lead to both. Of a relation: its other end, and where
 * the declaration says that one goes beyond it, that too.
 */

/** Makes the entries of one entity. */
export class Timeline {
  readonly #kinds: ReadonlyMap<string, KindDeclaration>;
  readonly #ways: ReadonlyMap<string, Ways>;
  readonly #relationships: ReadonlyMap<string, RelationshipTimeline>;

  constructor(kinds: readonly KindDeclaration[]) {
    this.#kinds = new Map(kinds.map((kind) => [kind.name, kind]));
    this.#ways = new Map(kinds.map((kind) => [kind.name, waysOf(kind)]));
    this.#relationships = new Map(
      relationshipTypes(kinds).flatMap(({ type, timeline }) => (timeline ? [[type, timeline] as const] : [])),
    );
  }

  /** @param subjectOf Asked only for the other ends of relations that are entries. */
  entriesOf(subject: Subject, subjectOf: SubjectOf): readonly EntryRecord[] {
    const { entity, relations } = subject;
    const dated = this.#kinds.get(entity.kind)!.properties.filter(({ timeline }) => timeline);
    const involved = dated.length > 0 ? this.involvedIn(entity, relations) : [];
    return [
      ...dated.flatMap(({ name, timeline }) =>
        subject.claims.flatMap((claim) =>
          claim.property === name && counts(claim) ? this.#ofClaim(claim, timeline!, subject, involved) : [],
        ),
      ),
      ...relations.flatMap((relation) => this.#ofRelation(relation, subject, subjectOf)),
    ];
  }

  /** Who had a part in what happened to an entity, by relations that lead from or to it. */
  involvedIn(
    { id, kind }: Pick<EntityRecord, 'id' | 'kind'>,
    relations: readonly RelationRecord[],
  ): EntryRecord['involved'] {
    const { out, into } = this.#ways.get(kind)!;
    const found = relations.filter(counts).flatMap((relation) => {
      if (relation.from === id && out.has(relation.type)) return [{ entity: relation.to, fact: relation.id }];
      if (relation.to === id && into.has(relation.type)) return [{ entity: relation.from, fact: relation.id }];
      return [];
    });
    return inOrder(found.filter(({ entity }) => entity !== id));
  }

  #ofClaim(
    claim: ClaimRecord,
    { end, title = NAME }: PropertyTimeline,
    { entity, claims }: Subject,
    involved: EntryRecord['involved'],
  ): readonly EntryRecord[] {
    const ends = end && claims.find((other) => other.property === end && other.isBest);
    const span = spanOf(claim.value as PartialDate | Interval, ends ? (ends.value as PartialDate) : undefined);
    if (!span) return [];
    return [
      {
        id: `entry/${claim.id}`,
        of: 'claim',
        fact: claim.id,
        isBest: claim.isBest,
        ...span,
        titles: titlesOf(title, { entity: entity.names }),
        entity: entity.id,
        kinds: [this.#kinds.get(entity.kind)!.kind],
        involved,
      },
    ];
  }

  #ofRelation(relation: RelationRecord, subject: Subject, subjectOf: SubjectOf): readonly EntryRecord[] {
    const declared = this.#relationships.get(relation.type);
    if (!declared || !relation.validTime || !counts(relation)) return [];
    const { title, isMoment, beyond } = declared;
    const span = spanOf(isMoment ? relation.validTime.from : relation.validTime);
    const [from, to] = [relation.from, relation.to].map((id) => (id === subject.entity.id ? subject : subjectOf(id)));
    if (!span || !from || !to) return [];
    const further = to.relations.filter(({ type, from: start }) => type === beyond && start === relation.to);
    return [
      {
        id: `entry/${relation.id}`,
        of: 'relation',
        fact: relation.id,
        isBest: true,
        ...span,
        titles: titlesOf(title, { from: from.entity.names, to: to.entity.names }),
        entity: relation.from,
        kinds: [...new Set([from, to].map(({ entity }) => this.#kinds.get(entity.kind)!.kind))],
        involved: inOrder(
          [
            { entity: relation.to, fact: relation.id },
            ...further.filter(counts).map(({ to: end, id }) => ({ entity: end, fact: id })),
          ].filter(({ entity }) => entity !== relation.from),
        ),
      },
    ];
  }
}

/** Adds who had a part by facts that were derived after the entry was made. */
export function withInvolved(entry: EntryRecord, more: EntryRecord['involved']): EntryRecord {
  return more.length === 0 ? entry : { ...entry, involved: inOrder([...entry.involved, ...more]) };
}

/** The entries of a release that is held in memory. */
export function timelineOf(
  release: Pick<Release, 'kinds' | 'entities' | 'relations' | 'claims'>,
): readonly EntryRecord[] {
  const timeline = new Timeline(release.kinds);
  const subjects = subjectsOf(release);
  const entries = new Map<string, EntryRecord>();
  // A relation is met at both its ends, and makes the same entry at either.
  for (const subject of subjects.values())
    for (const entry of timeline.entriesOf(subject, (id) => subjects.get(id))) entries.set(entry.id, entry);
  return [...entries.values()].sort((one, other) => compareText(one.id, other.id));
}

/** The types of relationship that lead from a kind to those who have a part in it. */
interface Ways {
  readonly out: ReadonlySet<string>;
  readonly into: ReadonlySet<string>;
}

function waysOf({ relations }: KindDeclaration): Ways {
  const along = (way: 'out' | 'in') =>
    new Set(
      relations
        .filter(
          ({ inverse, direction, relationship }) => !inverse && direction === way && relationship.involves !== false,
        )
        .map(({ relationship }) => relationship.type),
    );
  return { out: along('out'), into: along('in') };
}

function counts({ rank, modality }: Pick<ClaimRecord, 'rank' | 'modality'>): boolean {
  return rank !== 'DEPRECATED' && modality !== 'DENIED';
}

type Span = Pick<EntryRecord, 'date' | 'end' | 'isOpen'>;

function spanOf(value: PartialDate | Interval | undefined, end?: PartialDate): Span | undefined {
  if (!value) return undefined;
  if ('edtf' in value) return { date: value, ...endAfter(value, end) };
  if (!value.from) return undefined;
  return value.to ? { date: value.from, ...endAfter(value.from, value.to) } : { date: value.from, isOpen: true };
}

function endAfter(date: PartialDate, end: PartialDate | undefined): Pick<Span, 'end'> {
  return end && dateReadingOf(end.edtf).latest >= dateReadingOf(date.edtf).earliest ? { end } : {};
}

const NAME: Phrase = { vi: '{entity}', en: '{entity}' };

function titlesOf(phrase: Phrase, names: Readonly<Record<string, readonly Name[]>>): Phrase {
  const write = (language: 'vi' | 'en') =>
    phrase[language].replace(/\{(\w+)\}/g, (_, key: string) => nameIn(names[key]!, language));
  return { vi: write('vi'), en: write('en') };
}

function inOrder(involved: EntryRecord['involved']): EntryRecord['involved'] {
  return involved.toSorted((one, other) => compareText(one.entity, other.entity) || compareText(one.fact, other.fact));
}
