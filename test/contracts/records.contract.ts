import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { PORTAL, type Records, RecordTooLarge, type StoredAct } from '#functions/ports.ts';
import { sha256Hex } from '#shared/hash.ts';

const anElection = (): string => `test-${randomUUID()}`;

const anAct = (over: Partial<StoredAct> = {}): StoredAct => {
  const body = over.body ?? '{"votes":{"1":152}}';
  return {
    election: 'legco-2012',
    partition: 'LC1',
    key: 'A0101#1#000001',
    sha256: sha256Hex(new TextEncoder().encode(body)),
    body,
    acceptedAt: '2012-09-09T23:12:00+08:00',
    ...over,
  };
};

/** Text that no compression makes small. */
const noise = (bytes: number): string => {
  let text = '';
  while (text.length < bytes) text += randomUUID().replaceAll('-', '');
  return JSON.stringify(text.slice(0, bytes));
};

export const recordsContract = (name: string, open: () => Records): void => {
  describe(`records: ${name}`, () => {
    test('an accepted act is found again as it was given', async () => {
      const act = anAct({ election: anElection(), body: '{"name":"香港島 🗳️ \\u0000"}' });
      expect(await open().accept(act)).toEqual({ kind: 'accepted' });
      expect(await open().find(act.election, act.partition, act.key)).toEqual(act);
    });

    test('a record of the whole portal is kept like an act, and never seen among the elections', async () => {
      const record = anAct({ election: PORTAL, partition: `test-${randomUUID()}` });
      expect(await open().accept(record)).toEqual({ kind: 'accepted' });
      expect(await open().accept(record)).toEqual({ kind: 'replayed', act: record });
      expect(await open().find(PORTAL, record.partition, record.key)).toEqual(record);
      expect(await open().list(PORTAL, record.partition)).toEqual([record]);
      expect(await open().elections()).not.toContain(PORTAL);
    });

    test('what was never accepted is null, and its partition is empty', async () => {
      const election = anElection();
      expect(await open().find(election, 'LC1', 'A0101#1#000001')).toBeNull();
      expect(await open().list(election, 'LC1')).toEqual([]);
    });

    test('the same content again is replayed with the first act, whatever the time of the second', async () => {
      const act = anAct({ election: anElection() });
      await open().accept(act);
      const again = await open().accept({ ...act, acceptedAt: '2012-09-10T01:00:00+08:00' });
      expect(again).toEqual({ kind: 'replayed', act });
    });

    test('other content under the same key is a conflict and changes nothing', async () => {
      const act = anAct({ election: anElection() });
      await open().accept(act);
      const other = anAct({ election: act.election, body: '{"votes":{"1":153}}' });
      expect(await open().accept(other)).toEqual({ kind: 'conflict', act });
      expect(await open().list(act.election, act.partition)).toEqual([act]);
    });

    test('of a hundred racing accepts with ten contents exactly one is accepted', async () => {
      const election = anElection();
      const acts = Array.from({ length: 100 }, (_, n) => anAct({ election, body: `{"n":${n % 10}}` }));
      const outcomes = await Promise.all(acts.map((act) => open().accept(act)));
      expect(outcomes.filter(({ kind }) => kind === 'accepted')).toHaveLength(1);
      const [standing] = await open().list(election, 'LC1');
      outcomes.forEach((outcome, n) => {
        const same = acts[n]?.sha256 === standing?.sha256;
        expect(same ? ['accepted', 'replayed'] : ['conflict']).toContain(outcome.kind);
      });
      expect(outcomes.filter(({ kind }) => kind === 'replayed')).toHaveLength(9);
    });

    test('a list holds its own partition only, in the order of its keys', async () => {
      const election = anElection();
      const keys = ['B#2', 'A#10', 'A#2', 'a', 'Ａ', '香', '🗳'];
      for (const key of keys) await open().accept(anAct({ election, key }));
      await open().accept(anAct({ election, partition: 'LC10', key: 'A#1' }));
      await open().accept(anAct({ election: anElection(), key: 'A#1' }));
      const listed = (await open().list(election, 'LC1')).map(({ key }) => key);
      expect(listed).toEqual(['A#10', 'A#2', 'B#2', 'a', '香', 'Ａ', '🗳']);
    });

    test('a prefix narrows the list', async () => {
      const election = anElection();
      for (const key of ['A0101#1', 'A0101#2', 'A0102#1', 'A01'])
        await open().accept(anAct({ election, key }));
      const listed = await open().list(election, 'LC1', { prefix: 'A0101' });
      expect(listed.map(({ key }) => key)).toEqual(['A0101#1', 'A0101#2']);
    });

    test('a bound leaves what comes before it, by bytes', async () => {
      const election = anElection();
      for (const key of ['declaration#001', 'event#A', 'report#A#01', 'report', '香'])
        await open().accept(anAct({ election, key }));
      const listed = await open().list(election, 'LC1', { below: 'report#' });
      expect(listed.map(({ key }) => key)).toEqual(['declaration#001', 'event#A', 'report']);
      expect(await open().list(election, 'LC1', { below: 'a' })).toEqual([]);
      const after = await open().list(election, 'LC1', { from: 'report' });
      expect(after.map(({ key }) => key)).toEqual(['report', 'report#A#01', '香']);
      expect(await open().list(election, 'LC1', { from: '香#' })).toEqual([]);
    });

    test('a partition of several megabytes is listed whole', async () => {
      const election = anElection();
      const acts = Array.from({ length: 90 }, (_, n) =>
        anAct({ election, key: String(n).padStart(4, '0'), body: noise(30_000) }),
      );
      await Promise.all(acts.map((act) => open().accept(act)));
      expect(await open().list(election, 'LC1')).toEqual(acts);
    });

    test('a long body comes back letter by letter', async () => {
      const act = anAct({ election: anElection(), body: JSON.stringify('選舉'.repeat(400_000)) });
      await open().accept(act);
      expect(await open().find(act.election, act.partition, act.key)).toEqual(act);
      expect((await open().accept(act)).kind).toBe('replayed');
    });

    test('a body that no record can hold is refused and leaves nothing', async () => {
      const act = anAct({ election: anElection(), body: noise(900_000) });
      await expect(open().accept(act)).rejects.toThrow(RecordTooLarge);
      expect(await open().find(act.election, act.partition, act.key)).toBeNull();
    });

    test('batches come back ascending, after the version asked for', async () => {
      const election = anElection();
      const batches = Array.from({ length: 12 }, (_, n) => ({
        election,
        version: n + 1,
        body: `{"n":${n}}`,
      }));
      for (const batch of batches) expect(await open().appendBatch(batch)).toBe('appended');
      expect(await open().batches(election)).toEqual(batches);
      expect(await open().batches(election, 9)).toEqual(batches.slice(9));
      expect(await open().batches(election, 12)).toEqual([]);
    });

    test('a version is taken once; an equal body is our own lost acknowledgement', async () => {
      const election = anElection();
      const mine = { election, version: 1, body: '{"mine":true}' };
      expect(await open().appendBatch(mine)).toBe('appended');
      expect(await open().appendBatch({ ...mine, body: '{"mine":false}' })).toBe('taken');
      expect(await open().appendBatch(mine)).toBe('appended');
      expect(await open().batches(election)).toEqual([mine]);
    });

    test('of twenty racing publishers one takes the version', async () => {
      const election = anElection();
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          open().appendBatch({ election, version: 1, body: `{"by":${n}}` }),
        ),
      );
      expect(outcomes.filter((outcome) => outcome === 'appended')).toHaveLength(1);
    });

    test('a missing version is an error, never a shorter order', async () => {
      const election = anElection();
      await open().appendBatch({ election, version: 1, body: '{}' });
      await open().appendBatch({ election, version: 3, body: '{}' });
      await expect(open().batches(election)).rejects.toThrow('misses version 2');
    });

    test.each([0, -1, 1.5, Number.NaN])('version %d is refused', async (version) => {
      await expect(open().appendBatch({ election: anElection(), version, body: '{}' })).rejects.toThrow(
        RangeError,
      );
    });

    test('an election is registered once, however often it is said', async () => {
      const election = anElection();
      await open().registerElection(election);
      await open().registerElection(election);
      expect((await open().elections()).filter((id) => id === election)).toEqual([election]);
    });
  });
};
