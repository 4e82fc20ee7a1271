import type { AccountEvent, AccountView } from '#shared/desk/account-view.ts';
import { bodyChanges } from '#shared/desk/audit-changes.ts';
import { shownValue } from '#shared/election/input-problem.ts';
import { describeProblem } from '#shared/election/problem-words.ts';
import { type ActPorts, portalRoute } from '../http/act-route.ts';
import { refusal } from '../http/problem.ts';
import type { ActHandler } from '../http/route.ts';
import type { Records } from '../ports.ts';
import { type AccountRecord, readAccount, recordsOfAccount, stateOf } from './account-records.ts';
import { accountOf, maySee, told } from './accounts.ts';

type Names = ReadonlyMap<string, string | null>;

/** The names that these accounts have now. */
const namesOf = async (records: Records, ids: readonly string[]): Promise<Names> =>
  new Map(
    await Promise.all(
      [...new Set(ids)].map(
        async (id) => [id, (await readAccount(records, id))?.account.name ?? null] as const,
      ),
    ),
  );

/** What was done to an account, newest first, each revision against the one before it. */
const historyOf = (all: readonly AccountRecord[], names: Names): readonly AccountEvent[] => {
  const revisions = all.filter((record) => record.type === 'account');
  const by = (id: string) => ({ account: id, name: names.get(id) ?? null });
  const made = revisions.map(
    (record, index): AccountEvent => ({
      kind: 'account',
      revision: record.account.revision,
      at: record.acceptedAt,
      by: by(record.by),
      reason: record.account.reason ?? null,
      changes: bodyChanges(revisions[index - 1]?.account ?? null, record.account),
    }),
  );
  const ended = all
    .filter((record) => record.type === 'sign-out')
    .map(
      (record): AccountEvent => ({
        kind: 'sign-out',
        revision: null,
        at: record.acceptedAt,
        by: by(record.by),
        reason: null,
        changes: [],
      }),
    );
  return [...made.toReversed(), ...ended].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
};

/** One account as it stands, and for who sees every account what became of it. An account that the caller may not see is none. */
export const readAccountRoute = (ports: ActPorts): ActHandler =>
  portalRoute({ name: 'read-account', describe: describeProblem }, ports, async (request) => {
    const { records } = ports;
    const { actor } = request;
    const id = accountOf(request);
    const all = await recordsOfAccount(records, id);
    const state = stateOf(all);
    if (!state || !maySee(actor, state)) throw refusal('account-unknown', '$', shownValue(id));
    const whole = actor.role === 'chief_electoral_officer' || actor.role === 'commission';
    const names = await namesOf(records, whole ? all.map(({ by }) => by) : []);
    return {
      status: 200,
      body: { account: told(state), history: whole ? historyOf(all, names) : null } satisfies AccountView,
    };
  });
