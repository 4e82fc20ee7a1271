import { type Language, type Text, textIn } from '#shared/election/text.ts';
import { visibleText as visible } from '#shared/publication/plain-text.ts';
import type { ConstituencyResult, ContestantResult } from '#shared/recount/results.ts';
import type { Part, Phrase } from '../words/phrase.ts';

export interface ShownName {
  readonly text: string;
  /** Only where the name is in another language than the page. */
  readonly lang: Language | undefined;
}

export const shownName = (name: Text, language: Language): ShownName => {
  const found = textIn(name, language);
  return { text: visible(found.text), lang: found.lang === language ? undefined : found.lang };
};

/** A name inside a sentence. */
export const nameIn = (name: Text, language: Language): Phrase => {
  const found = textIn(name, language);
  const part: Part = { name: visible(found.text), lang: found.lang };
  return [part];
};

export const plainName = (name: Text, language: Language): string => visible(textIn(name, language).text);

/** The names after the first one, in list order, with what stands between two of them. */
export const otherNames = (
  contestant: ContestantResult,
  language: Language,
): readonly (ShownName & { readonly before: string })[] =>
  contestant.candidates.slice(1).map((candidate, index) => {
    const shown = shownName(candidate.name, language);
    const chinese = (shown.lang ?? language) !== 'en';
    return { ...shown, before: index === 0 ? '' : chinese ? '、' : ', ' };
  });

/** The name to show for a list or candidate: the first on the list, else its own. */
export const leadName = (contestant: ContestantResult, language: Language): ShownName =>
  shownName(contestant.candidates[0]?.name ?? contestant.name, language);

export const hasAffiliations = (result: Pick<ConstituencyResult, 'contestants'>): boolean =>
  result.contestants.some((contestant) => contestant.affiliation !== undefined);
