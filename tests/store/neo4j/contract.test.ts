import { Neo4jStore } from '../../../src/store/neo4j/neo4j-store.js';
import { describeCases } from '../../cases/cases.js';
import { toyKinds } from '../../toy/kinds.js';
import { describeAsOf } from '../as-of.js';
import { describeStatements } from '../statements.js';
import { describeStore } from '../contract.js';
import { describeNeo4j, emptied, PATIENCE } from './server.js';

describeNeo4j('Neo4j keeps the contract', (options) => {
  const open = async () => Neo4jStore.open({ ...(await emptied(options())), ...PATIENCE }, toyKinds);
  describeStore('the Neo4j store', open);
  describeAsOf('the Neo4j store as of a moment', open);
  describeStatements('what is stated, in the Neo4j store', open);
  describeCases('golden cases on the Neo4j store', open);
});
