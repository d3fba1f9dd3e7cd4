import type { Standing } from './subgraph.js';

/** Colours of a drawing, outside of the kinds. */
export interface Palette {
  readonly theme: 'light' | 'dark';
  readonly paper: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly bad: string;
  readonly accent: string;
}

/** How the line of a fact looks. */
export const lineOf = (standing: Standing, palette: Palette): { colour: string; dash: readonly number[] } => {
  if (standing === 'disputed') return { colour: palette.bad, dash: [2, 3] };
  if (standing === 'planned') return { colour: palette.accent, dash: [7, 4] };
  return { colour: palette.muted, dash: standing === 'estimated' ? [1, 3] : [] };
};

/** The radius of a node: one of many relations is larger, and each is smaller where it has fewer pixels of the canvas. */
export const radiusOf = (degree: number, pixels = Infinity): number =>
  Math.min(8.5 + 2.2 * Math.sqrt(degree), 24) * Math.max(0.5, Math.min(1, Math.sqrt(pixels) / 85));
