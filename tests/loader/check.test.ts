import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { faultLine, SeedError } from '../../src/errors.js';
import { checkSeed } from '../../src/loader/check.js';
import { faultsIn, faultsOf, folderOf, kinds, places, SOUND, withLines } from './seed-folder.js';

const CITE = 'cite: [gazette-2020#2]';

/** One wrong thing a row: what is wrong, the line added to the agreement, where it is noted, and what would be accepted. */
const WRONG_LINES: readonly (readonly [string, string, string, RegExp])[] = [
  [
    'a property that the kind does not have',
    `signedOn: { value: 2019, ${CITE} }`,
    '11:3 UNKNOWN_PROPERTY',
    /it has id, name,.*concludedOn/,
  ],
  [
    'a key that a claim does not have',
    `manner: { value: SIGNED, as: ký, note: x, ${CITE} }`,
    '11:36 UNKNOWN_PROPERTY',
    /value, cite, as/,
  ],
  [
    'a value that is not of the leaf',
    `manner: { value: WRITTEN, as: ký, ${CITE} }`,
    '11:20 WRONG_TYPE',
    /one of SIGNED, EXCHANGED, ADOPTED/,
  ],
  ['a bare value', 'manner: SIGNED', '11:11 WRONG_TYPE', /write { value: one of SIGNED/],
  ['a claim without a value', `manner: { as: ký, ${CITE} }`, '11:11 MISSING_REQUIRED', /write value: one of SIGNED/],
  [
    'a date that the calendar does not have',
    `period: { value: { from: 2019-02-30 }, ${CITE} }`,
    '11:20 BAD_DATE',
    /"2019-02-30" is not a date.*EDTF/,
  ],
  [
    'an interval that ends before it begins',
    `period: { value: { from: 2020, to: 2019 }, ${CITE} }`,
    '11:20 BAD_DATE',
    /ends before it begins/,
  ],
  [
    'a valid time that is no interval',
    `manner: { value: SIGNED, as: ký, validTime: 2019, ${CITE} }`,
    '11:47 WRONG_TYPE',
    /from: <EDTF date>/,
  ],
  [
    'a reference to an entity that is not there',
    `signatories: { to: country/celand, ${CITE} }`,
    '11:22 DANGLING_REFERENCE',
    /There is no country\/celand/,
  ],
  [
    'a fact that leads to a kind it may not lead to',
    `supplements: { to: country/aland, ${CITE} }`,
    '11:22 WRONG_TARGET',
    /it leads to: agreement/,
  ],
  [
    'a fact that leads to its own entity',
    `supplements: { to: agreement/river-2019, ${CITE} }`,
    '11:22 WRONG_TARGET',
    /leads to itself/,
  ],
  [
    'a fact that leads to an unknown kind',
    `topics: { to: theme/rivers, ${CITE} }`,
    '11:17 UNKNOWN_KIND',
    /leads to: topic/,
  ],
  ['a fact that leads nowhere', `topics: { ${CITE} }`, '11:11 MISSING_REQUIRED', /to: topic\/…/],
  ['a fact without a citation', 'topics: { to: topic/x }', '11:11 UNCITED', /write cite:/],
  ['a claim with an empty list of citations', 'manner: { value: SIGNED, cite: [] }', '11:11 UNCITED', /write cite:/],
  [
    'a citation that has no locator',
    'manner: { value: SIGNED, as: ký, cite: [gazette-2020] }',
    '11:43 BAD_CITATION',
    /briefing-2009#8/,
  ],
  [
    'a citation of no paragraph of a document',
    'manner: { value: SIGNED, as: ký, cite: [gazette-2020#intro] }',
    '11:43 BAD_CITATION',
    /is a document; after # write the number/,
  ],
  [
    'a citation of paragraph 0',
    'manner: { value: SIGNED, as: ký, cite: [gazette-2020#0] }',
    '11:43 BAD_CITATION',
    /counted from 1/,
  ],
  [
    'a citation of an empty range',
    'manner: { value: SIGNED, as: ký, cite: ["gazette-2020#2[7:7]"] }',
    '11:43 BAD_CITATION',
    /its start is included/,
  ],
  [
    'a source that is not there',
    'manner: { value: SIGNED, as: ký, cite: [herald-1999#1] }',
    '11:43 UNKNOWN_SOURCE',
    /write it in sources.yaml/,
  ],
  [
    'a rank that there is not',
    `manner: { value: SIGNED, as: ký, rank: best, ${CITE} }`,
    '11:42 BAD_RANK',
    /preferred, normal, deprecated/,
  ],
  [
    'a rank without a reason',
    `manner: { value: SIGNED, as: ký, rank: preferred, ${CITE} }`,
    '11:42 MISSING_REASON',
    /say why with reason/,
  ],
  [
    'a modality that there is not',
    `manner: { value: SIGNED, as: ký, modality: maybe, ${CITE} }`,
    '11:46 BAD_MODALITY',
    /reported, estimated, planned/,
  ],
  ['an absence that there is not', `manner: { absence: maybe, as: x, ${CITE} }`, '11:22 BAD_ABSENCE', /unknown, none/],
  [
    'a value beside an absence',
    `manner: { absence: none, value: SIGNED, as: x, ${CITE} }`,
    '11:28 UNKNOWN_PROPERTY',
    /has no “value”/,
  ],
  [
    'an inferred part where there is no date',
    `manner: { value: SIGNED, as: ký, inferred: so, ${CITE} }`,
    '11:36 UNKNOWN_PROPERTY',
    /leave “inferred” out/,
  ],
  [
    'a fact written at the end that only reads it',
    `supplementedBy: { to: agreement/river-2019, ${CITE} }`,
    '11:3 WRITTEN_AT_INVERSE',
    /write it as “supplements” of the agreement, in agreements.yaml/,
  ],
  ['a language that there is not', 'description: { fr: Traité }', '11:18 UNKNOWN_PROPERTY', /it has vi, en, km/],
  [
    'external ids without a citation of theirs or of the entity',
    'externalIds: [Q1]',
    '11:16 WRONG_TYPE',
    /wikidata: Q881/,
  ],
];

describe('check', () => {
  it('finds no fault in a sound seed', async () => {
    expect(await faultsOf({})).toEqual([]);
  });

  it.each(WRONG_LINES)('notes %s', async (_, line, place, accepted) => {
    const faults = await faultsOf(withLines(line));
    const fault = faults.find((candidate) => `${candidate.line}:${candidate.column} ${candidate.code}` === place);
    expect(fault, places(faults).join('\n')).toBeDefined();
    expect(fault!.message).toMatch(accepted);
    // A fault brings no others with it, but for a topic that is not there.
    expect(places(faults).filter((other) => !other.endsWith('DANGLING_REFERENCE')).length).toBeLessThanOrEqual(1);
  });

  it('notes a date that is none', async () => {
    const faults = await faultsOf({
      'agreements.yaml': `${SOUND['agreements.yaml']}`.replace('2019-03-04', '4/3/2019'),
    });
    expect(places(faults)).toEqual(['agreements.yaml:7:25 BAD_DATE']);
    expect(faults[0]!.message).toMatch(/^"4\/3\/2019" is not accepted here; write an EDTF date, such as 1991, /);
  });

  it('notes a file named for no kind', async () => {
    const faults = await faultsOf({ 'treaties.yaml': '- id: treaty/x' });
    expect(places(faults)).toEqual(['treaties.yaml:1:1 UNKNOWN_KIND']);
    expect(faults[0]!.message).toContain('agreements.yaml');
  });

  it('notes an id of an unknown kind, of the kind of another file, and none at all', async () => {
    const name = 'name: { vi: X, en: X }\n  cite: [gazette-2020#1]';
    const faults = await faultsOf({
      'reference.yaml': `- id: treaty/x\n  ${name}\n`,
      'topics.yaml': `- id: visit/x\n  ${name}\n- id: Topic Nine\n  ${name}\n- ${name}\n`,
    });
    expect(places(faults)).toEqual([
      'reference.yaml:1:7 UNKNOWN_KIND',
      'topics.yaml:1:7 WRONG_FILE',
      'topics.yaml:4:7 BAD_ID',
      'topics.yaml:7:3 BAD_ID',
    ]);
  });

  it('notes an id that is there twice, in a file, in two files of one seed or in two folders', async () => {
    const one = await folderOf({ ...SOUND, 'topics.yaml': TOPIC + TOPIC });
    const other = await folderOf({ 'topics.yaml': TOPIC });
    const expected = ['topics.yaml:1:3 DUPLICATE_ID', 'topics.yaml:4:3 DUPLICATE_ID'];
    expect([...places(await faultsIn([one, other]))].sort()).toEqual(expected);
  });

  it('lets a reference file add to an entity, once', async () => {
    const added = `- id: country/aland\n  name: { km: ក }\n  cite: [codes#AL]\n`;
    expect(await faultsOf({ 'reference.yaml': added })).toEqual([]);
    expect(places(await faultsOf({ 'reference.yaml': added + added }))).toEqual(['reference.yaml:4:3 DUPLICATE_ID']);
  });

  it('notes an entity without a name in Vietnamese or English', async () => {
    const faults = await faultsOf({ 'topics.yaml': '- id: topic/x\n  name: { km: ក }\n  cite: [gazette-2020#1]\n' });
    expect(places(faults)).toEqual(['topics.yaml:1:3 MISSING_NAME']);
    expect(faults[0]!.message).toContain('no name in vi and en');
  });

  it('notes an entity of which nothing cited is said', async () => {
    expect(places(await faultsOf({ 'topics.yaml': '- id: topic/x\n  name: { vi: X, en: X }\n' }))).toEqual([
      'topics.yaml:1:3 UNCITED',
    ]);
  });

  it('notes a required property that is missing, or that has only deprecated values', async () => {
    const figure = '- id: figure/x\n  name: { vi: X, en: X }\n  cite: [gazette-2020#1]\n';
    const deprecated = `  indicator: { value: trade, rank: deprecated, reason: wrong, ${CITE} }\n`;
    expect(places(await faultsOf({ 'figures.yaml': figure }))).toEqual(['figures.yaml:1:3 MISSING_REQUIRED']);
    const [fault] = await faultsOf({ 'figures.yaml': figure + deprecated });
    expect(fault!.message).toContain('only deprecated or denied values');
  });

  it('notes a claim and a fact that are there twice, from either end', async () => {
    const province = (id: string, other: string) =>
      `- id: province/${id}\n  name: { vi: ${id}, en: ${id} }\n  borders: { to: province/${other}, ${CITE} }\n`;
    const faults = await faultsOf({
      ...withLines(
        `topics: [{ to: topic/x, ${CITE} }, { to: topic/x, as: x, ${CITE} }]`,
        `manner: [{ value: SIGNED, ${CITE} }, { value: SIGNED, as: x, ${CITE} }]`,
      ),
      'topics.yaml': TOPIC,
      'provinces.yaml': province('north', 'south') + province('south', 'north'),
    });
    expect(faults.map(({ code }) => code)).toEqual(['DUPLICATE_FACT', 'DUPLICATE_CLAIM', 'DUPLICATE_FACT']);
  });

  it('notes an absence of what must have a value', async () => {
    const figures = `
- id: figure/tolls
  name: { en: Tolls }
  indicator: { absence: unknown, as: Công báo, ${CITE} }
`;
    const faults = await faultsOf({ 'figures.yaml': figures });
    expect(faults).toContainEqual(
      expect.objectContaining({ code: 'BAD_ABSENCE', message: expect.stringContaining('must have a value') }),
    );
  });

  it('takes the same said by another modality, at another time or by reference data for another claim', async () => {
    const manner = ['modality: planned', 'validTime: { from: 2019 }', 'as: x'].map(
      (part) => `{ value: SIGNED, ${part}, ${CITE} }`,
    );
    const reference = '- id: agreement/river-2019\n  manner: { value: SIGNED, cite: [codes#x] }\n';
    expect(await faultsOf({ ...withLines(`manner: [${manner.join(', ')}]`), 'reference.yaml': reference })).toEqual([]);
  });

  it('notes YAML that is none, and goes on with the items around it', async () => {
    const broken = `- id: topic/a\n  name: { vi: "X, en: X }\n- id: topic/b\n  nmae: { vi: X, en: X }\n  cite: [gazette-2020#1]\n`;
    const faults = places(await faultsOf({ ...withLines(`topics: { to: topic/a, ${CITE} }`), 'topics.yaml': broken }));
    expect(faults.filter((fault) => fault.endsWith('INVALID_YAML')).length).toBe(1);
    // What refers to the damaged item is not at fault.
    expect(faults.filter((fault) => !fault.endsWith('INVALID_YAML'))).toEqual([
      'topics.yaml:3:3 MISSING_NAME',
      'topics.yaml:4:3 UNKNOWN_PROPERTY',
    ]);
  });

  it('notes a key that is there twice, a file that is no list, and nesting without end', async () => {
    const faults = await faultsOf({
      'topics.yaml': `- id: topic/a\n  cite: [gazette-2020#1]\n  cite: [gazette-2020#2]\n`,
      'visits.yaml': 'visit: none\n',
      'meetings.yaml': `- ${'['.repeat(20_000)}`,
    });
    expect(faults.map(({ code }) => code)).toEqual(['INVALID_YAML', 'INVALID_YAML', 'WRONG_TYPE']);
  });

  it('notes aliases that come to too much, or back to themselves', async () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x, x]',
      ...'bcdefgh'.split('').map((name, before) => {
        const last = 'abcdefg'[before];
        return `${name}: &${name} [${Array(10).fill(`*${last}`).join(', ')}]`;
      }),
    ];
    const faults = await faultsOf({ 'topics.yaml': `${bomb.join('\n')}\n`, 'visits.yaml': '- &a [*a]\n' });
    expect(places(faults).map((place) => place.replace(/:\d+:\d+/, ''))).toEqual([
      'topics.yaml INVALID_YAML',
      'visits.yaml INVALID_YAML',
    ]);
  });

  it('follows aliases within a file', async () => {
    const topics =
      '- id: topic/a\n  name: &name { vi: X, en: X }\n  cite: &cite [gazette-2020#1]\n- { id: topic/b, name: *name, cite: *cite }\n';
    expect(await faultsOf({ 'topics.yaml': topics })).toEqual([]);
  });

  it('notes a file that is not UTF-8, at the first line that is not', async () => {
    const bytes = Buffer.concat([Buffer.from('# một\n# hai '), Buffer.from([0xe9, 0x0a])]);
    expect(places(await faultsOf({ 'topics.yaml': bytes }))).toEqual(['topics.yaml:2:1 NOT_UTF8']);
  });

  it('notes a file of 100 MB without reading it', async () => {
    const folder = await folderOf(SOUND);
    const file = await open(join(folder, 'topics.yaml'), 'w');
    await file.truncate(100 * 2 ** 20);
    await file.close();
    const before = process.memoryUsage().rss;
    expect(places(await faultsIn([folder]))).toEqual(['topics.yaml:1:1 FILE_TOO_LARGE']);
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 2 ** 20);
  });

  it('notes an empty folder, and leaves other files alone', async () => {
    const faults = await faultsIn([await folderOf({ 'README.md': '# A seed', 'schema.json': '{' })]);
    expect(faults.map(({ code }) => code)).toEqual(['EMPTY_SEED']);
  });

  it('says in one line that a folder is not there', async () => {
    const checked = checkSeed(['/nowhere/at/all'], kinds);
    await expect(checked).rejects.toThrow(SeedError);
    await expect(checked).rejects.toThrow(/^\/nowhere\/at\/all:1:1 UNREADABLE .*ENOENT.*$/);
  });

  it('notes what is wrong with examples and digests', async () => {
    const example = '- id: a\n  theme: x\n  title: { vi: Hỏi, en: Ask }\n  query: "{ graph { date } }"\n';
    const faults = await faultsOf({
      'examples.yaml': `${example}${example}- id: b\n  theme: x\n  variables: [1]\n`,
      'digests.yaml': 'gazette-2020:\n  1: abc\n',
    });
    expect(places(faults)).toEqual([
      'digests.yaml:2:6 WRONG_TYPE',
      'examples.yaml:5:3 DUPLICATE_ID',
      'examples.yaml:9:3 MISSING_REQUIRED',
      'examples.yaml:9:3 MISSING_NAME',
      'examples.yaml:11:14 WRONG_TYPE',
    ]);
  });

  it('wants a digest of every cited paragraph when it is strict, each told once', async () => {
    const faults = await faultsOf({ 'digests.yaml': `gazette-2020:\n  1: '${'0'.repeat(64)}'\n` }, { strict: true });
    expect(faults.map(({ code }) => code)).toEqual(['MISSING_DIGEST']);
  });

  it('tells every fault at once, by file, line and column', async () => {
    const faults = await faultsOf({
      ...withLines(
        `manner: { value: WRITTEN, ${CITE} }`,
        `period: { value: { from: 2019 }, cite: [herald-1999#1] }`,
        'signatories: none',
      ),
      'topics.yaml': '- id: topic/x\n',
      'treaties.yaml': '[]',
    });
    expect(places(faults)).toEqual([
      'agreements.yaml:11:20 WRONG_TYPE',
      'agreements.yaml:12:43 UNKNOWN_SOURCE',
      'agreements.yaml:13:16 WRONG_TYPE',
      'topics.yaml:1:3 MISSING_NAME',
      'topics.yaml:1:3 UNCITED',
      'treaties.yaml:1:1 UNKNOWN_KIND',
    ]);
    expect(faultLine(faults.at(-1)!)).toMatch(/treaties\.yaml:1:1 UNKNOWN_KIND There is no kind “treaties”/);
  });

  it('finds no fault in the seed that Entente ships', async () => {
    const seed = await checkSeed([fileURLToPath(new URL('../../graph-seed', import.meta.url))], kinds);
    expect(seed.subjects.size).toBeGreaterThan(0);
  });
});

const TOPIC = '- id: topic/x\n  name: { vi: X, en: X }\n  cite: [gazette-2020#1]\n';
