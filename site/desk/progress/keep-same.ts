import type { ProgressView } from '#shared/desk/desk-views.ts';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The new view with every part of the old one that says the same: what did not change is then not drawn again. */
export const keepSame = (before: ProgressView | null, next: ProgressView): ProgressView => {
  if (before === null) return next;
  const old = new Map(before.rows.map((row) => [row.id, row]));
  const rows = next.rows.map((row) => {
    const stood = old.get(row.id);
    return stood && same(stood, row) ? stood : row;
  });
  const unmoved = rows.length === before.rows.length && rows.every((row, at) => row === before.rows[at]);
  return {
    ...next,
    rows: unmoved ? before.rows : rows,
    sheet: same(before.sheet, next.sheet) ? before.sheet : next.sheet,
    public: same(before.public, next.public) ? before.public : next.public,
    missing: same(before.missing, next.missing) ? before.missing : next.missing,
  };
};
