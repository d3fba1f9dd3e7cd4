import { useEffect, useState } from 'react';
import { ask, type Outcome, type Question } from '../api.js';

/** The answer to a question that the page asks by itself, and how to ask again. */
export function useAnswer(question: Question | undefined): [Outcome | { readonly state: 'asking' }, () => void] {
  const [round, setRound] = useState(0);
  const [settled, setSettled] = useState<{ question: Question; round: number; outcome: Outcome }>();
  useEffect(() => {
    if (!question) return;
    const controller = new AbortController();
    void ask(question, controller.signal).then((outcome) => {
      if (!controller.signal.aborted) setSettled({ question, round, outcome });
    });
    return () => controller.abort();
  }, [question, round]);
  const isFresh = settled !== undefined && settled.question === question && settled.round === round;
  return [isFresh ? settled.outcome : { state: 'asking' }, () => setRound((last) => last + 1)];
}
