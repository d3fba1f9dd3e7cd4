import { useCallback, useRef, useState } from 'react';
import { ask, type Outcome, type Question } from './api.js';

/** The last question sent, and how far its answer is. */
export type Asking =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly question: Question; readonly before: Answered | undefined }
  | (Outcome & { readonly question: Question });

/** A question with its answer. */
export type Answered = Extract<Asking, { state: 'answered' }>;

/** Asks one question at a time: a new one stops the one before. */
export function useAsking(): { asking: Asking; start: (question: Question) => Promise<void>; stop: () => void } {
  const [asking, setAsking] = useState<Asking>({ state: 'idle' });
  const running = useRef<AbortController>(undefined);
  const start = useCallback(async (question: Question) => {
    running.current?.abort();
    const controller = (running.current = new AbortController());
    setAsking((last) => ({ state: 'running', question, before: answeredBefore(last) }));
    const outcome = await ask(question, controller.signal);
    if (running.current === controller) setAsking({ ...outcome, question });
  }, []);
  const stop = useCallback(() => running.current?.abort(), []);
  return { asking, start, stop };
}

/** The answer to leave on the page while the next one comes. */
function answeredBefore(last: Asking): Answered | undefined {
  if (last.state === 'answered') return last;
  return last.state === 'running' ? last.before : undefined;
}
