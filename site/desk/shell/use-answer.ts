import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Failure, Shape } from '../api.ts';
import { useDesk } from '../desk-context.ts';
import { useObserved } from '../observable.ts';

/** A question to the API, while it is asked and afterwards. A value once shown stays while it is asked again. */
export interface Asked<T> {
  readonly value: T | null;
  readonly failure: Failure | null;
  readonly asking: boolean;
  readonly ask: () => void;
}

/** Answers of this visit by path and language: a screen that comes again shows what it knew, and asks anew. */
const known = new Map<string, unknown>();

export const forgetAnswers = (): void => known.clear();

/** Does something again and again while somebody looks; never where `everyMs` is 0. */
export const useEvery = (everyMs: number, act: () => void): void => {
  useEffect(() => {
    if (everyMs === 0) return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') act();
    }, everyMs);
    return () => clearInterval(timer);
  }, [act, everyMs]);
};

/** How soon a screen looks again where another officer may be faster. */
export const LOOK_EVERY_MS = 2000;

export interface HowToAsk {
  /** Asked again and again; 0 for once. */
  readonly everyMs?: number;
  /** Nothing is shown before it is read anew: for what is signed, or typed into. */
  readonly fresh?: boolean;
}

/** Asks the API when the screen comes, when the language changes and after a new sign-in. */
export const useAnswer = <T>(
  path: string,
  shape: Shape<T>,
  { everyMs = 0, fresh = false }: HowToAsk = {},
): Asked<T> => {
  const { api, language, session, signIn } = useDesk();
  const name = `${session.account} ${language} ${path}`;
  const signedIn = useObserved(signIn.state).kind === 'signed-in';
  const before = (of: string) => ({
    value: fresh ? null : ((known.get(of) as T | undefined) ?? null),
    failure: null,
    asking: true,
  });
  const [state, setState] = useState<Omit<Asked<T>, 'ask'>>(() => before(name));
  const turn = useRef(0);
  const ask = useCallback(() => {
    turn.current += 1;
    const own = turn.current;
    setState((shown) => ({ ...shown, asking: true }));
    void api.get(path, shape).then((answer) => {
      // An answer to an older question must not stand over a newer one.
      if (own !== turn.current) return;
      if (answer.ok) known.set(name, answer.value);
      setState((shown) =>
        answer.ok
          ? { value: answer.value, failure: null, asking: false }
          : { value: shown.value, failure: answer.problem, asking: false },
      );
    });
  }, [api, name, path, shape]);
  useEffect(() => {
    setState(before(name));
    ask();
    return () => {
      turn.current += 1;
    };
  }, [ask, name]);
  useEffect(() => {
    if (signedIn && state.failure?.kind === 'signed-out') ask();
  }, [signedIn]);
  useEvery(everyMs, ask);
  return { ...state, ask };
};
