/** What is more worth saying: a new state, the feed's silence, a new report. */
export type Weight = 2 | 1 | 0;

const pauseMs = 60_000;

/** Speaks at most once a minute; what comes sooner waits, and only the last and weightiest of it is said. */
export const announcer = (
  later: (milliseconds: number, run: () => void) => unknown,
  say: (message: string) => void,
) => {
  let isPausing = false;
  let waiting: { readonly message: string; readonly weight: Weight } | null = null;

  const speak = () => {
    isPausing = waiting !== null;
    if (!waiting) return;
    say(waiting.message);
    waiting = null;
    later(pauseMs, speak);
  };

  return (message: string, weight: Weight) => {
    if (!message || (waiting && waiting.weight > weight)) return;
    waiting = { message, weight };
    if (!isPausing) speak();
  };
};
