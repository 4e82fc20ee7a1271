import type { ProgressRow } from '#shared/desk/desk-views.ts';
import { districtsOf, isCentral } from '../districts.ts';

/** How many tiles fit on a wall: side by side, and lines of them one under another. */
export interface WallSize {
  readonly columns: number;
  readonly lines: number;
}

/** A district, or the part of one that is shown on a page. */
export interface WallPart {
  /** Empty where codes say nothing of a place; null for the Central Counting Station, which is no place where people vote. */
  readonly code: string | null;
  /** All of the district, for its count. */
  readonly all: readonly ProgressRow[];
  /** Those on this page. */
  readonly rows: readonly ProgressRow[];
}

/** A district's name and count take as much room as two tiles, in front of the first; the longer name of the Central Counting Station as four. */
const headOf = ({ code }: WallPart): number => (code === null ? 4 : 2);

/** Misplaced papers are named in words, which take two tiles. */
const tilesOf = ({ code, rows }: WallPart): number => rows.length * (code === null ? 2 : 1);

const linesOf = (part: WallPart, columns: number): number =>
  Math.ceil((headOf(part) + tilesOf(part)) / columns);

/** Cuts what is longer than a page into as many stations as a page takes. */
const cut = (part: WallPart, { columns, lines }: WallSize): readonly WallPart[] => {
  const most = Math.max(1, columns * lines - headOf(part));
  return Array.from({ length: Math.ceil(part.rows.length / most) }, (_, page) => ({
    ...part,
    rows: part.rows.slice(page * most, (page + 1) * most),
  }));
};

const partsOf = (rows: readonly ProgressRow[]): readonly WallPart[] => {
  const central = rows.filter(isCentral);
  return [
    ...districtsOf(rows).map(({ code, rows: all }) => ({ code, all, rows: all })),
    ...(central.length === 0 ? [] : [{ code: null, all: central, rows: central }]),
  ].filter(({ all }) => all.length > 0);
};

/**
 * All stations as pages of a wall, in the election's order. A district stays on one page where it fits on one; nothing hangs on the states, so a
 * station is on the same page at the same place all night.
 */
export const wallPages = (rows: readonly ProgressRow[], size: WallSize): readonly (readonly WallPart[])[] => {
  const pages: WallPart[][] = [];
  let left = 0;
  for (const part of partsOf(rows).flatMap((one) => cut(one, size))) {
    const lines = linesOf(part, size.columns);
    const page = pages.at(-1);
    if (page && lines <= left) page.push(part);
    else {
      pages.push([part]);
      left = size.lines;
    }
    left -= lines;
  }
  return pages;
};
