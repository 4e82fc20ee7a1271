import type { Kind } from './kinds.ts';

/** A shape for each state: filled, half, ≠, flag, clock, dashed. The word always stands beside it. */
const SHAPES: Readonly<
  Record<Kind, { readonly line: string; readonly fill?: string; readonly dashed?: true }>
> = {
  confirmed: { line: 'M3 3h10v10H3z', fill: 'M3 3h10v10H3z' },
  entered: { line: 'M3 3h10v10H3z', fill: 'M3 3h5v10H3z' },
  differing: { line: 'M2.5 5.7h11M2.5 10.3h11M10.7 2.5 5.3 13.5' },
  flagged: { line: 'M3.5 14.5v-13M3.5 2.5h9.5l-2.6 3 2.6 3H3.5' },
  silent: { line: 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8M8 4.4V8l2.4 1.8' },
  waiting: { line: 'M3 3h10v10H3z', dashed: true },
};

export const Shape = ({ kind }: { readonly kind: Kind }) => {
  const { line, fill, dashed } = SHAPES[kind];
  return (
    <svg class="i" viewBox="0 0 16 16" aria-hidden="true">
      {fill && <path class="s" d={fill} />}
      <path d={line} stroke-dasharray={dashed ? '2.2 1.8' : undefined} />
    </svg>
  );
};
