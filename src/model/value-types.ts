import { dateReadingOf, dateText, type Language, type PartialDate } from './partial-date.js';
import { quantityBounds, quantityText, type Quantity } from './quantity.js';

/**
 * Value types: the objects that a literal property is answered as. A value type has no id and no edges; each of its
 * fields is computed from the one stored value, so that stores know nothing of them.
 */
export interface ValueType {
  readonly name: string;
  readonly description: string;
  readonly fields: Readonly<Record<string, ValueField>>;
}

export interface ValueField {
  /** The type, as SDL writes it. */
  readonly type: string;
  readonly description: string;
  /** It takes `lang`, with this default. */
  readonly lang?: Language;
  readonly value: (stored: never, args: { readonly lang: Language }) => unknown;
}

/** What every argument `lang` means. */
export const LANG = 'The language to answer in.';

/** Every value type of the schema. */
export const valueTypes: readonly ValueType[] = [
  {
    name: 'PartialDate',
    description: 'A date as exact as the source made it.',
    fields: {
      edtf: {
        type: 'String!',
        description:
          'In EDTF (ISO 8601-2) level 0 or 1: `1991`, `1991-10`, `1991-10-23`, `199X`, `1991~`; `2012-40` is the first half of 2012, `[2018,2019]` one of the two.',
        value: (date: PartialDate) => date.edtf,
      },
      text: {
        type: 'String!',
        description: 'In words: `tháng 10/1991`, `October 1991`.',
        lang: 'vi',
        value: (date: PartialDate, { lang }) => dateText(date.edtf, lang),
      },
      precision: {
        type: 'DatePrecision!',
        description: 'How exact it is.',
        value: (date: PartialDate) => dateReadingOf(date.edtf).precision,
      },
      earliest: {
        type: 'Date!',
        description: 'The earliest day that it can mean.',
        value: (date: PartialDate) => dateReadingOf(date.edtf).earliest,
      },
      latest: {
        type: 'Date!',
        description: 'The latest day that it can mean.',
        value: (date: PartialDate) => dateReadingOf(date.edtf).latest,
      },
      inferred: {
        type: 'Boolean!',
        description: 'The source leaves a part of it out, and an editor supplied that part; `reason` says why.',
        value: (date: PartialDate) => date.inferred !== undefined,
      },
      reason: {
        type: 'String',
        description: 'Why an editor supplied a part of it; null where nothing was supplied.',
        value: (date: PartialDate) => date.inferred,
      },
    },
  },
  {
    name: 'Interval',
    description: 'A span of time. An end that is null is open or not stated.',
    fields: {
      from: {
        type: 'PartialDate',
        description: 'When it begins.',
        value: (stored: { from?: PartialDate }) => stored.from,
      },
      to: { type: 'PartialDate', description: 'When it ends.', value: (stored: { to?: PartialDate }) => stored.to },
    },
  },
  {
    name: 'Quantity',
    description: 'A quantity as it is stated, with its comparator: “over 10.57 billion USD”.',
    fields: {
      amount: {
        type: 'Decimal!',
        description: 'The stated number, exact.',
        value: (stored: Quantity) => stored.amount,
      },
      unit: {
        type: 'String!',
        description: 'A currency (ISO 4217), `%`, or what is counted.',
        value: (stored: Quantity) => stored.unit,
      },
      comparator: {
        type: 'Comparator!',
        description: 'How the stated number stands to the real one.',
        value: (stored: Quantity) => stored.comparator,
      },
      lower: {
        type: 'Decimal',
        description: 'The least that the real one can be; null where the statement sets no lower bound.',
        value: (stored: Quantity) => quantityBounds(stored).lower,
      },
      upper: {
        type: 'Decimal',
        description: 'The most that the real one can be; null where the statement sets no upper bound.',
        value: (stored: Quantity) => quantityBounds(stored).upper,
      },
      text: {
        type: 'String!',
        description: 'In words: `trên 10,57 tỷ USD`, `over 10.57 billion USD`.',
        lang: 'vi',
        value: (stored: Quantity, { lang }) => quantityText(stored, lang),
      },
    },
  },
  {
    name: 'Point',
    description: 'A place on the earth (WGS 84).',
    fields: {
      latitude: {
        type: 'Float!',
        description: 'Degrees north of the equator.',
        value: (stored: { latitude: number }) => stored.latitude,
      },
      longitude: {
        type: 'Float!',
        description: 'Degrees east of Greenwich.',
        value: (stored: { longitude: number }) => stored.longitude,
      },
    },
  },
  {
    name: 'Name',
    description: 'One name of an entity.',
    fields: {
      text: { type: 'String!', description: 'The name.', value: (stored: { text: string }) => stored.text },
      language: {
        type: 'Language',
        description: 'Its language; null for a name that belongs to none, such as an abbreviation.',
        value: (stored: { language?: Language }) => stored.language,
      },
      preferred: {
        type: 'Boolean!',
        description: 'It is the name to show in its language; the others are variants that find the entity.',
        value: (stored: { preferred: boolean }) => stored.preferred,
      },
    },
  },
  {
    name: 'ExternalId',
    description: 'An id that the entity has elsewhere.',
    fields: {
      scheme: {
        type: 'String!',
        description: 'Whose id it is: `wikidata`, `iso3166-1`, `iso3166-2`, …',
        value: (stored: { scheme: string }) => stored.scheme,
      },
      value: { type: 'String!', description: 'The id.', value: (stored: { value: string }) => stored.value },
    },
  },
  {
    name: 'Count',
    description: 'How many there are of something.',
    fields: {
      key: { type: 'String!', description: 'Of what.', value: (stored: { key: string }) => stored.key },
      count: { type: 'Int!', description: 'How many.', value: (stored: { count: number }) => stored.count },
    },
  },
  {
    name: 'Example',
    description: 'A question that the graph answers, to begin with.',
    fields: {
      id: { type: 'ID!', description: 'Its id within the graph.', value: (stored: { id: string }) => stored.id },
      theme: { type: 'String!', description: 'What it shows.', value: (stored: { theme: string }) => stored.theme },
      title: {
        type: 'String!',
        description: 'The question in words.',
        lang: 'vi',
        value: (stored: { titles: Partial<Record<Language, string>> }, { lang }) =>
          stored.titles[lang] ?? Object.values(stored.titles)[0] ?? '',
      },
      query: {
        type: 'String!',
        description: 'The question in GraphQL.',
        value: (stored: { query: string }) => stored.query,
      },
      variables: {
        type: 'String',
        description: 'Its variables as JSON; null where it has none.',
        value: (stored: { variables?: string }) => stored.variables,
      },
    },
  },
];
