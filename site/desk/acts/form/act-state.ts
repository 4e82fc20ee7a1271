import { useEffect, useMemo } from 'preact/hooks';
import * as z from 'zod/mini';
import type { Language } from '#shared/election/text.ts';
import type { Failure } from '../../api.ts';
import { useDesk } from '../../desk-context.ts';
import { type Source, source, useObserved } from '../../observable.ts';
import type { DeviceStore } from '../../offline/device-store.ts';
import { keptUnder } from '../../offline/form-key.ts';
import { nowInstant } from '../../server-clock.ts';
import { tellKeeping } from '../../shell/keeping.ts';
import type { FieldProblem, Values } from './act-form.ts';
import { momentFields } from './moments.ts';

/** How far an officer has come with one act. It outlives the screens of its pages, and what was typed outlives the visit. */
export interface ActState {
  readonly values: Values;
  readonly problems: readonly FieldProblem[];
  readonly failure: Failure | null;
  /** The language that the failure is told in. */
  readonly toldIn: Language | null;
  readonly sending: boolean;
  /** The number that was sent first: sent again, the act is the same one. */
  readonly number: number | null;
  /** When the first key was pressed, by the server's clock: what colleagues recorded since is shown beside it. */
  readonly begunAt: string | null;
  /** The number under which a colleague's act was met. */
  readonly met: number | null;
  /** The server had the same act already. */
  readonly repeated: boolean;
  /** When the server took it. */
  readonly acceptedAt: string | null;
  /** What it was made of: the form itself is empty again. */
  readonly sent: Values;
  readonly loaded: boolean;
}

/** An act that nobody has begun. */
export const NOTHING: ActState = {
  values: {},
  problems: [],
  failure: null,
  toldIn: null,
  sending: false,
  number: null,
  begunAt: null,
  met: null,
  repeated: false,
  acceptedAt: null,
  sent: {},
  loaded: false,
};

const Kept = z.object({
  values: z.record(z.string(), z.string()),
  number: z.nullable(z.number()),
  begunAt: z._default(z.nullable(z.string()), null),
});

const states = new Map<string, Source<ActState>>();

const stateOf = (key: string): Source<ActState> => {
  const known = states.get(key);
  if (known) return known;
  const made = source(NOTHING);
  states.set(key, made);
  return made;
};

const load = async (store: DeviceStore, key: string, state: Source<ActState>): Promise<void> => {
  const kept = await store.get(key).catch(() => undefined);
  const parsed = z.safeParse(Kept, kept);
  if (state.get().loaded) return;
  state.set({ ...state.get(), ...(parsed.success ? parsed.data : {}), loaded: true });
};

const save = (store: DeviceStore, key: string, { values, number, begunAt }: ActState): void => {
  const nothing = Object.values(values).every((value) => value.trim() === '');
  const written = nothing ? store.delete(key) : store.set(key, { values, number, begunAt });
  written.then(
    () => tellKeeping(nothing ? {} : { savedAt: nowInstant() }),
    () => tellKeeping({ possible: false }),
  );
};

/** A problem is gone once its field is touched; a moment has two. */
const isChanged = (field: string, changes: Values): boolean =>
  [field, ...Object.values(momentFields(field))].some((id) => id in changes);

export interface ActKeeper {
  readonly state: ActState;
  readonly update: (change: Partial<ActState>) => void;
  readonly type: (changes: Values) => void;
  /** The state as it is now, also inside a request that began a while ago. */
  readonly current: () => ActState;
}

/** What is typed of one act, kept on the device with every key. */
export const useActState = (name: string): ActKeeper => {
  const { device, session } = useDesk();
  const key = `${keptUnder(session.account, 'draft')}acts/${name}`;
  const kept = useMemo(() => stateOf(key), [key]);
  const state = useObserved(kept);
  useEffect(() => {
    if (!kept.get().loaded) void load(device.store, key, kept);
  }, [kept, key, device]);
  return useMemo(() => {
    const update = (change: Partial<ActState>): void => {
      kept.set({ ...kept.get(), ...change });
      if ('values' in change || 'number' in change) save(device.store, key, kept.get());
    };
    const type = (changes: Values): void => {
      const { values, problems, begunAt } = kept.get();
      // The act is another one from now on: it gets its number anew.
      update({
        values: { ...values, ...changes },
        problems: problems.filter(({ field }) => !isChanged(field, changes)),
        number: null,
        begunAt: begunAt ?? nowInstant(),
        acceptedAt: null,
        failure: null,
      });
    };
    return { state, update, type, current: kept.get };
  }, [state, kept, key, device]);
};
