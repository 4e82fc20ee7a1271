import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { must } from '#shared/result.ts';
import { launchBrowser } from './browser.ts';
import { type PortalProcess, startPortalProcess } from './running-portal.ts';

/** A portal in a process of its own and a real browser, for all tests of a file. */
export interface HerePortal {
  readonly portal: PortalProcess;
  readonly browser: Browser;
  /** Where the portal keeps its data. */
  readonly folder: string;
}

/** Starts both before the first test of the file, and takes them away with their folder after the last; `args` as for `npm start`. */
export const usePortal = (args?: readonly string[]): HerePortal => {
  const folder = mkdtempSync(join(tmpdir(), 'open-returns-journey-'));
  let portal: PortalProcess | null = null;
  let browser: Browser | null = null;
  beforeAll(async () => {
    [portal, browser] = await Promise.all([startPortalProcess(folder, args), launchBrowser()]);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await portal?.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);
  return {
    folder,
    get portal() {
      return must(portal, 'the portal runs while tests do');
    },
    get browser() {
      return must(browser, 'the browser runs while tests do');
    },
  };
};
