import type { TieFacts, Unit } from './facts.ts';
import * as format from './format.ts';

const DIGITS = ['零', '一', '兩', '三', '四', '五', '六', '七', '八', '九', '十'];

/** Prose writes small numbers in characters; tables and states use figures. */
export const spelt = (value: number): string => DIGITS[value] ?? format.count(value);

/** Ordinals: the second is never the counting form of two. */
export const spelt2 = (value: number): string => (value === 2 ? '二' : spelt(value));

export const and = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join('、')}與${items.at(-1)}`;

export const who = (unit: Unit, number: string): string =>
  unit === 'list' ? `名單${number}` : `${number}號候選人`;

export const tieWords = (tie: TieFacts | null): string => {
  if (tie === null) return '以抽籤決定。';
  const names = and(tie.numbers.map((number) => who(tie.unit, number)));
  const what = tie.on === 'remainder' ? '餘票相同' : '票數相同';
  return `${names}${what}，最後${tie.places === 1 ? '一席' : `${tie.places}席`}以抽籤決定。`;
};
