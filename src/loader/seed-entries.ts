import type { KindDeclaration, PropertyDeclaration, RelationDeclaration } from '../model/declare.js';
import type { Interval } from '../model/interval.js';
import type { Absence, Modality, Origin, Rank } from '../model/leaf.js';
import { compareText } from '../model/best-claim.js';
import { readCitation } from './check-citations.js';
import type { CheckedEntity } from './check-entity.js';
import type { Place } from './located.js';
import { mergeEntities } from './merge-entities.js';
import type { SeedCitation, SeedClaim, SeedEntity, SeedFact, SeedSubject, SeedSubjects, Statement } from './seed.js';
import { Spool } from './spool.js';

/**
 * The checked items of seed files, one for each time that something is said of an entity, kept where a seed of any size
 * has room: only the ids are in memory.
 */
export class SeedEntries implements SeedSubjects {
  readonly #spool = new Spool();
  /** The entries of each entity: the number of the one, or of several. */
  readonly #numbers = new Map<string, number | readonly number[]>();
  readonly #codec: EntryCodec;

  constructor(kinds: readonly KindDeclaration[]) {
    this.#codec = new EntryCodec(kinds);
  }

  /** How many entities there are. */
  get size(): number {
    return this.#numbers.size;
  }

  /** How many entries there are. */
  get length(): number {
    return this.#spool.length;
  }

  /** Keeps an entry, and gives its number. One whose id is damaged is an entry, but says nothing of any entity. */
  add(entry: CheckedEntity): number {
    const number = this.#spool.add(this.#codec.encode(entry));
    const { id } = entry.entity;
    if (id.includes('?')) return number;
    const known = this.#numbers.get(id);
    // A part of a text keeps the whole of it in memory, so that the id of a new entity is copied.
    if (known === undefined) this.#numbers.set(Buffer.from(id).toString(), number);
    else this.#numbers.set(id, [...[known].flat(), number]);
    return number;
  }

  /** The entry of this number. */
  entry(number: number): CheckedEntity {
    return this.#codec.decode(this.#spool.at(number));
  }

  /** All entries, in the order in which they were read. */
  *entries(): Generator<CheckedEntity> {
    for (const text of this.#spool) yield this.#codec.decode(text);
  }

  /** The numbers of the entries of an entity. */
  numbersOf(id: string): readonly number[] {
    return [this.#numbers.get(id) ?? []].flat();
  }

  /** The ids of the entities that have several entries. */
  *extended(): Generator<string> {
    for (const [id, numbers] of this.#numbers) if (typeof numbers !== 'number') yield id;
  }

  has(id: string): boolean {
    return this.#numbers.has(id);
  }

  of(id: string): SeedSubject | undefined {
    const [first, ...others] = this.numbersOf(id).map((number) => this.entry(number));
    return first && together([first, ...others]);
  }

  *ofKind(singular: string): Generator<SeedSubject> {
    for (const id of this.#ids()) if (id.startsWith(`${singular}/`)) yield this.of(id)!;
  }

  *[Symbol.iterator](): Generator<SeedSubject> {
    for (const id of this.#ids()) yield this.of(id)!;
  }

  #ids(): readonly string[] {
    return [...this.#numbers.keys()].sort(compareText);
  }
}

/** What several entries of one entity say together. */
function together(entries: readonly [CheckedEntity, ...CheckedEntity[]]): SeedSubject {
  const [first, ...others] = entries;
  return {
    entity: mergeEntities([first.entity, ...others.map(({ entity }) => entity)]),
    claims: entries.flatMap(({ claims }) => claims),
    facts: entries.flatMap(({ facts }) => facts),
    written: new Set(entries.flatMap(({ written }) => written)),
  };
}

/** A citation as line, column and text; the file is that of the entry. */
type CitationLine = readonly [line: number, column: number, written: string];

/** The parts of a statement, in order; 0 stands for what is not there. */
type StatementLine = readonly [
  line: number,
  column: number,
  citations: readonly CitationLine[],
  as: readonly string[],
  modality: Modality,
  rank: Rank,
  rankReason: string | 0,
  validTime: Interval | 0,
];

type ClaimLine = readonly [property: string, value: unknown, statement: StatementLine, absence?: Absence];

type FactLine = readonly [
  relation: string,
  to: string,
  toLine: number,
  toColumn: number,
  properties: Readonly<Record<string, unknown>>,
  statement: StatementLine,
];

type EntryLine = readonly [
  file: string,
  line: number,
  column: number,
  id: string,
  origin: Origin,
  described: Pick<SeedEntity, 'names' | 'descriptions' | 'externalIds'>,
  citations: readonly CitationLine[],
  claims: readonly ClaimLine[],
  facts: readonly FactLine[],
  written: readonly string[],
];

/** Writes entries as JSON, without what their kind declares, and reads them again. */
class EntryCodec {
  readonly #kinds: ReadonlyMap<string, Kind>;

  constructor(kinds: readonly KindDeclaration[]) {
    this.#kinds = new Map(
      kinds.map((kind) => [
        kind.singular,
        {
          kind,
          properties: new Map(kind.properties.map((property) => [property.name, property])),
          relations: new Map(kind.relations.map((relation) => [relation.name, relation])),
        },
      ]),
    );
  }

  encode({ entity, claims, facts, written }: CheckedEntity): string {
    const { place, id, origin, names, descriptions, externalIds, citations } = entity;
    const line: EntryLine = [
      place.file,
      place.line,
      place.column,
      id,
      origin,
      { names, descriptions, externalIds },
      citations.map(citationLine),
      claims.map((claim) =>
        claim.absence
          ? [claim.property.name, 0, statementLine(claim), claim.absence]
          : [claim.property.name, claim.value, statementLine(claim)],
      ),
      facts.map((fact) => [
        fact.relation.name,
        fact.to,
        fact.toPlace.line,
        fact.toPlace.column,
        fact.properties,
        statementLine(fact),
      ]),
      written,
    ];
    return JSON.stringify(line);
  }

  decode(text: string): CheckedEntity {
    const [file, line, column, id, origin, described, citations, claims, facts, written] = JSON.parse(
      text,
    ) as EntryLine;
    const { kind, properties, relations } = this.#kinds.get(id.slice(0, id.indexOf('/')))!;
    const placeOf = (atLine: number, atColumn: number): Place => ({ file, line: atLine, column: atColumn });
    const citationOf = ([atLine, atColumn, cited]: CitationLine): SeedCitation => ({
      place: placeOf(atLine, atColumn),
      ...readCitation(cited)!,
    });
    const statementOf = (said: StatementLine): Statement => {
      const [atLine, atColumn, cited, as, modality, rank, rankReason, validTime] = said;
      return {
        place: placeOf(atLine, atColumn),
        subject: id,
        origin,
        citations: cited.map(citationOf),
        as,
        modality,
        rank,
        ...(rankReason !== 0 && { rankReason }),
        ...(validTime !== 0 && { validTime }),
      };
    };
    return {
      entity: { ...described, place: placeOf(line, column), id, kind, origin, citations: citations.map(citationOf) },
      claims: claims.map(([name, value, said, absence]): SeedClaim =>
        absence
          ? { ...statementOf(said), property: properties.get(name) ?? relations.get(name)!, absence }
          : { ...statementOf(said), property: properties.get(name)!, value },
      ),
      facts: facts.map(([name, to, toLine, toColumn, own, said]): SeedFact => ({
        ...statementOf(said),
        relation: relations.get(name)!,
        to,
        toPlace: placeOf(toLine, toColumn),
        properties: own,
      })),
      written,
    };
  }
}

interface Kind {
  readonly kind: KindDeclaration;
  readonly properties: ReadonlyMap<string, PropertyDeclaration>;
  readonly relations: ReadonlyMap<string, RelationDeclaration>;
}

function citationLine({ place, source, locator }: SeedCitation): CitationLine {
  return [place.line, place.column, `${source.slice('source/'.length)}#${locator}`];
}

function statementLine({
  place,
  citations,
  as,
  modality,
  rank,
  rankReason,
  validTime,
}: SeedClaim | SeedFact): StatementLine {
  return [place.line, place.column, citations.map(citationLine), as, modality, rank, rankReason ?? 0, validTime ?? 0];
}
