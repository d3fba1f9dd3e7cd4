import { compareText } from './best-claim.js';
import type { KindDeclaration, Phrase, PropertyDeclaration } from './declare.js';
import { fold } from './fold.js';
import { intervalText, type Interval } from './interval.js';
import type { Origin } from './leaf.js';
import { dateReadingOf, dateText, dayNumber, type PartialDate } from './partial-date.js';
import { quantityBounds, quantityText, type Quantity } from './quantity.js';
import type { ClaimRecord, ConflictKind, ConflictRecord, Release } from './release.js';

/**
 * The conflicts of a release: where two claims of one property of one entity say something else. They follow from the
 * other records, once, when a release is made.
 *
 * **Which pairs.** Two claims that are not deprecated; and each deprecated one with the best one. Their values differ, or
 * one of them denies what the other says. None where their valid times cannot overlap, nor where values cannot be
 * compared, as outlines cannot.
 *
 * **Which kind.** COMPATIBLE where both can be true: dates of which a day is common, or one is approximate and near;
 * quantities whose bounds meet, of which one is the other rounded, or “about” and “nearly” within a tenth; a plan, target
 * or estimate beside a report; a denial of another value; texts that differ only in spelling; units that cannot be
 * compared. CONTRADICTION otherwise.
 */
export function conflictsAmong(
  claims: readonly ClaimRecord[],
  property: PropertyDeclaration,
): readonly ConflictRecord[] {
  const ordered = claims.toSorted((one, other) => compareText(one.id, other.id));
  const best = ordered.find(({ isBest }) => isBest);
  const conflicts: ConflictRecord[] = [];
  for (const [place, one] of ordered.entries()) {
    for (const other of ordered.slice(place + 1)) {
      const [isGone, isOtherGone] = [one, other].map(({ rank }) => rank === 'DEPRECATED');
      if (isGone && isOtherGone) continue;
      if ((isGone && other !== best) || (isOtherGone && one !== best)) continue;
      if (!mayOverlap(one.validTime, other.validTime)) continue;
      const finding = compare(one, other, property);
      if (finding) conflicts.push(conflictOf(one, other, property, finding));
    }
  }
  return conflicts;
}

/** The conflicts of a release that is held in memory. */
export function conflictsOf({ kinds, claims }: Pick<Release, 'kinds' | 'claims'>): readonly ConflictRecord[] {
  const conflicts = new Conflicts(kinds);
  const subjects = new Map<string, ClaimRecord[]>();
  for (const claim of claims) {
    const known = subjects.get(claim.subject);
    if (known) known.push(claim);
    else subjects.set(claim.subject, [claim]);
  }
  return [...subjects.values()]
    .flatMap((ofSubject) => conflicts.ofEntity(ofSubject))
    .sort((one, other) => compareText(one.id, other.id));
}

/** Finds the conflicts among the claims of one entity. */
export class Conflicts {
  readonly #properties: ReadonlyMap<string, PropertyDeclaration>;

  constructor(kinds: readonly KindDeclaration[]) {
    this.#properties = new Map(
      kinds.flatMap(({ singular, properties }) =>
        properties.map((property) => [`${singular} ${property.name}`, property] as const),
      ),
    );
  }

  ofEntity(claims: readonly ClaimRecord[]): readonly ConflictRecord[] {
    return [...new Set(claims.map(({ property }) => property))].flatMap((name) => {
      const ofProperty = claims.filter(({ property }) => property === name);
      if (ofProperty.length < 2) return [];
      const { subject } = ofProperty[0]!;
      return conflictsAmong(ofProperty, this.#properties.get(`${subject.slice(0, subject.indexOf('/'))} ${name}`)!);
    });
  }
}

/** What a comparison found: the kind, and why, said of the two values. */
interface Finding {
  readonly kind: ConflictKind;
  readonly why: Phrase;
}

const agreeing = (vi: string, en: string): Finding => ({ kind: 'COMPATIBLE', why: { vi, en } });

const CONTRADICTION: Finding = {
  kind: 'CONTRADICTION',
  why: { vi: 'không thể cùng đúng', en: 'they cannot both be true' },
};

function compare(one: ClaimRecord, other: ClaimRecord, { leaf }: PropertyDeclaration): Finding | undefined {
  const isSame = leaf.write(one.value) === leaf.write(other.value);
  const denials = [one, other].filter(({ modality }) => modality === 'DENIED').length;
  if (denials === 1 && isSame) {
    return {
      kind: 'CONTRADICTION',
      why: { vi: 'một bên phủ nhận điều bên kia nói', en: 'one denies what the other says' },
    };
  }
  if (isSame) return undefined;
  const finding = compareValues(one.value, other.value, leaf.family);
  if (finding?.kind !== 'CONTRADICTION') return finding;
  if (denials > 0) return agreeing('một bên chỉ phủ nhận một giá trị khác', 'one only denies another value');
  return one.modality === other.modality ? finding : unlikeModalities(one, other);
}

/** A plan, a target or an estimate may come out otherwise. */
function unlikeModalities(...claims: readonly ClaimRecord[]): Finding {
  const has = (modality: ClaimRecord['modality']) => claims.some((claim) => claim.modality === modality);
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
  if (mine[0] <= theirs[1] && theirs[0] <= mine[1])
    return agreeing('con số này nằm trong khoảng mà con số kia cho phép', 'one lies within what the other allows');
  const isPlain = ![one, other].some(({ comparator }) => comparator !== 'EXACTLY' && comparator !== 'ABOUT');
  return isPlain && (isRounding(one.amount, other.amount) || isRounding(other.amount, one.amount))
    ? agreeing('một con số là con số kia làm tròn', 'one is the other rounded')
    : CONTRADICTION;
}

/** “About” and “nearly” are taken to be right within a tenth. */
function rangeOf(quantity: Quantity): readonly [lower: number, upper: number] {
  const amount = Number(quantity.amount);
  const tenth = Math.abs(amount) / 10;
  if (quantity.comparator === 'ABOUT') return [amount - tenth, amount + tenth];
  if (quantity.comparator === 'NEARLY') return [amount - tenth, amount];
  const { lower, upper } = quantityBounds(quantity);
  return [lower === undefined ? -Infinity : Number(lower), upper === undefined ? Infinity : Number(upper)];
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

function conflictOf(
  one: ClaimRecord,
  other: ClaimRecord,
  property: PropertyDeclaration,
  { kind, why }: Finding,
): ConflictRecord {
  const { subject } = one;
  const preferred = preferredOf(one, other);
  const start = `claim/${subject.replace('/', '.')}/${property.name}/`;
  return {
    id: `conflict/${withoutStart(one.id, 'claim/')}--${withoutStart(other.id, start)}`,
    subject,
    property: property.name,
    kind,
    claims: [one.id, other.id],
    ...(preferred && { preferred: preferred.id }),
    reasons: reasonsOf(one, other, property, why),
  };
}

function withoutStart(text: string, start: string): string {
  return text.startsWith(start) ? text.slice(start.length) : text;
}

/** The one that editors prefer, or the only one that they did not deprecate. */
function preferredOf(one: ClaimRecord, other: ClaimRecord): ClaimRecord | undefined {
  if (one.rank === other.rank) return undefined;
  const ranks = ['PREFERRED', 'NORMAL', 'DEPRECATED'];
  return ranks.indexOf(one.rank) < ranks.indexOf(other.rank) ? one : other;
}

/** `October 2005 and 2015: they cannot both be true. The editors say: …` */
function reasonsOf(one: ClaimRecord, other: ClaimRecord, { leaf }: PropertyDeclaration, why: Phrase): Phrase {
  const said = [...new Set([one, other].flatMap(({ rankReason }) => rankReason ?? []))];
  const sentence = (language: 'vi' | 'en') => {
    const [and, editors] = language === 'en' ? ['and', 'The editors say:'] : ['và', 'Người biên tập ghi:'];
    const values = [one, other].map((claim) => {
      const text = valueText(claim.value, leaf.family, language) ?? leaf.write(claim.value);
      return one.origin === other.origin ? text : `${text} (${ORIGINS[claim.origin][language]})`;
    });
    return [`${values.join(` ${and} `)}: ${why[language]}.`, ...said.map((reason) => `${editors} ${reason}`)].join(' ');
  };
  return { vi: sentence('vi'), en: sentence('en') };
}

const ORIGINS: Readonly<Record<Origin, Phrase>> = {
  DOCUMENT: { vi: 'theo tài liệu', en: 'in the documents' },
  REFERENCE: { vi: 'theo dữ liệu tham chiếu', en: 'in reference data' },
};

function valueText(value: unknown, family: string, language: 'vi' | 'en'): string | undefined {
  if (family === 'date') return dateText((value as PartialDate).edtf, language);
  if (family === 'quantity') return quantityText(value as Quantity, language);
  return family === 'interval' ? intervalText(value as Interval) : undefined;
}
