import { Kind, Property, Relation, relationship, type Edges } from '../../src/model/declare.js';
import { enumeration, partialDate, text } from '../../src/model/leaf.js';
import type { PartialDate } from '../../src/model/partial-date.js';
import { Province } from '../../src/schema/province.js';

/** For whom a crossing is open. */
export const crossingLevel = enumeration('CrossingLevel', 'For whom a border crossing is open.', {
  INTERNATIONAL: 'For everybody.',
  NATIONAL: 'For citizens of the two countries.',
  LOCAL: 'For those who live near it.',
});

/** A crossing is a way into a province. */
export const LeadsTo = relationship('LEADS_TO', 'Is a way into the province.', {
  gate: [text, 'The name of the gate on this side.'],
});

@Kind('A place at which the land border may be crossed.')
export class Crossing {
  @Property(crossingLevel, 'For whom it is open.')
  readonly level?: string | null;

  @Property(partialDate, 'When it was opened.')
  readonly openedOn?: PartialDate | null;

  @Relation(() => Province, LeadsTo, 'out', 'The provinces on its sides; the edge has the gate.')
  readonly provinces!: Edges<Province>;
}
