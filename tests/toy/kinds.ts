import fc from 'fast-check';
import {
  Inverse,
  Kind,
  Property,
  Relation,
  declarationsOf,
  relationship,
  type Edges,
} from '../../src/model/declare.js';
import type { Interval } from '../../src/model/interval.js';
import { boolean, enumeration, integer, interval, partialDate, point, quantity, text } from '../../src/model/leaf.js';
import type { PartialDate } from '../../src/model/partial-date.js';
import type { Point } from '../../src/model/point.js';
import type { Quantity } from '../../src/model/quantity.js';

/**
 * Toy kinds: every family of leaves, and every sort of relation. Small enough to know by heart.
 *
 *     Person -LIVES_IN-> City          Person -KNOWS- Person        City -TWINNED- City
 *     City, Person -PARTY_TO-> Treaty  Person -SIGNED-> Treaty      Treaty -SUPPLEMENTS-> Treaty
 *     Treaty, Person -ABOUT-> City, so that one type of relationship is shared by two kinds
 */

export const citySize = enumeration('CitySize', 'How large a city is.', {
  HAMLET: 'A few houses.',
  TOWN: 'Many houses.',
  METROPOLIS: 'Houses as far as one sees.',
});

export const treatyStatus = enumeration('TreatyStatus', 'Whether a treaty binds.', {
  DRAFT: 'Not yet.',
  IN_FORCE: 'It does.',
  LAPSED: 'No more.',
});

export const LivesIn = relationship(
  'LIVES_IN',
  'Lives in the city.',
  {},
  {
    phrases: { vi: ['sống ở', 'là nơi sống của'], en: ['lives in', 'is the home of'] },
    timeline: { title: { vi: '{from} sống ở {to}', en: '{from} lives in {to}' } },
  },
);
export const Knows = relationship('KNOWS', 'They know each other.', { since: [partialDate, 'Since when.'] });
export const Twinned = relationship(
  'TWINNED',
  'They are twin cities: of the land of both, each has so much.',
  { since: [partialDate, 'Since when.'] },
  { complements: 'area' },
);
export const PartyTo = relationship('PARTY_TO', 'Is a party to the treaty.', {
  role: [text, 'The part it has.'],
  seat: [integer, 'Where it sits.'],
  share: [quantity, 'What it pays.'],
  status: [treatyStatus, 'Whether the treaty binds this party.'],
});
export const Signed = relationship(
  'SIGNED',
  'Signed the treaty.',
  {
    seat: [integer, 'Where the person sat.'],
    isFirst: [boolean, 'Whether the person was the first to sign.'],
    during: [interval, 'While holding office.'],
  },
  { timeline: { title: { vi: '{from} ký {to}', en: '{from} signs {to}' }, isMoment: true, beyond: 'ABOUT' } },
);
export const Supplements = relationship('SUPPLEMENTS', 'Adds to the other treaty.', {}, { involves: false });
export const About = relationship('ABOUT', 'Speaks of the city.');

@Kind('A place where many live.', 'cities', { hub: true })
export class City {
  @Property(integer, 'How many live there.')
  readonly population?: number | null;

  @Property(quantity, 'How much land it has.')
  readonly area?: Quantity | null;

  @Property(citySize, 'How large it is.')
  readonly size?: string | null;

  @Property(partialDate, 'When it was founded.', {
    timeline: { title: { vi: 'Lập {entity}', en: 'Founding of {entity}' } },
  })
  readonly foundedOn?: PartialDate | null;

  @Property(interval, 'While it stood.', { timeline: {} })
  readonly existed?: Interval | null;

  @Property(point, 'Where it lies.')
  readonly location?: Point | null;

  @Property(boolean, 'Whether it is a capital.')
  readonly isCapital?: boolean | null;

  @Property(text, 'What is written over its gate.')
  readonly motto?: string | null;

  @Relation(() => City, Twinned, 'both', 'Its twins.')
  readonly twins!: Edges<City>;

  @Inverse(() => Person, 'home', 'Who lives there.')
  readonly residents!: Edges<Person>;

  @Inverse(() => Treaty, 'parties', 'Treaties to which it is a party.')
  readonly treaties!: Edges<Treaty>;

  @Inverse(() => Treaty, 'about', 'Treaties that speak of it.')
  readonly treatiesAbout!: Edges<Treaty>;

  @Inverse(() => Person, 'about', 'Persons who speak of it.')
  readonly peopleAbout!: Edges<Person>;
}

@Kind('Somebody.', 'people')
export class Person {
  @Property(partialDate, 'When the person was born.')
  readonly bornOn?: PartialDate | null;

  @Property(text, 'What friends say.')
  readonly nickname?: string | null;

  @Property(integer, 'How many medals the person has.')
  readonly medals?: number | null;

  @Relation(() => City, LivesIn, 'out', 'Where the person lives or lived.')
  readonly home!: Edges<City>;

  @Relation(() => Person, Knows, 'both', 'Whom the person knows.')
  readonly knows!: Edges<Person>;

  @Relation(() => City, About, 'out', 'Cities of which the person speaks.')
  readonly about!: Edges<City>;

  @Inverse(() => Treaty, 'parties', 'Treaties to which the person is a party.')
  readonly treaties!: Edges<Treaty>;

  @Inverse(() => Treaty, 'signatories', 'Treaties that the person signed.')
  readonly signed!: Edges<Treaty>;
}

@Kind('What was agreed.', 'treaties')
export class Treaty {
  @Property(text, 'What stands on its cover.')
  readonly title?: string | null;

  @Property(partialDate, 'When it was concluded.', { timeline: { end: 'lapsedOn' } })
  readonly concludedOn?: PartialDate | null;

  @Property(partialDate, 'When it lapsed.')
  readonly lapsedOn?: PartialDate | null;

  @Property(treatyStatus, 'Whether it binds.')
  readonly status?: string | null;

  @Property(integer, 'How many articles it has.')
  readonly articles?: number | null;

  @Property(quantity, 'What it is worth.')
  readonly worth?: Quantity | null;

  @Property(interval, 'While it holds.')
  readonly period?: Interval | null;

  @Property(boolean, 'Whether it is secret.')
  readonly isSecret?: boolean | null;

  @Relation(() => [City, Person], PartyTo, 'in', 'Its parties.')
  readonly parties!: Edges<City | Person>;

  @Relation(() => Person, Signed, 'in', 'Who signed it.')
  readonly signatories!: Edges<Person>;

  @Relation(() => Treaty, Supplements, 'out', 'Treaties that it adds to.')
  readonly supplements!: Edges<Treaty>;

  @Inverse(() => Treaty, 'supplements', 'Treaties that add to it.')
  readonly supplementedBy!: Edges<Treaty>;

  @Relation(() => City, About, 'out', 'Cities of which it speaks.')
  readonly about!: Edges<City>;
}

@Kind('A book or paper on whose word the toy rests.')
export class Source {
  @Property(text, 'Who printed it.')
  readonly publisher?: string | null;

  @Property(partialDate, 'When it was printed.')
  readonly publishedOn?: PartialDate | null;
}

/** The declarations of the toy kinds. */
export const toyKinds = declarationsOf([City, Person, Treaty, Source]);

/** A counterexample tells a declaration by its name. */
export function told<Named extends { readonly name: string }>(named: Named): Named {
  return Object.defineProperty({ ...named }, fc.toStringMethod, { value: () => named.name });
}
