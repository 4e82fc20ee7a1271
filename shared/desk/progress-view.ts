import { countingStations } from '../election/definition.ts';
import { contentHash } from '../hash.ts';
import { constituencyOf } from '../recount/tally.ts';
import { must } from '../result.ts';
import { proposalsOf } from './accept-proposal.ts';
import { besidesOf, chainOf, readyOf } from './chain.ts';
import type { ProgressView, ProposalView } from './desk-views.ts';
import { isPollClosed, publicFigures, tellableResult } from './figures.ts';
import { sheetHead } from './form-sheet.ts';
import type { KnownDesk } from './known-desk.ts';
import { deskActs } from './officers-acts.ts';
import { rowOf, worksOf } from './progress.ts';

/** A station that has said nothing for so long is phoned. */
export const SILENT_AFTER_MINUTES = 45;
/** A screen shows what happened within five seconds: it asks every two. */
export const POLL_AFTER_MS = 2000;

const proposalView = (
  { proposal, seconding, state }: ReturnType<typeof proposalsOf>[number],
  by: string,
): ProposalView => ({
  number: proposal.body.number,
  act: proposal.body.act,
  sha256: contentHash(proposal.body.act),
  proposedAt: proposal.acceptedAt,
  proposedBy: proposal.role,
  own: proposal.by === by,
  state,
  decidedAt: seconding?.acceptedAt ?? null,
  reason: seconding?.body.reason ?? null,
});

/** A constituency on one screen, as of now, for the officer who asks. */
export const progressView = (
  desk: KnownDesk,
  { by, now }: { readonly by: string; readonly now: string },
): ProgressView => {
  const { known, records, constituency: id, counted } = desk;
  const { definition } = known;
  const { result } = counted;
  const works = worksOf(desk);
  const rows = countingStations(definition, id).map((station) =>
    rowOf(desk, station, must(works.get(station.id), `${station.id} counts votes`)),
  );
  const proposals = proposalsOf(records).map((proposal) => proposalView(proposal, by));
  const chain = chainOf(result, rows, proposals);
  const closed = isPollClosed(known, now);
  const told = closed ? result : tellableResult(known, id, now);
  const waits = chain.some(({ step }) => step !== 'declaration' && step !== 'second_person');
  return {
    now,
    pollAfterMs: POLL_AFTER_MS,
    pollClosed: closed,
    sheet: sheetHead(definition, must(constituencyOf(definition, id), `${id} is a constituency`)),
    silentAfterMinutes: SILENT_AFTER_MINUTES,
    rows,
    public: publicFigures(told),
    missing: [...chain, ...besidesOf(desk)],
    proposals,
    recounts: result.recounts,
    nextRecount: result.recounts.length + 1,
    misplaced: told.misplaced,
    lots: told.lots,
    lotsEntered: known.acts.filter(({ type }) => type === 'lots').length,
    events: result.events,
    adjournments: result.adjournments,
    relocations: result.relocations,
    declaration: result.declaration,
    ready: readyOf(told, waits),
    contestants: told.contestants,
    rounds: told.rounds,
    seatOrder: told.seatOrder,
    acts: deskActs(known.acts),
    flags: told.flags,
  };
};
