// The Neo4j that the bench measures: one that the environment names, or one that is started.
import { startNeo4j } from '../neo4j/start.js';

export async function openServer() {
  const { ENTENTE_TEST_NEO4J_URI: uri, ENTENTE_TEST_NEO4J_USER: user = 'neo4j' } = process.env;
  if (!uri) return startNeo4j({ heap: '2g', pageCache: '512m' });
  return { uri, user, password: process.env['ENTENTE_TEST_NEO4J_PASSWORD'] ?? '', stop: async () => undefined };
}
