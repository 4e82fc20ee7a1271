import type { ElectionDefinition } from '#shared/election/definition.ts';
import { Notice } from '#shared/election/notice.ts';
import { describeProblem } from '#shared/election/problem-words.ts';
import { contentHash } from '#shared/hash.ts';
import { acceptNotice } from '#shared/recount/accept-notice.ts';
import type { Known } from '#shared/recount/accept-report.ts';
import { actPlace, ELECTION_PARTITION, noticeKeys, REPORT_KEYS } from '#shared/recount/act.ts';
import { type ActPorts, actRoute } from '../http/act-route.ts';
import { refusal } from '../http/problem.ts';
import type { ActHandler } from '../http/route.ts';
import { type Actor, assertScope } from '../http/sign-in.ts';
import type { Records } from '../ports.ts';
import { definitionReader, readableActs } from './stored-acts.ts';
import { parseBody, settleAct, standingOutcome, statusOfOutcome } from './take-act.ts';

/** Officers of the whole election post for any part of it, all others for their own. */
const WHOLE_ELECTION: ReadonlySet<Actor['role']> = new Set(['chief_electoral_officer', 'commission']);

const assertOwn = (actor: Actor, { constituency, station }: Notice): void => {
  if (WHOLE_ELECTION.has(actor.role)) return;
  if (constituency === undefined) {
    const own = [...actor.stations, ...actor.constituencies].join(', ');
    throw refusal('outside-scope', '$.constituency', null, { own });
  }
  assertScope(actor, station === undefined ? { constituency } : { constituency, station });
};

/** What a notice is decided by: those of its own sequence of numbers, and what officers did in its constituency. */
const gatherForNotice = async (
  records: Records,
  definition: ElectionDefinition,
  notice: Notice,
): Promise<Known> => {
  const { constituency } = notice;
  const acts = await Promise.all([
    records.list(definition.id, ELECTION_PARTITION, { prefix: noticeKeys(notice) }),
    constituency === undefined ? [] : records.list(definition.id, constituency, { below: REPORT_KEYS }),
  ]);
  return { election: definition.id, definition, acts: readableActs(acts.flat()) };
};

/** Takes a notice, or a later revision that adds to it [platforms-and-notices.md §2]. */
export const postNotice = (ports: ActPorts): ActHandler => {
  const { records } = ports;
  const definitionOf = definitionReader(records);
  return actRoute(
    { name: 'post-notice', describe: describeProblem },
    ports,
    async ({ election, actor, now, ...request }) => {
      const definition = await definitionOf(election, ports.clock.now());
      if (!definition) throw refusal('election-unknown', '$', election);
      const body = parseBody(Notice, request.body);
      assertOwn(actor, body);
      const { role } = actor;
      const place = { election, ...actPlace({ type: 'notice', election, acceptedAt: now, role, body }) };
      const sha256 = contentHash(body);
      const standing = await standingOutcome(records, place, sha256);
      if (standing) return { status: statusOfOutcome(standing), body: standing };
      const known = await gatherForNotice(records, definition, body);
      const outcome = await settleAct(records, acceptNotice(known, body, { role, now }), {
        place,
        sha256,
        known: known.acts,
        by: actor.subject,
      });
      return { status: statusOfOutcome(outcome), body: outcome };
    },
  );
};
