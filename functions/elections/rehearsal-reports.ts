import { isContested } from '#shared/election/check-definition.ts';
import {
  type Constituency,
  countingStations,
  type ElectionDefinition,
  type Station,
} from '#shared/election/definition.ts';
import type { StationReport } from '#shared/election/report.ts';
import { balancedAccount, rankedPapers, rejectedPapersOf } from './rehearsal-papers.ts';
import { type SeededNumbers, seededNumbers, shareOut } from './seeded-numbers.ts';

/** Support for three of Labour's six is fixed so that two candidates tie for the last seat: papers in a hundred. */
const LABOUR_PERCENT: Readonly<Record<string, number>> = {
  '1': 71,
  '2': 48,
  '3': 20,
  '4': 62,
  '5': 48,
  '6': 9,
};

/** How far special functional constituencies are from a majority in round 1. */
const STRENGTHS: Readonly<Record<string, readonly number[]>> = {
  HYK: [9, 8, 7, 5, 3],
  AF: [10, 9, 6, 5],
  INS: [7, 8, 6, 5, 4, 3],
  TRA: [14, 12, 9],
};

/** Papers that a station's account expected and nobody found; E04 found three too many. */
const MISSING: Readonly<Record<string, number>> = { '03': 2, '06': 1, '10': 5 };
const missingAt = (station: string): number => (station === 'E04' ? -3 : (MISSING[station.slice(1)] ?? 0));

/** Strength of each contestant over the whole constituency, before stations differ. */
const strengthsOf = (constituency: Constituency, numbers: SeededNumbers): readonly number[] =>
  STRENGTHS[constituency.id] ??
  constituency.contestants.map((_, index) => {
    if (constituency.id === 'NTW' && index === 0) return 48;
    return index === 1 ? numbers.between(20, 24) : numbers.between(3, 19);
  });

const votesOf = (constituency: Constituency, shares: readonly number[]): Record<string, number> =>
  Object.fromEntries(constituency.contestants.map(({ id }, index) => [id, shares[index] ?? 0]));

/** Votes of a station, by system; each station leans its own way. */
const votesAt = (
  constituency: Constituency,
  valid: number,
  { strengths, numbers }: { readonly strengths: readonly number[]; readonly numbers: SeededNumbers },
): Pick<StationReport, 'votes' | 'papers' | 'rankings'> => {
  const ids = constituency.contestants.map(({ id }) => id);
  if (constituency.system === 'preferential') {
    const strength = new Map(ids.map((id, index) => [id, strengths[index] ?? 1]));
    return { rankings: rankedPapers(strength, valid, numbers) };
  }
  if (constituency.id === 'LAB') {
    const votes = ids.map((id) => Math.floor((valid * (LABOUR_PERCENT[id] ?? 0)) / 100));
    return { papers: valid, votes: votesOf(constituency, votes) };
  }
  const leaning = strengths.map((strength) => strength * numbers.between(70, 130));
  return { votes: votesOf(constituency, shareOut(valid, leaning)) };
};

const turnout = (electors: number, numbers: SeededNumbers): number =>
  Math.floor((electors * numbers.between(480, 640)) / 1000);

/** Electors whose papers are counted at a station, over chains such as dedicated, sorting, main. */
const feederElectors = (definition: ElectionDefinition, station: string): number =>
  definition.stations
    .filter(({ countedAt }) => countedAt === station)
    .reduce((sum, feeder) => sum + (feeder.electors ?? 0) + feederElectors(definition, feeder.id), 0);

interface Papers {
  /** Of the station's own boxes. */
  readonly own: number;
  /** Brought from the stations it counts for. */
  readonly brought: number;
}

const papersAt = (
  definition: ElectionDefinition,
  constituency: Constituency,
  { station, numbers }: { readonly station: Station; readonly numbers: SeededNumbers },
): Papers => {
  if (station.kind !== 'central_counting') {
    const brought = turnout(feederElectors(definition, station.id), numbers);
    return { own: turnout(station.electors ?? 0, numbers), brought };
  }
  const misplaced = constituency.kind === 'geographical';
  return {
    own: misplaced ? numbers.between(3, 7) : turnout(constituency.electors ?? 0, numbers),
    brought: 0,
  };
};

const reportsOf = (
  definition: ElectionDefinition,
  constituency: Constituency,
  numbers: SeededNumbers,
): readonly StationReport[] => {
  const strengths = strengthsOf(constituency, numbers);
  return countingStations(definition, constituency.id).map((station): StationReport => {
    const papers = papersAt(definition, constituency, { station, numbers });
    const rejected = rejectedPapersOf(constituency, papers.own + papers.brought, numbers);
    const valid = papers.own + papers.brought - rejected.total;
    const isMisplacedLine = station.kind === 'central_counting' && constituency.kind === 'geographical';
    return {
      constituency: constituency.id,
      station: station.id,
      count: 1,
      revision: 1,
      ...votesAt(constituency, valid, { strengths, numbers }),
      invalid: rejected.invalid,
      questionable: rejected.questionable,
      ...(isMisplacedLine ? {} : { account: balancedAccount(papers.own, missingAt(station.id), numbers) }),
    };
  });
};

/** First reports of every contested constituency, from a seed; one stream of numbers for each, so that none shifts another. */
export const rehearsalReports = (definition: ElectionDefinition, seed: number): readonly StationReport[] =>
  definition.constituencies.flatMap((constituency, index) =>
    isContested(constituency)
      ? reportsOf(definition, constituency, seededNumbers(seed + 100 * (index + 1)))
      : [],
  );
