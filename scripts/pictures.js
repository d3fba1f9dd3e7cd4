// Remakes docs/pictures: the playground on the graph that ships, as a browser shows it. Needs `npm run build` and a Chromium.
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { openGraph } from '../dist/index.js';
import { readConfig } from '../dist/server/config.js';
import { startServer } from '../dist/server/server.js';

const FOLDER = join(import.meta.dirname, '../docs/pictures');

/** What the README can show without slowing down who reads it. */
const BYTES_AT_MOST = 200_000;

const DESKTOP = { viewport: { width: 1200, height: 720 }, locale: 'en-GB' };
const PHONE = { viewport: { width: 390, height: 760 }, isMobile: true, hasTouch: true, locale: 'vi-VN' };

/** One picture: an example and a view of it, or a page of Explore, and what is done there first; the answer alone, a part of it, or the whole page. */
const PICTURES = [
  { name: 'table', example: 'provinces-of-dong-nai-and-tay-ninh', view: 'table', whole: true },
  { name: 'graph', example: 'map-of-agreeing-provinces', view: 'graph', wide: true, choose: 'Tay Ninh' },
  { name: 'graph-dark', example: 'latest-agreements', view: 'graph', wide: true, dark: true, part: '.picture-main' },
  { name: 'timeline', example: 'latest-agreements', view: 'timeline', wide: true },
  { name: 'timeline-phone', example: 'latest-agreements', view: 'timeline', phone: true, whole: true },
  { name: 'map', example: 'provinces-of-dong-nai-and-tay-ninh', view: 'map', wide: true, choose: 'Tbong Khmum' },
  { name: 'map-dark', example: 'map-of-agreeing-provinces', view: 'map', wide: true, dark: true },
  { name: 'explore', page: 'entity=agreement/supplementary-treaty-2005', whole: true },
  { name: 'ways', page: 'from=province/tay-ninh&to=province/dong-nai&via=PARTY_TO' },
  { name: 'ways-phone', page: 'from=province/tay-ninh&to=province/dong-nai', phone: true, part: '.picture-main' },
  { name: 'chart', example: 'trade-as-a-series', view: 'chart', wide: true },
  { name: 'map-phone', example: 'provinces-of-dong-nai-and-tay-ninh', view: 'map', phone: true, whole: true },
];

const environment = { ENTENTE_PORT: '0', ENTENTE_LOG: 'silent', ENTENTE_LAME_DUCK: '0' };
const server = await startServer(await openGraph(), readConfig(environment));
const browser = await chromium.launch({
  executablePath: process.env['ENTENTE_CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu'],
});
try {
  await mkdir(FOLDER, { recursive: true });
  for (const picture of PICTURES) await take(picture);
} finally {
  await browser.close();
  await server.close();
}

async function take({ name, example, view, page: address, whole, part, wide, dark, phone, choose }) {
  const context = await browser.newContext({ ...(phone ? PHONE : DESKTOP), colorScheme: dark ? 'dark' : 'light' });
  const page = await context.newPage();
  await page.goto(address ? `${server.url}/#${address}` : await linkTo(example, view));
  await page.locator('.picture, .tables, .explore-facts').first().waitFor();
  if (wide) await page.locator('.widen').click();
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(1500);
  if (choose) await page.locator('.picture-side').getByRole('button', { name: choose, exact: true }).click();
  // The drawing moves to what was chosen.
  await page.waitForTimeout(800);
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  const path = join(FOLDER, `${name}.png`);
  await (whole ? page : page.locator(part ?? '#answer')).screenshot({ path });
  await context.close();
  const { size } = await stat(path);
  console.log(`${name.padEnd(16)}${(size / 1000).toFixed(0).padStart(5)} kB`);
  if (size > BYTES_AT_MOST) throw new Error(`${path} has ${size} bytes, ${BYTES_AT_MOST} are allowed.`);
}

/** The address that shows an example in a view. */
async function linkTo(id, view) {
  const query = '{ graph { examples { id query variables } } }';
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${server.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  const example = (await response.json()).data.graph.examples.find((one) => one.id === id);
  if (!example) throw new Error(`The graph has no example ${id}.`);
  return `${server.url}/#${new URLSearchParams({ query: example.query, variables: example.variables ?? '', view })}`;
}
