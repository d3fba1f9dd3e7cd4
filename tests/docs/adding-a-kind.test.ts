import { readFile } from 'node:fs/promises';
import { graphql, printType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { loadSeed } from '../../src/loader/load-seed.js';
import { declarationsOf, Inverse, relationshipTypes } from '../../src/model/declare.js';
import { createGraph } from '../../src/query/graph.js';
import { createSchema } from '../../src/resolvers/create-schema.js';
import { kinds } from '../../src/schema/index.js';
import { Province } from '../../src/schema/province.js';
import { MemoryStore } from '../../src/store/memory/memory-store.js';
import { faultsIn, folderOf } from '../loader/seed-folder.js';
import { blocksOf, pageOf, root } from './blocks.js';
import { Crossing } from './crossing.js';

const blocks = blocksOf(await pageOf('docs/adding-a-kind.md'));
const blockIn = (language: string, place = 0) => blocks.filter((block) => block.language === language)[place]!;

/** What the page adds to the province, by hand: that file is not the page's. */
Inverse<Crossing>(() => Crossing, 'provinces', 'Border crossings that lead into it.')(Province.prototype, 'crossings');

const declarations = declarationsOf([...kinds, Crossing]);

const FILES = {
  'sources.yaml': `
- id: source/gazette-2020
  name: { vi: Công báo 2020, en: Gazette 2020 }
  publishedOn: { value: 2020-05-01, cite: [gazette-2020#1] }
`,
  'provinces.yaml': `
- id: province/east
  name: { vi: Miền Đông, en: East }
  cite: [gazette-2020#2]
- id: province/west
  name: { vi: Miền Tây, en: West }
  cite: [gazette-2020#3]
`,
  'crossings.yaml': blockIn('yaml').text,
};

describe('the page on adding a kind', () => {
  it('shows the declaration that is tested here', async () => {
    const tested = await readFile(`${root}tests/docs/crossing.ts`, 'utf8');
    const shown = tested
      .replaceAll("'../../src/schema/province.js'", "'./province.js'")
      .replaceAll("'../../src/", "'../");
    expect(blockIn('ts').text).toBe(shown);
    expect(blockIn('ts', 1).text).toContain(
      "@Inverse(() => Crossing, 'provinces', 'Border crossings that lead into it.')",
    );
  });

  it('declares a kind from which types, filters and root fields follow', () => {
    const schema = createSchema(declarations);
    expect(Object.keys(schema.getQueryType()!.getFields())).toEqual(expect.arrayContaining(['crossing', 'crossings']));
    expect(printType(schema.getType('CrossingFilter')!)).toMatch(/openedOn: DateFilter/);
    expect(printType(schema.getType('ProvinceFactEdge')!)).toMatch(/gate: String/);
  });

  it('asks a question and shows its answer', async () => {
    const store = new MemoryStore();
    await store.load(await loadSeed([await folderOf(FILES)], declarations));
    const schema = createSchema(declarations);
    const graph = createGraph({ schema, relationships: relationshipTypes(declarations), store });
    const question = blockIn('graphql');
    const { data, errors } = await graphql({
      schema,
      source: question.text,
      fieldResolver: graph.fieldResolver,
      contextValue: graph.context(new AbortController().signal),
    });
    expect(errors).toBeUndefined();
    expect(JSON.parse(JSON.stringify(data))).toEqual(JSON.parse(question.next!.text));
  });

  it('is right that other kinds do not know it', async () => {
    const faults = await faultsIn([await folderOf(FILES)]);
    expect(faults.map(({ code }) => code)).toContain('UNKNOWN_KIND');
  });
});
