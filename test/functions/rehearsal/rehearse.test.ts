import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { definitionRevisions } from '#functions/acts/stored-acts.ts';
import { dynamoDbRecords } from '#functions/adapters/aws/dynamodb-records.ts';
import { memoryRecords } from '#functions/adapters/local/memory-records.ts';
import { recordsTable } from '#functions/local/stores/dynalite-server.ts';
import type { Records } from '#functions/ports.ts';
import { PLAYED_BY, rehearsalId } from '#shared/election/rehearsal-id.ts';
import { must } from '#shared/result.ts';
import { runningStores, type TestStores } from '../../contracts/running-stores.ts';
import { aClock, acceptedIn, aJob, CLOSES, END, everyMinute, NIGHT, stepsOf } from './rehearsal-world.ts';

const ID = rehearsalId(NIGHT);
const WEEKS_AHEAD = CLOSES - 21 * 86_400_000;

/** Every so many writes one fails: before it took effect, or after it did. */
const failing = (records: Records, every: number): Records => {
  let writes = 0;
  return {
    ...records,
    accept: async (act) => {
      writes += 1;
      if (writes % every !== 0) return records.accept(act);
      if (writes % (2 * every) === 0) await records.accept(act);
      throw new Error('The power went.');
    },
  };
};

describe('a rehearsal night', () => {
  let stores: TestStores;
  beforeAll(async () => {
    stores = await runningStores();
  });
  afterAll(() => stores.end());

  test('is announced weeks ahead as a test, and nothing is reported before its poll closes', async () => {
    const [clock, records] = [aClock(WEEKS_AHEAD), memoryRecords()];
    const run = aJob(clock, records);
    await run();
    clock.set(CLOSES - 60_000);
    await run();
    const [announced, ...more] = await definitionRevisions(records, ID);
    expect(more).toEqual([]);
    expect(announced?.body).toMatchObject({ id: ID, test: true, pollClosesAt: NIGHT.closesAt });
    expect(await records.elections()).toEqual([ID]);
    expect(await acceptedIn(records)).toEqual([]);
  });

  test('has every step once, in order, by its end, when it is woken each minute', async () => {
    const [clock, records] = [aClock(CLOSES - 120_000), memoryRecords()];
    const run = aJob(clock, records);
    await everyMinute(clock, run, CLOSES + 30 * 60_000);
    const third = await acceptedIn(records);
    expect(third.length).toBeGreaterThan(stepsOf().length / 4);
    expect(third.length).toBeLessThan(stepsOf().length / 2);
    expect(third).toEqual(stepsOf().slice(0, third.length));
    await everyMinute(clock, run, END);
    expect(await acceptedIn(records)).toEqual(stepsOf());
    const acts = await records.list(ID, 'HKI');
    expect(acts.every(({ by }) => by === PLAYED_BY)).toBe(true);
  });

  test('that lost power again and again, on real stores, ends as if nothing had happened', async () => {
    const clock = aClock(CLOSES - 60_000);
    const kept = dynamoDbRecords({ client: stores.dynamoDb, table: recordsTable });
    const flaky = failing(kept, 7);
    let failed = 0;
    for (let minute = CLOSES - 60_000; minute <= END + 60_000; minute += 240_000) {
      clock.set(Math.max(minute, clock.now().getTime()));
      // Each time in a new process, which remembers nothing.
      await aJob(clock, flaky)().catch((cause: Error) => {
        expect(cause.message).toContain('was not taken, 500');
        failed += 1;
      });
    }
    for (; (await acceptedIn(kept)).length < stepsOf().length; failed += 1)
      await aJob(clock, flaky)().catch(() => undefined);
    expect(failed).toBeGreaterThan(10);
    expect(await acceptedIn(kept)).toEqual(stepsOf());
  });

  test('is taken once by two who play it at the same time', async () => {
    const [clock, records] = [aClock(CLOSES), memoryRecords()];
    const jobs = [aJob(clock, records), aJob(clock, records)];
    clock.set(END);
    await Promise.all(jobs.map((run) => run()));
    expect([...(await acceptedIn(records))].sort()).toEqual([...stepsOf()].sort());
  });

  test('that begins late catches up, and ends within the time of a run', async () => {
    const records = memoryRecords();
    await aJob(aClock(END + 3_600_000, 200), records, { runMs: 20_000 })();
    const first = await acceptedIn(records);
    expect(first.length).toBeGreaterThan(0);
    expect(first.length).toBeLessThan(stepsOf().length);
    expect(first).toEqual(stepsOf().slice(0, first.length));
    await aJob(aClock(END + 4_000_000), records)();
    expect(await acceptedIn(records)).toEqual(stepsOf());
  });

  test('can be moved until its poll closes, and not back to where it was', async () => {
    const [clock, records] = [aClock(WEEKS_AHEAD), memoryRecords()];
    const later = { ...NIGHT, closesAt: '2026-12-05T23:00:00+08:00' };
    await aJob(clock, records)();
    await aJob(clock, records, { nights: [later] })();
    const closes = async () => (await definitionRevisions(records, ID)).map(({ body }) => body.pollClosesAt);
    expect(await closes()).toEqual([NIGHT.closesAt, later.closesAt]);
    await expect(aJob(clock, records)()).rejects.toThrow('give its closesAt another minute');
    clock.set(Date.parse(later.closesAt));
    const changed = { ...later, closesAt: '2026-12-05T22:45:00+08:00' };
    await aJob(clock, records, { nights: [changed], runMs: 0 })();
    expect(await closes()).toEqual([NIGHT.closesAt, later.closesAt]);
  });

  test('that stands still is told, and holds up no other', async () => {
    const [clock, records] = [aClock(CLOSES), memoryRecords()];
    const other = { ...NIGHT, closesAt: '2026-12-06T22:30:00+08:00' };
    const broken: Records = {
      ...records,
      list: async (election, ...rest) => {
        if (election === ID) throw new Error('This partition is lost.');
        return records.list(election, ...rest);
      },
    };
    await expect(aJob(clock, broken, { nights: [NIGHT, other] })()).rejects.toThrow(
      'Not every rehearsal night could be played: This partition is lost.',
    );
    expect(await records.elections()).toEqual([rehearsalId(other)]);
  });

  test('that was replayed from 2012 is a test with a name that says so, and ends as 2012 was declared', async () => {
    const [clock, records] = [aClock(END), memoryRecords()];
    const night = { ...NIGHT, election: 'legco-2012', closesAt: '2026-12-12T22:30:00+08:00' } as const;
    clock.set(Date.parse(night.closesAt) + 90 * 60_000);
    await aJob(clock, records, { nights: [night] })();
    const id = rehearsalId(night);
    const { body } = must((await definitionRevisions(records, id))[0], 'announced');
    expect(body.test).toBe(true);
    expect(body.title.en).toBe(
      'Rehearsal of 12 December 2026: replay of the 2012 Legislative Council General Election',
    );
    expect(
      (await acceptedIn(records, night)).filter((place) => place.endsWith('declaration#001')),
    ).toHaveLength(6);
  });
});
