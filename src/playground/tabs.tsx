import { useRef, type KeyboardEvent } from 'react';

/** A row of tabs (ARIA Authoring Practices: arrow keys, Home and End move and choose). The panel has the id `<name>-panel`. */
export function Tabs<T extends string>(props: {
  name: string;
  label: string;
  tabs: readonly { id: T; title: string; hint?: string | undefined; isUnable?: boolean }[];
  current: T;
  onChoose: (id: T) => void;
}) {
  const { name, tabs, current } = props;
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ id }) => id === current);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1 + tabs.length, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const index = to % tabs.length;
    props.onChoose(tabs[index]!.id);
    list.current?.querySelectorAll('button')[index]?.focus();
  };
  return (
    <div ref={list} role="tablist" aria-label={props.label} className="tabs" onKeyDown={move}>
      {tabs.map(({ id, title, hint, isUnable }) => (
        <button
          key={id}
          id={`${name}-tab-${id}`}
          type="button"
          role="tab"
          aria-selected={id === current}
          aria-controls={`${name}-panel`}
          tabIndex={id === current ? 0 : -1}
          className={isUnable ? 'unable' : undefined}
          title={hint}
          onClick={() => props.onChoose(id)}
        >
          {title}
        </button>
      ))}
    </div>
  );
}
