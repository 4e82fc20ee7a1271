import type { Page } from 'playwright-core';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds by the clock, and of the thread's own processor time. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

export interface TaskTimes {
  /** The longest task by the clock, as `PerformanceObserver` would see it: other programs on the machine are in it. */
  readonly wallMs: number;
  /** The longest task by the processor time of the page's main thread: its own work, whatever else runs. */
  readonly ownMs: number;
}

/** The longest tasks of a page's main thread while something is done. */
export const taskTimes = async (page: Page, during: () => Promise<void>): Promise<TaskTimes> => {
  const client = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  client.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const complete = new Promise<void>((resolve) => client.once('Tracing.tracingComplete', () => resolve()));
  await client.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'],
    },
  });
  await during();
  await client.send('Tracing.end');
  await complete;
  await client.detach();
  const mains = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}/${tid}`),
  );
  const tasks = events.filter(
    ({ name, ph, pid, tid }) => ph === 'X' && name.endsWith('RunTask') && mains.has(`${pid}/${tid}`),
  );
  if (tasks.length === 0) throw new Error('The trace holds no task of the page');
  const longest = (of: (event: TraceEvent) => number | undefined): number =>
    Math.round(Math.max(...tasks.map((task) => of(task) ?? 0)) / 1000);
  return { wallMs: longest(({ dur }) => dur), ownMs: longest(({ tdur }) => tdur) };
};
