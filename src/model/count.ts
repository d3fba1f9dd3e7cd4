/** How many there are of something. */
export interface Count {
  readonly key: string;
  readonly count: number;
}

/** Counts as they are answered: the most first, then by key. */
export function countsOf(counted: Iterable<readonly [key: string, count: number]>): readonly Count[] {
  return Array.from(counted, ([key, count]) => ({ key, count })).sort(
    (one, other) => other.count - one.count || (one.key < other.key ? -1 : 1),
  );
}
