import type { SumHint } from '#shared/desk/sum-hint.ts';
import type { Language } from '#shared/election/text.ts';
import { textIn } from '#shared/election/text.ts';
import type { DeskWords } from '../words/load.ts';
import {
  ACCEPTED,
  ACCOUNT_HEADS,
  accountPath,
  CHOICES,
  choicePath,
  invalidPath,
  rejectedPath,
  type SheetConstituency,
  VALID_PAPERS,
  VALID_VOTES,
  votesPath,
} from './fields.ts';
import type { Finding } from './to-entry.ts';

/** The name of every field as a sentence says it: `list 12`, `Valid votes`. */
export const fieldNames = (
  constituency: SheetConstituency,
  { report }: DeskWords,
  language: Language,
): ReadonlyMap<string, string> => {
  const { contestants, system } = constituency;
  const who = system === 'list_pr' ? report.list : report.candidate;
  const answers = contestants.flatMap(({ id, name }) =>
    CHOICES.map(
      (choice) =>
        [choicePath(id, choice), `${textIn(name, language).text}: ${report.choices[choice]}`] as const,
    ),
  );
  const grounds = Object.entries(report.grounds).flatMap(([ground, words]) => [
    [invalidPath(ground), report.invalid(words)] as const,
    [rejectedPath(ground), report.rejected(words)] as const,
  ]);
  return new Map([
    ...contestants.map(({ id, number }) => [votesPath(id), who(number)] as const),
    ...answers,
    [VALID_VOTES, report.validVotes],
    [VALID_PAPERS, report.validPapers],
    ...grounds,
    [ACCEPTED, report.accepted],
    ...ACCOUNT_HEADS.map((head) => [accountPath(head), report.heads[head]] as const),
  ]);
};

/** The sentence of a finding: the same in the summary and at its field. */
export const errorSentence = (
  { code, path, figures }: Finding,
  { report }: DeskWords,
  names: ReadonlyMap<string, string>,
): string => report.errors[code]?.(figures, names.get(path) ?? path) ?? report.otherError(code);

export const hintSentence = (
  hint: SumHint,
  { report }: DeskWords,
  names: ReadonlyMap<string, string>,
): string => {
  const field = names.get(hint.path) ?? hint.path;
  if (hint.kind === 'slipped' || hint.kind === 'sum-in-list') return report.hints[hint.kind](field);
  return report.hints[hint.kind](field, hint.typed, hint.meant);
};
