import { afterAll, describe, expect, test } from 'vitest';
import { memoryRecords } from '#functions/adapters/local/memory-records.ts';
import type { Inspect } from '#functions/platform/verdicts.ts';
import { FILINGS_PARTITION } from '#shared/recount/act.ts';
import { CEO, signIn, testApi } from '../../support/api.ts';
import { aConstituency, aDefinition, aList, aStation } from '../../support/builders.ts';
import { aFiled, foundIn } from '../../support/filings.ts';
import { announced, platformNight } from '../../support/platform-night.ts';

const definition = aDefinition({
  constituencies: [aConstituency({ id: 'LC1', contestants: [aList('1', 2)] })],
  stations: [aStation('A')],
});
const door = signIn();
afterAll(() => door.remove());

class Crash extends Error {}

/** Counts every call that reaches a store; at the chosen one the machine dies, before or after it takes effect. */
const weather = () => {
  let calls = 0;
  let fatal = Number.POSITIVE_INFINITY;
  let when: 'before' | 'after' = 'before';
  const wrap = <T extends object>(store: T): T =>
    new Proxy(store, {
      get: (target, name, receiver) => {
        const value = Reflect.get(target, name, receiver);
        if (typeof value !== 'function' || name === 'bring') return value;
        return async (...given: unknown[]) => {
          calls += 1;
          const dies = calls === fatal;
          if (dies && when === 'before') throw new Crash();
          const answer = await value.apply(target, given);
          if (dies) throw new Crash();
          return answer;
        };
      },
    });
  return {
    wrap,
    calls: () => calls,
    strike: (at: number, how: 'before' | 'after') => {
      calls = 0;
      fatal = at;
      when = how;
    },
    clear: () => {
      fatal = Number.POSITIVE_INFINITY;
    },
  };
};

const inspect: Inspect = async ({ bytes }) => {
  const name = /^The file (.+)\.$/s.exec(new TextDecoder().decode(bytes))?.[1] ?? '';
  return { inspection: foundIn(announced(name)), previews: { png: null, text: null } };
};

const NAMES = ['A.jpg', 'B.jpg'];

/** From announcing to telling, every store of it watched by the weather. */
const scene = async () => {
  const sky = weather();
  const api = testApi(door, sky.wrap(memoryRecords()));
  api.atDate(new Date('2016-08-15T11:00:00+08:00'));
  const { platform } = api;
  for (const name of ['quarantine', 'verdicts', 'vault', 'uploads', 'messenger'] as const) {
    const watched = { [name]: sky.wrap(platform[name]) };
    Object.assign(platform, watched);
    Object.assign(api.ports, watched);
  }
  const night = platformNight(api, inspect);
  await api.define(definition);
  const run = async (): Promise<void> => {
    const must201 = ({ status, body }: { status: number; body: unknown }): void => {
      if (status >= 300) throw new Error(JSON.stringify(body));
    };
    must201(await night.openAccount());
    const opened = await night.open('s1', [aFiled({ files: NAMES.map(announced) })]);
    must201(opened);
    for (const file of opened.body.files) if (file.upload) night.send(opened, file.name);
    must201(await night.commit('s1'));
    await night.tend();
    const removal = { of: 'HKI-01-0001-1', by: 'court', reason: 'Order of the court.' };
    for (const account of ['chief-a', 'chief-b']) {
      const how = { as: { ...CEO, account }, parameters: { platform: 'HKI-01' } };
      must201(await api.call('remove-advertisement', removal, how));
    }
    await night.tend();
  };
  return { sky, api, night, run };
};

const outcomeOf = async ({ api, night }: Awaited<ReturnType<typeof scene>>) => {
  const filings = await api.records.list('legco-2016', FILINGS_PARTITION);
  const { body } = await night.read();
  return {
    onRecord: filings.map(({ key, body: text }) => [key, JSON.parse(text).body.kind]),
    files: body.receipts[0].receipt.files.map(({ name, state }: { name: string; state: string }) => [
      name,
      state,
    ]),
    receipts: body.receipts.length,
    copies: await api.platform.uploads.list(''),
    kept: (await api.platform.vault.list('')).length,
    told: [...api.platform.messages.keys()].sort(),
  };
};

describe('a machine that dies', () => {
  test('at any call, before it takes effect or after, loses nothing, doubles nothing and publishes nothing uninspected', async () => {
    const calm = await scene();
    calm.sky.strike(Number.POSITIVE_INFINITY, 'before');
    await calm.run();
    const steps = calm.sky.calls();
    const expected = await outcomeOf(calm);
    expect(expected.onRecord.map(([, kind]) => kind)).toEqual([
      'account',
      'submission',
      'inspection',
      'removal',
    ]);
    expect(expected).toMatchObject({ receipts: 1, copies: [], kept: 2 });
    expect(expected.told).toHaveLength(6);
    expect(steps).toBeGreaterThan(80);
    for (let at = 1; at <= steps; at += 1) {
      for (const how of ['before', 'after'] as const) {
        const storm = await scene();
        storm.sky.strike(at, how);
        await storm.run().catch(() => undefined);
        storm.sky.clear();
        const inspected = await storm.api.platform.uploads.list('');
        const verdicts = await storm.api.platform.verdicts.list('');
        expect(inspected.length === 0 || verdicts.length === NAMES.length, `${at} ${how}`).toBe(true);
        await storm.run();
        expect(await outcomeOf(storm), `${at} ${how}`).toEqual(expected);
      }
    }
  }, 120_000);
});
