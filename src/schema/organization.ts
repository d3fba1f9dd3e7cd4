import { Inverse, Kind, Property, Relation, relationship, type Edges } from '../model/declare.js';
import { enumeration, interval } from '../model/leaf.js';
import type { Interval } from '../model/interval.js';
import { Agreement } from './agreement.js';
import { Country } from './country.js';
import { Event } from './event.js';
import { Mechanism } from './mechanism.js';
import { Meeting } from './meeting.js';
import { Office } from './office.js';
import { Party } from './party.js';
import { Province } from './province.js';
import { InCountry } from './relationships.js';

/** What an organization is. */
export const organizationType = enumeration(
  'OrganizationType',
  'What an organization is.',
  {
    GOVERNMENT: 'The government of a country.',
    MINISTRY: 'A ministry.',
    ASSEMBLY: 'A parliament or another elected assembly.',
    PARTY_ORGAN: 'An organ of a party.',
    PROVINCIAL_ADMINISTRATION: 'The body that administers a province, such as a People’s Committee.',
    ARMED_FORCE: 'An army or another armed force.',
    REGIME: 'A power that ruled, named as such by a source.',
    FRONT: 'A front or a mass organization.',
    INTERNATIONAL: 'An organization of states.',
    COMMISSION: 'A standing commission or committee.',
  },
  {
    GOVERNMENT: { vi: 'chính phủ', en: 'government' },
    MINISTRY: { vi: 'bộ', en: 'ministry' },
    ASSEMBLY: { vi: 'nghị viện', en: 'assembly' },
    PARTY_ORGAN: { vi: 'cơ quan của đảng', en: 'party organ' },
    PROVINCIAL_ADMINISTRATION: { vi: 'chính quyền tỉnh', en: 'provincial administration' },
    ARMED_FORCE: { vi: 'lực lượng vũ trang', en: 'armed force' },
    REGIME: { vi: 'chế độ', en: 'regime' },
    FRONT: { vi: 'mặt trận, đoàn thể', en: 'front' },
    INTERNATIONAL: { vi: 'tổ chức quốc tế', en: 'international organization' },
    COMMISSION: { vi: 'ủy ban', en: 'commission' },
  },
);

/** An organization is part of a larger one. */
export const PartOf = relationship(
  'PART_OF',
  'Is a part or an organ of the other.',
  {},
  { phrases: { vi: ['là một bộ phận của', 'có bộ phận là'], en: ['is a part of', 'has as a part'] } },
);

/** A body administers a province. */
export const Administers = relationship(
  'ADMINISTERS',
  'Administers the province.',
  {},
  {
    phrases: {
      vi: ['là cơ quan hành chính của', 'có cơ quan hành chính là'],
      en: ['administers', 'is administered by'],
    },
  },
);

@Kind(
  'A ministry, an assembly, a party organ, a provincial administration, an army, a regime, an organization of states.',
)
export class Organization {
  @Property(organizationType, 'What it is.', { label: { vi: 'loại tổ chức', en: 'type' } })
  readonly type?: string | null;

  @Property(interval, 'When it existed or ruled, as far as it is stated.', {
    label: { vi: 'thời gian tồn tại', en: 'time of existence' },
    timeline: {},
  })
  readonly exists?: Interval | null;

  @Relation(() => Country, InCountry, 'out', 'The country for which it acts.')
  readonly country!: Edges<Country>;

  @Relation(() => [Organization, Party], PartOf, 'out', 'The organization or party of which it is a part.')
  readonly partOf!: Edges<Organization | Party>;

  @Inverse(() => Organization, 'partOf', 'Organizations that are parts of it.')
  readonly parts!: Edges<Organization>;

  @Relation(() => Province, Administers, 'out', 'The province that it administers.')
  readonly administers!: Edges<Province>;

  @Inverse(() => Agreement, 'parties', 'Agreements to which it is a party.')
  readonly agreements!: Edges<Agreement>;

  @Inverse(() => Agreement, 'signatories', 'Agreements that it signed.')
  readonly signed!: Edges<Agreement>;

  @Inverse(() => Mechanism, 'members', 'Mechanisms of which it is a member.')
  readonly mechanisms!: Edges<Mechanism>;

  @Inverse(() => Meeting, 'participants', 'Meetings in which it took part.')
  readonly meetings!: Edges<Meeting>;

  @Inverse(() => Office, 'body', 'Its offices.')
  readonly offices!: Edges<Office>;

  @Inverse(() => Event, 'involved', 'Events in which it had a part.')
  readonly events!: Edges<Event>;
}
