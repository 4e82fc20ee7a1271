import { type AccountState, readAccount, readAccounts } from '#functions/accounts/account-records.ts';
import type { Records } from '#functions/ports.ts';
import type { Account } from '#shared/desk/account.ts';
import type { ElectionDefinition } from '#shared/election/definition.ts';
import { definitionsOf } from './demonstration-records.ts';

/** Who can be chosen, and for which elections. */
export interface People {
  definitions(): Promise<readonly ElectionDefinition[]>;
  all(): Promise<readonly Account[]>;
  /** The account as it stands; null where nobody has this id. */
  find(id: string): Promise<AccountState | null>;
}

/** The people of these records. */
export const peopleOf = (records: Records, now: () => Date): People => ({
  definitions: definitionsOf(records, now),
  all: async () => (await readAccounts(records)).map(({ account }) => account),
  find: (id) => readAccount(records, id),
});
