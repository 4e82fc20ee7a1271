import { acceptProposal, acceptSeconding, proposalsOf } from '#shared/desk/accept-proposal.ts';
import { deskPlace, type Signed } from '#shared/desk/desk-record.ts';
import { Proposal, Seconding } from '#shared/desk/entry.ts';
import { describeDeskProblem } from '#shared/desk/problem-words.ts';
import { contentHash } from '#shared/hash.ts';
import { ok } from '#shared/result.ts';
import { definitionReader } from '../acts/stored-acts.ts';
import { parseBody, writeAct } from '../acts/take-act.ts';
import { type ActPorts, type ActRequest, actRoute } from '../http/act-route.ts';
import { Refusal, refusal } from '../http/problem.ts';
import type { Reply } from '../http/reply.ts';
import type { ActHandler } from '../http/route.ts';
import { assertScope } from '../http/sign-in.ts';
import { constituencyDesk } from './desk-facts.ts';
import { leaveRecord, ownReplay } from './desk-records.ts';
import { actingOf } from './form-acts.ts';

const deskOf = async (ports: ActPorts, request: ActRequest, constituency: string) => {
  const definition = await definitionReader(ports.records)(request.election, ports.clock.now());
  if (!definition) throw refusal('election-unknown', '$', request.election);
  return constituencyDesk(ports.records, definition, constituency);
};

const answer = (outcome: { readonly outcome: 'accepted' | 'replayed' }): Reply => ({
  status: outcome.outcome === 'accepted' ? 201 : 200,
  body: outcome,
});

const standingAt = async (ports: ActPorts, election: string, place: { partition: string; key: string }) => {
  const standing = await ports.records.find(election, place.partition, place.key);
  return standing ? [standing] : [];
};

/** Takes the proposal of an act that needs a second officer. */
export const proposeAct = (ports: ActPorts): ActHandler =>
  actRoute({ name: 'propose-act', describe: describeDeskProblem }, ports, async (request): Promise<Reply> => {
    const body = parseBody(Proposal, request.body);
    assertScope(request.actor, body);
    const acting = actingOf(request);
    const place = deskPlace({
      election: request.election,
      acceptedAt: '',
      role: acting.role,
      type: 'proposal',
      body,
    });
    const replayed = ownReplay(
      await standingAt(ports, request.election, place),
      { type: 'proposal', body },
      acting.by,
    );
    if (replayed) return answer(replayed);
    const decided = acceptProposal(await deskOf(ports, request, body.constituency), body, acting);
    if (!decided.ok) throw new Refusal(decided.problem);
    const left = await leaveRecord(ports.records, decided.value, acting.by);
    if (!left) throw refusal('desk-raced', '$.number', body.number);
    return answer(left);
  });

/** What the same officer said of the proposal before, if anything. */
const saidBefore = (records: readonly Signed[], { number }: Seconding, by: string) => {
  const said = proposalsOf(records).find(({ proposal }) => proposal.body.number === number)?.seconding;
  return said?.by === by ? said : null;
};

/** Said and done: the same word again is the same answer. */
const repeats = (said: ReturnType<typeof saidBefore>, body: Seconding): boolean =>
  said !== null && contentHash(said.body) === contentHash(body);

/**
 * Takes the second officer's word, and with it the act. The word is left first: it is the one place where two officers could say
 * different things; a crash before the act is mended by sending the word again.
 */
export const secondAct = (ports: ActPorts): ActHandler => {
  const job = async (request: ActRequest): Promise<Reply> => {
    const body = parseBody(Seconding, request.body);
    assertScope(request.actor, body);
    const acting = { ...actingOf(request), salt: ports.salt() };
    const { known, records } = await deskOf(ports, request, body.constituency);
    const said = saidBefore(records, body, acting.by);
    // Decided as if the word had not been left, so that an act that was lost is written now.
    const decided = acceptSeconding({ known, records: records.filter((one) => one !== said) }, body, acting);
    if (!decided.ok) {
      if (repeats(said, body))
        return { status: 200, body: { outcome: 'replayed', acceptedAt: said?.acceptedAt } };
      throw new Refusal(decided.problem);
    }
    const { record, act } = decided.value;
    const left = await leaveRecord(ports.records, record, acting.by);
    if (!left) throw refusal('proposal-decided', '$.number', body.number);
    if (!act) return answer(left);
    const written = await writeAct(ports.records, ok(act), { known: known.acts, by: acting.by });
    return answer(written);
  };
  return actRoute({ name: 'second-act', describe: describeDeskProblem }, ports, job);
};
