import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Download, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { verifyCommand } from '#functions/commands/verify-command.ts';
import { LANGUAGES, languagePath } from '#shared/election/text.ts';
import { must } from '#shared/result.ts';
import {
  type Files,
  newSigner,
  newWorld,
  publishNight,
  votesDefinition,
} from '../functions/commands/verify-fixture.ts';
import { launchBrowser } from '../support/browser.ts';
import { aResultNotice } from '../support/notices.ts';
import { faults } from '../support/soundness.ts';
import {
  archiveOf,
  changeByte,
  outcome,
  pathIn,
  realPages,
  replayed2012,
  serveFiles,
  type VerifiedSite,
} from '../support/verified-site.ts';

const ELECTION = 'night-2016';
const folder = mkdtempSync(join(tmpdir(), 'open-returns-verify-page-'));

let [browser, site]: [Browser | null, VerifiedSite | null] = [null, null];
let good: Files;
let earlier: Files;
let another: Files;
let context: BrowserContext;
let page: Page;
let said: string[] = [];

const here = (): VerifiedSite => must(site, 'the site is served');

/** Everything public of a night, pages too. */
const wholeNight = async () => {
  // One key for all nights: what differs is what was signed with it.
  const { world, snapshots } = await publishNight(signer, await realPages(), votesDefinition);
  await world.bake();
  return { files: await world.files(''), snapshots };
};

const signer = newSigner('returns.example');

beforeAll(async () => {
  browser = await launchBrowser();
  const night = await wholeNight();
  good = night.files;
  earlier = must(night.snapshots[3], 'a night has many versions');
  // The same key, and another history.
  const world = newWorld({ ...votesDefinition, title: { en: 'Another night' } }, signer, await realPages());
  const body = { ...votesDefinition, title: { en: 'Another night' } };
  await world.act({ type: 'definition', role: 'chief_electoral_officer', revision: 1, body });
  await world.publish();
  for (let index = 0; index < 20; index += 1) {
    world.at(60 + index);
    await world.act({
      type: 'report',
      role: 'presiding_officer',
      correction: false,
      warnings: [],
      body: {
        constituency: 'LC1',
        station: 'LC1-S1',
        count: 1,
        revision: index + 1,
        ...(index > 0 ? { reason: 'again' } : {}),
        votes: { '1': index, '2': 1, '3': 1, '4': 1 },
      },
    });
    await world.publish();
  }
  await world.bake();
  another = await world.files('');
  site = await serveFiles(new Map(good));
}, 180_000);
afterAll(async () => {
  await browser?.close();
  site?.close();
  rmSync(folder, { recursive: true });
});

beforeEach(async () => {
  here().files = new Map(good);
  context = await must(browser, 'the browser runs').newContext();
  page = await context.newPage();
  said = [];
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => said.push(error.message));
});
afterEach(async () => {
  await context.close();
});

const open = (language = 'en', hash = '') =>
  page.goto(`${here().url}/${language}/${ELECTION}/verify/${hash}`);

const check = async (): Promise<string | undefined> => {
  const again = page.locator('[data-again]');
  await ((await again.isVisible()) ? again : page.locator('[data-start]')).click();
  return outcome(page);
};

const saved = async (download: Download): Promise<string> => readFileSync(await download.path(), 'utf8');

const clickAndSave = async (name: string): Promise<{ readonly text: string; readonly name: string }> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name }).click(),
  ]);
  return { text: await saved(download), name: download.suggestedFilename() };
};

describe('one changed byte', () => {
  const data = `data/${ELECTION}`;
  const pointer = () => JSON.parse(new TextDecoder().decode(good.get(`${data}/latest.json`)));
  const size = (): number => pointer().size;
  const version = (): number => pointer().version;
  const places: readonly (readonly [string, () => string, string])[] = [
    ['results.json', () => pathIn(good, ELECTION, 'results.json'), 'Published file'],
    ['stations.csv', () => pathIn(good, ELECTION, 'stations.csv'), 'Published file'],
    ['an entry bundle', () => `${data}/log/tile/entries/000.p/${size()}`, 'Entries of the ledger'],
    ['a tile', () => `${data}/log/tile/0/000.p/${size()}`, 'Hashes of the ledger'],
    ['the checkpoint', () => `${data}/log/checkpoint`, 'Signed checkpoint'],
    ['the pointer', () => `${data}/latest.json`, 'Pointer to the newest version'],
    ['a feed at its fixed address', () => `${data}/feed.zh-hant.atom`, 'Feed'],
    ['a feed of the version', () => pathIn(good, ELECTION, 'feed.json'), 'Feed'],
    ['the archive', () => `${data}/archives/${version()}.zip`, 'Published file'],
    ['the heartbeat', () => `${data}/heartbeat`, 'Heartbeat'],
    ['the key', () => `${data}/log/vkey`, 'Verifier key'],
  ];

  test.each(places)(
    'in %s is named',
    async (_, path, kind) => {
      const changed = must(good.get(path()), path());
      here().files = changeByte(good, path(), Math.floor(changed.length / 2));
      await open();
      expect(await check()).toBe('fails');
      const findings = await page.locator('[data-findings] h3').allInnerTexts();
      expect(findings).toContain(`${kind} · ${path().split('/').slice(2).join('/')}`);
      const { text, name } = await clickAndSave('Save this report');
      expect(name).toBe(`${ELECTION}-verification.json`);
      expect(JSON.parse(text)).toMatchObject({ outcome: 'fails', findings: [{ path: expect.any(String) }] });
      here().files = new Map(good);
      expect(await check()).toBe('holds');
      expect(said).toEqual([]);
    },
    60_000,
  );
});

describe('what this browser saw before', () => {
  test('is held against a ledger that was rolled back, and kept', async () => {
    await open();
    expect(await check()).toBe('holds');
    here().files = new Map([...good, ...earlier]);
    expect(await check()).toBe('fails');
    expect(await page.locator('[data-verdict]').innerText()).toContain('The ledger was rolled back.');
    await page.reload();
    here().files = new Map(good);
    expect(await check()).toBe('holds');
    expect(await page.locator('[data-checks]').innerText()).toContain('that this browser saw before');
  }, 60_000);

  test('is held against another history with the same key: the report has both signed heads', async () => {
    await open();
    expect(await check()).toBe('holds');
    here().files = new Map(another);
    expect(await check()).toBe('fails');
    const text = await page.locator('[data-verdict]').innerText();
    expect(text).toContain('The ledger contradicts what was signed before.');
    expect(text).toMatch(/Its \d+ entries do not continue the \d+ entries/);
    const report = JSON.parse((await clickAndSave('Save this report')).text);
    expect(report.checkpoint).toContain(`returns.example/${ELECTION}`);
    expect(report.seenBefore.ledgers[0].note).toContain(`returns.example/${ELECTION}`);
    expect(report.seenBefore.ledgers[0].note).not.toBe(report.checkpoint);
  }, 60_000);

  test('that cannot be read any more is begun anew, and said', async () => {
    await open();
    await page.evaluate(() => localStorage.setItem('open-returns.seen', '{"ledgers":[{}]}'));
    expect(await check()).toBe('holds');
    expect(await page.locator('[data-verify-status]').innerText()).toContain('begun anew');
  });
});

/** The archive of the newest version, as it is published. */
const publishedArchive = (files: Files): Buffer => {
  const { version } = JSON.parse(new TextDecoder().decode(files.get(`data/${ELECTION}/latest.json`)));
  return Buffer.from(
    must(files.get(`data/${ELECTION}/archives/${version}.zip`), 'every version has an archive'),
  );
};

describe('a downloaded archive', () => {
  const choose = async (name: string, bytes: Buffer | string): Promise<string | undefined> => {
    writeFileSync(join(folder, name), bytes);
    await page.locator('#verify-copy').setInputFiles(join(folder, name));
    return outcome(page);
  };

  test('is checked without a network, and nothing is asked for', async () => {
    await open();
    await page.waitForLoadState('networkidle');
    await context.setOffline(true);
    here().asked.length = 0;
    expect(await choose('a.zip', publishedArchive(good))).toBe('holds');
    expect(await choose('repacked.zip', archiveOf(good, `${ELECTION}/`))).toBe('holds');
    expect(await page.locator('[data-verdict]').innerText()).toContain('nothing was fetched');
    const path = pathIn(good, ELECTION, 'results.csv');
    expect(await choose('b.zip', archiveOf(changeByte(good, path, 60)))).toBe('fails');
    expect(await page.locator('[data-findings] h3').allInnerTexts()).toEqual([
      `Published file · ${path.split('/').slice(2).join('/')}`,
    ]);
    expect(here().asked).toEqual([]);
    // The site itself cannot be reached now.
    expect(await check()).toBe('unknown');
    expect(await page.locator('[data-verdict]').innerText()).toContain('could not be reached');
  }, 60_000);

  test('that is older than what was seen is no rollback', async () => {
    await open();
    expect(await check()).toBe('holds');
    expect(await choose('old.zip', publishedArchive(earlier))).toBe('holds');
    expect(await page.locator('[data-checks]').innerText()).toContain(
      'older than what this browser has seen',
    );
  });

  test('that is none, or of another election, says so', async () => {
    await open();
    expect(await choose('none.zip', 'nothing')).toBe('unknown');
    expect(await page.locator('[data-verdict]').innerText()).toContain('not a ZIP archive');
    const other = new Map([['data/other/log/checkpoint', new Uint8Array(3)]]);
    expect(await choose('other.zip', archiveOf(other))).toBe('unknown');
    expect(await page.locator('[data-verdict]').innerText()).toContain(
      `does not hold the election ${ELECTION}`,
    );
  });
});

describe('an entry of the ledger', () => {
  test('is shown word for word, and its proof can be kept and checked without a network', async () => {
    await page.goto(`${here().url}/en/${ELECTION}/stations/LC1-S1/`);
    await page.getByRole('link', { name: 'The offline proof of this report' }).click();
    await page.locator('[data-entry-facts]').waitFor();
    expect(await page.locator('[data-entry]').innerText()).toContain('Report of a counting station');
    const index = Number(/#entry-(\d+)/.exec(page.url())?.[1]);
    const proof = await clickAndSave('Download the proof of this entry');
    const entry = await clickAndSave('Download the entry');
    expect(proof.text.startsWith('c2sp.org/tlog-proof@v1\n')).toBe(true);
    expect(JSON.parse(entry.text).body.station).toBe('LC1-S1');
    await context.setOffline(true);
    const answer = async (...texts: readonly string[]): Promise<string> => {
      const files = texts.map((_, at) => join(folder, `proof-${at}`));
      for (const [at, file] of files.entries()) writeFileSync(file, texts[at] ?? '');
      await page.locator('[data-proof-answer] [data-fill="proof-words"]').evaluate((one) => {
        one.textContent = '';
      });
      await page.locator('#verify-proof').setInputFiles(files);
      await expect.poll(() => page.locator('[data-proof-answer] .b').innerText()).not.toBe('');
      return page.locator('[data-proof-answer]').innerText();
    };
    expect(await answer(proof.text)).toContain(`The proof holds: entry ${index}`);
    const bare = proof.text.replace(/^extra .*\n/m, '');
    expect(await answer(bare)).toContain('choose the file of the entry');
    expect(await answer(entry.text, bare)).toContain('The proof holds');
    expect(await answer(bare, entry.text.replace('LC1-S1', 'LC1-S2'))).toContain('not the one');
    expect(await answer(proof.text.replace(/\n— [^ ]+ .{20}/, '$&A'))).toContain('not signed');
    expect(await answer('something')).toContain('not a proof');
    expect(said).toEqual([]);
  }, 60_000);

  test('has the same proof from the command', async () => {
    await open('en', '#entry-4');
    const proof = await clickAndSave('Download the proof of this entry');
    let out = '';
    const terminals = { out: { write: (text: string) => (out += text) }, error: { write: () => true } };
    const args = ['--from', here().url, '--election', ELECTION, '--proof', '4'];
    expect(await verifyCommand(args, terminals)).toBe(0);
    expect(out).toBe(proof.text);
  });

  test('that does not exist yet, or is not the signed one, says so', async () => {
    await open('en', '#entry-99999');
    await expect.poll(() => page.locator('[data-entry]').innerText()).toContain('no such entry yet');
    const size = JSON.parse(new TextDecoder().decode(good.get(`data/${ELECTION}/latest.json`))).size;
    here().files = changeByte(good, `data/${ELECTION}/log/tile/entries/000.p/${size}`, 40);
    await page.getByLabel('Entry number').fill('0');
    await page.getByLabel('Entry number').press('Enter');
    await expect.poll(() => page.locator('[data-entry]').innerText()).toContain('could not be shown');
    expect(await page.locator('[data-entry-facts]').isVisible()).toBe(false);
  });

  test('is reached without scripts, in the bundle that holds it', async () => {
    const plain = await must(browser, 'the browser runs').newContext({ javaScriptEnabled: false });
    const without = await plain.newPage();
    await without.goto(`${here().url}/en/${ELECTION}/verify/#entry-4`);
    expect(await without.getByText('Checking in the browser needs scripts').isVisible()).toBe(true);
    expect(await without.locator('[data-start]').isVisible()).toBe(false);
    const bundle = await without.getByRole('link', { name: /^Entries 0 to/ }).getAttribute('href');
    expect((await fetch(here().url + bundle)).status).toBe(200);
    await plain.close();
  });
});

describe('while it is checked', () => {
  test('it can be cancelled, by keyboard alone, and begun again', async () => {
    await open();
    await page.route('**/log/**', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      await route.continue().catch(() => undefined);
    });
    await page.locator('[data-start]').focus();
    await page.keyboard.press('Enter');
    await page.locator('[data-verify-cancel]').waitFor();
    await page.locator('[data-verify-cancel]').focus();
    await page.keyboard.press('Enter');
    await page.locator('[data-verify-progress]').waitFor({ state: 'hidden' });
    expect(await page.locator('[data-verdict]').isVisible()).toBe(false);
    expect(await page.locator('[data-start]').evaluate((one) => one === document.activeElement)).toBe(true);
    await page.unroute('**/log/**');
    await page.keyboard.press('Enter');
    expect(await outcome(page)).toBe('holds');
    await page.keyboard.press('Tab');
    expect(await page.locator('[data-again]').evaluate((one) => one === document.activeElement)).toBe(true);
  }, 60_000);

  test('every earlier version can be checked too', async () => {
    const old = [...good.keys()].find((key) => /\/r\/3-.*results\.json$/.test(key)) ?? '';
    here().files = changeByte(good, old, 30);
    await open();
    expect(await check()).toBe('holds');
    await page.getByRole('button', { name: 'Check every earlier version too' }).click();
    expect(await outcome(page)).toBe('fails');
    expect(await page.locator('[data-findings]').innerText()).toContain(old.split('/').slice(2).join('/'));
  });

  test('a browser without Ed25519 brings the library for it', async () => {
    await context.route(/verify-worker/, async (route) => {
      const response = await route.fetch();
      const body = `crypto.subtle.importKey = () => Promise.reject(new Error('unknown'));${await response.text()}`;
      await route.fulfill({ response, body });
    });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await open();
    expect(await check()).toBe('holds');
    here().files = changeByte(good, `data/${ELECTION}/log/checkpoint`, 100);
    expect(await check()).toBe('fails');
  });
});

describe('an election with notices, and with every voting system', () => {
  const noticed = async (): Promise<Files> => {
    const { world } = await publishNight(signer, await realPages());
    const body = aResultNotice({ constituency: 'FC1', contents: { elected: ['2'] } });
    await world.act({ type: 'notice', role: 'returning_officer', body });
    await world.publish();
    await world.bake();
    return world.files('');
  };

  test('is checked with all its registers, and a change in them is named', async () => {
    const files = await noticed();
    const path = pathIn(files, ELECTION, 'notices.csv');
    here().files = files;
    const scripts: string[] = [];
    page.on('request', (request) => scripts.push(request.url()));
    await open();
    expect(await check()).toBe('holds');
    expect(scripts.filter((url) => url.includes('whole-worker'))).toHaveLength(1);
    expect(scripts.filter((url) => url.includes('verify-worker'))).toEqual([]);
    here().files = changeByte(files, path, 200);
    expect(await check()).toBe('fails');
    expect(await page.locator('[data-findings]').innerText()).toContain('notices.csv');
  }, 60_000);

  test('whose first notice came after the page was opened is checked all the same', async () => {
    await open();
    const files = await noticed();
    here().files = files;
    expect(await check()).toBe('holds');
    expect(await page.locator('[data-verdict]').innerText()).toContain('26 ledger entries');
  }, 60_000);
});

describe('in every language and look', () => {
  test.each(LANGUAGES)(
    'the page in %s is sound: before, when it holds, and when it does not',
    async (language) => {
      await open(languagePath(language));
      const found = [...(await faults(page, 'before'))];
      expect(await check()).toBe('holds');
      found.push(...(await faults(page, 'holds')));
      here().files = changeByte(good, pathIn(good, ELECTION, 'results.json'), 900);
      expect(await check()).toBe('fails');
      await page.locator('[data-findings] summary').first().click();
      found.push(...(await faults(page, 'fails')));
      await page.goto(`${page.url()}#entry-3`);
      await page.locator('[data-entry-facts]').waitFor();
      found.push(...(await faults(page, 'entry')));
      expect(found).toEqual([]);
      const text = await page.locator('main').innerText();
      expect(/\{[a-z]+\}|undefined|\b(?:said|means|verdict|label|kind)\.[a-z]/i.exec(text)).toBeNull();
    },
    120_000,
  );
});

test('the night of 2012 holds, and is drawn on by nothing but its own script', async () => {
  here().files = await replayed2012(await realPages());
  const scripts = new Set<string>();
  page.on('request', (request) => {
    if (request.resourceType() === 'script')
      scripts.add(new URL(request.url()).pathname.replace(/.*\/([a-z-]+).*/i, '$1'));
  });
  await page.goto(`${here().url}/en/legco-2012/verify/`);
  expect(await check()).toBe('holds');
  expect(await page.locator('[data-verdict]').innerText()).toContain(
    '544 station reports · 6 constituencies · 40 seats',
  );
  expect([...scripts].some((name) => /^(?:whole|signature|answer)/.test(name))).toBe(false);
}, 120_000);
