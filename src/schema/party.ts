import { Inverse, Kind, Property, Relation, relationship, type Edges } from '../model/declare.js';
import { partialDate } from '../model/leaf.js';
import type { PartialDate } from '../model/partial-date.js';
import { Agreement } from './agreement.js';
import { Country } from './country.js';
import { Event } from './event.js';
import { Mechanism } from './mechanism.js';
import { Meeting } from './meeting.js';
import { Office } from './office.js';
import { Organization } from './organization.js';
import { InCountry } from './relationships.js';

/** One party came out of another, by a split, a merger or a change of name. */
export const SuccessorOf = relationship(
  'SUCCESSOR_OF',
  'Came out of the other party, by a split, a merger or a change of name.',
  {},
  { phrases: { vi: ['hình thành từ', 'là tiền thân của'], en: ['came out of', 'is a predecessor of'] } },
);

@Kind('A political party.', 'parties')
export class Party {
  @Property(partialDate, 'When it was founded.', {
    label: { vi: 'ngày thành lập', en: 'founded on' },
    timeline: { title: { vi: 'Thành lập {entity}', en: 'Founding of {entity}' } },
  })
  readonly foundedOn?: PartialDate | null;

  @Relation(() => Country, InCountry, 'out', 'The country in which it works.')
  readonly country!: Edges<Country>;

  @Inverse(() => Organization, 'partOf', 'Its organs: bureaus, committees, commissions.')
  readonly organs!: Edges<Organization>;

  @Inverse(() => Office, 'body', 'Its offices, and through their holders its leaders.')
  readonly offices!: Edges<Office>;

  @Inverse(
    () => Agreement,
    'parties',
    'Agreements to which the party itself is a party; those of its organs are theirs.',
  )
  readonly agreements!: Edges<Agreement>;

  @Relation(() => Party, SuccessorOf, 'out', 'Parties out of which it came.')
  readonly predecessors!: Edges<Party>;

  @Inverse(() => Party, 'predecessors', 'Parties that came out of it.')
  readonly successors!: Edges<Party>;

  @Inverse(() => Meeting, 'participants', 'Meetings in which it took part.')
  readonly meetings!: Edges<Meeting>;

  @Inverse(() => Mechanism, 'members', 'Mechanisms of which it is a member.')
  readonly mechanisms!: Edges<Mechanism>;

  @Inverse(() => Event, 'involved', 'Events in which it had a part.')
  readonly events!: Edges<Event>;
}
