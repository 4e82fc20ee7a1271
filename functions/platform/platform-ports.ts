import type { ActPorts } from '../http/act-route.ts';
import type { PlatformPorts, Signer } from '../ports.ts';
import type { AccountPlace } from './platform-records.ts';

/** What jobs work with after which something is to be done for an account. */
export interface WakingPorts extends ActPorts {
  /** Something waits to be done for this account: inspected, published, told. Only a wake-up, which may be lost. */
  readonly tend: (account: AccountPlace) => void;
}

/** What the jobs work with through which files come in. */
export interface FilingPorts extends WakingPorts, Pick<PlatformPorts, 'quarantine'> {
  /** Signs receipts, and nothing else. */
  readonly receipts: Signer;
}
