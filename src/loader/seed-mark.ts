import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { SeedError } from '../errors.js';

/** Which files a release was loaded from, so that it can be told whether they have changed since. */
export interface SeedMark {
  /** The folders, as absolute paths. */
  readonly folders: readonly string[];
  /** A digest of the names, sizes and times of the files in them. */
  readonly files: string;
}

/**
 * Marks the folders of a seed as they are now.
 *
 * @throws SeedError where a folder cannot be read.
 */
export async function markSeed(directories: readonly string[]): Promise<SeedMark> {
  const folders = directories.map((directory) => resolve(directory));
  const digest = createHash('sha256');
  for (const folder of folders) {
    for (const name of await namesIn(folder)) {
      const { size, mtimeMs } = await stat(join(folder, name));
      digest.update(JSON.stringify([folder, name, size, mtimeMs]));
    }
  }
  return { folders, files: digest.digest('hex') };
}

async function namesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((cause: NodeJS.ErrnoException) => {
    const message = `The folder cannot be read (${cause.code}).`;
    throw new SeedError([{ file: folder, line: 1, column: 1, code: 'UNREADABLE', message }]);
  });
  return names.sort();
}
