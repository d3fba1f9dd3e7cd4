import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import neo4j, { type Driver } from 'neo4j-driver';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { missingForNeo4j, startNeo4j } from '../../../scripts/neo4j/start.js';
import { Connection } from '../../../src/store/neo4j/connection.js';
import { decodeNative } from '../../../src/store/neo4j/layout.js';
import { Neo4jStore, type Neo4jOptions } from '../../../src/store/neo4j/neo4j-store.js';
import { MemoryStore } from '../../../src/store/memory/memory-store.js';
import type { EntityRecord } from '../../../src/model/release.js';
import { toyKinds } from '../../toy/kinds.js';
import { releaseOf, claim, entity, names, relation, toyRelease } from '../../toy/release.js';
import { toyOver } from '../../toy/toy-graph.js';
import { compiledChild } from '../compiled-child.js';
import { crowd, PEOPLE, spokenOf } from '../crowd.js';
import { cypherShell, describeNeo4j, emptied } from './server.js';

describeNeo4j('Loads and failures of the Neo4j store', (options) => {
  const open: Neo4jStore[] = [];
  const opened = async (more: Partial<Neo4jOptions> = {}) => {
    const store = await Neo4jStore.open({ ...options(), readTimeout: 60_000, ...more }, toyKinds);
    open.push(store);
    return store;
  };
  beforeEach(async () => void (await emptied(options())));
  afterEach(async () => void (await Promise.all(open.splice(0).map((store) => store.close()))));

  const nodes = async () => {
    const [row] = await cypherShell(options(), 'MATCH (n) WHERE NOT n:Load RETURN count(n) AS count');
    return row!['count'] as number;
  };

  describe('loads', () => {
    test('readers see one release or the other while a load runs, in this process and in others', async () => {
      const [writer, reader] = [await opened(), await opened()];
      await writer.load(crowd('release-0', 300));
      await reader.refresh();
      const seen = new Set<string>();
      let isOver = false;
      const looping = [writer, reader, reader].map(async (store) => {
        const toy = toyOver(store);
        while (!isOver) seen.add(spokenOf(await toy.ask(PEOPLE)));
      });
      for (let release = 1; release <= 4; release++) await writer.load(crowd(`release-${release}`, 300 + release));
      expect(spokenOf(await toyOver(reader).ask(PEOPLE))).toBe('304 release-4');
      isOver = true;
      await Promise.all(looping);
      expect([...seen].sort()).toEqual(expect.arrayContaining(['300 release-0', '304 release-4']));
      expect(
        [...seen].every((each) => /^30(\d) release-\1$/.test(each)),
        [...seen].join(),
      ).toBe(true);
    });

    test('loading twice changes nothing, and what is taken out is gone', async () => {
      const store = await opened();
      await store.load(toyRelease);
      const count = await nodes();
      await store.load(toyRelease);
      expect(await nodes()).toBe(count);
      await store.load(releaseOf({ ...toyRelease, claims: [], relations: [] }));
      const left = await cypherShell(options(), 'MATCH (n:Fact) RETURN count(n) AS facts');
      expect(left).toEqual([{ facts: 0 }]);
      expect(store.loaded).toMatchObject({ relations: 0, claims: 0 });
    });

    test('a load that fails midway leaves the former graph and nothing else', async () => {
      const store = await opened();
      await store.load(crowd('release-0', 50));
      const count = await nodes();
      function* failing(): Iterable<EntityRecord> {
        yield* crowd('release-1', 6000).entities;
        throw new Error('The file ends here.');
      }
      await expect(store.load({ ...crowd('release-1', 6000), entities: failing() })).rejects.toThrow(
        'The file ends here.',
      );
      expect(await nodes()).toBe(count);
      expect(spokenOf(await toyOver(store).ask(PEOPLE))).toBe('50 release-0');
      expect(store.loaded?.id).toBe('release-0');
    });

    test.each([
      ['a relation to nothing', { relations: [relation('knows/1', 'KNOWS', 'person/an', 'person/nobody')] }],
      ['a claim about nothing', { claims: [claim('claim/1', 'person/nobody', 'nickname', 'x')] }],
      [
        'a passage that is not there',
        { claims: [claim('claim/1', 'person/an', 'nickname', 'x', { citations: [{ passage: 'passage/none/1' }] })] },
      ],
      ['one id twice', { entities: [...toyRelease.entities, toyRelease.entities[0]!] }],
    ])('refuses %s', async (_, parts) => {
      const store = await opened();
      await store.load(crowd('release-0', 5));
      await expect(store.load({ ...toyRelease, ...parts })).rejects.toMatchObject({
        name: 'StoreError',
        code: 'LOAD_FAILED',
      });
      expect(spokenOf(await toyOver(store).ask(PEOPLE))).toBe('5 release-0');
    });

    test('a second load waits for the first or is refused; they never mix', async () => {
      const [one, other, third] = [
        await opened({ lockTimeout: 60_000 }),
        await opened({ lockTimeout: 60_000 }),
        await opened({ lockTimeout: 1 }),
      ];
      await one.load(crowd('release-0', 10));
      let isUnderWay: () => void;
      const underWay = new Promise<void>((resolve) => (isUnderWay = resolve));
      const first = one.load(crowd('release-1', 3000), () => isUnderWay());
      await underWay;
      await expect(third.load(crowd('release-3', 5))).rejects.toMatchObject({ code: 'LOAD_FAILED' });
      const second = other.load(crowd('release-2', 2000));
      await first;
      expect(spokenOf(await toyOver(one).ask(PEOPLE))).toMatch(/^(3000 release-1|2000 release-2)$/);
      await second;
      expect(spokenOf(await toyOver(one).ask(PEOPLE))).toBe('2000 release-2');
      expect(one.loaded?.id).toBe('release-2');
    });

    test('a load whose process is killed leaves the former graph; the next load removes what it left', async () => {
      const store = await opened({ lockTimeout: 30_000 });
      await store.load(crowd('release-0', 50));
      const count = await nodes();
      const { uri, user, password } = options();
      const child = spawn(
        process.execPath,
        [await compiledChild(new URL('load-child.ts', import.meta.url)), uri, user, password],
        {
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      );
      for await (const chunk of child.stdout) {
        if (Number(String(chunk).trim().split('\n').at(-1)) > 0.4) break;
      }
      child.kill('SIGKILL');
      await once(child, 'exit');
      expect(await nodes()).toBeGreaterThan(count + 5000);
      expect(spokenOf(await toyOver(store).ask(PEOPLE))).toBe('50 release-0');
      const fresh = await opened();
      expect(fresh.loaded?.id).toBe('release-0');
      await store.load(crowd('release-1', 50));
      expect(await nodes()).toBe(count);
      expect(spokenOf(await toyOver(fresh).ask(PEOPLE))).toBe('50 release-1');
    });

    test('a load that was taken for dead cannot write any more', async () => {
      const store = await opened();
      await store.load(crowd('release-0', 10));
      const taken = store.load(crowd('release-1', 12_000), () => {
        stolen ??= cypherShell(options(), `MATCH (n:Load {key: 'owner'}) SET n.owner = 'another'`);
      });
      let stolen: Promise<unknown> | undefined;
      await expect(taken).rejects.toMatchObject({ code: 'LOAD_FAILED' });
      expect(spokenOf(await toyOver(store).ask(PEOPLE))).toBe('10 release-0');
    });

    test('a release of other kinds is neither loaded nor served', async () => {
      const store = await opened();
      await store.load(toyRelease);
      const others = toyKinds.filter(({ name }) => name === 'Source');
      await expect(store.load({ ...toyRelease, kinds: others })).rejects.toMatchObject({ code: 'LOAD_FAILED' });
      const other = await Neo4jStore.open(options(), others);
      open.push(other);
      expect(other.loaded).toBeUndefined();
    });
  });

  test('text that looks like Cypher, JSON or nothing at all comes back as it was', async () => {
    const hostile = [
      '`',
      '\\u0060',
      "'",
      '"',
      '$p1',
      '})-[]-(',
      '//',
      '/*',
      '\\',
      '{"a":1}',
      '[1]',
      'null',
      '\u0000',
      '\u2028',
      '😀',
      '%',
      '{{x}}',
      '9007199254740993',
    ];
    const release = releaseOf({
      ...toyRelease,
      id: `release ${hostile.join('')}`,
      entities: [
        ...toyRelease.entities,
        ...hostile.map((text, number) =>
          entity(
            `person/h${number}${text}`,
            'Person',
            names(`x ${text}`, `vi:${text} y`),
            { nickname: text },
            { descriptions: { en: text }, externalIds: [{ scheme: text, value: text }] },
          ),
        ),
      ],
      relations: hostile.map((text, number) =>
        relation(`party-to/${text}`, 'PARTY_TO', `person/h${number}${text}`, 'treaty/peace', {
          rankReason: text,
          properties: { role: text },
        }),
      ),
      claims: hostile.map((text, number) =>
        claim(`claim/${text}`, `person/h${number}${text}`, 'nickname', text, { rankReason: text }),
      ),
    });
    const [store, memory] = [await opened(), new MemoryStore()];
    await store.load(release);
    await memory.load(release);
    const [neo4j, inMemory] = [toyOver(store), toyOver(memory)];
    const whole = `{ people(first: 100) { nodes { id name nickname description externalIds { scheme value } treaties { edges { id role rankReason node { id } } } claims { nodes { id value rankReason } } } } }`;
    expect(await neo4j.ask(whole)).toEqual(await inMemory.ask(whole));
    for (const [number, text] of hostile.entries()) {
      const asked = `query ($id: ID!, $text: String!) { node(id: $id) { id } entity(ref: { name: $text }) { id }
        people(where: { or: [{ nickname: { eq: $text } }, { name: { contains: $text } }, { treaties: { some: { fact: { role: { startsWith: $text } } } } }] }) { nodes { id } }
        claims(where: { value: { eq: $text } }) { nodes { id } } }`;
      const variables = { id: `person/h${number}${text}`, text };
      expect(await neo4j.try(asked, variables), text).toEqual(await inMemory.try(asked, variables));
    }
  });

  test('strings are put in order by code point, not by the halves that JavaScript counts', async () => {
    const store = await opened();
    const texts = ['\uFB00', '😀', '\uE000', 'z'];
    await store.load({
      ...toyRelease,
      entities: [
        ...toyRelease.entities,
        ...texts.map((text) => entity(`city/${text}`, 'City', names(text), { motto: text })),
      ],
    });
    const { cities } = await toyOver(store).ask(
      `{ cities(where: { motto: { gte: "z" } }, orderBy: [{ id: ASC }]) { nodes { motto } } }`,
    );
    expect(cities.nodes).toEqual(['z', '\uE000', '\uFB00', '😀'].map((motto) => ({ motto })));
  });

  describe('failures', () => {
    const LONG = 'UNWIND range(1, 1000000000) AS i WITH i WHERE i % 7 = 8 RETURN count(*)';
    const connections: Connection[] = [];
    const connected = (more: Partial<Neo4jOptions> = {}) => {
      const connection = new Connection({ ...options(), ...more });
      connections.push(connection);
      return connection;
    };
    afterEach(async () => void (await Promise.all(connections.splice(0).map((connection) => connection.close()))));

    const running = async () => {
      const rows = await cypherShell(
        options(),
        `SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH 'UNWIND range' RETURN count(*) AS count`,
      );
      return rows[0]!['count'];
    };
    const ended = () => expect.poll(running, { timeout: 20_000 }).toBe(0);

    test('a read that nobody waits for is ended, here at once and soon in Neo4j', async () => {
      const connection = connected({ readTimeout: 60_000 });
      await connection.read('RETURN 1', {});
      const controller = new AbortController();
      const reading = connection.read(LONG, {}, controller.signal);
      await expect.poll(running, { timeout: 20_000 }).toBe(1);
      const since = performance.now();
      controller.abort();
      await expect(reading).rejects.toMatchObject({ code: 'STORE_TIMEOUT' });
      expect(performance.now() - since).toBeLessThan(500);
      await ended();
      expect(await connection.read('RETURN 1', {})).toHaveLength(1);
    });

    test('a read that takes too long is ended', async () => {
      await expect(connected({ readTimeout: 500 }).read(LONG, {})).rejects.toMatchObject({ code: 'STORE_TIMEOUT' });
      await ended();
    });

    test('a read cannot write', async () => {
      await expect(connected().read('CREATE (n:Mischief) RETURN 1', {})).rejects.toThrow();
      expect(await nodes()).toBe(0);
    });

    test('a whole number that a JavaScript number cannot hold stays exact', async () => {
      const [row] = await connected().read('RETURN 9007199254740993, -9223372036854775808, 9007199254740991, [1]', {});
      expect(row!.map(decodeNative)).toEqual([9007199254740993n, -9223372036854775808n, 9007199254740991, [1]]);
    });

    test('a read after a load asks for a state that has it, on whichever member of a cluster', async () => {
      const opening = vi.spyOn(neo4j, 'driver');
      const store = await opened();
      const driver = opening.mock.results[0]!.value as Driver;
      opening.mockRestore();
      const sessions = vi.spyOn(driver, 'session');
      await store.load(crowd('release-1', 3));
      sessions.mockClear();
      await toyOver(store).ask(PEOPLE);
      const [session] = sessions.mock.calls.map(([config]) => config);
      expect(session).toMatchObject({ defaultAccessMode: 'READ', bookmarks: [expect.stringMatching(/./)] });
    });

    test('a request of many root fields listens to its one signal without a warning', async () => {
      const warnings: string[] = [];
      const listen = ({ name }: Error) => warnings.push(name);
      process.on('warning', listen);
      const store = await opened();
      await store.load(crowd('release-1', 3));
      const fields = Array.from({ length: 20 }, (_, place) => `f${place}: person(id: "person/0") { id }`);
      await toyOver(store).ask(`{ ${fields.join(' ')} }`);
      await new Promise((resolve) => setImmediate(resolve));
      process.off('warning', listen);
      expect(warnings).toEqual([]);
    });

    test('many abandoned reads leave connections for others', async () => {
      const connection = connected({ poolSize: 3, readTimeout: 60_000 });
      for (let round = 0; round < 5; round++) {
        const controller = new AbortController();
        const reads = Array.from({ length: 3 }, () => connection.read(LONG, {}, controller.signal));
        setTimeout(() => controller.abort(), 50);
        const outcomes = await Promise.allSettled(reads);
        expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
      }
      await ended();
      expect(await connection.read('RETURN 1', {})).toHaveLength(1);
    });

    test('a wrong password, a server that is not there and an address that is none', async () => {
      const said = async (more: Partial<Neo4jOptions>) =>
        Neo4jStore.open({ ...options(), ...more }, toyKinds).then(
          () => undefined,
          (error: Error) => error,
        );
      const wrong = await said({ password: 'wrong' });
      expect(wrong).toMatchObject({ name: 'StoreError', code: 'STORE_UNAVAILABLE' });
      expect(wrong?.message).not.toMatch(/wrong|Neo\.|bolt/);
      expect(await said({ uri: 'bolt://127.0.0.1:1' })).toMatchObject({ code: 'STORE_UNAVAILABLE' });
      expect(await said({ uri: 'http://127.0.0.1:1' })).toMatchObject({ code: 'STORE_UNAVAILABLE' });
    });

    test('a read-only database is told in words, and still read', async (context) => {
      if (await missingForNeo4j()) return context.skip('There is no server of our own to set so.');
      const writable = await startNeo4j({ heap: '384m' });
      const { home, port, password } = writable;
      const store = await Neo4jStore.open({ ...writable, readTimeout: 30_000 }, toyKinds);
      open.push(store);
      await store.load(crowd('release-1', 3));
      await writable.stop(true);
      const settings = ['server.databases.default_to_read_only=true'];
      const server = await startNeo4j({ home, port, password, settings, heap: '384m' });
      try {
        const refused = { code: 'LOAD_FAILED', message: expect.stringContaining('lets nobody write there') };
        await expect(store.load(crowd('release-2', 3))).rejects.toMatchObject(refused);
        expect(spokenOf(await toyOver(store).ask(PEOPLE))).toBe('3 release-1');
      } finally {
        await server.stop(false);
      }
    }, 300_000);

    test('a full disk is told in words, and the former release is there when Neo4j starts again', async (context) => {
      if (await missingForNeo4j()) return context.skip('There is no server of our own to limit.');
      const settings = ['db.tx_log.preallocate=false'];
      const limited = await startNeo4j({ settings, heap: '384m' });
      const { home, port, password, pid } = limited;
      const store = await Neo4jStore.open({ ...limited, readTimeout: 30_000 }, toyKinds);
      open.push(store);
      await store.load(crowd('release-1', 3));
      // A limit on the size of files is a disk that is full: where one is, Neo4j cannot write on.
      execFileSync('prlimit', [`--pid=${pid}`, `--fsize=${4 * 1024 * 1024}`]);
      const refused = {
        code: 'LOAD_FAILED',
        message: expect.stringMatching(/The former one is still there.*disk is full/),
      };
      await expect(store.load(crowd('release-2', 20_000))).rejects.toMatchObject(refused);
      const [fault] = (await toyOver(store).try(PEOPLE)).errors;
      expect(fault).toMatchObject({ message: expect.stringMatching(/Neo4j cannot answer .*disk is full/) });
      await limited.stop(true);
      const server = await startNeo4j({ home, port, password, settings, heap: '384m' });
      try {
        expect(spokenOf(await toyOver(store).ask(PEOPLE))).toBe('3 release-1');
      } finally {
        await server.stop(false);
      }
    }, 300_000);

    test('a server that was stopped and comes back is read again', async (context) => {
      if (await missingForNeo4j()) return context.skip('There is no server of our own to stop.');
      const server = await startNeo4j({ heap: '384m' });
      try {
        const store = await Neo4jStore.open({ ...server, readTimeout: 30_000 }, toyKinds);
        open.push(store);
        await store.load(toyRelease);
        const toy = toyOver(store);
        const before = await toy.ask(PEOPLE);
        await server.stop(true);
        expect((await toy.try(PEOPLE)).errors[0]).toMatchObject({ message: expect.not.stringContaining('bolt') });
        const { home, port, password } = server;
        const again = await startNeo4j({ home, port, password, heap: '384m' });
        try {
          expect(await toy.ask(PEOPLE)).toEqual(before);
        } finally {
          await again.stop(false);
        }
      } finally {
        await server.stop(false);
      }
    }, 300_000);
  });
});
