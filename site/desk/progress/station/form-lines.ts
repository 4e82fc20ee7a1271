import type { StationView, ToldWarning } from '#shared/desk/desk-views.ts';
import type { StationReport } from '#shared/election/report.ts';
import type { Text } from '#shared/election/text.ts';
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
  waysOf,
} from '../../report/fields.ts';
import { writtenRanking } from '../../report/rankings.ts';

/** One line of a report as it is read: in the order of the paper form. */
export interface FormLine {
  readonly path: string;
  /** A contestant, whose name is shown as it was given; everything else is named by its path. */
  readonly contestant?: { readonly number: string; readonly name: Text };
  /** A ranking as written, with the numbers of the ballot paper. */
  readonly order?: string;
  readonly value: number | null;
}

export interface FormPart {
  readonly part: 'votes' | 'papers' | 'account';
  readonly lines: readonly FormLine[];
}

const sum = (values: readonly (number | undefined)[]): number =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0);

const votesLines = (report: StationReport, { contestants }: SheetConstituency): readonly FormLine[] => [
  ...contestants.map(({ id, number, name }) => ({
    path: votesPath(id),
    contestant: { number, name },
    value: report.votes?.[id] ?? null,
  })),
  { path: VALID_VOTES, value: sum(Object.values(report.votes ?? {})) },
];

const choiceLines = (report: StationReport, { contestants }: SheetConstituency): readonly FormLine[] =>
  contestants.flatMap(({ id }) =>
    CHOICES.map((choice) => ({
      path: choicePath(id, choice),
      value: report.choices?.[id]?.[choice] ?? null,
    })),
  );

const rankingLines = (report: StationReport, { contestants }: SheetConstituency): readonly FormLine[] =>
  (report.rankings ?? []).map(({ order, papers }, at) => ({
    path: `$.rankings[${at}]`,
    order: writtenRanking(order, contestants),
    value: papers,
  }));

const firstPart = (report: StationReport, constituency: SheetConstituency): readonly FormLine[] => {
  const ways = waysOf(constituency);
  if (ways.rankings) return rankingLines(report, constituency);
  return ways.choices ? choiceLines(report, constituency) : votesLines(report, constituency);
};

const given = (lines: readonly FormLine[]): readonly FormLine[] =>
  lines.filter(({ value }) => value !== null);

/** Figures of a report in the order of its form; heads that were left empty are left out, contestants never. */
export const formParts = (report: StationReport, constituency: SheetConstituency): readonly FormPart[] => {
  const { papers, invalid = {}, questionable = {}, account = {} } = report;
  const grounds = (of: Readonly<Record<string, number | undefined>>, pathOf: (ground: string) => string) =>
    Object.entries(of).map(([ground, value]) => ({ path: pathOf(ground), value: value ?? null }));
  const parts: readonly FormPart[] = [
    { part: 'votes', lines: firstPart(report, constituency) },
    {
      part: 'papers',
      lines: given([
        { path: VALID_PAPERS, value: papers ?? null },
        ...grounds(invalid, invalidPath),
        ...grounds(questionable.rejected ?? {}, rejectedPath),
        { path: ACCEPTED, value: questionable.accepted ?? null },
      ]),
    },
    {
      part: 'account',
      lines: given(ACCOUNT_HEADS.map((head) => ({ path: accountPath(head), value: account[head] ?? null }))),
    },
  ];
  return parts.filter(({ lines }) => lines.length > 0);
};

/** Each warning beside the first field that it speaks of; beside the whole where no line is its. */
export const placeWarnings = (
  warnings: StationView['warnings'],
  parts: readonly FormPart[],
): ReadonlyMap<string, readonly ToldWarning[]> => {
  const paths = parts.flatMap(({ lines }) => lines.map(({ path }) => path));
  const isAt = (field: string) => (path: string) =>
    path === field || path.startsWith(`${field}.`) || path.startsWith(`${field}[`);
  const placeOf = ({ fields }: ToldWarning): string =>
    fields.flatMap((field) => paths.filter(isAt(field)))[0] ?? '$';
  return Map.groupBy(warnings, placeOf);
};
