import { ModelError } from '../../errors.js';
import type { KindDeclaration } from '../declare.js';
import { addFields, type Registry } from './registry.js';

/** What a series is made of: the kind of figures, with the properties and the relation that make one comparable. */
const PROPERTIES = { indicator: 'text', quantity: 'quantity', period: 'date', modality: 'enumeration' } as const;

/**
 * The kind whose entities are figures; `undefined` where there is none.
 *
 * @throws ModelError where it lacks a property that a series needs.
 */
export function figureKind(kinds: readonly KindDeclaration[]): KindDeclaration | undefined {
  const figure = kinds.find(({ name }) => name === 'Figure');
  for (const [needed, family] of Object.entries(figure ? PROPERTIES : {})) {
    if (!figure!.properties.some(({ name, leaf }) => name === needed && leaf.family === family))
      throw new ModelError(`Figure has no property ${needed}: its figures could not be put in a series.`);
  }
  if (figure && !figure.relations.some(({ name }) => name === 'about'))
    throw new ModelError('Figure has no relation about: nobody could tell what a series is about.');
  return figure;
}

/** Defines `FigureSeries` and `SeriesPoint`, where there are figures. */
export function defineSeries(registry: Registry, kinds: readonly KindDeclaration[]): void {
  if (!figureKind(kinds)) return;
  addFields(registry, registry.object('SeriesPoint', 'What is stated of an indicator for one period in one way.'), [
    {
      name: 'period',
      type: 'PartialDate!',
      description: 'The period for which it is stated.',
      plan: { point: 'period' },
    },
    {
      name: 'modality',
      type: 'Modality!',
      description: 'In what way it is stated: a target is a point of its own beside what was reported.',
      plan: { point: 'modality' },
    },
    {
      name: 'best',
      type: 'Figure!',
      description: 'The figure to take: the more exact one, else that of more sources, else by id.',
      plan: { point: 'best' },
    },
    {
      name: 'alternatives',
      type: '[Figure!]!',
      description: 'The other figures for the same period and modality, in that order.',
      plan: { point: 'alternatives' },
    },
    {
      name: 'change',
      type: 'Float',
      description:
        'Computed, not stated: the change on the point before, in per cent of it, rounded to two decimals. Null for the first point, for planned ones and targets, and for shares and ranks, which no percentage suits.',
      plan: { point: 'change' },
    },
    {
      name: 'changeOn',
      type: 'PartialDate',
      description: 'The period of the point before, on which `change` is computed; it need not be the period before.',
      plan: { point: 'changeOn' },
    },
  ]);
  addFields(registry, registry.object('FigureSeries', 'What is stated of one indicator over time.'), [
    {
      name: 'indicator',
      type: 'String!',
      description: 'What is measured, as asked for.',
      plan: { series: 'indicator' },
    },
    {
      name: 'unit',
      type: 'String',
      description: 'The unit of all its figures; null where there are none.',
      plan: { series: 'unit' },
    },
    {
      name: 'points',
      type: '[SeriesPoint!]!',
      description: 'Its points in the order of their periods; empty where nothing is stated.',
      plan: { series: 'points' },
    },
    {
      name: 'undated',
      type: '[Figure!]!',
      description: 'Figures of the indicator for which no period is stated, by id.',
      plan: { series: 'undated' },
    },
  ]);
}
