import { createHash } from 'node:crypto';
import type { ObjectStore, Records, StoredAct, StoredBatch, StoredObject } from '#functions/ports.ts';
import { ledgerName } from '#functions/publishing/prepare-version.ts';
import type { PublishPorts } from '#functions/publishing/publish-election.ts';
import { canonicalJson } from '#shared/canonical-json.ts';
import { decodeBase64 } from '#shared/ledger/base64.ts';
import { formatCheckpoint } from '#shared/ledger/checkpoint.ts';
import { type Act, actPlace } from '#shared/recount/act.ts';
import type { Batch } from '#shared/recount/order.ts';
import type { Planted, World } from './simulation-world.ts';

/** The eight planted bugs: mistakes that others made, or that are easy to make. Every one must be caught. */

export interface Mutant {
  readonly name: string;
  /** Invariants that tell of it. */
  readonly brokenInvariants: readonly string[];
  /** A new one for each schedule: some of them remember. */
  readonly plant: () => Planted;
}

const placeName = (partition: string, key: string): string => `${partition}/${key}`;

/** The last writer wins: no condition on the accepting write. */
const noAcceptCondition = (base: Records): Records => {
  const over = new Map<string, StoredAct>();
  const standing = (act: StoredAct): StoredAct => over.get(placeName(act.partition, act.key)) ?? act;
  return {
    ...base,
    accept: async (act) => {
      const outcome = await base.accept(act);
      if (outcome.kind !== 'accepted') over.set(placeName(act.partition, act.key), act);
      return { kind: 'accepted' };
    },
    find: async (...place) => {
      const found = await base.find(...place);
      return found && standing(found);
    },
    list: async (...place) => (await base.list(...place)).map(standing),
  };
};

/** The last publisher wins: no condition on the batch. */
const noBatchCondition = (base: Records): Records => {
  const over = new Map<number, StoredBatch>();
  return {
    ...base,
    appendBatch: async (batch) => {
      if ((await base.appendBatch(batch)) === 'taken') over.set(batch.version, batch);
      return 'appended';
    },
    batches: async (...from) =>
      (await base.batches(...from)).map((batch) => over.get(batch.version) ?? batch),
  };
};

/** The pointer is written without looking at what stands there. */
const blindPointer = (base: ObjectStore): ObjectStore => {
  const over = new Map<string, StoredObject>();
  return {
    ...base,
    get: async (key) => over.get(key) ?? base.get(key),
    head: async (key) => over.get(key) ?? base.head(key),
    putForward: async (key, object) => {
      const outcome = await base.putForward(key, object);
      over.delete(key);
      if (outcome === 'written' || !key.endsWith('/latest.json')) return outcome;
      const etag = `"${createHash('md5').update(object.bytes).digest('hex')}"`;
      over.set(key, { ...object, etag });
      return 'written';
    },
  };
};

const isSnapshot = (key: string): boolean => /^data\/[^/]+\/r\//.test(key);

/** One set of result files, overwritten by every version. */
const mutableSnapshot = (base: ObjectStore): ObjectStore => {
  const current = new Map<string, StoredObject>();
  const name = (key: string): string => key.replace(/\/r\/[^/]+\//, '/r/');
  return {
    ...base,
    get: async (key) => (isSnapshot(key) ? (current.get(name(key)) ?? null) : base.get(key)),
    head: async (key) => (isSnapshot(key) ? (current.get(name(key)) ?? null) : base.head(key)),
    putIfAbsent: async (key, object) => {
      if (!isSnapshot(key)) return base.putIfAbsent(key, object);
      const etag = `"${createHash('md5').update(object.bytes).digest('hex')}"`;
      current.set(name(key), { ...object, etag, version: 0 });
      return 'written';
    },
  };
};

/** The pointer first, the files it names when there is time. */
const pointerBeforeSnapshot = (ports: PublishPorts): PublishPorts => {
  const { files } = ports;
  let waiting: Parameters<ObjectStore['putIfAbsent']>[] = [];
  return {
    ...ports,
    files: {
      ...files,
      putIfAbsent: async (...put) => {
        if (!isSnapshot(put[0])) return files.putIfAbsent(...put);
        waiting.push(put);
        return 'written';
      },
      putForward: async (key, object) => {
        const outcome = await files.putForward(key, object);
        if (!key.endsWith('/latest.json')) return outcome;
        const late = waiting;
        waiting = [];
        for (const put of late) await files.putIfAbsent(...put);
        return outcome;
      },
    },
  };
};

/** Signs the tree it hopes to write down. */
const signBeforeCommit = (ports: PublishPorts): PublishPorts => ({
  ...ports,
  records: {
    ...ports.records,
    appendBatch: async (batch) => {
      const { size, root } = JSON.parse(batch.body) as Batch;
      const origin = ledgerName(ports.signers.real, batch.election);
      const text = formatCheckpoint({ origin, size, root: decodeBase64(root) ?? new Uint8Array() });
      await ports.signers.real.sign(new TextEncoder().encode(text));
      return ports.records.appendBatch(batch);
    },
  },
});

const asStored = (stored: StoredAct, act: Act): StoredAct => ({
  ...stored,
  ...actPlace(act),
  body: canonicalJson(act),
});

type Report = Extract<Act, { type: 'report' }>;

const readReport = (stored: StoredAct): Report | null => {
  const act = JSON.parse(stored.body) as Act;
  return act.type === 'report' ? act : null;
};

/** Running totals: a report's figures are added up whenever a run handles it, and a run that is tried again adds again. */
const counters = () => {
  const fixed = new Map<string, StoredAct>();
  const totals = new Map<string, number>();
  const added = (stored: StoredAct): StoredAct => {
    const act = readReport(stored);
    if (!act?.body.votes) return stored;
    const votes = Object.fromEntries(
      Object.entries(act.body.votes).map(([id, figure]) => {
        const counter = `${placeName(stored.partition, stored.key)}/${id}`;
        const total = (totals.get(counter) ?? 0) + figure;
        totals.set(counter, total);
        return [id, Math.min(total, 99_999_999)];
      }),
    );
    return asStored(stored, { ...act, body: { ...act.body, votes } });
  };
  return (ports: PublishPorts): PublishPorts => {
    const handled = new Map<string, StoredAct>();
    return {
      ...ports,
      records: {
        ...ports.records,
        list: async (...from) =>
          (await ports.records.list(...from)).map((stored) => {
            const place = placeName(stored.partition, stored.key);
            const known = fixed.get(place);
            if (known) return known;
            const now = added(stored);
            handled.set(place, now);
            return now;
          }),
        appendBatch: async (batch) => {
          const mine = (JSON.parse(batch.body) as Batch).places.map(({ partition, key }) =>
            placeName(partition, key),
          );
          const acts = mine.map((place) => [place, handled.get(place)] as const);
          const outcome = await ports.records.appendBatch(batch);
          if (outcome === 'appended')
            for (const [place, act] of acts) if (act && !fixed.has(place)) fixed.set(place, act);
          return outcome;
        },
      },
    };
  };
};

/** Whatever came last counts: what arrives after a later count or revision is ranked above it. */
const latestByArrival = (ports: PublishPorts, world: World): PublishPorts => {
  const ranked = (): ReadonlyMap<string, StoredAct> => {
    const highest = new Map<string, { count: number; revision: number }>();
    const ranks = new Map<string, StoredAct>();
    for (const { act: stored } of world.diary.accepted) {
      const act = readReport(stored);
      if (!act) continue;
      const { station, count, revision } = act.body;
      const top = highest.get(station) ?? { count: 0, revision: 0 };
      const overtaken = count < top.count || (count === top.count && revision < top.revision);
      const above =
        top.count < 50 ? { count: top.count + 50, revision: 1 } : { ...top, revision: top.revision + 1 };
      highest.set(station, overtaken ? above : { count, revision });
      if (!overtaken) continue;
      const body = { ...act.body, ...above, reason: act.body.reason ?? 'later' };
      ranks.set(placeName(stored.partition, stored.key), asStored(stored, { ...act, body }));
    }
    return ranks;
  };
  /** The order itself names acts by their real places. */
  const renamed = (
    batch: StoredBatch,
    name: (place: string, rank: StoredAct) => readonly [string, string],
  ) => {
    const names = new Map([...ranked()].map(([place, rank]) => name(place, rank)));
    const body = JSON.parse(batch.body) as Batch;
    const places = body.places.map(({ partition, key }) => ({
      partition,
      key: names.get(placeName(partition, key)) ?? key,
    }));
    return { ...batch, body: canonicalJson({ ...body, places }) };
  };
  const { records } = ports;
  return {
    ...ports,
    records: {
      ...records,
      list: async (...from) => {
        const found = await records.list(...from);
        const ranks = ranked();
        return found.map((stored) => ranks.get(placeName(stored.partition, stored.key)) ?? stored);
      },
      appendBatch: (batch) =>
        records.appendBatch(
          renamed(batch, (place, rank) => [placeName(rank.partition, rank.key), place.split('/')[1] ?? '']),
        ),
      batches: async (...from) =>
        (await records.batches(...from)).map((batch) => renamed(batch, (place, rank) => [place, rank.key])),
    },
  };
};

export const MUTANTS: readonly Mutant[] = [
  { name: 'no accept condition', brokenInvariants: ['I1'], plant: () => ({ records: noAcceptCondition }) },
  { name: 'counters', brokenInvariants: ['I3'], plant: () => ({ publisher: counters() }) },
  {
    name: 'no batch condition',
    brokenInvariants: ['I2', 'I7'],
    plant: () => ({ records: noBatchCondition }),
  },
  { name: 'blind pointer write', brokenInvariants: ['I4'], plant: () => ({ files: blindPointer }) },
  {
    name: 'pointer before snapshot',
    brokenInvariants: ['I6'],
    plant: () => ({ publisher: pointerBeforeSnapshot }),
  },
  { name: 'mutable snapshot', brokenInvariants: ['I5'], plant: () => ({ files: mutableSnapshot }) },
  { name: 'sign before commit', brokenInvariants: ['I7'], plant: () => ({ publisher: signBeforeCommit }) },
  { name: 'latest by arrival', brokenInvariants: ['I3'], plant: () => ({ publisher: latestByArrival }) },
];
