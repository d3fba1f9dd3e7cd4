import { distinct } from './distinct.js';
import type { RelationshipDeclaration } from '../declare.js';
import type { Leaf } from '../leaf.js';
import { type Argument, type Registry } from './registry.js';

/** The filter of each family of leaves; enumerations have their own. */
export const FAMILY_FILTERS = {
  id: 'IdFilter',
  text: 'TextFilter',
  integer: 'IntFilter',
  boolean: 'BooleanFilter',
  date: 'DateFilter',
  interval: 'IntervalFilter',
  quantity: 'QuantityFilter',
  none: 'PresenceFilter',
} as const;

/** The filter of a property of a leaf. */
export function filterTypeOf({ family, type }: Leaf): string {
  return family === 'enumeration' ? `${type}Filter` : FAMILY_FILTERS[family];
}

/** The fields `and`, `or` and `not` of a filter. */
export function connectives(filter: string): readonly Argument[] {
  return [
    { name: 'and', type: `[${filter}!]`, description: 'All of these hold; [] always does.' },
    { name: 'or', type: `[${filter}!]`, description: 'One of these holds; [] never does.' },
    { name: 'not', type: filter, description: 'This does not hold.' },
  ];
}

/** Whether there is a value. */
export const IS_NULL: Argument = {
  name: 'isNull',
  type: 'Boolean',
  description: 'true: no value is known. false: one is.',
};
/** How sure a comparison must be. */
export const CERTAINTY: Argument = {
  name: 'certainty',
  type: 'Certainty',
  description: 'How sure it must be, where the value is inexact.',
  defaultValue: 'POSSIBLE',
};

/** The operators of an order. */
export function comparisons(type: string, what: string): readonly Argument[] {
  return [
    { name: 'gt', type, description: `${what} this one.`.replace('%', 'after, or larger than,') },
    { name: 'gte', type, description: `${what} this one, or equal.`.replace('%', 'after, or larger than,') },
    { name: 'lt', type, description: `${what} this one.`.replace('%', 'before, or smaller than,') },
    { name: 'lte', type, description: `${what} this one, or equal.`.replace('%', 'before, or smaller than,') },
  ];
}

/** The operators of equality. */
export function equalities(type: string): readonly Argument[] {
  return [
    { name: 'eq', type, description: 'It is this one.' },
    { name: 'in', type: `[${type}!]`, description: 'It is one of these; [] matches nothing.' },
  ];
}

/** Defines the filters of values and facts. */
export function defineFilters(
  registry: Registry,
  relationships: readonly RelationshipDeclaration[],
  enumerations: readonly string[],
) {
  const about = 'All operators that are given must hold; one that is left out constrains nothing.';
  registry.input('IdFilter', `A condition on an id. ${about}`, equalities('ID'));
  registry.input('TextFilter', `A condition on a text, compared without case, marks, tones and spacing. ${about}`, [
    ...equalities('String'),
    { name: 'contains', type: 'String', description: 'It contains this.' },
    { name: 'startsWith', type: 'String', description: 'It begins with this.' },
    ...comparisons('String', 'In Vietnamese order it comes %'),
    IS_NULL,
  ]);
  registry.input('IntFilter', `A condition on a whole number. ${about}`, [
    ...equalities('Int'),
    ...comparisons('Int', 'It is %'),
    IS_NULL,
  ]);
  registry.input('BooleanFilter', `A condition on yes or no. ${about}`, [
    { name: 'eq', type: 'Boolean', description: 'It is this.' },
    IS_NULL,
  ]);
  registry.input('DateRange', 'A span of days; an end that is left out is open.', [
    { name: 'from', type: 'Date', description: 'The first day.' },
    { name: 'to', type: 'Date', description: 'The last day.' },
  ]);
  registry.input('DateFilter', `A condition on a date that may be inexact. ${about}`, [
    { name: 'on', type: 'Date', description: 'It is this day.' },
    { name: 'before', type: 'Date', description: 'It is before this day.' },
    { name: 'after', type: 'Date', description: 'It is after this day.' },
    { name: 'within', type: 'DateRange', description: 'It lies within this span.' },
    { name: 'year', type: 'Int', description: 'It lies within this year.' },
    IS_NULL,
    CERTAINTY,
  ]);
  registry.input(
    'IntervalFilter',
    `A condition on a span of time; an end that is open or not stated may be any day. ${about}`,
    [
      { name: 'includes', type: 'Date', description: 'It includes this day.' },
      { name: 'overlaps', type: 'DateRange', description: 'It has a day in common with this span.' },
      IS_NULL,
      CERTAINTY,
    ],
  );
  registry.input('QuantityFilter', `A condition on a stated quantity, which a comparator may make inexact. ${about}`, [
    { name: 'unit', type: 'String', description: 'Its unit is this one.' },
    { name: 'eq', type: 'Decimal', description: 'It is this number.' },
    ...comparisons('Decimal', 'It is %'),
    IS_NULL,
    CERTAINTY,
  ]);
  registry.input('PresenceFilter', 'A condition on whether a value is known.', [IS_NULL]);
  for (const name of enumerations) {
    registry.input(`${name}Filter`, `A condition on the value. ${about}`, [...equalities(name), IS_NULL]);
  }
  registry.input(
    'EntityRef',
    'An entity, by exactly one of its id and its name.',
    [
      { name: 'id', type: 'ID', description: 'Its id.' },
      {
        name: 'name',
        type: 'String',
        description: 'Any of its names and variants, in any language, with or without marks.',
      },
    ],
    { oneOf: true },
  );
  const factFilters: readonly Argument[] = [
    {
      name: 'validAt',
      type: 'Date',
      description: 'It may have held on this day: nothing that is stated rules it out.',
    },
    { name: 'isCurrent', type: 'Boolean', description: 'It may hold on the day of the release.' },
    { name: 'modality', type: 'ModalityFilter', description: 'In what way it is stated.' },
    { name: 'rank', type: 'RankFilter', description: 'How editors rank it.' },
    { name: 'origin', type: 'OriginFilter', description: 'Where it comes from.' },
    { name: 'citedIn', type: 'IdFilter', description: 'A source that it cites, by id.' },
    { name: 'minSources', type: 'Int', description: 'It cites at least so many different sources.' },
  ];
  registry.input('FactFilter', `A condition on a fact. ${about}`, [
    ...factFilters,
    { name: 'type', type: 'RelationTypeFilter', description: 'Of what type it is.' },
    ...distinct(relationships.flatMap(({ properties }) => properties)).map((property) => ({
      name: property.name,
      type: filterTypeOf(property.leaf),
      description: property.description,
    })),
    ...connectives('FactFilter'),
  ]);
  registry.input('ClaimFilter', `A condition on a claim. ${about}`, [
    { name: 'subject', type: 'IdFilter', description: 'The entity that it is about, by id.' },
    { name: 'property', type: 'IdFilter', description: 'The property, such as `concludedOn`.' },
    { name: 'value', type: 'TextFilter', description: 'The value as text.' },
    {
      name: 'absence',
      type: 'AbsenceFilter',
      description: 'What is stated in place of a value; `isNull: true` for claims that give one.',
    },
    { name: 'isBest', type: 'Boolean', description: 'It is the one that counts of its property.' },
    ...factFilters,
    ...connectives('ClaimFilter'),
  ]);
}
