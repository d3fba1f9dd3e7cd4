import { useContext, useState } from 'react';
import type { Example, GraphInfo } from './api.js';
import { Tabs } from './tabs.js';
import { kindName, LanguageContext, themeName, useWords } from './words.js';

/** What the rail shows: example questions, the documentation of the schema, or the questions asked before. */
export type RailTab = 'examples' | 'schema' | 'history';

/** The column of things to look up. Schema and history are drawn by the editor into the slot, once it is loaded. */
export function Rail(props: {
  /** What the graph says about itself, once known. */
  graph: GraphInfo | undefined;
  current: string | undefined;
  onOpen: (example: Example) => void;
  tab: RailTab;
  onTab: (tab: RailTab) => void;
  onSlot: (slot: HTMLElement | null) => void;
}) {
  const { graph, tab } = props;
  const words = useWords();
  const language = useContext(LanguageContext);
  const [isOpen, setOpen] = useState(false);
  const open = (example: Example) => {
    setOpen(false);
    props.onOpen(example);
  };
  return (
    <section className={isOpen ? 'rail open' : 'rail'} aria-label={words.rail}>
      <button
        type="button"
        className="rail-toggle"
        aria-expanded={isOpen}
        aria-controls="rail-body"
        onClick={() => setOpen(!isOpen)}
      >
        {words.chooseExample}
      </button>
      <div id="rail-body" className="rail-body">
        <Tabs
          name="rail"
          label={words.rail}
          tabs={(['examples', 'schema', 'history'] as const).map((id) => ({ id, title: words.railTabs[id] }))}
          current={tab}
          onChoose={props.onTab}
        />
        <div
          id="rail-panel"
          role="tabpanel"
          aria-labelledby={`rail-tab-${tab}`}
          className="rail-panel"
          tabIndex={tab === 'examples' ? -1 : 0}
        >
          {tab === 'examples' && graph && (
            <Examples examples={graph.examples} language={language} current={props.current} onOpen={open} />
          )}
          {tab !== 'examples' && (
            <div ref={props.onSlot} className="graphiql-container rail-slot" data-waiting={words.editorNeeded} />
          )}
        </div>
        {graph && <Holdings graph={graph} />}
      </div>
    </section>
  );
}

/** A release named by a digest is told from others by its beginning, as the server's own messages do. */
const shorten = (release: string): string => (/^[0-9a-f]{12,}$/.test(release) ? release.slice(0, 8) : release);

/** Which release is asked, and how much of what it holds, for those who want to know. */
function Holdings({ graph: { release, date, counts } }: { graph: GraphInfo }) {
  const words = useWords();
  const language = useContext(LanguageContext);
  return (
    <details className="rail-graph">
      <summary title={release}>{words.release(shorten(release), date)}</summary>
      <ul>
        {counts
          .filter(({ count }) => count > 0)
          .map(({ key, count }) => (
            <li key={key}>
              <b>{count.toLocaleString(language)}</b> {kindName(key, language)}
            </li>
          ))}
      </ul>
    </details>
  );
}

function Examples(props: {
  examples: readonly Example[];
  language: 'vi' | 'en';
  current: string | undefined;
  onOpen: (example: Example) => void;
}) {
  const words = useWords();
  const themes = new Set(props.examples.map(({ theme }) => theme));
  return (
    <>
      <h2 className="for-ears">{words.examples}</h2>
      {props.examples.length === 0 && <p className="muted">{words.noExamples}</p>}
      {[...themes].map((theme) => (
        <section key={theme} className="theme">
          <h3>{themeName(theme, props.language)}</h3>
          <ul>
            {props.examples
              .filter((example) => example.theme === theme)
              .map((example) => (
                <li key={example.id}>
                  <button
                    type="button"
                    aria-current={example.id === props.current ? 'true' : undefined}
                    onClick={() => props.onOpen(example)}
                  >
                    {example.title[props.language]}
                  </button>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}
