import { useContext, useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { post } from './api.js';
import { LanguageContext, useWords, type Language } from './words.js';
import { nameOfKind } from './views/kinds.js';

/** An entity that a reader may choose. */
export interface FoundEntity {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
}

/** An entity that fits what was typed, with the name that does. */
interface Option extends FoundEntity {
  readonly matched: string;
}

/** What is known of the text in the box. `isNear`: no name begins so, and these are the nearest. */
type Found =
  | { readonly state: 'nothing' }
  | { readonly state: 'searching' }
  | { readonly state: 'failed' }
  | { readonly state: 'found'; readonly text: string; readonly options: readonly Option[]; readonly isNear: boolean };

/** So long after the last key stroke the server is asked. */
const PAUSE = 120;

/**
 * A box to type the name of an entity into, with or without marks (ARIA Authoring Practices: editable combobox with list
 * autocomplete). Enter takes what is marked, else the first.
 */
export function EntityBox(props: {
  label: string;
  hint?: string;
  /** The name of what is chosen; it stands in the box until the reader types. */
  chosen?: string | undefined;
  /** Whether the box is empty again once something is chosen. */
  clears?: boolean;
  onChoose: (entity: FoundEntity) => void;
}) {
  const words = useWords();
  const language = useContext(LanguageContext);
  const id = useId();
  const [text, setText] = useState<string>();
  const [isOpen, setOpen] = useState(false);
  const [marked, setMarked] = useState(-1);
  const [round, setRound] = useState(0);
  // Enter before the names have come takes the first that comes.
  const wantsFirst = useRef(false);
  const list = useRef<HTMLUListElement>(null);
  const typed = text?.trim() ?? '';
  const found = useFound(typed, language, round);
  const options = found.state === 'found' ? found.options : [];

  const choose = (option: Option) => {
    wantsFirst.current = false;
    setOpen(false);
    setMarked(-1);
    setText(props.clears ? '' : undefined);
    props.onChoose(option);
  };
  useEffect(() => {
    const isFresh = found.state === 'found' && found.text === typed;
    if (isFresh && wantsFirst.current && found.options[0]) choose(found.options[0]);
    if (isFresh || found.state === 'failed') wantsFirst.current = false;
  }, [found]);
  useEffect(() => {
    list.current?.children[marked]?.scrollIntoView({ block: 'nearest' });
  }, [marked]);

  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event;
    if (event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    if (key === 'Escape') {
      if (isOpen && typed !== '') setOpen(false);
      else setText(props.clears ? '' : undefined);
      setMarked(-1);
    } else if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const count = options.length;
      if (count > 0) setMarked((at) => (key === 'ArrowDown' ? (at + 1) % count : (at <= 0 ? count : at) - 1));
    } else if (key === 'Enter' && typed !== '') {
      event.preventDefault();
      const isFresh = found.state === 'found' && found.text === typed;
      const option = isFresh || marked >= 0 ? options[Math.max(marked, 0)] : undefined;
      if (option) return choose(option);
      wantsFirst.current = !isFresh;
      if (found.state === 'failed') setRound((last) => last + 1);
    }
  };
  const isShown = isOpen && typed !== '';
  const said =
    found.state === 'found'
      ? options.length === 0
        ? words.nothingNear(found.text)
        : found.isNear
          ? words.near(found.text)
          : words.found(options.length)
      : found.state === 'failed'
        ? words.searchFailed
        : words.searching;
  return (
    <div
      className="entity-box"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <input
        type="text"
        role="combobox"
        aria-label={props.label}
        aria-expanded={isShown && options.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isShown && options[marked] ? `${id}-${marked}` : undefined}
        placeholder={props.hint ?? props.label}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        enterKeyHint="search"
        value={text ?? props.chosen ?? ''}
        onFocus={(event) => {
          event.currentTarget.select();
          setOpen(true);
        }}
        onChange={(event) => {
          setText(event.target.value);
          setOpen(true);
          setMarked(-1);
        }}
        onKeyDown={onKeyDown}
      />
      <div className="found" hidden={!isShown}>
        <p role="status" className="muted">
          {isShown ? said : ''}
        </p>
        <ul id={`${id}-list`} ref={list} role="listbox" aria-label={props.label}>
          {options.map((option, index) => (
            <li
              key={option.id}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === marked}
              // The box keeps the focus.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(option)}
            >
              <span>{option.name}</span>{' '}
              <small>
                {nameOfKind(option.kind, language)}
                {option.matched !== option.name && ` · ${words.foundAs(option.matched)}`}
              </small>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

const FIND_QUERY = `query Find($text: String!, $lang: Language!) {
  suggest(prefix: $text, first: 8) { text kind entity { id name(lang: $lang) } }
  search(text: $text, first: 6) { edges { matchedOn node { id kind name(lang: $lang) } } }
}`;

interface FindRow {
  readonly suggest: readonly { text: string; kind: string; entity: { id: string; name: string } }[];
  readonly search: { readonly edges: readonly { matchedOn: string; node: FoundEntity }[] };
}

async function find(text: string, language: Language, signal: AbortSignal): Promise<Found> {
  const { data, errors } = await post({ query: FIND_QUERY, variables: { text, lang: language.toUpperCase() } }, signal);
  if (!data) throw new TypeError(errors?.[0]?.message);
  const { suggest, search } = data as FindRow;
  const near = search.edges.map(({ matchedOn, node }) => ({ ...node, matched: matchedOn }));
  const begun = suggest.map(({ text: matched, kind, entity }) => ({ ...entity, kind, matched }));
  const isNear = begun.length === 0;
  return { state: 'found', text, options: isNear ? near : begun, isNear };
}

/** What fits a text, asked for a moment after the last key stroke. */
function useFound(text: string, language: Language, round: number): Found {
  const [found, setFound] = useState<Found>({ state: 'nothing' });
  useEffect(() => {
    if (text === '') return setFound({ state: 'nothing' });
    const controller = new AbortController();
    const timer = setTimeout(() => {
      // What fitted before stays while the next comes.
      setFound((last) => (last.state === 'found' && last.options.length > 0 ? last : { state: 'searching' }));
      find(text, language, controller.signal).then(setFound, () => {
        if (!controller.signal.aborted) setFound({ state: 'failed' });
      });
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [text, language, round]);
  return found;
}
