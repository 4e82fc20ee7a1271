import type { Account } from './account.ts';
import type { AuditChange } from './audit-changes.ts';

/** An account as a screen is told of it: as it stands, since when, and when its sessions were ended last. */
export interface ToldAccount extends Account {
  readonly changedAt: string;
  readonly signedOutAt?: string;
}

/** One thing that was done to an account, with what it changed. */
export interface AccountEvent {
  readonly kind: 'account' | 'sign-out';
  /** Which revision it made; null where none. */
  readonly revision: number | null;
  readonly at: string;
  /** The account that did it, and the name it has now; null where nobody has this account. */
  readonly by: { readonly account: string; readonly name: string | null };
  readonly reason: string | null;
  readonly changes: readonly AuditChange[];
}

/** `GET /api/accounts`: a page of the accounts that were asked for. */
export interface AccountList {
  readonly accounts: readonly ToldAccount[];
  /** How many were found, and how many this officer may see at all. */
  readonly total: number;
  readonly all: number;
  /** Asked for with this cursor, the page after it; null where there is none. */
  readonly next: string | null;
}

/** `GET /api/accounts/{account}`. */
export interface AccountView {
  readonly account: ToldAccount;
  /** Newest first; null for who does not see every account, as in the audit trail. */
  readonly history: readonly AccountEvent[] | null;
}
