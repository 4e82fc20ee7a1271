import { describe, expect, test } from 'vitest';
import type { ToldWarning } from '#shared/desk/desk-views.ts';
import type { VotingSystem } from '#shared/election/definition.ts';
import type { StationReport } from '#shared/election/report.ts';
import { LANGUAGES } from '#shared/election/text.ts';
import { formParts, placeWarnings } from '../../../../site/desk/progress/station/form-lines.ts';
import { whatWaits, whoHolds } from '../../../../site/desk/progress/what-waits.ts';
import { loadWords } from '../../../../site/desk/words/load.ts';
import { aCandidate, aConstituency, aRankedReport, aReport } from '../../../support/builders.ts';
import { aRow, at, CLOSED, CONFIRMATION, confirmed, toConfirm, watchAt } from './progress-rows.ts';

const sheet = (system: VotingSystem = 'list_pr') => ({
  ...aConstituency({ system, contestants: ['1', '2', '3'].map((id) => aCandidate(id)) }),
  electors: null,
});

const linesOf = (report: StationReport, system?: VotingSystem) =>
  formParts(report, sheet(system)).map(({ part, lines }) => [
    part,
    ...lines.map(({ path, value, order }) => [order ?? path, value] as const),
  ]);

describe('a report as it is read', () => {
  test('stands in the order of the form, with the sum of its votes; heads left empty are left out', () => {
    const report = aReport({
      votes: { '1': 10, '3': 1 },
      invalid: { unmarked: 2 },
      questionable: { accepted: 1, rejected: { uncertain: 0 } },
      account: { supplied: 30, unissued: 14 },
    });
    expect(linesOf(report)).toEqual([
      ['votes', ['$.votes["1"]', 10], ['$.votes["2"]', null], ['$.votes["3"]', 1], ['$.validVotes', 11]],
      [
        'papers',
        ['$.invalid.unmarked', 2],
        ['$.questionable.rejected.uncertain', 0],
        ['$.questionable.accepted', 1],
      ],
      ['account', ['$.account.supplied', 30], ['$.account.unissued', 14]],
    ]);
  });

  test('of rankings shows each as it was written, of answers each with its three', () => {
    expect(linesOf(aRankedReport([[['3', null, '1'], 7]]), 'preferential')).toEqual([
      ['votes', ['3 – 1', 7]],
    ]);
    const { votes: _, ...report } = aReport({ choices: { '1': { support: 5, oppose: 2, abstain: 1 } } });
    expect(linesOf(report, 'net_support')[0]?.slice(0, 4)).toEqual([
      'votes',
      [expect.stringContaining('support'), 5],
      [expect.stringContaining('oppose'), 2],
      [expect.stringContaining('abstain'), 1],
    ]);
  });

  const warning = (code: string, fields: string[]): ToldWarning => ({
    code,
    fields,
    figures: {},
    title: code,
    text: '',
    remedy: '',
  });

  test.each([
    ['one field', ['$.votes["2"]'], '$.votes["2"]'],
    ['a group', ['$.votes'], '$.votes["1"]'],
    [
      'several, at the first that is on the form',
      ['$.questionable', '$.account.supplied'],
      '$.account.supplied',
    ],
    ['nothing that is shown', ['$.rankings'], '$'],
  ])('a warning about %s stands beside it', (_, fields, path) => {
    const parts = formParts(aReport({ account: { supplied: 30 } }), sheet());
    expect([...placeWarnings([warning('A4', fields)], parts).keys()]).toEqual([path]);
  });
});

describe.each(LANGUAGES)('why a station waits, and on whom, in %s', async (language) => {
  const words = await loadWords(language);
  const watch = watchAt(100);
  const told = (
    row: Parameters<typeof aRow>[1],
    kind: Parameters<typeof whatWaits>[0]['kind'],
    since = CLOSED,
  ) => {
    const need = { row: aRow('A1', row), kind, since };
    return [whatWaits(need, words, watch), whoHolds(need, words, 'assistant_returning_officer')];
  };

  test('says it in few words for every kind', () => {
    const flags = [{ code: 'A4', explained: true }];
    const all = [
      told({ state: 'differing', differing: 2 }, 'differing'),
      told({ ...toConfirm, flags }, 'flagged'),
      told({ lastSign: at(20), step: 'sorted', phone: '+852 2111 1601' }, 'silent', at(20)),
      told({ lastSign: null }, 'silent'),
      told(confirmed, 'confirmed'),
      told({ state: 'sent_back' }, 'waiting'),
      told({ ...confirmed, recounting: true }, 'waiting'),
      told({ suspended: true }, 'waiting'),
      told({}, 'waiting'),
    ];
    expect(all[0]?.[0]).toContain('2');
    expect(all[1]).toEqual([expect.stringContaining('A4'), words.progress.you]);
    expect(all[2]).toEqual([expect.stringContaining('22:50'), '+852 2111 1601']);
    expect(all[3]).toEqual([expect.stringContaining('22:30'), words.progress.noPhone]);
    expect(new Set(all.map(([what]) => what)).size).toBe(all.length);
    expect(all.flat().filter((text) => /undefined|null|\[object/.test(text ?? ''))).toEqual([]);
  });

  test('names a missing step and the first role that holds it', () => {
    expect(told({ missing: [CONFIRMATION] }, 'entered')).toEqual([
      words.progress.waitsFor.confirmation,
      words.progress.you,
    ]);
    expect(told({}, 'waiting')[1]).toBe(words.progress.roles.presiding_officer);
  });
});
