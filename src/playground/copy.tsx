import { useEffect, useState } from 'react';
import { useWords } from './words.js';

/** A button that copies a text, and says for a moment whether it did. */
export function CopyButton({ label, done, text }: { label: string; done?: string; text: () => string }) {
  const words = useWords();
  const [state, setState] = useState<'ready' | 'copied' | 'refused'>('ready');
  useEffect(() => {
    if (state === 'ready') return;
    const timer = setTimeout(() => setState('ready'), 2500);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = () =>
    copyText(text()).then(
      () => setState('copied'),
      () => setState('refused'),
    );
  return (
    <>
      <button type="button" className="quiet" onClick={copy}>
        {state === 'copied' ? `✓ ${done ?? words.copied}` : label}
      </button>
      <span role="status" className={state === 'refused' ? 'notice' : 'for-ears'}>
        {state === 'copied' ? (done ?? words.copied) : state === 'refused' ? words.notCopied : ''}
      </span>
    </>
  );
}

/** Copies a text, also on plain HTTP, where browsers offer no clipboard. */
async function copyText(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'for-ears';
  document.body.append(area);
  const focused = document.activeElement;
  area.select();
  const isDone = document.execCommand('copy');
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  if (!isDone) throw new Error('copying was refused');
}
