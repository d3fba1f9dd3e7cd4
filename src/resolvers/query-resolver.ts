import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Extensions, Info, Query, Resolver, Root } from 'type-graphql';
import type { DerivedTypes } from '../model/derive/derive-types.js';
import { EXTENSION } from '../model/field-plan.js';
import { Moment } from '../query/moment.js';
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
  const method =
    plan.root === 'asOf'
      ? (info: GraphQLResolveInfo, context: RequestContext, parent: unknown, validAt?: string, knownAt?: string) =>
          context.asOf(info, momentOf(parent), { validAt, knownAt })
      : (info: GraphQLResolveInfo, context: RequestContext, parent: unknown) => context.read(info, momentOf(parent));
  Object.defineProperty(prototype, name, { value: method, writable: true });
  // type-graphql cannot name the type that it makes of this class: `createSchema` puts it in.
  const { type: named, options } = types.reference(plan.root === 'asOf' ? 'Boolean!' : type);
  Query(named, { ...options, description })(prototype, name, Object.getOwnPropertyDescriptor(prototype, name)!);
  Extensions({ [EXTENSION]: plan })(prototype, name);
  Info()(prototype, name, 0);
  Ctx()(prototype, name, 1);
  Root()(prototype, name, 2);
  args.forEach((argument, index) => types.argument(prototype, name, index + 3, argument));
}

/** The moment that a root field is within; none at the top, whatever the root value of an execution is. */
function momentOf(parent: unknown): Moment | undefined {
  return parent instanceof Moment ? parent : undefined;
}
