import { Inverse, Kind, Property, Relation, relationship, type Edges } from '../model/declare.js';
import { partialDate, text } from '../model/leaf.js';
import type { PartialDate } from '../model/partial-date.js';
import { Agreement } from './agreement.js';
import { Event } from './event.js';
import { Meeting } from './meeting.js';
import { Office } from './office.js';
import { Visit } from './visit.js';

/** A person held an office, for an interval that a source attests. */
export const Holds = relationship(
  'HOLDS',
  'Held the office during the valid time, as far as the cited source attests it.',
  {
    role: [text, 'What the source adds to the office, such as “acting”.', { vi: 'vai trò', en: 'role' }],
  },
  {
    phrases: { vi: ['giữ chức', 'có người giữ chức là'], en: ['has held the office of', 'has had as its holder'] },
    timeline: { title: { vi: '{from}, {to}', en: '{from}, {to}' }, beyond: 'OFFICE_OF' },
  },
);

@Kind('A person who holds or held an office.')
export class Leader {
  @Property(partialDate, 'Date of birth.', { label: { vi: 'ngày sinh', en: 'date of birth' } })
  readonly bornOn?: PartialDate | null;

  @Relation(() => Office, Holds, 'out', 'Offices held, each for the time attested.')
  readonly offices!: Edges<Office>;

  @Inverse(() => Visit, 'visitor', 'Visits paid.')
  readonly visits!: Edges<Visit>;

  @Inverse(() => Meeting, 'participants', 'Meetings in which the person took part without being in the chair.')
  readonly meetings!: Edges<Meeting>;

  @Inverse(() => Meeting, 'chairs', 'Meetings that the person chaired, alone or with others.')
  readonly chaired!: Edges<Meeting>;

  @Inverse(() => Agreement, 'witnesses', 'Agreements at whose signing or exchange the person was a witness.')
  readonly witnessed!: Edges<Agreement>;

  @Inverse(() => Agreement, 'signatories', 'Agreements that the person signed.')
  readonly signed!: Edges<Agreement>;

  @Inverse(() => Event, 'involved', 'Events in which the person had a part.')
  readonly events!: Edges<Event>;
}
