import type { Constituency, Contestant } from '#shared/election/definition.ts';
import type { Text } from '#shared/election/text.ts';
import { must } from '#shared/result.ts';
import { constituencies2016 } from './rehearsal-cast.ts';

/** Numbered words in three languages: `Training List 7`. */
const numbered =
  (en: string, hant: string, hans: string) =>
  (number: number | string): Text => ({
    en: `${en} ${number}`,
    'zh-Hant': `${hant}${number}`,
    'zh-Hans': `${hans}${number}`,
  });

const listName = numbered('Training List', '訓練名單', '训练名单');
const personName = numbered('Training Candidate', '訓練候選人', '训练候选人');
export const stationName = numbered('Training Station', '訓練投票站', '训练投票站');

const NAMES_ON_A_LIST = 3;

/** Lists of three names each. */
export const lists = (count: number): Contestant[] =>
  Array.from({ length: count }, (_, index) => {
    const number = String(index + 1);
    return {
      id: number,
      number,
      name: listName(number),
      candidates: Array.from({ length: NAMES_ON_A_LIST }, (__, place) => ({
        id: `${number}${'abc'.charAt(place)}`,
        name: personName(`${number}${'ABC'.charAt(place)}`),
      })),
    };
  });

/** Candidates who stand alone. */
export const people = (count: number): Contestant[] =>
  Array.from({ length: count }, (_, index) => {
    const number = String(index + 1);
    return { id: number, number, name: personName(number) };
  });

/** A constituency of 2016 with invented contestants. */
export const constituency = (id: string, electors: number, contestants: Contestant[]): Constituency => ({
  ...must(
    constituencies2016().find((facts) => facts.id === id),
    `${id} is a constituency of 2016`,
  ),
  electors,
  contestants,
});
