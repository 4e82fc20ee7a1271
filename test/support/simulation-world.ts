import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { memoryObjectStore } from '#functions/adapters/local/memory-object-store.ts';
import { memoryRecords } from '#functions/adapters/local/memory-records.ts';
import type { ObjectStore, Records, Signer, StoredAct, StoredBatch } from '#functions/ports.ts';
import type { Pages } from '#functions/publishing/pages.ts';
import type { PublishPorts } from '#functions/publishing/publish-election.ts';
import { stubPages } from './simulation-pages.ts';
import type { Machine, Scheduler } from './simulation-scheduler.ts';

/** The stores as they would be without machines in front of them, and a diary of what took effect. */

/** An invariant of the write path that did not hold; `calm` is a job that failed although nothing outside did. */
export class Violation extends Error {
  override readonly name = 'Violation';
  readonly invariant: string;
  constructor(invariant: string, message: string) {
    super(`${invariant}: ${message}`);
    this.invariant = invariant;
  }
}

export interface AcceptedAct {
  readonly act: StoredAct;
  readonly step: number;
  /** Step at which the accepting machine last read the constituency's acts. */
  readonly readAt: number;
}

/** What happened, told by those who saw it happen. */
export interface Diary {
  /** Acts that a store took, in order of arrival, with everything that took the same place later. */
  readonly accepted: AcceptedAct[];
  readonly batches: StoredBatch[];
  /** Notes that were signed. */
  readonly signed: string[];
  /** Keys of public objects changed by the last step. */
  changed: string[];
  /** Wake-ups not delivered yet. */
  wakes: number;
}

export interface World {
  readonly records: Records;
  readonly files: ObjectStore;
  readonly pages: Pages;
  readonly diary: Diary;
  /** Wall time in milliseconds; machines see it with their own error. */
  now: number;
  /** Told of every reading of a publisher's clock. */
  clockRead: (readMs: number) => void;
}

/** What a mutant changes; nothing of it for the real system. */
export interface Planted {
  readonly records?: (base: Records) => Records;
  readonly files?: (base: ObjectStore) => ObjectStore;
  readonly publisher?: (ports: PublishPorts, world: World) => PublishPorts;
}

const keyOf = (byte: number) =>
  createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, byte)]),
    format: 'der',
    type: 'pkcs8',
  });

/** Signs at once, and as often as it is asked: what a publisher's signature must be. */
export const knownSigner = (name: string, byte: number) => {
  const key = keyOf(byte);
  const publicKey = new Uint8Array(
    createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(-32),
  );
  return { name, publicKey, sign: (message: Uint8Array) => new Uint8Array(sign(null, message, key)) };
};

export const SIGNERS = { real: knownSigner('sim.example', 7), test: knownSigner('sim.example/test', 9) };

export const newWorld = (planted: Planted = {}, now = 0): World => {
  const baseRecords = memoryRecords();
  const baseFiles = memoryObjectStore();
  return {
    records: planted.records?.(baseRecords) ?? baseRecords,
    files: planted.files?.(baseFiles) ?? baseFiles,
    pages: stubPages,
    diary: { accepted: [], batches: [], signed: [], changed: [], wakes: 0 },
    now,
    clockRead: () => undefined,
  };
};

/** Records as one machine reaches them. */
export const recordsOf = (world: World, machine: Machine, io: Scheduler): Records => {
  const { records, diary } = world;
  const read = new Map<string, number>();
  const call = <T>(label: string, run: () => Promise<T>): Promise<T> => io.call(machine, label, run);
  return {
    accept: (act) =>
      call(`accept ${act.partition}/${act.key}`, async () => {
        const outcome = await records.accept(act);
        if (outcome.kind !== 'accepted') return outcome;
        machine.effects += 1;
        diary.accepted.push({ act, step: io.steps, readAt: read.get(act.partition) ?? -1 });
        diary.wakes += 1;
        return outcome;
      }),
    find: (...place) => call(`find ${place.slice(1).join('/')}`, () => records.find(...place)),
    list: (...place) =>
      call(`list ${place[1]}`, () => {
        read.set(place[1], io.steps);
        return records.list(...place);
      }),
    appendBatch: (batch) =>
      call(`batch ${batch.version}`, async () => {
        const outcome = await records.appendBatch(batch);
        if (outcome === 'appended') diary.batches.push(batch);
        return outcome;
      }),
    batches: (election, after) => call(`batches after ${after ?? 0}`, () => records.batches(election, after)),
    // Known to the sweep before it exists, even where the definition is then refused: no byte that anyone is shown.
    registerElection: (election) => call('register', () => records.registerElection(election)),
    elections: () => call('elections', () => records.elections()),
  };
};

/** Public files as one machine reaches them; what really changed is looked up, never believed. */
export const filesOf = (world: World, machine: Machine, io: Scheduler): ObjectStore => {
  const { files, diary } = world;
  const call = <T>(label: string, run: () => Promise<T>): Promise<T> => io.call(machine, label, run);
  const write = <T>(label: string, key: string, run: () => Promise<T>): Promise<T> =>
    call(`${label} ${key}`, async () => {
      const before = await files.head(key);
      const outcome = await run();
      const after = await files.head(key);
      if (before?.etag !== after?.etag || before?.version !== after?.version) diary.changed.push(key);
      return outcome;
    });
  return {
    get: (key) => call(`get ${key}`, () => files.get(key)),
    head: (key) => call(`head ${key}`, () => files.head(key)),
    list: (prefix) => call(`list ${prefix}`, () => files.list(prefix)),
    putIfAbsent: (key, object) => write('put', key, () => files.putIfAbsent(key, object)),
    putForward: (key, object) => write('forward', key, () => files.putForward(key, object)),
    replace: (key, object, etag) => write('replace', key, () => files.replace(key, object, etag)),
  };
};

const text = new TextDecoder();

const signerOf = (world: World, machine: Machine, io: Scheduler, real: typeof SIGNERS.real): Signer => ({
  name: real.name,
  publicKey: real.publicKey,
  sign: (message) =>
    io.call(machine, 'sign', async () => {
      world.diary.signed.push(text.decode(message));
      return real.sign(message);
    }),
});

/** Everything a publisher needs, each call of it one step of the schedule. */
export const publishPortsOf = (world: World, machine: Machine, io: Scheduler): PublishPorts => ({
  records: recordsOf(world, machine, io),
  files: filesOf(world, machine, io),
  pages: world.pages,
  clock: {
    now: () => {
      const read = world.now + machine.skewMs;
      world.clockRead(read);
      return new Date(read);
    },
  },
  signers: {
    real: signerOf(world, machine, io, SIGNERS.real),
    test: signerOf(world, machine, io, SIGNERS.test),
  },
});

/** The same stores without machines, faults or waiting: for what is checked after the night. */
export const calmPorts = (world: World, planted: Planted = {}): PublishPorts => {
  const ports: PublishPorts = {
    records: world.records,
    files: world.files,
    pages: world.pages,
    clock: { now: () => new Date(world.now) },
    signers: {
      real: { ...SIGNERS.real, sign: async (message) => SIGNERS.real.sign(message) },
      test: { ...SIGNERS.test, sign: async (message) => SIGNERS.test.sign(message) },
    },
  };
  return planted.publisher?.(ports, world) ?? ports;
};
