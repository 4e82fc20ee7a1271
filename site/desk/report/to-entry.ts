import { invalidCodesFor } from '#shared/counting/invalid-codes.ts';
import type { Entry, FormName } from '#shared/desk/entry.ts';
import type { StationReport } from '#shared/election/report.ts';
import { figureIn, readFigure } from '../forms/read-figure.ts';
import type { Draft } from '../offline/drafts.ts';
import {
  ACCEPTED,
  ACCOUNT_HEADS,
  accountPath,
  CHOICES,
  choicePath,
  figureOrder,
  invalidPath,
  questionableOf,
  rejectedPath,
  type SheetConstituency,
  VALID_VOTES,
  validPath,
  votesPath,
  waysOf,
} from './fields.ts';
import { readRanking } from './rankings.ts';

/** What is wrong with the form, or odd: words hang on its code. */
export interface Finding {
  readonly code: string;
  readonly path: string;
  readonly figures: Readonly<Record<string, string | number>>;
}

const finding = (code: string, path: string, figures: Finding['figures'] = {}): Finding => ({
  code,
  path,
  figures,
});

/** Figures by name, those that were typed; nothing where none was. */
const group = <K extends string>(
  names: readonly K[],
  draft: Draft,
  pathOf: (name: K) => string,
): Partial<Record<K, number>> | undefined => {
  const given = names.flatMap((name) => {
    const value = figureIn(draft.typed[pathOf(name)]);
    return value === null ? [] : [[name, value] as const];
  });
  return given.length > 0 ? (Object.fromEntries(given) as Partial<Record<K, number>>) : undefined;
};

/** Leaves out what says nothing. */
const given = <T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;

const votesIn = (draft: Draft, constituency: SheetConstituency): Partial<StationReport> => {
  const ways = waysOf(constituency);
  const { contestants } = constituency;
  if (ways.votes) {
    const figure = (id: string): number => figureIn(draft.typed[votesPath(id)]) ?? 0;
    return { votes: Object.fromEntries(contestants.map(({ id }) => [id, figure(id)])) };
  }
  if (ways.choices) {
    const figure = (id: string, choice: string): number => figureIn(draft.typed[choicePath(id, choice)]) ?? 0;
    const choices = contestants.map(({ id }) => [
      id,
      { support: figure(id, 'support'), oppose: figure(id, 'oppose'), abstain: figure(id, 'abstain') },
    ]);
    return { choices: Object.fromEntries(choices) };
  }
  const rankings = draft.rankings.flatMap((row) => {
    const read = readRanking(row, contestants);
    return read.ok ? [read.ranking] : [];
  });
  return { rankings };
};

const words = (texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> | undefined => {
  const said = Object.entries(texts).filter(([, text]) => text.trim() !== '');
  return said.length > 0 ? Object.fromEntries(said) : undefined;
};

/** The form as the API takes it. What is missing or unclear counts as nothing here: `missingIn` has told it before. */
export const toEntry = (draft: Draft, constituency: SheetConstituency, form: FormName): Entry => {
  const { attempt, ...place } = form;
  const questionable = given({
    accepted: figureIn(draft.typed[ACCEPTED]) ?? undefined,
    rejected: group(questionableOf(constituency.system), draft, rejectedPath),
  });
  const reason = draft.reason.trim();
  const papers = figureIn(draft.typed['$.papers']);
  const validVotes = figureIn(draft.typed[VALID_VOTES]);
  const several = waysOf(constituency).severalVotes;
  const report = {
    ...place,
    ...votesIn(draft, constituency),
    ballot: draft.ballot,
    ...given({
      reason: reason === '' ? undefined : reason,
      papers: several ? (papers ?? undefined) : undefined,
      invalid: group(invalidCodesFor(constituency.system), draft, invalidPath),
      questionable: Object.keys(questionable).length > 0 ? questionable : undefined,
      account: group(ACCOUNT_HEADS, draft, accountPath),
      explanations: words(draft.explanations),
    }),
  } as StationReport;
  return { attempt, report, ...(several || validVotes === null ? {} : { validVotes }) };
};

/** Figures that a report cannot do without: a list that got nothing has a 0 on the paper form. */
const needed = (constituency: SheetConstituency): ReadonlySet<string> => {
  const ways = waysOf(constituency);
  const { contestants } = constituency;
  const votes = ways.votes ? contestants.map(({ id }) => votesPath(id)) : [];
  const choices = ways.choices
    ? contestants.flatMap(({ id }) => CHOICES.map((choice) => choicePath(id, choice)))
    : [];
  return new Set([...votes, ...choices, validPath(constituency)]);
};

const rankingFindings = (draft: Draft, constituency: SheetConstituency): readonly Finding[] => {
  if (!waysOf(constituency).rankings) return [];
  if (draft.rankings.length === 0) return [finding('rankings-missing', '$.rankings')];
  return draft.rankings.flatMap((row, index) => {
    const read = readRanking(row, constituency.contestants);
    const field = !read.ok && read.code === 'figure-missing' ? 'papers' : 'order';
    return read.ok
      ? []
      : [finding(read.code, `$.rankings[${index}].${field}`, { found: read.found, row: index + 1 })];
  });
};

/** What is missing, and what is no figure. */
export const missingIn = (
  draft: Draft,
  constituency: SheetConstituency,
  { revision }: FormName,
): readonly Finding[] => {
  const wanted = needed(constituency);
  const figures = figureOrder(constituency).flatMap((path) => {
    const typed = draft.typed[path] ?? '';
    const { kind } = readFigure(typed);
    if (kind === 'figure') return [];
    if (kind !== 'empty') return [finding(`figure-${kind}`, path, { typed: typed.slice(0, 40) })];
    return wanted.has(path) ? [finding('figure-missing', path)] : [];
  });
  const reason = revision > 1 && draft.reason.trim() === '' ? [finding('reason-missing', '$.reason')] : [];
  return [...rankingFindings(draft, constituency), ...figures, ...reason];
};
