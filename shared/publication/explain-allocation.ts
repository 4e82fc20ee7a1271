import type { ConstituencyResult, ElectionHead, SeatFilled } from '../recount/results.ts';

/** One step of the way from votes to names, as data, with the paragraph it follows. */
export type AllocationStep =
  | {
      readonly step: 'add-up';
      readonly rule: string;
      readonly reports: number;
      readonly expected: number;
      readonly valid: number;
    }
  | {
      readonly step: 'quota';
      readonly rule: string;
      readonly valid: number;
      readonly seats: number;
      readonly exact: string | null;
      readonly used: string | null;
      readonly fraction: 'disregard' | 'keep' | null;
      readonly overflow: boolean;
      /** Seats under the other rule for the fraction, where they differ. */
      readonly otherRuleSeats: Readonly<Record<string, number>> | null;
    }
  | {
      readonly step: 'by-quota';
      readonly rule: string;
      readonly contestants: readonly {
        readonly contestant: string;
        readonly votes: number;
        readonly quotaSeats: number;
        readonly remainder: string | null;
      }[];
      readonly seatsLeft: number;
    }
  | {
      readonly step: 'by-remainder' | 'by-votes' | 'by-threshold';
      readonly rule: string;
      readonly seats: readonly SeatFilled[];
      readonly lastSeat: ConstituencyResult['lastSeat'];
    }
  | { readonly step: 'rounds'; readonly rule: string; readonly rounds: ConstituencyResult['rounds'] }
  | { readonly step: 'lots'; readonly rule: string; readonly lots: ConstituencyResult['lots'] }
  | {
      readonly step: 'names';
      readonly rule: string;
      readonly elected: readonly { readonly contestant: string; readonly candidates: readonly string[] }[];
      readonly unfilled: number;
    };

const addUp = (result: ConstituencyResult): AllocationStep => ({
  step: 'add-up',
  rule: '2016 ¶5.79, ¶5.98',
  reports: result.stationsReported,
  expected: result.stationsExpected,
  valid: result.valid,
});

const lots = (result: ConstituencyResult): readonly AllocationStep[] =>
  result.lots.among.length > 0 ? [{ step: 'lots', rule: '2016 ¶2.25-2.26, ¶3.36', lots: result.lots }] : [];

const names = (result: ConstituencyResult): AllocationStep => ({
  step: 'names',
  rule: '2016 ¶2.24, ¶2.30',
  elected: result.contestants
    .filter(({ elected }) => elected.length > 0)
    .map(({ id, elected }) => ({ contestant: id, candidates: elected })),
  unfilled: result.unfilled,
});

const by = (result: ConstituencyResult, how: readonly SeatFilled['by'][]): readonly SeatFilled[] =>
  result.seatOrder.filter((seat) => how.includes(seat.by));

const listSteps = (result: ConstituencyResult): readonly AllocationStep[] => {
  const quotaSeats = by(result, ['quota']).length;
  return [
    {
      step: 'quota',
      rule: '2016 ¶2.24; reading A-1',
      valid: result.valid,
      seats: result.seats,
      exact: result.quotaExact,
      used: result.quota,
      fraction: result.quotaRule,
      overflow: result.flags.includes('QUOTA_OVERFLOW'),
      otherRuleSeats: result.otherRuleSeats,
    },
    {
      step: 'by-quota',
      rule: '2016 ¶2.24',
      contestants: result.contestants.map(({ id, votes, quotaSeats: seats, remainder }) => ({
        contestant: id,
        votes,
        quotaSeats: seats,
        remainder,
      })),
      seatsLeft: result.seats - quotaSeats,
    },
    {
      step: 'by-remainder',
      rule: '2016 ¶2.24; reading A-2',
      seats: by(result, ['remainder']),
      lastSeat: result.lastSeat,
    },
  ];
};

const systemSteps = (result: ConstituencyResult): readonly AllocationStep[] => {
  switch (result.system) {
    case 'list_pr':
      return listSteps(result);
    case 'preferential':
      return [{ step: 'rounds', rule: '2016 ¶3.34, App.3', rounds: result.rounds }];
    case 'first_past_the_post':
      return [
        { step: 'by-votes', rule: '2016 ¶3.35', seats: by(result, ['votes']), lastSeat: result.lastSeat },
      ];
    case 'net_support':
      return [{ step: 'by-votes', rule: 'PopVote', seats: by(result, ['net_support']), lastSeat: null }];
    case 'nomination':
      return [{ step: 'by-threshold', rule: 'PopVote', seats: by(result, ['threshold']), lastSeat: null }];
  }
};

/** `allocation.json`: how each constituency's seats came about, step by step, as data. */
export const explainAllocation = (head: ElectionHead, constituencies: readonly ConstituencyResult[]) => ({
  election: head.election,
  test: head.test,
  constituencies: constituencies.map((result) => ({
    id: result.id,
    system: result.system,
    seats: result.seats,
    status: result.status,
    flags: result.flags,
    steps: result.contested
      ? [addUp(result), ...systemSteps(result), ...lots(result), names(result)]
      : [names(result)],
  })),
});
