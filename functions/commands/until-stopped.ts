/** A signal that is aborted by Ctrl-C, or by who ends the process kindly. */
export const untilStopped = (): AbortSignal => {
  const stopping = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stopping.abort());
  return stopping.signal;
};
