import { TYPE_KEY, type Read, type Shape, type Shapes } from '../../plan/read-plan.js';
import { emptyRow, type Row } from '../../plan/row.js';
import { compilePage, type Reading } from './page.js';
import type { RecordClass, Records } from './records.js';
import { areAtOnce, made, type AtOnce, type Making } from './steps.js';

/** Makes the row of a record; `forward` tells whether a fact was followed from its start to its end. */
export type RowMaking = Making<[record: number, reading: Reading, forward?: boolean], Row>;

/** Makes the row of a record that may be of several types; null where none of them is asked for. */
export type RowsMaking = Making<[record: number, reading: Reading], Row | null>;

/** Makes what makes the rows of a shape: at once, unless there is a page in it. */
export function compileShape({ reads }: Shape, recordClass: RecordClass, records: Records): RowMaking {
  const keys = reads.map(({ as }) => as);
  const makings: readonly ValueMaking[] = reads.map((read) => compileRead(read, recordClass, records));
  if (areAtOnce(makings)) {
    return {
      atOnce: (record, reading, forward) => {
        const row = emptyRow();
        makings.forEach(({ atOnce }, place) => (row[keys[place]!] = atOnce(record, reading, forward)));
        return row;
      },
    };
  }
  return {
    *inSteps(record, reading, forward) {
      const row = emptyRow();
      for (const [place, making] of makings.entries())
        row[keys[place]!] = yield* made(making, record, reading, forward);
      return row;
    },
  };
}

/** Makes what makes the rows of shapes by type. A class of one type has one shape. */
export function compileShapes(shapes: Shapes, recordClass: RecordClass, records: Records): RowsMaking {
  const byType = new Map(
    Object.entries(shapes).map(([type, shape]) => [type, compileShape(shape, recordClass, records)]),
  );
  const typeOf = (record: number) => records.typeOf(recordClass, record);
  const typed = (row: Row, type: string): Row => {
    row[TYPE_KEY] = type;
    return row;
  };
  if (areAtOnce([...byType.values()])) {
    return {
      atOnce: (record, reading) => {
        const type = typeOf(record);
        const making = byType.get(type) as AtOnce<[number, Reading], Row> | undefined;
        return making ? typed(making.atOnce(record, reading), type) : null;
      },
    };
  }
  return {
    *inSteps(record, reading) {
      const type = typeOf(record);
      const making = byType.get(type);
      return making ? typed(yield* made(making, record, reading), type) : null;
    },
  };
}

type ValueMaking = Making<[record: number, reading: Reading, forward?: boolean], unknown>;

function compileRead(read: Read, recordClass: RecordClass, records: Records): ValueMaking {
  switch (read.read) {
    case 'property': {
      if (read.property === 'edgeId') return { atOnce: edgeId(records) };
      const { value } = records.property(recordClass, read.property);
      return { atOnce: (record) => value(record) ?? null };
    }
    case 'one': {
      const { to, follow } = records.link(recordClass, read.link);
      const making = compileShapes(read.shapes, to, records);
      const oneOf = (record: number) => follow(record)[0];
      if ('atOnce' in making) {
        return {
          atOnce: (record, reading) => {
            const found = oneOf(record);
            return found === undefined ? null : making.atOnce(found, reading);
          },
        };
      }
      return {
        *inSteps(record, reading) {
          const found = oneOf(record);
          return found === undefined ? null : yield* making.inSteps(found, reading);
        },
      };
    }
    case 'list': {
      const { to, follow } = records.link(recordClass, read.link);
      const making = compileShapes(read.shapes, to, records);
      if ('atOnce' in making) {
        return { atOnce: (record, reading) => Array.from(follow(record), (found) => making.atOnce(found, reading)) };
      }
      return {
        *inSteps(record, reading) {
          const rows: unknown[] = [];
          for (const found of follow(record)) rows.push(yield* making.inSteps(found, reading));
          return rows;
        },
      };
    }
    case 'page': {
      const makePage = compilePage(read.page, records, recordClass);
      return { inSteps: (record, reading) => makePage(reading, { recordClass, record }) };
    }
  }
}

/** The id of a fact as an edge: with the direction in which it was followed, so that its two ends are two edges. */
function edgeId(records: Records): (fact: number, reading: Reading, forward?: boolean) => string {
  const { ids } = records.graph.relations;
  return (fact, _reading, forward) => `${ids[fact]}${forward ? '>' : '<'}`;
}
