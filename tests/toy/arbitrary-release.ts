import fc from 'fast-check';
import type { KindDeclaration, PropertyDeclaration } from '../../src/model/declare.js';
import type { Absence, Leaf } from '../../src/model/leaf.js';
import type { EntityRecord, RelationRecord } from '../../src/model/release.js';
import { toyKinds } from './kinds.js';
import {
  absent,
  amount,
  claim,
  date,
  entity,
  names,
  passage,
  relation,
  releaseOf,
  span,
  type ToyRelease,
} from './release.js';

/**
 * Small random releases, made to hurt: names that tie or fold alike, values that are absent, several facts between the
 * same two nodes, facts from a node to itself, dates of every precision, intervals that are open.
 */

export const DATES = [
  '1991',
  '1991-10',
  '1991-10-23',
  '1991-10-24',
  '199X',
  '19XX',
  '1991~',
  '1992-40',
  '1991-22',
  '2004-02-29',
  '1990-12-31',
  '2005-06-30',
];
export const TEXTS = [
  'Huế',
  'hue',
  'HUÊ',
  'Hoá',
  'hóa',
  'Đà Nẵng',
  'da-nang',
  'Dạ Nang',
  'An',
  'Ân',
  'ẫn',
  'An Bình',
  'ស្វាយរៀង',
  'Sông Mê Kông',
  'Mekong',
  'Mekông (sông)',
  'Thành phố Huế',
  'Thanh Phô',
  'a',
];
/** Identifiers that are compared as they are. */
export const WORDS = ['one', 'two', 'Two'];
export const NUMBERS = [-1, 0, 1, 2, 12, 2147483647];
export const AMOUNTS = ['-1', '0', '2.94', '10', '16', '84'];
export const UNITS = ['USD', 'usd', 'km²', '%'];
const COMPARATORS = ['EXACTLY', 'OVER', 'AT_LEAST', 'UNDER', 'AT_MOST', 'ABOUT', 'NEARLY'] as const;

const anyDate = fc.constantFrom(...DATES).map((edtf) => date(edtf));
const anySpan = fc
  .record({
    from: fc.option(fc.constantFrom(...DATES), { nil: undefined }),
    to: fc.option(fc.constantFrom(...DATES), { nil: undefined }),
  })
  .filter(({ from, to }) => from !== undefined || to !== undefined)
  .map(({ from, to }) =>
    from && to && from.replaceAll('X', '0') > to.replaceAll('X', '9') ? span(to) : span(from, to),
  );

const OUTLINE = { type: 'Polygon', coordinates: [[[105, 10], [106.5, 10], [106, 11.25], [105, 10]]] }; // prettier-ignore

/** Stored values of a leaf. */
export function anyValue({ type, family, enumeration }: Leaf): fc.Arbitrary<unknown> {
  switch (family) {
    case 'text':
      return fc.constantFrom(...TEXTS);
    case 'id':
      return fc.constantFrom(...WORDS);
    case 'integer':
      return fc.constantFrom(...NUMBERS);
    case 'boolean':
      return fc.boolean();
    case 'date':
      return anyDate;
    case 'interval':
      return anySpan;
    case 'quantity':
      return fc
        .tuple(fc.constantFrom(...AMOUNTS), fc.constantFrom(...UNITS), fc.constantFrom(...COMPARATORS))
        .map(([value, unit, comparator]) => amount(value, unit, comparator));
    case 'enumeration':
      return fc.constantFrom(...Object.keys(enumeration!.values));
    default:
      return fc.constant(type === 'Geometry' ? OUTLINE : { latitude: 10, longitude: 105 });
  }
}

/** Relations as they are declared, from each kind to each. */
function relationsOf(kinds: readonly KindDeclaration[]) {
  return kinds
    .flatMap((kind) => kind.relations.map((declared) => ({ kind, declared })))
    .filter(({ declared }) => !declared.inverse)
    .flatMap(({ kind, declared }) =>
      declared.targets.map((target) => ({
        relationship: declared.relationship,
        from: declared.direction === 'in' ? target.name : kind.name,
        to: declared.direction === 'in' ? kind.name : target.name,
      })),
    );
}

function anyProperties(properties: readonly PropertyDeclaration[]): fc.Arbitrary<Record<string, unknown>> {
  const each = properties.map(({ name, leaf }) => [name, anyValue(leaf)] as const);
  const requiredKeys = properties.filter(({ required }) => required).map(({ name }) => name);
  return fc.record(Object.fromEntries(each), { requiredKeys });
}

const PASSAGES = [passage('source/a', 1), passage('source/a', 2), passage('source/b', 1), passage('source/b')];

const anyCitations = fc
  .subarray(PASSAGES, { minLength: 1, maxLength: 3 })
  .map((cited) => cited.map(({ id }) => ({ passage: id })));

export const anyFactParts = fc.record({
  validTime: fc.option(anySpan, { nil: undefined }),
  modality: fc.constantFrom('REPORTED', 'ESTIMATED', 'PLANNED', 'TARGET', 'DENIED'),
  rank: fc.constantFrom('PREFERRED', 'NORMAL', 'DEPRECATED'),
  origin: fc.constantFrom('DOCUMENT', 'REFERENCE'),
  citations: anyCitations,
});

/** Some claims state an absence. */
export const anyAbsence: fc.Arbitrary<Absence | undefined> = fc.oneof(
  { weight: 4, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.constantFrom('UNKNOWN' as const, 'NONE' as const) },
);

const anyNames = fc
  .array(fc.tuple(fc.constantFrom('', 'vi:', 'en:', 'km:'), fc.constantFrom('', '~'), fc.constantFrom(...TEXTS)), {
    minLength: 1,
    maxLength: 3,
  })
  .map((written) => names(...written.map((parts) => parts.join(''))));

function anyEntities(kind: KindDeclaration, most: number): fc.Arbitrary<readonly EntityRecord[]> {
  return fc
    .array(fc.tuple(anyNames, anyProperties(kind.properties), anyCitations), { maxLength: most, size: 'max' })
    .map((written) =>
      written.map(([named, properties, citations], number) =>
        entity(`${kind.singular}/${number}`, kind.name, named, properties, { citations }),
      ),
    );
}

/** How large random releases are at most. */
export interface Sizes {
  /** Entities of a kind. */
  readonly entities: (kind: KindDeclaration) => number;
  readonly relations: number;
  readonly claims: number;
}

/** A small random release of kinds, one of which is `Source`. There are two sources, `source/a` and `source/b`. */
export function anyReleaseOf(kinds: readonly KindDeclaration[], sizes: Sizes): fc.Arbitrary<ToyRelease> {
  const sourceKind = kinds.find(({ name }) => name === 'Source')!;
  const otherKinds = kinds.filter((kind) => kind !== sourceKind);
  const relations = relationsOf(kinds);
  return fc
    .tuple(
      fc.tuple(...otherKinds.map((kind) => anyEntities(kind, sizes.entities(kind)))),
      fc.tuple(anyNames, anyProperties(sourceKind.properties), anyNames),
      fc.array(fc.tuple(fc.nat(), fc.nat({ max: 7 }), fc.nat({ max: 7 }), fc.infiniteStream(anyFactParts)), {
        maxLength: sizes.relations,
        size: 'max',
      }),
      fc.infiniteStream(fc.tuple(...relations.map(({ relationship }) => anyProperties(relationship.properties)))),
      fc.array(fc.tuple(fc.nat(), fc.nat(), anyFactParts, fc.boolean(), anyAbsence), {
        maxLength: sizes.claims,
        size: 'max',
      }),
      fc.infiniteStream(
        fc.record(
          Object.fromEntries(
            kinds.flatMap(({ name, properties }) =>
              properties.map((each) => [`${name}.${each.name}`, anyValue(each.leaf)]),
            ),
          ),
        ),
      ),
    )
    .map(([others, [namesA, propertiesA, namesB], facts, factProperties, stated, values]) => {
      const sources = [entity('source/a', 'Source', namesA, propertiesA), entity('source/b', 'Source', namesB)].map(
        (each) => ({
          ...each,
          citations: [{ passage: 'passage/a/1' }],
        }),
      );
      const entities = [...others.toReversed().flat(), ...sources];
      const ofKind = (kind: string) => entities.filter((each) => each.kind === kind);
      const made = facts.flatMap(([which, start, end, parts], number): RelationRecord[] => {
        const place = which % relations.length;
        const { relationship, from, to } = relations[place]!;
        const [starts, ends] = [ofKind(from), ofKind(to)];
        if (starts.length === 0 || ends.length === 0) return [];
        const properties = factProperties.next().value[place]!;
        return [
          // Numbered backwards, so that the order of ids is not the order in which they come.
          relation(
            `${relationship.type.toLowerCase().replaceAll('_', '-')}/${99 - number}`,
            relationship.type,
            starts[start % starts.length]!.id,
            ends[end % ends.length]!.id,
            {
              ...parts.next().value,
              properties,
            } as Partial<RelationRecord>,
          ),
        ];
      });
      const claims = stated.flatMap(([subject, property, parts, isBest, absence], number) => {
        const about = entities[subject % entities.length]!;
        const { properties, relations: declared } = kinds.find(({ name }) => name === about.kind)!;
        const more = { ...(parts as object), isBest };
        const id = `claim/${99 - number}`;
        if (absence) {
          const absentOf = [
            ...properties.filter(({ required }) => !required),
            ...declared.filter(({ inverse }) => !inverse),
          ];
          return absentOf.length === 0
            ? []
            : absent(id, about.id, absentOf[property % absentOf.length]!.name, absence, more);
        }
        if (properties.length === 0) return [];
        const { name } = properties[property % properties.length]!;
        return claim(id, about.id, name, values.next().value[`${about.kind}.${name}`], more);
      });
      return told(releaseOf({ id: 'random', kinds, passages: PASSAGES, entities, relations: made, claims }));
    });
}

/** A small random release of the toy kinds. */
export const anyRelease: fc.Arbitrary<ToyRelease> = anyReleaseOf(toyKinds, {
  entities: ({ name }) => ({ City: 5, Person: 4 })[name] ?? 6,
  relations: 24,
  claims: 8,
});

/** A counterexample shows what was generated, not the kinds. */
export function told(release: ToyRelease): ToyRelease {
  const { entities, relations, claims } = release;
  return Object.defineProperty(release, fc.toStringMethod, {
    value: () => JSON.stringify({ entities, relations, claims }),
  });
}
