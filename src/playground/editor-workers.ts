import EditorWorker from 'monaco-editor/esm/vs/editor/editor.worker.js?worker';
import JsonWorker from 'monaco-editor/esm/vs/language/json/json.worker.js?worker';
import GraphQLWorker from 'monaco-graphql/esm/graphql.worker.js?worker';

// Named here and not by `graphiql/setup-workers/vite`, which stops the development server.
self.MonacoEnvironment = {
  getWorker: (_id: string, label: string) =>
    label === 'graphql' ? new GraphQLWorker() : label === 'json' ? new JsonWorker() : new EditorWorker(),
};
