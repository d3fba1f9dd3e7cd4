import 'reflect-metadata';
import { Neo4jStore } from '../../../src/store/neo4j/neo4j-store.js';
import { toyKinds } from '../../toy/kinds.js';
import { crowd } from '../crowd.js';

/** A process that loads and is killed on the way: `node load-child.js URI USER PASSWORD`. It tells how far it is. */
const [uri, user, password] = process.argv.slice(2) as [string, string, string];
const store = await Neo4jStore.open({ uri, user, password }, toyKinds);
await store.load(crowd('release-killed', 20_000), (done, total) => process.stdout.write(`${done / total}\n`));
await store.close();
