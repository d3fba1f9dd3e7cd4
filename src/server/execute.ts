import { ApolloServer, HeaderMap, type ApolloServerPlugin, type HTTPGraphQLRequest } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLFormattedError } from 'graphql';
import type { OpenGraph, RequestContext } from '../query/open-graph.js';
import { isCode, statusOf } from './codes.js';
import type { Limits } from './config.js';
import { exposeError, isOurFault } from './expose.js';
import { checkOperation } from './limits.js';
import type { Log } from './log.js';
import type { MediaType } from './media-type.js';
import type { Parameters } from './parameters.js';

/** One request to execute. */
export interface Execution {
  readonly requestId: string;
  readonly mediaType: MediaType;
  readonly parameters: Parameters;
  readonly context: RequestContext;
}

/** What came of it. */
export interface Executed {
  readonly status: number;
  /** The answer as JSON. */
  readonly body: string;
  /** Whether it is the whole answer: the same for everybody until the next release. */
  readonly complete: boolean;
  readonly operationName: string | undefined;
}

/** Executes requests, one at a time or many. */
export interface Executor {
  execute(execution: Execution): Promise<Executed>;
  stop(): Promise<void>;
}

/** What the plugin tells of a request, found by the object that Apollo was given for it. */
interface Outcome {
  readonly execution: Execution;
  status: number;
  complete: boolean;
  operationName: string | undefined;
}

/** Parses, validates, checks and executes by Apollo Server. Everything about HTTP is the handler's. */
export function createExecutor(graph: OpenGraph, limits: Limits, log: Log): Executor {
  const outcomes = new WeakMap<object, Outcome>();
  const apollo = new ApolloServer<RequestContext>({
    schema: graph.schema,
    fieldResolver: graph.fieldResolver,
    introspection: true,
    csrfPrevention: false,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    // What Apollo decides by it is set here, and nothing may depend on where a host runs.
    nodeEnv: 'production',
    parseOptions: { maxTokens: limits.tokens },
    formatError: exposeError,
    stringifyResult: (result) => JSON.stringify(result),
    logger: log,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      operationPlugin(graph, limits, log, outcomes),
    ],
  });
  const started = apollo.start();
  // A schema that cannot be served fails every request, not the process.
  started.catch((err: unknown) => log.fatal({ err }, 'cannot execute'));

  return {
    async execute(execution) {
      await started;
      const request = {
        method: 'POST',
        headers: new HeaderMap([['accept', execution.mediaType]]),
        search: '',
        body: execution.parameters,
      } satisfies HTTPGraphQLRequest;
      const outcome: Outcome = { execution, status: 500, complete: false, operationName: undefined };
      outcomes.set(request, outcome);
      const { body } = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: request,
        context: async () => execution.context,
      });
      if (body.kind !== 'complete') throw new Error('An answer came in parts, though nothing here asks for that.');
      const { status, complete, operationName } = outcome;
      return { status, body: body.string, complete, operationName };
    },
    async stop() {
      await started;
      await apollo.stop();
    },
  };
}

function operationPlugin(
  graph: OpenGraph,
  limits: Limits,
  log: Log,
  outcomes: WeakMap<object, Outcome>,
): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart({ request: { http } }) {
      const outcome = http && outcomes.get(http);
      if (!outcome) throw new Error('A request did not come from the handler.');
      const { requestId, mediaType } = outcome.execution;
      return {
        async didResolveOperation({ schema, document, operation, operationName, request }) {
          outcome.operationName = operationName ?? undefined;
          // Without an operation, executing it says which names there are.
          if (operation) checkOperation({ schema, document, operation, variables: request.variables ?? {} }, limits);
        },
        async responseForOperation({ document, operation, request, contextValue }) {
          // Without an operation, executing it says which names there are.
          if (!operation) return null;
          const { variables = {} } = request;
          const data = await contextValue.answer({ document, operation, variables });
          return data ? { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult: { data } } } : null;
        },
        async didEncounterErrors({ errors, contextValue }) {
          if (contextValue.signal.aborted) return;
          for (const error of errors.filter(isOurFault))
            log.error({ requestId, err: error.originalError ?? error }, 'failed');
        },
        async willSendResponse({ response }) {
          if (response.body.kind !== 'single') return;
          const result = response.body.singleResult;
          // Apollo executes with a copy of the context; the graph counts on its own.
          if (result.data !== undefined)
            result.extensions = { ...result.extensions, ...(await extensionsOf(outcome.execution, graph)) };
          const errors = result.errors ?? [];
          errors.forEach((error) => nameRequest(error, requestId));
          outcome.status = statusOfErrors(errors, mediaType);
          outcome.complete = errors.length === 0;
        },
      };
    },
  };
}

/** What is told besides the answer: how many reads ran and, where that was asked for, what it rests on. */
async function extensionsOf({ context, parameters }: Execution, graph: OpenGraph): Promise<Record<string, unknown>> {
  const { reads } = context;
  if (!wantsSources(parameters)) return { reads };
  const sources = context.sources();
  return sources.length > 0 ? { reads, sources } : { reads, sources, coverage: await graph.coverage(context.signal) };
}

/** Whether a request asks for the sources that its answer rests on: `"extensions": { "cite": true }`. */
export function wantsSources({ extensions }: Parameters): boolean {
  return extensions?.['cite'] === true;
}

function nameRequest({ extensions }: GraphQLFormattedError, requestId: string): void {
  if (extensions?.['code'] === 'INTERNAL_SERVER_ERROR') Object.assign(extensions, { requestId });
}

/** 200 for what was executed: its errors have a path. Else the status of the first error. */
function statusOfErrors(errors: readonly GraphQLFormattedError[], mediaType: MediaType): number {
  const refusal = errors.find(({ path }) => path === undefined);
  if (!refusal) return 200;
  const code = refusal.extensions?.['code'];
  return statusOf(isCode(code) ? code : 'INTERNAL_SERVER_ERROR', mediaType);
}
