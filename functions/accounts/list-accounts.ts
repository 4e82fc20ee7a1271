import { AccountQuery, searchAccounts } from '#shared/desk/account-query.ts';
import type { AccountList } from '#shared/desk/account-view.ts';
import { describeDeskProblem } from '#shared/desk/problem-words.ts';
import type { ElectionDefinition } from '#shared/election/definition.ts';
import { shownValue } from '#shared/election/input-problem.ts';
import { type DefinitionReader, definitionReader } from '../acts/stored-acts.ts';
import { parseBody } from '../acts/take-act.ts';
import { type ActPorts, portalRoute } from '../http/act-route.ts';
import { refusal } from '../http/problem.ts';
import type { ActHandler } from '../http/route.ts';
import { readAccounts } from './account-records.ts';
import { maySee, told } from './accounts.ts';

/** Every election, for the names of its places. */
const definitionsOf = async (
  { records, clock }: ActPorts,
  definitionOf: DefinitionReader,
): Promise<readonly ElectionDefinition[]> => {
  const ids = await records.elections();
  const definitions = await Promise.all(ids.map((id) => definitionOf(id, clock.now())));
  return definitions.filter((definition) => definition !== null);
};

/** Who has an account, for what, and how to reach them: a page of those that were asked for, by name. */
export const listAccounts = (ports: ActPorts): ActHandler => {
  const definitionOf = definitionReader(ports.records);
  return portalRoute({ name: 'list-accounts', describe: describeDeskProblem }, ports, async (request) => {
    const query = parseBody(AccountQuery, request.query);
    const seen = (await readAccounts(ports.records)).filter((state) => maySee(request.actor, state));
    const definitions = query.place === undefined ? [] : await definitionsOf(ports, definitionOf);
    const found = searchAccounts(seen, query, definitions);
    if (!found) throw refusal('cursor-unknown', '$.cursor', shownValue(query.cursor));
    const { page, total, next } = found;
    const body: AccountList = { accounts: page.map(told), total, all: seen.length, next };
    return { status: 200, body };
  });
};
