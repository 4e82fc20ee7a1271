import type { Deed } from './audit.ts';
import { type AuditChange, bodyChanges, changedLeaves, leavesOf, reportChanges } from './audit-changes.ts';
import { deskPlace, formOf, type Signed } from './desk-record.ts';
import { differencesOf, figuresOf } from './differences.ts';
import { type FormName, STEPS } from './entry.ts';

/** Everything about one count and revision of a station is one story, from the first entry to the public report. */
export const formStory = ({ station, count, revision }: Omit<FormName, 'attempt' | 'constituency'>): string =>
  `form#${station}#${count}#${revision}`;

export const proposalStory = (number: number): string => `proposal#${number}`;

type RecordOf<T extends Signed['type']> = Extract<Signed, { type: T }>;

/** A constituency's records by what they are looked up for. */
interface Shelf {
  readonly byKey: ReadonlyMap<string, Signed>;
  readonly secondings: ReadonlyMap<number, RecordOf<'seconding'>>;
}

const shelfOf = (records: readonly Signed[]): Shelf => ({
  byKey: new Map(records.map((record) => [deskPlace(record).key, record])),
  secondings: new Map(
    records
      .filter((record): record is RecordOf<'seconding'> => record.type === 'seconding')
      .map((record) => [record.body.number, record]),
  ),
});

const at = (shelf: Shelf, record: Signed): Signed | undefined => shelf.byKey.get(deskPlace(record).key);

const reportIn = (record: Signed | undefined) =>
  record?.type === 'entry' || record?.type === 'resolution' ? record.body.report : null;

/** What was typed before under the same head: the attempt that was sent back. */
const typedBefore = (record: RecordOf<'entry'>, shelf: Shelf) => {
  const { attempt } = record.body;
  if (attempt === 1) return null;
  return reportIn(at(shelf, { ...record, body: { ...record.body, attempt: attempt - 1 } }));
};

/** Where two entries differed: what each of them said, and what was read from the paper. */
const settledFields = (record: RecordOf<'resolution'>, shelf: Shelf): readonly AuditChange[] => {
  const entry = (slot: 1 | 2) => reportIn(at(shelf, { ...record, type: 'entry', slot }));
  const [first, second] = [entry(1), entry(2)];
  if (!first || !second) return reportChanges(null, record.body.report);
  const settled = figuresOf(record.body.report);
  return differencesOf(first, second).map(({ path, first: one, second: other }) => ({
    path,
    before: `${one ?? '–'} / ${other ?? '–'}`,
    after: settled.get(path) ?? null,
  }));
};

const stepBefore = (record: RecordOf<'step'>, shelf: Shelf): string | null => {
  const earlier = STEPS.slice(0, STEPS.indexOf(record.body.step));
  const told = earlier.findLast((step) => at(shelf, { ...record, body: { ...record.body, step } }));
  return told ?? null;
};

const changesOf = (record: Signed, shelf: Shelf): readonly AuditChange[] => {
  switch (record.type) {
    case 'entry':
      return reportChanges(typedBefore(record, shelf), record.body.report);
    case 'resolution':
      return settledFields(record, shelf);
    case 'sent-back': {
      const { attempt } = record.body;
      return [{ path: '$.attempt', before: attempt, after: attempt + 1 }];
    }
    case 'step':
      return [{ path: '$.step', before: stepBefore(record, shelf), after: record.body.step }];
    case 'proposal':
      return changedLeaves(new Map(), leavesOf(record.body.act));
    case 'seconding':
      return [{ path: '$.decision', before: null, after: record.body.decision }];
    case 'decision': {
      const { supersedes } = record.body;
      const mended =
        supersedes === undefined
          ? undefined
          : at(shelf, { ...record, body: { ...record.body, seq: supersedes } });
      return bodyChanges(mended?.body, record.body);
    }
  }
};

const placeOf = (record: Signed): { readonly constituency: string; readonly station: string | null } => {
  if (record.type === 'entry' || record.type === 'resolution') return formOf(record.body);
  const { body } = record;
  return { constituency: body.constituency, station: 'station' in body ? body.station : null };
};

const storyOf = (record: Signed): string | null => {
  switch (record.type) {
    case 'entry':
    case 'resolution':
      return formStory(formOf(record.body));
    case 'sent-back':
      return formStory(record.body);
    case 'proposal':
    case 'seconding':
      return proposalStory(record.body.number);
    case 'decision':
      return `decision#${record.body.station}#${record.body.supersedes ?? record.body.seq}`;
    case 'step':
      return null;
  }
};

const reasonOf = (record: Signed): string | null => {
  switch (record.type) {
    case 'entry':
    case 'resolution':
      return record.body.report.reason ?? null;
    case 'proposal':
      return ('reason' in record.body.act.body ? record.body.act.body.reason : undefined) ?? null;
    case 'step':
      return null;
    default:
      return record.body.reason ?? null;
  }
};

/** The other half of a story of two people, where it has been told. */
const secondOf = (record: Signed, shelf: Shelf): Deed['second'] => {
  if (record.type !== 'proposal') return null;
  const seconding = shelf.secondings.get(record.body.number);
  return seconding ? { account: seconding.by, role: seconding.role } : null;
};

/** The deeds of a constituency's desk. */
export const deedsOfRecords = (records: readonly Signed[]): readonly Deed[] => {
  const shelf = shelfOf(records);
  return records.map((record) => {
    const { partition, key } = deskPlace(record);
    return {
      id: `${partition}/${key}`,
      at: record.acceptedAt,
      kind: record.type,
      ...placeOf(record),
      who: { account: record.by, role: record.role },
      second: secondOf(record, shelf),
      story: storyOf(record),
      reason: reasonOf(record),
      body: record.body,
      changes: () => changesOf(record, shelf),
    };
  });
};
