import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * One Neo4j server for a whole run of the tests: the first test that needs it starts it (`server.ts`), and it is
 * stopped here when the run is over.
 */
export async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'entente-neo4j-'));
  process.env['ENTENTE_TEST_NEO4J_FOLDER'] = folder;
  return async () => {
    const described = join(folder, 'server.json');
    if (existsSync(described)) {
      const { pid, home } = JSON.parse(await readFile(described, 'utf8')) as { pid: number; home: string };
      await ended(pid);
      await rm(home, { recursive: true, force: true });
    }
    await rm(folder, { recursive: true, force: true });
  };
}

/** Stops a process and waits until it is gone, for half a minute. */
async function ended(pid: number): Promise<void> {
  for (let wait = 0; wait < 300; wait++) {
    try {
      process.kill(pid, wait === 0 ? 'SIGTERM' : 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
