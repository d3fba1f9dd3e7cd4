import { Kind, Property, Relation, relationship, type Edges } from '../model/declare.js';
import { partialDate, quantity, text, modality } from '../model/leaf.js';
import type { PartialDate } from '../model/partial-date.js';
import type { Quantity } from '../model/quantity.js';
import { Agreement } from './agreement.js';
import { Country } from './country.js';
import { Mechanism } from './mechanism.js';
import { Organization } from './organization.js';
import { Party } from './party.js';

/** What a figure is about. */
export const About = relationship(
  'ABOUT',
  'Is stated about the entity.',
  {
    role: [
      text,
      'On which side of the figure the entity stands, such as “investor” or “host”.',
      { vi: 'vai trò', en: 'role' },
    ],
  },
  { phrases: { vi: ['là số liệu về', 'có số liệu là'], en: ['is a figure about', 'is the subject of the figure'] } },
);

/** Two figures are the parts of one whole. */
export const Complements = relationship(
  'COMPLEMENTS',
  'Is the share of one whole that the other figure leaves of it, such as what is left and what is done.',
  {},
  {
    phrases: { vi: ['là phần còn lại của', 'là phần còn lại của'], en: ['is the rest to', 'is the rest to'] },
    involves: false,
    complements: 'quantity',
  },
);

@Kind('One stated quantity: an indicator, a value with its unit and comparator, and the period for which it is stated.')
export class Figure {
  @Property(text, 'What is measured, as a stable name that figures of one series share: “two-way trade”.', {
    label: { vi: 'chỉ tiêu', en: 'indicator' },
    required: true,
  })
  readonly indicator!: string;

  @Property(quantity, 'The value, as stated.', { label: { vi: 'giá trị', en: 'value' } })
  readonly quantity?: Quantity | null;

  @Property(partialDate, 'The period or day for which it is stated.', {
    label: { vi: 'thời kỳ', en: 'period' },
    timeline: {},
  })
  readonly period?: PartialDate | null;

  @Property(modality, 'Whether it is reported, estimated, planned or a target.', {
    label: { vi: 'được nêu là', en: 'stated as' },
  })
  readonly modality?: string | null;

  @Relation(() => [Country, Mechanism, Agreement, Organization, Party], About, 'out', 'What it is stated about.')
  readonly about!: Edges<Country | Mechanism | Agreement | Organization | Party>;

  @Relation(() => Figure, Complements, 'both', 'Figures that are the rest of the same whole.')
  readonly complements!: Edges<Figure>;
}
