import { countsOf, type Count } from '../../model/count.js';
import type { Along, Column, Page, Parameters } from '../../plan/read-plan.js';
import { emptyRow } from '../../plan/row.js';
import { anchorOf, matchAll, type Anchor } from './anchor.js';
import { block, cypher, join, lines, place as number, where, type Cypher } from './cypher.js';
import { conditionsAlong, countAlong, itemOf, wayAlong, type Scope } from './filter.js';
import { CLASS_LABEL, decodeNative, slotLabel } from './layout.js';
import { isAfter, isBefore, keysOf, orderBy, type Key } from './order.js';
import { subquery, type Place, type Way } from './place.js';
import { hitsOf, wayAlongHits, type Hits } from './search.js';
import { wayAsOf } from './presence.js';
import { Columns, compileShape, compileShapes, type Make } from './shape.js';

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
    const { page, scope, start } = this;
    const { variable: node } = way.end;
    const conditions = conditionsAlong(way, page.filter, scope);
    const isRoot = !start && !this.#hits;
    const anchor = isRoot ? this.#anchor(way) : undefined;
    // Best values of a moment are in no index, so there all items are put in order together.
    const isWhole = !isRoot || keys[0]!.isCertain || scope.moment !== undefined;
    const isNear = anchor?.steps === 0;
    const whole: Part = isNear
      ? this.#from(lines(anchor.match, cypher`WITH DISTINCT ${node}`), anchor, way, keys)
      : {
          match: way.match,
          conditions: [...(isRoot ? this.#alongIndex(keys) : []), ...this.#bounds(keys), ...conditions],
          order: keys,
        };
    if (isNear || (isWhole && !anchor)) {
      const carried = way.fact ? cypher`${node}, ${way.fact.variable}` : node;
      return lines(
        whole.match,
        where(whole.conditions),
        cypher`WITH ${way.isRepeating ? cypher`DISTINCT ` : cypher``}${carried} ORDER BY ${orderBy(keys, page.backward)} LIMIT ${limit}`,
        this.#columns.subqueries,
        cypher`RETURN collect(${this.#columns.list}) AS ${this.#rows}`,
      );
    }
    const parts = isWhole ? [whole] : this.#phases(way.match, keys, conditions);
    if (!anchor) return this.#inParts(parts, node, limit);
    const [reached, areFew] = [scope.variables.next('l'), scope.variables.next('few')];
    const near: Part = {
      ...this.#from(lines(cypher`UNWIND ${reached} AS ${node}`, cypher`WITH ${node}`), anchor, way, keys),
      if: [areFew],
      of: [reached],
    };
    const far = parts.map((part) => ({ ...part, if: [cypher`NOT ${areFew}`, ...(part.if ?? [])] }));
    return lines(
      subquery(
        [],
        lines(
          anchor.match,
          cypher`WITH ${node} LIMIT ${number(FEW + 1)}`,
          cypher`RETURN collect(DISTINCT ${node}) AS ${reached}, count(*) <= ${number(FEW)} AS ${areFew}`,
        ),
      ),
      this.#inParts([near, ...far], node, limit, [reached, areFew]),
    );
  }

  /**
   * Where the items of a list can be reached from. Where few are, those that satisfy the filter are put in order. Of many
   * it is better to go along the order and to test each, for the page is soon full then.
   */
  #anchor({ end }: Way): Anchor | undefined {
    const { along, filter } = this.page;
    return 'every' in along ? anchorOf(filter, end, this.scope) : undefined;
  }

  /** The part of the list that is reached from an anchor: it may be of any kind. */
  #from(match: Cypher, { rest }: Anchor, way: Way, keys: readonly Key[]): Part {
    const { end } = way;
    const ofKind = cypher`${end.variable}:${slotLabel(end.kind!, this.scope.slot)}`;
    const conditions = conditionsAlong(way, { and: rest }, this.scope);
    return { match, conditions: [ofKind, ...this.#bounds(keys), ...conditions], order: keys };
  }

  /** An index is read in its order only where a condition speaks of its property. */
  #alongIndex([first]: readonly Key[]): readonly Cypher[] {
    const { page } = this;
    return first!.isCertain && !page.after && !page.before ? [cypher`${first!.expression} IS NOT NULL`] : [];
  }

  #bounds(keys: readonly Key[]): readonly Cypher[] {
    const { after, before } = this.page;
    return [
      ...(after ? isAfter(keys, this.#position(after, keys)) : []),
      ...(before ? isBefore(keys, this.#position(before, keys)) : []),
    ];
  }

  /**
   * The parts of a list of which the first key may be absent. An index holds only what is there, so those that have the
   * key and those that have it not are looked for by themselves. What comes before a position that has no first key are
   * all that have one; before one that has, none that have not.
   */
  #phases(match: Cypher, keys: readonly Key[], conditions: readonly Cypher[]): readonly Part[] {
    const { page } = this;
    const [first, ...others] = keys;
    const { expression } = first!;
    // Whose first key is there is in the order of the index.
    const inIndex = [{ ...first!, isCertain: true }, ...others];
    const after = page.after && this.#position(page.after, keys);
    const before = page.before && this.#position(page.before, keys);
    const part = (phase: Phase, bounds: readonly Cypher[], needs: readonly Cypher[] = []): Part => ({
      if: needs,
      match,
      conditions: [
        phase === 'present' ? cypher`${expression} IS NOT NULL` : cypher`${expression} IS NULL`,
        ...(after ? isAfter(keys, after, phase) : []),
        ...bounds,
        ...conditions,
      ],
      order: phase === 'present' ? inIndex : others,
    });
    if (!before) return [part('present', []), part('absent', [])];
    const isThere = cypher`${before[0]!} IS NOT NULL`;
    const isAbsent = cypher`${before[0]!} IS NULL`;
    return [
      part('present', isBefore(keys, before, 'present'), [isThere]),
      part('present', [], [isAbsent]),
      part('absent', isBefore(keys, before, 'absent'), [isAbsent]),
    ];
  }

  /** The rows of a list that is made of parts, one after the other while there is room. */
  #inParts(parts: readonly Part[], node: Cypher, limit: Cypher, imports: readonly Cypher[] = []): Cypher {
    const { page, scope } = this;
    const found: Cypher[] = [];
    const clauses = (page.backward ? parts.toReversed() : parts).map((part) => {
      const room = found.map((each) => cypher`size(${each})`);
      const needs = [...(part.if ?? []), ...(room.length > 0 ? [cypher`${join(room, cypher` + `)} < ${limit}`] : [])];
      const list = scope.variables.next('l');
      const look = lines(
        part.match,
        where(part.conditions),
        cypher`WITH ${node} ORDER BY ${orderBy(part.order, page.backward)} LIMIT ${limit}`,
        cypher`RETURN collect(${node}) AS ${list}`,
      );
      const body = needs.length > 0 ? this.#when(needs, part.of ?? [], look, list) : look;
      const clause = subquery([...imports, ...found], body);
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

  /**
   * A list, which is empty unless conditions hold. Written beside the others they would be tested of every node of the
   * label; and without a subquery of its own the list would not be read in the order of an index.
   */
  #when(needs: readonly Cypher[], of: readonly Cypher[], look: Cypher, list: Cypher): Cypher {
    const [room, found] = [this.scope.variables.next('room'), this.scope.variables.next('l')];
    return lines(
      cypher`UNWIND CASE WHEN ${join(needs, cypher` AND `)} THEN [true] ELSE [] END AS ${room}`,
      subquery(of, look),
      cypher`WITH collect(${list}) AS ${found}`,
      cypher`RETURN CASE WHEN size(${found}) = 0 THEN [] ELSE ${found}[0] END AS ${list}`,
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
    const { along, filter } = this.page;
    if ('every' in along && !this.#hits) {
      const all = matchAll({ ...way.end, kind: along.every }, filter, way.condition ? [way.condition] : [], this.scope);
      const total = this.scope.variables.next('total');
      return { clause: subquery([], lines(all, cypher`RETURN count(*) AS ${total}`)), expression: total };
    }
    const conditions = conditionsAlong(way, filter, this.scope);
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

/** Items that have the first key of the order, or have it not. */
type Phase = 'present' | 'absent';

/** A part of a list. */
interface Part {
  /** When there can be any items in it. */
  readonly if?: readonly Cypher[];
  /** The variables that its clauses speak of. */
  readonly of?: readonly Cypher[];
  readonly match: Cypher;
  readonly conditions: readonly Cypher[];
  readonly order: readonly Key[];
}

/** From more than so many ways to an item, a list is rather gone through in its order. */
const FEW = 10_000;

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
