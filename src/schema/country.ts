import { Inverse, Kind, Property, type Edges } from '../model/declare.js';
import { interval, point } from '../model/leaf.js';
import type { Interval } from '../model/interval.js';
import type { Point } from '../model/point.js';
import { Agreement } from './agreement.js';
import { Event } from './event.js';
import { Figure } from './figure.js';
import { Mechanism } from './mechanism.js';
import { Office } from './office.js';
import { Organization } from './organization.js';
import { Party } from './party.js';
import { Province } from './province.js';
import { Visit } from './visit.js';

@Kind('A state, also a historical one.', 'countries')
export class Country {
  @Property(interval, 'When the state existed under this name, as far as it is stated.', {
    label: { vi: 'thời gian tồn tại', en: 'time of existence' },
    timeline: {},
  })
  readonly exists?: Interval | null;

  @Property(point, 'A point inside the country at which to label it on a map (WGS 84).', {
    label: { vi: 'vị trí', en: 'location' },
  })
  readonly location?: Point | null;

  @Inverse(() => Province, 'country', 'Its provinces and municipalities.')
  readonly provinces!: Edges<Province>;

  @Inverse(() => Organization, 'country', 'Its ministries, assemblies, administrations and other bodies.')
  readonly organizations!: Edges<Organization>;

  @Inverse(() => Party, 'country', 'Its political parties.')
  readonly parties!: Edges<Party>;

  @Inverse(() => Office, 'body', 'Offices of the state itself.')
  readonly offices!: Edges<Office>;

  @Inverse(() => Agreement, 'parties', 'Agreements to which it is a party.')
  readonly agreements!: Edges<Agreement>;

  @Inverse(() => Mechanism, 'members', 'Commissions, conference series and frameworks of which it is a member.')
  readonly mechanisms!: Edges<Mechanism>;

  @Inverse(() => Visit, 'destination', 'Visits paid to it.')
  readonly visits!: Edges<Visit>;

  @Inverse(() => Event, 'involved', 'Events in which it had a part.')
  readonly events!: Edges<Event>;

  @Inverse(() => Figure, 'about', 'Figures stated about it.')
  readonly figures!: Edges<Figure>;
}
