import type { Language } from './partial-date.js';

/** How a stated amount stands to the real one. */
export type Comparator = 'EXACTLY' | 'OVER' | 'AT_LEAST' | 'UNDER' | 'AT_MOST' | 'ABOUT' | 'NEARLY';

/** A quantity as it is stated. */
export interface Quantity {
  /** A decimal number in plain digits, exact: `10570000000`, `2.94`. */
  readonly amount: string;
  /** A currency (ISO 4217), `%`, or the thing that is counted. */
  readonly unit: string;
  readonly comparator: Comparator;
}

/** The bounds that a stated quantity sets, both included; `undefined` where it sets none. */
export function quantityBounds({ amount, comparator }: Quantity): { readonly lower?: string; readonly upper?: string } {
  switch (comparator) {
    case 'EXACTLY':
      return { lower: amount, upper: amount };
    case 'OVER':
    case 'AT_LEAST':
      return { lower: amount };
    case 'UNDER':
    case 'AT_MOST':
    case 'NEARLY':
      return { upper: amount };
    case 'ABOUT':
      return {};
  }
}

/** A decimal number in plain digits, without needless zeros; `undefined` where the text is none. */
export function plainDecimal(text: string): string | undefined {
  const match = /^(-?)0*(\d+)(?:\.(\d*?)0*)?$/.exec(text.trim());
  if (!match) return undefined;
  const [, sign, whole, fraction] = match as unknown as [string, string, string, string?];
  const plain = fraction ? `${whole}.${fraction}` : whole;
  return plain === '0' ? plain : sign + plain;
}

/** A quantity in words: `trên 10,57 tỷ USD`, `over 10.57 billion USD`. */
export function quantityText({ amount, unit, comparator }: Quantity, language: Language): string {
  const number = scaledNumber(amount, language);
  const word = COMPARATORS[comparator][language === 'en' ? 1 : 0];
  return `${word}${number}${unit === '%' ? '%' : ` ${unit}`}`;
}

const COMPARATORS: Readonly<Record<Comparator, readonly [vi: string, en: string]>> = {
  EXACTLY: ['', ''],
  OVER: ['trên ', 'over '],
  AT_LEAST: ['ít nhất ', 'at least '],
  UNDER: ['dưới ', 'under '],
  AT_MOST: ['nhiều nhất ', 'at most '],
  ABOUT: ['khoảng ', 'about '],
  NEARLY: ['gần ', 'nearly '],
};

const SCALES = [
  [9, 'tỷ', 'billion'],
  [6, 'triệu', 'million'],
] as const;

function scaledNumber(amount: string, language: Language): string {
  const digits = amount.replace('-', '').split('.')[0]!.length;
  const scale = SCALES.find(([power]) => digits > power);
  const number = scale ? movePoint(amount, scale[0]) : amount;
  const [whole, fraction] = number.split('.') as [string, string?];
  const [group, point] = language === 'en' ? [',', '.'] : ['.', ','];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  const written = fraction ? `${grouped}${point}${fraction}` : grouped;
  return scale ? `${written} ${scale[language === 'en' ? 2 : 1]}` : written;
}

/** The amount divided by a power of ten, exactly. */
function movePoint(amount: string, power: number): string {
  const [whole, fraction = ''] = amount.replace('-', '').split('.') as [string, string?];
  const padded = whole.padStart(power + 1, '0');
  const moved = plainDecimal(`${padded.slice(0, -power)}.${padded.slice(-power)}${fraction}`)!;
  return amount.startsWith('-') ? `-${moved}` : moved;
}
