import { declarationsOf, type KindDeclaration } from '../model/declare.js';
import { kinds as allKinds } from '../schema/index.js';
import { checkSeed, type CheckOptions } from './check.js';
import { showProgress } from './progress.js';
import { resolveSeed, type ResolvedRelease } from './resolve.js';

/**
 * Reads, checks and resolves the folders of a seed. The same seed gives the same release.
 *
 * @param kinds The kinds of entity that it may speak of; all that Entente declares unless said.
 * @throws SeedError with every fault of the seed at once.
 */
export async function loadSeed(
  directories: readonly string[],
  kinds: readonly KindDeclaration[] = declarationsOf(allKinds),
): Promise<ResolvedRelease> {
  return resolveSeed(await checkSeed(directories, kinds));
}

/** How long a seed is checked and resolved in silence, in milliseconds. */
const SILENCE = 3000;

/** As `loadSeed`, and shows how far it is where that takes more than a moment. */
export async function loadSeedVisibly(
  directories: readonly string[],
  kinds: readonly KindDeclaration[],
  options: Pick<CheckOptions, 'strict'> = {},
): Promise<ResolvedRelease> {
  const progress = showProgress('Checking', { unit: 'MB', silence: SILENCE });
  const seed = await checkSeed(directories, kinds, { ...options, progress });
  return resolveSeed(seed, showProgress('Resolving', { unit: 'entities', silence: SILENCE }));
}
