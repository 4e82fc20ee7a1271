/** Expected outcomes are values: a job answers with what it found, or with the problem that stopped it. */
export type Result<T, P> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: P };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const refuse = <P>(problem: P): { readonly ok: false; readonly problem: P } => ({
  ok: false,
  problem,
});

/** For places where absence is a bug in this program, never bad input. */
export const must = <T>(value: T | null | undefined, claim: string): T => {
  if (value === null || value === undefined) throw new Error(`Broken invariant: ${claim}`);
  return value;
};
