import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { publish, useLivePage } from './live-page.ts';
import { afterReports, firstNight, withVotes } from './night-page.ts';

const live = useLivePage();

describe('a page in the night', () => {
  test('takes in new figures with their difference, title and sentence', async () => {
    const next = afterReports(firstNight, {
      reports: 121,
      lists: withVotes(firstNight, { 3: 48_214, 5: 45_910 }),
    });
    await publish(live, next);
    expect(await live.page.locator('#votes tr[data-key="3"] td').first().innerText()).toBe(
      '48,214 +214 since 02:35',
    );
    expect(await live.page.locator('#votes tr[data-key="5"] td').first().innerText()).toBe(
      '45,910 −90 since 02:35',
    );
    expect(
      await live.page.$$eval('#votes .changed', (rows) => rows.map((row) => row.getAttribute('data-key'))),
    ).toEqual(['3', '5']);
    expect(await live.page.title()).toBe('121/164 LC1');
    expect(await live.page.locator('#sentence').innerText()).toBe('121 of 164 reports are in. More');
    expect(await live.page.locator('.live-note').innerText()).toBe('02:36: 3 reports added. What changed');
    await publish(live, afterReports(next, { lists: withVotes(next, { 3: 48_300 }) }));
    expect(await live.page.locator('.since').allInnerTexts()).toEqual([' +86 since 02:36']);
    expect(await live.page.locator('.live-note').innerText()).toBe('02:37: 1 report added. What changed');
    expect(live.complaints).toEqual([]);
  });

  test('moves nothing while fifty reports come in', async () => {
    await live.page.evaluate(() => {
      document.querySelector('#ladder')?.setAttribute('open', '');
      document.querySelector<HTMLElement>('[data-key="6"] a')?.focus();
      const from = document.querySelector('[data-key="4"] [data-figure]')?.firstChild;
      const to = document.querySelector('[data-key="5"] [data-figure]')?.firstChild;
      if (from && to) getSelection()?.setBaseAndExtent(from, 1, to, 3);
      scrollTo(0, 250);
    });
    await live.page.locator('#find').evaluate((input: HTMLInputElement) => {
      input.value = 'half a word';
    });
    const state = () =>
      live.page.evaluate(() => {
        const selection = getSelection();
        return {
          scroll: scrollY,
          focus: document.activeElement?.getAttribute('href'),
          selection: [
            selection?.anchorOffset,
            selection?.focusOffset,
            String(selection).replace(/\d/g, 'n').length,
          ],
          selected: selection?.anchorNode?.parentElement?.closest('[data-key]')?.getAttribute('data-key'),
          open: document.querySelector('#ladder')?.hasAttribute('open'),
          typed: document.querySelector<HTMLInputElement>('#find')?.value,
          tops: [...document.querySelectorAll('#votes tr')].map((row) => row.getBoundingClientRect().top),
        };
      });
    const before = await state();
    let at = firstNight;
    for (let report = 0; report < 50; report += 1) {
      const votes = Object.fromEntries(
        at.lists.map(({ key, votes }) => [key, votes + 10 + ((report * 7 + Number(key) * 13) % 40)]),
      );
      const sorted = withVotes(at, votes).toSorted((a, b) => b.votes - a.votes);
      at = afterReports(at, { lists: report % 2 ? sorted : sorted.toReversed() });
      await publish(live, at);
    }
    const after = await state();
    expect({ ...after, selection: after.selection.slice(0, 2) }).toEqual({
      ...before,
      selection: before.selection.slice(0, 2),
    });
    expect(before).toMatchObject({
      scroll: 250,
      focus: '#6',
      selected: '4',
      open: true,
      typed: 'half a word',
    });
    expect(await live.page.locator('#votes tr[data-key="1"] [data-figure]').getAttribute('data-figure')).toBe(
      String(at.lists.find(({ key }) => key === '1')?.votes),
    );
    expect(live.complaints).toEqual([]);
  }, 60_000);

  test('holds the reader’s place when text above it grows', async () => {
    await live.page.evaluate(() => scrollTo(0, 500));
    const top = () => live.page.$eval('#find', (element) => element.getBoundingClientRect().top);
    const before = await top();
    const lists = firstNight.lists.map((list) =>
      list.key === '1' ? { ...list, name: 'long name '.repeat(60) } : list,
    );
    await publish(live, afterReports(firstNight, { lists }));
    expect(Math.abs((await top()) - before)).toBeLessThan(1);
    expect(await live.page.evaluate(() => scrollY)).toBeGreaterThan(500);
  });

  test('never shows a lower version and says that it has stalled', async () => {
    await publish(live, afterReports(firstNight, { lists: withVotes(firstNight, { 1: 60_000 }) }));
    live.site.night.page = { ...firstNight, lists: withVotes(firstNight, { 1: 3 }) };
    await live.page.locator('.live-stalled').waitFor();
    expect(await live.page.locator('.live-stalled').innerText()).toBe(
      'No update for 1 minute. These are the figures of 02:36.',
    );
    expect(await live.page.locator('[data-key="1"] [data-figure]').first().innerText()).toContain('60,000');
    live.site.night.pointerVersion = 90;
    await live.page.waitForResponse((response) => response.url() === live.site.address);
    await live.page.waitForResponse((response) => response.url() === live.site.address);
    expect(await live.page.locator('[data-key="1"] [data-figure]').first().innerText()).toContain('60,000');
    expect(await live.page.getAttribute('html', 'data-version')).toBe('42');
    live.site.night.pointerVersion = null;
    await publish(live, { ...firstNight, version: 91 });
    await live.page.locator('.live-stalled').waitFor({ state: 'hidden' });
    expect(live.complaints).toEqual([]);
  });

  test('tells a dead heart with its minutes, and keeps the focus on Try now', async () => {
    live.site.night.heartbeatAge = 12 * 60_000 + 5000;
    await live.page.locator('.live-stalled').waitFor();
    expect(await live.page.locator('.live-alert').innerText()).toBe(
      'No update for 12 minutes. These are the figures of 02:35. Try now',
    );
    expect(await live.page.locator('[data-status]').textContent()).toContain('No update for 12 minutes.');
    await live.page.locator('.live-alert a').focus();
    const looks = live.site.requests.length;
    await expect.poll(() => live.site.requests.length, { timeout: 10_000 }).toBeGreaterThan(looks + 3);
    expect(await live.page.evaluate(() => document.activeElement?.textContent)).toBe('Try now');
  });

  test('says offline when nobody answers, and that updates are back', async () => {
    live.site.night.isDown = true;
    await live.page.locator('.live-offline').waitFor();
    expect(await live.page.locator('.live-alert').innerText()).toContain(
      'You are offline. These are the figures of 02:35.',
    );
    live.site.night.isDown = false;
    await live.page.locator('.live-alert').waitFor({ state: 'hidden' });
    await publish(live, afterReports(firstNight));
  });

  test('stops in a hidden tab and looks once on return', async () => {
    const show = (hidden: boolean) =>
      live.page.evaluate((value) => {
        Object.defineProperty(document, 'hidden', { value, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      }, hidden);
    await live.page.clock.install();
    await live.page.reload();
    await live.page.waitForResponse(/latest\.json/);
    await show(true);
    live.site.night.page = afterReports(firstNight);
    // What was under way has been answered once a later question is.
    await live.page.evaluate(() => fetch('/style.css'));
    const looks = live.site.requests.length;
    await live.page.clock.runFor(120_000);
    expect(live.site.requests.length).toBe(looks);
    await show(false);
    await live.page.locator('html[data-version="42"]').waitFor({ state: 'attached' });
    expect(live.site.requests.slice(looks, looks + 2)).toEqual(['/data/night/latest.json', '/en/night/']);
  });
});

test('refresh stays within five kilobytes', () => {
  const size = gzipSync(live.scripts.get('/refresh.js') ?? new Uint8Array(), { level: 9 }).length;
  expect(size).toBeGreaterThan(1000);
  expect(size).toBeLessThanOrEqual(5 * 1024);
});
