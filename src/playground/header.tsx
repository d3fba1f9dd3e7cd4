import type { ReactNode } from 'react';
import type { ThemeChoice } from './preferences.js';
import { useWords, type Language } from './words.js';

const LANGUAGES: readonly { id: Language; name: string }[] = [
  { id: 'vi', name: 'Tiếng Việt' },
  { id: 'en', name: 'English' },
];

/** The name, what one can search for, and the choices of language and colours. */
export function Header(props: {
  language: Language;
  onLanguage: (language: Language) => void;
  theme: ThemeChoice;
  onTheme: (theme: ThemeChoice) => void;
  /** What leads into the graph without a question. */
  children: ReactNode;
}) {
  const { language, theme } = props;
  const words = useWords();
  return (
    <header className="top">
      <div className="top-name">
        <h1>Entente</h1>
        <p>{words.tagline}</p>
      </div>
      <div role="search" className="top-search">
        {props.children}
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
    </header>
  );
}
