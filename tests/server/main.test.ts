import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Compiled as `npm run build` does, beside an `index.js` that opens a toy graph: within reach of node_modules. */
const folder = join(process.cwd(), 'node_modules/.cache/entente-main-test');

const toyIndex = `
  import { buildSchema } from 'graphql';
  export async function openGraph(config) {
    if (config.seed === 'broken') throw new (await import('./errors.js')).SeedError([
      { file: 'party.yaml', line: 3, column: 5, code: 'UNCITED', message: 'A fact needs a citation.' }]);
    return {
      schema: buildSchema('type Query { id: ID }'),
      fieldResolver: () => 'x',
      release: { id: 'abc1230000000000', date: '2024-01-01', entities: 1210, facts: 900, sources: 5 },
      context: (signal) => ({ signal, reads: 0, answer: async () => undefined }),
      close: async () => console.log('graph closed'),
    };
  }
`;

beforeAll(() => {
  const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
  mkdirSync(join(folder, 'server'), { recursive: true });
  const sources = ['errors.ts', ...readdirSync('src/server').map((name) => `server/${name}`)];
  for (const name of sources) {
    const { outputText } = ts.transpileModule(readFileSync(join('src', name), 'utf8'), { compilerOptions });
    writeFileSync(join(folder, name.replace(/ts$/, 'js')), outputText);
  }
  writeFileSync(join(folder, 'index.js'), toyIndex);
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
});

afterAll(() => rmSync(folder, { recursive: true }));

interface Process {
  readonly child: ChildProcess;
  /** What it has written to each stream so far. */
  readonly said: { out: string; error: string };
  /** Its exit code, once it has ended. */
  readonly ended: Promise<unknown>;
}

function run(environment: Readonly<Record<string, string>>): Process {
  const env = { PATH: process.env['PATH'], ENTENTE_PORT: '0', ENTENTE_LOG: 'silent', ...environment };
  const child = spawn(process.execPath, [join(folder, 'server/main.js')], { env });
  const said = { out: '', error: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.error += chunk.toString()));
  return { child, said, ended: once(child, 'close').then(([code]) => code as unknown) };
}

describe('npm start', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('says in one line what it serves, and ends with 0 on %s', async (signal) => {
    const { child, said, ended } = run({});
    await once(child.stdout!, 'data');
    expect(said.out).toMatch(
      /^Entente at http:\/\/localhost:\d+ — 1,210 entities, 900 facts from 5 sources, release abc12300, ready in \d+\.\d s\n$/,
    );
    const url = /http:\/\/localhost:\d+/.exec(said.out)![0];
    expect((await fetch(`${url}/graphql?query={id}`)).status).toBe(200);
    child.kill(signal);
    expect(await ended).toBe(0);
    expect(said.out).toMatch(/graph closed\n$/);
    expect(said.error).toBe('');
  });

  it('names every fault of its config, and ends with 1', async () => {
    const { said, ended } = run({ ENTENTE_PORT: 'many', ENTENTE_DEPTH: '0' });
    expect(await ended).toBe(1);
    expect(said.error).toBe(
      'ENTENTE_PORT is "many": accepted is a whole number from 0 to 65535.\n' +
        'ENTENTE_DEPTH is "0": accepted is a whole number from 1 to 1000000000.\n',
    );
  });

  it('says in one line that its port is in use, closes the graph, and ends with 1', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const { said, ended } = run({ ENTENTE_PORT: String(port) });
    expect(await ended).toBe(1);
    expect(said.error).toMatch(/^Cannot listen on port \d+ of 127\.0\.0\.1: another program does\. .*\n$/);
    expect(said.out).toBe('graph closed\n');
    other.close();
  });

  it('prints the faults of a seed, and no stack', async () => {
    const { said, ended } = run({ ENTENTE_SEED: 'broken' });
    expect(await ended).toBe(1);
    expect(said.error).toBe('The seed has faults:\nparty.yaml:3:5 UNCITED A fact needs a citation.\n');
  });

  it('logs a request as one JSON line, with what it asked and how long it took', async () => {
    const { child, said, ended } = run({ ENTENTE_LOG: 'info' });
    await once(child.stdout!, 'data');
    const url = /http:\/\/localhost:\d+/.exec(said.out)![0];
    await fetch(`${url}/graphql?query=query+Mine{id}`, { headers: { 'x-request-id': 'r1' } });
    child.kill();
    await ended;
    const lines = said.out
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as object);
    expect(lines[0]).toMatchObject({
      requestId: 'r1',
      method: 'GET',
      status: 200,
      ms: expect.any(Number),
      operationName: 'Mine',
    });
    expect(lines[1]).toMatchObject({ signal: 'SIGTERM' });
  });
});
