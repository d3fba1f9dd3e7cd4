import { Inverse, Kind, Property, Relation, relationship, type Edges } from '../model/declare.js';
import { enumeration, integer, partialDate, text } from '../model/leaf.js';
import type { PartialDate } from '../model/partial-date.js';
import { Agreement } from './agreement.js';
import { Country } from './country.js';
import { Event } from './event.js';
import { Leader } from './leader.js';
import { Mechanism } from './mechanism.js';
import { Organization } from './organization.js';
import { Party } from './party.js';
import { Province } from './province.js';
import { HasTopic, HeldIn } from './relationships.js';
import { Topic } from './topic.js';

/** Whether something took place. */
export const occurrence = enumeration(
  'Occurrence',
  'Whether it took place, as far as the sources tell.',
  {
    HELD: 'It took place.',
    PLANNED: 'It was planned when the source was written; whether it took place is not said.',
  },
  {
    HELD: { vi: 'đã diễn ra', en: 'held' },
    PLANNED: { vi: 'dự kiến', en: 'planned' },
  },
);

/** A meeting is a session of a series. */
export const SessionOf = relationship(
  'SESSION_OF',
  'Is a session of the mechanism.',
  {
    ordinal: [
      integer,
      'The number of the session, counted by the mechanism itself: 12 for the twelfth.',
      { vi: 'lần thứ', en: 'session number' },
    ],
  },
  { phrases: { vi: ['là một kỳ họp của', 'có kỳ họp là'], en: ['is a session of', 'has as a session'] } },
);

/** Who was in the chair. */
export const Chaired = relationship(
  'CHAIRED',
  'Chaired the meeting, alone or with others.',
  {
    role: [text, 'In what capacity, as the source names it.', { vi: 'vai trò', en: 'role' }],
  },
  { phrases: { vi: ['chủ trì', 'được chủ trì bởi'], en: ['chaired', 'was chaired by'] } },
);

/** Who took part. */
export const ParticipatedIn = relationship(
  'PARTICIPATED_IN',
  'Took part in the meeting.',
  {
    role: [text, 'In what capacity, as the source names it.', { vi: 'vai trò', en: 'role' }],
  },
  { phrases: { vi: ['tham dự', 'có sự tham dự của'], en: ['took part in', 'had as a participant'] } },
);

/** A meeting was held within another. */
export const Within = relationship(
  'WITHIN',
  'Was held within the framework of the other meeting.',
  {},
  { phrases: { vi: ['được tổ chức trong khuôn khổ', 'bao gồm'], en: ['was held within', 'included'] } },
);

@Kind('One session of a mechanism, or a meeting outside one; also one that was only planned.')
export class Meeting {
  @Property(partialDate, 'The day on which it took place or began, or was planned for.', {
    label: { vi: 'ngày', en: 'date' },
    timeline: { end: 'end' },
  })
  readonly date?: PartialDate | null;

  @Property(partialDate, 'The day on which it ended, where it lasted longer than one.', {
    label: { vi: 'ngày kết thúc', en: 'end' },
  })
  readonly end?: PartialDate | null;

  @Property(occurrence, 'Whether it took place or was planned.', { label: { vi: 'tình trạng', en: 'status' } })
  readonly status?: string | null;

  @Relation(() => Mechanism, SessionOf, 'out', 'The mechanism of which it is a session; the edge has the ordinal.')
  readonly mechanism!: Edges<Mechanism>;

  @Relation(() => [Province, Country], HeldIn, 'out', 'Where it took place.')
  readonly place!: Edges<Province | Country>;

  @Relation(() => [Leader, Organization, Party], Chaired, 'in', 'Who chaired it.')
  readonly chairs!: Edges<Leader | Organization | Party>;

  @Relation(
    () => [Leader, Organization, Party, Country, Province],
    ParticipatedIn,
    'in',
    'Who took part in it besides the chairs.',
  )
  readonly participants!: Edges<Leader | Organization | Party | Country | Province>;

  @Inverse(() => Agreement, 'concludedAt', 'Documents adopted, signed or exchanged at it; their `manner` says which.')
  readonly adopted!: Edges<Agreement>;

  @Inverse(() => Event, 'during', 'What took place or was decided during it, besides documents.')
  readonly events!: Edges<Event>;

  @Relation(() => Meeting, Within, 'out', 'The larger meeting of which it was a part, such as that which it prepared.')
  readonly partOf!: Edges<Meeting>;

  @Inverse(() => Meeting, 'partOf', 'Meetings that were parts of it, such as preparatory ones.')
  readonly parts!: Edges<Meeting>;

  @Relation(() => Topic, HasTopic, 'out', 'Fields of cooperation that it was about.')
  readonly topics!: Edges<Topic>;
}
