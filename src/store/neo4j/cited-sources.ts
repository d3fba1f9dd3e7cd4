import neo4j from 'neo4j-driver';
import { StoreError } from '../../errors.js';
import { compareText } from '../../model/best-claim.js';
import { interval } from '../../model/leaf.js';
import type { Interval } from '../../model/interval.js';
import { dayNumber } from '../../model/partial-date.js';
import { publicationOf } from '../../model/publication.js';
import type { CitationRecord, ClaimRecord, EntityRecord, PassageRecord, RelationRecord } from '../../model/release.js';

/** The days between which a source was published, as numbers; 0 where it is not dated. */
interface Publication {
  readonly from: number;
  readonly latest: number;
}

const UNDATED: Publication = { from: 0, latest: 0 };

/** When an entity was published, if it is a source. */
export function publicationNumbers(entity: Pick<EntityRecord, 'kind' | 'properties'>): Publication | undefined {
  const publication = publicationOf(entity);
  if (!publication?.earliest) return publication && UNDATED;
  return { from: dayNumber(publication.earliest), latest: dayNumber(publication.latest) };
}

/** The sources of a fact, and the properties that tell whether it is there at a moment. */
export interface CitedFact {
  readonly sources: readonly string[];
  readonly presence: Readonly<Record<string, unknown>>;
}

/** The sources cited for an entity and its facts, and the first day on which one of them may be known. */
export interface CitedEntity {
  readonly sources: readonly string[];
  readonly known_from: unknown;
}

const FIRST_DAY = 0;
const LAST_DAY = 99_99_12_31;

/**
 * Which sources each fact and each entity is cited from, and when these were published, gathered while a release goes by:
 * passages first, then entities, then facts.
 */
export class CitedSources {
  readonly #sourceOf = new Map<string, string>();
  readonly #publications = new Map<string, Publication>();
  #ownCitations: (readonly [entity: string, sources: readonly string[]])[] = [];
  readonly #ofEntity = new Map<string, { readonly sources: Set<string>; knownFrom: number }>();

  passage({ id, source }: PassageRecord): void {
    this.#sourceOf.set(id, source);
  }

  /** Sources among the entities must all go by before the facts that cite them. */
  entity(entity: EntityRecord): void {
    const publication = publicationNumbers(entity);
    if (publication) this.#publications.set(entity.id, publication);
    this.#ownCitations.push([entity.id, this.#sourcesOf(entity.citations)]);
  }

  relation({ from, to, citations, validTime, basis }: RelationRecord): CitedFact {
    const sources = this.#sourcesOf(citations);
    const knownFrom = Math.max(
      this.#knownFrom(sources),
      this.#knownFrom(this.#sourcesOf(basis?.citations ?? [])),
      this.#publicationOf(from).from,
      this.#publicationOf(to).from,
    );
    this.#add(from, sources, knownFrom);
    this.#add(to, sources, knownFrom);
    return { sources, presence: this.#presence(sources, knownFrom, [validTime, basis?.validTime]) };
  }

  claim({ subject, citations, validTime }: ClaimRecord): CitedFact {
    const sources = this.#sourcesOf(citations);
    const knownFrom = Math.max(this.#knownFrom(sources), this.#publicationOf(subject).from);
    this.#add(subject, sources, knownFrom);
    return { sources, presence: this.#presence(sources, knownFrom, [validTime]) };
  }

  /** All entities that something cites, when all facts have gone by. */
  *byEntity(): Generator<readonly [entity: string, cited: CitedEntity]> {
    this.#addOwnCitations();
    for (const entity of this.#ofEntity.keys()) yield [entity, this.ofEntity(entity)];
  }

  /** What is cited for an entity, when all facts have gone by. */
  ofEntity(entity: string): CitedEntity {
    this.#addOwnCitations();
    const cited = this.#ofEntity.get(entity);
    const knownFrom = this.#publications.get(entity)?.from ?? cited?.knownFrom ?? FIRST_DAY;
    return { sources: [...(cited?.sources ?? [])].sort(compareText), known_from: neo4j.int(knownFrom) };
  }

  /** The first day on which the passages of a source may be known, when it has gone by. */
  knownFromOf(source: string): unknown {
    return neo4j.int(this.#publicationOf(source).from);
  }

  /** Not before all sources have gone by, since they tell from when on what cites them may be known. */
  #addOwnCitations(): void {
    for (const [entity, sources] of this.#ownCitations) {
      if (sources.length > 0) this.#add(entity, sources, this.#knownFrom(sources));
    }
    this.#ownCitations = [];
  }

  #presence(sources: readonly string[], knownFrom: number, validTimes: readonly (Interval | undefined)[]) {
    const facets = validTimes.map((validTime) => (validTime ? interval.facets(validTime) : {}));
    const publications = sources.map((source) => this.#publicationOf(source));
    return {
      known_from: neo4j.int(knownFrom),
      holds_from: neo4j.int(Math.max(...facets.map(({ fromEarliest }) => Number(fromEarliest ?? FIRST_DAY)))),
      holds_to: neo4j.int(Math.min(...facets.map(({ toLatest }) => Number(toLatest ?? LAST_DAY)))),
      sources_from: publications.map(({ from }) => neo4j.int(from)),
      sources_latest: publications.map(({ latest }) => neo4j.int(latest)),
    };
  }

  /** The first day on which one of some sources may be known; any day where there are none. */
  #knownFrom(sources: readonly string[]): number {
    return sources.length === 0 ? FIRST_DAY : Math.min(...sources.map((source) => this.#publicationOf(source).from));
  }

  #publicationOf(entity: string): Publication {
    return this.#publications.get(entity) ?? UNDATED;
  }

  /** The sources cited, each once, by id. */
  #sourcesOf(citations: readonly CitationRecord[]): readonly string[] {
    const sources = new Set<string>();
    for (const { passage } of citations) {
      const source = this.#sourceOf.get(passage);
      if (source === undefined)
        throw new StoreError('LOAD_FAILED', `The release cites ${passage}, which it does not have.`);
      sources.add(source);
    }
    return sources.size < 2 ? [...sources] : [...sources].sort(compareText);
  }

  #add(entity: string, sources: readonly string[], knownFrom: number): void {
    const known = this.#ofEntity.get(entity);
    if (!known) this.#ofEntity.set(entity, { sources: new Set(sources), knownFrom });
    else {
      for (const source of sources) known.sources.add(source);
      known.knownFrom = Math.min(known.knownFrom, knownFrom);
    }
  }
}
