import { hubsOf } from '../../src/model/hubs.js';
import { conflictsOf } from '../../src/model/conflicts.js';
import type { Absence } from '../../src/model/leaf.js';
import type { Interval } from '../../src/model/interval.js';
import type { Name } from '../../src/model/name.js';
import type { PartialDate } from '../../src/model/partial-date.js';
import type { Comparator, Quantity } from '../../src/model/quantity.js';
import type {
  CitationRecord,
  ClaimRecord,
  ConflictRecord,
  EntityRecord,
  EntryRecord,
  PassageRecord,
  RelationRecord,
  Release,
} from '../../src/model/release.js';
import { timelineOf } from '../../src/model/timeline.js';
import { toyKinds } from './kinds.js';

/** A release held in arrays, so that it can be read as often as one likes. */
export interface ToyRelease extends Release {
  readonly passages: readonly PassageRecord[];
  readonly entities: readonly EntityRecord[];
  readonly relations: readonly RelationRecord[];
  readonly claims: readonly ClaimRecord[];
  readonly entries: readonly EntryRecord[];
  readonly conflicts: readonly ConflictRecord[];
}

export const date = (edtf: string, inferred?: string): PartialDate => ({ edtf, ...(inferred && { inferred }) });

export const span = (from?: string, to?: string): Interval => ({
  ...(from && { from: date(from) }),
  ...(to && { to: date(to) }),
});

export const amount = (value: string, unit: string, comparator: Comparator = 'EXACTLY'): Quantity => ({
  amount: value,
  unit,
  comparator,
});

/** Names in short: `vi:Huế` is preferred in Vietnamese, `~Hue` is a variant in no language. */
export function names(...written: readonly string[]): readonly Name[] {
  return written.map((each) => {
    const [, language, variant, text] = /^(?:(vi|en|km):)?(~)?(.*)$/su.exec(each) as unknown as [
      string,
      Name['language'],
      string?,
      string?,
    ];
    return { text: text!, ...(language && { language }), preferred: variant === undefined };
  });
}

export function passage(source: string, paragraph?: number): PassageRecord {
  const slug = source.replace('source/', '');
  return {
    id: `passage/${slug}/${paragraph ?? 'whole'}`,
    source,
    ...(paragraph !== undefined && { paragraph, digest: String(paragraph).padStart(64, '0') }),
    locator: paragraph === undefined ? 'whole' : `¶${paragraph}`,
    footnote: `${slug}, ${paragraph ?? 'whole'}`,
  };
}

const cite = (...passages: readonly string[]): readonly CitationRecord[] =>
  passages.map((each) => ({ passage: `passage/${each}` }));

export function entity(
  id: string,
  kind: string,
  named: readonly Name[],
  properties: Readonly<Record<string, unknown>> = {},
  more: Partial<EntityRecord> = {},
): EntityRecord {
  return {
    id,
    kind,
    names: named,
    descriptions: {},
    externalIds: [],
    properties,
    citations: cite('gazette/1'),
    ...more,
  };
}

export function relation(
  id: string,
  type: string,
  from: string,
  to: string,
  more: Partial<RelationRecord> = {},
): RelationRecord {
  return {
    id,
    type,
    from,
    to,
    modality: 'REPORTED',
    rank: 'NORMAL',
    origin: 'DOCUMENT',
    citations: cite('gazette/1'),
    properties: {},
    ...more,
  };
}

export function claim(
  id: string,
  subject: string,
  property: string,
  value: unknown,
  more: Partial<ClaimRecord> = {},
): ClaimRecord {
  return {
    id,
    subject,
    property,
    value,
    isBest: true,
    modality: 'REPORTED',
    rank: 'NORMAL',
    origin: 'DOCUMENT',
    citations: cite('gazette/2'),
    ...more,
  };
}

/** A claim that states an absence. */
export function absent(
  id: string,
  subject: string,
  property: string,
  absence: Absence,
  more: Partial<ClaimRecord> = {},
): ClaimRecord {
  const { value: _, ...stated } = claim(id, subject, property, undefined, more);
  return { ...stated, absence };
}

/** A release with the hubs, the timeline and the conflicts that follow from its records. */
export function releaseOf(parts: Partial<ToyRelease>): ToyRelease {
  const stated = {
    id: 'release-1',
    date: '2005-06-30',
    kinds: toyKinds,
    examples: [],
    passages: [],
    entities: [],
    relations: [],
    claims: [],
    ...parts,
  };
  return {
    ...stated,
    hubs: hubsOf(stated.kinds, stated.entities, stated.relations),
    entries: timelineOf(stated),
    conflicts: conflictsOf(stated),
  };
}

/** The toy that tests know by heart. */
export const toyRelease: ToyRelease = releaseOf({
  examples: [
    {
      id: 'cities',
      theme: 'Cities',
      titles: { en: 'All cities', vi: 'Mọi thành phố' },
      query: '{ cities { nodes { name } } }',
    },
    {
      id: 'one',
      theme: 'Cities',
      titles: { en: 'One city' },
      query: 'query ($id: ID!) { city(id: $id) { name } }',
      variables: '{"id":"city/hue"}',
    },
  ],
  passages: [
    passage('source/gazette', 1),
    passage('source/gazette', 2),
    passage('source/gazette', 10),
    passage('source/herald', 1),
    passage('source/atlas'),
  ],
  entities: [
    entity('source/gazette', 'Source', names('vi:Công báo', 'en:Gazette'), {
      publisher: 'Toà soạn',
      publishedOn: date('2004-12-31'),
    }),
    entity('source/herald', 'Source', names('en:Herald'), { publishedOn: date('2005-06-30') }),
    entity('source/atlas', 'Source', names('en:Atlas')),
    entity(
      'city/hue',
      'City',
      names('vi:Huế', 'en:Hue', 'km:ហ្វេ', '~Thuận Hoá'),
      {
        population: 350000,
        area: amount('266.46', 'km²'),
        size: 'TOWN',
        foundedOn: date('1306', 'The source says only “in the year of the wedding”.'),
        existed: span('1306'),
        location: { latitude: 16.4637, longitude: 107.5909 },
        isCapital: false,
        motto: 'Nước chảy đá mòn',
      },
      {
        descriptions: { en: 'A former capital.', vi: 'Cố đô.' },
        externalIds: [{ scheme: 'wikidata', value: 'Q36167' }],
        citations: [{ passage: 'passage/gazette/1', start: 3, end: 6 }, { passage: 'passage/atlas/whole' }],
      },
    ),
    entity('city/da-nang', 'City', names('vi:Đà Nẵng', 'en:Da Nang', '~Tourane'), {
      population: 1200000,
      size: 'METROPOLIS',
      isCapital: false,
    }),
    entity('city/ha-noi', 'City', names('vi:Hà Nội', 'en:Hanoi'), {
      population: 8000000,
      size: 'METROPOLIS',
      area: amount('3300', 'km²', 'OVER'),
      foundedOn: date('1010'),
      isCapital: true,
    }),
    entity('city/phnom-penh', 'City', names('vi:Phnôm Pênh', 'en:Phnom Penh', 'km:ភ្នំពេញ'), {
      isCapital: true,
      existed: span('1434', '1497'),
    }),
    entity('city/svay-rieng', 'City', names('km:ស្វាយរៀង')),
    entity('person/an', 'Person', names('vi:An'), { bornOn: date('1950-05'), nickname: 'Ánh', medals: 3 }),
    entity('person/an-2', 'Person', names('vi:An', '~Ân'), { bornOn: date('1950') }),
    entity('person/bình', 'Person', names('vi:Bình'), { medals: 0 }),
    entity('person/đức', 'Person', names('vi:Đức', '~Herald'), { bornOn: date('194X'), medals: 3 }),
    entity('treaty/peace', 'Treaty', names('vi:Hoà bình', 'en:Peace'), {
      title: 'Hiệp ước hoà bình',
      concludedOn: date('1991-10-23'),
      status: 'IN_FORCE',
      articles: 12,
      worth: amount('10000000000', 'USD', 'OVER'),
      period: span('1991-10-23'),
      isSecret: false,
    }),
    entity('treaty/trade', 'Treaty', names('vi:Thương mại', 'en:Trade'), {
      title: 'Hiệp định thương mại',
      concludedOn: date('1991-10'),
      articles: 12,
      worth: amount('84', 'USD', 'ABOUT'),
      period: span(undefined, '2001'),
    }),
    entity('treaty/border', 'Treaty', names('vi:Biên giới'), {
      concludedOn: date('1992-40'),
      isSecret: true,
      status: 'DRAFT',
    }),
    entity('treaty/blank', 'Treaty', names('vi:Trắng')),
  ],
  relations: [
    relation('lives-in/1', 'LIVES_IN', 'person/an', 'city/hue', { validTime: span('1950-05', '1975') }),
    relation('lives-in/2', 'LIVES_IN', 'person/an', 'city/ha-noi', {
      validTime: span('1975'),
      citations: cite('gazette/1', 'herald/1'),
    }),
    relation('lives-in/3', 'LIVES_IN', 'person/bình', 'city/hue', { modality: 'PLANNED' }),
    relation('knows/1', 'KNOWS', 'person/an', 'person/bình', { properties: { since: date('1970') } }),
    relation('knows/2', 'KNOWS', 'person/bình', 'person/an', { properties: { since: date('1980') } }),
    relation('knows/3', 'KNOWS', 'person/đức', 'person/đức'),
    relation('knows/4', 'KNOWS', 'person/an', 'person/đức', { modality: 'DENIED' }),
    relation('twinned/1', 'TWINNED', 'city/hue', 'city/da-nang', {
      origin: 'REFERENCE',
      citations: cite('atlas/whole'),
    }),
    relation('twinned/2', 'TWINNED', 'city/phnom-penh', 'city/hue', {
      rank: 'PREFERRED',
      rankReason: 'Seen on the spot.',
    }),
    relation('party-to/1', 'PARTY_TO', 'city/hue', 'treaty/peace', {
      properties: { role: 'Chủ nhà', seat: 1, share: amount('5', 'USD', 'AT_LEAST'), status: 'IN_FORCE' },
    }),
    relation('party-to/2', 'PARTY_TO', 'city/hue', 'treaty/peace', {
      properties: { role: 'Khách', seat: 2 },
      rank: 'DEPRECATED',
      rankReason: 'A misprint.',
    }),
    relation('party-to/3', 'PARTY_TO', 'person/an', 'treaty/peace', { citations: cite('herald/1') }),
    relation('party-to/4', 'PARTY_TO', 'city/da-nang', 'treaty/trade', { validTime: span('1991-10', '2001') }),
    relation('party-to/5', 'PARTY_TO', 'city/hue', 'treaty/trade'),
    relation('signed/1', 'SIGNED', 'person/an', 'treaty/peace', {
      properties: { seat: 1, isFirst: true, during: span('1990', '1995') },
    }),
    relation('signed/2', 'SIGNED', 'person/bình', 'treaty/peace', { properties: { seat: 2, isFirst: false } }),
    relation('supplements/1', 'SUPPLEMENTS', 'treaty/trade', 'treaty/peace'),
    relation('supplements/2', 'SUPPLEMENTS', 'treaty/border', 'treaty/trade'),
    relation('supplements/3', 'SUPPLEMENTS', 'treaty/blank', 'treaty/blank'),
    relation('about/1', 'ABOUT', 'treaty/peace', 'city/hue'),
    relation('about/2', 'ABOUT', 'person/bình', 'city/hue'),
    relation('about/3', 'ABOUT', 'treaty/border', 'city/hue'),
  ],
  claims: [
    claim('claim/hue/population/1', 'city/hue', 'population', 350000),
    claim('claim/hue/population/2', 'city/hue', 'population', 300000, {
      isBest: false,
      modality: 'ESTIMATED',
      citations: cite('herald/1'),
    }),
    claim('claim/peace/concludedOn', 'treaty/peace', 'concludedOn', date('1991-10-23'), {
      citations: cite('gazette/2', 'herald/1'),
    }),
    claim('claim/peace/worth', 'treaty/peace', 'worth', amount('10000000000', 'USD', 'OVER'), {
      validTime: span('1991', '1999'),
    }),
    claim('claim/trade/concludedOn/1', 'treaty/trade', 'concludedOn', date('1991-10'), {
      modality: 'PLANNED',
      validTime: span('1991'),
    }),
    claim('claim/trade/concludedOn/2', 'treaty/trade', 'concludedOn', date('1992'), { isBest: false }),
    claim('claim/trade/lapsedOn', 'treaty/trade', 'lapsedOn', date('2001')),
    claim('claim/an/nickname', 'person/an', 'nickname', 'Ánh', {
      rank: 'DEPRECATED',
      rankReason: 'He never liked it.',
      isBest: false,
    }),
  ],
});
