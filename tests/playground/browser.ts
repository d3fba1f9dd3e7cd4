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

/** A desktop, and a phone. */
export const DESKTOP = { viewport: { width: 1440, height: 860 }, locale: 'en-GB' } satisfies BrowserContextOptions;
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
