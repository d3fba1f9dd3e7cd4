import fc from 'fast-check';
import { Kind, parse, print, visit, type DocumentNode } from 'graphql';
import type { Interval } from '../../src/model/interval.js';
import type { Leaf } from '../../src/model/leaf.js';
import { readPartialDate, type PartialDate } from '../../src/model/partial-date.js';
import type { Quantity } from '../../src/model/quantity.js';
import type { CitationRecord, ClaimRecord, EntityRecord, FactParts } from '../../src/model/release.js';
import { MemoryStore } from '../../src/store/memory/memory-store.js';
import { pack } from '../../src/store/memory/pack.js';
import { anyAbsence, anyFactParts, anyRelease, anyValue, DATES, told } from './arbitrary-release.js';
import { byCodePoint } from './brute-force.js';
import { toyKinds } from './kinds.js';
import { absent, claim, date, releaseOf, type ToyRelease } from './release.js';
import { toyOver, type Toy } from './toy-graph.js';

/**
 * The graph at a moment by brute force: what is cut off is taken out of the records of a release beforehand, straight
 * from what src/plan/as-of.ts says, and the best values are chosen anew. It knows nothing of src/store.
 */

export interface MomentGiven {
  readonly validAt?: string | undefined;
  readonly knownAt?: string | undefined;
}

/** The day that is “now”. */
export function nowAt({ date }: ToyRelease, { validAt, knownAt }: MomentGiven): string {
  return validAt ?? (knownAt !== undefined && knownAt < date ? knownAt : date);
}

/** The release without what is not there at a moment. */
export function cutOff(release: ToyRelease, moment: MomentGiven): ToyRelease {
  const { validAt, knownAt } = moment;
  const sourceOf = (passage: string) => release.passages.find(({ id }) => id === passage)!.source;
  const isKnown = (source: string) => {
    const entity = release.entities.find(({ id }) => id === source);
    if (knownAt === undefined || entity?.kind !== 'Source') return true;
    const published = boundsOf(entity.properties['publishedOn'] as PartialDate | undefined);
    return !published || published.earliest <= knownAt;
  };
  const known = (citations: readonly CitationRecord[]) => citations.filter(({ passage }) => isKnown(sourceOf(passage)));
  const isCited = (citations: readonly CitationRecord[]) => citations.length === 0 || known(citations).length > 0;
  const mayHold = ({ validTime }: { readonly validTime?: Interval }) =>
    validAt === undefined || holds(validTime, validAt);

  const knownRelations = release.relations.filter(
    ({ from, to, citations, basis }) =>
      isCited(citations) && (!basis || isCited(basis.citations)) && isKnown(from) && isKnown(to),
  );
  const knownClaims = release.claims.filter(({ subject, citations }) => isCited(citations) && isKnown(subject));
  const entities = release.entities.filter(({ id, kind, citations }) => {
    if (kind === 'Source') return isKnown(id);
    const [relations, claims] = [
      (all: typeof knownRelations) => all.filter(({ from, to }) => from === id || to === id).length,
      (all: typeof knownClaims) => all.filter(({ subject }) => subject === id).length,
    ];
    if (citations.length === 0 && relations([...release.relations]) + claims([...release.claims]) === 0) return true;
    return known(citations).length > 0 || relations(knownRelations) + claims(knownClaims) > 0;
  });
  const relations = knownRelations.filter((each) => mayHold(each) && (!each.basis || mayHold(each.basis)));
  const claims = knownClaims.filter(mayHold);
  const [entityIds, relationIds, claimIds] = [entities, relations, claims].map(
    (all) => new Set(all.map(({ id }) => id)),
  );
  return withBestValues(
    {
      ...release,
      hubs: release.hubs.filter((id) => entityIds!.has(id)),
      passages: release.passages.filter(({ source }) => isKnown(source)),
      entities: entities.map((each) => ({ ...each, citations: known(each.citations) })),
      relations: relations.map((each) => ({ ...each, citations: known(each.citations) })),
      claims: claims.map((each) => ({ ...each, citations: known(each.citations) })),
      entries: release.entries
        .filter(({ of, fact }) => (of === 'claim' ? claimIds! : relationIds!).has(fact))
        .map((each) => ({ ...each, involved: each.involved.filter(({ fact }) => relationIds!.has(fact)) })),
      conflicts: release.conflicts.filter(
        (each) => each.claims.every((id) => claimIds!.has(id)) && each.relations.every((id) => relationIds!.has(id)),
      ),
    },
    nowAt(release, moment),
    release,
  );
}

/** The release with the best of its claims as the values of its entities. @param whole Says when sources were published. */
export function withBestValues(release: ToyRelease, now = release.date, whole: ToyRelease = release): ToyRelease {
  const best = new Map<string, ClaimRecord>();
  for (const each of release.claims) {
    if (each.rank === 'DEPRECATED' || each.modality === 'DENIED') continue;
    const key = `${each.subject} ${each.property}`;
    const former = best.get(key);
    if (!former || isBetter(weightOf(each, release, now, whole), weightOf(former, release, now, whole)))
      best.set(key, each);
  }
  const chosen = new Set(best.values());
  const chosenIds = new Set([...chosen].map(({ id }) => id));
  return {
    ...release,
    entities: release.entities.map((entity) => ({ ...entity, properties: propertiesOf(entity, best) })),
    claims: release.claims.map((each) => ({ ...each, isBest: chosen.has(each) })),
    entries: release.entries.map((each) => ({ ...each, isBest: each.of === 'relation' || chosenIds.has(each.fact) })),
  };
}

function propertiesOf({ id, kind }: EntityRecord, best: ReadonlyMap<string, ClaimRecord>) {
  const { properties } = toyKinds.find(({ name }) => name === kind)!;
  const values = properties.map(({ name }) => [name, best.get(`${id} ${name}`)?.value] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

type Weight = readonly (number | string)[];

/** What decides between two claims, each part before the next: the smaller one is better. */
function weightOf(each: ClaimRecord, release: ToyRelease, now: string, whole: ToyRelease): Weight {
  const sources = new Set(
    each.citations.map(({ passage }) => release.passages.find(({ id }) => id === passage)!.source),
  );
  const tellsDate = each.subject.startsWith('source/') && each.property === 'publishedOn';
  const days = [...(tellsDate ? [] : sources)].map((source) => {
    const { properties } = whole.entities.find(({ id }) => id === source)!;
    return Number(boundsOf(properties['publishedOn'] as PartialDate | undefined)?.latest.replaceAll('-', '') ?? 0);
  });
  const kind = toyKinds.find(({ singular }) => each.subject.startsWith(`${singular}/`))!;
  return [
    holds(each.validTime, now) ? 0 : 1,
    ['PREFERRED', 'NORMAL'].indexOf(each.rank),
    ['REPORTED', 'ESTIMATED', 'PLANNED', 'TARGET'].indexOf(each.modality),
    inexactness(kind.properties.find(({ name }) => name === each.property)?.leaf, each),
    -sources.size,
    -Math.max(0, ...days),
    each.id,
  ];
}

function isBetter(one: Weight, other: Weight): boolean {
  for (const [place, mine] of one.entries()) {
    const theirs = other[place]!;
    const compared = typeof mine === 'string' ? byCodePoint(mine, theirs as string) : mine - (theirs as number);
    if (compared !== 0) return compared < 0;
  }
  return false;
}

function inexactness(leaf: Leaf | undefined, { value, absence }: ClaimRecord): number {
  if (absence) return absence === 'UNKNOWN' ? Infinity : 0;
  const { family } = leaf!;
  const days = (edtf: PartialDate | undefined) => {
    if (!edtf) return 10_000_000;
    const { earliest, latest, approximate, uncertain } = readPartialDate(edtf.edtf)!;
    return (Date.parse(latest) - Date.parse(earliest)) / 86_400_000 + Number(approximate || uncertain);
  };
  if (family === 'date') return days(value as PartialDate);
  if (family === 'interval') return days((value as Interval).from) + days((value as Interval).to);
  return family === 'quantity' && (value as Quantity).comparator !== 'EXACTLY' ? 1 : 0;
}

function holds(validTime: Interval | undefined, day: string): boolean {
  const [from, to] = [boundsOf(validTime?.from), boundsOf(validTime?.to)];
  return !(from && from.earliest > day) && !(to && to.latest < day);
}

function boundsOf(partial: PartialDate | undefined) {
  return partial && readPartialDate(partial.edtf);
}

/** A toy over what is left of a release at a moment, whose “now” is that moment's. */
export async function openCutOff(release: ToyRelease, moment: MomentGiven): Promise<Toy> {
  const store = new MemoryStore();
  const [whole, cut] = [pack(release), pack(cutOff(release, moment))];
  // Sources were published when they were, whatever is known of it.
  const published = cut.entities.ids.map((id) => whole.entities.published[whole.entities.ids.indexOf(id)]);
  store.hold({ ...cut, entities: { ...cut.entities, published } }, toyKinds);
  return toyOver({
    loaded: { ...store.loaded!, date: nowAt(release, moment) },
    read: (plan, parameters, signal) => store.read(plan, parameters, signal),
    load: (other) => store.load(other),
    close: () => store.close(),
  });
}

/** The same questions as of a moment: those of a document, within `asOf`. */
export function asOfDocument(document: DocumentNode | string, moment: MomentGiven): DocumentNode {
  return visit(typeof document === 'string' ? parse(document) : document, {
    OperationDefinition: (operation) => {
      const given = Object.entries(moment).flatMap(([name, day]) => (day === undefined ? [] : [`${name}: "${day}"`]));
      const args = given.length > 0 ? `(${given.join(', ')})` : '';
      const wrapped = parse(`{ asOf${args} ${print(operation.selectionSet)} }`).definitions[0]!;
      return wrapped.kind === Kind.OPERATION_DEFINITION ? { ...operation, selectionSet: wrapped.selectionSet } : false;
    },
  });
}

/** Cursors are bound to their moment: here it only counts where they stand. */
export function withoutBindings(data: unknown): unknown {
  return JSON.parse(
    JSON.stringify(data, (key, value: unknown) => {
      if (!key.startsWith('cursor') || typeof value !== 'string') return value;
      return (JSON.parse(Buffer.from(value, 'base64url').toString()) as unknown[]).slice(1);
    }),
  );
}

const DAYS = [
  '1900-01-01',
  '1990-12-31',
  '1991-10-23',
  '1991-10-24',
  '1992-06-30',
  '2004-02-29',
  '2005-06-29',
  '9999-12-31',
];

/** A random moment, cut by one or both. */
export const anyMoment: fc.Arbitrary<MomentGiven> = fc
  .record({
    validAt: fc.option(fc.constantFrom(...DAYS), { nil: undefined }),
    knownAt: fc.option(fc.constantFrom(...DAYS), { nil: undefined }),
  })
  .filter(({ validAt, knownAt }) => validAt !== undefined || knownAt !== undefined);

/**
 * A small random release whose best values are those of its claims: for every value of an entity there is a claim and
 * often another one, sources are mostly dated, and some relations rest on others.
 */
export const anyClaimedRelease: fc.Arbitrary<ToyRelease> = fc
  .tuple(
    anyRelease,
    fc.infiniteStream(fc.tuple(anyFactParts, fc.boolean(), anyFactParts, anyAbsence)),
    fc.infiniteStream(anyValues()),
    fc.tuple(fc.option(fc.constantFrom(...DATES)), fc.option(fc.constantFrom(...DATES))),
    fc.infiniteStream(fc.option(anyFactParts, { freq: 4, nil: undefined })),
  )
  .map(([release, parts, values, published, bases]) => {
    const claims = release.claims.concat(
      release.entities.flatMap(({ id, kind, properties }) =>
        Object.entries(properties).flatMap(([property, value], place) => {
          const [own, isTwice, another, absence] = parts.next().value;
          const other = values.next().value[`${kind}.${property}`];
          const first = claim(`claim/${id}/${place}/b`, id, property, value, own as Partial<ClaimRecord>);
          const secondId = `claim/${id}/${place}/a`;
          const second = absence
            ? absent(secondId, id, property, absence, another as Partial<ClaimRecord>)
            : claim(secondId, id, property, other, another as Partial<ClaimRecord>);
          return isTwice ? [first, second] : [first];
        }),
      ),
    );
    const dates = published.flatMap((edtf, place) =>
      edtf === null
        ? []
        : [claim(`claim/published/${place}`, ['source/a', 'source/b'][place]!, 'publishedOn', date(edtf))],
    );
    const relations = release.relations.map((each) => {
      const basis = bases.next().value as FactParts | undefined;
      return basis ? { ...each, basis: { ...basis, id: 'lives-in/0' } } : each;
    });
    const cited = dates.map((each) => ({ ...each, citations: [{ passage: 'passage/a/1' }] }));
    const dated = withBestValues({ ...release, relations, claims: [...claims, ...cited] });
    // Once more, now that it is known when the sources were published.
    return releaseOf(told(withBestValues(dated)));
  });

function anyValues(): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const each = toyKinds.flatMap(({ name, properties }) =>
    properties.map(({ name: property, leaf }) => [`${name}.${property}`, anyValue(leaf)] as const),
  );
  return fc.record(Object.fromEntries(each));
}
