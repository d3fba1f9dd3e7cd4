import {
  getArgumentValues,
  getVariableValues,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { EXTENSION, type RootPlan } from '../model/field-plan.js';
import { collectSubfields } from './collect-fields.js';
import { compileCompletion, NOT_PLAIN, type Complete } from './complete.js';
import type { GivenMoment, RequestContext } from './open-graph.js';
import { type Moment } from './moment.js';
import type { PlannedRead } from './plan-read.js';

/** An operation of a document that is valid. */
export interface Operation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Variables as they were sent. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A read that was begun: its plan, and the rows to come. */
export interface Begun {
  readonly planned: PlannedRead;
  readonly rows: Promise<unknown>;
}

/** How an answer gets at its rows. */
export interface Answering {
  readonly schema: GraphQLSchema;
  readonly context: RequestContext;
  begin(info: GraphQLResolveInfo, moment: Moment | undefined): Begun;
}

/**
 * Answers an operation out of its rows alone, without walking the selection again for each of them.
 *
 * @returns The data; undefined where graphql-js has to execute it: of errors, introspection and mutations, it knows all.
 *   Whatever was read is not read again then.
 */
export async function answer(
  { document, operation, variables }: Operation,
  { schema, context, begin }: Answering,
): Promise<Record<string, unknown> | undefined> {
  if (operation.operation !== OperationTypeNode.QUERY) return undefined;
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (!coerced) return undefined;
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  const selecting = { schema, fragments, variables: coerced };
  const given = new Map();

  const answerFields = async (
    type: GraphQLObjectType,
    fields: readonly Pick<FieldNode, 'selectionSet'>[],
    around: GraphQLResolveInfo['path'] | undefined,
    moment: Moment | undefined,
  ): Promise<Record<string, unknown>> => {
    const made: Record<string, unknown> = Object.create(null);
    const waiting: Promise<void>[] = [];
    const wait = (part: Promise<void>): void => {
      // One that fails after another one has is nobody's concern.
      part.catch(() => undefined);
      waiting.push(part);
    };
    for (const [key, nodes] of collectSubfields(selecting, type, fields as readonly FieldNode[])) {
      const fieldName = nodes[0]!.name.value;
      made[key] = type.name;
      if (fieldName === '__typename') continue;
      const field = type.getFields()[fieldName];
      const root = field?.extensions[EXTENSION] as RootPlan | undefined;
      if (!field || !root) throw NOT_PLAIN;
      const path = { prev: around, key, typename: type.name };
      const info: GraphQLResolveInfo = {
        fieldName,
        fieldNodes: nodes,
        returnType: field.type,
        parentType: type,
        path,
        schema,
        fragments,
        rootValue: undefined,
        operation,
        variableValues: coerced,
      };
      if (root.root === 'asOf') {
        const within = context.asOf(info, moment, getArgumentValues(field, nodes[0]!, coerced) as GivenMoment);
        wait(answerFields(type, nodes, path, within).then((answers) => void (made[key] = answers)));
        continue;
      }
      const { planned, rows } = begin(info, moment);
      wait(
        rows.then((value) => {
          const complete = completionOf(planned, () => compileCompletion(field.type, nodes, selecting));
          made[key] = complete(value, { variables: coerced, context: context.at(path), given });
        }),
      );
    }
    await Promise.all(waiting);
    return made;
  };
  try {
    return await answerFields(schema.getQueryType()!, [operation], undefined, undefined);
  } catch {
    return undefined;
  }
}

const completions = new WeakMap<PlannedRead, Complete>();

/** A plan is kept for one field of one operation and one shape of its variables, and so is what it is completed by. */
function completionOf(planned: PlannedRead, compile: () => Complete): Complete {
  let complete = completions.get(planned);
  if (!complete) completions.set(planned, (complete = compile()));
  return complete;
}
