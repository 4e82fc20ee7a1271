import { beforeEach, describe, expect, test } from 'vitest';
import { ACCOUNTS, accountRevision, readAccount, readAccounts } from '#functions/accounts/account-records.ts';
import { memoryRecords } from '#functions/adapters/local/memory-records.ts';
import { electionScripts, loadElection } from '#functions/elections/load-election.ts';
import { electionAccounts, PORTAL_ACCOUNTS } from '#functions/local/sign-in/demonstration-accounts.ts';
import { demonstrationRecords } from '#functions/local/sign-in/demonstration-records.ts';
import { PORTAL, type Records } from '#functions/ports.ts';
import { Account } from '#shared/desk/account.ts';
import { parseInput } from '#shared/election/input-problem.ts';
import { must } from '#shared/result.ts';
import { signIn, testApi } from '../../../support/api.ts';
import { aDefinition } from '../../../support/builders.ts';

const AT = '2026-01-01T00:00:00.000Z';
const RO = 'legco-2016.LC1.ro-1';

let stored: Records;
let records: Records;
beforeEach(async () => {
  stored = memoryRecords();
  const account = signIn();
  await testApi(account, stored).define(aDefinition());
  account.remove();
  records = demonstrationRecords(stored, () => new Date());
});
const known = async () => must(await readAccount(records, RO), 'a demonstration account').account;

describe('demonstration accounts', () => {
  test.each(electionScripts())('of %s are in order: two officers for every place that counts', (id) => {
    const { definition } = must(loadElection(id), id);
    const accounts = electionAccounts(definition);
    for (const account of accounts) expect(parseInput(Account, account).ok).toBe(true);
    expect(new Set(accounts.map((account) => account.id)).size).toBe(accounts.length);
    const counting = definition.stations.filter(
      ({ id: station }) => accounts.filter(({ stations }) => stations.includes(station)).length === 2,
    );
    expect(accounts).toHaveLength(4 * definition.constituencies.length + 2 * counting.length);
  });

  test('are there without having been written', async () => {
    expect(await readAccounts(records)).toHaveLength(
      PORTAL_ACCOUNTS.length + electionAccounts(aDefinition()).length,
    );
    expect(await stored.list(PORTAL, ACCOUNTS)).toEqual([]);
    expect(await records.find(PORTAL, ACCOUNTS, `${RO}#account#0001`)).not.toBeNull();
    expect(await records.find(PORTAL, ACCOUNTS, `${RO}#account#0002`)).toBeNull();
  });

  test('are changed by their next revision, like any other', async () => {
    const next = { ...(await known()), revision: 2, active: false, reason: 'Left.' };
    expect((await records.accept(accountRevision(next, 'chief-1', AT))).kind).toBe('accepted');
    expect(await known()).toEqual(next);
    expect(await readAccounts(records)).toContainEqual(expect.objectContaining({ account: next }));
  });

  test('answer a first revision as if it stood: the same is a replay, another a conflict', async () => {
    const first = await known();
    expect((await records.accept(accountRevision(first, 'x', AT))).kind).toBe('replayed');
    expect((await records.accept(accountRevision({ ...first, name: 'X' }, 'x', AT))).kind).toBe('conflict');
    expect(await stored.list(PORTAL, ACCOUNTS)).toEqual([]);
  });

  test('cost a machine nothing: its account is looked up once, in the records alone', async () => {
    let asked = 0;
    const counted = demonstrationRecords(
      {
        ...stored,
        elections: () => {
          asked += 1;
          return stored.elections();
        },
      },
      () => new Date(),
    );
    expect(await readAccount(counted, 'returning_officer-local')).toBeNull();
    expect(await readAccount(counted, 'chief-1')).not.toBeNull();
    expect(asked).toBe(0);
    expect(await readAccount(counted, 'nobody-1')).toBeNull();
  });
});
