import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { StoreError } from '../../errors.js';
import type { KindDeclaration } from '../../model/declare.js';
import type { Release } from '../../model/release.js';
import { pack } from './pack.js';
import type { PackedGraph } from './packed-graph.js';

/**
 * A packed graph on disk, so that a large one is there at once when the process starts. It is one file: a line that
 * says what it is, a line with the checksum and the model, and the packed graph. It is written aside, synced and
 * renamed, so that a reader finds the former one or the new one, whole.
 */

const NAME = 'graph.snapshot';
const MAGIC = 'entente snapshot 2';

interface Header {
  /** SHA-256 of what follows, in hexadecimal. */
  readonly sha256: string;
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
  const header: Header = { sha256: sha256(body), model: modelDigest(release.kinds), mark };
  const aside = join(directory, `${NAME}.${process.pid}.part`);
  try {
    await mkdir(directory, { recursive: true });
    const file = await open(aside, 'w');
    try {
      await file.writeFile(`${MAGIC}\n${JSON.stringify(header)}\n`);
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
  const [magicEnd, headerEnd] = [bytes.indexOf(10), bytes.indexOf(10, bytes.indexOf(10) + 1)];
  const header =
    bytes.subarray(0, magicEnd).toString() === MAGIC ? parseHeader(bytes.subarray(magicEnd + 1, headerEnd)) : undefined;
  const body = bytes.subarray(headerEnd + 1);
  if (!header || header.sha256 !== sha256(body)) {
    throw new StoreError(
      'SNAPSHOT_DAMAGED',
      `${path} is damaged: its checksum does not fit. Load the seed again: entente load --data ${directory}`,
    );
  }
  if (header.model !== modelDigest(kinds)) return undefined;
  return { graph: deserialize(body) as PackedGraph, mark: header.mark };
}

function parseHeader(line: Buffer): Header | undefined {
  try {
    return JSON.parse(line.toString()) as Header;
  } catch {
    return undefined;
  }
}

/** Two models that declare the same kinds, properties and relations have the same digest. */
function modelDigest(kinds: readonly KindDeclaration[]): string {
  const model = kinds.map(({ name, properties, relations }) => [
    name,
    properties.map((property) => [property.name, property.leaf.type]),
    relations.map((relation) => [relation.name, relation.relationship.type, relation.direction]),
  ]);
  return sha256(Buffer.from(JSON.stringify(model)));
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
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
