import type { Log } from '../http/log.ts';
import { inspectCapped } from '../inspection/capped.ts';
import type { AccountPlace } from '../platform/platform-records.ts';
import { signedReceipt } from '../platform/signed-receipt.ts';
import { sweepAccounts } from '../platform/sweep-accounts.ts';
import { accountTender, type TendPorts } from '../platform/tend-account.ts';
import { inspectUpload } from '../platform/verdicts.ts';
import type { Signer } from '../ports.ts';
import { publishQueue } from './publisher/publish-queue.ts';

export interface Tending {
  /** Something waits to be done for this account. */
  wake(of: AccountPlace): void;
  /** Begins nothing any more; resolves when nothing is under way. */
  close(): Promise<void>;
}

/** Files that arrive together are looked after together. */
const GATHERED = { quietMs: 50, mostMs: 300 } as const;

/** Both cores look into files. */
const FINISHED_AT_ONCE = 2;

const turnOf = (name: string): number =>
  [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % FINISHED_AT_ONCE;

type Ports = Omit<TendPorts, 'inspectLater' | 'receiptFor'> & { readonly receipts: Signer };

/** What the table's stream, the inspector and the sweep do on AWS: whoever was woken is tended, and now and then everybody. */
export const platformTending = (
  ports: Ports,
  { log, sweepEveryMs }: { readonly log: Log; readonly sweepEveryMs: number },
): Tending => {
  const tender = accountTender({
    ...ports,
    inspectLater: async (key) => void (await inspectUpload({ ...ports, inspect: inspectCapped }, key)),
    receiptFor: (known, definition, acceptance) => signedReceipt(ports, known, definition, acceptance),
  });
  const failed = (cause: unknown): void =>
    log({
      level: 'error',
      function: 'tend-accounts',
      request: '',
      status: 500,
      cause: String(cause instanceof Error ? cause.stack : cause),
    });
  const placeOf = (name: string): AccountPlace => {
    const [election = '', account = ''] = name.split('/');
    return { election, account };
  };
  // Candidates hear at once that their files are here, however many others' are being looked into.
  const attending = publishQueue((name) => tender.attend(placeOf(name)), failed, GATHERED);
  const finishing = Array.from({ length: FINISHED_AT_ONCE }, () =>
    publishQueue(
      async (name) => {
        await tender.finish(placeOf(name));
        attending.wake(name);
      },
      failed,
      GATHERED,
    ),
  );
  const wake = ({ election, account }: AccountPlace): void => {
    const name = `${election}/${account}`;
    attending.wake(name);
    // One account always has the same queue: nothing is done twice at a time.
    finishing[turnOf(name)]?.wake(name);
  };
  let sweeping: Promise<unknown> = Promise.resolve();
  const sweep = (): void => {
    sweeping = sweepAccounts(ports, async (of) => wake(of)).catch(failed);
  };
  sweep();
  const timer = setInterval(sweep, sweepEveryMs);
  return {
    wake,
    close: async () => {
      clearInterval(timer);
      await sweeping;
      await Promise.all([...finishing, attending].map((queue) => queue.idle()));
      await attending.idle();
    },
  };
};
