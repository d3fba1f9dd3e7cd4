import { countsOf, type Count } from '../../model/count.js';
import type { Along, Column, Page, Parameters } from '../../plan/read-plan.js';
import { block, cypher, join, lines, place as number, where, type Cypher } from './cypher.js';
import { conditionsAlong, countAlong, itemOf, wayAlong, type Scope } from './filter.js';
import { CLASS_LABEL, decodeNative, slotLabel } from './layout.js';
import { isAfter, isBefore, keysOf, orderBy, type Key } from './order.js';
import { subquery, type Place, type Way } from './place.js';
import { hitsOf, wayAlongHits, type Hits } from './search.js';
import { wayAsOf } from './presence.js';
import { Columns, compileShape, compileShapes, emptyRow, type Make } from './shape.js';

/** What a page is compiled to: clauses that return one value, and what makes the answer of it. */
export interface CompiledPage {
  readonly body: Cypher;
  readonly decode: (value: unknown, parameters: Parameters) => Record<string, unknown>;
}

/**
 * Compiles a page. The body returns `[rows, flags …, total]`, of which only what is asked for is computed.
 *
 * A page of two agreements along `PARTY_TO` becomes
 *
 *     CALL () {
 *       MATCH (n1)-[f2:PARTY_TO]->(n3)
 *       WITH n3, f2 ORDER BY n3.names_sort, n3.id, f2.id LIMIT $p2
 *       RETURN collect([n3.id]) AS rows4
 *     }
 *     RETURN [rows4] AS v1
 *
 * @param start The record that the page starts at, if it does at one.
 */
export function compilePage(page: Page, answer: Cypher, scope: Scope, start?: Place): CompiledPage {
  return new PageCompiler(page, scope, start).compile(answer);
}

/** Compiles a page along a search. @param sought A variable that holds what is sought. */
export function compileHits(page: Page, sought: Cypher, answer: Cypher, scope: Scope): CompiledPage {
  return new PageCompiler(page, scope, undefined, sought).compile(answer);
}

/** All records of a class: the class, their label, and how a variable for one begins. */
const ALL: Readonly<
  Record<Extract<Along, { readonly all: string }>['all'], readonly [Place['recordClass'], string, string]>
> = {
  claims: ['claim', CLASS_LABEL.claim, 'c'],
  relations: ['relation', CLASS_LABEL.relation, 'r'],
  entries: ['entry', CLASS_LABEL.entry, 'e'],
  conflicts: ['conflict', CLASS_LABEL.conflict, 'x'],
};

/** The two ends of a page as it is fetched: forwards it begins at `near` after `after`, backwards after `before`. */
type Flag = 'hasNextPage' | 'hasPreviousPage';

class PageCompiler {
  readonly #size: Cypher;
  readonly #rows: Cypher;
  readonly #columns = new Columns();
  readonly #wanted: ReadonlySet<string>;
  /** The hits of a search, which are found once, before all else. */
  readonly #hits: Hits | undefined;

  constructor(
    readonly page: Page,
    readonly scope: Scope,
    readonly start: Place | undefined,
    sought?: Cypher,
  ) {
    if ('matching' in page.along) {
      const given = sought ?? scope.parameters.of(page.along.matching, 'sought');
      this.#hits = hitsOf(given, sought ? [sought] : [], scope, page.columns);
    }
    this.#size = scope.parameters.of(page.size, 'integer');
    this.#rows = scope.variables.next('rows');
    this.#wanted = new Set(
      page.columns.flatMap((column) =>
        column.column === 'pageInfo' ? column.fields.map(({ field }) => field) : [column.column],
      ),
    );
  }

  compile(answer: Cypher): CompiledPage {
    const { page } = this;
    const way = this.#way();
    const keys = this.#keys(way);
    const makes = page.columns.map((column) => this.#column(column, way, keys));
    const parts: Cypher[] = [];
    const clauses: Cypher[] = this.#hits ? [this.#hits.clause] : [];
    if (page.columns.some(({ column }) => column !== 'totalCount' && column !== 'kinds')) {
      // One more than asked for tells whether there is more, where nothing bounds the page on that side.
      const far: Flag = page.backward ? 'hasPreviousPage' : 'hasNextPage';
      const isBounded = (page.backward ? page.after : page.before) !== undefined;
      const hasOneMore = this.#wanted.has(far) && !isBounded;
      const flags = this.#flags(far, isBounded, keys);
      const limit = hasOneMore ? cypher`${this.#size} + 1` : this.#size;
      clauses.push(subquery(this.#imports(), this.#fetch(way, keys, limit)));
      parts.push(this.#rows, ...flags.map(([, flag]) => flag));
      const flagAt = new Map(flags.map(([flag], index) => [flag, index + 1]));
      return this.#finish(answer, clauses, parts, makes, far, flagAt);
    }
    return this.#finish(answer, clauses, [cypher`[]`], makes, 'hasNextPage', new Map());
  }

  #finish(
    answer: Cypher,
    clauses: Cypher[],
    parts: Cypher[],
    makes: readonly (readonly [string, MakeColumn])[],
    far: Flag,
    flagAt: ReadonlyMap<string, number>,
  ): CompiledPage {
    const { page } = this;
    const totalAt = parts.length;
    if (this.#wanted.has('totalCount')) {
      const { clause, expression } = this.#total();
      if (clause) clauses.push(clause);
      parts.push(expression);
    }
    const kindsAt = parts.length;
    if (this.#wanted.has('kinds')) {
      const { clause, expression } = this.#kinds();
      clauses.push(clause);
      parts.push(expression);
    }
    const decode = (value: unknown, parameters: Parameters): Record<string, unknown> => {
      const list = value as readonly unknown[];
      const fetched = list[0] as readonly (readonly unknown[])[];
      const size = parameters[page.size.parameter] as number;
      const rows = fetched.length > size ? fetched.slice(0, size) : fetched;
      const flag = (name: Flag): boolean => {
        const at = flagAt.get(name);
        return at === undefined ? name === far && fetched.length > size : list[at] === true;
      };
      const items: Items = {
        rows: page.backward ? rows.toReversed() : rows,
        hasNextPage: flag('hasNextPage'),
        hasPreviousPage: flag('hasPreviousPage'),
        totalCount: decodeNative(list[totalAt]) as number,
        kinds: () => countsOf(decodeNative(list[kindsAt]) as readonly (readonly [string, number])[]),
        binding: parameters[page.binding.parameter] as string,
      };
      const made: Record<string, unknown> = emptyRow();
      for (const [as, make] of makes) made[as] = make(items, parameters);
      return made;
    };
    return { body: lines(clauses, cypher`RETURN [${join(parts)}] AS ${answer}`), decode };
  }

  #imports(): readonly Cypher[] {
    return this.start ? [this.start.variable] : this.#hits ? [this.#hits.list] : [];
  }

  /** The way of the page, with variables of its own. */
  #way(): Way {
    const { along } = this.page;
    if (this.#hits) return wayAlongHits(this.#hits, this.scope);
    if ('every' in along) return this.#all('entity', along.every, 'n');
    if ('all' in along) return this.#all(...ALL[along.all]);
    return wayAlong(along, this.start, this.scope);
  }

  #all(recordClass: Place['recordClass'], label: string, prefix: string): Way {
    const variable = this.scope.variables.next(prefix);
    const way: Way = {
      match: cypher`MATCH (${variable}:${slotLabel(label, this.scope.slot)})`,
      end: { recordClass, variable, ...(recordClass === 'entity' && { kind: label }) },
      order: cypher`${variable}.id`,
    };
    return wayAsOf(way, this.scope);
  }

  #keys(way: Way): readonly Key[] {
    return keysOf(this.page.order, itemOf(way), this.scope);
  }

  /** The rows of the page in the order in which they are fetched. */
  #fetch(way: Way, keys: readonly Key[], limit: Cypher): Cypher {
    const { page, scope } = this;
    const conditions = conditionsAlong(way, page.filter, scope);
    const carried = way.fact ? cypher`${way.end.variable}, ${way.fact.variable}` : way.end.variable;
    const order = orderBy(keys, page.backward);
    const collected = cypher`RETURN collect(${this.#columns.list}) AS ${this.#rows}`;
    const isRoot = !this.start && !this.#hits;
    const first = keys[0]!;
    // Best values of a moment are in no index, so there all items are put in order together.
    if (!isRoot || first.isCertain || scope.moment) {
      // An index is read in its order only where a condition speaks of its property.
      const isWhole = isRoot && first.isCertain && !page.after && !page.before;
      const known = isWhole ? [cypher`${first.expression} IS NOT NULL`] : [];
      const bounds = [
        ...(page.after ? isAfter(keys, this.#position(page.after, keys)) : []),
        ...(page.before ? isBefore(keys, this.#position(page.before, keys)) : []),
      ];
      return lines(
        way.match,
        where([...known, ...bounds, ...conditions]),
        cypher`WITH ${way.isRepeating ? cypher`DISTINCT ` : cypher``}${carried} ORDER BY ${order} LIMIT ${limit}`,
        this.#columns.subqueries,
        collected,
      );
    }
    return this.#inPhases(way, keys, conditions, limit);
  }

  /**
   * The rows of a list of which the first key may be absent. An index holds only what is there, so those that have the
   * key and those that have it not are looked for by themselves, one after the other while there is room. What comes
   * before a position that has no first key are all that have one; before one that has, none that have not.
   */
  #inPhases(way: Way, keys: readonly Key[], conditions: readonly Cypher[], limit: Cypher): Cypher {
    const { page, scope } = this;
    const node = way.end.variable;
    const first = keys[0]!.expression;
    const after = page.after && this.#position(page.after, keys);
    const before = page.before && this.#position(page.before, keys);
    const present: Phase = { which: 'present' };
    const absent: Phase = { which: 'absent' };
    const phases: readonly Phase[] = before
      ? [
          { ...present, before, if: cypher`${before[0]!} IS NOT NULL` },
          { ...present, if: cypher`${before[0]!} IS NULL` },
          { ...absent, before, if: cypher`${before[0]!} IS NULL` },
        ]
      : [present, absent];
    const found: Cypher[] = [];
    const clauses = (page.backward ? phases.toReversed() : phases).map((phase) => {
      const { which } = phase;
      const room = found.map((each) => cypher`size(${each})`);
      const needs = [
        ...(phase.if ? [phase.if] : []),
        ...(room.length > 0 ? [cypher`${join(room, cypher` + `)} < ${limit}`] : []),
      ];
      // Of a condition Neo4j would think only after it had looked at every node of the label.
      const guard =
        needs.length > 0 &&
        cypher`UNWIND CASE WHEN ${join(needs, cypher` AND `)} THEN [true] ELSE [] END AS ${scope.variables.next('room')}`;
      // Whose first key is there is in the order of the index.
      const ordered = which === 'present' ? [{ ...keys[0]!, isCertain: true }, ...keys.slice(1)] : keys.slice(1);
      const list = scope.variables.next('l');
      const clause = subquery(
        [...found],
        lines(
          guard || undefined,
          way.match,
          where([
            which === 'present' ? cypher`${first} IS NOT NULL` : cypher`${first} IS NULL`,
            ...(after ? isAfter(keys, after, which) : []),
            ...(phase.before ? isBefore(keys, phase.before, which) : []),
            ...conditions,
          ]),
          cypher`WITH ${node} ORDER BY ${orderBy(ordered, page.backward)} LIMIT ${limit}`,
          cypher`RETURN collect(${node}) AS ${list}`,
        ),
      );
      found.push(list);
      return clause;
    });
    const list = scope.variables.next('l');
    return lines(
      clauses,
      cypher`WITH (${join(found, cypher` + `)})[0..${limit}] AS ${list}`,
      cypher`UNWIND ${list} AS ${node}`,
      this.#columns.subqueries,
      cypher`RETURN collect(${this.#columns.list}) AS ${this.#rows}`,
    );
  }

  #position(parameter: { readonly parameter: string }, keys: readonly Key[]): readonly Cypher[] {
    return this.scope.parameters.position(
      parameter,
      keys.map(({ type }) => type),
    );
  }

  /** The flags that the rows do not tell. */
  #flags(far: Flag, isFarBounded: boolean, keys: readonly Key[]): readonly (readonly [Flag, Cypher])[] {
    const { page } = this;
    const near: Flag = far === 'hasNextPage' ? 'hasPreviousPage' : 'hasNextPage';
    const isEmpty = cypher`(size(${this.#rows}) = 0 OR ${this.#size} = 0)`;
    const [nearBound, farBound] = page.backward ? [page.before, page.after] : [page.after, page.before];
    const flags: (readonly [Flag, Cypher])[] = [];
    if (this.#wanted.has(far) && isFarBounded) {
      const last = this.#rowPosition(cypher`-1`, keys);
      flags.push([
        far,
        cypher`CASE WHEN ${isEmpty} THEN ${this.#exists(far, nearBound)} ELSE ${this.#exists(far, last)} END`,
      ]);
    }
    if (this.#wanted.has(near)) {
      const ofEmpty = this.#exists(near, farBound);
      flags.push([
        near,
        nearBound
          ? cypher`CASE WHEN ${isEmpty} THEN ${ofEmpty} ELSE ${this.#exists(near, this.#rowPosition(number(0), keys))} END`
          : cypher`CASE WHEN ${isEmpty} THEN ${ofEmpty} ELSE false END`,
      ]);
    }
    return flags;
  }

  /** The values of the order's keys in a row. */
  #rowPosition(index: Cypher, keys: readonly Key[]): readonly Cypher[] {
    return keys.map(({ expression }) => cypher`${this.#rows}[${index}][${number(this.#columns.place(expression))}]`);
  }

  /** Whether there is an item after a position (for `hasNextPage`) or before it; any item where there is none. */
  #exists(flag: Flag, position: readonly Cypher[] | { readonly parameter: string } | undefined): Cypher {
    const way = this.#way();
    const keys = this.#keys(way);
    const values = position && ('parameter' in position ? this.#position(position, keys) : position);
    const bound = values ? (flag === 'hasNextPage' ? isAfter(keys, values) : isBefore(keys, values)) : [];
    const conditions = [...bound, ...conditionsAlong(way, this.page.filter, this.scope)];
    return block(cypher`EXISTS`, lines(way.match, where(conditions)));
  }

  #total(): { readonly clause?: Cypher; readonly expression: Cypher } {
    const way = this.#way();
    const conditions = conditionsAlong(way, this.page.filter, this.scope);
    if (conditions.length === 0 && way.pattern) return { expression: countAlong(way) };
    const total = this.scope.variables.next('total');
    const counted = way.isRepeating ? cypher`DISTINCT ${way.end.variable}` : cypher`*`;
    const body = lines(way.match, where(conditions), cypher`RETURN count(${counted}) AS ${total}`);
    return { clause: subquery(this.#imports(), body), expression: total };
  }

  /** How many items there are of each kind. */
  #kinds(): { readonly clause: Cypher; readonly expression: Cypher } {
    const way = this.#way();
    const [kind, count, kinds] = ['kind', 'count', 'kinds'].map((each) => this.scope.variables.next(each)) as [
      Cypher,
      Cypher,
      Cypher,
    ];
    const body = lines(
      way.match,
      where(conditionsAlong(way, this.page.filter, this.scope)),
      cypher`WITH ${way.end.variable}.kind AS ${kind}, count(*) AS ${count}`,
      cypher`RETURN collect([${kind}, ${count}]) AS ${kinds}`,
    );
    return { clause: subquery(this.#imports(), body), expression: kinds };
  }

  #column(column: Column, { end, fact }: Way, keys: readonly Key[]): readonly [string, MakeColumn] {
    const { as } = column;
    const places = () => keys.map(({ expression }) => this.#columns.place(expression));
    switch (column.column) {
      case 'totalCount':
        return [as, ({ totalCount }) => totalCount];
      case 'kinds':
        return [as, ({ kinds }) => kinds()];
      case 'nodes': {
        const make = compileShapes(column.shapes, end, this.#columns, this.scope);
        return [as, ({ rows }, parameters) => rows.map((row) => make(row, parameters))];
      }
      case 'pageInfo': {
        const cursor = column.fields.some(({ field }) => field.endsWith('Cursor')) ? cursorOf(places()) : () => null;
        return [
          as,
          (items) => {
            const made = emptyRow();
            for (const { as: key, field } of column.fields) {
              if (field === 'hasNextPage' || field === 'hasPreviousPage') made[key] = items[field];
              else
                made[key] =
                  items.rows.length === 0 ? null : cursor(items.rows.at(field === 'startCursor' ? 0 : -1)!, items);
            }
            return made;
          },
        ];
      }
      case 'edges': {
        const { cursors, nodes, fact: shape } = column.edge;
        const makeFact: Make<Record<string, unknown>> = fact
          ? compileShape(shape, fact, this.#columns, this.scope)
          : emptyRow;
        const cursor = cursors.length > 0 ? cursorOf(places()) : () => null;
        const ends = nodes.map(
          (each) => [each.as, compileShapes(each.shapes, end, this.#columns, this.scope)] as const,
        );
        return [
          as,
          (items, parameters) =>
            items.rows.map((row) => {
              const edge = makeFact(row, parameters);
              for (const key of cursors) edge[key] = cursor(row, items);
              for (const [key, make] of ends) edge[key] = make(row, parameters);
              return edge;
            }),
        ];
      }
    }
  }
}

/** A part of a list: the items that have the first key, or have it not, before a position that has it, or has it not. */
interface Phase {
  readonly which: 'present' | 'absent';
  readonly before?: readonly Cypher[];
  /** When there can be any. */
  readonly if?: Cypher;
}

interface Items {
  readonly rows: readonly (readonly unknown[])[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly totalCount: number;
  readonly kinds: () => readonly Count[];
  readonly binding: string;
}

type MakeColumn = (items: Items, parameters: Parameters) => unknown;

function cursorOf(places: readonly number[]) {
  return (row: readonly unknown[], { binding }: Items) => [binding, ...places.map((place) => decodeNative(row[place]))];
}
