/** Entries with their proofs, and proofs that readers bring: loaded once somebody turns to them. */
import { bytesToHex } from '@noble/hashes/utils.js';
import type { VerifySignature } from '#shared/ledger/signed-note.ts';
import { checkProof } from '#shared/verification/check-proof.ts';
import { proveEntry } from '#shared/verification/prove-entry.ts';
import { shownTimeToSecond } from '../../words/format.ts';
import type { Asked, Told } from './messages.ts';
import { webSource } from './web-source.ts';

/** When an entry was accepted or ordered, wherever its kind says so. */
const timeOf = (leaf: Uint8Array): string | null => {
  const text = new TextDecoder().decode(leaf);
  const at = /"(?:acceptedAt|orderedAt|pollClosesAt)":"([^"]+)"/.exec(text)?.[1] ?? '';
  return Number.isNaN(Date.parse(at)) ? null : shownTimeToSecond(at);
};

/** An entry of the site's ledger with its proof, or why there is none. */
export const entryProven = async (
  { election, index }: Extract<Asked, { kind: 'entry' }>,
  verifySignature: VerifySignature,
): Promise<Told> => {
  const source = webSource(location.origin);
  const proven = await proveEntry({ source, election, index, keys: [], verifySignature });
  if (!proven.ok) {
    const { kind, path, message } = proven.problem;
    const isBeyond = kind === 'missing' && path.endsWith('/log/checkpoint') && message.startsWith('is of');
    return { kind: 'no-entry', index, isBeyond, why: `${path} ${message}` };
  }
  const { leaf, leafHash, size, origin, proof } = proven.value;
  const entry = {
    index,
    leaf: Uint8Array.from(leaf),
    leafHash: bytesToHex(leafHash),
    size,
    origin,
    proof,
    at: timeOf(leaf),
  };
  return { kind: 'entry', entry };
};

const BECAUSE = {
  'proof-file-malformed': 'form',
  'root-mismatch': 'other',
  'proof-length': 'other',
  'index-outside-tree': 'other',
  'file-missing': 'no-entry',
} as const;

const isProof = (text: string): boolean => text.startsWith('c2sp.org/tlog-proof@');

/** Whether a proof that a reader brings holds, with its entry beside it or in it. */
export const proofChecked = async (
  { files, vkey }: Extract<Asked, { kind: 'proof' }>,
  verifySignature: VerifySignature,
): Promise<Told> => {
  const read = await Promise.all(
    files.slice(0, 2).map(async (file) => new Uint8Array(await file.arrayBuffer())),
  );
  const texts = read.map((bytes) => new TextDecoder().decode(bytes));
  const at = texts.findIndex(isProof);
  const proof = texts[at] ?? texts[0] ?? '';
  const entry = read.find((_, index) => index !== Math.max(0, at)) ?? null;
  const checked = await checkProof({ proof, entry, vkey, verifySignature });
  if (!checked.ok) {
    const { kind, message } = checked.problem;
    const because = BECAUSE[kind as keyof typeof BECAUSE] ?? 'signature';
    return { kind: 'not-proven', because, why: message };
  }
  const { index, size, origin, leaf } = checked.value;
  return { kind: 'proven', index, size, origin, text: new TextDecoder().decode(leaf) };
};
