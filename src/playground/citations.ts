/** The footnotes found anywhere in an answer, each once, in the order in which they appear. */
export function footnotesOf(data: unknown): string[] {
  const footnotes = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (!Array.isArray(value) && 'footnote' in value && typeof value.footnote === 'string')
      footnotes.add(value.footnote);
    Object.values(value).forEach(visit);
  };
  visit(data);
  return [...footnotes];
}
