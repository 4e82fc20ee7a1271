import { describe, expect, test } from 'vitest';
import type { Notice } from '#shared/election/notice.ts';
import type { Act } from '#shared/recount/act.ts';
import { applyEntry } from '#shared/recount/apply-entry.ts';
import { startFold } from '#shared/recount/election-fold.ts';
import { lastEventOf } from '#shared/recount/inspection-end.ts';
import { must } from '#shared/result.ts';
import { aConstituency, aDefinition, CLOSES, definitionAct, officersAct } from '../../support/builders.ts';
import { aNoticeAct, aResultNotice } from '../../support/notices.ts';

const definition = aDefinition({
  constituencies: [aConstituency({ id: 'LC1' }), aConstituency({ id: 'LC2' })],
});

const declared = (constituency: string, outcome: 'elected' | 'failed' | 'terminated' = 'elected') =>
  officersAct<'declaration'>(
    {
      type: 'declaration',
      body: { constituency, outcome, elected: outcome === 'elected' ? ['1a', '2a'] : [] },
    },
    600,
  );

const gazette = (constituency: string, date: string, more: Partial<Notice> = {}) =>
  aNoticeAct(aResultNotice({ type: 'N27', constituency, gazette: { number: '5120', date }, ...more }));

/** Every act in a version of its own, from version 2. */
const told = (...acts: readonly Act[]) => {
  const fold = startFold('legco-2016');
  const batch = (version: number) =>
    applyEntry(fold, {
      type: 'batch',
      election: 'legco-2016',
      version,
      orderedAt: new Date(Date.parse(CLOSES) + version * 60_000).toISOString(),
    });
  batch(1);
  applyEntry(fold, definitionAct(definition));
  applyEntry(fold, { type: 'poll-closed', election: 'legco-2016', pollClosesAt: CLOSES });
  for (const [index, act] of acts.entries()) {
    batch(index + 2);
    if (act.type !== 'definition') applyEntry(fold, act);
  }
  return lastEventOf(fold, must(fold.definition, 'it is defined'));
};

describe('the last event of an election', () => {
  test('is not known as long as a constituency is open', () => {
    expect(told()).toEqual({ day: null, version: 0 });
    expect(told(declared('LC1'), gazette('LC1', '2016-09-09'), declared('LC2'))).toEqual({
      day: null,
      version: 3,
    });
  });

  test('is the last result in the Gazette over all constituencies', () => {
    expect(
      told(declared('LC1'), gazette('LC1', '2016-09-09'), declared('LC2'), gazette('LC2', '2016-09-08')),
    ).toEqual({ day: '2016-09-09', version: 5 });
  });

  test.each(['failed', 'terminated'] as const)('may be an election that %s', (outcome) => {
    expect(told(declared('LC1'), gazette('LC1', '2016-09-02'), declared('LC2', outcome))).toMatchObject({
      day: '2016-09-05',
      version: 4,
    });
  });

  test('moves with a notice that takes the place of another', () => {
    expect(
      told(
        declared('LC1'),
        gazette('LC1', '2016-09-09'),
        declared('LC2', 'failed'),
        gazette('LC1', '2016-09-12', { number: 2, supersedes: 'c-LC1-1', reason: 'Misprinted.' }),
      ),
    ).toEqual({ day: '2016-09-12', version: 5 });
  });
});
