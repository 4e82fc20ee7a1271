import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { lambdaInspector } from '#functions/adapters/aws/lambda-inspector.ts';
import { memoryQuarantine } from '#functions/adapters/local/memory-quarantine.ts';
import { inspectAgain } from '#functions/platform/inspect-again.ts';
import { type AccountPlace, accountsOf } from '#functions/platform/platform-records.ts';
import { signedReceipt } from '#functions/platform/signed-receipt.ts';
import { sweepAccounts } from '#functions/platform/sweep-accounts.ts';
import { accountTender } from '#functions/platform/tend-account.ts';
import type { Inspect } from '#functions/platform/verdicts.ts';
import { sha256Hex } from '#shared/hash.ts';
import { must } from '#shared/result.ts';
import { signIn, type TestApi, testApi } from '../../support/api.ts';
import { aConstituency, aDefinition, aList, aStation } from '../../support/builders.ts';
import { aFiled, foundIn } from '../../support/filings.ts';
import { announced, platformNight } from '../../support/platform-night.ts';

const definition = aDefinition({
  constituencies: [aConstituency({ id: 'LC1', contestants: [aList('1', 2), aList('2', 1)] })],
  stations: [aStation('A')],
});
const door = signIn();
afterAll(() => door.remove());

const noInspection: Inspect = async () => ({
  inspection: foundIn(announced('A.jpg')),
  previews: { png: null, text: null },
});

let api: TestApi;
let night: ReturnType<typeof platformNight>;

beforeEach(async () => {
  api = testApi(door);
  api.atDate(new Date('2016-08-15T11:00:00+08:00'));
  night = platformNight(api, noInspection);
  await api.define(definition);
  await night.openAccount();
});

/** Who sweeps, as on AWS: after three minutes nobody else is about to tell any more. */
const sweeping = () =>
  accountTender({
    ...api.ports,
    ...api.platform,
    patienceMs: 3 * 60 * 1000,
    inspectLater: async () => undefined,
    receiptFor: (known, of, acceptance) => signedReceipt(api.platform, known, of, acceptance),
  });

describe('a sweep', () => {
  test('leaves telling to who was woken by the news, and tells what that one missed', async () => {
    const opened = await night.open('s1', [aFiled({ files: [announced('A.jpg')] })]);
    night.send(opened, 'A.jpg');
    await night.commit('s1');
    const sweep = async (): Promise<void> => {
      const { attend, finish } = sweeping();
      const of = { election: 'legco-2016', account: 'HKI-01' };
      await attend(of);
      await finish(of);
    };
    await sweep();
    expect(api.platform.messages.size).toBe(0);
    api.atDate(new Date('2016-08-15T11:03:01+08:00'));
    await sweep();
    expect([...api.platform.messages.values()].map(({ kind }) => kind)).toEqual([
      'advertisement-received',
      'advertisement-received',
    ]);
    const told = [...api.platform.messages.keys()];
    await night.tend();
    expect([...api.platform.messages.keys()].slice(0, 2)).toEqual(told);
  });

  test('takes every account of every election, and fails at the end if one of them did', async () => {
    await night.openAccount({ id: 'HKI-02', contestant: '2' });
    const taken: AccountPlace[] = [];
    const ports = { ...api.ports, uploads: api.platform.uploads };
    const swept = sweepAccounts(ports, async (of) => {
      taken.push(of);
      if (of.account === 'HKI-01') throw new Error('a store is away');
    });
    await expect(swept).rejects.toMatchObject({ errors: [{ message: 'a store is away' }] });
    expect(await accountsOf(api.records, 'legco-2016')).toEqual(['HKI-01', 'HKI-02']);
    expect(taken).toEqual(['HKI-01', 'HKI-02'].map((account) => ({ election: 'legco-2016', account })));
  });
});

describe('an inspection that did not come by itself', () => {
  const arrivedAt = new Date('2016-08-15T03:00:00.000Z');
  const later = (minutes: number) => new Date(arrivedAt.getTime() + minutes * 60_000);

  test('is asked for once the file has been here for five minutes, of the version that was received', async () => {
    let now = arrivedAt;
    const clock = { now: () => now };
    const quarantine = memoryQuarantine(clock);
    const bytes = new TextEncoder().encode('a file');
    const asked: unknown[] = [];
    const inspector = { ask: async (...about: unknown[]) => void asked.push(about) };
    const inspectLater = inspectAgain({ quarantine, inspector, clock });
    await inspectLater('nothing/pdf');
    await quarantine.offer({ key: 'a/pdf', bytes: bytes.length, sha256: sha256Hex(bytes) });
    quarantine.bring('a/pdf', bytes);
    quarantine.bring('a/pdf', bytes);
    now = later(4);
    await inspectLater('a/pdf');
    expect(asked).toEqual([]);
    now = later(5);
    await inspectLater('a/pdf');
    expect(asked).toEqual([['a/pdf', must(await quarantine.head('a/pdf'), 'arrived').version]]);
  });

  test('is asked for by the event that the scanner would have sent, and not waited for', async () => {
    const sent: { FunctionName: string; InvocationType: string; Payload: Uint8Array }[] = [];
    const client = { send: async ({ input }: { input: (typeof sent)[number] }) => void sent.push(input) };
    await lambdaInspector({ client: client as never, name: 'inspector' }).ask('a/pdf', 'v1');
    const [call] = sent;
    expect(call).toMatchObject({ FunctionName: 'inspector', InvocationType: 'Event' });
    expect(JSON.parse(new TextDecoder().decode(call?.Payload))).toEqual({
      detail: { s3ObjectDetails: { objectKey: 'a/pdf', versionId: 'v1' } },
    });
  });
});
