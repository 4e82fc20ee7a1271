import { diffArrays } from 'diff';
import { checkSum, type PageDelta, tokensOf } from '#shared/publication/page-delta.ts';

/** Rows, items and sections: what a page is made of, in pieces that are moved, changed or added as a whole. */
const PIECE = /(?=<(?:tr|li|section|dl|dt|div|p|h[1-6]|table|tbody|details|figure|header|footer)\b)/;

/** Steps as they come, with neighbours of a kind put together. */
const stepList = () => {
  const steps: (number | string)[] = [];
  const add = (step: number | string): void => {
    const last = steps.at(-1);
    if (typeof step === 'string' && typeof last === 'string') steps[steps.length - 1] = last + step;
    else if (typeof step === 'number' && typeof last === 'number' && Math.sign(step) === Math.sign(last))
      steps[steps.length - 1] = last + step;
    else if (step !== 0 && step !== '') steps.push(step);
  };
  return { steps, add };
};
type Add = ReturnType<typeof stepList>['add'];

/** One piece in the place of another: what both begin and end with is kept, and figures in between one by one where there are as many. */
const changePiece = (before: string, after: string, add: Add): void => {
  const [old, now] = [tokensOf(before), tokensOf(after)];
  if (old.length === now.length) {
    for (const [index, token] of now.entries()) {
      if (token === old[index]) add(1);
      else {
        add(-1);
        add(token);
      }
    }
    return;
  }
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  add(head);
  add(-(old.length - head - tail));
  add(now.slice(head, now.length - tail).join(''));
  add(tail);
};

/** Pieces in the place of others: pair by pair as long as there are pairs. */
const changePieces = (before: readonly string[], after: readonly string[], add: Add): void => {
  const pairs = Math.min(before.length, after.length);
  for (let index = 0; index < pairs; index += 1) changePiece(before[index] ?? '', after[index] ?? '', add);
  add(-tokensOf(before.slice(pairs).join('')).length);
  add(after.slice(pairs).join(''));
};

/** The way from one bake of a page to the next. */
export const makeDelta = (before: string, after: string): PageDelta => {
  const { steps, add } = stepList();
  const parts = diffArrays(before.split(PIECE), after.split(PIECE));
  let removed: readonly string[] = [];
  for (const [index, { added, removed: gone, value }] of parts.entries()) {
    if (gone) {
      removed = value;
      if (!parts[index + 1]?.added) changePieces(removed, [], add);
    } else if (added) changePieces(parts[index - 1]?.removed ? removed : [], value, add);
    else add(tokensOf(value.join('')).length);
  }
  return { sum: checkSum(after), steps };
};
