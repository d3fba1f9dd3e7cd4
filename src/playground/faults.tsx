import type { Fault } from './api.js';
import { useWords } from './words.js';

/** The errors of an answer: what is wrong, and where in the question and in the answer. */
export function Faults(props: {
  faults: readonly Fault[];
  query: string;
  isPartial: boolean;
  onShow: (line: number, column: number) => void;
}) {
  const words = useWords();
  const lines = props.query.split('\n');
  return (
    <div className="message bad" role="alert">
      <h3>{words.faults(props.faults.length)}</h3>
      <ul className="faults">
        {props.faults.map(({ message, path, locations, extensions }, index) => (
          <li key={index}>
            <p className="fault">
              {message} {extensions?.code && <span className="code-chip">{extensions.code}</span>}
            </p>
            {path && path.length > 0 && (
              <p className="muted">
                {words.faultIn} <span className="code">{path.join(' › ')}</span>
              </p>
            )}
            {locations?.map(({ line, column }) => (
              <p key={`${line}:${column}`} className="fault-place">
                <button type="button" className="link" onClick={() => props.onShow(line, column)}>
                  {words.faultAt(line, column)}
                </button>
                {lines[line - 1] !== undefined && <code>{lines[line - 1]?.trim()}</code>}
              </p>
            ))}
          </li>
        ))}
      </ul>
      {props.isPartial && <p>{words.partial}</p>}
    </div>
  );
}
