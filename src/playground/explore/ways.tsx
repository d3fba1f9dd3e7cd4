import { useCallback, useContext, useMemo } from 'react';
import { EntityBox } from '../entity-box.js';
import { exploredLink, type Explored } from '../link.js';
import { inLegendOrder } from '../views/kinds.js';
import { useVocabulary } from '../use-vocabulary.js';
import { LanguageContext } from '../words.js';
import { EntityLink, Sources } from './entity-page.js';
import { Bar, Drawn, Settled, type ExploreProps } from './frame.js';
import { useExploreWords } from './explore-words.js';
import { namesQuestion, waysQuestion, type WayRow } from './questions.js';
import { useAnswer } from './use-answer.js';

/** What a way leads over rather than to: the sentence of the way has it. */
const OCCASIONS = new Set(['AGREEMENT', 'MEETING', 'VISIT', 'EVENT']);

/** Questions about the graph that ships, where nothing is chosen yet. */
const EXAMPLES = {
  agreements: { from: 'province/tay-ninh', to: 'province/dong-nai', via: 'PARTY_TO' },
  any: { from: 'leader/to-lam', to: 'province/tay-ninh' },
} as const;

/** How two entities are connected: the two boxes, the drawing, and each way with the source of each step. */
export function Ways(props: ExploreProps & { explored: Extract<Explored, { entity?: undefined }> }) {
  const { explored, onExplore } = props;
  const { from, to, via, selected, expanded } = explored;
  const words = useExploreWords();
  const language = useContext(LanguageContext);
  const question = useMemo(
    () => (from !== undefined && to !== undefined && from !== to ? waysQuestion(from, to, via, language) : undefined),
    [from, to, via, language],
  );
  const [asked, again] = useAnswer(question);
  const select = useCallback(
    (chosen: string | undefined) => onExplore({ from, to, via, selected: chosen, expanded }),
    [from, to, via, expanded, onExplore],
  );
  const expand = useCallback(
    (more: string) => onExplore({ from, to, via, selected, expanded: [...(expanded ?? []), more] }),
    [from, to, via, selected, expanded, onExplore],
  );
  const names = useNames([from, to]);
  const ways = asked.state === 'answered' ? ((asked.answer.data as { paths?: WayRow[] } | null)?.paths ?? []) : [];
  const go = (change: Partial<typeof explored>) => onExplore({ from, to, via, ...change });
  const ends = new Set([from, to]);
  const kinds = inLegendOrder(ways.flatMap(({ hops }) => hops.map(({ to: { kind } }) => kind)));
  const between = [...new Map(ways.flatMap(({ hops }) => hops.map((hop) => [hop.to.id, hop.to])))]
    .map(([, node]) => node)
    .filter(({ id, kind }) => !ends.has(id) && !OCCASIONS.has(kind))
    .toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
  return (
    <>
      <Bar {...props} question={question} view="graph" />
      <div className="ways-ends">
        <h2>{words.waysTitle}</h2>
        <div className="ways-boxes">
          <EntityBox
            label={words.from}
            chosen={from && (names.get(from) ?? from)}
            onChoose={({ id }) => go({ from: id })}
          />
          <button
            type="button"
            className="quiet"
            aria-label={words.swap}
            title={words.swap}
            onClick={() => go({ from: to, to: from })}
          >
            ⇄
          </button>
          <EntityBox label={words.to} chosen={to && (names.get(to) ?? to)} onChoose={({ id }) => go({ to: id })} />
          <div role="group" aria-label={words.by} className="segments ways-via">
            {(['PARTY_TO', 'PARTICIPATED_IN', 'BORDERS', 'any'] as const).map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={one === (via ?? 'any')}
                onClick={() => go({ via: one === 'any' ? undefined : one })}
              >
                {words.vias[one]}
              </button>
            ))}
          </div>
        </div>
      </div>
      {question === undefined ? (
        <div className="message">
          <p>{from !== undefined && from === to ? words.sameEnds : words.chooseEnds}</p>
          <p>{words.tryThem}:</p>
          <ul className="plain-list ways-examples">
            {(['agreements', 'any'] as const).map((one) => (
              <li key={one}>
                <a href={exploredLink({ via: undefined, ...EXAMPLES[one] })}>{words.questions[one]}</a>
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <Settled asked={asked} onAgain={again}>
          {ways.length === 0 ? (
            <div className="message" role="status">
              <p>{words.noWay}</p>
              {via !== undefined && (
                <button type="button" className="primary" onClick={() => go({ via: undefined })}>
                  {words.anyInstead}
                </button>
              )}
            </div>
          ) : (
            <>
              <div className="ways-found" role="status">
                <h3>{words.waysFound(ways.length)}</h3>
                {between.length > 0 && (
                  <p className="ways-between">
                    {words.through[via === 'PARTY_TO' || via === 'PARTICIPATED_IN' ? via : 'any']}
                    {between.map((entity) => (
                      <EntityLink key={entity.id} entity={entity} />
                    ))}
                  </p>
                )}
              </div>
              <div className="view explore-picture ways-picture">
                <Drawn
                  view="graph"
                  question={question}
                  selected={selected}
                  onSelect={select}
                  expanded={expanded}
                  onExpand={expand}
                  onOpen={props.onOpen}
                />
              </div>
              <ol className="ways">
                {ways.map((way, index) => (
                  <li key={index}>
                    <Way way={way} />
                  </li>
                ))}
              </ol>
            </>
          )}
        </Settled>
      )}
    </>
  );
}

function Way({ way }: { way: WayRow }) {
  const vocabulary = useVocabulary();
  const words = useExploreWords();
  const language = useContext(LanguageContext);
  return (
    <>
      <p className="way-sentence">
        {way.sentence}{' '}
        <span className="muted">
          {words.steps(way.length)}
          {!way.holdsTogether && ` · ${words.apart}`}
        </span>
      </p>
      <ol className="hops">
        {way.hops.map(({ forward, from, to, relation }) => (
          <li key={relation.id}>
            <EntityLink entity={from} />
            <span className="relation">{vocabulary.phrase(relation.type, forward, language)}</span>
            <EntityLink entity={to} />
            <Sources citations={relation.citations} />
          </li>
        ))}
      </ol>
    </>
  );
}

/** The names of what an address names by id alone. */
function useNames(ids: readonly (string | undefined)[]): ReadonlyMap<string, string> {
  const language = useContext(LanguageContext);
  const wanted = ids.filter((id) => id !== undefined).join(' ');
  const question = useMemo(
    () => (wanted === '' ? undefined : namesQuestion(wanted.split(' '), language)),
    [wanted, language],
  );
  const [asked] = useAnswer(question);
  const nodes =
    asked.state === 'answered'
      ? ((asked.answer.data as { nodes?: ({ id: string; name: string } | null)[] } | null)?.nodes ?? [])
      : [];
  return new Map(nodes.flatMap((node) => (node ? [[node.id, node.name] as const] : [])));
}
