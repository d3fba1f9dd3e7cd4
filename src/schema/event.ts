import { Inverse, Kind, Property, Relation, relationship, type Edges } from '../model/declare.js';
import { enumeration, partialDate, text } from '../model/leaf.js';
import type { PartialDate } from '../model/partial-date.js';
import { Agreement } from './agreement.js';
import { Country } from './country.js';
import { Leader } from './leader.js';
import { Mechanism } from './mechanism.js';
import { Meeting } from './meeting.js';
import { Organization } from './organization.js';
import { Party } from './party.js';
import { Province } from './province.js';
import { HeldIn } from './relationships.js';
import { Visit } from './visit.js';

/** What an event is. */
export const eventType = enumeration(
  'EventType',
  'What an event is.',
  {
    FOUNDING: 'The founding of a state, party or organization.',
    DIPLOMATIC_RELATIONS: 'The opening of diplomatic relations.',
    WAR: 'A war or an armed conflict.',
    RULE: 'A period during which a power ruled or a policy held.',
    LIBERATION: 'The overthrow of a regime.',
    MILITARY: 'The presence or withdrawal of armed forces.',
    ELECTION: 'An election.',
    COMMEMORATION: 'The commemoration of something earlier; `commemorates` leads to it.',
    CAMPAIGN: 'A year or programme of activities.',
    HANDOVER: 'The handover of maps, documents or goods.',
    AID: 'Help given.',
    STATEMENT: 'A statement to the public or the press.',
    DECISION: 'A decision or a common position of two sides.',
    CEREMONY: 'A ceremony, such as a signing.',
  },
  {
    FOUNDING: { vi: 'thành lập', en: 'founding' },
    DIPLOMATIC_RELATIONS: { vi: 'lập quan hệ ngoại giao', en: 'diplomatic relations' },
    WAR: { vi: 'chiến tranh', en: 'war' },
    RULE: { vi: 'cai trị', en: 'rule' },
    LIBERATION: { vi: 'giải phóng', en: 'liberation' },
    MILITARY: { vi: 'quân sự', en: 'military' },
    ELECTION: { vi: 'bầu cử', en: 'election' },
    COMMEMORATION: { vi: 'kỷ niệm', en: 'commemoration' },
    CAMPAIGN: { vi: 'chương trình hoạt động', en: 'campaign' },
    HANDOVER: { vi: 'bàn giao', en: 'handover' },
    AID: { vi: 'viện trợ', en: 'aid' },
    STATEMENT: { vi: 'tuyên bố', en: 'statement' },
    DECISION: { vi: 'quyết định', en: 'decision' },
    CEREMONY: { vi: 'nghi lễ', en: 'ceremony' },
  },
);

/** Who had a part in an event. */
export const InvolvedIn = relationship(
  'INVOLVED_IN',
  'Had a part in the event.',
  {
    role: [text, 'What part, as the source names it.', { vi: 'vai trò', en: 'role' }],
  },
  { phrases: { vi: ['có vai trò trong', 'có sự góp mặt của'], en: ['had a part in', 'involved'] } },
);

/** A commemoration is not the thing it remembers. */
export const Commemorates = relationship(
  'COMMEMORATES',
  'Remembers the other event, on an anniversary.',
  {
    role: [text, 'Which anniversary, such as “40 years”.', { vi: 'vai trò', en: 'role' }],
  },
  { phrases: { vi: ['kỷ niệm', 'được kỷ niệm bằng'], en: ['commemorates', 'is commemorated by'] } },
);

/** An event took place within a meeting or visit. */
export const During = relationship(
  'DURING',
  'Took place, or was decided, during the meeting or visit.',
  {},
  {
    phrases: {
      vi: ['diễn ra trong khuôn khổ', 'là khuôn khổ diễn ra'],
      en: ['took place during', 'was the occasion of'],
    },
  },
);

@Kind(
  'A founding, a war, an election, a commemoration, a handover: what happened and is neither a meeting nor a visit.',
)
export class Event {
  @Property(eventType, 'What it is.', { label: { vi: 'loại sự kiện', en: 'type' } })
  readonly type?: string | null;

  @Property(partialDate, 'The day on which it took place or began.', {
    label: { vi: 'ngày', en: 'date' },
    timeline: { end: 'end' },
  })
  readonly date?: PartialDate | null;

  @Property(partialDate, 'The day on which it ended.', { label: { vi: 'ngày kết thúc', en: 'end' } })
  readonly end?: PartialDate | null;

  @Relation(
    () => [Country, Party, Organization, Leader, Province, Mechanism],
    InvolvedIn,
    'in',
    'Who had a part in it; the edge has the role.',
  )
  readonly involved!: Edges<Country | Party | Organization | Leader | Province | Mechanism>;

  @Relation(() => [Province, Country], HeldIn, 'out', 'Where it took place.')
  readonly place!: Edges<Province | Country>;

  @Relation(() => [Meeting, Visit], During, 'out', 'The meeting or visit during which it took place or was decided.')
  readonly during!: Edges<Meeting | Visit>;

  @Relation(() => Event, Commemorates, 'out', 'The earlier event that it remembers.')
  readonly commemorates!: Edges<Event>;

  @Inverse(() => Event, 'commemorates', 'Commemorations of it.')
  readonly commemoratedBy!: Edges<Event>;

  @Inverse(() => Agreement, 'concludedAt', 'Documents concluded on its occasion.')
  readonly agreements!: Edges<Agreement>;
}
