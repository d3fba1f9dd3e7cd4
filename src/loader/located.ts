/** Where something stands in a file. Line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A single value with its place. */
export interface LocatedScalar {
  readonly form: 'scalar';
  readonly place: Place;
  readonly value: string | number | boolean | null;
}

/** A list with its place. */
export interface LocatedList {
  readonly form: 'list';
  readonly place: Place;
  readonly items: readonly Located[];
}

/** One key of a map with its own place, and its value. */
export interface LocatedEntry {
  readonly keyPlace: Place;
  readonly value: Located;
}

/** A map with its place. */
export interface LocatedMap {
  readonly form: 'map';
  readonly place: Place;
  readonly entries: ReadonlyMap<string, LocatedEntry>;
}

/** What a seed file says, every part with its place, free of the YAML library. */
export type Located = LocatedScalar | LocatedList | LocatedMap;

/** The value without places. */
export function plain(located: Located): unknown {
  switch (located.form) {
    case 'scalar':
      return located.value;
    case 'list':
      return located.items.map(plain);
    case 'map':
      return Object.fromEntries([...located.entries].map(([key, { value }]) => [key, plain(value)]));
  }
}

/** The items of a list, or the one thing that stands where a list may. */
export function itemsOf(located: Located): readonly Located[] {
  return located.form === 'list' ? located.items : [located];
}

/** The value as a message shows it, shortened. */
export function shown(located: Located): string {
  const text = JSON.stringify(plain(located));
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
