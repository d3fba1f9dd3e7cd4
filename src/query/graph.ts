import { setMaxListeners } from 'node:events';
import type { GraphQLFieldResolver, GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import type { RelationshipDeclaration } from '../model/declare.js';
import { EXTENSION, type FieldPlan } from '../model/field-plan.js';
import { footnoteOf } from '../model/footnote.js';
import type { Name } from '../model/name.js';
import type { ReadPlan } from '../plan/read-plan.js';
import type { Row, Store } from '../store/store.js';
import { sourcesOf } from './citing.js';
import { answer, type Begun } from './answer.js';
import { answerField, computeOf } from './answer-field.js';
import { WHOLE, type Moment } from './moment.js';
import type { OpenGraph, RequestContext } from './open-graph.js';
import { pathOf, PlanCache } from './plan-cache.js';

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
  const begin = (info: GraphQLResolveInfo, context: RequestContext, cite: boolean, moment = WHOLE): Begun => {
    const planned = plansNow().planFor(info, { cite, moment });
    const parameters = planned.values(info.variableValues, moment);
    context.reads++;
    const reading = store.read(planned.plan, parameters, context.signal);
    return { planned, rows: reading.then((answer) => planned.finish(answer, parameters)) };
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
      const begun = new Map<string, Begun>();
      const cited: unknown[] = [];
      /** Reads what a root field asks for; what was begun for it is not begun again. */
      const beginOnce = (info: GraphQLResolveInfo, moment?: Moment): Begun => {
        const path = pathOf(info.path);
        let reading = begun.get(path);
        if (reading) return reading;
        // Fields are begun in the order of the answer, and may end in another.
        const place = cite ? cited.push(undefined) - 1 : 0;
        reading = begin(info, context, cite, moment);
        if (cite) reading = { ...reading, rows: reading.rows.then((rows) => (cited[place] = rows)) };
        begun.set(path, reading);
        return reading;
      };
      const context: RequestContext = {
        signal,
        reads: 0,
        now: date,
        passageText,
        read: async (info, moment) => beginOnce(info, moment).rows,
        answer: (operation) => answer(operation, { schema, context, begin: beginOnce }),
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

/** The resolver of every field below the root, where graphql-js asks for it. */
const resolveField: GraphQLFieldResolver<unknown, RequestContext> = (source, args, context, info) => {
  const plan = info.parentType.getFields()[info.fieldName]!.extensions[EXTENSION] as FieldPlan | undefined;
  const now = computeOf(plan) ? context.at(info.path) : context;
  return answerField(plan)(source as Row, info.path.key as string, args, now);
};

function loadedOf({ loaded }: Store) {
  if (!loaded) throw new Error('The store is not loaded.');
  return loaded;
}
