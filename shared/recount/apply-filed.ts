import { addFiling, type Placed, startRegister } from '../advertisements/account-register.ts';
import type { FiledLeaf } from '../advertisements/filing.ts';
import { addOutage, addStorm } from '../advertisements/platform-days.ts';
import type { AccountFold, ElectionFold, PlatformFold } from './election-fold.ts';
import type { FiledLedgerEntry } from './ledger-entry.ts';

type WholePlatform = Extract<FiledLeaf, { kind: 'inspection-ended' | 'storm-day' | 'outage' }>;

/** A filing as the ledger tells it; null where its body was withdrawn, so that only its hashes are known. */
const placed = ({ body, sealed, acceptedAt }: FiledLedgerEntry, entry: number): Placed | null => {
  if (!('seal' in body)) return { ...body, acceptedAt, entry };
  if (sealed === null) return null;
  const { seal: _seal, ...open } = body;
  const { salt: _salt, ...content } = sealed;
  return { ...open, content, acceptedAt, entry } as Placed;
};

const accountOf = ({ platform }: ElectionFold, id: string): AccountFold => {
  const account = platform.accounts.get(id) ?? {
    register: startRegister(id),
    filed: [],
    version: 0,
    asOf: '',
  };
  platform.accounts.set(id, account);
  return account;
};

/** What concerns every account: it may move anybody's days, or end inspection for all. */
const applyToAll = (platform: PlatformFold, body: WholePlatform): void => {
  switch (body.kind) {
    case 'inspection-ended':
      platform.endedOn = body.endedOn;
      return;
    case 'storm-day':
      return addStorm(platform.days, body);
    case 'outage':
      return addOutage(platform.days, body);
  }
};

/** What the Central Platform put on record joins its account; it changes nothing of the count. */
export const applyFiled = (fold: ElectionFold, filed: FiledLedgerEntry, entry: number): void => {
  const { version, asOf, platform } = fold;
  Object.assign(platform, { version, asOf });
  const { body } = filed;
  if (body.kind === 'inspection-ended' || body.kind === 'storm-day' || body.kind === 'outage') {
    applyToAll(platform, body);
    for (const account of platform.accounts.values()) Object.assign(account, { version, asOf });
    return;
  }
  platform.since ??= version;
  const account = accountOf(fold, body.account);
  Object.assign(account, { version, asOf });
  if (body.kind === 'submission') {
    const { number, receivedAt, files, advertisements } = body;
    account.filed.push({ number, receivedAt, files, advertisements, entry });
  }
  const filing = placed(filed, entry);
  if (filing) addFiling(account.register, filing);
};
