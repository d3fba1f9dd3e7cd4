// Measures the Neo4j store on a generated graph: node scripts/neo4j/measure.js [--nodes 20000] [--shapes a,b] [--plans]
//
// The shapes are those of npm run bench, and every answer is compared with the same floor. For each it tells the
// database hits of one asking (PROFILE) and the median time of the store alone. ENTENTE_TEST_NEO4J_URI (with _USER and
// _PASSWORD) names a server, which is loaded anew unless --keep; else one is started.
import { parseArgs } from 'node:util';
import neo4j from 'neo4j-driver';
import { prepare, recording } from '../bench/answers.js';
import { openFloor } from '../bench/floor.js';
import { shapes } from '../bench/shapes.js';
import { startNeo4j } from './start.js';

const { values } = parseArgs({
  options: {
    nodes: { type: 'string', default: '20000' },
    shapes: { type: 'string' },
    seconds: { type: 'string', default: '2' },
    keep: { type: 'boolean', default: false },
    plans: { type: 'boolean', default: false },
    dist: { type: 'string', default: '../../dist' },
  },
});
const from = (path) => import(`${values.dist}/${path}`);
const { schema } = await from('index.js');
const { generateRelease } = await from('loader/generate-release.js');
const { declarationsOf, relationshipTypes } = await from('model/declare.js');
const { fold } = await from('model/fold.js');
const { nameIn } = await from('model/name.js');
const { dateReadingOf, dayNumber } = await from('model/partial-date.js');
const { sortKey } = await from('model/sort-key.js');
const { encodeCursor } = await from('query/cursor.js');
const { createGraph } = await from('query/graph.js');
const { kinds } = await from('schema/index.js');
const { compile } = await from('store/neo4j/compile.js');
const { Model } = await from('store/neo4j/layout.js');
const { Neo4jStore } = await from('store/neo4j/neo4j-store.js');

const given = process.env['ENTENTE_TEST_NEO4J_URI'];
const { ENTENTE_TEST_NEO4J_USER: user = 'neo4j', ENTENTE_TEST_NEO4J_PASSWORD: password = '' } = process.env;
const server = given
  ? { uri: given, user, password, stop: async () => undefined }
  : await startNeo4j({ heap: '2g', pageCache: '512m' });
const declarations = declarationsOf(kinds);
const store = await Neo4jStore.open({ ...server, readTimeout: 120_000 }, declarations);
const nodes = Number(values.nodes);
try {
  if (!values.keep || !store.loaded) {
    const release = generateRelease(nodes);
    const records = release.entities.length + release.relations.length + release.claims.length;
    const start = performance.now();
    await store.load(release);
    const seconds = (performance.now() - start) / 1000;
    const heap = Math.round(process.memoryUsage().rss / 2 ** 20);
    console.log(
      `${records} records loaded in ${seconds.toFixed(1)} s, ${Math.round(records / seconds)} a second; ${heap} MB resident here.`,
    );
  }
  const { recorder, lastAsked } = recording(store);
  const graph = createGraph({ schema, relationships: relationshipTypes(declarations), store: recorder });
  const floor = openFloor(generateRelease(nodes), { fold, sortKey, nameIn, dateReadingOf, dayNumber });
  const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.user, server.password));
  const [{ slot }] = await rowsOf(driver, 'MATCH (release:Release) RETURN release.slot AS slot');
  const model = new Model(declarations);
  console.log('shape  db hits  median ms  p95 ms  bytes  what');
  for (const shape of shapes.filter(({ key }) => values.shapes?.split(',').includes(key) ?? true)) {
    let asked;
    const remembering = () => (asked = lastAsked() ?? asked);
    const prepared = await prepare(shape, { graph, store, lastAsked: remembering, floor, encodeCursor });
    const statement = compile(asked[0], model, slot);
    const hits = await profile(driver, statement.text, statement.values(asked[1]));
    const times = [];
    const end = performance.now() + Number(values.seconds) * 1000;
    for (let turn = 0; turn < 40 || performance.now() < end; turn++) {
      const start = performance.now();
      await prepared.ways.store(turn);
      if (turn >= 20) times.push(performance.now() - start);
    }
    times.sort((one, other) => one - other);
    const at = (share) => times[Math.floor(times.length * share)].toFixed(2);
    console.log(
      `${shape.key.padEnd(6)} ${String(hits).padStart(7)}  ${at(0.5).padStart(9)}  ${at(0.95).padStart(6)}  ${String(prepared.bytes).padStart(5)}  ${shape.what}${prepared.differs ? `  WRONG for ${JSON.stringify(prepared.differs)}` : ''}`,
    );
  }
  await driver.close();
} finally {
  await store.close();
  await server.stop();
}

async function profile(driver, text, parameters) {
  const session = driver.session();
  const { summary } = await session.run(`PROFILE ${text}`, parameters);
  await session.close();
  const { arguments: details } = summary.profile;
  if (values.plans) console.log(text, '\n', details['string-representation'] ?? '');
  const count = ({ dbHits, children }) => children.reduce((sum, child) => sum + count(child), dbHits);
  return count(summary.profile);
}

async function rowsOf(driver, text) {
  const session = driver.session();
  const { records } = await session.run(text);
  await session.close();
  return records.map((record) => record.toObject());
}
