// Loads a generated graph into one store and times every shape of question on it, asked in each way.
import neo4j from 'neo4j-driver';
import { schema } from '../../dist/index.js';
import { generateRelease } from '../../dist/loader/generate-release.js';
import { relationshipTypes } from '../../dist/model/declare.js';
import { fold } from '../../dist/model/fold.js';
import { nameIn } from '../../dist/model/name.js';
import { dateReadingOf, dayNumber } from '../../dist/model/partial-date.js';
import { sortKey } from '../../dist/model/sort-key.js';
import { encodeCursor } from '../../dist/query/cursor.js';
import { createGraph } from '../../dist/query/graph.js';
import { MemoryStore } from '../../dist/store/memory/memory-store.js';
import { Neo4jStore } from '../../dist/store/neo4j/neo4j-store.js';
import { prepare, recording } from './answers.js';
import { byHand } from './cypher.js';
import { openFloor } from './floor.js';
import { openServer } from './server.js';
import { shapes } from './shapes.js';

/** How many milliseconds a way is timed before the next has its turn. */
const TURN = 50;

/** How many are asked at once where throughput is measured. */
const AT_ONCE = 16;

const { store: storeName, nodes, shapes: only, seconds } = JSON.parse(process.argv[2]);
const release = generateRelease(nodes);
const { kinds } = release;
const server = storeName === 'neo4j' ? await openServer() : undefined;
const store = server ? await Neo4jStore.open({ ...server, readTimeout: 120_000 }, kinds) : new MemoryStore();
const driver = server && neo4j.driver(server.uri, neo4j.auth.basic(server.user, server.password));
try {
  if (store.loaded?.entities['Agreement'] !== countOf(release, 'Agreement')) await store.load(release);
  const facts = release.relations.length + release.claims.length;
  const floor = openFloor(release, { fold, sortKey, nameIn, dateReadingOf, dayNumber });
  const { recorder, lastAsked } = recording(store);
  const graph = createGraph({ schema, relationships: relationshipTypes(kinds), store: recorder });
  const slot = driver && (await rowsOf('MATCH (release:Release) RETURN release.slot AS answer', {}));
  const times = {};
  for (const shape of shapes.filter(({ key }) => only?.includes(key) ?? true)) {
    const hand = driver && { ...byHand[shape.key], run: (text, parameters) => rowsOf(text, parameters), slot };
    const prepared = await prepare(shape, { graph, store, lastAsked, floor, encodeCursor, hand });
    if (prepared.differs) throw new Error(`${shape.key} is answered wrongly for ${JSON.stringify(prepared.differs)}.`);
    const timed = await timeWays(prepared.ways, seconds);
    const throughput = await throughputOf(prepared.ways, seconds);
    times[shape.key] = { what: shape.what, bytes: prepared.bytes, times: timed, throughput };
  }
  process.send({ store: storeName, nodes, facts, shapes: times });
} finally {
  await driver?.close();
  await store.close();
  await server?.stop();
}

/** The one value of a statement that is sent as the bare driver sends it. */
async function rowsOf(text, parameters) {
  const session = driver.session({ defaultAccessMode: neo4j.session.READ });
  try {
    const { records } = await session.run(text, parameters);
    return records[0].get('answer');
  } finally {
    await session.close();
  }
}

function countOf({ entities }, kind) {
  let count = 0;
  for (const entity of entities) if (entity.kind === kind) count++;
  return count;
}

/** Times several ways of asking the same, by turns. What is made on first use was made when the answers were compared. */
async function timeWays(ways, seconds) {
  const times = Object.fromEntries(Object.keys(ways).map((way) => [way, []]));
  for (let round = 0; round < Math.ceil((seconds * 1000) / TURN); round++) {
    for (const [way, ask] of Object.entries(ways)) {
      const end = performance.now() + TURN;
      for (let turn = 0, now = performance.now(); turn === 0 || now < end; turn++) {
        const start = now;
        await ask(times[way].length + turn);
        now = performance.now();
        // Rounds before the last three quarters warm up.
        if (round * 4 >= (seconds * 1000) / TURN) times[way].push(now - start);
      }
    }
  }
  return Object.fromEntries(Object.entries(times).map(([way, list]) => [way, median(list)]));
}

/** How many are answered a second when many ask at once, in each way. */
async function throughputOf(ways, seconds) {
  const rates = {};
  for (const [way, ask] of Object.entries(ways)) {
    let asked = 0;
    const start = performance.now();
    const end = start + seconds * 500;
    const one = async () => {
      while (performance.now() < end) await ask(asked++);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one));
    rates[way] = asked / ((performance.now() - start) / 1000);
  }
  return rates;
}

function median(list) {
  return list.sort((one, other) => one - other)[list.length >> 1];
}
