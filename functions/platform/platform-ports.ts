import type { ActPorts } from '../http/act-route.ts';
import type { PlatformPorts, Signer } from '../ports.ts';
import type { AccountPlace } from './platform-records.ts';

/** What the jobs of the Central Platform work with that candidates call. */
export interface FilingPorts extends ActPorts, Pick<PlatformPorts, 'quarantine'> {
  /** Signs receipts, and nothing else. */
  readonly receipts: Signer;
  /** Something waits to be done for this account: inspected, published, told. Only a wake-up, which may be lost. */
  readonly tend: (account: AccountPlace) => void;
}
