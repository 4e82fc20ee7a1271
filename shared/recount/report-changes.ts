import type { StationReport } from '../election/report.ts';
import { type ElectionFold, type LoggedReport, rejectedIn } from './election-fold.ts';
import type { Change } from './results.ts';

/** A report's figures by field name, flat, so that two revisions can be held against each other. */
const figures = ({ body: report, withheld }: LoggedReport): Map<string, number> => {
  const flat = new Map<string, number>();
  const take = (prefix: string, group: Readonly<Record<string, number | undefined>> | undefined) => {
    for (const [name, value] of Object.entries(group ?? {})) {
      if (value !== undefined) flat.set(`${prefix}.${name}`, value);
    }
  };
  take('votes', report.votes);
  for (const [id, choices] of Object.entries(report.choices ?? {})) take(`choices.${id}`, choices);
  take('invalid', report.invalid);
  take('rejected', report.questionable?.rejected);
  if (report.questionable?.accepted !== undefined) flat.set('accepted', report.questionable.accepted);
  take('account', report.account);
  if (report.papers !== undefined) flat.set('papers', report.papers);
  if (withheld?.accounts) flat.set('questionable', withheld.questionableRejected);
  return flat;
};

/** Papers a report brings, for the line that a first report gets. */
const papersIn = (logged: LoggedReport): number => {
  const report: StationReport = logged.body;
  let total = rejectedIn(logged);
  if (report.papers !== undefined) return report.papers + total;
  for (const votes of Object.values(report.votes ?? {})) total += votes;
  for (const { papers } of report.rankings ?? []) total += papers;
  return total;
};

/** What a report changed: one line for a first report, one line for each differing figure of a later one. */
export const reportChanges = (
  before: LoggedReport | null,
  after: LoggedReport,
  fold: Pick<ElectionFold, 'version' | 'asOf'>,
): readonly Change[] => {
  const { act, body } = after;
  const line = (field: string, old: number | null, now: number | null): Change => ({
    version: fold.version,
    at: fold.asOf,
    constituency: body.constituency,
    station: body.station,
    field,
    old,
    new: now,
    reason: body.reason ?? null,
    role: act.role,
    entry: act.entry,
  });
  if (!before) return [line('report', null, papersIn(after))];
  const old = figures(before);
  const now = figures(after);
  const fields = [...new Set([...old.keys(), ...now.keys()])];
  const differing = fields.filter((field) => old.get(field) !== now.get(field));
  // What stays private is all that can differ then: that it may have changed is told, and no figure.
  if (differing.length === 0 && after.withheld) return [line('withheld', null, null)];
  if (differing.length === 0) return [line('report', papersIn(before), papersIn(after))];
  return differing.map((field) => line(field, old.get(field) ?? null, now.get(field) ?? null));
};
