import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkSeed } from '../../src/loader/check.js';
import { readDocuments } from '../../src/loader/documents.js';
import { verificationTable } from '../../src/loader/verification-table.js';
import { verifySeed, type Verification } from '../../src/loader/verify.js';
import { writeDigests } from '../../src/loader/write-digests.js';
import { folderOf, kinds } from './seed-folder.js';

/** An invented document, with an empty line that holds a no-break space. */
const DOCUMENT = `Tin Nước A ngày 1/5/2020, The Press
\u00a0
   Ngày 4/3/2019, Nước A và Nước B ký Hiệp định sông lần thứ 12; kim ngạch trên 10,57 tỷ USD, tăng 84%.  

Từ 1979-1989, hội đồng họp hai lần. Ngày 19/11, họp tiếp tại Tỉnh Bắc.
`;

const SEED = `
- id: agreement/river
  name: { vi: Hiệp định sông, en: River Agreement }
  cite: [news#2]
  type: { value: AGREEMENT, as: Hiệp định, cite: [news#2] }
  concludedOn: { value: 2019-03-04, cite: [news#2] }
  period: { value: { from: 1979, to: 1989 }, cite: [news#3] }
  parties: [{ to: country/aland, cite: [news#2] }, { to: country/beland, as: Nước B, cite: [news#2] }]
`;
const FIGURES = `
- id: figure/trade
  name: { vi: Kim ngạch, en: Trade }
  cite: ["news#2[0:90]"]
  indicator: { value: trade, as: kim ngạch, cite: [news#2] }
  quantity: { value: { amount: 10570000000, unit: USD, comparator: over }, cite: [news#2] }
`;
const MEETINGS = `
- id: meeting/council
  name: { vi: Họp, en: Meeting }
  cite: [news#3]
  date: { value: 2020-11-19, inferred: The year is that of the document., cite: [news#3] }
  mechanism: { to: mechanism/council, as: Hiệp định sông, ordinal: 12, cite: [news#2] }
`;

const FILES = {
  'sources.yaml': `
- id: source/news
  name: { vi: Tin, en: News }
  type: { value: ARTICLE, as: Tin, cite: [news#1] }
  publishedOn: { value: 2020-05-01, cite: [news#1] }
  file: { value: news.txt, cite: [news#1] }
  digest: { value: ${createHash('sha256').update(DOCUMENT).digest('hex')}, cite: [news#1] }
- id: source/codes
  name: { vi: Bảng mã, en: Codes }
  type: { value: DATASET, cite: [codes#list] }
`,
  'countries.yaml': `
- id: country/aland
  name: { vi: Nước A, en: Aland }
  cite: [news#2, codes#A]
- id: country/beland
  name: { vi: Nước B, en: Beland }
  cite: [news#2]
`,
  'mechanisms.yaml': '- id: mechanism/council\n  name: { vi: Hội đồng, en: Council }\n  cite: [news#3]\n',
  'agreements.yaml': SEED,
  'figures.yaml': FIGURES,
  'meetings.yaml': MEETINGS,
};

/** Verifies the seed, after something in it or in the document was replaced. */
async function verifyAfter(
  change: { seed?: readonly [string, string]; document?: readonly [string, string] } = {},
): Promise<Verification> {
  const folder = await folderOf(FILES);
  const documents = await folderOf({ 'news.txt': DOCUMENT });
  const sound = await checkSeed([folder], kinds);
  const digests = await writeDigests(sound, await readDocuments(sound, documents));

  const [from, to] = change.seed ?? ['', ''];
  const changed = await folderOf(
    Object.fromEntries(Object.entries(FILES).map(([name, text]) => [name, text.replace(from, to)])),
  );
  const seed = await checkSeed([changed], kinds);
  const altered = await folderOf({ 'news.txt': change.document ? DOCUMENT.replace(...change.document) : DOCUMENT });
  return verifySeed({ ...seed, digests }, await readDocuments(seed, altered));
}

function codes({ failures }: Verification): readonly string[] {
  return failures.map(({ file, code }) => `${file.split('/').at(-1)} ${code}`);
}

describe('verify', () => {
  it('finds everything that is cited in the document', async () => {
    const verification = await verifyAfter();
    expect(verification.failures).toEqual([]);
    expect(verification.rows).toEqual([
      { source: 'source/news', entities: 6, facts: 3, claims: 10, paragraphs: 3, onTopic: 3, cited: 3, failures: 0 },
    ]);
    expect(verification.references).toBe(2);
  });

  it.each([
    ['a figure', ['10570000000', '10580000000'], 'figures.yaml VALUE_NOT_THERE'],
    ['the power of ten of a figure', ['10570000000', '10570000'], 'figures.yaml VALUE_NOT_THERE'],
    ['a comparator', ['comparator: over', 'comparator: nearly'], 'figures.yaml VALUE_NOT_THERE'],
    ['a comparator left out', [', comparator: over', ''], 'figures.yaml VALUE_NOT_THERE'],
    ['a unit', ['unit: USD, comparator: over', 'unit: "%", comparator: over'], 'figures.yaml VALUE_NOT_THERE'],
    ['the day of a date', ['2019-03-04', '2019-03-05'], 'agreements.yaml VALUE_NOT_THERE'],
    ['the exactness of a date', ['2019-03-04', '2019-03'], 'agreements.yaml VALUE_NOT_THERE'],
    ['an end of an interval', ['to: 1989', 'to: 1998'], 'agreements.yaml VALUE_NOT_THERE'],
    ['the stated part of an inferred date', ['2020-11-19', '2020-11-20'], 'meetings.yaml VALUE_NOT_THERE'],
    ['an ordinal', ['ordinal: 12', 'ordinal: 2'], 'meetings.yaml FACT_NOT_THERE'],
    ['the name of an entity', ['vi: Hiệp định sông', 'vi: Hiệp định núi'], 'agreements.yaml NAME_NOT_THERE'],
    [
      'the time for which a fact holds',
      ['parties: [{ to: country/aland', 'parties: [{ to: country/aland, validTime: { from: 2019-03-05 }'],
      'agreements.yaml TIME_NOT_THERE',
    ],
    [
      'the end of a fact whose words name another',
      ['to: country/beland, as: Nước B', 'to: country/beland, as: Nước A'],
      'agreements.yaml FACT_NOT_THERE',
    ],
    ['the words for a term', ['as: kim ngạch', 'as: kim loại'], 'figures.yaml VALUE_NOT_THERE'],
    [
      'a locator',
      ['concludedOn: { value: 2019-03-04, cite: [news#2]', 'concludedOn: { value: 2019-03-04, cite: [news#3]'],
      'agreements.yaml VALUE_NOT_THERE',
    ],
    [
      'a locator past the end',
      ['concludedOn: { value: 2019-03-04, cite: [news#2]', 'concludedOn: { value: 2019-03-04, cite: [news#9]'],
      'agreements.yaml MISSING_PARAGRAPH',
    ],
    ['a range of characters', ['news#2[0:90]', 'news#2[0:30]'], 'figures.yaml NAME_NOT_THERE'],
    ['a range past the end', ['news#2[0:90]', 'news#2[0:900]'], 'figures.yaml BAD_RANGE'],
    ['the words for an enumeration left out', [', as: Hiệp định,', ','], 'agreements.yaml VALUE_NOT_THERE'],
    ['the file', ['news.txt', 'old.txt'], 'sources.yaml MISSING_DOCUMENT'],
  ] as const)('notices a change of %s', async (_, seed, failure) => {
    expect(codes(await verifyAfter({ seed }))).toEqual(failure ? [failure] : []);
  });

  it.each([
    ['stands in one of its paragraphs', '2019-03-04'],
    ['is the day on which a source was published', '2020-05-01'],
  ])('takes a time for which a fact holds that %s', async (_, day) => {
    const seed = ['parties: [{ to: country/aland', `parties: [{ to: country/aland, validTime: { to: ${day} }`] as const;
    expect(codes(await verifyAfter({ seed }))).toEqual([]);
  });

  it('wants the words that state an absence', async () => {
    const absent = (as: string) =>
      verifyAfter({
        seed: ['concludedOn: { value: 2019-03-04, cite', `concludedOn: { absence: unknown, ${as}cite`],
      });
    expect(codes(await absent('as: Hiệp định sông, '))).toEqual([]);
    expect(codes(await absent('as: không rõ, '))).toEqual(['agreements.yaml VALUE_NOT_THERE']);
    const { failures } = await absent('');
    expect(failures[0]?.message).toContain('write with as: … the words that say absence: unknown');
  });

  it('notices a changed document, and where it was changed', async () => {
    const verification = await verifyAfter({ document: ['họp hai lần', 'họp ba lần'] });
    expect(codes(verification)).toEqual(expect.arrayContaining(['sources.yaml CHANGED_DOCUMENT']));
    expect(codes(verification).filter((code) => code.endsWith('CHANGED_PARAGRAPH')).length).toBe(1);
    expect(verification.rows[0]!.failures).toBe(2);
  });

  it('refuses citations outside of the body, but for what a page says of itself', async () => {
    const body = (text: string) => ['  file: {', `  body: { value: "${text}", cite: [news#1] }\n  file: {`] as const;
    const verification = await verifyAfter({ seed: body('2, 3-3') });
    expect(verification.failures).toEqual([]);
    expect(verification.rows[0]).toMatchObject({ paragraphs: 3, onTopic: 2, cited: 3 });
    const outside = await verifyAfter({ seed: body('1-2') });
    expect(new Set(codes(outside))).toEqual(
      new Set(['agreements.yaml OFF_TOPIC', 'mechanisms.yaml OFF_TOPIC', 'meetings.yaml OFF_TOPIC']),
    );
    expect(outside.failures[0]!.message).toContain('¶3 of source/news does not belong to the document itself');
  });

  it.each(['1-2 and 3', '3-1', '0-2', '1-4'])('refuses the body %s', async (text) => {
    const seed = ['  file: {', `  body: { value: "${text}", cite: [news#1] }\n  file: {`] as const;
    expect(codes(await verifyAfter({ seed }))).toEqual(['sources.yaml BAD_BODY']);
  });

  it('takes no notice of the Unicode form of a document, nor of spaces around its lines', async () => {
    const codesFound = codes(
      await verifyAfter({ document: [DOCUMENT, DOCUMENT.normalize('NFD').replaceAll('\n', ' \r\n\r\n')] }),
    );
    expect(codesFound).toEqual(['sources.yaml CHANGED_DOCUMENT']);
  });

  it('misses digests that were never written', async () => {
    const seed = await checkSeed([await folderOf(FILES)], kinds);
    const { failures } = verifySeed(seed, await readDocuments(seed, await folderOf({ 'news.txt': DOCUMENT })));
    expect(failures.map(({ code }) => code)).toEqual(['MISSING_DIGEST', 'MISSING_DIGEST', 'MISSING_DIGEST']);
  });

  it('writes digests that a check reads again', async () => {
    const folder = await folderOf(FILES);
    const seed = await checkSeed([folder], kinds);
    const documents = await readDocuments(seed, await folderOf({ 'news.txt': DOCUMENT }));
    await writeDigests(seed, documents);
    const again = await checkSeed([folder], kinds, { strict: true });
    expect([...again.digests.keys()]).toEqual(['source/news#1', 'source/news#2', 'source/news#3']);
    expect(verifySeed(again, documents).failures).toEqual([]);
  });

  it('prints a table by document', async () => {
    expect(verificationTable(await verifyAfter()).split('\n')).toEqual([
      'document     entities  facts  claims  paragraphs  on topic  cited  failures',
      'source/news         6      3      10           3         3      3         0',
      'total               6      3      10           3         3      3         0',
      '',
      '2 citations of data sets were not checked.',
      '',
    ]);
  });
});
