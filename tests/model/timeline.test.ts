import { describe, expect, test } from 'vitest';
import { conflictsOf } from '../../src/model/conflicts.js';
import { timelineOf } from '../../src/model/timeline.js';
import type { ClaimRecord, EntryRecord, RelationRecord } from '../../src/model/release.js';
import type { Quantity } from '../../src/model/quantity.js';
import { toyKinds } from '../toy/kinds.js';
import { absent, amount, claim, date, entity, names, relation, releaseOf, span } from '../toy/release.js';

const treaty = (claims: readonly ClaimRecord[], relations: readonly RelationRecord[] = []) =>
  releaseOf({
    entities: [
      entity('treaty/a', 'Treaty', names('vi:Hiệp ước', 'en:Treaty')),
      entity('treaty/b', 'Treaty', names('vi:Kia')),
      entity('city/hue', 'City', names('vi:Huế', 'en:Hue')),
      entity('person/an', 'Person', names('vi:An')),
    ],
    claims,
    relations,
  });

const concluded = (id: string, edtf: string, more: Partial<ClaimRecord> = {}) =>
  claim(id, 'treaty/a', 'concludedOn', date(edtf), more);
const entriesOf = (...parts: Parameters<typeof treaty>): readonly EntryRecord[] => timelineOf(treaty(...parts));

describe('an entry', () => {
  test('is made of each claim that counts and dates its subject', () => {
    const entries = entriesOf([
      concluded('claim/1', '1991'),
      concluded('claim/2', '1992', { isBest: false }),
      concluded('claim/3', '1993', { isBest: false, rank: 'DEPRECATED' }),
      concluded('claim/4', '1994', { isBest: false, modality: 'DENIED' }),
      claim('claim/5', 'treaty/a', 'title', 'X'),
    ]);
    expect(entries.map(({ id, isBest }) => [id, isBest])).toEqual([
      ['entry/claim/1', true],
      ['entry/claim/2', false],
    ]);
  });

  test('ends when the best value of the property for it says, unless that is before it began', () => {
    const lapsed = (edtf: string, more: Partial<ClaimRecord> = {}) =>
      claim(`claim/lapsed/${edtf}`, 'treaty/a', 'lapsedOn', date(edtf), more);
    const endOf = (...claims: ClaimRecord[]) => entriesOf([concluded('claim/1', '1991-05'), ...claims])[0]!.end?.edtf;
    expect(endOf(lapsed('1995'), lapsed('1996', { isBest: false }))).toBe('1995');
    expect(endOf(lapsed('1991'))).toBe('1991');
    expect(endOf(lapsed('1990'))).toBeUndefined();
    expect(endOf()).toBeUndefined();
  });

  test('of an interval begins and ends with it, is open without an end, and is none without a beginning', () => {
    const stood = (from?: string, to?: string) =>
      timelineOf(treaty([claim('claim/1', 'city/hue', 'existed', span(from, to))])).map((entry) => [
        entry.date.edtf,
        entry.end?.edtf,
        entry.isOpen,
      ]);
    expect(stood('1306', '1945')).toEqual([['1306', '1945', undefined]]);
    expect(stood('1306')).toEqual([['1306', undefined, true]]);
    expect(stood(undefined, '1945')).toEqual([]);
  });

  test('of a relation dates where it starts, and names both ends', () => {
    const [lives, ...others] = entriesOf(
      [],
      [
        relation('lives/1', 'LIVES_IN', 'person/an', 'city/hue', { validTime: span('1990') }),
        relation('lives/2', 'LIVES_IN', 'person/an', 'city/hue'),
        relation('lives/3', 'LIVES_IN', 'person/an', 'city/hue', { validTime: span('1990'), rank: 'DEPRECATED' }),
        relation('lives/4', 'LIVES_IN', 'person/an', 'city/hue', { validTime: span(undefined, '1990') }),
      ],
    );
    expect(others).toEqual([]);
    expect(lives).toMatchObject({
      id: 'entry/lives/1',
      of: 'relation',
      fact: 'lives/1',
      isOpen: true,
      titles: { vi: 'An sống ở Huế', en: 'An lives in Hue' },
      entity: 'person/an',
      kinds: ['PERSON', 'CITY'],
      involved: [{ entity: 'city/hue', fact: 'lives/1' }],
    });
  });

  test('of a relation that is a moment has no end, and goes beyond its other end where that is declared', () => {
    const [signs] = entriesOf(
      [],
      [
        relation('signed/1', 'SIGNED', 'person/an', 'treaty/a', { validTime: span('1991', '1995') }),
        relation('about/1', 'ABOUT', 'treaty/a', 'city/hue'),
        relation('about/2', 'ABOUT', 'person/an', 'city/hue'),
      ],
    );
    expect(signs).toMatchObject({ date: { edtf: '1991' }, titles: { en: 'An signs Treaty' } });
    expect(signs).not.toHaveProperty('end');
    expect(signs).not.toHaveProperty('isOpen');
    expect(signs!.involved).toEqual([
      { entity: 'city/hue', fact: 'about/1' },
      { entity: 'treaty/a', fact: 'signed/1' },
    ]);
  });

  test('involves where relations of its own lead that have a direction and count, and not what is aside', () => {
    const [entry] = entriesOf(
      [concluded('claim/1', '1991')],
      [
        relation('party/2', 'PARTY_TO', 'city/hue', 'treaty/a'),
        relation('party/1', 'PARTY_TO', 'city/hue', 'treaty/a'),
        relation('party/3', 'PARTY_TO', 'person/an', 'treaty/a', { modality: 'DENIED' }),
        relation('about/1', 'ABOUT', 'treaty/a', 'city/hue'),
        relation('supplements/1', 'SUPPLEMENTS', 'treaty/a', 'treaty/b'),
        relation('supplements/2', 'SUPPLEMENTS', 'treaty/b', 'treaty/a'),
      ],
    );
    expect(entry!.involved).toEqual(['about/1', 'party/1', 'party/2'].map((fact) => ({ entity: 'city/hue', fact })));
    const [city] = timelineOf(
      releaseOf({
        entities: ['city/a', 'city/b'].map((id) => entity(id, 'City', names(id))),
        claims: [claim('claim/1', 'city/a', 'foundedOn', date('1306'))],
        relations: [relation('twinned/1', 'TWINNED', 'city/a', 'city/b')],
      }),
    );
    expect(city).toMatchObject({ titles: { vi: 'Lập city/a', en: 'Founding of city/a' }, involved: [] });
  });
});

describe('a conflict', () => {
  /** The kind of the conflict of two values of one property, and the reason in English. */
  const between = (property: string, one: unknown, other: unknown, ...more: Partial<ClaimRecord>[]) => {
    const subject =
      property === 'area' || property === 'population' || property === 'existed' ? 'city/hue' : 'treaty/a';
    const claims = [one, other].map((value, place) =>
      claim(`claim/${place}`, subject, property, value, { isBest: place === 0, ...more[place] }),
    );
    const [found, ...rest] = conflictsOf(treaty(claims));
    expect(rest).toEqual([]);
    return found;
  };
  const kindOf = (...values: Parameters<typeof between>) => between(...values)?.kind;

  test.each([
    ['1991', '1991-10', 'COMPATIBLE'],
    ['1991-10', '1991-22', 'CONTRADICTION'],
    ['[2018,2019]', '2019-10', 'COMPATIBLE'],
    ['[1991,1993]', '[1992,1994]', 'COMPATIBLE'],
    ['1991', '1992', 'CONTRADICTION'],
    ['1991~', '1992', 'COMPATIBLE'],
    ['1991~', '1993', 'CONTRADICTION'],
    ['1991?', '1990-12', 'COMPATIBLE'],
    ['199X', '1999-12-31', 'COMPATIBLE'],
    ['1991-10-23', '1991-10-24', 'CONTRADICTION'],
  ])('of the dates %s and %s is a %s', (one, other, kind) => {
    expect(kindOf('concludedOn', date(one), date(other))).toBe(kind);
    expect(kindOf('concludedOn', date(other), date(one))).toBe(kind);
  });

  test.each([
    [amount('10000000000', 'USD', 'OVER'), amount('10570000000', 'USD'), 'COMPATIBLE'],
    [amount('10570000000', 'USD'), amount('10600000000', 'USD'), 'COMPATIBLE'],
    [amount('10570000000', 'USD'), amount('10500000000', 'USD'), 'CONTRADICTION'],
    [amount('2.94', 'USD'), amount('3', 'USD'), 'COMPATIBLE'],
    [amount('2.94', 'USD'), amount('2.9', 'USD'), 'COMPATIBLE'],
    [amount('2.94', 'USD'), amount('2.8', 'USD'), 'CONTRADICTION'],
    [amount('84', 'USD', 'ABOUT'), amount('85', 'USD'), 'COMPATIBLE'],
    [amount('84', 'USD', 'ABOUT'), amount('95', 'USD'), 'CONTRADICTION'],
    [amount('11', 'USD', 'NEARLY'), amount('10.6', 'USD'), 'COMPATIBLE'],
    [amount('11', 'USD', 'NEARLY'), amount('11.2', 'USD'), 'CONTRADICTION'],
    [amount('10', 'USD', 'UNDER'), amount('12', 'USD', 'OVER'), 'CONTRADICTION'],
    [amount('10', 'USD'), amount('12', 'USD'), 'CONTRADICTION'],
    [amount('19.6', 'USD'), amount('20', 'USD'), 'COMPATIBLE'],
    [amount('10', 'USD'), amount('10', 'km²'), 'COMPATIBLE'],
  ])('of the quantities %o and %o is a %s', (one, other, kind) => {
    expect(kindOf('worth', one, other)).toBe(kind);
    expect(kindOf('worth', other, one)).toBe(kind);
  });

  test('of intervals is compatible as far as their stated ends agree', () => {
    expect(kindOf('period', span('1991'), span('1991-10', '1999'))).toBe('COMPATIBLE');
    expect(kindOf('period', span('1991', '1998'), span('1991-10', '1999'))).toBe('CONTRADICTION');
  });

  test('of texts is compatible where they differ only in spelling, of other values never', () => {
    expect(kindOf('title', 'Hoà bình', 'HÒA BÌNH')).toBe('COMPATIBLE');
    expect(kindOf('title', 'Hoà bình', 'Chiến tranh')).toBe('CONTRADICTION');
    expect(kindOf('articles', 12, 13)).toBe('CONTRADICTION');
    expect(kindOf('status', 'DRAFT', 'LAPSED')).toBe('CONTRADICTION');
    expect(kindOf('isSecret', true, false)).toBe('CONTRADICTION');
  });

  test('is none of equal values, of other times, and of what cannot be compared', () => {
    expect(kindOf('articles', 12, 12)).toBeUndefined();
    expect(
      kindOf('articles', 12, 13, { validTime: span('1990', '1991') }, { validTime: span('1992') }),
    ).toBeUndefined();
    expect(kindOf('articles', 12, 13, { validTime: span('1990', '1992') }, { validTime: span('1992') })).toBe(
      'CONTRADICTION',
    );
    expect(kindOf('articles', 12, 13, { validTime: span('1990', '1991') })).toBe('CONTRADICTION');
    const [one, other] = [10, 11].map((latitude) =>
      claim(`claim/${latitude}`, 'city/hue', 'location', { latitude, longitude: 105 }),
    );
    expect(conflictsOf(treaty([one!, other!]))).toEqual([]);
  });

  test('of a plan, a target or an estimate beside a report is compatible', () => {
    for (const [modality, word] of [
      ['PLANNED', 'plan'],
      ['TARGET', 'target'],
      ['ESTIMATED', 'estimate'],
    ] as const) {
      const found = between('articles', 12, 13, { modality });
      expect(found).toMatchObject({ kind: 'COMPATIBLE' });
      expect(found!.reasons.en).toContain(word);
    }
    expect(kindOf('articles', 12, 13, { modality: 'TARGET' }, { modality: 'TARGET' })).toBe('CONTRADICTION');
  });

  test('of a denial is one with what it denies, and none with another value', () => {
    expect(kindOf('articles', 12, 12, {}, { modality: 'DENIED' })).toBe('CONTRADICTION');
    expect(kindOf('articles', 12, 13, {}, { modality: 'DENIED' })).toBe('COMPATIBLE');
    expect(kindOf('articles', 12, 12, { modality: 'DENIED' }, { modality: 'DENIED' })).toBeUndefined();
  });

  test('compares a deprecated claim with the best one only', () => {
    const claims = [
      concluded('claim/1', '2005', { isBest: false }),
      concluded('claim/2', '2005-10', { rank: 'PREFERRED', rankReason: 'It is exact.' }),
      concluded('claim/3', '2015', { isBest: false, rank: 'DEPRECATED', rankReason: 'A misprint.' }),
      concluded('claim/4', '2016', { isBest: false, rank: 'DEPRECATED', rankReason: 'Another.' }),
    ];
    expect(
      conflictsOf(treaty(claims)).map(({ claims: pair, kind, preferred }) => [pair.join(' '), kind, preferred]),
    ).toEqual([
      ['claim/1 claim/2', 'COMPATIBLE', 'claim/2'],
      ['claim/2 claim/3', 'CONTRADICTION', 'claim/2'],
      ['claim/2 claim/4', 'CONTRADICTION', 'claim/2'],
    ]);
  });

  test('tells the values, why, where they come from and what the editors say, in both languages', () => {
    expect(
      between(
        'concludedOn',
        date('2005-10'),
        date('2015'),
        {},
        { rank: 'DEPRECATED', rankReason: 'A misprint.', origin: 'REFERENCE' },
      ),
    ).toMatchObject({
      id: 'conflict/0--claim/1',
      preferred: 'claim/0',
      reasons: {
        en: 'October 2005 (in the documents) and 2015 (in reference data): they cannot both be true. The editors say: A misprint.',
        vi: 'tháng 10/2005 (theo tài liệu) và năm 2015 (theo dữ liệu tham chiếu): không thể cùng đúng. Người biên tập ghi: A misprint.',
      },
    });
    expect(between('worth', amount('10000000000', 'USD', 'OVER'), amount('12000000000', 'USD'))!.reasons.en).toBe(
      'over 10 billion USD and 12 billion USD: one lies within what the other allows.',
    );
  });

  describe('of complements', () => {
    const between = (
      one: Quantity,
      other: Quantity,
      { founded = [], ...more }: Partial<RelationRecord> & { readonly founded?: readonly string[] } = {},
    ) => {
      const cities = ['city/a', 'city/b'];
      const claims = [
        claim('claim/a', 'city/a', 'area', one),
        claim('claim/b', 'city/b', 'area', other),
        ...founded.map((edtf, place) => claim(`claim/founded/${place}`, cities[place]!, 'foundedOn', date(edtf))),
      ];
      return conflictsOf({
        kinds: toyKinds,
        entities: cities.map((id) => entity(id, 'City', names(id))),
        relations: [relation('twinned/1', 'TWINNED', 'city/a', 'city/b', more)],
        claims,
      });
    };

    test.each([
      [amount('84', '%'), amount('16', '%'), 'COMPATIBLE'],
      [amount('84', '%', 'ABOUT'), amount('20', '%', 'ABOUT'), 'COMPATIBLE'],
      [amount('84', '%'), amount('20', '%'), 'CONTRADICTION'],
      [amount('84', '%'), amount('16.4', '%'), 'COMPATIBLE'],
      [amount('80', '%', 'OVER'), amount('16', '%'), 'COMPATIBLE'],
      [amount('80', '%', 'OVER'), amount('30', '%'), 'CONTRADICTION'],
      [amount('84', '%'), amount('16', 'km²'), undefined],
    ])('%o and %o is a %s', (one, other, kind) => {
      expect(between(one, other).map((each) => each.kind)).toEqual(kind ? [kind] : []);
    });

    test('belongs to both, rests on the fact that says so, and is none where that is denied or set aside', () => {
      const [one, other] = [amount('84', '%'), amount('16', '%')];
      expect(between(one, other)).toMatchObject([
        {
          id: 'conflict/a--b',
          subjects: ['city/a', 'city/b'],
          property: 'area',
          claims: ['claim/a', 'claim/b'],
          relations: ['twinned/1'],
          reasons: { en: '84% and 16%: each is what the other leaves of the whole.' },
        },
      ]);
      expect(between(one, other, { modality: 'DENIED' })).toEqual([]);
      expect(between(one, other, { rank: 'DEPRECATED' })).toEqual([]);
    });

    test('that do not make up the whole is compatible where they are of different dates', () => {
      const of = (...founded: string[]) => between(amount('84', '%'), amount('10', '%'), { founded })[0]!;
      expect(of('2020', '2026')).toMatchObject({
        kind: 'COMPATIBLE',
        reasons: { en: expect.stringContaining('different dates') },
      });
      expect(of('2020', '2020-11').kind).toBe('CONTRADICTION');
      expect(of('2020').kind).toBe('CONTRADICTION');
    });
  });

  test('of an absence is told by what is absent', () => {
    const told = (...claims: ClaimRecord[]) =>
      conflictsOf(treaty(claims)).map(({ kind, reasons }) => [kind, reasons.en]);
    const none = absent('claim/none', 'treaty/a', 'articles', 'NONE');
    const unknown = absent('claim/unknown', 'treaty/a', 'articles', 'UNKNOWN');
    const twelve = claim('claim/twelve', 'treaty/a', 'articles', 12);
    expect(told(none, twelve)).toEqual([['CONTRADICTION', 'none and 12: one says that there is none.']]);
    expect(told(unknown, twelve)).toEqual([['COMPATIBLE', '12 and not known: one says that it is not known.']]);
    expect(told(none, unknown)).toEqual([['COMPATIBLE', 'none and not known: one says that it is not known.']]);
    expect(told(none, { ...none, id: 'claim/none/2' })).toEqual([]);
    expect(told(none, { ...none, id: 'claim/none/2', modality: 'DENIED' })).toEqual([
      ['CONTRADICTION', 'none and none: one denies what the other says.'],
    ]);
    expect(told(none, { ...twelve, modality: 'PLANNED' })).toEqual([['COMPATIBLE', 'none and 12: one is a plan.']]);
    // A place cannot be compared with another, but with none.
    const place = claim('claim/place', 'city/hue', 'location', { latitude: 10, longitude: 105 });
    expect(told(absent('claim/nowhere', 'city/hue', 'location', 'NONE'), place)).toEqual([
      ['CONTRADICTION', 'none and a value: one says that there is none.'],
    ]);
  });

  test('prefers nothing where nothing decides', () => {
    expect(between('articles', 12, 13)).not.toHaveProperty('preferred');
  });
});
