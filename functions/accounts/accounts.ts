import { Account, acceptAccount, SignOut } from '#shared/desk/account.ts';
import type { ToldAccount } from '#shared/desk/account-view.ts';
import { type InputProblem, shownValue } from '#shared/election/input-problem.ts';
import { describeProblem } from '#shared/election/problem-words.ts';
import { parseBody } from '../acts/take-act.ts';
import { type ActPorts, type PortalRequest, portalRoute } from '../http/act-route.ts';
import { Refusal, refusal } from '../http/problem.ts';
import type { Reply } from '../http/reply.ts';
import type { ActHandler } from '../http/route.ts';
import type { Actor } from '../http/sign-in.ts';
import type { Records, SignInDirectory, StoredAct } from '../ports.ts';
import {
  type AccountState,
  accountRevision,
  readAccount,
  recordsOfAccount,
  signOutRecord,
} from './account-records.ts';

/** What a job that manages accounts needs besides. */
export interface AccountPorts extends ActPorts {
  readonly directory: SignInDirectory;
}

const meet = (a: readonly string[], b: readonly string[]): boolean => a.some((id) => b.includes(id));
/** The Chief Electoral Officer and the Commission see every account; others those of their own constituencies. */
export const maySee = (actor: Actor, { account }: AccountState): boolean => {
  if (actor.role === 'chief_electoral_officer' || actor.role === 'commission') return true;
  const elections = account.elections ?? [];
  const sameElection =
    elections.length === 0 || actor.elections.length === 0 || meet(elections, actor.elections);
  return account.id === actor.subject || (sameElection && meet(account.constituencies, actor.constituencies));
};

/** An account as a screen is told of it. */
export const told = ({ account, changedAt, signedOutAt }: AccountState): ToldAccount => ({
  ...account,
  changedAt,
  ...(signedOutAt === 0 ? {} : { signedOutAt: new Date(signedOutAt).toISOString() }),
});

export const accountOf = ({ parameters }: PortalRequest): string => {
  const { account = '' } = parameters as { readonly account?: string };
  return account;
};

/** Writes a record of an account once; what stands there already is told apart by its content. */
const keep = async (
  records: Records,
  record: StoredAct,
): Promise<{ readonly outcome: 'accepted' | 'replayed'; readonly standing: StoredAct }> => {
  const written = await records.accept(record);
  if (written.kind === 'conflict') {
    const { key, sha256, acceptedAt } = written.act;
    throw refusal('conflict', '$', key, { accepted: sha256, sent: record.sha256, acceptedAt });
  }
  return {
    outcome: written.kind,
    standing: written.kind === 'replayed' ? written.act : record,
  };
};

const reply = ({ outcome, standing }: Awaited<ReturnType<typeof keep>>, more: object): Reply => ({
  status: outcome === 'accepted' ? 201 : 200,
  body: { outcome, ...more, sha256: standing.sha256, acceptedAt: standing.acceptedAt },
});

const assertDecided = (decided: ReturnType<typeof acceptAccount>): void => {
  if (!decided.ok) throw new Refusal(decided.problem as readonly InputProblem[]);
};

/** Makes an account, or its next revision. */
export const putAccount = (ports: AccountPorts): ActHandler =>
  portalRoute({ name: 'put-account', describe: describeProblem }, ports, async (request) => {
    const { records, directory } = ports;
    const account = parseBody(Account, request.body);
    const expected = accountOf(request);
    if (account.id !== expected) {
      throw refusal('account-id-differs', '$.id', account.id, { expected: String(shownValue(expected)) });
    }
    const before = await recordsOfAccount(records, account.id);
    const last = before.filter(({ type }) => type === 'account').length;
    // A revision that stands already is a replay or a conflict, whatever would be decided of it today.
    if (account.revision > last) assertDecided(acceptAccount(last, account, request.actor.subject));
    const kept = await keep(records, accountRevision(account, request.actor.subject, request.now));
    // The record first: it alone decides. A crash here leaves a directory that is behind; sending the same again brings it up to date.
    const now = await readAccount(records, account.id);
    if (now) await directory.provision(now.account);
    return reply(kept, { account: account.id, revision: account.revision });
  });

/** Refuses from now on every token that was issued to this account until now. */
export const signOutEverywhere = (ports: AccountPorts): ActHandler =>
  portalRoute({ name: 'sign-out-everywhere', describe: describeProblem }, ports, async (request) => {
    const { records, directory } = ports;
    const id = accountOf(request);
    const { subject: by, role } = request.actor;
    if (role !== 'chief_electoral_officer' && id !== by) {
      throw refusal('outside-scope', '$', shownValue(id), { own: by });
    }
    const body = parseBody(SignOut, request.body);
    if (!(await readAccount(records, id))) throw refusal('account-unknown', '$', shownValue(id));
    const kept = await keep(records, signOutRecord(id, body, { by, acceptedAt: request.now }));
    // The record first: from here on no token is taken. A crash here leaves the directory's session, whose tokens say when it began.
    await directory.signOut(id);
    return reply(kept, { account: id });
  });
