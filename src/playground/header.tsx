import type { ReactNode } from 'react';
import type { Graph } from './app.js';
import type { ThemeChoice } from './preferences.js';
import { kindName, useWords, type Language } from './words.js';

const LANGUAGES: readonly { id: Language; name: string }[] = [
  { id: 'vi', name: 'Tiếng Việt' },
  { id: 'en', name: 'English' },
];

/** A release named by a digest is told from others by its beginning, as the server's own messages do. */
const shorten = (release: string): string => (/^[0-9a-f]{12,}$/.test(release) ? release.slice(0, 8) : release);

/** The name, what one can search for, what the graph holds, and the choices of language and colours. */
export function Header(props: {
  graph: Graph;
  language: Language;
  onLanguage: (language: Language) => void;
  theme: ThemeChoice;
  onTheme: (theme: ThemeChoice) => void;
  /** What leads into the graph without a question. */
  children: ReactNode;
}) {
  const { graph, language, theme } = props;
  const words = useWords();
  return (
    <header className="top">
      <div className="top-name">
        <h1>Entente</h1>
        <p>{words.tagline}</p>
      </div>
      <div className="top-choices">
        <div role="group" aria-label={words.language} className="segments">
          {LANGUAGES.map(({ id, name }) => (
            <button
              key={id}
              type="button"
              lang={id}
              aria-pressed={id === language}
              onClick={() => props.onLanguage(id)}
            >
              {name}
            </button>
          ))}
        </div>
        <select
          aria-label={words.theme}
          value={theme}
          onChange={(event) => props.onTheme(event.target.value as ThemeChoice)}
        >
          {(['system', 'light', 'dark'] as const).map((one) => (
            <option key={one} value={one}>
              {words.themes[one]}
            </option>
          ))}
        </select>
      </div>
      <div role="search" className="top-search">
        {props.children}
      </div>
      {graph.state === 'known' && (
        <p className="top-graph">
          <span title={graph.info.release}>{words.release(shorten(graph.info.release), graph.info.date)}</span>
          {graph.info.counts
            .filter(({ count }) => count > 0)
            .map(({ key, count }) => (
              <span key={key}>
                <b>{count.toLocaleString(language)}</b> {kindName(key, language)}
              </span>
            ))}
        </p>
      )}
    </header>
  );
}
