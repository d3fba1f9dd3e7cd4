import type { ComponentType } from 'react';
import type { Answer } from '../api.js';
import type { Language } from '../words.js';

/** What a view is given to draw. */
export interface ViewProps {
  readonly answer: Answer;
}

/** One way of showing an answer. */
export interface View {
  /** Its name in links: `view=table`. */
  readonly id: string;
  readonly title: Readonly<Record<Language, string>>;
  /** Whether the answer holds what this view draws. */
  readonly canShow: (answer: Answer) => boolean;
  /** What to ask for, said to the reader where `canShow` is false. Ends the sentence "This view needs …". */
  readonly needs: Readonly<Record<Language, string>>;
  /** Draws the answer. A heavy one is `lazy(() => import('./…'))`. */
  readonly Component: ComponentType<ViewProps>;
}
