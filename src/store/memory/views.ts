import type { Moment } from './as-of.js';
import { takeSteps, type Steps } from './steps.js';

/** How many views are kept. */
const MOST_VIEWS = 8;

/** How many records the views kept have together at most, of some 200 bytes each. */
const MOST_RECORDS = 2_000_000;

/** A view that is being made, for as long as somebody waits for it. */
interface Making<View> {
  readonly view: Promise<View>;
  readonly stop: AbortController;
  waiting: number;
}

/** Makes what lets others run during long work; it ends the work with an error when the signal is aborted. */
export type Breather = (signal: AbortSignal) => () => Promise<void> | undefined;

/**
 * Views of a graph at moments, kept for the next question as of the same one: the root fields of a request and the pages
 * of a list mostly ask as of a few. The one that was not asked for the longest goes first.
 */
export class Views<View> {
  readonly #kept = new Map<string, View>();
  readonly #making = new Map<string, Making<View>>();
  #records = 0;

  /**
   * @param make Makes a view that is not kept.
   * @param sizeOf How many records a view has.
   */
  constructor(
    readonly make: (moment: Moment) => Steps<View>,
    readonly sizeOf: (view: View) => number,
    readonly breather: Breather,
  ) {}

  /**
   * The view at a moment. It is made once for all who ask for it meanwhile, and given up when none of them waits any more.
   *
   * @param refusal Makes the error of one who does not wait any more.
   */
  async at(moment: Moment, signal: AbortSignal, refusal: () => Error): Promise<View> {
    const key = JSON.stringify([moment.validAt, moment.knownAt, moment.now]);
    const known = this.#kept.get(key);
    if (known) {
      // What was asked for last stands last.
      this.#kept.delete(key);
      this.#kept.set(key, known);
      return known;
    }
    const making = this.#making.get(key) ?? this.#begin(key, moment);
    making.waiting++;
    return new Promise<View>((resolve, reject) => {
      const leave = () => {
        reject(refusal());
        if (--making.waiting > 0) return;
        making.stop.abort();
        this.#making.delete(key);
      };
      signal.addEventListener('abort', leave, { once: true });
      void making.view.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
    });
  }

  #begin(key: string, moment: Moment): Making<View> {
    const stop = new AbortController();
    const view = takeSteps(this.make(moment), this.breather(stop.signal));
    const making: Making<View> = { view, stop, waiting: 0 };
    this.#making.set(key, making);
    const end = () => this.#making.get(key) === making && this.#making.delete(key);
    view.then((made) => {
      this.#keep(key, made);
      end();
    }, end);
    return making;
  }

  #keep(key: string, view: View): void {
    this.#kept.set(key, view);
    this.#records += this.sizeOf(view);
    for (const [oldest, its] of this.#kept) {
      if (oldest === key || (this.#kept.size <= MOST_VIEWS && this.#records <= MOST_RECORDS)) break;
      this.#kept.delete(oldest);
      this.#records -= this.sizeOf(its);
    }
  }
}
