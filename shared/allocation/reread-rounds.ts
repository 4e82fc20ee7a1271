import { ok, type Result, refuse } from '../result.ts';
import { decideRound } from './elimination-rule.ts';
import type { PreferentialRound } from './preferential.ts';

/** A published figure that does not follow from the rounds before it, with what does. */
export interface RereadProblem {
  readonly kind:
    | 'no-rounds'
    | 'round-number'
    | 'continuing'
    | 'votes'
    | 'denominator'
    | 'transfers'
    | 'transferred'
    | 'exhausted'
    | 'exhausted-total'
    | 'eliminated'
    | 'elected'
    | 'by'
    | 'round-after-the-end'
    | 'ends-too-early';
  readonly round: number;
  readonly contestant: string | null;
  readonly published: string | number | null;
  readonly recomputed: string | number | null;
}

export interface RereadCount {
  /** All first preferences: the valid papers. */
  readonly valid: number;
  readonly elected: string | null;
  readonly lotsAmong: readonly string[];
}

type Check = (round: PreferentialRound, before: PreferentialRound | undefined) => readonly RereadProblem[];

const names = (ids: readonly string[]): string => ids.join(', ');

const total = (figures: Readonly<Record<string, number>>): number =>
  Object.values(figures).reduce((sum, figure) => sum + figure, 0);

const differs = (
  kind: RereadProblem['kind'],
  round: PreferentialRound,
  [published, recomputed, contestant]: readonly [
    string | number | null | undefined,
    string | number | null,
    string?,
  ],
): readonly RereadProblem[] =>
  published === recomputed
    ? []
    : [
        {
          kind,
          round: round.round,
          contestant: contestant ?? null,
          published: published ?? null,
          recomputed,
        },
      ];

const isCount = (figure: number | undefined): boolean => Number.isSafeInteger(figure) && Number(figure) >= 0;

const checkContinuing: Check = (round, before) => {
  const expected = before
    ? before.continuing.filter((id) => !before.eliminated.includes(id))
    : [...new Set(round.continuing)];
  return differs('continuing', round, [names(round.continuing), names(expected)]);
};

const receivedBy = (round: PreferentialRound, id: string): number =>
  Object.values(round.transfers).reduce((sum, row) => sum + (row[id] ?? 0), 0);

const checkVotes: Check = (round, before) => [
  ...differs('votes', round, [names(Object.keys(round.votes).sort()), names([...round.continuing].sort())]),
  ...round.continuing.flatMap((id) => {
    const votes = round.votes[id];
    const received = receivedBy(round, id);
    const expected = before ? (before.votes[id] ?? 0) + received : isCount(votes) ? Number(votes) : 0;
    return [
      ...differs('votes', round, [votes, expected, id]),
      ...differs('transferred', round, [round.transferred[id] ?? 0, received, id]),
    ];
  }),
  ...differs('denominator', round, [round.denominator, total(round.votes)]),
];

const checkTransfers: Check = (round, before) => {
  const from = Object.keys(round.transfers).sort();
  const leaving = [...(before?.eliminated ?? [])].sort();
  const rows = Object.entries(round.transfers).flatMap(([eliminated, row]) => {
    const strangers = Object.keys(row).filter((id) => !round.continuing.includes(id));
    const held = before?.votes[eliminated] ?? 0;
    const passed = total(row);
    const sound = strangers.length === 0 && Object.values(row).every(isCount) && passed <= held;
    return sound ? [] : differs('transfers', round, [`${passed}`, held, eliminated]);
  });
  return [...differs('transfers', round, [names(from), names(leaving)]), ...rows];
};

const checkExhausted: Check = (round, before) => {
  const held = (before?.eliminated ?? []).reduce((sum, id) => sum + (before?.votes[id] ?? 0), 0);
  const passed = Object.values(round.transfers).reduce((sum, row) => sum + total(row), 0);
  const exhausted = held - passed;
  return [
    ...differs('exhausted', round, [round.exhausted, exhausted]),
    ...differs('exhausted-total', round, [round.exhaustedTotal, (before?.exhaustedTotal ?? 0) + exhausted]),
  ];
};

const decisionOf = (round: PreferentialRound) =>
  decideRound({ ...round, firstOnly: round.round === 1 && round.by === 'plurality_first_only' });

/** Whether all papers bear one preference only cannot be seen from rounds; that claim is taken as published. */
const checkDecision: Check = (round) => {
  const decision = decisionOf(round);
  const eliminated = decision.kind === 'eliminate' ? decision.eliminated : [];
  const [elected = null] = round.elected;
  const drawn = decision.kind === 'lots' && elected !== null && decision.among.includes(elected);
  const winner = decision.kind === 'elect' ? decision.elected : drawn ? elected : null;
  const by = decision.kind === 'elect' ? decision.by : drawn ? 'lots' : null;
  return [
    ...differs('eliminated', round, [names(round.eliminated), names(eliminated)]),
    ...differs('elected', round, [names(round.elected), winner ?? '']),
    ...differs('by', round, [round.by, by]),
  ];
};

const CHECKS: readonly Check[] = [checkContinuing, checkVotes, checkTransfers, checkExhausted, checkDecision];

const checkRound = (rounds: readonly PreferentialRound[], index: number): readonly RereadProblem[] => {
  const round = rounds[index] as PreferentialRound;
  const isLast = index === rounds.length - 1;
  const ends = decisionOf(round).kind !== 'eliminate';
  return [
    ...differs('round-number', round, [round.round, index + 1]),
    ...CHECKS.flatMap((check) => check(round, rounds[index - 1])),
    ...(ends && !isLast ? differs('round-after-the-end', round, [rounds.length, index + 1]) : []),
    ...(!ends && isLast ? differs('ends-too-early', round, [rounds.length, rounds.length + 1]) : []),
  ];
};

/**
 * Re-adds published rounds for elections whose rankings stay private: every round must be the one before
 * plus its transfers, and every decision must follow from its own figures [2016 App.3, A-5, A-6].
 */
export const rereadRounds = (
  rounds: readonly PreferentialRound[],
): Result<RereadCount, readonly RereadProblem[]> => {
  const [first] = rounds;
  const last = rounds.at(-1);
  if (first === undefined || last === undefined) {
    return refuse([{ kind: 'no-rounds', round: 0, contestant: null, published: 0, recomputed: 1 }]);
  }
  const problems = rounds.flatMap((_, index) => checkRound(rounds, index));
  if (problems.length > 0) return refuse(problems);
  const decision = decisionOf(last);
  const lotsAmong = decision.kind === 'lots' ? decision.among : [];
  return ok({ valid: first.denominator, elected: last.elected[0] ?? null, lotsAmong });
};
