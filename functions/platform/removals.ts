import { describePlatformProblem } from '#shared/advertisements/problem-words.ts';
import { Removal } from '#shared/advertisements/removal.ts';
import { hongKongDayOf } from '#shared/calendar/hong-kong-time.ts';
import { parseBody } from '../acts/take-act.ts';
import { type ActPorts, type ActRequest, actRoute } from '../http/act-route.ts';
import { refusal } from '../http/problem.ts';
import type { Reply } from '../http/reply.ts';
import type { ActHandler } from '../http/route.ts';
import { acceptFiling, replyTo } from './accept-filing.ts';
import { afterKnown, type KnownAccount, type OpenAccount, openAccountReader } from './known-account.ts';
import type { WakingPorts } from './platform-ports.ts';
import { type Kept, ofType, readRecord, storedRecord } from './platform-records.ts';

/** Removals that one officer has asked for and no second one agreed to, the oldest first. */
export const proposalsIn = ({ records, register }: KnownAccount): readonly Kept<'proposal'>[] =>
  ofType(records, 'proposal')
    .filter(({ removal }) => register.advertisements.get(removal.of)?.removal === null)
    .toSorted((a, b) => Date.parse(a.acceptedAt) - Date.parse(b.acceptedAt));

/** The proposal as it stands: this officer's, or that of a colleague who was first with just the same. */
const propose = async (
  { records }: ActPorts,
  known: OpenAccount,
  removal: Removal,
  { actor, now }: ActRequest,
): Promise<{ readonly isNew: boolean; readonly first: Kept<'proposal'>; readonly sha256: string }> => {
  const { role, subject } = actor;
  const record = { type: 'proposal', removal, role, acceptedAt: afterKnown(known, now) } as const;
  const stored = storedRecord(known, record, subject);
  const written = await records.accept(stored);
  const standing = written.kind === 'accepted' ? stored : written.act;
  return {
    isNew: written.kind === 'accepted',
    first: readRecord(standing) as Kept<'proposal'>,
    sha256: stored.sha256,
  };
};

/** The second officer agrees: from here on it is removed. */
const agree = async (
  ports: WakingPorts,
  known: OpenAccount,
  removal: Removal,
  { first, request }: { readonly first: Kept<'proposal'>; readonly request: ActRequest },
): Promise<Reply> => {
  const { actor, now } = request;
  const before = known.register.advertisements.get(removal.of)?.removal;
  const removedOn = before?.removedOn ?? hongKongDayOf(now);
  const filing = { kind: 'removal', account: known.account, ...removal, removedOn } as const;
  const how = { role: first.role, confirmedBy: actor.role, by: actor.subject, now };
  const accepted = await acceptFiling(ports, known, filing, how);
  ports.tend(known);
  return replyTo(accepted, { state: 'removed' });
};

/**
 * Two officers remove an advertisement from public view: the first proposes, the second sends the same and thereby agrees. The files go,
 * their hashes and the rest of the particulars stay, with date and reason [2016 App.5 ¶14, D-4].
 */
export const removeAdvertisement = (ports: WakingPorts): ActHandler => {
  const read = openAccountReader(ports);
  return actRoute(
    { name: 'remove-advertisement', describe: describePlatformProblem },
    ports,
    async (request) => {
      const known = await read(request);
      const removal = parseBody(Removal, request.body);
      const advertisement = known.register.advertisements.get(removal.of);
      if (!advertisement) throw refusal('advertisement-unknown', '$.of', removal.of);
      const { isNew, first, sha256 } = await propose(ports, known, removal, request);
      if (first.by !== request.actor.subject) return agree(ports, known, removal, { first, request });
      const state = advertisement.removal ? 'removed' : 'waits-for-second';
      const outcome = isNew ? 'accepted' : 'replayed';
      return { status: isNew ? 201 : 200, body: { outcome, state, sha256, acceptedAt: first.acceptedAt } };
    },
  );
};
