import { beforeAll, describe, expect, test } from 'vitest';
import { openGraph } from '../../src/index.js';
import { declarationsOf, relationshipTypes } from '../../src/model/declare.js';
import { commonTime, holdTogether } from '../../src/model/told-path.js';
import { kinds } from '../../src/schema/index.js';
import { ask } from '../docs/asking.js';
import { span } from '../toy/release.js';

describe('the time that facts have in common', () => {
  test('is from the last beginning to the first end', () => {
    expect(commonTime([span('1990', '2000'), span('1995-06'), null, span(undefined, '1998')])).toEqual(
      span('1995-06', '1998'),
    );
  });

  test('is nothing where no time is stated, or they did not hold together', () => {
    expect(commonTime([])).toBeNull();
    expect(commonTime([null, null])).toBeNull();
    expect(commonTime([span('1990', '1994'), span('1995')])).toBeNull();
  });

  test('takes the narrower of two dates that rule out as much', () => {
    expect(commonTime([span('1995'), span('1995-01-01')])).toEqual(span('1995-01-01'));
    expect(commonTime([span(undefined, '1995'), span(undefined, '1995-12-31')])).toEqual(span(undefined, '1995-12-31'));
  });

  test('may be one day, where inexact dates leave it open', () => {
    expect(holdTogether([span(undefined, '1995'), span('1995-12-31')])).toBe(true);
    expect(holdTogether([span(undefined, '1995'), span('1996')])).toBe(false);
    expect(holdTogether([null, span('1996')])).toBe(true);
  });
});

test('every type of relationship has words for both ways, in both languages', () => {
  for (const { type, phrases } of relationshipTypes(declarationsOf(kinds)))
    for (const language of ['vi', 'en'] as const) {
      expect(phrases?.[language], type).toHaveLength(2);
      for (const phrase of phrases![language]) expect(phrase, type).toMatch(/^\S.*\S$/);
    }
});

describe('paths of the graph that ships', () => {
  let data: any;

  beforeAll(async () => {
    const graph = await openGraph();
    data = await ask(
      graph,
      `{ lam: paths(from: { name: "To Lam" }, to: { id: "province/tay-ninh" }, first: 1) { length vi: sentence en: sentence(lang: EN) hops { relation { citations { footnote } } } }
         border: paths(from: { id: "province/svay-rieng" }, to: { id: "province/dong-nai" }, via: [BORDERS]) { vi: sentence en: sentence(lang: EN) } }`,
    );
  });

  test('tell how a leader is connected with a province, each hop on somebody’s word', () => {
    const [path] = data.lam;
    expect(path).toMatchObject({
      length: 2,
      vi: 'Tô Lâm chứng kiến việc ký hoặc trao Thỏa thuận hợp tác giữa UBND tỉnh Tây Ninh và chính quyền tỉnh Prey Veng; Thỏa thuận hợp tác giữa UBND tỉnh Tây Ninh và chính quyền tỉnh Prey Veng có một bên là Tây Ninh.',
      en: "To Lam witnessed the signing or exchange of Cooperation Agreement between the People's Committee of Tay Ninh and the Prey Veng Provincial Administration; Cooperation Agreement between the People's Committee of Tay Ninh and the Prey Veng Provincial Administration has as a party Tay Ninh.",
    });
    for (const { relation } of path.hops) expect(relation.citations.length).toBeGreaterThan(0);
  });

  test('go over borders', () => {
    expect(data.border[0]).toEqual({
      vi: 'Svay Rieng giáp Tây Ninh; Tây Ninh giáp Tbong Khmum; Tbong Khmum giáp Đồng Nai.',
      en: 'Svay Rieng borders Tay Ninh; Tay Ninh borders Tbong Khmum; Tbong Khmum borders Dong Nai.',
    });
  });
});
