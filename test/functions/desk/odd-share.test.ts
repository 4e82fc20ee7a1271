import { afterAll, describe, expect, test } from 'vitest';
import { signIn } from '../../support/api.ts';
import { aReport, aStation } from '../../support/builders.ts';
import { ARO, anEntry, DEPUTY, PRESIDING, testDesk } from '../../support/desk.ts';

const account = signIn();
afterAll(account.remove);

const OTHERS = Array.from({ length: 10 }, (_, index) => `S${index}`);
const usual = (station: string) => aReport({ station, votes: { '1': 900, '2': 90, '3': 10 } });
const ODD = { '1': 100, '2': 90, '3': 810 };

const desk = () =>
  testDesk(account, { stations: [aStation('A'), aStation('B'), ...OTHERS.map((id) => aStation(id))] });

/** Before the close of poll, which the tests' clock is a minute after. */
const EARLY = new Date('2016-09-04T21:00:00+08:00');

describe('what a station’s form is held against', () => {
  test('is what is public by now: nothing that only lies on the desk', async () => {
    const { api, station, enter } = await desk();
    await api.report(OTHERS.slice(1).map(usual));
    await enter(PRESIDING, anEntry({ votes: ODD }));
    const sums = { votes: { '1': 8100, '2': 810, '3': 90 }, valid: 9000, stationsReported: 9 };
    expect((await station(DEPUTY)).soFar).toEqual(sums);
  });

  test('is nothing before the close of poll, and no hint tells it then', async () => {
    const { api, station } = await desk();
    api.atDate(EARLY);
    await api.report(OTHERS.map(usual));
    const own = await api.report(aReport({ votes: ODD }));
    expect(own.body.warnings ?? []).toEqual([]);
    const early = await station(PRESIDING);
    expect([early.soFar, early.warnings]).toEqual([null, []]);
    api.atDate(new Date('2016-09-04T23:00:00+08:00'));
    const late = await station(PRESIDING);
    expect([late.soFar?.stationsReported, late.warnings.map(({ code }) => code)]).toEqual([11, ['outlier']]);
  });

  test('shows the confirming officer what the station said to an odd share', async () => {
    const { api, station, enter } = await desk();
    await api.report(OTHERS.map(usual));
    await enter(PRESIDING, anEntry({ votes: ODD, explanations: { outlier: 'their own village' } }));
    expect((await station(ARO)).warnings).toMatchObject([
      { code: 'outlier', explanation: 'their own village', figures: { contestant: '3' } },
    ]);
  });
});
