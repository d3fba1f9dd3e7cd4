import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestClaim, type WeighedClaim } from '../../src/model/best-claim.js';

const NOW = '2005-06-30';

const weighed = (parts: Partial<WeighedClaim>): WeighedClaim => ({
  id: 'claim/m',
  modality: 'REPORTED',
  rank: 'NORMAL',
  width: 0,
  sources: 1,
  latestSource: '2000-01-01',
  ...parts,
});

/** Each rule decides where all rules before it are silent, against all rules after it. */
const worseLater = { modality: 'PLANNED', width: 9, sources: 1, latestSource: '', id: 'claim/z' } as const;
const betterLater = { modality: 'REPORTED', width: 0, sources: 9, latestSource: '2005-01-01', id: 'claim/a' } as const;

const RULES: readonly (readonly [rule: string, better: Partial<WeighedClaim>, worse: Partial<WeighedClaim>])[] = [
  [
    'one that holds now comes before one that does not',
    { ...worseLater, rank: 'NORMAL', validTime: { from: { edtf: '2000' } } },
    { ...betterLater, rank: 'PREFERRED', validTime: { to: { edtf: '2004' } } },
  ],
  ['then the rank of the editors', { ...worseLater, rank: 'PREFERRED' }, { ...betterLater, rank: 'NORMAL' }],
  [
    'then reported before estimated',
    { ...worseLater, modality: 'REPORTED' },
    { ...betterLater, modality: 'ESTIMATED' },
  ],
  ['and estimated before planned', { ...worseLater, modality: 'ESTIMATED' }, { ...betterLater, modality: 'PLANNED' }],
  ['and planned before a target', { ...worseLater, modality: 'PLANNED' }, { ...betterLater, modality: 'TARGET' }],
  ['then the more exact', { width: 1, sources: 1, latestSource: '', id: 'claim/z' }, { ...betterLater, width: 2 }],
  ['then the more sources', { sources: 2, latestSource: '', id: 'claim/z' }, { ...betterLater, sources: 1 }],
  [
    'then the later source',
    { latestSource: '2001-01-01', id: 'claim/z' },
    { latestSource: '2000-12-31', id: 'claim/a' },
  ],
  [
    'and a dated source before an undated one',
    { latestSource: '1900-01-01', id: 'claim/z' },
    { latestSource: '', id: 'claim/a' },
  ],
  ['then the smaller id', { id: 'claim/a' }, { id: 'claim/b' }],
];

describe('the best claim', () => {
  test.each(RULES)('%s', (_rule, better, worse) => {
    const [best, other] = [weighed(better), weighed(worse)];
    expect(bestClaim([best, other], NOW)).toBe(best);
    expect(bestClaim([other, best], NOW)).toBe(best);
  });

  test('is never deprecated nor denied, even alone', () => {
    expect(bestClaim([weighed({ rank: 'DEPRECATED' })], NOW)).toBeUndefined();
    expect(bestClaim([weighed({ modality: 'DENIED' })], NOW)).toBeUndefined();
    expect(bestClaim([], NOW)).toBeUndefined();
    const poor = weighed({ modality: 'TARGET', width: 99 });
    expect(
      bestClaim([weighed({ rank: 'DEPRECATED' }), poor, weighed({ modality: 'DENIED', rank: 'PREFERRED' })], NOW),
    ).toBe(poor);
  });

  test('does not depend on the order in which claims come, nor changes it', () => {
    const claim = fc.record({
      modality: fc.constantFrom('REPORTED' as const, 'ESTIMATED' as const, 'PLANNED' as const, 'DENIED' as const),
      rank: fc.constantFrom('PREFERRED' as const, 'NORMAL' as const, 'DEPRECATED' as const),
      width: fc.nat(2),
      sources: fc.nat(2),
      latestSource: fc.constantFrom('', '2000-01-01', '2001-01-01'),
    });
    fc.assert(
      fc.property(fc.array(claim, { maxLength: 6 }), fc.nat(), (parts, turn) => {
        const claims = parts.map((each, number) => weighed({ ...each, id: `claim/${number}` }));
        const turned = [...claims.slice(turn % (claims.length + 1)), ...claims.slice(0, turn % (claims.length + 1))];
        const kept = [...turned];
        expect(bestClaim(turned, NOW)).toBe(bestClaim(claims, NOW));
        expect(turned).toEqual(kept);
      }),
    );
  });
});
