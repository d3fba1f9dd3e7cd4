import { plainDecimal, type Comparator, type Quantity } from '../model/quantity.js';

/** Where a quantity is looked for. */
export interface QuantityOptions {
  /** Whatever word stands before the amount will do. */
  readonly anyComparator?: boolean;
  /** A small amount may be in words: “hai văn kiện”, “lớn nhất”. Only in words chosen by an editor is that safe. */
  readonly numerals?: boolean;
}

/**
 * The ways in which Vietnamese and English texts spell a quantity, as one pattern for searchable text: 10,57 ty,
 * 10.57 ty, 10.570 trieu, 950 trieu, 84%, 84 %. What is over, about or nearly an amount needs the word for it, and an
 * exact amount must not have one. The unit need not stand there, but a per cent sign must.
 */
export function quantitySpelling(quantity: Quantity, { anyComparator, numerals }: QuantityOptions = {}): RegExp {
  const { amount, unit, comparator } = quantity;
  const figures = SCALES.flatMap(([power, words]) => {
    const number = movePoint(amount, power);
    if (number === undefined) return [];
    return numberPattern(number) + (power === 0 ? NO_SCALE : ` ?(?:${words})(?![\\p{L}\\p{M}])`);
  });
  const perCent = unit === '%' ? '\\s?(?:%|phan tram|per cent|percent)' : '(?!\\s?(?:%|phan tram))';
  const spelled = [`(?:${figures.join('|')})${perCent}`, ...(numerals ? numeralsOf(quantity) : [])];
  const exactly = anyComparator ? '' : `(?<!${ANY_COMPARATOR} )`;
  const before = comparator === 'EXACTLY' || anyComparator ? exactly : `(?:${WORDS[comparator]})(?: \\p{L}+){0,2} `;
  return new RegExp(`(?<![\\p{L}\\d]|\\d[.,])${before}(?:${spelled.join('|')})`, 'u');
}

/** A whole number as a text spells it: 12, or, as an ordinal, thứ hai, lần thứ ba. */
export function integerSpelling(value: number): RegExp {
  const numeral = NUMERALS[value];
  return new RegExp(
    `(?<![\\p{L}\\d]|\\d[.,/])(?:${numberPattern(String(value))}${numeral ? `|(?:thu|lan) (?:${numeral})` : ''})(?![\\p{L}\\d])`,
    'u',
  );
}

const WORDS: Readonly<Record<Exclude<Comparator, 'EXACTLY'>, string>> = {
  OVER: 'tren|hon|vuot|qua|over|more than',
  AT_LEAST: 'it nhat|toi thieu|tu|at least',
  UNDER: 'duoi|chua den|chua toi|under|less than',
  AT_MOST: 'top|nhieu nhat|toi da|khong qua|at most|up to',
  ABOUT: 'khoang|chung|uoc|uoc tinh|uoc dat|xap xi|about|some',
  NEARLY: 'gan|xap xi|nearly|almost',
};

/** Words that make an amount that follows them something other than exact. */
const ANY_COMPARATOR = '(?:tren|hon|vuot|duoi|khoang|xap xi|gan|over|under|about|nearly|almost|it nhat|toi da)';

const SCALES = [
  [0, ''],
  [3, 'nghin|ngan|thousand'],
  [6, 'trieu|million'],
  [9, 'ty|ti|billion'],
  [12, 'nghin ty|ngan ty|trillion'],
] as const;

/** What must not follow an amount in plain figures, since it would make it a greater one. */
const NO_SCALE = '(?!\\d)(?! ?(?:nghin|ngan|trieu|ty|ti|thousand|million|billion|trillion)(?![\\p{L}\\p{M}]))';

/** Vietnamese numerals from 0 to 10, folded; the first of a rank has words of its own. */
const NUMERALS = ['khong', 'mot|nhat|dau', 'hai|nhi', 'ba', 'bon|tu', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi'];

function numeralsOf({ amount, unit }: Quantity): readonly string[] {
  if (unit === '%') return amount === '100' ? ['(?:hoan thanh|toan bo|tat ca|het)(?!\\p{L})'] : [];
  const numeral = /^\d+$/.test(amount) ? NUMERALS[Number(amount)] : undefined;
  return numeral ? [`(?:${numeral})(?!\\p{L})`] : [];
}

/** The number with or without its thousands apart and with a comma or a point before its fraction. */
function numberPattern(number: string): string {
  const [whole, fraction] = number.split('.') as [string, string?];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '[., ]?');
  return fraction ? `${grouped}[.,]${fraction}0*(?!\\d)` : `${grouped}(?:[.,]0+)?(?!\\d|[.,]\\d)`;
}

/** The amount divided by a power of ten; `undefined` where no one would write it so. */
function movePoint(amount: string, power: number): string | undefined {
  if (power === 0) return amount;
  const [whole, fraction = ''] = amount.split('.') as [string, string?];
  const padded = whole.padStart(power + 1, '0');
  const moved = plainDecimal(`${padded.slice(0, -power)}.${padded.slice(-power)}${fraction}`)!;
  return /\.0{2}|\.\d{5}/.test(moved) || moved === '0' ? undefined : moved;
}
