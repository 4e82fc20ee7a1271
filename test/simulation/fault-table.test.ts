import { describe, expect, test } from 'vitest';
import { dataPaths } from '#shared/publication/paths.ts';
import { ELECTION } from '../support/simulation-election.ts';
import { halfPublished, type OneRun } from '../support/simulation-one-run.ts';
import type { Fault } from '../support/simulation-scheduler.ts';
import { assertCaughtUp, assertRebuilds, assertResults } from '../support/simulation-settle.ts';
import type { World } from '../support/simulation-world.ts';

/** Every input and output of one publishing run fails once, in each of four ways; the watcher looks on after every step. */
const FAULTS: readonly (readonly [Fault, string])[] = [
  ['fails', 'fails and is not kept'],
  ['fails-but-kept', 'fails but is kept'],
  ['dies', 'takes the machine down before it happens'],
  ['dies-but-kept', 'takes the machine down after it happened'],
];

const isWrite = (label: string): boolean => /^(put|forward|batch|sign)/.test(label);

const publicBytes = async ({ files }: World): Promise<readonly string[]> =>
  Promise.all((await files.list('')).map(async (key) => `${key} ${(await files.head(key))?.etag}`));

const sweep = (one: OneRun) => one.run((jobs) => jobs.sweep());

const undisturbed = async () => {
  const one = await halfPublished();
  one.setFault('none', -1);
  await sweep(one);
  return { labels: [...one.labels], bytes: await publicBytes(one.world) };
};

describe('one publishing run', () => {
  test('writes the batch first, then what nothing refers to, then the checkpoint, then the pointer, pages last', async () => {
    const { labels } = await undisturbed();
    const first = (pattern: RegExp) => labels.findIndex((label) => pattern.test(label));
    const last = (pattern: RegExp) => labels.findLastIndex((label) => pattern.test(label));
    const order = [
      first(/^batch/),
      last(/^put data\/.*\/(r|log\/tile)\//),
      first(/^sign/),
      first(new RegExp(`^forward ${dataPaths.checkpoint(ELECTION)}`)),
      first(new RegExp(`^forward ${dataPaths.latest(ELECTION)}`)),
      first(/^forward .*index\.html/),
    ];
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order[0]).toBeGreaterThan(0);
  });

  test.each(FAULTS)(
    '%s: each step %s, and a retry leaves the same bytes as if nothing had happened',
    { timeout: 60_000 },
    async (fault) => {
      const reference = await undisturbed();
      let writes = 0;
      for (const [at, label] of reference.labels.entries()) {
        // Page after page is the same write: every eighth stands for its neighbours.
        if (label.endsWith('.html') && at % 8 > 0) continue;
        const one = await halfPublished();
        one.setFault(fault, at);
        const end = await sweep(one);
        const where = `${fault} at step ${at}, ${label}`;
        expect(end, where).toBe(fault.startsWith('dies') ? 'dead' : 'failed');
        if (end === 'dead') one.replaceMachine();
        one.setFault('none', -1);
        expect(await sweep(one), where).toBe('done');
        await assertCaughtUp(one.world, one.watch);
        expect(await publicBytes(one.world), where).toEqual(reference.bytes);
        if (isWrite(label)) writes += 1;
      }
      expect(writes).toBeGreaterThan(20);
    },
  );

  test('what is public after a retry is what an independent count of the accepted reports gives', async () => {
    const { labels } = await undisturbed();
    for (const at of [...labels.keys()].filter((step) => isWrite(labels[step] ?? '')).slice(0, 12)) {
      const one = await halfPublished();
      one.setFault('fails-but-kept', at);
      await sweep(one);
      await sweep(one);
      await assertResults(one.world, one.watch);
      await assertRebuilds(one.world, one.watch, {});
    }
  });
});
