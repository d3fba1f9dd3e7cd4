import { compareText } from '../../model/best-claim.js';
import type { GroupsPlan } from '../../plan/groups.js';
import { emptyRow, type Row } from '../../plan/row.js';
import { candidatesOf, predicateOf } from './filter.js';
import { itemsAlong } from './items.js';
import type { Reading } from './page.js';
import type { Records } from './records.js';
import { compileShapes } from './shape.js';
import { made, type Steps } from './steps.js';

/** How many entities are counted between two places where others may run. */
const BREATH = 128;

interface Group {
  readonly key: string;
  /** The entity that the key is the id of. */
  readonly node?: number;
  count: number;
}

/** Makes what counts by group. */
export function compileGroups(plan: GroupsPlan, records: Records): (reading: Reading) => Steps<Row[]> {
  const valuesOf = groupsOf(plan, records);
  const columns = plan.columns.map((column) =>
    column.column === 'node'
      ? { ...column, making: compileShapes(column.shapes, 'entity', records) }
      : { ...column, making: undefined },
  );
  const kind = records.graph.kinds.indexOf(plan.every);
  const { kindOf } = records.graph.entities;
  return function* (reading) {
    const { parameters } = reading;
    const holds = plan.filter && predicateOf(plan.filter, 'entity', records, parameters);
    const candidates = plan.filter && candidatesOf(plan.filter, records, parameters);
    const entities = candidates?.filter((entity) => kindOf[entity] === kind) ?? records.ofKind(plan.every);
    const groups = new Map<string, Group>();
    let looked = 0;
    for (const entity of entities) {
      if (++looked % BREATH === 0) yield;
      if (holds && !holds(entity, -1)) continue;
      for (const { key, node } of valuesOf(entity)) {
        const group = groups.get(key);
        if (group) group.count++;
        else groups.set(key, { key, ...(node !== undefined && { node }), count: 1 });
      }
    }
    const rows: Row[] = [];
    for (const group of inOrder(groups.values()).slice(0, parameters[plan.most.parameter] as number)) {
      const row = emptyRow();
      for (const { as, column, making } of columns) {
        if (column !== 'node') row[as] = group[column];
        else row[as] = group.node === undefined ? null : yield* made(making!, group.node, reading);
      }
      rows.push(row);
      yield;
    }
    return rows;
  };
}

function inOrder(groups: Iterable<Group>): readonly Group[] {
  return [...groups].sort((one, other) => other.count - one.count || compareText(one.key, other.key));
}

/** Makes what gives the groups of an entity. */
function groupsOf({ by }: GroupsPlan, records: Records): (entity: number) => readonly Omit<Group, 'count'>[] {
  if (!('along' in by)) {
    const valueOf =
      'facet' in by
        ? records.property('entity', by.facet.property).facet(by.facet.facet)
        : records.property('entity', by.property).value;
    return (entity) => [{ key: String(valueOf(entity) ?? '') }];
  }
  const { ids } = records.graph.entities;
  return (entity) => {
    const { nodes } = itemsAlong(by.along, records, { recordClass: 'entity', record: entity });
    const distinct = [...new Set(nodes)];
    return distinct.length > 0 ? distinct.map((node) => ({ key: ids[node]!, node })) : [{ key: '' }];
  };
}
