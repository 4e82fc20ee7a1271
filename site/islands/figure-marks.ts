import type { Patch } from './patch-nodes.ts';
import type { Words } from './words.ts';

/** Reads `51,086`, `−90` or `498,610票`; not a number for anything that is not one whole number. */
export const wholeNumber = (text: string): number => {
  const [, sign, digits] = /^\s*([-−]?)([\d,]+)(?![\d,.])/.exec(text) ?? [];
  return Number(digits?.replaceAll(',', '') ?? 'none') * (sign ? -1 : 1);
};

/** `+214`, `−985`. */
export const signed = (difference: number): string =>
  (difference < 0 ? '−' : '+') + Math.abs(difference).toLocaleString('en');

const deltaOf = (difference: number, since: string, words: Words): HTMLElement | null => {
  const fill = { change: signed(difference), time: since };
  return (difference < 0 && words('fallen', fill)) || words('since', fill);
};

/** Marks what changed against the figures of `since`, in place of the marks of the change before. */
export const markFigures = (page: Document, patch: Patch, told: { since: string; words: Words }) => {
  if (patch.figures.length + patch.added.length === 0) return;
  for (const mark of page.querySelectorAll('.since[data-island]')) mark.remove();
  for (const row of page.querySelectorAll('.changed')) row.classList.remove('changed');
  for (const row of patch.added) row.classList.add('changed');
  for (const { element, before, after } of patch.figures) {
    (element.closest('[data-key]') ?? element).classList.add('changed');
    const difference = wholeNumber(after) - wholeNumber(before);
    const delta = difference ? deltaOf(difference, told.since, told.words) : null;
    if (!delta) continue;
    const mark = page.createElement('small');
    mark.className = 'since';
    mark.dataset['island'] = '';
    mark.append(' ', ...delta.childNodes);
    const slot = element.nextElementSibling;
    (slot?.hasAttribute('data-delta') ? slot : element).append(mark);
  }
};
