import { describe, expect, test } from 'vitest';
import { checkReport } from '#shared/election/check-report.ts';
import type { ElectionDefinition } from '#shared/election/definition.ts';
import type { StationReport } from '#shared/election/report.ts';
import { outlierWarnings } from '#shared/recount/outlier.ts';
import { reportWarnings } from '#shared/recount/report-warnings.ts';
import { must } from '#shared/result.ts';
import {
  aCandidate,
  aConstituency,
  aDefinition,
  anElectionOf,
  aRankedReport,
  aRanking,
  aReport,
  aStation,
  count,
} from '../../support/builders.ts';

const warned = (definition: ElectionDefinition, report: StationReport) => {
  const placed = checkReport(definition, report);
  return reportWarnings(must(placed.ok ? placed.value : null, 'the report fits'), definition);
};
const codes = (...input: Parameters<typeof warned>) => warned(...input).map(({ code }) => code);
const account = (supplied: number, changes = {}) => ({
  supplied,
  unissued: 0,
  unused: 0,
  spoilt: 0,
  tendered: 0,
  ...changes,
});

describe('a report with a whole account', () => {
  test('has nothing to be asked about', () => {
    expect(codes(aDefinition(), aReport({ account: account(16) }))).toEqual([]);
    expect(codes(aDefinition(), aReport())).toEqual([]);
  });

  test('is asked about papers that nobody issued, and never about a few that are missing', () => {
    expect(codes(aDefinition(), aReport({ account: account(15) }))).toEqual(['A4']);
    expect(codes(aDefinition(), aReport({ account: account(20) }))).toEqual([]);
  });

  test('is asked about tendered papers that nobody recorded', () => {
    expect(codes(aDefinition(), aReport({ account: account(17), invalid: { tendered: 1 } }))).toEqual(['A7']);
  });

  test('of a main station is not held against papers of others that it counted too', () => {
    const definition = aDefinition({
      stations: [aStation('A'), aStation('S', { kind: 'small_polling', countedAt: 'A' })],
    });
    expect(codes(definition, aReport({ account: account(1) }))).toEqual([]);
  });
});

describe('a report', () => {
  test('of more papers than electors is asked about, feeders counted in', () => {
    const own = anElectionOf(aConstituency());
    const with15 = { ...own, stations: [aStation('A', { electors: 15 })] };
    expect(warned(with15, aReport())).toEqual([
      { code: 'papers-over-electors', fields: ['$.votes'], figures: { papers: 16, electors: 15 } },
    ]);
    const feeder = (electors?: number) =>
      aStation('S', {
        kind: 'small_polling',
        countedAt: 'A',
        ...(electors === undefined ? {} : { electors }),
      });
    expect(codes({ ...with15, stations: [...with15.stations, feeder(1)] }, aReport())).toEqual([]);
    expect(codes({ ...with15, stations: [...with15.stations, feeder()] }, aReport())).toEqual([]);
  });

  test('is asked about rejected papers above five per cent of a hundred', () => {
    const of = (unmarked: number, votes: number) =>
      codes(aDefinition(), aReport({ votes: { '1': votes, '2': 0, '3': 0 }, invalid: { unmarked } }));
    expect(of(6, 94)).toEqual(['rejected-share']);
    expect(of(5, 95)).toEqual([]);
    expect(of(50, 49)).toEqual([]);
  });

  test('is asked about lists it leaves out and grounds its papers cannot have', () => {
    expect(
      warned(aDefinition(), aReport({ votes: { '2': 1 }, invalid: { no_first: 1, multiple_first: 0 } })),
    ).toEqual([
      { code: 'contestant-missing', fields: ['$.votes'], figures: { contestants: '1, 3' } },
      {
        code: 'ground-not-applicable',
        fields: ['$.invalid.no_first'],
        figures: { ground: 'no_first', system: 'list_pr' },
      },
    ]);
  });

  test('of several votes a paper is asked about more votes than papers can bear', () => {
    const labour = anElectionOf(
      aConstituency({
        kind: 'ordinary_fc',
        system: 'first_past_the_post',
        seats: 2,
        contestants: ['1', '2', '3'].map((id) => aCandidate(id)),
      }),
    );
    const of = (papers: number) => codes(labour, aReport({ votes: { '1': 5, '2': 4, '3': 1 }, papers }));
    expect([of(5), of(4), of(10), of(11)]).toEqual([[], ['A6'], [], ['A6']]);
  });

  test('of ranked papers and of questions is held against its account too', () => {
    const ranked = anElectionOf(aRanking(['1', '2', '3']));
    expect(
      codes(
        ranked,
        aRankedReport(
          [
            [['1'], 5],
            [[null, '1'], 5],
          ],
          { account: account(4) },
        ),
      ),
    ).toEqual(['A4']);
    const asked = anElectionOf(
      aConstituency({
        kind: 'referendum',
        system: 'net_support',
        seats: 1,
        contestants: ['1', '2'].map((id) => aCandidate(id)),
      }),
    );
    const { votes: _, ...rest } = aReport({ account: account(2) });
    expect(codes(asked, { ...rest, choices: { '1': { support: 1, oppose: 1, abstain: 1 } } })).toEqual([
      'A4',
      'contestant-missing',
    ]);
  });
});

describe('an outlier', () => {
  const stations = Array.from({ length: 10 }, (_, index) => `S${index}`);
  const definition = anElectionOf(aConstituency(), stations);
  const usual = stations
    .slice(1)
    .map((station) => aReport({ station, votes: { '1': 900, '2': 90, '3': 10 } }));

  test('is a list far above its share in the constituency', () => {
    const result = count(definition, [
      ...usual,
      aReport({ station: 'S0', votes: { '1': 100, '2': 90, '3': 810 } }),
    ])();
    expect(result.stations[0]?.flags).toEqual([
      {
        code: 'outlier',
        fields: ['$.votes["3"]'],
        figures: {
          contestant: '3',
          votes: 810,
          valid: 1000,
          constituencyVotes: 900,
          constituencyValid: 10_000,
        },
      },
    ]);
    expect(result.stations[1]?.flags).toEqual([]);
  });

  test('that its station explained stays in sight, without figures once others moved the shares', () => {
    const odd = aReport({
      station: 'S0',
      votes: { '1': 100, '2': 90, '3': 810 },
      explanations: { outlier: 'their own village' },
    });
    const flag = { code: 'outlier', explanation: 'their own village' };
    expect(count(definition, [...usual, odd])().stations[0]?.flags).toMatchObject([
      { ...flag, figures: { votes: 810 } },
    ]);
    expect(count(definition, [odd])().stations[0]?.flags).toEqual([
      { ...flag, fields: ['$.votes'], figures: {} },
    ]);
  });

  test.each([
    ['in a small station', { votes: { '3': 199 } }, { stationsReported: 10, valid: 10_000 }],
    ['among few reports', { votes: { '3': 500 } }, { stationsReported: 9, valid: 10_000 }],
    ['where nothing is valid', { votes: { '3': 500 } }, { stationsReported: 10, valid: 0 }],
  ])('is nothing %s', (_, changes, tally) => {
    expect(
      outlierWarnings(aReport(changes), aConstituency(), { votes: new Map([['3', 1]]), ...tally }),
    ).toEqual([]);
  });

  test('is nothing where papers are ranked', () => {
    expect(
      outlierWarnings(aReport(), aRanking(['1']), { votes: new Map(), valid: 1, stationsReported: 99 }),
    ).toEqual([]);
  });
});
