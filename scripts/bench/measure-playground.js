// Opens a linked answer in Chromium with nothing cached, again and again, and times what a reader waits for.
import { chromium } from 'playwright-core';
import { openGraph } from '../../dist/index.js';
import { readConfig } from '../../dist/server/config.js';
import { startServer } from '../../dist/server/server.js';

/** The question of the link: an example that every view can draw. */
const EXAMPLE = 'map-of-agreeing-provinces';

/** What a view looks like once it is drawn. */
const DRAWN = { table: 'tbody tr', graph: '.canvas canvas', map: '.place.ours' };

/** Typed into the editor: no query holds it. */
const KEY = '§';

const DESKTOP = { viewport: { width: 1200, height: 720 }, locale: 'en-GB' };

const { network, views, loads } = JSON.parse(process.argv[2]);
const environment = { ENTENTE_PORT: '0', ENTENTE_LOG: 'silent', ENTENTE_LAME_DUCK: '0', ENTENTE_GRACE: '0' };
const server = await startServer(await openGraph(), readConfig(environment));
const browser = await chromium.launch({
  executablePath: process.env['ENTENTE_CHROMIUM'] ?? '/usr/bin/chromium',
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
  ],
});
try {
  const found = Object.fromEntries(views.map((view) => [view, []]));
  // What the server makes once is no part of a load.
  await load(views[0], {});
  // The views take turns, so that a busy machine slows all alike.
  for (let turn = 0; turn < loads; turn++) for (const view of views) found[view].push(await load(view, network));
  process.send({
    network,
    loads,
    views: Object.fromEntries(Object.entries(found).map(([view, all]) => [view, mediansOf(all)])),
  });
} finally {
  await browser.close();
  await server.close();
}

/** One cold load: milliseconds since the address was opened, and bytes that had come by then, for each of what is waited for. */
async function load(view, { latency = 0, down = 0, up = 0, cpu = 1 }) {
  const context = await browser.newContext(DESKTOP);
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  const came = await countBytes(cdp);
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: down > 0 ? down / 8 : -1,
    uploadThroughput: up > 0 ? up / 8 : -1,
  });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  await page.addInitScript(watch, { drawn: DRAWN[view], key: KEY });
  await page.goto(await linkTo(view), { waitUntil: 'commit' });
  await page.locator('.full:not(.coming) .view-lines').first().waitFor({ timeout: 300_000 });
  await page.getByRole('group', { name: 'Query' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.insertText(KEY);
  await page.waitForFunction(() => 'editor' in globalThis.seen, undefined, { timeout: 60_000 });
  const seen = await page.evaluate(() => globalThis.seen);
  await context.close();
  return Object.fromEntries(Object.entries(seen).map(([what, time]) => [what, { time, bytes: came(time) }]));
}

/** Runs in the page: notes when what is waited for is first there, in the frame that shows it. */
function watch({ drawn, key }) {
  const seen = (globalThis.seen = {});
  const isThere = {
    page: () => document.querySelector('#root > *'),
    result: () => document.querySelector('.result-bar'),
    view: () => document.querySelector(drawn),
    editor: () => document.querySelector('.full .view-lines')?.textContent.includes(key),
  };
  const look = () => {
    for (const [what, find] of Object.entries(isThere)) if (!(what in seen) && find()) seen[what] = performance.now();
    if (!('editor' in seen)) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Counts what comes over the wire, headers included; tells how much had come some milliseconds after the page was asked for. */
async function countBytes(cdp) {
  const parts = [];
  const sums = new Map();
  let began;
  const add = (session, { requestId, timestamp }, bytes) => {
    const key = `${session} ${requestId}`;
    sums.set(key, (sums.get(key) ?? 0) + bytes);
    parts.push({ timestamp, bytes });
  };
  cdp.on('Network.requestWillBeSent', ({ timestamp }) => (began ??= timestamp));
  cdp.on('Network.dataReceived', (event) => add('page', event, event.encodedDataLength));
  cdp.on('Network.loadingFinished', (event) =>
    add('page', event, Math.max(0, event.encodedDataLength - (sums.get(`page ${event.requestId}`) ?? 0))),
  );
  await cdp.send('Network.enable');
  return (time) =>
    parts.filter(({ timestamp }) => (timestamp - began) * 1000 <= time).reduce((sum, { bytes }) => sum + bytes, 0);
}

/** The address that shows the example in a view. */
async function linkTo(view) {
  const query = '{ graph { examples { id query variables } } }';
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${server.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  const example = (await response.json()).data.graph.examples.find(({ id }) => id === EXAMPLE);
  return `${server.url}/#${new URLSearchParams({ query: example.query, variables: example.variables ?? '', view })}`;
}

/** The median of each time and of each count of bytes. */
function mediansOf(all) {
  const median = (numbers) => numbers.toSorted((one, other) => one - other)[numbers.length >> 1];
  return Object.fromEntries(
    Object.keys(all[0]).map((what) => [
      what,
      {
        time: median(all.map((one) => one[what].time)),
        bytes: median(all.map((one) => one[what].bytes)),
      },
    ]),
  );
}
