import { declarationsOf, type KindDeclaration } from '../model/declare.js';
import type { Release } from '../model/release.js';
import { kinds as allKinds } from '../schema/index.js';
import { checkSeed } from './check.js';
import { resolveSeed } from './resolve.js';

/**
 * Reads, checks and resolves the folders of a seed. The same seed gives the same release.
 *
 * @param kinds The kinds of entity that it may speak of; all that Entente declares unless said.
 * @throws SeedError with every fault of the seed at once.
 */
export async function loadSeed(
  directories: readonly string[],
  kinds: readonly KindDeclaration[] = declarationsOf(allKinds),
): Promise<Release> {
  return resolveSeed(await checkSeed(directories, kinds));
}
