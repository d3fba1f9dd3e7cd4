import { useMemo } from 'react';
import { CopyButton } from '../copy.js';
import { useWords } from '../words.js';
import type { View, ViewProps } from './view.js';

/** Above this many characters the text is shown in one colour: a page of a hundred thousand spans is slow. */
const COLOURED_AT_MOST = 200_000;

/** The response as JSON: pretty, coloured, to be copied. */
export const json: View = {
  id: 'json',
  title: { vi: 'JSON', en: 'JSON' },
  canShow: () => true,
  needs: { vi: 'một câu trả lời', en: 'an answer' },
  Component: Json,
};

function Json({ answered: { answer } }: ViewProps) {
  const words = useWords();
  const text = useMemo(() => JSON.stringify(answer, null, 2), [answer]);
  return (
    <>
      <div className="view-bar">
        <CopyButton label={words.copyJson} text={() => text} />
      </div>
      <pre className="json" tabIndex={0} role="region" aria-label="JSON">
        <code>{text.length > COLOURED_AT_MOST ? text : [...coloured(text)]}</code>
      </pre>
    </>
  );
}

const TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(true|false|null)\b|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)/g;

/** JSON text as spans, one for each key and value. */
function* coloured(text: string) {
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [token, string, colon, word] = match;
    if (match.index > end) yield text.slice(end, match.index);
    const kind = string ? (colon ? 'key' : 'string') : word ? 'word' : 'number';
    yield (
      <span key={match.index} className={`json-${kind}`}>
        {string ?? token}
      </span>
    );
    if (colon) yield colon;
    end = match.index + token.length;
  }
  yield text.slice(end);
}
