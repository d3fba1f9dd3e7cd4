import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

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
