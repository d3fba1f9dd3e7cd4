// What it takes to ask a shape: of the graph, of its store alone, and of the floor.
import { isDeepStrictEqual } from 'node:util';
import { execute, getOperationAST, parse, validate } from 'graphql';
import neo4j from 'neo4j-driver';

/** Opens a graph on a store and remembers what it asked of the store, so that the same can be asked again. */
export function recording(store) {
  const asked = [];
  const recorder = {
    get loaded() {
      return store.loaded;
    },
    read(plan, parameters, signal) {
      asked.push([plan, parameters]);
      return store.read(plan, parameters, signal);
    },
  };
  return { recorder, lastAsked: () => asked.splice(0).at(-1) };
}

/**
 * A shape with its variables bound, ready to be asked in each way; `differs` tells the first set of variables of which
 * the answers are not the same.
 *
 * @param encodeCursor Makes a cursor of a binding and a position, as the graph does.
 * @param hand The question in Cypher, and what runs a statement, where the store is Neo4j.
 */
export async function prepare(shape, { graph, store, lastAsked, floor, encodeCursor, hand }) {
  const document = parse(shape.query);
  const faults = validate(graph.schema, document);
  if (faults.length > 0) throw faults[0];
  const { signal } = new AbortController();
  const operation = getOperationAST(document);
  // As the server does: at once where that can be, else by graphql-js.
  const ask = async (variables) => {
    const contextValue = graph.context(signal);
    const data = await contextValue.answer({ document, operation, variables });
    if (data) return { data };
    const { schema, fieldResolver } = graph;
    return execute({ schema, document, variableValues: variables, contextValue, fieldResolver });
  };

  let cursor;
  if (shape.query.includes('endCursor')) {
    const { data } = await ask({});
    const [binding] = JSON.parse(Buffer.from(data.page.pageInfo.endCursor, 'base64url'));
    cursor = (position) => encodeCursor([binding, ...position]);
  }
  const sets = shape.variables(floor, cursor);
  let differs;
  let bytes = 0;
  const reads = [];
  for (const variables of sets) {
    const { data, errors } = await ask(variables);
    if (errors) throw errors[0];
    bytes += Buffer.byteLength(JSON.stringify(data));
    if (!isDeepStrictEqual(sorted(data), sorted(shape.floor(floor, variables, cursor)))) differs ??= variables;
    reads.push(lastAsked());
  }
  const asking = hand && handWritten(shape, hand, { sets, floor, cursor });
  if (asking) {
    for (const [turn, variables] of sets.entries()) {
      const answer = sorted(await asking(turn));
      if (!isDeepStrictEqual(answer, sorted(shape.floor(floor, variables, cursor)))) differs ??= { cypher: variables };
    }
  }
  return {
    differs,
    bytes: Math.round(bytes / sets.length),
    ways: {
      graph: (turn) => ask(sets[turn % sets.length]),
      store: (turn) => store.read(...reads[turn % sets.length], signal),
      ...(asking && { cypher: asking }),
      floor: async (turn) => shape.floor(floor, sets[turn % sets.length], cursor),
    },
  };
}

/** Asks by a statement that somebody wrote by hand. */
function handWritten(
  shape,
  { text, parameters = (variables) => variables, answer, run, slot },
  { sets, floor, cursor },
) {
  const statement = text(slot);
  const given = sets.map((variables) => whole(parameters(variables, floor.fold)));
  return async (turn) => answer(await run(statement, given[turn % sets.length]), cursor);
}

/** Parameters as the driver wants them: a bare number would be sent as a float. */
function whole(parameters) {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, typeof value === 'number' ? neo4j.int(value) : value]),
  );
}

/** A value with the keys of its objects in order, and plain prototypes. */
function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  );
}
