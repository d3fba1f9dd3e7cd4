import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import neo4j from 'neo4j-driver';
import { StoreError } from '../../errors.js';
import type { Release } from '../../model/release.js';
import { CitedSources } from './cited-sources.js';
import {
  claimEncoder,
  conflictPropertiesOf,
  entityEncoder,
  entryPropertiesOf,
  lengthOf,
  noneCounted,
  OF_FACT,
  PRESENCE,
  passageProperties,
  passagesOf,
  relationEncoder,
  releaseProperties,
  type Properties,
} from './encode.js';
import { cypher, name as nameOf, textOf, type Cypher } from './cypher.js';
import { CLASS_LABEL, HUB, Model, slotLabel, type Slot } from './layout.js';
import { schemaStatements } from './schema.js';

/**
 * A release as files for `neo4j-admin database import`, which fills an empty database many times faster than Bolt does.
 * What it makes is what a load makes (`layout.ts`), in slot A:
 *
 *     nodes-agreement.csv         relations-party-to.csv     and a .header.csv of each
 *     import.args                 what to tell neo4j-admin
 *     schema.cypher               the constraints and indexes, to run after the database has started; and the empty
 *                                 lists, which the importer takes for none
 *
 * The release is gone through twice: once to see which properties there are, since every line has a cell for each of
 * them, and once to write.
 */

const SLOT: Slot = 'A';

/** What stands between the items of a list: a character for nothing else, ASCII's “unit separator”. */
const SEPARATOR = '\u001f';

/**
 * Writes the files.
 *
 * @throws StoreError `LOAD_FAILED` where the folder cannot be written, or where a list has a text with U+001F.
 */
export async function writeImportFiles(
  release: Release,
  directory: string,
  progress: (done: number, total: number) => void = () => undefined,
): Promise<void> {
  const files = new ImportFiles(directory);
  try {
    await mkdir(directory, { recursive: true });
    await writeAll(release, files, (done, total) => progress(done, 2 * total));
    await files.open();
    await writeAll(release, files, (done, total) => progress(total + done, 2 * total));
    const model = new Model(release.kinds);
    const statements = [...schemaStatements(model), ...files.emptyLists()];
    await writeFile(join(directory, 'schema.cypher'), statements.map((each) => `${each};\n`).join(''));
    await writeFile(join(directory, 'import.args'), (await files.end()).map((each) => `${each}\n`).join(''));
  } catch (cause) {
    await files.end().catch(() => undefined);
    const code = (cause as NodeJS.ErrnoException).code;
    if (cause instanceof StoreError || code === undefined) throw cause;
    throw new StoreError('LOAD_FAILED', `The files cannot be written in ${directory} (${code}).`, { cause });
  }
}

async function writeAll(
  release: Release,
  files: ImportFiles,
  progress: (done: number, total: number) => void,
): Promise<void> {
  const { passages, entities, relations, claims, entries, conflicts } = release;
  const total = lengthOf(release);
  const model = new Model(release.kinds);
  const counts = noneCounted(model);
  const cited = new CitedSources();
  let done = 0;
  const written = () => {
    if (++done % 1000 === 0) progress(done, Math.max(done, total));
  };

  for (const passage of passages) cited.passage(passage);
  for (const entity of entities) cited.entity(entity);

  const passageNodes = files.nodes('passage', [CLASS_LABEL.passage], 'Passage');
  const inSources = files.relationships('in', 'IN', 'Passage', 'Entity');
  for (const passage of passages) {
    await passageNodes.add({ ...passageProperties(passage), known_from: cited.knownFromOf(passage.source) });
    await inSources.add([passage.id, passage.source]);
    written();
  }

  const kept = new KeptFacts(entries, conflicts);
  const encodeRelation = relationEncoder(model);
  for (const relation of relations) {
    counts.relations++;
    const { id, type, from, to, citations } = relation;
    const properties = encodeRelation(relation, cited.relation(relation));
    kept.add(id, properties);
    await files.relationships(`fact-${type}`, type, 'Entity', 'Entity').add([from, to], properties);
    await files
      .nodes(`relation-${type}`, [CLASS_LABEL.relation], 'Relation', ['Fact'])
      .add({ ...properties, type, from_id: from, to_id: to });
    const cites = files.relationships('relation-cites', 'CITES', 'Relation', 'Passage');
    for (const passage of passagesOf(citations)) await cites.add([id, passage]);
    written();
  }

  const encodeClaim = claimEncoder(model);
  for (const claim of claims) {
    counts.claims++;
    const { id, subject, property, citations } = claim;
    const properties = encodeClaim(claim, cited.claim(claim));
    kept.add(id, properties);
    // A file for each property, since a claim has its value as an entity has it.
    const kind = subject.slice(0, subject.indexOf('/'));
    await files.nodes(`claim-${kind}-${property}`, [CLASS_LABEL.claim], 'Claim', ['Fact']).add(properties);
    await files.relationships('of', 'OF', 'Claim', 'Entity').add([id, subject]);
    const cites = files.relationships('claim-cites', 'CITES', 'Claim', 'Passage');
    for (const passage of passagesOf(citations)) await cites.add([id, passage]);
    written();
  }

  const entryNodes = files.nodes('entry', [CLASS_LABEL.entry], 'TimelineEntry');
  for (const entry of entries) {
    await entryNodes.add({ ...kept.of(entry.fact), ...entryPropertiesOf(entry) });
    const dates = files.relationships('dates', 'DATES', 'TimelineEntry', 'Entity');
    await dates.add([entry.id, entry.entity], kept.presenceOf(entry.fact));
    const involves = files.relationships('involves', 'INVOLVES', 'TimelineEntry', 'Entity');
    for (const { entity, fact } of entry.involved)
      await involves.add([entry.id, entity], { fact, ...kept.presenceOf(fact) });
    written();
  }

  const conflictNodes = files.nodes('conflict', [CLASS_LABEL.conflict], 'Conflict');
  for (const conflict of conflicts) {
    const facts = [...conflict.claims, ...conflict.relations];
    await conflictNodes.add({ ...conflictPropertiesOf(conflict), ...kept.commonPresenceOf(facts) });
    const concerns = files.relationships('concerns', 'CONCERNS', 'Conflict', 'Entity');
    for (const subject of conflict.subjects) await concerns.add([conflict.id, subject]);
    written();
  }

  await writeEntities(release, model, files, {
    cited,
    count: (kind) => counts.entities.set(kind, counts.entities.get(kind)! + 1),
    written,
  });

  const held = releaseProperties(release, counts, { slot: SLOT, generation: 1, model });
  await files.nodes('release', ['Release'], 'Release').add(held, 'release');
  progress(total, total);
}

/** Entities with their names, and the words of these. Last, since only then it is known what is cited for each. */
async function writeEntities(
  { entities, hubs }: Release,
  model: Model,
  files: ImportFiles,
  {
    cited,
    count,
    written,
  }: { readonly cited: CitedSources; readonly count: (kind: string) => void; readonly written: () => void },
): Promise<void> {
  const encodeEntity = entityEncoder(model);
  const isHub = new Set(hubs);
  const nameNodes = files.nodes('name', ['Name'], 'Name');
  const wordNodes = files.nodes('word', ['Word'], 'Word');
  const editNodes = files.nodes('edit', ['Edit'], 'Edit');
  const ofEntities = files.relationships('names', 'NAMES', 'Name', 'Entity');
  const wordsOf = files.relationships('word-of', 'WORD_OF', 'Word', 'Name');
  const known = new Set<string>();
  let [nameCount, editCount] = [0, 0];
  for (const entity of entities) {
    const { id, kind } = entity;
    const { properties, names, edits } = encodeEntity(entity);
    count(kind);
    const nodes = isHub.has(id)
      ? files.nodes(`hub-${kind}`, [CLASS_LABEL.entity, kind], 'Entity', [], [HUB])
      : files.nodes(`kind-${kind}`, [CLASS_LABEL.entity, kind], 'Entity');
    await nodes.add({ ...properties, ...cited.ofEntity(id) });
    for (const name of names) {
      const number = String(nameCount++);
      await nameNodes.add(name.properties, number);
      await ofEntities.add([number, id]);
      for (const word of name.words) {
        if (!known.has(word)) {
          known.add(word);
          await wordNodes.add({ text: word }, word);
        }
        await wordsOf.add([word, number]);
      }
    }
    for (const [word, keys] of edits) for (const key of keys) await editNodes.add({ key, word }, String(editCount++));
    written();
  }
}

/** What entries and conflicts have of facts, kept of those facts only that they speak of. */
class KeptFacts {
  readonly #facts = new Map<string, Properties>();

  constructor(entries: Release['entries'], conflicts: Release['conflicts']) {
    for (const { fact, involved } of entries)
      for (const id of [fact, ...involved.map((each) => each.fact)]) this.#facts.set(id, {});
    for (const { claims, relations } of conflicts) for (const id of [...claims, ...relations]) this.#facts.set(id, {});
  }

  add(id: string, properties: Properties): void {
    const kept = this.#facts.get(id);
    if (!kept) return;
    for (const property of OF_FACT) if (property in properties) kept[property] = properties[property];
  }

  of(fact: string): Properties {
    return this.#facts.get(fact)!;
  }

  presenceOf(fact: string): Properties {
    const kept = this.of(fact);
    return Object.fromEntries(PRESENCE.map((property) => [property, kept[property]]));
  }

  /** When several facts are there together: from the last of their beginnings to the first of their ends. */
  commonPresenceOf(facts: readonly string[]): Properties {
    const days = (property: (typeof PRESENCE)[number]) => facts.map((fact) => Number(this.of(fact)[property]));
    return {
      known_from: neo4j.int(Math.max(...days('known_from'))),
      holds_from: neo4j.int(Math.max(...days('holds_from'))),
      holds_to: neo4j.int(Math.min(...days('holds_to'))),
    };
  }
}

/** The files that are being written, by name. */
class ImportFiles {
  readonly #files = new Map<string, Table>();
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = resolve(directory);
  }

  /**
   * The file of the nodes of some labels, each of which there is also in the slot; their ids are unique in a group.
   *
   * @param plain Labels that there are only without a slot.
   * @param slotted Labels that there are only in the slot.
   */
  nodes(
    name: string,
    labels: readonly string[],
    group: string,
    plain: readonly string[] = [],
    slotted: readonly string[] = [],
  ): NodeTable {
    const all = [...labels, ...plain, ...[...labels, ...slotted].map((label) => `${label}_${SLOT}`)];
    const match = cypher`MATCH (n:${slotLabel(labels.at(-1)!, SLOT)})`;
    return this.#file(`nodes-${name}`, (path) => new NodeTable(path, `--nodes=${all.join(':')}`, match, group));
  }

  relationships(name: string, type: string, start: string, end: string): RelationshipTable {
    const match = cypher`MATCH ()-[n:${nameOf(type)}]->()`;
    const ends = [`:START_ID(${start})`, `:END_ID(${end})`];
    return this.#file(
      `relations-${name}`,
      (path) => new RelationshipTable(path, `--relationships=${type}`, match, ends),
    );
  }

  /** Writes the headers, of what was added so far, and begins again: from now on, what is added is written. */
  async open(): Promise<void> {
    for (const table of this.#files.values()) await table.open();
  }

  /** Statements that give their empty lists to nodes and relationships that have some. */
  emptyLists(): readonly string[] {
    return [...this.#files.values()].flatMap((table) =>
      table.emptied().map((column) => textOf(cypher`${table.match} WHERE n.${column} IS NULL SET n.${column} = []`)),
    );
  }

  /** Closes all files, and gives the arguments for neo4j-admin. */
  async end(): Promise<readonly string[]> {
    const options = ['--array-delimiter=U+001F', '--multiline-fields=true', '--bad-tolerance=0'];
    for (const table of this.#files.values()) {
      await table.end();
      options.push(`${table.option}=${table.path}.header.csv,${table.path}.csv`);
    }
    // A line each; in quotes, since a path may have spaces.
    return options.map((option) => JSON.stringify(option));
  }

  #file<Kind extends Table>(name: string, make: (path: string) => Kind): Kind {
    const fileName = name.toLowerCase().replaceAll('_', '-');
    let file = this.#files.get(fileName) as Kind | undefined;
    if (!file) this.#files.set(fileName, (file = make(join(this.#directory, fileName))));
    return file;
  }
}

/** One CSV file and its header. */
abstract class Table {
  readonly #columns = new Map<string, { readonly place: number; type: string | undefined; hasEmpty?: true }>();
  #data: WriteStream | undefined;
  #failure: Error | undefined;

  constructor(
    readonly path: string,
    readonly option: string,
    /** A clause that binds its nodes or relationships to `n`. */
    readonly match: Cypher,
  ) {}

  /** The columns in which there is an empty list. */
  emptied(): readonly Cypher[] {
    return [...this.#columns].filter(([, { hasEmpty }]) => hasEmpty).map(([column]) => nameOf(column));
  }

  /** The columns that come first, and are no properties. */
  protected abstract readonly first: readonly string[];

  /** Writes the header. */
  async open(): Promise<void> {
    const columns = [...this.#columns].map(([name, { type = 'string[]' }]) => `${name}:${type}`);
    await writeFile(`${this.path}.header.csv`, `${[...this.first, ...columns].join(',')}\n`);
    this.#data = createWriteStream(`${this.path}.csv`, { highWaterMark: 2 ** 18 });
    this.#data.on('error', (error) => (this.#failure = error));
  }

  /** Before the file is open, looks at what there is; afterwards, writes it. */
  protected async write(first: readonly string[], properties: Properties): Promise<void> {
    if (!this.#data) return this.#measure(properties);
    const cells = new Array<string>(first.length + this.#columns.size).fill('');
    first.forEach((cell, place) => (cells[place] = quoted(cell)));
    for (const [name, value] of Object.entries(properties))
      cells[first.length + this.#columns.get(name)!.place] = cellOf(value);
    if (this.#failure) throw this.#failure;
    if (!this.#data.write(`${cells.join(',')}\n`)) await once(this.#data, 'drain');
  }

  #measure(properties: Properties): void {
    for (const [name, value] of Object.entries(properties)) {
      let column = this.#columns.get(name);
      if (!column) this.#columns.set(name, (column = { place: this.#columns.size, type: undefined }));
      const type = typeOf(value);
      column.type ??= type;
      if (type !== undefined && type !== column.type)
        throw new StoreError('LOAD_FAILED', `${name} has values of two types, ${column.type} and ${type}.`);
      if (Array.isArray(value) && value.length === 0) column.hasEmpty = true;
    }
  }

  async end(): Promise<void> {
    if (this.#data && !this.#data.closed) {
      this.#data.end();
      await once(this.#data, 'close');
    }
    if (this.#failure) throw this.#failure;
  }
}

class NodeTable extends Table {
  protected readonly first: readonly string[];

  constructor(path: string, option: string, match: Cypher, group: string) {
    super(path, option, match);
    this.first = [`:ID(${group})`];
  }

  /** @param id Where it is not the property `id`. */
  add(properties: Properties, id = properties['id'] as string): Promise<void> {
    return this.write([id], properties);
  }
}

class RelationshipTable extends Table {
  constructor(
    path: string,
    option: string,
    match: Cypher,
    protected readonly first: readonly string[],
  ) {
    super(path, option, match);
  }

  add(ends: readonly [start: string, end: string], properties: Properties = {}): Promise<void> {
    return this.write(ends, properties);
  }
}

/** The type of a column by one of its values; an empty list does not tell. */
function typeOf(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.length === 0 ? undefined : `${typeOf(value[0])}[]`;
  if (neo4j.isInt(value)) return 'long';
  if (typeof value === 'number') return 'double';
  return typeof value === 'boolean' ? 'boolean' : 'string';
}

function cellOf(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (!Array.isArray(value)) return String(value);
  const items = value.map(String);
  if (items.some((item) => item.includes(SEPARATOR)))
    throw new StoreError('LOAD_FAILED', 'A list has a text with the control character U+001F, which separates items.');
  return quoted(items.join(SEPARATOR));
}

/** A text in quotes, so that an empty one is not taken for none. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
