import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { WallSize } from './wall-pages.ts';

/** Of a line of tiles, in em: as `desk-hall.css` has it. */
const LINE_EM = 1.7;
/** Shape, gap and margins of a tile, and a letter of its code, in em. */
const TILE_EM = 2.3;
const LETTER_EM = 0.62;
/** A district's name and a few tiles always stand side by side; a page is never one line. */
const LEAST = { columns: 4, lines: 4 } as const;

/** How many tiles with codes of this length fit into a box now; measured again whenever the wall changes its size. */
export const useWallSize = (
  letters: number,
): { readonly box: RefObject<HTMLDivElement | null>; readonly size: WallSize } => {
  const box = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<WallSize>(LEAST);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = (): void => {
      const em = Number.parseFloat(getComputedStyle(element).fontSize);
      const columns = Math.floor(element.clientWidth / (em * (TILE_EM + LETTER_EM * letters)));
      const lines = Math.floor(element.clientHeight / (em * LINE_EM));
      const next = { columns: Math.max(LEAST.columns, columns), lines: Math.max(LEAST.lines, lines) };
      setSize((before) => (before.columns === next.columns && before.lines === next.lines ? before : next));
    };
    const watching = new ResizeObserver(measure);
    watching.observe(element);
    measure();
    return () => watching.disconnect();
  }, [letters]);
  return { box, size };
};
