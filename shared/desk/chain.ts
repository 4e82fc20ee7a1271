import { canonicalJson } from '../canonical-json.ts';
import { noticeDrafts } from '../recount/notice-drafts.ts';
import type { ConstituencyResult } from '../recount/results.ts';
import { statementFigures } from './accept-statement.ts';
import type { MissingStep, ProgressRow, ProposalView, ReadyDeclaration } from './desk-views.ts';
import type { KnownDesk } from './known-desk.ts';
import { CONFIRMING, COUNTING, RETURNING } from './roles-of-steps.ts';

const MOST_NAMED = 20;

const named = (rows: readonly ProgressRow[]): readonly string[] =>
  rows.slice(0, MOST_NAMED).map(({ id }) => id);

/** What the constituency waits for as a whole, in the order of the chain [2016 ¶5.79-5.81, ¶5.98-5.100]. */
export const chainOf = (
  { lots, declaration, status, contested }: ConstituencyResult,
  rows: readonly ProgressRow[],
  proposals: readonly ProposalView[],
): readonly MissingStep[] => {
  if (declaration || status === 'terminated') return [];
  // Where nobody contests there is no poll, and no station to wait for [2016 ¶2.22].
  const waiting = contested ? rows.filter(({ missing }) => missing.length > 0) : [];
  const stations = waiting.filter(({ kind }) => kind !== 'central_counting');
  const central = waiting.filter(({ kind }) => kind === 'central_counting');
  const proposed = proposals.some(({ state, act }) => state === 'open' && act.type === 'declaration');
  return [
    ...(stations.length > 0 ? [{ step: 'stations', by: COUNTING, stations: named(stations) } as const] : []),
    ...(central.length > 0 ? [{ step: 'misplaced', by: RETURNING, stations: named(central) } as const] : []),
    ...(lots.needed ? [{ step: 'lots', by: RETURNING } as const] : []),
    ...(proposed ? [] : [{ step: 'declaration', by: RETURNING } as const]),
    { step: 'second_person', by: CONFIRMING },
  ];
};

/** After the declaration the sums of questionable papers and accounts are published, and anew where a correction moved them [F-4]. */
const statementSteps = ({ known, records, constituency, counted }: KnownDesk): readonly MissingStep[] => {
  const { declaration, contested, statement, stationsReported } = counted.result;
  if (!declaration || declaration.outcome === 'terminated' || !contested || stationsReported === 0) return [];
  if (statement) {
    const { questionable, accounts } = statement;
    const now = statementFigures(known, records, constituency);
    if (canonicalJson({ questionable, accounts }) === canonicalJson(now)) return [];
  }
  return [{ step: 'statement', by: RETURNING }];
};

/** Notices that acts ask for wait as drafts until their officer has posted them. */
const noticeSteps = ({ fold, constituency }: KnownDesk): readonly MissingStep[] => {
  const drafts = noticeDrafts(fold).filter(({ notice }) => notice.constituency === constituency);
  if (drafts.length === 0) return [];
  const names = new Map(drafts.map(({ notice: { type }, name }) => [type, { type, name }]));
  const by = RETURNING.filter((role) => drafts.some(({ roles }) => roles.includes(role)));
  const others = [...new Set(drafts.flatMap(({ roles }) => roles))].filter((role) => !by.includes(role));
  return [{ step: 'notices', by: [...by, ...others], notices: [...names.values()] }];
};

/** What is left to do beside the count itself, and hinders no declaration. */
export const besidesOf = (desk: KnownDesk): readonly MissingStep[] => [
  ...statementSteps(desk),
  ...noticeSteps(desk),
];

const DECLARABLE: ReadonlySet<ConstituencyResult['status']> = new Set(['all', 'uncontested', 'failed']);

/** The declaration that the count gives now; null while something is missing. */
export const readyOf = (result: ConstituencyResult, waits: boolean): ReadyDeclaration | null => {
  if (waits || result.declaration || !DECLARABLE.has(result.status)) return null;
  const elected = result.seatOrder.flatMap(({ candidate }) => (candidate === null ? [] : [candidate]));
  return { outcome: elected.length === 0 ? 'failed' : 'elected', elected, unfilled: result.unfilled };
};
