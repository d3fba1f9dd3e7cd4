import type { Language } from '../words.js';

/** The corners of a shape within the square from -1 to 1; `round` and `sheet` are a circle and a rounded rectangle. */
export type Shape = 'round' | 'sheet' | readonly (readonly [x: number, y: number])[];

/** How an entity kind is drawn: told apart by shape as well as by colour. */
export interface KindStyle {
  readonly shape: Shape;
  readonly colour: Readonly<Record<'light' | 'dark', string>>;
  readonly name: Readonly<Record<Language, string>>;
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

const regular = (corners: number, turn = 0): Shape =>
  Array.from({ length: corners }, (_, index) => {
    const angle = (2 * Math.PI * (index + turn)) / corners - Math.PI / 2;
    return [round(Math.cos(angle)), round(Math.sin(angle))] as const;
  });

const star: Shape = Array.from({ length: 10 }, (_, index) => {
  const angle = (Math.PI * index) / 5 - Math.PI / 2;
  const radius = index % 2 === 0 ? 1 : 0.48;
  return [round(radius * Math.cos(angle)), round(radius * Math.sin(angle))] as const;
});

const square: Shape = [[-0.8, -0.8], [0.8, -0.8], [0.8, 0.8], [-0.8, 0.8]]; // prettier-ignore
const arrow: Shape = [[-0.9, -0.65], [0.3, -0.65], [1, 0], [0.3, 0.65], [-0.9, 0.65]]; // prettier-ignore
const slanted: Shape = [[-0.55, -0.75], [1, -0.75], [0.55, 0.75], [-1, 0.75]]; // prettier-ignore
const cross: Shape = [[-0.35, -0.95], [0.35, -0.95], [0.35, -0.35], [0.95, -0.35], [0.95, 0.35], [0.35, 0.35], [0.35, 0.95], [-0.35, 0.95], [-0.35, 0.35], [-0.95, 0.35], [-0.95, -0.35], [-0.35, -0.35]]; // prettier-ignore

/** Every kind that Entente brings, in the order of the legend. */
const styles: Readonly<Record<string, KindStyle>> = {
  COUNTRY: style(regular(6), '#8c2f45', '#e08fa2', 'quốc gia', 'country'),
  PROVINCE: style('round', '#0d655b', '#6cc5b6', 'tỉnh thành', 'province'),
  PARTY: style(star, '#b5402f', '#f0917f', 'đảng', 'party'),
  LEADER: style(regular(5), '#2b5a9e', '#8db5f0', 'lãnh đạo', 'leader'),
  OFFICE: style(arrow, '#4a6d8c', '#9cbcd8', 'chức vụ', 'office'),
  ORGANIZATION: style(regular(8, 0.5), '#5d4a94', '#b3a2e6', 'tổ chức', 'organization'),
  AGREEMENT: style('sheet', '#9a5410', '#e3ac6a', 'văn kiện', 'agreement'),
  MECHANISM: style(regular(4), '#6d6b16', '#cbc85f', 'cơ chế', 'mechanism'),
  MEETING: style(regular(3), '#38783a', '#8ecb8f', 'cuộc họp', 'meeting'),
  VISIT: style(slanted, '#1b7288', '#74c4d9', 'chuyến thăm', 'visit'),
  EVENT: style(cross, '#a33f78', '#e596c3', 'sự kiện', 'event'),
  FIGURE: style(square, '#5f6368', '#b3b8bd', 'số liệu', 'figure'),
  TOPIC: style(regular(6, 0.5), '#7a5a3c', '#cfae8d', 'lĩnh vực', 'topic'),
  SOURCE: style(regular(3, 1.5), '#3f4a54', '#c3ccd4', 'nguồn', 'source'),
};

const OTHER: KindStyle = style(regular(7), '#555b60', '#b9bec2', '', '');

function style(shape: Shape, light: string, dark: string, vi: string, en: string): KindStyle {
  return { shape, colour: { light, dark }, name: { vi, en } };
}

/** How a kind is drawn; kinds of one's own share a shape. */
export const styleOf = (kind: string): KindStyle => styles[kind] ?? OTHER;

/** What one entity of a kind is called; a kind of one's own by its own name. */
export const nameOfKind = (kind: string, language: Language): string =>
  styleOf(kind).name[language] || kind.toLowerCase().replaceAll('_', ' ');

/** Kinds in the order of the legend, those of one's own last. */
export const inLegendOrder = (kinds: Iterable<string>): string[] => {
  const order = Object.keys(styles);
  const place = (kind: string) => (order.includes(kind) ? order.indexOf(kind) : order.length);
  return [...new Set(kinds)].toSorted((a, b) => place(a) - place(b) || a.localeCompare(b));
};

/** The outline of a shape as an SVG path, around a point. */
export function pathOf(shape: Shape, x: number, y: number, radius: number): string {
  const at = (dx: number, dy: number) => `${round(x + dx * radius)} ${round(y + dy * radius)}`;
  if (shape === 'round') {
    const arc = `A${radius} ${radius} 0 1 1`;
    return `M${at(-1, 0)}${arc} ${at(1, 0)}${arc} ${at(-1, 0)}Z`;
  }
  if (shape === 'sheet') {
    const corner = round(radius * 0.25);
    const arc = `A${corner} ${corner} 0 0 1`;
    return `M${at(-0.55, -1)}H${round(x + 0.5 * radius)}${arc} ${at(0.75, -0.75)}V${round(y + 0.75 * radius)}${arc} ${at(0.5, 1)}H${round(x - 0.5 * radius)}${arc} ${at(-0.75, 0.75)}V${round(y - 0.75 * radius)}${arc} ${at(-0.5, -1)}Z`;
  }
  return `M${shape.map(([dx, dy]) => at(dx, dy)).join('L')}Z`;
}
