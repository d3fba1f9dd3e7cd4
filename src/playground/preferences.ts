import { createContext, useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { words, type Language } from './words.js';

/** The reader's choice of colours; `system` follows the device. */
export type ThemeChoice = 'system' | 'light' | 'dark';

/** A choice kept in this browser, where it allows keeping. */
function useKept<T extends string>(key: string, initial: T, allowed: readonly T[]): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => allowed.find((one) => one === read(`entente:${key}`)) ?? initial);
  const keep = (next: T) => {
    setValue(next);
    write(`entente:${key}`, next);
  };
  return [value, keep];
}

/** The language of the page: as chosen, else Vietnamese for browsers set to it, else English. */
export function useLanguage(): [Language, (language: Language) => void] {
  const preferred: Language = navigator.language.toLowerCase().startsWith('vi') ? 'vi' : 'en';
  const [language, setLanguage] = useKept<Language>('language', preferred, ['vi', 'en']);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = `Entente: ${words[language].tagline}`;
  }, [language]);
  return [language, setLanguage];
}

/** The colours that the page shows, for what CSS cannot colour. */
export const ThemeContext = createContext<'light' | 'dark'>('light');

const systemDark = matchMedia('(prefers-color-scheme: dark)');

/** The colours of the page: the reader's choice, and what it comes to. */
export function useTheme(): { choice: ThemeChoice; theme: 'light' | 'dark'; choose: (choice: ThemeChoice) => void } {
  const [choice, choose] = useKept<ThemeChoice>('theme', 'system', ['system', 'light', 'dark']);
  const isSystemDark = useSyncExternalStore(
    (onChange) => {
      systemDark.addEventListener('change', onChange);
      return () => systemDark.removeEventListener('change', onChange);
    },
    () => systemDark.matches,
  );
  const theme = choice === 'system' ? (isSystemDark ? 'dark' : 'light') : choice;
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  return { choice, theme, choose };
}

/** Whether a media query holds. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const media = matchMedia(query);
      media.addEventListener('change', onChange);
      return () => media.removeEventListener('change', onChange);
    },
    () => matchMedia(query).matches,
  );
}

/** What was kept in this browser; nothing where storage is forbidden. */
export function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a value in this browser; does nothing where storage is forbidden or full. */
export function write(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // The page works without memory.
  }
}
