import { Inverse, Kind, Property, Relation, relationship, type Edges } from '../model/declare.js';
import { enumeration, partialDate, text } from '../model/leaf.js';
import type { PartialDate } from '../model/partial-date.js';
import { Country } from './country.js';
import { Event } from './event.js';
import { Figure } from './figure.js';
import { Meeting } from './meeting.js';
import { Organization } from './organization.js';
import { Party } from './party.js';
import { HasTopic } from './relationships.js';
import { Topic } from './topic.js';

/** What a mechanism is. */
export const mechanismType = enumeration(
  'MechanismType',
  'What a mechanism is.',
  {
    JOINT_COMMISSION: 'A joint commission or committee of two governments.',
    CONFERENCE_SERIES: 'A series of conferences.',
    MEETING_SERIES: 'A series of meetings, such as those of the leaders of two parties.',
    FRAMEWORK: 'A framework or strategy of cooperation among several states.',
    ORGANIZATION: 'An organization of states, seen as a forum in which they cooperate.',
  },
  {
    JOINT_COMMISSION: { vi: 'ủy ban hỗn hợp', en: 'joint commission' },
    CONFERENCE_SERIES: { vi: 'chuỗi hội nghị', en: 'conference series' },
    MEETING_SERIES: { vi: 'chuỗi cuộc gặp', en: 'meeting series' },
    FRAMEWORK: { vi: 'khuôn khổ hợp tác', en: 'framework' },
    ORGANIZATION: { vi: 'tổ chức quốc tế', en: 'organization of states' },
  },
);

/** How many sides a mechanism has. */
export const mechanismScope = enumeration(
  'MechanismScope',
  'How many sides a mechanism has.',
  {
    BILATERAL: 'Two sides.',
    MULTILATERAL: 'More than two.',
  },
  {
    BILATERAL: { vi: 'song phương', en: 'bilateral' },
    MULTILATERAL: { vi: 'đa phương', en: 'multilateral' },
  },
);

/** Who belongs to a mechanism. */
export const MemberOf = relationship(
  'MEMBER_OF',
  'Is a member of the mechanism.',
  {
    role: [text, 'The part it has, where a source names one.', { vi: 'vai trò', en: 'role' }],
  },
  { phrases: { vi: ['là thành viên của', 'có thành viên là'], en: ['is a member of', 'has as a member'] } },
);

@Kind('A joint commission, a conference series, or a multilateral framework. Its sessions are meetings.')
export class Mechanism {
  @Property(mechanismType, 'What it is.', { label: { vi: 'loại cơ chế', en: 'type' } })
  readonly type?: string | null;

  @Property(mechanismScope, 'Whether it has two sides or more.', { label: { vi: 'phạm vi', en: 'scope' } })
  readonly scope?: string | null;

  @Property(partialDate, 'When it was set up, or began to meet.', {
    label: { vi: 'ngày thành lập', en: 'set up on' },
    timeline: { title: { vi: '{entity} bắt đầu hoạt động', en: '{entity} is set up' } },
  })
  readonly establishedOn?: PartialDate | null;

  @Relation(() => [Country, Organization, Party], MemberOf, 'in', 'Its members.')
  readonly members!: Edges<Country | Organization | Party>;

  @Inverse(() => Meeting, 'mechanism', 'Its sessions; the edge has the ordinal.')
  readonly meetings!: Edges<Meeting>;

  @Inverse(() => Event, 'involved', 'Events in which it had a part.')
  readonly events!: Edges<Event>;

  @Relation(() => Topic, HasTopic, 'out', 'Fields of cooperation that it is about.')
  readonly topics!: Edges<Topic>;

  @Inverse(() => Figure, 'about', 'Figures stated about it, such as how often it has met.')
  readonly figures!: Edges<Figure>;
}
