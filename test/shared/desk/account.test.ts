import { describe, expect, test } from 'vitest';
import { Account, acceptAccount, SignOut } from '#shared/desk/account.ts';
import { SCOPES, SCOPES_OF_ROLE, scopeClaim, scopeName } from '#shared/desk/scopes.ts';
import { ROLES } from '#shared/election/acts.ts';
import { parseInput } from '#shared/election/input-problem.ts';
import { anAccount } from '../../support/accounts.ts';

const codes = (input: unknown): readonly string[] => {
  const parsed = parseInput(Account, input);
  return parsed.ok ? [] : parsed.problem.map(({ code, path }) => `${code} ${path}`);
};
const decided = (last: number, changes: Partial<Account>, by = 'chief-1'): readonly string[] => {
  const accepted = acceptAccount(last, anAccount(changes), by);
  return accepted.ok ? [] : accepted.problem.map(({ code, path }) => `${code} ${path}`);
};

describe('an account', () => {
  test('is taken whole, and without what may be missing', () => {
    expect(codes(anAccount())).toEqual([]);
    const { elections: _elections, phone: _phone, ...least } = anAccount();
    expect(codes(least)).toEqual([]);
  });

  test.each([
    [{ id: '../x' }, 'not-an-identifier $.id'],
    [{ role: 'emperor' }, 'not-one-of $.role'],
    [{ role: 'public' }, 'not-one-of $.role'],
    [{ email: 'nobody' }, 'not-an-email $.email'],
    [{ email: undefined }, 'missing-field $.email'],
    [{ phone: 'call me' }, 'not-a-phone $.phone'],
    [{ name: ' ' }, 'blank-text $.name'],
    [{ name: 'a\u0000b' }, 'control-character $.name'],
    [{ revision: 0 }, 'too-small $.revision'],
    [{ password: 'secret' }, 'unknown-field $.password'],
    [{ stations: ['a b'] }, 'not-an-identifier $.stations[0]'],
  ])('with %j is refused', (changes, problem) => {
    expect(codes({ ...anAccount(), ...changes })).toEqual([problem]);
  });

  test('needs the place of its role, or nobody would see why it can do nothing', () => {
    expect(decided(0, {})).toEqual([]);
    expect(decided(0, { constituencies: [] })).toEqual(['too-short $.constituencies']);
    expect(decided(0, { role: 'assistant_returning_officer', constituencies: [] })).toHaveLength(1);
    expect(decided(0, { role: 'presiding_officer' })).toEqual(['too-short $.stations']);
    expect(decided(0, { role: 'presiding_officer', stations: ['A'] })).toEqual([]);
    expect(decided(0, { role: 'observer', constituencies: [] })).toEqual([]);
  });

  test('is changed by its next revision, which says why', () => {
    expect(decided(1, { revision: 2, reason: 'Moved to another station.' })).toEqual([]);
    expect(decided(1, { revision: 2 })).toEqual(['reason-required $.reason']);
    expect(decided(1, { revision: 3, reason: 'x' })).toEqual(['revision-missing $.revision']);
    expect(decided(0, { revision: 2, reason: 'x' })).toEqual(['revision-missing $.revision']);
  });

  test('of whoever asks stays open and keeps its role, so that nobody locks everybody out', () => {
    const own = { id: 'chief-1', role: 'chief_electoral_officer', revision: 2, reason: 'x' } as const;
    expect(decided(1, own)).toEqual([]);
    expect(decided(1, { ...own, active: false })).toEqual(['own-account $.id']);
    expect(decided(1, { ...own, role: 'observer' })).toEqual(['own-account $.id']);
    expect(decided(1, { ...own, active: false }, 'chief-2')).toEqual([]);
  });
});

describe('a request to sign out', () => {
  test('has a name of its own, so that sending it twice is one', () => {
    expect(parseInput(SignOut, { request: 'r-1' }).ok).toBe(true);
    expect(parseInput(SignOut, {}).ok).toBe(false);
  });
});

describe('scopes', () => {
  test('are named with their resource server, and every role has some or none', () => {
    expect(scopeName('report')).toBe('open-returns/report');
    expect(scopeClaim('observer')).toBe('open-returns/read open-returns/sign-out');
    expect(scopeClaim('public')).toBe('');
    for (const role of ROLES) for (const scope of SCOPES_OF_ROLE[role]) expect(SCOPES).toContain(scope);
  });

  test('that only the Chief Electoral Officer has are those for definitions and accounts', () => {
    for (const role of ROLES) {
      if (role === 'chief_electoral_officer') continue;
      expect(SCOPES_OF_ROLE[role]).not.toContain('account');
      expect(SCOPES_OF_ROLE[role]).not.toContain('define');
    }
  });
});
