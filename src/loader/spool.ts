import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StoreError } from '../errors.js';

/** How many bytes a spool holds in memory before it writes to disk; afterwards, how many it writes at once. */
const MOST_HELD = 8 * 2 ** 20;

/** How many bytes are read ahead where texts are read one after the other. */
const READ_AHEAD = 2 ** 20;

/**
 * Texts by the million, numbered as they are added and read as often as one likes: held in memory while they are few,
 * and in a temporary file from then on. The file loses its name as soon as it is open, so that nothing is left of it
 * when the process ends, however it ends; it goes with the spool.
 */
export class Spool implements Iterable<string> {
  /** Where each text ends. */
  readonly #ends: number[] = [];
  #buffer: Buffer = Buffer.allocUnsafe(4096);
  /** How many bytes of the buffer are in use. They come after those that are written. */
  #used = 0;
  #written = 0;
  #file: number | undefined;

  /** How many texts there are. */
  get length(): number {
    return this.#ends.length;
  }

  /**
   * Adds a text, and gives its number.
   *
   * @throws StoreError `LOAD_FAILED` where the temporary file cannot be written.
   */
  add(text: string): number {
    const most = text.length * 3;
    if (this.#used + most > this.#buffer.length) this.#makeRoom(most);
    this.#used += this.#buffer.write(text, this.#used);
    return this.#ends.push(this.#written + this.#used) - 1;
  }

  /** The text of this number. */
  at(number: number): string {
    const [start, end] = [this.#startOf(number), this.#ends[number]!];
    if (start >= this.#written) return this.#buffer.toString('utf8', start - this.#written, end - this.#written);
    return this.#read(start, end).toString('utf8');
  }

  /** All texts, in the order in which they were added. */
  *[Symbol.iterator](): Generator<string> {
    let ahead: Buffer = Buffer.alloc(0);
    let first = 0;
    for (let number = 0; number < this.length; number++) {
      const [start, end] = [this.#startOf(number), this.#ends[number]!];
      if (start >= this.#written) {
        yield this.at(number);
        continue;
      }
      if (end > first + ahead.length) {
        first = start;
        ahead = this.#read(start, Math.max(end, Math.min(start + READ_AHEAD, this.#written)));
      }
      yield ahead.toString('utf8', start - first, end - first);
    }
  }

  #startOf(number: number): number {
    return number === 0 ? 0 : this.#ends[number - 1]!;
  }

  #makeRoom(bytes: number): void {
    if (this.#used > 0 && (this.#file !== undefined || this.#used + bytes > MOST_HELD)) this.#write();
    if (this.#used + bytes <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#used + bytes, Math.min(2 * this.#buffer.length, MOST_HELD)));
    this.#buffer.copy(larger, 0, 0, this.#used);
    this.#buffer = larger;
  }

  #write(): void {
    try {
      this.#file ??= openNameless(this);
      for (let done = 0; done < this.#used;) done += writeSync(this.#file, this.#buffer, done, this.#used - done);
    } catch (cause) {
      const reason = (cause as NodeJS.ErrnoException).code ?? (cause as Error).message;
      const message = `A temporary file cannot be written in ${tmpdir()} (${reason}); set TMPDIR to a folder with more room.`;
      throw new StoreError('LOAD_FAILED', message, { cause });
    }
    this.#written += this.#used;
    this.#used = 0;
  }

  #read(start: number, end: number): Buffer {
    const bytes = Buffer.allocUnsafe(end - start);
    for (let done = 0; done < bytes.length;) {
      const read = readSync(this.#file!, bytes, done, bytes.length - done, start + done);
      if (read === 0) throw new StoreError('LOAD_FAILED', 'A temporary file is shorter than what was written to it.');
      done += read;
    }
    return bytes;
  }
}

/** Records of a release, kept as JSON in a spool: read anew each time they are asked for. */
export class SpooledRecords<Record> implements Iterable<Record> {
  readonly #spool: Spool;

  constructor(spool: Spool) {
    this.#spool = spool;
  }

  /** How many records there are. */
  get length(): number {
    return this.#spool.length;
  }

  *[Symbol.iterator](): Generator<Record> {
    for (const text of this.#spool) yield JSON.parse(text) as Record;
  }
}

/** Closes the file of a spool that nobody holds any more. */
const closing = new FinalizationRegistry<number>(closeSync);

function openNameless(owner: Spool): number {
  const folder = mkdtempSync(join(tmpdir(), 'entente-'));
  try {
    const file = openSync(join(folder, 'spool'), 'w+', 0o600);
    closing.register(owner, file);
    return file;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
