import { describe, expect, test } from 'vitest';
import type { Notice } from '#shared/election/notice.ts';
import type { Act } from '#shared/recount/act.ts';
import { applyEntry } from '#shared/recount/apply-entry.ts';
import { startFold } from '#shared/recount/election-fold.ts';
import { planBatch } from '#shared/recount/order.ts';
import { checkEntry } from '#shared/verification/check-entry.ts';
import { startHistory } from '#shared/verification/entry-history.ts';
import {
  aConstituency,
  aDefinition,
  aList,
  anElectionOf,
  CLOSES,
  definitionAct,
} from '../../support/builders.ts';
import { aNotice, aNoticeAct, aResultNotice, without } from '../../support/notices.ts';

const batch = (version: number) =>
  ({
    type: 'batch',
    election: 'legco-2016',
    version,
    orderedAt: `2016-09-05T0${version}:00:00.000Z`,
  }) as const;
const CLOSED = { type: 'poll-closed', election: 'legco-2016', pollClosesAt: CLOSES } as const;

const folded = (notices: readonly Notice[], { closed = true, definition = aDefinition() } = {}) => {
  const fold = startFold('legco-2016');
  applyEntry(fold, batch(1));
  applyEntry(fold, definitionAct(definition));
  if (closed) applyEntry(fold, CLOSED);
  for (const [index, notice] of notices.entries()) {
    applyEntry(fold, batch(index + 2));
    applyEntry(fold, aNoticeAct(notice));
  }
  return fold;
};

describe('notices in the ledger', () => {
  test('stand in their order, and change no figure of their constituency', () => {
    const fold = folded([aNotice(), aResultNotice()]);
    expect([...fold.notices.keys()]).toEqual(['s-A-1', 'c-LC1-1']);
    expect(fold.constituencies.get('LC1')?.version).toBe(1);
    expect(fold.changes).toMatchObject([{ field: 'notice', constituency: 'LC1', new: 'c-LC1-1' }]);
  });

  test('a correction supersedes, a later revision adds', () => {
    const fold = folded([
      aResultNotice(),
      aResultNotice({ number: 2, supersedes: 'c-LC1-1', reason: 'Order misprinted.' }),
      aResultNotice({ number: 2, revision: 2, supersedes: 'c-LC1-1', reason: 'Gazetted.' }),
    ]);
    expect(fold.notices.get('c-LC1-1')).toMatchObject({ supersededBy: 'c-LC1-2', version: 3 });
    expect(fold.notices.get('c-LC1-2')?.revisions).toHaveLength(2);
    expect(fold.setAside).toEqual([]);
  });

  test.each<readonly [string, Notice, string]>([
    ['of a place that is none', aNotice({ station: 'Z' }), 'unknown-station'],
    ['without its contents', without(aNotice(), 'contents'), 'missing-field'],
    ['that supersedes what is not there', aNotice({ supersedes: 's-A-9', reason: 'r' }), 'notice-unknown'],
  ])('a notice %s is set aside and told, and the fold goes on', (_, notice, code) => {
    const fold = folded([notice, aNotice({ number: 2 })]);
    expect(fold.setAside).toEqual([{ entry: 4, code }]);
    expect([...fold.notices.keys()]).toEqual(['s-A-2']);
  });

  test('a revision that was ordered late changes nothing', () => {
    const fold = folded([aNotice({ revision: 2, reason: 'r' }), aNotice()]);
    expect(fold.setAside).toEqual([{ entry: 6, code: 'superseded' }]);
  });

  test('before any definition there is nothing to post about', () => {
    const fold = startFold('legco-2016');
    applyEntry(fold, aNoticeAct(aNotice()));
    expect(fold.setAside).toEqual([{ entry: 0, code: 'unknown-constituency' }]);
  });
});

describe('a notice that speaks of a count', () => {
  const uncontested = anElectionOf(aConstituency({ contestants: [aList('1'), aList('2')] }), ['A', 'B']);

  test('is set aside before the close of poll, and verification finds it', () => {
    const fold = folded([aResultNotice()], { closed: false });
    expect(fold.setAside).toEqual([{ entry: 3, code: 'before-close' }]);
    expect(checkEntry(aNoticeAct(aResultNotice()), fold, startHistory())).toEqual([
      'it is of a count, but the poll has not closed',
    ]);
    expect(checkEntry(aNoticeAct(aNotice()), fold, startHistory())).toEqual([]);
  });

  test('waits unordered until then; other notices do not', () => {
    const acts: readonly Act[] = [aNoticeAct(aNotice()), aNoticeAct(aResultNotice())];
    const soFar = { version: 1, orderedAt: null, pollClosed: false, definition: aDefinition() };
    const early = planBatch(soFar, acts, '2016-09-04T14:29:59.000Z');
    expect(early?.places).toEqual([{ partition: '*', key: 'notice#s-A#0001#01' }]);
    expect(planBatch(soFar, acts, '2016-09-04T14:30:00.000Z')?.places).toHaveLength(2);
  });

  test('waits for nothing where nobody contests', () => {
    const notice = aResultNotice({ type: 'N7', contents: { unfilled: 1 } });
    expect(folded([notice], { closed: false, definition: uncontested }).setAside).toEqual([]);
    const soFar = { version: 1, orderedAt: null, pollClosed: false, definition: uncontested };
    expect(planBatch(soFar, [aNoticeAct(notice)], '2016-08-05T10:00:00.000Z')?.places).toHaveLength(1);
  });

  test('waits for nothing where so many were struck off that nobody contests any more', () => {
    const definition = anElectionOf(aConstituency({ contestants: [aList('1'), aList('2'), aList('3')] }));
    const notice = aNoticeAct(aResultNotice({ type: 'N7', contents: { unfilled: 1 } }));
    const soFar = { version: 1, orderedAt: null, pollClosed: false, definition };
    const now = '2016-08-20T10:00:00.000Z';
    expect(planBatch(soFar, [notice], now)).toBeNull();
    expect(planBatch({ ...soFar, struck: () => new Set(['3a']) }, [notice], now)?.places).toHaveLength(1);
  });
});
