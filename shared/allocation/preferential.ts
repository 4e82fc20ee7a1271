import {
  decideRound,
  type ElectedBy,
  type PreferentialLots,
  type RoundDecision,
} from './elimination-rule.ts';
import { type Draw, type LotsProblem, resolveLots } from './lots.ts';
import { type Ballot, type PreferencePapers, readPapers, type Transfer } from './preference-papers.ts';
import { figureAt, requireDistinct } from './whole-figures.ts';

export type { Ballot } from './preference-papers.ts';

export interface PreferentialPoll {
  /** In ballot order. */
  readonly candidates: readonly string[];
  /** Valid papers only, as effective preferences; equal papers may come together or one by one. */
  readonly ballots: Iterable<Ballot>;
  readonly draws?: readonly Draw[] | undefined;
}

export interface PreferentialRound {
  readonly round: number;
  /** Who is in the count in this round, in ballot order. */
  readonly continuing: readonly string[];
  readonly votes: Readonly<Record<string, number>>;
  /** Papers still in the count: exhausted ones have left it [2016 App.3 annex ¶2.3]. */
  readonly denominator: number;
  /** Papers each received from those eliminated before this round. */
  readonly transferred: Readonly<Record<string, number>>;
  /** `transfers[eliminated][receiver]`; empty in round 1. */
  readonly transfers: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly exhausted: number;
  readonly exhaustedTotal: number;
  /** Who goes out at the end of this round. */
  readonly eliminated: readonly string[];
  readonly elected: readonly string[];
  readonly by: ElectedBy | null;
}

export interface PreferentialCount {
  readonly valid: number;
  readonly rounds: readonly PreferentialRound[];
  readonly elected: string | null;
  readonly lots: PreferentialLots;
  readonly lotsProblem: LotsProblem | null;
}

interface Table {
  readonly candidates: readonly string[];
  readonly continuing: boolean[];
  readonly votes: number[];
  exhaustedTotal: number;
}

type Standing = Omit<PreferentialRound, 'eliminated' | 'elected' | 'by'>;

const NOTHING_MOVED: Transfer = { moved: new Map(), exhausted: 0 };

const describe = (table: Table, round: number, { moved, exhausted }: Transfer): Standing => {
  const { candidates, votes } = table;
  const still = [...candidates.keys()].filter((index) => table.continuing[index]);
  const byName = (figure: (index: number) => number): Record<string, number> =>
    Object.fromEntries(still.map((index) => [candidates[index], figure(index)]));
  const rows = [...moved].map(([from, row]) => [candidates[from], byName((index) => figureAt(row, index))]);
  return {
    round,
    continuing: candidates.filter((_, index) => table.continuing[index]),
    votes: byName((index) => figureAt(votes, index)),
    denominator: still.reduce((total, index) => total + figureAt(votes, index), 0),
    transferred: byName((index) =>
      [...moved.values()].reduce((total, row) => total + figureAt(row, index), 0),
    ),
    transfers: Object.fromEntries(rows),
    exhausted,
    exhaustedTotal: table.exhaustedTotal,
  };
};

/** Takes the eliminated out and passes their papers on, in one step for all of them. */
const eliminate = (table: Table, papers: PreferencePapers, eliminated: readonly string[]): Transfer => {
  const leaving = eliminated.map((id) => table.candidates.indexOf(id));
  for (const index of leaving) table.continuing[index] = false;
  const transfer = papers.passOn(leaving, table.continuing);
  for (const row of transfer.moved.values()) {
    for (const [index, received] of row.entries())
      table.votes[index] = figureAt(table.votes, index) + received;
  }
  table.exhaustedTotal += transfer.exhausted;
  return transfer;
};

const conclude = (
  decision: Exclude<RoundDecision, { kind: 'eliminate' }>,
  draws: readonly Draw[],
): Pick<PreferentialCount, 'elected' | 'lots' | 'lotsProblem'> & Pick<PreferentialRound, 'by'> => {
  const among = decision.kind === 'lots' ? decision.among : [];
  const { lots, problem } = resolveLots(among, Math.min(among.length, 1), draws);
  const elected = decision.kind === 'elect' ? decision.elected : (lots.winners[0] ?? null);
  const drawn = elected === null ? null : 'lots';
  return {
    elected,
    by: decision.kind === 'elect' ? decision.by : drawn,
    lots: { needed: among.length > 0, ...lots },
    lotsProblem: problem,
  };
};

/** Eliminates until one rule elects, or until all are equal and lots must be drawn [2016 App.3, A-5, A-6]. */
export const countPreferential = ({
  candidates,
  ballots,
  draws = [],
}: PreferentialPoll): PreferentialCount => {
  requireDistinct(candidates);
  const papers = readPapers(candidates, ballots);
  const table: Table = {
    candidates,
    continuing: candidates.map(() => true),
    votes: [...papers.firstPreferences],
    exhaustedTotal: 0,
  };
  const rounds: PreferentialRound[] = [];
  let transfer = NOTHING_MOVED;
  while (true) {
    const standing = describe(table, rounds.length + 1, transfer);
    const firstOnly = standing.round === 1 && papers.firstOnly;
    const decision = decideRound({ ...standing, firstOnly });
    if (decision.kind !== 'eliminate') {
      const { elected, by, lots, lotsProblem } = conclude(decision, draws);
      rounds.push({ ...standing, eliminated: [], elected: elected === null ? [] : [elected], by });
      return { valid: papers.valid, rounds, elected, lots, lotsProblem };
    }
    rounds.push({ ...standing, eliminated: decision.eliminated, elected: [], by: null });
    transfer = eliminate(table, papers, decision.eliminated);
  }
};
