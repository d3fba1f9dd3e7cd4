// Writes what is generated from the declared kinds: schema.graphql, docs/reference/ and graph-seed/schema.json.
// With --check it writes nothing, and fails where a file is not what it would write.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { schema } from '../dist/index.js';
import { seedSchema } from '../dist/loader/json-schema.js';
import { referencePages } from '../dist/loader/reference-pages.js';
import { declarationsOf } from '../dist/model/declare.js';
import { kinds as classes } from '../dist/schema/index.js';

const root = new URL('..', import.meta.url);
const kinds = declarationsOf(classes);
const pages = referencePages(kinds);

const files = new Map([
  ['schema.graphql', `${printSchema(lexicographicSortSchema(schema))}\n`],
  ['graph-seed/schema.json', `${JSON.stringify(seedSchema(kinds), null, 2)}\n`],
  ...[...pages].map(([name, text]) => [`docs/reference/${name}`, text]),
]);

const kept = await readdir(new URL('docs/reference/', root)).catch(() => []);
const stale = kept.filter((name) => !pages.has(name)).map((name) => `docs/reference/${name}`);

if (process.argv.includes('--check')) {
  const wrong = [...stale];
  for (const [name, text] of files) {
    const found = await readFile(new URL(name, root), 'utf8').catch(() => undefined);
    if (found !== text) wrong.push(name);
  }
  if (wrong.length > 0) {
    console.error(`Not up to date: ${wrong.join(', ')}. Run npm run reference.`);
    process.exitCode = 1;
  }
} else {
  await mkdir(new URL('docs/reference/', root), { recursive: true });
  for (const name of stale) await rm(new URL(name, root));
  for (const [name, text] of files) await writeFile(new URL(name, root), text);
}
