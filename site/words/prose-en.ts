import type { TieFacts } from './facts.ts';
import * as format from './format.ts';

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Prose spells small numbers; tables and states use figures. */
export const spelt = (value: number): string => SMALL[value] ?? format.count(value);

export const Spelt = (value: number): string => spelt(value).replace(/^./, (letter) => letter.toUpperCase());

export const plural = (value: number, one: string, many = `${one}s`): string => (value === 1 ? one : many);

export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${format.count(value)} ${plural(value, one, many)}`;

export const and = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

export const votesOf = (figure: string): string => (figure === '1' ? 'vote' : 'votes');

export const tieWords = (tie: TieFacts | null): string => {
  if (tie === null) return 'Drawing lots will decide.';
  const who = `${tie.unit === 'list' ? 'Lists' : 'Candidates'} ${and(tie.numbers)}`;
  const what = tie.on === 'remainder' ? 'equal remaining votes' : 'equal votes';
  const where = tie.places === 1 ? 'the last seat' : `the last ${tie.places} seats`;
  return `${who} have ${what} for ${where}. Drawing lots will decide.`;
};
