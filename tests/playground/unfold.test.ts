import { describe, expect, test } from 'vitest';
import { sortRows, toCsv, unfold } from '../../src/playground/views/unfold.js';

const tables = (data: unknown) =>
  unfold(data).map(({ name, columns, rows }) => ({
    name: name.join('.'),
    headings: columns.map(({ heading }) => heading.join('.')),
    rows,
  }));
const headings = (data: unknown) => tables(data).flatMap((table) => table.headings);
const rows = (data: unknown) => tables(data).flatMap((table) => table.rows);

describe('unfold', () => {
  test('makes a row of each item and repeats what stands above it', () => {
    const data = {
      province: {
        name: 'An Giang',
        agreements: {
          nodes: [
            { name: 'A', year: 1 },
            { name: 'B', year: 2 },
          ],
        },
      },
    };
    expect(headings(data)).toEqual(['name', 'agreements.name', 'agreements.year']);
    expect(rows(data)).toEqual([
      ['An Giang', 'A', 1],
      ['An Giang', 'B', 2],
    ]);
  });

  test('unfolds lists within lists, and keeps an item whose list is empty', () => {
    const data = {
      provinces: {
        nodes: [
          { name: 'P', agreements: { nodes: [{ name: 'A' }, { name: 'B' }] } },
          { name: 'Q', agreements: { nodes: [] } },
        ],
      },
    };
    expect(rows(data)).toEqual([
      ['P', 'A'],
      ['P', 'B'],
      ['Q', null],
    ]);
  });

  test('gives lists side by side in one item a line for each of theirs, and never multiplies them', () => {
    const data = {
      agreements: {
        nodes: [
          {
            name: 'A',
            parties: [
              { name: 'X', role: null },
              { name: 'Y', role: 'host' },
            ],
            topics: { nodes: [{ name: '1' }] },
          },
          { name: 'B', parties: [], topics: { nodes: [] } },
        ],
      },
    };
    expect(headings(data)).toEqual(['name', 'parties.name', 'parties.role', 'topics.name']);
    expect(rows(data)).toEqual([
      ['A', 'X\nY', '\nhost', '1'],
      ['B', null, null, null],
    ]);
  });

  test('keeps a fact one row, however many citations it has', () => {
    const parties = { edges: [{ node: { name: 'X' }, citations: [{ footnote: '1' }, { footnote: '2' }] }] };
    const data = { agreements: { edges: [{ node: { name: 'A', parties }, citations: [{ footnote: '3' }] }] } };
    expect(headings(data)).toEqual(['name', 'parties.name', 'parties.citations.footnote', 'citations.footnote']);
    expect(rows(data)).toEqual([['A', 'X', '1\n2', '3']]);
  });

  test('makes a table of each list of the whole answer, and one of what stands outside them', () => {
    const data = {
      meeting: { name: 'M', chairs: [{ name: 'X', role: 'chair' }], adopted: { nodes: [{ name: 'A' }] } },
    };
    expect(tables(data)).toEqual([
      { name: 'meeting', headings: ['name'], rows: [['M']] },
      { name: 'meeting.chairs', headings: ['name', 'role'], rows: [['X', 'chair']] },
      { name: 'meeting.adopted', headings: ['name'], rows: [['A']] },
    ]);
  });

  test('puts root fields that answer alike into one table, with the response key of each row', () => {
    const data = {
      before: { totalCount: 1, nodes: [{ name: 'A', year: 1 }] },
      after: { totalCount: 1, nodes: [{ name: 'B', year: 2 }] },
      never: { totalCount: 0, nodes: [] },
    };
    expect(tables(data)).toEqual([
      {
        name: '',
        headings: ['', 'name', 'year'],
        rows: [
          ['before', 'A', 1],
          ['after', 'B', 2],
          ['never', null, null],
        ],
      },
    ]);
    expect(toCsv(unfold(data)[0]!)).toMatch(/^field,name,year\r\n/);
  });

  test('leaves out page information, cursors, type names and the counts of a connection', () => {
    const data = {
      provinces: {
        totalCount: 1,
        pageInfo: { hasNextPage: false },
        edges: [{ cursor: 'c', node: { __typename: 'Province', name: 'P' } }],
      },
    };
    expect(headings(data)).toEqual(['name']);
  });

  test('keeps a count that is all that was asked for', () => {
    expect(headings({ provinces: { nodes: [{ name: 'P', agreements: { totalCount: 3 } }] } })).toEqual([
      'name',
      'agreements.totalCount',
    ]);
  });

  test('tells a fact and its node apart where both have the field', () => {
    const data = { agreements: { edges: [{ id: 'fact', node: { id: 'agreement' } }] } };
    expect(headings(data)).toEqual(['id', 'node.id']);
    expect(rows(data)).toEqual([['fact', 'agreement']]);
  });

  test('shows coordinates and lists of words in a cell', () => {
    const data = { provinces: [{ outline: { coordinates: [[[1, 2]]] }, codes: ['a', 'b'], name: 'P' }] };
    expect(rows(data)).toEqual([['[[[1,2]]]', 'a\nb', 'P']]);
  });

  test.each([[null], [undefined], [{}], [{ province: null }], [{ provinces: { nodes: [] } }]])(
    'has no rows for %j',
    (data) => {
      expect(unfold(data)).toEqual([]);
    },
  );
});

describe('sortRows', () => {
  const sorted = (cells: (string | number | null)[], direction: 'ascending' | 'descending' = 'ascending') =>
    sortRows(
      cells.map((cell) => [cell]),
      0,
      direction,
    ).map(([cell]) => cell);

  test('sorts names in Vietnamese order', () => {
    expect(sorted(['Đồng Tháp', 'Xa Mát', 'Đà Nẵng', 'Dầu Tiếng', 'An Giang', 'Ấp Bắc', 'Áo'])).toEqual([
      'An Giang',
      'Áo',
      'Ấp Bắc',
      'Dầu Tiếng',
      'Đà Nẵng',
      'Đồng Tháp',
      'Xa Mát',
    ]);
  });

  test('sorts numbers and decimals by size', () => {
    expect(sorted(['10.5', '9', '-1'])).toEqual(['-1', '9', '10.5']);
    expect(sorted([10, 9, 100])).toEqual([9, 10, 100]);
  });

  test('keeps empty cells last both ways', () => {
    expect(sorted([null, 'b', null, 'a'])).toEqual(['a', 'b', null, null]);
    expect(sorted([null, 'b', null, 'a'], 'descending')).toEqual(['b', 'a', null, null]);
  });
});

test('toCsv quotes what needs quoting and leaves absent values empty', () => {
  const [table] = unfold({
    list: [
      { name: 'A, "B"', note: 'one\ntwo', value: null },
      { name: 'C', note: null, value: 1.5 },
    ],
  });
  expect(toCsv(table!)).toBe('name,note,value\r\n"A, ""B""","one\ntwo",\r\nC,,1.5\r\n');
});
