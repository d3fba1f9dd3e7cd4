import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Extensions, Info, Query, Resolver } from 'type-graphql';
import type { DerivedTypes } from '../model/derive/derive-types.js';
import { EXTENSION } from '../model/field-plan.js';
import type { RequestContext } from '../query/open-graph.js';
import { generalQuestions, questionsAbout, questionsOfFigures, type Question } from './questions.js';

/** Makes the resolver class whose methods are the root fields. Each asks the graph once; what is asked, the planner reads from the request. */
export function createQueryResolver(types: DerivedTypes): new () => object {
  const QueryResolver = class QueryResolver {};
  Resolver()(QueryResolver);
  for (const question of [
    ...generalQuestions,
    ...questionsOfFigures(types.kinds),
    ...types.kinds.flatMap(questionsAbout),
  ]) {
    addQuestion(QueryResolver.prototype, question, types);
  }
  return QueryResolver;
}

function addQuestion(
  prototype: object,
  { name, type, description, plan, args = [] }: Question,
  types: DerivedTypes,
): void {
  const method = (info: GraphQLResolveInfo, context: RequestContext): Promise<unknown> => context.read(info);
  Object.defineProperty(prototype, name, { value: method, writable: true });
  const { type: named, options } = types.reference(type);
  Query(named, { ...options, description })(prototype, name, Object.getOwnPropertyDescriptor(prototype, name)!);
  Extensions({ [EXTENSION]: plan })(prototype, name);
  Info()(prototype, name, 0);
  Ctx()(prototype, name, 1);
  args.forEach((argument, index) => types.argument(prototype, name, index + 2, argument));
}
