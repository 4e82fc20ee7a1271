import { describe, expect, test } from 'vitest';
import { accountRevision } from '#functions/accounts/account-records.ts';
import { tokenClaims } from '#functions/accounts/token-claims.ts';
import { memoryRecords } from '#functions/adapters/local/memory-records.ts';
import type { Account } from '#shared/desk/account.ts';
import { SCOPES, SCOPES_OF_ROLE, scopeName } from '#shared/desk/scopes.ts';
import { anAccount } from '../../support/accounts.ts';

const AT = '2016-09-04T22:31:00.000Z';

const asked = async (userName: string, ...accounts: readonly Account[]) => {
  const records = memoryRecords();
  for (const account of accounts) await records.accept(accountRevision(account, 'test', AT));
  const event = { userName, response: {}, request: { scopes: ['open-returns/account'] } };
  const { response } = await tokenClaims({ records })(event as never);
  return response.claimsAndScopeOverrideDetails;
};

describe('an access token of the user pool', () => {
  test('says what the account is for at this moment', async () => {
    const details = await asked(
      'po-1',
      anAccount({ id: 'po-1', role: 'presiding_officer', stations: ['A', 'B'] }),
    );
    expect(details).toMatchObject({
      groupOverrideDetails: { groupsToOverride: ['presiding_officer'] },
      accessTokenGeneration: {
        claimsToAddOrOverride: {
          name: 'Chan Tai Man 陳大文',
          election: 'legco-2016',
          constituency: 'LC1',
          station: 'A,B',
        },
      },
    });
  });

  test('gets the scopes of the role and no others, whatever was asked for', async () => {
    const details = await asked('ro-1', anAccount());
    const { scopesToAdd = [], scopesToSuppress = [] } = details?.accessTokenGeneration ?? {};
    expect(scopesToAdd).toEqual(SCOPES_OF_ROLE.returning_officer.map(scopeName));
    expect(scopesToSuppress).toContain('open-returns/account');
    expect([...scopesToAdd, ...scopesToSuppress].sort()).toEqual(SCOPES.map(scopeName).sort());
  });

  test('follows the latest revision', async () => {
    const details = await asked(
      'ro-1',
      anAccount(),
      anAccount({ revision: 2, constituencies: ['LC2'], reason: 'Moved.' }),
    );
    expect(details?.accessTokenGeneration?.claimsToAddOrOverride).toMatchObject({ constituency: 'LC2' });
  });

  test('leaves out places that the account has none of', async () => {
    const watcher = anAccount({ id: 'o', role: 'observer', elections: [], constituencies: [] });
    const details = await asked('o', watcher);
    expect(details?.accessTokenGeneration?.claimsToAddOrOverride).toEqual({ name: watcher.name });
  });

  test('is refused to whoever has no account here, or a closed one', async () => {
    await expect(asked('stranger', anAccount())).rejects.toThrow('may not sign in');
    await expect(asked('ro-1', anAccount({ active: false }))).rejects.toThrow('may not sign in');
  });
});
