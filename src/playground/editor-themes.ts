import type { editor } from 'monaco-editor';

type Palette = Record<'ink' | 'muted' | 'accent' | 'name' | 'number' | 'word' | 'surface' | 'soft' | 'line', string>;

/** The page's colours (style.css), as monaco wants them. */
const palettes: Record<'light' | 'dark', Palette> = {
  light: {
    ink: '1e2124',
    muted: '63676c',
    accent: '0d655b',
    name: '2b4f86',
    number: '8a4a0b',
    word: '6b3f96',
    surface: 'ffffff',
    soft: 'e4f0ed',
    line: 'e3e0d8',
  },
  dark: {
    ink: 'e6e4de',
    muted: '9aa1a7',
    accent: '78cdbf',
    name: '9dbdec',
    number: 'e2b478',
    word: 'c6abee',
    surface: '1b1f22',
    soft: '20383a',
    line: '2f353a',
  },
};

const themeOf = (base: 'vs' | 'vs-dark', palette: Palette): editor.IStandaloneThemeData => ({
  base,
  inherit: true,
  rules: [
    { token: '', foreground: palette.ink },
    { token: 'comment', foreground: palette.muted },
    { token: 'keyword.gql', foreground: palette.word },
    { token: 'key.identifier.gql', foreground: palette.ink },
    { token: 'argument.identifier.gql', foreground: palette.name },
    { token: 'type.identifier.gql', foreground: palette.number },
    { token: 'variable', foreground: palette.number },
    { token: 'string', foreground: palette.accent },
    { token: 'string.key.json', foreground: palette.name },
    { token: 'string.value.json', foreground: palette.accent },
    { token: 'number', foreground: palette.number },
    { token: 'keyword.json', foreground: palette.word },
  ],
  colors: {
    'editor.background': `#${palette.surface}`,
    'editor.foreground': `#${palette.ink}`,
    'editorLineNumber.foreground': `#${palette.muted}`,
    'editorLineNumber.activeForeground': `#${palette.ink}`,
    'editorWidget.background': `#${palette.surface}`,
    'editorWidget.border': `#${palette.line}`,
    'editorSuggestWidget.background': `#${palette.surface}`,
    'editorSuggestWidget.border': `#${palette.line}`,
    'editorSuggestWidget.selectedBackground': `#${palette.soft}`,
    'editorSuggestWidget.selectedForeground': `#${palette.ink}`,
    'editorSuggestWidget.highlightForeground': `#${palette.accent}`,
    'editorSuggestWidget.focusHighlightForeground': `#${palette.accent}`,
    'editorHoverWidget.background': `#${palette.surface}`,
    'editorHoverWidget.border': `#${palette.line}`,
    'list.hoverBackground': `#${palette.soft}`,
    'textLink.foreground': `#${palette.accent}`,
    ...Object.fromEntries(
      [1, 2, 3, 4, 5, 6].map((depth) => [`editorBracketHighlight.foreground${depth}`, `#${palette.muted}`]),
    ),
    focusBorder: `#${palette.accent}`,
    'scrollbar.shadow': '#00000000',
  },
});

/** Monaco's themes by the names under which GraphiQL looks for them. */
export const editorThemes: Readonly<Record<string, editor.IStandaloneThemeData>> = {
  'graphiql-LIGHT': themeOf('vs', palettes.light),
  'graphiql-DARK': themeOf('vs-dark', palettes.dark),
};
