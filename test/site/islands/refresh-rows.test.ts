import { describe, expect, test } from 'vitest';
import { publish, useLivePage } from './live-page.ts';
import { afterReports, firstNight, withVotes } from './night-page.ts';

const live = useLivePage();

const keys = () =>
  live.page.$$eval('#votes tr', (rows) => rows.map((row) => row.getAttribute('data-key')).join(' '));

describe('rows', () => {
  test('keep their places until the reader sorts them again', async () => {
    const lists = withVotes(firstNight, { 9: 49_500, 12: 51_000 }).toSorted((a, b) => b.votes - a.votes);
    await publish(live, afterReports(firstNight, { lists }));
    expect(await keys()).toBe('1 2 3 4 5 6 7 8 9 10 11 12');
    const button = live.page.getByRole('button', { name: 'Sort again (12 lists changed places)' });
    await button.focus();
    const before = await button.boundingBox();
    await live.page.keyboard.press('Enter');
    expect(await keys()).toBe('12 1 9 2 3 4 5 6 7 8 10 11');
    const sorted = live.page.getByRole('button', { name: 'Sorted by votes' });
    expect(await sorted.boundingBox()).toMatchObject({ x: before?.x, y: before?.y });
    expect(await sorted.evaluate((element) => element === document.activeElement)).toBe(true);
    await live.page.locator('#find').focus();
    expect(await live.page.locator('.live-sort').isVisible()).toBe(false);
    const next = afterReports(
      { ...live.site.night.page },
      { lists: withVotes(live.site.night.page, { 12: 51_001 }) },
    );
    await publish(live, next);
    expect(await keys()).toBe('12 1 9 2 3 4 5 6 7 8 10 11');
    expect(await live.page.locator('.live-sort').isVisible()).toBe(false);
  });

  test('that are new come last; those that are gone leave their place blank until then', async () => {
    const [first, second, ...rest] = firstNight.lists;
    if (!first || !second) throw new Error('no lists');
    const lists = [{ key: 'new', name: 'New', votes: 99_000 }, first, ...rest];
    await publish(live, afterReports(firstNight, { lists }));
    expect(await keys()).toBe('1 2 3 4 5 6 7 8 9 10 11 12 new');
    expect(await live.page.locator('[data-key="2"]').first().isVisible()).toBe(false);
    expect(await live.page.locator('[data-key="3"] a').boundingBox()).not.toBeNull();
    await live.page.locator('.live-sort').click();
    expect(await keys()).toBe('new 1 3 4 5 6 7 8 9 10 11 12');
  });

  test('outside tables come and go where they are baked, and ask for no sorting', async () => {
    const items = () => live.page.locator('#changes').innerText();
    await live.page.locator('#changes a').focus();
    let next = firstNight;
    for (let version = 42; version < 45; version += 1) {
      next = afterReports(next);
      await publish(live, next);
    }
    expect(await items()).toBe('Change 44\nChange 43\nChange 42\nChange 41');
    expect(await live.page.evaluate(() => document.activeElement?.textContent)).toBe('Change 41');
    await publish(live, afterReports(next));
    expect(await items()).toBe('Change 45\nChange 44\nChange 43\nChange 42');
    expect(await live.page.locator('.live-sort').isVisible()).toBe(false);
  });

  test('keep hostile names as text', async () => {
    const lists = firstNight.lists.map((list) => ({
      ...list,
      name: '<img src=x onerror=alert(1)><script>alert(1)</script>',
    }));
    await publish(live, afterReports(firstNight, { lists }));
    expect(await live.page.locator('#votes img, #votes script').count()).toBe(0);
    expect(await live.page.locator('[data-key="1"] a').first().innerText()).toBe(lists[0]?.name);
    expect(live.complaints).toEqual([]);
  });
});

describe('acts', () => {
  test('a declaration fills marks in place, is said once, and shows its section only on request', async () => {
    live.site.night.status = 'declared';
    const declared = afterReports(firstNight, { state: 'declared' });
    await publish(live, declared);
    expect(await live.page.locator('#votes rect.filled').count()).toBe(12);
    expect(await live.page.locator('#elected').count()).toBe(0);
    expect(await live.page.locator('[data-status]').textContent()).toBe('Declared 02:36.');
    await live.page.getByRole('link', { name: 'Show the declared result' }).click();
    await live.page.locator('#elected').waitFor();
    expect(await live.page.locator('[data-status]').textContent()).toBe('');
    expect(await live.page.locator('.live-declared').isVisible()).toBe(false);
  });

  test('new reports are spoken only when that was chosen, also after a reload', async () => {
    const second = afterReports(firstNight);
    await publish(live, second);
    expect(await live.page.locator('[data-status]').textContent()).toBe('');
    const toggle = live.page.getByRole('button', { name: 'Announce new reports' });
    await toggle.click();
    expect(await toggle.getAttribute('aria-pressed')).toBe('true');
    await live.page.reload();
    expect(await toggle.getAttribute('aria-pressed')).toBe('true');
    await publish(live, afterReports(second));
    expect(await live.page.locator('[data-status]').textContent()).toBe('02:37: 1 report added.');
    await publish(live, afterReports(afterReports(second)));
    expect(await live.page.locator('[data-status]').textContent()).toBe('02:37: 1 report added.');
  });

  test('a focused link that goes hands its focus to the text around it', async () => {
    await live.page.locator('#more').focus();
    await publish(live, afterReports(firstNight, { link: false }));
    expect(await live.page.evaluate(() => document.activeElement?.id)).toBe('sentence');
  });

  test('other parts of the page hear of every patch', async () => {
    await live.page.evaluate(() => {
      document.addEventListener('open-returns:patched', () => {
        document.body.dataset['heard'] = 'yes';
      });
    });
    await publish(live, afterReports(firstNight));
    expect(await live.page.getAttribute('body', 'data-heard')).toBe('yes');
  });
});
