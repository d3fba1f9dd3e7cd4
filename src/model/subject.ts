import type { ClaimRecord, EntityRecord, RelationRecord, Release } from './release.js';

/** What is known of one entity when that is made which follows from it: its entries and its conflicts. */
export interface Subject {
  readonly entity: EntityRecord;
  readonly claims: readonly ClaimRecord[];
  /** The relations that its kind declares, from whichever end, but not the inverse ones. */
  readonly relations: readonly RelationRecord[];
}

/** The same of any other entity. */
export type SubjectOf = (id: string) => Subject | undefined;

/** The entities of a release that is held in memory, by id; each with all its relations. */
export function subjectsOf({
  entities,
  relations,
  claims,
}: Pick<Release, 'entities' | 'relations' | 'claims'>): ReadonlyMap<string, Subject> {
  const subjects = new Map<string, { entity: EntityRecord; claims: ClaimRecord[]; relations: RelationRecord[] }>();
  for (const entity of entities) subjects.set(entity.id, { entity, claims: [], relations: [] });
  for (const claim of claims) subjects.get(claim.subject)?.claims.push(claim);
  for (const relation of relations)
    for (const end of new Set([relation.from, relation.to])) subjects.get(end)?.relations.push(relation);
  return subjects;
}
