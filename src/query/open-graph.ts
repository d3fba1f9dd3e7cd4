import type { GraphQLFieldResolver, GraphQLResolveInfo, GraphQLSchema } from 'graphql';

/** What one request needs of the graph. */
export interface RequestContext {
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** Reads run so far for this request: one for each root field. */
  reads: number;
  /** Answers a root field. */
  read(info: GraphQLResolveInfo): Promise<unknown>;
  /** The day that “now” means: the release's own. */
  readonly now: string;
  /** The text of a passage, where the documents are at hand. */
  passageText(id: string): string | undefined;
}

/** A loaded graph, ready to answer. */
export interface OpenGraph {
  readonly schema: GraphQLSchema;
  /** The one resolver of every field without its own. */
  readonly fieldResolver: GraphQLFieldResolver<unknown, RequestContext>;
  readonly release: {
    readonly id: string;
    readonly date: string;
    readonly entities: number;
    readonly facts: number;
    readonly sources: number;
  };
  context(signal: AbortSignal): RequestContext;
  close(): Promise<void>;
}
