import { Neo4jStore } from '../../../src/store/neo4j/neo4j-store.js';
import { describeConnections } from '../../query/connections.js';
import { toyKinds } from '../../toy/kinds.js';
import { describeNeo4j, emptied, PATIENCE } from './server.js';

describeNeo4j('Connections, in Neo4j', (options) => {
  const open = async () => Neo4jStore.open({ ...(await emptied(options())), ...PATIENCE }, toyKinds);
  describeConnections('paths, neighbourhoods and relations', open, 4);
});
