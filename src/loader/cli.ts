#!/usr/bin/env node
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineCommand, runMain } from 'citty';
import { faultLine, SeedError, StoreError, type SeedFault } from '../errors.js';
import { declarationsOf } from '../model/declare.js';
import { kinds as allKinds } from '../schema/index.js';
import { checkSeed } from './check.js';
import { readDocuments } from './documents.js';
import { seedSchema } from './json-schema.js';
import { showProgress } from './progress.js';
import { resolveSeed } from './resolve.js';
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
      const { id, ...counts } = summaryOf(
        resolveSeed(await checkSeed(foldersOf(args._), kinds, { strict: args.strict ?? false })),
      );
      process.stdout.write(`No faults. Release ${id}: ${countsLine(counts)}.\n`);
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
    data: { type: 'string', valueHint: 'DIR', description: 'The folder of the snapshot; ENTENTE_DATA unless given.' },
  },
  run: ({ args }) =>
    reporting(async () => {
      const directory = args.data ?? process.env['ENTENTE_DATA'];
      if (!directory) return fail('Say where to: entente load --data DIR, or set ENTENTE_DATA.');
      const folders = foldersOf(args._);
      const mark = await markSeed(folders);
      const release = resolveSeed(await checkSeed(folders, kinds));
      const { writeSnapshot } = await import('../store/memory/snapshot.js');
      await writeSnapshot(release, directory, mark, showProgress('Loading'));
      const { id, ...counts } = summaryOf(release);
      process.stdout.write(`Loaded release ${id} into ${directory}: ${countsLine(counts)}.\n`);
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
    meta: { name: 'entente', description: 'Check, verify and load the graph that Entente serves.' },
    subCommands: { check, verify, load, schema },
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

function summaryOf({ id, entities, relations, claims, passages }: ReturnType<typeof resolveSeed>) {
  const count = (records: Iterable<unknown>) => [...records].length;
  return { id, entities: count(entities), facts: count(relations), claims: count(claims), passages: count(passages) };
}

function countsLine(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ');
}
