import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StationReport } from '#shared/election/report.ts';
import { contentHash } from '#shared/hash.ts';
import { leafHash } from '#shared/ledger/merkle.ts';
import type { Act } from '#shared/recount/act.ts';
import type { LedgerBuild } from '#shared/recount/ledger-build.ts';
import { publicEntry } from '#shared/recount/public-entry.ts';
import type { ConstituencyResult, StationResult } from '#shared/recount/results.ts';
import { countRules } from '#shared/verification/count-rules.ts';
import { replayVersions } from '#shared/verification/replay-versions.ts';
import {
  aDefinition,
  aReport,
  aStation,
  count,
  definitionAct,
  officersAct,
  reportAct,
} from '../../support/builders.ts';
import { fileText, ledgerOf, order, published, resultIn } from '../../support/ledger.ts';
import { figuresOf } from '../../support/public-index.ts';

const SALT = 'ab'.repeat(32);
const PRIVATE = { rankings: false, accounts: false };
const PUBLIC = { rankings: true, accounts: true };

const stations = [aStation('A'), aStation('B'), aStation('CCS', { kind: 'central_counting' })];
const definition = aDefinition({ stations });

/** A report that accounts for so many papers more than it found. */
const accounted = (station: string, missing: number, changes: Partial<StationReport> = {}): StationReport =>
  aReport({
    station,
    invalid: { unmarked: 2 },
    questionable: { accepted: 7, rejected: { uncertain: 3, mutilated: 1 } },
    account: { supplied: 122 + missing, unissued: 90, unused: 6, spoilt: 4 },
    ...changes,
  });

const A4 = {
  code: 'A4',
  fields: ['$.account.supplied', '$.votes'],
  figures: { papersInBox: 22, papersElsewhere: 0, estimatedInBox: 21 },
};
const SHARE = {
  code: 'rejected-share',
  fields: ['$.invalid', '$.questionable.rejected'],
  figures: { rejected: 6, papers: 22, limit: 5 },
};

const act = (body: StationReport, changes: Parameters<typeof reportAct>[2] = {}) =>
  reportAct(body, 1, { salt: SALT, ...changes });

const textOf = (build: LedgerBuild): string =>
  build.entries.map(({ leaf }) => new TextDecoder().decode(leaf)).join('\n');

const findings = ({ entries }: LedgerBuild): readonly string[] => {
  const leaves = entries.map(({ leaf }) => leaf);
  const content = { entries: leaves, leafHashes: leaves.map(leafHash) };
  const rules = countRules;
  const source = { election: definition.id, content, rules, attachment: () => undefined, wanted: () => true };
  return [...replayVersions(source)].flatMap((step) => step.findings.map(({ message }) => message));
};

const stationIn = (build: LedgerBuild, id: string): StationResult => {
  const found = published(build)
    .stations.get('LC1')
    ?.find((station) => station.id === id);
  if (!found) throw new Error(`no station ${id}`);
  return found;
};

describe('the entry of a report with an account', () => {
  test('holds a commitment to account and questionable papers, and of those only how many were rejected', () => {
    const { account, questionable, ...open } = accounted('A', 0);
    const entry = publicEntry(act({ ...open, account, questionable } as StationReport), PRIVATE);
    expect(entry).toEqual({
      type: 'report-withheld',
      accountsCommitment: contentHash({ account, questionable, salt: contentHash({ accounts: SALT }) }),
      questionableRejected: 4,
      report: reportAct(open),
    });
  });

  test('tells what was found from the account without figures, all else with them, and explanations as they are', () => {
    const body = accounted('A', -1, { explanations: { A4: 'one came from B' } });
    const entry = publicEntry(act(body, { warnings: [A4, SHARE] }), PRIVATE);
    expect(entry).toMatchObject({
      report: {
        warnings: [{ ...A4, figures: {} }, SHARE],
        body: { explanations: { A4: 'one came from B' } },
      },
    });
  });

  test('is whole where the definition publishes accounts, and rankings are withheld by themselves', () => {
    const body = accounted('A', 0);
    expect(publicEntry(act(body), PUBLIC)).toEqual(reportAct(body));
    const ranked = { ...body, rankings: [{ order: ['1'], papers: 4 }] };
    const entry = publicEntry(act(ranked), { rankings: false, accounts: true });
    expect(Object.keys(entry)).toEqual(['type', 'rankingsCommitment', 'report']);
    expect(publicEntry(act(ranked), PRIVATE)).toMatchObject({
      rankingsCommitment: contentHash({ rankings: ranked.rankings, salt: SALT }),
      questionableRejected: 4,
    });
  });

  test('is plain where the report has neither, byte for byte', () => {
    const body = aReport({ invalid: { unmarked: 2 } });
    expect(publicEntry(act(body), PRIVATE)).toEqual(reportAct(body));
  });
});

describe('a ledger without accounts', () => {
  const night = () =>
    ledgerOf(
      [definitionAct(definition), act(accounted('A', 5), { warnings: [A4] })],
      [act(accounted('B', 12))],
      [act(aReport({ station: 'CCS', votes: { '1': 3 } }))],
    );

  test('adds up the papers that were not counted as the accounts’ own reports do', () => {
    const bodies = [accounted('A', 5), accounted('B', 12), aReport({ station: 'CCS', votes: { '1': 3 } })];
    const open = count({ ...definition, publishAccounts: true }, bodies)();
    const closed = resultIn(published(night()));
    for (const field of ['valid', 'rejected', 'contestants', 'misplaced', 'seatOrder'] as const) {
      expect(closed[field]).toEqual(open[field]);
    }
    expect(closed.stations.map(({ rejected }) => rejected)).toEqual([6, 6, 0]);
  });

  test('shows of a station what its entry says, and a flag without figures', () => {
    const build = night();
    expect(stationIn(build, 'A')).toMatchObject({
      account: {},
      questionable: { accepted: null, rejected: {} },
      invalid: { unmarked: 2 },
      accountsWithheld: { questionableRejected: 4 },
      flags: [{ code: 'A4', figures: {} }],
    });
    expect(stationIn(build, 'CCS').accountsWithheld).toBeNull();
  });

  test('tells the misplaced papers when the last station but the line that they are added to has reported', () => {
    const build = ledgerOf([definitionAct(definition), act(accounted('A', 5))]);
    expect(resultIn(published(build)).misplaced).toMatchObject({ estimate: null, requestAccepted: null });
    expect(textOf(build)).not.toContain('misplaced-estimate');
    order(build, [act(accounted('B', 12))], 10);
    expect(resultIn(published(build))).toMatchObject({ status: 'misplaced', misplaced: { estimate: 17 } });
    expect(findings(build)).toEqual([]);
  });

  test('tells them anew when a correction changes them, and again when another station is expected', () => {
    const build = night();
    order(build, [act(accounted('A', 6, { revision: 2, reason: 'miscounted' }))], 30);
    expect(resultIn(published(build)).misplaced?.estimate).toBe(18);
    const more = { ...definition, stations: [...stations, aStation('D')] };
    order(build, [{ ...definitionAct(more), revision: 2 }], 40);
    expect(resultIn(published(build)).misplaced?.estimate).toBeNull();
    order(build, [{ ...definitionAct(definition), revision: 3 }], 50);
    expect(resultIn(published(build)).misplaced?.estimate).toBe(18);
    expect(findings(build)).toEqual([]);
  });

  test('says null where the accounts do not say how many papers should be there', () => {
    const bodies = ['A', 'B'].map((station) => accounted(station, 0, { account: { supplied: 9 } }));
    const build = ledgerOf([definitionAct(definition), ...bodies.map((body) => act(body))]);
    expect(textOf(build)).toContain('"estimate":null');
    expect(resultIn(published(build)).misplaced?.estimate).toBeNull();
    expect(findings(build)).toEqual([]);
  });

  test('tells no estimate for a constituency that has no misplaced papers', () => {
    const [constituency] = definition.constituencies;
    if (!constituency) throw new Error('no constituency');
    const functional = { ...constituency, kind: 'ordinary_fc' as const, electors: 900 };
    const build = ledgerOf([
      definitionAct({ ...definition, constituencies: [functional], stations: [aStation('A')] }),
      act(accounted('A', 5)),
    ]);
    expect(textOf(build)).not.toContain('misplaced-estimate');
    expect(findings(build)).toEqual([]);
  });

  test('owes nothing for a report that is set aside', () => {
    const build = night();
    const declared = officersAct(
      { type: 'declaration', body: { constituency: 'LC1', outcome: 'failed', elected: [], reason: 'none' } },
      2,
    );
    order(build, [declared, reportAct(accounted('A', 9, { revision: 2, reason: 'late' }), 3)], 40);
    expect(build.fold.setAside).toHaveLength(1);
    expect(resultIn(published(build)).misplaced?.estimate).toBe(17);
    expect(findings(build)).toEqual([]);
  });

  test.each([
    ['figures that are public', { votes: { '1': 11, '2': 5, '3': 1 } }, ['votes.1', 10, 11]],
    [
      'the number of papers rejected',
      { questionable: { rejected: { uncertain: 5 } } },
      ['questionable', 4, 5],
    ],
    ['private figures only', { account: { supplied: 500 } }, ['withheld', null, null]],
  ])('tells a change of %s, and none of a private figure', (_, changes, told) => {
    const build = night();
    order(build, [act(accounted('A', 5, { revision: 2, reason: 'mistyped', ...changes }))], 40);
    const shown = resultIn(published(build)).changes.map((change) => [change.field, change.old, change.new]);
    expect(shown).toEqual([told]);
  });
});

describe('random accounts', () => {
  const figure = fc.integer({ min: 0, max: 40 });
  const body = fc.record({
    station: fc.constantFrom('A', 'B'),
    account: fc.option(fc.record({ supplied: figure, unissued: figure, unused: figure, spoilt: figure }), {
      nil: undefined,
    }),
    uncertain: fc.option(figure, { nil: undefined }),
  });
  const reportsOf = (drawn: readonly { station: string; account?: object; uncertain?: number }[]) => {
    const revisions = new Map<string, number>();
    return drawn.map(({ station, account, uncertain }) => {
      const revision = (revisions.get(station) ?? 0) + 1;
      revisions.set(station, revision);
      return aReport({
        station,
        revision,
        ...(revision > 1 ? { reason: 'again' } : {}),
        ...(account ? { account } : {}),
        ...(uncertain === undefined ? {} : { questionable: { rejected: { uncertain } } }),
      });
    });
  };
  const without = ({ changes: _changes, entries: _entries, ...result }: ConstituencyResult): object => result;

  test('give the same results whether they are public or not once every station reported, and verify', () => {
    fc.assert(
      fc.property(fc.array(body, { maxLength: 7 }), fc.nat(6), (drawn, cut) => {
        const acts: readonly Act[] = reportsOf(drawn as Parameters<typeof reportsOf>[0]).map((one) =>
          act(one),
        );
        const ledger = (publishAccounts: boolean) =>
          ledgerOf(
            [definitionAct({ ...definition, publishAccounts }), ...acts.slice(0, cut)],
            acts.slice(cut),
          );
        const [open, closed] = [ledger(true), ledger(false)];
        expect(findings(closed)).toEqual([]);
        expect(findings(open)).toEqual([]);
        for (const name of ['results.csv', 'stations.csv', 'allocation.json']) {
          expect(figuresOf(fileText(published(closed), name))).toBe(
            figuresOf(fileText(published(open), name)),
          );
        }
        const told = resultIn(published(closed));
        const all = told.stations.every(({ id, status }) => id === 'CCS' || status === 'reported');
        if (all) expect(without(told)).toEqual(without(resultIn(published(open))));
        else if (textOf(closed).includes('report-withheld'))
          expect(told.misplaced?.estimate ?? null).toBeNull();
      }),
      { numRuns: 150 },
    );
  });
});
