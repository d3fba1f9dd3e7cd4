import type { Operation } from './answer.js';
import type { CitedSource } from './citing.js';
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
  /**
   * Answers an operation of a valid document at once: its data, or undefined where it has errors or asks for more than
   * the graph. Then it is to be executed by graphql-js with this same context, which reads nothing again.
   */
  answer(operation: Operation): Promise<Record<string, unknown> | undefined>;
  /** Answers the field `asOf`: the moment for the root fields within it. It reads nothing. */
  asOf(info: GraphQLResolveInfo, around: Moment | undefined, given: GivenMoment): Moment;
  /** The context of a field: the one of the `asOf` around it, of which `now` is that moment's, or this one. */
  at(path: GraphQLResolveInfo['path']): RequestContext;
  /** The day that “now” means: the release's own. */
  readonly now: string;
  /** The text of a passage, where the documents are at hand. */
  passageText(id: string): string | undefined;
  /** The sources that the answer rests on, in the order of their first use; none unless the request asked to cite. */
  sources(): readonly CitedSource[];
}

/** What a request wants besides its answer. */
export interface RequestOptions {
  /** To be told the sources that the answer rests on. */
  readonly cite?: boolean;
}

/** What an answer that rests on nothing was looked for in. */
export interface Coverage {
  readonly release: string;
  /** The day of the release. */
  readonly date: string;
  /** The documents that the graph was read out of, by id; reference data are not among them. */
  readonly documents: readonly { readonly id: string; readonly footnote: string }[];
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
  /** What one request needs: a new one for each. */
  context(signal: AbortSignal, options?: RequestOptions): RequestContext;
  /** The documents that the graph covers. */
  coverage(signal: AbortSignal): Promise<Coverage>;
  close(): Promise<void>;
}
