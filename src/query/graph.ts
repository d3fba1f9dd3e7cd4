import { setMaxListeners } from 'node:events';
import type { GraphQLFieldResolver, GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import type { RelationshipDeclaration } from '../model/declare.js';
import { EXTENSION, type FieldPlan } from '../model/field-plan.js';
import { footnoteOf } from '../model/footnote.js';
import type { Name } from '../model/name.js';
import type { Language } from '../model/partial-date.js';
import type { ReadPlan } from '../plan/read-plan.js';
import type { Row, Store } from '../store/store.js';
import { sourcesOf } from './citing.js';
import { encodeCursor } from './cursor.js';
import { WHOLE } from './moment.js';
import type { OpenGraph, RequestContext } from './open-graph.js';
import { PlanCache } from './plan-cache.js';

/** What a graph is made of. */
export interface GraphParts {
  readonly schema: GraphQLSchema;
  readonly relationships: readonly RelationshipDeclaration[];
  /** A store that is loaded. */
  readonly store: Store;
  /** The text of a passage, where the documents are at hand. */
  readonly passageText?: (id: string) => string | undefined;
}

/**
 * A schema and a store, brought together. This is the only place that sees all the steps of an answer:
 * request → plan → store → rows → response.
 */
export function createGraph({ schema, relationships, store, passageText = () => undefined }: GraphParts): OpenGraph {
  let plans: PlanCache | undefined;
  const plansNow = (): PlanCache => {
    const { id, date } = loadedOf(store);
    if (plans?.scope.release.id !== id) plans = new PlanCache({ relationships, release: { id, date } });
    return plans!;
  };
  const read = async (
    info: GraphQLResolveInfo,
    context: RequestContext,
    cite: boolean,
    moment = WHOLE,
  ): Promise<unknown> => {
    const { plan, values, finish } = plansNow().planFor(info, { cite, moment });
    const parameters = values(info.variableValues, moment);
    context.reads++;
    return finish(await store.read(plan, parameters, context.signal), parameters);
  };
  return {
    schema,
    fieldResolver: resolveField,
    get release() {
      const { id, date, entities, relations, claims } = loadedOf(store);
      const total = Object.values(entities).reduce((sum, count) => sum + count, 0);
      return { id, date, entities: total, facts: relations + claims, sources: entities['Source'] ?? 0 };
    },
    context(signal, { cite = false } = {}) {
      // Each root field listens to it, and there may be more of them than Node finds usual.
      setMaxListeners(0, signal);
      const { date } = loadedOf(store);
      const moments = new Map<GraphQLResolveInfo['path'], RequestContext>();
      const cited: unknown[] = [];
      const context: RequestContext = {
        signal,
        reads: 0,
        now: date,
        passageText,
        async read(info, moment) {
          // Fields are begun in the order of the answer, and may end in another.
          const place = cite ? cited.push(undefined) - 1 : 0;
          const answer = await read(info, context, cite, moment);
          if (cite) cited[place] = answer;
          return answer;
        },
        sources: () => sourcesOf(cited),
        asOf: (info, around = WHOLE, given) => {
          const moment = around.with(given);
          moments.set(info.path, { ...context, now: moment.now(date) });
          return moment;
        },
        at: (path) => {
          if (moments.size === 0) return context;
          for (let part: typeof path | undefined = path; part; part = part.prev) {
            const within = moments.get(part);
            if (within) return within;
          }
          return context;
        },
      };
      return context;
    },
    async coverage(signal) {
      const { id: release, date } = loadedOf(store);
      const row = (await store.read(COVERAGE, {}, signal)) as { readonly sources: readonly Row[] };
      const documents = row.sources.filter(({ type }) => type !== 'DATASET');
      return {
        release,
        date,
        documents: documents.map((source) => ({
          id: source['id'] as string,
          footnote: footnoteOf({ names: source['names'] as readonly Name[], properties: source }),
        })),
      };
    },
    close: () => store.close(),
  };
}

/** Asks for what a footnote says of every source. */
const COVERAGE: ReadPlan = {
  answer: 'graph',
  shape: {
    reads: [
      {
        as: 'sources',
        read: 'list',
        link: 'sources',
        shapes: {
          Source: {
            reads: ['id', 'names', 'type', 'publisher', 'publishedOn'].map((name) => ({
              as: name,
              read: 'property',
              property: name,
            })),
          },
        },
      },
    ],
  },
};

/** The one resolver of every field below the root: rows have the shape of the answer, and values are computed of what is stored. */
const resolveField: GraphQLFieldResolver<unknown, RequestContext> = (source, args, context, info) => {
  const row = source as Row;
  const plan = info.parentType.getFields()[info.fieldName]!.extensions[EXTENSION] as FieldPlan | undefined;
  if (!plan) return row[info.path.key];
  const language = args as { readonly lang: Language };
  const computing = () => context.at(info.path) as never;
  if ('value' in plan) return plan.value(source as never, language, computing());
  const stored = row[info.path.key];
  if ('edge' in plan && plan.edge === 'cursor') return encodeCursor(stored as readonly unknown[]);
  if ('pageInfo' in plan && plan.pageInfo.endsWith('Cursor'))
    return stored === null ? null : encodeCursor(stored as readonly unknown[]);
  if ('path' in plan && plan.path === 'told') return plan.compute(stored as never, language, context as never);
  return 'read' in plan && plan.read === 'property' && plan.compute
    ? plan.compute(stored as never, language, computing())
    : stored;
};

function loadedOf({ loaded }: Store) {
  if (!loaded) throw new Error('The store is not loaded.');
  return loaded;
}
