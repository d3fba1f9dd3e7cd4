/// <reference lib="dom" />
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

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
export function startBrowser(): Promise<Browser> {
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
export async function buildPlayground(folder: string): Promise<void> {
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
export async function openPageAt(
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
