import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ProgressView } from '#shared/desk/desk-views.ts';
import { ProgressAnswer } from '../answers.ts';
import type { Failure } from '../api.ts';
import { useDesk } from '../desk-context.ts';
import { type Source, source, useObserved } from '../observable.ts';
import { apiPaths } from '../paths.ts';
import { nowInstant, nowMs } from '../server-clock.ts';
import { keepLast, lastOf } from './last-seen.ts';

/** Until the server has said how often it wants to be asked. */
const FIRST_POLL_MS = 2000;
const MINUTE_MS = 60_000;

/** How old the figures are: a source of its own, so that a clock that ticks draws nothing else anew. */
export interface Heard {
  /** When the server last said how things stand; null before it did. */
  readonly at: string | null;
  readonly failure: Failure | null;
}

export interface ProgressNow {
  readonly view: ProgressView | null;
  /** The server's time in whole minutes: what waits and what is silent is told by it. */
  readonly minuteMs: number;
  readonly heard: Source<Heard>;
  readonly ask: () => void;
}

const minuteNow = (): number => Math.floor(nowMs() / MINUTE_MS) * MINUTE_MS;

/** Nothing more comes by asking again: somebody must sign in, or this account may not see it. */
const isFinal = (failure: Failure | null): boolean =>
  failure?.kind === 'signed-out' || failure?.kind === 'refused';

/** Runs `ask` now and a while after each answer, as long as somebody looks; on return once, at once. */
const usePolling = (ask: () => Promise<number | null>): (() => void) => {
  const wake = useRef(() => {});
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let [asking, over] = [false, false];
    const turn = async (): Promise<void> => {
      clearTimeout(timer);
      if (asking || over || document.visibilityState === 'hidden') return;
      asking = true;
      const wait = await ask();
      asking = false;
      if (!over && wait !== null) timer = setTimeout(() => void turn(), wait);
    };
    const now = (): void => void turn();
    wake.current = now;
    document.addEventListener('visibilitychange', now);
    now();
    return () => {
      over = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', now);
    };
  }, [ask]);
  return useCallback(() => wake.current(), []);
};

/** A constituency's progress, as good as up to date while this is looked at. What did not change keeps its identity. */
export const useProgress = (election: string, constituency: string): ProgressNow => {
  const { api, session, signIn } = useDesk();
  const signedIn = useObserved(signIn.state).kind === 'signed-in';
  const path = apiPaths.progress(election, constituency);
  const name = `${session.account} ${path}`;
  const [view, setView] = useState<ProgressView | null>(lastOf(name)?.view ?? null);
  const [minuteMs, setMinute] = useState(minuteNow);
  const heard = useMemo(() => source<Heard>({ at: null, failure: null }), [name]);
  const ask = useCallback(async (): Promise<number | null> => {
    const answer = await api.getChanged(path, ProgressAnswer, lastOf(name)?.etag ?? null);
    if (!answer.ok) {
      heard.set({ at: lastOf(name)?.at ?? null, failure: answer.problem });
      return isFinal(answer.problem) ? null : FIRST_POLL_MS;
    }
    const at = nowInstant();
    const now = keepLast(name, answer.value, at);
    setView(now);
    setMinute(minuteNow());
    heard.set({ at, failure: null });
    return now?.pollAfterMs ?? FIRST_POLL_MS;
  }, [api, path, name, heard, signedIn]);
  return { view, minuteMs, heard, ask: usePolling(ask) };
};
