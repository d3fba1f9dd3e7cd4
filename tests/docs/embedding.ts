import { graphql } from 'graphql';
import { openGraph } from '../../src/index.js';

const graph = await openGraph(); // or { seed: 'my-graph', data: 'kept', documents: 'documents' }

export const { data, errors } = await graphql({
  schema: graph.schema,
  fieldResolver: graph.fieldResolver,
  contextValue: graph.context(AbortSignal.timeout(5000)), // a new one for each request
  source: '{ agreement(id: "agreement/border-trade-2022") { name concludedOn { edtf } } }',
});

await graph.close();
