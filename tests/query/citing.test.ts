import { execute, parse } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CitedSource } from '../../src/query/citing.js';
import { openToy, type Toy } from '../toy/toy-graph.js';

describe('the sources that an answer rests on', () => {
  let toy: Toy;

  beforeAll(async () => {
    toy = await openToy();
  });

  const sourcesOf = async (question: string): Promise<readonly CitedSource[]> => {
    const { schema, fieldResolver } = toy.graph;
    const contextValue = toy.graph.context(new AbortController().signal, { cite: true });
    const { errors } = await execute({
      schema,
      document: parse(question),
      contextValue,
      fieldResolver: fieldResolver as never,
    });
    expect(errors).toBeUndefined();
    return contextValue.sources();
  };

  const passagesOf = async (question: string) => (await sourcesOf(question)).flatMap(({ passages }) => passages);

  test('are of a fact its citations', async () => {
    expect(await passagesOf('{ person(id: "person/an") { home { edges { node { name } } } } }')).toEqual(
      expect.arrayContaining(['passage/gazette/1', 'passage/herald/1']),
    );
    expect(await passagesOf('{ node(id: "party-to/3") { ... on Relation { type } } }')).toEqual(['passage/herald/1']);
    expect(await passagesOf('{ node(id: "claim/hue/population/2") { ... on Claim { value } } }')).toEqual([
      'passage/herald/1',
    ]);
  });

  test('are those of the facts too where only the nodes to which they lead are selected', async () => {
    expect(await passagesOf('{ treaty(id: "treaty/peace") { parties { nodes { name } } } }')).toContain(
      'passage/herald/1',
    );
  });

  test('are of an entity those of the best values that are selected of it', async () => {
    expect(await passagesOf('{ treaty(id: "treaty/peace") { concludedOn { edtf } } }')).toEqual([
      'passage/gazette/2',
      'passage/herald/1',
    ]);
    expect(await passagesOf('{ city(id: "city/hue") { population } }')).toEqual(['passage/gazette/2']);
  });

  test('are of an entity of which no value is selected those that name it', async () => {
    expect(await passagesOf('{ city(id: "city/hue") { name } }')).toEqual(['passage/gazette/1', 'passage/atlas/whole']);
  });

  test('come in the order of the answer, each source once, with all its places in one footnote', async () => {
    const sources = await sourcesOf(
      '{ a: node(id: "claim/hue/population/2") { id } b: treaty(id: "treaty/peace") { concludedOn { edtf } } c: city(id: "city/hue") { name } }',
    );
    expect(sources).toEqual([
      { id: 'source/herald', footnote: 'herald, 1', passages: ['passage/herald/1'] },
      {
        id: 'source/gazette',
        footnote: 'gazette, 1; gazette, 2',
        passages: ['passage/gazette/1', 'passage/gazette/2'],
      },
      { id: 'source/atlas', footnote: 'atlas, whole', passages: ['passage/atlas/whole'] },
    ]);
  });

  test('are of a path the facts by which it goes, whatever is selected of it', async () => {
    expect(
      await passagesOf(
        '{ paths(from: { id: "person/an" }, to: { id: "treaty/peace" }, via: [PARTY_TO], first: 1) { length } }',
      ),
    ).toEqual(['passage/herald/1']);
  });

  test('are none where nothing is returned, and none unless the request asks', async () => {
    expect(await sourcesOf('{ cities(where: { name: { eq: "nowhere" } }) { nodes { name } } }')).toEqual([]);
    const context = toy.graph.context(new AbortController().signal);
    await execute({
      schema: toy.graph.schema,
      document: parse('{ city(id: "city/hue") { name } }'),
      contextValue: context,
      fieldResolver: toy.graph.fieldResolver as never,
    });
    expect(context.sources()).toEqual([]);
  });
});
