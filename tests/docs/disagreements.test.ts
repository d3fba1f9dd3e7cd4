import { beforeAll, describe, expect, test } from 'vitest';
import { loadSeed } from '../../src/loader/load-seed.js';
import { declarationsOf } from '../../src/model/declare.js';
import { quantity } from '../../src/model/leaf.js';
import type { PartialDate } from '../../src/model/partial-date.js';
import type { Quantity } from '../../src/model/quantity.js';
import type { ConflictRecord } from '../../src/model/release.js';
import { kinds } from '../../src/schema/index.js';
import { pageOf } from './blocks.js';

/** One row of the first table of the page: of which property of which entity, the values, and the kind. */
interface Row {
  readonly subject: string;
  readonly property: string;
  readonly values: readonly string[];
  readonly kind: string;
}

const page = await pageOf('docs/disagreements.md');
const table = page.slice(page.indexOf('## Two values of one property'), page.indexOf('## Two things'));
const rows = table.split('\n').flatMap((line): Row[] => {
  const [, property, values, , kind] = line.split('|').map((cell) => cell.trim());
  const [, subject, name] = /^`(.+)` (\w+)$/.exec(property ?? '') ?? [];
  if (!subject || !name) return [];
  const written = [...values!.matchAll(/`([^`]+)`/g)].map(([, value]) => value!);
  return [{ subject, property: name, values: written, kind: /^\w+/.exec(kind!)![0].toUpperCase() }];
});

/** A value as the table has it: the disagreements are of dates and quantities. */
function textOf(value: unknown): string {
  const { edtf, amount } = (value ?? {}) as Partial<PartialDate & Quantity>;
  return edtf ?? (amount === undefined ? String(value) : quantity.write(value as Quantity));
}

describe('the page of disagreements', () => {
  let conflicts: readonly ConflictRecord[];
  let valueOf: ReadonlyMap<string, string>;

  beforeAll(async () => {
    const release = await loadSeed(['graph-seed'], declarationsOf(kinds));
    conflicts = [...release.conflicts];
    valueOf = new Map([...release.claims].map(({ id, value }) => [id, textOf(value)]));
  }, 120_000);

  const conflictsOf = ({ subject, property }: Row) =>
    conflicts.filter((conflict) => conflict.subjects[0] === subject && conflict.property === property);

  test('has a row for each property of which two claims differ, and no other', () => {
    const listed = rows.map(({ subject, property }) => `${subject} ${property}`);
    expect(listed.length).toBeGreaterThan(0);
    expect([...new Set(conflicts.map(({ subjects, property }) => `${subjects[0]} ${property}`))].sort()).toEqual(
      listed.sort(),
    );
  });

  test('names the values that differ, and the kind that conflicts tells', () => {
    for (const row of rows) {
      const found = conflictsOf(row);
      const values = new Set(found.flatMap(({ claims }) => claims.map((claim) => valueOf.get(claim)!)));
      expect([...values].sort(), row.subject).toEqual([...row.values].sort());
      const kind = found.some((conflict) => conflict.kind === 'CONTRADICTION') ? 'CONTRADICTION' : 'COMPATIBLE';
      expect(kind, row.subject).toBe(row.kind);
    }
  });

  test('has one contradiction, in which the editors prefer a value and say why', () => {
    const contradictions = conflicts.filter(({ kind }) => kind === 'CONTRADICTION');
    expect(contradictions).toHaveLength(1);
    const [{ claims, preferred, reasons }] = contradictions as [ConflictRecord];
    expect(claims.map((claim) => valueOf.get(claim))).toEqual(['2005-10', '2015']);
    expect(valueOf.get(preferred!)).toBe('2005-10');
    expect(reasons.en).toContain('misprint');
  });
});
