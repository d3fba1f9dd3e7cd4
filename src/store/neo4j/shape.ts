import { TYPE_KEY, type Parameters, type Read, type Shape, type Shapes } from '../../plan/read-plan.js';
import { emptyRow } from '../../plan/row.js';
import { cypher, join, lines, textOf, where, type Cypher } from './cypher.js';
import { CLASS_TYPE, slotLabel } from './layout.js';
import type { Scope } from './filter.js';
import { compilePage } from './page.js';
import { subquery, type Place } from './place.js';
import { alongLinkAsOf, propertyAsOf } from './presence.js';

/** Makes something of a list that came back for a record. */
export type Make<Made = unknown> = (list: readonly unknown[], parameters: Parameters) => Made;

/**
 * What a statement returns of a record: a list of expressions, and before it the subqueries that some of them need. An
 * expression that is asked for twice, be it under two keys or for two types, is there once.
 */
export class Columns {
  readonly #subqueries: Cypher[] = [];
  readonly #expressions: Cypher[] = [];
  readonly #places = new Map<string, number>();

  /** The place of an expression in the list. */
  place(expression: Cypher): number {
    const text = textOf(expression);
    let place = this.#places.get(text);
    if (place === undefined) this.#places.set(text, (place = this.#expressions.push(expression) - 1));
    return place;
  }

  /** The place of the answer of a subquery, made where it is not there yet. */
  nested<Made>(
    key: string,
    make: () => { readonly subquery: Cypher; readonly answer: Cypher; readonly decode: Made },
  ): readonly [number, Made] {
    let known = this.#nested.get(key) as readonly [number, Made] | undefined;
    if (!known) {
      const { subquery, answer, decode } = make();
      this.#subqueries.push(subquery);
      this.#nested.set(key, (known = [this.place(answer), decode]));
    }
    return known;
  }
  readonly #nested = new Map<string, readonly [number, unknown]>();

  get subqueries(): readonly Cypher[] {
    return this.#subqueries;
  }

  /** `[n1.id, n1.kind, v2]` */
  get list(): Cypher {
    return cypher`[${join(this.#expressions)}]`;
  }
}

/** Compiles what is returned of a record that may be of several types. */
export function compileShapes(
  shapes: Shapes,
  place: Place,
  columns: Columns,
  scope: Scope,
): Make<Record<string, unknown> | null> {
  // A record is never of the types of other classes.
  const own = Object.fromEntries(
    Object.entries(shapes).filter(([type]) => (CLASS_TYPE[type] ?? 'entity') === place.recordClass),
  );
  const byType = new Map(
    Object.entries(own).map(([type, shape]) => [
      type,
      compileReads(shape, typed(place, type), columns, scope, sharing(type, own)),
    ]),
  );
  const makeOf = (type: string): Make<Record<string, unknown> | null> => {
    const make = byType.get(type);
    if (!make) return () => null;
    return (list, parameters) => {
      const row = make(list, parameters);
      row[TYPE_KEY] = type;
      return row;
    };
  };
  if (place.recordClass !== 'entity') {
    return makeOf(Object.keys(CLASS_TYPE).find((type) => CLASS_TYPE[type] === place.recordClass)!);
  }
  if (place.kind) return makeOf(place.kind);
  const makes = new Map(scope.model.declarations.map(({ name, kind }) => [kind, makeOf(name)]));
  const kindAt = columns.place(cypher`${place.variable}.kind`);
  return (list, parameters) => makes.get(list[kindAt] as string)?.(list, parameters) ?? null;
}

/** Entities of one kind have the leaves of that kind. */
function typed(place: Place, type: string): Place {
  return place.recordClass === 'entity' ? { ...place, kind: type } : place;
}

/** For a read of a type: the types that have the same read, if others have not. */
function sharing(type: string, shapes: Shapes): (read: Read) => readonly string[] | undefined {
  const types = Object.keys(shapes);
  if (types.length === 1) return () => undefined;
  return (read) => {
    const key = keyOf(read);
    const having = types.filter((other) => other === type || shapes[other]!.reads.some((each) => keyOf(each) === key));
    return having.length < types.length ? having : undefined;
  };
}

/** A read apart from the key of its answer. */
function keyOf(read: Read): string {
  let key = keys.get(read);
  if (key === undefined) keys.set(read, (key = JSON.stringify({ ...read, as: '' })));
  return key;
}
const keys = new WeakMap<Read, string>();

/** Compiles what is returned of a record. */
export function compileShape(
  shape: Shape,
  place: Place,
  columns: Columns,
  scope: Scope,
): Make<Record<string, unknown>> {
  return compileReads(shape, place, columns, scope, () => undefined);
}

function compileReads(
  { reads }: Shape,
  place: Place,
  columns: Columns,
  scope: Scope,
  onlyOf: (read: Read) => readonly string[] | undefined,
): Make<Record<string, unknown>> {
  const entries = reads.map((read) => [read.as, compileRead(read, place, columns, scope, onlyOf)] as const);
  return (list, parameters) => {
    const row = emptyRow();
    for (const [as, make] of entries) row[as] = make(list, parameters);
    return row;
  };
}

function compileRead(
  read: Read,
  place: Place,
  columns: Columns,
  scope: Scope,
  onlyOf: (read: Read) => readonly string[] | undefined,
): Make {
  const { variable } = place;
  if (read.read === 'property') {
    const { value, decode } = propertyAsOf(place, read.property, scope);
    const at = columns.place(value(variable));
    return (list) => decode(list[at]);
  }
  if (read.read === 'one' && read.link === 'passage' && place.cited) {
    return compileShapes(read.shapes, { recordClass: 'passage', variable }, columns, scope);
  }
  // A subquery that only some types of record have is not begun for the others.
  const only = onlyOf(read)?.map((type) => cypher`${variable}:${slotLabel(type, scope.slot)}`);
  const guard = only && cypher`WITH ${variable} WHERE ${join(only, cypher` OR `)}`;
  const answer = scope.variables.next('v');
  const [at, make] = columns.nested<(value: unknown, parameters: Parameters) => unknown>(
    `${textOf(variable)} ${keyOf(read)}`,
    () => {
      const { body, decode } =
        read.read === 'page' ? compilePage(read.page, answer, scope, place) : compileLink(read, answer, place, scope);
      return { subquery: subquery([variable], lines(guard, body), guard !== undefined), answer, decode };
    },
  );
  return (list, parameters) => make(list[at], parameters);
}

function compileLink(read: Extract<Read, { read: 'one' | 'list' }>, answer: Cypher, place: Place, scope: Scope) {
  const { match, end, order, isRepeating, condition } = alongLinkAsOf(place, read.link, scope);
  const columns = new Columns();
  const make = compileShapes(read.shapes, end, columns, scope);
  const isOne = read.read === 'one';
  const carried = end.cited ? cypher`${end.variable}, ${end.cited.index}` : cypher`${end.variable}`;
  const body = lines(
    match,
    where(condition ? [condition] : []),
    isOne
      ? undefined
      : cypher`WITH${isRepeating ? cypher` DISTINCT` : cypher``} ${carriedWith(carried, order, end)} ORDER BY ${order}`,
    columns.subqueries,
    isOne
      ? cypher`RETURN head(collect(${columns.list})) AS ${answer}`
      : cypher`RETURN collect(${columns.list}) AS ${answer}`,
  );
  const decode = (value: unknown, parameters: Parameters): unknown => {
    if (isOne) return value === null ? null : make(value as readonly unknown[], parameters);
    return (value as readonly (readonly unknown[])[]).map((list) => make(list, parameters));
  };
  return { body, decode };
}

/** What a `WITH` carries on: the record, and what it is put in order by where that is a variable of its own. */
function carriedWith(carried: Cypher, order: Cypher, end: Place): Cypher {
  const isOwn = !textOf(order).includes('.');
  return isOwn && !end.cited ? cypher`${carried}, ${order}` : carried;
}
