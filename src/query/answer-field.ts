import type { Compute, FieldPlan } from '../model/field-plan.js';
import type { Row } from '../store/store.js';
import { encodeCursor } from './cursor.js';
import type { RequestContext } from './open-graph.js';

/** Arguments of fields below the root that do not lead on. */
export type FieldArguments = Readonly<Record<string, unknown>>;

/**
 * What a field answers of the row that it is selected of.
 *
 * @param key The response key, under which the row holds what was read for the field.
 */
export type AnswerField = (row: Row, key: string, args: FieldArguments, context: RequestContext) => unknown;

/** The one way in which fields below the root are answered: rows have the shape of the answer, and values are computed of what is stored. */
export function answerField(plan: FieldPlan | undefined): AnswerField {
  if (!plan) return asRead;
  let answer = answers.get(plan);
  if (!answer) answers.set(plan, (answer = answerOf(plan)));
  return answer;
}

const answers = new WeakMap<FieldPlan, AnswerField>();

const asRead: AnswerField = (row, key) => row[key];

const cursor: AnswerField = (row, key) => {
  const position = row[key] as readonly unknown[] | null;
  return position === null ? null : encodeCursor(position);
};

/** What computes a field of the arguments that it is given, if anything does. */
export function computeOf(plan: FieldPlan | undefined): Compute | undefined {
  if (!plan) return undefined;
  return 'value' in plan ? plan.value : (plan as { readonly compute?: Compute }).compute;
}

function answerOf(plan: FieldPlan): AnswerField {
  if (('edge' in plan && plan.edge === 'cursor') || ('pageInfo' in plan && plan.pageInfo.endsWith('Cursor')))
    return cursor;
  const compute = computeOf(plan);
  if (!compute) return asRead;
  const isOfRow = 'value' in plan;
  return (row, key, args, context) =>
    compute((isOfRow ? row : row[key]) as never, args as LanguageArgument, context as never);
}

type LanguageArgument = Parameters<Compute>[1];
