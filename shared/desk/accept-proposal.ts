import { oneProblem, type Problems } from '../election/input-problem.ts';
import { contentHash } from '../hash.ts';
import { acceptDeclaration, acceptEvent, acceptLots } from '../recount/accept-officers-act.ts';
import { acceptReport, type Known } from '../recount/accept-report.ts';
import type { Act } from '../recount/act.ts';
import { ok, type Result, refuse } from '../result.ts';
import type { DeskActing } from './accept-form.ts';
import type { DeskRecordOf, Signed } from './desk-record.ts';
import type { Proposal, ProposedAct, Seconding } from './entry.ts';

/** A proposal with what became of it. */
export interface ProposalState {
  readonly proposal: Signed<DeskRecordOf<'proposal'>>;
  readonly seconding: Signed<DeskRecordOf<'seconding'>> | null;
  /** Seconded, and the act stands; `open` as long as nobody has decided. */
  readonly state: 'open' | 'refused' | 'seconded';
}

/** A constituency's proposals in their order. */
export const proposalsOf = (records: readonly Signed[]): readonly ProposalState[] => {
  const proposals = records.filter((record) => record.type === 'proposal') as readonly Signed<
    DeskRecordOf<'proposal'>
  >[];
  const secondings = records.filter((record) => record.type === 'seconding') as readonly Signed<
    DeskRecordOf<'seconding'>
  >[];
  return [...proposals]
    .sort((a, b) => a.body.number - b.body.number)
    .map((proposal) => {
      const seconding = secondings.find(({ body }) => body.number === proposal.body.number) ?? null;
      return { proposal, seconding, state: seconding?.body.decision ?? 'open' };
    });
};

/** Decides a proposed act as if it were sent now. */
const decide = (
  known: Known,
  act: ProposedAct,
  acting: DeskActing & { readonly salt: string },
): Result<Act, Problems> => {
  switch (act.type) {
    case 'declaration':
      return acceptDeclaration(known, act.body, acting);
    case 'lots':
      return acceptLots(known, act.body, acting);
    case 'event':
      return acceptEvent(known, { candidate: act.candidate, body: act.body }, acting);
    case 'correction':
      return acceptReport(known, act.body, { ...acting, correction: true });
  }
};

const constituencyOfAct = (act: ProposedAct): string => act.body.constituency;

/** Takes a proposal: what would be refused anyway is refused before a second officer is asked. */
export const acceptProposal = (
  { known, records }: { readonly known: Known; readonly records: readonly Signed[] },
  body: Proposal,
  acting: DeskActing,
): Result<DeskRecordOf<'proposal'>, Problems> => {
  const proposals = proposalsOf(records);
  const open = proposals.find(
    ({ state, proposal }) => state === 'open' && proposal.body.act.type === body.act.type,
  );
  const expected = proposals.length + 1;
  const problems = [
    ...(constituencyOfAct(body.act) === body.constituency
      ? []
      : oneProblem('outside-scope', '$.act.body.constituency', constituencyOfAct(body.act), {
          own: body.constituency,
        })),
    ...(open ? oneProblem('proposal-open', '$.number', open.proposal.body.number) : []),
    ...(body.number === expected ? [] : oneProblem('act-number', '$.number', body.number, { expected })),
  ];
  if (problems.length > 0) return refuse(problems);
  const decided = decide(known, body.act, { ...acting, salt: '' });
  if (!decided.ok) return decided;
  const { role, now } = acting;
  return ok({ election: known.election, role, acceptedAt: now, type: 'proposal', body });
};

/** What a seconding brings about: the record of it, and the public act unless it was refused. */
export interface Seconded {
  readonly record: DeskRecordOf<'seconding'>;
  readonly act: Act | null;
}

/** Takes the second officer's word [interface: acts that cannot be undone]. The act is decided anew, on what is known now. */
export const acceptSeconding = (
  { known, records }: { readonly known: Known; readonly records: readonly Signed[] },
  body: Seconding,
  acting: DeskActing & { readonly salt: string },
): Result<Seconded, Problems> => {
  const found = proposalsOf(records).find(({ proposal }) => proposal.body.number === body.number);
  if (!found) return refuse(oneProblem('no-such-proposal', '$.number', body.number));
  const { proposal, state } = found;
  const own = proposal.by === acting.by;
  const problems = [
    ...(state === 'open' ? [] : oneProblem('proposal-decided', '$.number', body.number, { state })),
    ...(contentHash(proposal.body.act) === body.sha256
      ? []
      : oneProblem('seen-differs', '$.sha256', body.sha256)),
    // Who proposed an act may withdraw it, never second it.
    ...(own && body.decision === 'seconded' ? oneProblem('same-person', '$', null) : []),
  ];
  if (problems.length > 0) return refuse(problems);
  const { role, now } = acting;
  const record = { election: known.election, role, acceptedAt: now, type: 'seconding' as const, body };
  if (body.decision === 'refused') return ok({ record, act: null });
  const decided = decide(known, proposal.body.act, { ...acting, role: proposal.role });
  return decided.ok ? ok({ record, act: { ...decided.value, confirmedBy: role } }) : decided;
};
