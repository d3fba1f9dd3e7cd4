import type { KindDeclaration, PropertyDeclaration, RelationDeclaration } from '../model/declare.js';
import type { Leaf } from '../model/leaf.js';
import { ABSENCES } from './check-absence.js';
import { LANGUAGES } from './check-entity.js';
import { MODALITIES, RANKS } from './check-statement.js';

/** A JSON Schema, or a part of one. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * The JSON Schema (draft 7, which editors understand best) of every seed file that lists entities. The kind of an entity
 * shows in its id, so that one schema serves the files of all kinds and the reference files.
 */
export function seedSchema(kinds: readonly KindDeclaration[]): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'A file of an Entente seed',
    description: 'A list of entities with their cited claims and facts. Written by: entente schema --write',
    type: ['array', 'null'],
    items: {
      type: 'object',
      required: ['id'],
      properties: { id: { type: 'string', pattern: `^(${kinds.map(({ singular }) => singular).join('|')})/${SLUG}$` } },
      allOf: kinds.map(({ name, singular }) => ({
        if: { properties: { id: { pattern: `^${singular}/` } } },
        then: { $ref: `#/definitions/${name}` },
      })),
    },
    definitions: {
      ...Object.fromEntries(kinds.map((kind) => [kind.name, entitySchema(kind)])),
      ...Object.fromEntries(LEAVES),
      citations: oneOrMore(CITATION),
      absence: ABSENCE,
    },
  };
}

const SLUG = '[a-z0-9]+(-[a-z0-9]+)*';

const CITATION: JsonSchema = {
  type: 'string',
  pattern: '^[a-z0-9]+(-[a-z0-9]+)*#\\S(.*\\S)?$',
  description:
    'A source and a paragraph of it, such as briefing-2009#8 or briefing-2009#8[12:40]; of a data set, the key of a record.',
};

const EDTF = '[0-9X]{4}(-[0-9X]{2}){0,2}[~?%]?';

const DATE: JsonSchema = {
  anyOf: [
    { type: 'integer', minimum: 1000, maximum: 9999 },
    { type: 'string', pattern: `^(${EDTF}|\\[${EDTF}(,${EDTF})+\\])$` },
  ],
};

/** What a leaf of each family accepts; an enumeration has its own values. */
const LEAVES: readonly (readonly [string, JsonSchema])[] = [
  ['text', { type: 'string', minLength: 1 }],
  ['id', { type: 'string', pattern: `^[a-zA-Z]+/${SLUG}$` }],
  ['integer', { type: 'integer' }],
  ['boolean', { type: 'boolean' }],
  ['date', { ...DATE, description: 'A date in EDTF: 1991, 1991-10, 1991-10-23, 199X, 1991~, 1991?, [2018,2019]' }],
  [
    'interval',
    closed({ from: { $ref: '#/definitions/date' }, to: { $ref: '#/definitions/date' } }, [], { minProperties: 1 }),
  ],
  [
    'quantity',
    closed(
      {
        amount: { type: ['number', 'string'] },
        unit: { type: 'string', minLength: 1, description: 'A currency (ISO 4217), %, or the thing counted.' },
        comparator: { enum: ['exactly', 'over', 'at least', 'under', 'at most', 'about', 'nearly'] },
      },
      ['amount', 'unit'],
    ),
  ],
  [
    'Point',
    closed(
      {
        latitude: { type: 'number', minimum: -90, maximum: 90 },
        longitude: { type: 'number', minimum: -180, maximum: 180 },
      },
      ['latitude', 'longitude'],
    ),
  ],
  [
    'Geometry',
    closed({ type: { enum: ['Polygon', 'MultiPolygon'] }, coordinates: { type: 'array' } }, ['type', 'coordinates']),
  ],
];

function entitySchema({ description, singular, properties, relations }: KindDeclaration): JsonSchema {
  const byLanguage = (value: JsonSchema) => closed(Object.fromEntries(LANGUAGES.map((language) => [language, value])));
  return closed(
    {
      id: {
        type: 'string',
        pattern: `^${singular}/${SLUG}$`,
        description: `The id: ${singular}/ and a slug of a-z, 0-9 and hyphens.`,
      },
      name: { ...byLanguage(TEXT), description: 'The preferred name in each language; vi and en at least.' },
      variants: {
        ...byLanguage(oneOrMore(TEXT)),
        description: 'Other names that find it: printed variants, abbreviations.',
      },
      description: { ...byLanguage(TEXT), description: 'One line in our own words.' },
      cite: { $ref: '#/definitions/citations', description: 'Where a source names it.' },
      externalIds: {
        type: 'object',
        additionalProperties: oneOrMore({ type: ['string', 'number'] }),
        description: 'Its ids elsewhere, by scheme.',
      },
      externalIdsCite: { $ref: '#/definitions/citations' },
      ...Object.fromEntries(properties.map((property) => [property.name, claimSchema(property)])),
      ...Object.fromEntries(
        relations.filter(({ inverse }) => !inverse).map((relation) => [relation.name, factSchema(relation)]),
      ),
    },
    ['id'],
    { description },
  );
}

function claimSchema({ leaf, description, required }: PropertyDeclaration): JsonSchema {
  const value = closed({ value: leafSchema(leaf), ...STATEMENT }, ['value', 'cite']);
  return { ...oneOrMore(value, ...(required ? [] : [ABSENT])), description };
}

function factSchema({ targets, relationship, description }: RelationDeclaration): JsonSchema {
  const to = { type: 'string', pattern: `^(${targets.map(({ singular }) => singular).join('|')})/${SLUG}$` };
  const own = relationship.properties.map(({ name, leaf, description: meaning }) => [
    name,
    { ...leafSchema(leaf), description: meaning },
  ]);
  const fact = closed({ to, ...STATEMENT, ...Object.fromEntries(own) }, ['to', 'cite']);
  return { ...oneOrMore(fact, ABSENT), description };
}

const TEXT: JsonSchema = { $ref: '#/definitions/text' };

const STATEMENT: JsonSchema = {
  cite: { $ref: '#/definitions/citations' },
  as: {
    ...oneOrMore(TEXT),
    description:
      'The words of the cited paragraph that say it: a term, a figure or a date as printed, never a sentence.',
  },
  validTime: { $ref: '#/definitions/interval' },
  modality: { enum: MODALITIES },
  rank: { enum: RANKS },
  reason: { type: 'string', minLength: 1, description: 'Why it has that rank.' },
  inferred: {
    type: 'string',
    minLength: 1,
    description: 'Why an editor supplied a part of the date that the source leaves out.',
  },
};

/** That there is nothing of which a statement could be made. */
const ABSENT: JsonSchema = { $ref: '#/definitions/absence' };

const ABSENCE: JsonSchema = closed(
  {
    absence: {
      enum: ABSENCES,
      description: 'What the source states in place of a value: that it is not known, or that there is none.',
    },
    ...STATEMENT,
  },
  ['absence', 'cite'],
);

function leafSchema({ family, type, enumeration }: Leaf): JsonSchema {
  if (enumeration) {
    const meanings = Object.entries(enumeration.values).map(([value, meaning]) => `${value}: ${meaning}`);
    return { enum: Object.keys(enumeration.values), description: meanings.join('\n') };
  }
  const known = LEAVES.find(([name]) => name === (family === 'none' ? type : family));
  return known ? { $ref: `#/definitions/${known[0]}` } : {};
}

/** What fits one of some schemas, or a list of such. */
function oneOrMore(...schemas: readonly [JsonSchema, ...JsonSchema[]]): JsonSchema {
  const [schema, ...others] = schemas;
  return {
    anyOf: [...schemas, { type: 'array', minItems: 1, items: others.length === 0 ? schema : { anyOf: schemas } }],
  };
}

function closed(properties: JsonSchema, required: readonly string[] = [], more: JsonSchema = {}): JsonSchema {
  return { type: 'object', properties, ...(required.length > 0 && { required }), additionalProperties: false, ...more };
}
