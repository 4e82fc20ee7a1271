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

/** Asks the API when the screen comes, when the language changes and after a new sign-in; `everyMs` asks again and again. */
export const useAnswer = <T>(path: string, shape: Shape<T>, everyMs = 0): Asked<T> => {
  const { api, language, signIn } = useDesk();
  const signedIn = useObserved(signIn.state).kind === 'signed-in';
  const [state, setState] = useState<Omit<Asked<T>, 'ask'>>({ value: null, failure: null, asking: true });
  const turn = useRef(0);
  const ask = useCallback(() => {
    turn.current += 1;
    const own = turn.current;
    setState((before) => ({ ...before, asking: true }));
    void api.get(path, shape).then((answer) => {
      // An answer to an older question must not stand over a newer one.
      if (own !== turn.current) return;
      setState((before) =>
        answer.ok
          ? { value: answer.value, failure: null, asking: false }
          : { value: before.value, failure: answer.problem, asking: false },
      );
    });
  }, [api, path, shape]);
  useEffect(() => {
    setState({ value: null, failure: null, asking: true });
    ask();
    return () => {
      turn.current += 1;
    };
  }, [ask, language]);
  useEffect(() => {
    if (signedIn && state.failure?.kind === 'signed-out') ask();
  }, [signedIn]);
  useEffect(() => {
    if (everyMs === 0) return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') ask();
    }, everyMs);
    return () => clearInterval(timer);
  }, [ask, everyMs]);
  return { ...state, ask };
};
