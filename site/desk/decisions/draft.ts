import type { Decision } from '#shared/desk/decision.ts';
import type { DecisionsView, DecisionView, PlaceDecisions } from '#shared/desk/decisions-view.ts';
import type { Contestant } from '#shared/election/definition.ts';
import type { DeskWords } from '../words/load.ts';

type Verdict = Decision['final'];

/** One row as somebody types it. */
export interface DecisionDraft {
  readonly ground: Decision['ground'] | null;
  readonly preliminary: Verdict | null;
  readonly final: Verdict | null;
  /** Numbers on the ballot paper, as typed. */
  readonly countedFor: string;
  readonly representations: string;
  readonly objected: boolean;
  readonly decidedBy: Decision['decidedBy'] | null;
  /** The row that is mended. */
  readonly supersedes: number | null;
  readonly reason: string;
}

export const emptyDraft = (decidedBy: Decision['decidedBy'] | null): DecisionDraft => ({
  ground: null,
  preliminary: null,
  final: null,
  countedFor: '',
  representations: '',
  objected: false,
  decidedBy,
  supersedes: null,
  reason: '',
});

/** A row to be mended begins as it stands. */
export const draftOfRow = (row: DecisionView, contestants: readonly Contestant[]): DecisionDraft => ({
  ground: row.ground,
  preliminary: row.preliminary ?? null,
  final: row.final,
  countedFor: (row.countedFor ?? [])
    .map((id) => contestants.find((one) => one.id === id)?.number ?? id)
    .join(' '),
  representations: (row.representations ?? []).join('\n'),
  objected: row.objection !== 'none',
  decidedBy: row.decidedBy,
  supersedes: row.seq,
  reason: '',
});

/** Full-width digits, and any mark between two numbers. */
export const numbersIn = (typed: string): readonly string[] =>
  typed
    .normalize('NFKC')
    .split(/[\s,;、，；]+/)
    .filter((number) => number !== '');

export const contestantOf = (number: string, contestants: readonly Contestant[]): Contestant | undefined =>
  contestants.find((one) => one.number.normalize('NFKC').toLowerCase() === number.toLowerCase());

export interface DraftProblem {
  readonly path: string;
  readonly sentence: string;
}

const linesIn = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What a draft still lacks, in the order of the form. */
export const draftProblems = (
  draft: DecisionDraft,
  { announced, sheet }: DecisionsView,
  { decisions }: DeskWords,
): readonly DraftProblem[] => {
  const { missing } = decisions;
  const numbers = numbersIn(draft.countedFor);
  const stranger = numbers.find((number) => !contestantOf(number, sheet.constituency.contestants));
  const accepted = draft.final === 'accept';
  const checks: readonly (readonly [boolean, string, string])[] = [
    [draft.ground === null, '$.ground', missing.ground],
    [announced === true && draft.preliminary === null, '$.preliminary', missing.preliminary],
    [draft.final === null, '$.final', missing.final],
    [accepted && numbers.length === 0, '$.countedFor', missing.countedFor],
    [accepted && stranger !== undefined, '$.countedFor', missing.unknown(stranger ?? '')],
    [draft.decidedBy === null, '$.decidedBy', missing.decidedBy],
    [draft.supersedes !== null && draft.reason.trim() === '', '$.reason', missing.reason],
  ];
  return checks.filter(([is]) => is).map(([, path, sentence]) => ({ path, sentence }));
};

/** The row to send, from a draft without problems; null where something is missing. */
export const decisionOf = (
  draft: DecisionDraft,
  { sheet, announced }: DecisionsView,
  { station, next }: PlaceDecisions,
): Decision | null => {
  const { ground, final, decidedBy, preliminary, supersedes } = draft;
  if (ground === null || final === null || decidedBy === null) return null;
  const { id: constituency, contestants } = sheet.constituency;
  const representations = linesIn(draft.representations);
  const counted = numbersIn(draft.countedFor).map(
    (number) => contestantOf(number, contestants)?.id ?? number,
  );
  const objection = final === 'accept' ? 'acceptance_objected' : 'rejection_objected';
  return {
    constituency,
    station: station.id,
    seq: next,
    ground,
    ...(announced === false || preliminary === null ? {} : { preliminary }),
    ...(representations.length > 0 ? { representations: [...representations] } : {}),
    final,
    ...(final === 'accept' ? { countedFor: counted } : {}),
    objection: draft.objected ? objection : 'none',
    decidedBy,
    ...(supersedes === null ? {} : { supersedes, reason: draft.reason.trim() }),
  };
};
