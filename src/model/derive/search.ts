import type { Language } from '../partial-date.js';
import { type Likeness, MOST_COVERAGE, partsOfPoints } from '../search.js';
import type { ValueType } from '../value-types.js';
import { defineValueType } from './enumerations.js';
import { CURSOR, defineConnection } from './pages.js';
import { addFields, type PlannedField, type Registry } from './registry.js';

const ofThousand = (points: number): number => points / 1000;

const SCORE: PlannedField = {
  name: 'score',
  type: 'Float!',
  description:
    'How well the name matches, up to 1: 1 as written; 0.9 equal but for case, marks, spaces and hyphens; from 0.75 it begins with the words of the text, from 0.7 with its letters; from 0.55 it has each word, from 0.5 each as the beginning of one; from 0.3 with one wrong letter in words of five letters or more. Less than 0.05 comes on top for the part of the name that the text covers. In `match`, 0.1 comes on top for what has to do with the country that is named.',
  plan: { read: 'property', property: 'score', compute: ofThousand as never },
};

const MATCHED_ON: PlannedField = {
  name: 'matchedOn',
  type: 'String!',
  description: 'The name that matched best: any of the entity’s names and variants, in any language.',
  plan: { read: 'property', property: 'matchedOn' },
};

/** One part of a score, and why it is so high. */
interface Feature {
  readonly name: 'likeness' | 'coverage' | 'country';
  readonly points: number;
  readonly reason: Readonly<Partial<Record<Language, string>> & Record<'vi' | 'en', string>>;
}

const REASONS: Readonly<Record<Likeness, Feature['reason']>> = {
  written: {
    vi: 'Tên viết đúng như vậy.',
    en: 'The name is written so.',
  },
  equal: {
    vi: 'Tên trùng, không kể chữ hoa, dấu, khoảng trắng và gạch nối.',
    en: 'The name is equal but for case, marks, spaces and hyphens.',
  },
  startsWithWords: {
    vi: 'Tên bắt đầu bằng các từ này.',
    en: 'The name begins with these words.',
  },
  startsWith: {
    vi: 'Tên bắt đầu bằng các chữ này.',
    en: 'The name begins with these letters.',
  },
  hasWords: {
    vi: 'Tên có đủ các từ này.',
    en: 'The name has each of these words.',
  },
  hasBeginnings: {
    vi: 'Tên có đủ các từ này, có từ chỉ là phần đầu.',
    en: 'The name has each of these words, some as the beginning of a longer one.',
  },
  hasWordsNearly: {
    vi: 'Tên có đủ các từ này, có từ sai một chữ cái.',
    en: 'The name has each of these words, some with one wrong letter.',
  },
};

/** The parts of a score, of which the points of the name and those of the country are given in thousandths. */
export function featuresOf([points, country]: readonly [points: number, country: number]): readonly Feature[] {
  const { likeness, coverage } = partsOfPoints(points);
  const features: Feature[] = [{ name: 'likeness', points: points - coverage, reason: REASONS[likeness] }];
  if (likeness !== 'written' && likeness !== 'equal') {
    const part = Math.min(100, Math.round(((coverage + 0.5) * 100) / MOST_COVERAGE));
    const reason = {
      vi: `Các chữ này chiếm khoảng ${part}% độ dài của tên.`,
      en: `The text is about ${part} % of the name’s length.`,
    };
    features.push({ name: 'coverage', points: coverage, reason });
  }
  if (country > 0) features.push({ name: 'country', points: country, reason: OF_COUNTRY });
  return features;
}

const OF_COUNTRY: Feature['reason'] = {
  vi: 'Đó là nước được nêu, hoặc có quan hệ với nước ấy.',
  en: 'It is the country that is named, or has a relation with it.',
};

const matchFeature: ValueType = {
  name: 'MatchFeature',
  description: 'One part of a score. The parts of a score add up to it.',
  fields: {
    name: {
      type: 'String!',
      description:
        '`likeness`: in what way the name matches; `coverage`: how much of the name the text covers, where it is not all of it; `country`: it has to do with the country that is named.',
      value: ({ name }: Feature) => name,
    },
    score: {
      type: 'Float!',
      description: 'What it adds to the score.',
      value: ({ points }: Feature) => ofThousand(points),
    },
    reason: {
      type: 'String!',
      description: 'Why, in words.',
      lang: 'en',
      value: ({ reason }: Feature, { lang }) => reason[lang] ?? reason.en,
    },
  },
};

/** Defines what `search`, `suggest` and `match` take and answer. */
export function defineSearch(registry: Registry) {
  addFields(registry, registry.object('SearchEdge', 'An entity that a search found.'), [
    CURSOR,
    { name: 'node', type: 'Entity!', description: 'The entity.', plan: { edge: 'node' } },
    SCORE,
    MATCHED_ON,
  ]);
  const kinds: PlannedField = {
    name: 'kinds',
    type: '[Count!]!',
    description: 'How many were found of each kind (`EntityKind`), whatever the page; the most first.',
    plan: { connection: 'kinds' },
  };
  const description = 'A page of what a search found, the best first.';
  defineConnection(registry, 'SearchConnection', 'SearchEdge', 'Entity', description, [kinds]);
  addFields(registry, registry.object('Suggestion', 'An entity to offer while somebody types.'), [
    { name: 'entity', type: 'Entity!', description: 'The entity.', plan: { edge: 'node' } },
    {
      name: 'text',
      type: 'String!',
      description: 'The name that matches what was typed.',
      plan: { read: 'property', property: 'matchedOn' },
    },
    {
      name: 'kind',
      type: 'EntityKind!',
      description: 'Of what kind the entity is.',
      plan: { read: 'property', property: 'kind' },
    },
  ]);
  defineMatch(registry);
}

function defineMatch(registry: Registry) {
  registry.input('MatchInput', 'A name for which an entity is looked for.', [
    { name: 'name', type: 'String!', description: 'The name, 200 characters at most.' },
    { name: 'kinds', type: '[EntityKind!]', description: 'Of which kinds the entity may be; any if not said.' },
    {
      name: 'country',
      type: 'EntityRef',
      description:
        'The country that it has to do with, or another entity: a hint, which puts first what is that entity or has a relation with it, and shuts out nothing.',
    },
  ]);
  defineValueType(registry, matchFeature);
  addFields(registry, registry.object('MatchCandidate', 'An entity that a name may mean.'), [
    { name: 'entity', type: 'Entity!', description: 'The entity.', plan: { edge: 'node' } },
    SCORE,
    {
      name: 'isMatch',
      type: 'Boolean!',
      description:
        'It can be taken unseen: one of its names equals the one looked for, if only folded, and no other entity has one that does. Where a country is named, it has to do with it, and no other such entity does.',
      plan: { read: 'property', property: 'isMatch' },
    },
    MATCHED_ON,
    {
      name: 'features',
      type: '[MatchFeature!]!',
      description: 'What the score is made of.',
      plan: { read: 'property', property: 'parts', compute: featuresOf as never },
    },
  ]);
  addFields(registry, registry.object('MatchResult', 'What one name may mean.'), [
    { name: 'query', type: 'String!', description: 'The name that was looked for.', plan: { result: 'query' } },
    {
      name: 'candidates',
      type: '[MatchCandidate!]!',
      description: 'The entities that it may mean, the best first; none where no name is like it.',
      plan: { result: 'candidates' },
    },
  ]);
}
