import { isUtf8 } from 'node:buffer';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, isAbsolute, join, relative, resolve } from 'node:path';
import { SeedError } from '../errors.js';
import type { Place } from './located.js';
import type { Report } from './report.js';

/** The largest seed file that is read, in bytes, unless said otherwise. */
export const MOST_BYTES = 64 * 2 ** 20;

/** One YAML file of a seed. */
export interface SeedFile {
  /** The path as faults show it: relative to the working directory where it lies below that. */
  readonly path: string;
  /** The name without folder and ending: `agreements`. */
  readonly name: string;
  readonly text: string;
  /** Its size in bytes, that of the files before it, and that of all. */
  readonly size: number;
  readonly before: number;
  readonly total: number;
}

/**
 * The YAML files of one or several folders, read one at a time, each folder's in the order of their names.
 *
 * Files over `mostBytes` are refused before they are read, and what is not UTF-8 is not guessed at: both are faults, as
 * is a folder without any YAML file.
 *
 * @throws SeedError where a folder cannot be read.
 */
export async function* readSeed(
  directories: readonly string[],
  report: Report,
  mostBytes = MOST_BYTES,
): AsyncGenerator<SeedFile> {
  const paths: string[] = [];
  for (const directory of directories) {
    const names = await yamlFilesOf(directory);
    if (names.length === 0) {
      report(
        placeOf(directory),
        'EMPTY_SEED',
        'There is no YAML file in this folder; a seed has one per kind, such as agreements.yaml.',
      );
    }
    paths.push(...names.map((name) => join(directory, name)));
  }
  const sizes = await Promise.all(
    paths.map((path) =>
      stat(path).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let before = 0;
  for (const [place, path] of paths.entries()) {
    const size = sizes[place]!;
    const text = await readText(path, report, mostBytes);
    const name = basename(path).replace(/\.ya?ml$/, '');
    if (text !== undefined) yield { path: shownPath(path), name, text, size, before, total };
    before += size;
  }
}

/** A path as a fault shows it. */
export function shownPath(path: string): string {
  const fromHere = relative(process.cwd(), resolve(path));
  return fromHere.startsWith('..') || isAbsolute(fromHere) ? path : fromHere || '.';
}

async function yamlFilesOf(directory: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(directory, { withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory() && /\.ya?ml$/.test(entry.name))
      .map(({ name }) => name)
      .sort();
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
    const message = `This folder cannot be read (${reason}); give the path of a folder of YAML files.`;
    throw new SeedError([{ ...placeOf(directory), code: 'UNREADABLE', message }]);
  }
}

async function readText(path: string, report: Report, mostBytes: number): Promise<string | undefined> {
  try {
    const { size } = await stat(path);
    if (size > mostBytes) {
      report(
        placeOf(path),
        'FILE_TOO_LARGE',
        `The file has ${size} bytes; ${mostBytes} are accepted. Split it among several folders.`,
      );
      return undefined;
    }
    const bytes = await readFile(path);
    if (!isUtf8(bytes)) {
      report(
        { ...placeOf(path), line: firstBadLine(bytes) },
        'NOT_UTF8',
        'This line is not UTF-8; save the file as UTF-8.',
      );
      return undefined;
    }
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
    report(placeOf(path), 'UNREADABLE', `The file cannot be read (${reason}).`);
    return undefined;
  }
}

function placeOf(path: string): Place {
  return { file: shownPath(path), line: 1, column: 1 };
}

function firstBadLine(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, start);
    const stop = end < 0 ? bytes.length : end;
    if (!isUtf8(bytes.subarray(start, stop))) break;
    start = stop + 1;
  }
  return line;
}
