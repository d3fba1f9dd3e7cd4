import { execute, getOperationAST, parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openGraph, schema, type OpenGraph } from '../../src/index.js';
import { readConfig } from '../../src/server/config.js';
import { checkOperation } from '../../src/server/limits.js';
import { describeNeo4j } from '../store/neo4j/server.js';
import { categories, questionFiles, questionsOf, type Question } from './questions.js';

const all = questionFiles().flatMap(questionsOf);

describe('the list of questions', () => {
  test('has every category, and enough of each', () => {
    expect(questionFiles()).toEqual(Object.keys(categories).sort());
    const counts = questionFiles().map((category) => [category, questionsOf(category).length] as const);
    const short = counts.filter(([category, count]) => count < categories[category as keyof typeof categories]);
    expect(short).toEqual([]);
    expect(all.length).toBeGreaterThanOrEqual(60);
  });

  test.each(questionFiles())('numbers those of %s in their order', (category) => {
    const ids = questionsOf(category).map(({ id }) => id);
    expect(ids).toEqual(ids.map((_, index) => `${category}-${String(index + 1).padStart(2, '0')}`));
  });

  test('asks nothing twice', () => {
    for (const texts of [all.map(({ question }) => question.vi), all.map(({ query }) => query)])
      expect(texts.filter((text, index) => texts.indexOf(text) < index)).toEqual([]);
  });
});

/** Asks every question of one graph. */
function describeQuestions(open: () => Promise<OpenGraph>): void {
  let graph: OpenGraph;

  beforeAll(async () => {
    graph = await open();
  }, 300_000);

  afterAll(() => graph?.close());

  test('was read in documents that the graph holds', async () => {
    const slugs = [...new Set(all.flatMap(({ read }) => read.map((locator) => locator.replace(/#.*/, ''))))].sort();
    const source = `{ sources(where: { type: { in: [ARTICLE, BRIEFING] } }, orderBy: [{ id: ASC }]) { nodes { id } } }`;
    const { data } = await answer(graph, source);
    expect(data).toEqual({ sources: { nodes: slugs.map((slug) => ({ id: `source/${slug}` })) } });
  });

  test.each(all.map((question) => [question.id, question.question.en, question] as const))(
    '%s: %s',
    async (_id, _text, { query, answer: expected }: Question) => {
      const { data, reads, rootFields } = await answer(graph, query);
      expect(data).toEqual(expected);
      expect(reads).toBe(rootFields);
    },
  );
}

/**
 * Answers a query as a program that embeds the graph does, as plain JSON.
 *
 * @throws where the schema does not have what is asked for, a server would refuse it as too large, or it has errors.
 */
async function answer(graph: OpenGraph, source: string) {
  const document = parse(source);
  const faults = validate(schema, document);
  if (faults.length > 0) throw new Error(faults.map(({ message }) => message).join('\n'));
  const operation = getOperationAST(document)!;
  checkOperation({ schema, document, operation, variables: {} }, readConfig().limits);
  const contextValue = graph.context(new AbortController().signal);
  const { data, errors } = await execute({ schema, document, contextValue, fieldResolver: graph.fieldResolver });
  if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
  return {
    data: JSON.parse(JSON.stringify(data)) as unknown,
    reads: contextValue.reads,
    rootFields: operation.selectionSet.selections.length,
  };
}

describe('the questions, in memory', () => describeQuestions(() => openGraph()));

describeNeo4j('the questions, in Neo4j', (options) => describeQuestions(() => openGraph({ neo4j: options() })));
