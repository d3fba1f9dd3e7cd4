import { randomUUID } from 'node:crypto';
import neo4j from 'neo4j-driver';
import { StoreError } from '../../errors.js';
import { mayBeBest, standing } from '../../model/best-claim.js';
import { widthOf } from '../../model/claim-width.js';
import { relationshipTypes, type PropertyDeclaration } from '../../model/declare.js';
import { fold } from '../../model/fold.js';
import { interval, text } from '../../model/leaf.js';
import { nameIn } from '../../model/name.js';
import { tellsPublication } from '../../model/publication.js';
import type {
  CitationRecord,
  ClaimRecord,
  ConflictRecord,
  EntityRecord,
  EntryRecord,
  FactParts,
  PassageRecord,
  RelationRecord,
  Release,
} from '../../model/release.js';
import { entryProperties } from '../../model/records.js';
import { editKeysOf, searchNamesOf, type SearchName } from '../../model/search.js';
import { sortKey } from '../../model/sort-key.js';
import { CitedSources, publicationNumbers } from './cited-sources.js';
import type { Connection, RunStatement } from './connection.js';
import { cypher, join, lines, name, place as number, textOf, type Cypher } from './cypher.js';
import {
  claimValue,
  encodeProperty,
  HUB,
  LONGEST_NAME_KEY,
  number as encodeNumber,
  slotLabel,
  type Model,
  type Slot,
} from './layout.js';
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

type Properties = Record<string, unknown>;

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
    const parts = [passages, entities, relations, claims, entries, conflicts];
    const total = parts.reduce((sum, part) => sum + lengthOf(part), 0);
    const counts = {
      entities: new Map(this.model.declarations.map((kind) => [kind.name, 0])),
      relations: 0,
      claims: 0,
    };
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
      await writePassages.add('', [passageProperties(passage), passage.source]);
    }
    await writePassages.end();

    const writeEntities = this.#writer((kind) => entityStatement(kind, slot), written);
    const entityProperties = entityWriter(model);
    const writeEdits = this.#writer(() => editStatement(slot));
    const words = new Set<string>();
    for (const entity of entities) {
      const count = counts.entities.get(entity.kind);
      if (count === undefined)
        throw new StoreError('LOAD_FAILED', `${entity.id} is of the kind ${entity.kind}, which is not declared.`);
      counts.entities.set(entity.kind, count + 1);
      cited.entity(entity);
      const names = searchNamesOf(entity.names);
      await writeEntities.add(entity.kind, [entityProperties(entity), names.map(nameItem)]);
      for (const word of names.flatMap((each) => each.words)) {
        const keys = words.has(word) ? [] : editKeysOf(word);
        if (keys.length === 0) continue;
        words.add(word);
        await writeEdits.add('', [word, keys]);
      }
    }
    await writeEntities.end();
    await writeEdits.end();
    await this.#inSources(slot);

    const writeHubs = this.#writer(() => hubStatement(slot));
    for (const hub of release.hubs) await writeHubs.add('', [hub]);
    await writeHubs.end();

    const writeRelations = this.#writer((type) => relationStatement(type, slot), written);
    const ownProperties = new Map(
      relationshipTypes(model.declarations).map(({ type, properties }) => [type, properties]),
    );
    for (const relation of relations) {
      counts.relations++;
      const { sources, presence } = cited.relation(relation);
      const properties = {
        ...relationProperties(relation, ownProperties.get(relation.type) ?? [], sources),
        ...presence,
      };
      await writeRelations.add(relation.type, [relation.from, relation.to, properties, passagesOf(relation.citations)]);
    }
    await writeRelations.end();

    const writeClaims = this.#writer(() => claimStatement(slot), written);
    const claimProperties = claimWriter(model);
    for (const claim of claims) {
      counts.claims++;
      const { sources, presence } = cited.claim(claim);
      const properties = { ...claimProperties(claim, sources), ...presence };
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
    for (const conflict of conflicts) await writeConflicts.add('', [conflict.subject, conflictPropertiesOf(conflict)]);
    await writeConflicts.end();

    const writeSources = this.#writer(() => sourcesStatement(slot));
    for (const item of cited.byEntity()) await writeSources.add('', item);
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
  async #switch(
    release: Release,
    counts: { readonly entities: ReadonlyMap<string, number>; readonly relations: number; readonly claims: number },
  ) {
    const properties = {
      id: release.id,
      date: release.date,
      generation: neo4j.int(this.generation),
      slot: this.slot,
      model: this.model.digest,
      entities: JSON.stringify(Object.fromEntries(counts.entities)),
      relations: neo4j.int(counts.relations),
      claims: neo4j.int(counts.claims),
      examples: JSON.stringify(release.examples),
    };
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

function lengthOf(part: Iterable<unknown>): number {
  return Array.isArray(part) ? part.length : 0;
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
    cypher`CREATE (n:Passage:${slotLabel('Passage', slot)}) SET n = item[0], n.source_id = item[1]`,
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

/** What tells whether a fact is there at a moment. */
const PRESENCE = ['known_from', 'holds_from', 'holds_to'] as const;

const presenceOf = (fact: Cypher) => cypher`${fact} {${join(PRESENCE.map((property) => cypher`.${name(property)}`))}}`;

/** What an entry has of its fact: each property with its facets. */
const OF_FACT = [
  'validTime',
  'validTime_fromEarliest',
  'validTime_fromLatest',
  'validTime_toEarliest',
  'validTime_toLatest',
  'modality',
  'rank',
  'rankReason',
  'rankReason_folded',
  'rankReason_sort',
  'origin',
  'sources',
  'sources_count',
  'citations',
  'citations_start',
  'citations_end',
  ...PRESENCE,
  'sources_from',
  'sources_latest',
] as const;

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

/** Of two claims that contradict each other, the later beginning: both are there from then on. */
function later(from: Cypher): Cypher {
  return cypher`SET n.${from} = CASE WHEN one.${from} > other.${from} THEN one.${from} ELSE other.${from} END`;
}

function conflictStatement(slot: Slot): Cypher {
  return lines(
    cypher`UNWIND $items AS item`,
    cypher`MATCH (subject:${slotLabel('Entity', slot)} {id: item[0]})`,
    cypher`MATCH (one:${slotLabel('Claim', slot)} {id: item[1].claims[0]}) MATCH (other:${slotLabel('Claim', slot)} {id: item[1].claims[1]})`,
    cypher`CREATE (n:Conflict:${slotLabel('Conflict', slot)})-[:CONCERNS]->(subject) SET n = item[1]`,
    ...(['known_from', 'holds_from'] as const).map((from) => later(name(from))),
    cypher`SET n.holds_to = CASE WHEN one.holds_to < other.holds_to THEN one.holds_to ELSE other.holds_to END`,
    cypher`RETURN count(n)`,
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

// ——— Properties ———

function passageProperties({ id, paragraph, locator, digest, footnote }: PassageRecord): Properties {
  return {
    id,
    ...(paragraph !== undefined && { paragraph: neo4j.int(paragraph) }),
    locator,
    ...(digest !== undefined && { digest }),
    footnote,
  };
}

/** A name as it is stored, and the words under which it is found. */
function nameItem({ name: { text }, written, squeezed, spaced, words }: SearchName, placeAmong: number): Item {
  const stored: Properties = {
    place: neo4j.int(placeAmong),
    text,
    written,
    folded: fold(text).slice(0, LONGEST_NAME_KEY),
    // A name without words is not found, not even by a text without words.
    ...(squeezed !== '' && { squeezed: squeezed.slice(0, LONGEST_NAME_KEY) }),
    spaced,
    length: neo4j.int(spaced.length),
    words,
  };
  return [stored, [...new Set(words.map((word) => word.slice(0, LONGEST_NAME_KEY)))]];
}

function entityWriter({ kinds }: Model): (entity: EntityRecord) => Properties {
  return ({ id, kind, names, descriptions, externalIds, properties, citations }) => {
    const declaration = kinds.get(kind)!;
    const stored: Properties = {
      id,
      kind: declaration.kind,
      names: JSON.stringify(names),
      names_folded: names.map((each) => fold(each.text)),
      names_sort: sortKey(nameIn(names, 'vi')),
      descriptions: JSON.stringify(descriptions),
      externalIds: JSON.stringify(externalIds),
      sources: [],
      known_from: neo4j.int(publicationNumbers({ kind, properties })?.from ?? 0),
      ...citationProperties(citations),
    };
    for (const property of declaration.properties)
      Object.assign(stored, encodeProperty(property, properties[property.name]));
    return stored;
  };
}

const VALID_TIME: PropertyDeclaration = { name: 'validTime', leaf: interval, description: '', required: false };
const RANK_REASON: PropertyDeclaration = { name: 'rankReason', leaf: text, description: '', required: false };
const CLAIM_VALUE: PropertyDeclaration = { name: 'value', leaf: text, description: '', required: true };

function factProperties(
  { id, validTime, modality, rank, rankReason, origin, citations }: FactParts,
  sources: readonly string[],
): Properties {
  return {
    id,
    ...encodeProperty(VALID_TIME, validTime),
    modality,
    rank,
    ...encodeProperty(RANK_REASON, rankReason),
    origin,
    sources,
    sources_count: neo4j.int(sources.length),
    ...citationProperties(citations),
  };
}

function relationProperties(
  relation: RelationRecord,
  declared: readonly PropertyDeclaration[],
  sources: readonly string[],
): Properties {
  const stored = factProperties(relation, sources);
  for (const property of declared) Object.assign(stored, encodeProperty(property, relation.properties[property.name]));
  return stored;
}

function claimWriter({ declarations }: Model): (claim: ClaimRecord, sources: readonly string[]) => Properties {
  const leaves = new Map(
    declarations.flatMap((kind) =>
      kind.properties.map(({ name, leaf }) => [`${kind.singular} ${name}`, leaf] as const),
    ),
  );
  return (claim, sources) => {
    const { subject, property, value, isBest } = claim;
    const leaf = leaves.get(`${subject.slice(0, subject.indexOf('/'))} ${property}`);
    if (!leaf)
      throw new StoreError('LOAD_FAILED', `${claim.id} is about ${property} of ${subject}, which is not declared.`);
    return {
      ...factProperties(claim, sources),
      subject,
      property,
      ...encodeProperty(CLAIM_VALUE, leaf.write(value)),
      ...encodeProperty({ name: claimValue(property), leaf, description: '', required: true }, value),
      width: encodeNumber(widthOf(leaf, value), true),
      ...(mayBeBest(claim) && { standing: neo4j.int(standing(claim)) }),
      ...(tellsPublication(claim) && { tells_publication: true }),
      isBest,
      ...((leaf.family === 'date' || leaf.family === 'quantity') && { [leaf.family]: JSON.stringify(value) }),
    };
  };
}

const [DATE, END, UNTIL] = ['date', 'end', 'until'].map((each) =>
  entryProperties.find((property) => property.name === each),
) as [PropertyDeclaration, PropertyDeclaration, PropertyDeclaration];

function entryPropertiesOf({ id, fact, of, isBest, date, end, isOpen, titles, kinds }: EntryRecord): Properties {
  return {
    id,
    fact,
    of,
    isBest,
    ...encodeProperty(DATE, date),
    ...encodeProperty(END, end),
    ...encodeProperty(UNTIL, isOpen ? undefined : (end ?? date)),
    titles: JSON.stringify(titles),
    kinds,
  };
}

function conflictPropertiesOf({ id, subject, property, kind, claims, preferred, reasons }: ConflictRecord): Properties {
  return { id, subject, property, kind, claims, ...(preferred && { preferred }), reasons: JSON.stringify(reasons) };
}

/** Citations as lists; ranges only where there are any. */
function citationProperties(citations: readonly CitationRecord[]): Properties {
  const offsets = (end: 'start' | 'end') =>
    citations.some((citation) => citation[end] !== undefined) && {
      [`citations_${end}`]: citations.map((citation) => neo4j.int(citation[end] ?? -1)),
    };
  return { citations: citations.map(({ passage }) => passage), ...offsets('start'), ...offsets('end') };
}

function passagesOf(citations: readonly CitationRecord[]): readonly string[] {
  return [...new Set(citations.map(({ passage }) => passage))];
}
