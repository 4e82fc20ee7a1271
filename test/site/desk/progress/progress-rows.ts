import type { MissingStep, ProgressRow } from '#shared/desk/desk-views.ts';
import type { Watch } from '../../../../site/desk/progress/kinds.ts';

export const CLOSED = '2016-09-04T14:30:00.000Z';

/** So many minutes after the close of poll. */
export const at = (minutes: number): string => new Date(Date.parse(CLOSED) + minutes * 60_000).toISOString();

export const watchAt = (minutes: number): Watch => ({
  nowMs: Date.parse(at(minutes)),
  pollClosesAt: CLOSED,
  silentAfterMinutes: 45,
});

const COUNTING: MissingStep['by'] = ['presiding_officer', 'assistant_returning_officer', 'returning_officer'];
export const ENTRY: MissingStep = { step: 'entry', by: COUNTING };
export const CONFIRMATION: MissingStep = {
  step: 'confirmation',
  by: ['assistant_returning_officer', 'returning_officer'],
};

/** A station that waits for its form, heard of a minute after the close. */
export const aRow = (id: string, changes: Partial<ProgressRow> = {}): ProgressRow => ({
  id,
  name: { en: `Station ${id}` },
  kind: 'polling_counting',
  electors: null,
  state: 'waiting',
  count: 1,
  revision: 1,
  since: null,
  lastSign: at(1),
  step: null,
  flags: [],
  differing: 0,
  missing: [ENTRY, CONFIRMATION],
  recounting: false,
  suspended: false,
  relocatedTo: null,
  phone: null,
  ...changes,
});

export const confirmed: Partial<ProgressRow> = { state: 'public', missing: [] };
export const toConfirm: Partial<ProgressRow> = { state: 'to_confirm', missing: [CONFIRMATION] };
