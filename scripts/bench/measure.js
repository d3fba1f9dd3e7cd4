// Loads a generated graph and times every shape on it.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
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
import { pack } from '../../dist/store/memory/pack.js';
import { prepare, recording } from './answers.js';
import { openFloor } from './floor.js';
import { shapes } from './shapes.js';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

/** Measures all shapes, or only some, on a graph of so many nodes; each way of each shape for so many seconds. */
export async function measureGraph(nodes, { seconds, only }) {
  const before = heap();
  let release = generateRelease(nodes);
  const start = performance.now();
  const packed = pack(release);
  const packTime = performance.now() - start;
  const { kinds } = release;
  const facts = release.relations.length + release.claims.length;
  release = undefined;
  const bytes = heap() - before;

  const store = new MemoryStore();
  store.hold(packed, kinds);
  const { recorder, lastAsked } = recording(store);
  const graph = createGraph({ schema, relationships: relationshipTypes(kinds), store: recorder });
  const floor = openFloor(generateRelease(nodes), { fold, sortKey, nameIn, dateReadingOf, dayNumber });

  const times = {};
  for (const shape of shapes.filter(({ key }) => only?.includes(key) ?? true)) {
    const prepared = await prepare(shape, { graph, store, lastAsked, floor, encodeCursor });
    if (prepared.differs) throw new Error(`${shape.key} is answered wrongly for ${JSON.stringify(prepared.differs)}.`);
    times[shape.key] = { what: shape.what, bytes: prepared.bytes, ...(await timeWays(prepared.ways, seconds)) };
  }
  return { nodes, facts, packTime, bytesPerFact: bytes / facts, times };
}

/** How many milliseconds a way is timed before the next has its turn. */
const TURN = 50;

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

function median(list) {
  return list.sort((one, other) => one - other)[list.length >> 1];
}

/** Bytes in use, typed arrays included. */
function heap() {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
