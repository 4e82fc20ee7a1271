import type { ChartConfiguration } from 'chart.js';

export type LineConfiguration = ChartConfiguration<'line', { x: number | string; y: number | null }[]>;

/** The page's tokens as a canvas needs them. */
export interface Look {
  readonly ink: string;
  readonly bar: string;
  readonly soft: string;
  readonly muted: string;
  readonly font: { readonly family: string; readonly size: number };
}

export const lookOf = (canvas: HTMLCanvasElement): Look => {
  const root = getComputedStyle(document.documentElement);
  const { fontFamily, color } = getComputedStyle(canvas);
  const token = (name: string) => root.getPropertyValue(`--${name}`).trim() || color;
  return {
    ink: token('ink'),
    bar: token('bar'),
    soft: token('soft'),
    muted: token('muted'),
    font: { family: fontFamily, size: 13 },
  };
};

/** What every chart keeps to: no motion, nothing under the pointer, the size of its box. */
export const still = { animation: false, responsive: true, maintainAspectRatio: false } as const;
