import type { Account } from '#shared/desk/account.ts';

/** An account of an officer: everything valid unless a test says otherwise. */
export const anAccount = (changes: Partial<Account> = {}): Account => ({
  id: 'ro-1',
  name: 'Chan Tai Man 陳大文',
  role: 'returning_officer',
  elections: ['legco-2016'],
  constituencies: ['LC1'],
  stations: [],
  email: 'ro-1@open-returns.invalid',
  phone: '+852 0000 0001',
  active: true,
  revision: 1,
  ...changes,
});
