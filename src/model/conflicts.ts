import { compareText } from './best-claim.js';
import type { KindDeclaration, Phrase, RelationDeclaration } from './declare.js';
import { relationshipTypes } from './declare.js';
import { fold } from './fold.js';
import { intervalText, type Interval } from './interval.js';
import type { Absence, Leaf, Origin } from './leaf.js';
import { nameIn } from './name.js';
import { dateReadingOf, dateText, dayNumber, type PartialDate } from './partial-date.js';
import { quantityBounds, quantityText, type Quantity } from './quantity.js';
import type {
  ClaimRecord,
  ConflictKind,
  ConflictRecord,
  EntityRecord,
  FactParts,
  RelationRecord,
  Release,
} from './release.js';
import { subjectsOf, type Subject, type SubjectOf } from './subject.js';

/**
 * The conflicts of a release: where two facts say something else. They follow from the other records, once, when a
 * release is made.
 *
 * **Which pairs.** Two claims of one property of one entity that are not deprecated; and each deprecated one with the
 * best one. Their values differ, or one of them denies what the other says. Besides, of facts that are not deprecated: a
 * stated absence of a relation with each fact of it; and two claims of two entities that are complements, as their
 * relationship declares. None where their valid times cannot overlap, nor where values cannot be compared, as outlines
 * cannot.
 *
 * **Which kind.** COMPATIBLE where both can be true: dates of which a day is common, or one is approximate and near;
 * quantities whose bounds meet, of which one is the other rounded, or “about” and “nearly” within a tenth; complements
 * that make up 100 %, or are of different dates; that something is unknown, beside what somebody knows; a plan, target or
 * estimate beside a report; a denial of another value; texts that differ only in spelling; units that cannot be
 * compared. CONTRADICTION otherwise: also that there is none, beside one.
 */

/** The conflicts of a release that is held in memory. */
export function conflictsOf(
  release: Pick<Release, 'kinds' | 'entities' | 'relations' | 'claims'>,
): readonly ConflictRecord[] {
  const conflicts = new Conflicts(release.kinds);
  const subjects = subjectsOf(release);
  const found = new Map<string, ConflictRecord>();
  // A relation is met at both its ends, and makes the same conflict at either.
  const subjectOf = (id: string) => subjects.get(id);
  for (const subject of subjects.values())
    for (const conflict of conflicts.of(subject, subjectOf)) found.set(conflict.id, conflict);
  for (const conflict of conflicts.ofAbsences(release.relations, subjectOf)) found.set(conflict.id, conflict);
  return [...found.values()].sort((one, other) => compareText(one.id, other.id));
}

/** Finds conflicts: entity by entity, and then those of absences that entities state of relations. */
export class Conflicts {
  readonly #kinds: ReadonlyMap<string, KindDeclaration>;
  /** The properties of which the values at both ends of a relationship are complements, by its type. */
  readonly #complements: ReadonlyMap<string, string>;
  /** By entity: the claims that state an absence of one of its relations. */
  readonly #absences = new Map<string, readonly Absent[]>();

  constructor(kinds: readonly KindDeclaration[]) {
    this.#kinds = new Map(kinds.map((kind) => [kind.name, kind]));
    this.#complements = new Map(
      relationshipTypes(kinds).flatMap(({ type, complements }) => (complements ? [[type, complements] as const] : [])),
    );
  }

  /** The conflicts of one entity. @param subjectOf Asked only for the other ends of its relations. */
  of(subject: Subject, subjectOf: SubjectOf): readonly ConflictRecord[] {
    const { entity, claims, relations } = subject;
    const { properties, relations: declared } = this.#kinds.get(entity.kind)!;
    const named = (name: string) => claims.filter(({ property }) => property === name);
    const absent = declared.flatMap((relation) => named(relation.name).map((claim) => ({ claim, relation })));
    if (absent.length > 0) this.#absences.set(entity.id, absent);
    return [
      ...properties.flatMap(({ name, leaf }) => among(named(name), leaf)),
      ...declared.flatMap(({ name }) => among(named(name), undefined)),
      ...relations.flatMap((relation) => this.#betweenComplements(relation, subject, subjectOf)),
    ];
  }

  /** Those of relations with the absences that the entities state which were met. @param relations All that are stated. */
  *ofAbsences(relations: Iterable<RelationRecord>, subjectOf: SubjectOf): Generator<ConflictRecord> {
    if (this.#absences.size === 0) return;
    for (const relation of relations) {
      // A derived fact says nothing that the one that it rests on does not say.
      if (relation.rank === 'DEPRECATED' || relation.basis) continue;
      for (const [start, end, way] of [
        [relation.from, relation.to, 'out'],
        [relation.to, relation.from, 'in'],
      ] as const) {
        for (const absent of this.#absences.get(start) ?? []) {
          const other = leadsAlong(relation, way, absent) ? subjectOf(end)?.entity : undefined;
          if (other && absent.relation.targets.some(({ name }) => name === other.kind))
            yield againstRelation(absent.claim, relation, other);
        }
      }
    }
  }

  #betweenComplements(relation: RelationRecord, subject: Subject, subjectOf: SubjectOf): readonly ConflictRecord[] {
    const property = this.#complements.get(relation.type);
    if (property === undefined || relation.rank === 'DEPRECATED' || relation.modality === 'DENIED') return [];
    const [from, to] = [relation.from, relation.to].map((id) => (id === subject.entity.id ? subject : subjectOf(id)));
    if (!from || !to || from === to) return [];
    const quantitiesOf = (end: Subject) => {
      const leaf = this.#kinds.get(end.entity.kind)!.properties.find(({ name }) => name === property)?.leaf;
      return end.claims.flatMap((claim) =>
        claim.property === property && leaf?.family === 'quantity' && !claim.absence && claim.rank !== 'DEPRECATED'
          ? [{ claim, leaf }]
          : [],
      );
    };
    return quantitiesOf(from).flatMap((one) =>
      quantitiesOf(to).flatMap((other): ConflictRecord[] => {
        if (!mayOverlap(one.claim.validTime, other.claim.validTime)) return [];
        const finding = compareComplements(one.claim.value as Quantity, other.claim.value as Quantity);
        if (!finding) return [];
        const atOnce = finding.kind === 'COMPATIBLE' || this.#mayBeOfOneDate(from, to) ? finding : OF_OTHER_DATES;
        return [
          {
            id: conflictId(one.claim, other.claim.id, 'claim/'),
            subjects: [relation.from, relation.to],
            property,
            claims: [one.claim.id, other.claim.id],
            relations: [relation.id],
            ...judgement(
              saidBy(one.claim, one.leaf),
              saidBy(other.claim, other.leaf),
              weighed(atOnce, one.claim, other.claim),
            ),
          },
        ];
      }),
    );
  }

  /** Whether a day may be common to what dates two entities; nothing rules it out where either is not dated. */
  #mayBeOfOneDate(...ends: readonly [Subject, Subject]): boolean {
    const [one, other] = ends.map(({ entity, claims }) => {
      const dates = this.#kinds
        .get(entity.kind)!
        .properties.filter(({ leaf, timeline }) => timeline && leaf.family === 'date');
      const best = claims.find(({ isBest, property }) => isBest && dates.some(({ name }) => name === property));
      return best?.value as PartialDate | undefined;
    });
    return !one || !other || overlap(boundsOf(one), boundsOf(other));
  }
}

/** The conflicts among the claims of one property of one entity. @param leaf That of the property; a relation has none. */
function among(claims: readonly ClaimRecord[], leaf: Leaf | undefined): readonly ConflictRecord[] {
  const ordered = claims.toSorted((one, other) => compareText(one.id, other.id));
  const best = ordered.find(({ isBest }) => isBest);
  const conflicts: ConflictRecord[] = [];
  for (const [place, one] of ordered.entries()) {
    for (const other of ordered.slice(place + 1)) {
      const [isGone, isOtherGone] = [one, other].map(({ rank }) => rank === 'DEPRECATED');
      if (isGone && isOtherGone) continue;
      if ((isGone && other !== best) || (isOtherGone && one !== best)) continue;
      if (!mayOverlap(one.validTime, other.validTime)) continue;
      const finding = compare(one, other, leaf);
      if (!finding) continue;
      const { subject, property } = one;
      conflicts.push({
        id: conflictId(one, other.id, `claim/${subject.replace('/', '.')}/${property}/`),
        subjects: [subject],
        property,
        claims: [one.id, other.id],
        relations: [],
        ...judgement(saidBy(one, leaf), saidBy(other, leaf), finding),
      });
    }
  }
  return conflicts;
}

/** A claim that states an absence of a relation. */
interface Absent {
  readonly claim: ClaimRecord;
  readonly relation: RelationDeclaration;
}

/** Whether a fact is one of those that an absence is stated of, and of a time at which it is. */
function leadsAlong(fact: RelationRecord, way: 'out' | 'in', { claim, relation }: Absent): boolean {
  return (
    fact.type === relation.relationship.type &&
    (relation.direction === way || relation.direction === 'both') &&
    claim.rank !== 'DEPRECATED' &&
    mayOverlap(claim.validTime, fact.validTime)
  );
}

function againstRelation(claim: ClaimRecord, relation: RelationRecord, other: EntityRecord): ConflictRecord {
  const leadsThere: Said = { fact: relation, text: (language) => nameIn(other.names, language) };
  const finding = weighed(compareAbsences(claim.absence, undefined)!, claim, relation);
  const { preferred, ...judged } = judgement(saidBy(claim, undefined), leadsThere, finding);
  return {
    id: conflictId(claim, relation.id),
    subjects: [claim.subject],
    property: claim.property,
    claims: [claim.id],
    relations: [relation.id],
    ...judged,
    ...(preferred === claim.id && { preferred }),
  };
}

/** What a comparison found: the kind, and why, said of the two values. */
interface Finding {
  readonly kind: ConflictKind;
  readonly why: Phrase;
}

const agreeing = (vi: string, en: string): Finding => ({ kind: 'COMPATIBLE', why: { vi, en } });

const contradicting = (vi: string, en: string): Finding => ({ kind: 'CONTRADICTION', why: { vi, en } });

const CONTRADICTION = contradicting('không thể cùng đúng', 'they cannot both be true');

const OF_OTHER_DATES = agreeing('hai bên nói về hai thời điểm khác nhau', 'they are of different dates');

function compare(one: ClaimRecord, other: ClaimRecord, leaf: Leaf | undefined): Finding | undefined {
  const isSame =
    one.absence === other.absence && (one.absence !== undefined || leaf!.write(one.value) === leaf!.write(other.value));
  if (isSame) {
    return (one.modality === 'DENIED') === (other.modality === 'DENIED')
      ? undefined
      : contradicting('một bên phủ nhận điều bên kia nói', 'one denies what the other says');
  }
  const finding = compareAbsences(one.absence, other.absence) ?? compareValues(one.value, other.value, leaf!.family);
  return finding && weighed(finding, one, other);
}

/** Both say something else, and one of them an absence. */
function compareAbsences(...absences: readonly [Absence | undefined, Absence | undefined]): Finding | undefined {
  if (absences.includes('UNKNOWN')) return agreeing('một bên nói là không rõ', 'one says that it is not known');
  return absences.includes('NONE')
    ? contradicting('một bên nói là không có', 'one says that there is none')
    : undefined;
}

/** A finding in the light of how both are stated: what is denied, planned or estimated may be otherwise. */
function weighed(
  finding: Finding,
  ...facts: readonly [Pick<FactParts, 'modality'>, Pick<FactParts, 'modality'>]
): Finding {
  const has = (modality: FactParts['modality']) => facts.some((fact) => fact.modality === modality);
  if (finding.kind === 'COMPATIBLE') return finding;
  if (has('DENIED')) return agreeing('một bên chỉ phủ nhận một giá trị khác', 'one only denies another value');
  if (facts[0].modality === facts[1].modality) return finding;
  if (has('TARGET')) return agreeing('một bên là mục tiêu', 'one is a target');
  if (has('PLANNED')) return agreeing('một bên là kế hoạch', 'one is a plan');
  return agreeing('một bên là ước tính', 'one is an estimate');
}

function compareValues(one: unknown, other: unknown, family: string): Finding | undefined {
  switch (family) {
    case 'date':
      return compareDates(one as PartialDate, other as PartialDate);
    case 'interval':
      return compareIntervals(one as Interval, other as Interval);
    case 'quantity':
      return compareQuantities(one as Quantity, other as Quantity);
    case 'text':
      return fold(one as string) === fold(other as string)
        ? agreeing('chỉ khác cách viết', 'they differ only in spelling')
        : CONTRADICTION;
    case 'none':
      return undefined;
    default:
      return CONTRADICTION;
  }
}

type Bounds = readonly [earliest: number, latest: number];

function boundsOf({ edtf }: PartialDate): Bounds {
  const { earliest, latest } = dateReadingOf(edtf);
  return [dayNumber(earliest), dayNumber(latest)];
}

const overlap = (one: Bounds, other: Bounds) => one[0] <= other[1] && other[0] <= one[1];

function compareDates(one: PartialDate, other: PartialDate): Finding {
  const [mine, theirs] = [boundsOf(one), boundsOf(other)];
  const contains = (outer: Bounds, inner: Bounds) => outer[0] <= inner[0] && inner[1] <= outer[1];
  if (contains(mine, theirs) || contains(theirs, mine))
    return agreeing('một ngày tháng nằm trong ngày tháng kia', 'one date lies within the other');
  if (overlap(mine, theirs)) return agreeing('hai ngày tháng có ngày chung', 'the dates have days in common');
  const [reached, other2] = [widened(one), widened(other)];
  return overlap(reached, other2)
    ? agreeing('một ngày tháng là phỏng chừng', 'one date is approximate')
    : CONTRADICTION;
}

/** An approximate or uncertain date may be off by as much as it is wide. */
function widened(date: PartialDate): Bounds {
  const { earliest, latest, approximate, uncertain } = dateReadingOf(date.edtf);
  if (!approximate && !uncertain) return boundsOf(date);
  const [first, last] = [Date.parse(earliest), Date.parse(latest)];
  const width = last - first + DAY;
  const dayOf = (time: number) => dayNumber(new Date(time).toISOString().slice(0, 10));
  return [dayOf(first - width), dayOf(last + width)];
}

const DAY = 86_400_000;

function compareIntervals(one: Interval, other: Interval): Finding {
  const ends = (['from', 'to'] as const).map((end) => {
    const [mine, theirs] = [one[end], other[end]];
    return mine && theirs ? compareDates(mine, theirs) : undefined;
  });
  if (ends.some((end) => end?.kind === 'CONTRADICTION')) return CONTRADICTION;
  return agreeing('mốc đầu và mốc cuối khớp nhau đến mức được nêu', 'their ends agree as far as they are stated');
}

function compareQuantities(one: Quantity, other: Quantity): Finding {
  if (fold(one.unit) !== fold(other.unit)) return agreeing('đơn vị khác nhau', 'their units differ');
  const [mine, theirs] = [rangeOf(one), rangeOf(other)];
  if (overlap(mine, theirs))
    return agreeing('con số này nằm trong khoảng mà con số kia cho phép', 'one lies within what the other allows');
  return isRounded(one, other)
    ? agreeing('một con số là con số kia làm tròn', 'one is the other rounded')
    : CONTRADICTION;
}

/** Two parts of one whole, which is known of per cent only. */
function compareComplements(one: Quantity, other: Quantity): Finding | undefined {
  if (one.unit !== WHOLE.unit || other.unit !== WHOLE.unit) return undefined;
  const [mine, theirs] = [rangeOf(one), rangeOf(other)];
  const meets = overlap(mine, [WHOLE.amount - theirs[1], WHOLE.amount - theirs[0]]);
  // What is left of a round share seems round itself: it must be so seen from both.
  return meets || (isRounded(one, restOf(other)) && isRounded(other, restOf(one)))
    ? agreeing('con số này là phần mà con số kia để lại của toàn thể', 'each is what the other leaves of the whole')
    : CONTRADICTION;
}

const WHOLE = { amount: 100, unit: '%' };

const restOf = (share: Quantity): Quantity => ({
  ...share,
  amount: String(Number((WHOLE.amount - Number(share.amount)).toFixed(9))),
});

/** “About” and “nearly” are taken to be right within a tenth. */
function rangeOf(quantity: Quantity): readonly [lower: number, upper: number] {
  const amount = Number(quantity.amount);
  const tenth = Math.abs(amount) / 10;
  if (quantity.comparator === 'ABOUT') return [amount - tenth, amount + tenth];
  if (quantity.comparator === 'NEARLY') return [amount - tenth, amount];
  const { lower, upper } = quantityBounds(quantity);
  return [lower === undefined ? -Infinity : Number(lower), upper === undefined ? Infinity : Number(upper)];
}

/** Whether one of two quantities, both stated without bounds, is the other one rounded. */
function isRounded(one: Quantity, other: Quantity): boolean {
  const isPlain = ![one, other].some(({ comparator }) => comparator !== 'EXACTLY' && comparator !== 'ABOUT');
  return isPlain && (isRounding(one.amount, other.amount) || isRounding(other.amount, one.amount));
}

/** Whether an amount is another one written with fewer digits, and off by a twentieth at most: 10600000000 of 10570000000, 3 of 2.94; 10 is not 12 rounded. */
function isRounding(rounded: string, exact: string): boolean {
  const digits = significantDigits(rounded);
  if (digits === 0 || digits >= significantDigits(exact)) return false;
  const [coarse, fine] = [Number(rounded), Number(exact)];
  return Number(fine.toPrecision(digits)) === coarse && Math.abs(coarse - fine) <= Math.abs(fine) / 20;
}

function significantDigits(amount: string): number {
  return amount
    .replace(/^-?0*\.?0*/, '')
    .replace('.', '')
    .replace(amount.includes('.') ? /$/ : /0+$/, '').length;
}

function mayOverlap(one: Interval | undefined, other: Interval | undefined): boolean {
  const ends = (interval: Interval | undefined): Bounds => [
    interval?.from ? boundsOf(interval.from)[0] : -Infinity,
    interval?.to ? boundsOf(interval.to)[1] : Infinity,
  ];
  return overlap(ends(one), ends(other));
}

/** The id of a conflict of a claim with another fact. @param start Where the id of this begins alike. */
function conflictId(one: ClaimRecord, other: string, start = ''): string {
  return `conflict/${withoutStart(one.id, 'claim/')}--${withoutStart(other, start)}`;
}

function withoutStart(text: string, start: string): string {
  return text.startsWith(start) ? text.slice(start.length) : text;
}

/** A fact, and what it says in words. */
interface Said {
  readonly fact: FactParts;
  readonly text: (language: 'vi' | 'en') => string;
}

function saidBy(fact: ClaimRecord, leaf: Leaf | undefined): Said {
  return {
    fact,
    text: (language) => (fact.absence ? ABSENCES[fact.absence][language] : valueText(fact.value, leaf!, language)),
  };
}

/** What is told of two facts that say something else. `October 2005 and 2015: they cannot both be true. The editors say: …` */
function judgement(
  one: Said,
  other: Said,
  { kind, why }: Finding,
): Pick<ConflictRecord, 'kind' | 'preferred' | 'reasons'> {
  const facts = [one.fact, other.fact] as const;
  const said = [...new Set(facts.flatMap(({ rankReason }) => rankReason ?? []))];
  const sentence = (language: 'vi' | 'en') => {
    const [and, editors] = language === 'en' ? ['and', 'The editors say:'] : ['và', 'Người biên tập ghi:'];
    const values = [one, other].map(({ fact, text }) =>
      facts[0].origin === facts[1].origin ? text(language) : `${text(language)} (${ORIGINS[fact.origin][language]})`,
    );
    return [`${values.join(` ${and} `)}: ${why[language]}.`, ...said.map((reason) => `${editors} ${reason}`)].join(' ');
  };
  const preferred = preferredOf(...facts);
  return { kind, ...(preferred && { preferred: preferred.id }), reasons: { vi: sentence('vi'), en: sentence('en') } };
}

/** The one that editors prefer, or the only one that they did not deprecate. */
function preferredOf(one: FactParts, other: FactParts): FactParts | undefined {
  if (one.rank === other.rank) return undefined;
  const ranks = ['PREFERRED', 'NORMAL', 'DEPRECATED'];
  return ranks.indexOf(one.rank) < ranks.indexOf(other.rank) ? one : other;
}

const ORIGINS: Readonly<Record<Origin, Phrase>> = {
  DOCUMENT: { vi: 'theo tài liệu', en: 'in the documents' },
  REFERENCE: { vi: 'theo dữ liệu tham chiếu', en: 'in reference data' },
};

const ABSENCES: Readonly<Record<Absence, Phrase>> = {
  UNKNOWN: { vi: 'không rõ', en: 'not known' },
  NONE: { vi: 'không có', en: 'none' },
};

function valueText(value: unknown, leaf: Leaf, language: 'vi' | 'en'): string {
  switch (leaf.family) {
    case 'date':
      return dateText((value as PartialDate).edtf, language);
    case 'quantity':
      return quantityText(value as Quantity, language);
    case 'interval':
      return intervalText(value as Interval);
    case 'none':
      // An outline is told by no words; what is not comparable comes here beside an absence only.
      return language === 'en' ? 'a value' : 'một giá trị';
    default:
      return leaf.write(value);
  }
}
