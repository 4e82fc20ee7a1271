import { describe, expect, test } from 'vitest';
import { storedAct } from '#functions/acts/stored-acts.ts';
import { memoryObjectStore } from '#functions/adapters/local/memory-object-store.ts';
import { memoryRecords } from '#functions/adapters/local/memory-records.ts';
import type { ObjectStore, RemovableObjects, Signer } from '#functions/ports.ts';
import { rebuildElection } from '#functions/publishing/rebuild-election.ts';
import { publishingJobs } from '#functions/publishing/sweep.ts';
import { sha256Hex } from '#shared/hash.ts';
import { isBakeHistory } from '#shared/publication/page-delta.ts';
import type { OrderedAct } from '#shared/recount/filing-act.ts';
import { must } from '#shared/result.ts';
import {
  aConstituency,
  aDefinition,
  aList,
  aReport,
  aStation,
  definitionAct,
  reportAct,
} from '../../support/builders.ts';
import { annexTwo, filed } from '../../support/filings.ts';
import { newSigner } from '../commands/verify-fixture.ts';

const definition = aDefinition({
  constituencies: [aConstituency({ id: 'LC1', contestants: [aList('1', 2), aList('2', 1)] })],
  stations: ['A', 'B', 'C'].map((id) => aStation(id)),
});
const election = definition.id;
/** Shows all that a page is made of. */
const pages = { build: 3, render: async (view: unknown) => new TextEncoder().encode(JSON.stringify(view)) };

/** A portal that publishes after every act, and sweeps. */
const publishedNight = async (acts: readonly OrderedAct[], signer: Signer = newSigner('returns.example')) => {
  const [records, files] = [memoryRecords(), memoryObjectStore()];
  const signers = { real: signer, test: signer };
  let now = new Date(0);
  const jobs = publishingJobs({
    records,
    files,
    pages,
    signers,
    clock: { now: () => now },
    remove: (key) => files.remove(key),
  });
  await records.registerElection(election);
  for (const act of acts) {
    now = new Date(Math.max(now.getTime(), Date.parse(act.acceptedAt)));
    await records.accept(storedAct(act));
    await jobs.sweep();
  }
  return { records, files, signers };
};

/** What stands under every key: version, type, and the hash of its bytes. */
const contents = async (files: ObjectStore) => {
  const found: Record<string, string> = {};
  for (const key of await files.list('')) {
    const { version, contentType, bytes } = must(await files.get(key), `${key} is listed`);
    found[key] = `${version} ${contentType} ${sha256Hex(bytes)}`;
  }
  return found;
};
const bytesOnly = (all: Record<string, string>) =>
  Object.fromEntries(Object.entries(all).map(([key, text]) => [key, text.split(' ').at(-1)]));

const isOfOneElection = (key: string): boolean =>
  key.includes(`/${election}/`) || key.startsWith(`baked/${election}`);
const withoutOutside = (all: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(all).filter(
      ([key]) => isOfOneElection(key) && !key.endsWith('/heartbeat') && !isBakeHistory(key),
    ),
  );

const rebuild = async (
  night: Awaited<ReturnType<typeof publishedNight>>,
  files: RemovableObjects = memoryObjectStore(),
) => {
  const versions: number[] = [];
  const ports = { records: night.records, files, pages, signers: night.signers };
  const rebuilt = await rebuildElection(ports, election, (version) => versions.push(version));
  return { files, rebuilt, versions };
};

const acts = [
  definitionAct(definition, { acceptedAt: '2016-07-01T00:00:00.000Z' }),
  ...filed(annexTwo()),
  reportAct(aReport({ station: 'A' }), 5),
  reportAct(aReport({ station: 'B' }), 6),
  reportAct(aReport({ station: 'A', revision: 2, reason: 'digits swapped', votes: { '1': 3, '2': 1 } }), 7),
] as const;

describe('an election that is rebuilt', () => {
  test('has every file and page that was published, byte for byte, with its version and type', async () => {
    const night = await publishedNight(acts);
    const { files, rebuilt, versions } = await rebuild(night);
    const [made, published] = [
      withoutOutside(await contents(files)),
      withoutOutside(await contents(night.files)),
    ];
    expect(Object.keys(made).length).toBeGreaterThan(150);
    expect(Object.keys(made)).toEqual(Object.keys(published));
    expect(made).toEqual(published);
    expect(versions).toEqual(Array.from({ length: acts.length }, (_, index) => index + 1));
    expect(rebuilt).toMatchObject({ versions: acts.length });
  });

  test('never brings back, not for a moment, what was withdrawn when inspection ended', async () => {
    const ended = { kind: 'inspection-ended' as const, endedOn: '2017-09-09' };
    const all = [...acts, ...filed([...annexTwo(), ended]).slice(-1)].map((act, index) =>
      index === acts.length ? { ...act, acceptedAt: '2017-09-09T16:00:00.000Z' } : act,
    );
    const night = await publishedNight(all);
    const held = memoryObjectStore();
    const written: string[] = [];
    await rebuild(night, {
      ...held,
      putIfAbsent: (key, object) => {
        written.push(new TextDecoder().decode(object.bytes));
        return held.putIfAbsent(key, object);
      },
    });
    expect(written.join()).not.toContain('Distributed on street');
    expect(withoutOutside(await contents(held))).toEqual(withoutOutside(await contents(night.files)));
  });

  test('with another key differs in what is signed, and in nothing else', async () => {
    const night = await publishedNight(acts);
    const other = newSigner('returns.example');
    const { files } = await rebuild({ ...night, signers: { real: other, test: other } });
    const [made, published] = [
      withoutOutside(await contents(files)),
      withoutOutside(await contents(night.files)),
    ];
    const differing = Object.keys(made).filter((key) => made[key] !== published[key]);
    expect(differing.filter((key) => !/\/verify\/index\.html$|\/archives\//.test(key))).toEqual([
      `data/${election}/log/checkpoint`,
      `data/${election}/log/vkey`,
    ]);
  });

  test('without a key has all that needs none, and the publisher does the rest', async () => {
    const night = await publishedNight(acts);
    const files = memoryObjectStore();
    await rebuildElection({ ...night, files, pages, signers: null }, election, () => undefined);
    expect(await files.get(`data/${election}/latest.json`)).toBeNull();
    expect(await files.get(`data/${election}/log/checkpoint`)).toBeNull();
    await publishingJobs({
      ...night,
      files,
      pages,
      clock: { now: () => new Date('2016-09-05T00:00:00Z') },
    }).sweep();
    expect(bytesOnly(withoutOutside(await contents(files)))).toEqual(
      bytesOnly(withoutOutside(await contents(night.files))),
    );
  });

  test('that was never ordered leaves nothing', async () => {
    const night = await publishedNight([]);
    const { files, rebuilt } = await rebuild(night);
    expect([rebuilt, await files.list('')]).toEqual([null, []]);
  });

  test('whose acts are not those that were ordered is refused', async () => {
    const night = await publishedNight(acts);
    const records = {
      ...night.records,
      list: async (...args: Parameters<typeof night.records.list>) =>
        (await night.records.list(...args)).map((act) => ({
          ...act,
          body: act.body.replace('digits swapped', 'digits swopped'),
        })),
    };
    await expect(rebuild({ ...night, records })).rejects.toThrow('recomputes to another ledger');
  });
});
