import type { Filing } from '#shared/advertisements/filing.ts';
import type { Role } from '#shared/election/acts.ts';
import { contentHash } from '#shared/hash.ts';
import type { ActPorts } from '../http/act-route.ts';
import { refusal } from '../http/problem.ts';
import type { Reply } from '../http/reply.ts';
import { afterKnown, type KnownAccount } from './known-account.ts';
import { type Kept, type RecordOf, readRecord, storedRecord } from './platform-records.ts';
import { lastSequence, putOnRecord } from './put-on-record.ts';

export interface Accepting {
  readonly role: Role;
  readonly by: string;
  readonly now: string;
  readonly confirmedBy?: Role;
  /** Of a submission: what its sender called it, and where its files lie. */
  readonly submission?: string;
  readonly keys?: readonly string[];
}

/** What became of it: accepted now, or before with the same content; where it stands on record. */
export interface Accepted {
  readonly outcome: 'accepted' | 'replayed';
  readonly acceptance: Kept<'acceptance'>;
  readonly sequence: number;
}

/** What every filing is answered with; `more` is what one kind tells besides. */
export const replyTo = ({ outcome, acceptance, sequence }: Accepted, more: object = {}): Reply => ({
  status: outcome === 'accepted' ? 201 : 200,
  body: {
    outcome,
    ...more,
    sequence,
    sha256: contentHash(acceptance.filing),
    acceptedAt: acceptance.acceptedAt,
  },
});

type Ports = Pick<ActPorts, 'records' | 'salt'>;

/** Writes an acceptance unless something stands in its place; what stands there is handed back. */
export const writeAcceptance = async (
  { records, salt }: Ports,
  known: KnownAccount,
  filing: Filing,
  { role, by, now, confirmedBy, submission, keys }: Accepting,
): Promise<{
  readonly kind: 'accepted' | 'replayed' | 'conflict';
  readonly acceptance: Kept<'acceptance'>;
}> => {
  const record: RecordOf<'acceptance'> = {
    type: 'acceptance',
    role,
    filing,
    salt: salt(),
    after: await lastSequence(records, known.election),
    acceptedAt: afterKnown(known, now),
    ...(confirmedBy === undefined ? {} : { confirmedBy }),
    ...(submission === undefined ? {} : { submission }),
    ...(keys === undefined ? {} : { keys: [...keys] }),
  };
  const stored = storedRecord(known, record, by);
  const written = await records.accept(stored);
  const standing = readRecord(written.kind === 'accepted' ? stored : written.act);
  return { kind: written.kind, acceptance: standing as Kept<'acceptance'> };
};

/**
 * Accepts a filing whose place is its own: one conditional write decides, a second puts it on record. A crash in between is repaired by
 * whoever tends the account next.
 */
export const acceptFiling = async (
  ports: Ports,
  known: KnownAccount,
  filing: Filing,
  accepting: Accepting,
): Promise<Accepted> => {
  const { kind, acceptance } = await writeAcceptance(ports, known, filing, accepting);
  if (kind === 'conflict')
    throw refusal('conflict', '$', acceptance.key, { acceptedAt: acceptance.acceptedAt });
  const sequence = await putOnRecord(ports.records, known, acceptance);
  return { outcome: kind, acceptance, sequence };
};
