import { TYPE_KEY, type Read, type Shape, type Shapes } from '../../plan/read-plan.js';
import { compilePage, type Reading } from './page.js';
import type { RecordClass, Records } from './records.js';

/** Makes the row of a record; `forward` tells whether a fact was followed from its start to its end. */
export type MakeRow = (record: number, reading: Reading, forward?: boolean) => Record<string, unknown>;

/** Makes the row of a record that may be of several types; null where none of them is asked for. */
export type MakeRows = (record: number, reading: Reading) => Record<string, unknown> | null;

/** A row to fill. It has no prototype, since response keys are the caller's to choose: `__proto__` is one. */
export function emptyRow(): Record<string, unknown> {
  return Object.create(null) as Record<string, unknown>;
}

/** Makes what makes the rows of a shape. */
export function compileShape({ reads }: Shape, recordClass: RecordClass, records: Records): MakeRow {
  const entries = reads.map((read) => [read.as, compileRead(read, recordClass, records)] as const);
  return (record, reading, forward) => {
    const row = emptyRow();
    for (const [as, make] of entries) row[as] = make(record, reading, forward);
    return row;
  };
}

/** Makes what makes the rows of shapes by type. A class of one type has one shape. */
export function compileShapes(shapes: Shapes, recordClass: RecordClass, records: Records): MakeRows {
  const byType = new Map(
    Object.entries(shapes).map(([type, shape]) => [type, compileShape(shape, recordClass, records)]),
  );
  return (record, reading) => {
    const type = records.typeOf(recordClass, record);
    const make = byType.get(type);
    if (!make) return null;
    const row = make(record, reading);
    row[TYPE_KEY] = type;
    return row;
  };
}

type MakeValue = (record: number, reading: Reading, forward?: boolean) => unknown;

function compileRead(read: Read, recordClass: RecordClass, records: Records): MakeValue {
  switch (read.read) {
    case 'property': {
      if (read.property === 'edgeId') return edgeId(records);
      const { value } = records.property(recordClass, read.property);
      return (record) => value(record) ?? null;
    }
    case 'one': {
      const { to, follow } = records.link(recordClass, read.link);
      const make = compileShapes(read.shapes, to, records);
      return (record, reading) => {
        const found = follow(record)[0];
        return found === undefined ? null : make(found, reading);
      };
    }
    case 'list': {
      const { to, follow } = records.link(recordClass, read.link);
      const make = compileShapes(read.shapes, to, records);
      return (record, reading) => Array.from(follow(record), (found) => make(found, reading));
    }
    case 'page': {
      const page = compilePage(read.page, records, recordClass);
      return (record, reading) => page.make(reading, { recordClass, record });
    }
  }
}

/** The id of a fact as an edge: with the direction in which it was followed, so that its two ends are two edges. */
function edgeId(records: Records): MakeValue {
  const { ids } = records.graph.relations;
  return (fact, _reading, forward) => `${ids[fact]}${forward ? '>' : '<'}`;
}
