import type { ComponentType } from 'react';
import type { Question } from '../api.js';
import type { Answered } from '../use-asking.js';
import type { Language } from '../words.js';

/** What a question may have to draw, by the types that it selects. */
export interface Offer {
  readonly facts: boolean;
  readonly dates: boolean;
  readonly places: boolean;
  readonly values: boolean;
}

/** What a view is given to draw. */
export interface ViewProps {
  readonly answered: Answered;
  /** The id of the entity or fact that the reader chose, kept from view to view and in links. */
  readonly selected: string | undefined;
  readonly onSelect: (id: string | undefined) => void;
  /** The ids of the entities whose neighbours the reader added to the graph, kept in links too. */
  readonly expanded: readonly string[];
  readonly onExpand: (id: string) => void;
  /** Puts a question into the editor and asks it. */
  readonly onOpen: (question: Question) => void;
  /** Says that a picture is drawn, or that it will not be: nothing heavy is fetched beside it before. */
  readonly onSettled?: (() => void) | undefined;
}

/** One way of showing an answer. */
export interface View {
  /** Its name in links: `view=table`. */
  readonly id: string;
  readonly title: Readonly<Record<Language, string>>;
  /** Whether the answer holds what this view draws. The offer is not known at first; a picture is then taken to be possible. */
  readonly canShow: (answered: Answered, offer: Offer | undefined) => boolean;
  /** What to ask for, said to the reader where `canShow` is false. Ends the sentence "This view needs …". */
  readonly needs: Readonly<Record<Language, string>>;
  /** Asks for more by itself: so it is drawn only where the reader chose it, and says itself what the question misses. */
  readonly isPicture?: true;
  /** Begins to fetch what drawing needs, before the answer is there. */
  readonly prepare?: () => void;
  /** Draws the answer. A heavy one is `lazy(() => import('./…'))`. */
  readonly Component: ComponentType<ViewProps>;
}
