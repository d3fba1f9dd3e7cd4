/// <reference lib="dom" />
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type Axe from 'axe-core';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { openGraph } from '../../src/index.js';
import { readConfig } from '../../src/server/config.js';
import { startServer } from '../../src/server/server.js';

declare global {
  interface Window {
    violations: string[];
  }
}

const EXECUTABLE = process.env['ENTENTE_CHROMIUM'] ?? '/usr/bin/chromium';

/**
 * Whether the tests of the page can run. Without a browser they are skipped, loudly;
 * with ENTENTE_REQUIRE_BROWSER=1 they fail instead.
 */
export function hasBrowser(): boolean {
  if (existsSync(EXECUTABLE)) return true;
  const message = `No browser at ${EXECUTABLE} (set ENTENTE_CHROMIUM): the playground is NOT tested.`;
  if (process.env['ENTENTE_REQUIRE_BROWSER'] === '1') throw new Error(message);
  console.error(`\n*** ${message} ***\n`);
  return false;
}

/** Starts the machine's Chromium, quiet: it asks nothing of the network by itself. */
function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: EXECUTABLE,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A desktop, the window of `docs/pictures`, and a phone. */
export const DESKTOP = { viewport: { width: 1440, height: 860 }, locale: 'en-GB' } satisfies BrowserContextOptions;
export const WINDOW = { viewport: { width: 1200, height: 720 }, locale: 'en-GB' } satisfies BrowserContextOptions;
export const PHONE = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
  locale: 'en-GB',
} satisfies BrowserContextOptions;

const ROOT = join(import.meta.dirname, '../..');

/** Builds the page as `npx vite build` does: in a process of its own, as vitest's NODE_ENV would give it a React for tests. */
async function buildPlayground(folder: string): Promise<void> {
  const vite = join(createRequire(import.meta.url).resolve('vite/package.json'), '../bin/vite.js');
  const env = { ...process.env, NODE_ENV: 'production' };
  await promisify(execFile)(process.execPath, [vite, 'build', '--outDir', folder, '--emptyOutDir'], { cwd: ROOT, env });
}

/** A page in a fresh profile. */
export interface Opened {
  readonly page: Page;
  /** All that it complained about: console errors, violations of the policy, requests to other hosts. */
  complaints(): Promise<string[]>;
  close(): Promise<void>;
}

/** Opens the playground at an address that ends with a slash. */
async function openPageAt(
  browser: Browser,
  url: string,
  fragment: string,
  options: BrowserContextOptions,
): Promise<Opened> {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'], ...options });
  await context.addInitScript(() => {
    window.violations = [];
    addEventListener('securitypolicyviolation', (event) =>
      window.violations.push(`${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  const page = await context.newPage();
  const heard: string[] = [];
  page.on('console', (message) => message.type() === 'error' && heard.push(message.text()));
  page.on('pageerror', (error) => heard.push(String(error.stack)));
  context.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(url))
      heard.push(`request to ${request.url()}`);
  });
  await page.goto(url + fragment);
  return {
    page,
    complaints: async () => [...heard, ...(await page.evaluate(() => window.violations))],
    close: () => context.close(),
  };
}

/** A server of the built page. */
interface PageServer {
  /** Its address, with a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/** The playground of a suite, once its tests run. */
export interface Playground<Server extends PageServer> {
  readonly server: Server;
  readonly url: string;
  /** Opens it at a fragment or query string; the page is closed after the test. */
  readonly open: (fragment?: string, options?: BrowserContextOptions) => Promise<Opened>;
}

/** Builds the page, serves it and starts a browser for the tests of the suite that calls it. */
export function usePlayground<Server extends PageServer>(
  start: (pages: string) => Promise<Server>,
): Playground<Server> {
  let pages: string;
  let server: Server;
  let browser: Browser;
  let close: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    pages = await mkdtemp(join(tmpdir(), 'entente-playground-'));
    await buildPlayground(pages);
    server = await start(pages);
    browser = await startBrowser();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await rm(pages, { recursive: true, force: true });
  });
  afterEach(async () => {
    await Promise.all(close.map((one) => one()));
    close = [];
  });
  return {
    get server() {
      return server;
    },
    get url() {
      return server.url;
    },
    open: async (fragment = '', options = DESKTOP) => {
      const opened = await openPageAt(browser, server.url, fragment, options);
      close.push(opened.close);
      return opened;
    },
  };
}

/** Serves the page with the graph that ships, on a port of its own. */
export async function startShipped(pages: string): Promise<PageServer> {
  const environment = { ENTENTE_PORT: '0', ENTENTE_LOG: 'silent', ENTENTE_LAME_DUCK: '0', ENTENTE_GRACE: '0' };
  const server = await startServer(await openGraph(), readConfig({ ...environment, ENTENTE_PLAYGROUND: pages }));
  return { url: `${server.url}/`, close: () => server.close() };
}

/** What a graph shows, in pixels of its canvas, as the SVG has it that one can save. */
export interface SeenGraph {
  readonly nodes: readonly { readonly name: string; readonly x: number; readonly y: number; readonly label: string }[];
  readonly links: number;
  /** The lines that have words on them. */
  readonly worded: number;
  /** The smallest letters of a name. */
  readonly letters: number;
  /** What covers what: two names, a name and another node, the words of a line and a name or a node. */
  readonly covered: readonly string[];
}

/** Saves the graph of a page, and measures it with the letters of the page. */
export async function seenGraph(page: Page): Promise<SeenGraph> {
  const save = page.getByRole('button', { name: /SVG$/ });
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
  return page.evaluate(
    (text) => {
      const host = document.body.appendChild(document.createElement('div'));
      host.append(new DOMParser().parseFromString(text, 'image/svg+xml').documentElement);
      const all = <T extends Element>(selector: string) => [...host.querySelectorAll<T>(selector)];
      const boxOf = (one: SVGGraphicsElement) => DOMRect.fromRect(one.getBBox());
      const nodes = all<SVGGElement>('.node').map((node) => ({
        name: node.querySelector('title')!.textContent!.replace(/ \([^()]*\)$/, ''),
        box: boxOf(node.querySelector('path')!),
        label: node.querySelector<SVGTextElement>('.name'),
      }));
      const names = nodes.flatMap(({ name, label }) => (label ? [{ name, box: boxOf(label) }] : []));
      const words = all<SVGTextElement>('.words').map((one) => {
        const [box, turn] = [boxOf(one), one.transform.baseVal.consolidate()!.matrix];
        const along = (by: number) =>
          new DOMPoint(box.x + box.width * by, box.y + box.height / 2).matrixTransform(turn);
        return { text: one.textContent, points: [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1].map(along) };
      });
      // The box of a text is taller than its letters.
      const cover = (a: DOMRect, b: DOMRect) =>
        a.x + 1 < b.right && b.x + 1 < a.right && a.y + 2.5 < b.bottom && b.y + 2.5 < a.bottom;
      const covered = [
        ...names.flatMap((one, index) =>
          names.slice(index + 1).flatMap((other) => (cover(one.box, other.box) ? [`${one.name} | ${other.name}`] : [])),
        ),
        ...names.flatMap((one) =>
          nodes.flatMap((node) =>
            node.name !== one.name && cover(one.box, node.box) ? [`${one.name} on ${node.name}`] : [],
          ),
        ),
        ...words.flatMap(({ text, points }) =>
          [...names, ...nodes].flatMap(({ name, box }) =>
            points.some(({ x, y }) => x > box.x && x < box.right && y > box.y && y < box.bottom)
              ? [`“${text}” on ${name}`]
              : [],
          ),
        ),
      ];
      const letters = all('.name').map((name) => Number(name.getAttribute('font-size')));
      const seen = {
        nodes: nodes.map(({ name, box, label }) => ({
          ...{ name, x: box.x + box.width / 2, y: box.y + box.height / 2 },
          label: [...(label?.children ?? [])]
            .map((line) => line.textContent)
            .join(' ')
            .replaceAll('\u00a0', ' '),
        })),
        ...{ links: all('.link').length, worded: words.length, letters: Math.min(...letters), covered },
      };
      host.remove();
      return seen;
    },
    await readFile(await download.path(), 'utf8'),
  );
}

/** The serious accessibility faults that axe finds within an element, whole pages by default; parts of others left out. */
export async function faultsOf(page: Page, within = 'html', without: readonly string[] = []): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window)))
    await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  return page.evaluate(
    async ([include, exclude]) => {
      const { axe } = window as unknown as { axe: typeof Axe };
      const { violations } = await axe.run({ include: [include], exclude: [...exclude] });
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(
          ({ id, nodes }) =>
            `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`,
        );
    },
    [within, without] as const,
  );
}
