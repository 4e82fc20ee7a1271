import type { PublicSums } from '#shared/desk/desk-views.ts';
import type { PlacedReport } from '#shared/election/check-report.ts';
import type { ElectionDefinition } from '#shared/election/definition.ts';
import { outlierWarnings } from '#shared/recount/outlier.ts';
import { reportWarnings } from '#shared/recount/report-warnings.ts';
import type { Finding } from './to-entry.ts';

/** A broken identity that blocks is told as an error, and a row left empty as missing. */
const TOLD_OTHERWISE: ReadonlySet<string> = new Set(['A2', 'A3', 'A6', 'contestant-missing']);

/** An odd share that was explained before, where the public figures are not at hand: its explanation stays in sight. */
const EXPLAINED: Finding = { code: 'outlier', path: '$.votes', figures: {} };

/** Shares that stand out from what is public by now; without a network nothing is known of that, and nothing asked. */
const oddShares = ({ report, constituency }: PlacedReport, soFar: PublicSums | null): readonly Finding[] => {
  if (soFar === null) return report.explanations?.['outlier'] === undefined ? [] : [EXPLAINED];
  const numberOf = new Map(constituency.contestants.map(({ id, number }) => [id, number]));
  const sums = { ...soFar, votes: new Map(Object.entries(soFar.votes)) };
  return outlierWarnings(report, constituency, sums).map(({ code, fields, figures }) => ({
    code,
    path: fields[0] ?? '$',
    figures: { ...figures, number: numberOf.get(String(figures['contestant'])) ?? '' },
  }));
};

/** What “Check answers” asks about: odd figures of the form itself, and an odd share beside the rest of the constituency. */
export const askedAbout = (
  placed: PlacedReport,
  definition: ElectionDefinition,
  soFar: PublicSums | null,
): readonly Finding[] => [
  ...reportWarnings(placed, definition)
    .filter(({ code }) => !TOLD_OTHERWISE.has(code))
    .map(({ code, fields, figures }) => ({ code, path: fields[0] ?? '$', figures })),
  ...oddShares(placed, soFar),
];

/** Only what is still asked about is explained: a figure that was set right needs no words. */
export const stillExplained = (
  explanations: Readonly<Record<string, string>> | undefined,
  warnings: readonly Finding[],
): Readonly<Record<string, string>> | undefined => {
  const codes = new Set(warnings.map(({ code }) => code));
  const kept = Object.entries(explanations ?? {}).filter(([code]) => codes.has(code));
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
};
