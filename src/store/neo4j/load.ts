import { randomUUID } from 'node:crypto';
import neo4j from 'neo4j-driver';
import { StoreError } from '../../errors.js';
import type { Release } from '../../model/release.js';
import { CitedSources } from './cited-sources.js';
import type { Connection, RunStatement } from './connection.js';
import { cypher, join, lines, name, place as number, textOf, type Cypher } from './cypher.js';
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
  type Counts,
} from './encode.js';
import { HUB, slotLabel, type Model, type Slot } from './layout.js';
import { schemaStatements } from './schema.js';

/**
 * Loads a release into the slot in which none lies, and then puts it in the place of the former one.
 *
 * Two things keep loads apart. A transaction that holds a lock for as long as the process lives makes a second load
 * wait or give up. And each batch first looks whether the load still owns the slot, so that one that was taken for dead
 * cannot write any more. A batch that was committed though the answer got lost is not written twice: it has a number.
 */

/** How many records are written in one transaction. */
const BATCH = 5_000;

/** How many nodes are deleted in one; their relationships go with them. */
const DELETED_AT_ONCE = 2_000;

/** One thing to write: a list of what the statement of its batch wants. */
type Item = readonly unknown[];

/**
 * Loads a release.
 *
 * @throws StoreError `LOAD_FAILED` where another load runs or Neo4j refuses; whatever the release throws.
 */
export async function loadRelease(
  release: Release,
  model: Model,
  connection: Connection,
  progress: (done: number, total: number) => void = () => undefined,
): Promise<void> {
  await connection.write(async (run) => {
    for (const statement of schemaStatements(model)) await run(statement);
  });
  await connection.write((run) => run(`MERGE (load:Load {key: 'lock'}) MERGE (owner:Load {key: 'owner'})`));
  const lock = await connection.hold(
    `MATCH (load:Load {key: 'lock'}) SET load.heldAt = datetime()`,
    connection.lockTimeout,
  );
  if (!lock) throw new StoreError('LOAD_FAILED', 'Another load is running. Wait until it has ended.');
  try {
    const load = await Load.begin(connection, model);
    try {
      await load.run(release, progress);
    } catch (error) {
      // What was written is not seen by anybody; the next load removes it if this cannot.
      await load.clear(load.slot).catch(() => undefined);
      throw error;
    }
    await load.clear(load.slot === 'A' ? 'B' : 'A').catch(() => undefined);
  } finally {
    await lock.release();
  }
}

class Load {
  #step = 0;

  private constructor(
    readonly connection: Connection,
    readonly model: Model,
    readonly owner: string,
    readonly slot: Slot,
    readonly generation: number,
  ) {}

  /** Takes the slot in which no release lies. */
  static async begin(connection: Connection, model: Model): Promise<Load> {
    const owner = randomUUID();
    const { slot, generation } = await connection.write(async (run) => {
      await run(`MATCH (owner:Load {key: 'owner'}) SET owner.owner = $owner, owner.step = 0`, { owner });
      const [row] = await run(`MATCH (release:Release) RETURN release.slot, release.generation`);
      return row
        ? { slot: row[0] === 'A' ? ('B' as const) : ('A' as const), generation: Number(row[1]) + 1 }
        : { slot: 'A' as const, generation: 1 };
    });
    const load = new Load(connection, model, owner, slot, generation);
    await load.clear(slot);
    return load;
  }

  async run(release: Release, progress: (done: number, total: number) => void): Promise<void> {
    const { passages, entities, relations, claims, entries, conflicts } = release;
    const total = lengthOf(release);
    const counts = noneCounted(this.model);
    const cited = new CitedSources();
    let done = 0;
    const written = (count: number): void => {
      done += count;
      progress(done, Math.max(done, total));
    };
    const { slot, model } = this;

    const writePassages = this.#writer(() => passageStatement(slot), written);
    for (const passage of passages) {
      cited.passage(passage);
      await writePassages.add('', [passageProperties(passage)]);
    }
    await writePassages.end();

    const writeEntities = this.#writer((kind) => entityStatement(kind, slot), written);
    const encodeEntity = entityEncoder(model);
    const writeEdits = this.#writer(() => editStatement(slot));
    for (const entity of entities) {
      const { properties, names, edits } = encodeEntity(entity);
      counts.entities.set(entity.kind, counts.entities.get(entity.kind)! + 1);
      cited.entity(entity);
      await writeEntities.add(entity.kind, [properties, names.map((each) => [each.properties, each.words])]);
      for (const edit of edits) await writeEdits.add('', edit);
    }
    await writeEntities.end();
    await writeEdits.end();
    await this.#inSources(slot);

    const writeHubs = this.#writer(() => hubStatement(slot));
    for (const hub of release.hubs) await writeHubs.add('', [hub]);
    await writeHubs.end();

    const writeRelations = this.#writer((type) => relationStatement(type, slot), written);
    const encodeRelation = relationEncoder(model);
    for (const relation of relations) {
      counts.relations++;
      const properties = encodeRelation(relation, cited.relation(relation));
      await writeRelations.add(relation.type, [relation.from, relation.to, properties, passagesOf(relation.citations)]);
    }
    await writeRelations.end();

    const writeClaims = this.#writer(() => claimStatement(slot), written);
    const encodeClaim = claimEncoder(model);
    for (const claim of claims) {
      counts.claims++;
      const properties = encodeClaim(claim, cited.claim(claim));
      await writeClaims.add('', [claim.subject, properties, passagesOf(claim.citations)]);
    }
    await writeClaims.end();

    const writeEntries = this.#writer((label) => entryStatement(label, slot), written);
    for (const entry of entries) {
      const label = entry.of === 'claim' ? 'Claim' : 'Relation';
      await writeEntries.add(label, [entry.fact, entry.entity, entryPropertiesOf(entry), entry.involved]);
    }
    await writeEntries.end();

    const writeConflicts = this.#writer(() => conflictStatement(slot), written);
    for (const conflict of conflicts) await writeConflicts.add('', [conflictPropertiesOf(conflict), conflict.subjects]);
    await writeConflicts.end();

    const writeSources = this.#writer(() => sourcesStatement(slot));
    for (const [entity, { sources, known_from }] of cited.byEntity())
      await writeSources.add('', [entity, sources, known_from]);
    await writeSources.end();
    await this.#indexesReady();
    await this.#switch(release, counts);
  }

  /** Removes everything that lies in a slot. */
  async clear(slot: Slot): Promise<void> {
    const labels = ['Conflict', 'TimelineEntry', 'Relation', 'Claim', 'Edit', 'Word', 'Name', 'Passage', 'Entity'];
    for (const label of labels) {
      const statement = textOf(
        cypher`MATCH (n:${slotLabel(label, slot)}) WITH n LIMIT ${number(DELETED_AT_ONCE)} DETACH DELETE n RETURN count(*)`,
      );
      for (;;) {
        const [row] = await this.#transaction((run) => run(statement));
        if (Number(row?.[0] ?? 0) === 0) break;
      }
    }
  }

  /** Puts this release in the place of the former one. From now on it is what is read. */
  async #switch(release: Release, counts: Counts) {
    const { slot, generation, model } = this;
    const properties = releaseProperties(release, counts, { slot, generation, model });
    await this.#transaction(async (run) => {
      await run(`MATCH (release:Release) DELETE release`);
      return run(
        textOf(cypher`CREATE (release:Release:${slotLabel('Release', this.slot)}) SET release = $properties`),
        { properties },
      );
    });
  }

  /** Waits until the indexes are there; they are made with the first load. */
  async #indexesReady(): Promise<void> {
    await this.connection.write((run) => run(`CALL db.awaitIndexes(300)`));
  }

  /** A transaction of this load: nothing where another load has taken over, and nothing a second time. */
  async #transaction<Result>(work: (run: RunStatement) => Promise<readonly Result[]>): Promise<readonly Result[]> {
    const step = ++this.#step;
    return this.connection.write(async (run) => {
      const [row] = await run(
        `MATCH (owner:Load {key: 'owner'}) SET owner.touched = $step
         WITH owner, owner.owner = $owner AS isOurs, owner.step < $step AS isNew
         SET owner.step = CASE WHEN isOurs THEN $step ELSE owner.step END
         RETURN isOurs, isNew`,
        { owner: this.owner, step: neo4j.int(step) },
      );
      if (row?.[0] !== true) throw new StoreError('LOAD_FAILED', 'Another load has taken over.');
      return row[1] === true ? work(run) : [];
    });
  }

  /** Passages are written before entities, so that it is known which sources are cited; here they are tied to them. */
  async #inSources(slot: Slot): Promise<void> {
    const statement = textOf(passagesInSources(slot));
    for (;;) {
      const [row] = await this.#transaction((run) => run(statement));
      if (Number(row?.[0] ?? 0) === 0) break;
    }
    const [left] = await this.#transaction((run) =>
      run(
        textOf(cypher`MATCH (n:${slotLabel('Passage', slot)}) WHERE NOT EXISTS { (n)-[:IN]->() } RETURN n.id LIMIT 1`),
      ),
    );
    if (left) throw new StoreError('LOAD_FAILED', `${String(left[0])} is of a source that the release does not have.`);
  }

  /** Writes items in batches, those of one key by one statement. */
  #writer(statementOf: (key: string) => Cypher, written: (count: number) => void = () => undefined): Writer {
    const statements = new Map<string, string>();
    return new Writer(async (batch, count) => {
      await this.#transaction(async (run) => {
        for (const [key, items] of batch) {
          let statement = statements.get(key);
          if (!statement) statements.set(key, (statement = textOf(statementOf(key))));
          const [row] = await run(statement, { items });
          if (Number(row?.[0]) === items.length) continue;
          throw new StoreError('LOAD_FAILED', 'The release refers to an entity or passage that it does not have.');
        }
        return [];
      });
      written(count);
    });
  }
}

/** Gathers items by key and writes them when there are enough. */
class Writer {
  #waiting = new Map<string, Item[]>();
  #count = 0;

  constructor(readonly write: (batch: ReadonlyMap<string, readonly Item[]>, count: number) => Promise<void>) {}

  async add(key: string, item: Item): Promise<void> {
    const items = this.#waiting.get(key);
    if (items) items.push(item);
    else this.#waiting.set(key, [item]);
    if (++this.#count >= BATCH) await this.end();
  }

  async end(): Promise<void> {
    if (this.#count > 0) await this.write(this.#waiting, this.#count);
    this.#waiting = new Map();
    this.#count = 0;
  }
}

// ——— Statements: each returns how many items it wrote ———

function entityStatement(kind: string, slot: Slot): Cypher {
  const labels = cypher`Entity:${name(kind)}:${slotLabel('Entity', slot)}:${slotLabel(kind, slot)}`;
  return lines(
    cypher`UNWIND $items AS item`,
    cypher`CREATE (n:${labels}) SET n = item[0]`,
    cypher`FOREACH (name IN item[1] |`,
    cypher`  CREATE (m:Name:${slotLabel('Name', slot)})-[:NAMES]->(n) SET m = name[0]`,
    cypher`  FOREACH (text IN name[1] |`,
    cypher`    MERGE (word:Word:${slotLabel('Word', slot)} {text: text})`,
    cypher`    CREATE (word)-[:WORD_OF]->(m)))`,
    cypher`RETURN count(n)`,
  );
}

function hubStatement(slot: Slot): Cypher {
  return lines(
    cypher`UNWIND $items AS item`,
    cypher`MATCH (n:${slotLabel('Entity', slot)} {id: item[0]}) SET n:${slotLabel(HUB, slot)}`,
    cypher`RETURN count(n)`,
  );
}

function editStatement(slot: Slot): Cypher {
  return lines(
    cypher`UNWIND $items AS item`,
    cypher`FOREACH (key IN item[1] | CREATE (:Edit:${slotLabel('Edit', slot)} {key: key, word: item[0]}))`,
    cypher`RETURN count(item)`,
  );
}

function passageStatement(slot: Slot): Cypher {
  return lines(
    cypher`UNWIND $items AS item`,
    cypher`CREATE (n:Passage:${slotLabel('Passage', slot)}) SET n = item[0]`,
    cypher`RETURN count(n)`,
  );
}

function passagesInSources(slot: Slot): Cypher {
  return lines(
    cypher`MATCH (n:${slotLabel('Passage', slot)}) WHERE NOT EXISTS { (n)-[:IN]->() }`,
    cypher`MATCH (source:${slotLabel('Entity', slot)} {id: n.source_id})`,
    cypher`WITH n, source LIMIT ${number(BATCH)}`,
    cypher`CREATE (n)-[:IN]->(source) SET n.known_from = source.known_from`,
    cypher`RETURN count(*)`,
  );
}

function relationStatement(type: string, slot: Slot): Cypher {
  const entity = slotLabel('Entity', slot);
  return lines(
    cypher`UNWIND $items AS item`,
    cypher`MATCH (start:${entity} {id: item[0]}) MATCH (end:${entity} {id: item[1]})`,
    cypher`CREATE (start)-[f:${name(type)}]->(end) SET f = item[2]`,
    cypher`CREATE (n:Relation:Fact:${slotLabel('Relation', slot)}) SET n = item[2], n.type = type(f), n.from_id = item[0], n.to_id = item[1]`,
    cites(slot, cypher`item[3]`),
  );
}

function claimStatement(slot: Slot): Cypher {
  return lines(
    cypher`UNWIND $items AS item`,
    cypher`MATCH (subject:${slotLabel('Entity', slot)} {id: item[0]})`,
    cypher`CREATE (n:Claim:Fact:${slotLabel('Claim', slot)})-[:OF]->(subject) SET n = item[1]`,
    cites(slot, cypher`item[2]`),
  );
}

const presenceOf = (fact: Cypher) => cypher`${fact} {${join(PRESENCE.map((property) => cypher`.${name(property)}`))}}`;

function entryStatement(label: string, slot: Slot): Cypher {
  const entity = slotLabel('Entity', slot);
  return lines(
    cypher`UNWIND $items AS item`,
    cypher`MATCH (fact:${slotLabel(label, slot)} {id: item[0]}) MATCH (dated:${entity} {id: item[1]})`,
    cypher`CREATE (n:TimelineEntry:${slotLabel('TimelineEntry', slot)})-[dates:DATES]->(dated)`,
    cypher`SET dates = ${presenceOf(name('fact'))}, n = fact {${join(OF_FACT.map((property) => cypher`.${name(property)}`))}}, n += item[2]`,
    cypher`WITH n, item`,
    cypher`CALL (n, item) {`,
    cypher`  UNWIND item[3] AS part`,
    cypher`  MATCH (involved:${entity} {id: part.entity})`,
    cypher`  MATCH (relation:${slotLabel('Relation', slot)} {id: part.fact})`,
    cypher`  CREATE (n)-[involves:INVOLVES]->(involved) SET involves = ${presenceOf(name('relation'))}, involves.fact = part.fact`,
    cypher`  RETURN count(*) AS parts`,
    cypher`}`,
    cypher`RETURN sum(CASE WHEN parts = size(item[3]) THEN 1 ELSE 0 END)`,
  );
}

/** Of several facts that are there together, the days from the last of their beginnings to the first of their ends. */
function conflictStatement(slot: Slot): Cypher {
  return lines(
    cypher`UNWIND $items AS item`,
    cypher`CREATE (n:Conflict:${slotLabel('Conflict', slot)}) SET n = item[0]`,
    cypher`WITH n, item`,
    cypher`CALL (item) {`,
    cypher`  UNWIND item[0].claims AS id MATCH (fact:${slotLabel('Claim', slot)} {id: id}) RETURN fact`,
    cypher`  UNION`,
    cypher`  UNWIND item[0].relations AS id MATCH (fact:${slotLabel('Relation', slot)} {id: id}) RETURN fact`,
    cypher`}`,
    cypher`WITH n, item, count(fact) AS facts, max(fact.known_from) AS knownFrom, max(fact.holds_from) AS from, min(fact.holds_to) AS to`,
    cypher`SET n.known_from = knownFrom, n.holds_from = from, n.holds_to = to`,
    cypher`WITH n, item, facts = size(item[0].claims) + size(item[0].relations) AS isWhole`,
    cypher`CALL (n, item) {`,
    cypher`  UNWIND item[1] AS id`,
    cypher`  MATCH (subject:${slotLabel('Entity', slot)} {id: id})`,
    cypher`  CREATE (n)-[:CONCERNS]->(subject)`,
    cypher`  RETURN count(*) AS subjects`,
    cypher`}`,
    cypher`RETURN sum(CASE WHEN isWhole AND subjects = size(item[1]) THEN 1 ELSE 0 END)`,
  );
}

function cites(slot: Slot, passages: Cypher): Cypher {
  return lines(
    cypher`WITH n, item`,
    cypher`CALL (n, item) {`,
    cypher`  UNWIND ${passages} AS id`,
    cypher`  MATCH (passage:${slotLabel('Passage', slot)} {id: id})`,
    cypher`  CREATE (n)-[:CITES]->(passage)`,
    cypher`  RETURN count(*) AS cited`,
    cypher`}`,
    cypher`RETURN sum(CASE WHEN cited = size(${passages}) THEN 1 ELSE 0 END)`,
  );
}

function sourcesStatement(slot: Slot): Cypher {
  return lines(
    cypher`UNWIND $items AS item`,
    cypher`MATCH (n:${slotLabel('Entity', slot)} {id: item[0]}) SET n.sources = item[1], n.known_from = item[2]`,
    cypher`RETURN count(n)`,
  );
}
