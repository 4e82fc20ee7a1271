import { describe, expect, test } from 'vitest';
import { storedAct } from '#functions/acts/stored-acts.ts';
import { memoryObjectStore } from '#functions/adapters/local/memory-object-store.ts';
import { memoryRecords } from '#functions/adapters/local/memory-records.ts';
import { coldLedger, orderPending } from '#functions/publishing/ledger-sync.ts';
import type { PublishPorts } from '#functions/publishing/publish-election.ts';
import { publishingJobs } from '#functions/publishing/sweep.ts';
import { MixedElection } from '#functions/publishing/test-mark.ts';
import type { ElectionDefinition } from '#shared/election/definition.ts';
import { PLAYED_BY } from '#shared/election/rehearsal-id.ts';
import { dataPaths } from '#shared/publication/paths.ts';
import { readPointer } from '#shared/publication/read-pointer.ts';
import { must } from '#shared/result.ts';
import { aDefinition, aReport, definitionAct, minutes, reportAct } from '../../support/builders.ts';
import { newSigner } from '../commands/verify-fixture.ts';

const ID = 'legco-2016';

/** A publisher over stores of its own; `public` is every public byte by its name. */
const aPortal = () => {
  const [records, files] = [memoryRecords(), memoryObjectStore()];
  const pages = { build: 1, render: async () => new TextEncoder().encode('<p>') };
  const signers = { real: newSigner('returns.example'), test: newSigner('returns.example/test') };
  const ports: PublishPorts = { records, files, pages, signers, clock: { now: () => new Date(minutes(10)) } };
  return {
    records,
    files,
    ports,
    define: (test: boolean, revision = 1, changes: Partial<ElectionDefinition> = {}, by?: string) =>
      records.accept(storedAct(definitionAct(aDefinition({ test, ...changes }), { revision }), by)),
    /** In a process that remembers nothing. */
    publish: () => publishingJobs(ports).publish(ID),
    public: async () => {
      const keys = await files.list('');
      const objects = await Promise.all(keys.map((key) => files.get(key)));
      return new Map(keys.map((key, at) => [key, Buffer.from(objects[at]?.bytes ?? []).toString('base64')]));
    },
    testInPointer: async () =>
      readPointer(must(await files.get(dataPaths.latest(ID)), 'published').bytes)?.test,
  };
};

type Portal = ReturnType<typeof aPortal>;

/** Nothing public may change, in a process that knows the election and in one that does not; and no batch may hold what was planted. */
const expectRefused = async (portal: Portal, says: string): Promise<void> => {
  const [before, batches] = [await portal.public(), await portal.records.batches(ID)];
  await expect(portal.publish()).rejects.toThrow(MixedElection);
  await expect(portal.publish()).rejects.toThrow(says);
  expect(await portal.public()).toEqual(before);
  expect(await portal.records.batches(ID)).toEqual(batches);
};

/** Records that say so, with their order written down, beside public files that came from elsewhere. */
const ordered = async (test: boolean, objects: ReadonlyMap<string, string>): Promise<Portal> => {
  const portal = aPortal();
  await portal.define(test);
  await orderPending(portal.ports, coldLedger(ID));
  for (const [key, bytes] of objects)
    await portal.files.putForward(key, {
      bytes: Buffer.from(bytes, 'base64'),
      contentType: 'application/octet-stream',
      cacheControl: '',
      version: 1,
    });
  return portal;
};

describe('a real election and a test', () => {
  test.each([true, false])('keep their mark in the pointer: test is %s', async (mark) => {
    const portal = aPortal();
    await portal.define(mark);
    await portal.publish();
    expect(await portal.testInPointer()).toBe(mark);
    await portal.records.accept(storedAct(reportAct(aReport(), 1)));
    expect(await portal.publish()).toMatchObject({ version: 2, test: mark });
  });

  test.each([
    [false, 'it is a real election, and a revision of its definition says a test election'],
    [true, 'it is a test election, and a revision of its definition says a real election'],
  ])('a planted revision that turns the mark from %s is not published', async (mark, says) => {
    const portal = aPortal();
    await portal.define(mark);
    await portal.publish();
    await portal.define(!mark, 2);
    await expectRefused(portal, says);
  });

  test.each([
    [false, 'its definition says a real election, and what is published as version 1 says a test election'],
    [true, 'its definition says a test election, and what is published as version 1 says a real election'],
  ])('records that say test is %s do not move the pointer that says otherwise', async (mark, says) => {
    const published = aPortal();
    await published.define(!mark);
    await published.publish();
    await expectRefused(await ordered(mark, await published.public()), says);
  });

  test.each([
    [false, 'the ledger that stands is returns.example/test/legco-2016, that of a test election'],
    [true, 'the ledger that stands is returns.example/legco-2016, that of a real election'],
  ])(
    'records that say test is %s do not go on with the other’s ledger where the pointer is gone',
    async (mark, says) => {
      const published = aPortal();
      await published.define(!mark);
      await published.publish();
      const objects = await published.public();
      objects.delete(dataPaths.latest(ID));
      await expectRefused(await ordered(mark, objects), says);
    },
  );

  test('what a rehearsal played does not enter a real ledger, and is at home in a test', async () => {
    const portal = aPortal();
    await portal.define(false);
    await portal.publish();
    await portal.records.accept(storedAct(reportAct(aReport(), 1), PLAYED_BY));
    await expectRefused(portal, 'LC1/report#A#01#001 was played by a rehearsal');
    const rehearsal = aPortal();
    await rehearsal.define(true, 1, {}, PLAYED_BY);
    await rehearsal.records.accept(storedAct(reportAct(aReport(), 1), PLAYED_BY));
    expect(await rehearsal.publish()).toMatchObject({ test: true });
  });

  test('the definition of another election is no revision of this one', async () => {
    const portal = aPortal();
    await portal.define(false);
    await portal.publish();
    await portal.define(true, 2, { id: 'rehearsal-20261205' });
    await expectRefused(portal, 'its records hold the definition of rehearsal-20261205');
  });

  test('one election that is refused is told by the sweep, and keeps no other from being published', async () => {
    const portal = aPortal();
    const other = 'legco-2017';
    await portal.records.registerElection(ID);
    await portal.records.registerElection(other);
    await portal.define(false);
    await portal.define(true, 2);
    await portal.records.accept(
      storedAct({ ...definitionAct(aDefinition({ id: other, test: true })), election: other }),
    );
    await expect(publishingJobs(portal.ports).sweep()).rejects.toThrow(
      `Not every election could be published: ${ID} is not published: it is a real election`,
    );
    const keys = [...(await portal.public()).keys()];
    expect(keys).toContain(dataPaths.latest(other));
    expect(keys.filter((key) => key.startsWith(`data/${ID}/`))).toEqual([]);
  });
});
