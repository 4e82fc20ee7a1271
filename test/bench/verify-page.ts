import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { sha256Hex } from '#shared/hash.ts';
import { launchBrowser } from '../support/browser.ts';
import { realPages, replayed2012, serveFiles } from '../support/verified-site.ts';
import { ELECTION_2012 } from './counted-night.ts';
import { type Figure, millisecondsOf, spreadOf, spreadOfRuns } from './measure.ts';
import { openUnobserved } from './unobserved-page.ts';

const RUNS = 5;

const MB = 1_000_000;

/** The most memory that any page's process ever held, in bytes: programs, page and worker together (`VmHWM`, Linux). */
const mostHeld = async (browser: Browser): Promise<number> => {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const peaks = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]);
  return Math.max(...peaks.map((peak) => Number(peak ?? 0) * 1024));
};

interface Checked {
  readonly milliseconds: number;
  readonly before: number;
  readonly bytes: number;
}

const until = (condition: string): string =>
  `new Promise((resolve) => { const look = () => (${condition}) ? resolve(true) : setTimeout(look, 5); look(); })`;

/** Pressed, and waited for: `data-outcome` once nothing is under way any more. */
const CHECK = `(async () => {
  document.querySelector('[data-start]').click();
  await ${until("document.querySelector('[data-verify-progress]').hidden")};
  return document.querySelector('[data-verdict]').dataset.outcome;
})()`;

/** Until the worker is loaded, as a reader has it who reads the page first. */
const SETTLE_MS = 1000;

/** One reader's first check: a browser of its own, nothing compiled, nothing kept. */
const checkOnce = async (address: string): Promise<Checked> => {
  const browser = await launchBrowser();
  try {
    const page = await openUnobserved(browser, address);
    await page.evaluate(until("document.querySelector('[data-verify]:not([hidden])')"));
    await setTimeout(SETTLE_MS);
    const before = await mostHeld(browser);
    const milliseconds = await millisecondsOf(async () => {
      const found = await page.evaluate(CHECK);
      if (found !== 'holds') throw new Error(`The night of 2012 ${found ?? 'was not checked'}`);
    });
    return { milliseconds, before, bytes: await mostHeld(browser) };
  } finally {
    await browser.close();
  }
};

/** A reader checks the night of 2012, replayed to its end, in a real browser: from the press of the button to the verdict. */
export const verifyPage = async (): Promise<readonly Figure[]> => {
  const files = await replayed2012(await realPages());
  const site = await serveFiles(files);
  try {
    const checked: Checked[] = [];
    for (let run = 0; run < RUNS; run += 1)
      checked.push(await checkOnce(`${site.url}/en/${ELECTION_2012}/verify/`));
    const published = [...files].filter(([key]) => key.startsWith('data/'));
    const hashed = await spreadOfRuns({ warmUp: 2, counted: 5 }, () =>
      published.map(([, bytes]) => sha256Hex(bytes)),
    );
    return [
      {
        name: 'verify page: 2012 verified and recounted',
        unit: 'ms',
        measured: spreadOf(checked.map(({ milliseconds }) => milliseconds)),
        target: { relation: '<', value: 3000 },
        yardstick: { what: 'hashing all its files once', value: hashed.median },
      },
      {
        name: 'verify page: memory of the page and its worker',
        unit: 'MB',
        measured: spreadOf(checked.map(({ bytes }) => bytes / MB)),
        target: { relation: '<', value: 200 },
        yardstick: { what: 'the page before', value: Math.max(...checked.map(({ before }) => before)) / MB },
      },
    ];
  } finally {
    site.close();
  }
};
