import { useHistory, useHistoryActions } from '@graphiql/plugin-history';
import type { Question } from './api.js';
import { useWords } from './words.js';

/** The questions asked in this browser, the latest first, those kept with a star above the others. */
export function PastQuestions({ onOpen }: { onOpen: (question: Question) => void }) {
  const words = useWords();
  const { toggleFavorite, deleteFromHistory } = useHistoryActions();
  const latest = useHistory().toReversed();
  const items = [...latest.filter(({ favorite }) => favorite), ...latest.filter(({ favorite }) => !favorite)];
  return (
    <>
      <h2 className="for-ears">{words.railTabs.history}</h2>
      {items.length === 0 && <p className="muted">{words.noHistory}</p>}
      <ul className="past">
        {items.map((item) => {
          const { query = '', variables = '', operationName, favorite } = item;
          const name = nameOf(query, operationName);
          return (
            <li key={JSON.stringify([query, variables, operationName, favorite])}>
              <button type="button" className="past-name" onClick={() => onOpen({ query, variables, operationName })}>
                {name}
                {variables.trim() && <small>{oneLine(variables)}</small>}
              </button>
              <button
                type="button"
                aria-label={words.keep(name)}
                aria-pressed={favorite ?? false}
                onClick={() => toggleFavorite(item)}
              >
                {favorite ? '★' : '☆'}
              </button>
              <button type="button" aria-label={words.forget(name)} onClick={() => deleteFromHistory(item)}>
                ×
              </button>
            </li>
          );
        })}
      </ul>
      {items.length > 0 && (
        <button
          type="button"
          className="quiet"
          onClick={() => latest.forEach((item) => item.favorite || deleteFromHistory(item))}
        >
          {words.forgetAll}
        </button>
      )}
    </>
  );
}

/** The operation's name, else the beginning of the query. */
const nameOf = (query: string, operationName: string | undefined): string =>
  operationName ?? /^\s*query\s+(\w+)/m.exec(query)?.[1] ?? oneLine(query.replaceAll(/^\s*#.*$/gm, ''));

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().slice(0, 120);
