import fc from 'fast-check';
import type { EntityRecord, RelationRecord } from '../../src/model/release.js';
import { toyKinds } from './kinds.js';
import { amount, claim, date, entity, names, passage, relation, releaseOf, span, type ToyRelease } from './release.js';

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
export const NUMBERS = [-1, 0, 1, 2, 12, 2147483647];
export const AMOUNTS = ['-1', '0', '2.94', '10', '84'];
export const UNITS = ['USD', 'usd', 'km²'];
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

/** Stored values of a family of leaves. */
export function anyValue(family: string, values: readonly string[] = []): fc.Arbitrary<unknown> {
  switch (family) {
    case 'text':
      return fc.constantFrom(...TEXTS);
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
      return fc.constantFrom(...values);
    default:
      return fc.constant({ latitude: 10, longitude: 105 });
  }
}

const relations = toyKinds
  .flatMap((kind) => kind.relations.map((declared) => ({ kind, declared })))
  .filter(({ declared }) => !declared.inverse)
  .flatMap(({ kind, declared }) =>
    declared.targets.map((target) => ({
      relationship: declared.relationship,
      from: declared.direction === 'in' ? target.name : kind.name,
      to: declared.direction === 'in' ? kind.name : target.name,
    })),
  );

type Declared = (typeof relations)[number]['relationship']['properties'];

function anyProperties(properties: Declared): fc.Arbitrary<Record<string, unknown>> {
  const each = properties.map(
    ({ name, leaf }) => [name, anyValue(leaf.family, Object.keys(leaf.enumeration?.values ?? {}))] as const,
  );
  return fc.record(Object.fromEntries(each), { requiredKeys: [] });
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

const anyNames = fc
  .array(fc.tuple(fc.constantFrom('', 'vi:', 'en:', 'km:'), fc.constantFrom('', '~'), fc.constantFrom(...TEXTS)), {
    minLength: 1,
    maxLength: 3,
  })
  .map((written) => names(...written.map((parts) => parts.join(''))));

function anyEntities(kind: (typeof toyKinds)[number], most: number): fc.Arbitrary<readonly EntityRecord[]> {
  return fc
    .array(fc.tuple(anyNames, anyProperties(kind.properties), anyCitations), { maxLength: most, size: 'max' })
    .map((written) =>
      written.map(([named, properties, citations], number) =>
        entity(`${kind.singular}/${number}`, kind.name, named, properties, { citations }),
      ),
    );
}

const [cityKind, personKind, treatyKind, sourceKind] = toyKinds as [
  (typeof toyKinds)[0],
  (typeof toyKinds)[0],
  (typeof toyKinds)[0],
  (typeof toyKinds)[0],
];

/** A small random release. */
export const anyRelease: fc.Arbitrary<ToyRelease> = fc
  .tuple(
    anyEntities(cityKind!, 5),
    anyEntities(personKind!, 4),
    anyEntities(treatyKind!, 6),
    fc.tuple(anyNames, anyProperties(sourceKind!.properties), anyNames),
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 7 }), fc.nat({ max: 7 }), fc.infiniteStream(anyFactParts)), {
      maxLength: 24,
      size: 'max',
    }),
    fc.infiniteStream(fc.tuple(...relations.map(({ relationship }) => anyProperties(relationship.properties)))),
    fc.array(fc.tuple(fc.nat(), fc.nat(), anyFactParts, fc.boolean()), { maxLength: 8, size: 'max' }),
    fc.infiniteStream(
      fc.record(
        Object.fromEntries(
          toyKinds.flatMap(({ name, properties }) =>
            properties.map((each) => [
              `${name}.${each.name}`,
              anyValue(each.leaf.family, Object.keys(each.leaf.enumeration?.values ?? {})),
            ]),
          ),
        ),
      ),
    ),
  )
  .map(([cities, people, treaties, [namesA, propertiesA, namesB], facts, factProperties, stated, values]) => {
    const sources = [entity('source/a', 'Source', namesA, propertiesA), entity('source/b', 'Source', namesB)].map(
      (each) => ({
        ...each,
        citations: [{ passage: 'passage/a/1' }],
      }),
    );
    const entities = [...treaties, ...cities, ...people, ...sources];
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
    const claims = stated.map(([subject, property, parts, isBest], number) => {
      const about = entities[subject % entities.length]!;
      const { properties } = toyKinds.find(({ name }) => name === about.kind)!;
      const { name } = properties[property % properties.length]!;
      return claim(`claim/${99 - number}`, about.id, name, values.next().value[`${about.kind}.${name}`], {
        ...(parts as object),
        isBest,
      });
    });
    return told(releaseOf({ id: 'random', passages: PASSAGES, entities, relations: made, claims }));
  });

/** A counterexample shows what was generated, not the kinds. */
export function told(release: ToyRelease): ToyRelease {
  const { entities, relations, claims } = release;
  return Object.defineProperty(release, fc.toStringMethod, {
    value: () => JSON.stringify({ entities, relations, claims }),
  });
}
