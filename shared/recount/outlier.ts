import type { Warning } from '../election/acts.ts';
import type { Constituency } from '../election/definition.ts';
import type { StationReport } from '../election/report.ts';
import type { Tally } from './tally.ts';

/** A station smaller than this says little; a constituency with fewer reports is no yardstick. */
const MIN_STATION_VOTES = 200;
const MIN_REPORTS = 10;
/** Worth a second look: a share at least three times, and at least 30 hundredths above, that of the constituency. */
const TIMES = 3;
const ABOVE_HUNDREDTHS = 30;

/** An odd share that the station explained, without the figures of others: nothing that a later report moves. */
export const EXPLAINED_OUTLIER: Warning = { code: 'outlier', fields: ['$.votes'], figures: {} };

/** What a constituency's reports add up to so far: what an unusual report is held against. */
export type SoFar = Pick<Tally, 'votes' | 'valid' | 'stationsReported'>;

/**
 * Contestants whose share at a station stands far above their share in the constituency: often votes typed
 * in the wrong row, often only a stronghold. It is pointed at, never judged; whole numbers only.
 */
export const outlierWarnings = (
  report: StationReport,
  constituency: Constituency,
  { votes, valid, stationsReported }: SoFar,
): readonly Warning[] => {
  if (constituency.system !== 'list_pr' && constituency.system !== 'first_past_the_post') return [];
  const here = Object.values(report.votes ?? {}).reduce((total, figure) => total + figure, 0);
  if (here < MIN_STATION_VOTES || stationsReported < MIN_REPORTS || valid === 0) return [];
  return constituency.contestants.flatMap(({ id }) => {
    const given = report.votes?.[id] ?? 0;
    const all = votes.get(id) ?? 0;
    const isFar =
      given * valid >= TIMES * all * here &&
      100 * (given * valid - all * here) >= ABOVE_HUNDREDTHS * here * valid;
    if (!isFar) return [];
    return [
      {
        code: 'outlier',
        fields: [`$.votes[${JSON.stringify(id)}]`],
        figures: {
          contestant: id,
          votes: given,
          valid: here,
          constituencyVotes: all,
          constituencyValid: valid,
        },
      },
    ];
  });
};

/**
 * The same as it is told of a report that stands. What a station said to it stays, also where later reports moved the
 * constituency's shares: then without figures.
 */
export const toldOutliers = (
  report: StationReport,
  constituency: Constituency,
  soFar: SoFar,
): readonly Warning[] => {
  const odd = outlierWarnings(report, constituency, soFar);
  const explained = report.explanations?.['outlier'] !== undefined;
  return odd.length === 0 && explained ? [EXPLAINED_OUTLIER] : odd;
};
