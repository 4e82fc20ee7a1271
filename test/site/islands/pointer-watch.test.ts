import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { watchedPage } from './watched-page.ts';

const minute = 60_000;

describe('versions', () => {
  test('a new version is fetched and rendered once', async () => {
    const { clock, server, log } = watchedPage();
    Object.assign(server, { pointer: 42, page: 42 });
    await clock.pass(20_000);
    expect(log.rendered).toEqual([42]);
    expect(log.pages).toBe(1);
  });

  test('the same version asks for nothing but the pointer', async () => {
    const { clock, log } = watchedPage();
    await clock.pass(10_000);
    expect(log).toMatchObject({ looks: { length: 2 }, pages: 0, rendered: [] });
  });

  test('a new version that leaves the page’s constituency alone fetches no page', async () => {
    const { clock, server, log } = watchedPage(41, 41);
    Object.assign(server, { pointer: 57, change: 41 });
    await clock.pass(20_000);
    expect(log.pages).toBe(0);
  });

  test('a page that does not know what last changed it asks for itself less and less often', async () => {
    const { clock, server, log } = watchedPage(41);
    Object.assign(server, { pointer: 57, page: 41 });
    await clock.pass(60_000);
    expect(log.pages).toBe(5);
    await clock.pass(10 * minute);
    expect(log.pages).toBeLessThan(15);
    expect(log.rendered).toEqual([]);
  });

  test('a page that tells what last changed it is believed at once', async () => {
    const { clock, server, log } = watchedPage(41, 41);
    Object.assign(server, { pointer: 57, page: 50, change: 50, pageChange: 50 });
    await clock.pass(60_000);
    expect(log.pages).toBe(1);
    expect(log.rendered).toEqual([50]);
  });

  test('a page that lags behind its pointer is asked again', async () => {
    const { clock, server, log } = watchedPage(41, 41);
    Object.assign(server, { pointer: 45, page: 43, change: 45, pageChange: 43 });
    await clock.pass(6000);
    Object.assign(server, { page: 45, pageChange: 45 });
    await clock.pass(20_000);
    expect(log.rendered).toEqual([43, 45]);
    expect(log.pages).toBe(2);
  });

  test('a page that lags behind a pointer that asks for long pauses is asked again soon, and not for ever', async () => {
    const { clock, server, log } = watchedPage(41, 41);
    const behind = { pointer: 45, page: 43, change: 45, pageChange: 43, status: 'declared' as const };
    Object.assign(server, { ...behind, pollAfterMs: 60_000 });
    await clock.pass(6000);
    Object.assign(server, { page: 45, pageChange: 45 });
    await clock.pass(6000);
    expect(log.rendered).toEqual([43, 45]);
    const looks = log.looks.length;
    await clock.pass(3 * minute);
    expect(log.looks.length - looks).toBe(3);
    const never = watchedPage(41, 41);
    Object.assign(never.server, { ...behind, pollAfterMs: 60_000 });
    await never.clock.pass(10 * minute);
    const before = never.log.looks.length;
    await never.clock.pass(3 * minute);
    expect(never.log.looks.length - before).toBe(3);
  });

  test('a page that lags for long is shown when it comes, though nothing else moves', async () => {
    const { clock, server, log } = watchedPage(41, 41);
    Object.assign(server, { pointer: 45, page: 43, change: 45, pageChange: 43 });
    await clock.pass(4 * minute);
    expect(log.rendered).toEqual([43]);
    Object.assign(server, { page: 45, pageChange: 45 });
    await clock.pass(2 * minute);
    expect(log.rendered).toEqual([43, 45]);
  });

  test('news after a page that lagged is asked for at once', async () => {
    const { clock, server, log } = watchedPage(41, 41);
    Object.assign(server, { pointer: 45, page: 43, change: 45, pageChange: 43 });
    await clock.pass(4 * minute);
    Object.assign(server, { pointer: 46, page: 46, change: 46, pageChange: 46 });
    await clock.pass(6000);
    expect(log.rendered).toEqual([43, 46]);
  });

  test('a lower pointer is ignored, and told as stalled when it stays', async () => {
    const { clock, server, log, now } = watchedPage();
    Object.assign(server, { pointer: 39, page: 39 });
    await clock.pass(5000);
    expect(now()).toBe('fresh');
    await clock.pass(5000);
    expect(now()).toBe('stalled 1');
    expect(log.pages).toBe(0);
    Object.assign(server, { pointer: 42, page: 42 });
    await clock.pass(5000);
    expect(now()).toBe('fresh');
    expect(log.rendered).toEqual([42]);
  });

  test('a lower page behind a higher pointer is not rendered, and told as stalled when it stays', async () => {
    const { clock, server, log, now } = watchedPage();
    Object.assign(server, { pointer: 50, page: 40 });
    await clock.pass(10_000);
    expect(now()).toBe('stalled 1');
    expect(log.rendered).toEqual([]);
  });

  test('the version shown never falls, whatever the server answers', async () => {
    const version = fc.integer({ min: 0, max: 60 });
    const failure = fc.constantFrom('unreachable' as const, 'broken' as const);
    const answers = fc.record({
      pointer: fc.oneof({ weight: 5, arbitrary: version }, failure),
      page: fc.oneof({ weight: 5, arbitrary: version }, failure),
      change: fc.constantFrom(1, 2, 3),
      pageChange: fc.constantFrom(1, 2, null),
      hidden: fc.boolean(),
      pollAfterMs: fc.constantFrom(5000, 1000, Number.NaN, -1, 0),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(answers, { maxLength: 40 }), version, async (steps, first) => {
        const { clock, server, window, watch, log } = watchedPage(first);
        for (const { hidden, ...step } of steps) {
          Object.assign(server, step);
          window.hidden = hidden;
          if (hidden) watch.pause();
          else watch.lookNow();
          await clock.pass(7000);
        }
        const shown = [first, ...log.rendered];
        return shown.every((one, at) => at === 0 || one > (shown[at - 1] ?? 0));
      }),
      { numRuns: 300 },
    );
  });
});

describe('intervals', () => {
  test('the pointer’s pollAfterMs rules', async () => {
    const { clock, server, log } = watchedPage();
    server.pollAfterMs = 20_000;
    await clock.pass(5000 + 3 * 20_000);
    expect(log.looks.map((at) => at - (log.looks[0] ?? 0))).toEqual([0, 20_000, 40_000, 60_000]);
  });

  test.each([0, -5, Number.NaN, Number.POSITIVE_INFINITY])(
    'a pollAfterMs of %d is not obeyed',
    async (asked) => {
      const { clock, server, log } = watchedPage();
      server.pollAfterMs = asked;
      await clock.pass(50_000);
      expect(log.looks).toHaveLength(10);
    },
  );

  test('looks are spread by a tenth and no more', async () => {
    await fc.assert(
      fc.asyncProperty(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), async (random) => {
        const { clock, window, log } = watchedPage();
        window.random = random;
        await clock.pass(30_000);
        const gaps = log.looks.slice(2).map((at, index) => at - (log.looks[index + 1] ?? 0));
        expect(Math.min(...gaps)).toBeGreaterThanOrEqual(4500);
        expect(Math.max(...gaps)).toBeLessThanOrEqual(5500);
      }),
    );
  });

  test('failures double the wait up to a minute, and one answer ends that', async () => {
    const { clock, server, log } = watchedPage();
    server.pointer = 'unreachable';
    await clock.pass(5 * minute);
    const gaps = log.looks.slice(1).map((at, index) => at - (log.looks[index] ?? 0));
    expect(gaps).toEqual([10_000, 20_000, 40_000, 60_000, 60_000, 60_000]);
    server.pointer = 41;
    await clock.pass(minute);
    expect(clock.waiting()[0]).toBeLessThanOrEqual(5000);
  });

  test('after a failure the server’s longer interval still holds', async () => {
    const { clock, server, log } = watchedPage();
    server.pollAfterMs = 10 * minute;
    await clock.pass(5000);
    server.pointer = 'broken';
    await clock.pass(25 * minute);
    expect(log.looks).toHaveLength(3);
  });

  test('a failing page counts as a failure and is tried again', async () => {
    const { clock, server, log } = watchedPage();
    Object.assign(server, { pointer: 42, page: 'broken' });
    await clock.pass(5000);
    expect(clock.waiting()).toEqual([10_000]);
    server.page = 42;
    await clock.pass(10_000);
    expect(log.rendered).toEqual([42]);
  });
});

describe('hidden tabs', () => {
  test('a hidden tab does not look; on return it looks once and tells once', async () => {
    const { clock, server, window, watch, log } = watchedPage();
    window.hidden = true;
    watch.pause();
    Object.assign(server, { pointer: 60, page: 60 });
    await clock.pass(30 * minute);
    expect(log.looks).toHaveLength(0);
    window.hidden = false;
    watch.lookNow();
    watch.lookNow();
    await clock.settle();
    expect(log).toMatchObject({ looks: { length: 1 }, pages: 1, rendered: [60], told: ['fresh'] });
    expect(clock.waiting()).toEqual([5000]);
  });

  test('a tab that is opened in the background waits to be seen', async () => {
    const { clock, window, watch, log } = watchedPage();
    window.hidden = true;
    await clock.pass(minute);
    expect(log.looks).toHaveLength(0);
    window.hidden = false;
    watch.lookNow();
    await clock.settle();
    expect(log.looks).toHaveLength(1);
  });
});
