import * as z from 'zod/mini';
import { canonicalJson } from '#shared/canonical-json.ts';
import { DeskRecord, deskPlace, type Signed } from '#shared/desk/desk-record.ts';
import { contentHash } from '#shared/hash.ts';
import type { Records, StoredAct } from '../ports.ts';

/** A desk record as it is kept: like an act, in a partition that the publisher never reads. */
export const storedDeskRecord = (record: DeskRecord, by: string): StoredAct => ({
  election: record.election,
  ...deskPlace(record),
  sha256: contentHash(record.body),
  body: canonicalJson(record),
  acceptedAt: record.acceptedAt,
  by,
});

const MAX_REMEMBERED = 10_000;
const remembered = new Map<string, DeskRecord | null>();

/** Records never change: what was parsed once is not parsed again; null for what this version cannot read. */
const parsed = (body: string): DeskRecord | null => {
  const known = remembered.get(body);
  if (known !== undefined) return known;
  const read = z.safeParse(DeskRecord, JSON.parse(body));
  const record = read.success ? read.data : null;
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(body, record);
  return record;
};

/** Records that stand where they say they stand, each with who made it. */
export const readDeskRecords = (stored: readonly StoredAct[]): readonly Signed[] =>
  stored.flatMap(({ body, by, election, key }) => {
    const record = parsed(body);
    if (!record || record.election !== election || deskPlace(record).key !== key) return [];
    return [{ ...record, by: by ?? '' }];
  });

/** What became of a record: left now, or left before with the same content by the same person. */
export interface DeskOutcome {
  readonly outcome: 'accepted' | 'replayed';
  readonly place: string;
  readonly sha256: string;
  readonly acceptedAt: string;
}

const outcomeOf = (outcome: DeskOutcome['outcome'], stored: StoredAct): DeskOutcome => ({
  outcome,
  place: `${stored.partition}/${stored.key}`,
  sha256: stored.sha256,
  acceptedAt: stored.acceptedAt,
});

/** The own record of the same kind and content, if it stands already. */
export const ownReplay = (
  standing: readonly StoredAct[],
  { type, body }: { readonly type: DeskRecord['type']; readonly body: unknown },
  by: string,
): DeskOutcome | null => {
  const sha256 = contentHash(body);
  const own = standing.find(
    (stored) => stored.by === by && stored.sha256 === sha256 && parsed(stored.body)?.type === type,
  );
  return own ? outcomeOf('replayed', own) : null;
};

/** Leaves a record by one conditional put; `null` where somebody else took the place meanwhile: read again, decide again. */
export const leaveRecord = async (
  records: Records,
  record: DeskRecord,
  by: string,
): Promise<DeskOutcome | null> => {
  const stored = storedDeskRecord(record, by);
  const written = await records.accept(stored);
  if (written.kind === 'accepted') return outcomeOf('accepted', stored);
  const own = written.act.by === by && written.act.sha256 === stored.sha256;
  return own ? outcomeOf('replayed', written.act) : null;
};
