import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { missingForNeo4j, startNeo4j, type RunningNeo4j } from '../../../scripts/neo4j/start.js';
import type { Neo4jOptions } from '../../../src/store/neo4j/neo4j-store.js';

/** For answers that count, however late they come: a machine may be busy with other tests. */
export const PATIENCE = { readTimeout: 120_000, acquisitionTimeout: 120_000, connectTimeout: 60_000 } as const;

/** Where the tests' Neo4j is, as the environment says, or the one that this run starts. */
const given = process.env['ENTENTE_TEST_NEO4J_URI'];
const missingHere = await missingForNeo4j();
const missing = given ? undefined : missingHere;
const folder = process.env['ENTENTE_TEST_NEO4J_FOLDER'];

/**
 * Describes tests that need Neo4j. They have the server for themselves: one file after the other, each beginning with
 * an empty database. Where no server can be had they are skipped, loudly; `ENTENTE_REQUIRE_NEO4J=1` makes that a failure.
 */
export function describeNeo4j(title: string, tests: (options: () => Neo4jOptions) => void): void {
  describeWhere(missing, '; ENTENTE_TEST_NEO4J_URI may name a server instead', title, () => {
    let options: Neo4jOptions;
    let leave: (() => Promise<void>) | undefined;
    beforeAll(async () => {
      ({ options, leave } = await enter());
    }, 900_000);
    afterAll(async () => {
      await leave?.();
    }, 120_000);
    tests(() => options);
  });
}

/** Describes tests that start servers of their own, with settings of their own. */
export function describeOwnNeo4j(title: string, tests: () => void): void {
  describeWhere(missingHere, '', title, tests);
}

function describeWhere(lacking: string | undefined, instead: string, title: string, tests: () => void): void {
  if (lacking === undefined) {
    describe(title, tests);
  } else if (process.env['ENTENTE_REQUIRE_NEO4J'] === '1') {
    test(title, () => {
      throw new Error(`ENTENTE_REQUIRE_NEO4J is set, but there is no ${lacking}.`);
    });
  } else {
    console.error(`SKIPPED: ${title}. There is no ${lacking}${instead}.`);
    describe.skip(`${title} (skipped: there is no ${lacking})`, tests);
  }
}

async function enter(): Promise<{ readonly options: Neo4jOptions; readonly leave: () => Promise<void> }> {
  let own: RunningNeo4j | undefined;
  const unlock = given || folder ? await lock(join(folder ?? tmpdir(), 'entente-neo4j.lock')) : async () => undefined;
  try {
    let options: Neo4jOptions;
    if (given) {
      const { ENTENTE_TEST_NEO4J_USER: user = 'neo4j', ENTENTE_TEST_NEO4J_PASSWORD: password = '' } = process.env;
      options = { uri: given, user, password };
    } else if (folder) {
      options = await shared(folder);
    } else {
      own = await startNeo4j();
      options = own;
    }
    const { uri, user, password } = options;
    await emptied({ uri, user, password });
    return {
      options: { uri, user, password },
      leave: async () => {
        await own?.stop();
        await unlock();
      },
    };
  } catch (error) {
    await own?.stop();
    await unlock();
    throw error;
  }
}

/** The server of this run, started if need be. The lock is held. */
async function shared(directory: string): Promise<Neo4jOptions> {
  const path = join(directory, 'server.json');
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Neo4jOptions;
  } catch {
    const { uri, user, password, pid, home } = await startNeo4j({ detached: true });
    await writeFile(`${path}.part`, JSON.stringify({ uri, user, password, pid, home }));
    await rename(`${path}.part`, path);
    return { uri, user, password };
  }
}

/** Waits until no other process holds a lock, and takes it. One that a dead process left counts for nothing. */
async function lock(path: string): Promise<() => Promise<void>> {
  for (;;) {
    try {
      mkdirSync(path);
      writeFileSync(join(path, 'pid'), String(process.pid));
      return async () => rmSync(path, { recursive: true, force: true });
    } catch {
      if (!isAlive(path)) rmSync(path, { recursive: true, force: true });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function isAlive(path: string): boolean {
  try {
    process.kill(Number(readFileSync(join(path, 'pid'), 'utf8')) || process.pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
}

/** Removes everything that is stored, and gives the options back. */
export async function emptied(options: Neo4jOptions): Promise<Neo4jOptions> {
  await cypherShell(options, 'MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 2000 ROWS');
  return options;
}

/** Runs a statement behind the store's back. */
export async function cypherShell(
  options: Neo4jOptions,
  text: string,
  parameters: Readonly<Record<string, unknown>> = {},
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  return inShell(options, (run) => run(text, parameters));
}

type Run = (
  text: string,
  parameters?: Readonly<Record<string, unknown>>,
) => Promise<readonly Readonly<Record<string, unknown>>[]>;

/** Runs several. */
export async function inShell<Result>(
  { uri, user, password }: Neo4jOptions,
  work: (run: Run) => Promise<Result>,
): Promise<Result> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
  const session = driver.session();
  try {
    return await work(async (text, parameters = {}) => {
      const { records } = await session.run(text, parameters);
      return records.map((record) => record.toObject() as Record<string, unknown>);
    });
  } finally {
    await session.close();
    await driver.close();
  }
}
