import { describe, expect, it } from 'vitest';
import { checkSeed } from '../../src/loader/check.js';
import { loadSeed } from '../../src/loader/load-seed.js';
import { resolveSeed } from '../../src/loader/resolve.js';
import type { ClaimRecord, RelationRecord, Release } from '../../src/model/release.js';
import { folderOf, kinds, SOUND, withLines, type Files } from './seed-folder.js';

const CITE = 'cite: [gazette-2020#2]';

/** The release of the sound folder with some files changed. */
async function releaseOf(changed: Files = {}): Promise<Release> {
  return loadSeed([await folderOf({ ...SOUND, ...changed })]);
}

function relationsOf(release: Release, type: string): readonly RelationRecord[] {
  return [...release.relations].filter((relation) => relation.type === type);
}

function bestOf(release: Release, subject: string, property: string): ClaimRecord | undefined {
  return [...release.claims].find((claim) => claim.subject === subject && claim.property === property && claim.isBest);
}

const BODY: Files = {
  'provinces.yaml': `- id: province/north\n  name: { vi: Bắc, en: North }\n  ${CITE}\n`,
  'organizations.yaml': `- id: organization/council-north
  name: { vi: Hội đồng Bắc, en: Council of North }
  administers: { to: province/north, cite: [gazette-2020#3] }
`,
};

describe('a release', () => {
  it('is the same each time a seed is loaded', async () => {
    const folder = await folderOf(SOUND);
    const [one, other] = [await loadSeed([folder], kinds), await loadSeed([folder], kinds)];
    expect({ ...one, kinds: [] }).toEqual({ ...other, kinds: [] });
  });

  it('has an id that the order of files and statements and their formatting do not change', async () => {
    const agreements = `
# another order, another style
- concludedOn: [{ cite: gazette-2020#2, value: "2019-03-04" }]
  parties: [{ cite: ['gazette-2020#2'], to: country/beland }, { "to": country/aland, cite: ["gazette-2020#2"] }]
  type:
    cite: [gazette-2020#2]
    as: [Hiệp định sông]
    value: AGREEMENT
  variants: { vi: Hiệp định sông }
  name: { en: River Agreement, vi: Hiệp định sông (2019) }
  cite: [gazette-2020#2, gazette-2020#2]
  id: agreement/river-2019
`;
    const [one, other] = [
      await folderOf({ 'sources.yaml': SOUND['sources.yaml']! }),
      await folderOf({
        'countries.yaml': SOUND['countries.yaml']!,
        'agreements.yaml': agreements.normalize('NFD').replaceAll('\n', '\r\n'),
      }),
    ];
    const { id } = await releaseOf();
    expect(id).toMatch(/^[0-9a-f]{16}$/);
    expect((await loadSeed([other, one])).id).toBe(id);
    expect((await loadSeed([one, other])).id).toBe(id);
  });

  it('has another id once anything is changed', async () => {
    const { id } = await releaseOf();
    for (const [from, to] of [
      ['03-04', '03-05'],
      ['River', 'Rivers'],
      ['#2', '#3'],
    ] as const) {
      expect(
        (await releaseOf({ 'agreements.yaml': (SOUND['agreements.yaml'] as string).replace(from, to) })).id,
      ).not.toBe(id);
    }
  });

  it('has the day of its latest source for its date, but for an inferred year', async () => {
    expect((await releaseOf()).date).toBe('2020-05-01');
    const inferred = `- id: source/codes\n  publishedOn: { value: 2021, inferred: undated, cite: [codes#list], modality: estimated }\n`;
    expect((await releaseOf({ 'reference.yaml': inferred })).date).toBe('2020-05-01');
  });

  it('has the day of its latest data set where no document is dated', async () => {
    const undated = (SOUND['sources.yaml'] as string).replace(/ {2}publishedOn: { value: 2020.*\n/, '');
    expect((await releaseOf({ 'sources.yaml': undated })).date).toBe('2019-12-31');
  });

  it('gives readable ids to relations, claims and passages', async () => {
    const release = await releaseOf({
      ...withLines(
        `manner: { value: SIGNED, as: x, validTime: { from: 2019, to: 2020-01 }, ${CITE} }`,
        `signatories: [{ to: country/aland, validTime: { from: 1979-01-07 }, ${CITE} }, { to: country/aland, validTime: { to: 1978 }, cite: [codes#List/One.json] }]`,
      ),
    });
    expect([...release.relations].map(({ id }) => id)).toEqual([
      'party-to/country.aland/agreement.river-2019',
      'party-to/country.beland/agreement.river-2019',
      'signed/country.aland/agreement.river-2019/..1978',
      'signed/country.aland/agreement.river-2019/1979-01-07..',
    ]);
    expect([...release.claims].map(({ id }) => id).filter((id) => id.includes('river'))).toEqual([
      'claim/agreement.river-2019/concludedOn/2019-03-04',
      'claim/agreement.river-2019/manner/signed/2019..2020-01',
      'claim/agreement.river-2019/type/agreement',
    ]);
    expect([...release.passages].map(({ id }) => id)).toEqual([
      'passage/codes/list',
      'passage/codes/list-one-json',
      'passage/gazette-2020/1',
      'passage/gazette-2020/2',
    ]);
  });

  it('tells apart values that have the same slug, long ones, and the same value stated in two ways', async () => {
    const long = 'a'.repeat(60);
    const values = ['Trung tâm', 'trung-tâm', long, `${long}b`].map((value) => `{ value: ${value}, ${CITE} }`);
    const source = (SOUND['sources.yaml'] as string).replace(
      '  file:',
      `  author: [${values.join(', ')}, { value: X, ${CITE} }, { value: X, modality: planned, ${CITE} }]\n  file:`,
    );
    const ids = [...(await releaseOf({ 'sources.yaml': source })).claims]
      .map(({ id }) => id)
      .filter((id) => id.includes('/author/'));
    expect(ids.map((id) => id.replace(/[0-9a-f]{8}$/, '«digest»'))).toEqual([
      `claim/source.gazette-2020/author/${'a'.repeat(48)}-«digest»`,
      `claim/source.gazette-2020/author/${'a'.repeat(48)}-«digest»`,
      'claim/source.gazette-2020/author/trung-tam/«digest»',
      'claim/source.gazette-2020/author/trung-tam/«digest»',
      'claim/source.gazette-2020/author/x',
      'claim/source.gazette-2020/author/x/planned',
    ]);
    expect(new Set(ids).size).toBe(6);
  });

  it('stores facts in the direction of their relationship, and one without direction from the smaller id', async () => {
    const provinces = `${['south', 'north'].map((id) => `- id: province/${id}\n  name: { vi: ${id}, en: ${id} }\n  ${CITE}\n`).join('')}`;
    const release = await releaseOf({
      'provinces.yaml': provinces.replace(CITE, `borders: { to: province/north, ${CITE} }`),
    });
    expect(relationsOf(release, 'BORDERS')).toMatchObject([{ from: 'province/north', to: 'province/south' }]);
    expect(relationsOf(release, 'PARTY_TO')[0]).toMatchObject({ from: 'country/aland', to: 'agreement/river-2019' });
  });

  it('tells apart a fact that is stated at both its ends, in two ways', async () => {
    const province = (id: string, to: string, how: string) =>
      `- id: province/${id}\n  name: { vi: ${id}, en: ${id} }\n  borders: { to: province/${to}, ${how}${CITE} }\n`;
    const idsOf = async (how: string) => {
      const provinces = province('north', 'south', '') + province('south', 'north', how);
      return relationsOf(await releaseOf({ 'provinces.yaml': provinces }), 'BORDERS').map(({ id }) => id);
    };
    const id = 'borders/province.north/province.south';
    expect(await idsOf('modality: planned, ')).toEqual([id, `${id}/planned`]);
    expect(await idsOf('validTime: { from: 1979 }, ')).toEqual([id, `${id}/1979..`]);
    await expect(idsOf('')).rejects.toThrow('DUPLICATE_FACT');
  });

  it('can be gone through more than once', async () => {
    const { entities, relations, claims, passages } = await releaseOf();
    for (const records of [entities, relations, claims, passages]) {
      expect([...records].length).toBe(records.length);
      expect([...records]).toEqual([...records]);
    }
  });

  it('writes footnotes and keeps digests of paragraphs', async () => {
    const digest = 'ab'.repeat(32);
    const release = await releaseOf({ 'digests.yaml': `gazette-2020:\n  1: '${digest}'\n` });
    expect([...release.passages]).toEqual([
      { id: 'passage/codes/list', source: 'source/codes', locator: 'list', footnote: 'Code list, 2019, list' },
      {
        id: 'passage/gazette-2020/1',
        source: 'source/gazette-2020',
        paragraph: 1,
        locator: '¶1',
        digest,
        footnote: 'Gazette 2020, The Press, 1 May 2020, ¶1',
      },
      {
        id: 'passage/gazette-2020/2',
        source: 'source/gazette-2020',
        paragraph: 2,
        locator: '¶2',
        footnote: 'Gazette 2020, The Press, 1 May 2020, ¶2',
      },
    ]);
  });

  it('marks what reference files say, and merges their names', async () => {
    const reference =
      '- id: country/aland\n  name: { vi: A quốc, km: ក }\n  cite: [codes#A]\n  location: { value: { latitude: 1, longitude: 2 }, cite: [codes#A] }\n';
    const release = await releaseOf({ 'reference-points.yaml': reference });
    const country = [...release.entities].find(({ id }) => id === 'country/aland')!;
    expect(country.names).toEqual([
      { text: 'Nước A', language: 'vi', preferred: true },
      { text: 'Aland', language: 'en', preferred: true },
      { text: 'ក', language: 'km', preferred: true },
      { text: 'A quốc', language: 'vi', preferred: false },
    ]);
    expect(country.properties).toEqual({ location: { latitude: 1, longitude: 2 } });
    expect(country.citations).toEqual([{ passage: 'passage/codes/a' }, { passage: 'passage/gazette-2020/2' }]);
    expect([...release.claims].filter(({ origin }) => origin === 'REFERENCE').map(({ property }) => property)).toEqual([
      'location',
    ]);
  });

  it('keeps examples with their variables as JSON', async () => {
    const examples =
      '- id: a\n  theme: x\n  title: { vi: Hỏi, en: Ask }\n  query: "{ graph { date } }"\n  variables: { id: agreement/x }\n';
    expect((await releaseOf({ 'examples.yaml': examples })).examples).toEqual([
      {
        id: 'a',
        theme: 'x',
        titles: { vi: 'Hỏi', en: 'Ask' },
        query: '{ graph { date } }',
        variables: '{"id":"agreement/x"}',
      },
    ]);
  });

  it('keeps an amount that a double cannot hold', async () => {
    const figure = `- id: figure/x\n  name: { vi: X, en: X }\n  indicator: { value: x, ${CITE} }\n  quantity: { value: { amount: 12345678901234567.25, unit: USD }, ${CITE} }\n`;
    expect(bestOf(await releaseOf({ 'figures.yaml': figure }), 'figure/x', 'quantity')!.value).toMatchObject({
      amount: '12345678901234567.25',
    });
  });
});

describe('a stated absence', () => {
  const none = `{ absence: none, as: không có, ${CITE} }`;
  const unknown = `{ absence: unknown, as: không rõ, ${CITE} }`;

  it('is a claim of its property or relation without a value, and leaves the property without one', async () => {
    const release = await releaseOf(withLines(`manner: ${unknown}\n  witnesses: ${none}`));
    const absent = [...release.claims].filter(({ absence }) => absence);
    expect(absent.map(({ id, property, absence, value, isBest }) => [id, property, absence, value, isBest])).toEqual([
      ['claim/agreement.river-2019/manner/unknown', 'manner', 'UNKNOWN', undefined, true],
      ['claim/agreement.river-2019/witnesses/none', 'witnesses', 'NONE', undefined, true],
    ]);
    const river = [...release.entities].find(({ id }) => id === 'agreement/river-2019')!;
    expect(river.properties).not.toHaveProperty('manner');
    expect([...release.conflicts]).toEqual([]);
  });

  it('gives way to a value of equal rank where it is unknown, and contradicts one where there is none', async () => {
    const known = await releaseOf(withLines(`manner: [${unknown}, { value: SIGNED, as: ký, ${CITE} }]`));
    expect(bestOf(known, 'agreement/river-2019', 'manner')).toMatchObject({ value: 'SIGNED' });
    expect([...known.conflicts]).toMatchObject([{ kind: 'COMPATIBLE', property: 'manner' }]);
    const ranked = none.replace('as:', 'rank: preferred, reason: Seen there., as:');
    const denied = await releaseOf(withLines(`manner: [${ranked}, { value: SIGNED, as: ký, ${CITE} }]`));
    expect(bestOf(denied, 'agreement/river-2019', 'manner')).toMatchObject({ absence: 'NONE' });
    expect([...denied.conflicts]).toMatchObject([
      { kind: 'CONTRADICTION', preferred: 'claim/agreement.river-2019/manner/none' },
    ]);
  });

  it('of a relation contradicts its facts, from whichever end they are written', async () => {
    const provinces = (north: string, south: string) => `- id: province/north
  name: { vi: Bắc, en: North }
  ${CITE}
  borders: ${north}
- id: province/south
  name: { vi: Nam, en: South }
  ${CITE}
  borders: ${south}
`;
    const fact = (to: string) => `{ to: province/${to}, ${CITE} }`;
    for (const [north, south, subject] of [
      [fact('south'), none, 'province/south'],
      [none, fact('north'), 'province/north'],
    ] as const) {
      const release = await releaseOf({ 'provinces.yaml': provinces(north, south) });
      expect([...release.conflicts]).toMatchObject([
        {
          kind: 'CONTRADICTION',
          property: 'borders',
          subjects: [subject],
          relations: ['borders/province.north/province.south'],
        },
      ]);
    }
  });

  it('has an id apart from a text that says the same', async () => {
    const sources = String(SOUND['sources.yaml'])
      .replace('publisher: {', `publisher: [${none}, {`)
      .replace('value: The Press, cite: [gazette-2020#1] }', 'value: none, cite: [gazette-2020#1] }]');
    const release = await releaseOf({ 'sources.yaml': sources });
    const ids = [...release.claims].filter(({ property }) => property === 'publisher').map(({ id }) => id);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(2);
  });
});

describe('acting for another', () => {
  it('makes a province a party where its administration is, on the word of what says so of the administration', async () => {
    const release = await releaseOf({
      ...BODY,
      ...withLines(`signatories: { to: organization/council-north, ${CITE} }`),
      'reference.yaml': `- id: agreement/river-2019\n  parties: { to: organization/council-north, role: host, ${CITE} }\n`,
    });
    expect(relationsOf(release, 'PARTY_TO').find(({ from }) => from === 'province/north')).toEqual({
      id: 'party-to/province.north/agreement.river-2019',
      type: 'PARTY_TO',
      from: 'province/north',
      to: 'agreement/river-2019',
      properties: { role: 'host', through: 'organization/council-north' },
      modality: 'REPORTED',
      rank: 'NORMAL',
      origin: 'REFERENCE',
      citations: [{ passage: 'passage/gazette-2020/2' }],
      basis: {
        id: 'administers/organization.council-north/province.north',
        citations: [{ passage: 'passage/gazette-2020/3' }],
      },
    });
    expect(relationsOf(release, 'SIGNED').map(({ from }) => from)).toEqual(['organization/council-north']);
  });

  it('derives nothing where the province is stated itself, or the body is denied or deprecated', async () => {
    const lines = [
      'parties: { to: organization/council-north, X }',
      'parties: [{ to: organization/council-north }, { to: province/north }]',
    ];
    const agreement = (SOUND['agreements.yaml'] as string).replace(/ {2}parties:[^]*/, '');
    const derived = async (parties: string) => {
      const release = await releaseOf({
        ...BODY,
        'agreements.yaml': `${agreement}  ${parties.replaceAll(' }', `, ${CITE} }`)}\n`,
      });
      return relationsOf(release, 'PARTY_TO').filter(({ properties }) => 'through' in properties).length;
    };
    expect(await derived(lines[0]!.replace(', X', ''))).toBe(1);
    expect(await derived(lines[0]!.replace('X', 'modality: denied'))).toBe(0);
    expect(await derived(lines[0]!.replace('X', 'rank: deprecated, reason: wrong'))).toBe(0);
    expect(await derived(lines[1]!)).toBe(0);
  });
});

describe('the best value', () => {
  /** Two claims of a day: the first is to win. */
  const RULES: readonly (readonly [string, string, string])[] = [
    [
      'one that holds now before one that does not',
      '2001',
      '2002, validTime: { to: 2010 }, rank: preferred, reason: x',
    ],
    ['the preferred', '2001, rank: preferred, reason: x, modality: planned', '2002'],
    ['any but a deprecated one', '2001~, modality: target', '2002-01-01, rank: deprecated, reason: x'],
    ['the reported before the estimated', '2001', '2002-01-01, modality: estimated'],
    ['the estimated before the planned', '2001, modality: estimated', '2002-01-01, modality: planned'],
    ['the more exact', '2001-02', '2002, cite: [gazette-2020#2, codes#x]'],
    ['the certain before the uncertain', '2001', '2002?'],
    ['the one with more sources', '2001, cite: [old-2018#1, codes#x]', '2002, cite: [gazette-2020#1]'],
    [
      'not the one with more paragraphs of one source',
      '2001, cite: [gazette-2020#1]',
      '2002, cite: [old-2018#1, old-2018#2]',
    ],
    ['the one of the later source', '2001, cite: [gazette-2020#1]', '2000, cite: [codes#x]'],
    ['the smaller id', '2001', '2002'],
  ];
  const OLD = `- id: source/old-2018\n  name: { vi: Cũ, en: Old }\n  publishedOn: { value: 2018, cite: [old-2018#1] }\n`;

  it.each(RULES)('is %s', async (_, first, second) => {
    const claim = (text: string) => `{ value: ${text}${text.includes('cite:') ? '' : `, ${CITE}`} }`;
    for (const both of [
      [first, second],
      [second, first],
    ]) {
      const agreement = (SOUND['agreements.yaml'] as string).replace(
        /concludedOn: .*/,
        `concludedOn: [${both.map(claim).join(', ')}]`,
      );
      const release = await releaseOf({
        'agreements.yaml': agreement,
        'sources.yaml': `${SOUND['sources.yaml']}${OLD}`,
      });
      const edtf = /^[^,]+/.exec(first)![0];
      expect(bestOf(release, 'agreement/river-2019', 'concludedOn')!.value).toEqual({ edtf });
      const entity = [...release.entities].find(({ id }) => id === 'agreement/river-2019')!;
      expect(entity.properties['concludedOn']).toEqual({ edtf });
    }
  });

  it('is none where all are denied', async () => {
    const agreement = (SOUND['agreements.yaml'] as string).replace(
      'value: 2019-03-04',
      'value: 2019-03-04, modality: denied',
    );
    const seed = await checkSeed([await folderOf({ ...SOUND, 'agreements.yaml': agreement })], kinds);
    expect(bestOf(resolveSeed(seed), 'agreement/river-2019', 'concludedOn')).toBeUndefined();
  });
});
