import fc from 'fast-check';

/**
 * Checks a property on random values. A failure tells the seed and path; `SEED=… npx vitest …` runs it again.
 */
export async function holdsForAll<Values extends [unknown, ...unknown[]]>(
  runs: number,
  arbitraries: { [place in keyof Values]: fc.Arbitrary<Values[place]> },
  check: (...values: Values) => Promise<void>,
): Promise<void> {
  const seed = process.env['SEED'];
  const { path } = process.env['SEED_PATH'] ? { path: process.env['SEED_PATH'] } : { path: undefined };
  await fc.assert(fc.asyncProperty(...(arbitraries as never as [fc.Arbitrary<unknown>]), check as never), {
    numRuns: runs,
    ...(seed && { seed: Number(seed) }),
    ...(path && { path }),
  });
}
