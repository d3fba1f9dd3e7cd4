import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { StoreError } from '../../errors.js';
import type { KindDeclaration } from '../../model/declare.js';
import type { Release } from '../../model/release.js';
import { pack } from './pack.js';
import type { PackedGraph } from './packed-graph.js';

/**
 * A packed graph on disk, so that a large one is there at once when the process starts. It is one file: a line that
 * says what it is, a line with the SHA-256 of all that follows, in hexadecimal, a line with the model and the mark, and
 * the packed graph. It is written aside, synced and renamed, so that a reader finds the former one or the new one, whole.
 */

const NAME = 'graph.snapshot';
const MAGIC = 'entente snapshot 5';

/** Of the first, the checksum did not cover all; the others packed otherwise. They are made anew. No flipped bit makes one of the current one. */
const FORMER_MAGICS = new Set(['entente snapshot 1', 'entente snapshot 2', 'entente snapshot 4']);

interface Header {
  /** A digest of the declared kinds: a snapshot of another model is not this one's. */
  readonly model: string;
  /** What it was loaded from, in the caller's terms. */
  readonly mark: unknown;
}

/** What is kept in a folder. */
export interface Snapshot {
  readonly graph: PackedGraph;
  readonly mark: unknown;
}

/**
 * Packs a release and keeps it in a folder, in place of what was kept there.
 *
 * @param mark Says what it was loaded from; it is kept with it, as JSON.
 * @throws StoreError `LOAD_FAILED` where it cannot be written; what was kept there stays.
 */
export async function writeSnapshot(
  release: Release,
  directory: string,
  mark: unknown,
  progress?: (done: number, total: number) => void,
): Promise<PackedGraph> {
  const graph = pack(release, progress);
  const body = serialize(graph);
  const header: Header = { model: modelDigest(release.kinds), mark };
  const headerLine = Buffer.from(`${JSON.stringify(header)}\n`);
  const part = `${NAME}.${process.pid}.${randomUUID()}.part`;
  const aside = join(directory, part);
  writing.add(part);
  try {
    await mkdir(directory, { recursive: true });
    await removeAbandoned(directory);
    const file = await open(aside, 'w');
    try {
      await file.writeFile(`${MAGIC}\n${sha256(headerLine, body)}\n`);
      await file.writeFile(headerLine);
      await file.writeFile(body);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(aside, join(directory, NAME));
    await syncDirectory(directory);
    return graph;
  } catch (cause) {
    await rm(aside, { force: true }).catch(() => undefined);
    throw new StoreError('LOAD_FAILED', `The snapshot cannot be written in ${directory} (${reasonOf(cause)}).`, {
      cause,
    });
  } finally {
    writing.delete(part);
  }
}

/** The files that this process is writing aside. */
const writing = new Set<string>();

/** Removes what processes left that were killed while they wrote. */
async function removeAbandoned(directory: string): Promise<void> {
  for (const name of await readdir(directory)) {
    const writer = /^graph\.snapshot\.(\d+)\..*part$/.exec(name)?.[1];
    if (writer && !writing.has(name) && !isOther(Number(writer))) await rm(join(directory, name), { force: true });
  }
}

/** Whether a process other than this one runs under a number. */
function isOther(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * What is kept in a folder; `undefined` where nothing is, or a graph of another model.
 *
 * @throws StoreError `SNAPSHOT_DAMAGED` where a byte of it is not as it was written.
 */
export async function readSnapshot(
  directory: string,
  kinds: readonly KindDeclaration[],
): Promise<Snapshot | undefined> {
  const path = join(directory, NAME);
  const bytes = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return undefined;
    throw new StoreError('STORE_UNAVAILABLE', `${path} cannot be read (${reasonOf(cause)}).`, { cause });
  });
  if (!bytes) return undefined;
  const magicEnd = bytes.indexOf(10);
  const magic = bytes.subarray(0, magicEnd).toString();
  if (FORMER_MAGICS.has(magic)) return undefined;
  const sumEnd = bytes.indexOf(10, magicEnd + 1);
  const summed = bytes.subarray(sumEnd + 1);
  if (magic !== MAGIC || bytes.subarray(magicEnd + 1, sumEnd).toString() !== sha256(summed)) {
    throw new StoreError(
      'SNAPSHOT_DAMAGED',
      `${path} is damaged: its checksum does not fit. Load the seed again: entente load --data ${directory}`,
    );
  }
  const headerEnd = summed.indexOf(10);
  const header = JSON.parse(summed.subarray(0, headerEnd).toString()) as Header;
  if (header.model !== modelDigest(kinds)) return undefined;
  return { graph: deserialize(summed.subarray(headerEnd + 1)) as PackedGraph, mark: header.mark };
}

/** Two models that declare the same kinds, properties and relations have the same digest; a graph that is packed in another way is not taken for one. */
function modelDigest(kinds: readonly KindDeclaration[]): string {
  const model = kinds.map(({ name, isHub, properties, relations }) => [
    name,
    isHub,
    properties.map((property) => [property.name, property.leaf.type, property.timeline]),
    relations.map(({ name: field, relationship, direction }) => [
      field,
      relationship.type,
      direction,
      relationship.timeline,
      relationship.involves,
      relationship.complements,
    ]),
  ]);
  return sha256(Buffer.from(JSON.stringify(['layout 2', model])));
}

function sha256(...parts: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

/** Makes a rename last through a power cut, where the platform can sync folders. */
async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

function reasonOf(cause: unknown): string {
  return (cause as NodeJS.ErrnoException).code ?? (cause as Error).message;
}
