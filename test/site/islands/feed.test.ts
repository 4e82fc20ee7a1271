import { describe, expect, test } from 'vitest';
import { watchedPage } from './watched-page.ts';

const minute = 60_000;

describe('silences', () => {
  test('no report but a beating heart is quiet, not stalled', async () => {
    const { clock, now } = watchedPage();
    await clock.pass(60_000);
    expect(now()).toBe('fresh');
    await clock.pass(20 * minute);
    expect(now()).toBe('quiet');
  });

  test('before the first report nothing is called the last one', async () => {
    const { clock, server, now } = watchedPage();
    server.status = 'none';
    await clock.pass(20 * minute);
    expect(now()).toBe('fresh');
  });

  test('a heart that beat twelve minutes ago is told on the first look', async () => {
    const { clock, server, now } = watchedPage();
    server.heartbeatAge = 12 * minute + 1000;
    await clock.pass(5000);
    expect(now()).toBe('stalled 12');
  });

  test('a heart that stops is told within ninety seconds, and its return ends it', async () => {
    const { clock, server, log, now } = watchedPage();
    await clock.pass(5000);
    const stoppedAt = clock.now();
    for (let second = 0; second < 90; second += 1) {
      server.heartbeatAge = clock.now() - stoppedAt;
      await clock.pass(1000);
    }
    expect(now()).toBe('stalled 1');
    server.heartbeatAge = 0;
    await clock.pass(15_000);
    expect(log.told.at(-1)).toBe('quiet');
  });

  test('a heartbeat every minute never looks like a failure', async () => {
    const { clock, server, log } = watchedPage();
    for (let second = 0; second < 600; second += 1) {
      server.heartbeatAge = (second % 60) * 1000;
      await clock.pass(1000);
    }
    expect(log.told.filter((silence) => silence.startsWith('stalled'))).toEqual([]);
  });

  test('a missing heartbeat is told as stalled once patience has run out', async () => {
    const { clock, server, now } = watchedPage();
    server.heartbeatAge = null;
    await clock.pass(60_000);
    expect(now()).toBe('fresh');
    await clock.pass(30_000);
    expect(now()).toBe('stalled 1');
  });

  test('slow polling waits five looks, five minutes at most', async () => {
    const { clock, server, now } = watchedPage();
    Object.assign(server, { pollAfterMs: 2 * minute, heartbeatAge: 4 * minute });
    await clock.pass(5000);
    expect(now()).toBe('fresh');
    server.heartbeatAge = 0;
    const { clock: later, server: slow, now: told } = watchedPage();
    Object.assign(slow, { pollAfterMs: 2 * minute, heartbeatAge: 5 * minute + 1000 });
    await later.pass(5000);
    expect(told()).toBe('stalled 5');
  });

  test('the reader’s wrong clock makes no false alarm and hides no true one', async () => {
    const behind = watchedPage();
    Object.assign(behind.server, { serverAhead: 3 * 60 * minute });
    await behind.clock.pass(10_000);
    expect(behind.now()).toBe('fresh');
    const ahead = watchedPage();
    Object.assign(ahead.server, { serverAhead: -3 * 60 * minute, heartbeatAge: 20 * minute });
    await ahead.clock.pass(10_000);
    expect(ahead.now()).toBe('stalled 20');
  });

  test('the heart of a replayed night beats although its dates are long past', async () => {
    const { clock, server, log } = watchedPage();
    server.heartbeatAge = 5000 * 24 * 60 * minute;
    await clock.pass(10 * minute);
    expect(log.told.filter((silence) => silence.startsWith('stalled'))).toEqual([]);
  });

  test('a declared election awaits nothing and asks for no heartbeat', async () => {
    const { clock, server, log, now } = watchedPage();
    Object.assign(server, { status: 'declared', heartbeatAge: null });
    await clock.pass(20 * minute);
    expect(now()).toBe('fresh');
    expect(log.heartbeats).toBe(0);
  });

  test('an unreachable pointer is offline from the second time on, at once if the device says so', async () => {
    const { clock, server, window, now } = watchedPage();
    server.pointer = 'unreachable';
    await clock.pass(5000);
    expect(now()).toBe('fresh');
    await clock.pass(10_000);
    expect(now()).toBe('offline');
    const other = watchedPage();
    other.server.pointer = 'unreachable';
    other.window.offline = true;
    await other.clock.pass(5000);
    expect(other.now()).toBe('offline');
    expect(window.offline).toBe(false);
  });

  test('a server that answers with errors is stalled, not the reader offline', async () => {
    const { clock, server, log, now } = watchedPage();
    server.pointer = 'broken';
    await clock.pass(3 * minute);
    expect(now()).toMatch(/^stalled/);
    expect(log.told).not.toContain('offline');
  });

  test('back online, one look puts it right', async () => {
    const { clock, server, watch, now } = watchedPage();
    server.pointer = 'unreachable';
    await clock.pass(minute);
    server.pointer = 41;
    watch.lookNow();
    await clock.settle();
    expect(now()).toBe('fresh');
  });
});
