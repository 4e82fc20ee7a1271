import { access } from 'node:fs/promises';
import { type Browser, chromium } from 'playwright-core';

const installed = [
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

const ARGS = ['--no-sandbox', '--disable-dev-shm-usage'];

/** Built for Linux: the same browser for everyone, without a window system, in half the time of one that has it. */
const brought = async (): Promise<string | null> =>
  process.platform === 'linux' && process.arch === 'x64'
    ? (await import('@sparticuz/chromium')).default.executablePath()
    : null;

/** The browser of the real-browser tests: `CHROME_PATH`, the one that npm brings, else an installed one. */
export const findBrowser = async (): Promise<string> => {
  const asked = process.env['CHROME_PATH'];
  if (asked && !(await exists(asked))) throw new Error(`CHROME_PATH is ${asked}, but nothing is there`);
  const found = asked ?? (await brought());
  for (const path of found === null ? installed : [found]) {
    if (await exists(path)) return path;
  }
  throw new Error('No browser was found: install Chrome or Chromium, or set CHROME_PATH to one');
};

/** Starts it, with names of files in Chinese also on a machine that has no language set; who asked for it closes it. */
export const launchBrowser = async (): Promise<Browser> =>
  chromium.launch({
    executablePath: await findBrowser(),
    args: ARGS,
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
