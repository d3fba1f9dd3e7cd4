#!/usr/bin/env node
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineCommand, runMain } from 'citty';
import { faultLine, SeedError, StoreError, type SeedFault } from '../errors.js';
import { declarationsOf } from '../model/declare.js';
import { kinds as allKinds } from '../schema/index.js';
import { checkSeed } from './check.js';
import { exportFormats } from './export/index.js';
import { readDocuments } from './documents.js';
import { seedSchema } from './json-schema.js';
import { showProgress } from './progress.js';
import { loadSeedVisibly } from './load-seed.js';
import type { ResolvedRelease } from './resolve.js';
import { markSeed } from './seed-mark.js';
import { verificationTable } from './verification-table.js';
import { verifySeed } from './verify.js';
import { writeDigests } from './write-digests.js';

/** The seed that the package ships: where a command is given no folder. */
const SHIPPED_SEED = fileURLToPath(new URL('../../graph-seed', import.meta.url));

const kinds = declarationsOf(allKinds);

const folder = {
  type: 'positional',
  required: false,
  description: 'Folders of a seed; the one that Entente ships unless given.',
} as const;

const check = defineCommand({
  meta: { name: 'check', description: 'Check a seed and print every fault of it.' },
  args: { folder, strict: { type: 'boolean', description: 'Every cited paragraph must have its digest.' } },
  run: ({ args }) =>
    reporting(async () => {
      const release = await loadSeedVisibly(foldersOf(args._), kinds, { strict: args.strict ?? false });
      process.stdout.write(`No faults. Release ${release.id}: ${countsLine(release)}.\n`);
    }),
});

const verify = defineCommand({
  meta: { name: 'verify', description: 'Check every citation of a seed against the documents.' },
  args: {
    folder,
    documents: {
      type: 'string',
      required: true,
      valueHint: 'DIR',
      description: 'The folder in which the documents are kept.',
    },
    'write-digests': { type: 'boolean', description: 'First write digests.yaml anew, from the documents as they are.' },
  },
  run: ({ args }) =>
    reporting(async () => {
      const seed = await checkSeed(foldersOf(args._), kinds);
      const documents = await readDocuments(seed, args.documents);
      const digests = args['write-digests'] ? await writeDigests(seed, documents) : seed.digests;
      const verification = verifySeed({ ...seed, digests }, documents);
      process.stdout.write(verificationTable(verification));
      if (verification.failures.length > 0) printFaults(verification.failures, 'failure');
    }),
});

const load = defineCommand({
  meta: { name: 'load', description: 'Check a seed and load it, whole or not at all.' },
  args: {
    folder,
    data: {
      type: 'string',
      valueHint: 'DIR',
      description: 'The folder of the snapshot. Unless given, Neo4j at NEO4J_URI, or else the folder ENTENTE_DATA.',
    },
  },
  run: ({ args }) =>
    reporting(async () => {
      const folders = foldersOf(args._);
      const { NEO4J_URI: uri, ENTENTE_DATA } = process.env;
      const directory = args.data ?? (uri ? undefined : ENTENTE_DATA);
      if (directory) return loadSnapshot(folders, directory);
      if (uri) return loadNeo4j(folders, uri);
      return fail('Say where to: entente load --data DIR, or set NEO4J_URI or ENTENTE_DATA.');
    }),
});

const exporting = defineCommand({
  meta: { name: 'export', description: 'Check a seed and write its graph in another format.' },
  args: {
    folder,
    format: {
      type: 'enum',
      required: true,
      options: Object.keys(exportFormats),
      description: Object.entries(exportFormats)
        .map(([name, { description }]) => `${name}: ${description}.`)
        .join(' '),
    },
    out: { type: 'string', required: true, valueHint: 'DIR', description: 'The folder to write into.' },
  },
  run: ({ args }) =>
    reporting(async () => {
      const release = await loadSeedVisibly(foldersOf(args._), kinds);
      const next = await exportFormats[args.format]!.write(release, args.out, showProgress('Writing'));
      process.stdout.write(`Wrote release ${release.id} into ${args.out}: ${countsLine(release)}.\n`);
      for (const line of next) process.stdout.write(`${line}\n`);
    }),
});

const schema = defineCommand({
  meta: { name: 'schema', description: 'Print the JSON Schema of seed files, for editors.' },
  args: {
    folder,
    write: { type: 'boolean', description: 'Write it as schema.json into the folder instead.' },
  },
  run: ({ args }) =>
    reporting(async () => {
      const text = `${JSON.stringify(seedSchema(kinds), null, 2)}\n`;
      if (!args.write) process.stdout.write(text);
      else for (const directory of foldersOf(args._)) await writeFile(join(directory, 'schema.json'), text);
    }),
});

await runMain(
  defineCommand({
    meta: { name: 'entente', description: 'Check, verify, load and export the graph that Entente serves.' },
    subCommands: { check, verify, load, export: exporting, schema },
  }),
);

/** Runs a command; what an editor or operator can mend is told in their words, with exit code 1. */
async function reporting(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (error instanceof SeedError) printFaults(error.faults, 'fault');
    else if (error instanceof StoreError) fail(`${error.code} ${error.message}`);
    else throw error;
  }
}

function printFaults(faults: readonly SeedFault[], what: string): void {
  fail([...faults.map(faultLine), `${faults.length} ${what}${faults.length === 1 ? '' : 's'}.`].join('\n'));
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}

function foldersOf(positional: readonly string[]): readonly string[] {
  return positional.length > 0 ? positional : [SHIPPED_SEED];
}

async function loadSnapshot(folders: readonly string[], directory: string): Promise<void> {
  const mark = await markSeed(folders);
  const release = await loadSeedVisibly(folders, kinds);
  const { writeSnapshot } = await import('../store/memory/snapshot.js');
  await writeSnapshot(release, directory, mark, showProgress('Loading'));
  process.stdout.write(`Loaded release ${release.id} into ${directory}: ${countsLine(release)}.\n`);
}

async function loadNeo4j(folders: readonly string[], uri: string): Promise<void> {
  const { Neo4jStore } = await import('../store/neo4j/neo4j-store.js');
  const { NEO4J_USER: user = 'neo4j', NEO4J_PASSWORD: password = '', NEO4J_DATABASE: database } = process.env;
  // First, so that a wrong password is told before a large seed is checked.
  const store = await Neo4jStore.open({ uri, user, password, database }, kinds);
  try {
    const release = await loadSeedVisibly(folders, kinds);
    await store.load(release, showProgress('Loading'));
    process.stdout.write(`Loaded release ${release.id} into ${uri}: ${countsLine(release)}.\n`);
  } finally {
    await store.close();
  }
}

function countsLine({ entities, relations, claims, passages }: ResolvedRelease): string {
  return `${entities.length} entities, ${relations.length} facts, ${claims.length} claims, ${passages.length} passages`;
}
