import { execFile } from 'node:child_process';
import { mkdtemp, readFile, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { folderOf, SOUND } from './seed-folder.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const built = join(await mkdtemp(join(tmpdir(), 'entente-cli-')), 'dist');

/** Runs the command, compiled, with arguments; it knows of no place to load to but those that it is told. */
function entente(...args: readonly string[]) {
  return ententeWith({}, ...args);
}

async function ententeWith(variables: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const { NEO4J_URI: _uri, ENTENTE_DATA: _data, ...others } = process.env;
  const env = { ...others, ...variables };
  const run = promisify(execFile)(process.execPath, [join(built, 'loader/cli.js'), ...args], { env });
  return run.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, stdout, stderr }),
  );
}

describe('the command', () => {
  beforeAll(async () => {
    await promisify(execFile)(process.execPath, [
      join(root, 'node_modules/typescript/bin/tsc'),
      '-p',
      root,
      '--outDir',
      built,
      '--noCheck',
    ]);
    await symlink(join(root, 'node_modules'), join(built, '../node_modules'));
    await symlink(join(root, 'package.json'), join(built, '../package.json'));
  }, 120_000);

  it('checks a sound seed with exit code 0', async () => {
    const { code, stdout, stderr } = await entente('check', await folderOf(SOUND));
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^No faults\. Release [0-9a-f]{16}: 5 entities, 2 facts, 8 claims, 3 passages\.\n$/);
  });

  it('prints every fault on a line, a count, and exit code 1', async () => {
    const { code, stdout, stderr } = await entente(
      'check',
      await folderOf({ ...SOUND, 'treaties.yaml': '', 'topics.yaml': '- id: topic/x\n' }),
    );
    expect([code, stdout]).toEqual([1, '']);
    const lines = stderr.trimEnd().split('\n');
    expect(lines.map((line) => /:(\d+:\d+ [A-Z_]+) /.exec(line)?.[1] ?? line)).toEqual([
      '1:3 MISSING_NAME',
      '1:3 UNCITED',
      '1:1 UNKNOWN_KIND',
      '3 faults.',
    ]);
  });

  it('fails where a cited document is missing', async () => {
    const { code, stdout, stderr } = await entente('verify', '--documents', await folderOf({}), await folderOf(SOUND));
    expect(code).toBe(1);
    expect(stdout).toMatch(/^source\/gazette-2020 +\d/m);
    expect(stderr).toMatch(/sources\.yaml:7:9 MISSING_DOCUMENT .*\n1 failure\.\n$/);
  });

  it('asks where to load, and loads a snapshot there', async () => {
    const folder = await folderOf(SOUND);
    expect((await entente('load', folder)).code).toBe(1);
    const { code, stdout } = await entente('load', '--data', await folderOf({}), folder);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Loaded release [0-9a-f]{16} into /);
  });

  it('tells that Neo4j cannot be reached before it checks anything', async () => {
    const neo4j = { NEO4J_URI: 'bolt://127.0.0.1:1', NEO4J_PASSWORD: 'x' };
    const { code, stdout, stderr } = await ententeWith(neo4j, 'load', await folderOf({ 'treaties.yaml': '' }));
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^STORE_UNAVAILABLE /);
  });

  it('writes the JSON Schema that it prints', async () => {
    const folder = await folderOf({});
    expect(await entente('schema', '--write', folder)).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(await readFile(join(folder, 'schema.json'), 'utf8')).toBe((await entente('schema')).stdout);
  });
});
