/// <reference lib="dom" />
import { readFile } from 'node:fs/promises';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import {
  DESKTOP,
  faultsOf,
  hasBrowser,
  PHONE,
  seenGraph,
  type SeenGraph,
  startShipped,
  usePlayground,
  WINDOW,
} from './browser.js';

const PARTIES = '{ agreements(first: 3) { nodes { name parties(first: 4) { edges { node { name } } } } } }';
const HOLDERS =
  '{ office(id: "office/kh-prime-minister") { name holders(first: 10) { edges { validTime { from { text } to { text } } node { name } citations { footnote } } } } }';
const SERIES =
  '{ series(indicator: "two-way trade") { unit points { period { text } modality best { id quantity { text } } } } }';
const GROUPS = '{ groups(kind: AGREEMENT, by: PROVINCE) { key count node { name } } }';
const PROVINCES =
  '{ provinces(first: 40, where: { agreements: { exists: true } }) { nodes { name agreements(first: 5) { nodes { name } } } } }';

describe.skipIf(!hasBrowser())('the pictures, on the graph that ships', () => {
  const playground = usePlayground(startShipped);
  const openPage = playground.open;
  const linkTo = (query: string, view: string, rest = '') => `#query=${encodeURIComponent(query)}&view=${view}${rest}`;
  const picture = (page: Page) => page.locator('.picture');
  const canvas = (page: Page) => page.locator('.canvas canvas').first();
  const entry = (page: Page, name: RegExp | string): Locator =>
    page.locator('.picture-side').getByRole('button', { name }).first();
  const card = (page: Page) => page.locator('.card').first();
  const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
  const questionsOf = (page: Page): string[] => {
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/graphql')) asked.push((request.postDataJSON() as { query: string }).query);
    });
    return asked;
  };

  test('runs every example, and draws every view that is offered, without a complaint', async () => {
    const { page, complaints } = await openPage();
    const examples = page.locator('.theme button');
    await examples.first().waitFor();
    const drawn: Record<string, string[]> = {};
    for (let index = 0; index < (await examples.count()); index++) {
      await examples.nth(index).click();
      const title = await examples.nth(index).innerText();
      await expect.poll(() => page.locator('#answer-title').innerText()).toBe(title);
      await expect.poll(() => page.locator('#answer').getAttribute('aria-busy')).toBe('false');
      await page.getByRole('tab', { name: 'Table' }).click();
      expect(await page.locator('tbody tr').count(), title).toBeGreaterThan(0);
      for (const view of ['graph', 'timeline', 'map', 'chart']) {
        const tab = page.locator(`#view-tab-${view}`);
        await tab.click();
        const outcome = page.locator('.picture, #view-panel > .message:not(:has-text("Asking"))');
        await outcome.first().waitFor();
        if ((await picture(page).count()) > 0) (drawn[title] ??= []).push(view);
        expect(await page.locator('#view-panel .message.bad').count(), `${title}: ${view}`).toBe(0);
      }
    }
    // Two examples are about single values, which only the table shows.
    expect(Object.keys(drawn).length).toBeGreaterThanOrEqual((await examples.count()) - 2);
    expect(Object.values(drawn).flat()).toEqual(expect.arrayContaining(['graph', 'timeline', 'map', 'chart']));
    expect(await complaints()).toEqual([]);
  }, 180_000);

  test('asks for a picture only when it is looked at, and once for all that need the same', async () => {
    const { page } = await openPage(linkTo(HOLDERS, 'table'));
    await page.locator('tbody tr').first().waitFor();
    const asked = questionsOf(page);
    await page.getByRole('tab', { name: 'Graph' }).click();
    await canvas(page).waitFor();
    await page.getByRole('tab', { name: 'Timeline' }).click();
    await page.locator('.timeline-row').first().waitFor();
    expect(asked.filter((query) => query.includes('entente_name'))).toHaveLength(1);
    await page.getByRole('tab', { name: 'JSON' }).click();
    expect(await page.locator('.json').innerText()).not.toContain('entente_');
  });

  test('draws a graph in which an entity shows its fields, and a fact its sources, its time and its rank', async () => {
    const { page, complaints } = await openPage(linkTo(HOLDERS, 'graph'));
    await canvas(page).waitFor();
    await entry(page, /^Hun Manet$/).click();
    await expect
      .poll(() => card(page).innerText())
      .toMatch(/leader\s+Hun Manet\s+leader\/hun-manet[\s\S]*has held the office of Prime Minister/);
    await card(page)
      .getByRole('button', { name: /has held the office/ })
      .first()
      .click();
    await expect
      .poll(() => card(page).innerText())
      .toMatch(/Time[\s\S]*Stated as\s+reported[\s\S]*Rank\s+normal[\s\S]*Sources\s+\S/);
    expect(await card(page).locator('.footnotes li').count()).toBeGreaterThan(0);
    expect(await complaints()).toEqual([]);
  });

  test('asks for the sources of a fact that the question leaves out', async () => {
    const { page } = await openPage(linkTo(PARTIES, 'graph'));
    await canvas(page).waitFor();
    await page.locator('.picture-side details').last().locator('.entry').first().click();
    await card(page).locator('.footnotes li').first().waitFor();
  });

  test('chooses what is clicked in the drawing, and nothing where there is nothing', async () => {
    const { page } = await openPage(linkTo(HOLDERS, 'graph'));
    await canvas(page).waitFor();
    await page.waitForTimeout(300);
    const box = (await page.locator('.canvas').boundingBox())!;
    // The middle of the drawing is the office that all hold; around it something is certainly empty.
    const hits: string[] = [];
    for (let step = 1; step < 20 && hits.length === 0; step++)
      for (let across = 1; across < 20 && hits.length === 0; across++) {
        await page.mouse.click(box.x + (box.width * across) / 20, box.y + (box.height * step) / 20);
        if ((await page.locator('.card').count()) > 0) hits.push(await page.locator('#card-title').innerText());
      }
    expect(hits).toHaveLength(1);
    await page.mouse.click(box.x + 3, box.y + 3);
    await expect.poll(() => page.locator('.card').count()).toBe(0);
  });

  test('saves the graph as PNG and as SVG', async () => {
    const { page, complaints } = await openPage(linkTo(HOLDERS, 'graph'));
    await canvas(page).waitFor();
    for (const [format, start] of [
      ['PNG', '\u0089PNG'],
      ['SVG', '<svg '],
    ]) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: `Save as ${format}` }).click(),
      ]);
      expect(download.suggestedFilename()).toBe(`entente-graph.${format!.toLowerCase()}`);
      const content = await readFile(await download.path(), 'latin1');
      expect(content.slice(0, 5)).toContain(start!.slice(0, 4));
      expect(content.length).toBeGreaterThan(1000);
    }
    expect(await complaints()).toEqual([]);
  });

  describe('the names in a graph', () => {
    /** The latest documents with their parties: 49 entities, most of whose names begin alike. */
    const openLatest = async (options: BrowserContextOptions, wide = true) => {
      const body = JSON.stringify({ query: '{ graph { examples { id query } } }' });
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(`${playground.url}graphql`, { method: 'POST', headers, body });
      const { data } = (await response.json()) as { data: { graph: { examples: { id: string; query: string }[] } } };
      const { query } = data.graph.examples.find(({ id }) => id === 'latest-agreements')!;
      const { page } = await openPage(linkTo(query, 'graph'), options);
      await canvas(page).waitFor();
      if (wide) await page.locator('.widen').click();
      await page.evaluate(() => document.fonts.ready);
      await page.waitForTimeout(500);
      return page;
    };
    const namedOf = (seen: SeenGraph) => seen.nodes.filter(({ label }) => label !== '').length;

    test.each([
      ['in English', WINDOW, 34],
      ['in Vietnamese', { ...WINDOW, locale: 'vi-VN' }, 34],
      ['on a phone', PHONE, 12],
    ])('cover no node and no other name, and are large enough to read, %s', async (_where, options, atLeast) => {
      const page = await openLatest(options, options !== PHONE);
      const seen = await seenGraph(page);
      expect(seen.nodes).toHaveLength(49);
      expect(seen.links).toBe(57);
      expect(seen.covered).toEqual([]);
      expect(seen.letters).toBeGreaterThanOrEqual(9);
      expect(namedOf(seen)).toBeGreaterThanOrEqual(atLeast);
    });

    test('tell agreements apart that are called alike', async () => {
      const { nodes } = await seenGraph(await openLatest(WINDOW));
      const labels = nodes.flatMap(({ label }) => (label === '' ? [] : [label]));
      expect(new Set(labels).size).toBe(labels.length);
      expect(labels).toContain('Cooperation Agreement … Dong Nai … Kratie …');
    });

    test('are all to be had: where one points, where one chooses, and nearer by', async () => {
      const page = await openLatest(WINDOW);
      const before = await seenGraph(page);
      const hidden = before.nodes.find(({ label }) => label === '')!;
      const box = (await page.locator('.canvas').boundingBox())!;
      await page.mouse.move(box.x + hidden.x, box.y + hidden.y);
      await expect.poll(() => page.locator('.canvas-frame').getAttribute('title')).toBe(hidden.name);
      await page.mouse.move(box.x + 3, box.y + 3);
      await expect.poll(() => page.locator('.canvas-frame').getAttribute('title')).toBe('');
      await page.locator('.picture-side').getByRole('button', { name: hidden.name, exact: true }).first().click();
      const labelled = async () => (await seenGraph(page)).nodes.find(({ name }) => name === hidden.name)!.label;
      await expect.poll(labelled).not.toBe('');
      expect((await seenGraph(page)).covered).toEqual([]);
      await page.locator('#card-title').waitFor();
      await page.getByRole('button', { name: 'Close', exact: true }).click();
      for (let clicks = 0; clicks < 4; clicks++) await page.getByRole('button', { name: 'Zoom in' }).click();
      await page.waitForTimeout(100);
      const near = await seenGraph(page);
      expect(namedOf(near)).toBeGreaterThan(namedOf(before));
      expect(near.covered).toEqual([]);
      for (let clicks = 0; clicks < 7; clicks++) await page.getByRole('button', { name: 'Zoom out' }).click();
      await page.waitForTimeout(100);
      const far = await seenGraph(page);
      expect(namedOf(far)).toBeLessThan(namedOf(before));
      expect(far.letters).toBeGreaterThanOrEqual(9);
      expect(far.covered).toEqual([]);
    });
  });

  test('a graph fills its canvas, and still does when the window changes', async () => {
    const { page } = await openPage(linkTo(PROVINCES, 'graph'), WINDOW);
    await canvas(page).waitFor();
    const share = async () => {
      const { nodes } = await seenGraph(page);
      const { width, height } = (await page.locator('.canvas').boundingBox())!;
      const reach = (places: number[]) => Math.max(...places) - Math.min(...places);
      return [reach(nodes.map(({ x }) => x)) / width, reach(nodes.map(({ y }) => y)) / height];
    };
    await expect.poll(async () => Math.min(...(await share()))).toBeGreaterThan(0.6);
    await page.setViewportSize({ width: 1000, height: 900 });
    await expect.poll(async () => Math.min(...(await share()))).toBeGreaterThan(0.6);
    expect((await seenGraph(page)).covered).toEqual([]);
  });

  test('a planned fact and one that was set aside look and are called so', async () => {
    const planned =
      '{ mechanism(id: "mechanism/border-provinces-conference") { name meetings(first: 5) { edges { node { status } } } } }';
    const { page } = await openPage(linkTo(planned, 'graph'));
    await canvas(page).waitFor();
    await page.locator('.legend').getByText('planned').waitFor();
    expect(await page.locator('.picture-side .standing.planned').count()).toBeGreaterThan(0);
    const disputed =
      '{ agreement(id: "agreement/supplementary-treaty-2005") { name parties { nodes { name } } claims(where: { property: { eq: "concludedOn" } }) { nodes { date { text } rank } } } }';
    const other = await openPage(linkTo(disputed, 'timeline'));
    await other.page.locator('.timeline-track .disputed').waitFor();
    await other.page.getByRole('tab', { name: 'Graph' }).click();
    await entry(other.page, /Supplementary Treaty/).click();
    await card(other.page).waitFor();
    expect(await card(other.page).locator('.standing.disputed').count()).toBe(1);
  });

  test('draws dates at their precision, hides a kind, and opens what is clicked', async () => {
    const query =
      '{ meetings(first: 20) { nodes { name date { text } } } visits(first: 20) { nodes { name date { text } end { text } } } }';
    const { page } = await openPage(linkTo(query, 'timeline'));
    const rows = page.locator('.timeline-row');
    await rows.first().waitFor();
    const all = await rows.count();
    const width = (selector: string) =>
      page
        .locator(`.timeline-track .${selector}`)
        .first()
        .evaluate((mark) => mark.getBoundingClientRect().width);
    expect(await width('dot')).toBeCloseTo(10.4, 0);
    await page.getByRole('button', { name: /^meeting \(/ }).click();
    await expect.poll(() => rows.count()).toBeLessThan(all);
    await rows.first().click();
    expect(await card(page).innerText()).toContain('visit');
    await page.getByLabel('Group by kind').check();
    expect(await page.locator('.timeline-kind').allInnerTexts()).toEqual([expect.stringContaining('visit')]);
  });

  test.each([
    [
      'a date of an entity',
      '{ agreements(first: 3) { nodes { name concludedOn { text } } } }',
      /Sources\s+signed, exchanged or adopted on: [\s\S]*reported · Rank normal\s+1?\.?\s*\S+/,
    ],
    ['the time of a fact', HOLDERS, /Stated as\s+reported[\s\S]*Rank\s+normal[\s\S]*Sources\s+\S+/],
    [
      'an entry of a timeline',
      '{ timeline(first: 3) { nodes { title date { text } } } }',
      /Stated as\s+reported[\s\S]*Rank\s+normal[\s\S]*Sources\s+\S+/,
    ],
  ])('tells of %s on the timeline how it is stated, its rank and its sources', async (_what, query, told) => {
    const { page, complaints } = await openPage(linkTo(query, 'timeline'));
    await page.locator('.timeline-row').nth(1).click();
    await card(page).locator('.footnotes li').first().waitFor();
    expect(await card(page).innerText()).toMatch(told);
    expect(await page.locator('.timeline-row[aria-current]').count()).toBe(1);
    expect(await complaints()).toEqual([]);
  });

  test('draws the picture of a link while the editor is still to come', async () => {
    const { page } = await openPage('#from=&to=');
    await page.route(/assets\/(editor|monaco)-.*\.js/, () => undefined);
    await page.goto('about:blank');
    await page.goto(`${playground.url}${linkTo(HOLDERS, 'graph')}`);
    await canvas(page).waitFor();
    expect(await page.locator('.full').count()).toBe(0);
    expect(await page.getByRole('textbox', { name: 'Query' }).inputValue()).toBe(HOLDERS);
  });

  test('tells what is chosen as of the moment that the answer is of', async () => {
    const then = 'asOf(knownAt: "2009-12-31") { ...treaty }';
    const treaty =
      'fragment treaty on Query { agreement(id: "agreement/supplementary-treaty-2005") { name concludedOn { text(lang: EN) } parties { nodes { name } } } }';
    const { page } = await openPage(linkTo(`{ ${then} } ${treaty}`, 'graph'));
    const asked = questionsOf(page);
    await entry(page, /Supplementary Treaty/).click();
    await card(page).locator('.footnotes li').first().waitFor();
    expect(await card(page).innerText()).toContain('as known on 31 December 2009');
    expect(await card(page).locator('.footnotes').allInnerTexts()).toEqual([
      expect.stringContaining('Briefing on relations between Viet Nam and Cambodia (2009)'),
    ]);
    expect(asked.filter((query) => query.startsWith('query StatedOfEntity'))).toEqual([
      expect.stringContaining('asOf(validAt: $validAt, knownAt: $knownAt)'),
    ]);
    const other = await openPage(linkTo(`{ then: ${then} now: asOf { ...treaty } } ${treaty}`, 'graph'));
    await entry(other.page, /Supplementary Treaty/).click();
    await card(other.page).locator('.footnotes li').first().waitFor();
    expect(await card(other.page).locator('.as-of').innerText()).toMatch(
      /as known on 31 December 2009; as of the release$/,
    );
    await expect.poll(() => card(other.page).locator('.stated > li').count()).toBe(4);
  });

  test('draws a series with targets apart and open bounds, and cites a figure that is clicked', async () => {
    const { page, complaints } = await openPage(linkTo(SERIES, 'chart'));
    await page.locator('.chart-plot').waitFor();
    expect(await page.locator('.chart-point').count()).toBe(5);
    expect(await page.locator('.chart-point .ahead').count()).toBe(1);
    // “Over 2 billion” and “over 10.57 billion” have no upper bound.
    expect(await page.locator('.chart-span.open').count()).toBe(2);
    const line = await page.locator('.chart-line').getAttribute('d');
    expect(line!.split('L')).toHaveLength(4);
    await page.locator('.chart-point .said').last().click();
    await card(page).locator('.footnotes li').first().waitFor();
    expect(await card(page).innerText()).toMatch(
      /Two-way trade in 2022[\s\S]*value: over 10\.57 billion USD[\s\S]*¶\d+/,
    );
    await card(page).getByRole('button', { name: 'Close' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.chart-list button').first().focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('#card-title').innerText()).toContain('2006');
    expect(await complaints()).toEqual([]);
  });

  test('draws groups as bars, as long as they are large, and opens the entity of one', async () => {
    const { page } = await openPage(linkTo(GROUPS, 'chart'));
    const bar = (name: string) => page.locator('.bar-row', { hasText: name });
    await bar('Dong Nai').waitFor();
    const width = async (name: string) => (await bar(name).locator('.bar').boundingBox())!.width;
    expect((await width('Dong Nai')) / (await width('Tay Ninh'))).toBeCloseTo(2, 1);
    await bar('Dong Nai').click();
    expect(await page.locator('#card-title').innerText()).toBe('Dong Nai');
  });

  test('heads charts in words, not in the keys of the question', async () => {
    const query =
      '{ a: groups(kind: AGREEMENT, by: TYPE) { key count } b: groups(kind: AGREEMENT, by: PROVINCE) { key count } }';
    const { page } = await openPage(linkTo(query, 'chart'));
    const headings = page.locator('.chart h3');
    await headings.first().waitFor();
    expect(await headings.allInnerTexts()).toEqual(['Agreements by type', 'Agreements by province']);
    await page.getByRole('button', { name: 'Tiếng Việt' }).click();
    await expect
      .poll(() => headings.allInnerTexts())
      .toEqual(['Văn kiện theo loại văn kiện', 'Văn kiện theo tỉnh thành']);
    expect(await page.locator('.bar-name').allInnerTexts()).toContain('hiệp ước');
    await page.evaluate((hash) => (location.hash = hash), linkTo(SERIES, 'chart'));
    await expect.poll(() => headings.allInnerTexts()).toEqual(['Kim ngạch thương mại hai chiều USD']);
  });

  test('keeps in the link what was added to the graph of an answer', async () => {
    const { page } = await openPage(linkTo(HOLDERS, 'graph', '&selected=leader%2Fhun-sen'));
    await page.getByRole('button', { name: 'Add its neighbours' }).click();
    await expect.poll(() => page.locator('.card-actions').innerText()).toMatch(/\d+ added/);
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByRole('button', { name: '✓ Link copied' }).waitFor();
    const other = await openPage((await clipboard(page)).slice(playground.url.length));
    await expect.poll(() => other.page.locator('.card-actions').innerText()).toMatch(/\d+ added/);
    const count = (of: Page) => of.locator('.picture-main [role=status]').innerText();
    expect(await count(other.page)).toBe(await count(page));
  });

  test('draws provinces and their agreements on the map, at either side of the merger', async () => {
    const { page, complaints } = await openPage(linkTo(PROVINCES, 'map'));
    await page.locator('.place.ours').first().waitFor();
    const dongNai = () => page.locator('.place.ours').filter({ hasText: 'Dong Nai' }).locator('path').getAttribute('d');
    const since = await dongNai();
    await page.getByLabel('Outlines').selectOption({ label: 'before 1 July 2025' });
    await expect.poll(dongNai).not.toBe(since);
    await entry(page, /Dong Nai – Kratie/).click();
    expect(await card(page).innerText()).toMatch(/Dong Nai – Kratie[\s\S]*Cooperation Agreement/);
    expect(await page.locator('.arc.agreed.chosen').count()).toBe(1);
    await entry(page, /Cooperation Agreement/).click();
    expect(await card(page).innerText()).toMatch(/agreement\s+Cooperation Agreement/);
    expect(await complaints()).toEqual([]);
  });

  test('names the provinces that it has no outline for', async () => {
    const { page } = await openPage(
      linkTo('{ nodes(ids: ["province/kien-giang", "province/an-giang"]) { ... on Province { name } } }', 'map'),
    );
    await page.locator('.place.ours').first().waitFor();
    expect(await page.getByLabel('Outlines').locator('option:checked').innerText()).toBe('before 1 July 2025');
    await page.getByLabel('Outlines').selectOption({ label: 'since 1 July 2025' });
    await page.getByText('there is no outline for them at this time: Kien Giang.').waitFor();
  });

  test('says what a picture misses, and adds it to the question', async () => {
    const { page } = await openPage(linkTo('{ agreements(first: 3) { nodes { name } } }', 'timeline'));
    await page.getByText('the picture needs a date, such as concludedOn of an agreement').waitFor();
    await page.getByRole('button', { name: 'Add it to the question' }).click();
    await page.locator('.timeline-row').first().waitFor();
    await expect.poll(() => page.locator('.view-lines').first().innerText()).toContain('concludedOn');
  });

  test('marks the views that a question has nothing for', async () => {
    const { page } = await openPage(linkTo('{ graph { release } }', 'table'));
    await expect
      .poll(() => page.locator('#view-tab-graph').getAttribute('title'))
      .toContain('This view needs a relation');
    await page.getByRole('tab', { name: 'Graph' }).click();
    await page.getByText('Nothing to draw in this answer').waitFor();
    expect(await page.getByRole('button', { name: 'Add it to the question' }).count()).toBe(0);
  });

  test('shares the view with what is chosen in it', async () => {
    const { page } = await openPage(linkTo(HOLDERS, 'graph'));
    await entry(page, /^Hun Sen$/).click();
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByRole('button', { name: '✓ Link copied' }).waitFor();
    const link = await clipboard(page);
    expect(link).toContain('selected=leader%2Fhun-sen');
    const other = await openPage(link.slice(playground.url.length));
    await expect.poll(() => other.page.locator('#card-title').innerText()).toBe('Hun Sen');
  });

  test('shows a result of two thousand nodes whole in the table, and says how much of it is drawn', async () => {
    const connection = (from: number, plain: boolean) => ({
      nodes: Array.from({ length: 40 }, (_, index) => ({
        name: `province ${from * 40 + index}`,
        ...(!plain && { __typename: 'Province', kind: 'PROVINCE', id: `province/${from * 40 + index}` }),
      })),
      ...(!plain && {
        edges: Array.from({ length: 40 }, (_, index) => ({
          __typename: 'ProvinceFactEdge',
          ...{ id: `fact/${from * 40 + index}`, modality: 'REPORTED', rank: 'NORMAL', type: 'IN_COUNTRY' },
          node: { __typename: 'Province', kind: 'PROVINCE', id: `province/${from * 40 + index}` },
        })),
      }),
    });
    const answer = (plain: boolean) => ({
      data: {
        countries: {
          nodes: Array.from({ length: 50 }, (_, index) => ({
            name: `country ${index}`,
            ...(!plain && { __typename: 'Country', kind: 'COUNTRY', id: `country/${index}` }),
            provinces: connection(index, plain),
          })),
        },
      },
    });
    const { page, complaints } = await openPage();
    await page.route('**/graphql', async (route) => {
      const { query } = route.request().postDataJSON() as { query: string };
      if (!/provinces\(first: 40\)/.test(query)) return route.continue();
      return route.fulfill({ json: answer(!query.includes('EntenteEntity')) });
    });
    const query = '{ countries(first: 50) { nodes { name provinces(first: 40) { nodes { name } } } } }';
    await page.evaluate((hash) => (location.hash = hash), linkTo(query, 'table'));
    await page.getByText('300 of 2000 rows').waitFor();
    await page.getByRole('button', { name: 'Show all rows' }).click();
    expect(await page.locator('tbody tr').count()).toBe(2000);
    await page.getByRole('tab', { name: 'Graph' }).click();
    await page.getByText('300 of 2,050 entities drawn, with 250 of 2,000 facts. The list has them all.').waitFor();
    expect(await page.locator('.picture-side .entry').count()).toBe(4050);
    expect(await complaints()).toEqual([]);
  });

  test('stops a picture that takes long, and draws it when asked again', async () => {
    const { page } = await openPage(linkTo(HOLDERS, 'table'));
    await page.locator('tbody tr').first().waitFor();
    let answerAll = false;
    await page.route('**/graphql', async (route) => {
      const { query } = route.request().postDataJSON() as { query: string };
      if (answerAll || !query.includes('entente_name')) await route.continue();
    });
    await page.getByRole('tab', { name: 'Graph' }).click();
    await page.locator('#view-panel').getByRole('button', { name: 'Stop' }).click();
    await page.getByText('Stopped before the picture was complete.').waitFor();
    answerAll = true;
    await page.getByRole('button', { name: 'Try again' }).click();
    await canvas(page).waitFor();
  });

  test('says that the server is down, and draws once it is back', async () => {
    const { page } = await openPage(linkTo(PROVINCES, 'table'));
    await page.locator('tbody tr').first().waitFor();
    await page.context().setOffline(true);
    await page.getByRole('tab', { name: 'JSON' }).click();
    await page.context().setOffline(false);
    await page.route('**/graphql', (route) => route.abort());
    await page.getByRole('tab', { name: 'Map' }).click();
    await page.getByRole('alert').getByText('The server does not answer').waitFor();
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.place.ours').first().waitFor();
  });

  test('says why the server refuses what a picture needs', async () => {
    const { page } = await openPage(linkTo(PARTIES, 'table'));
    await page.locator('tbody tr').first().waitFor();
    await page.route('**/graphql', async (route) => {
      const { query } = route.request().postDataJSON() as { query: string };
      if (!query.includes('entente_name')) return route.continue();
      const errors = [{ message: 'Too much', extensions: { code: 'QUERY_TOO_COSTLY' } }];
      return route.fulfill({ json: { data: null, errors } });
    });
    await page.getByRole('tab', { name: 'Graph' }).click();
    const alert = page.locator('#view-panel').getByRole('alert');
    expect(await alert.innerText()).toMatch(
      /does not answer the question as the picture needs it[\s\S]*Too much QUERY_TOO_COSTLY/,
    );
  });

  test('is used with the keyboard alone: from the tabs to a fact and its source', async () => {
    const { page } = await openPage(linkTo(HOLDERS, 'table'));
    await page.locator('tbody tr').first().waitFor();
    await page.getByRole('tab', { name: 'Table' }).focus();
    await page.keyboard.press('ArrowRight');
    await canvas(page).waitFor();
    const focused = () =>
      page.evaluate(() =>
        document.activeElement === document.body ? '' : (document.activeElement?.textContent?.trim() ?? ''),
      );
    const tabTo = async (name: RegExp) => {
      for (let presses = 0; presses < 40; presses++) {
        await page.keyboard.press('Tab');
        if (name.test(await focused())) return;
      }
      throw new Error(`${name} was not reached`);
    };
    await tabTo(/^Hun Manet$/);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('card-title');
    await tabTo(/^has held the office of/);
    await page.keyboard.press('Enter');
    await card(page).locator('.footnotes li').first().waitFor();
    await expect.poll(focused).toMatch(/Prime Minister.*has had as its holder.*Hun Manet/);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.card').count()).toBe(0);
    // Back where the card was opened, in the list beside the drawing.
    await expect.poll(focused).toBe('Hun Manet');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('entry');
  });

  test.each([
    ['in light colours', DESKTOP],
    ['in dark colours and Vietnamese', { ...DESKTOP, colorScheme: 'dark' as const, locale: 'vi-VN' }],
    ['on a phone', PHONE],
  ])(
    'has no serious accessibility fault where something is missing, wrong or still to come, %s',
    async (_where, options) => {
      const states: readonly (readonly [fragment: string, ready: string])[] = [
        [linkTo('{ nonsense }', 'table'), '.message.bad'],
        [linkTo('{ agreement(id: "agreement/none") { name } }', 'table'), '.message'],
        [linkTo('{ agreements(first: 3) { nodes { name } } }', 'timeline'), '.message .primary'],
        [
          linkTo(
            '{ asOf(validAt: "2005-10-15") { leaders(first: 2) { nodes { name offices { nodes { name } } } } } }',
            'graph',
            '&selected=leader%2Fhun-sen',
          ),
          '.canvas',
        ],
        ['#entity=province/tay-nin', '.message .entity-link'],
        ['#entity=province/tay-ninh&view=graph&selected=province/tay-ninh', '.card'],
        ['#entity=province/tay-ninh&view=timeline', '.timeline-row'],
        ['#from=province/tay-ninh&to=province/dong-nai&via=PARTICIPATED_IN', '.message .primary'],
      ];
      const { page } = await openPage('', options);
      await page.locator('tbody tr').first().waitFor();
      for (const [fragment, ready] of states) {
        await page.evaluate((hash) => (location.hash = hash), fragment);
        await page.locator(`#answer ${ready}`).first().waitFor();
        // What fades in has its colours then.
        await page.waitForTimeout(500);
        expect(await faultsOf(page, '#answer'), fragment).toEqual([]);
      }
      await page.getByRole('search').getByRole('combobox').fill('tay n');
      await page.locator('.found:not([hidden]) li').first().waitFor();
      expect(await faultsOf(page, 'header')).toEqual([]);
      await page.route('**/graphql', () => undefined);
      await page.evaluate((hash) => (location.hash = hash), linkTo('{ graph { date } }', 'table'));
      await page.locator('.progress').waitFor();
      await page.waitForTimeout(500);
      // What is asked again stays, faded, until the next answer comes.
      expect(await faultsOf(page, '#answer', ['.shown.old'])).toEqual([]);
    },
  );

  test.each([
    ['light', DESKTOP],
    ['dark', { ...DESKTOP, colorScheme: 'dark' as const }],
    ['on a phone', PHONE],
  ])('has no serious accessibility fault in any picture, %s', async (_where, options) => {
    const { page } = await openPage(linkTo(HOLDERS, 'graph', '&selected=leader%2Fhun-sen'), options);
    await canvas(page).waitFor();
    const faults = () => faultsOf(page, '#answer');
    expect(await faults()).toEqual([]);
    await page.getByRole('tab', { name: 'Timeline' }).click();
    await page.locator('.timeline-row').first().click();
    await card(page).locator('.footnotes li').first().waitFor();
    expect(await faults()).toEqual([]);
    for (const query of [SERIES, GROUPS]) {
      await page.evaluate((hash) => (location.hash = hash), linkTo(query, 'chart'));
      await page.locator('.chart').first().waitFor();
      await page.locator('.chart button').first().click();
      await card(page).waitFor();
      expect(await faults()).toEqual([]);
    }
    await page.evaluate((hash) => (location.hash = hash), linkTo(PROVINCES, 'map'));
    await page.locator('.place.ours').first().waitFor();
    await entry(page, /^Kratie$/).click();
    expect(await faults()).toEqual([]);
  });

  test.each(['graph', 'timeline', 'map', 'chart'])('fits the %s on a phone', async (view) => {
    const { page, complaints } = await openPage(
      linkTo(view === 'map' ? PROVINCES : view === 'chart' ? SERIES : HOLDERS, view),
      PHONE,
    );
    await picture(page).waitFor();
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(await complaints()).toEqual([]);
  });

  test('follows the colours of the page', async () => {
    const { page } = await openPage(linkTo(HOLDERS, 'graph'));
    await canvas(page).waitFor();
    const brightest = () =>
      page.evaluate(() => {
        const layers = [...document.querySelectorAll<HTMLCanvasElement>('.canvas canvas')];
        const layer = layers.at(-1)!;
        const { data } = layer.getContext('2d')!.getImageData(0, 0, layer.width, layer.height);
        let sum = 0;
        for (let at = 0; at < data.length; at += 4) if (data[at + 3]! > 200) sum = Math.max(sum, data[at]!);
        return sum;
      });
    await expect.poll(brightest).toBeGreaterThan(0);
    const light = await page.locator('.canvas').screenshot();
    await page.getByRole('combobox', { name: 'Colours' }).selectOption('dark');
    await expect.poll(async () => light.equals(await page.locator('.canvas').screenshot())).toBe(false);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark');
  });
});
