import { access } from 'node:fs/promises';

export interface Browser {
  readonly executablePath: string;
  readonly args: readonly string[];
}

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

/** The browser of the real-browser tests: `CHROME_PATH`, an installed one, else the one that npm brings. */
export const findBrowser = async (): Promise<Browser> => {
  const asked = process.env['CHROME_PATH'];
  if (asked && !(await exists(asked))) throw new Error(`CHROME_PATH is ${asked}, but nothing is there`);
  for (const path of asked ? [asked] : installed)
    if (await exists(path))
      return { executablePath: path, args: ['--no-sandbox', '--disable-dev-shm-usage'] };
  const { default: chromium } = await import('@sparticuz/chromium');
  return { executablePath: await chromium.executablePath(), args: chromium.args };
};
