import { useFootnotes } from './footnotes.js';
import { Written } from './written.js';

/** Footnotes in their order, numbered, in the language of the page as far as the graph has the words. */
export function FootnoteList({ footnotes }: { footnotes: readonly string[] }) {
  const tell = useFootnotes();
  if (footnotes.length === 0) return null;
  return (
    <ol className="footnotes">
      {footnotes.map((footnote) => (
        <li key={footnote}>
          <Written text={tell(footnote)} isNamed={false} />
        </li>
      ))}
    </ol>
  );
}
