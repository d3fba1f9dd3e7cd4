import './explore.css';
import { useCallback, useContext, useEffect, useMemo, useRef } from 'react';
import type { Explored } from '../link.js';
import { Tabs } from '../tabs.js';
import { LanguageContext, useWords } from '../words.js';
import { EntityFacts, EntityHead, EntityLink } from './entity-page.js';
import { useExploreWords } from './explore-words.js';
import { Bar, Drawn, Settled, type ExploreProps } from './frame.js';
import { entityQuestion, nearQuestion, type EntityRow, type Named } from './questions.js';
import { useAnswer } from './use-answer.js';
import { Ways } from './ways.js';

/** The graph without GraphQL: the page of an entity, or the ways between two. */
export default function Explore(props: ExploreProps) {
  const { explored } = props;
  const words = useWords();
  return (
    <section id="answer" className="pane explore" aria-label={words.explore} tabIndex={-1}>
      {explored.entity === undefined ? (
        <Ways {...props} explored={explored} />
      ) : (
        <EntityPage key={explored.entity} {...props} explored={explored} />
      )}
    </section>
  );
}

function EntityPage(props: ExploreProps & { explored: Extract<Explored, { entity: string }> }) {
  const { explored, onExplore, onOpen } = props;
  const { entity: id, view = 'facts', selected, expanded } = explored;
  const words = useExploreWords();
  const language = useContext(LanguageContext);
  const page = useMemo(() => entityQuestion(id, 'facts', language), [id, language]);
  const shown = useMemo(() => entityQuestion(id, view, language), [id, view, language]);
  const [asked, again] = useAnswer(page);
  const head = useRef<HTMLHeadingElement>(null);
  const entity =
    asked.state === 'answered' ? ((asked.answer.data as { entity?: EntityRow | null })?.entity ?? null) : null;
  // Whoever came by the keyboard goes on from here.
  useEffect(() => {
    if (entity && document.activeElement !== document.body) head.current?.focus();
  }, [entity?.id]);
  const select = useCallback(
    (chosen: string | undefined) =>
      onExplore({ entity: id, view: view === 'facts' ? undefined : view, selected: chosen, expanded }),
    [id, view, expanded, onExplore],
  );
  const expand = useCallback(
    (more: string) => onExplore({ entity: id, view: 'graph', selected, expanded: [...(expanded ?? []), more] }),
    [id, selected, expanded, onExplore],
  );
  return (
    <>
      <Bar {...props} question={shown} view={view === 'facts' ? 'json' : view} />
      <Settled asked={asked} onAgain={again}>
        {entity ? (
          <>
            <EntityHead entity={entity} headRef={head} />
            <Tabs
              name="explore"
              label={words.showing}
              tabs={(['facts', 'graph', 'timeline'] as const).map((one) => ({ id: one, title: words.tabs[one] }))}
              current={view}
              onChoose={(one) => onExplore({ entity: id, view: one === 'facts' ? undefined : one })}
            />
            <div
              id="explore-panel"
              role="tabpanel"
              aria-labelledby={`explore-tab-${view}`}
              className={view === 'facts' ? 'explore-facts' : 'view explore-picture'}
            >
              {view === 'facts' ? (
                <EntityFacts entity={entity} />
              ) : (
                <Drawn
                  view={view}
                  question={shown}
                  selected={selected}
                  onSelect={select}
                  expanded={expanded}
                  onExpand={expand}
                  onOpen={onOpen}
                />
              )}
            </div>
          </>
        ) : (
          <Unknown id={id} />
        )}
      </Settled>
    </>
  );
}

/** Says that the graph has no such entity, and what it has near it. */
function Unknown({ id }: { id: string }) {
  const words = useExploreWords();
  const language = useContext(LanguageContext);
  const question = useMemo(() => nearQuestion(id, language), [id, language]);
  const [asked] = useAnswer(question);
  const near =
    asked.state === 'answered'
      ? ((asked.answer.data as { search?: { nodes: readonly Named[] } } | null)?.search?.nodes ?? [])
      : [];
  return (
    <div className="message" role="status">
      <h3>{words.unknown(id)}</h3>
      <p>{near.length > 0 ? words.unknownHint : words.unknownNothing}</p>
      {near.length > 0 && (
        <ul className="plain-list">
          {near.map((entity) => (
            <li key={entity.id}>
              <EntityLink entity={entity} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
