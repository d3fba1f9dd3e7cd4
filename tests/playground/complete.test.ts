import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { completeQuestion, type Extra } from '../../src/playground/complete.js';
import { addMissing } from '../../src/playground/views/suggest.js';
import { schema, shape } from './schema.js';

const EXAMPLES = parseYaml(readFileSync(join(import.meta.dirname, '../../graph-seed/examples.yaml'), 'utf8')) as {
  id: string;
  query: string;
}[];

const complete = (query: string, options: { extra?: Extra | undefined } = {}) =>
  completeQuestion(query, shape, { language: 'vi', ...options });
const flat = (query: string) => query.replaceAll(/\s+/g, ' ');

describe('completeQuestion', () => {
  test.each(EXAMPLES.map(({ id, query }) => [id, query]))(
    'keeps %s valid, with the parties of agreements too',
    (_id, query) => {
      for (const extra of [undefined, 'parties', 'figures'] as const)
        expect(validate(schema, parse(complete(query, { extra }).query))).toEqual([]);
    },
  );

  test('writes no more aliases than its fragments have, however long the question', () => {
    const longest = EXAMPLES.reduce((one, other) => (one.query.length > other.query.length ? one : other)).query;
    expect(complete(longest, { extra: 'parties' }).query.match(/entente_\w+:/g)).toHaveLength(3);
  });

  test('does not ask for the parties of agreements so deep that a server refuses it', () => {
    const deep = (levels: number): string =>
      levels === 0 ? 'name' : `supplements { nodes { name ${deep(levels - 1)} } }`;
    const partiesOf = (levels: number) =>
      complete(`{ agreement(id: "a") { ${deep(levels)} } }`, { extra: 'parties' }).query.match(/\.\.\.EntenteParties/g);
    expect(partiesOf(2)).toHaveLength(3);
    expect(partiesOf(4)).toHaveLength(3);
  });

  test('keeps an alias that hides a name, and asks for the name beside it', () => {
    const { query } = complete('{ province(id: "p") { name: description } }');
    expect(flat(query)).toContain('name: description');
    expect(query).toContain('entente_name: name(lang: VI)');
    expect(validate(schema, parse(query))).toEqual([]);
  });

  test('asks for the facts where only their nodes are asked for, and not where only their number is', () => {
    const facts = (selection: string) =>
      / edges \{/.test(flat(complete(`{ province(id: "p") { agreements ${selection} } }`).query));
    expect(facts('{ nodes { name } }')).toBe(true);
    expect(facts('{ totalCount }')).toBe(false);
    const both = complete('{ province(id: "p") { agreements { nodes { name } edges { cursor } } } }').query;
    expect(both.match(/edges \{/g)).toHaveLength(1);
  });

  test('completes what stands in fragments, named and inline', () => {
    const { query } = complete(
      'query { node(id: "n") { ... on Province { ...p } } } fragment p on Province { borders { edges { node { name } } } }',
    );
    expect(validate(schema, parse(query))).toEqual([]);
    expect(flat(query)).toMatch(/fragment p on Province \{.*edges \{ node \{.*\.\.\.EntenteFact/);
  });

  test('leaves a field that the schema does not know to the server', () => {
    expect(flat(complete('{ nowhere { name } }').query)).toBe('{ nowhere { name } }');
  });

  test.each([
    ['{ graph { release } }', { facts: false, dates: false, places: false, values: false }],
    ['{ figures { nodes { period { text } } } }', { facts: false, dates: true, places: false, values: true }],
    [
      '{ leader(id: "l") { offices { edges { validTime { from { text } } node { name } } } } }',
      { facts: true, dates: true, places: false, values: false },
    ],
    ['{ provinces { nodes { name } } }', { facts: false, dates: false, places: true, values: false }],
    [
      '{ agreements { nodes { parties { nodes { name } } } } }',
      { facts: true, dates: false, places: true, values: false },
    ],
    ['{ series(indicator: "a") { points { change } } }', { facts: false, dates: false, places: false, values: true }],
    ['{ groups(kind: AGREEMENT, by: YEAR) { count } }', { facts: false, dates: false, places: false, values: true }],
  ])('says what %s may have to draw', (query, selected) => expect(complete(query).selected).toEqual(selected));
});

describe('addMissing', () => {
  test('adds the dates of the first entity that has some, and leaves the rest as it is written', () => {
    const query = '{\n  # The newest\n  agreements {\n    nodes {\n      name\n    }\n  }\n}';
    const added = addMissing(query, shape, 'dates')!;
    expect(added).toBe(
      '{\n  # The newest\n  agreements {\n    nodes {\n      name\n      concludedOn { text }\n      period { from { text } to { text } }\n    }\n  }\n}',
    );
    expect(complete(added).selected.dates).toBe(true);
  });

  test.each([
    ['{ agreements { nodes { name } } }', 'facts'],
    ['{ agreements { nodes { name } } }', 'places'],
    ['{ office(id: "o") { ...o } } fragment o on Office { name }', 'facts'],
  ] as const)('makes %s ask for %s, validly', (query, missing) => {
    const added = addMissing(query, shape, missing)!;
    expect(validate(schema, parse(added))).toEqual([]);
    expect(complete(added).selected[missing]).toBe(true);
  });

  test('has nothing to add where no entity is asked for', () => {
    expect(addMissing('{ graph { release } }', shape, 'dates')).toBeUndefined();
  });
});
