import { type AccountedCount, checkAccount } from '../counting/account.ts';
import { type InvalidCode, invalidCodesFor } from '../counting/invalid-codes.ts';
import type { Warning } from '../election/acts.ts';
import type { PlacedReport } from '../election/check-report.ts';
import type { Constituency, ElectionDefinition, Station } from '../election/definition.ts';
import { questionableRejected, rejectedPapers, type StationReport } from '../election/report.ts';
import { validBallots } from './ballots.ts';

/** Above this share of all papers, in per cent, rejected papers are worth a second look. */
const REJECTED_SHARE_PERCENT = 5;
/** A handful of papers says nothing about a share. */
const MIN_PAPERS_FOR_SHARE = 100;

const votesPerPaper = ({ system, seats }: Constituency): number =>
  system === 'first_past_the_post' ? seats : 1;

const sum = (figures: Iterable<number | undefined>): number => {
  let total = 0;
  for (const figure of figures) total += figure ?? 0;
  return total;
};

/** Valid papers and votes of a report, whatever way its system gives them. */
const papersAndVotes = (report: StationReport): { readonly valid: number; readonly votes: number } => {
  if (report.rankings) {
    const valid = sum([...validBallots([report], {})].map(({ papers }) => papers));
    return { valid, votes: valid };
  }
  if (report.choices) {
    const answers = Object.values(report.choices).map((choice) => sum(Object.values(choice)));
    const valid = Math.max(0, ...answers);
    return { valid, votes: valid };
  }
  const votes = sum(Object.values(report.votes ?? {}));
  return { valid: report.papers ?? votes, votes };
};

/** A report as the account identities take it [counting.md §7]. */
export const accountedCount = (
  report: StationReport,
  constituency: Constituency,
  feeders: readonly Station[],
): AccountedCount => ({
  account: report.account ?? {},
  // Accounts of the stations counted here are not part of the report: without them nothing is held against E.
  feeders: feeders.map(() => ({})),
  ...papersAndVotes(report),
  votesPerPaper: votesPerPaper(constituency),
  invalid: report.invalid ?? {},
  questionableRejected: questionableRejected(report),
});

/** The stations whose papers are counted at this one. */
export const feedersOf = (
  definition: Pick<ElectionDefinition, 'stations'>,
  station: string,
): readonly Station[] => definition.stations.filter(({ countedAt }) => countedAt === station);

const overElectors = (
  placed: PlacedReport,
  papers: number,
  feeders: readonly Station[],
): readonly Warning[] => {
  const own = placed.station.electors;
  if (own === undefined || feeders.some(({ electors }) => electors === undefined)) return [];
  const electors = own + sum(feeders.map((feeder) => feeder.electors));
  if (papers <= electors) return [];
  return [{ code: 'papers-over-electors', fields: ['$.votes'], figures: { papers, electors } }];
};

const rejectedShare = (report: StationReport, papers: number): readonly Warning[] => {
  const rejected = rejectedPapers(report);
  if (papers < MIN_PAPERS_FOR_SHARE || 100 * rejected <= REJECTED_SHARE_PERCENT * papers) return [];
  return [
    {
      code: 'rejected-share',
      fields: ['$.invalid', '$.questionable.rejected'],
      figures: { rejected, papers, limit: REJECTED_SHARE_PERCENT },
    },
  ];
};

const missingContestants = ({ report, constituency }: PlacedReport): readonly Warning[] => {
  const given = report.votes ?? report.choices;
  if (!given) return [];
  const missing = constituency.contestants.filter(({ id }) => !Object.hasOwn(given, id));
  if (missing.length === 0) return [];
  return [
    {
      code: 'contestant-missing',
      fields: [report.votes ? '$.votes' : '$.choices'],
      figures: { contestants: missing.map(({ number }) => number).join(', ') },
    },
  ];
};

const inapplicableGrounds = ({ report, constituency }: PlacedReport): readonly Warning[] => {
  const applicable = new Set<InvalidCode>(invalidCodesFor(constituency.system));
  return Object.entries(report.invalid ?? {})
    .filter(([ground, papers]) => (papers ?? 0) > 0 && !applicable.has(ground as InvalidCode))
    .map(([ground]) => ({
      code: 'ground-not-applicable',
      fields: [`$.invalid.${ground}`],
      figures: { ground, system: constituency.system },
    }));
};

/**
 * What a report should be asked about. None of it refuses the votes: real accounts have gaps of a few papers,
 * and the text never lets a broken identity block a count [counting.md §7, C-3]. A pure function of the report
 * and its definition, so that the order of arrival cannot change what is stored.
 */
export const reportWarnings = (placed: PlacedReport, definition: ElectionDefinition): readonly Warning[] => {
  const { report, constituency, station } = placed;
  const feeders = feedersOf(definition, station.id);
  const check = checkAccount(accountedCount(report, constituency, feeders));
  return [
    ...check.findings.map(({ code, fields, figures }) => ({
      code,
      fields: [...fields],
      figures: { ...figures },
    })),
    ...overElectors(placed, check.papersCounted, feeders),
    ...rejectedShare(report, check.papersCounted),
    ...missingContestants(placed),
    ...inapplicableGrounds(placed),
  ];
};
