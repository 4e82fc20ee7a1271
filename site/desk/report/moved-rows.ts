/** A row of the candidate list that a form was typed on. */
export interface Row {
  readonly id: string;
  readonly number: string;
}

export interface MovedRows {
  /** Rows that stand elsewhere now, or under another number. */
  readonly moved: readonly { readonly id: string; readonly before: string; readonly now: string }[];
  /** Rows that are no longer on the list: what was typed for them is not sent. */
  readonly gone: readonly Row[];
  readonly added: readonly Row[];
}

/** What changed in the candidate list since a form was typed. Figures stay with whom they were typed for. */
export const movedRows = (before: readonly Row[], now: readonly Row[]): MovedRows => {
  const was = new Map(before.map((row, at) => [row.id, { ...row, at }]));
  const is = new Set(now.map(({ id }) => id));
  return {
    moved: now.flatMap(({ id, number }, at) => {
      const old = was.get(id);
      return old && (old.number !== number || old.at !== at) ? [{ id, before: old.number, now: number }] : [];
    }),
    gone: before.filter(({ id }) => !is.has(id)),
    added: now.filter(({ id }) => !was.has(id)),
  };
};
