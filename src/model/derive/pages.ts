import { type PlannedField, type Registry, addFields } from './registry.js';

/** Defines `PageInfo`. */
export function definePages(registry: Registry) {
  const pageInfo = registry.object('PageInfo', 'Where a page stands in its list (Relay).');
  addFields(registry, pageInfo, [
    {
      name: 'hasNextPage',
      type: 'Boolean!',
      description: 'Something comes after the page.',
      plan: { pageInfo: 'hasNextPage' },
    },
    {
      name: 'hasPreviousPage',
      type: 'Boolean!',
      description: 'Something comes before the page.',
      plan: { pageInfo: 'hasPreviousPage' },
    },
    {
      name: 'startCursor',
      type: 'String',
      description: 'The cursor of the first edge; null on an empty page.',
      plan: { pageInfo: 'startCursor' },
    },
    {
      name: 'endCursor',
      type: 'String',
      description: 'The cursor of the last edge; null on an empty page.',
      plan: { pageInfo: 'endCursor' },
    },
  ]);
}

/** The field `cursor` of every edge. */
export const CURSOR: PlannedField = {
  name: 'cursor',
  type: 'String!',
  description: 'Its place in this list, for `after` and `before` of the same field with the same filter and order.',
  plan: { edge: 'cursor' },
};

/** Defines a connection. @param more Fields that it has besides those of every connection. */
export function defineConnection(
  registry: Registry,
  name: string,
  edge: string,
  node: string,
  description: string,
  more: readonly PlannedField[] = [],
) {
  addFields(registry, registry.object(name, description), [
    {
      name: 'edges',
      type: `[${edge}!]!`,
      description: 'The items of the page, each with its cursor.',
      plan: { connection: 'edges' },
    },
    {
      name: 'nodes',
      type: `[${node}!]!`,
      description: 'The items of the page without their edges.',
      plan: { connection: 'nodes' },
    },
    {
      name: 'pageInfo',
      type: 'PageInfo!',
      description: 'Where the page stands in the list.',
      plan: { connection: 'pageInfo' },
    },
    {
      name: 'totalCount',
      type: 'Int!',
      description: 'How many there are, whatever the page.',
      plan: { connection: 'totalCount' },
    },
    ...more,
  ]);
}

/** Defines an edge that has no more than a cursor and a node. */
export function defineEdge(registry: Registry, name: string, node: string, description: string) {
  addFields(registry, registry.object(name, description), [
    CURSOR,
    { name: 'node', type: `${node}!`, description: 'The item.', plan: { edge: 'node' } },
  ]);
}
