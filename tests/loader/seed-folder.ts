import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { SeedError, type SeedFault } from '../../src/errors.js';
import { checkSeed, type CheckOptions } from '../../src/loader/check.js';
import { declarationsOf } from '../../src/model/declare.js';
import { kinds as allKinds } from '../../src/schema/index.js';

/** The declarations of all kinds. */
export const kinds = declarationsOf(allKinds);

/** The files of a folder by name. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Two countries, a source and an agreement, without a fault. */
export const SOUND: Files = {
  'sources.yaml': `
- id: source/gazette-2020
  name: { vi: Công báo 2020, en: Gazette 2020 }
  type: { value: ARTICLE, as: Công báo, cite: [gazette-2020#1] }
  publisher: { value: The Press, cite: [gazette-2020#1] }
  publishedOn: { value: 2020-05-01, cite: [gazette-2020#1] }
  file: { value: gazette.txt, cite: [gazette-2020#1] }
- id: source/codes
  name: { vi: Bảng mã, en: Code list }
  type: { value: DATASET, cite: [codes#list] }
  publishedOn: { value: 2019, cite: [codes#list] }
`,
  'countries.yaml': `
- id: country/aland
  name: { vi: Nước A, en: Aland }
  cite: [gazette-2020#2]
- id: country/beland
  name: { vi: Nước B, en: Beland }
  cite: [gazette-2020#2]
`,
  'agreements.yaml': `
- id: agreement/river-2019
  name: { vi: Hiệp định sông (2019), en: River Agreement }
  variants: { vi: [Hiệp định sông] }
  cite: [gazette-2020#2]
  type: { value: AGREEMENT, as: Hiệp định sông, cite: [gazette-2020#2] }
  concludedOn: { value: 2019-03-04, cite: [gazette-2020#2] }
  parties:
    - { to: country/aland, cite: [gazette-2020#2] }
    - { to: country/beland, cite: [gazette-2020#2] }
`,
};

const folders: string[] = [];

afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

/** Writes files into a new temporary folder, which goes when the tests are over. */
export async function folderOf(files: Files): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'entente-seed-'));
  folders.push(folder);
  await mkdir(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return folder;
}

/** The faults of a sound folder with some files changed. */
export async function faultsOf(changed: Files, options?: CheckOptions): Promise<readonly SeedFault[]> {
  return faultsIn([await folderOf({ ...SOUND, ...changed })], options);
}

/** The faults of folders. */
export async function faultsIn(folders: readonly string[], options?: CheckOptions): Promise<readonly SeedFault[]> {
  try {
    await checkSeed(folders, kinds, options);
    return [];
  } catch (error) {
    if (error instanceof SeedError) return error.faults;
    throw error;
  }
}

/** Each fault as `name:line:column CODE`. */
export function places(faults: readonly SeedFault[]): readonly string[] {
  return faults.map(({ file, line, column, code }) => `${file.split('/').at(-1)}:${line}:${column} ${code}`);
}

/** The agreement of the sound folder with lines added to it, which begin on line 11. */
export function withLines(...lines: readonly string[]): Files {
  return { 'agreements.yaml': `${SOUND['agreements.yaml']}${lines.map((line) => `  ${line}\n`).join('')}` };
}
