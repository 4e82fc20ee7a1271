import { ACCOUNTS, accountRevision } from '#functions/accounts/account-records.ts';
import { definitionReader } from '#functions/acts/stored-acts.ts';
import { type Keys, PORTAL, type Records, type StoredAct } from '#functions/ports.ts';
import type { ElectionDefinition } from '#shared/election/definition.ts';
import { electionAccounts, isDemonstrationId, PORTAL_ACCOUNTS } from './demonstration-accounts.ts';

/** Since when, and by whom, demonstration accounts are there: always, and by nobody with an account. */
const SINCE = '2012-01-01T00:00:00.000Z';
const BY = 'demonstration';

type Acts = ReadonlyMap<string, StoredAct>;

const actsOf = (accounts: Parameters<typeof accountRevision>[0][]): Acts =>
  new Map(accounts.map((account) => [account.id, accountRevision(account, BY, SINCE)]));

const ofPortal = actsOf([...PORTAL_ACCOUNTS]);
const remembered = new WeakMap<ElectionDefinition, Acts>();

const ofElection = (definition: ElectionDefinition): Acts => {
  const acts = remembered.get(definition) ?? actsOf([...electionAccounts(definition)]);
  remembered.set(definition, acts);
  return acts;
};

const byBytes = (a: StoredAct, b: StoredAct): number =>
  Buffer.compare(Buffer.from(a.key), Buffer.from(b.key));

const idOf = (keys: Keys | undefined): string | null =>
  keys && 'prefix' in keys ? (keys.prefix.split('#')[0] ?? '') : null;

/** Every election that is known, as it is defined now. */
export const definitionsOf = (
  records: Records,
  now: () => Date,
): (() => Promise<readonly ElectionDefinition[]>) => {
  const definitionOf = definitionReader(records);
  return async () => {
    const found = await Promise.all((await records.elections()).map((id) => definitionOf(id, now())));
    return found.filter((definition) => definition !== null);
  };
};

/**
 * Records in which an account for every place of every election has its first revision, without its having been written: two thousand
 * writes would hold up the start. What is on record comes on top of it, so such an account is changed and closed like any other.
 */
export const demonstrationRecords = (records: Records, now: () => Date): Records => {
  const definitions = definitionsOf(records, now);

  const all = async (): Promise<readonly StoredAct[]> => [
    ...ofPortal.values(),
    ...(await definitions()).flatMap((definition) => [...ofElection(definition).values()]),
  ];

  /** Only an id that looks like one of ours is looked for: a machine's token costs nothing. */
  const invented = async (id: string): Promise<StoredAct | null> => {
    if (!isDemonstrationId(id)) return null;
    const known = ofPortal.get(id);
    if (known) return known;
    for (const definition of await definitions()) {
      const act = ofElection(definition).get(id);
      if (act) return act;
    }
    return null;
  };

  const isAccounts = (election: string, partition: string): boolean =>
    election === PORTAL && partition === ACCOUNTS;

  return {
    ...records,
    async accept(act) {
      if (!isAccounts(act.election, act.partition)) return records.accept(act);
      const standing = await invented(act.key.split('#')[0] ?? '');
      if (standing?.key !== act.key) return records.accept(act);
      return { kind: standing.sha256 === act.sha256 ? 'replayed' : 'conflict', act: standing };
    },
    async find(election, partition, key) {
      const found = await records.find(election, partition, key);
      if (found || !isAccounts(election, partition)) return found;
      const standing = await invented(key.split('#')[0] ?? '');
      return standing?.key === key ? standing : null;
    },
    async list(election, partition, keys) {
      if (!isAccounts(election, partition)) return records.list(election, partition, keys);
      const id = idOf(keys);
      const [written, ours] = await Promise.all([
        records.list(election, partition, keys),
        id === null ? all() : invented(id).then((act) => (act ? [act] : [])),
      ]);
      const places = new Set(written.map(({ key }) => key));
      return [...written, ...ours.filter(({ key }) => !places.has(key))].sort(byBytes);
    },
  };
};
