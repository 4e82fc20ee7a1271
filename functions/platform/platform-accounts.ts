import type { FilingOf } from '#shared/advertisements/filing.ts';
import { acceptPlatformAccount, PlatformAccount } from '#shared/advertisements/platform-account.ts';
import { calendarOf, weatherIn } from '#shared/advertisements/platform-calendar.ts';
import { describePlatformProblem } from '#shared/advertisements/problem-words.ts';
import { type Waiting, waitingIn } from '#shared/advertisements/waiting.ts';
import { deadlineOf } from '#shared/calendar/deadlines.ts';
import { hongKongDayOf, isInTime } from '#shared/calendar/hong-kong-time.ts';
import type { ElectionDefinition } from '#shared/election/definition.ts';
import { shownValue } from '#shared/election/input-problem.ts';
import { definitionReader } from '../acts/stored-acts.ts';
import { parseBody } from '../acts/take-act.ts';
import { type ActPorts, type ActRequest, actRoute } from '../http/act-route.ts';
import { Refusal, refusal } from '../http/problem.ts';
import type { ActHandler } from '../http/route.ts';
import type { Records } from '../ports.ts';
import { acceptFiling } from './accept-filing.ts';
import { type KnownAccount, knownAccount, platformDaysOf } from './known-account.ts';
import { type AccountPlace, accountsOf, ofType, registerAccount, storedRecord } from './platform-records.ts';
import { proposalsIn } from './removals.ts';
import { openOnes } from './upload-keys.ts';

/** What the public may know of an account: no address and no number of anybody. */
const publicFacts = ({
  id,
  revision,
  constituency,
  name,
  contestant,
}: PlatformAccount): FilingOf<'account'> => ({
  kind: 'account',
  account: id,
  revision,
  constituency,
  name,
  ...(contestant === undefined ? {} : { contestant }),
});

/** Decides on a revision that is new; one that stands already is a replay or a conflict, whatever would be decided of it today. */
const assertAcceptable = (
  definition: ElectionDefinition,
  { standing }: KnownAccount,
  account: PlatformAccount,
  now: string,
): void => {
  if (account.revision <= (standing?.revision ?? 0)) return;
  const problems = acceptPlatformAccount(definition, standing, account, hongKongDayOf(now));
  if (problems.length > 0) throw new Refusal(problems);
};

const writeRevision = async (
  records: Records,
  of: AccountPlace,
  account: PlatformAccount,
  { actor, now }: Pick<ActRequest, 'actor' | 'now'>,
): Promise<{ readonly outcome: 'accepted' | 'replayed'; readonly sha256: string }> => {
  // Known to whoever tends the accounts before it is there: the other way round, a crash would leave one that nobody tends.
  await registerAccount(records, of, now);
  const stored = storedRecord(of, { type: 'account', account, acceptedAt: now }, actor.subject);
  const written = await records.accept(stored);
  if (written.kind !== 'conflict') return { outcome: written.kind, sha256: stored.sha256 };
  const { key, sha256, acceptedAt } = written.act;
  throw refusal('conflict', '$', key, { accepted: sha256, sent: stored.sha256, acceptedAt });
};

/** Opens the account of a candidate or list, or revises it, such as with the list's number once it is nominated [2016 App.5 ¶3-4]. */
export const putPlatformAccount = (ports: ActPorts): ActHandler => {
  const { records } = ports;
  const definitionOf = definitionReader(records);
  return actRoute(
    { name: 'put-platform-account', describe: describePlatformProblem },
    ports,
    async (request) => {
      const { election, actor, now, parameters } = request;
      const definition = await definitionOf(election, ports.clock.now());
      if (!definition) throw refusal('election-unknown', '$', election);
      const account = parseBody(PlatformAccount, request.body);
      const expected = String(shownValue(parameters['platform'] ?? ''));
      if (account.id !== expected) throw refusal('account-id-differs', '$.id', account.id, { expected });
      const of = { election, account: account.id };
      const known = await knownAccount(records, of);
      assertAcceptable(definition, known, account, now);
      const { outcome, sha256 } = await writeRevision(records, of, account, request);
      const how = { role: actor.role, by: actor.subject, now };
      const { acceptance } = await acceptFiling(ports, known, publicFacts(account), how);
      const { id, revision } = account;
      return {
        status: outcome === 'accepted' ? 201 : 200,
        body: { outcome, account: id, revision, sha256, acceptedAt: acceptance.acceptedAt },
      };
    },
  );
};

/** When an account was to be open: three working days after its application [2016 App.5 ¶4]. */
const openedBy = ({ standing, records, days }: KnownAccount) => {
  const openedAt = ofType(records, 'account')[0]?.acceptedAt ?? null;
  if (!standing) return null;
  const { due, skipped, holidaysKnown } = deadlineOf(
    'platform_account',
    standing.appliedOn,
    calendarOf(days),
  );
  return {
    due,
    skipped,
    holidaysKnown,
    openedAt,
    inTime: openedAt === null ? null : isInTime(openedAt, due),
  };
};

/** What waits in an account, for officers. */
const waitsIn = (definition: ElectionDefinition, known: KnownAccount): readonly Waiting[] =>
  waitingIn({
    definition,
    register: known.register,
    calendar: calendarOf(known.days),
    announced: openOnes(known).map(({ submission }) => submission),
    toRemove: proposalsIn(known).map(({ removal }) => removal.of),
  });

/** Every account of an election, with when each was due and what waits in it. */
export const listPlatformAccounts = (ports: ActPorts): ActHandler => {
  const { records } = ports;
  const definitionOf = definitionReader(records);
  return actRoute(
    { name: 'list-platform-accounts', describe: describePlatformProblem },
    ports,
    async ({ election }) => {
      const definition = await definitionOf(election, ports.clock.now());
      if (!definition) throw refusal('election-unknown', '$', election);
      const ids = await accountsOf(records, election);
      const days = platformDaysOf(records, election);
      const known = await Promise.all(
        ids.map((account) => knownAccount(records, { election, account }, days)),
      );
      const accounts = known.flatMap((one) =>
        one.standing
          ? [
              {
                ...one.standing,
                opened: openedBy(one),
                submissions: one.register.submissions.size,
                waiting: waitsIn(definition, one),
              },
            ]
          : [],
      );
      return { status: 200, body: { accounts, weather: weatherIn(await days) } };
    },
  );
};
