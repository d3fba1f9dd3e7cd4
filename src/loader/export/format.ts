import type { Release } from '../../model/release.js';

/** One form in which a release can be written to files. */
export interface ExportFormat {
  /** What it is for, in a sentence for `entente export --help`. */
  readonly description: string;

  /**
   * Writes a release into a folder, which is made where it is not there.
   *
   * @returns What to do with the files, line by line.
   * @throws StoreError `LOAD_FAILED` where the folder cannot be written.
   */
  write(
    release: Release,
    directory: string,
    progress: (done: number, total: number) => void,
  ): Promise<readonly string[]>;
}
