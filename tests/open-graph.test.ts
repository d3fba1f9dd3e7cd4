import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { graphql } from 'graphql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openGraph, type OpenGraph } from '../src/index.js';
import { loadSeed } from '../src/loader/load-seed.js';
import { markSeed } from '../src/loader/seed-mark.js';
import { writeSnapshot } from '../src/store/memory/snapshot.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'entente-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Writes a seed of one country and one article, and returns its folder. */
async function seedOf(name: string, country: string): Promise<string> {
  const seed = join(folder, name);
  await cp(new URL('./open-graph.seed/', import.meta.url), seed, { recursive: true });
  const countries = join(seed, 'countries.yaml');
  await writeFile(countries, (await readFile(countries, 'utf8')).replaceAll('Atlantis', country));
  return seed;
}

async function countriesOf(graph: OpenGraph): Promise<readonly string[]> {
  const { data, errors } = await graphql({
    schema: graph.schema,
    source: '{ countries { nodes { name } } }',
    contextValue: graph.context(new AbortController().signal),
    fieldResolver: graph.fieldResolver as never,
  });
  expect(errors).toBeUndefined();
  await graph.close();
  return (data as unknown as { countries: { nodes: { name: string }[] } }).countries.nodes.map(({ name }) => name);
}

describe('openGraph', () => {
  it('serves the graph that ships when it is told nothing', async () => {
    const graph = await openGraph();
    expect(graph.release.entities).toBeGreaterThan(250);
    await graph.close();
  });

  it('keeps a snapshot in the data folder, and answers the same from it', async () => {
    const seed = await seedOf('seed', 'Atlantis');
    const data = join(folder, 'data');
    const first = await openGraph({ seed, data });
    const second = await openGraph({ seed, data });
    expect(second.release).toEqual(first.release);
    expect(await countriesOf(second)).toEqual(await countriesOf(first));
  });

  it('loads the seed again when a file of it has changed, was added or was removed', async () => {
    const seed = await seedOf('seed', 'Atlantis');
    const data = join(folder, 'data');
    await (await openGraph({ seed, data })).close();
    const countries = join(seed, 'countries.yaml');
    await writeFile(countries, (await readFile(countries, 'utf8')).replaceAll('Atlantis', 'Lemuria'));
    expect(await countriesOf(await openGraph({ seed, data }))).toEqual(['Lemuria']);
    await rm(countries);
    expect(await countriesOf(await openGraph({ seed, data }))).toEqual([]);
  });

  it('loads another seed into a data folder that held one', async () => {
    const data = join(folder, 'data');
    await (await openGraph({ seed: await seedOf('one', 'Atlantis'), data })).close();
    expect(await countriesOf(await openGraph({ seed: await seedOf('other', 'Lemuria'), data }))).toEqual(['Lemuria']);
  });

  it('serves what was loaded into the data folder when no seed is named, even if its folder is gone', async () => {
    const seed = await seedOf('seed', 'Atlantis');
    const data = join(folder, 'data');
    await writeSnapshot(await loadSeed([seed]), data, await markSeed([seed]));
    expect(await countriesOf(await openGraph({ data }))).toEqual(['Atlantis']);
    await rm(seed, { recursive: true });
    expect(await countriesOf(await openGraph({ data }))).toEqual(['Atlantis']);
  });

  it('says that a snapshot is damaged, whichever byte of it is not as it was written', async () => {
    const seed = await seedOf('seed', 'Atlantis');
    const data = join(folder, 'data');
    await (await openGraph({ seed, data })).close();
    const path = join(data, 'graph.snapshot');
    const whole = await readFile(path);
    for (const at of [0, 25, whole.length >> 1, whole.length - 1]) {
      const flipped = Buffer.from(whole);
      flipped[at]! ^= 1;
      await writeFile(path, flipped);
      await expect(openGraph({ seed, data })).rejects.toMatchObject({ code: 'SNAPSHOT_DAMAGED' });
    }
    await writeFile(path, whole.subarray(0, whole.length - 100));
    await expect(openGraph({ seed, data })).rejects.toMatchObject({ code: 'SNAPSHOT_DAMAGED' });
  });

  it('says in one line that a seed folder cannot be read', async () => {
    await expect(openGraph({ seed: join(folder, 'nowhere'), data: join(folder, 'data') })).rejects.toThrow(
      /cannot be read/,
    );
  });

  it('gives passages their text where the documents are at hand', async () => {
    const seed = await seedOf('seed', 'Atlantis');
    await writeFile(join(folder, 'article.txt'), 'A headline\n\nAtlantis rose from the sea.\n');
    const ask = async (documents?: string) => {
      const graph = await openGraph({ seed, documents });
      const { data } = await graphql({
        schema: graph.schema,
        source: '{ country(id: "country/atlantis") { citations { paragraph text } } }',
        contextValue: graph.context(new AbortController().signal),
        fieldResolver: graph.fieldResolver as never,
      });
      await graph.close();
      return JSON.parse(JSON.stringify(data)) as unknown;
    };
    expect(await ask(folder)).toEqual({
      country: { citations: [{ paragraph: 2, text: 'Atlantis rose from the sea.' }] },
    });
    expect(await ask()).toEqual({ country: { citations: [{ paragraph: 2, text: null }] } });
  });
});
