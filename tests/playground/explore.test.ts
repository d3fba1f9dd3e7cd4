/// <reference lib="dom" />
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { DESKTOP, faultsOf, hasBrowser, PHONE, seenGraph, startShipped, usePlayground, WINDOW } from './browser.js';

/** While the editor is fetched beside it, a page takes its time. */
const PATIENT = { timeout: 15_000 };

const WAYS = '#from=province/tay-ninh&to=province/dong-nai&via=PARTY_TO';

describe.skipIf(!hasBrowser())('Explore, on the graph that ships', () => {
  const playground = usePlayground(startShipped);
  const openPage = playground.open;
  const search = (page: Page) => page.getByRole('search').getByRole('combobox');
  const firstOption = (page: Page) => options(page).first();
  const options = (page: Page) => page.locator('.found:not([hidden]) [role=option]');
  const title = (page: Page) => page.locator('.explore h2').innerText();
  const canvas = (page: Page) => page.locator('.explore .canvas canvas').first();

  test('suggests names as one types, without marks, and says which name fits', async () => {
    const { page, complaints } = await openPage();
    await search(page).fill('tay n');
    await options(page).first().waitFor();
    expect(await options(page).first().innerText()).toMatch(/^Tay Ninh\s+province$/);
    expect(await options(page).nth(1).innerText()).toContain('found as UBND tỉnh Tây Ninh');
    await options(page).first().click();
    await expect.poll(() => title(page)).toBe('Tay Ninh');
    expect(page.url()).toContain('#entity=province/tay-ninh');
    expect(await complaints()).toEqual([]);
  });

  test('says that no name begins so, and offers what is near', async () => {
    const { page } = await openPage();
    await search(page).fill('Campuchja');
    await options(page).first().waitFor();
    expect(await page.locator('.found').first().innerText()).toMatch(/No name begins with “Campuchja”. Near it:/);
    expect(await options(page).allInnerTexts()).toEqual(expect.arrayContaining([expect.stringContaining('Cambodia')]));
    await search(page).fill('qqqqqqqq');
    await expect
      .poll(() => page.locator('.found').first().innerText())
      .toBe('Nothing in the graph is called “qqqqqqqq”, or anything near it.');
    await page.goto(`${playground.url}#entity=province/tay-nin`);
    await expect.poll(() => page.locator('.explore').innerText()).toMatch(/no entity province\/tay-nin[\s\S]*Tay Ninh/);
  });

  test('is used with the keyboard alone', async () => {
    const { page } = await openPage();
    await search(page).focus();
    await page.keyboard.type('dong nai');
    await options(page).first().waitFor();
    await page.keyboard.press('ArrowDown');
    const marked = await search(page).getAttribute('aria-activedescendant');
    expect(await page.locator(`[id="${marked}"]`).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Enter');
    await expect.poll(() => title(page)).toBe('Dong Nai');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Dong Nai');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    await canvas(page).waitFor();
    expect(page.url()).toContain('view=graph');
  });

  test('takes the first name that comes where Enter comes before it', async () => {
    const { page } = await openPage();
    await search(page).fill('svay rieng');
    await page.keyboard.press('Enter');
    await expect.poll(() => title(page)).toBe('Svay Rieng');
  });

  test('shows the facts of an entity by relation, each with its source, and leads on to what they name', async () => {
    const { page, complaints } = await openPage('#entity=province/tay-ninh');
    const parties = page.locator('.explore-group', { hasText: 'is a party to' });
    await parties.waitFor();
    expect(await parties.locator('.entity-link').count()).toBe(3);
    await parties.locator('.sources summary').first().click();
    expect(await parties.locator('.footnotes li').first().innerText()).toMatch(/6 February 2026, ¶23$/);
    await parties.getByRole('link', { name: /Prey Veng/ }).click();
    await expect.poll(() => title(page)).toMatch(/Prey Veng Provincial Administration$/);
    await page.goBack();
    await expect.poll(() => title(page)).toBe('Tay Ninh');
    expect(await complaints()).toEqual([]);
  });

  test('puts what sources say differently side by side, each on whose word, with the reason', async () => {
    const { page } = await openPage('#entity=agreement/supplementary-treaty-2005');
    const contradiction = page.locator('.disagreement', { hasText: 'cannot both be true' });
    const sides = contradiction.locator('.side');
    await sides.first().waitFor();
    expect(await sides.locator('.side-value').allInnerTexts()).toEqual(expect.arrayContaining(['2005-10', '2015']));
    expect(await contradiction.innerText()).toContain('A misprint for 2005');
    for (const side of await sides.all()) expect(await side.locator('.footnotes li').count()).toBeGreaterThan(0);
    const [one, other] = await Promise.all([sides.nth(0).boundingBox(), sides.nth(1).boundingBox()]);
    expect(one!.y).toBe(other!.y);
  });

  test('draws what is around an entity, and adds the neighbours of a node', async () => {
    const { page, complaints } = await openPage('#entity=province/tay-ninh&view=graph');
    await canvas(page).waitFor();
    const count = async () => Number.parseInt(await page.locator('.picture-main [role=status]').innerText(), 10);
    const before = await count();
    await page.locator('.picture-side').getByRole('button', { name: 'Tbong Khmum', exact: true }).click();
    await page.getByRole('button', { name: 'Add its neighbours' }).click();
    await expect.poll(() => page.locator('.card-actions').innerText()).toMatch(/\d+ added/);
    const added = Number(/(\d+) added/.exec(await page.locator('.card-actions').innerText())![1]);
    expect(added).toBeGreaterThan(0);
    expect(await count()).toBe(before + added);
    await expect.poll(() => page.url()).toContain('selected=province/tbong-khmum');
    await page.getByRole('link', { name: 'Open its page' }).click();
    await expect.poll(() => title(page)).toBe('Tbong Khmum');
    expect(await complaints()).toEqual([]);
  });

  test('draws the timeline of an entity with what happened', async () => {
    const { page } = await openPage('#entity=province/tay-ninh&view=timeline');
    await page.locator('.timeline-row').first().waitFor();
    expect(await page.locator('.timeline').innerText()).toContain('Long An is merged into Tay Ninh');
  });

  test('finds in a few strokes which provinces signed with both Tây Ninh and Đồng Nai, and on whose word', async () => {
    const { page, complaints } = await openPage();
    await page.getByRole('link', { name: 'What do two have in common?' }).click();
    await page.getByRole('combobox', { name: 'From' }).fill('tay ninh');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url(), PATIENT).toContain('from=province/tay-ninh');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('dong nai');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url(), PATIENT).toContain('to=province/dong-nai');
    await expect
      .poll(() => page.locator('.ways-found').innerText(), PATIENT)
      .toMatch(/Have agreements with both:\s+Tbong Khmum/);
    await canvas(page).waitFor();
    const way = page.locator('.ways > li').first();
    expect(await way.locator('.way-sentence').innerText()).toMatch(/^Tay Ninh is a party to .*Dong Nai\. 4 steps$/);
    const sources = way.locator('.sources');
    expect(await sources.count()).toBe(4);
    await sources.first().locator('summary').click();
    expect(await sources.first().locator('li').innerText()).toMatch(/¶23$/);
    expect(await complaints()).toEqual([]);
  });

  test.each([
    ['Tây Ninh and Đồng Nai by agreements', WAYS],
    ['Tây Ninh and Đồng Nai by anything', '#from=province/tay-ninh&to=province/dong-nai'],
    ['Tô Lâm and Tây Ninh by anything', '#from=leader/to-lam&to=province/tay-ninh'],
  ])('draws the ways between %s from one end to the other, every name readable', async (_ends, fragment) => {
    for (const options of [WINDOW, PHONE]) {
      const { page, complaints } = await openPage(fragment, options);
      await canvas(page).waitFor();
      await page.evaluate(() => document.fonts.ready);
      await page.waitForTimeout(300);
      const { nodes, links, covered, letters } = await seenGraph(page);
      expect(covered).toEqual([]);
      expect(letters).toBeGreaterThanOrEqual(9);
      expect(nodes.filter(({ label }) => label === '')).toEqual([]);
      const [, shown, facts] = /(\d+) entities, (\d+) facts/.exec(
        await page.locator('.picture-main [role=status]').innerText(),
      )!;
      expect([nodes.length, links]).toEqual([Number(shown), Number(facts)]);
      const [start, end] = fragment.includes('to-lam') ? ['To Lam', 'Tay Ninh'] : ['Tay Ninh', 'Dong Nai'];
      const at = (one: string) => nodes.find(({ name }) => name === one)!;
      const isTall = Math.abs(at(end!).y - at(start!).y) > Math.abs(at(end!).x - at(start!).x);
      const along = nodes.map(({ x, y }) => (isTall ? y : x));
      expect(isTall ? [at(start!).y, at(end!).y] : [at(start!).x, at(end!).x]).toEqual([
        Math.min(...along),
        Math.max(...along),
      ]);
      expect(await complaints()).toEqual([]);
    }
  });

  test.each([
    ['in English on a desktop', DESKTOP, 'en'],
    ['in Vietnamese on a desktop', { ...DESKTOP, locale: 'vi-VN' }, 'vi'],
    ['in English on a phone', PHONE, 'en'],
    ['in Vietnamese on a phone', { ...PHONE, locale: 'vi-VN' }, 'vi'],
  ] as const)(
    'leads a newcomer from the first page to both answer, picture and source, %s',
    async (_where, options, language) => {
      const says = {
        en: {
          connect: 'What do two have in common?',
          from: 'From',
          to: 'To',
          both: /Have agreements with both:\s+Tbong Khmum/,
          source: 'Source',
          cited: /6 February 2026, ¶23$/,
        },
        vi: {
          connect: 'Hai bên có gì chung?',
          from: 'Từ',
          to: 'Đến',
          both: /Có văn kiện với cả hai:\s+Tbong Khmum/,
          source: 'Nguồn',
          cited: /6\/2\/2026, ¶23$/,
        },
      }[language];
      const { page, complaints } = await openPage('', options);
      // All that is pressed is on the screen without scrolling, until the picture is.
      const seen = async (locator: Locator) => {
        await locator.waitFor();
        const box = (await locator.boundingBox())!;
        expect(box.y + Math.min(box.height, 200)).toBeLessThanOrEqual(options.viewport.height);
        return locator;
      };
      await (await seen(page.getByRole('link', { name: says.connect }))).click();
      for (const [label, name] of [
        [says.from, 'tây ninh'],
        [says.to, 'đồng nai'],
      ] as const) {
        const box = await seen(page.getByRole('combobox', { name: label, exact: true }));
        await box.click();
        await page.keyboard.type(name);
        await (await seen(firstOption(page))).click();
      }
      const found = await seen(page.locator('.ways-found'));
      expect(await found.innerText()).toMatch(says.both);
      await seen(canvas(page));
      const source = page.locator('.ways .sources').first();
      expect(await source.locator('summary').innerText()).toBe(says.source);
      await source.locator('summary').click();
      await expect.poll(() => source.locator('li').innerText()).toMatch(says.cited);
      expect(await complaints()).toEqual([]);
    },
  );

  test('asks that question in one click, and what else two have in common in another', async () => {
    const { page } = await openPage();
    await page.getByRole('link', { name: 'What do two have in common?' }).click();
    await page.getByRole('link', { name: 'Which provinces have agreements with both Tây Ninh and Đồng Nai?' }).click();
    await expect.poll(() => page.locator('.ways-found').innerText()).toContain('Tbong Khmum');
    await page.getByRole('button', { name: 'anything' }).click();
    await expect.poll(() => page.url()).not.toContain('via=');
    await expect.poll(() => page.locator('.ways > li').count()).toBeGreaterThan(2);
  });

  test('shows the facts of an entity that has many page by page, each once', async () => {
    const { page, complaints } = await openPage('#entity=country/vn');
    const facts = page.locator('section[aria-labelledby=explore-relations]');
    const more = facts.getByRole('button', { name: 'Show more' });
    await more.waitFor();
    const all = Number(/60 of (\d+) are shown/.exec(await facts.locator('.explore-more').innerText())![1]);
    while ((await more.count()) > 0) {
      const before = await facts.locator('.explore-group li:has(> .entity-link)').count();
      await more.click();
      await expect.poll(() => facts.locator('.explore-group li:has(> .entity-link)').count()).toBeGreaterThan(before);
    }
    expect(await facts.locator('.explore-group li:has(> .entity-link)').count()).toBe(all);
    expect(await complaints()).toEqual([]);
  });

  test('names properties, values and relations in the language of the page', async () => {
    const { page } = await openPage('#entity=agreement/supplementary-treaty-2005', { ...DESKTOP, locale: 'vi-VN' });
    const groups = page.locator('.explore-group h4');
    await groups.first().waitFor();
    expect(await groups.allInnerTexts()).toEqual(
      expect.arrayContaining(['loại văn kiện', 'ngày ký, trao hoặc thông qua', 'bổ sung cho']),
    );
    expect(await page.locator('.explore-facts').innerText()).toMatch(/loại văn kiện\s+hiệp ước/);
    await page.getByRole('button', { name: 'English' }).click();
    await expect.poll(() => page.locator('.explore-facts').innerText()).toMatch(/type\s+treaty[\s\S]*/);
    expect(await groups.allInnerTexts()).toContain('supplements');
  });

  test('marks what editors wrote in English on a Vietnamese page, and tells footnotes in Vietnamese', async () => {
    const { page } = await openPage('#entity=agreement/supplementary-treaty-2005', { ...DESKTOP, locale: 'vi-VN' });
    const english = page.locator('.explore [lang=en]');
    await page.locator('.disagreement').first().waitFor();
    expect(await english.allInnerTexts()).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^The first treaty/),
        expect.stringMatching(/^A misprint for 2005/),
      ]),
    );
    expect(await page.locator('.explore-head').innerText()).toContain('tiếng Anh');
    const footnotes = page.locator('.side .footnotes li');
    await expect
      .poll(() => footnotes.allInnerTexts())
      .toContain('Tóm tắt về quan hệ Việt Nam-Campuchia (2009), năm 2009, ¶9');
    expect(await page.locator('.side .footnotes [lang=en]').count()).toBe(0);
    await page.getByRole('button', { name: 'English' }).click();
    await expect.poll(() => footnotes.first().innerText()).toMatch(/^(Article|Briefing) on/);
    expect(await page.locator('.explore .written-in').count()).toBe(0);
  });

  test('keeps in the link what was added to the graph', async () => {
    const { page } = await openPage('#entity=province/tay-ninh&view=graph&selected=province/tbong-khmum');
    const count = (of: Page) => of.locator('.picture-main [role=status]').innerText();
    await page.getByRole('button', { name: 'Add its neighbours' }).click();
    await expect.poll(() => page.url()).toContain('expanded=province/tbong-khmum');
    await expect.poll(() => page.locator('.card-actions').innerText()).toMatch(/\d+ added/);
    const { page: other } = await openPage(new URL(page.url()).hash);
    await expect.poll(() => other.locator('.card-actions').innerText()).toMatch(/\d+ added/);
    expect(await count(other)).toBe(await count(page));
  });

  test('says that there is no way of a kind, and looks for any instead', async () => {
    const { page } = await openPage('#from=province/tay-ninh&to=province/dong-nai&via=PARTICIPATED_IN');
    await page.getByRole('button', { name: 'Look among facts of any kind' }).click();
    await page.locator('.ways > li').first().waitFor();
    expect(page.url()).not.toContain('via=');
  });

  test('puts the query of a page into the editor, where it gives the same', async () => {
    const { page, complaints } = await openPage(WAYS);
    await canvas(page).waitFor();
    await page.getByRole('button', { name: 'Show me the query' }).click();
    await page.locator('.result .canvas canvas').first().waitFor();
    // The editor comes after the picture.
    await page.locator('.full:not(.coming) .view-lines').first().waitFor();
    expect(await page.locator('.question').innerText()).toMatch(/query\s+Ways/);
    expect(await page.locator('.explore').count()).toBe(0);
    await page.goBack();
    await page.locator('.explore .ways > li').first().waitFor();
    expect(await complaints()).toEqual([]);
  });

  test('opens a link elsewhere as it was: the page, the view and what is chosen', async () => {
    const { page } = await openPage('#entity=province/tay-ninh&view=graph');
    await canvas(page).waitFor();
    await page.locator('.picture-side').getByRole('button', { name: 'Svay Rieng', exact: true }).click();
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByText('✓ Link copied').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const { page: other } = await openPage(new URL(link).hash);
    await expect.poll(() => other.locator('#card-title').innerText()).toBe('Svay Rieng');
  });

  test('shows a page before the editor is fetched', async () => {
    const { page } = await openPage();
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(request.url()));
    await page.goto('about:blank');
    await page.goto(`${playground.url}#entity=province/tay-ninh`);
    await page.locator('.explore-group').first().waitFor();
    await page.waitForTimeout(500);
    expect(fetched.filter((url) => /\/editor-[^/]*\.js$/.test(url))).toEqual([]);
  });

  test.each([
    ['in Vietnamese on a phone', { ...PHONE, locale: 'vi-VN' }],
    ['in the dark', { ...DESKTOP, colorScheme: 'dark' as const }],
  ])('fits the window and has no serious fault that axe finds, %s', async (_where, options) => {
    for (const fragment of [WAYS, '#entity=agreement/supplementary-treaty-2005', '#entity=country/vn', '#from=&to=']) {
      const { page } = await openPage(fragment, options);
      await page.locator('.ways, .explore-group, .explore > .message').first().waitFor();
      await page.waitForTimeout(300);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      expect(await faultsOf(page)).toEqual([]);
    }
  });

  test('says that the server does not answer, and goes on when it does', async () => {
    const { page } = await openPage('#entity=province/tay-ninh');
    await page.locator('.explore-group').first().waitFor();
    await page.context().setOffline(true);
    await search(page).fill('dong nai');
    await expect.poll(() => page.locator('.found').first().innerText()).toContain('The server does not answer');
    await page.getByRole('link', { name: 'Viet Nam', exact: true }).first().click();
    await page.getByRole('alert').waitFor();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => title(page)).toBe('Viet Nam');
  });

  test('cites an answer by the sources that it rests on, also those that it does not name', async () => {
    const query = encodeURIComponent(
      '{ province(id: "province/tay-ninh") { agreements(first: 1) { nodes { name } } } }',
    );
    const { page } = await openPage(`#query=${query}`);
    await page.getByRole('button', { name: 'Cite this answer' }).click();
    await expect
      .poll(() => page.locator('#citations').innerText())
      .toMatch(/6 February 2026, ¶\d+[\s\S]*Entente, release/);
  });

  test('cites what was looked in where nothing was found', async () => {
    const query = encodeURIComponent('{ agreements(where: { name: { eq: "zzz" } }) { totalCount nodes { name } } }');
    const { page } = await openPage(`#query=${query}`);
    await page.getByRole('button', { name: 'Cite this answer' }).click();
    await expect.poll(() => page.locator('#citations li').count()).toBe(5);
    expect(await page.locator('#citations').innerText()).toContain('These documents were looked in');
  });
});
