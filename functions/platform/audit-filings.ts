import type { Removal } from '#shared/advertisements/removal.ts';
import { filesOf } from '#shared/advertisements/submission.ts';
import type { AuditKind, Deed } from '#shared/desk/audit.ts';
import { bodyChanges } from '#shared/desk/audit-changes.ts';
import type { Role } from '#shared/election/acts.ts';
import type { Records } from '../ports.ts';
import {
  accountsOf,
  type Kept,
  ofType,
  type RecordOf,
  recordsOf,
  WHOLE_PLATFORM,
} from './platform-records.ts';

type Accepted = RecordOf<'acceptance'>['filing'];

/** What people do; the inspection and the end of the inspection period come by themselves, and an account is told by its revisions. */
const KINDS: Readonly<Record<Accepted['kind'], AuditKind | null>> = {
  account: null,
  submission: 'submission',
  inspection: null,
  confirmation: 'confirmation',
  removal: 'removal',
  'platform-address': 'platform-address',
  'inspection-ended': null,
  'storm-day': 'storm-day',
  outage: 'outage',
};

interface Done {
  readonly kind: AuditKind;
  readonly role: Role | null;
  readonly before: unknown;
  readonly body: unknown;
}

/** What was written: of a submission the names of its files, which say more than all its particulars. */
const contentOf = (filing: Accepted): object => {
  if (filing.kind !== 'submission') {
    const { kind: _kind, ...rest } = filing;
    return rest;
  }
  const { content } = filing;
  const about = content.items.flatMap((item) => ('of' in item ? [item.of] : []));
  return {
    ...(about.length > 0 ? { about } : {}),
    files: filesOf(content).map(({ name }) => name),
  };
};

const accountDeeds = (account: string, records: readonly Kept[]): readonly Deed[] => {
  const deed = (record: Kept, { kind, role, before, body }: Done, second: Deed['second'] = null): Deed => ({
    id: `@platform/${account}/${record.key}`,
    at: record.acceptedAt,
    kind,
    constituency: null,
    station: null,
    who: { account: record.by, role },
    second,
    story: `platform#${account}`,
    reason: (body as { readonly reason?: string } | null)?.reason ?? null,
    body,
    changes: () => bodyChanges(before, body),
  });
  const revisions = ofType(records, 'account');
  const proposals = ofType(records, 'proposal');
  const proposer = ({ of, by, reason }: Removal) =>
    proposals.find(({ removal }) => removal.of === of && removal.by === by && removal.reason === reason);
  return [
    ...revisions.map((record, index) =>
      deed(record, {
        kind: 'platform-account',
        role: 'chief_electoral_officer',
        before: revisions[index - 1]?.account ?? null,
        body: record.account,
      }),
    ),
    ...proposals.map((record) =>
      deed(record, { kind: 'removal-proposal', role: record.role, before: null, body: record.removal }),
    ),
    ...ofType(records, 'acceptance').flatMap((record): readonly Deed[] => {
      const { filing, role, confirmedBy } = record;
      const kind = KINDS[filing.kind];
      if (kind === null) return [];
      const done = { kind, role, before: null, body: contentOf(filing) };
      if (filing.kind !== 'removal' || confirmedBy === undefined) return [deed(record, done)];
      // Accepted by the second officer; the first one asked for it.
      const first = proposer(filing);
      const second = { account: record.by, role: confirmedBy };
      return [{ ...deed(record, done, second), who: { account: first?.by ?? '', role } }];
    }),
  ];
};

/** What officers and candidates did on the Central Platform of an election: deeds of the election as a whole. */
export const deedsOfPlatform = async (records: Records, election: string): Promise<readonly Deed[]> => {
  const accounts = [WHOLE_PLATFORM, ...(await accountsOf(records, election))];
  const all = await Promise.all(
    accounts.map(async (account) => accountDeeds(account, await recordsOf(records, { election, account }))),
  );
  return all.flat();
};
