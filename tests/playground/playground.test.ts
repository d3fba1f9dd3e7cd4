/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { DESKTOP, faultsOf, hasBrowser, PHONE, usePlayground } from './browser.js';
import { startToyServer } from './toy-server.js';

describe.skipIf(!hasBrowser())('the playground', () => {
  const playground = usePlayground(startToyServer);
  const openPage = playground.open;

  afterEach(() => {
    playground.server.setDown(false);
    playground.server.asked.length = 0;
  });

  const editorReady = (page: Page) =>
    page.locator('.full:not(.coming) .view-lines').first().waitFor({ timeout: 30_000 });
  /** Not monaco's own, which only speaks. */
  const alertOf = (page: Page) => page.locator('#answer').getByRole('alert');
  const title = (page: Page) => page.locator('#answer-title');
  const firstColumn = (page: Page) => page.locator('tbody tr td:first-child').allInnerTexts();
  const linkTo = (query: string, rest = '') => `#query=${encodeURIComponent(query)}${rest}`;
  const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

  test('opens on the first example, asks it at once, and complains of nothing', async () => {
    const { page, complaints } = await openPage();
    await expect.poll(() => title(page).innerText()).toBe('What has Tây Ninh agreed to?');
    await expect.poll(() => page.locator('tbody tr').count()).toBe(3);
    await editorReady(page);
    await page.getByRole('button', { name: 'The provinces along the border' }).click();
    await expect.poll(() => page.locator('tbody tr').count()).toBe(9);
    const holdings = page.locator('.rail-graph');
    await holdings.locator('summary').click();
    expect(await holdings.innerText()).toMatch(
      /Release 2024\.1, 2024-05-17\s+6 countries\s+9 provinces\s+4 agreements\s+1,042 leaders/,
    );
    expect(playground.server.asked.map(({ variables }) => variables)).toEqual([{ id: 'province/tay-ninh' }, undefined]);
    expect(await complaints()).toEqual([]);
  });

  test('shows the answer before the editor is there, and lets the question be changed meanwhile', async () => {
    const { page } = await openPage('#hold');
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route(/assets\/editor-.*\.js/, async (route) => {
      await held;
      await route.continue();
    });
    await page.reload();
    await page.locator('tbody tr').first().waitFor();
    await page.getByRole('textbox', { name: 'Query' }).fill('{ graph { release } }');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => firstColumn(page)).toEqual(['2024.1']);
    release();
    await editorReady(page);
    expect(await page.locator('.view-lines').first().innerText()).toMatch(/graph.*release/);
  });

  test('asks for nothing of the editor before the picture of a link is settled', async () => {
    const { page } = await openPage('#hold');
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(request.url()));
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route(/assets\/graph-view-.*\.js/, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto('about:blank');
    await page.goto(playground.url + linkTo('{ graph { release } }', '&view=graph'));
    await page.getByRole('tab', { name: 'Graph' }).waitFor();
    await page.waitForTimeout(600);
    const ofEditor = () => fetched.filter((url) => /\/(editor|monaco)[^/]*\.js$/.test(url));
    expect(ofEditor()).toEqual([]);
    release();
    await editorReady(page);
    expect(ofEditor()).not.toEqual([]);
  });

  test('says that a view could not be fetched, lets the rest be, and keeps the question over a new start', async () => {
    const { page } = await openPage(linkTo('{ graph { release } }'));
    await editorReady(page);
    await page.route(/assets\/graph-view-.*\.js/, (route) => route.abort());
    await page.getByRole('tab', { name: 'Graph' }).click();
    await expect.poll(() => alertOf(page).innerText()).toContain('This part of the page could not be loaded');
    await page.getByRole('tab', { name: 'Table' }).click();
    await expect.poll(() => firstColumn(page)).toEqual(['2024.1']);
    await page.evaluate(() => history.replaceState(null, '', location.pathname));
    await page.getByRole('tab', { name: 'Graph' }).click();
    await page.unroute(/assets\/graph-view-.*\.js/);
    await alertOf(page).getByRole('button', { name: 'Try again' }).click();
    await page.locator('#view-tab-graph[aria-selected=true]').waitFor();
    expect(await title(page).innerText()).toBe('Your question');
  });

  test('hides the question and shows it again, and the focus stays on the button that does', async () => {
    const { page } = await openPage();
    await page.locator('tbody tr').first().waitFor();
    const focused = () =>
      page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent);
    await page.getByRole('button', { name: 'Hide the question' }).press('Enter');
    await expect.poll(focused).toBe('Show the question');
    expect(await page.locator('.question').isVisible()).toBe(false);
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('Hide the question');
    expect(await page.locator('.question').isVisible()).toBe(true);
  });

  test('a linked question wins over the first example, in the view it names', async () => {
    const { page } = await openPage(
      linkTo(
        'query Q($id: ID!) { province(id: $id) { name } }',
        `&variables=${encodeURIComponent('{"id":"province/an-giang"}')}&view=json`,
      ),
    );
    await page.locator('.json').waitFor();
    expect(await page.locator('.json').innerText()).toContain('"name": "An Giang"');
    expect(await title(page).innerText()).toBe('Your question');
    expect(playground.server.asked).toHaveLength(1);
    await editorReady(page);
    expect(await page.locator('.view-lines').nth(1).innerText()).toContain('an-giang');
  });

  test('takes a question from the query string, and another from the fragment without reloading', async () => {
    const { page } = await openPage(`?query=${encodeURIComponent('{ graph { release } }')}`);
    await expect.poll(() => firstColumn(page)).toEqual(['2024.1']);
    await page.evaluate((hash) => (location.hash = hash), linkTo('{ graph { date } }'));
    await expect.poll(() => firstColumn(page)).toEqual(['2024-05-17']);
  });

  test('follows a link that is opened while the question before it comes to the address', async () => {
    const { page } = await openPage();
    await page.evaluate((hash) => {
      location.hash = hash;
      history.replaceState(null, '', location.pathname);
    }, linkTo('{ graph { date } }'));
    await expect.poll(() => firstColumn(page)).toEqual(['2024-05-17']);
  });

  test('shares what is shown, and forgets the link when another question is asked', async () => {
    const { page } = await openPage();
    await page.getByRole('tab', { name: 'JSON' }).click();
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByRole('button', { name: '✓ Link copied' }).waitFor();
    const link = await clipboard(page);
    expect(page.url()).toBe(link);
    await page.getByRole('button', { name: 'All agreements' }).click();
    await expect.poll(() => page.url()).toBe(playground.url);
    const other = await openPage(link.slice(playground.url.length));
    await other.page.locator('.json').waitFor();
    expect(await title(other.page).innerText()).toBe('What has Tây Ninh agreed to?');
  });

  test('sorts the table in Vietnamese order and copies it as CSV', async () => {
    const { page } = await openPage();
    await page.getByRole('button', { name: 'The provinces along the border' }).click();
    await expect.poll(() => page.locator('tbody tr').count()).toBe(9);
    const heading = page.getByRole('columnheader', { name: 'name' }).first();
    await heading.getByRole('button').click();
    const ascending = [
      'An Giang',
      'Cà Mau',
      'Cao Bằng',
      'Cần Thơ',
      'Đà Nẵng',
      'Đắk Lắk',
      'Đồng Tháp',
      'Tây Ninh',
      'Xvây Riêng',
    ];
    expect(await firstColumn(page)).toEqual(ascending);
    expect(await heading.getAttribute('aria-sort')).toBe('ascending');
    await heading.getByRole('button').click();
    expect(await firstColumn(page)).toEqual(ascending.toReversed());
    await page.getByRole('button', { name: 'Copy CSV' }).click();
    await page.getByRole('button', { name: '✓ Copied' }).waitFor();
    expect((await clipboard(page)).split('\r\n').slice(0, 2)).toEqual([
      'name,khmer,agreements.totalCount',
      'Xvây Riêng,ស្វាយរៀង,0',
    ]);
  });

  test('shows the response as JSON, to be copied', async () => {
    const { page } = await openPage();
    await page.getByRole('tab', { name: 'JSON' }).click();
    expect(await page.locator('.json .json-string').first().innerText()).toBe('"Tây Ninh"');
    await page.getByRole('button', { name: 'Copy JSON' }).click();
    await page.getByRole('button', { name: '✓ Copied' }).waitFor();
    expect(JSON.parse(await clipboard(page))).toMatchObject({ data: { province: { name: 'Tây Ninh' } } });
  });

  test('cites the sources of an answer, with the release', async () => {
    const { page } = await openPage();
    await page.getByRole('button', { name: 'Cite this answer' }).click();
    expect(await page.locator('#citations li').count()).toBe(3);
    expect(await page.locator('#citations').innerText()).toContain('Entente, release 2024.1 (2024-05-17).');
    await page.getByRole('button', { name: 'Copy sources' }).click();
    await page.getByRole('button', { name: '✓ Copied' }).waitFor();
    expect(await clipboard(page)).toMatch(
      /^\[1\] Văn kiện thử, đoạn 1.*\n\[2\] .*\n\[3\] .*\nEntente, release 2024\.1/,
    );
    await page.getByRole('button', { name: 'The provinces along the border' }).click();
    await expect
      .poll(() => page.locator('#citations').innerText())
      .toContain('The server does not tell what this answer rests on.');
  });

  test('says what is wrong and where, beside what could be answered', async () => {
    const { page } = await openPage(linkTo('{\n  failing\n  graph { release }\n}'));
    const alert = alertOf(page);
    await alert.waitFor();
    expect(await alert.innerText()).toMatch(
      /The server reports an error\s+The toy store is on fire\s+in failing\s+line 2, column 3\s*failing\s+What could be answered/,
    );
    expect(await firstColumn(page)).toEqual(['2024.1']);
    await editorReady(page);
    await alert.getByRole('button', { name: 'line 2, column 3' }).click();
    await page.keyboard.type('oh_');
    await expect.poll(() => page.locator('.view-lines').first().innerText()).toContain('oh_failing');
  });

  test('says which variables are not JSON, and sends nothing', async () => {
    const { page } = await openPage(linkTo('{ graph { release } }', '&variables=%7Boops'));
    await expect.poll(() => alertOf(page).innerText()).toContain('The variables are not valid JSON');
    expect(playground.server.asked).toEqual([]);
  });

  test('says when the graph holds no answer', async () => {
    const { page } = await openPage(linkTo('{ province(id: "province/nowhere") { name } }'));
    await page.getByText('Nothing in the graph answers this question.').waitFor();
    expect(await page.getByText('This view needs').count()).toBe(0);
  });

  test('stops a running question', async () => {
    const { page } = await openPage(linkTo('{ slow(seconds: 20) }'));
    const before = playground.server.abandoned();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByText('Stopped before an answer came.').waitFor();
    await expect.poll(() => playground.server.abandoned()).toBe(before + 1);
    await page.getByRole('button', { name: 'Run', exact: true }).waitFor();
  });

  test('says that the server is down, and recovers when asked again', async () => {
    playground.server.setDown(true);
    const { page } = await openPage();
    await expect.poll(() => alertOf(page).innerText()).toContain('The server does not answer');
    playground.server.setDown(false);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => page.locator('tbody tr').count()).toBe(3);
    await editorReady(page);
    playground.server.setDown(true);
    await page.getByRole('button', { name: 'All agreements' }).click();
    await expect.poll(() => alertOf(page).innerText()).toContain('The server does not answer');
    playground.server.setDown(false);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => page.locator('tbody tr').count()).toBe(4);
    expect(await alertOf(page).count()).toBe(0);
  });

  test('fetches the schema once the server is back', async () => {
    const { page } = await openPage();
    await page.locator('tbody tr').first().waitFor();
    playground.server.setDown(true);
    await editorReady(page);
    await page.getByRole('tab', { name: 'Schema' }).click();
    playground.server.setDown(false);
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await expect.poll(() => page.locator('#rail-panel').innerText()).toContain('Root Types');
  });

  test('completes, marks mistakes, lays out and remembers in the editor', async () => {
    const { page, complaints } = await openPage(linkTo('# kept\n{ graph { release } nonsense }'));
    await editorReady(page);
    await page.locator('.squiggly-error').first().waitFor();
    await page.getByRole('button', { name: 'Prettify' }).click();
    await expect.poll(() => page.locator('.view-lines').first().innerText()).toMatch(/#\skept\n\{\n\s+graph\s\{\n/);
    await page.getByRole('group', { name: 'Query' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('{ prov');
    await page.locator('.suggest-widget.visible').getByText('provinces').first().waitFor();
    await page.getByRole('tab', { name: 'History' }).click();
    await page.getByRole('button', { name: 'Keep: { graph { release } nonsense }' }).click();
    await page.getByRole('button', { name: '{ graph { release } nonsense }', exact: true }).click();
    await expect.poll(() => page.locator('.view-lines').first().innerText()).toContain('nonsense');
    expect(playground.server.asked).toHaveLength(2);
    await page.getByRole('tab', { name: 'Schema' }).click();
    await page.getByRole('link', { name: 'Query', exact: true }).click();
    await expect.poll(() => page.locator('#rail-panel').innerText()).toContain('One province by its id.');
    // The 400 of the first, wrong question is the browser's own note.
    expect((await complaints()).filter((one) => !one.includes('400 (Bad Request)'))).toEqual([]);
  });

  test('asks, of several operations, the one the link names, then the one at the cursor', async () => {
    const { page } = await openPage(
      linkTo('query One { graph { release } }\nquery Two { graph { date } }', '&operationName=Two'),
    );
    const asked = () => playground.server.asked.map(({ operationName }) => operationName);
    await expect.poll(() => firstColumn(page)).toEqual(['2024-05-17']);
    await editorReady(page);
    await page.getByRole('group', { name: 'Query' }).focus();
    await page.keyboard.press('Control+Enter');
    await expect.poll(asked).toEqual(['Two', 'Two']);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Control+Enter');
    await expect.poll(asked).toEqual(['Two', 'Two', 'One']);
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Control+Enter');
    await expect.poll(asked).toEqual(['Two', 'Two', 'One', 'Two']);
  });

  test('brings a replaced question back with Ctrl+Z', async () => {
    const { page } = await openPage(linkTo('{ graph { release } }'));
    await editorReady(page);
    await page.getByRole('button', { name: 'All agreements' }).click();
    await expect.poll(() => page.locator('.view-lines').first().innerText()).toContain('agreements');
    await page.getByRole('group', { name: 'Query' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Z');
    await expect.poll(() => page.locator('.view-lines').first().innerText()).toMatch(/graph\s\{\srelease/);
  });

  test('follows the device to dark colours, and the reader to others', async () => {
    const { page } = await openPage('', { ...DESKTOP, colorScheme: 'dark' });
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await editorReady(page);
    expect(await background()).toBe('rgb(20, 23, 25)');
    await expect.poll(() => page.locator('.monaco-editor.vs-dark').count()).toBeGreaterThan(0);
    await page.getByRole('combobox', { name: 'Colours' }).selectOption('light');
    expect(await background()).toBe('rgb(250, 249, 246)');
    await expect.poll(() => page.locator('.monaco-editor.vs-dark').count()).toBe(0);
    await page.reload();
    await title(page).waitFor();
    expect(await background()).toBe('rgb(250, 249, 246)');
  });

  test('speaks Vietnamese and English, and remembers which', async () => {
    const { page } = await openPage('', { ...DESKTOP, locale: 'vi-VN' });
    await expect.poll(() => title(page).innerText()).toBe('Tỉnh Tây Ninh đã ký kết những gì?');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('vi');
    await page.getByRole('button', { name: 'English' }).click();
    expect(await title(page).innerText()).toBe('What has Tây Ninh agreed to?');
    await page.reload();
    await expect.poll(() => title(page).innerText()).toBe('What has Tây Ninh agreed to?');
  });

  test('draws Vietnamese and Khmer in the fonts that have their letters', async () => {
    const { page } = await openPage();
    await page.getByRole('button', { name: 'The provinces along the border' }).click();
    await expect.poll(() => page.locator('tbody tr').count()).toBe(9);
    await editorReady(page);
    const loaded = () =>
      page.evaluate(() =>
        [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family.replaceAll('"', '')),
      );
    await expect
      .poll(async () => new Set(await loaded()))
      .toEqual(new Set(['Inter Variable', 'JetBrains Mono Variable', 'Noto Sans Khmer Variable', 'codicon']));
  });

  test('can be used with the keyboard alone, and always shows where it is', async () => {
    const { page } = await openPage();
    await editorReady(page);
    const focused = () =>
      page.evaluate(() => {
        const element = document.activeElement!;
        const ring = [
          element,
          ...(element.closest('.graphiql-editor') ? [element.closest('.graphiql-editor')!] : []),
        ].some(
          (one) =>
            getComputedStyle(one).outlineStyle !== 'none' || getComputedStyle(one, '::after').borderStyle === 'solid',
        );
        return { name: element.getAttribute('aria-label') ?? element.textContent ?? '', ring };
      });
    const tabTo = async (name: RegExp) => {
      for (let presses = 0; presses < 40; presses++) {
        await page.keyboard.press('Tab');
        const { name: at, ring } = await focused();
        expect(ring, `a visible focus on "${at}"`).toBe(true);
        if (name.test(at)) return;
      }
      throw new Error(`${name} was not reached`);
    };
    await tabTo(/^Skip to the answer$/);
    await tabTo(/^The provinces along the border$/);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('tbody tr').count()).toBe(9);
    await tabTo(/^Table$/);
    await page.keyboard.press('End');
    await page.locator('.json').waitFor();
    await tabTo(/^Query$/);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('{ graph { release');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => page.locator('.json').innerText()).toContain('2024.1');
    // Tab types in the editor until Ctrl+M lets it leave.
    await page.keyboard.press('Control+M');
    await tabTo(/^Variables \(JSON\)$/);
  });

  test('stacks on a phone: the answer first, nothing wider than the screen', async () => {
    const { page } = await openPage('', PHONE);
    await page.locator('tbody tr').first().waitFor();
    const { width, answer, question } = await page.evaluate(() => ({
      width: document.documentElement.scrollWidth,
      answer: document.querySelector('.result')!.getBoundingClientRect().top,
      question: document.querySelector('.question')!.getBoundingClientRect().top,
    }));
    expect(width).toBe(390);
    expect(answer).toBeLessThan(question);
    expect(answer).toBeLessThan(300);
    await page.getByRole('button', { name: 'Choose a question' }).click();
    await page.getByRole('button', { name: 'All agreements' }).click();
    await expect.poll(() => page.locator('tbody tr').count()).toBe(4);
    expect(await page.getByRole('button', { name: 'All agreements' }).isVisible()).toBe(false);
    // Two megabytes of editor only when asked for.
    expect(await page.locator('.full').count()).toBe(0);
    await page.getByRole('button', { name: 'Open the full editor' }).click();
    await editorReady(page);
  });

  test.each([
    ['in light colours', DESKTOP],
    ['in dark colours', { ...DESKTOP, colorScheme: 'dark' as const }],
    ['on a phone', PHONE],
  ])('has no serious accessibility fault %s', async (_where, options) => {
    const { page } = await openPage('', options);
    await page.locator('tbody tr').first().waitFor();
    if (options !== PHONE) await editorReady(page);
    // The contrast of monaco's line numbers is monaco's.
    const faults = () => faultsOf(page, 'html', ['.line-numbers']);
    expect(await faults()).toEqual([]);
    await page.getByRole('button', { name: /Cite this answer/ }).click();
    await page.getByRole('tab', { name: 'JSON' }).click();
    if (options === PHONE) await page.getByRole('button', { name: 'Choose a question' }).click();
    await page.getByRole('tab', { name: 'Schema' }).click();
    await page.locator('#rail-panel').getByText('Root Types').waitFor();
    expect(await faults()).toEqual([]);
    await page.getByRole('tab', { name: 'History' }).click();
    await page.locator('.past-name').first().waitFor();
    expect(await faults()).toEqual([]);
    playground.server.setDown(true);
    await page.keyboard.press('Control+Enter');
    await alertOf(page).waitFor();
    expect(await faults()).toEqual([]);
  });
});
