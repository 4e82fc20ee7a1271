import { createHash } from 'node:crypto';
import { heartbeatText } from '#functions/publishing/heartbeat.ts';
import { ledgerName } from '#functions/publishing/prepare-version.ts';
import type { ElectionDefinition } from '#shared/election/definition.ts';
import { encodeBase64 } from '#shared/ledger/base64.ts';
import { parseCheckpoint } from '#shared/ledger/checkpoint.ts';
import { leafHash, treeRoot } from '#shared/ledger/merkle.ts';
import { consistencyProof, verifyConsistency } from '#shared/ledger/merkle-proof.ts';
import { formatNote, noteSignatureLine } from '#shared/ledger/signed-note.ts';
import { bundlePathsFor, decodeEntryBundle, tilesForTree } from '#shared/ledger/tiles.ts';
import { dataPaths } from '#shared/publication/paths.ts';
import { readIndex, readPointer } from '#shared/publication/read-pointer.ts';
import type { Batch } from '#shared/recount/order.ts';
import type { LatestPointer } from '#shared/recount/results.ts';
import { ELECTION } from './simulation-election.ts';
import { SIGNERS, Violation, type World } from './simulation-world.ts';

const utf8 = new TextEncoder();
const text = new TextDecoder();

const broken = (invariant: string, message: string): never => {
  throw new Violation(invariant, message);
};

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

interface Head {
  readonly size: number;
  readonly root: Uint8Array;
}

const readHead = (note: string): Head => {
  const checkpoint = parseCheckpoint(note);
  return checkpoint.ok ? checkpoint.value : broken('I4', `unreadable checkpoint ${note}`);
};

/** The leaves that a checkpoint of this size rests on, read from its published bundles and held against its tiles. */
export const publishedLeaves = async (world: World, { size, root }: Head): Promise<Uint8Array[]> => {
  const log = dataPaths.log(ELECTION);
  const leaves: Uint8Array[] = [];
  for (const path of bundlePathsFor(size)) {
    const object = await world.files.get(`${log}${path}`);
    const bundle = object && decodeEntryBundle(object.bytes);
    if (!bundle?.ok) return broken('I6', `the checkpoint of ${size} entries needs ${path}`);
    leaves.push(...bundle.value);
  }
  const hashes = leaves.map(leafHash);
  if (encodeBase64(treeRoot(hashes)) !== encodeBase64(root)) broken('I5', `root of size ${size} differs`);
  for (const [path, bytes] of tilesForTree(hashes, size)) {
    const object = await world.files.get(`${log}${path}`);
    if (!object) return broken('I6', `the checkpoint of ${size} entries needs ${path}`);
    if (Buffer.compare(object.bytes, bytes) !== 0) broken('I5', `${path} holds other hashes`);
  }
  return leaves;
};

/** Every figure as it stands between other characters than those of hashes. */
const FIGURES = /(?<![0-9A-Za-z+/=])\d{7,}(?![0-9A-Za-z+/=])/g;

export interface WatchedFacts {
  /** Figures of reports, wherever they came from. */
  readonly secrets: ReadonlySet<number>;
  /** Figures that no time makes public. */
  readonly hidden: ReadonlySet<number>;
  /** How every salt of private figures begins: never public. */
  readonly salt: string;
}

/** Looks at what each single step changed and throws the first invariant that does not hold. */
export const watcher = (world: World, { secrets, hidden, salt }: WatchedFacts) => {
  const { diary } = world;
  const places = new Map<string, string>();
  const ordered = new Map<string, number>();
  const bodies = new Map<number, string>();
  const roots = new Map<number, string>();
  const reached = new Map<string, string>();
  const seen = { accepted: 0, batches: 0, signed: 0 };
  let definition: ElectionDefinition | null = null;
  let revision = 0;
  let pointer: LatestPointer | null = null;
  let checkpoint: Head | null = null;
  let moves = 0;
  let released = false;
  let closed = false;

  let latestRead = Number.NEGATIVE_INFINITY;
  /** Once a publisher's clock has shown the close of poll that is in force, counts may be public. */
  const noteRelease = (): void => {
    if (definition && latestRead >= Date.parse(definition.pollClosesAt)) released = true;
  };
  world.clockRead = (read) => {
    latestRead = Math.max(latestRead, read);
    noteRelease();
  };

  const onAccepted = (): void => {
    for (; seen.accepted < diary.accepted.length; seen.accepted += 1) {
      const { act } = diary.accepted[seen.accepted] ?? broken('I1', 'diary');
      const place = `${act.partition}/${act.key}`;
      if (places.has(place)) broken('I1', `${place} was accepted twice`);
      places.set(place, act.body);
      const body = JSON.parse(act.body);
      if (body.type === 'definition' && body.revision > revision) {
        definition = body.body;
        revision = body.revision;
        noteRelease();
      }
    }
  };

  const onBatch = (): void => {
    for (; seen.batches < diary.batches.length; seen.batches += 1) {
      const { version, body } = diary.batches[seen.batches] ?? broken('I7', 'diary');
      const before = bodies.get(version);
      // An equal body is the writer's own success told again.
      if (before === body) continue;
      if (before !== undefined) broken('I7', `version ${version} has two batches`);
      if (version !== bodies.size + 1) broken('I7', `version ${version} leaves a gap`);
      bodies.set(version, body);
      closed ||= (JSON.parse(body) as Batch).pollClosed;
      for (const { partition, key } of (JSON.parse(body) as Batch).places) {
        const place = `${partition}/${key}`;
        if (ordered.has(place)) broken('I2', `${place} is logged twice`);
        if (!places.has(place)) broken('I1', `${place} is logged, but was never accepted`);
        ordered.set(place, version);
      }
    }
  };

  const onSigned = (): void => {
    for (; seen.signed < diary.signed.length; seen.signed += 1) {
      const note = diary.signed[seen.signed] ?? '';
      if (note.startsWith(heartbeatText('', 0, '').split('\n')[0] ?? '')) continue;
      const head = readHead(note);
      const root = encodeBase64(head.root);
      if ((roots.get(head.size) ?? root) !== root) broken('I7', `two roots signed for size ${head.size}`);
      roots.set(head.size, root);
    }
  };

  const onCheckpoint = async (): Promise<void> => {
    const object = await world.files.get(dataPaths.checkpoint(ELECTION));
    if (!object) return broken('I4', 'the checkpoint is gone');
    const note = text.decode(object.bytes);
    const signed = note.slice(0, note.indexOf('\n\n') + 1);
    const signer = definition?.test ? SIGNERS.test : SIGNERS.real;
    const name = ledgerName({ ...signer, sign: async (bytes) => signer.sign(bytes) }, ELECTION);
    const line = noteSignatureLine(name, signer.publicKey, signer.sign(utf8.encode(signed)));
    // Ed25519 gives one signature for one text: equal bytes are a verified signature.
    if (formatNote(signed, [line]) !== note) broken('I7', 'the checkpoint is signed by another key');
    const head = readHead(signed);
    const leaves = (await publishedLeaves(world, head)).map(leafHash);
    if (checkpoint) {
      if (head.size < checkpoint.size) broken('I4', `checkpoint from ${checkpoint.size} to ${head.size}`);
      const proof = consistencyProof(leaves, checkpoint.size, head.size);
      const consistent =
        proof.ok &&
        verifyConsistency({
          size1: checkpoint.size,
          size2: head.size,
          root1: checkpoint.root,
          root2: head.root,
          proof: proof.value,
        }).ok;
      if (!consistent) broken('I4', `no consistency from ${checkpoint.size} to ${head.size}`);
    }
    checkpoint = head;
  };

  const onPointer = async (): Promise<void> => {
    const object = await world.files.get(dataPaths.latest(ELECTION));
    const now = object && readPointer(object.bytes);
    if (!now) return broken('I4', 'the pointer is gone or unreadable');
    if (pointer && now.version < pointer.version) {
      broken('I4', `pointer from version ${pointer.version} to ${now.version}`);
    }
    if (!checkpoint || now.size > checkpoint.size) broken('I4', 'the pointer outruns the checkpoint');
    if (roots.get(now.size) !== now.root) broken('I5', `the pointer names root ${now.root}`);
    reached.clear();
    const named = now.files['index.json'];
    const listed = named && (await world.files.get(named.path.slice(1)));
    const index = listed && readIndex(listed.bytes);
    if (index?.version !== now.version) return broken('I6', `version ${now.version} has no index`);
    for (const [name, file] of [...Object.entries(now.files), ...Object.entries(index.files)]) {
      const key = file.path.slice(1);
      const found = await world.files.get(key);
      if (!found) return broken('I6', `version ${now.version} names ${name}, which does not exist`);
      if (sha256(found.bytes) !== file.sha256 || found.bytes.length !== file.bytes) {
        broken('I5', `${name} of version ${now.version} holds something else`);
      }
      if (name === 'results.json' && JSON.parse(text.decode(found.bytes)).version !== now.version) {
        broken('I5', 'results.json is of another version');
      }
      reached.set(key, found.etag);
    }
    pointer = now;
    moves += 1;
  };

  const onOtherChange = async (key: string): Promise<void> => {
    if (!key.startsWith(`data/${ELECTION}/r/`)) return;
    for (const [file, etag] of reached) {
      if ((await world.files.head(file))?.etag !== etag) broken('I5', `${file} changed under the pointer`);
    }
  };

  const noLeak = async (key: string): Promise<void> => {
    const object = await world.files.get(key);
    const content = `${key}\n${object ? Buffer.from(object.bytes).toString('latin1') : ''}`;
    if (content.includes(salt)) broken('I10', `${key} tells a salt`);
    for (const [figure] of content.matchAll(FIGURES)) {
      if (hidden.has(Number(figure))) broken('I10', `${key} tells ${figure} of a private account`);
      if (released) continue;
      if (secrets.has(Number(figure))) broken('I10', `${key} tells ${figure} before the poll has closed`);
    }
    if (released) return;
    if (/"pollClosed":true|poll-closed/.test(content)) broken('I10', `${key} says that the poll has closed`);
  };

  return {
    afterStep: async (): Promise<void> => {
      onAccepted();
      onBatch();
      onSigned();
      if (diary.changed.length === 0) return;
      const { changed } = diary;
      diary.changed = [];
      for (const key of changed) {
        await noLeak(key);
        if (key === dataPaths.checkpoint(ELECTION)) await onCheckpoint();
        else if (key === dataPaths.latest(ELECTION)) await onPointer();
        else await onOtherChange(key);
      }
    },
    facts: {
      places: places as ReadonlyMap<string, string>,
      ordered: ordered as ReadonlyMap<string, number>,
      batchBodies: bodies as ReadonlyMap<number, string>,
      definition: () => definition,
      pointer: () => pointer,
      moves: () => moves,
      /** Whether counts may be public: a publisher's clock has shown the close of poll. */
      released: () => released,
      /** Whether the ledger says that the poll has closed. */
      closed: () => closed,
    },
  };
};
export type Watcher = ReturnType<typeof watcher>;
