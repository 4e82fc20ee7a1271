import { stepsOf } from '#shared/desk/apply-figures.ts';
import type { Ranking } from '#shared/election/report.ts';
import type { Language } from '#shared/election/text.ts';
import type { DeskWords } from '../words/load.ts';
import type { SheetConstituency } from './fields.ts';
import { fieldNames } from './labels.ts';
import { writtenRanking } from './rankings.ts';

/** The name of a figure that differs; a ranking is named as it was written. */
export const differenceName = (
  constituency: SheetConstituency,
  words: DeskWords,
  language: Language,
): ((path: string) => string) => {
  const names = fieldNames(constituency, words, language);
  return (path) => {
    const [group, order] = stepsOf(path);
    if (group === 'rankings' && order !== undefined) {
      return words.report.ranking(
        writtenRanking(JSON.parse(order) as Ranking['order'], constituency.contestants),
      );
    }
    return names.get(path) ?? path;
  };
};
