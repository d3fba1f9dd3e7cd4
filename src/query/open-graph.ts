import type { GraphQLFieldResolver, GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import type { Moment } from './moment.js';

/** The arguments of `asOf`. */
export type GivenMoment = Parameters<Moment['with']>[0];

/** What one request needs of the graph. */
export interface RequestContext {
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** Reads run so far for this request: one for each root field. */
  reads: number;
  /** Answers a root field, as of a moment where it is one within `asOf`. */
  read(info: GraphQLResolveInfo, moment?: Moment): Promise<unknown>;
  /** Answers the field `asOf`: the moment for the root fields within it. It reads nothing. */
  asOf(info: GraphQLResolveInfo, around: Moment | undefined, given: GivenMoment): Moment;
  /** The context of a field: the one of the `asOf` around it, of which `now` is that moment's, or this one. */
  at(path: GraphQLResolveInfo['path']): RequestContext;
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
