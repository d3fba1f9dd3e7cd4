import type { Verification } from './verify.js';

const HEADINGS = ['document', 'entities', 'facts', 'claims', 'paragraphs', 'on topic', 'cited', 'failures'] as const;

/** What was verified, as a table by document, with a line of totals. */
export function verificationTable({ rows, references }: Verification): string {
  const sum = (count: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + count(row), 0);
  const lines = rows.map(({ source, entities, facts, claims, paragraphs, onTopic, cited, failures }) => [
    source,
    entities,
    facts,
    claims,
    paragraphs,
    onTopic,
    cited,
    failures,
  ]);
  const totals = [
    'total',
    sum(({ entities }) => entities),
    sum(({ facts }) => facts),
    sum(({ claims }) => claims),
    sum(({ paragraphs }) => paragraphs),
    sum(({ onTopic }) => onTopic),
    sum(({ cited }) => cited),
    sum(({ failures }) => failures),
  ];
  const cells = [[...HEADINGS], ...lines, totals].map((line) => line.map(String));
  const widths = HEADINGS.map((_, column) => Math.max(...cells.map((line) => line[column]!.length)));
  const table = cells.map((line) =>
    line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join('  '),
  );
  return `${table.join('\n')}\n\n${references} citations of data sets were not checked.\n`;
}
