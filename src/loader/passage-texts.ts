import type { KindDeclaration } from '../model/declare.js';
import { checkSeed } from './check.js';
import { readDocuments } from './documents.js';

/**
 * The texts of the paragraphs of a seed's documents, by passage id.
 *
 * @param directory The folder in which the documents are kept; one that is not there gives no texts.
 * @throws SeedError where the seed has faults.
 */
export async function passageTexts(
  seeds: readonly string[],
  kinds: readonly KindDeclaration[],
  directory: string,
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const [source, document] of await readDocuments(await checkSeed(seeds, kinds), directory)) {
    if (typeof document === 'string') continue;
    document.paragraphs.forEach((text, index) =>
      texts.set(`passage/${source.replace('source/', '')}/${index + 1}`, text),
    );
  }
  return texts;
}
