import { Inverse, Kind, Property, Relation, relationship, type Edges } from '../model/declare.js';
import { enumeration, partialDate } from '../model/leaf.js';
import type { PartialDate } from '../model/partial-date.js';
import { Agreement } from './agreement.js';
import { Country } from './country.js';
import { Event } from './event.js';
import { Leader } from './leader.js';
import { Organization } from './organization.js';
import { Party } from './party.js';

/** The rank of a visit in protocol. */
export const visitType = enumeration(
  'VisitType',
  'The rank of a visit in protocol, as the source names it.',
  {
    STATE: 'A state visit.',
    OFFICIAL: 'An official visit.',
    WORKING: 'A working visit.',
  },
  {
    STATE: { vi: 'cấp nhà nước', en: 'state visit' },
    OFFICIAL: { vi: 'chính thức', en: 'official visit' },
    WORKING: { vi: 'làm việc', en: 'working visit' },
  },
);

/** Who went. */
export const Paid = relationship(
  'PAID',
  'Paid the visit.',
  {},
  { phrases: { vi: ['thực hiện', 'được thực hiện bởi'], en: ['paid', 'was paid by'] } },
);

/** Where the visit went. */
export const VisitTo = relationship(
  'VISIT_TO',
  'The visit went to the country.',
  {},
  { phrases: { vi: ['có điểm đến là', 'là điểm đến của'], en: ['went to', 'was the destination of'] } },
);

/** Who received. */
export const Hosted = relationship(
  'HOSTED',
  'Invited to or received the visit.',
  {},
  { phrases: { vi: ['là bên mời hoặc đón', 'có bên mời hoặc đón là'], en: ['was a host of', 'had as a host'] } },
);

@Kind('A visit of a leader to a country.')
export class Visit {
  @Property(visitType, 'Its rank in protocol, where a source names it.', {
    label: { vi: 'loại chuyến thăm', en: 'type' },
  })
  readonly type?: string | null;

  @Property(partialDate, 'The day on which it took place or began.', {
    label: { vi: 'ngày', en: 'date' },
    timeline: { end: 'end' },
  })
  readonly date?: PartialDate | null;

  @Property(partialDate, 'The day on which it ended.', { label: { vi: 'ngày kết thúc', en: 'end' } })
  readonly end?: PartialDate | null;

  @Relation(() => Leader, Paid, 'in', 'Who paid the visit.')
  readonly visitor!: Edges<Leader>;

  @Relation(() => Country, VisitTo, 'out', 'The country visited.')
  readonly destination!: Edges<Country>;

  @Relation(() => [Leader, Party, Country, Organization], Hosted, 'in', 'Who invited or received.')
  readonly host!: Edges<Leader | Party | Country | Organization>;

  @Inverse(() => Event, 'during', 'What took place or was decided during it, besides documents.')
  readonly events!: Edges<Event>;

  @Inverse(() => Agreement, 'concludedAt', 'Documents concluded on its occasion.')
  readonly agreements!: Edges<Agreement>;
}
