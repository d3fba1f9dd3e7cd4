import { Inverse, Kind, Relation, relationship, type Edges } from '../model/declare.js';
import { Agreement } from './agreement.js';
import { Mechanism } from './mechanism.js';
import { Meeting } from './meeting.js';

/** One field is wider than the other (SKOS). */
export const Broader = relationship(
  'BROADER',
  'Is a part of the wider field (skos:broader).',
  {},
  {
    phrases: {
      vi: ['là một phần của lĩnh vực', 'bao gồm lĩnh vực'],
      en: ['is a part of the field', 'includes the field'],
    },
  },
);

@Kind('A field of cooperation, in a hierarchy of broader and narrower ones (SKOS).')
export class Topic {
  @Relation(() => Topic, Broader, 'out', 'The wider field of which it is a part.')
  readonly broader!: Edges<Topic>;

  @Inverse(() => Topic, 'broader', 'The narrower fields within it.')
  readonly narrower!: Edges<Topic>;

  @Inverse(() => Agreement, 'topics', 'Agreements about it.')
  readonly agreements!: Edges<Agreement>;

  @Inverse(() => Meeting, 'topics', 'Meetings about it.')
  readonly meetings!: Edges<Meeting>;

  @Inverse(() => Mechanism, 'topics', 'Mechanisms about it.')
  readonly mechanisms!: Edges<Mechanism>;
}
