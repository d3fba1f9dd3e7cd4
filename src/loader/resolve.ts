import { compareText } from '../model/best-claim.js';
import type { ClaimRecord, EntityRecord, FactParts, RelationRecord, Release } from '../model/release.js';
import { bestOf, weigh } from './best-values.js';
import { endsOf } from './check-references.js';
import { deriveActingFor } from './derive-acting-for.js';
import { claimId, relationId, withDistinctIds } from './ids.js';
import { collectPassages, type Passages } from './passages.js';
import { publicationDays, releaseDate } from './release-date.js';
import { releaseId } from './release-id.js';
import type { Seed, SeedClaim, SeedFact, Statement } from './seed.js';

/** Makes the release of a checked seed: ids, best values, derived facts. Everything comes sorted by id. */
export function resolveSeed(seed: Seed): Release {
  const date = releaseDate(seed);
  const days = publicationDays(seed);

  const idOfClaim = withDistinctIds(seed.claims, plainClaimId, (claim) => ({
    written: claim.property.leaf.write(claim.value),
    circumstances: circumstancesOf(claim),
  }));
  const weighed = seed.claims.map((claim) => weigh(claim, idOfClaim(claim), days));
  const best = bestOf(weighed, date);

  const properties = new Map<string, Record<string, unknown>>();
  for (const { id, subject, property, value } of weighed) {
    if (!best.has(id)) continue;
    const ofSubject = properties.get(subject);
    if (ofSubject) ofSubject[property] = value;
    else properties.set(subject, { [property]: value });
  }
  const described = [...seed.entities.values()].map((entity): EntityRecord => {
    const { id, kind, names, descriptions, externalIds } = entity;
    return {
      id,
      kind: kind.name,
      names,
      descriptions,
      externalIds,
      properties: properties.get(id) ?? {},
      citations: [],
    };
  });
  const passages = collectPassages(seed, new Map(described.map((entity) => [entity.id, entity])));

  const entities = described.map((entity) => ({
    ...entity,
    citations: passages.cite(seed.entities.get(entity.id)!.citations),
  }));
  const claims = weighed.map(({ id, seedClaim }): ClaimRecord => {
    const { subject, property, value } = seedClaim;
    return { ...factParts(id, seedClaim, passages), subject, property: property.name, value, isBest: best.has(id) };
  });
  const relations = resolveFacts(seed, passages);

  const content = {
    date,
    examples: seed.examples,
    passages: passages.records,
    entities: entities.sort(byId),
    relations: relations.sort(byId),
    claims: claims.sort(byId),
  };
  return { id: releaseId(content), kinds: seed.kinds, ...content };
}

function resolveFacts({ facts, kinds }: Seed, passages: Passages): RelationRecord[] {
  const idOfFact = withDistinctIds(facts, plainFactId, (fact) => ({
    written: '',
    circumstances: circumstancesOf(fact),
  }));
  const stated = facts.map((fact): RelationRecord => {
    const type = fact.relation.relationship.type;
    return { ...factParts(idOfFact(fact), fact, passages), type, ...endsOf(fact), properties: fact.properties };
  });
  return [...stated, ...deriveActingFor(stated, kinds)];
}

function plainClaimId({ subject, property, value, validTime }: SeedClaim): string {
  return claimId(subject, property.name, property.leaf.write(value), validTime);
}

function plainFactId(fact: SeedFact): string {
  const { from, to } = endsOf(fact);
  return relationId(fact.relation.relationship.type, from, to, fact.validTime);
}

/** How something is stated, as an id shows it; empty for what a document reports. */
function circumstancesOf({ modality, origin }: Statement): string {
  const parts = [modality === 'REPORTED' ? '' : modality, origin === 'DOCUMENT' ? '' : origin];
  return parts
    .filter((part) => part !== '')
    .join('-')
    .toLowerCase();
}

function factParts(id: string, statement: Statement, passages: Passages): FactParts {
  const { validTime, modality, rank, rankReason, origin, citations } = statement;
  return {
    id,
    ...(validTime && { validTime }),
    modality,
    rank,
    ...(rankReason !== undefined && { rankReason }),
    origin,
    citations: passages.cite(citations),
  };
}

function byId(one: { readonly id: string }, other: { readonly id: string }): number {
  return compareText(one.id, other.id);
}
