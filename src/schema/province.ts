import { Inverse, Kind, Property, Relation, relationship, type Edges } from '../model/declare.js';
import { enumeration, interval, point, geometry } from '../model/leaf.js';
import type { Geometry } from '../model/geometry.js';
import type { Interval } from '../model/interval.js';
import type { Point } from '../model/point.js';
import { Agreement } from './agreement.js';
import { Country } from './country.js';
import { Event } from './event.js';
import { Meeting } from './meeting.js';
import { Organization } from './organization.js';
import { InCountry } from './relationships.js';

/** What a first-level administrative unit is. */
export const provinceLevel = enumeration(
  'ProvinceLevel',
  'What a first-level administrative unit is.',
  {
    PROVINCE: 'A province.',
    MUNICIPALITY: 'A city at the level of a province.',
  },
  {
    PROVINCE: { vi: 'tỉnh', en: 'province' },
    MUNICIPALITY: { vi: 'thành phố cấp tỉnh', en: 'municipality' },
  },
);

/** Two provinces share a border; it has no direction. */
export const Borders = relationship(
  'BORDERS',
  'Shares a land border; the same fact is seen from both ends.',
  {},
  { phrases: { vi: ['giáp', 'giáp'], en: ['borders', 'borders'] } },
);

/** A province took in another one, which from then on is part of it. */
export const Absorbed = relationship(
  'ABSORBED',
  'Took in the other province, which ceased to exist by the merger.',
  {},
  {
    phrases: { vi: ['nhận sáp nhập', 'được sáp nhập vào'], en: ['absorbed', 'was absorbed into'] },
    timeline: { title: { vi: '{to} sáp nhập vào {from}', en: '{to} is merged into {from}' }, isMoment: true },
  },
);

@Kind(
  'A province, or a city at the level of a province. It keeps its identity through a merger: what it absorbed, its borders and its outline carry dates.',
)
export class Province {
  @Property(provinceLevel, 'Whether it is a province or a city at that level.', {
    label: { vi: 'cấp hành chính', en: 'level' },
  })
  readonly level?: string | null;

  @Property(interval, 'When it existed, as far as it is stated.', {
    label: { vi: 'thời gian tồn tại', en: 'time of existence' },
    timeline: {},
  })
  readonly exists?: Interval | null;

  @Property(point, 'A point inside it at which to label it on a map (WGS 84).', {
    label: { vi: 'vị trí', en: 'location' },
  })
  readonly location?: Point | null;

  @Property(
    geometry,
    'Its outline, simplified, for drawing and not for law (WGS 84). Outlines before and after a merger are claims with dates.',
    { label: { vi: 'ranh giới', en: 'outline' } },
  )
  readonly outline?: Geometry | null;

  @Relation(() => Country, InCountry, 'out', 'The country in which it lies.')
  readonly country!: Edges<Country>;

  @Inverse(
    () => Organization,
    'administers',
    'The bodies that administer it, such as its People’s Committee. They are not the province.',
  )
  readonly administration!: Edges<Organization>;

  @Relation(() => Province, Borders, 'both', 'Provinces with which it shares a border.')
  readonly borders!: Edges<Province>;

  @Inverse(() => Agreement, 'parties', 'Agreements to which it, or its administration on its behalf, is a party.')
  readonly agreements!: Edges<Agreement>;

  @Relation(() => Province, Absorbed, 'out', 'Provinces that were merged into it.')
  readonly absorbed!: Edges<Province>;

  @Inverse(() => Province, 'absorbed', 'The province into which it was merged.')
  readonly absorbedInto!: Edges<Province>;

  @Inverse(() => Meeting, 'place', 'Meetings held in it.')
  readonly meetings!: Edges<Meeting>;

  @Inverse(() => Event, 'place', 'Events that took place in it.')
  readonly events!: Edges<Event>;
}
