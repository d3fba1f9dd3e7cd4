import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { startNeo4j, type RunningNeo4j } from '../../../scripts/neo4j/start.js';
import { exportFormats } from '../../../src/loader/export/index.js';
import { loadSeed } from '../../../src/loader/load-seed.js';
import type { KindDeclaration } from '../../../src/model/declare.js';
import type { Release } from '../../../src/model/release.js';
import { MemoryStore } from '../../../src/store/memory/memory-store.js';
import { Neo4jStore, type Neo4jOptions } from '../../../src/store/neo4j/neo4j-store.js';
import { claim, entity, names, relation, toyRelease } from '../../toy/release.js';
import { toyOver } from '../../toy/toy-graph.js';
import { toyKinds } from '../../toy/kinds.js';
import { documents } from './documents.js';
import { ask, declarations, graphOver } from './served.js';
import { cypherShell, describeOwnNeo4j, inShell, PATIENCE } from './server.js';

describeOwnNeo4j('A database that neo4j-admin filled from exported files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'entente import '));
  const running: RunningNeo4j[] = [];
  const stores: Neo4jStore[] = [];
  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await Promise.all(running.map((server) => server.stop(false)));
    rmSync(folder, { recursive: true, force: true });
  });

  /** Exports a release, imports it into a new database, makes the indexes, and opens the store. */
  async function imported(name: string, release: Release, kinds: readonly KindDeclaration[]) {
    const directory = join(folder, name);
    const done: number[] = [];
    const next = await exportFormats['neo4j-import']!.write(release, directory, (part, total) =>
      done.push(part / total),
    );
    expect(next.join('\n')).toContain(join(directory, 'import.args'));
    expect(done.at(-1)).toBe(1);
    const server = await startNeo4j({ heap: '384m', importFrom: directory });
    running.push(server);
    const schema = await readFile(join(directory, 'schema.cypher'), 'utf8');
    await inShell(server, async (run) => {
      for (const statement of schema.trim().split(';\n')) await run(statement.replace(/;$/, ''));
      await run('CALL db.awaitIndexes(300)');
    });
    const store = await Neo4jStore.open({ ...server, ...PATIENCE }, kinds);
    stores.push(store);
    return { store, server };
  }

  /** All that lies in a slot, node by node and relationship by relationship, in no slot's words. */
  async function contentsOf(options: Neo4jOptions, slot: 'A' | 'B') {
    const said = (value: unknown) => JSON.stringify(value).replaceAll(`_${slot}"`, '"');
    const sorted = (properties: object) => Object.entries(properties).sort(([one], [other]) => (one < other ? -1 : 1));
    const nodes = await cypherShell(
      options,
      `MATCH (n) WHERE any(label IN labels(n) WHERE label ENDS WITH '_${slot}') AND NOT n:Release
       RETURN labels(n) AS labels, properties(n) AS properties`,
    );
    const relationships = await cypherShell(
      options,
      `MATCH (n)-[r]->(m) WHERE any(label IN labels(n) WHERE label ENDS WITH '_${slot}')
       RETURN type(r) AS type, properties(r) AS properties, [coalesce(n.id, n.text), coalesce(m.id, m.text)] AS ends`,
    );
    return [
      ...nodes.map((node) => said([[...(node['labels'] as string[])].sort(), sorted(node['properties'] as object)])),
      ...relationships.map((each) => said([each['type'], each['ends'], sorted(each['properties'] as object)])),
    ].sort();
  }

  test('holds what a load makes of the graph that ships', async () => {
    const release = await loadSeed(['graph-seed'], declarations);
    const { store, server } = await imported('shipped', release, declarations);
    const inMemory = new MemoryStore();
    await inMemory.load(release);
    expect(store.loaded).toEqual(inMemory.loaded);
    const [neo4j, memory] = [graphOver(store), graphOver(inMemory)];
    for (const { document, variables } of documents)
      expect(await ask(neo4j, document, variables), document).toBe(await ask(memory, document, variables));
    // A load leaves what was there until the new release is whole, and then removes it.
    const before = await contentsOf(server, 'A');
    await store.load(release);
    expect(await contentsOf(server, 'B')).toEqual(before);
    expect(await contentsOf(server, 'A')).toEqual([]);
  }, 900_000);

  test('holds every text as it was, and what is empty as empty', async () => {
    const hostile = [
      '"',
      '""',
      ',',
      ';',
      '\n',
      '\r\n',
      '\\',
      '\\"',
      "'",
      '|',
      '\t',
      ' x ',
      '\u2028',
      '😀',
      'null',
      '{"a":1}',
    ];
    const release = {
      ...toyRelease,
      entities: [
        ...toyRelease.entities,
        entity('person/nobody', 'Person', names('x'), { nickname: '' }, { citations: [] }),
        ...hostile.map((text, number) =>
          entity(`person/h${number}${text}`, 'Person', names(`x ${text}`), { nickname: text }),
        ),
      ],
      relations: [
        ...toyRelease.relations,
        ...hostile.map((text, number) =>
          relation(`party-to/${text}`, 'PARTY_TO', `person/h${number}${text}`, 'treaty/peace', {
            rankReason: text,
            properties: { role: text },
          }),
        ),
      ],
      claims: [
        ...toyRelease.claims,
        ...hostile.map((text, number) => claim(`claim/${text}`, `person/h${number}${text}`, 'nickname', text)),
      ],
    };
    const { store, server } = await imported('hostile', release, toyKinds);
    const inMemory = new MemoryStore();
    await inMemory.load(release);
    const whole = `{ people(first: 100) { nodes { id name nickname citations { paragraph } sources { id }
      treaties { edges { id role rankReason node { id } } } claims { nodes { id value } } } }
      cities(first: 100) { nodes { id name population area { amount lower upper } foundedOn { edtf } isCapital motto } } }`;
    expect(await toyOver(store).ask(whole)).toEqual(await toyOver(inMemory).ask(whole));
    const before = await contentsOf(server, 'A');
    await store.load(release);
    expect(await contentsOf(server, 'B')).toEqual(before);
  }, 900_000);
});

test('a text with the separator of lists is refused, and says so', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'entente-import-'));
  const release = {
    ...toyRelease,
    entities: [entity('person/x', 'Person', names('a\u001fb'))],
    relations: [],
    claims: [],
  };
  await expect(exportFormats['neo4j-import']!.write(release, folder, () => undefined)).rejects.toMatchObject({
    code: 'LOAD_FAILED',
    message: expect.stringContaining('U+001F'),
  });
  rmSync(folder, { recursive: true });
});
