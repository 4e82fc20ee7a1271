import type { TieFacts, Unit } from './facts.ts';
import * as format from './format.ts';

const DIGITS = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];

/** Prose writes small numbers in characters; tables and states use figures. */
export const spelt = (value: number): string => DIGITS[value] ?? format.count(value);

/** Ordinals: the second is never the counting form of two. */
export const spelt2 = (value: number): string => (value === 2 ? '二' : spelt(value));

export const and = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join('、')}与${items.at(-1)}`;

export const who = (unit: Unit, number: string): string =>
  unit === 'list' ? `名单${number}` : `${number}号候选人`;

export const tieWords = (tie: TieFacts | null): string => {
  if (tie === null) return '以抽签决定。';
  const names = and(tie.numbers.map((number) => who(tie.unit, number)));
  const what = tie.on === 'remainder' ? '余票相同' : '票数相同';
  return `${names}${what}，最后${tie.places === 1 ? '一席' : `${tie.places}席`}以抽签决定。`;
};
