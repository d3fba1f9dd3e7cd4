import { rename, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { compareText } from '../model/best-claim.js';
import { digestOf, type Documents } from './documents.js';
import { groupBy } from './group-by.js';
import { citationsOf, type Seed, type SeedDigest } from './seed.js';

const HEADER = `# SHA-256 of the NFC text of each cited paragraph, by source and paragraph.
# Written by: entente verify --documents DIR --write-digests
`;

/**
 * Writes `digests.yaml` in each folder of a seed, for the paragraphs of documents that its files cite.
 *
 * @returns The digests written, as a seed has them.
 */
export async function writeDigests(seed: Seed, documents: Documents): Promise<ReadonlyMap<string, SeedDigest>> {
  const digests = new Map<string, SeedDigest>();
  const byFolder = groupBy(citationsOf(seed), ({ place }) => dirname(resolve(place.file)));
  for (const [folder, citations] of byFolder) {
    const written = new Map<string, Map<number, string>>();
    for (const { source, paragraph, place } of citations) {
      const document = documents.get(source);
      const text =
        typeof document === 'object' && paragraph !== undefined ? document.paragraphs[paragraph - 1] : undefined;
      if (text === undefined) continue;
      const digest = digestOf(text);
      digests.set(`${source}#${paragraph}`, { place, digest });
      const ofSource = written.get(source) ?? new Map<number, string>();
      written.set(source, ofSource.set(paragraph!, digest));
    }
    if (written.size > 0) await writeAside(join(folder, 'digests.yaml'), HEADER + digestsYaml(written));
  }
  return digests;
}

function digestsYaml(written: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  const sources = [...written].sort(([one], [other]) => compareText(one, other));
  return sources
    .map(([source, paragraphs]) => {
      const lines = [...paragraphs]
        .sort(([one], [other]) => one - other)
        .map(([number, digest]) => `  ${number}: '${digest}'\n`);
      return `\n${source.slice('source/'.length)}:\n${lines.join('')}`;
    })
    .join('');
}

async function writeAside(path: string, text: string): Promise<void> {
  await writeFile(`${path}.new`, text);
  await rename(`${path}.new`, path);
}
