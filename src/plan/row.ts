/** A row that is being made: what a read gives, by response keys. */
export type Row = Record<string, unknown>;

/** A row to fill. It has no prototype, since response keys are the caller's to choose: `__proto__` is one. */
export function emptyRow(): Row {
  return Object.create(null) as Row;
}
