/** As many rows as a page of a register shows; the others are on its next pages, in the same document. */
export const REGISTER_PAGE = 50;

/** A register cut into pages. */
export const inPages = <Row>(rows: readonly Row[]): readonly (readonly Row[])[] =>
  Array.from({ length: Math.ceil(rows.length / REGISTER_PAGE) }, (_, at) =>
    rows.slice(at * REGISTER_PAGE, (at + 1) * REGISTER_PAGE),
  );
