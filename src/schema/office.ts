import { Inverse, Kind, Relation, relationship, type Edges } from '../model/declare.js';
import { Country } from './country.js';
import { Leader } from './leader.js';
import { Organization } from './organization.js';
import { Party } from './party.js';

/** An office belongs to a body: a state, a party or an organization. */
export const OfficeOf = relationship(
  'OFFICE_OF',
  'Is an office of the body.',
  {},
  { phrases: { vi: ['là một chức vụ của', 'có chức vụ'], en: ['is an office of', 'has the office of'] } },
);

@Kind('An office that persons hold for a time, such as Prime Minister of Cambodia.')
export class Office {
  @Inverse(() => Leader, 'offices', 'Persons attested as holders, each with the time.')
  readonly holders!: Edges<Leader>;

  @Relation(
    () => [Country, Party, Organization],
    OfficeOf,
    'out',
    'The state, party or organization whose office it is.',
  )
  readonly body!: Edges<Country | Party | Organization>;
}
