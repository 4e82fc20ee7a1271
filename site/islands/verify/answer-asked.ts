/** Checks an election beside the page: what is asked comes as a message, and so does every answer. */
import { bytesToHex } from '@noble/hashes/utils.js';
import { NotZip } from '#shared/publication/formats/unzip.ts';
import { checkProof } from '#shared/verification/check-proof.ts';
import type { LoadRules } from '#shared/verification/ledger-rules.ts';
import type { Progress } from '#shared/verification/open-ledger.ts';
import { proveEntry } from '#shared/verification/prove-entry.ts';
import { readSeen } from '#shared/verification/seen-ledgers.ts';
import { CannotVerify, type Source } from '#shared/verification/source.ts';
import { verifyElection } from '#shared/verification/verify-election.ts';
import { shownTimeToSecond } from '../../words/format.ts';
import type { Asked, Told, Trouble, VerifyAsked } from './messages.ts';
import { tellVerdict } from './tell-verdict.ts';
import { loadVerifySignature } from './verify-signature.ts';
import { webSource } from './web-source.ts';
import { zipSource } from './zip-source.ts';

/** Not more often than a reader can see. */
const TELL_EVERY_MS = 100;
/** The pointer is moved right after the checkpoint; after so long it is not on its way any more. */
const SETTLE_MS = 5000;

const tell = (told: Told): void => postMessage(told);

const verifySignature = loadVerifySignature();

/** The ledger has notices or filings, which this worker does not know. */
export class NeedsRegisters extends Error {}

class Troubled extends Error {
  readonly trouble: Trouble;
  constructor(trouble: Trouble, why: string) {
    super(why);
    this.trouble = trouble;
  }
}

const progressTeller = () => {
  let toldAt = 0;
  return (progress: Progress): void => {
    const now = performance.now();
    if (now - toldAt < TELL_EVERY_MS && progress.entries < progress.size) return;
    toldAt = now;
    tell({ kind: 'progress', progress });
  };
};

/** The same place, with what was read from it. */
const counting = (source: Source) => {
  const read = { bytes: 0 };
  const counted: Source = {
    ...source,
    read: async (key, atMost) => {
      const found = await source.read(key, atMost);
      if (found.kind === 'read') read.bytes += found.bytes.length;
      return found;
    },
  };
  return { source: counted, read };
};

const openSource = async ({ copy, election }: VerifyAsked): Promise<Source> => {
  if (copy === null) return webSource(location.origin);
  const source = await zipSource(copy);
  if (!(await source.elections()).includes(election)) throw new Troubled('other-election', election);
  return source;
};

const verify = async (asked: VerifyAsked, loadRules: LoadRules): Promise<void> => {
  const { election, language, copy, allVersions } = asked;
  const { source, read } = counting(await openSource(asked));
  const remembered = readSeen(asked.remembered);
  const verdict = await verifyElection({
    source,
    election,
    keys: [],
    seen: remembered ?? { ledgers: [] },
    latestOnly: !allVersions,
    isCopy: copy !== null,
    settleMs: copy === null ? SETTLE_MS : 0,
    pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    verifySignature: await verifySignature,
    loadRules,
    progress: progressTeller(),
  });
  const rememberedBefore = JSON.stringify(remembered ?? { ledgers: [] });
  const facts = { language, bytesRead: read.bytes, rememberedBefore, isCopy: copy !== null };
  tell({ kind: 'verdict', verdict: tellVerdict(verdict, facts), isMemoryLost: remembered === null });
};

/** When an entry was accepted or ordered, wherever its kind says so. */
const timeOf = (leaf: Uint8Array): string | null => {
  const text = new TextDecoder().decode(leaf);
  const at = /"(?:acceptedAt|orderedAt|pollClosesAt)":"([^"]+)"/.exec(text)?.[1] ?? '';
  return Number.isNaN(Date.parse(at)) ? null : shownTimeToSecond(at);
};

const showEntry = async ({ election, index }: Extract<Asked, { kind: 'entry' }>): Promise<void> => {
  const source = webSource(location.origin);
  const proven = await proveEntry({
    source,
    election,
    index,
    keys: [],
    verifySignature: await verifySignature,
  });
  if (!proven.ok) {
    const { kind, path, message } = proven.problem;
    const isBeyond = kind === 'missing' && path.endsWith('/log/checkpoint') && message.startsWith('is of');
    return tell({ kind: 'no-entry', index, isBeyond, why: `${path} ${message}` });
  }
  const { leaf, leafHash, size, origin, proof } = proven.value;
  tell({
    kind: 'entry',
    entry: {
      index,
      leaf: Uint8Array.from(leaf),
      leafHash: bytesToHex(leafHash),
      size,
      origin,
      proof,
      at: timeOf(leaf),
    },
  });
};

const BECAUSE = {
  'proof-file-malformed': 'form',
  'root-mismatch': 'other',
  'proof-length': 'other',
  'index-outside-tree': 'other',
  'file-missing': 'no-entry',
} as const;

const isProof = (text: string): boolean => text.startsWith('c2sp.org/tlog-proof@');

const showProof = async ({ files, vkey }: Extract<Asked, { kind: 'proof' }>): Promise<void> => {
  const read = await Promise.all(
    files.slice(0, 2).map(async (file) => new Uint8Array(await file.arrayBuffer())),
  );
  const texts = read.map((bytes) => new TextDecoder().decode(bytes));
  const at = texts.findIndex(isProof);
  const proof = texts[at] ?? texts[0] ?? '';
  const entry = read.find((_, index) => index !== Math.max(0, at)) ?? null;
  const checked = await checkProof({ proof, entry, vkey, verifySignature: await verifySignature });
  if (!checked.ok) {
    const { kind, message } = checked.problem;
    const because = BECAUSE[kind as keyof typeof BECAUSE] ?? 'signature';
    return tell({ kind: 'not-proven', because, why: message });
  }
  const { index, size, origin, leaf } = checked.value;
  tell({ kind: 'proven', index, size, origin, text: new TextDecoder().decode(leaf) });
};

const troubleOf = (cause: unknown): Trouble => {
  if (cause instanceof Troubled) return cause.trouble;
  if (cause instanceof NeedsRegisters) return 'needs-registers';
  if (cause instanceof NotZip) return 'not-zip';
  if (cause instanceof CannotVerify) return cause.isNothing ? 'nothing' : 'offline';
  return 'crashed';
};

const answer = async (asked: Asked, loadRules: LoadRules): Promise<void> => {
  switch (asked.kind) {
    case 'verify':
      return verify(asked, loadRules);
    case 'entry':
      return showEntry(asked);
    case 'proof':
      return showProof(asked);
  }
};

/** Answers whatever the page asks, with the rules that this worker has. */
export const answerAsked = (loadRules: LoadRules): void => {
  addEventListener('message', ({ data }: MessageEvent<Asked>) => {
    answer(data, loadRules).catch((cause: unknown) =>
      tell({ kind: 'trouble', trouble: troubleOf(cause), why: String(cause) }),
    );
  });
};
