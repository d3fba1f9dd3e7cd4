/** A computation that gives way: it yields where others may run, and returns its result. */
export type Steps<Result> = Generator<void, Result>;

/** Makes a value at once. */
export interface AtOnce<Args extends readonly unknown[], Result> {
  readonly atOnce: (...args: Args) => Result;
}

/** Something that makes a value: at once, or, where that may take long, in steps. */
export type Making<Args extends readonly unknown[], Result> =
  AtOnce<Args, Result> | { readonly inSteps: (...args: Args) => Steps<Result> };

/** Whether none of some makings needs steps. */
export function areAtOnce<Args extends readonly unknown[], Result>(
  makings: readonly Making<Args, Result>[],
): makings is readonly AtOnce<Args, Result>[] {
  return makings.every((making) => 'atOnce' in making);
}

/** Makes a value as a part of longer steps. */
export function* made<Args extends readonly unknown[], Result>(
  making: Making<Args, Result>,
  ...args: Args
): Steps<Result> {
  return 'atOnce' in making ? making.atOnce(...args) : yield* making.inSteps(...args);
}

/**
 * Takes all steps to the end.
 *
 * @param breathe Called at every place where others may run; waits there if it returns a promise.
 */
export async function takeSteps<Result>(
  steps: Steps<Result>,
  breathe: () => Promise<void> | undefined,
): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    const breath = breathe();
    if (breath) await breath;
  }
}
