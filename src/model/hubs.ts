import { compareText } from './best-claim.js';
import type { KindDeclaration } from './declare.js';
import type { EntityRecord, RelationRecord } from './release.js';

/** One entity in so many is a hub for the number of its relations. */
const ENTITIES_PER_HUB = 100;

/** How many relations make a hub: the meeting that a small graph tells most of connects what really met. */
const FEWEST_RELATIONS = 100;

/**
 * The hubs of a graph, by id: entities with so many relations that going through them connects everything with
 * everything. They are the entities of a kind that is declared a hub, and of the hundredth of all entities, rounded
 * down, that has the most relations those with a hundred or more. An entity with as many relations as the first one left
 * out is left out too: where all have the same number, none is a hub.
 *
 * A relation counts at both its ends, whatever its rank and modality, and once where it ends where it starts.
 */
export function hubsOf(
  kinds: readonly KindDeclaration[],
  entities: Iterable<Pick<EntityRecord, 'id' | 'kind'>>,
  relations: Iterable<Pick<RelationRecord, 'from' | 'to'>>,
): readonly string[] {
  const kindsOfHubs = new Set(kinds.filter(({ isHub }) => isHub).map(({ name }) => name));
  const hubs = new Set<string>();
  let count = 0;
  for (const { id, kind } of entities) {
    count++;
    if (kindsOfHubs.has(kind)) hubs.add(id);
  }
  const degrees = degreesOf(relations);
  const descending = Float64Array.from(degrees.values()).sort().reverse();
  const firstLeftOut = descending[Math.floor(count / ENTITIES_PER_HUB)] ?? 0;
  for (const [id, degree] of degrees) {
    if (degree > firstLeftOut && degree >= FEWEST_RELATIONS) hubs.add(id);
  }
  return [...hubs].sort(compareText);
}

function degreesOf(relations: Iterable<Pick<RelationRecord, 'from' | 'to'>>): ReadonlyMap<string, number> {
  const degrees = new Map<string, number>();
  const count = (id: string) => degrees.set(id, (degrees.get(id) ?? 0) + 1);
  for (const { from, to } of relations) {
    count(from);
    if (to !== from) count(to);
  }
  return degrees;
}
