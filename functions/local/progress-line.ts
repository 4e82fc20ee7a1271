/** How far a replay has come. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly secondsLeft: number;
}

const BAR_CELLS = 30;
/** Without a terminal a line is written at most this often. */
const LINE_EVERY_MS = 10_000;

const duration = (seconds: number): string => {
  const whole = Math.max(0, Math.round(seconds));
  return whole >= 60 ? `${Math.floor(whole / 60)} min ${whole % 60} s` : `${whole} s`;
};

const textOf = (title: string, { done, total, secondsLeft }: Progress): string => {
  const filled = total === 0 ? BAR_CELLS : Math.floor((BAR_CELLS * done) / total);
  const bar = `${'█'.repeat(filled)}${'░'.repeat(BAR_CELLS - filled)}`;
  return `${title}  ${bar}  ${done} of ${total} reports and acts · ${duration(secondsLeft)} left`;
};

/** One line that is rewritten in a terminal; elsewhere a line now and then. */
export const progressLine = (title: string) => {
  const terminal = process.stdout.isTTY === true;
  let last = 0;
  return {
    show: (progress: Progress): void => {
      const text = textOf(title, progress);
      if (terminal) {
        process.stdout.write(`\r${text}\u001b[K`);
        return;
      }
      const now = performance.now();
      if (last > 0 && now - last < LINE_EVERY_MS && progress.done < progress.total) return;
      last = now;
      process.stdout.write(`${text}\n`);
    },
    end: (how: string): void => {
      process.stdout.write(`${terminal ? '\n' : ''}${title}: ${how}.\n`);
    },
  };
};
