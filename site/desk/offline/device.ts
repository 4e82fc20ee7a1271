import type { Api } from '../api.ts';
import { connection } from '../connection.ts';
import { tellKeeping } from '../shell/keeping.ts';
import type { DeskSession } from '../sign-in/session.ts';
import type { DeviceStore } from './device-store.ts';
import { formKey, KEPT_KINDS, keptUnder } from './form-key.ts';
import { type KeptHere, keptHere } from './kept-here.ts';
import { type OneAtATime, type Outbox, outbox } from './outbox.ts';
import { NOTHING_UNSENT, type Unsent, unsentOf } from './unsent.ts';

/** Everything that this device keeps for the desk. */
export interface Device {
  readonly store: DeviceStore;
  readonly outbox: Outbox;
  readonly here: KeptHere;
  /** What an account typed here that was not acknowledged, by kind. */
  unsent(account: string): Promise<Unsent>;
  /** Signing out: nothing of this account stays. */
  forget(account: string): Promise<void>;
  /** Somebody signed in: sends what waits, now and whenever the network returns. */
  begin(session: DeskSession, api: Api): () => void;
}

const AGAIN_MS = 15_000;

export const deviceOf = (store: DeviceStore, oneAtATime: OneAtATime): Device => {
  const here = keptHere(store);
  const box = outbox({
    store,
    oneAtATime,
    acknowledged: async (kept) => {
      await store.delete(formKey('draft', kept));
      tellKeeping({ savedAt: null });
    },
  });
  const unsent = async (account: string): Promise<Unsent> => {
    const under = keptUnder(account, 'draft');
    const drafts = (await store.under(under)).map(([key]) => key);
    const posted = (await box.waiting(account)).map(({ kept }) => formKey('draft', kept));
    return unsentOf(new Set([...drafts, ...posted].map((key) => key.slice(under.length))));
  };
  const countWaiting = async (account: string): Promise<void> =>
    tellKeeping({ waiting: (await box.waiting(account)).length });
  return {
    store,
    outbox: box,
    here,
    unsent: (account) => unsent(account).catch(() => NOTHING_UNSENT),
    forget: async (account) => {
      await Promise.all(KEPT_KINDS.map((kind) => store.deleteUnder(keptUnder(account, kind)))).catch(
        () => undefined,
      );
      await here.forgetAccount().catch(() => undefined);
      tellKeeping({ savedAt: null, waiting: 0 });
    },
    begin: (session, api) => {
      const { account } = session;
      const failed = (): void => tellKeeping({ possible: false });
      const send = (): void => void box.send(account, api).catch(failed);
      void here.keepAccount(session).catch(failed);
      void countWaiting(account).catch(failed);
      const stops = [
        box.changes.subscribe(() => void countWaiting(account).catch(failed)),
        connection.subscribe((state) => {
          if (state === 'online') send();
        }),
      ];
      const timer = setInterval(send, AGAIN_MS);
      send();
      return () => {
        clearInterval(timer);
        for (const stop of stops) stop();
      };
    },
  };
};
