/** From and up to which paragraph, both included. */
export type ParagraphRange = readonly [first: number, last: number];

/** Paragraphs as a source writes them, `1-33, 35`; `undefined` where that is no list of numbers and ranges. */
export function readParagraphRanges(text: string): readonly ParagraphRange[] | undefined {
  const ranges = text.split(',').map((part): ParagraphRange | undefined => {
    const [, first, last = first] = /^\s*([1-9]\d{0,8})(?:\s*[-–]\s*([1-9]\d{0,8}))?\s*$/.exec(part) ?? [];
    return first && Number(first) <= Number(last) ? [Number(first), Number(last)] : undefined;
  });
  return ranges.includes(undefined) ? undefined : (ranges as readonly ParagraphRange[]);
}

/** Whether a paragraph is in one of the ranges. */
export function includesParagraph(ranges: readonly ParagraphRange[], paragraph: number): boolean {
  return ranges.some(([first, last]) => first <= paragraph && paragraph <= last);
}
