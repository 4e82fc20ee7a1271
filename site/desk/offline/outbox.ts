import * as z from 'zod/mini';
import type { FormName } from '#shared/desk/entry.ts';
import { type Api, shapeOf } from '../api.ts';
import type { TextProblem } from '../api-problem.ts';
import { source } from '../observable.ts';
import { nowInstant } from '../server-clock.ts';
import type { DeviceStore } from './device-store.ts';
import { formKey, type KeptForm, keptUnder } from './form-key.ts';

/** A checked form on its way: kept until the server has said what became of it. */
export interface Posting {
  readonly kept: KeptForm;
  readonly path: string;
  readonly body: unknown;
  readonly keptAt: string;
  /** `refused` waits for the officer; everything else is sent again by itself. */
  readonly state: 'waiting' | 'refused';
  readonly problems: readonly TextProblem[];
}

/** What the server acknowledged: its own time and the hash under which it keeps the form. */
export interface Receipt {
  readonly form: FormName;
  readonly acceptedAt: string;
  readonly sha256: string;
  /** The same form was in already. */
  readonly repeated?: boolean;
}

export interface Posted {
  readonly outcome: 'accepted' | 'replayed';
  readonly place: string;
  readonly sha256: string;
  readonly acceptedAt: string;
}

export const PostedAnswer = shapeOf<Posted>(
  z.looseObject({ outcome: z.enum(['accepted', 'replayed']), sha256: z.string(), acceptedAt: z.string() }),
);

/** Only one tab sends at a time; the others wait and then find nothing left. */
export type OneAtATime = <T>(run: () => Promise<T>) => Promise<T>;

/** Web Locks, where the browser has them: an act is idempotent by its content, so two senders would do no harm, only work twice. */
export const oneTabAtATime: OneAtATime = (run) =>
  'locks' in navigator ? navigator.locks.request('open-returns-desk-outbox', run) : run();

export interface Outbox {
  /** Grows with every change, so that whoever shows the outbox looks again. */
  readonly changes: ReturnType<typeof source<number>>;
  put(posting: Pick<Posting, 'kept' | 'path' | 'body'>): Promise<void>;
  find(kept: KeptForm): Promise<Posting | null>;
  /** What the server acknowledged of an account's forms, oldest first. */
  receipts(account: string, election: string): Promise<readonly Receipt[]>;
  /** How many of an account's forms still wait. */
  waiting(account: string): Promise<readonly Posting[]>;
  /** Takes a form out again, to change it. */
  takeBack(kept: KeptForm): Promise<void>;
  /** Sends what waits, once each; resolves when all were tried. */
  send(account: string, api: Pick<Api, 'post'>): Promise<void>;
}

export interface OutboxPorts {
  readonly store: DeviceStore;
  readonly oneAtATime: OneAtATime;
  /** The server has it: what was typed for it can go. */
  readonly acknowledged: (kept: KeptForm) => Promise<void>;
}

export const outbox = ({ store, oneAtATime, acknowledged }: OutboxPorts): Outbox => {
  const changes = source(0);
  const changed = (): void => changes.set(changes.get() + 1);
  const keyOf = (kept: KeptForm): string => formKey('outbox', kept);

  const find: Outbox['find'] = async (kept) =>
    ((await store.get(keyOf(kept))) as Posting | undefined) ?? null;

  const waiting: Outbox['waiting'] = async (account) => {
    const all = (await store.under(keptUnder(account, 'outbox'))) as readonly (readonly [string, Posting])[];
    return all.map(([, posting]) => posting).sort((a, b) => (a.keptAt < b.keptAt ? -1 : 1));
  };

  const settle = async (posting: Posting, posted: Posted): Promise<void> => {
    const { kept } = posting;
    const { acceptedAt, sha256, outcome } = posted;
    const receipt: Receipt = { form: kept.form, acceptedAt, sha256, repeated: outcome === 'replayed' };
    // The receipt stands before the form goes: whatever happens in between, nothing is lost.
    await store.set(formKey('receipt', kept), receipt);
    await acknowledged(kept);
    await store.delete(keyOf(kept));
  };

  /** True where sending goes on; without network or session the rest would fare the same. */
  const sendOne = async (posting: Posting, api: Pick<Api, 'post'>): Promise<boolean> => {
    const answer = await api.post(posting.path, posting.body, PostedAnswer);
    if (answer.ok) await settle(posting, answer.value);
    else if (answer.problem.kind === 'refused') {
      await store.set(keyOf(posting.kept), {
        ...posting,
        state: 'refused',
        problems: answer.problem.problems,
      });
    }
    changed();
    return answer.ok || answer.problem.kind === 'refused';
  };

  const sendAll = async (account: string, api: Pick<Api, 'post'>): Promise<void> => {
    for (const posting of await waiting(account)) {
      if (posting.state === 'waiting' && !(await sendOne(posting, api))) return;
    }
  };

  return {
    changes,
    find,
    waiting,
    put: async ({ kept, path, body }) => {
      const posting: Posting = { kept, path, body, keptAt: nowInstant(), state: 'waiting', problems: [] };
      await store.set(keyOf(kept), posting);
      changed();
    },
    receipts: async (account, election) => {
      const all = await store.under(`${keptUnder(account, 'receipt')}${election}/`);
      return (all as readonly (readonly [string, Receipt])[])
        .map(([, receipt]) => receipt)
        .sort((a, b) => Date.parse(a.acceptedAt) - Date.parse(b.acceptedAt));
    },
    takeBack: async (kept) => {
      await store.delete(keyOf(kept));
      changed();
    },
    send: (account, api) => oneAtATime(() => sendAll(account, api)),
  };
};
