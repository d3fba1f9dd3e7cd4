import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll } from 'vitest';

const folders: string[] = [];
afterAll(async () => void (await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })))));

/** A script of the tests as JavaScript, for a process of its own; in a folder from which the packages are found. */
export async function compiledChild(script: URL): Promise<string> {
  const cache = fileURLToPath(new URL('../../node_modules/.cache', import.meta.url));
  await mkdir(cache, { recursive: true });
  const outDir = await mkdtemp(join(cache, 'child-'));
  folders.push(outDir);
  await build({
    configFile: false,
    logLevel: 'error',
    oxc: { decorator: { legacy: true } },
    build: {
      ssr: fileURLToPath(script),
      outDir,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'child.mjs' } },
    },
  });
  return join(outDir, 'child.mjs');
}
