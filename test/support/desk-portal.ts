import type { Browser, BrowserContext, Page } from 'playwright-core';
import { beforeAll } from 'vitest';
import type { ElectionDefinition } from '#shared/election/definition.ts';
import { aCandidate, aConstituency, aDefinition, aList, aStation } from './builders.ts';
import type { PortalProcess } from './running-portal.ts';
import { type HerePortal, usePortal } from './use-portal.ts';

/** A name that would break a page which took it for markup, and one that turns the line around. */
const HOSTILE = '<img src=x onerror=alert(1)>"&\u202eabc';

export const LISTS = 22;

const lists = Array.from({ length: LISTS }, (_, index) =>
  aList(String(index + 1), 1, {
    candidates: [
      {
        id: `${index + 1}a`,
        name:
          index === 6 ? { en: HOSTILE } : { en: `Candidate ${index + 1}`, 'zh-Hant': `候選人${index + 1}` },
      },
    ],
  }),
);

/** An election of its own for the desk's journeys: 22 lists, and a small electorate that ranks. */
export const deskElection = (id: string, entry: 'single' | 'double'): ElectionDefinition =>
  aDefinition({
    id,
    entry,
    test: true,
    publishRankings: true,
    title: { en: `Desk, ${entry} entry`, 'zh-Hant': '工作台', 'zh-Hans': '工作台' },
    constituencies: [
      aConstituency({ seats: 9, contestants: lists }),
      aConstituency({
        id: 'FC1',
        kind: 'special_fc',
        system: 'preferential',
        seats: 1,
        name: { en: 'Heung Yee Kuk' },
        contestants: ['1', '2', '3'].map((one) => aCandidate(one)),
      }),
    ],
    stations: [
      ...Array.from({ length: 12 }, (_, index) =>
        aStation(`S${String(index + 1).padStart(2, '0')}`, { electors: 6000 }),
      ),
      aStation('CCS', { kind: 'central_counting', constituency: 'FC1' }),
    ],
  });

export interface DeskPortal extends HerePortal {
  /** A device of its own: nothing is kept from another one. */
  readonly device: (options?: Parameters<Browser['newContext']>[0]) => Promise<BrowserContext>;
}

const define = async (portal: PortalProcess, definition: ElectionDefinition): Promise<void> => {
  const response = await fetch(`${portal.url}/api/elections/${definition.id}/definition`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${portal.token({ role: 'chief_electoral_officer' })}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(definition),
  });
  if (!response.ok) throw new Error(await response.text());
};

/** A portal with the desk's two elections, and a browser, for all tests of a file. */
export const useDeskPortal = (args?: readonly string[]): DeskPortal => {
  const here = usePortal(args);
  beforeAll(async () => {
    await define(here.portal, deskElection('single', 'single'));
    await define(here.portal, deskElection('double', 'double'));
  }, 60_000);
  return Object.assign(here, {
    device: (options?: Parameters<Browser['newContext']>[0]) => here.browser.newContext(options),
  });
};

/** Everything a page says that it should not. */
export const listen = (page: Page): string[] => {
  const said: string[] = [];
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => said.push(`error: ${error.message}`));
  return said;
};

export const VOTES = [
  23, 80, 18, 206, 7, 54, 173, 116, 30, 26, 126, 1411, 52, 234, 192, 63, 5, 0, 9, 14, 2, 70,
];
export const VALID = VOTES.reduce((sum, votes) => sum + votes, 0);

/** Types into the field that has the focus, and goes on with Enter: what an officer at a desk does. */
export const typeFigures = async (page: Page, figures: readonly number[]): Promise<void> => {
  for (const figure of figures) {
    await page.keyboard.type(String(figure));
    await page.keyboard.press('Enter');
  }
};

export const field = (page: Page, path: string) => page.locator(`[id="field:${encodeURIComponent(path)}"]`);

export const vote = (page: Page, list: number) => field(page, `$.votes["${list}"]`);

/** An empty form that can be typed into: a screen that comes takes the focus to its heading first. */
export const formReady = async (page: Page): Promise<void> => {
  await vote(page, 1).waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
};

/** Forms that the API holds for a station, as an officer who confirms sees it. */
export const stationOf = async (
  { portal }: DeskPortal,
  election: string,
  station: string,
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
): Promise<any> => {
  const token = portal.token({
    role: 'assistant_returning_officer',
    constituency: 'LC1',
    account: `${election}.LC1.aro-1`,
  });
  const response = await fetch(`${portal.url}/api/elections/${election}/desk/LC1/stations/${station}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return response.json();
};
