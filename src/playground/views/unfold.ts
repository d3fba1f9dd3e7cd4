/** What a cell of the table holds: a leaf of the answer, or `null` where it has none. */
export type Cell = string | number | boolean | null;

/** One column: the path of response keys to its leaves, without the list positions. */
export interface Column {
  readonly path: readonly string[];
  /** The path shortened for reading: no `edges`, `node`, `nodes`, nothing that all columns share. */
  readonly heading: readonly string[];
}

/** Rows of one list of an answer, or of what stands outside all lists. */
export interface Table {
  /** The path to the list, shortened; what its columns share. */
  readonly name: readonly string[];
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** The leaves and lists below a value, merged over all items of a list, so that every item gets the same columns. */
interface Shape {
  isLeaf: boolean;
  readonly fields: Map<string, Shape>;
  item: Shape | undefined;
}

/** A part of an answer, with the path by which it was reached and the shape of its kind. */
interface Part {
  readonly value: unknown;
  readonly shape: Shape;
  readonly path: readonly string[];
}

type Row = ReadonlyMap<string, Cell>;

/** Relay's scaffolding, which says nothing about the graph. */
const SCAFFOLDING = new Set(['edges', 'node', 'nodes']);
const NOT_SHOWN = new Set(['__typename', 'pageInfo', 'cursor']);

/** The column that says from which root field a row is, where several answer alike. Its key is no GraphQL name. */
const ROOT_FIELD = '';

/**
 * Unfolds an answer into tables: a row for each item of a list and of the lists within it, what stands above repeated.
 *
 *     { province: { name: "An Giang", agreements: { nodes: [{ name: "A" }, { name: "B" }] } } }
 *     →  name     | agreements name
 *        An Giang | A
 *        An Giang | B
 *
 * Lists side by side are never multiplied with each other. Those of one item share its row, each a line for each of its
 * own items, and so do citations always; those of the whole answer make a table each. Root fields that answer alike share one table, with a column
 * for the response key: `{ before: asOf(…) {…}  after: asOf(…) {…} }`.
 */
export function unfold(data: unknown): Table[] {
  const value = alikeAsList(data);
  const root: Part = { value, shape: shapeOf(value), path: [] };
  const { leaves, lists } = splitPart(root);
  if (lists.length < 2) return tablesOf(root, rowsOf(root));
  const outside = new Set(leaves.map(([key]) => key));
  return [
    ...tablesOf(root, [new Map(leaves)], (path) => outside.has(keyOf(path))),
    ...lists.flatMap((list) => tablesOf(list, itemsOf(list).flatMap(rowsOf))),
  ];
}

/** A part as a table; none where it has no column. */
function tablesOf(
  part: Part,
  rows: readonly Row[],
  isColumn: (path: readonly string[]) => boolean = () => true,
): Table[] {
  const paths = leafPaths(part).filter(isColumn);
  if (paths.length === 0) return [];
  const { name, headings } = headingsOf(paths);
  const keys = paths.map(keyOf);
  return [
    {
      name,
      columns: paths.map((path, index) => ({ path, heading: headings[index] ?? path })),
      rows: rows.map((row) => keys.map((key) => row.get(key) ?? null)),
    },
  ];
}

/** Several root fields whose answers have the same leaves, as one list with the response key of each; else the data itself. */
function alikeAsList(data: unknown): unknown {
  if (!isObject(data)) return data;
  const fields = Object.entries(data).filter(([, field]) => isObject(field) || isList(field));
  const leavesOf = (value: unknown) => leafPaths({ value, shape: shapeOf(value), path: [] }).map(keyOf);
  const all = new Set(fields.flatMap(([, field]) => leavesOf(field)));
  // A field whose lists are empty shows no leaves, and is like any other.
  const isAlike = fields.filter(([, field]) => leavesOf(field).length === all.size).length > 1;
  if (!isAlike || fields.some(([, field]) => leavesOf(field).length % all.size !== 0)) return data;
  return fields.map(([key, field]) =>
    isObject(field) ? { [ROOT_FIELD]: key, ...field } : { [ROOT_FIELD]: key, nodes: field },
  );
}

/** Sorts rows by one column: names in Vietnamese order, numbers by size, empty cells last both ways; ties keep their order. */
export function sortRows(rows: Table['rows'], column: number, direction: 'ascending' | 'descending'): Table['rows'] {
  const sign = direction === 'ascending' ? 1 : -1;
  return rows.toSorted((one, other) => {
    const [a, b] = [one[column] ?? null, other[column] ?? null];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return sign * compareCells(a, b);
  });
}

/** The table as comma-separated values (RFC 4180), headed by the path of each column. */
export function toCsv({ columns, rows }: Pick<Table, 'columns' | 'rows'>): string {
  const quote = (cell: Cell) => {
    const text = cell === null ? '' : String(cell);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [columns.map(({ heading }) => heading.join('.') || 'field'), ...rows]
    .map((row) => `${row.map(quote).join(',')}\r\n`)
    .join('');
}

const vietnamese = new Intl.Collator('vi', { numeric: true });

function compareCells(a: NonNullable<Cell>, b: NonNullable<Cell>): number {
  return isNumeric(a) && isNumeric(b) ? Number(a) - Number(b) : vietnamese.compare(String(a), String(b));
}

/** Decimals travel as strings, so that none is rounded. */
export const isNumeric = (cell: Cell): boolean =>
  typeof cell === 'number' || (typeof cell === 'string' && /^-?\d+(\.\d+)?$/.test(cell));

function shapeOf(value: unknown): Shape {
  const shape = emptyShape();
  learn(shape, value);
  return shape;
}

const emptyShape = (): Shape => ({ isLeaf: false, fields: new Map(), item: undefined });

function learn(shape: Shape, value: unknown): void {
  if (value === null || value === undefined) return;
  if (isList(value)) {
    shape.item ??= emptyShape();
    for (const item of value) learn(shape.item, item);
  } else if (isObject(value)) {
    for (const [key, field] of fieldsOf(value)) {
      const known = shape.fields.get(key) ?? emptyShape();
      shape.fields.set(key, known);
      learn(known, field);
    }
  } else shape.isLeaf = true;
}

/** The paths of all leaves, in the order in which the question asks for them. */
function leafPaths({ shape, path }: Part): string[][] {
  const below = [...shape.fields].flatMap(([key, field]) =>
    leafPaths({ value: undefined, shape: field, path: [...path, key] }),
  );
  const within = shape.item ? leafPaths({ value: undefined, shape: shape.item, path }) : [];
  return [...(shape.isLeaf ? [[...path]] : []), ...below, ...within];
}

/** A fact stays one row, however many sources say it. */
const isCitations = ({ path }: Part): boolean => path.at(-1) === 'citations';

function rowsOf(part: Part): Row[] {
  const { leaves, lists } = splitPart(part);
  const [list, ...others] = lists.filter((one) => !isCitations(one));
  const folded = others.length > 0 ? lists : lists.filter(isCitations);
  const own = [...leaves, ...folded.flatMap(foldedCells)];
  const rows = list && others.length === 0 ? itemsOf(list).flatMap(rowsOf) : [];
  return rows.length > 0 ? rows.map((row) => new Map([...own, ...row])) : [new Map(own)];
}

/** What a part holds down to the next lists: its leaves, and those lists. */
function splitPart({ value, shape, path }: Part): { leaves: [string, Cell][]; lists: Part[] } {
  const leaves: [string, Cell][] = [];
  const lists: Part[] = [];
  if (shape.item && leafPaths({ value, shape, path }).length > 0) lists.push({ value, shape, path });
  if (shape.isLeaf && !isObject(value) && !isList(value) && value !== undefined)
    leaves.push([keyOf(path), cellOf(value)]);
  for (const [key, field] of shape.fields) {
    const child = isObject(value) ? value[key] : undefined;
    const below = splitPart({ value: child, shape: field, path: [...path, key] });
    leaves.push(...below.leaves);
    lists.push(...below.lists);
  }
  return { leaves, lists };
}

const itemsOf = ({ value, shape, path }: Part): Part[] =>
  isList(value) && shape.item
    ? value.filter((item) => item !== null).map((item) => ({ value: item, shape: shape.item!, path }))
    : [];

/** The leaves of a list in one cell a column, a line for each of its rows, so that lines of neighbouring cells belong together. */
function foldedCells(list: Part): [string, Cell][] {
  const rows = itemsOf(list).flatMap(rowsOf);
  if (rows.length === 0) return [];
  return leafPaths(list).map((path) => [keyOf(path), rows.map((row) => row.get(keyOf(path)) ?? '').join('\n')]);
}

/** Fields worth a column. What a connection counts would stand on every row of it. */
function fieldsOf(value: Record<string, unknown>): [string, unknown][] {
  const isConnection = 'edges' in value || 'nodes' in value;
  const isCount = (field: unknown) => isConnection && !isObject(field) && !Array.isArray(field);
  return Object.entries(value).filter(([key, field]) => key === ROOT_FIELD || !(NOT_SHOWN.has(key) || isCount(field)));
}

/** What all columns share, as the name of the table, and what is left to head each. */
function headingsOf(paths: readonly (readonly string[])[]): { name: string[]; headings: string[][] } {
  const short = paths.map((path) => path.filter((key) => !SCAFFOLDING.has(key)));
  const isUnique = (index: number) => short.filter((path) => keyOf(path) === keyOf(short[index] ?? [])).length === 1;
  const headings = short.map((path, index) => (path.length > 0 && isUnique(index) ? path : [...(paths[index] ?? [])]));
  const first = headings[0] ?? [];
  let shared = 0;
  while (
    shared < first.length &&
    headings.every((heading) => heading.length > shared + 1 && heading[shared] === first[shared])
  )
    shared++;
  return { name: first.slice(0, shared), headings: headings.map((heading) => heading.slice(shared)) };
}

/** Response keys are GraphQL names, which hold no dot. */
const keyOf = (path: readonly string[]): string => path.join('.');

/** A list of objects. Lists of numbers and the like (the coordinates of an outline) are leaves. */
const isList = (value: unknown): value is unknown[] =>
  Array.isArray(value) && value.every((item) => item === null || isObject(item));

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function cellOf(value: unknown): Cell {
  if (Array.isArray(value)) return value.some(Array.isArray) ? JSON.stringify(value) : value.join('\n');
  return typeof value === 'object' ? null : (value as Cell);
}
