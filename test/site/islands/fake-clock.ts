/** A clock that only moves when told, with its timers. */
export const fakeClock = (start = Date.UTC(2012, 8, 9, 18, 0)) => {
  let now = start;
  let nextId = 0;
  const timers = new Map<number, { readonly at: number; readonly run: () => void }>();
  const settle = async () => {
    for (let turn = 0; turn < 30; turn += 1) await Promise.resolve();
  };
  return {
    now: () => now,
    later: (milliseconds: number, run: () => void) => {
      nextId += 1;
      const id = nextId;
      timers.set(id, { at: now + milliseconds, run });
      return () => {
        timers.delete(id);
      };
    },
    waiting: () => [...timers.values()].map(({ at }) => at - now),
    settle,
    /** Moves on, running what falls due in its order. */
    pass: async (milliseconds: number) => {
      const end = now + milliseconds;
      for (;;) {
        const due = [...timers].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at)[0];
        if (!due) break;
        timers.delete(due[0]);
        now = Math.max(now, due[1].at);
        due[1].run();
        await settle();
      }
      now = end;
      await settle();
    },
  };
};
