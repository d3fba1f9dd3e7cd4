import type { SeedFault } from '../errors.js';
import type { Place } from './located.js';

/** What can be wrong with a seed. */
export type FaultCode =
  // the files
  | 'EMPTY_SEED'
  | 'UNREADABLE'
  | 'FILE_TOO_LARGE'
  | 'NOT_UTF8'
  | 'INVALID_YAML'
  // the shape of an entity
  | 'UNKNOWN_KIND'
  | 'WRONG_FILE'
  | 'BAD_ID'
  | 'DUPLICATE_ID'
  | 'MISSING_NAME'
  | 'MISSING_REQUIRED'
  | 'UNKNOWN_PROPERTY'
  | 'WRONG_TYPE'
  | 'BAD_DATE'
  // claims and facts
  | 'UNCITED'
  | 'BAD_CITATION'
  | 'UNKNOWN_SOURCE'
  | 'BAD_RANK'
  | 'BAD_MODALITY'
  | 'BAD_ABSENCE'
  | 'MISSING_REASON'
  | 'WRITTEN_AT_INVERSE'
  | 'DANGLING_REFERENCE'
  | 'WRONG_TARGET'
  | 'DUPLICATE_CLAIM'
  | 'DUPLICATE_FACT'
  // strict checks
  | 'MISSING_DIGEST';

/** Notes one fault; checking goes on, so that all are told at once. */
export type Report = (place: Place, code: FaultCode, message: string) => void;

/** A report and the faults noted in it so far. */
export function startReport(): { readonly faults: SeedFault[]; readonly report: Report } {
  const faults: SeedFault[] = [];
  return {
    faults,
    report: ({ file, line, column }, code, message) => faults.push({ file, line, column, code, message }),
  };
}

/** The faults of a seed in the order in which an editor mends them: by file, then from top to bottom. */
export function inOrder(faults: readonly SeedFault[]): readonly SeedFault[] {
  return faults.toSorted(
    (one, other) =>
      (one.file < other.file ? -1 : one.file > other.file ? 1 : 0) ||
      one.line - other.line ||
      one.column - other.column,
  );
}
