import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { openGraph } from '../../src/index.js';
import type { OpenGraph } from '../../src/query/open-graph.js';
import { settingRows } from '../../src/server/config.js';
import { folderOf } from '../loader/seed-folder.js';
import { ask, saysSomething, valuesOf } from './asking.js';
import { blocksOf, pageOf, root } from './blocks.js';

const decisions = (await readdir(`${root}docs/decisions`)).map((name) => `docs/decisions/${name}`);
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...(await readdir(`${root}docs`)).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`),
  ...decisions,
];

/** The questions of all pages but the one whose kind is not among ours. */
const questions = (
  await Promise.all(
    pages
      .filter((path) => path !== 'docs/adding-a-kind.md')
      .map(async (path) => blocksOf(await pageOf(path)).map((block) => ({ path, ...block }))),
  )
)
  .flat()
  .filter(({ language }) => language === 'graphql');

const readme = await pageOf('README.md');

let graph: OpenGraph;
beforeAll(async () => {
  graph = await openGraph();
});

describe('the questions of the documentation', () => {
  it('are one and ten more in the README, besides those that explain', () => {
    const ten = readme.slice(readme.indexOf('## Ten more'), readme.indexOf('## Reading an answer'));
    expect(blocksOf(ten).filter(({ language }) => language === 'graphql')).toHaveLength(10);
    expect(blocksOf(ten).filter(({ language }) => language === 'json')).toHaveLength(10);
  });

  it.each(questions.map((question) => [`${question.path}:${question.line}`, question] as const))(
    '%s has the answer that is shown',
    async (_, { text, next }) => {
      const data = await ask(graph, text);
      expect(saysSomething(data)).toBe(true);
      if (next?.language === 'json') expect(data).toEqual(JSON.parse(next.text));
    },
  );
});

describe('the examples of the graph', async () => {
  const opened = await openGraph();
  const { examples } = (await ask(opened, '{ graph { examples { id query variables } } }'))['graph'] as {
    examples: readonly { readonly id: string; readonly query: string; readonly variables: string | null }[];
  };

  it.each(examples.map((example) => [example.id, example] as const))(
    '%s is answered within the limits of the server, with citations',
    async (_, { query, variables }) => {
      const data = await ask(opened, query, JSON.parse(variables ?? '{}') as Record<string, unknown>);
      expect(valuesOf('citations', data).flat()).not.toHaveLength(0);
    },
  );
});

describe('the README', () => {
  it('begins with three commands, of which two are scripts and one starts docker-compose.yml', () => {
    const [start, test, compose] = blocksOf(readme);
    expect([start!.text, test!.text]).toEqual(['npm ci && npm start\n', 'npm ci && npm test\n']);
    expect(compose!.text).toBe('docker compose up\n');
    expect(existsSync(join(root, 'docker-compose.yml'))).toBe(true);
  });

  it('lists the settings of the config', () => {
    const table = readme.split('\n').filter((line) => /^\| `(ENTENTE|NEO4J)_/.test(line));
    const shown = table.map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('`', '')),
    );
    const said = settingRows.map(({ variable, default: preset, unit, meaning }) => {
      const value = String(preset ?? '');
      return [variable, value.startsWith(root) ? relative(root, value) : value, unit, meaning];
    });
    expect(shown).toEqual(said);
  });

  it('shows a folder that loads', async () => {
    const files = blocksOf(readme).flatMap(({ text }) => {
      const name = /^# my-graph\/(\S+)\n/.exec(text)?.[1];
      return name ? [[name, text]] : [];
    });
    expect(files).toHaveLength(3);
    const own = await openGraph({ seed: await folderOf(Object.fromEntries(files) as Record<string, string>) });
    const question =
      '{ agreements(where: { parties: { some: { node: { name: { eq: "aland" } } } } }) { nodes { id } } }';
    expect(await ask(own, question)).toEqual({ agreements: { nodes: [{ id: 'agreement/river-2019' }] } });
  });

  it('embeds a graph as it is tested here', async () => {
    const block = blocksOf(readme).find(({ language }) => language === 'ts')!;
    expect(block.text).toBe((await pageOf('tests/docs/embedding.ts')).replace("'../../src/index.js'", "'entente'"));
    const { data, errors } = await import('./embedding.js');
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ agreement: { concludedOn: { edtf: '2022-11' } } });
  });
});

describe('every page', () => {
  it.each(pages)('%s links to what is there', async (path) => {
    const links = [...(await pageOf(path)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link!);
    const missing = links
      .filter((link) => !/^(https?|mailto):/.test(link))
      .filter((link) => !existsSync(join(root, dirname(path), link.split('#')[0]!)));
    expect(missing).toEqual([]);
  });

  it.each(pages)('%s names scripts that exist', async (path) => {
    const named = [...(await pageOf(path)).matchAll(/npm run ([a-z0-9:]+)/g)].map(([, script]) => script!);
    expect(named.filter((script) => !(script in packageJson.scripts))).toEqual([]);
  });
});
