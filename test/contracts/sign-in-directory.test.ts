import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  AdminUpdateUserAttributesCommand,
  AdminUserGlobalSignOutCommand,
  UserNotFoundException,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, test } from 'vitest';
import { cognitoDirectory } from '#functions/adapters/aws/cognito-directory.ts';
import { issuerSessions, localDirectory } from '#functions/local/sign-in/sessions.ts';
import type { SignInDirectory } from '#functions/ports.ts';
import { anAccount } from '../support/accounts.ts';

interface User {
  email: string;
  enabled: boolean;
  readonly groups: Set<string>;
}

const MISSING = { message: 'User does not exist.', $metadata: {} };

/** As much of a user pool as its calls show, refusing as the service does; the n-th call can fail, before or after it has taken effect. */
const userPool = () => {
  const users = new Map<string, User>();
  const sessions = new Set<string>();
  let calls = 0;
  let failing: { readonly call: number; readonly kept: boolean } | null = null;

  const userOf = (name: string): User => {
    const user = users.get(name);
    if (!user) throw new UserNotFoundException(MISSING);
    return user;
  };
  const emailOf = (attributes: readonly { Name?: string; Value?: string }[] = []): string =>
    attributes.find(({ Name }) => Name === 'email')?.Value ?? '';
  // biome-ignore lint/suspicious/noExplicitAny: each command has its own input.
  const take = (command: any): unknown => {
    const { input } = command;
    const name = input.Username as string;
    if (command instanceof AdminCreateUserCommand) {
      if (users.has(name)) throw new UsernameExistsException(MISSING);
      users.set(name, { email: emailOf(input.UserAttributes), enabled: true, groups: new Set() });
      return {};
    }
    const user = userOf(name);
    if (command instanceof AdminUpdateUserAttributesCommand) user.email = emailOf(input.UserAttributes);
    else if (command instanceof AdminListGroupsForUserCommand)
      return { Groups: [...user.groups].map((GroupName) => ({ GroupName })) };
    else if (command instanceof AdminAddUserToGroupCommand) user.groups.add(input.GroupName);
    else if (command instanceof AdminRemoveUserFromGroupCommand) user.groups.delete(input.GroupName);
    else if (command instanceof AdminEnableUserCommand) user.enabled = true;
    else if (command instanceof AdminDisableUserCommand) user.enabled = false;
    else if (command instanceof AdminUserGlobalSignOutCommand) sessions.delete(name);
    else throw new TypeError(`The pool does not know ${command.constructor.name}.`);
    return {};
  };
  const client = {
    send: async (command: unknown) => {
      calls += 1;
      const fails = failing?.call === calls ? failing : null;
      if (fails && !fails.kept) throw new Error('lost before it arrived');
      const answer = take(command);
      if (fails) throw new Error('lost on the way back');
      return answer;
    },
  };
  return {
    directory: cognitoDirectory({ client: client as never, userPool: 'pool' }),
    seen: (name: string) => {
      const user = users.get(name);
      return user ? { ...user, groups: [...user.groups] } : null;
    },
    begin: (name: string) => sessions.add(name),
    hasSession: (name: string) => sessions.has(name),
    failAt: (call: number, kept: boolean) => {
      calls = 0;
      failing = { call, kept };
    },
  };
};

describe('officers in a user pool', () => {
  test('are made known with their role and mailbox', async () => {
    const pool = userPool();
    await pool.directory.provision(anAccount());
    expect(pool.seen('ro-1')).toEqual({
      email: 'ro-1@open-returns.invalid',
      enabled: true,
      groups: ['returning_officer'],
    });
  });

  test('are brought up to date, and are in the group of their role alone', async () => {
    const pool = userPool();
    await pool.directory.provision(anAccount());
    await pool.directory.provision(
      anAccount({ role: 'assistant_returning_officer', email: 'new@returns.example.hk' }),
    );
    expect(pool.seen('ro-1')).toEqual({
      email: 'new@returns.example.hk',
      enabled: true,
      groups: ['assistant_returning_officer'],
    });
  });

  test('are shut out when their account is closed, and let in when it is opened again', async () => {
    const pool = userPool();
    await pool.directory.provision(anAccount());
    pool.begin('ro-1');
    await pool.directory.provision(anAccount({ active: false }));
    expect([pool.seen('ro-1')?.enabled, pool.hasSession('ro-1')]).toEqual([false, false]);
    await pool.directory.provision(anAccount());
    expect(pool.seen('ro-1')?.enabled).toBe(true);
  });

  test('who were never let in need not be shut out, nor signed out', async () => {
    const pool = userPool();
    await pool.directory.provision(anAccount({ active: false }));
    await pool.directory.signOut('ro-1');
    expect(pool.seen('ro-1')).toBeNull();
  });

  const changes = [
    ['made', null, anAccount()],
    ['moved to another role', anAccount(), anAccount({ role: 'assistant_returning_officer' })],
    ['closed', anAccount(), anAccount({ active: false })],
    ['opened again', anAccount({ active: false }), anAccount()],
  ] as const;

  test.each(changes)(
    '%s: whichever call fails, kept or not, the same again leaves what it should',
    async (_, before, after) => {
      for (const kept of [false, true]) {
        for (let call = 1; call <= 6; call += 1) {
          const expected = userPool();
          const pool = userPool();
          for (const one of [expected, pool]) {
            if (before) await one.directory.provision({ ...before, active: true });
            if (before) await one.directory.provision(before);
          }
          await expected.directory.provision(after);
          pool.failAt(call, kept);
          await pool.directory.provision(after).catch(() => undefined);
          pool.failAt(0, false);
          await pool.directory.provision(after);
          expect(pool.seen('ro-1')).toEqual(expected.seen('ro-1'));
        }
      }
    },
  );

  test('pass on an outage', async () => {
    const pool = userPool();
    await pool.directory.provision(anAccount());
    for (const act of [
      () => pool.directory.signOut('ro-1'),
      () => pool.directory.provision(anAccount({ active: false })),
      () => pool.directory.provision(anAccount({ id: 'other' })),
    ]) {
      pool.failAt(1, false);
      await expect(act()).rejects.toThrow('lost');
    }
  });
});

describe('every directory', () => {
  const sessions = issuerSessions();
  const directories: readonly (readonly [string, () => SignInDirectory])[] = [
    ['of a user pool', () => userPool().directory],
    ['of the local sign-in', () => localDirectory(sessions)],
  ];

  test.each(directories)('%s may be told the same as often as one likes', async (_, open) => {
    const directory = open();
    for (const account of [
      anAccount(),
      anAccount(),
      anAccount({ active: false }),
      anAccount({ active: false }),
    ])
      await directory.provision(account);
    await directory.signOut('ro-1');
    await directory.signOut('nobody');
  });
});
