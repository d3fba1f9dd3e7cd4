import { compareText } from '../model/best-claim.js';
import type { KindDeclaration, RelationshipDeclaration } from '../model/declare.js';
import type { Basis, RelationRecord } from '../model/release.js';
import { groupBy } from './group-by.js';
import { relationId } from './ids.js';

/**
 * The facts that follow from one entity acting for another: where a People's Committee (ADMINISTERS a province) is
 * PARTY_TO an agreement, so is the province, `through` the committee, on the word of what says that the committee is;
 * that it administers the province is a fact with citations of its own. One that is stated itself is not derived; where
 * several bodies act for the same entity, the one with the smallest id does.
 *
 * @param relations Gone through several times; those of the bodies are kept meanwhile.
 */
export function deriveActingFor(
  relations: Iterable<RelationRecord>,
  kinds: readonly KindDeclaration[],
): readonly RelationRecord[] {
  const derived = new Map<string, RelationRecord>();
  for (const { type, actingFor } of relationshipsOf(kinds)) {
    if (!actingFor) continue;
    const actings: RelationRecord[] = [];
    for (const relation of relations) if (relation.type === actingFor && holds(relation)) actings.push(relation);
    if (actings.length === 0) continue;
    const bodies = groupBy(actings, ({ from }) => from);
    const actedFor = new Set(actings.map(({ to }) => to));
    const stated = new Set<string>();
    const ofBodies: RelationRecord[] = [];
    for (const relation of relations) {
      if (relation.type !== type) continue;
      if (actedFor.has(relation.from)) stated.add(`${relation.from} ${relation.to}`);
      if (bodies.has(relation.from) && holds(relation)) ofBodies.push(relation);
    }
    for (const fact of ofBodies.sort((one, other) => compareText(one.from, other.from))) {
      for (const acting of bodies.get(fact.from)!) {
        if (stated.has(`${acting.to} ${fact.to}`)) continue;
        const id = relationId(type, acting.to, fact.to, fact.validTime);
        if (derived.has(id)) continue;
        derived.set(id, {
          ...fact,
          id,
          from: acting.to,
          properties: { ...fact.properties, through: fact.from },
          basis: basisOf(acting),
        });
      }
    }
  }
  return [...derived.values()];
}

function basisOf({ id, validTime, citations }: RelationRecord): Basis {
  return { id, ...(validTime && { validTime }), citations };
}

/** The types of relationship that kinds declare, each once. */
function relationshipsOf(kinds: readonly KindDeclaration[]): ReadonlySet<RelationshipDeclaration> {
  return new Set(kinds.flatMap(({ relations }) => relations.map(({ relationship }) => relationship)));
}

function holds({ rank, modality }: RelationRecord): boolean {
  return rank !== 'DEPRECATED' && modality !== 'DENIED';
}
