import { connect, createServer } from 'node:net';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/server/config.js';
import { startServer } from '../../src/server/server.js';
import { ask, codeOf, serve } from './serve.js';
import { toyGraph } from './toy-graph.js';

interface Told {
  readonly statuses: readonly number[];
  readonly lost: readonly string[];
}

describe('a closing server', () => {
  it('loses no request under load', async () => {
    const graph = toyGraph();
    const server = await serve({ ENTENTE_LAME_DUCK: '300', ENTENTE_GRACE: '8000' }, graph);
    const workerData = { url: server.url, clients: 20, query: '{ slow(ms: 3) }' };
    const worker = new Worker(new URL('./load-client.mjs', import.meta.url), { workerData });
    await once(worker, 'message');
    const [[told]] = (await Promise.all([once(worker, 'message'), server.close()])) as unknown as [[Told]];
    const { statuses, lost } = told;
    expect(lost).toEqual([]);
    expect(statuses.length).toBeGreaterThanOrEqual(200);
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(graph.closed).toBe(1);
  });

  it('says at once that it is not ready, and asks for no further request on a connection', async () => {
    const server = await serve({ ENTENTE_LAME_DUCK: '300' });
    const closed = server.close();
    const ready = await fetch(`${server.url}/health/ready`);
    expect(ready.status).toBe(503);
    expect(ready.headers.get('connection')).toBe('close');
    expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
    const answer = await ask(server, '{ id }');
    expect(codeOf(answer)).toEqual([200, undefined]);
    expect(answer.headers.get('connection')).toBe('close');
    await closed;
  });

  it('waits for what runs, and closes the graph after it', async () => {
    const graph = toyGraph();
    const server = await serve({ ENTENTE_GRACE: '8000' }, graph);
    const answer = ask(server, '{ slow(ms: 300) }');
    while (graph.signals.length === 0) await wait(5);
    const closed = server.close();
    expect(codeOf(await answer)).toEqual([200, undefined]);
    await closed;
    expect(graph).toMatchObject({ closed: 1, closedEarly: false });
  });

  it('answers SHUTTING_DOWN to what still runs after its grace', async () => {
    const graph = toyGraph();
    const server = await serve({ ENTENTE_GRACE: '50' }, graph);
    const answer = ask(server, '{ hangs }');
    while (graph.signals.length === 0) await wait(5);
    await server.close();
    const refused = await answer;
    expect(codeOf(refused)).toEqual([503, 'SHUTTING_DOWN']);
    expect(refused.headers.get('retry-after')).toBe('1');
  });

  it('ends though a client holds its connection and says nothing', async () => {
    const server = await serve({ ENTENTE_GRACE: '50' });
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1').on('error', () => undefined);
    socket.write('POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{');
    await wait(50);
    await server.close();
    socket.destroy();
  });

  it('closes once, however often it is told to', async () => {
    const graph = toyGraph();
    const server = await serve({}, graph);
    await Promise.all([server.close(), server.close()]);
    await server.close();
    expect(graph.closed).toBe(1);
  });
});

it('says in one line that its port is in use', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as { port: number };
  const start = startServer(toyGraph(), readConfig({ ENTENTE_PORT: String(port), ENTENTE_LOG: 'silent' }));
  await expect(start).rejects.toThrow(
    `Cannot listen on port ${port} of 127.0.0.1: another program does. Stop it, or set ENTENTE_PORT to a free port.`,
  );
  other.close();
});
