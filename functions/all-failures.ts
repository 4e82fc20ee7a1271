const told = (failure: unknown): string => (failure instanceof Error ? failure.message : String(failure));

/** Several failures as one, each told in the message: the log of a function on AWS holds nothing else of them. */
export const allFailures = (what: string, failures: readonly unknown[]): AggregateError =>
  new AggregateError(failures, `${what}: ${failures.map(told).join(' · ')}`);
