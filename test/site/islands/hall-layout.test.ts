import { describe, expect, test } from 'vitest';
import { afterChange, afterKey, afterMoment, startCycle } from '../../../site/islands/hall-cycle.ts';
import { readLayout } from '../../../site/islands/hall-layout.ts';

const KNOWN = ['LC1', 'LC2', 'DC2'];

describe('the layout of a hall in its address', () => {
  test('is the overview and every constituency, dark, twenty seconds each, where nothing is asked for', () => {
    expect(readLayout('', KNOWN)).toEqual({
      screens: ['overview', 'LC1', 'LC2', 'DC2'],
      everyMs: 20_000,
      theme: 'dark',
      problems: [],
    });
  });

  test('takes screens in their order, a time and a theme', () => {
    expect(readLayout('?show=LC2,progress, LC1&every=45&theme=light', KNOWN)).toEqual({
      screens: ['LC2', 'progress', 'LC1'],
      everyMs: 45_000,
      theme: 'light',
      problems: [],
    });
  });

  test('leaves out what it does not know, and tells what was found and what there is', () => {
    const { screens, problems } = readLayout('?show=LC9,LC1,,X', KNOWN);
    expect(screens).toEqual(['LC1']);
    expect(problems).toEqual([
      { word: 'unknown-screen', found: 'LC9, X', known: 'overview, progress, LC1, LC2, DC2' },
    ]);
    expect(readLayout('?show=LC9', KNOWN).screens).toEqual(['overview', ...KNOWN]);
  });

  test.each(['5', '19.5', '0', '-20', 'x', '', '3601'])('shows a screen for no time of every=%s', (every) => {
    const { everyMs, problems } = readLayout(`?every=${every}`, KNOWN);
    expect(everyMs).toBe(20_000);
    expect(problems).toEqual([{ word: 'unknown-value', found: `every=${every}`, known: 'every=20–3600' }]);
  });

  test('tells a theme and a name that there is not', () => {
    expect(readLayout('?theme=blue&speed=2', KNOWN).problems.map(({ found }) => found)).toEqual([
      'theme=blue',
      'speed',
    ]);
  });
});

describe('the screens of a hall', () => {
  const layout = { everyMs: 20_000, screens: 3 };
  const begun = startCycle(0);

  test('follow each other, and begin again', () => {
    const seen: number[] = [];
    let cycle = begun;
    for (let now = 0; now <= 70_000; now += 1000) {
      cycle = afterMoment(cycle, now, layout);
      if (seen.at(-1) !== cycle.at) seen.push(cycle.at);
    }
    expect(seen).toEqual([0, 1, 2, 0]);
  });

  test('never turn while there is only one, and fall back where one is gone', () => {
    expect(afterMoment(begun, 100_000, { everyMs: 20_000, screens: 1 }).at).toBe(0);
    expect(afterMoment({ ...begun, at: 2 }, 1000, { everyMs: 20_000, screens: 2 }).at).toBe(1);
    expect(afterMoment(begun, 1000, { everyMs: 20_000, screens: 0 }).at).toBe(0);
  });

  test('stop at a key, turn by arrows, and go on at Space', () => {
    const stopped = afterKey(begun, 'Escape', 5000, 3);
    expect(afterMoment(stopped, 500_000, layout)).toMatchObject({ at: 0, stopped: true });
    expect(afterKey(stopped, 'ArrowLeft', 6000, 3)).toMatchObject({ at: 2, stopped: true });
    expect(afterKey(begun, ' ', 6000, 3).stopped).toBe(true);
    const on = afterKey(stopped, ' ', 6000, 3);
    expect(on.stopped).toBe(false);
    expect(afterMoment(on, 26_000, layout).at).toBe(1);
  });

  test('stay at a change of state for three screens’ time, then go on by themselves', () => {
    const changed = afterChange(begun, 2, 5000, 20_000);
    expect(changed.at).toBe(2);
    expect(afterMoment(changed, 64_000, layout).at).toBe(2);
    expect(afterMoment(changed, 65_000, layout).at).toBe(0);
    expect(afterChange({ ...begun, stopped: true }, 2, 5000, 20_000).at).toBe(0);
  });
});
